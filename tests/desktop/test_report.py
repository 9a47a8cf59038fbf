"""The report: what it says, that it is the same from its record, and that its pages hold it all."""

from dataclasses import replace

import pypdfium2
import pytest

from desktop.language import Language
from desktop.report.build import build_content
from desktop.report.document import read_outcome, write_json, write_pages, write_pdf
from desktop.report.first_page import MOST_BARS, bars_with_room
from desktop.report.nomogram import points_of
from desktop.report.sections import Factors
from desktop.report.wording import SCALES, percent, ratio_text
from inference.outcome import Outcome
from inference.risk.nomogram import NomogramRow
from inference.site import SiteProfile
from resources.paper.pages import PAPERS
from tests.helpers.content import bars_of, changes_of, rows_of, with_section
from tests.helpers.outcomes import ANSWERS, screen
from tests.helpers.pages import look_alike

pytestmark = pytest.mark.slow

BOTH = pytest.mark.parametrize("code", ["en", "zh"])


def pdf_pages(outcome: Outcome, code: str, path, paper: str = "A4") -> list[str]:
    write_pdf(build_content(outcome, Language(code), paper), path)
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


@BOTH
def test_the_clinical_report_has_two_pages(clinical_outcome, code, tmp_path):
    assert len(pdf_pages(clinical_outcome, code, tmp_path / "r.pdf")) == 2


@BOTH
def test_every_page_says_research_use_only_in_both_languages(clinical_outcome, code, tmp_path):
    for page in pdf_pages(clinical_outcome, code, tmp_path / "r.pdf"):
        assert "RESEARCH USE ONLY" in page
        assert "仅供科研" in page


@BOTH
def test_every_page_names_the_patient_and_the_status_of_the_pack(clinical_outcome, code, tmp_path):
    status = Language(code).text("status.literature-prior")
    for page in pdf_pages(clinical_outcome, code, tmp_path / "r.pdf"):
        assert "张伟" in page
        assert "P000123" in page
        assert status in page


@BOTH
def test_the_text_of_the_pdf_can_be_searched(clinical_outcome, code, tmp_path):
    # Fonts whose glyphs map back to radicals or to nothing lose words and digits.
    first = pdf_pages(clinical_outcome, code, tmp_path / "r.pdf")[0]
    assert percent(clinical_outcome.risk.estimate.chance, Language(code)) in first
    assert {"en": "HIGH", "zh": "高风险"}[code] in first


def test_fonts_are_embedded_and_the_file_is_pdf_a(clinical_outcome, tmp_path):
    path = tmp_path / "r.pdf"
    pdf_pages(clinical_outcome, "zh", path)
    data = path.read_bytes()
    assert b"FontFile2" in data
    assert b"pdfaid:part" in data


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_paper_size_is_the_one_asked_for(clinical_outcome, paper, tmp_path):
    path = tmp_path / "r.pdf"
    pdf_pages(clinical_outcome, "en", path, paper)
    with pypdfium2.PdfDocument(path) as document:
        size = [v / 72 * 25.4 for v in document[0].get_size()]
    assert size == pytest.approx(PAPERS[paper], abs=0.5)


def test_the_record_gives_the_same_outcome_again(clinical_outcome, tmp_path):
    write_json(clinical_outcome, tmp_path / "r.json")
    assert read_outcome(tmp_path / "r.json") == clinical_outcome


@BOTH
def test_reprinting_from_the_record_gives_the_same_pages(clinical_outcome, code, tmp_path):
    write_json(clinical_outcome, tmp_path / "r.json")
    again = read_outcome(tmp_path / "r.json")
    contents = [build_content(outcome, Language(code)) for outcome in (clinical_outcome, again)]
    assert contents[0] == contents[1]
    first, second = (write_pages(content, tmp_path, name) for content, name in zip(contents, ("first", "second")))
    assert all(look_alike(one, other) for one, other in zip(first, second, strict=True))


def test_reports_of_two_days_do_not_look_alike(clinical_outcome, tmp_path):
    later = replace(clinical_outcome, created="2026-01-02T03:04:05+00:00")
    first, second = (
        write_pages(build_content(outcome, Language("en")), tmp_path, name)[0]
        for name, outcome in (("first", clinical_outcome), ("second", later))
    )
    assert not look_alike(first, second)


@BOTH
def test_of_more_bars_than_fit_the_smallest_become_one(clinical_outcome, code, tmp_path):
    content = build_content(clinical_outcome, Language(code))
    sizes = [0.4, -0.1, 0.9, 0.05, -0.6, 0.2, 0.3, -0.7, 0.01, 0.5, -0.02, 0.8]
    bars = [replace(bars_of(content)[0], label=f"factor {n}", size=size) for n, size in enumerate(sizes)]
    shown = bars_with_room(bars, Language(code), SCALES["log-odds"])
    assert len(shown) == MOST_BARS
    assert [bar.label for bar in shown[:-1]] == [f"factor {n}" for n in (0, 2, 4, 5, 6, 7, 9, 11)]
    assert sum(bar.size for bar in shown) == pytest.approx(sum(sizes))
    write_pdf(with_section(content, Factors("Factors", tuple(bars))), tmp_path / "r.pdf")
    with pypdfium2.PdfDocument(tmp_path / "r.pdf") as document:
        page = document[0].get_textpage().get_text_range()
    assert Language(code).text("report.smaller-count", count=4) in page
    assert "factor 8" not in page


def test_as_many_bars_as_fit_stay_as_they_are(clinical_outcome):
    bars = [bar for bar in bars_of(build_content(clinical_outcome, Language("en"))) if not bar.unknown]
    assert 1 < len(bars) <= MOST_BARS
    assert bars_with_room(bars, Language("en"), SCALES["log-odds"]) == bars


def test_png_pages_and_pdf_pages_are_equally_many(clinical_outcome, tmp_path):
    pages = write_pages(build_content(clinical_outcome, Language("en")), tmp_path, "p")
    assert len(pages) == len(pdf_pages(clinical_outcome, "en", tmp_path / "r.pdf"))


@BOTH
def test_a_refusal_shows_its_reason_and_no_percentage(refused_outcome, code, tmp_path):
    first = pdf_pages(refused_outcome, code, tmp_path / "r.pdf")[0]
    assert Language(code).text("banner.unfinished") in first
    assert Language(code).text("finding.risk.too-few-answers", known=1, needed=3) in first.replace("\r\n", " ")
    assert "0.27" not in first


def test_without_a_site_prevalence_no_absolute_percentage_is_printed(tmp_path):
    outcome = screen("cme-literature-prior", ANSWERS, SiteProfile())
    content = build_content(outcome, Language("en"))
    assert content.banner.figure == "no percentage"
    assert "%" not in "".join(change.figure for change in changes_of(content))


def test_factors_that_can_be_changed_stand_first(clinical_outcome):
    known = [bar.modifiable for bar in bars_of(build_content(clinical_outcome, Language("en"))) if not bar.unknown]
    assert known == sorted(known, reverse=True)


def test_unknown_factors_are_named_on_the_first_page(clinical_outcome, tmp_path):
    first = pdf_pages(clinical_outcome, "en", tmp_path / "r.pdf")[0]
    assert "averaged over the reference population: Contrast agent" in first.replace("\r\n", " ")


def test_an_assumed_population_is_called_unconfirmed(clinical_outcome):
    provenance = dict(rows_of(build_content(clinical_outcome, Language("en"))))
    assert "UNCONFIRMED" in provenance["Reference population"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.0027, "0.27 %"), (0.057, "5.7 %"), (0.31, "31 %"), (0.00001, "< 0.01 %"), (0.9999, "> 99.9 %"), (None, "–")],
)
def test_percentages_are_short_and_never_zero_or_certain(value, shown):
    assert percent(value, Language("en")) == shown
    assert percent(value, Language("zh")) == shown.replace(" %", "%")


def test_a_ratio_is_written_with_a_times_sign():
    assert ratio_text(1.683) == "× 1.68"


def test_points_between_marks_are_read_off_a_scale():
    row = NomogramRow("age", (20.0, 60.0), (0.0, 40.0))
    assert points_of(row, 30.0) == pytest.approx(10.0)
    assert points_of(row, 90.0) == 40.0


def test_too_few_answers_are_unfinished_and_no_refusal_in_words(refused_outcome):
    content = build_content(refused_outcome, Language("en"))
    assert content.banner.word == Language("en").text("banner.unfinished")
    assert content.banner.figure == ""
