"""Agreement of readers: intraclass correlation of one reading, in a two-way layout of subjects by readers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import f as f_distribution

from training.statistics.samples import NOT_ESTIMABLE, Interval


def icc2_1(ratings: ArrayLike, level: float = 0.95) -> Interval:
    """Absolute agreement of one reader drawn from many (two-way random effects).

    Shrout and Fleiss, Psychol Bull 1979;86:420, ICC(2,1) with its approximate interval (Satterthwaite's degrees of
    freedom); McGraw and Wong, Psychol Methods 1996;1:30, ICC(A,1).

    Parameters
    ----------
    ratings
        One row for each subject, one column for each reader, complete.

    Returns
    -------
    Interval
        NaN if the ratings do not vary; limits are NaN if only the readers differ.
    """
    squares = _mean_squares(ratings)
    n, k, subjects, readers, error = squares.n, squares.k, squares.subjects, squares.readers, squares.error
    whole = subjects + (k - 1) * error + k * (readers - error) / n
    if whole <= 1e-12 * (subjects + readers + error):
        return NOT_ESTIMABLE
    value = (subjects - error) / whole
    if readers == error == 0:
        return Interval(value, value, value)
    of_readers, of_error = k * value * readers, (n * (1 + (k - 1) * value) - k * value) * error
    if of_readers == of_error == 0:
        return Interval(value, np.nan, np.nan)
    freedom = (of_readers + of_error) ** 2 / (of_readers**2 / (k - 1) + of_error**2 / ((n - 1) * (k - 1)))
    unlike = k * readers + (k * n - k - n) * error
    quantile = (1 + level) / 2
    lower, upper = f_distribution.ppf(quantile, n - 1, freedom), f_distribution.ppf(quantile, freedom, n - 1)
    return Interval(
        value,
        float(n * (subjects - lower * error) / (lower * unlike + n * subjects)),
        float(n * (upper * subjects - error) / (unlike + n * upper * subjects)),
    )


@dataclass(frozen=True, slots=True)
class _MeanSquares:
    """Two-way analysis of variance without replication: n subjects, k readers."""

    n: int
    k: int
    subjects: float
    readers: float
    error: float


def _mean_squares(ratings: ArrayLike) -> _MeanSquares:
    values = np.asarray(ratings, float)
    if values.ndim != 2 or min(values.shape) < 2:
        raise ValueError(f"Ratings need two subjects (rows) and two readers (columns); their shape is {values.shape}.")
    if not np.isfinite(values).all():
        raise ValueError("A rating is missing; leave out subjects that not every reader has rated.")
    n, k = values.shape
    # Rounding would leave tiny mean squares where readers agree exactly or nothing varies.
    values = values - values[0, 0]
    values -= values.mean()
    subjects, readers = values.mean(1), values.mean(0)
    residual = values - subjects[:, None] - readers
    noise = (np.abs(values).max() * 1e-12) ** 2
    squares = (
        k * (subjects**2).sum() / (n - 1),
        n * (readers**2).sum() / (k - 1),
        (residual**2).sum() / ((n - 1) * (k - 1)),
    )
    return _MeanSquares(n, k, *(float(x) if x > noise else 0.0 for x in squares))
