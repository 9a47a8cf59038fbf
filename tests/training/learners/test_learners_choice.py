"""Columns of answers, univariable screening, elimination and shrinkage."""

import numpy as np
import pytest
import statsmodels.api as sm
from scipy.special import expit

from tests.helpers.risk import GRADE, PREDICTORS, SEX, draw_patients
from training.learners.choice import candidates, choose, eliminate, univariable, usable
from training.learners.design import Design, add_number, build_design, without_repeats
from training.learners.logistic import with_score
from training.learners.regression import fit
from training.learners.shrinkage import bootstrap_shrinkage, intercept_for


def design_of(**columns) -> Design:
    """A design of numbers; NaN is unknown."""
    names = list(columns)
    empty = Design(np.zeros((len(columns[names[0]]), 0)), (), {})
    for name in names:
        empty = add_number(empty, name, np.asarray(columns[name], float))
    return empty


def test_a_choice_is_compared_with_the_first_answer_that_somebody_has():
    patients = [{"sex": "female", "grade": "bad"}, {"sex": "male", "grade": "mild"}, {"sex": None, "grade": "mild"}]
    design = build_design(patients, (SEX, GRADE))
    assert design.references == {"sex": "male", "grade": "mild"}
    assert [(c.predictor, c.answer) for c in design.columns] == [("sex", "female"), ("grade", "bad")]
    np.testing.assert_array_equal(design.matrix, [[1, 1], [0, 0], [np.nan, 0]])
    assert design.known.tolist() == [True, True, False]


def test_a_predictor_that_is_the_same_in_everybody_has_no_column():
    patients = [{"age": 40.0, "sex": "male"}, {"age": 50.0, "sex": "male"}, {"age": None, "sex": None}]
    assert build_design(patients, PREDICTORS).predictors == ("age",)


def test_univariable_odds_ratios_are_those_of_statsmodels_on_the_known_answers():
    patients = draw_patients(300, seed=1, unknown=0.2)
    design = build_design(patients.answers, patients.predictors)
    found = univariable(patients.event, design)
    assert set(found) == {"age", "sex", "grade", "noise"}
    age = np.array([np.nan if a["age"] is None else a["age"] for a in patients.answers])
    known = ~np.isnan(age)
    other = sm.Logit(patients.event[known].astype(float), sm.add_constant(age[known])).fit(disp=0)
    assert found["age"].coefficients[1] == pytest.approx(other.params[1], rel=1e-5)
    assert found["age"].wald_p(np.array([0])) == pytest.approx(other.pvalues[1], rel=1e-3)


def test_elimination_keeps_what_matters_and_drops_the_rest():
    patients = draw_patients(500, seed=2)
    design = build_design(patients.answers, patients.predictors)
    found = eliminate(patients.event, design, ["noise", "grade", "age", "sex"], 0.05)
    assert set(found.kept) == {"age", "sex"}
    direct = fit(patients.event, design.of(found.kept).matrix)
    np.testing.assert_allclose(found.regression.coefficients, direct.coefficients)


def test_elimination_goes_step_by_step_as_with_statsmodels():
    rng = np.random.default_rng(3)
    shared = rng.normal(0, 1, 200)
    columns = {name: shared + rng.normal(0, 1.2, 200) for name in "abcd"}
    event = rng.random(200) < expit(0.8 * shared)
    kept = list("abcd")
    while kept:
        x = sm.add_constant(np.column_stack([columns[k] for k in kept]))
        p = sm.Logit(event.astype(float), x).fit(disp=0).pvalues[1:]
        if p.max() <= 0.05:
            break
        kept.pop(int(p.argmax()))
    assert eliminate(event, design_of(**columns), list("abcd"), 0.05).kept == tuple(kept)


def test_answers_of_a_choice_go_or_stay_together():
    rng = np.random.default_rng(4)
    patients = [{"grade": ("none", "mild", "bad")[n % 3]} for n in range(300)]
    worse = np.array([p["grade"] == "bad" for p in patients])
    event = rng.random(300) < expit(-1.5 + 2 * worse)
    found = eliminate(event, build_design(patients, (GRADE,)), ["grade"], 0.05)
    assert found.kept == ("grade",)
    assert len(found.regression.coefficients) == 3


def test_a_predictor_that_goes_takes_its_unknown_answers_with_it():
    patients = draw_patients(300, seed=5)
    event, design = patients.event, build_design(patients.answers, patients.predictors)
    gaps = np.where(np.arange(300) < 100, np.nan, np.random.default_rng(0).normal(0, 1, 300))
    found = eliminate(event, add_number(design, "gaps", gaps), ["age", "sex", "gaps"], 0.05)
    assert "gaps" not in found.kept
    assert found.rows.all()


def test_nothing_significant_keeps_nothing():
    event = np.arange(60) % 3 == 0
    found = eliminate(event, design_of(a=np.tile([0.0, 1, 2, 3], 15)), ["a"], 0.05)
    assert (found.kept, found.regression) == ((), None)
    assert found.rows.all()


def test_the_same_predictor_twice_is_used_once():
    rng = np.random.default_rng(6)
    kilograms = rng.normal(70, 12, 200)
    event = rng.random(200) < expit((kilograms - 70) / 8)
    design = design_of(kilograms=kilograms, pounds=kilograms * 2.20462)
    assert without_repeats(design, ["pounds", "kilograms"]) == ("pounds",)
    assert choose(event, design, ["kilograms", "pounds"], 0.05).kept in (("kilograms",), ("pounds",))


def test_a_predictor_known_in_few_is_no_candidate():
    design = design_of(often=np.arange(10.0), seldom=[1, 2, 3, *[np.nan] * 7])
    assert candidates(design, 0.8) == ("often",)


@pytest.mark.parametrize(
    ("event", "matrix"),
    [
        (np.ones(9, bool), np.arange(9.0)[:, None]),
        (np.arange(9) < 4, np.full((9, 1), 3.0)),
        (np.arange(9) < 4, np.column_stack([np.arange(9.0), 2 * np.arange(9.0) + 1])),
        (np.arange(3) < 1, np.array([[1.0, 0], [0, 1], [1, 1]])),
    ],
)
def test_what_cannot_be_fitted_is_not(event, matrix):
    assert not usable(event, matrix)


def test_a_signature_that_lowers_the_risk_is_noise():
    patients = draw_patients(200, seed=7)
    design = build_design(patients.answers, patients.predictors)
    seen = patients.features[:, 0]
    assert with_score(patients.event, add_number(design, "signature", seen), ["age"], "signature") == (
        "age",
        "signature",
    )
    assert with_score(patients.event, add_number(design, "signature", -seen), ["age"], "signature") == ("age",)


def shrinkage_of(event, design, rng):
    def procedure(rows):
        return fit(event[rows], design[rows]).log_odds(design)

    return bootstrap_shrinkage(event, np.arange(len(event)), procedure, 60, rng)


def test_shrinkage_is_near_that_of_van_houwelingen():
    """Heuristic shrinkage 1 - df / model chi-square (van Houwelingen and le Cessie 1990); 1 with much data."""
    rng = np.random.default_rng(8)
    for count, columns in ((150, 8), (4000, 2)):
        design = rng.normal(0, 1, (count, columns))
        event = rng.random(count) < expit(1.2 * design[:, 0])
        whole = fit(event, design).log_likelihood
        null = fit(event, np.zeros((count, 0))).log_likelihood
        heuristic = 1 - columns / (2 * (whole - null))
        assert shrinkage_of(event, design, rng) == pytest.approx(heuristic, abs=0.08)


def test_a_fit_to_noise_is_shrunk_to_almost_nothing():
    rng = np.random.default_rng(9)
    design = rng.normal(0, 1, (100, 10))
    assert shrinkage_of(np.arange(100) < 30, design, rng) < 0.6
    nothing = bootstrap_shrinkage(np.arange(40) < 9, np.arange(40), lambda rows: None, 5, rng)
    assert nothing == 0


def test_all_cases_of_a_patient_are_drawn_together():
    rng = np.random.default_rng(10)
    event, groups = np.arange(60) < 20, np.arange(60) // 4
    drawn = []
    bootstrap_shrinkage(event, groups, lambda rows: drawn.append(rows), 10, rng)
    for rows in drawn:
        times = np.bincount(rows, minlength=60).reshape(15, 4)
        assert (times == times[:, :1]).all()
        assert event[rows].sum() == 20


def test_the_new_intercept_gives_the_share_of_events():
    rng = np.random.default_rng(11)
    log_odds, event = rng.normal(1, 2, 200), np.arange(200) < 61
    assert expit(log_odds + intercept_for(event, log_odds)).mean() == pytest.approx(0.305, abs=1e-9)
