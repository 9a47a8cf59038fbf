"""What a hand-drawn mask changes."""

from dataclasses import replace

import numpy as np

from desktop.masks.changes import edits_after, structures_changed
from inference.outcome import Edit
from inference.segmentation import Segmentation
from inference.volume import Grid

GRID = Grid((-31.25, 12.5, 200.0), (1.25, 0.7, 0.7), (4, 6, 8))


def mask():
    labels = np.zeros(GRID.shape, np.uint8)
    labels[1:3, 1:3, 1:3], labels[1:3, 4:6, 4:7] = 1, 2
    return Segmentation("ct", labels, np.ones(GRID.shape, np.float32), GRID, ("artery", "vein"))


def test_the_same_voxels_are_no_change():
    assert structures_changed(mask(), mask()) == ()


def test_the_same_voxels_in_a_larger_box_are_no_change():
    found = mask()
    larger = Grid(
        tuple(float(v) for v in GRID.to_patient(np.array([-1, -2, -3]))),
        GRID.spacing_mm,
        tuple(n + 6 for n in GRID.shape),
    )
    labels = np.zeros(larger.shape, np.uint8)
    labels[1:5, 2:8, 3:11] = found.labels
    drawn = Segmentation("ct", labels, np.ones(larger.shape, np.float32), larger, found.structures)
    assert structures_changed(found, drawn) == ()


def test_only_the_structure_that_lost_a_voxel_is_named():
    labels = mask().labels.copy()
    labels[1, 4, 4] = 0
    assert structures_changed(mask(), replace(mask(), labels=labels)) == ("vein",)


def test_a_voxel_that_changes_hands_changes_both():
    labels = mask().labels.copy()
    labels[1, 4, 4] = 1
    assert structures_changed(mask(), replace(mask(), labels=labels)) == ("artery", "vein")


def test_where_nothing_was_found_all_is_drawn():
    assert structures_changed(None, mask()) == ("artery", "vein")


EMPTY = replace(mask(), labels=np.zeros(GRID.shape, np.uint8))
LI, WANG = Edit("", "Li", "2026-03-05T08:00:00+08:00"), Edit("", "Wang", "2026-03-06T08:00:00+08:00")
FILE = Edit("vein", "Li", LI.time, "imported", "vein.nii", "0" * 64)


def with_voxel(contour, place, value):
    labels = contour.labels.copy()
    labels[place] = value
    return replace(contour, labels=labels)


def said(edits):
    return [(edit.structure, edit.by, edit.origin) for edit in edits]


def test_who_drew_what_stays_known_through_edits_by_others_and_files():
    drawn = edits_after(EMPTY, (EMPTY, ()), mask(), LI, {})
    assert said(drawn) == [("artery", "Li", "drawn"), ("vein", "Li", "drawn")]
    more = with_voxel(mask(), (0, 0, 0), 2)
    again = edits_after(EMPTY, (mask(), drawn), more, replace(LI, time=WANG.time), {})
    assert said(again) == said(drawn) and [edit.time for edit in again] == [LI.time, WANG.time]
    other = edits_after(EMPTY, (mask(), drawn), more, WANG, {})
    assert said(other) == [("artery", "Li", "drawn"), ("vein", "Li", "drawn"), ("vein", "Wang", "edited")]
    brought = edits_after(EMPTY, (mask(), drawn), more, WANG, {"vein": FILE})
    assert brought == (drawn[0], FILE)
    assert said(edits_after(EMPTY, (more, brought), mask(), LI, {}))[1:] == [
        ("vein", "Li", "imported"),
        ("vein", "Li", "edited"),
    ]
    assert edits_after(EMPTY, (more, brought), EMPTY, LI, {}) == ()


def test_of_a_stored_case_what_was_drawn_and_is_gone_has_no_entry_and_what_was_edited_keeps_it():
    drawn = edits_after(EMPTY, (EMPTY, ()), mask(), LI, {})
    assert edits_after(None, (mask(), drawn), EMPTY, WANG, {}) == ()
    assert said(edits_after(None, (mask(), drawn), mask(), WANG, {})) == said(drawn)
    edited = edits_after(mask(), (mask(), ()), with_voxel(mask(), (0, 0, 0), 2), LI, {})
    assert ("vein", "Wang", "edited") in said(edits_after(None, (mask(), edited), EMPTY, WANG, {}))


def test_what_a_model_found_is_edited_and_is_its_own_again_when_all_is_taken_back():
    more = with_voxel(mask(), (0, 0, 0), 2)
    edited = edits_after(mask(), (mask(), ()), more, LI, {})
    assert said(edited) == [("vein", "Li", "edited")]
    assert edits_after(mask(), (more, edited), mask(), LI, {}) == ()
