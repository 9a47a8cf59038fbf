"""What was closed is freed: dialogs, cases, message boxes."""

import gc
import re
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import ui
from inference.answers import AnswerSheet
from inference.errors import InputError
from tests.helpers.dicom_files import write_series
from tests.helpers.executors import DirectExecutor
from tests.helpers.outcomes import ANSWERS
from ui.viewer.model import PRESETS
from ui.window import case_signals
from ui.window.main_window import MainWindow
from ui.window.messages import ask

pytestmark = pytest.mark.slow

DIALOGS = {
    "report": lambda window: window.dialogs.show_report(),
    "cases": lambda window: window.dialogs.show_cases(),
    "outcome": lambda window: window.dialogs.enter_outcome(),
    "site": lambda window: window.dialogs.edit_site(),
    "settings": lambda window: window.dialogs.edit_settings(),
    "packs": lambda window: window.dialogs.show_packs(),
    "audit": lambda window: window.dialogs.show_audit(),
    "shortcuts": lambda window: window.dialogs.show_shortcuts(),
    "about": lambda window: window.dialogs.show_about(),
    "user guide": lambda window: window.dialogs.show_user_guide(),
    "encryption": lambda window: window.dialogs.show_encryption(),
    "trouble": lambda window: window.tell(InputError("file.not-found", path="/x")),
    "question": lambda window: ask(window, window.language, "ui.site.damaged-question", "ui.site.damaged-action"),
}


@pytest.fixture
def window(installation, qtbot, monkeypatch):
    monkeypatch.setattr(case_signals, "make_executor", DirectExecutor)
    installation.change_settings(default_pack="cme-literature-prior")
    window = MainWindow(installation)
    window.show()
    window.open_cases.open_form()
    window.open_cases.work.answer(AnswerSheet(dict(ANSWERS)))
    window.open_cases.jobs.executor.run()
    yield window
    window.close()


def free():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def let_go():
    free()
    gc.collect()


def open_dialogs():
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()]


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_every_dialog_that_is_opened_and_closed_is_freed_with_all_that_stood_in_it(window):
    seen = []

    def close():
        for dialog in open_dialogs():
            seen.append(weakref.ref(dialog))
            dialog.reject()

    for name, show in DIALOGS.items():
        counts = []
        for _ in range(2):
            before = len(seen)
            QTimer.singleShot(0, close)
            show(window)
            close()
            assert len(seen) == before + 1, name
            free()
            counts.append((len(window.findChildren(QWidget)), len(window.findChildren(QDialog))))
        assert counts[0] == counts[1], name
        assert counts[1][1] == 0, name
    let_go()
    assert [reference for reference in seen if reference() is not None] == []


def test_dialogs_are_run_in_one_place_which_frees_them():
    runs = re.compile(r"\.exec\(\)")
    folder = Path(ui.__file__).parent
    sources = set(folder.rglob("*.py")) - {folder / "dialogs/widgets.py", folder / "app.py"}
    assert len(sources) > 50
    assert [str(path) for path in sources if runs.search(path.read_text("utf-8"))] == []


def test_ten_cases_that_are_opened_and_closed_are_freed(window, tmp_path):
    open_cases, gone = window.open_cases, []
    write_series(tmp_path / "study")
    open_cases.installation.change_settings(default_pack="cme-vessels-demo")
    for number in range(10):
        work = open_cases.open_paths((tmp_path / "study",))
        gone.append(weakref.ref(work))
        if number % 5 == 0:
            open_cases.jobs.executor.run()
            assert work.volume is not None
        else:
            open_cases.jobs.executor.run_one()  # it is closed while it is read
        open_cases.close_case(work)
        del work
    open_cases.jobs.executor.run()
    let_go()
    assert [reference for reference in gone if reference() is not None] == []
    assert len(open_cases.works) == 1


def test_the_window_of_one_patients_images_is_not_the_next_ones_and_comes_back_with_the_first(window, tmp_path):
    open_cases, model = window.open_cases, window.case_page.viewer.model
    open_cases.installation.change_settings(default_pack="cme-vessels-demo")
    works = []
    for number in (1, 2):
        write_series(tmp_path / str(number), series=str(number), PatientID=f"P{number}")
        works.append(open_cases.open_paths((tmp_path / str(number),)))
        open_cases.jobs.executor.run()
        if number == 1:
            model.set_window(PRESETS["bone"], inverted=True)
    assert (model.window, model.inverted) == (PRESETS["soft"], False)
    for work, expected in zip(works, ((PRESETS["bone"], True), (PRESETS["soft"], False))):
        open_cases.take_in_hand(work)
        open_cases.jobs.executor.run()
        assert (model.window, model.inverted) == expected


def test_the_frame_of_the_guide_goes_with_the_case_page(window, qtbot):
    from ui.window.guide import TargetFrame

    page = window.case_page
    page.guide.begin()
    (frame,) = window.findChildren(TargetFrame)
    assert frame.isVisible()
    window.show_start()
    assert not frame.isVisible()
    window.show_case()
    assert frame.isVisible()
    window.open_cases.close_case(window.open_cases.work)
    let_go()
    assert window.findChildren(TargetFrame) == []
    assert not page.guide.isVisibleTo(page)
