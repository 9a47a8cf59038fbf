"""Gate on motion between slices: neighbours that do not continue each other."""

from __future__ import annotations

import numpy as np

from inference.findings import Finding
from inference.volume import Volume

BLOCK = 4
"""Pixels averaged along each side, so that noise does not count as motion."""
WINDOW_HU = (-200.0, 300.0)
LEAST_DROP = 0.04
"""A sideways jump of 4 mm lowers the correlation of neighbouring slices by 0.06 to 0.12 on the development series,
where it otherwise varies by 0.01 to 0.02 (median absolute deviation under 0.009)."""
MANY_DEVIATIONS = 6.0
NEIGHBOURS = 4


def check_motion(volume: Volume, low_mm: float, high_mm: float) -> list[Finding]:
    """Look for jumps between ``low_mm`` and ``high_mm`` (LPS z)."""
    z = volume.grid.places_mm(0)
    slices = np.flatnonzero((z >= low_mm) & (z <= high_mm))
    if len(slices) < 2 * NEIGHBOURS:
        return []
    alike = neighbour_correlation(volume.hu[slices[0] : slices[-1] + 1])
    jumps = []
    for n, value in enumerate(alike):
        around = np.delete(alike[max(0, n - NEIGHBOURS) : n + NEIGHBOURS + 1], min(n, NEIGHBOURS))
        usual = float(np.median(around))
        deviation = float(np.median(np.abs(around - usual)))
        if value < usual - max(LEAST_DROP, MANY_DEVIATIONS * deviation):
            jumps.append(n)
    if not jumps:
        return []
    first = int(slices[jumps[0]]) + 1
    return [Finding("region.motion", "warning", {"count": len(jumps), "slice": first, "next": first + 1})]


def neighbour_correlation(hu: np.ndarray) -> np.ndarray:
    """Correlation of each slice with the next, shape (slices - 1,), on coarse soft-tissue pictures."""
    _, rows, columns = hu.shape
    rows, columns = rows // BLOCK * BLOCK, columns // BLOCK * BLOCK
    flat = []
    for plane in hu[:, :rows, :columns]:
        clipped = np.clip(plane.astype(np.float32), *WINDOW_HU)
        coarse = clipped.reshape(rows // BLOCK, BLOCK, columns // BLOCK, BLOCK).mean(axis=(1, 3)).ravel()
        coarse -= coarse.mean()
        flat.append(coarse / max(float(np.linalg.norm(coarse)), 1e-6))
    pictures = np.stack(flat)
    return (pictures[1:] * pictures[:-1]).sum(axis=1)
