"""The large simulated sample: with the true models it finds the Bayes AUC and a slope of 1."""

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from inference.reading import read_typed
from training.errors import BadInput
from training.evaluation.simulation import Simulation
from training.learners.design import SIGNATURE
from training.learners.logistic import LockedLogistic, ModelTerm
from training.proof import prove
from training.recipes.hu2025 import HU2025
from training.simulate import cohort, population
from training.simulate.population import CLINICAL, EFFECTS, VESSELS
from training.simulate.writing import csv_bytes


def locked(intercept: float, *terms: tuple[str, str | None, float]) -> LockedLogistic:
    entries = tuple(ModelTerm(name, answer, value, 0.1) for name, answer, value in terms)
    covariance = tuple(tuple(0.0 for _ in range(len(terms) + 1)) for _ in range(len(terms) + 1))
    return LockedLogistic(intercept, entries, covariance, {}, 1.0, "maximum-likelihood", 200, 60, 0)


@dataclass(frozen=True)
class Models:
    """The generative model itself, as locked models."""

    models: dict[str, LockedLogistic]
    trained_prevalence: float = 0.302


@pytest.fixture(scope="module")
def true_models():
    clinical = [
        ("age", None, EFFECTS["age"][0] / EFFECTS["age"][2]),
        ("sex", "female", EFFECTS["female"][0]),
        ("hypertension", "yes", EFFECTS["hypertension"][0]),
        ("chemotherapy", "yes", EFFECTS["chemotherapy"][0]),
    ]
    # At the study's share of events: the population's intercept, moved.
    people = population.draw_people(200_000, np.random.default_rng(1))
    start = population.intercept_for(0.0027, population.log_odds(people))
    start += math.log(0.302 / 0.698) - math.log(0.0027 / 0.9973)
    start -= sum(EFFECTS[name][0] * EFFECTS[name][1] / EFFECTS[name][2] for name in CLINICAL)
    combined = (*clinical, (SIGNATURE, None, 1.0))
    return Models({"clinical": locked(start, *clinical), "combined": locked(start, *combined)})


@pytest.fixture(scope="module")
def proved(true_models):
    weights = np.array([0.0, *(EFFECTS[name][0] for name in VESSELS)])
    return prove.prove(HU2025, true_models, prove.SignatureModel(weights, 0.0, 1.0, 91), seed=4)


def test_the_true_model_has_the_bayes_auc(proved):
    found = proved["large_sample"]["auc"]["combined"]
    assert found["low"] < proved["bayes_auc"]["combined"] < found["high"]
    assert all(goal["met"] for goal in proved["goals"])


def test_the_true_model_is_calibrated_at_the_sites_rate(proved):
    calibration = proved["large_sample"]["calibration"]
    assert calibration["slope"]["low"] < 1 < calibration["slope"]["high"]
    assert calibration["intercept"]["value"] == pytest.approx(0, abs=0.25)


def test_a_scattered_signature_misses_the_goal(true_models):
    weights = np.array([0.0, *(0.2 * EFFECTS[name][0] for name in VESSELS)])
    proved = prove.prove(HU2025, true_models, prove.SignatureModel(weights, 2.0, 0.1, 91), seed=4)
    met = {goal["title"]["en"]: goal["met"] for goal in proved["goals"]}
    assert not met["Combined AUC near the best possible"]
    assert not met["Calibration slope at 0.27 %"]


def test_models_that_learnt_nothing_are_said_to_tell_no_one_apart(true_models):
    constant = Models({"clinical": locked(-0.8), "combined": locked(-0.8)})
    cases = {str(n): dict.fromkeys(CLINICAL + VESSELS, float(n % 5)) for n in range(20)}
    signature = prove.fit_signature(cases, dict.fromkeys(cases, 0.0))
    assert signature.explained == 0
    proved = prove.prove(HU2025, constant, signature, seed=4)
    assert [goal["met"] for goal in proved["goals"]] == [False]
    assert read_typed(Simulation, proved, "simulation.json").large_sample.auc == {}


def test_the_evaluation_reads_what_is_written(proved):
    assert read_typed(Simulation, proved, "simulation.json").large_sample.n == 4000


def test_the_signature_is_found_to_follow_what_it_follows():
    rng = np.random.default_rng(6)
    people = population.draw_people(400, rng)
    truth = {str(n): {name: float(getattr(people, name)[n]) for name in CLINICAL + VESSELS} for n in range(400)}
    weights = np.array([0.3, -1.0, 0.5, 0.4, -0.2])
    signatures = prove.SignatureModel(weights, 0.5, 0.0, 0).draw(people, rng)
    found = prove.fit_signature(truth, {str(n): float(value) for n, value in enumerate(signatures)})
    np.testing.assert_allclose(found.weights, weights, atol=0.12)
    assert found.scatter == pytest.approx(0.5, abs=0.05)
    assert found.explained > 0.6


def test_too_few_patients_say_so():
    with pytest.raises(BadInput, match="only 1"):
        prove.fit_signature({"a": {}}, {"a": 0.0})


def test_the_truth_table_is_read_back(tmp_path):
    sizes = cohort.sizes_for(20)
    people, _, splits = cohort.draw_cohort(sizes, 3)
    places = [cohort.Place(n + 1, split, 3, Path("x"), None) for n, split in enumerate(splits)]
    (tmp_path / "truth.csv").write_bytes(csv_bytes(cohort._truth_rows(places, people)))
    truth = prove.read_truth(tmp_path / "truth.csv")
    assert truth["S0004"]["female"] == float(people.female[3])
    assert truth["S0004"]["vein_diameter"] == pytest.approx(people.vein_diameter[3], abs=1e-3)
