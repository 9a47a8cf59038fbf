"""Attributions by permutation, for a model whose parts neither add up nor lie open, such as an RBF kernel's.

The inputs go from the means of those that the model was fitted to to those of the patient, one after the other, and
what the output changes by is put down to the input that went. Over all orders the means of it are the Shapley values
against the patient of mean inputs; over some, with each its reverse, an estimate of them that is exact where no more
than two inputs interact (Strumbelj and Kononenko, Knowl Inf Syst 2014;41:647; Mitchell et al., J Mach Learn Res
2022;23:43). In every order they lead from the base to the output, so that their sum is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations

import numpy as np

MOST_WITH_ALL_ORDERS = 6
"""Inputs; they have 720 orders."""
DRAWN = 128
"""Orders of more inputs, each with its reverse."""
SEED = 20250101
AT_ONCE = 4096
"""Rows that the model is given at a time."""


def orders_of(count: int, any_will_do: bool = False) -> np.ndarray:
    """The orders in which so many inputs go: the same at every time and on every computer.

    Parameters
    ----------
    any_will_do
        Nothing interacts: one order is as good as all.

    Returns
    -------
    int array, shape (orders, count)
    """
    if any_will_do:
        return np.arange(count)[None]
    if count <= MOST_WITH_ALL_ORDERS:
        return np.array(list(permutations(range(count))))
    # numpy promises that the stream of this generator stays what it is (NEP 19).
    drawn = np.random.RandomState(SEED)
    some = np.array([drawn.permutation(count) for _ in range(DRAWN)])
    return np.concatenate([some, some[:, ::-1]])


def permuted(
    output: Callable[[np.ndarray], np.ndarray],
    values: np.ndarray,
    places: Sequence[Sequence[int]],
    orders: np.ndarray,
) -> tuple[float, np.ndarray]:
    """What the inputs start from, and what each adds on its way to the patient's value.

    Parameters
    ----------
    output
        From rows of values, shape (n, columns), to outputs, shape (n,).
    values : array, shape (columns,)
        Less their means.
    places
        By input the columns that change with it.
    orders : int array, shape (orders, inputs)

    Returns
    -------
    base : float
        Output where every value is 0.
    amounts : array, shape (inputs,)
    """
    own = np.zeros((len(places), len(values)), bool)
    for row, columns in zip(own, places):
        row[list(columns)] = True
    base, total = float(output(np.zeros((1, len(values))))[0]), np.zeros(len(places))
    chunk = max(1, AT_ONCE // len(places))
    for start in range(0, len(orders), chunk):
        some = orders[start : start + chunk]
        gone = np.logical_or.accumulate(own[some], axis=1)
        rows = np.where(gone, values, 0.0).reshape(-1, len(values))
        along = np.column_stack([np.full(len(some), base), output(rows).reshape(len(some), -1)])
        total += np.bincount(some.ravel(), np.diff(along, axis=1).ravel(), len(places))
    return base, total / len(orders)
