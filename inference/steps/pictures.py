"""Key slices with contours, as the report prints them and as the radiologist checks them."""

from __future__ import annotations

import base64
import struct
import zlib
from dataclasses import replace
from typing import cast

import numpy as np

from inference.results import Contour, Picture
from inference.schema import SOFT_TISSUE, DisplayWindow
from inference.segmentation import Segmentation
from inference.triples import box_of
from inference.volume import Volume

MARGIN_MM = 22.0
LEAST_APART_MM = 5.0


def key_pictures(volume: Volume, found: Segmentation, window: DisplayWindow = SOFT_TISSUE) -> tuple[Picture, ...]:
    """One axial slice for each structure, where most of it is seen; slices close to one already shown are left out."""
    chosen: list[int] = []
    apart = LEAST_APART_MM / found.grid.spacing_mm[0]
    for value in range(1, len(found.structures) + 1):
        area = np.count_nonzero(found.labels == value, axis=(1, 2))
        if area.any():
            # Of the slices that show nearly the most, one that shows other vessels too is worth more.
            near = np.flatnonzero(area >= 0.85 * area.max())
            kinds = [len(np.unique(found.labels[k])) for k in near]
            best = int(near[int(np.argmax(kinds))])
            if all(abs(best - other) >= apart for other in chosen):
                chosen.append(best)
    if not chosen:
        return ()
    found = _surrounded(volume, found)
    box = _box(found)
    return tuple(axial_picture(volume, found, k, box, window) for k in sorted(chosen, reverse=True))


def _surrounded(volume: Volume, found: Segmentation) -> Segmentation:
    """A mask that fills its block, as one that was drawn does, with the scan around it."""
    rows, columns = (np.flatnonzero(found.labels.any(axis=(0, axis))) for axis in (2, 1))
    if (len(rows), len(columns)) != found.labels.shape[1:]:
        return found
    start = np.array([part.start for part in volume.grid.box(found.grid)])
    more = [0, *(int(np.ceil(MARGIN_MM / mm)) for mm in volume.grid.spacing_mm[1:])]
    low = np.maximum(start - more, 0)
    high = np.minimum(start + found.labels.shape + more, volume.grid.shape)
    wider = [(int(a), int(b)) for a, b in zip(start - low, high - start - found.labels.shape)]
    grid = volume.grid.part(box_of(slice(int(a), int(b)) for a, b in zip(low, high)))
    return replace(found, labels=np.pad(found.labels, wider), grid=grid)


def _box(found: Segmentation) -> tuple[slice, slice]:
    used = np.asarray(found.labels.any(axis=0))
    box = []
    for axis, spacing in ((0, found.grid.spacing_mm[1]), (1, found.grid.spacing_mm[2])):
        hits = np.flatnonzero(used.any(axis=1 - axis))
        margin = MARGIN_MM / spacing
        low = max(0, int(hits[0] - margin))
        high = min(used.shape[axis], int(hits[-1] + margin) + 1)
        box.append(slice(low, high))
    return box[0], box[1]


def axial_picture(
    volume: Volume, found: Segmentation, k: int, box: tuple[slice, slice], window: DisplayWindow
) -> Picture:
    """One slice of the segmented block; rows run to the back, columns to the patient's left."""
    first, *start = (part.start for part in volume.grid.box(found.grid))
    slice_number = int(first + k)
    rows, columns = (slice(n + part.start, n + part.stop) for n, part in zip(start, box))
    grey = _grey(volume.at((slice(slice_number, slice_number + 1), rows, columns))[0], window)
    labels = found.labels[k][box]
    contours = tuple(
        Contour(structure, polygons)
        for n, structure in enumerate(found.structures)
        if (polygons := outline(labels == n + 1))
    )
    return Picture(
        base64.b64encode(png_bytes(grey)).decode(),
        (volume.grid.spacing_mm[1], volume.grid.spacing_mm[2]),
        "axial",
        float(volume.grid.places_mm(0)[slice_number]),
        slice_number + 1,
        contours,
        window,
    )


def _grey(hu: np.ndarray, window: DisplayWindow) -> np.ndarray:
    low, high = window.ends
    return np.clip((hu.astype(np.float32) - low) * (255 / (high - low)), 0, 255).astype(np.uint8)


def outline(mask: np.ndarray) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Closed outlines of a mask, (x, y) in pixels, the corner of the first pixel at (0, 0)."""
    if not mask.any():
        return ()
    from contourpy import contour_generator

    padded = np.pad(mask.astype(np.float32), 1)
    lines = cast("list[np.ndarray]", contour_generator(z=padded).lines(0.5))
    # Sample centres are at whole numbers for the contour tracer; the padding adds one more.
    return tuple(tuple((float(x) - 0.5, float(y) - 0.5) for x, y in line) for line in lines if len(line) > 3)


def png_bytes(grey: np.ndarray) -> bytes:
    """An 8-bit grey PNG (ISO/IEC 15948): signature, header, one compressed data chunk, end."""
    height, width = grey.shape
    rows = np.concatenate([np.zeros((height, 1), np.uint8), grey], axis=1)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(rows.tobytes(), 6)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
