"""What a radiographer, a radiologist and an administrator do, driven through the real window on the phantom."""

import dataclasses
import shutil

import numpy as np
import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from desktop.installation import Installation
from desktop.language import Language
from desktop.places import HOME_VARIABLE, bundled, default_places
from desktop.settings import Settings, write_settings
from desktop.site_file import write_site
from inference.site import read_site
from tests.helpers.engines import remember_engines
from ui.report.dialog import ReportDialog
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.slow

WAIT_MS = 180_000
STUDY = "演示 é"


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    from desktop.phantom_study import write_study
    from inference.phantom.render import render

    folder = tmp_path_factory.mktemp("study") / STUDY
    write_study(render(), folder)
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(tmp_path_factory.mktemp("home")))
        places = default_places()
        remember_engines(places.engine_memory)
        write_settings(Settings(language="en", guide_seen=True, theme="light", user="A. Tester"), places.settings)
        write_site(read_site(bundled("demo") / "site.toml"), places.site)
        yield places


@pytest.fixture(scope="module")
def window(home, qapp):
    """One window for the whole module: loading the libraries once is enough."""
    window = MainWindow(Installation(home))
    window.show()
    window.begin()
    yield window
    window.close()


def dropped(window, path):
    """Drop a path on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, buttons, keys)
    QCoreApplication.sendEvent(window.windowHandle(), event)
    return window.open_cases.works[-1]


def settle(qtbot, work):
    qtbot.waitUntil(lambda: not work.busy and work.state != "scanning", timeout=WAIT_MS)
    return work


@pytest.fixture
def screened(qtbot, window, study):
    """The phantom, dropped once and screened; tests leave it as they found it."""
    work = next((w for w in window.open_cases.works if w.paths == (study,)), None) or dropped(window, study)
    settle(qtbot, work)
    if window.open_cases.work is not work:
        window.open_cases.take_in_hand(work)
        settle(qtbot, work)
    return work


def actions(window):
    return [entry.action for entry in window.installation.audit.entries()]


def test_a_dropped_study_is_answered_without_another_click(qtbot, window, screened):
    assert screened.outcome.kind == "answer"
    assert window.stack.currentWidget() is window.case_page
    assert window.case_page.result.state() == "answer"
    assert window.case_page.patient.name.text() == "体模胸廓入口 (Phantom Inlet)"


def test_the_viewer_shows_the_volume_and_the_masks_of_the_outcome(window, screened):
    assert screened.volume is not None
    shown = window.case_page.viewer.tools.shown()
    assert set(np.unique(shown.labels)) >= {1, 2, 3, 4}


def test_an_answer_in_the_form_changes_the_risk(qtbot, window, screened):
    before = screened.outcome.risk.explanation.log_odds
    window.case_page.form.enter("flush", "yes")
    qtbot.waitUntil(lambda: screened.outcome.risk.explanation.log_odds != before, timeout=WAIT_MS)
    settle(qtbot, screened)
    assert screened.outcome.risk.explanation.log_odds < before
    window.case_page.form.enter("flush", None)
    qtbot.waitUntil(lambda: "flush" not in screened.sheet.answers, timeout=WAIT_MS)
    settle(qtbot, screened)


def test_a_drawn_mask_is_measured_marked_and_logged_and_can_be_given_back(qtbot, window, screened):
    (step, found), before = next(iter(screened.found.items())), screened.outcome.measures
    labels = found.labels.copy()
    artery = np.argwhere(labels == 1)
    labels[tuple(artery[artery[:, 0] > np.median(artery[:, 0])].T)] = 0
    window.case_page.mask_drawn.emit(step, dataclasses.replace(found, labels=labels), {})
    settle(qtbot, screened)
    assert screened.outcome.measures[0].volume_ml < before[0].volume_ml
    assert [(edit.structure, edit.by) for edit in screened.outcome.edits] == [(found.structures[0], "A. Tester")]
    assert actions(window)[-1] == "mask-edited"
    assert window.installation.store.get(screened.id).edited
    window.case_page.mask_drawn.emit(step, found, {})
    settle(qtbot, screened)
    assert screened.outcome.edits == ()
    assert screened.outcome.measures == before


def test_undoing_a_stroke_in_the_viewer_gives_the_first_measures_back(qtbot, window, screened):
    viewer, before = window.case_page.viewer, screened.outcome.measures
    window.case_page.viewer.go_to_structure(screened.found[next(iter(screened.found))].structures[0])
    viewer.set_edit_mode(True)
    with viewer.tools.editor.stroke():
        assert viewer.tools.editor.erase(viewer.model.position_mm, 3.0)
    viewer.edited.emit()
    settle(qtbot, screened)
    assert screened.outcome.edits
    while viewer.tools.editor.can_undo:
        viewer.tools.editor.undo()
    viewer.edited.emit()
    settle(qtbot, screened)
    viewer.set_edit_mode(False)
    assert (screened.outcome.edits, screened.outcome.measures) == ((), before)


def test_the_report_is_signed_and_printed_in_both_languages(qtbot, window, screened, tmp_path):
    dialog = ReportDialog(screened.outcome, window.language, "A4", "A. Tester", window)
    qtbot.addWidget(dialog)
    for code, word in (("en", "RESEARCH USE ONLY"), ("zh", "仅供科研")):
        dialog.languages.setCurrentIndex(dialog.languages.findData(code))
        dialog.save_pdf(tmp_path / f"{code}.pdf")
        pages = pypdfium2.PdfDocument(tmp_path / f"{code}.pdf")
        assert word in "".join(page.get_textpage().get_text_range() for page in pages)


def test_switching_the_language_words_everything_and_keeps_the_case(qtbot, window, screened):
    outcome = screened.outcome
    window.use_language("zh")
    assert window.menus.actions["report"].text() == Language("zh").text("ui.action.report")
    assert window.case_page.home.text() == Language("zh").text("ui.case.home")
    assert Language("zh").text("value.female") in window.case_page.viewer._header.sex_age
    assert screened.outcome is outcome
    window.use_language("en")
    assert window.case_page.home.text() == Language("en").text("ui.case.home")


def test_a_case_is_reopened_without_its_images(qtbot, window, screened):
    window.open_cases.close_case(screened)
    window.open_cases.reopen(screened.id)
    again = window.open_cases.work
    assert (again.volume, again.outcome.measures) == (None, screened.outcome.measures)
    assert window.case_page.middle.again.isVisible()
    window.open_cases.close_case(again)


def test_a_cut_study_is_refused_with_reasons_and_no_figure(qtbot, window, study, tmp_path):
    files = sorted(study.glob("*.dcm"))
    (tmp_path / "cut").mkdir()
    for file in files[: len(files) // 3]:
        shutil.copy(file, tmp_path / "cut")
    work = settle(qtbot, dropped(window, tmp_path / "cut"))
    assert (work.outcome.kind, work.outcome.risk) == ("refusal", None)
    assert window.case_page.result.state() == "refusal"
    window.open_cases.close_case(work)


def test_what_is_no_study_ends_in_words_and_not_in_a_crash(qtbot, window, tmp_path):
    (tmp_path / "letter.txt").write_text("no image")
    work = settle(qtbot, dropped(window, tmp_path / "letter.txt"))
    assert work.state == "failed"
    assert window.case_page.result.state() == "error"
    assert window.case_page.middle.words.text() == window.language.text("ui.case.let-go")  # and not: complete
    window.open_cases.close_case(work)
