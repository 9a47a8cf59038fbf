"""Ticks, signatures and edited outlines: on the outcome, in its record, on the pages."""

import copy
import json
from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop.language import Language
from desktop.report import first_page
from desktop.report import pages as report_pages
from desktop.report.build import build_content
from desktop.report.canvas import Canvas
from desktop.report.document import draw_pages, file_stem, print_pages, read_outcome, write_json, write_pdf
from desktop.report.fonts import ensure_gui
from desktop.report.sections import Advice, Edited, Signatures
from desktop.report.sheet import DENSEST, Sheet
from desktop.report.signing import (
    initials_of,
    is_locked,
    next_version,
    succeeding,
    with_signature,
    with_tick,
    without_tick,
)
from inference.errors import InputError
from inference.outcome import Edit, SignOff, Tick
from inference.pipeline import Request, run
from inference.reading import to_plain
from tests.helpers.content import rows_of, section_of, with_section
from tests.helpers.packs import sheet
from tests.helpers.signature import fake_vessels, signature_pack
from tests.helpers.vessels import scan

pytestmark = pytest.mark.slow

BOTH = pytest.mark.parametrize("code", ["en", "zh"])


def at(clock: str, day: str = "2026-03-05") -> str:
    return f"{day}T{clock}:00+08:00"


@pytest.fixture
def plain(clinical_outcome):
    return replace(clinical_outcome, created=at("08:00"))


@pytest.fixture
def signed(plain):
    ticked = with_tick(plain, Tick(0, "ZW", at("08:05")))
    return with_signature(ticked, SignOff("radiologist", "王晓明", at("08:10")))


def pages(outcome, code: str, folder) -> list[str]:
    write_pdf(build_content(outcome, Language(code)), folder / "r.pdf")
    with pypdfium2.PdfDocument(folder / "r.pdf") as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


@BOTH
def test_name_and_time_stand_on_the_line_of_who_signed(signed, code, tmp_path):
    assert "王晓明2026-03-0508:10" in pages(signed, code, tmp_path)[0]


@BOTH
def test_initials_and_time_stand_beside_what_was_ticked(signed, code, tmp_path):
    assert "ZW08:05" in pages(signed, code, tmp_path)[0]


def test_a_tick_of_another_day_says_which(plain, tmp_path):
    later = with_tick(plain, Tick(1, "ZW", at("08:05", "2026-03-06")))
    assert "03-0608:05" in pages(later, "en", tmp_path)[0]


def test_a_report_that_is_signed_and_ticked_takes_no_more_pages(plain, signed, tmp_path):
    assert len(pages(signed, "zh", tmp_path)) == len(pages(plain, "zh", tmp_path))


def test_a_tick_changes_the_page(plain):
    before, after = (
        draw_pages(build_content(outcome, Language("en")))[0]
        for outcome in (plain, with_tick(plain, Tick(0, "Z", at("08:01"))))
    )
    assert before != after


def test_a_tick_can_be_taken_back_until_someone_signs(plain):
    ticked = with_tick(plain, Tick(2, "ZW", at("08:05")))
    assert not is_locked(ticked, 2)
    assert without_tick(ticked, 2).ticks == ()


def test_what_is_signed_cannot_be_unticked(signed):
    assert is_locked(signed, 0)
    assert without_tick(signed, 0) == signed


def test_after_a_signature_more_can_be_ticked_and_taken_back(signed):
    more = with_tick(signed, Tick(1, "ZW", at("08:20")))
    assert not is_locked(more, 1)
    assert without_tick(more, 1) == signed


def test_a_role_signs_once(signed):
    assert with_signature(signed, SignOff("radiologist", "Another", at("09:00"))) == signed


def test_the_next_version_is_unsigned_and_says_its_number(signed, tmp_path):
    second = next_version(signed)
    assert (second.signatures, second.version) == ((), 2)
    assert all("version2" in page for page in pages(second, "en", tmp_path))


def test_what_is_computed_anew_after_a_signature_is_the_next_version(plain, signed):
    assert succeeding(plain, signed).version == 2
    assert succeeding(plain, plain).version == 1


def test_ticks_beside_a_refusal_are_of_the_list_that_is_printed(plain, refused_outcome, tmp_path):
    refusal = replace(refused_outcome, created=at("08:00"), fallback=plain)
    ticked = with_tick(refusal, Tick(3, "ZW", at("08:05")))
    assert ticked.ticks == ()
    assert "ZW08:05" in pages(ticked, "en", tmp_path)[0]
    assert without_tick(ticked, 3) == refusal


@pytest.fixture(scope="module")
def edited():
    request = Request(
        signature_pack(),
        sheet({"c": "yes"}),
        volumes={"ct": scan()},
        edits=(Edit("vein", "张伟", at("07:55")),),
    )
    return run(request, fake_vessels())


@BOTH
def test_outlines_edited_by_hand_are_named_on_both_pages(edited, code, tmp_path):
    text = Language(code).text
    structure = next(s for s in edited.pack.manifest.structures if s.id == "vein")
    edit = text("report.edited-by", structure=Language(code).of(structure.title), by="张伟", time="2026-03-05 07:55")
    line = "".join(text("report.edited-line", edits=edit).split())
    assert all(line in page for page in pages(edited, code, tmp_path))
    assert dict(rows_of(build_content(edited, Language(code))))[text("report.edited")] == edit


def test_an_edit_without_a_name_says_that_the_name_is_unknown(edited):
    nameless = replace(edited, edits=(Edit("vein", "", at("07:55")),))
    assert "(edited by unknown, 2026-03-05 07:55)" in section_of(build_content(nameless, Language("en")), Edited).text


def test_a_record_keeps_ticks_signatures_and_edits(signed, edited, tmp_path):
    for outcome in (next_version(signed), signed, edited):
        write_json(outcome, tmp_path / "r.json")
        assert read_outcome(tmp_path / "r.json") == outcome


def test_a_record_from_before_there_were_signatures_is_still_read(plain, tmp_path):
    data = to_plain(plain)
    for name in ("signatures", "ticks", "edits", "version"):
        del data[name]
    (tmp_path / "r.json").write_text(json.dumps(data), encoding="utf-8")
    assert read_outcome(tmp_path / "r.json") == plain


SIGNATURE = {"role": "nurse", "name": "A", "time": at("08:00")}
TICK = {"item": 0, "initials": "A", "time": at("08:00")}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"created": "yesterday"}, "created"),
        ({"version": 0}, "version"),
        ({"signatures": [{**SIGNATURE, "name": " "}]}, "signatures: nurse"),
        ({"signatures": [{**SIGNATURE, "time": "noon"}]}, "signatures: nurse"),
        ({"signatures": [SIGNATURE, SIGNATURE]}, "signatures: nurse"),
        ({"ticks": [{**TICK, "item": 99}]}, "ticks: 99"),
        ({"ticks": [{**TICK, "item": -1}]}, "ticks: -1"),
        ({"ticks": [TICK, TICK]}, "ticks: 0"),
        ({"ticks": [{**TICK, "initials": ""}]}, "ticks: 0"),
        ({"ticks": [{**TICK, "time": ""}]}, "ticks: 0"),
        ({"edits": [{"structure": "none-such", "by": "A", "time": at("08:00")}]}, "edits: none-such"),
    ],
)
def test_a_record_whose_signatures_do_not_fit_is_refused(plain, tmp_path, change, field):
    (tmp_path / "r.json").write_text(json.dumps(copy.deepcopy(to_plain(plain)) | change), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_outcome(tmp_path / "r.json")
    assert (caught.value.code, caught.value.parameters["field"]) == ("record.damaged", field)


def test_a_fallback_is_not_signed_by_itself(plain, refused_outcome, tmp_path):
    fallback = replace(plain, signatures=(SignOff("nurse", "A", at("08:00")),))
    write_json(replace(refused_outcome, created=at("08:00"), fallback=fallback), tmp_path / "r.json")
    with pytest.raises(InputError) as caught:
        read_outcome(tmp_path / "r.json")
    assert caught.value.parameters["field"] == "fallback"


def test_a_time_without_a_zone_is_this_computers(plain):
    ticked = with_tick(plain, Tick(0, "A", "2026-03-05T08:00:00"))
    assert is_locked(with_signature(ticked, SignOff("nurse", "A", "2026-03-05T08:01:00")), 0)


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Zhang Wei", "ZW"), ("张伟", "张伟"), ("anna", "anna"), ("", ""), ("a b c d e f g h", "ABCDEF")],
)
def test_initials_are_what_someone_would_write(name, initials):
    assert initials_of(name) == initials


@pytest.mark.parametrize(("paper", "margin_mm"), [("A4", 0), ("A4", 5), ("Letter", 6)])
def test_a_printed_page_holds_the_whole_report_within_the_printers_margins(plain, tmp_path, paper, margin_mm):
    ensure_gui()
    path = tmp_path / "p.pdf"
    writer = QPdfWriter(str(path))
    writer.setResolution(600)
    writer.setPageSize(QPageSize({"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}[paper]))
    writer.setPageMargins(QMarginsF(*[margin_mm] * 4), QPageLayout.Unit.Millimeter)
    print_pages(build_content(plain, Language("en"), paper), writer)
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 2
        for page in document:
            # Nothing, not even the band at the top, lies in the margin.
            (width, height), edge = page.get_size(), margin_mm / 25.4 * 72 - 1
            lefts, bottoms, rights, tops = zip(*(part.get_bounds() for part in page.get_objects()))
            assert min(*lefts, *bottoms) >= edge
            assert max(rights) <= width - edge
            assert max(tops) <= height - edge


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_said_so(plain, tmp_path):
    ensure_gui()
    with pytest.raises(InputError) as caught:
        print_pages(build_content(plain, Language("en")), QPdfWriter(str(tmp_path / "no" / "such" / "folder.pdf")))
    assert caught.value.code == "print.failed"


def test_files_are_named_by_patient_day_and_version(signed):
    assert file_stem(signed) == "report-P000123-20260305"
    assert file_stem(next_version(signed)) == "report-P000123-20260305-v2"


def test_a_patient_id_that_is_no_file_name_is_made_one(signed):
    odd = replace(signed, patient=replace(signed.patient, id="../a b:c/张"))
    assert file_stem(odd) == "report-.._a_b_c_张-20260305"


def test_the_name_of_a_file_can_be_written_however_long_the_number_is(signed):
    stems = [file_stem(replace(signed, patient=replace(signed.patient, id="𠮷" * 900 + end))) for end in "12"]
    assert stems[0] != stems[1]
    assert max(len(stem.encode()) for stem in stems) < 250


def test_signatures_are_on_the_page_of_the_checklist_however_much_stands_above_it(signed, monkeypatch):
    drawn: list[tuple[str, int]] = []

    def noting(name, draw):
        def drawing(sheet, *rest):
            draw(sheet, *rest)
            drawn.append((name, sheet.number))

        return drawing

    monkeypatch.setattr(first_page, "_action", noting("action", first_page._action))
    monkeypatch.setitem(report_pages.DRAWN, Signatures, noting("signatures", report_pages.DRAWN[Signatures]))
    content, seen = build_content(signed, Language("en")), set()
    for lines in range(4, 20):
        # One line of advice after the other brings the checklist to every height of the page.
        filled = with_section(content, Advice((*section_of(content, Advice).lines, *[("x", "#b26a00")] * lines)))
        for density in (0, DENSEST):
            drawn.clear()
            draw_part(filled, density)
            assert {name for name, _ in drawn} == {"action", "signatures"}
            assert len({page for _, page in drawn}) == 1, (lines, density)
            seen |= {page for _, page in drawn}
    assert seen == {1, 2}


def draw_part(content, density: int) -> None:
    """The first page at a density, onto nothing."""
    ensure_gui()
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = Canvas(painter, 10, content.language.code)
    report_pages.draw_front(Sheet(canvas, content, lambda: None, 0, density))
    painter.end()


def test_when_a_report_was_made_stands_on_it_as_people_write_it(plain):
    made = replace(plain, created="2026-03-05T08:00:07.250+08:00")
    assert build_content(made, Language("en")).footer.endswith("2026-03-05 08:00:07 (UTC+08:00)")
