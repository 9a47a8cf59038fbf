"""Controls of the proof: where there is nothing, nothing is found; what was not taught is found as far as it shows."""

import argparse
import json
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from training.evaluation import tables_model
from training.evaluation.facts import UntaughtFact
from training.evaluation.simulation import read_truth
from training.evaluation.wording import Words
from training.learners.learner import Effort
from training.learners.linear import Linear
from training.proof import controls, prove
from training.proof.repeats import ImageModel, as_patients
from training.recipes.hu2025 import HU2025
from training.risk.fitting import Settings
from training.risk.patients import Patients
from training.simulate import population
from training.simulate.population import VESSELS
from training.statistics.samples import Interval

RIDGE = replace(HU2025.scores[0], learner=Linear(head="ridge", components=(0,)))
QUICK = Settings(HU2025.models, (RIDGE,), Effort(folds=3, repeats=1, bootstraps=5))


def noise(count: int, rng: np.random.Generator, features: int = 150) -> Patients:
    """Patients with features and outcomes that have nothing to do with each other."""
    return Patients(
        tuple(map(str, range(count))),
        rng.permutation(np.arange(count) % 2 == 0),
        np.arange(count),
        ({},) * count,
        rng.normal(size=(count, features)),
        (),
    )


def spread(areas: list[dict[str, float]]) -> dict:
    return controls.summary(HU2025.names, areas, [], [], [])


def test_permuted_outcomes_are_not_found_and_a_patient_in_two_folds_is_seen_as_a_leak():
    rng = np.random.default_rng(1)
    once = noise(60, rng)
    twice = once.part(np.tile(np.arange(60), 2))
    torn = replace(twice, groups=np.arange(120))
    honest, leaking = [
        spread([controls.held_out_areas(p, QUICK, np.random.default_rng(n)) for n in range(4)]) for p in (twice, torn)
    ]
    assert leaking["null"][0]["auc"]["dl"]["mean"] > 0.9
    assert honest["null"][0]["auc"]["dl"]["mean"] == pytest.approx(0.5, abs=0.12)
    assert not controls.goals(leaking)[0]["met"]


def test_permutation_keeps_a_patients_cases_together_and_touches_nothing_else():
    patients = noise(40, np.random.default_rng(2))
    twice = replace(patients.part(np.repeat(np.arange(40), 2)), groups=np.repeat(np.arange(40), 2))
    dealt = controls.permuted(twice, np.random.default_rng(3))
    assert (dealt.event[::2] == dealt.event[1::2]).all()
    assert dealt.event.sum() == twice.event.sum() and (dealt.event != twice.event).any()
    assert dealt.features is twice.features and dealt.answers == twice.answers


def test_models_that_learnt_nothing_are_at_one_half_whatever_the_folds_shares():
    patients = replace(noise(31, np.random.default_rng(4)), features=np.zeros((31, 3)))
    assert controls.held_out_areas(patients, QUICK, np.random.default_rng(5)) == dict.fromkeys(
        ("clinical", "dl", "combined"), 0.5
    )


@pytest.fixture(scope="module")
def images():
    """Features 0 to 3 are taught; 4 to 9 scatter by themselves, the widest first, and along the taught ones, too."""
    rng = np.random.default_rng(6)
    weights = np.zeros((1 + len(VESSELS), 10))
    weights[1:, :4] = np.eye(4)
    scatter = rng.normal(size=(30, 10)) * np.array([0.3] * 4 + [3, 1, 1, 0.5, 0.5, 0.5]) / np.sqrt(30)
    return ImageModel(weights, scatter, np.eye(4, 10))


def test_a_hidden_factor_has_no_part_in_what_was_taught(images):
    rng = np.random.default_rng(7)
    people, factor = population.draw_people(20_000, rng), rng.standard_normal(20_000)
    widest, *_ = found = controls.hidden_factors(images, (1, 3, 99))
    assert [one.rank for one in found] == [1, 3]
    features = widest.draw(images, people, factor, rng)
    seen = np.array([np.corrcoef(features[:, n], factor)[0, 1] for n in range(10)])
    assert np.abs(seen[:4]).max() < 0.03
    assert abs(seen[4]) > 0.7
    assert found[0].share > found[1].share > 0


def test_scores_of_a_hidden_factor_are_drawn_as_the_features_would_give_them(images):
    rng = np.random.default_rng(8)
    people, factor = population.draw_people(20_000, rng), rng.standard_normal(20_000)
    (one,), score = controls.hidden_factors(images, (1,)), rng.normal(size=10)
    made = one.draw(images, people, factor, rng) @ score
    drawn = one.draw_scores(images, score, people, factor, rng)
    assert drawn.std() == pytest.approx(made.std(), rel=0.03)
    assert np.corrcoef(drawn, factor)[0, 1] == pytest.approx(np.corrcoef(made, factor)[0, 1], abs=0.03)


def test_an_untaught_effect_is_found_where_the_features_show_it_and_missed_by_a_taught_signature(images):
    (one,) = controls.hidden_factors(images, (1,))

    def tried(components):
        settings = replace(QUICK, scores=(replace(RIDGE, learner=Linear(head="ridge", components=(components,))),))
        return controls.try_hidden(one, images, (), (100, 200), 0.0027, settings, [[9]])[0]

    free, only_taught = tried(0), tried("taught")
    assert free.best["dl"] > 0.85 and free.areas["dl"] > 0.75
    assert only_taught.areas["dl"] < 0.6


def test_the_report_reads_the_controls(tmp_path, images):
    area = [{"clinical": 0.5, "dl": 0.51, "combined": 0.49}, {"clinical": 0.5, "dl": 0.48, "combined": 0.52}]
    (one,) = controls.hidden_factors(images, (1,))
    made = controls.summary(HU2025.names, area, area, area, [(one, [controls.Found(area[0], area[1])])])
    assert [goal["met"] for goal in controls.goals(made)] == [True] * 3
    file = tmp_path / "simulation.json"
    file.write_text(json.dumps({"schema": 1, "bayes_auc": {"combined": 0.9}, "controls": made}))
    truth = read_truth(file, HU2025.shipped)
    assert [where for where, _, _ in truth.nulls] == ["drawn", "new", "own"]
    assert truth.untaught[0].best["dl"].value == 0.48


def test_prove_runs_every_control(images):
    people, event = population.draw_case_control(15, 25, 0.0027, np.random.default_rng(10))
    training = as_patients(people, event, images.draw(people, np.random.default_rng(11)), (), images.taught)
    options = argparse.Namespace(seed=1, controls=1, quiet=True)
    made = prove._controls(training, images, (15, 25), QUICK, options)
    assert [(one["where"], one["cohorts"]) for one in made["null"]] == [("drawn", 1), ("new", 1), ("own", 1)]
    assert [one["rank"] for one in made["untaught"]] == [1, 5]
    assert controls.goals(made) == []


@pytest.mark.parametrize(("language", "untaught"), [("en", "not taught: direction 1"), ("zh", "未学过")])
def test_the_report_shows_untaught_effects_beside_the_taught_with_the_best_possible(language, untaught, images):
    area = {"clinical": None, "dl": Interval(0.7, 0.6, 0.8), "combined": Interval(0.8, 0.7, 0.9)}
    best = {name: Interval(0.9, 0.9, 0.9) for name in area}
    truth = SimpleNamespace(
        bayes_auc={},
        large_auc={},
        large_n=None,
        large_features_from=None,
        bayes_n=None,
        calibration_slope=None,
        coverage=(),
        goals=(),
        repeated=None,
        nulls=(("own", 10, area),),
        untaught=(UntaughtFact(1, 0.04, 10, area, best),),
    )
    _, null, found = tables_model.truth(SimpleNamespace(truth=truth), Words(language, (), HU2025))
    assert null.rows[0][1:3] == ("10", "–")
    assert found.rows[0][0].startswith(untaught) and "(0.900)" in found.rows[0][2]
    assert found.note == Words(language, (), HU2025)("note.untaught")
