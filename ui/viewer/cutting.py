"""Pictures cut from a scan: one slice or a slab, grey values by a table, labels in colour, outlines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np

    from inference.volume import Grid
    from ui.viewer.planes import Plane

SlabMode = Literal["single", "mip", "mean", "minip"]


@dataclass(frozen=True, slots=True)
class Slab:
    """Slices shown as one.

    Attributes
    ----------
    mode
        ``single`` for one slice, else the greatest, mean or least value of those within the thickness.
    """

    mode: SlabMode = "single"
    thickness_mm: float = 10.0


@dataclass(frozen=True, slots=True)
class Window:
    """Values from ``level - width / 2`` (black) to ``level + width / 2`` (white)."""

    level: float
    width: float


def slices_of(plane: Plane, grid: Grid, number: int, slab: Slab) -> slice:
    """Slices that are shown as one around a slice; always an odd number of them, fewer at the ends of the scan."""
    if slab.mode == "single":
        return slice(number, number + 1)
    reach = int((slab.thickness_mm / grid.spacing_mm[plane.axis] - 1) / 2 + 0.5)
    return slice(max(0, number - reach), min(grid.shape[plane.axis], number + reach + 1))


def cut(array: np.ndarray, plane: Plane, part: slice, mode: SlabMode = "single") -> np.ndarray:
    """Values of a picture [row, column], upper left first.

    Parameters
    ----------
    array : array [k, j, i]
    part
        Slices along the plane's axis.
    """
    if part.stop - part.start == 1:
        picture = array[tuple(part.start if axis == plane.axis else slice(None) for axis in range(3))]
    else:
        slices = array[tuple(part if axis == plane.axis else slice(None) for axis in range(3))]
        picture = _together(slices, plane.axis, mode)
    return picture[::-1] if plane.upwards else picture


def _together(slices: np.ndarray, axis: int, mode: SlabMode) -> np.ndarray:
    import numpy as np

    join = np.minimum if mode == "minip" else np.maximum
    # Slice by slice, from a copy that is small enough for the cache: reducing along the last axis is far slower.
    layers = np.moveaxis(np.ascontiguousarray(slices) if axis == 2 else slices, axis, 0)
    if mode == "mean":
        return layers.mean(axis=0, dtype=np.float32).astype(slices.dtype)
    picture = layers[0].copy()
    for layer in layers[1:]:
        join(picture, layer, out=picture)
    return picture


def grey_table(window: Window, inverted: bool = False) -> np.ndarray:
    """uint32 0xffRRGGBB of every int16 value, by its bits as an unsigned number."""
    import numpy as np

    values = np.arange(65536, dtype=np.uint16).view(np.int16).astype(np.float32)
    return _packed(_shade(values, window, inverted))


def grey(picture: np.ndarray, window: Window, inverted: bool, table: np.ndarray) -> np.ndarray:
    """A picture in grey, uint32 0xffRRGGBB [row, column], C-contiguous.

    Parameters
    ----------
    table
        From :func:`grey_table` for the same window, for whole numbers; other values are computed one by one.
    """
    import numpy as np

    if picture.dtype == np.int16:
        return np.take(table, np.ascontiguousarray(picture).view(np.uint16), mode="clip")
    return _packed(_shade(np.ascontiguousarray(picture, np.float32), window, inverted))


def _shade(values: np.ndarray, window: Window, inverted: bool) -> np.ndarray:
    import numpy as np

    low = window.level - window.width / 2
    shade = np.clip((values - low) * (255 / window.width), 0, 255).astype(np.uint32)
    return 255 - shade if inverted else shade


def _packed(shade: np.ndarray) -> np.ndarray:
    import numpy as np

    return np.uint32(0xFF000000) | (shade * np.uint32(0x010101))


def fill_table(colours: Mapping[int, tuple[int, int, int]], opacity: float) -> np.ndarray:
    """uint32 colour of every label, premultiplied by its opacity; labels without a colour are clear."""
    import numpy as np

    table = np.zeros(256, np.uint32)
    for value, (red, green, blue) in colours.items():
        parts = [round(part * opacity) for part in (255, red, green, blue)]
        table[value] = parts[0] << 24 | parts[1] << 16 | parts[2] << 8 | parts[3]
    return table


def label_picture(
    labels: np.ndarray, box: tuple[slice, slice, slice], plane: Plane, part: slice
) -> tuple[np.ndarray, tuple[int, int]] | None:
    """Labels of a picture where there may be any.

    Parameters
    ----------
    labels : uint8 array [k, j, i]
    box
        Outside of which there is no label.
    part
        Slices along the plane's axis; the greatest label of several is shown.

    Returns
    -------
    picture : uint8 array [row, column]
    corner : row and column of its upper left pixel in the whole picture
    None where the slices do not meet the box.
    """
    along = slice(max(part.start, box[plane.axis].start), min(part.stop, box[plane.axis].stop))
    if along.start >= along.stop or any(side.start >= side.stop for side in box):
        return None
    block = labels[tuple(slice(None) if axis == plane.axis else box[axis] for axis in range(3))]
    rows, columns = box[plane.down], box[plane.across]
    top = labels.shape[plane.down] - rows.stop if plane.upwards else rows.start
    return cut(block, plane, along, "mip"), (top, columns.start)


def outlines(picture: np.ndarray, values: list[int]) -> dict[int, list[np.ndarray]]:
    """Closed outlines of each label that is there, arrays (n, 2) of x and y in pixels from the upper left corner.

    As :func:`inference.steps.pictures.outline`, for a picture that changes 60 times a second.
    """
    import numpy as np
    from contourpy import contour_generator

    counts = np.bincount(picture.ravel(), minlength=256)
    present = [value for value in values if counts[value]]
    if not present:
        return {}
    parts = [_part_of(picture == value) for value in present]
    # Starting the tracer costs more than tracing: all labels at once, below each other, each with a rim around it.
    heights = [mask.shape[0] + 2 for mask, _ in parts]
    tops = np.cumsum([0, *heights])
    together = np.zeros((tops[-1], max(mask.shape[1] for mask, _ in parts) + 2), np.float32)
    for (mask, _), top in zip(parts, tops):
        together[top + 1 : top + 1 + mask.shape[0], 1 : 1 + mask.shape[1]] = mask
    lines: list[list[np.ndarray]] = [[] for _ in parts]
    for line in contour_generator(z=together).lines(0.5):
        number = int(np.searchsorted(tops, line[0, 1], side="right")) - 1
        corner = parts[number][1]
        # The tracer's samples lie at whole numbers, our pixels' centres at halves; the rim adds one more.
        lines[number].append(line + (corner[1] - 0.5, corner[0] - 0.5 - tops[number]))
    return dict(zip(present, lines))


def _part_of(mask: np.ndarray) -> tuple[np.ndarray, tuple[int, int]]:
    """The part of a mask that holds anything, and its upper left pixel."""
    import numpy as np

    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], (int(rows[0]), int(columns[0]))


def place_of(labels: np.ndarray, box: tuple[slice, slice, slice], value: int) -> tuple[int, int, int] | None:
    """A voxel inside a label, in the middle of the axial slice that shows most of it; None when it is nowhere."""
    import numpy as np

    mask = labels[box] == value
    area = np.count_nonzero(mask, axis=(1, 2))
    if not area.any():
        return None
    k = int(np.argmax(area))
    places = np.argwhere(mask[k])
    j, i = places[np.argmin(((places - places.mean(axis=0)) ** 2).sum(axis=1))]
    return box[0].start + k, box[1].start + int(j), box[2].start + int(i)


def full_window(values: np.ndarray) -> Window:
    """A window that shows nearly all values of a scan, from the 1st to the 99th percentile."""
    import numpy as np

    few = values[:: max(1, values.shape[0] // 16), ::4, ::4]
    low, high = (float(v) for v in np.percentile(few, (1, 99)))
    return Window((low + high) / 2, max(high - low, 1e-3))


def value_at(picture: np.ndarray, pixel: tuple[int, int] | None) -> float | None:
    """The value that a picture shows at a pixel."""
    return None if pixel is None else float(picture[pixel])
