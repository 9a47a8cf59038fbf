"""Reading images: from their files to Hounsfield units in given arrays."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import groupby

import numpy as np

from inference.dicom.codecs import PARALLEL, decode
from inference.dicom.finding import reason_of
from inference.dicom.formats import check_slice
from inference.dicom.hounsfield import into_hu
from inference.dicom.limits import MAX_PICTURE_PIXELS
from inference.dicom.model import Slice
from inference.dicom.pixels import NATIVE, Pixels, PixelSource
from inference.errors import InputError

MAX_WORKERS = 4
"""Threads that decompress: more would keep the rest of the program waiting on an ordinary PC."""

Result = tuple[int, bool]
"""Number of clipped values, and whether any pixel is padding, from :func:`inference.dicom.hounsfield.into_hu`."""

Work = Callable[[np.ndarray], Result]


def read_slices(slices: Sequence[Slice], planes: Iterable[np.ndarray]) -> Iterator[Result | InputError]:
    """Read images one after another.

    Parameters
    ----------
    slices
        Those of one file next to each other, so that it is opened once.
    planes
        For each slice the int16 or float32 array (rows, columns) that it fills.

    Yields
    ------
    The result for each slice in its turn, or the error that stands in its place.
    """
    jobs = (partial(_attempt, work, one, plane) for work, one, plane in zip(_works(slices), slices, planes))
    workers = min(MAX_WORKERS, os.cpu_count() or 1)
    if workers > 1 and all(one.format.syntax in PARALLEL for one in slices):
        yield from _in_threads(jobs, workers)
    else:
        yield from (job() for job in jobs)


def read_picture(one: Slice) -> np.ndarray:
    """Read one image by itself, to be looked at.

    Returns
    -------
    float32 array, shape (rows, columns)

    Raises
    ------
    InputError
        If it cannot be read, or is larger than a picture needs to be.
    """
    check_slice(one)
    rows, columns = one.format.rows, one.format.columns
    if rows * columns > MAX_PICTURE_PIXELS:
        raise InputError(
            "dicom.image-too-large", path=one.name, size=f"{columns} x {rows}", limit=round(MAX_PICTURE_PIXELS**0.5)
        )
    plane = np.empty((rows, columns), np.float32)
    (result,) = read_slices([one], [plane])
    if isinstance(result, InputError):
        raise result
    return plane


def _in_threads(jobs: Iterator[Callable[[], Result | InputError]], workers: int) -> Iterator[Result | InputError]:
    """Results in the order of the jobs; only a few jobs are begun ahead of the result that is waited for."""
    with ThreadPoolExecutor(workers) as pool:
        begun: deque[Future[Result | InputError]] = deque()
        try:
            for job in jobs:
                begun.append(pool.submit(job))
                if len(begun) > 2 * workers:
                    yield begun.popleft().result()
            while begun:
                yield begun.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def _attempt(work: Work, one: Slice, plane: np.ndarray) -> Result | InputError:
    try:
        return work(plane)
    except InputError as error:
        return error
    except OSError as error:  # a disc or a network that fails in the middle
        return InputError("dicom.unreadable", path=one.name, reason=reason_of(error))


def _works(slices: Sequence[Slice]) -> Iterator[Work]:
    """What is left to do for each slice; a native one must be done before the next is asked for."""
    with PixelSource() as source:
        for _, together in groupby(slices, key=lambda one: (one.path, one.member)):
            pixels: Pixels | None = None
            try:
                for one in together:
                    try:
                        check_slice(one)
                        pixels = pixels or source.open(one)
                        work = _work(pixels, one)
                    except (InputError, OSError) as error:
                        work = partial(_fail, error)
                    yield work
            finally:
                if pixels is not None:
                    pixels.close()


def _fail(error: InputError | OSError, _: np.ndarray) -> Result:
    raise error


def _work(pixels: Pixels, one: Slice) -> Work:
    if one.format.syntax in NATIVE:
        return partial(_read_native, pixels, one)
    return partial(_decompress, pixels.read_compressed(one.frame), one)


def _decompress(data: bytes, one: Slice, plane: np.ndarray) -> Result:
    stored, bits = decode(data, one.format, one.name)
    return into_hu(stored, bits, one.format, one.slope, one.intercept, plane)


def _read_native(pixels: Pixels, one: Slice, plane: np.ndarray) -> Result:
    """Read an uncompressed image straight into the plane where its values fit there."""
    form = one.format
    kind = np.dtype(f"{'>' if form.big_endian else '<'}{'i' if form.signed else 'u'}{form.bits_allocated // 8}")
    stored = plane.view(kind) if kind.itemsize == plane.itemsize else np.empty(plane.shape, kind)
    pixels.read_native_into(one.frame, stored.data.cast("B"))
    stored = stored if kind.isnative else stored.astype(kind.newbyteorder("="))
    return into_hu(stored, form.bits_stored, form, one.slope, one.intercept, plane)
