"""CT numbers of the procedural body: density, blur and noise, the same for everyone."""

from __future__ import annotations

import numpy as np

from inference.phantom.body import make_body
from inference.phantom.tissues import ARTERY, BLOOD, MEAN_HU, VEIN
from inference.volume import Grid, Volume

NOISE_HU = 10.0
SEED = 20251128


def render(label_step_mm: float = 1.0, slice_mm: float = 2.0, enhanced_hu: float | None = None) -> Volume:
    """Make the phantom's CT.

    Parameters
    ----------
    label_step_mm
        Voxel edge of the drawing and of the image in the plane.
    slice_mm
        Slice thickness and distance; a whole multiple of ``label_step_mm``.
    enhanced_hu
        Density of blood for a phantom with contrast medium; None for an unenhanced one.

    Returns
    -------
    Volume
        int16 HU; the top of the manubrium is at LPS (0, 0, 0).
    """
    body = make_body(label_step_mm)
    density = np.zeros(32, np.float32)
    for tissue, (mean, _, _) in MEAN_HU.items():
        density[tissue] = mean
    if enhanced_hu is not None:
        density[[ARTERY, BLOOD, VEIN]] = enhanced_hu
    group = round(slice_mm / label_step_mm)
    count = body.tissue.shape[0] // group
    rng = np.random.default_rng(SEED)
    slices = []
    for n in range(count):
        mean = density[body.tissue[n * group : (n + 1) * group]].mean(axis=0)
        noise = _blur(rng.standard_normal(mean.shape).astype(np.float32))
        slices.append(_blur(mean) + NOISE_HU / noise.std() * noise)
    hu = np.clip(np.round(np.stack(slices)), -1024, 3071).astype(np.int16)
    low_x, low_y, low_z = body.grid.origin_mm
    grid = Grid(
        (low_x, low_y, low_z + (slice_mm - label_step_mm) / 2), (slice_mm, label_step_mm, label_step_mm), hu.shape
    )
    return Volume(hu, grid)


def _blur(plane: np.ndarray) -> np.ndarray:
    """A 3 x 3 binomial filter: about the sharpness of a soft kernel at 1 mm."""
    for axis in (0, 1):
        plane = 0.5 * plane + 0.25 * (np.roll(plane, 1, axis) + np.roll(plane, -1, axis))
    return plane
