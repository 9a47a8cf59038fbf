"""Gates on the pixels of a whole series: slices that belong to another image, and values that are no Hounsfield units.

What a transfer or an export has spoilt carries a correct header: a slice of zeros, with its bytes exchanged, of another
patient or with another intercept, one image in several places, or a scale that was applied twice or never. Each slice
of one acquisition lies between its neighbours; one that both neighbours differ from far more than from each other does
not belong there. Slices that are missing are told by :mod:`inference.quality.series`.
"""

from __future__ import annotations

import numpy as np

from inference.blocks import in_slabs
from inference.findings import Finding, rounded
from inference.volume import Volume

SAMPLES = 128
"""Pixels looked at along each side: enough to tell one slice from another."""
RANGE_HU = (-1000.0, 1000.0)
BANDS = 8
"""Parts of a slice, from front to back, that are judged by themselves: a file may end in zeros."""
LEAST_SIDE = 16
"""Pixels of a side from which a slice can be judged."""
LONGEST_RUN = 8
"""Slices that may be spoilt one behind the other."""
FLOOR_HU = 25.0
"""Mean difference below which slices are alike: noise."""
FOREIGN, USUAL = 2.0, 0.9
"""How many times as much slices differ from both neighbours as these from each other. Real series of the head, chest
and abdomen (0.6 to 7 mm, soft to sharp kernels) have at most 0.88 in any band and for any length."""
AT_END, LONGEST_AT_END = 5.0, 3
"""The same where the first or the last slices have a neighbour on one side only, and how many of them; in real series
the next pair of slices differs by at most 2.5 times as much, or as little."""

DENSE_HU, DENSE_SHARE, THIN_HU, THIN_SHARE = 700.0, 0.3, -200.0, 0.01
"""Share of the voxels that are dense as bone: at most 0.04 in those series, all of them with air around; a third of an
image, or a fifth of one without any air, is tissue that was moved up by 1,000 HU. And where nearly everything is as
thin as air, it was moved down."""
DENSE_SHARE_WITHOUT_AIR = 0.2


def check_slices(volume: Volume, subject: str) -> list[Finding]:
    """Look for slices that do not lie between their neighbours, and for one image in several places.

    Parameters
    ----------
    volume
        Whole, its slices as they were acquired (axial).
    subject
        The image role.
    """
    foreign, ratio = _foreign(volume)
    if foreign is not None:
        first, last = (float(volume.grid.places_mm(0)[k]) for k in foreign)
        evidence = {
            "count": foreign[1] - foreign[0] + 1,
            "from_mm": round(first, 1),
            "to_mm": round(last, 1),
            "ratio": rounded(ratio, 1, FOREIGN),
        }
        return [Finding("series.foreign-slices", "blocking", {**evidence, "usual": USUAL}, subject)]
    repeated = _repeated(volume)
    if not repeated:
        return []
    z = round(float(volume.grid.places_mm(0)[repeated[0]]), 1)
    return [Finding("series.repeated-slices", "blocking", {"count": len(repeated), "z_mm": z}, subject)]


def _foreign(volume: Volume) -> tuple[tuple[int, int] | None, float]:
    """First and last slice of the run that least belongs where it lies, or None, and how much it differs."""
    count, rows, columns = volume.hu.shape
    if count < 3 or min(rows, columns) < LEAST_SIDE:
        return None, 0.0
    pictures = volume.hu[:, :: max(1, rows // SAMPLES), :: max(1, columns // SAMPLES)]
    empty = _empty(pictures, volume)
    height = pictures.shape[1] // BANDS
    pictures = pictures[:, : height * BANDS]
    seen = np.ones(pictures.shape, bool) if volume.padded is None else pictures != volume.padded
    low, high = (pictures.dtype.type(end) for end in RANGE_HU)
    pictures = np.clip(pictures, low, high)
    worst: tuple[float, tuple[int, int] | None] = (FOREIGN, None)
    near = _apart(pictures[1:], pictures[:-1])
    for run in range(1, min(LONGEST_RUN, count - 2) + 1):
        starts = count - run - 1
        beside = np.maximum(_apart(pictures[run + 1 :], pictures[: -run - 1]), FLOOR_HU)
        ratio = (np.minimum(near[:starts], near[run : run + starts]) / beside).max(axis=1)
        ratio[_any_of(empty, run + 2)] = 0.0  # missing slices are told of by another gate
        k = int(ratio.argmax())
        if ratio[k] > worst[0]:
            worst = float(ratio[k]), (k + 1, k + run)
    near = _apart(pictures[1:], pictures[:-1], seen[1:] == seen[:-1])  # a tilted stack is cut off obliquely
    at_end = _at_end(near, empty), _at_end(near[::-1], empty[::-1])
    if worst[1] is None and max(at_end) > (AT_END, 0):
        ratio_, run = max(at_end)
        return ((0, run - 1) if at_end[0] == (ratio_, run) else (count - run, count - 1)), ratio_
    return worst[1], worst[0]


def _at_end(near: np.ndarray, empty: np.ndarray) -> tuple[float, int]:
    """How much the first slices differ from the next, beside how these go on, and how many slices these are."""
    runs = range(1, min(LONGEST_AT_END, len(near) - 2) + 1)
    known = [run for run in runs if not empty[: run + 2].any()]
    return max(((float((near[n - 1] / np.maximum(near[n], FLOOR_HU)).max()), n) for n in known), default=(0.0, 0))


def _empty(pictures: np.ndarray, volume: Volume) -> np.ndarray:
    if volume.padded is None:
        return np.zeros(len(pictures), bool)
    return (pictures == volume.padded).all(axis=(1, 2))


def _apart(one: np.ndarray, other: np.ndarray, where: np.ndarray | None = None) -> np.ndarray:
    """Mean difference of slices in each band, shape (slices, bands); what is not to be compared does not differ."""

    def apart(a: int, b: int) -> np.ndarray:
        difference = np.abs(one[a:b].astype(np.float32) - other[a:b])
        if where is not None:
            difference *= where[a:b]
        return difference.reshape(b - a, BANDS, -1).mean(axis=2)

    return in_slabs(len(one), apart)


def _any_of(flags: np.ndarray, length: int) -> np.ndarray:
    return np.asarray(np.lib.stride_tricks.sliding_window_view(flags, length).any(axis=1))


def _repeated(volume: Volume) -> list[int]:
    """Slices that are the same as the next to the last bit, where most are not: noise never repeats itself."""
    hu = volume.hu
    if len(hu) < 3:
        return []
    same = [k for k in range(len(hu) - 1) if np.array_equal(hu[k], hu[k + 1]) and hu[k].min() != hu[k].max()]
    return same if len(same) < (len(hu) - 1) / 2 else []


def check_values(volume: Volume, subject: str) -> list[Finding]:
    """Whether the values can be Hounsfield units of a patient."""
    some = volume.hu[:: max(1, len(volume.hu) // SAMPLES), ::4, ::4]
    known = some if volume.padded is None else some[some != volume.padded]
    if not known.size:
        return []
    dense, thin = float((known > DENSE_HU).mean()), float((known < THIN_HU).mean())
    if dense <= (DENSE_SHARE if thin >= THIN_SHARE else DENSE_SHARE_WITHOUT_AIR) and thin <= 1 - THIN_SHARE:
        return []
    evidence = {"dense": round(100 * dense), "thin": round(100 * thin), "dense_hu": DENSE_HU, "thin_hu": THIN_HU}
    return [Finding("series.values-implausible", "blocking", evidence, subject)]
