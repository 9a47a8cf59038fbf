"""Trees as plain data: what they give together, and exact Shapley values of it.

What is read is XGBoost's own JSON dump (``Booster.get_dump(dump_format="json", with_stats=True)``; Chen and Guestrin,
KDD 2016): splits of numbers by ``<``, the way of what is missing, and each node's cover, the summed Hessian of the
patients that came through it. The dump does not hold the constant that all trees start from. A forest or a single tree
is written in the same form (:mod:`training.learners.trees`), each leaf with its tree's share of the mean.

Attributions are path-dependent TreeSHAP (Lundberg et al., Nat Mach Intell 2020;2:56): where a feature is left out, both
ways of its splits are gone, weighted by their cover. For one leaf that is a product over the features on its path: o of
one that is there (1 where it leads to the leaf, else 0), z of one that is left out (the share of the cover that goes
on). The Shapley value of such a product is, by Owen's multilinear extension (Manage Sci 1972;18:64),

    phi_i = leaf x (o_i - z_i) x integral from 0 to 1 of prod over j != i of ((1 - t) z_j + t o_j) dt,

a polynomial in t, which Gauss's quadrature integrates exactly. Checked against XGBoost, shap and the definition
(``tests/inference/risk/test_risk_trees.py``).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import numpy as np
from pydantic import Field

from inference.reading import decode_text, parse_json, read_typed

MOST_LEAVES, MOST_ON_A_PATH = 200_000, 64
"""Of all trees, and features between a root and a leaf: what takes seconds is no model for a bedside."""
MOST_WORK = 2**24
"""Of all leaves together: features on the path, times the points at which their polynomial is taken."""
MOST = 1e12
"""No quantity of medicine is larger in its unit (:mod:`inference.packs.bounds`), and nothing overflows below it."""
COVER_AGREES = 1e-3
"""Relative difference of a node's cover and that of its children: the dump rounds to single precision."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the dump: a leaf, or a split with the nodes for yes and no."""

    nodeid: int
    cover: Annotated[float, Field(gt=0, le=MOST)]
    leaf: Annotated[float, Field(ge=-MOST, le=MOST)] | None = None
    split: str | None = None
    split_condition: Annotated[float, Field(ge=-MOST, le=MOST)] | None = None
    yes: int | None = None
    no: int | None = None
    missing: int | None = None
    children: tuple[Node, ...] = ()

    def __post_init__(self) -> None:
        if self.leaf is not None and not self.children:
            return
        ids = tuple(child.nodeid for child in self.children)
        whole = self.leaf is None and self.split is not None and self.split_condition is not None
        if not whole or len(set(ids)) != 2 or {self.yes, self.no} != set(ids) or self.missing not in ids:
            raise ValueError(f"node {self.nodeid} is neither a leaf nor a number split in two")
        if not math.isclose(sum(child.cover for child in self.children), self.cover, rel_tol=COVER_AGREES):
            raise ValueError(f"the cover of node {self.nodeid} is not that of its children")


Trees = Annotated[tuple[Node, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Ensemble:
    """All leaves of all trees with what leads to them.

    Attributes
    ----------
    start
        What all trees start from, in the scale of their output.
    leaf : array, shape (leaves,)
    feature : array, shape (leaves, path)
        Number of each feature between root and leaf; paths are filled up with one that is always 1 and always there.
    low, high : float32 arrays, shape (leaves, path)
        A value from ``low`` to below ``high`` leads to the leaf.
    missing : array of bool, shape (leaves, path)
        Whether a missing value does.
    share : array, shape (leaves, path)
        Product of the shares of the cover that goes on at the splits of the feature.
    """

    names: tuple[str, ...]
    start: float
    leaf: np.ndarray
    feature: np.ndarray
    low: np.ndarray
    high: np.ndarray
    missing: np.ndarray
    share: np.ndarray

    @property
    def base(self) -> float:
        """The mean output over those that the trees were fitted to."""
        return self.start + float(self.leaf @ self.share.prod(axis=1))

    def output(self, values: Sequence[float]) -> float:
        """What the trees give.

        Parameters
        ----------
        values
            One for each name, NaN where it is missing; compared as float32, as XGBoost does.
        """
        return self.start + float(self.leaf @ self._leads(values).all(axis=1))

    def shapley(self, values: Sequence[float]) -> np.ndarray:
        """What each feature adds to the base; together they make the output.

        Returns
        -------
        array, shape (names,)
        """
        there, found = self._leads(values).astype(float), np.zeros(len(self.names) + 1)
        lengths = (self.feature < len(self.names)).sum(axis=1)
        # One long path must not make all others as long, in time and memory.
        for path in np.unique(lengths[lengths > 0]):
            rows = lengths == path
            amounts = self._amounts(there[rows, :path], self.share[rows, :path], self.leaf[rows])
            found += np.bincount(self.feature[rows, :path].ravel(), amounts.ravel(), len(found))
        return found[:-1]

    @staticmethod
    def _amounts(there: np.ndarray, left_out: np.ndarray, leaf: np.ndarray) -> np.ndarray:
        """What each feature on the path of each leaf adds; all of shape (leaves, path), but ``leaf`` (leaves,)."""
        points, weights = np.polynomial.legendre.leggauss((there.shape[1] + 1) // 2)
        t = (points + 1) / 2
        parts = left_out[..., None] * (1 - t) + there[..., None] * t
        before, after = np.ones_like(parts), np.ones_like(parts)
        before[:, 1:] = np.cumprod(parts[:, :-1], axis=1)
        after[:, :-1] = np.cumprod(parts[:, :0:-1], axis=1)[:, ::-1]
        return leaf[:, None] * (there - left_out) * ((before * after) @ (weights / 2))

    def _leads(self, values: Sequence[float]) -> np.ndarray:
        """Whether each feature on each path leads to the leaf."""
        own = np.array([*values, 0.0], np.float32)[self.feature]
        within = (own >= self.low) & ((own < self.high) | np.isinf(self.high))
        return np.where(np.isnan(own), self.missing, within)


def read_ensemble(data: bytes, names: Sequence[str], start: float, source: str) -> Ensemble:
    """Trees of a JSON dump.

    Parameters
    ----------
    names
        Of the features, as the dump has them.

    Raises
    ------
    InputError
        ``json.invalid`` and the like, ``schema.invalid``, or ``schema.reference`` for a feature that is not named.
    """
    return ensemble_of(read_typed(Trees, parse_json(decode_text(data, source), source), source), names, start, source)


def ensemble_of(trees: Sequence[Node], names: Sequence[str], start: float, source: str) -> Ensemble:
    """Trees as one ensemble; arguments and errors as of :func:`read_ensemble`."""
    from inference.errors import InputError

    leaves = [leaf for tree in trees for leaf in _leaves(tree)]
    unknown = sorted({name for _, path in leaves for name in path} - set(names))
    if unknown:
        raise InputError("schema.reference", source=source, field="split", wanted=unknown[0], kind="features")
    longest = max(len(path) for _, path in leaves)
    work = sum(len(path) * ((len(path) + 1) // 2) for _, path in leaves)
    # With paths as long as these.
    most_leaves = min(MOST_LEAVES, MOST_WORK * len(leaves) // max(work, 1))
    for field, count, most in (("split", longest, MOST_ON_A_PATH), ("leaf", len(leaves), most_leaves)):
        if count > most:
            beyond = {"problem": "too many", "problem_kind": "beyond-list", "limit": most, "count": 1}
            raise InputError("schema.invalid", source=source, field=field, **beyond)
    shape = (len(leaves), max(longest, 1))
    feature = np.full(shape, len(names))
    low, high = np.full(shape, -np.inf, np.float32), np.full(shape, np.inf, np.float32)
    missing, share = np.ones(shape, bool), np.ones(shape)
    for row, (_, path) in enumerate(leaves):
        for column, (name, way) in enumerate(path.items()):
            feature[row, column] = names.index(name)
            low[row, column], high[row, column] = way.low, way.high
            missing[row, column], share[row, column] = way.missing, way.share
    return Ensemble(tuple(names), start, np.array([leaf for leaf, _ in leaves]), feature, low, high, missing, share)


@dataclass(frozen=True, slots=True)
class _Way:
    """What of one feature leads down a path."""

    low: float = -np.inf
    high: float = np.inf
    missing: bool = True
    share: float = 1.0


def _leaves(tree: Node) -> list[tuple[float, dict[str, _Way]]]:
    """Value of each leaf, and by feature what leads to it."""
    found: list[tuple[float, dict[str, _Way]]] = []
    waiting: list[tuple[Node, dict[str, _Way]]] = [(tree, {})]
    while waiting:
        node, path = waiting.pop()
        if node.leaf is not None:
            found.append((node.leaf, path))
            continue
        name, condition = str(node.split), float(np.float32(node.split_condition))
        way = path.get(name, _Way())
        for child in node.children:
            yes = child.nodeid == node.yes
            narrowed = _Way(
                way.low if yes else max(way.low, condition),
                min(way.high, condition) if yes else way.high,
                way.missing and child.nodeid == node.missing,
                way.share * child.cover / node.cover,
            )
            waiting.append((child, {**path, name: narrowed}))
    return found
