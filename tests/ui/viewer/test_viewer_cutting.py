"""Slices, slabs, windows, labels and outlines, as arrays."""

from __future__ import annotations

import numpy as np
import pytest

from inference.steps.pictures import outline
from inference.volume import Grid
from ui.viewer.cutting import (
    Slab,
    Window,
    cut,
    fill_table,
    full_window,
    grey,
    grey_table,
    label_picture,
    outlines,
    place_of,
    slices_of,
)
from ui.viewer.planes import AXIAL, CORONAL, PLANES, SAGITTAL

GRID = Grid((0.0, 0.0, 0.0), (2.0, 1.0, 1.0), (6, 8, 10))
HU = np.random.default_rng(0).integers(-900, 900, GRID.shape).astype(np.int16)


def test_an_axial_picture_is_the_slice_itself():
    assert np.array_equal(cut(HU, AXIAL, slice(2, 3)), HU[2])


def test_coronal_and_sagittal_pictures_have_the_head_up():
    assert np.array_equal(cut(HU, CORONAL, slice(3, 4)), HU[::-1, 3])
    assert np.array_equal(cut(HU, SAGITTAL, slice(4, 5)), HU[::-1, :, 4])


@pytest.mark.parametrize(("mode", "reduce"), [("mip", np.max), ("minip", np.min)])
@pytest.mark.parametrize("plane", PLANES.values(), ids=PLANES)
def test_a_slab_shows_the_greatest_or_least_value(plane, mode, reduce):
    part = tuple(slice(1, 5) if axis == plane.axis else slice(None) for axis in range(3))
    expected = reduce(HU[part], axis=plane.axis)
    assert np.array_equal(cut(HU, plane, slice(1, 5), mode), expected[::-1] if plane.upwards else expected)


def test_a_mean_slab_is_the_mean_and_the_scan_stays_what_it_is():
    before = HU.copy()
    assert cut(HU, AXIAL, slice(0, 3), "mean") == pytest.approx(HU[:3].mean(axis=0), abs=1)
    assert np.array_equal(HU, before)


@pytest.mark.parametrize(
    ("plane", "thickness", "expected"),
    [(AXIAL, 6, (2, 5)), (AXIAL, 1, (3, 4)), (CORONAL, 5, (1, 6)), (AXIAL, 99, (0, 6))],
)
def test_a_slab_has_its_thickness_around_the_slice(plane, thickness, expected):
    part = slices_of(plane, GRID, 3, Slab("mip", thickness))
    assert (part.start, part.stop) == expected


def shades(values, window, inverted=False) -> list[int]:
    picture = np.array([values], np.int16)
    pixels = grey(picture, window, inverted, grey_table(window, inverted))
    assert (pixels >> 24 == 0xFF).all()
    assert np.array_equal(pixels & 0xFF, pixels >> 16 & 0xFF)
    return (pixels & 0xFF)[0].tolist()


def test_the_window_runs_from_black_to_white():
    assert shades([-32768, -125, 50, 225, 32767], Window(50, 350)) == [0, 0, 127, 255, 255]


def test_inverted_greys_are_the_others():
    assert shades([-125, 225], Window(50, 350), inverted=True) == [255, 0]


def test_values_that_are_no_whole_numbers_are_shown_too():
    picture, window = np.array([[0.0, 0.5, 1.0]], np.float32), Window(0.5, 1.0)
    assert (grey(picture, window, False, grey_table(window)) & 0xFF)[0].tolist() == [0, 127, 255]


def test_labels_are_premultiplied_by_their_opacity():
    table = fill_table({2: (200, 100, 0)}, 0.5)
    assert [hex(v) for v in (table[0], table[1], table[2])] == ["0x0", "0x0", "0x80643200"]


def labelled() -> tuple[np.ndarray, tuple[slice, slice, slice]]:
    labels = np.zeros(GRID.shape, np.uint8)
    labels[1:4, 2:5, 3:7] = 1
    labels[3, 4, 6] = 2
    return labels, (slice(1, 5), slice(1, 6), slice(2, 8))


@pytest.mark.parametrize("plane", PLANES.values(), ids=PLANES)
def test_labels_lie_where_their_voxels_are_seen(plane):
    labels, box = labelled()
    found, (top, left) = label_picture(labels, box, plane, slice(3, 4))
    whole = np.zeros((GRID.shape[plane.down], GRID.shape[plane.across]), np.uint8)
    whole[top : top + found.shape[0], left : left + found.shape[1]] = found
    assert np.array_equal(whole, cut(labels, plane, slice(3, 4)))


def test_beside_the_labels_there_is_no_picture():
    labels, box = labelled()
    assert label_picture(labels, box, AXIAL, slice(0, 1)) is None


def test_outlines_go_around_each_label_that_is_there():
    labels, _ = labelled()
    found = outlines(labels[2], [1, 2])
    assert set(found) == {1}
    points = np.array(found[1][0])
    assert (points.min(axis=0), points.max(axis=0)) == (pytest.approx([3, 2]), pytest.approx([7, 5]))


def test_outlines_are_those_of_the_report():
    picture = np.random.default_rng(2).integers(0, 4, (30, 40)).astype(np.uint8)
    found = outlines(picture, [1, 2, 3, 9])
    assert list(found) == [1, 2, 3]
    for value, lines in found.items():
        assert sorted(map(np.ndarray.tolist, lines)) == sorted(
            [list(point) for point in line] for line in outline(picture == value)
        )


def test_a_structure_is_found_in_its_middle():
    labels, box = labelled()
    place = place_of(labels, box, 1)
    assert labels[place] == 1
    assert place_of(labels, box, 7) is None


def test_a_window_of_all_values_reaches_from_the_darkest_to_the_brightest():
    window = full_window(HU)
    assert window.level == pytest.approx(0, abs=60)
    assert window.width == pytest.approx(1780, abs=120)
