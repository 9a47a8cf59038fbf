"""The cover after a time without use: nothing of a patient is seen or touched until somebody says who goes on."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.language import Language
from inference.errors import InputError
from inference.site import parse_site
from ui.window.cover import Cover, IdleCover


@pytest.fixture
def window(qtbot, installation):
    """A window with a field that names a patient, covered after two minutes."""
    installation.change_site(replace(installation.site, cover_after_minutes=2))
    made = QWidget()
    made.installation, made.language = installation, Language("en")
    made.field = QLineEdit("Nemo Nusquam", made)
    QVBoxLayout(made).addWidget(made.field)
    made.resize(640, 420)
    qtbot.addWidget(made)
    made.show()
    made.cover = IdleCover(made)
    made.cover.begin()
    yield made
    made.cover.deleteLater()


@pytest.fixture
def clock(monkeypatch):
    """Seconds that are set by hand."""
    now = [1000.0]
    monkeypatch.setattr("ui.window.cover.time.monotonic", lambda: now[0])
    return now


def covers() -> list[Cover]:
    found = [cover for widget in QApplication.topLevelWidgets() for cover in widget.findChildren(Cover)]
    return [cover for cover in found if cover.isVisible()]


def test_nobody_is_covered_before_the_time_and_use_begins_it_anew(clock, window):
    clock[0] += 119
    window.cover.look()
    assert not window.cover.covered
    QTest.keyClick(window.field, Qt.Key.Key_A)
    clock[0] += 119
    window.cover.look()
    assert not window.cover.covered
    clock[0] += 1
    window.cover.look()
    assert window.cover.covered


def test_what_is_covered_is_not_seen_and_cannot_be_changed(qtbot, clock, window):
    dialog = QDialog(window)
    qtbot.addWidget(dialog)
    dialog.show()
    window.cover.cover()
    assert {cover.parent() for cover in covers()} == {window, dialog}
    assert window.childAt(window.field.geometry().center()) is not window.field
    window.resize(700, 500)
    assert all(cover.geometry() == cover.parent().rect() for cover in covers())
    QTest.keyClick(window.field, Qt.Key.Key_A)
    assert window.field.text() == "Nemo Nusquam"
    late = QDialog(window)
    qtbot.addWidget(late)
    late.show()
    assert late in {cover.parent() for cover in covers()}


def test_the_words_of_the_cover_are_seen_whole(clock, window):
    window.resize(1280, 800)
    window.cover.cover()
    (cover,) = covers()
    QApplication.processEvents()
    words = [label for label in cover.findChildren(QLabel) if label.text()]
    assert len(words) == 3
    assert [label.text() for label in words if label.height() < label.heightForWidth(label.width())] == []


def test_whoever_goes_on_is_written_down(clock, window, installation):
    window.cover.cover()
    (cover,) = covers()
    cover.name.clear()
    assert not cover.go_on.isEnabled()
    QTest.keyClicks(cover.name, "Li Na")
    QTest.mouseClick(cover.go_on, Qt.MouseButton.LeftButton)
    assert (window.cover.covered, installation.settings.user) == (False, "Li Na")
    entries = installation.audit.entries()[-2:]
    assert [(entry.action, entry.user == "Li Na") for entry in entries] == [
        ("screen-locked", False),
        ("screen-unlocked", True),
    ]


def test_what_could_not_be_logged_is_told_when_it_can_be_answered(clock, window, installation, monkeypatch):
    told = []
    installation.warn = told.append

    def full(log, action, **details):
        raise InputError("audit.unwritable", path="audit.jsonl", reason="file.disk-full")

    monkeypatch.setattr(type(installation.audit), "append", full)
    window.cover.cover()
    assert told == []
    (cover,) = covers()
    cover.name.setText("Li Na")
    QTest.mouseClick(cover.go_on, Qt.MouseButton.LeftButton)
    assert [error.code for error in told] == ["audit.unwritable"] * 2


def test_without_a_time_in_the_site_profile_nothing_is_ever_covered(clock, window, installation):
    installation.change_site(replace(installation.site, cover_after_minutes=None))
    clock[0] += 10**6
    window.cover.look()
    assert not window.cover.covered


@pytest.mark.parametrize("minutes", [0, -1, 481])
def test_a_time_that_makes_no_sense_is_refused(minutes):
    with pytest.raises(InputError) as caught:
        parse_site(f"cover_after_minutes = {minutes}", "site.toml")
    assert caught.value.parameters["field"] == "cover_after_minutes"
