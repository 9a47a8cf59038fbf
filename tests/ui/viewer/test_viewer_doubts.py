"""The least certain slices of a structure: going there, one after another, and the bars beside the picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from tests.helpers.mouse import at, click
from ui.viewer.doubts import Doubt, turned
from ui.viewer.planes import AXIAL

FIRST = 5
"""Slice of the scan in which the artery begins."""


@pytest.fixture
def doubtful(shown, segmentation, structures, qtbot):
    """The artery is unsure in its fourth slice and, less so, in its tenth; 12 mm above."""
    certainty = segmentation.certainty.copy()
    certainty[5], certainty[11] = 0.5, 0.6
    shown.show_structures(replace(segmentation, certainty=certainty), structures)
    shown.activateWindow()
    shown.panes["axial"].setFocus()
    qtbot.waitUntil(shown.panes["axial"].hasFocus)
    return shown


def place(viewer) -> tuple[int, str]:
    return viewer.model.number(AXIAL), viewer.structures[viewer.model.current].id


def test_checking_a_contour_goes_to_where_it_is_least_certain_and_offers_the_tools_without_taking_one_up(doubtful):
    doubtful.model.set_current(2)
    doubtful.contour_check.check("artery")
    assert place(doubtful) == (FIRST + 3, "artery")
    assert doubtful.edit_mode and doubtful._edit_bar.isVisible()
    assert doubtful.model.tool == "navigate"
    assert "Artery, slice 9: certainty 0.50 (place 1 of" in doubtful._note.text()
    # A click only moves the crosshair: nothing is drawn unawares.
    before = doubtful.tools.shown()
    click(doubtful.panes["axial"], at(doubtful.panes["axial"], (30, 30)))
    assert doubtful.tools.shown() is before


def test_keys_lead_from_place_to_place_of_the_current_structure_and_round(doubtful, qtbot):
    pane, shift = doubtful.panes["axial"], Qt.KeyboardModifier.ShiftModifier
    doubtful.model.set_current(1)
    seen = []
    for _ in range(2):
        qtbot.keyClick(pane, Qt.Key.Key_Q)
        seen.append(doubtful.model.number(AXIAL) - FIRST)
    assert seen == [3, 9]
    qtbot.keyClick(pane, Qt.Key.Key_Q, shift)
    assert doubtful.model.number(AXIAL) - FIRST == 3
    qtbot.keyClick(pane, Qt.Key.Key_Q, shift)
    last = doubtful.model.number(AXIAL)
    qtbot.keyClick(pane, Qt.Key.Key_Q)
    assert (last != FIRST + 3, doubtful.model.number(AXIAL)) == (True, FIRST + 3)


def test_a_slice_that_a_hand_has_drawn_is_less_doubtful(doubtful):
    doubtful.contour_check.check("artery")
    doubtful.model.set_brush(6.0)
    doubtful.model.set_tool("brush")
    pane = doubtful.panes["axial"]
    click(pane, at(pane, doubtful.model.place(AXIAL)))
    along = doubtful.panes["axial"].overlay.along
    assert along[3].certainty > 0.6
    assert doubtful.contour_check.worst()[0].number == FIRST + 9


def test_bars_show_the_certainty_of_the_current_structure_and_of_no_other(doubtful):
    overlay = doubtful.panes["axial"].overlay
    doubtful.model.set_current(1)
    assert [one.number for one in overlay.along] == list(range(FIRST, FIRST + 13))
    assert overlay.along[3].certainty == pytest.approx(0.5)
    bare = doubtful.panes["axial"].grab().toImage()
    doubtful.model.set_current(2)
    assert [one.number for one in overlay.along] == [11, 12, 13]
    assert doubtful.panes["axial"].grab().toImage() != bare
    doubtful.clear()
    assert list(overlay.along) == []


def test_without_a_contour_the_way_leads_where_it_always_did(doubtful, segmentation, structures):
    labels = np.where(segmentation.labels == 2, 2, 0).astype(np.uint8)
    doubtful.show_structures(replace(segmentation, labels=labels), structures)
    doubtful.contour_check.check("artery")
    assert "not found" in doubtful._note.text() and doubtful.edit_mode
    doubtful.contour_check.go(1)
    doubtful.contour_check.check("lost")
    assert doubtful.model.current == 1


@pytest.mark.parametrize(("number", "step", "found"), [(7, 1, 1), (7, -1, 2), (3, 1, 0), (5, 1, 2), (99, -1, 0)])
def test_the_next_place_follows_the_one_in_sight_and_is_else_the_worst(number, step, found):
    worst = [Doubt(n, 0.5, (0, 0, 0)) for n in (7, 5, 3)]
    assert turned(worst, number, step) == found


def test_a_contour_of_another_segmentation_is_asked_for_where_it_is_to_be_checked(
    qtbot, shown, segmentation, structures
):
    other = replace(structures[1], id="rim")
    shown.show_structures(replace(segmentation, structures=("artery", "vein")), (*structures, other), ["rim"])
    with qtbot.waitSignal(shown.structure_wanted) as asked:
        shown.contour_check.check("rim")
    assert asked.args == ["rim"]
    shown.contour_check.check("nobody")
