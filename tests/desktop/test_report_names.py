"""Whatever a patient is called, the report names them rightly: numbers in order, nothing cut that identifies."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtGui import QFont, QImage, QPainter, QTextLayout

from desktop.language import Language
from desktop.report.build import build_content
from desktop.report.canvas import Canvas, Style
from desktop.report.document import plan, write_pdf
from desktop.report.fonts import NO_GLYPH, printable, without_glyph
from desktop.report.sections import Warnings
from desktop.report.sheet import MARGIN
from desktop.report.wording import finding_lines
from inference.outcome import Edit, SignOff, Tick
from inference.results import Patient, UsedSeries
from inference.text import cleaned, shown
from resources.paper.fonts import FAMILY, families
from resources.paper.pages import PAPERS
from tests.helpers.content import section_of
from tests.helpers.pages import rightmost, texts

pytestmark = pytest.mark.slow

ARABIC, HEBREW = "\u0645\u062d\u0645\u062f \u0639\u0644\u064a", "\u05d3\u05d5\u05d3 \u05db\u05d4\u05df"
NUMBER, ACCESSION = "12-345-678", "90-11-22"
THAI, KOREAN, HINDI = "สมชาย ใจดี", "김철수 쀼", "देवनागरी क्षत्रिय"
WRITTEN = [
    THAI,
    KOREAN,
    HINDI,
    ARABIC,
    HEBREW,
    "𠮷野家 𡃁 䶮",
    "Łukasz Nguyễn Ёлкин Ω",
    "\u06af\u0648\u0644\u0646\u0627\u0631",
]
TIBETAN = "\u0f56\u0f7c\u0f51\u0f0b"
NUMBERS = re.compile(r"\d[\d:-]*\d")
BOTH = pytest.mark.parametrize("code", ["en", "zh"])


def of_patient(outcome, name: str, number: str = NUMBER):
    """The outcome with foreign text in every field that takes one."""
    series = UsedSeries(
        "ct",
        "1.2",
        "1.2.3",
        "1.2.4",
        ACCESSION,
        "20260203",
        f"{name}-7",
        name,
        "B30f",
        90,
        (0.5, 0.5, 1.0),
        1.0,
        True,
        (),
    )
    time, structure = "2026-03-05T08:10:00+08:00", "rccv"
    return replace(
        outcome,
        patient=Patient(name, number, "19800102", "F", 45.0),
        series=(series,),
        site=replace(outcome.site, name=name, prevalence_source=name),
        signatures=tuple(SignOff(role, name, time) for role in ("radiographer", "radiologist")),
        ticks=(Tick(0, cleaned(name)[:5], "2026-03-04T08:10:00+08:00"),),
        edits=(Edit(structure, name, time),),
    )


def words_of(content, monkeypatch) -> list[str]:
    """Every line of text that a report draws."""
    found: list[str] = []
    for name in ("text", "_line"):
        own = getattr(Canvas, name)

        def record(self, x, y, *rest, own=own, place=1 if name == "text" else 0):
            found.append(rest[place])
            return own(self, x, y, *rest)

        monkeypatch.setattr(Canvas, name, record)
    plan(content)
    monkeypatch.undo()
    return found


def runs_backwards(text: str) -> list[str]:
    """Numbers of a text whose digits are not drawn from left to right."""
    layout = QTextLayout(text, QFont(FAMILY))
    layout.beginLayout()
    line = layout.createLine()
    line.setNumColumns(len(text))
    layout.endLayout()
    places = [[line.cursorToX(n)[0] for n in range(*found.span())] for found in NUMBERS.finditer(text)]
    return [found[0] for found, own in zip(NUMBERS.finditer(text), places) if own != sorted(own)]


@BOTH
@pytest.mark.parametrize("name", [ARABIC, HEBREW])
def test_no_number_on_paper_is_turned_round_behind_a_right_to_left_name(
    clinical_outcome, name, code, tmp_path, monkeypatch
):
    assert runs_backwards(f"{ARABIC} {NUMBER}") == [NUMBER]
    content = build_content(of_patient(clinical_outcome, name), Language(code))
    lines = words_of(content, monkeypatch)
    assert sum(name in line for line in lines) > 8
    assert [line for line in lines if runs_backwards(line)] == []
    write_pdf(content, tmp_path / "r.pdf")
    with pypdfium2.PdfDocument(tmp_path / "r.pdf") as document:
        for page in document:
            text = page.get_textpage().get_text_range()
            assert NUMBER in text
            assert "678-345-12" not in text


@BOTH
@pytest.mark.parametrize("number", ["W" * 64, "2026-" * 12 + "7788"])
def test_a_long_name_gives_way_and_a_long_number_stays_whole(clinical_outcome, number, code, tmp_path):
    outcome = of_patient(clinical_outcome, "Wolfeschlegelsteinhausenbergerdorff " * 9, number)
    write_pdf(build_content(outcome, Language(code)), tmp_path / "r.pdf")
    with pypdfium2.PdfDocument(tmp_path / "r.pdf") as document:
        pages = [page.get_textpage().get_text_range() for page in document]
        assert number in re.sub(r"\s", "", pages[0])
        for page in pages:
            # At the foot, in one line, with sex and age behind it.
            assert number in page
            assert "2026-03-05 08:10" in pages[0]
            assert "Wolfeschlegelsteinhausen" in page


def test_a_number_without_end_leaves_room_for_the_report(clinical_outcome, tmp_path):
    outcome = of_patient(clinical_outcome, "Ann", "9" * 2000)
    write_pdf(build_content(outcome, Language("en")), tmp_path / "r.pdf")
    with pypdfium2.PdfDocument(tmp_path / "r.pdf") as document:
        first = document[0].get_textpage().get_text_range()
        assert "9" * 2000 in re.sub(r"\s", "", first)
        assert "HIGH" in first
        assert len(document) <= 4


@BOTH
def test_a_word_without_end_goes_on_in_the_next_line_and_not_beyond_the_margin(clinical_outcome, code, tmp_path):
    word = "x".join(["1.2.840.113619"] * 12)
    write_pdf(build_content(of_patient(clinical_outcome, word), Language(code)), tmp_path / "r.pdf")
    assert PAPERS["A4"][0] - 2 * MARGIN < rightmost(tmp_path / "r.pdf") <= PAPERS["A4"][0] - MARGIN
    assert "".join("".join(texts(tmp_path / "r.pdf")).split()).count(word) >= 4


@pytest.mark.parametrize("text", WRITTEN, ids=ascii)
def test_names_of_many_scripts_have_glyphs_in_the_reports_own_fonts(text):
    assert without_glyph(text) == []
    assert printable(text) == text


@BOTH
def test_a_character_that_no_font_of_the_report_holds_is_marked_and_said(clinical_outcome, code, tmp_path):
    outcome = of_patient(clinical_outcome, f"Tashi {TIBETAN}")
    language = Language(code)
    lines = [text for severity, text in finding_lines(outcome, language) if severity == "warning" and NO_GLYPH in text]
    assert lines
    assert all("U+0F56" in line for line in lines)
    content = build_content(outcome, language)
    assert {line.text for line in section_of(content, Warnings).lines} >= set(lines)
    write_pdf(content, tmp_path / "r.pdf")
    data = (tmp_path / "r.pdf").read_bytes()
    fonts = {name.partition(b"+")[2] or name for name in re.findall(rb"/BaseFont /([\w+-]+)", data)}
    assert fonts
    assert all(name.startswith(b"Precontrast-Sans") for name in fonts)


def test_missing_marks_of_missing_letters_are_left_out():
    assert printable(f"a{TIBETAN}b") == f"a{NO_GLYPH * 3}b"


def test_names_that_the_fonts_can_show_need_no_note(clinical_outcome):
    assert not any(NO_GLYPH in text for _, text in finding_lines(clinical_outcome, Language("en")))


def test_english_has_latin_punctuation_and_chinese_its_own():
    def width(code: str) -> float:
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        try:
            return Canvas(painter, 10, code).text_width("’", Style(10))
        finally:
            painter.end()

    assert families("en")[0] != families("zh")[0]
    assert width("en") < 0.5 * width("zh")


def test_what_turns_or_controls_changes_nothing_on_paper(clinical_outcome, monkeypatch):
    plain = of_patient(clinical_outcome, "Ann Lee")
    tricky = of_patient(clinical_outcome, "\u202eAnn\u2068 Lee\x1b\u200b")
    pages = [words_of(build_content(outcome, Language("en")), monkeypatch) for outcome in (plain, tricky)]
    assert [printable(shown(text)) for text in pages[1]] == pages[0]
