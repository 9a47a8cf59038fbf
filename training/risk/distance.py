"""How far an image is from those a pack was trained on: what is far is refused, for its score would mean nothing.

Features are standardised and split into the directions in which the training cases vary, where the distance is
Mahalanobis', and the rest, where it is the length of what no training case explains. Each part has the same weight:
distance^2 = sum_i t_i^2 / v_i + components x rest^2 / mean rest^2.

The rest has as many dimensions as there are features. A fixed random projection to a few keeps its length (Johnson and
Lindenstrauss 1984), so that the whole distance is the norm of one small linear map: ``|| directions (f - centre) ||``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from training.learners.folds import stratified_folds
from training.learners.heads import principal

PROJECTED = 96
"""Dimensions that the rest is projected to: its squared length is kept to 14 % (sqrt(2 / 96))."""
CASES_PER_COMPONENT = 12
EXPLAINED = 0.9
SPREAD_FLOOR = 0.1
"""Of the median spread; a feature that hardly varied in training must not dominate when it does."""
OWN_FLOOR = 0.01
"""The same of a feature in a unit of its own, whose spread says nothing of others': of its mean size."""
SET_ASIDE = 0.05
"""Share of the training cases, the farthest, that the map is not learnt from: a failed segmentation among them would
make its like look near."""
FOLDS = 10
QUANTILE = 0.985


@dataclass(frozen=True, slots=True)
class DistanceMap:
    """The map: arrays of shape (rows, features) and (features,)."""

    directions: np.ndarray
    centre: np.ndarray
    components: int

    def of(self, features: np.ndarray) -> np.ndarray:
        """Distance of each row of features, shape (n,)."""
        return np.linalg.norm((features - self.centre) @ self.directions.T, axis=1)


@dataclass(frozen=True, slots=True)
class Distance:
    """The map with its limit.

    Attributes
    ----------
    left_out : array, shape (n,)
        Distance of each training case by a map that was learnt without it.
    """

    map: DistanceMap
    limit: float
    left_out: np.ndarray


def learn_distance(features: np.ndarray, groups: np.ndarray, seed: int, own_unit: np.ndarray | None = None) -> Distance:
    """Learn the map, and the limit from left-out cases.

    The limit is the ceil((n + 1) x quantile)-th smallest left-out distance: of new cases like these at most
    1 - quantile are refused on average (conformal prediction: Vovk et al. 2005). In-sample distances are too small.

    Parameters
    ----------
    own_unit : bool array, shape (features,), or None
        Features in units of their own, as those of radiomics; None: all are alike, as those of an encoder.
    """
    # The same number for all maps: a distance grows with it.
    components = count_components(features, own_unit)
    learn = partial(learn_map, components=components, seed=seed, own_unit=own_unit)
    first = _left_out(features, groups, learn, seed, np.ones(len(features), bool))
    near = first <= np.quantile(first, 1 - SET_ASIDE)
    left_out = _left_out(features, groups, learn, seed, near)
    rank = min(int(np.ceil((len(features) + 1) * QUANTILE)), len(features))
    return Distance(learn(features[near]), float(np.sort(left_out)[rank - 1]), left_out)


def _left_out(
    features: np.ndarray, groups: np.ndarray, learn: Callable[[np.ndarray], DistanceMap], seed: int, near: np.ndarray
) -> np.ndarray:
    """Distance of every case by maps learnt from the near ones of the other folds."""
    rng = np.random.default_rng(seed)
    count = min(FOLDS, len(np.unique(groups)))
    fold = stratified_folds(np.zeros(len(features), bool), groups, count, rng)
    distances = np.empty(len(features))
    for k in range(count):
        distances[fold == k] = learn(features[(fold != k) & near]).of(features[fold == k])
    return distances


def learn_map(features: np.ndarray, components: int, seed: int, own_unit: np.ndarray | None = None) -> DistanceMap:
    """Learn the map from these cases; the seed decides the random projection.

    Parameters
    ----------
    components
        Directions of their own; fewer where the cases vary in fewer.
    """
    centre, scale = features.mean(axis=0), _scale(features, own_unit)
    standard = (features - centre) / scale
    variances, vectors = principal(standard)
    kept = min(components, len(variances))
    axes = vectors[:, :kept].T @ standard / np.sqrt(len(features) * variances[:kept, None])
    random = np.random.default_rng([seed, 7]).standard_normal((PROJECTED, features.shape[1])) / np.sqrt(PROJECTED)
    rest = random - (random @ axes.T) @ axes
    unexplained = _mean_rest(standard, kept)
    weight = np.sqrt(kept / unexplained) if unexplained > 1e-9 * (standard**2).sum() / len(standard) else 0.0
    directions = np.vstack([axes / np.sqrt(variances[:kept, None]), rest * weight])
    return DistanceMap(directions / scale, centre, kept)


def _scale(features: np.ndarray, own_unit: np.ndarray | None) -> np.ndarray:
    spread = features.std(axis=0)
    own = np.zeros(len(spread), bool) if own_unit is None else own_unit
    alike = spread[(spread > 0) & ~own]
    usual = np.median(alike) if len(alike) else 1.0
    scale = np.maximum(spread, np.where(own, OWN_FLOOR * np.abs(features.mean(axis=0)), SPREAD_FLOOR * usual))
    # Nothing is known of the unit of a feature that was 0 in every case.
    return np.where(scale > 0, scale, np.inf)


def count_components(features: np.ndarray, own_unit: np.ndarray | None = None) -> int:
    """As many directions as explain most of the variance, but with enough cases for each."""
    variances, _ = principal((features - features.mean(axis=0)) / _scale(features, own_unit))
    enough = int(np.searchsorted(np.cumsum(variances) / variances.sum(), EXPLAINED)) + 1
    return max(1, min(enough, len(features) // CASES_PER_COMPONENT))


def _mean_rest(standard: np.ndarray, kept: int) -> float:
    """Mean squared length of what components learnt from one half of the cases leave unexplained in the other."""
    total = 0.0
    for k in range(2):
        learnt, others = standard[k::2], standard[1 - k :: 2]
        _, vectors = principal(learnt - learnt.mean(axis=0))
        axes = vectors[:, :kept].T @ (learnt - learnt.mean(axis=0))
        axes /= np.linalg.norm(axes, axis=1, keepdims=True)
        away = others - learnt.mean(axis=0)
        total += float((away**2).sum() - ((away @ axes.T) ** 2).sum())
    return total / len(standard)
