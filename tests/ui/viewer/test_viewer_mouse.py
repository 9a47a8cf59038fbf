"""What the mouse does on a pane."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.helpers.mouse import CONTROL, LEFT, MIDDLE, RIGHT, SHIFT, at, click, drag, hover, wheel
from ui.viewer.measuring import angle_deg, length_mm
from ui.viewer.planes import AXIAL, CORONAL, PLANES, to_patient

PLACE = QPoint(200, 150)


@pytest.fixture
def pane(shown):
    return shown.panes["axial"]


@pytest.mark.parametrize("name", PLANES)
def test_a_click_puts_the_crosshair_there_in_all_planes(shown, name):
    pane = shown.panes[name]
    place = at(pane, (20.0, 14.0))
    expected = to_patient(pane.plane, shown.volume.grid, (20.0, 14.0), shown.model.number(pane.plane))
    click(pane, place)
    assert shown.model.position_mm == pytest.approx(expected, abs=0.5 / pane.layers.scale + 0.01)
    assert shown.model.active == name


def test_the_wheel_scrolls_and_shift_scrolls_faster(shown, pane):
    before = shown.model.number(AXIAL)
    wheel(pane, PLACE, 1)
    assert shown.model.number(AXIAL) == before + 1
    wheel(pane, PLACE, -1, SHIFT)
    assert shown.model.number(AXIAL) == before - 4


def test_small_turns_of_a_touch_pad_add_up(shown, pane):
    before = shown.model.number(AXIAL)
    for _ in range(4):
        wheel(pane, PLACE, 0.25)
    assert shown.model.number(AXIAL) == before + 1


def test_control_and_wheel_zoom_about_the_pointer(shown, pane):
    before = pane.layers.to_point(PLACE.toPointF())
    wheel(pane, PLACE, 3, CONTROL)
    assert shown.model.views["axial"].zoom > 1.5
    assert pane.layers.to_point(PLACE.toPointF()) == pytest.approx(before)


def test_the_right_button_sets_the_window(shown, pane):
    before = shown.model.window
    drag(pane, PLACE, PLACE + QPoint(40, 0), PLACE + QPoint(40, -30), button=RIGHT)
    assert shown.model.window.width > before.width
    assert shown.model.window.level < before.level


@pytest.mark.parametrize("way", ["middle", "space", "tool"])
def test_the_picture_follows_the_hand_when_panned(shown, pane, way):
    wheel(pane, PLACE, 4, CONTROL)
    before = pane.layers.to_point(PLACE.toPointF())
    if way == "tool":
        shown.model.set_tool("pan")
    if way == "space":
        QTest.keyPress(pane, Qt.Key.Key_Space)
    drag(pane, PLACE, PLACE + QPoint(25, 10), button=MIDDLE if way == "middle" else LEFT)
    if way == "space":
        QTest.keyRelease(pane, Qt.Key.Key_Space)
    assert pane.layers.to_point((PLACE + QPoint(25, 10)).toPointF()) == pytest.approx(before, abs=0.01)


def test_after_space_the_left_button_moves_the_crosshair_again(shown, pane):
    QTest.keyPress(pane, Qt.Key.Key_Space)
    QTest.keyRelease(pane, Qt.Key.Key_Space)
    before = shown.model.position_mm
    click(pane, at(pane, (9.0, 9.0)))
    assert shown.model.position_mm != before


def test_the_zoom_tool_zooms_in_upwards(shown, pane):
    shown.model.set_tool("zoom")
    drag(pane, PLACE, PLACE - QPoint(0, 40))
    assert shown.model.views["axial"].zoom > 1.2


def test_a_double_click_lets_a_pane_fill_the_viewer_and_brings_the_others_back(shown):
    pane = shown.panes["coronal"]
    QTest.mouseDClick(pane.viewport(), LEFT, pos=PLACE)
    assert [name for name, other in shown.panes.items() if other.isVisible()] == ["coronal"]
    QTest.mouseDClick(pane.viewport(), LEFT, pos=PLACE)
    assert all(other.isVisible() for other in shown.panes.values())


def test_a_pane_that_was_hidden_shows_what_changed_meanwhile(shown):
    shown.model.toggle_alone("axial")
    shown.model.scroll(CORONAL, 5)
    shown.model.toggle_alone("axial")
    pane = shown.panes["coronal"]
    assert np.array_equal(pane.layers.picture, shown.volume.hu[::-1, shown.model.number(CORONAL)])


def test_the_value_under_the_pointer_is_that_of_the_voxel(shown, pane):
    k = shown.model.number(AXIAL)
    place = at(pane, (8.5 * 1.5, 7.5))  # column 8, row 7
    hover(pane, place)
    assert pane.value_under(pane.hover) == shown.volume.hu[k, 7, 8]


def test_in_a_slab_the_value_is_the_one_that_is_seen(shown, pane):
    shown.model.set_slab("mip", 6.0)
    k = shown.model.number(AXIAL)
    value = pane.value_under(at(pane, (8.5 * 1.5, 7.5)).toPointF())
    assert value == shown.volume.hu[k - 1 : k + 2, 7, 8].max()


def test_a_length_is_drawn_by_dragging(shown, pane):
    shown.model.set_tool("length")
    drag(pane, at(pane, (10, 10)), at(pane, (20, 10)), at(pane, (40, 10)))
    (one,) = shown.model.measurements
    assert length_mm(one.points) == pytest.approx(30, abs=0.3)
    assert (one.plane, one.number) == ("axial", shown.model.number(AXIAL))


def test_an_angle_takes_three_points(shown, pane):
    shown.model.set_tool("angle")
    drag(pane, at(pane, (10, 10)), at(pane, (30, 10)))
    assert not shown.model.measurements
    hover(pane, at(pane, (30, 20)))
    click(pane, at(pane, (30, 30)))
    (one,) = shown.model.measurements
    assert angle_deg(one.points) == pytest.approx(90, abs=1.5)


def test_a_measurement_can_be_made_by_clicks_alone(shown, pane):
    shown.model.set_tool("length")
    click(pane, at(pane, (10, 10)))
    assert not shown.model.measurements
    click(pane, at(pane, (10, 30)))
    assert length_mm(shown.model.measurements[0].points) == pytest.approx(20, abs=0.3)


def test_escape_gives_up_what_was_begun(shown, pane):
    shown.model.set_tool("angle")
    drag(pane, at(pane, (10, 10)), at(pane, (30, 10)))
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    click(pane, at(pane, (30, 30)))
    assert not shown.model.measurements


def test_a_region_says_mean_deviation_range_and_area(shown, pane):
    shown.model.set_tool("ellipse")
    drag(pane, at(pane, (18, 10)), at(pane, (27, 16)))
    (one,) = shown.model.measurements
    text = "\n".join(pane.overlay.reading(one))
    assert all(word in text for word in ("Mean", "SD", "Min", "max", "HU", "mm²"))


def test_a_measurement_is_selected_by_a_click_moved_and_deleted(shown, pane):
    shown.model.set_tool("length")
    drag(pane, at(pane, (10, 10)), at(pane, (40, 10)))
    shown.model.set_tool("navigate")
    shown.model.choose_measurement(None)
    drag(pane, at(pane, (25, 10)), at(pane, (25, 18)))  # by its middle: all of it
    assert [y for _, y in shown.model.measurements[0].points] == pytest.approx([18, 18], abs=0.5)
    drag(pane, at(pane, (40, 18)), at(pane, (40, 30)))  # by its end: that end
    assert [y for _, y in shown.model.measurements[0].points] == pytest.approx([18, 30], abs=0.6)
    QTest.keyClick(pane, Qt.Key.Key_Delete)
    assert not shown.model.measurements


def test_every_change_of_the_measurements_is_taken_back_and_given_again(shown, pane):
    model, actions = shown.model, {a.objectName(): a for a in shown.actions_by_group()["edit"]}
    states = [[]]
    model.set_tool("length")
    drag(pane, at(pane, (10, 10)), at(pane, (40, 10)))
    states.append(list(model.measurements))
    model.set_tool("navigate")
    click(pane, at(pane, (25, 10)))  # choosing is no change
    drag(pane, at(pane, (25, 10)), at(pane, (25, 14)), at(pane, (25, 18)))
    states.append(list(model.measurements))
    QTest.keyClick(pane, Qt.Key.Key_Delete)
    states.append(list(model.measurements))
    assert len(states[2]) == 1 and not states[3]
    for before in states[-2::-1]:
        assert actions["undo"].isEnabled()
        actions["undo"].trigger()
        assert model.measurements == before and model.chosen is None
    assert not actions["undo"].isEnabled()
    for after in states[1:]:
        actions["redo"].trigger()
        assert model.measurements == after
    assert not actions["redo"].isEnabled()
    actions["undo"].trigger()
    model.delete_all_measurements()
    assert not actions["redo"].isEnabled()
    actions["undo"].trigger()
    assert model.measurements == states[2]
    model.show(model.grid)
    assert not model.measurements and not model.measured.can_undo


def test_a_press_without_a_study_does_nothing(viewer):
    for pane in viewer.panes.values():
        click(pane, PLACE)
        wheel(pane, PLACE, 1)
        hover(pane, PLACE)
    assert viewer.model.position_mm == (0.0, 0.0, 0.0)


def vessel_seen_at(solid) -> QPoint | None:
    places = (QPoint(x, y) for x in range(20, solid.width(), 12) for y in range(20, solid.height(), 12))
    return next((place for place in places if solid.place_at(place.toPointF())), None)


def test_in_space_the_near_side_follows_the_hand(shown, qtbot):
    solid = shown.solid
    qtbot.waitUntil(lambda: vessel_seen_at(solid) is not None)
    before = solid.turn
    middle = solid.rect().center()
    drag(solid, middle, middle + QPoint(30, 0))
    assert solid.turn[2][0] > before[2][0]  # more of the patient's right is seen: the front went to the right
    turn = solid.turn
    drag(solid, middle, middle + QPoint(0, 30))
    assert solid.turn[2][2] < turn[2][2]  # seen from above: the front went down


def test_a_click_on_a_vessel_in_space_goes_there(shown, qtbot):
    solid = shown.solid
    qtbot.waitUntil(lambda: vessel_seen_at(solid) is not None)
    place = vessel_seen_at(solid)
    expected = solid.place_at(place.toPointF())
    click(solid, place)
    assert shown.model.position_mm == pytest.approx(expected, abs=1.0)
