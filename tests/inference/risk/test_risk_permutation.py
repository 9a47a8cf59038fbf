"""Attributions by permutation: the definition of Shapley values where all orders are gone, its estimate where not."""

from itertools import combinations
from math import factorial

import numpy as np
import pytest

from inference.risk import permutation
from inference.risk.permutation import orders_of, permuted

ORDERS = [[1, 0, 2, 5, 4, 6, 3], [1, 3, 0, 2, 4, 5, 6]]
"""The first two of seven inputs, as the first version drew them."""


def by_definition(output, values: np.ndarray, places: list[list[int]]) -> np.ndarray:
    """Over all sets of the other inputs; those that are not in a set are at their mean, 0."""
    count, amounts = len(places), np.zeros(len(places))

    def at(players: tuple[int, ...]) -> float:
        row = np.zeros(len(values))
        for player in players:
            row[places[player]] = values[places[player]]
        return float(output(row[None])[0])

    for player in range(count):
        others = [other for other in range(count) if other != player]
        for size in range(count):
            weight = factorial(size) * factorial(count - size - 1) / factorial(count)
            amounts[player] += weight * sum(at((*some, player)) - at(some) for some in combinations(others, size))
    return amounts


def bent(weights: np.ndarray):
    """An output in which everything interacts."""
    return lambda rows: np.tanh(rows @ weights) + np.prod(1 + 0.1 * rows, axis=1)


def noted(output, given: list[int]):
    """The output, and how many rows each call was given."""

    def note(rows: np.ndarray) -> np.ndarray:
        given.append(len(rows))
        return output(rows)

    return note


def test_over_all_orders_they_are_shapley_values_by_their_definition():
    rng = np.random.default_rng(3)
    values, places = rng.normal(size=6), [[0], [1, 2], [3], [4], [5]]
    output = bent(rng.normal(size=6))
    base, amounts = permuted(output, values, places, orders_of(5))
    assert amounts == pytest.approx(by_definition(output, values, places), abs=1e-12)
    assert base == pytest.approx(1.0)
    assert base + amounts.sum() == pytest.approx(output(values[None])[0])


def test_over_drawn_orders_their_sum_is_exact_and_so_is_all_where_no_more_than_two_interact(monkeypatch):
    rng = np.random.default_rng(4)
    values, places, pairs = rng.normal(size=8), [[n] for n in range(8)], rng.normal(size=(8, 8))
    orders = orders_of(8)
    assert orders.shape == (2 * permutation.DRAWN, 8)
    assert (orders[: permutation.DRAWN] == orders[permutation.DRAWN :, ::-1]).all()
    for output, close in (
        (lambda rows: np.einsum("ni,ij,nj->n", rows, pairs, rows), 1e-12),
        (bent(rng.normal(size=8) / 3), 0.02),
    ):
        base, amounts = permuted(output, values, places, orders)
        assert amounts == pytest.approx(by_definition(output, values, places), abs=close)
        assert base + amounts.sum() == pytest.approx(output(values[None])[0])
    # A model is given few rows at a time, at the least those of one order, and the same comes out.
    for at_once, most in ((50, 48), (1, 8), (10**6, 2048)):
        monkeypatch.setattr(permutation, "AT_ONCE", at_once)
        given = []
        assert permuted(noted(output, given), values, places, orders)[1] == pytest.approx(amounts, abs=1e-12)
        assert (given[0], max(given)) == (1, most)


def test_the_orders_are_the_same_at_every_time():
    assert orders_of(7)[:2].tolist() == ORDERS
    assert sorted(map(tuple, orders_of(3))) == sorted(set(map(tuple, orders_of(3))))
    assert (len(orders_of(6)), len(orders_of(7)), orders_of(4, any_will_do=True).tolist()) == (720, 256, [[0, 1, 2, 3]])
