"""How carried masks differ from the truth: at a vessel's ends, which are a matter of definition, or beside them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import ndimage

from training.simulate import classes
from training.statistics.segmentation import dice

NAMES = ("CCA", "IJV", "SCA", "SCV")
_AXILLARY = (classes.AXILLARY_ARTERY, classes.AXILLARY_VEIN)
GOES_ON = {
    classes.COMMON_CAROTID: (classes.OTHER_ARTERY, classes.SUBCLAVIAN_ARTERY),
    classes.JUGULAR: (classes.OTHER_VEIN, classes.SUBCLAVIAN_VEIN),
    classes.SUBCLAVIAN_ARTERY: (classes.OTHER_ARTERY, classes.COMMON_CAROTID, *_AXILLARY),
    classes.SUBCLAVIAN_VEIN: (classes.OTHER_VEIN, classes.JUGULAR, *_AXILLARY),
}
"""As what each vessel goes on beyond its ends."""
END_MM, TOUCH, BORDER_MM = 5.0, 2, 1.5
"""So near to where the truth goes on as another vessel is an end; voxels that touch; and what lies beside a border."""
ROOM_MM = 8.0


def scores(found: np.ndarray, truth: np.ndarray, spacing_mm: Sequence[float]) -> dict[str, dict[str, float]]:
    """Of each vessel, by its name.

    Parameters
    ----------
    found
        uint8 [k, j, i], 1 to 4.
    truth
        uint8 [k, j, i], classes of :mod:`training.simulate.classes`.

    Returns
    -------
    dict
        ``dice``; ``away``, the same without what lies within :data:`END_MM` of an end or beyond it; ``thicker_mm`` and
        ``off_mm``, how far the border lies outside of the true one there on average, with and without its sign; and
        parts of the true volume: ``beyond`` is found where another vessel is the nearest, ``short`` is missed at an
        end or where another vessel was found, ``thick`` and ``thin`` are the rest.
    """
    known = np.isin(truth, tuple(GOES_ON)) | (found > 0)
    (box,) = ndimage.find_objects(known.astype(np.uint8)) or [(slice(0, 0),) * 3]
    room = np.ceil(ROOM_MM / np.array(spacing_mm)).astype(int)
    box = tuple(slice(max(0, part.start - n), part.stop + n) for part, n in zip(box, room))
    found, truth = found[box], truth[box]
    nearest = _nearest(np.where(truth <= classes.AXILLARY_VEIN, truth, 0), spacing_mm)
    taken = _nearest(found, spacing_mm)
    return {
        name: _of_one(found == kind, truth == kind, nearest, taken, kind, spacing_mm)
        for kind, name in zip(GOES_ON, NAMES)
    }


def _nearest(labels: np.ndarray, spacing_mm: Sequence[float]) -> np.ndarray:
    if not labels.any():
        return labels
    index = ndimage.distance_transform_edt(labels == 0, spacing_mm, return_distances=False, return_indices=True)
    return labels[tuple(index)]


def _of_one(
    own: np.ndarray, true: np.ndarray, nearest: np.ndarray, taken: np.ndarray, kind: int, spacing_mm: Sequence[float]
) -> dict[str, float]:
    on = np.isin(nearest, GOES_ON[kind])
    joint = on & ndimage.binary_dilation(true, iterations=TOUCH)
    end = on | (ndimage.distance_transform_edt(~joint, spacing_mm) <= END_MM if joint.any() else False)
    extra, missed, whole = own & ~true, true & ~own, max(int(true.sum()), 1)
    short = missed & (end | (taken != kind))
    parts = {"beyond": extra & (nearest != kind), "short": short}
    parts |= {"thick": extra & (nearest == kind), "thin": missed & ~short}
    off = _signed(own, spacing_mm) - _signed(true, spacing_mm)
    beside = (np.abs(_signed(true, spacing_mm)) <= BORDER_MM) & ~end & (nearest == kind)
    clear = beside & (np.abs(off) < 2 * BORDER_MM)
    return {
        "dice": round(float(dice(own, true)), 3),
        "away": round(float(dice(own & ~end, true & ~end)), 3),
        "thicker_mm": round(float(off[clear].mean()), 2) if clear.any() else 0.0,
        "off_mm": round(float(np.abs(off[clear]).mean()), 2) if clear.any() else 0.0,
        **{name: round(float(part.sum()) / whole, 3) for name, part in parts.items()},
    }


def _signed(mask: np.ndarray, spacing_mm: Sequence[float]) -> np.ndarray:
    """Distance to the border, mm, positive inside; the border lies half way between voxels."""
    half = min(spacing_mm) / 2
    inside, outside = (ndimage.distance_transform_edt(part, spacing_mm) for part in (mask, ~mask))
    return np.where(mask, inside - half, half - outside)
