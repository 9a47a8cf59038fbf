"""Minimum sample size, against the published examples and against its own definition by simulation."""

import numpy as np
import pytest
from scipy.stats import norm

from training.cohort.samplesize import assumed_r2, maximum_r2, minimum_sample_size, most_parameters, r2_of_auc


def test_the_chagas_example_of_riley_2019():
    # Riley et al., Stat Med 2019;38:1276, as in the documentation of the authors' package pmsampsize: 24 parameters,
    # 17.4 % events, Cox-Snell R2 0.288 need 623, 662 and 221 patients.
    needed = minimum_sample_size(24, 0.174, 0.288)
    assert (needed.shrinkage, needed.optimism, needed.precision) == (623, 662, 221)
    assert needed.patients == 662


def test_the_pre_eclampsia_example_of_riley_2020():
    # Riley et al., BMJ 2020;368:m441: 30 parameters, 5 % events, R2 assumed as 15 % of its maximum 0.33, that is 0.05,
    # need 5249 patients for a shrinkage of 0.9, and 73 for the overall risk.
    assert maximum_r2(0.05) == pytest.approx(0.33, abs=0.005)
    assert assumed_r2(0.05) == pytest.approx(0.05, abs=0.001)
    needed = minimum_sample_size(30, 0.05, 0.05)
    assert (needed.shrinkage, needed.precision, needed.patients) == (5249, 73, 5249)


@pytest.mark.parametrize(("auc", "share"), [(0.6, 0.3), (0.89, 0.174), (0.96, 0.5)])
def test_r2_of_an_auc_is_that_of_a_large_sample(auc, share):
    # The definition of Riley, Van Calster and Collins 2021: a logistic fit to two normal distributions, here evenly
    # spaced by probability instead of drawn.
    statsmodels = pytest.importorskip("statsmodels.api")
    groups = [norm.ppf((np.arange(n) + 0.5) / n) for n in (round(20_000 * share), round(20_000 * (1 - share)))]
    predictor = np.concatenate([groups[0] + 2**0.5 * norm.ppf(auc), groups[1]])
    outcome = np.arange(len(predictor)) < len(groups[0])
    fit = statsmodels.Logit(outcome, statsmodels.add_constant(predictor)).fit(disp=False)
    assert r2_of_auc(auc, share) == pytest.approx(1 - np.exp(2 * (fit.llnull - fit.llf) / len(outcome)), abs=0.001)


def test_as_many_parameters_as_allowed_need_no_more_patients_than_there_are():
    for patients in (50, 207, 662, 5000):
        allowed = most_parameters(patients, 0.3, 0.2)
        for parameters, fits in ((allowed, True), (allowed + 1, False)):
            if parameters:
                needed = minimum_sample_size(parameters, 0.3, 0.2)
                assert (max(needed.shrinkage, needed.optimism) <= patients) == fits
