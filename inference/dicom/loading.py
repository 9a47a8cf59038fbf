"""From a series to a volume in Hounsfield units along the patient's axes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from time import perf_counter

import numpy as np

from inference.dicom import copies, placing
from inference.dicom.formats import check_slice
from inference.dicom.hounsfield import PADDED_HU
from inference.dicom.limits import MAX_BROKEN_PART, MAX_BROKEN_SECONDS, MAX_VOLUME_VOXELS
from inference.dicom.model import LoadedSeries, Note, Series
from inference.dicom.reading import Result, read_slices
from inference.dicom.units import CONCENTRATIONS
from inference.errors import Cancelled, InputError
from inference.volume import Volume

WITHOUT_GEOMETRY = frozenset({"dicom.no-positions", "dicom.orientation-invalid", "dicom.no-pixel-spacing"})
"""Notes of a series without a stack, which tell why."""

COARSEST_FINE_SLOPE = 0.25
"""Below this slope whole numbers would lose what the scanner measured."""

READING_PART = 0.9
"""Part of the progress that reading takes; bringing the stack onto the grid takes the rest."""


def load(
    series: Series,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> LoadedSeries:
    """Read the pixels of a series.

    Parameters
    ----------
    series : Series
        From :func:`inference.dicom.scan`.
    progress : callable, optional
        Called with the part that is done, 0 to 1.
    cancelled : callable, optional
        Asked before every slice; true ends the work.

    Returns
    -------
    LoadedSeries
        int16 Hounsfield units [k up, j back, i left] on an axis-aligned grid (LPS, mm); float32 in the unit of the
        series where that is another, or where the steps of any slice are finer than a quarter. Slices that are missing
        or cannot be read are filled with ``PADDED_HU`` and named in a note; they are never interpolated. Tilted,
        oblique and unevenly spaced stacks are resampled linearly, with a note.

    Raises
    ------
    InputError
        If the series is no volume, is too large, its pixels are of an unsupported kind, or too many slices cannot be
        read.
    Cancelled
        If ``cancelled`` said so.
    """

    def check() -> None:
        if cancelled and cancelled():
            raise Cancelled

    _check(series)
    notes: list[Note] = []
    try:
        array, padding, read = _read_stack(series, progress or (lambda part: None), check, notes)
        volume = _with_places(_place(series, array, padding, check, notes), series, read)
    except MemoryError as error:
        raise InputError("dicom.out-of-memory", path=series.slices[0].name, slices=len(series.slices)) from error
    if progress:
        progress(1.0)
    return LoadedSeries(volume, tuple(notes), tuple(series.slices[n] for n in read))


def _kind(series: Series) -> np.dtype:
    """What the values need: whole numbers for Hounsfield units, fractions for maps in finer steps or other units."""
    fine = any(abs(one.slope) < COARSEST_FINE_SLOPE for one in series.slices)
    return np.dtype(np.float32 if fine or series.unit in CONCENTRATIONS else np.int16)


def _check(series: Series) -> None:
    """Refuse what cannot become a volume before any memory is reserved."""
    path = series.slices[0].name
    stack = series.stack
    if stack is None:
        reason = next((note.code for note in series.notes if note.code in WITHOUT_GEOMETRY), "dicom.no-positions")
        raise InputError("dicom.no-geometry", path=path, reason=reason)
    if not stack.spacing_mm:
        raise InputError("dicom.not-a-volume", path=path)
    if not stack.straight:
        raise InputError("dicom.irregular-positions", path=path)
    for one in series.slices:
        check_slice(one)
    shape = max(placing.place_count(stack), len(series.slices)), series.rows, series.columns
    _check_size(shape, path, _kind(series))


def _check_size(shape: tuple[int, int, int], path: str, kind: np.dtype) -> None:
    limit = MAX_VOLUME_VOXELS * np.dtype(np.int16).itemsize // kind.itemsize
    if shape[0] * shape[1] * shape[2] > limit:
        size = " x ".join(map(str, shape[::-1]))
        raise InputError("dicom.volume-too-large", path=path, size=size, limit=limit // 2**20)


def _read_stack(
    series: Series, progress: Callable[[float], None], check: Callable[[], None], notes: list[Note]
) -> tuple[np.ndarray, int | None, list[int]]:
    """Read all slices into one array [place, row, column]; which value, if any, marks padding, and which were read."""
    stack = series.stack
    assert stack is not None
    places = [round(place) for place in stack.places] if stack.even else list(range(len(series.slices)))
    array = np.empty((places[-1] + 1, series.rows, series.columns), _kind(series))
    empty = np.ones(len(array), bool)
    clipped, padded = 0, False
    for place, result in zip(places, _results(series, (array[place] for place in places), progress, check, notes)):
        if result is not None:
            clipped, padded, empty[place] = clipped + result[0], padded or result[1], False
    _leave_out_blank(series, array, places, empty, notes)
    read = [n for n, place in enumerate(places) if not empty[place]]
    if series.rivals:
        notes += copies.compare(series, {n: array[places[n]] for n in read}, check)
    if clipped:
        notes.append(Note("dicom.values-clipped", {"count": clipped}))
    if array.dtype == np.int16 and any(one.slope % 1 or one.intercept % 1 for one in series.slices):
        notes.append(Note("dicom.values-rounded", {"slope": series.slices[0].slope}))
    if empty.any():
        array[empty] = PADDED_HU
        notes.append(Note("dicom.slices-left-empty", {"count": int(empty.sum())}))
        padded = True
    return array, _padding(array, ~empty, padded, notes), read


def _leave_out_blank(
    series: Series, array: np.ndarray, places: list[int], empty: np.ndarray, notes: list[Note]
) -> None:
    """Take slices of one value for unreadable, where most have more: a transfer may leave zeros in a file."""
    filled = [(one, place) for one, place in zip(series.slices, places) if not empty[place]]
    blank = [(one, place) for one, place in filled if array[place].min() == array[place].max()]
    if 2 * len(blank) >= len(filled):
        return
    for one, place in blank:
        empty[place] = True
        assert one.position_mm is not None
        where = {"z_mm": round(one.position_mm[2], 1)}
        notes.append(Note("dicom.slice-unreadable", {"path": one.name, "reason": "dicom.slice-blank", **where}))


def _results(
    series: Series,
    planes: Iterable[np.ndarray],
    progress: Callable[[float], None],
    check: Callable[[], None],
    notes: list[Note],
) -> Iterator[Result | None]:
    """Result of each slice, or None where it cannot be read; too many of these, or too slow ones, end the work."""
    broken: list[InputError] = []
    count, lost_seconds, started = len(series.slices), 0.0, perf_counter()
    for done, (one, result) in enumerate(zip(series.slices, read_slices(series.slices, planes)), start=1):
        check()
        took, started = perf_counter() - started, perf_counter()
        if isinstance(result, InputError):
            broken.append(result)
            lost_seconds += took
            if len(broken) > MAX_BROKEN_PART * count or lost_seconds > MAX_BROKEN_SECONDS:
                raise broken[0]
            assert one.position_mm is not None
            where = {"z_mm": round(one.position_mm[2], 1)}
            notes.append(Note("dicom.slice-unreadable", {"path": one.name, "reason": result.code, **where}))
        progress(READING_PART * done / count)
        yield None if isinstance(result, InputError) else result


def _padding(array: np.ndarray, filled: np.ndarray, padded: bool, notes: list[Note]) -> int | None:
    """Value that marks padding: the declared one, or what fills the corners of every image and lies below all air.

    Many scanners surround the circle of view by such a value without declaring it.
    """
    rows, columns = array.shape[1:]
    corners = array[:, :: max(1, rows - 1), :: max(1, columns - 1)][filled]
    value = corners.min().item()
    if value >= PADDED_HU or value != corners.max().item():
        return PADDED_HU if padded else None
    notes.append(Note("dicom.padding-undeclared", {"hu": round(value)}))
    if not padded and isinstance(value, int):
        return value
    _mark(array, value)
    return PADDED_HU


def _place(
    series: Series, array: np.ndarray, padding: int | None, check: Callable[[], None], notes: list[Note]
) -> Volume:
    """Bring the stack onto an axis-aligned grid."""
    stack = series.stack
    assert stack is not None and series.pixel_spacing_mm is not None
    matrix = placing.stack_matrix(stack, series.pixel_spacing_mm)
    origin = np.array(series.slices[0].position_mm)
    shape = (len(array) if stack.even else placing.place_count(stack), series.rows, series.columns)
    axes = placing.patient_axes(matrix, shape)
    if not stack.even:
        notes.append(Note("dicom.spacing-resampled", {"spacing_mm": round(stack.spacing_mm, 2)}))
    if axes is not None:
        if not stack.even:
            array = placing.even_out(_with_one_padding(array, padding), stack, check)
            padding = PADDED_HU if padding is not None or stack.gaps else None
        array, grid = placing.turn(array, matrix, origin, axes)
        return Volume(array, grid, padding, series.unit)
    grid = placing.resampled_grid(matrix, origin, shape)
    _check_size(grid.shape, series.slices[0].name, array.dtype)
    uneven = None if stack.even else stack
    array = placing.resample(_with_one_padding(array, padding), matrix, origin, grid, check, uneven)
    if stack.tilt_deg:
        notes.append(Note("dicom.tilt-corrected", {"degrees": round(stack.tilt_deg, 1)}))
    else:
        notes.append(Note("dicom.oblique-resampled", {"degrees": round(stack.obliquity_deg, 1)}))
    return Volume(array, grid, PADDED_HU, series.unit)


def _with_places(volume: Volume, series: Series, read: Sequence[int]) -> Volume:
    """Tell in the volume's grid at which places of the stack the images stand."""
    stack, source = series.stack, volume.grid.source
    assert stack is not None and source is not None
    places = tuple(round(stack.places[n]) if stack.even else stack.places[n] for n in read)
    if places == tuple(range(source.shape[0])):
        places = ()
    return replace(volume, grid=replace(volume.grid, source=replace(source, places=places)))


def _with_one_padding(array: np.ndarray, padding: int | None) -> np.ndarray:
    """Mark padding by ``PADDED_HU``, as resampling does."""
    if padding is not None and padding != PADDED_HU:
        _mark(array, padding)
    return array


def _mark(array: np.ndarray, value: float) -> None:
    """Mark what has this value as padding, slice by slice: a mask of all would take half as much room as the stack."""
    for plane in array:
        plane[plane == value] = PADDED_HU
