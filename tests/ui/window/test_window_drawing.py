"""A structure that has to be drawn: offered at once, drawn or brought as a file, measured, and said in the record."""

import json

import numpy as np
import pytest
import SimpleITK as sitk
from PySide6.QtWidgets import QInputDialog

from inference.masks.bringing import sha256_of
from tests.helpers.drawing import GRID, ON_CLOT, install_clot, write_head
from tests.helpers.executors import DirectExecutor
from tests.helpers.habitats import PARTS, parts_manifest
from tests.helpers.mouse import at, click, drag
from ui.window import case_signals
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.slow


@pytest.fixture
def window(installation, qtbot, monkeypatch, tmp_path):
    install_clot(installation.places, **parts_manifest())
    monkeypatch.setattr(case_signals, "make_executor", DirectExecutor)
    installation.change_settings(default_pack="clot")
    window = MainWindow(installation)
    window.told = []
    window.tell = lambda error: window.told.append(error)
    window.show()
    window.open_cases.open_paths((write_head(tmp_path / "head"),))
    run(window)
    yield window
    window.close()


def run(window):
    window.open_cases.jobs.executor.run()


def mask_file(folder, labels, name="clot.nii.gz"):
    image = sitk.GetImageFromArray(labels.astype(np.uint8))
    image.SetOrigin(GRID.origin_mm)
    image.SetSpacing(GRID.spacing_mm[::-1])
    sitk.WriteImage(image, str(folder / name))
    return folder / name


def clot():
    labels = np.zeros(GRID.shape, np.uint8)
    labels[ON_CLOT] = 1
    return labels


def drawings(work):
    return [(edit.structure, edit.by, edit.origin) for edit in work.outcome.edits]


def test_drawing_is_offered_at_once_and_what_is_drawn_is_measured_and_logged(window):
    page, work = window.case_page, window.open_cases.work
    viewer, prompt = page.viewer, page.viewer._prompt
    assert prompt.isVisible() and prompt.accessibleName() == "Draw: Clot"
    assert all(button.height() >= 48 for button in prompt.buttons.values())
    assert viewer.edit_mode and viewer.model.tool == "brush"
    assert (viewer.tools.low_hu, viewer.tools.high_hu) == (40, 90)
    assert page.result.state() == "answer" or work.outcome.kind == "refusal"
    window.use_language("zh")
    assert prompt.accessibleName() == "请绘制轮廓：血肿"
    window.use_language("en")
    place = viewer.model.position_mm
    viewer.model.show_slice(viewer.model.active_plane, 4)
    pane = viewer.panes["axial"]
    viewer.model.set_tool("lasso")
    drag(pane, *(at(pane, corner) for corner in ((70, 50), (90, 50), (90, 70), (70, 70))))
    assert not prompt.isVisible()
    assert viewer._edit_bar.volume.text() == f"Volume {viewer.tools.volume_ml:.2f} mL"
    drawn_at = viewer.model.position_mm
    run(window)
    assert work.outcome.kind == "answer" and drawings(work) == [("clot", "A. Tester", "drawn")]
    assert work.outcome.measures[0].volume_ml == pytest.approx(viewer.tools.volume_ml)
    assert viewer.model.position_mm == drawn_at != place, "the pictures stay where the hand draws"
    assert window.installation.audit.entries()[-1].action == "mask-edited"
    viewer._actions["clear"].trigger()
    assert prompt.isVisible()
    run(window)
    assert work.outcome.kind == "refusal" and not work.outcome.edits
    viewer._actions["undo"].trigger()
    run(window)
    assert work.outcome.kind == "answer"
    viewer.model.set_tool("grow")
    click(pane, at(pane, (78, 58)))
    run(window)
    assert work.outcome.measures[0].volume_ml == pytest.approx(8.0, rel=0.3)


def test_a_mask_that_is_dropped_or_opened_takes_the_structure_s_place_and_stands_in_the_record(window, tmp_path):
    work, path = window.open_cases.work, mask_file(tmp_path, clot())
    window.drops.dropped.emit((path,))
    run(window)
    run(window)
    assert not window.told and len(window.open_cases.works) == 1
    assert work.outcome.kind == "answer" and work.outcome.measures[0].volume_ml == pytest.approx(8.0)
    (edit,) = work.outcome.edits
    assert (edit.origin, edit.file, edit.sha256) == ("imported", path.name, sha256_of(path))
    stored = window.installation.store.get(work.id)
    assert stored.outcome.edits == work.outcome.edits
    window.case_page.viewer.model.set_brush(3.0)
    window.case_page.viewer.model.set_tool("brush")
    pane = window.case_page.viewer.panes["axial"]
    click(pane, at(pane, (60, 60)))
    run(window)
    assert drawings(work) == [("clot", "A. Tester", "imported"), ("clot", "A. Tester", "edited")]


def test_while_nothing_is_drawn_there_is_no_contour_to_save(window, tmp_path):
    assert window.open_cases.work.masks and not window.menus.actions["masks"].isEnabled()
    window.masks_out.write(tmp_path)
    run(window)
    assert not list(tmp_path.glob("*.nii.gz"))


def test_a_mask_that_does_not_fit_is_told_with_numbers_and_changes_nothing(window, tmp_path):
    window.masks_in.read(mask_file(tmp_path, clot()[1:]))
    run(window)
    (error,) = window.told
    assert (error.code, error.parameters["found"]) == ("mask.shape", "9 x 60 x 60")
    assert not window.open_cases.work.edits


def test_a_file_with_several_structures_asks_which(window, tmp_path, monkeypatch):
    labels = clot()
    labels[0, 0, 0] = 7
    asked = []
    monkeypatch.setattr(
        QInputDialog, "getItem", lambda parent, title, question, items, *more: asked.append(items) or (items[0], True)
    )
    window.masks_in.read(mask_file(tmp_path, labels))
    for _ in range(3):
        run(window)
    assert asked == [["1", "7"]] and not window.told
    assert window.open_cases.work.outcome.measures[0].volume_ml == pytest.approx(8.0)


def test_what_was_drawn_leaves_as_a_file_that_comes_back_the_same(window, tmp_path):
    window.masks_in.read(mask_file(tmp_path, clot()))
    run(window)
    run(window)
    out = tmp_path / "out"
    out.mkdir()
    window.masks_out.write(out)
    run(window)
    files = {path.name.removesuffix(".nii.gz").rpartition("-")[2]: path for path in out.glob("*.nii.gz")}
    assert files.keys() == {"lesion", "parts", "around"}
    parts, written = sitk.GetArrayFromImage(sitk.ReadImage(str(files["parts"]))), files["lesion"]
    np.testing.assert_array_equal(parts > 0, clot() > 0)
    np.testing.assert_array_equal(sitk.GetArrayFromImage(sitk.ReadImage(str(written))), clot())
    window.case_page.viewer._actions["clear"].trigger()
    run(window)
    window.masks_in.read(written)
    run(window)
    run(window)
    assert window.open_cases.work.outcome.measures[0].volume_ml == pytest.approx(8.0)
    assert json.dumps(window.open_cases.work.outcome.edits[0].file).endswith('.nii.gz"')


def test_a_stored_drawing_comes_back_with_who_drew_it_and_can_be_drawn_anew(window, tmp_path):
    work = window.open_cases.work
    window.masks_in.read(mask_file(tmp_path, clot()))
    run(window)
    run(window)
    edits = work.outcome.edits
    window.open_cases.close_case(work)
    window.open_cases.reopen(work.id)
    window.open_cases.work.read_images_again()
    run(window)
    again, viewer = window.open_cases.work, window.case_page.viewer
    assert again is not work and again.outcome.edits == edits
    assert viewer.tools.volume_ml == pytest.approx(8.0) and not viewer._prompt.isVisible()
    viewer._actions["clear"].trigger()
    run(window)
    assert viewer._prompt.isVisible() and again.outcome.kind == "refusal" and not again.outcome.edits
    viewer._actions["undo"].trigger()
    run(window)
    assert again.outcome.measures[0].volume_ml == pytest.approx(8.0)


def test_sub_regions_are_looked_at_beside_the_contour_that_they_are_made_of(window):
    page, work = window.case_page, window.open_cases.work
    viewer, bar = page.viewer, page.viewer._structure_bar
    assert not bar._others  # nothing is drawn yet
    viewer.model.show_slice(viewer.model.active_plane, 4)
    viewer.model.set_tool("lasso")
    drag(
        viewer.panes["axial"],
        *(at(viewer.panes["axial"], corner) for corner in ((70, 50), (90, 50), (90, 70), (70, 70))),
    )
    run(window)
    assert [structure.id for structure, _ in bar._others] == [*PARTS, "ring"]
    for structure, one in bar._others:
        assert one.toolTip() == f"Show {structure.title.en} instead of the contours in sight"
    page.result.structure_chosen.emit("border")
    assert [one.id for one in viewer.structures.values()] == list(PARTS)
    assert [structure.id for structure, _ in bar._others] == ["clot", "ring"]
    assert (
        not viewer.edit_mode
        and not viewer._actions["brush"].isEnabled()
        and viewer._actions["structure-next"].isEnabled()
    )
    assert viewer.tools.seen and not viewer.tools.ready
    next(one for structure, one in bar._others if structure.id == "clot").click()
    assert [one.id for one in viewer.structures.values()] == ["clot"]
    viewer._actions["edit"].trigger()
    assert viewer.edit_mode
    before = work.outcome.measures[0].volume_ml
    viewer.model.set_brush(6.0)
    viewer.model.set_tool("brush")
    click(viewer.panes["axial"], at(viewer.panes["axial"], (95, 60)))
    run(window)
    whole, *parts = (measure.volume_ml or 0 for measure in work.outcome.measures[:4])
    assert whole == pytest.approx(sum(parts)) != before, "what is made of the contour follows it"
