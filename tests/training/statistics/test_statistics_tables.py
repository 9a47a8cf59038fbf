"""Hosmer and Lemeshow's test, rank correlation and paired readings agree with libraries and published examples."""

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.diagnostic_gen import test_chisquare_binning as binned_chisquare

from training.statistics.correlation import spearman
from training.statistics.goodness import hosmer_lemeshow
from training.statistics.paired import holm, paired_shares


def drawn(count, seed=0):
    rng = np.random.default_rng(seed)
    p = 1 / (1 + np.exp(-rng.normal(-0.5, 1.2, count)))
    return rng.random(count) < p, p


@pytest.mark.parametrize(("count", "groups"), [(200, 10), (157, 10), (46, 5)])
def test_hosmer_and_lemeshows_statistic_is_that_of_statsmodels(count, groups):
    event, p = drawn(count)
    table, expected = np.column_stack([~event, event]).astype(float), np.column_stack([1 - p, p])
    wanted = binned_chisquare(table, expected, sort_var=p, bins=groups, df=groups)
    found = hosmer_lemeshow(event, p, groups)
    assert (found.statistic, found.p) == pytest.approx((wanted.statistic, wanted.pvalue))
    fitted = hosmer_lemeshow(event, p, groups, fitted=True)
    assert fitted.statistic == found.statistic and fitted.freedom == found.freedom - 2 == groups - 2
    assert fitted.p == pytest.approx(stats.chi2.sf(found.statistic, groups - 2)) and fitted.p < found.p


def test_patients_of_one_prediction_stand_in_one_group_whatever_their_order():
    """Memory and caffeine (doses of 30 volunteers): what is predicted is the same for all of a dose."""
    good = np.array([10, 13, 17, 15, 10, 5, 4, 3, 3, 1, 0])
    event = np.concatenate([np.repeat([1, 0], [count, 30 - count]) for count in good])
    p = np.repeat(np.linspace(0.6, 0.02, 11), 30)
    found, order = hosmer_lemeshow(event, p, 11), np.random.default_rng(0).permutation(330)
    expected = 30 * np.linspace(0.6, 0.02, 11)
    wanted = ((good - expected) ** 2 / expected + (good - expected) ** 2 / (30 - expected)).sum()
    assert (found.statistic, found.groups, found.freedom) == (pytest.approx(wanted), 11, 11)
    assert hosmer_lemeshow(event[order], p[order], 11).statistic == pytest.approx(wanted)
    assert 3 <= hosmer_lemeshow(event, p, 10).groups < 11
    constant = hosmer_lemeshow(event, np.full(330, 0.3))
    assert constant.groups == 1 and np.isnan([constant.statistic, constant.p]).all()
    with pytest.raises(ValueError, match="at least 3 groups"):
        hosmer_lemeshow(event, p, 2)


def test_spearmans_coefficient_is_scipys_and_has_the_interval_of_bonett_and_wright():
    pairs = np.round(np.random.default_rng(1).multivariate_normal([0, 0], [[1, -0.5], [-0.5, 1]], 46), 1)
    found, wanted = spearman(*pairs.T), stats.spearmanr(*pairs.T)
    assert (found.rho.value, found.p) == pytest.approx((wanted.statistic, wanted.pvalue))
    ends = np.arctanh([found.rho.low, found.rho.value, found.rho.high])
    assert np.diff(ends) == pytest.approx(1.959964 * np.sqrt((1 + found.rho.value**2 / 2) / 43))
    alike = spearman([1, 2, 3, 4, 5], [1, 4, 9, 16, 25]).rho
    assert alike.value == 1 and np.isnan(alike.low)
    for few in (([1, 2, 3], [1, 2, 3]), ([1, 1, 1, 1], [1, 2, 3, 4])):
        assert np.isnan(spearman(*few).rho.value)


def test_paired_shares_are_those_of_the_published_example():
    """Fagerland, Lydersen and Laake, Stat Med 2014;33:2850: response before and after consolidation (Cavo 2012)."""
    first = np.repeat([1, 1, 0, 0], [59, 6, 16, 80])
    second = np.repeat([1, 0, 1, 0], [59, 6, 16, 80])
    found = paired_shares(first, second)
    limits = (found.difference.value, found.difference.low, found.difference.high)
    assert limits == pytest.approx((-0.0621, -0.1186, -0.0046), abs=5e-5)
    assert found.p == pytest.approx(stats.binomtest(6, 22).pvalue)
    assert (found.first_only, found.second_only) == (6, 16)
    back = paired_shares(second, first)
    assert (back.difference.low, back.difference.high) == pytest.approx((0.0046, 0.1186), abs=5e-5)
    assert paired_shares(first, first).p == 1 and np.isnan(paired_shares([], []).p)


def test_p_values_of_several_tests_hold_together_and_those_that_there_are_not_do_not_count():
    assert holm([0.01, float("nan"), 0.04, 0.03]) == pytest.approx((0.03, np.nan, 0.06, 0.06), nan_ok=True)
    assert holm([0.9, 0.5]) == (1.0, 1.0) and holm([]) == ()
