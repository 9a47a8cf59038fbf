"""Editing masks with mouse and keys."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from inference.schema import Range
from inference.segmentation import Segmentation
from inference.vocabulary import Text
from tests.helpers.mouse import CONTROL, SHIFT, at, click, drag, wheel
from tests.ui.viewer.conftest import GRID
from ui.viewer.planes import AXIAL, CORONAL

UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
REDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


@pytest.fixture
def editing(shown, qtbot):
    shown.set_edit_mode(True)
    shown.model.set_brush(2.0)
    pane = shown.panes["axial"]
    shown.activateWindow()
    pane.setFocus()
    qtbot.waitUntil(pane.hasFocus)
    return shown


def labels_of(viewer) -> np.ndarray:
    return viewer.tools.editor.labels


def test_a_stroke_labels_what_it_passes_and_says_so_once(editing, qtbot):
    pane, k = editing.panes["axial"], editing.model.number(AXIAL)
    before = labels_of(editing).copy()
    with qtbot.waitSignal(editing.edited):
        drag(pane, at(pane, (40, 30)), at(pane, (50, 30)), at(pane, (60, 30)))
    changed = np.argwhere(labels_of(editing) != before)
    assert set(changed[:, 0]) == {k}
    assert (labels_of(editing)[k, 30, 27:40] == 1).all()


def test_while_contours_are_edited_their_edits_are_undone_before_measurements(editing):
    pane, actions = editing.panes["axial"], {a.objectName(): a for a in editing.actions_by_group()["edit"]}
    before = labels_of(editing).copy()
    drag(pane, at(pane, (40, 30)), at(pane, (60, 30)))
    editing.model.set_tool("length")
    drag(pane, at(pane, (10, 10)), at(pane, (40, 10)))
    actions["undo"].trigger()
    assert np.array_equal(labels_of(editing), before) and editing.model.measurements
    actions["undo"].trigger()
    assert not editing.model.measurements
    actions["redo"].trigger()
    actions["redo"].trigger()
    assert editing.model.measurements and not np.array_equal(labels_of(editing), before)
    editing.set_edit_mode(False)
    actions["undo"].trigger()
    assert not editing.model.measurements and not np.array_equal(labels_of(editing), before)


def test_a_stroke_is_told_when_it_ends_not_before(editing):
    pane, heard = editing.panes["axial"], []
    editing.edited.connect(lambda: heard.append(1))
    QTest.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=at(pane, (40, 30)))
    assert not heard
    QTest.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=at(pane, (40, 30)))
    assert heard == [1]


def test_a_stroke_on_a_coronal_pane_stays_in_its_slice(editing):
    pane = editing.panes["coronal"]
    before = labels_of(editing).copy()
    drag(pane, at(pane, (40, 30)), at(pane, (50, 30)))
    changed = np.argwhere(labels_of(editing) != before)
    assert set(changed[:, 1]) == {editing.model.number(CORONAL)}


def test_a_ball_reaches_into_other_slices(editing):
    editing.model.set_brush(4.0, solid=True)
    pane, before = editing.panes["axial"], labels_of(editing).copy()
    click(pane, at(pane, (50, 30)))
    assert len(set(np.argwhere(labels_of(editing) != before)[:, 0])) > 1


def test_the_eraser_takes_only_the_current_structure(editing):
    editing.go_to_structure("vein")
    editing.model.set_tool("erase")
    editing.model.set_brush(30.0)
    artery = labels_of(editing) == 1
    pane = editing.panes["axial"]
    click(pane, at(pane, (30, 20)))
    k = editing.model.number(AXIAL)
    assert not (labels_of(editing)[k] == 2).any()
    assert np.array_equal(labels_of(editing) == 1, artery)


def test_undo_and_redo_by_keys(editing, segmentation):
    pane, before = editing.panes["axial"], labels_of(editing).copy()
    drag(pane, at(pane, (40, 30)), at(pane, (60, 30)))
    drawn = labels_of(editing).copy()
    QTest.keyClick(pane, *UNDO)
    assert np.array_equal(labels_of(editing), before)
    assert editing.tools.shown() is segmentation
    QTest.keyClick(pane, *REDO)
    assert np.array_equal(labels_of(editing), drawn)


def test_undo_and_redo_are_offered_only_when_possible(editing):
    actions = {a.objectName(): a for a in editing.actions_by_group()["edit"]}
    assert not actions["undo"].isEnabled()
    pane = editing.panes["axial"]
    click(pane, at(pane, (40, 30)))
    assert (actions["undo"].isEnabled(), actions["redo"].isEnabled()) == (True, False)
    actions["undo"].trigger()
    assert (actions["undo"].isEnabled(), actions["redo"].isEnabled()) == (False, True)


@pytest.mark.parametrize(("key", "larger"), [(Qt.Key.Key_BracketRight, True), (Qt.Key.Key_BracketLeft, False)])
def test_brackets_change_the_size_of_the_brush(editing, key, larger):
    before = editing.model.brush_mm
    QTest.keyClick(editing.panes["axial"], key)
    assert (editing.model.brush_mm > before) == larger


def test_control_shift_and_wheel_change_the_size_of_the_brush(editing):
    before, number = editing.model.brush_mm, editing.model.number(AXIAL)
    wheel(editing.panes["axial"], QPoint(99, 99), 1, CONTROL | SHIFT)
    assert editing.model.brush_mm > before
    assert editing.model.number(AXIAL) == number


def test_filling_between_slices_from_the_key(editing):
    pane = editing.panes["axial"]
    for number in (2, 21):
        editing.model.show_slice(AXIAL, number)
        click(pane, at(pane, (50, 30)))
    before = np.count_nonzero(labels_of(editing) == 1)
    QTest.keyClick(pane, Qt.Key.Key_Y)
    assert np.count_nonzero(labels_of(editing) == 1) > before


def test_growing_says_how_much_was_added(editing):
    editing.model.set_tool("grow")
    editing.model.set_current(2)
    editing.tools.low_hu, editing.tools.high_hu = 0.0, 80.0
    labels_of(editing)[:] = 0
    pane = editing.panes["axial"]
    click(pane, at(pane, (15 * 1.5, 13)))
    assert (labels_of(editing)[5:18, 10:16, 12:18] == 2).all()
    assert "mL added" in editing._note.text()


def test_growing_from_a_point_outside_the_limits_says_its_density(editing, segmentation):
    editing.model.set_tool("grow")
    pane = editing.panes["axial"]
    click(pane, at(pane, (60, 35)))
    assert "outside of the limits" in editing._note.text()
    assert editing._note.isVisible()
    assert editing.tools.shown() is segmentation


def test_an_edit_without_effect_says_so(editing):
    labels_of(editing)[:] = 0
    QTest.keyClick(editing.panes["axial"], Qt.Key.Key_S)
    assert editing._note.text() == "There was nothing to change"


def test_reset_brings_the_model_back(editing, segmentation):
    pane = editing.panes["axial"]
    click(pane, at(pane, (50, 30)))
    next(a for a in editing.actions_by_group()["edit"] if a.objectName() == "reset").trigger()
    assert editing.tools.shown() is segmentation


def test_the_edited_segmentation_is_certain_where_it_was_drawn(editing, segmentation):
    pane = editing.panes["axial"]
    click(pane, at(pane, (30, 25)))
    drawn = editing.tools.shown()
    assert (drawn.image, drawn.structures) == (segmentation.image, segmentation.structures)
    assert (drawn.certainty == 1).any()


def test_what_comes_back_from_measuring_does_not_undo_what_was_drawn_since(editing, segmentation, structures):
    pane = editing.panes["axial"]
    click(pane, at(pane, (50, 30)))
    first = editing.tools.shown()
    click(pane, at(pane, (60, 35)))
    second = labels_of(editing).copy()
    editing.show_structures(replace(first, labels=first.labels.copy()), structures)
    assert np.array_equal(labels_of(editing), second)
    QTest.keyClick(pane, *UNDO)
    QTest.keyClick(pane, *UNDO)
    assert editing.tools.shown() is segmentation


def test_another_segmentation_replaces_what_was_drawn(editing, segmentation, structures):
    pane = editing.panes["axial"]
    click(pane, at(pane, (50, 30)))
    editing.show_structures(segmentation, structures)
    assert editing.tools.shown() is segmentation
    assert not editing.tools.editor.can_undo


def test_without_structures_there_is_nothing_to_edit(viewer, volume):
    viewer.show_study(volume, viewer._header)
    viewer.set_edit_mode(True)
    assert (viewer.edit_mode, viewer.model.tool) == (False, "navigate")


def test_leaving_the_edit_mode_puts_the_brush_away(editing):
    assert editing.model.tool == "brush"
    editing.set_edit_mode(False)
    assert editing.model.tool == "navigate"


def test_the_structure_that_is_edited_is_chosen_in_the_list(editing):
    button = editing._structure_bar._buttons[2]
    button.click()
    assert editing.model.current == 2
    pane = editing.panes["axial"]
    click(pane, at(pane, (50, 35)))
    assert labels_of(editing)[editing.model.number(AXIAL), 35, 33] == 2


# --- structures that wait to be drawn


def test_several_structures_are_asked_for_one_after_the_other_each_with_its_densities(viewer, volume, structures):
    voxel = GRID.part((slice(12, 13), slice(20, 21), slice(22, 23)))
    blank = Segmentation(
        "ct", np.zeros(voxel.shape, np.uint8), np.ones(voxel.shape, np.float32), voxel, ("artery", "vein")
    )
    asked = tuple(replace(one, hu=Range(10.0 * n, 90.0)) for n, one in enumerate(structures, 1))
    viewer.show_study(volume, viewer._header)
    viewer.show_structures(blank, asked)
    assert not viewer.edit_mode
    viewer.ask_to_draw(("artery", "vein"), Text("All of it", "全部"))
    prompt = viewer._prompt
    assert (prompt.accessibleName(), viewer.edit_mode, viewer.tools.low_hu) == ("Draw: Artery", True, 10)
    pane = viewer.panes["axial"]
    click(pane, at(pane, (40, 20)))
    assert (prompt.isVisible(), prompt.accessibleName(), viewer.model.current) == (True, "Draw: Vein", 1)
    prompt.buttons["lasso"].click()
    assert (viewer.model.current, viewer.tools.low_hu, viewer.model.tool) == (2, 20, "lasso")
    drag(pane, at(pane, (10, 10)), at(pane, (24, 10)), at(pane, (24, 24)), at(pane, (10, 24)))
    assert not prompt.isVisible() and viewer.tools.editor.volume_ml(2) > 0
    wanted = []
    viewer.mask_file_wanted.connect(lambda: wanted.append(viewer.model.current))
    next(action for action in viewer.actions_by_group()["edit"] if action.objectName() == "undo").trigger()
    prompt.buttons["file"].click()
    assert wanted == [2]


def test_a_lasso_that_is_given_up_fills_nothing_and_one_by_density_takes_what_fits(editing):
    pane, before = editing.panes["axial"], labels_of(editing).copy()
    editing.model.set_tool("lasso")
    QTest.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=at(pane, (40, 40)))
    QTest.mouseMove(pane.viewport(), at(pane, (50, 40)))
    assert pane.trace
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert not pane.trace and np.array_equal(labels_of(editing), before)
    QTest.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=at(pane, (50, 40)))
    editing.tools.clear()
    before = labels_of(editing).copy()
    editing.tools.use_limits(0, 200, 10)
    editing.model.set_brush(by_density=True)
    editing.model.show_slice(AXIAL, 10)
    drag(pane, *(at(pane, corner) for corner in ((1, 1), (60, 1), (60, 38), (1, 38))))
    added = (labels_of(editing) != before) & (labels_of(editing) == editing.model.current)
    assert added.any() and (editing.volume.hu[added] >= 0).all()


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_X, SHIFT), (Qt.Key.Key_X, CONTROL | SHIFT)])
def test_a_slice_or_all_of_a_structure_is_deleted_by_keys(editing, key, held):
    pane = editing.panes["axial"]
    editing.go_to_structure("artery")
    count = np.count_nonzero(labels_of(editing) == 1)
    QTest.keyClick(pane, key, held)
    left = np.count_nonzero(labels_of(editing) == 1)
    assert left < count and (left == 0) == (held != SHIFT)
    assert editing._edit_bar.volume.text() == f"Volume {left * GRID.voxel_ml:.2f} mL"
