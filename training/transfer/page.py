"""One page a patient by which a person checks the masks: both scans side by side with the same contours."""

from __future__ import annotations

import io
from collections.abc import Sequence

import matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from scipy import ndimage

from inference.triples import Box, box_of
from inference.volume import Grid, Volume
from training.evaluation.style import STYLE, load_fonts
from training.transfer.carry import Carried
from training.transfer.grids import image_of, on_grid
from training.transfer.prior import WANTED

WINDOW_HU = (-125.0, 225.0)
COLOURS = ("#d55e00", "#0072b2", "#e69f00", "#56b4e9")
"""Carotid, jugular, subclavian artery and vein, the same on both sides (Okabe and Ito)."""
NAMES = ("CCA", "IJV", "SCA", "SCV")
WIDTH_IN, HEAD_IN, DOTS_PER_INCH = 11.0, 1.25, 110
AXIAL = (0.03, 0.2, 0.4, 0.6, 0.8, 0.97)
"""Where along the vessels the axial slices lie."""
ROOM_MM = 25.0
"""What is shown around the masks."""


def draw_page(plain: Volume, carried: Carried, title: str, heads: Sequence[str], lines: Sequence[str]) -> bytes:
    """A PNG: axial, coronal and sagittal, the scan without contrast medium left, the enhanced one right."""
    load_fonts()
    grid = carried.enhanced.grid
    labels = _nearest(carried.labels, plain.grid, grid)
    box = _around(labels, int(ROOM_MM / grid.spacing_mm[0]))
    first = on_grid(image_of(plain.hu.astype(np.float32), plain.grid), grid, None, -1024.0)[box]
    second, labels = carried.enhanced.hu[box], labels[box]
    cuts = _cuts(labels)
    # A row is as high as its highest picture is at the width of a column.
    shapes = [_picture(labels, *cut).shape for cut in cuts]
    heights = [max(rows / columns for rows, columns in shapes[n : n + 2]) for n in range(0, len(shapes), 2)]
    size = (WIDTH_IN, HEAD_IN + sum(heights) * WIDTH_IN / 4 * 1.02)
    with matplotlib.rc_context({**STYLE, "figure.constrained_layout.use": False}):
        figure = Figure(figsize=size, dpi=DOTS_PER_INCH, facecolor="white")
        FigureCanvasAgg(figure)
        spaces = {"wspace": 0.02, "hspace": 0.02, "height_ratios": heights}
        axes = figure.subplots(len(heights), 4, gridspec_kw=spaces, squeeze=False)
        figure.subplots_adjust(left=0.005, right=0.995, bottom=0.003, top=1 - HEAD_IN / size[1])
        for n, (axis, at) in enumerate(cuts):
            row, column = divmod(n, 2)
            for place, hu, head in zip(axes[row, 2 * column :], (first, second), heads):
                _draw(place, _picture(hu, axis, at), _picture(labels, axis, at))
                if row == 0:
                    place.set_title(head, loc="left", fontsize=9)
        for place in axes.flat:
            place.set_axis_off()
        figure.text(0.01, 1 - 0.08 / size[1], title, fontsize=12, weight="bold", va="top")
        figure.text(0.01, 1 - 0.3 / size[1], "\n".join(lines), fontsize=8, va="top", linespacing=1.4)
        colours = [Line2D([], [], color=colour, linewidth=2) for colour in COLOURS]
        figure.legend(colours, NAMES, loc="upper right", ncols=len(NAMES), frameon=False, fontsize=9)
        picture = io.BytesIO()
        figure.savefig(picture, format="png", metadata={"Software": None})
    return picture.getvalue()


def _around(labels: np.ndarray, room: int) -> Box:
    """Where there are masks, and some room around them; all slices of the region."""
    found = ndimage.find_objects((labels > 0).astype(np.uint8))
    if not found:
        return box_of(slice(0, length) for length in labels.shape)
    return box_of(
        (slice(0, len(labels)), *(slice(max(0, side.start - room), side.stop + room) for side in found[0][1:]))
    )


def _nearest(labels: np.ndarray, own: Grid, grid: Grid) -> np.ndarray:
    index = []
    for axis, count in enumerate(own.shape):
        places = (grid.places_mm(axis) - own.places_mm(axis)[0]) / own.spacing_mm[axis]
        index.append(np.clip(np.round(places), 0, count - 1).astype(int))
    return labels[np.ix_(*index)]


def _cuts(labels: np.ndarray) -> list[tuple[int, int]]:
    """Axis and index of each slice that is shown: along the vessels, and through most of them."""
    found = labels > 0
    slices = np.flatnonzero(found.any(axis=(1, 2)))
    cuts = [(0, int(slices[int(part * (len(slices) - 1))])) for part in AXIAL] if len(slices) else [(0, 0)]
    return [*cuts, (1, int(found.sum(axis=(0, 2)).argmax())), (2, int(found.sum(axis=(0, 1)).argmax()))]


def _picture(array: np.ndarray, axis: int, at: int) -> np.ndarray:
    """A slice as it is looked at: head up in coronal and sagittal ones."""
    picture = array.take(at, axis=axis)
    return picture if axis == 0 else picture[::-1]


def _draw(place: Axes, hu: np.ndarray, labels: np.ndarray) -> None:
    place.imshow(hu, cmap="gray", vmin=WINDOW_HU[0], vmax=WINDOW_HU[1], interpolation="bilinear")
    for value in np.unique(labels[labels > 0]):
        colour = COLOURS[(int(value) - 1) % WANTED]
        place.contour(labels == value, levels=[0.5], colors=[colour], linewidths=0.9)
