"""Drawing a structure where no network found any: lines, limits, holes, whole slices, files."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.masks import MaskEditor
from inference.errors import InputError
from inference.segmentation import Segmentation
from inference.volume import Grid, Volume

GRID = Grid((-31.25, 12.5, 200.0), (2.0, 0.8, 0.8), (20, 30, 32))


def volume(hu=None) -> Volume:
    return Volume(np.full(GRID.shape, -100, np.int16) if hu is None else hu, GRID)


def mm(*index) -> tuple[float, ...]:
    return tuple(float(v) for v in GRID.to_patient(np.array(index)))


def blank() -> MaskEditor:
    """Nothing but a voxel to begin with, in noise that is dense on one side."""
    part = GRID.part((slice(10, 11), slice(15, 16), slice(16, 17)))
    labels, ones = np.zeros(part.shape, np.uint8), np.ones(part.shape, np.float32)
    hu = np.full(GRID.shape, 20, np.int16)
    hu[:, :, 16:] = 60
    return MaskEditor(Segmentation("ct", labels, ones, part, ("clot", "rim")), volume(hu))


def test_a_line_fills_what_it_surrounds_in_its_slice_within_the_limits_and_beside_others():
    drawing = blank()
    corners = [mm(9, 4.5, 9.5), mm(9, 4.5, 22.5), mm(9, 14.5, 22.5), mm(9, 14.5, 9.5)]
    assert drawing.outline(corners, "axial", 1)
    assert np.argwhere(drawing.labels == 1).min(axis=0).tolist() == [9, 5, 10]
    assert np.argwhere(drawing.labels == 1).max(axis=0).tolist() == [9, 14, 22]
    drawing.undo()
    drawing.brush(mm(9, 10, 18), 0.1, 2)
    assert drawing.outline(corners, "axial", 1, keep_others=True, limits_hu=(50, 70))
    kept = drawing.labels[9, 5:15, 10:23]
    assert not kept[:, :6].any() and kept[:, 6:].all() and drawing.labels[9, 10, 18] == 2
    far = [tuple(np.add(corner, 500.0)) for corner in corners]
    assert not drawing.outline(far, "axial", 1)
    sagittal = [mm(3.5, 4.5, 12), mm(3.5, 14.5, 12), mm(7.5, 14.5, 12), mm(7.5, 4.5, 12)]
    assert drawing.outline(sagittal, "sagittal", 1)
    assert np.count_nonzero(drawing.labels[4:8, 5:15, 12] == 1) == 40


def test_a_brush_with_limits_paints_only_what_has_the_density():
    drawing = blank()
    assert drawing.brush(mm(9, 12, 16), 4.0, 1, limits_hu=(50, 70))
    assert (drawing.labels[:, :, :16] == 0).all() and (drawing.labels[9, 12, 16:20] == 1).all()


def test_what_a_ring_encloses_is_filled_slice_by_slice_and_its_volume_follows():
    drawing = blank()
    corners = [mm(9, 4.5, 4.5), mm(9, 4.5, 12.5), mm(9, 12.5, 12.5), mm(9, 12.5, 4.5)]
    drawing.outline(corners, "axial", 1)
    whole = drawing.volume_ml(1)
    drawing.erase(mm(9, 8, 8), 1.7, 1, "axial")
    assert drawing.volume_ml(1) < whole
    assert drawing.fill_holes(1) and drawing.volume_ml(1) == pytest.approx(whole)
    assert whole == pytest.approx(64 * GRID.voxel_ml)
    assert not drawing.fill_holes(1) and not drawing.fill_holes(2)
    drawing.undo()
    assert drawing.volume_ml(1) < whole


def test_a_slice_or_all_of_a_structure_is_taken_away_and_comes_back():
    drawing = blank()
    drawing.brush(mm(9, 10, 10), 5.0, 1)
    drawing.brush(mm(9, 20, 20), 3.0, 2)
    before = drawing.labels.copy()
    assert drawing.clear(1, "axial", 9) and not (drawing.labels[9] == 1).any() and (drawing.labels[8] == 1).any()
    assert drawing.clear(1) and drawing.volume_ml(1) == 0 and drawing.volume_ml(2) > 0
    assert not drawing.clear(1) and not drawing.clear(2, "axial", 0)
    drawing.undo()
    drawing.undo()
    np.testing.assert_array_equal(drawing.labels, before)


def test_a_structure_from_a_file_takes_the_place_of_what_was_drawn_but_not_of_others():
    drawing = blank()
    drawing.brush(mm(9, 10, 10), 3.0, 1)
    drawing.brush(mm(9, 20, 20), 3.0, 2)
    before, box = drawing.labels.copy(), (slice(2, 4), slice(2, 4), slice(2, 4))
    assert drawing.put(1, box, np.ones((2, 2, 2), bool))
    assert np.count_nonzero(drawing.labels == 1) == 8 and (drawing.labels[box] == 1).all()
    drawing.undo()
    np.testing.assert_array_equal(drawing.labels, before)
    with pytest.raises(InputError) as caught:
        drawing.put(1, (slice(9, 10), slice(20, 21), slice(20, 21)), np.ones((1, 1, 1), bool))
    assert caught.value.parameters["ml"] == pytest.approx(GRID.voxel_ml)


def test_what_is_drawn_from_nothing_is_no_larger_than_it():
    drawing = blank()
    drawing.brush(mm(3, 4, 5), 0.1, 1)
    segmentation = drawing.segmentation()
    assert segmentation.labels.shape == (1, 1, 1) and segmentation.certainty.tolist() == [[[1.0]]]
