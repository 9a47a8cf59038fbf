"""Painting, growing, filling and smoothing masks, and what comes back as a segmentation."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.masks import MaskEditor
from inference.errors import InputError
from inference.segmentation import Segmentation
from inference.volume import Grid, Volume
from tests.helpers.shapes import of_images

GRID = Grid((-31.25, 12.5, 200.0), (2.0, 0.8, 0.8), (20, 30, 32))
BLOCK = (slice(4, 14), slice(6, 20), slice(5, 21))
MIDDLE = (9, 12, 12)


def volume(hu=None) -> Volume:
    return Volume(np.full(GRID.shape, -100, np.int16) if hu is None else hu, GRID)


def given(labels=None) -> Segmentation:
    grid = GRID.part(BLOCK)
    labels = np.zeros(grid.shape, np.uint8) if labels is None else labels
    return Segmentation(
        "ct", labels, np.full(grid.shape, 0.7, np.float32), grid, ("artery", "vein"), {"an artery": 3.0}
    )


def editor(labels=None, hu=None) -> MaskEditor:
    return MaskEditor(given(labels), volume(hu))


def mm(*index) -> tuple[float, ...]:
    return tuple(float(v) for v in GRID.to_patient(np.array(index)))


def test_labels_lie_on_the_scan_where_their_block_lies():
    labels = np.zeros(GRID.part(BLOCK).shape, np.uint8)
    labels[2, 3, 4] = 2
    assert np.argwhere(editor(labels).labels == 2).tolist() == [[6, 9, 9]]


@pytest.mark.parametrize("shift_mm", [0.4, 500.0])
def test_a_block_of_another_image_is_refused(shift_mm):
    block = given()
    x, y, z = block.grid.origin_mm
    moved = Grid((x + shift_mm, y, z), block.grid.spacing_mm, block.grid.shape)
    other = Segmentation("ct", block.labels, block.certainty, moved, block.structures)
    with pytest.raises(InputError, match=r"mask\.other-image"):
        MaskEditor(other, volume())


def test_an_untouched_mask_is_the_one_that_was_given():
    block = given()
    one = MaskEditor(block, volume())
    assert one.segmentation() is block


def test_a_ball_holds_the_voxels_whose_centres_are_near_enough():
    one = editor()
    assert one.brush(mm(*MIDDLE), 3.0, 1)
    places = GRID.to_patient(np.argwhere(np.ones(GRID.shape, bool)))
    near = np.linalg.norm(places - mm(*MIDDLE), axis=1) <= 3.0
    assert np.array_equal((one.labels == 1).ravel(), near)


@pytest.mark.parametrize(("plane", "axis"), [("axial", 0), ("coronal", 1), ("sagittal", 2)])
def test_a_disc_stays_in_its_slice(plane, axis):
    one = editor()
    one.brush(mm(*MIDDLE), 4.0, 1, plane)
    found = np.argwhere(one.labels == 1)
    assert set(found[:, axis]) == {MIDDLE[axis]}
    assert len(found) > 10


def test_a_tiny_brush_paints_the_voxel_under_it():
    one = editor()
    one.brush(np.array(mm(*MIDDLE)) + 0.3, 0.01, 1)
    assert np.argwhere(one.labels).tolist() == [list(MIDDLE)]


def test_a_brush_beside_the_scan_changes_nothing():
    one = editor()
    assert not one.brush(mm(-5, 12, 12), 3.0, 1)
    assert not one.can_undo


def test_painting_again_what_is_painted_is_no_step():
    one = editor()
    one.brush(mm(*MIDDLE), 3.0, 1)
    assert not one.brush(mm(*MIDDLE), 3.0, 1)
    one.undo()
    assert not one.can_undo


def test_other_structures_can_be_kept():
    one = editor()
    one.brush(mm(*MIDDLE), 2.0, 2)
    before = np.count_nonzero(one.labels == 2)
    one.brush(mm(*MIDDLE), 4.0, 1, keep_others=True)
    assert np.count_nonzero(one.labels == 2) == before
    one.brush(mm(*MIDDLE), 4.0, 1)
    assert not np.any(one.labels == 2)


def test_the_eraser_takes_one_structure_only_when_told_so():
    one = editor()
    one.brush(mm(*MIDDLE), 2.0, 2)
    one.brush(mm(*MIDDLE), 4.0, 1, keep_others=True)
    one.erase(mm(*MIDDLE), 9.0, 1)
    assert set(np.unique(one.labels)) == {0, 2}
    one.erase(mm(*MIDDLE), 9.0)
    assert not one.labels.any()


def test_a_stroke_is_one_step():
    one = editor()
    with one.stroke():
        for i in range(8, 18):
            one.brush(mm(9, 12, i), 2.0, 1)
    one.undo()
    assert not one.labels.any()
    one.redo()
    assert one.labels[9, 12, 8:18].all()


def test_a_step_undone_cannot_be_redone_after_another_edit():
    one = editor()
    one.brush(mm(*MIDDLE), 2.0, 1)
    one.undo()
    one.brush(mm(9, 15, 15), 2.0, 1)
    assert not one.can_redo


def test_the_oldest_steps_go_when_there_is_no_room():
    one = MaskEditor(given(), volume(), most_bytes=600)
    for n in range(6):
        one.brush(mm(9, 12, 8 + 2 * n), 2.0, 1 + n % 2)
    steps = 0
    while one.can_undo:
        one.undo()
        steps += 1
    assert 1 <= steps < 6


def test_reset_returns_to_the_model_and_can_be_undone():
    labels = np.zeros(GRID.part(BLOCK).shape, np.uint8)
    labels[2:6, 3:6, 4:8] = 2
    block = given(labels)
    one = MaskEditor(block, volume())
    one.erase(mm(7, 10, 10), 4.0)
    one.brush(mm(18, 28, 30), 3.0, 1)
    edited = one.labels.copy()
    assert one.reset()
    assert one.segmentation() is block
    one.undo()
    assert np.array_equal(one.labels, edited)


def test_edited_voxels_are_certain_and_the_others_keep_their_certainty():
    one = editor()
    one.brush(mm(*MIDDLE), 3.0, 1)
    found = one.segmentation()
    assert found.grid == given().grid
    assert np.array_equal(found.certainty, np.where(found.labels == 1, np.float32(1), np.float32(0.7)))
    assert (found.image, found.structures, found.context_ml) == ("ct", ("artery", "vein"), {"an artery": 3.0})


def test_an_edit_outside_enlarges_the_block():
    one = editor()
    one.brush(mm(*MIDDLE), 2.0, 2)
    one.brush(mm(18, 28, 30), 1.0, 1)
    found = one.segmentation()
    index = np.rint(GRID.to_index(np.array(found.grid.origin_mm))).astype(int)
    assert found.grid.shape[0] == 19 - BLOCK[0].start
    whole = np.zeros(GRID.shape, np.uint8)
    whole[tuple(slice(n, n + m) for n, m in zip(index, found.grid.shape))] = found.labels
    assert np.array_equal(whole, one.labels)
    assert found.certainty[0, 0, 0] == np.float32(0.7)
    assert found.labels.shape == found.certainty.shape == found.grid.shape


@pytest.mark.parametrize("place", [MIDDLE, (18, 28, 30)], ids=["inside the block", "outside"])
def test_what_was_edited_leads_back_to_the_images_of_the_scan_also_where_the_mask_did_not(place):
    scan = Volume(volume().hu, of_images(GRID))
    one = MaskEditor(given(), scan)
    one.brush(mm(*place), 2.0, 2)
    found = one.segmentation()
    index = np.argwhere(found.labels == 2)
    assert index.size and np.array_equal(np.rint(found.grid.to_source(index)), np.argwhere(one.labels == 2))


def test_what_is_taken_back_does_not_enlarge_the_block():
    block = given()
    one = MaskEditor(block, volume())
    one.brush(mm(18, 28, 30), 1.0, 1)
    one.undo()
    assert one.segmentation() is block


def test_the_segmentation_given_out_does_not_change_with_later_edits():
    one = editor()
    one.brush(mm(*MIDDLE), 3.0, 1)
    found = one.segmentation()
    before = found.labels.copy()
    one.erase(mm(*MIDDLE), 9.0)
    assert np.array_equal(found.labels, before)


@pytest.mark.parametrize("plane", ["axial", "coronal", "sagittal"])
def test_slices_between_drawn_ones_are_filled(plane):
    one = editor()
    axis = {"axial": 0, "coronal": 1, "sagittal": 2}[plane]
    for n in (-4, 0, 4):
        place = np.array(MIDDLE)
        place[axis] += n
        one.brush(mm(*place), 4.0, 1, plane)
    assert one.fill_between(1, plane)
    areas = np.count_nonzero(one.labels, axis=tuple(n for n in range(3) if n != axis))
    filled = areas[MIDDLE[axis] - 4 : MIDDLE[axis] + 5]
    assert len(set(filled)) == 1
    assert areas.sum() == filled.sum()


def test_sections_as_large_as_the_box_around_them_are_filled():
    one = editor()
    for k in (5, 11):
        for j in range(8, 12):
            for i in range(8, 13):
                one.brush(mm(k, j, i), 0.1, 1)
    one.fill_between(1)
    assert one.labels[5:12, 8:12, 8:13].all()
    assert np.count_nonzero(one.labels) == 7 * 4 * 5


def test_an_oblique_vessel_does_not_vanish_between_its_sections():
    one = editor()
    one.brush(mm(6, 12, 6), 2.0, 1, "axial")
    one.brush(mm(12, 12, 24), 2.0, 1, "axial")  # the two sections do not overlap
    one.fill_between(1)
    areas = np.count_nonzero(one.labels, axis=(1, 2))[6:13]
    assert areas.min() > 0.8 * areas[0]
    middle = np.argwhere(one.labels[9]).mean(axis=0)
    assert middle == pytest.approx([12, 15], abs=0.6)


def test_filling_takes_nothing_from_other_structures():
    one = editor()
    one.brush(mm(9, 12, 12), 2.0, 2)
    before = one.labels == 2
    one.brush(mm(5, 12, 12), 3.0, 1, "axial")
    one.brush(mm(13, 12, 12), 3.0, 1, "axial")
    one.fill_between(1)
    assert np.array_equal(one.labels == 2, before)


def test_filling_or_smoothing_nothing_is_no_step():
    one = editor()
    assert not one.fill_between(1)
    assert not one.smooth(1)
    assert not one.can_undo


def bar_hu() -> np.ndarray:
    """A bright bar along the body, in fat."""
    hu = np.full(GRID.shape, -100, np.int16)
    hu[2:18, 10:15, 10:15] = 40
    return hu


def test_growing_takes_what_is_connected_and_within_the_limits():
    hu = bar_hu()
    hu[2:18, 20:24, 20:24] = 40  # another bar that does not touch it
    hu[9, 12, 12] = 400  # a speck of calcium inside
    one = editor(hu=hu)
    grown = one.grow(mm(5, 12, 12), 20, 60, 1)
    wanted = np.zeros(GRID.shape, bool)
    wanted[2:18, 10:15, 10:15] = True
    assert np.array_equal(one.labels == 1, wanted)
    assert grown.added_ml == pytest.approx(wanted.sum() * GRID.voxel_ml)
    assert not grown.limited


def test_growing_stops_at_its_volume_near_the_seed():
    one = editor(hu=np.full(GRID.shape, 40, np.int16))
    grown = one.grow(mm(*MIDDLE), 20, 60, 1, most_ml=0.5)
    assert grown.limited
    assert grown.added_ml == pytest.approx(0.5, rel=0.02)
    away = np.linalg.norm(GRID.to_patient(np.argwhere(one.labels)) - mm(*MIDDLE), axis=1)
    assert away.max() < 1.5 * (3 * 500 / (4 * np.pi)) ** (1 / 3)


def test_growing_goes_around_other_structures():
    one = editor(hu=bar_hu())
    with one.stroke():
        for j in range(10, 15):
            for i in range(10, 15):
                one.brush(mm(9, j, i), 0.1, 2)
    one.grow(mm(5, 12, 12), 20, 60, 1)
    assert np.count_nonzero(one.labels == 2) == 25
    assert not np.any(one.labels[10:] == 1)


def test_a_seed_outside_the_limits_is_refused_with_its_density():
    with pytest.raises(InputError, match="hu=-100"):
        editor(hu=bar_hu()).grow(mm(0, 0, 0), 20, 60, 1)


def test_a_seed_beside_the_scan_is_refused():
    with pytest.raises(InputError, match=r"mask\.seed-outside-scan"):
        editor().grow(mm(-3, 0, 0), 20, 60, 1)


def test_smoothing_removes_a_spike_and_keeps_the_volume():
    labels = np.zeros(GRID.part(BLOCK).shape, np.uint8)
    labels[2:8, 3:10, 4:11] = 1
    labels[4, 10:13, 7] = 1
    block = given(labels)
    one = MaskEditor(block, volume())
    before = np.count_nonzero(one.labels)
    assert one.smooth(1)
    assert np.count_nonzero(one.labels) == before
    assert not one.labels[8, 18, 12]
    one.undo()
    assert one.segmentation() is block


# --- structures that are drawn from nothing
