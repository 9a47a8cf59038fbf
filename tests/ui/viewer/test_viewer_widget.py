"""The viewer as the window uses it."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QAbstractSpinBox, QFileDialog

from desktop.language import Language
from desktop.report.fonts import ensure_gui
from inference.errors import InputError
from inference.volume import Grid, Volume
from resources.paper.fonts import FAMILY
from tests.helpers.mouse import hover
from ui.theme import DARK, LIGHT, apply_theme, contrast
from ui.viewer.ink import LIGHT as INK
from ui.viewer.overlay import CHOSEN, MARKED, PLANE_COLOURS
from ui.viewer.planes import AXIAL, PLANES
from ui.viewer.viewer import StudyHeader

pytestmark = pytest.mark.slow


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()) & 0xFFFFFF


def test_importing_the_viewer_loads_no_scientific_library():
    code = "import sys, ui.viewer.viewer, ui.viewer.surface, ui.viewer.turning, desktop.masks; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"numpy", "SimpleITK", "pydicom", "contourpy", "onnx", "scipy"}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_ground_of_a_pane_is_black_in_both_themes(qapp, viewer, theme):
    ensure_gui()
    apply_theme(qapp, theme, FAMILY)
    for pane in viewer.panes.values():
        assert pixels(pane.grab().toImage())[60, 60] == 0


@pytest.mark.parametrize("ink", [INK.name(), MARKED.name(), CHOSEN.name(), *PLANE_COLOURS.values()])
def test_everything_that_is_written_on_a_picture_stands_out_from_its_dark_rim(ink):
    assert contrast(ink, "#000000") >= 4.5


def test_letters_of_the_edges_can_be_read_on_a_white_picture(shown):
    shown.model.set_window(replace(shown.model.window, level=-2000, width=1))
    seen = pixels(shown.panes["axial"].grab().toImage())
    middle = seen[seen.shape[0] // 2 - 8 : seen.shape[0] // 2 + 8, 4:30]
    assert (middle == 0).any()


def test_the_names_of_patient_and_study_stand_in_one_pane(shown):
    assert [bool(shown.panes[name].overlay.patient) for name in PLANES] == [True, False, False]
    shown.model.set_layout("large", "sagittal")
    assert [bool(shown.panes[name].overlay.patient) for name in PLANES] == [False, False, True]


def test_showing_the_same_study_again_keeps_the_place(shown, volume):
    shown.model.scroll(AXIAL, 4)
    before = shown.model.position_mm
    shown.show_study(volume, StudyHeader("Another^Name"))
    assert shown.model.position_mm == before
    assert shown.panes["axial"].overlay.patient[0] == "Another^Name"


def test_another_study_begins_anew(shown, volume):
    shown.model.scroll(AXIAL, 4)
    shown.set_edit_mode(True)
    shown.show_study(Volume(volume.hu[:10].copy(), replace(volume.grid, shape=(10, 40, 44))), StudyHeader())
    assert shown.model.number(AXIAL) == 5
    assert not shown.structures
    assert shown.tools.shown() is None
    assert not shown.edit_mode


def test_a_cleared_viewer_shows_nothing(shown):
    shown.clear()
    assert shown.volume is None
    assert shown.panes["axial"].layers.picture is None
    shown.screenshot()
    shown.go_to((1, 2, 3))
    shown.go_to_structure("artery")


def test_a_cleared_viewer_lets_go_of_the_scan(viewer, volume, segmentation, structures):
    hu = volume.hu.copy()  # stands for shared memory, which can only be closed when nothing looks at it
    scan = weakref.ref(hu)
    viewer.show_study(Volume(hu, volume.grid), StudyHeader())
    viewer.show_structures(segmentation, structures)
    viewer.solid.stand("back")
    viewer.clear()
    del hu
    gc.collect()
    assert scan() is None


def test_structures_of_another_scan_are_refused(shown, segmentation, structures):
    shown.clear()
    other = Grid((0.0, 0.0, 0.0), (5.0, 1.0, 1.0), (24, 40, 44))
    shown.show_study(Volume(np.zeros(other.shape, np.int16), other), StudyHeader())
    with pytest.raises(InputError, match=r"mask\.other-image"):
        shown.show_structures(segmentation, structures)


def test_structures_are_painted_in_their_colours_and_can_be_hidden(shown):
    shown.go_to_structure("vein")
    shown.model.set_marks(crosshair=False, corner_text=False)
    shown.model.set_drawing(opacity=1.0)
    pane = shown.panes["axial"]
    colour = pane.layers.colours[2].rgb() & 0xFFFFFF
    painted = np.count_nonzero(pixels(pane.grab().toImage()) == colour)
    shown.model.set_visible(2, False)
    left = np.count_nonzero(pixels(pane.grab().toImage()) == colour)
    assert painted > 20 * max(left, 1)


def test_outlines_follow_the_voxels(shown):
    shown.go_to_structure("vein")
    assert set(shown.panes["axial"].layers.tags) == {1, 2}
    x, y = shown.panes["axial"].layers.tags[2]
    assert (x, y) == pytest.approx(((8 + 24) * 1.5, 6 + 14.0), abs=0.8)


def test_going_to_a_structure_puts_the_crosshair_into_it(shown):
    shown.go_to_structure("vein")
    index = np.rint(shown.volume.grid.to_index(np.array(shown.model.position_mm))).astype(int)
    assert shown.tools.editor.labels[tuple(index)] == 2
    assert shown.model.current == 2


def test_going_to_a_structure_that_was_not_found_says_so(shown):
    shown.tools.editor.labels[shown.tools.editor.labels == 2] = 0
    shown.go_to_structure("vein")
    assert shown._note.text() == "Vein was not found in this scan"


def test_switching_the_language_words_everything_anew(shown):
    shown.set_language(Language("zh"))
    assert shown.panes["axial"].overlay.title == "轴位"
    assert "动脉" in shown._structure_bar._buttons[1].toolTip()
    assert all(any("一" <= c <= "鿿" for c in a.text()) for g in shown.actions_by_group().values() for a in g)


def test_every_control_has_a_name_for_those_who_cannot_see_it(shown):
    shown.set_edit_mode(True)
    kinds = (QAbstractButton, QAbstractSlider, QAbstractSpinBox)
    parts = [part for kind in kinds for part in shown.findChildren(kind) if part.isVisible()]
    assert len(parts) > 20
    nameless = [part for part in parts if not (part.accessibleName() or getattr(part, "text", str)() or part.toolTip())]
    assert not nameless


@pytest.mark.parametrize("size", [(420, 480), (560, 640), (1900, 1300)])
def test_the_viewer_fits_into_small_and_large_windows(shown, size, qtbot):
    shown.set_edit_mode(True)
    shown.resize(*size)
    qtbot.waitUntil(lambda: shown.size().toTuple() == size)
    for pane in shown.panes.values():
        assert min(pane.width(), pane.height()) >= 120
    assert shown._edit_bar.geometry().bottom() <= shown.height()


def test_a_screenshot_shows_the_panes(shown):
    image = shown.screenshot()
    assert image.width() == shown._arrangement.width()
    assert np.count_nonzero(pixels(image)) > 1000


def test_a_screenshot_is_saved_under_a_chinese_name(shown, tmp_path, monkeypatch):
    path = tmp_path / "截图 é"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    next(a for a in shown.actions_by_group()["view"] if a.objectName() == "screenshot").trigger()
    assert QImage(f"{path}.png").width() == shown.screenshot().width()


def test_a_screenshot_that_cannot_be_saved_says_so(shown, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "where.png"), ""))
    shown.save_screenshot()
    assert "cannot be written" in shown._note.text()


def test_a_map_of_another_unit_is_shown_with_its_own_range_and_unit(viewer, volume):
    hu = (volume.hu / 100).astype(np.float32)
    viewer.show_study(Volume(hu, volume.grid, unit="mg/mL"), StudyHeader())
    assert viewer.model.window.width < 10
    pane = viewer.panes["axial"]
    hover(pane, QPoint(150, 150))
    assert pane.overlay.number(2.4) == "2.4 mg/mL"
    viewer.show_study(Volume(volume.hu, volume.grid, unit=""), StudyHeader())
    assert pane.overlay.number(40) == "40"
    viewer.show_study(Volume(volume.hu, volume.grid), StudyHeader())
    assert pane.overlay.number(40) == "40 HU"


def test_next_to_each_other_in_light_and_dark_the_bars_follow_the_theme(qapp, shown):
    ensure_gui()
    grounds = []
    for theme in (LIGHT, DARK):
        apply_theme(qapp, theme, FAMILY)
        grounds.append(QColor(shown.grab().toImage().pixel(shown.width() - 3, 3)).lightnessF())
    assert grounds[0] > 0.5 > grounds[1]


@pytest.mark.parametrize("width", [320, 500, 900, 1500])
def test_no_button_of_the_bar_hides_in_a_narrow_viewer(qtbot, shown, width):
    shown.resize(width, 700)
    shown.show()
    bar = shown._bar
    assert len(bar._buttons) == 14
    for code in ("zh", "en"):
        shown.set_language(Language(code))
        qtbot.wait(0)
        assert all(button.isVisible() and bar.rect().contains(button.geometry()) for button in bar._buttons)
        assert all(button.width() >= min(button.sizeHint().width(), 34) for button in bar._buttons)


def test_a_narrow_viewer_has_one_large_plane_until_the_user_chooses(shown):
    shown.resize(500, 600)
    shown.show()
    assert (shown.model.layout, shown.model.large) == ("large", "axial")
    shown.resize(900, 600)
    assert shown.model.layout == "grid"
    shown._commands.perform("layout-coronal")
    shown.resize(500, 600)
    shown.resize(900, 600)
    assert (shown.model.layout, shown.model.large) == ("large", "coronal")


def test_what_appears_over_the_panes_does_not_shift_them(shown):
    shown.resize(900, 700)
    shown.show()
    before = shown.panes["axial"].geometry()
    shown.tell("A note " * 40)
    shown.show_structures(None, ())
    assert shown.panes["axial"].geometry() == before
    assert shown._note.isVisible()
