"""The whole method on many simulated cohorts."""

from dataclasses import replace

import numpy as np
import pytest

from inference.predictors import Choice, ChoicePredictor, NumberPredictor
from inference.reading import read_typed
from inference.vocabulary import Text
from training.errors import BadInput
from training.evaluation.simulation import Repeated, Simulation, read_truth
from training.learners.learner import Effort
from training.learners.linear import Linear
from training.proof import prove, repeats
from training.recipes.hu2025 import HU2025
from training.risk.fitting import Settings
from training.simulate import population
from training.simulate.cohort import RATE
from training.simulate.population import CLINICAL, EFFECTS, VESSELS, morphology_units
from training.workspace import write_json

YES_NO = (Choice("no", Text("no", "否")), Choice("yes", Text("yes", "是")))
SEXES = (Choice("male", Text("male", "男")), Choice("female", Text("female", "女")))
PREDICTORS = (
    NumberPredictor("age", Text("age", "年龄"), range=(18, 100)),
    ChoicePredictor("sex", Text("sex", "性别"), choices=SEXES),
    *(ChoicePredictor(name, Text(name, name), choices=YES_NO) for name in ("hypertension", "chemotherapy")),
)
RIDGE = replace(HU2025.scores[0], learner=Linear(head="ridge", components=(0,)))
QUICK = Settings(HU2025.models, (RIDGE,), Effort(folds=3, repeats=1, bootstraps=20))
SIGHTED = repeats.ImageModel(np.eye(1 + len(VESSELS), dtype=np.float32)[:, 1:], np.zeros((3, 4), np.float32), None)
"""Features that are the true morphology itself."""


@pytest.fixture(scope="module")
def tried():
    return repeats.try_method(SIGHTED, PREDICTORS, (150, 350), RATE, QUICK, [[1, n] for n in range(4)])


def test_with_the_true_morphology_and_many_patients_the_method_comes_near_the_best(tried):
    best = population.bayes_auc(RATE)
    assert all(best - 0.03 < one.auc["combined"] < best + 0.015 for one in tried)
    assert np.mean([one.slope["combined"] for one in tried]) == pytest.approx(1, abs=0.15)
    for one in tried:
        assert one.auc["combined"] > one.auc["dl"] > one.auc["clinical"]


def test_images_that_show_nothing_leave_the_clinical_predictors():
    blind = repeats.ImageModel(np.zeros((5, 4), np.float32), np.eye(4, dtype=np.float32), None)
    (one,) = repeats.try_method(blind, PREDICTORS, (150, 350), RATE, QUICK, [[2, 0]])
    assert one.auc["combined"] == pytest.approx(one.auc["clinical"], abs=0.03)


def test_a_lucky_draw_shows_in_the_slope_of_the_truth_itself():
    people, event = population.draw_case_control(400, 900, RATE, np.random.default_rng(3))
    log_odds = population.log_odds(people)
    fair = repeats.slope_in_new(event, log_odds)
    assert fair == pytest.approx(1, abs=0.2)
    # Without the patients whom the truth would have told wrongly.
    easy = event == (log_odds > np.median(log_odds[event]) - 1)
    easy |= np.random.default_rng(4).random(len(event)) < 0.3
    assert repeats.slope_in_new(event[easy], log_odds[easy]) < 0.8 * fair


def test_scores_are_drawn_as_the_features_would_give_them():
    rng = np.random.default_rng(5)
    images = repeats.ImageModel(rng.normal(size=(5, 30)), rng.normal(size=(12, 30)), None)
    people, score = population.draw_people(20_000, rng), rng.normal(size=30)
    made, drawn = images.draw(people, rng) @ score, images.draw_scores(score, people, rng)
    assert drawn.std() == pytest.approx(made.std(), rel=0.03)
    assert np.corrcoef(drawn, made)[0, 1] == pytest.approx(
        np.corrcoef(images.draw_scores(score, people, rng), drawn)[0, 1], abs=0.03
    )
    assert drawn.mean() == pytest.approx(made.mean(), abs=0.05 * made.std())


def test_the_relation_and_the_scatter_are_found_again():
    rng = np.random.default_rng(6)
    true = repeats.ImageModel(rng.normal(size=(5, 6)), rng.normal(size=(4, 6)), None)
    people = population.draw_people(3000, rng)
    found = repeats.fit_images(morphology_units(people), true.draw(people, rng), None)
    np.testing.assert_allclose(found.weights, true.weights, atol=0.25)
    np.testing.assert_allclose(found.scatter.T @ found.scatter, true.scatter.T @ true.scatter, atol=0.8)


def test_too_few_patients_say_so():
    with pytest.raises(BadInput, match="only 3 patients"):
        repeats.fit_images(np.ones((3, 5)), np.ones((3, 9)), None)


def test_the_own_slope_is_that_of_the_truth_in_the_training_split():
    people, event = population.draw_case_control(62, 145, RATE, np.random.default_rng(7))
    names = CLINICAL + VESSELS
    truth = {str(n): {name: float(getattr(people, name)[n]) for name in names} for n in range(len(people))}
    outcome = {str(n): bool(event[n]) for n in range(len(people))} | {"unknown": None}
    wanted = repeats.slope_in_new(event, population.log_odds(people))
    assert prove.true_slope(outcome, truth) == pytest.approx(wanted)


def test_the_evaluation_reads_what_is_written(tried, tmp_path):
    written = repeats.summary(tried, (150, 350), 0.7)
    assert read_typed(Repeated, written, "repeated").models["combined"]["auc"].low > 0.9
    file = tmp_path / "simulation.json"
    write_json(file, {"schema": 1, "bayes_auc": {"combined": 0.95}, "repeated": written})
    method = read_truth(file, HU2025.shipped).repeated
    assert method.own_true_slope == 0.7
    assert (method.cohorts, method.n, method.events) == (4, 500, 150)
    assert method.models["dl"]["slope"].low <= method.models["dl"]["slope"].value


def test_models_that_learnt_nothing_have_no_figure(tmp_path):
    nothing = dict.fromkeys(("clinical", "dl", "combined"), float("nan"))
    written = repeats.summary([repeats.Repeat(nothing, nothing, 1.0)] * 2, (10, 20), 1.0)
    assert written["models"]["dl"] == {"auc": None, "slope": None}
    assert prove.repeated_goals(written, {"combined": 0.95}, HU2025) == []
    assert read_typed(Simulation, {"schema": 1, "bayes_auc": {}, "repeated": written}, "x").repeated.cohorts == 2


@pytest.mark.parametrize(("mean", "met"), [(0.95, True), (0.7, False)])
def test_the_goal_is_judged_on_the_mean(mean, met):
    spread = {"mean": mean, "error": 0.01, "low": mean - 0.2, "high": mean + 0.2}
    written = {"cohorts": 40, "models": {"combined": {"slope": spread, "auc": spread}}}
    slope, area = prove.repeated_goals(written, {"combined": 0.952}, HU2025)
    assert slope["met"] is met
    assert slope["found"] == f"{mean:.2f} ± 0.01"
    assert area["met"] is met


def test_units_of_a_patient_are_those_of_the_people():
    people = population.draw_people(5, np.random.default_rng(8))
    factors = {name: float(getattr(people, name)[2]) for name in EFFECTS}
    np.testing.assert_allclose(prove.units_of(factors), morphology_units(people)[2])
