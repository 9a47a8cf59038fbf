"""AUC, DeLong and thresholds: against scikit-learn, all pairs, DeLong's own example and simulation."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.special import expit, logit
from scipy.stats import norm
from sklearn.metrics import confusion_matrix, roc_auc_score, roc_curve

from training.statistics.discrimination import auc, classification, delong, delong_test, youden_threshold
from training.statistics.proportions import wilson

QUICK = settings(max_examples=40, deadline=None)

# Albumin, total protein, K-G score and success of surgery of 43 patients: DeLong, DeLong and Clarke-Pearson, Biometrics
# 1988;44:837, as printed in the SAS/STAT User's Guide, PROC LOGISTIC, «Comparing Receiver Operating Characteristic
# Curves»; a low K-G score is good.
OVARIAN_TEXT = """
3.0 5.8 10 0  3.2 6.3 5 1  3.9 6.8 3 1  2.8 4.8 6 0  3.2 5.8 3 1  0.9 4.0 5 0  2.5 5.7 8 0  1.6 5.6 5 1
3.8 5.7 5 1  3.7 6.7 6 1  3.2 5.4 4 1  3.8 6.6 6 1  4.1 6.6 5 1  3.6 5.7 5 1  4.3 7.0 4 1  3.6 6.7 4 0  2.3 4.4 6 1
4.2 7.6 4 0  4.0 6.6 6 0  3.5 5.8 6 1  3.8 6.8 7 1  3.0 4.7 8 0  4.5 7.4 5 1  3.7 7.4 5 1  3.1 6.6 6 1  4.1 8.2 6 1
4.3 7.0 5 1  4.3 6.5 4 1  3.2 5.1 5 1  2.6 4.7 6 1  3.3 6.8 6 0  1.7 4.0 7 0  3.7 6.1 5 1  3.3 6.3 7 1  4.2 7.7 6 1
3.5 6.2 5 1  2.9 5.7 9 0  2.1 4.8 7 1  2.8 6.2 8 0  4.0 7.0 7 1  3.3 5.7 6 1  3.7 6.9 5 1  3.6 6.6 5 1
"""
OVARIAN = np.array([float(number) for number in OVARIAN_TEXT.split()]).reshape(-1, 4)
SUCCESS = OVARIAN[:, 3]
ALBUMIN, PROTEIN, KG_SCORE = OVARIAN[:, 0], OVARIAN[:, 1], 10 - OVARIAN[:, 2]

# Few different scores, so that ties are frequent.
SAMPLES = arrays(int, st.tuples(st.integers(4, 40), st.just(2)), elements=st.integers(0, 6)).map(
    lambda rows: ((rows[:, 0] > 3).astype(int), rows[:, 1] / 6)
)
TWO_KINDS = SAMPLES.filter(lambda s: 0 < s[0].sum() < len(s[0]))
TWO_OF_EACH = SAMPLES.filter(lambda s: 1 < s[0].sum() < len(s[0]) - 1)


def covariance_by_all_pairs(outcome, scores):
    """DeLong's covariance of AUCs from the full matrix of comparisons, as the paper defines it."""
    event = np.asarray(outcome, bool)
    pairs = [np.sign(s[event][:, None] - s[~event][None]) / 2 + 0.5 for s in scores]
    events, others = np.array([p.mean(1) for p in pairs]), np.array([p.mean(0) for p in pairs])
    return np.cov(events) / events.shape[1] + np.cov(others) / others.shape[1]


@QUICK
@given(TWO_KINDS)
def test_the_auc_is_that_of_scikit_learn_ties_included(sample):
    assert auc(*sample) == pytest.approx(roc_auc_score(*sample))


@QUICK
@given(TWO_KINDS)
def test_the_auc_of_the_opposite_score_is_the_complement(sample):
    outcome, score = sample
    assert auc(outcome, -score) == pytest.approx(1 - auc(outcome, score))


@pytest.mark.parametrize("outcome", [[0, 0, 0], [1, 1, 1]])
def test_the_auc_of_one_kind_of_patients_is_not_estimable(outcome):
    assert np.isnan([auc(outcome, [1, 2, 3]), delong(outcome, [1, 2, 3]).low]).all()


@pytest.mark.parametrize(
    ("score", "area", "error"), [(ALBUMIN, 0.7366, 0.0927), (KG_SCORE, 0.7258, 0.1028), (PROTEIN, 0.6478, 0.1000)]
)
def test_area_and_standard_error_of_delongs_example_are_the_published_ones(score, area, error):
    interval = delong(SUCCESS, score)
    half = (logit(interval.high) - logit(interval.low)) / 2
    assert interval.value == pytest.approx(area, abs=5e-5)
    assert half * area * (1 - area) / norm.ppf(0.975) == pytest.approx(error, abs=1e-4)


@pytest.mark.parametrize(
    ("score", "difference", "chi_square", "p"), [(ALBUMIN, 0.0108, 0.0127, 0.9102), (PROTEIN, -0.0780, 0.5554, 0.4561)]
)
def test_comparisons_of_delongs_example_are_the_published_ones(score, difference, chi_square, p):
    test = delong_test(SUCCESS, score, KG_SCORE)
    assert test.difference == pytest.approx(difference, abs=5e-5)
    assert test.z**2 == pytest.approx(chi_square, abs=5e-5)
    assert test.p == pytest.approx(p, abs=5e-5)


@QUICK
@given(TWO_OF_EACH)
def test_the_interval_is_delongs_variance_by_all_pairs_on_the_logit_scale(sample):
    outcome, score = sample
    area = roc_auc_score(outcome, score)
    interval = delong(outcome, score, level=0.9)
    if 0 < area < 1:
        error = np.sqrt(covariance_by_all_pairs(outcome, [score])) / (area * (1 - area))
        wanted = expit(logit(area) + norm.ppf([0.05, 0.95]) * error)
        assert (interval.low, interval.high) == pytest.approx(tuple(wanted))


@QUICK
@given(TWO_OF_EACH)
def test_the_interval_encloses_the_area_and_stays_within_0_and_1(sample):
    interval = delong(*sample)
    assert 0 <= interval.low <= interval.value + 1e-12
    assert interval.value - 1e-12 <= interval.high <= 1


def test_a_perfect_score_gets_the_exact_limit_of_disjoint_pairs():
    # Ten events, ten pairs in order: 0.025 ** (1/10), the limit of Clopper and Pearson for 10 of 10.
    interval = delong([0] * 30 + [1] * 10, range(40))
    assert (interval.value, interval.high) == (1, 1)
    assert interval.low == pytest.approx(0.6915, abs=5e-5)


def test_a_perfectly_wrong_score_mirrors_the_perfect_one():
    right, wrong = delong([0] * 9 + [1] * 5, range(14)), delong([1] * 5 + [0] * 9, range(14))
    assert (wrong.low, wrong.high) == pytest.approx((1 - right.high, 1 - right.low))


def test_one_event_has_an_area_but_no_limits():
    interval = delong([0, 0, 1], [1, 3, 2])
    assert interval.value == 0.5
    assert np.isnan([interval.low, interval.high]).all()


def test_delongs_interval_of_a_small_good_test_covers_the_truth_95_times_in_100():
    generator, shift = np.random.default_rng(20), 1.8
    truth = norm.cdf(shift / np.sqrt(2))
    outcome, repeats = np.repeat([1, 0], [14, 31]), 2000
    found = [delong(outcome, generator.normal(size=45) + shift * outcome) for _ in range(repeats)]
    covered = np.mean([interval.low <= truth <= interval.high for interval in found])
    assert 0.93 < covered < 0.97


@QUICK
@given(TWO_OF_EACH, st.randoms())
def test_the_paired_test_is_delongs_covariance_by_all_pairs(sample, random):
    outcome, score = sample
    other = np.array([random.choice((s, 1 - s)) for s in score])
    covariance = covariance_by_all_pairs(outcome, [score, other])
    variance = covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1]
    test = delong_test(outcome, score, other)
    assert test.difference == pytest.approx(roc_auc_score(outcome, score) - roc_auc_score(outcome, other))
    if variance > 1e-12:
        assert test.z == pytest.approx(test.difference / np.sqrt(variance), abs=1e-9)
        assert test.p == pytest.approx(2 * norm.sf(abs(test.z)))
        assert (test.low + test.high) / 2 == pytest.approx(test.difference, abs=1e-12)


def test_scores_that_rank_alike_do_not_differ():
    test = delong_test(SUCCESS, ALBUMIN, ALBUMIN**3)
    assert (test.difference, test.z, test.p) == (0, 0, 1)


def test_a_difference_without_variance_has_no_p():
    test = delong_test([0, 0, 1, 1], [1, 2, 3, 4], [5, 5, 5, 5])
    assert test.difference == 0.5
    assert np.isnan([test.low, test.z, test.p]).all()


def test_the_paired_test_rejects_equal_scores_5_times_in_100():
    generator, repeats = np.random.default_rng(21), 1000
    outcome = np.repeat([1, 0], [40, 80])
    rejected = 0
    for _ in range(repeats):
        shared = generator.normal(size=120) + outcome
        rejected += delong_test(outcome, *(shared + generator.normal(size=(2, 120)))).p < 0.05
    assert 0.035 < rejected / repeats < 0.065


@QUICK
@given(TWO_KINDS, st.integers(0, 6))
def test_counts_at_a_threshold_are_scikit_learns_confusion_matrix(sample, sixths):
    outcome, score = sample
    table = classification(outcome, score, sixths / 6)
    assert [table.tn, table.fp, table.fn, table.tp] == list(
        confusion_matrix(outcome, score >= sixths / 6, labels=[0, 1]).ravel()
    )


def test_proportions_of_the_table_have_wilsons_intervals():
    table = classification([1, 1, 1, 0, 0, 0, 0], [0.9, 0.5, 0.1, 0.5, 0.4, 0.3, 0.2], 0.5)
    assert (table.sensitivity, table.specificity, table.accuracy) == (wilson(2, 3), wilson(3, 4), wilson(5, 7))


def test_sensitivity_without_events_is_not_estimable():
    table = classification([0, 0], [0.1, 0.9], 0.5)
    assert np.isnan(table.sensitivity.value)
    assert table.specificity.value == 0.5


@QUICK
@given(TWO_KINDS)
def test_no_threshold_has_a_larger_youden_index(sample):
    outcome, score = sample
    false_positives, true_positives, _ = roc_curve(outcome, score)
    table = classification(outcome, score, youden_threshold(outcome, score))
    found = table.sensitivity.value + table.specificity.value - 1
    assert found == pytest.approx((true_positives - false_positives).max())


def test_the_youden_threshold_lies_between_two_scores():
    assert youden_threshold([0, 0, 1, 1], [0.1, 0.2, 0.6, 0.9]) == pytest.approx(0.4)


def test_among_equal_youden_indices_the_most_sensitive_wins():
    # Both above 0.25 (2 of 2 events, 1 of 2 others) and above 0.75 (1 of 2, 0 of 2): index 0.5.
    assert youden_threshold([0, 1, 0, 1], [0.2, 0.3, 0.7, 0.8]) == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("outcome", "score", "message"),
    [
        ([0, 1], [0.5], "There are 2 outcomes"),
        ([0, 2], [0.5, 0.5], "0 .no event. or 1"),
        ([0, np.nan], [0.5, 0.5], "0 .no event. or 1"),
        ([0, 1], [0.5, np.nan], "not a finite number"),
        ([], [], "at least one"),
    ],
)
def test_input_that_cannot_be_meant_is_refused_in_words(outcome, score, message):
    with pytest.raises(ValueError, match=message):
        auc(outcome, score)
