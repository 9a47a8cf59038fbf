"""``python -m training.proof.calibration``: the population behind its figures, and that it runs."""

import sys
from functools import partial

import numpy as np
import pytest

from training.learners.learner import Effort
from training.proof import calibration
from training.risk.fitting import Settings
from training.statistics.discrimination import auc


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(calibration, "POOL", 20_000)
    monkeypatch.setattr(calibration, "TEST_EVENTS", 150)
    monkeypatch.setattr(calibration, "TEST_OTHERS", 350)
    monkeypatch.setattr(calibration, "Settings", partial(Settings, effort=Effort(3, 1, 20)))


def test_a_cohort_has_the_wanted_events_and_its_features_know_of_them():
    rng = np.random.default_rng(0)
    world = calibration.make_world(80, rng)
    cohort = world.cohort(200, 300, rng)
    assert cohort.event.sum() == 200
    assert set(cohort.answers[0]) == {predictor.id for predictor in calibration.PREDICTORS}
    vessels = cohort.features @ np.linalg.pinv(world.mixing)
    areas = [auc(cohort.event, column) for column in vessels.T[: len(calibration.VESSELS)]]
    assert max(abs(area - 0.5) for area in areas) > 0.08


def test_an_encoder_without_information_shows_nothing_of_the_vessels():
    world = calibration.make_world(80, np.random.default_rng(0), informative=False)
    assert not world.mixing[: len(calibration.VESSELS)].any()


def test_it_prints_its_table(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["simulation", "--repeats", "1", "--features", "30", "--head", "svm"])
    calibration.main()
    printed = capsys.readouterr().out
    for word in ("1 cohorts of 207", "combined", "calibration slope", "refused by distance"):
        assert word in printed
