"""The figures of the evaluation are those of the statistics library, at thresholds that were locked before."""

import json
import math
import re
from dataclasses import replace

import numpy as np
import pytest
from scipy.special import expit, logit

from inference.risk.logistic import shift_prevalence
from inference.vocabulary import Text
from tests.helpers.evaluated import SIZES, THRESHOLDS, TRAINING, add_truth, add_vessels, locked_models, make_evaluated
from training.cohort.table import read_cohort
from training.errors import BadInput
from training.evaluation.checklists import claim, tripod
from training.evaluation.compute import Settings, compute
from training.evaluation.inputs import joined, read_predictions
from training.evaluation.locked import answers_of, shipped_model
from training.evaluation.performance import comparisons, predictive_intervals
from training.evaluation.risk import decision_curve, groups, shifted
from training.evaluation.shipped import contributions, draw_nomogram, learning
from training.evaluation.subgroups import subgroups
from training.evaluation.thresholds import MULTIPLES as RISKS
from training.evaluation.wording import Words, percent
from training.learners import Forest, Logistic, Svm
from training.recipes.hu2025 import HU2025
from training.risk.model import read_model
from training.statistics.bootstrap import stratified_bootstrap
from training.statistics.calibration import brier, calibration_slope, ici
from training.statistics.decision import net_benefit_at_prevalence
from training.statistics.discrimination import (
    Classification,
    auc,
    classification,
    delong,
    delong_test,
    youden_threshold,
)
from training.statistics.fewest import FEWEST
from training.statistics.proportions import wilson
from training.statistics.samples import prevalence_weights
from training.workspace import Workspace

SITE, REPEATS, SEED = 0.0027, 40, 5
SETTINGS = Settings(SITE, "test", SEED, REPEATS)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    made = make_evaluated(tmp_path_factory.mktemp("evaluated"))
    add_vessels(made.work)
    add_truth(made.work)
    return made


@pytest.fixture(scope="module")
def cohort(made):
    return read_cohort(made.cohort)


@pytest.fixture(scope="module")
def samples(made, cohort):
    return read_predictions(made.work / "risk" / "predictions.csv", cohort)


@pytest.fixture(scope="module")
def results(made, cohort):
    return compute(cohort, Workspace(made.work), SETTINGS)


@pytest.fixture(scope="module")
def model(samples):
    return shipped_model(locked_models(), samples["train"])


@pytest.fixture(scope="module")
def predictors(cohort):
    return {p.id: p for p in cohort.settings.predictors}


def known(samples, name, model="combined"):
    sample = samples[name].known(model)
    return sample.outcome, sample.scores[model]


@pytest.mark.parametrize("name", ["clinical", "dl", "combined"])
@pytest.mark.parametrize("sample", ["train", "apparent", "validation", "external"])
def test_areas_and_their_intervals_are_those_of_the_library(results, samples, sample, name):
    found = results.performance_of(name, sample)
    outcome, score = known(samples, sample, name)
    assert found.auc == delong(outcome, score)
    patients = samples[sample].known(name).patients
    drawn = stratified_bootstrap(auc, outcome, score, seed=SEED, repeats=REPEATS, patients=patients)
    assert found.auc_bootstrap == drawn
    assert (found.n, found.events) == (len(outcome), outcome.sum())


@pytest.mark.parametrize("name", ["clinical", "dl", "combined"])
@pytest.mark.parametrize("sample", ["validation", "external"])
def test_thresholds_are_those_locked_in_training_and_not_the_best_of_the_sample(results, samples, sample, name):
    outcome, score = known(samples, sample, name)
    found = results.classified_of(name, sample)
    assert found.threshold == THRESHOLDS[name] != youden_threshold(outcome, score)
    expected = classification(outcome, score, THRESHOLDS[name])
    assert found.sensitivity == expected.sensitivity
    assert found.specificity == expected.specificity
    assert found.accuracy == expected.accuracy
    counts = (found.true_positives, found.false_positives, found.true_negatives, found.false_negatives)
    assert counts == (expected.tp, expected.fp, expected.tn, expected.fn)
    assert results.classified_of(name, sample, "sensitive").threshold == THRESHOLDS[name] / 2


def test_differences_between_models_are_tested_on_the_cases_that_both_predict(results, samples):
    both = samples["validation"].known("combined", "dl")
    expected = delong_test(both.outcome, both.scores["combined"], both.scores["dl"])
    found = next(c for c in results.comparisons if (c.sample, c.model, c.other) == ("validation", "combined", "dl"))
    assert (found.difference.value, found.p) == (expected.difference, expected.p)
    assert found.n == len(both.cases) < sum(SIZES["validation"])


def test_models_that_rank_alike_do_not_differ(samples):
    validation = samples["validation"]
    same = replace(validation, scores={**validation.scores, "clinical": validation.scores["dl"]})
    found = [c for c in comparisons(same, HU2025.pairs) if (c.model, c.other) == ("dl", "clinical")]
    assert [(c.difference.value, c.p) for c in found] == [(0.0, 1.0)]


def test_predictive_values_are_at_the_rate_of_the_site(results):
    found = results.classified_of("combined", "validation")
    sensitivity, specificity = found.sensitivity.value, found.specificity.value
    positives = sensitivity * SITE + (1 - specificity) * (1 - SITE)
    assert found.ppv.value == pytest.approx(sensitivity * SITE / positives)
    assert found.ppv.low < found.ppv.value < found.ppv.high < 0.1


def test_intervals_of_predictive_values_hold_the_truth_as_often_as_they_should():
    rng = np.random.default_rng(0)
    sensitivity, specificity, rate = 0.8, 0.85, 0.01
    truth = sensitivity * rate / (sensitivity * rate + (1 - specificity) * (1 - rate))
    held = 0
    for _ in range(2000):
        tp, tn = rng.binomial(60, sensitivity), rng.binomial(140, specificity)
        counts = Classification(0.5, tp, 140 - tn, tn, 60 - tp, None, wilson(tp, 60), wilson(tn, 140))
        ppv, _ = predictive_intervals(counts, rate)
        held += ppv.low <= truth <= ppv.high
    assert 0.935 < held / 2000 < 0.97


def test_a_faultless_sample_has_predictive_values_with_an_interval():
    counts = Classification(0.5, 10, 0, 20, 0, None, wilson(10, 10), wilson(20, 20))
    ppv, npv = predictive_intervals(counts, SITE)
    assert (ppv.value, ppv.high, npv.value, npv.high) == (1, 1, 1, 1)
    assert 0 < ppv.low < 0.1
    assert 0.99 < npv.low < 1


def test_calibration_at_the_site_is_of_shifted_probabilities_and_reweighted_cases(results, samples):
    outcome, p = known(samples, "validation")
    at_site = [shift_prevalence(v, TRAINING, SITE) for v in p]
    np.testing.assert_allclose(shifted(p, TRAINING, SITE), at_site)
    weights = prevalence_weights(outcome, SITE)
    before, after = (
        next(c for c in results.calibration if (c.model, c.sample, c.at_site) == ("combined", "validation", shift))
        for shift in (False, True)
    )
    assert before.slope == calibration_slope(outcome, p)
    assert after.slope == calibration_slope(outcome, np.array(at_site), weights)
    assert before.brier.value == brier(outcome, p).score
    assert after.ici.value == pytest.approx(ici(outcome, np.array(at_site), weights).ici)
    assert (before.prevalence, after.prevalence) == (TRAINING, SITE)


def test_groups_of_the_calibration_curve_hold_all_patients(samples):
    outcome, p = known(samples, "validation")
    parts = groups(outcome, p)
    assert sum(part.n for part in parts) == len(p)
    assert sum(round(part.observed.value * part.n) for part in parts) == outcome.sum()
    assert [part.predicted for part in parts] == sorted(part.predicted for part in parts)
    assert groups(outcome[:11], p[:11]) == ()


def test_net_benefit_is_at_the_rate_of_the_site_and_its_interval_joins_two_proportions(samples):
    outcome, p = known(samples, "external")
    curve = decision_curve(samples["external"], "combined", TRAINING, SITE)
    at_site, thresholds = shifted(p, TRAINING, SITE), SITE * np.array(RISKS)
    np.testing.assert_allclose(
        [b.value for b in curve.benefit], net_benefit_at_prevalence(outcome, at_site, thresholds, SITE)
    )
    n = RISKS.index(1.0)
    found, falsely = (wilson(int((at_site[o] >= SITE).sum()), int(o.sum())) for o in (outcome, ~outcome))
    # At a threshold of the event rate both weigh the same.
    down = math.hypot(SITE * (found.value - found.low), SITE * (falsely.high - falsely.value))
    assert curve.benefit[n].value - curve.benefit[n].low == pytest.approx(down)
    assert curve.treat_all[n] == pytest.approx(0)


def test_contributions_add_up_to_the_distance_from_the_mean_patient(model, samples, predictors):
    sample = samples["train"].known("combined")
    found = contributions(model, predictors, sample)
    moved = np.sum([c.log_odds for c in found], axis=0)
    scores = logit(sample.scores["combined"])
    np.testing.assert_allclose(moved, scores - scores.mean(), atol=1e-9)
    assert found[0].predictor == "signature"


def test_an_unknown_answer_contributes_nothing(model, samples, predictors):
    sample = samples["train"]
    row = next(n for n, age in enumerate(answers_of(sample, "age")) if age is None)
    age = next(c for c in contributions(model, predictors, sample) if c.predictor == "age")
    assert (age.log_odds[row], age.values[row]) == (0.0, None)


def test_points_of_the_nomogram_lead_to_the_risk_of_the_model(model, samples, predictors):
    drawn = draw_nomogram(model, predictors, samples["train"])
    person = {row.predictor: row.answers[-1] for row in drawn.rows}
    total = sum(row.points[-1] for row in drawn.rows)
    relative = drawn.log_odds_at_zero + drawn.log_odds_per_point * total
    expected = locked_models().models["combined"].log_odds(person)
    assert expit(relative + logit(TRAINING)) == pytest.approx(expit(expected))
    assert max(max(row.points) for row in drawn.rows) == pytest.approx(100)


def test_the_learning_curve_is_the_same_for_the_same_seed_and_counts_its_cases(model, samples):
    tests = [samples["validation"], samples["external"]]
    first, again = (learning(model, samples["train"].known("combined"), tests, 3) for _ in range(2))
    assert first == again
    whole = known(samples, "train")[0]
    assert [p.cases for p in first] == sorted(p.cases for p in first)
    assert all(p.cases < len(whole) and p.auc.low <= p.auc.value <= p.auc.high for p in first)
    assert {p.tested for p in first if p.sample == "validation"} == {45}


def test_subgroups_with_too_few_events_have_no_figures(samples, predictors):
    tests = joined("tests", [samples["validation"], samples["external"]])
    found = subgroups(tests, "combined", predictors, {}, THRESHOLDS["combined"])
    assert {g.factor for g in found} == {"all", "sex", "age", "centre"}
    for group in found:
        enough = min(group.events, group.n - group.events) >= FEWEST
        assert (group.auc is not None) == enough == (group.sensitivity is not None)
    women = next(g for g in found if g.level == Text("female", "女"))
    rows = np.array([case.answers["sex"] == "female" for case in tests.cases])
    part = tests.part(rows).known("combined")
    assert women.auc == delong(part.outcome, part.scores["combined"])
    for factor in ("sex", "age", "centre"):
        assert sum(g.n for g in found if g.factor == factor) == len(tests.known("combined").cases)


def test_patients_with_several_cases_are_drawn_together(tmp_path):
    made = make_evaluated(tmp_path, clustered=True)
    results = compute(read_cohort(made.cohort), Workspace(made.work), SETTINGS)
    assert results.population("train").patients < results.population("train").n
    sample = read_predictions(made.work / "risk" / "predictions.csv", read_cohort(made.cohort))["train"].known("dl")
    together = stratified_bootstrap(
        auc, sample.outcome, sample.scores["dl"], seed=SEED, repeats=REPEATS, patients=sample.patients
    )
    assert results.performance_of("dl", "train").auc_bootstrap == together


def test_a_sample_of_one_kind_has_counts_but_no_area(tmp_path):
    made = make_evaluated(tmp_path, sizes={**SIZES, "external": (20, 0)})
    results = compute(read_cohort(made.cohort), Workspace(made.work), SETTINGS)
    found, counted = results.performance_of("combined", "external"), results.classified_of("combined", "external")
    assert (found.auc, found.auc_bootstrap, found.roc) == (None, None, ())
    assert (counted.sensitivity, counted.ppv) == (None, None)
    assert counted.specificity.value == counted.true_negatives / counted.n
    assert not [d for d in results.decisions if d.sample == "external"]
    assert not [c for c in results.calibration if c.sample == "external" and c.at_site]


def test_results_say_which_files_they_are_of(results, made):
    assert {"model.json", "predictions.csv", "results.json", "simulation.json"} == set(results.sources)
    assert results.locked == read_model(made.work / "risk" / "model.json", HU2025)


@pytest.mark.parametrize("name", ["model.json", "predictions.csv"])
def test_without_the_models_it_names_the_command_to_run_first(tmp_path, name):
    made = make_evaluated(tmp_path)
    (made.work / "risk" / name).unlink()
    with pytest.raises(BadInput, match=rf"{name} does not exist; run first: precontrast-train train-risk"):
        compute(read_cohort(made.cohort), Workspace(made.work), SETTINGS)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("case,split", "cases,split", "has no column case"),
        ("V001,validation", "X001,validation", "case X001 is not in the cohort"),
        ("V001,validation,0", "V001,validation,1", "outcome of V001 has changed"),
        ("V001,validation", "V001,test", "split or the outcome is none"),
        ("V001,validation,0,0.", "V001,validation,0,7.", "clinical is no probability"),
        ("V001,validation,0,0.", "V001,validation,0,x.", "is not a number"),
    ],
)
def test_predictions_of_another_run_are_refused_in_words(tmp_path, old, new, says):
    made = make_evaluated(tmp_path, seed=4)
    path = made.work / "risk" / "predictions.csv"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(BadInput, match=says):
        read_predictions(path, read_cohort(made.cohort))


def test_a_damaged_simulation_names_its_field(tmp_path, cohort):
    made = make_evaluated(tmp_path)
    truth = add_truth(made.work)
    truth["coverage"][0]["covered"] = 1001
    (made.work / "simulation.json").write_text(json.dumps(truth), encoding="utf-8")
    from inference.errors import InputError
    from training.errors import sentence_of

    with pytest.raises(InputError) as caught:
        compute(read_cohort(made.cohort), Workspace(made.work), SETTINGS)
    assert "coverage[0]" in sentence_of(caught.value)


@pytest.mark.parametrize(
    ("learner", "says"),
    [
        (Logistic(), ("screened one by one (p ≤ 0.05)", "widens the interval", "Nomogram")),
        (Logistic(selection="none"), ("logistic regression of all predictors", "widens the interval", "Nomogram")),
        (
            Forest(),
            ("random-forest model, tuned and calibrated", "gives no prediction, here as in", "exact for linear"),
        ),
        (Svm(), ("support-vector model, tuned and calibrated", "gives no prediction, here as in", "exact for linear")),
    ],
    ids=["backward", "none", "forest", "svm"],
)
@pytest.mark.parametrize("site", [0.0027, 0.8])
def test_the_checklists_say_how_this_recipes_models_were_built_and_nothing_that_is_not_known(
    results, cohort, predictors, learner, says, site
):
    """At the site the event may be commoner as well as rarer; nobody told the factory how cases were sampled."""
    shipped = results.shipped
    models = tuple(replace(m, learner=learner) if m.name == shipped else m for m in cohort.recipe.models)
    locked = results.locked.models[shipped]
    if learner.kind != "logistic":
        locked = object()
    own = replace(results, locked=replace(results.locked, models={**results.locked.models, shipped: locked}))
    own = replace(own, site_prevalence=site)
    recipe = replace(cohort.recipe, models=models)
    both = [Words(language, predictors, recipe) for language in ("en", "zh")]
    english, chinese = (tripod(own, cohort, words) + claim(own, cohort, words) for words in both)
    assert all(text in english for text in says)
    assert "model: logistic regression of its score alone;" in english
    assert f"{percent(TRAINING)} in training and {percent(site)} at the site" in english
    assert percent(site) in chinese and not re.search(r"[{}]", english + chinese)
    assert not re.search("commoner|sampl(ed|ing) by outcome|small samples|按结局抽样|高于使用单位", english + chinese)
