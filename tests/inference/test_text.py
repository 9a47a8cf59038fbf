"""Text from outside is plain text, the same rule for every source, and never turns what stands beside it."""

from __future__ import annotations

import json

import pytest

from desktop.language import LANGUAGES, Language
from inference.answers import AnswerSheet, read_answers
from inference.dicom.text import decode
from inference.errors import InputError
from inference.reading import read_typed
from inference.site import SiteProfile
from inference.text import ISOLATE, POP, cleaned, cleaned_lines, joined, shown, turns

HEBREW, ARABIC = "\u05d3\u05d5\u05d3 \u05db\u05d4\u05df", "\u0645\u062d\u0645\u062f \u0639\u0644\u064a"
TRICKS = {
    "a b\u202ec": "a bc",  # override
    "a\u2066b\u2069": "ab",  # isolate
    "a\u2068b": "ab",
    "\u200f12\u200e-3\u061c": "12-3",  # marks
    "a\u2028b\u2029c\x85d": "a b c d",  # line separators
    "one\r\ntwo\tthree": "one  two three",
    "Zhang\u200bWei\u2060\ufeff\u00ad": "ZhangWei",  # zero width
    "A\u200dB\u200c": "AB",
    "\x1b[31mred\x9b2J\x07\x7f": "[31mred2J",
    "A\udc80B": "A\ufffdB",  # half a character
    "A\U000e0041\U000e007fB": "AB",  # tags
    "A\u3164B\u2800": "AB",  # letters that show nothing
    "e" + "\u0301" * 40 + "n": "e" + "\u0301" * 4 + "n",
    "e" + "\u0301\u0489\u0336" * 40 + "n": "e\u0301\u0489\u0336\u0301n",  # and of several alphabets
    "\u05d0" + "\u05b0\u0591" * 9: "\u05d0" + "\u05b0\u0591" * 2,
    "A\ufe0f\u034f\u17b4B\U000e0100": "AB",  # marks and selectors that show nothing
}
KEPT = (
    "张\u3000三",
    "O\u2019Brien-Łukasiewicz, née Nguyễn",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Persian: the joiner is part of the spelling
    "\u0915\u094d\u200d\u0937",
    "\u0f56\u0f66\u0f92\u0fb2\u0f74\u0f56",
    "\U00020bb7野家",
    "葛\U000e0100城",  # a selector of the variant in which the family writes itself
    "\u1820\u180b",
    "Vi\u1ec7t a\u0302\u0323",
    "\ue863",  # what a hospital gave a character of its own
)


@pytest.mark.parametrize(("text", "left"), TRICKS.items(), ids=ascii)
def test_what_controls_hides_or_turns_is_taken_out(text, left):
    assert cleaned(text) == left


@pytest.mark.parametrize("text", [*KEPT, HEBREW, ARABIC])
def test_what_names_are_written_with_stays(text):
    assert cleaned(text) == text


@pytest.mark.parametrize("text", [text for text in TRICKS if "\udc80" not in text and not text.isascii()], ids=ascii)
def test_headers_answers_and_profiles_follow_one_rule(text, tmp_path):
    left = cleaned(text)
    assert decode(text.encode(), "ISO_IR 192")[0] == left
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({"patient": {"name": text, "id": text}}), encoding="utf-8")
    patient = read_answers(path).patient
    assert (patient.name, patient.id) == (left, left)
    assert read_typed(SiteProfile, {"name": text, "digest": ""}, "").name == left


def test_a_text_of_a_header_longer_than_any_real_one_is_cut_and_says_so():
    text, _ = decode(b"A" * 5000, "ISO_IR 100")
    assert len(text) < 1100
    assert text.endswith("A…")


@pytest.mark.parametrize(
    "sheet", [{"patient": {"name": "x" * 5000}}, {"patient": {"id": "1" * 5000}}, {"answers": {"note": "x" * 5000}}]
)
def test_a_text_of_a_file_longer_than_any_real_one_is_refused_and_named(sheet):
    with pytest.raises(InputError) as refused:
        read_typed(AnswerSheet, sheet, "answers.json")
    assert refused.value.code == "schema.invalid"
    assert refused.value.parameters["problem_kind"] == "string_too_long"
    assert "characters" in Language("en").error(refused.value)


def test_lines_of_a_card_are_cleaned_and_stay_lines():
    assert cleaned_lines("# One\r\n\u202etwo\x1b\n\n- three") == "# One\ntwo\n\n- three"


def test_keys_and_numbers_of_plain_data_stay():
    sheet = read_typed(AnswerSheet, {"answers": {"age": 61, "note": "a\u202eb"}}, "")
    assert sheet.answers == {"age": 61, "note": "ab"}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", [HEBREW, ARABIC])
def test_every_value_beside_a_right_to_left_one_has_a_direction_of_its_own(name, code):
    said = Language(code).text("ui.browser.patient", name=name, id="12-345-678")
    assert f"{ISOLATE}{name}{POP}" in said
    assert f"{ISOLATE}12-345-678{POP}" in said
    again = Language(code).text("ui.cases.delete-question", case=said)
    assert f"{ISOLATE}{said}{POP}" in again


def test_other_sentences_have_no_isolates():
    said = Language("en").text("ui.browser.patient", name="张三", id="12-345-678")
    assert not set(said) & {ISOLATE, POP}


def test_a_value_of_a_sentence_is_plain_text():
    said = Language("en").text("ui.browser.patient", name="a\u202eb\x1b[2J", id=f"1{POP}2{ISOLATE}")
    assert "ab[2J" in said
    assert "12" in said
    assert not set(said) & {ISOLATE, POP, "\u202e", "\x1b"}


def test_parts_of_a_line_are_isolated_where_one_turns():
    assert joined(" · ", ["Ann", "1-2"]) == "Ann · 1-2"
    assert joined(" · ", [ARABIC, "1-2"]) == f"{ISOLATE}{ARABIC}{POP} · {ISOLATE}1-2{POP}"
    assert turns("\u0661")
    assert not turns("12-3 é 张")


def test_lines_of_a_text_stay_while_it_is_shown():
    assert shown(f"one\ntwo{ISOLATE}a\u202e{POP}") == f"one\ntwo{ISOLATE}a{POP}"
