"""Bootstrap: against SciPy's, by what each draw must keep, and optimism against new patients."""

import numpy as np
import pytest
from scipy import stats

from training.statistics.bootstrap import optimism, stratified_bootstrap
from training.statistics.discrimination import auc


def difference(event, x):
    return x[event].mean() - x[~event].mean()


@pytest.fixture(scope="module")
def patients():
    generator = np.random.default_rng(1)
    outcome = np.repeat([1, 0], [20, 45])
    return outcome, generator.normal(size=65) + outcome


def test_the_percentile_interval_is_that_of_scipys_bootstrap_of_two_samples(patients):
    outcome, x = patients
    ours = stratified_bootstrap(difference, outcome, x, seed=2, repeats=4000)
    theirs = stats.bootstrap(
        (x[outcome == 1], x[outcome == 0]),
        lambda a, b, axis: a.mean(axis) - b.mean(axis),
        n_resamples=4000,
        method="percentile",
        vectorized=True,
        rng=np.random.default_rng(3),
    ).confidence_interval
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=0.03)
    assert ours.value == pytest.approx(x[:20].mean() - x[20:].mean())


def test_every_draw_has_as_many_events_as_the_sample(patients):
    interval = stratified_bootstrap(lambda event, x: event.sum(), *patients, seed=4, repeats=50)
    assert (interval.low, interval.high) == (20, 20)


def test_rows_of_a_patient_are_drawn_together(patients):
    # Each patient twice, shuffled: drawn as patients, the interval is the one of the patients' single rows.
    outcome, x = patients
    order = np.random.default_rng(5).permutation(130)
    names = np.tile([f"patient {i:03}" for i in range(65)], 2)[order]
    single = stratified_bootstrap(auc, outcome, x, seed=6, repeats=200)
    double = stratified_bootstrap(
        auc, np.tile(outcome, 2)[order], np.tile(x, 2)[order], seed=6, repeats=200, patients=names
    )
    assert (double.low, double.high) == pytest.approx((single.low, single.high))


def test_a_patient_with_an_event_in_any_row_counts_as_one_with_the_event():
    outcome, names = [1, 0, 0, 0, 0], ["a", "a", "b", "c", "d"]
    interval = stratified_bootstrap(lambda event: event.sum(), outcome, patients=names, seed=1, repeats=50)
    assert (interval.low, interval.high) == (1, 1)


def test_the_same_seed_gives_the_same_interval(patients):
    first, second = (stratified_bootstrap(auc, *patients, seed=7, repeats=100) for _ in range(2))
    assert first == second


def test_a_statistic_that_is_often_not_estimable_has_no_limits(patients):
    interval = stratified_bootstrap(lambda event, x: np.nan if x[0] > 1 else 1.0, *patients, seed=8, repeats=200)
    assert np.isnan([interval.low, interval.high]).all()


def least_squares(event, features):
    """A model that overfits: a linear score with one coefficient for each feature."""
    coefficients, *_ = np.linalg.lstsq(features - features.mean(0), event - event.mean(), rcond=None)
    return lambda rows: rows @ coefficients


def test_most_of_the_optimism_of_pure_noise_is_taken_away():
    generator, left = np.random.default_rng(10), []
    outcome = np.repeat([1, 0], [30, 50])
    for seed in range(8):
        result = optimism(least_squares, auc, outcome, generator.normal(size=(80, 8)), seed=seed, repeats=60)
        left.append([result.apparent - 0.5, result.corrected.value - 0.5])
    apparent, corrected = np.mean(left, 0)
    assert apparent > 0.15
    assert corrected < 0.4 * apparent


def test_the_corrected_performance_is_that_on_new_patients():
    generator, effects = np.random.default_rng(11), np.array([1.0, 0.5, 0, 0, 0, 0])
    outcome, new = np.repeat([1, 0], [60, 120]), np.repeat([1, 0], [3000, 5000])
    differences = []
    for seed in range(12):
        features = generator.normal(size=(180, 6)) + outcome[:, None] * effects
        others = generator.normal(size=(8000, 6)) + new[:, None] * effects
        result = optimism(least_squares, auc, outcome, features, seed=seed, repeats=60)
        differences.append(result.corrected.value - auc(new, least_squares(outcome, features)(others)))
    assert np.mean(differences) == pytest.approx(0, abs=0.03)


def test_a_model_that_learns_nothing_has_no_optimism(patients):
    result = optimism(lambda event, x: lambda rows: rows, auc, *patients, seed=12, repeats=400)
    assert result.optimism == pytest.approx(0, abs=0.01)
    assert result.corrected.low < result.corrected.value < result.corrected.high


def test_the_corrected_limits_are_the_apparent_ones_shifted_by_the_optimism(patients):
    result = optimism(lambda event, x: lambda rows: rows, auc, *patients, seed=13, repeats=300)
    apparent = stratified_bootstrap(auc, *patients, seed=13, repeats=300)
    assert result.corrected.low == pytest.approx(apparent.low - result.optimism)
    assert result.corrected.high == pytest.approx(apparent.high - result.optimism)


def test_arrays_of_another_length_are_refused(patients):
    with pytest.raises(ValueError, match="There are 65 outcomes"):
        stratified_bootstrap(auc, patients[0], [1, 2], seed=1)


def test_patients_of_another_number_are_refused(patients):
    with pytest.raises(ValueError, match="patients have the shape"):
        stratified_bootstrap(auc, *patients, patients=["a", "b"], seed=1)
