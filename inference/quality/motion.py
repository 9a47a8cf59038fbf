"""Gates on motion between slices: neighbours that do not continue each other, or slices of passes that alternate."""

from __future__ import annotations

import numpy as np

from inference.blocks import block_means, in_slabs
from inference.findings import Finding, rounded
from inference.volume import Grid, Volume

BLOCK = 4
"""Pixels averaged along each side, so that noise does not count as motion."""
WINDOW_HU = (-200.0, 300.0)
LEAST_DROP = 0.04
"""A sideways jump of 4 mm lowers the correlation of neighbouring slices by 0.06 to 0.12 on the development series,
where it otherwise varies by 0.01 to 0.02 (median absolute deviation under 0.009)."""
MANY_DEVIATIONS = 6.0
NEIGHBOURS = 4

PASSES = (2, 3)
"""How many passes are looked for."""
WINDOW = 16
"""Slices compared together: breathing moves a part of the body only."""
LEAST_SLICES = 8
MIXED, PERHAPS_MIXED = 0.9, 1.5
"""Squared difference of a slice from that of its own pass, over the one from its neighbour. In one acquisition slices
further apart differ more: by at least 1.96 in every window of 16 real series (1 to 5 mm, soft kernels to bone), by 2.7
where they were interpolated to half the spacing, by 1.47 with 100 HU of noise added; pure noise tends to 1. Two passes
made of the same series give 0.3 to 2.0 where they lie 2 mm apart sideways, 0.1 to 1.4 at 4 mm, and 0.2 to 1.3 at 8 mm
along the body: thick slices differ so much from one another that a shift below their spacing is not seen. Sideways,
1 mm was seen in 2 of 13 series, 0.5 mm in none."""
LEAST_RETURN = 0.25
"""Correlation, one pass later, of what sets a slice apart from both neighbours. Noise has 1/6, whole series of one
acquisition up to 0.24, mixed passes that differ by 4 mm up to 0.85."""
LEAST_DIFFERENCE = 0.01
"""HU squared: below it slices are copies of each other."""


def check_motion(grid: Grid, alike: np.ndarray, low_mm: float, high_mm: float) -> list[Finding]:
    """Look for jumps between ``low_mm`` and ``high_mm`` (LPS z).

    Parameters
    ----------
    alike
        From :func:`neighbour_correlation`, of the whole scan.
    """
    z = grid.places_mm(0)
    slices = np.flatnonzero((z >= low_mm) & (z <= high_mm))
    if len(slices) < 2 * NEIGHBOURS:
        return []
    alike = alike[slices[0] : slices[-1]]
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


def check_passes(volume: Volume, subject: str, pictures: np.ndarray | None = None) -> list[Finding]:
    """Look for slices of several passes that alternate: each continues the next but one and not its neighbour.

    No header tells such passes apart; where the patient did not move in between, no pixel does either.

    Parameters
    ----------
    volume
        Whole, its slices as they were acquired (axial).
    subject
        The image role.
    pictures
        From :func:`pictures_of`, where they were already made.
    """
    pictures = pictures_of(volume.hu) if pictures is None else pictures
    empty = np.zeros(len(pictures), bool)
    if volume.padded is not None:
        empty = (volume.hu[:, ::BLOCK, ::BLOCK] == volume.padded).all(axis=(1, 2))
    found = [(share, n) for n in PASSES if (share := _share_of_own_pass(pictures, empty, n)) is not None]
    if not found:
        return []
    share, passes = min(found)
    evidence = {"passes": passes, "ratio": rounded(share, 2, MIXED, PERHAPS_MIXED), "usual": 2}
    return [Finding("series.interleaved", "blocking" if share < MIXED else "warning", evidence, subject)]


def _share_of_own_pass(pictures: np.ndarray, empty: np.ndarray, passes: int) -> float | None:
    """Least ratio (see :data:`PERHAPS_MIXED`) of a window in which so many passes alternate; None where none does."""
    if len(pictures) < max(LEAST_SLICES, 2 * passes + 2):
        return None

    def differing(lag: int) -> np.ndarray:
        """Squared difference of each slice from the one so many further on."""
        return in_slabs(len(pictures) - lag, lambda a, b: ((pictures[a + lag : b + lag] - pictures[a:b]) ** 2).mean(1))

    def apart(a: int, b: int) -> np.ndarray:
        """What sets slices apart from both neighbours."""
        return pictures[a + 1 : b + 1] - (pictures[a + 2 : b + 2] + pictures[a:b]) / 2

    near, own = differing(1), differing(passes)
    between = np.lib.stride_tricks.sliding_window_view(near, passes).mean(axis=1)
    inside = len(pictures) - 2
    again = in_slabs(inside - passes, lambda a, b: (apart(a + passes, b + passes) * apart(a, b)).mean(axis=1))
    strength = in_slabs(inside, lambda a, b: (apart(a, b) ** 2).mean(axis=1))
    whole = ~np.lib.stride_tricks.sliding_window_view(empty, passes + 1).any(axis=1)
    known = whole & (between > LEAST_DIFFERENCE)
    shares = []
    for start in range(0, max(1, len(own) - WINDOW + 1), WINDOW // 2):
        window = slice(start, start + WINDOW)
        used = np.flatnonzero(known[window]) + start
        if len(used) < LEAST_SLICES - passes:
            continue
        inner = used[used < len(again)]
        size = (strength[inner] + strength[inner + passes]).sum() / 2
        returned = again[inner].sum() / size if size > 0 else 0.0
        share = float(np.median(own[used] / between[used]))
        if share < PERHAPS_MIXED and returned > LEAST_RETURN:
            shares.append(share)
    return min(shares, default=None)


def neighbour_correlation(hu: np.ndarray) -> np.ndarray:
    """Correlation of each slice with the next, shape (slices - 1,), on coarse soft-tissue pictures."""
    return correlation_of(pictures_of(hu))


def correlation_of(pictures: np.ndarray) -> np.ndarray:
    """The same of pictures from :func:`pictures_of`, which are used up."""
    pictures -= pictures.mean(axis=1, keepdims=True)
    pictures /= np.maximum(np.linalg.norm(pictures, axis=1, keepdims=True), 1e-6)
    return in_slabs(len(pictures) - 1, lambda a, b: (pictures[a + 1 : b + 1] * pictures[a:b]).sum(axis=1))


def pictures_of(hu: np.ndarray) -> np.ndarray:
    """Coarse soft-tissue pictures, one row a slice."""
    rows, columns = hu.shape[1] // BLOCK, hu.shape[2] // BLOCK
    pictures = np.empty((len(hu), rows * columns), np.float32)
    low, high = (hu.dtype.type(end) for end in WINDOW_HU)
    for plane, picture in zip(hu, pictures):
        picture[:] = block_means(np.clip(plane, low, high)[None], BLOCK, BLOCK).ravel()
    return pictures
