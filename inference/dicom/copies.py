"""Several images at one place: copies of each other if their pixels are the same, and no volume if they are not."""

from __future__ import annotations

import filecmp
from collections import deque
from collections.abc import Callable, Iterator, Mapping

import numpy as np

from inference.dicom.model import Note, Rival, Series, Slice
from inference.dicom.reading import read_slices
from inference.errors import InputError


def compare(series: Series, planes: Mapping[int, np.ndarray], check: Callable[[], None]) -> list[Note]:
    """Compare the other images at the places of a series with the slices that were kept there.

    Parameters
    ----------
    planes
        Values of each slice that could be read, by its index in the series: (rows, columns).
    check
        Called before each image; may raise.

    Returns
    -------
    notes
        ``dicom.copies-differ`` where images of one SOP Instance UID, ``dicom.pixels-differ`` where images of several
        have other values at one place; each names the first two such files. ``dicom.copy-unreadable`` where one cannot
        be read.
    """
    if not planes:
        return []
    kind = next(iter(planes.values())).dtype
    rivals = [rival for rival in series.rivals if rival.index in planes and not _same_file(series, rival, check)]
    begun: deque[np.ndarray] = deque()  # some are read ahead, in other threads
    found: dict[str, list[Rival]] = {}
    for rival, result in zip(
        rivals, read_slices([one.slice for one in rivals], _fresh(series, len(rivals), kind, begun))
    ):
        check()
        kept, plane = series.slices[rival.index], begun.popleft()
        if isinstance(result, InputError):
            found.setdefault("dicom.copy-unreadable", []).append(rival)
        elif not np.array_equal(plane, planes[rival.index]):
            same = kept.sop_instance_uid and kept.sop_instance_uid == rival.slice.sop_instance_uid
            found.setdefault("dicom.copies-differ" if same else "dicom.pixels-differ", []).append(rival)
    return [_note(series, code, differing) for code, differing in found.items()]


def _fresh(series: Series, count: int, kind: np.dtype, begun: deque[np.ndarray]) -> Iterator[np.ndarray]:
    """Arrays to read images into, in whose order they will be asked for."""
    for _ in range(count):
        begun.append(np.empty((series.rows, series.columns), kind))
        yield begun[-1]


def _note(series: Series, code: str, rivals: list[Rival]) -> Note:
    kept, other = series.slices[rivals[0].index], rivals[0].slice
    return Note(code, {"count": len(rivals), "path": kept.name, "other": other.name})


def _same_file(series: Series, rival: Rival, check: Callable[[], None]) -> bool:
    """Whether the files are the same to the byte, which is soon seen and spares reading their pixels."""
    kept, other = series.slices[rival.index], rival.slice
    if kept.member or other.member or kept.frame != other.frame or _rescale(kept) != _rescale(other):
        return False
    check()
    try:
        return filecmp.cmp(kept.path, other.path, shallow=False)
    except OSError:
        return False  # reading it will tell why


def _rescale(one: Slice) -> tuple[float, float]:
    return one.slope, one.intercept
