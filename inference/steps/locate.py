"""Find the region on a coarse copy of the whole scan.

The scan is reduced to the locator's voxel (about 6 mm), walked through in windows from head to foot where it is longer
than one, and the best place is the centre of mass of the network's map of the wanted region.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

import numpy as np
from pydantic import Field

from inference.engines import Interface, LoadedModel, single
from inference.errors import Cancelled
from inference.findings import Finding, rounded
from inference.patterns import Size, Spacing, Window
from inference.steps.window import normalise, on_targets
from inference.vocabulary import STRICT
from inference.volume import Volume


@dataclass(frozen=True, slots=True)
class LocatorPlan:
    """The coarse network.

    Attributes
    ----------
    spacing_mm, size
        Voxel edge and window size (k, j, i).
    classes, target
        Names of the output channels and the one that marks the region.
    least_ml
        With less volume above one half than this the region is not in view. The region is drawn as a ball of
        ``region_ml`` in training.
    least_certainty
        The map must reach this somewhere.
    """

    __pydantic_config__ = STRICT
    model: str
    spacing_mm: Annotated[Spacing, Field(ge=1)]
    size: tuple[Size, Size, Size]
    window_hu: Window
    classes: tuple[str, ...]
    target: str
    region_ml: float
    least_ml: float
    least_certainty: float

    @property
    def interface(self) -> Interface:
        """From a window of the coarse copy to its classes."""
        return single((1, 1, *self.size), (1, len(self.classes), *self.size))


@dataclass(frozen=True, slots=True)
class Place:
    """Where the region is: LPS position, mm, and how sure (0 to 1)."""

    position_mm: tuple[float, float, float]
    certainty: float


def locate(plan: LocatorPlan, volume: Volume, model: LoadedModel, cancelled: Callable[[], bool]) -> Place | Finding:
    """Find the region, or say in a blocking finding that it is not in view."""
    coarse, places = coarse_copy(plan, volume)
    best = Place((0.0, 0.0, 0.0), 0.0)
    most_ml = 0.0
    for start in _window_starts(coarse.shape[0], plan.size[0]):
        if cancelled():
            raise Cancelled
        window = coarse[start : start + plan.size[0]]
        chance = _chance_of_target(plan, model, window)
        found_ml = float(np.count_nonzero(chance > 0.5)) * plan.spacing_mm**3 / 1000
        peak = float(chance.max())
        if found_ml > most_ml or (most_ml == 0 and peak > best.certainty):
            most_ml = max(most_ml, found_ml)
            best = Place(_centre_of_mass(chance, places, start), peak)
    if best.certainty < plan.least_certainty:
        evidence = {"certainty": rounded(best.certainty, 2, plan.least_certainty), "needed": plan.least_certainty}
        return Finding("region.not-in-view", "blocking", evidence)
    if most_ml < plan.least_ml:
        evidence = {"found_ml": rounded(most_ml, 1, plan.least_ml), "needed_ml": plan.least_ml}
        return Finding("region.not-recognised", "blocking", evidence)
    return best


def coarse_copy(plan: LocatorPlan, volume: Volume) -> tuple[np.ndarray, list[np.ndarray]]:
    """The scan on the locator's grid, centred in the plane, padded to at least one window.

    Returns
    -------
    coarse : float32 array [k, j, i], HU
    places : list of three arrays
        Patient coordinates of its voxels along k, j, i, mm.
    """
    grid, step = volume.grid, plan.spacing_mm
    counts = (max(plan.size[0], int(np.ceil(grid.size_mm[0] / step))), plan.size[1], plan.size[2])
    places = []
    for axis, count in enumerate(counts):
        own = grid.places_mm(axis)
        places.append((own[0] + own[-1]) / 2 + (np.arange(count) - (count - 1) / 2) * step)
    return on_targets(volume, places, (step, step, step)), places


def _window_starts(depth: int, window: int) -> list[int]:
    if depth <= window:
        return [0]
    count = int(np.ceil((depth - window) / (window / 2))) + 1
    return [int(round(s)) for s in np.linspace(0, depth - window, count)]


def _chance_of_target(plan: LocatorPlan, model: LoadedModel, window: np.ndarray) -> np.ndarray:
    logits = model.run_single(normalise(window, plan.window_hu)[None, None])[0]
    target = plan.classes.index(plan.target)
    found = np.empty(logits.shape[1:], np.float32)
    for k, place in enumerate(found):  # a slice at a time: the whole scan is still in memory here
        chance = np.exp(logits[:, k] - logits[:, k].max(axis=0))
        np.divide(chance[target], chance.sum(axis=0), out=place)
    return found


def _centre_of_mass(chance: np.ndarray, places: list[np.ndarray], start: int) -> tuple[float, float, float]:
    """Around the peak only, so that a second place far away does not draw the centre between the two."""
    peak = np.array(np.unravel_index(chance.argmax(), chance.shape))
    low = np.maximum(peak - 4, 0)
    near = chance[tuple(slice(a, b) for a, b in zip(low, peak + 5))]
    centre = [
        float(near.sum(axis=tuple(n for n in range(3) if n != axis)) @ np.arange(near.shape[axis]) / near.sum())
        + low[axis]
        for axis in range(3)
    ]
    k, j, i = (np.interp(c + offset, np.arange(len(p)), p) for c, offset, p in zip(centre, (start, 0, 0), places))
    return float(i), float(j), float(k)
