"""Cross-validation folds: patients are never torn apart, and each fold has its share of events."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np


def stratified_folds(event: np.ndarray, groups: np.ndarray, folds: int, rng: np.random.Generator) -> np.ndarray:
    """Number of the fold of each row.

    Parameters
    ----------
    event : bool array, shape (n,)
    groups : int array, shape (n,)
        Patient of each row; all rows of one patient come into the same fold.
    folds
        How many.

    Returns
    -------
    int array, shape (n,), values 0 to folds - 1
    """
    patients, place = np.unique(groups, return_inverse=True)
    with_event = np.bincount(place, event) > 0
    fold = np.empty(len(patients), int)
    start = 0
    for kind in (np.flatnonzero(with_event), np.flatnonzero(~with_event)):
        # Dealt on from where the last kind ended, so that the folds are also alike in size.
        fold[rng.permutation(kind)] = (start + np.arange(len(kind))) % folds
        start += len(kind)
    return fold[place]


def usable_folds(event: np.ndarray, groups: np.ndarray, wanted: int) -> int:
    """As many folds as wanted, fewer where there are not that many patients of one kind; at least 2."""
    patients_with = len(np.unique(groups[event]))
    patients_without = len(np.unique(groups[~event]))
    return max(2, min(wanted, patients_with, patients_without))


def repeated_folds(
    event: np.ndarray, groups: np.ndarray, folds: int, repeats: int, rng: np.random.Generator
) -> Iterator[tuple[int, np.ndarray]]:
    """Every fold of every repeat: its repeat, and the rows outside of it, bool array, shape (n,)."""
    count = usable_folds(event, groups, folds)
    for repeat in range(repeats):
        fold = stratified_folds(event, groups, count, rng)
        yield from ((repeat, fold != k) for k in range(count))
