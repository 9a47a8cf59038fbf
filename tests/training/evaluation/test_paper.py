"""The evaluation on paper: what every page says, tables that go on, and figures that look alike wherever they stand."""

import pypdfium2

from resources.paper.pages import PAPERS
from tests.helpers.pages import rightmost, texts
from training.evaluation.document import Document, Paragraph, Picture, Section, Table
from training.evaluation.pdf import write_pdf
from training.evaluation.sheet import SIDE_MM
from training.evaluation.style import FAMILIES

LONG = "combined_without_radiomics_" * 6
HEADLINES = {"en": ("RESEARCH USE ONLY", "Simulated"), "zh": ("仅供科研", "仿真队列")}


def document(language: str, *blocks) -> Document:
    facts = (("Cohort", "Test"), ("File", f"/data/{LONG}.csv"))
    return Document(language, "Evaluation", language, HEADLINES[language], facts, (Section("First", blocks),))


def test_every_page_says_what_the_report_must_not_be_used_for_and_its_number(tmp_path):
    rows = tuple((f"row {n}", "0.5 (0.4–0.6)") for n in range(90))
    table = Table("A long table", ("Model", "AUC"), rows, note="Behind it.")
    write_pdf([document(language, table) for language in HEADLINES], tmp_path / "r.pdf")
    # Without spaces: where most of a page is one column, they are read as line ends.
    pages = ["".join(page.split()) for page in texts(tmp_path / "r.pdf")]
    assert len(pages) == 4
    for n, page in enumerate(pages, start=1):
        missing = [part for part in ("RESEARCHUSEONLYSimulated", f"{n}/4", "ModelAUC") if part not in page]
        assert not missing
        assert ("Evaluation‒en" in page) == (n < 3)
    assert sum(page.count("row") for page in pages) == 180


def test_what_is_too_long_for_its_place_goes_on_in_the_next_line(tmp_path):
    table = Table(LONG, ("Model", LONG), ((LONG, "0.5"), ("clinical", LONG)), note=LONG, widths=(1, 1))
    write_pdf([document("en", Paragraph(LONG), table)], tmp_path / "r.pdf")
    (page,) = texts(tmp_path / "r.pdf")
    assert "".join(page.split()).replace("\ufffe", "").count(LONG) == 7
    assert rightmost(tmp_path / "r.pdf") <= PAPERS["A4"][0] - SIDE_MM


def test_a_figure_is_as_bold_below_a_heading_as_below_text(tmp_path):
    svg, words = tmp_path / "f.svg", "Observed risk"
    svg.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 170 20"><text x="5" y="15" '
        f'style="font-size: 10px; font-family: {FAMILIES}">{words}</text></svg>',
        encoding="utf-8",
    )
    figure = Picture(svg, "", 170.0, 20.0)
    write_pdf([document("en", figure, Paragraph("Some words."), figure)], tmp_path / "r.pdf")
    with pypdfium2.PdfDocument(tmp_path / "r.pdf") as found:
        page = found[0].get_textpage()
        search = page.search(words)
        places = [search.get_next(), search.get_next()]
        ends = [[page.get_charbox(n)[2] for n in (first, first + count - 1)] for first, count in places]
    assert ends[0] == ends[1]
