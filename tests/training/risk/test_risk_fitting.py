"""The whole procedure: what is known of new cases, no leak out of a fold, models that do not overrate themselves."""

from dataclasses import replace

import numpy as np
import pytest

from tests.helpers.risk import draw_patients
from training.learners.design import SIGNATURE, add_number, build_design
from training.learners.learner import Effort
from training.learners.logistic import lock_logistic, with_score
from training.recipes.hu2025 import HU2025
from training.risk import validation
from training.risk.fitting import Fitted, Settings, fit_all, with_most_p
from training.risk.patients import Patients
from training.risk.validation import averaged, cross_validate, predict
from training.statistics.calibration import calibration_slope
from training.statistics.discrimination import auc

QUICK = Settings(HU2025.models, HU2025.scores, Effort(folds=3, repeats=1, bootstraps=20))


def by_head(head: str) -> Settings:
    """The same with a head that is told."""
    (plan,) = HU2025.scores
    return replace(QUICK, scores=(replace(plan, learner=replace(plan.learner, head=head)),))


@pytest.fixture(scope="module")
def fitted():
    patients = draw_patients(200, seed=1, unknown=0.05)
    return patients, fit_all(patients, QUICK, np.random.default_rng(0))


def checked(patients: Patients, settings: Settings = QUICK, seed: int = 0, compare: bool = False):
    return cross_validate(patients, settings, np.random.default_rng(seed), compare)


def unseen_auc(patients: Patients, log_odds: np.ndarray) -> float:
    known = ~np.isnan(log_odds)
    return auc(patients.event[known], log_odds[known])


def test_features_of_pure_noise_predict_no_case_that_was_left_out():
    """More features than patients: any choice or scaling outside the folds would show as an AUC far above 1/2."""
    areas = {name: [] for name in HU2025.names}
    for seed in range(3):
        patients = draw_patients(80, seed=seed, features=120, clinical=0, image=0)
        log_odds = checked(patients, seed=seed).log_odds
        for name in HU2025.names:
            areas[name].append(unseen_auc(patients, averaged(log_odds[name])))
    # The standard error of one AUC is 0.07; where nothing is kept each fold gives its own mean, a little below 1/2.
    for name in HU2025.names:
        assert 0.36 < np.mean(areas[name]) < 0.57, name


def test_the_same_noise_looks_like_knowledge_to_the_cases_it_was_fitted_to():
    patients = draw_patients(90, seed=2, features=250, clinical=0, image=0)
    fit = fit_all(patients, by_head("svm"), np.random.default_rng(0))
    inside = fit.signature.scores(patients.features)
    assert auc(patients.event, inside) > 0.9
    assert auc(patients.event, fit.signature.out_of_fold) < 0.68


def test_outcomes_of_a_fold_change_nothing_in_its_own_predictions(monkeypatch):
    """The strictest proof: turning the left-out outcomes over leaves every prediction of them as it was."""
    inside = np.arange(80) >= 15
    monkeypatch.setattr(validation, "_folds", lambda *given: iter([(0, inside)]))
    patients = draw_patients(80, seed=3)
    turned = replace(patients, event=np.where(inside, patients.event, ~patients.event))
    first, second = (checked(one, compare=True) for one in (patients, turned))
    assert np.isfinite(first.log_odds["combined"][0, :15]).all()
    for name in HU2025.names:
        np.testing.assert_array_equal(first.log_odds[name], second.log_odds[name])
    for key, runs in first.alternatives.items():
        np.testing.assert_array_equal(runs, second.alternatives[key], key)


def test_cross_validation_predicts_every_case_once_a_repeat_and_not_from_itself(monkeypatch):
    seen = []
    real = validation.fit_all
    monkeypatch.setattr(validation, "fit_all", lambda part, *rest: seen.append(set(part.groups)) or real(part, *rest))
    patients = draw_patients(120, seed=4, cases_each=2)
    found = checked(patients, replace(by_head("svm"), effort=replace(QUICK.effort, repeats=2)))
    assert found.log_odds["combined"].shape == (2, 120)
    assert not np.isnan(found.log_odds["combined"]).any()
    assert len(seen) == 6
    for repeat in (seen[:3], seen[3:]):
        left_out = [set(patients.groups) - inside for inside in repeat]
        assert sum(map(len, left_out)) == 60
        assert set.union(*left_out) == set(patients.groups)


def test_what_is_there_is_found(fitted):
    _, found = fitted
    assert set(found.kept) == {"age", "sex"}
    assert found.models["combined"].predictors[-1] == SIGNATURE
    others = draw_patients(4000, seed=9)
    _, log_odds = predict(found, QUICK, others)
    areas = {name: auc(others.event, log_odds[name]) for name in HU2025.names}
    assert areas["combined"] > areas["clinical"] + 0.05
    assert areas["combined"] > areas["dl"] + 0.02
    assert calibration_slope(others.event, 1 / (1 + np.exp(-log_odds["combined"]))).value == pytest.approx(1, abs=0.3)


def test_the_combined_model_trusts_the_signature_as_much_as_new_cases_justify():
    """A fit to many new cases says how large the coefficient may be; apparent scores make it several times that."""
    found, wanted, apparent = [], [], []
    for seed in range(3):
        patients = draw_patients(140, seed=seed, features=300)
        one = fit_all(patients, by_head("ridge"), np.random.default_rng(seed))
        found.append(one.models["combined"].terms[-1].coefficient)
        wanted.append(signature_coefficient(one, draw_patients(4000, seed=90 + seed, features=300)))
        apparent.append(signature_coefficient(one, patients))
    assert np.mean(apparent) > 2 * np.mean(wanted)
    assert np.mean(found) == pytest.approx(np.mean(wanted), rel=0.4)


def signature_coefficient(found: Fitted, patients: Patients) -> float:
    """Of a combined model fitted to the locked scores of these patients."""
    scores = found.signature.scores(patients.features)
    design = add_number(build_design(patients.answers, patients.predictors), SIGNATURE, scores)
    names = with_score(patients.event, design, found.kept, SIGNATURE)
    return lock_logistic(patients.event, design, names, 1.0).terms[-1].coefficient


def test_unknown_answers_are_counted_and_never_filled_in(fitted):
    patients, found = fitted
    unknown = sum(answers["age"] is None for answers in patients.answers)
    assert 0 < unknown < 30
    assert found.models["clinical"].left_out == unknown
    assert found.models["clinical"].cases == 200 - unknown
    _, log_odds = predict(found, QUICK, patients)
    assert np.isnan(log_odds["clinical"]).sum() == unknown
    assert not np.isnan(log_odds["dl"]).any()


def test_the_mean_risk_is_the_share_of_events(fitted):
    patients, found = fitted
    _, log_odds = predict(found, QUICK, patients)
    known = ~np.isnan(log_odds["clinical"])
    p = 1 / (1 + np.exp(-log_odds["clinical"][known]))
    assert p.mean() == pytest.approx(patients.event.mean(), abs=0.02)


def test_a_case_without_images_counts_in_the_clinical_model_only():
    patients = draw_patients(150, seed=5)
    features = patients.features.copy()
    features[:30] = np.nan
    patients = replace(patients, features=features)
    found = fit_all(patients, QUICK, np.random.default_rng(0))
    assert found.models["clinical"].cases == 150
    assert found.models["combined"].cases == found.models["dl"].cases == 120
    scores, log_odds = predict(found, QUICK, patients)
    assert np.isnan(scores[SIGNATURE][:30]).all()
    assert np.isnan(log_odds["dl"][:30]).all()
    assert np.isnan(log_odds["combined"][:30]).all()
    assert not np.isnan(log_odds["clinical"]).any()


def test_nothing_to_learn_gives_everyone_the_mean_risk():
    patients = draw_patients(100, seed=6, clinical=0, image=0)
    patients = replace(patients, features=np.full((100, 5), 3.0))
    found = fit_all(patients, replace(QUICK, models=with_most_p(HU2025.models, 1e-6)), np.random.default_rng(0))
    assert (found.models["clinical"].terms, found.models["dl"].terms, found.models["combined"].terms) == ((), (), ())
    rate = np.log(patients.event.mean() / (1 - patients.event.mean()))
    _, log_odds = predict(found, QUICK, patients)
    for name in HU2025.names:
        np.testing.assert_allclose(log_odds[name], rate)


@pytest.mark.parametrize("head", ["lasso", "ridge", "svm"])
def test_the_head_that_is_asked_for_is_used(head):
    found = fit_all(draw_patients(80, seed=7), by_head(head), np.random.default_rng(0))
    assert found.signature.tuned.head == head
    assert set(found.scores[SIGNATURE].tuned) == {"lasso", "ridge", "svm"}


def test_alternatives_are_compared_on_the_same_folds():
    patients = draw_patients(120, seed=8, features=12, clinical=2)
    found = checked(patients, compare=True)
    assert set(found.alternatives) == {
        *((SIGNATURE, name) for name in ("lasso", "ridge", "svm", "boosting")),
        ("", "ridge"),
        ("", "lasso"),
    }
    for runs in found.alternatives.values():
        assert unseen_auc(patients, averaged(runs)) > 0.6


def test_the_same_seed_gives_the_same_models():
    patients = draw_patients(100, seed=9)
    first, second = (fit_all(patients, QUICK, np.random.default_rng(3)) for _ in range(2))
    assert first.models["combined"] == second.models["combined"]
    np.testing.assert_array_equal(first.signature.weights, second.signature.weights)


def test_an_average_ignores_runs_that_gave_nothing():
    runs = np.array([[1.0, np.nan, np.nan], [3.0, 2.0, np.nan]])
    np.testing.assert_array_equal(averaged(runs), [2.0, 2.0, np.nan])
