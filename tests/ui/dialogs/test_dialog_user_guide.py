"""The user guide under Help: offline, in the window's language, searched."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desktop import places
from desktop.language import LANGUAGES, Language
from inference.errors import InputError
from ui.dialogs import user_guide
from ui.dialogs.user_guide import UserGuide, guide_in

SEARCHED = {"en": "signed", "zh": "签字"}


@pytest.fixture(params=LANGUAGES)
def shown(request, qtbot):
    dialog = UserGuide(Language(request.param))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_guide_of_the_languages_own_is_shown_whole_and_without_marks(shown):
    code, text = shown._language.code, shown.view.toPlainText()
    markdown = guide_in(code)
    headings = [line.lstrip("# ").strip() for line in markdown.splitlines() if line.startswith("#")]
    assert [shown.chapters.item(n).text().strip() for n in range(shown.chapters.count())] == headings
    assert len(headings) > 12 and headings[0] == shown.windowTitle()
    assert not {"![", "**", "](", "##"} & {text[n : n + 2] for n in range(len(text))}
    assert "screenshots" not in text and "user-guide" not in text


def test_a_search_marks_every_place_and_goes_from_one_to_the_next(shown, qtbot):
    word = SEARCHED[shown._language.code]
    shown.search.setText(word)
    marks = shown.view.extraSelections()
    assert len(marks) == shown.view.toPlainText().lower().count(word) > 3
    assert shown.found.text() == shown._language.text("ui.user-guide.found", number=1, count=len(marks))
    places = [mark.cursor.selectionEnd() for mark in marks]
    qtbot.keyClick(shown.search, Qt.Key.Key_Return)
    assert shown.view.textCursor().position() == places[1]
    shown.before.click()
    shown.before.click()
    assert shown.view.textCursor().position() == places[-1]
    shown.search.setText("no such word")
    assert shown.found.text() == shown._language.text("ui.user-guide.not-found")
    assert not shown.view.extraSelections() and not shown.after.isEnabled()
    shown.search.clear()
    assert shown.found.text() == ""


def test_a_chapter_is_shown_from_its_heading(shown):
    item = shown.chapters.item(7)
    shown.chapters.setCurrentItem(item)
    top = shown.view.cursorForPosition(shown.view.viewport().rect().topLeft())
    top.movePosition(QTextCursor.MoveOperation.NextBlock)
    near = shown.view.cursorRect(shown.view.textCursor()).top()
    assert shown.view.textCursor().block().text() == item.text().strip()
    assert 0 <= near < 60


def test_a_guide_that_did_not_come_with_the_program_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(user_guide, "guide", lambda code: tmp_path / "no-guide.md")
    with pytest.raises(InputError) as caught:
        guide_in("en")
    assert caught.value.code == "file.not-found"


def test_the_guide_lies_where_the_installed_program_has_it():
    recipe = (places.bundled("").parent / "build.spec").read_text(encoding="utf-8")
    for code in LANGUAGES:
        assert places.guide(code).is_file()
        assert places.guide(code).match("docs/user-guide.*.md")
    assert 'glob("user-guide.*.md")' in recipe and '"docs")' in recipe
