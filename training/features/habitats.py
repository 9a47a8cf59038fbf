"""Centroids of sub-regions, learnt from the lesions of training cases: voxels of all of them, clustered together.

No outcome has a part in it. In the cross-validation of the risk they are learnt anew without the left-out cases all the
same; see :mod:`training.features.anew`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields

import numpy as np

from inference.quality.region import part_of
from inference.reading import read_json, read_typed, to_plain
from inference.segmentation import Segmentation
from inference.steps.habitat import HabitatStep
from inference.volume import Volume
from inference.voxel_features import nearest_centroid, voxel_features
from training.errors import BadInput
from training.recipes import HabitatPlan
from training.workspace import Workspace, write_json

STARTS = 10
"""Of k-means: the best of so many beginnings counts."""
FEWEST_CASES = 2
DIGITS = 6
"""Of a centroid, as it stands in a manifest."""
Voxels = Mapping[str, np.ndarray]
"""By case: float array, shape (voxels, features + 1), the last column the depth in mm."""


def voxels_of(plan: HabitatPlan, volume: Volume, found: Segmentation, seed: int) -> np.ndarray:
    """Features of some of the voxels of a lesion, as many as the plan wants at most: a row of :data:`Voxels`."""
    mask = found.mask_of(plan.structure)
    wanted = (*plan.features, *(() if "depth" in plan.features else ("depth",)))
    given = voxel_features(part_of(volume, found), mask, found.grid.spacing_mm, wanted, plan.reach_mm)
    given = np.column_stack([given[:, : len(plan.features)], given[:, wanted.index("depth")]])
    if len(given) <= plan.voxels:
        return given
    # By the case alone, so that it has the same voxels in whatever company.
    return given[np.random.default_rng(seed).choice(len(given), plan.voxels, replace=False)]


def learn_habitats(plan: HabitatPlan, voxels: Voxels, cases: Iterable[str], seed: int) -> HabitatStep:
    """Cluster the voxels of these cases; the pack's step with the centroids.

    Raises
    ------
    BadInput
        When there are too few cases, or voxels that differ, for so many sub-regions.
    """
    from sklearn.cluster import KMeans

    known = [voxels[case] for case in cases if len(voxels.get(case, ()))]
    if len(known) < FEWEST_CASES:
        raise BadInput(f"{plan.id}: sub-regions are learnt from two lesions at least; there are {len(known)}")
    pooled = np.concatenate(known)
    features, depth, count = pooled[:, :-1], pooled[:, -1], len(plan.structures)
    scale = features.std(axis=0)
    if not scale.all() or len(np.unique(features, axis=0)) < count:
        raise BadInput(f"{plan.id}: the voxels of {len(known)} lesions do not differ enough for {count} sub-regions")
    fitted = KMeans(count, n_init=STARTS, random_state=seed).fit(features / scale)
    centroids = fitted.cluster_centers_ * scale
    order = _order(plan, centroids, nearest_centroid(features, centroids, scale), depth)
    return HabitatStep(
        kind="habitat",
        centroids=tuple(tuple(_short(value) for value in centroids[n]) for n in order),
        scale=tuple(_short(value) for value in scale),
        **{one.name: getattr(plan, one.name) for one in fields(plan) if one.name not in ("kind", "voxels")},
    )


def _order(plan: HabitatPlan, centroids: np.ndarray, nearest: np.ndarray, depth: np.ndarray) -> list[int]:
    """Which cluster is which sub-region: that nearest to the surface the border, the others by their first feature."""
    rest = np.argsort(-centroids[:, 0], kind="stable").tolist()
    if plan.border is None:
        return rest
    border = min(rest, key=lambda n: float(depth[nearest == n].mean()))
    rest.remove(border)
    place = plan.structures.index(plan.border)
    return [*rest[:place], border, *rest[place:]]


def _short(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")


def write_habitats(work: Workspace, learnt: Mapping[str, HabitatStep]) -> None:
    """Keep what was learnt, by source."""
    write_json(work.habitats, {name: to_plain(step) for name, step in learnt.items()})


def read_habitats(work: Workspace) -> dict[str, HabitatStep]:
    """What ``features`` learnt, by source.

    Raises
    ------
    BadInput
        When it was not run.
    """
    path = work.need(work.habitats, "features")
    return read_typed(dict[str, HabitatStep], read_json(path), str(path))
