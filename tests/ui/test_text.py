"""Names from images, files and packs stand in the window as they were written, whatever they look like."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTextEdit,
    QToolTip,
    QWidget,
)

import ui
from desktop.language import Language
from desktop.report.fonts import ensure_gui
from inference.dicom import scan
from inference.errors import InputError
from inference.vocabulary import Text
from resources.paper.fonts import FAMILY
from tests.helpers.dicom_files import write_series
from tests.helpers.executors import idle_case
from tests.helpers.packs import EVENT
from ui.dialogs.event import EventDialog
from ui.text import BREAK, Label, OneLine, ReadingView, breakable, without_keys
from ui.theme import LIGHT, apply_theme
from ui.window.browser import SeriesBrowser
from ui.window.case_page import CasePage
from ui.window.messages import tell
from ui.window.start_page import RecentCase, StartPage
from ui.window.worklist import Worklist

UID = "1.2.826.0.1.3680043.10.4711.123456789012345678901234567890"
HOSTILE = ("<b>Wang</b>", "<!--Li", "<img src='/x.png'>", "Q&A & <a href='file:///x'>x</a>", "# Zhao *x* ![](/x.png)")


@pytest.fixture
def work_of(installation, tmp_path):
    """A case that was read from a series with these attributes."""
    manifest = installation.default_manifest()

    def made(**attributes):
        write_series(tmp_path, 3, **attributes)
        work = idle_case(installation, manifest)
        work.paths, work.scan, work.state = (tmp_path,), scan([tmp_path]), "stopped"
        return work

    return made


def texts(top: QWidget) -> list[str]:
    """Everything that is written on a widget, as it is seen."""
    labels = [label.text() for label in top.findChildren(QLabel)]
    buttons = [button.text().replace("&&", "&") for button in top.findChildren(QAbstractButton)]
    return [*labels, *buttons, *(view.toPlainText() for view in top.findChildren(QTextEdit))]


def test_only_labels_that_read_no_markup_are_made():
    made = []
    for file in Path(ui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("QLabel", "QTextBrowser"):
                made.append((file.name, node.lineno))
    assert not made


def test_what_an_image_says_stands_in_every_page_as_it_was_written(qtbot, installation, work_of):
    language = Language("en")
    page, browser, tabs, start = CasePage(language), SeriesBrowser(language), Worklist(language), StartPage(language)
    for widget in (page, browser, tabs, start):
        qtbot.addWidget(widget)
    for place, name in enumerate(HOSTILE):
        said = name.replace("=", "~")  # in a DICOM name it stands before the ideographic form
        work = work_of(PatientName=said, PatientID=f"{said}1", SeriesDescription=f"{name}2", StudyDescription=name)
        page.show_work(work)
        browser.show_work(work)
        tabs.add(work)
        start.show_recent([RecentCase("1", name)])
        dialog = EventDialog(None, language, (), "", name, asked=EVENT)
        qtbot.addWidget(dialog)
        assert {said, f"{said}1"} <= set(texts(page))
        assert any(name in text for text in texts(dialog))
        assert browser.tree.topLevelItem(0).text(0).startswith(said)
        assert tabs.tabText(place).replace("&&", "").count("&") == 0
        assert tabs.tabText(place).replace("&&", "&").startswith(said)
        for widget in (page, browser, start, dialog):
            assert {label.textFormat() for label in widget.findChildren(QLabel)} <= {Label().textFormat()}


@pytest.mark.qt_log_ignore("does not support", extend=True)
@pytest.mark.parametrize("name", HOSTILE)
def test_messages_and_tooltips_read_no_markup(name, qtbot, qapp):
    ensure_gui()
    apply_theme(qapp, LIGHT, FAMILY)
    window = QWidget()
    qtbot.addWidget(window)
    tell(window, Language("en"), InputError("file.not-found", path=name))
    box = window.findChild(QMessageBox)
    assert name in box.text()
    assert {label.textFormat() for label in box.findChildren(QLabel)} == {Label().textFormat()}
    box.close()
    QToolTip.showText(QPoint(5, 5), name, window)
    tip = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "qtooltip_label")
    assert (tip.text(), tip.textFormat()) == (name, Label().textFormat())
    QToolTip.hideText()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_a_long_path_makes_no_message_wider_than_a_screen(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    tell(window, Language("en"), InputError("file.not-found", path="/data/" + "long-folder-name/" * 20))
    box = window.findChild(QMessageBox)
    assert box.sizeHint().width() < 900
    box.close()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_text_that_is_laid_out_keeps_its_words_and_loads_nothing(name, qtbot):
    view = ReadingView()
    qtbot.addWidget(view)
    view.show_parts([(name, [name, name])])
    assert view.toPlainText().split("\n") == [name] * 3
    assert "img src" not in view.toHtml().replace("&lt;img", "")


def test_a_button_shows_an_ampersand_as_one():
    assert without_keys("Q&A && B") == "Q&&A &&&& B"


@pytest.mark.parametrize("text", ["R&D && Q&A?", "&Save", "a & b"])
def test_a_label_beside_its_control_shows_an_ampersand_as_one_whenever_it_was_worded(qtbot, text):
    window, late = QWidget(), Label()
    field = QLineEdit(window)
    qtbot.addWidget(window)
    early = Label(text)
    for label in (early, late):
        label.setBuddy(field)
    late.setText(text)
    for label in (early, late):
        assert QLabel.text(label) == text.replace("&", "&&")
        assert (label.text(), label.buddy()) == (text, field)


def test_what_a_pack_asks_about_its_event_at_length_leaves_the_dialog_as_wide_as_it_is(qtbot):
    words = Text("long words & more " * 1000, "词" * 9000)
    asked = replace(EVENT, question=words, volume=replace(EVENT.volume, label=words))
    for code in ("en", "zh"):
        dialog = EventDialog(None, Language(code), asked=asked)
        qtbot.addWidget(dialog)
        assert dialog.minimumSizeHint().width() < 800


@pytest.mark.parametrize("text", [UID, f"series {UID} of {UID}", "/home/a/" + "b" * 90])
def test_a_long_word_never_widens_a_wrapped_text(qtbot, text):
    label = Label(text)
    qtbot.addWidget(label)
    label.setWordWrap(True)
    assert label.minimumSizeHint().width() < 260
    assert label.text() == text
    assert breakable(text).replace(BREAK, "") == text


def test_a_long_name_gives_way_and_pushes_nothing_off(qtbot, work_of):
    page = CasePage(Language("en"))
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    page.show_work(work_of(PatientName="Aleksandra" * 6, PatientID="P" * 64, PatientSex="F", AccessionNumber="A" * 16))
    qtbot.wait(0)
    shown = page.patient
    assert isinstance(shown.name, OneLine)
    assert shown.name.shown().endswith("…")
    assert shown.facts.width() >= shown.facts.sizeHint().width()
    assert "female" in shown.facts.text()
    for part in (shown.name, shown.number, shown.facts, page.pack, page.series):
        place = part.mapTo(page, part.rect().topRight())
        assert 0 < place.x() < page.width()
