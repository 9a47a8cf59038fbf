"""``python -m training.risk.simulation``: the population behind its figures, and that it runs."""

import sys
from functools import partial

import numpy as np
import pytest

from training.risk import simulation
from training.risk.fitting import Settings
from training.statistics.discrimination import auc


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(simulation, "POOL", 20_000)
    monkeypatch.setattr(simulation, "TEST_EVENTS", 150)
    monkeypatch.setattr(simulation, "TEST_OTHERS", 350)
    monkeypatch.setattr(simulation, "Settings", partial(Settings, bootstraps=20, folds=3, repeats=1))


def test_a_cohort_has_the_wanted_events_and_its_features_know_of_them():
    rng = np.random.default_rng(0)
    world = simulation.make_world(80, rng)
    cohort = world.cohort(200, 300, rng)
    assert cohort.event.sum() == 200
    assert set(cohort.answers[0]) == {predictor.id for predictor in simulation.PREDICTORS}
    vessels = cohort.features @ np.linalg.pinv(world.mixing)
    areas = [auc(cohort.event, column) for column in vessels.T[: len(simulation.VESSELS)]]
    assert max(abs(area - 0.5) for area in areas) > 0.08


def test_an_encoder_without_information_shows_nothing_of_the_vessels():
    world = simulation.make_world(80, np.random.default_rng(0), informative=False)
    assert not world.mixing[: len(simulation.VESSELS)].any()


def test_it_prints_its_table(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["simulation", "--repeats", "1", "--features", "30", "--head", "svm"])
    simulation.main()
    printed = capsys.readouterr().out
    for word in ("1 cohorts of 207", "combined", "calibration slope", "refused by distance"):
        assert word in printed
