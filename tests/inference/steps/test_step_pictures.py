"""Key slices: what is on them, where they lie, and that they can be opened."""

import base64

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PySide6.QtGui import QImage

from inference.steps.pictures import key_pictures, outline, png_bytes
from inference.volume import Grid, Volume
from tests.helpers.shapes import image_of, segmentation, straight_tube

SHAPE = (30, 60, 60)


def area(polygon) -> float:
    x, y = np.array(polygon).T
    return abs(float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))) / 2


def pixels(data: bytes) -> np.ndarray:
    image = QImage.fromData(data, "PNG").convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()


@given(arrays(np.uint8, st.tuples(st.integers(1, 9), st.integers(1, 9))))
def test_a_picture_is_read_back_by_another_program_as_it_was(grey):
    assert (pixels(png_bytes(grey)) == grey).all()


def test_the_outline_of_a_rectangle_is_in_pixels_from_the_corner_of_the_first():
    mask = np.zeros((8, 9), bool)
    mask[2:5, 3:8] = True
    (polygon,) = outline(mask)
    x, y = np.array(polygon).T
    assert (x.min(), x.max(), y.min(), y.max()) == (3, 8, 2, 5)


def test_an_outline_is_closed_at_the_edge_of_the_picture_too():
    (polygon,) = outline(np.ones((4, 5), bool))
    assert polygon[0] == polygon[-1]


def test_the_area_in_the_outline_of_a_disc_is_that_of_its_pixels():
    mask = straight_tube((1, 40, 40), radius_mm=(10, 10))[0]
    (polygon,) = outline(mask)
    assert area(polygon) == pytest.approx(mask.sum(), rel=0.05)


def test_two_pieces_have_two_outlines_and_a_hole_has_its_own():
    mask = np.zeros((10, 20), bool)
    mask[1:6, 1:6] = mask[1:9, 10:18] = True
    mask[4:6, 13:15] = False
    assert len(outline(mask)) == 3


def test_an_empty_mask_has_no_outline():
    assert outline(np.zeros((3, 3), bool)) == ()


def two_vessels():
    """The artery is widest in slice 10, the vein in slice 20; both are seen in slices 8 to 24."""
    labels = np.zeros(SHAPE, np.uint8)
    for k in range(8, 25):
        half = 5 if k == 10 else 3
        labels[k, 20 - half : 20 + half, 15:20] = 1
        half = 6 if k == 20 else 3
        labels[k, 40 - half : 40 + half, 40:46] = 2
    return segmentation(labels, ("artery", "vein"), origin_mm=(5.0, 6.0, 100.0))


def test_every_structure_is_shown_where_most_of_it_is_seen_from_head_to_foot():
    pictures = key_pictures(image_of(two_vessels()), two_vessels())
    assert [p.slice_number for p in pictures] == [21, 11]


def test_the_place_of_a_picture_is_that_of_its_slice_in_the_patient():
    pictures = key_pictures(image_of(two_vessels()), two_vessels())
    assert [p.place_mm for p in pictures] == [120.0, 110.0]


def test_a_picture_shows_the_outlines_of_all_structures_in_its_slice():
    pictures = key_pictures(image_of(two_vessels()), two_vessels())
    assert [[c.structure for c in p.contours] for p in pictures] == [["artery", "vein"]] * 2


def test_one_slice_that_shows_both_is_not_repeated():
    labels = np.zeros(SHAPE, np.uint8)
    labels[10, 20:30, 15:20], labels[10, 20:30, 40:46] = 1, 2
    found = segmentation(labels, ("artery", "vein"))
    assert len(key_pictures(image_of(found), found)) == 1


def test_a_structure_that_was_not_found_has_no_picture_of_its_own():
    labels = np.zeros(SHAPE, np.uint8)
    labels[10, 20:30, 15:20] = 1
    found = segmentation(labels, ("artery", "vein"))
    assert [[c.structure for c in p.contours] for p in key_pictures(image_of(found), found)] == [["artery"]]


def test_with_nothing_found_there_is_no_picture():
    found = segmentation(np.zeros(SHAPE), ("vein",))
    assert key_pictures(image_of(found), found) == ()


def test_outlines_lie_on_the_bright_pixels_of_the_picture():
    found = two_vessels()
    picture = key_pictures(image_of(found, inside_hu=225, outside_hu=-125), found)[0]
    grey = pixels(base64.b64decode(picture.png))
    bright = np.argwhere(grey == 255)
    points = np.concatenate([np.array(p) for c in picture.contours for p in c.polygons])
    assert (points.min(axis=0), points.max(axis=0)) == (
        pytest.approx(bright.min(axis=0)[::-1]),
        pytest.approx(bright.max(axis=0)[::-1] + 1),
    )


def test_a_picture_of_a_block_is_cut_at_its_place_in_the_scan():
    found = two_vessels()
    grid = Grid((0.0, 0.0, 90.0), (1.0, 1.0, 1.0), (50, 80, 80))
    scan = Volume(np.full(grid.shape, -100, np.int16), grid)
    scan.hu[10:40, 6:66, 5:65][found.labels > 0] = 40
    whole, part = key_pictures(scan, found)[0], key_pictures(image_of(found, 40, -100), found)[0]
    assert (whole.png, whole.place_mm, whole.slice_number) == (part.png, part.place_mm, part.slice_number + 10)


def test_the_window_is_soft_tissue():
    found = two_vessels()
    # Level 50, width 350: -125 HU is black, 50 HU the middle, 225 HU white.
    volume = image_of(found, inside_hu=50, outside_hu=-300)
    assert set(np.unique(pixels(base64.b64decode(key_pictures(volume, found)[0].png)))) == {0, 127}
