"""From a patient's two scans to vessel masks on the one without contrast medium."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import SimpleITK as sitk

from inference.errors import Cancelled
from inference.findings import Finding
from inference.volume import Grid, Volume
from training.errors import BadInput
from training.transfer.grids import box_around, grid_around, image_of, on_grid, part_of
from training.transfer.grow import Grown, grow
from training.transfer.match import Numbers, around, judge, match
from training.transfer.prior import SPACING_MM, WANTED, Prior, find_place, prior_at
from training.vessels.apply import VesselModel
from training.vessels.patients import mirrored
from training.wording import worded

SIDES = {"right": 0, "left": WANTED}
"""What is added to a vessel's number on each side: 1 to 4 right, 5 to 8 left."""
MARGIN_MM = 20.0
NEARBY_MM, SEARCH_MM, LEAST_VOXELS = 15.0, 50.0, 8
"""How much of the two scans is looked at around the vessels."""
LEAST_COVERED, LEAST_SIMILARITY, MOST_RESIDUAL_HU, LEAST_JACOBIAN, MOST_BEND_MM = 0.6, 0.85, 25.0, 0.2, 12.0
"""Scans that match less are refused; set on pairs of one patient and of two, see ``results.json``."""
GOOD_SIMILARITY = 0.97
OUTSIDE_HU = -1024.0

Places = Mapping[str, tuple[float, float, float]]


class Refused(BadInput):
    """A pair that does not match, with its numbers where they could be measured."""

    def __init__(self, sentence: str, numbers: Numbers | None = None) -> None:
        super().__init__(sentence)
        self.numbers = numbers
        self.args = (sentence, numbers)


@dataclass(frozen=True, slots=True)
class Carried:
    """Masks on the scan without contrast medium.

    Attributes
    ----------
    labels
        uint8 [k, j, i] on the grid of that scan: 1 to 4 right, 5 to 8 left, in the order of the recipe's structures.
    enhanced
        The enhanced scan brought over the other, on a grid around the vessels.
    sides
        Of each side that was in view: masks, how much of their border contrast medium shows, and the blood's HU.
    quality
        0 to 1, see :func:`quality_of`.
    """

    labels: np.ndarray
    enhanced: Volume
    sides: Mapping[str, Grown]
    numbers: Numbers
    quality: float


def find_places(model: VesselModel, volume: Volume, cancelled: Callable[[], bool] = lambda: False) -> Places:
    """The venous angles of the sides that are in view, each where its side is shown as a right one (LPS, mm)."""
    places = {}
    for side in SIDES:
        found = find_place(model, _shown(volume, side), cancelled)
        if not isinstance(found, Finding):
            places[side] = found.position_mm
    return places


def carry(
    model: VesselModel,
    plain: Volume,
    enhanced: Volume,
    places: Places,
    shift_mm: np.ndarray,
    cancelled: Callable[[], bool] = lambda: False,
) -> Carried:
    """Make masks from the enhanced scan and bring them to the other.

    Parameters
    ----------
    places
        As :func:`find_places` gives them for the scan without contrast medium.
    shift_mm
        From that scan to the enhanced one, to begin with (x, y, z).

    Raises
    ------
    Refused
        When the two do not match, with numbers.
    Cancelled
        When asked to stop.
    """
    grid = _region(model, plain, places)
    whole, box = plain.grid.shape, box_around(plain.grid, grid, NEARBY_MM, np.zeros(3))
    other = box_around(enhanced.grid, grid, SEARCH_MM, np.asarray(shift_mm))
    if min(part.stop - part.start for part in (*box, *other)) < LEAST_VOXELS:
        raise Refused(worded("factory.transfer.refused-covered", value=0.0, limit=LEAST_COVERED))
    plain, enhanced = part_of(plain, box), part_of(enhanced, other)
    found = match(plain, enhanced, grid, shift_mm)
    _stop_if(cancelled)
    brought = on_grid(image_of(enhanced.hu.astype(np.float32), enhanced.grid), grid, found.way, OUTSIDE_HU)
    covered = float((brought > OUTSIDE_HU + 1).mean())
    warped = Volume(np.round(brought).astype(np.int16), grid)
    sides, labels, on_region = {}, np.zeros(plain.grid.shape, np.uint8), np.zeros(grid.shape, bool)
    for side, place in places.items():
        _stop_if(cancelled)
        sides[side] = _grown(model, plain, warped, place, side, enhanced.grid.spacing_mm)
        _add(labels, plain.grid, sides[side], side)
        on_region |= on_grid(_wanted(sides[side], side), grid) > 0.5
    if not on_region.any():
        raise Refused(worded("factory.transfer.no-vessels"))
    numbers = judge(plain, enhanced, found, grid, around(on_region, grid), covered)
    check(numbers)
    full = np.zeros(whole, np.uint8)
    full[box] = labels
    return Carried(full, warped, sides, numbers, quality_of(numbers, sides))


def check(numbers: Numbers) -> None:
    """Refuse scans that do not match.

    Raises
    ------
    Refused
        With the numbers and the limit that was missed.
    """
    limits = (
        ("covered", numbers.covered, LEAST_COVERED, numbers.covered >= LEAST_COVERED),
        ("similarity", numbers.similarity, LEAST_SIMILARITY, numbers.similarity >= LEAST_SIMILARITY),
        ("residual", numbers.residual_hu, MOST_RESIDUAL_HU, numbers.residual_hu <= MOST_RESIDUAL_HU),
        ("folded", numbers.jacobian[0], LEAST_JACOBIAN, numbers.jacobian[0] >= LEAST_JACOBIAN),
        ("bend", numbers.bend_mm, MOST_BEND_MM, numbers.bend_mm <= MOST_BEND_MM),
    )
    for name, value, limit, fine in limits:
        if not fine:
            raise Refused(worded(f"factory.transfer.refused-{name}", value=value, limit=limit), numbers)


def quality_of(numbers: Numbers, sides: Mapping[str, Grown]) -> float:
    """How far masks are to be trusted, 0 to 1.

    How alike the scans are (none at the least that is let through, all at :data:`GOOD_SIMILARITY`), times how much of
    the borders contrast medium shows; where it shows nothing, half is left, as the network draws it.
    """
    fit = np.clip((numbers.similarity - LEAST_SIMILARITY) / (GOOD_SIMILARITY - LEAST_SIMILARITY), 0, 1)
    told = np.mean([part for side in sides.values() for part in side.told])
    return round(float(fit * (0.5 + 0.5 * told)), 2)


def _region(model: VesselModel, plain: Volume, places: Places) -> Grid:
    """Around the blocks of all sides."""
    plan = model.step.block
    half = np.array(plan.size) * plan.spacing_mm / 2 + MARGIN_MM / 2
    corners = []
    for side, place in places.items():
        middle = np.array(place) + np.array(plan.offset_mm)[::-1]
        if side == "left":
            middle[0] = -middle[0]
        corners += [middle - half[::-1], middle + half[::-1]]
    scan = [plain.grid.to_patient(np.array(index)) for index in ((0, 0, 0), np.array(plain.grid.shape) - 1)]
    low, high = np.maximum(np.min(corners, axis=0), scan[0]), np.minimum(np.max(corners, axis=0), scan[1])
    return grid_around(low, high, SPACING_MM)


def _grown(
    model: VesselModel,
    plain: Volume,
    warped: Volume,
    place: tuple[float, float, float],
    side: str,
    scanned_mm: tuple[float, ...],
) -> Grown:
    """Masks of one side, shown as a right one; the network has seen both scans."""
    both = [prior_at(model, _shown(volume, side), place) for volume in (plain, warped)]
    prior = Prior(both[0].grid, np.mean([one.chances for one in both], axis=0))
    return grow(_shown(warped, side), prior, side == "right", scanned_mm)


def _shown(volume: Volume, side: str) -> Volume:
    return mirrored(volume) if side == "left" else volume


def _wanted(grown: Grown, side: str) -> sitk.Image:
    """The wanted vessels of a side where they lie in the patient."""
    found = (grown.labels > 0) & (grown.labels <= WANTED)
    mask = _shown(Volume(found.astype(np.float32), grown.grid), side)
    return image_of(mask.hu, mask.grid)


def _add(labels: np.ndarray, grid: Grid, grown: Grown, side: str) -> None:
    """Put a side's masks onto the scan's own grid: each voxel is of the vessel that fills most of it, and half."""
    most = np.full(grid.shape, 0.5, np.float32)
    for value in range(1, WANTED + 1):
        mask = _shown(Volume(grown.shares[value - 1], grown.grid), side)
        share = on_grid(image_of(mask.hu, mask.grid), grid)
        labels[share > most] = value + SIDES[side]
        most = np.maximum(most, share)


def _stop_if(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled
