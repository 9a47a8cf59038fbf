"""The state of the viewer, without a window."""

from __future__ import annotations

import pytest

from inference.volume import Grid
from ui.viewer.cutting import Window
from ui.viewer.measuring import Measurement
from ui.viewer.model import MOST_ZOOM, PRESETS, ViewerModel
from ui.viewer.planes import AXIAL, CORONAL, SAGITTAL, to_picture

GRID = Grid((-31.0, -20.0, 100.0), (2.0, 1.0, 1.5), (24, 40, 44))


@pytest.fixture
def model() -> ViewerModel:
    made = ViewerModel()
    made.show(GRID)
    return made


def test_a_scan_begins_in_its_middle_and_in_whole_sight(model):
    assert [model.number(plane) for plane in (AXIAL, CORONAL, SAGITTAL)] == [12, 20, 22]
    assert {view.zoom for view in model.views.values()} == {1.0}


def test_scrolling_one_plane_moves_the_crosshair_of_the_others(model):
    before = model.place(CORONAL)
    model.scroll(AXIAL, 3)
    assert model.place(CORONAL) == pytest.approx((before[0], before[1] - 6.0))


def test_scrolling_stops_at_the_ends(model):
    model.scroll(AXIAL, 999)
    assert model.number(AXIAL) == 23
    model.scroll(AXIAL, -999)
    assert model.number(AXIAL) == 0


def test_the_crosshair_stays_in_the_scan(model):
    model.move_to((999, -999, 120))
    assert model.position_mm == (-31.0 + 43 * 1.5, -20.0, 120)


def test_what_is_under_the_pointer_stays_there_when_zooming(model):
    anchor, view = (10.0, 8.0), model.views["axial"]
    offset = (anchor[0] - view.centre[0]) * view.zoom
    model.zoom_at(AXIAL, 3.0, anchor)
    view = model.views["axial"]
    assert (anchor[0] - view.centre[0]) * view.zoom == pytest.approx(offset)


def test_zoom_has_limits(model):
    model.zoom_at(AXIAL, 1e6, (3, 3))
    assert model.views["axial"].zoom == MOST_ZOOM


def test_the_middle_of_a_pane_stays_inside_the_plane(model):
    model.pan(AXIAL, 9999, -9999)
    assert model.views["axial"].centre == (0.0, 40.0)


def test_going_somewhere_moves_only_the_panes_that_are_zoomed_in(model):
    model.zoom_at(AXIAL, 4.0, (5, 5))
    whole = model.views["coronal"]
    model.go_to((20.0, 10.0, 130.0))
    assert model.views["axial"].centre == pytest.approx(to_picture(AXIAL, GRID, (20.0, 10.0, 130.0)))
    assert model.views["coronal"] == whole


def test_fitting_brings_everything_back_into_sight(model):
    before = dict(model.views)
    model.zoom_at(AXIAL, 4.0, (5, 5))
    model.fit()
    assert model.views == before


def test_dragging_right_widens_and_up_brightens(model):
    model.drag_window(30, -20)
    assert model.window.width > PRESETS["soft"].width
    assert model.window.level < PRESETS["soft"].level


def test_a_window_never_loses_its_width(model):
    model.drag_window(-1e6, 0)
    assert model.window.width > 0
    model.set_window(Window(0, -3))
    assert model.window.width > 0


def test_thickness_goes_through_the_usual_ones(model):
    model.set_slab("mip", 10)
    model.step_thickness(1)
    assert model.slab.thickness_mm == 15
    model.step_thickness(-99)
    assert model.slab.thickness_mm == 3


def test_a_pane_alone_brings_the_others_back_the_second_time(model):
    model.toggle_alone("coronal")
    assert (model.alone, model.active) == ("coronal", "coronal")
    model.toggle_alone("coronal")
    assert model.alone is None


def test_keys_work_on_the_axial_plane_while_the_view_in_space_is_active(model):
    model.activate("solid")
    assert model.active_plane is AXIAL


def test_a_new_scan_has_no_measurements_and_hides_nothing(model):
    model.add_measurement(Measurement("length", "axial", 12, ((0, 0), (1, 1))))
    model.set_visible(1, False)
    model.show(GRID)
    assert (model.measurements, model.hidden, model.chosen) == ([], frozenset(), None)


def test_a_measurement_is_seen_on_its_slice_of_its_plane_only(model):
    model.add_measurement(Measurement("length", "axial", 12, ((0, 0), (9, 0))))
    assert model.measurements_on(AXIAL) == [0]
    assert model.measurements_on(CORONAL) == []
    model.scroll(AXIAL, 1)
    assert model.measurements_on(AXIAL) == []


def test_the_nearest_measurement_within_reach_is_found(model):
    model.add_measurement(Measurement("length", "axial", 12, ((0, 0), (9, 0))))
    model.add_measurement(Measurement("length", "axial", 12, ((0, 4), (9, 4))))
    assert model.measurement_near(AXIAL, (4, 3), 2.0) == 1
    assert model.measurement_near(AXIAL, (4, 20), 2.0) is None


def test_deleting_takes_the_selected_measurement_only(model):
    model.add_measurement(Measurement("length", "axial", 12, ((0, 0), (9, 0))))
    model.add_measurement(Measurement("angle", "axial", 12, ((0, 4), (9, 4), (0, 0))))
    model.choose_measurement(0)
    model.delete_measurement()
    assert [one.kind for one in model.measurements] == ["angle"]
    model.delete_measurement()  # nothing is selected any more
    assert len(model.measurements) == 1


def test_listeners_hear_what_changed(model):
    heard = []
    model.listen(heard.append)
    model.scroll(AXIAL, 1)
    model.set_window(PRESETS["bone"])
    model.set_slab("mip")
    model.set_visible(2, False)
    model.set_layout("large", "coronal")
    model.set_tool("brush")
    assert heard == ["position", "window", "slab", "structures", "layout", "tool"]


def test_without_a_scan_nothing_moves():
    model = ViewerModel()
    model.move_to((1, 2, 3))
    model.go_to((1, 2, 3))
    model.fit()
    assert model.position_mm == (0.0, 0.0, 0.0)


@pytest.mark.parametrize("steps", [-200, -1, 1, 200])
def test_the_brush_keeps_its_limits(model, steps):
    model.step_brush(steps)
    assert 0.5 <= model.brush_mm <= 30
    assert (model.brush_mm > 4) == (steps > 0)
