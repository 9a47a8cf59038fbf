"""How sure a network is of a structure: as a whole, and slice by slice along it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from inference.results import Measure
from inference.schema import SIZES, OverlapEstimate, Sign, SignOfError
from inference.segmentation import Segmentation
from inference.triples import Triple, triple

THIN_PART = 0.25
"""A slice with less than this part of the middle area of the structure's slices only touches it: such ends are always
unsure, and nothing is seen there."""
APART_MM = 6.0
"""Two places nearer than this are one to whoever looks at them."""


@dataclass(frozen=True, slots=True)
class EstimatedOverlap:
    """What several signs of error together let one expect.

    Attributes
    ----------
    overlap
        Dice with the true contour, 0 to 1.
    worst
        The sign that lowers it most; None where each is as usual or better.
    above
        Whether that sign is above the usual.
    """

    overlap: float
    worst: SignOfError | None = None
    above: bool = False


@dataclass(frozen=True, slots=True)
class SliceCertainty:
    """One axial slice of a structure.

    Attributes
    ----------
    number
        Of the slice in the segmentation's block, from 0.
    certainty
        Mean chance of the voxels labelled there, 0 to 1; 0 in a gap between two pieces.
    place_mm
        Middle of the label, LPS; in a gap between the middles on either side.
    voxels
        How many are labelled.
    """

    number: int
    certainty: float
    place_mm: Triple
    voxels: int


def expected_overlap(found: Segmentation, value: int) -> float | None:
    """Dice that is to be expected of a structure if the chances are right: 2 E(both) / (labelled + E(true)).

    The soft Dice of the label against the network's own chances, over its whole block: what is likely and not labelled
    lowers it too. It is too high where a network is too sure of itself.

    Returns
    -------
    float or None
        0 to 1; None where nothing is labelled, or where the chances outside of the label were not kept.
    """
    name = found.structures[value - 1]
    mask = found.labels == value
    labelled = int(np.count_nonzero(mask))
    if name not in found.expected_ml or not labelled:
        return None
    both = float(found.certainty[mask].sum(dtype=np.float64))
    true = max(found.expected_ml[name] / float(found.grid.voxel_ml), both)
    return 2 * both / (labelled + true)


def signs_of_error(measure: Measure) -> dict[SignOfError, float | None]:
    """The figures of a contour that may tell something of its error."""
    return {
        "certainty": measure.certainty,
        "overlap": measure.expected_overlap,
        "agreement": measure.agreement,
        "volume": measure.volume_ml,
        "length": measure.length_mm,
        "diameter": measure.mean_diameter_mm,
    }


def estimated_overlap(
    figures: Mapping[SignOfError, float | None], estimate: OverlapEstimate
) -> EstimatedOverlap | None:
    """Dice with the true contour by the signs of error that its pack names; None where one of them is not known."""
    above: dict[Sign, float] = {}
    for sign in estimate.signs:
        figure = figures.get(sign.of)
        if figure is None or (sign.of in SIZES and figure <= 0):
            return None
        above[sign] = math.log(figure / sign.usual) if sign.of in SIZES else figure - sign.usual
    overlap = estimate.usual + sum(sign.weight * much for sign, much in above.items())
    overlap = min(max(overlap, 0.0), 1.0)
    worst = min(above, key=lambda sign: sign.weight * above[sign])
    if worst.weight * above[worst] >= 0:
        return EstimatedOverlap(overlap)
    return EstimatedOverlap(overlap, worst.of, above[worst] > 0)


def slices_of(found: Segmentation, value: int) -> tuple[SliceCertainty, ...]:
    """Every axial slice from the first to the last in which a structure is labelled.

    Parameters
    ----------
    value
        Its label.
    """
    voxels = np.argwhere(found.labels == value)
    if not len(voxels):
        return ()
    chances = found.certainty[tuple(voxels.T)].astype(np.float64)
    first = int(voxels[0, 0])
    at = voxels[:, 0] - first
    counts = np.bincount(at)
    seen = np.flatnonzero(counts)
    numbers = np.arange(len(counts))
    middles = [
        np.interp(numbers, seen, np.bincount(at, voxels[:, axis].astype(float))[seen] / counts[seen]) for axis in (1, 2)
    ]
    sums = np.bincount(at, chances)
    places = found.grid.to_patient(np.stack([numbers + first, *middles], axis=1))
    return tuple(
        SliceCertainty(first + int(n), float(sums[n] / max(counts[n], 1)), triple(places[n]), int(counts[n]))
        for n in numbers
    )


def least_certain(slices: tuple[SliceCertainty, ...], apart_mm: float = APART_MM) -> tuple[SliceCertainty, ...]:
    """The slices worth looking at, the least certain first; of those that lie close together the least certain one.

    Slices that the structure only touches are left out, gaps are not.
    """
    areas = [one.voxels for one in slices if one.voxels]
    wide = [one for one in slices if not one.voxels or one.voxels >= THIN_PART * float(np.median(areas))]
    kept: list[SliceCertainty] = []
    for one in sorted(wide, key=lambda one: (one.certainty, one.number)):
        if all(abs(one.place_mm[2] - other.place_mm[2]) >= apart_mm for other in kept):
            kept.append(one)
    return tuple(kept)
