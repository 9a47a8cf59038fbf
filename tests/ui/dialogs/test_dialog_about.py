"""Whose work the program rests on, and that its licences can be read."""

import pytest

from ui.dialogs.about import AboutDialog
from ui.dialogs.components import Component, components

pytestmark = pytest.mark.slow


@pytest.fixture
def about(qtbot, english):
    dialog = AboutDialog(english)
    qtbot.addWidget(dialog)
    return dialog


def shown(dialog):
    return {dialog.table.item(row, 0).text(): row for row in range(dialog.table.rowCount())}


@pytest.mark.parametrize("name", ["numpy", "PySide6_Essentials", "openvino", "Python", "Tabler Icons", "Noto Sans SC"])
def test_a_component_of_the_program_is_listed(name):
    assert name in {component.name for component in components()}


def test_what_only_developers_need_is_not_listed():
    assert not {"pytest", "ruff", "torch", "precontrast"} & {component.name for component in components()}


def test_every_component_states_a_licence():
    assert not [component.name for component in components() if not component.licence]


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Tabler Icons", "Paweł Kuna"),
        ("Noto Sans SC", "SIL OPEN FONT LICENSE"),
        ("PySide6_Essentials", "GNU LESSER GENERAL PUBLIC LICENSE"),
        ("numpy", "Redistribution and use"),
    ],
)
def test_the_licence_of_the_chosen_component_is_shown(about, name, part):
    about.table.setCurrentCell(shown(about)[name], 0)
    assert part in about.licence.toPlainText()


def test_a_component_without_a_licence_text_says_so(qtbot, english, monkeypatch):
    monkeypatch.setattr("ui.dialogs.about.components", lambda: [Component("part", "1.0", "MIT", ())])
    dialog = AboutDialog(english)
    qtbot.addWidget(dialog)
    assert dialog.licence.toPlainText() == "part states its licence as “MIT” and carries no text of it."


def test_it_says_that_it_is_for_research_only(about):
    assert "RESEARCH USE ONLY" in about._research.text()


@pytest.mark.parametrize(
    "name", ["BodyParts3D", "SPL Head and Neck Atlas", "Networks of the pack cme-vessels-demo", "pyjpegls"]
)
def test_what_carries_no_licence_text_is_given_one(about, name):
    about.table.setCurrentCell(shown(about)[name], 0)
    assert len(about.licence.toPlainText()) > 1000


def test_every_component_has_a_licence_text():
    assert not [component.name for component in components() if not component.files]
