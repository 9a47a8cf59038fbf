"""Sentences of the window: a number stays in order beside a name that is written from right to left."""

import pytest

from desktop.cases.model import CaseRow
from desktop.language import LANGUAGES, Language
from inference.text import ISOLATE, POP
from ui.dialogs.cases import CasesDialog
from ui.text import Label
from ui.window.recent_cases import line_of

NAME, NUMBER = "\u0645\u062d\u0645\u062f^\u0639\u0644\u064a", "12-345-678"
TIME = "2026-03-05T08:10:00+08:00"


@pytest.fixture
def row():
    return CaseRow(
        "a", TIME, TIME, "answered", NAME, NUMBER, "90-11", "20260305", "p", *[None] * 2, "", "", None, False, False
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_who_and_when_of_a_case_have_directions_of_their_own(row, code):
    who = CasesDialog._who(None, row)
    assert f"{ISOLATE}{NUMBER}{POP}" in who
    assert f"{ISOLATE}90-11{POP}" in who
    question = Language(code).text("ui.cases.delete-question", case=who)
    assert f"{ISOLATE}{who}{POP}" in question
    assert f"{ISOLATE}2026-03-05{POP}" in line_of(row, Language(code))


def test_a_name_that_runs_from_right_to_left_stands_where_every_name_stands(qtbot):
    name = Label(NAME)
    qtbot.addWidget(name)
    name.resize(400, 40)
    picture = name.grab().toImage()
    ground = picture.pixel(399, 0)
    inked = [x for x in range(400) if any(picture.pixel(x, y) != ground for y in range(40))]
    assert inked
    assert max(inked) < 200
    assert name.text() == NAME
