"""What the vessel network says of a scan: the chance of each kind of vessel around the venous angle of a side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from inference.engines import EngineProvider
from inference.findings import Finding
from inference.resample import axis_weights, resample
from inference.steps.locate import Place, locate
from inference.steps.segment import BlockPlan
from inference.steps.window import normalise, on_targets
from inference.triples import shape_of, triple
from inference.volume import Grid, Volume
from training.simulate import classes
from training.vessels.apply import VesselModel, load_vessel_model

KINDS = (
    (classes.COMMON_CAROTID,),
    (classes.JUGULAR,),
    (classes.SUBCLAVIAN_ARTERY,),
    (classes.SUBCLAVIAN_VEIN,),
    (classes.OTHER_ARTERY,),
    (classes.OTHER_VEIN,),
    (classes.AXILLARY_ARTERY,),
    (classes.AXILLARY_VEIN,),
    (classes.THYROID,),
)
"""The network's classes that are told apart here, each beside "all else", which comes first."""
VESSELS = 8
"""So many of them are vessels, the first four those that are wanted."""
WANTED = 4
SPACING_MM = 1.0


@dataclass(frozen=True, slots=True)
class Prior:
    """Chances around the venous angle.

    Attributes
    ----------
    chances
        float32 [1 + kind, k, j, i], in the order of :data:`KINDS`.
    """

    grid: Grid
    chances: np.ndarray


@contextmanager
def opened(model: Path, engine: str | None) -> Iterator[VesselModel]:
    """The vessel networks of a pack or of a work folder."""
    engines = EngineProvider(engine)
    try:
        yield load_vessel_model(model, engines)
    finally:
        engines.close()


def find_place(model: VesselModel, volume: Volume, cancelled: Callable[[], bool] = lambda: False) -> Place | Finding:
    """The right venous angle, or why there is none in view."""
    return locate(model.step.locator, volume, model.locator, cancelled)


def prior_at(model: VesselModel, volume: Volume, place_mm: tuple[float, float, float]) -> Prior:
    """Run the fine network around a place (LPS, mm) of a right side."""
    plan = model.step.block
    corner = np.array(place_mm)[::-1] + plan.offset_mm - (np.array(plan.size) - 1) / 2 * plan.spacing_mm
    grid = grid_inside(corner, plan)
    total = np.zeros((len(plan.classes), *grid.shape), np.float32)
    for part in (-0.25, 0.25):
        start = corner + part * np.array(plan.spacing_mm)
        targets = [s + np.arange(n) * d for s, n, d in zip(start, plan.size, plan.spacing_mm)]
        image = normalise(on_targets(volume, targets, plan.spacing_mm), plan.window_hu)
        logits = model.block.run_single(image[None, None])[0]
        chance = np.exp(logits - logits.max(axis=0, keepdims=True))
        chance /= chance.sum(axis=0, keepdims=True)
        weights = tuple(
            axis_weights(n, first, step, grid.places_mm(axis), step)
            for axis, (n, first, step) in enumerate(zip(plan.size, start, plan.spacing_mm))
        )
        total += np.stack([resample(layer, weights, 0.0) for layer in chance]) / 2
    kinds = [total[[plan.classes.index(classes.NAMES[n]) for n in kind]].sum(axis=0) for kind in KINDS]
    rest = np.clip(1 - np.sum(kinds, axis=0), 0, 1)
    return Prior(grid, np.stack([rest, *kinds]))


def grid_inside(corner: np.ndarray, plan: BlockPlan) -> Grid:
    """A grid of :data:`SPACING_MM` that lies inside a block (k, j, i), half a voxel from its border.

    Its voxels lie at whole multiples, as those of every other such grid: nothing is interpolated between them.
    """
    step = np.array(plan.spacing_mm)
    first = np.ceil((corner + step / 4) / SPACING_MM)
    last = np.floor((corner + (np.array(plan.size) - 1.25) * step) / SPACING_MM)
    return Grid(triple(first[::-1] * SPACING_MM), (SPACING_MM,) * 3, shape_of((last - first + 1).astype(int).tolist()))
