"""A report is a list of sections: each kind is drawn, and another one is a class and a line."""

import inspect
from dataclasses import dataclass, replace

from PySide6.QtGui import QImage, QPainter

from desktop.language import Language
from desktop.report import content as report_content
from desktop.report import pages, sections
from desktop.report.build import build_content
from desktop.report.canvas import Canvas
from desktop.report.content import RiskPart, Section
from desktop.report.fonts import ensure_gui
from desktop.report.plain import plain_text
from desktop.report.sections import Answers, Fallback, Gates, NomogramContent, Provenance, Signatures
from desktop.report.sheet import Sheet
from inference.findings import Finding
from tests.helpers.content import section_of
from tests.helpers.packs import bundled
from ui.panels.sections import NOT_FOLDED, SHOWN

UNKNOWN = "བོད"
"""A name in letters that no font of the report has."""
KINDS = {
    kind
    for module in (report_content, sections)
    for kind in vars(module).values()
    if inspect.isclass(kind) and issubclass(kind, Section) and kind not in (Section, RiskPart)
}


@dataclass(frozen=True, slots=True)
class Stamp(Section):
    """A kind of section that the program does not have."""

    text: str


@dataclass(frozen=True, slots=True)
class Trend(RiskPart):
    """Another, which is part of a risk."""


def drawn(content, monkeypatch) -> list[list[type]]:
    """Kinds of sections in the order in which they are drawn, by page."""
    order: list[list[type]] = []
    for kind in pages.DRAWN:
        monkeypatch.setitem(pages.DRAWN, kind, noting(kind, pages.DRAWN[kind], order))
    ensure_gui()
    painter = QPainter(image := QImage(8, 8, QImage.Format.Format_RGB32))
    for draw_page in (pages.draw_front, pages.draw_back):
        order.append([])
        draw_page(Sheet(Canvas(painter, 10, "en"), content, lambda: None, 0))
    painter.end()
    assert not image.isNull()
    return order


def noting(kind, draw, order):
    def drawing(sheet, section):
        order[-1].append(kind)
        draw(sheet, section)

    return drawing


def test_every_kind_of_section_is_drawn_and_has_its_place_in_the_window():
    assert pages.DRAWN.keys() == KINDS
    assert SHOWN.keys() | NOT_FOLDED == KINDS
    assert not SHOWN.keys() & NOT_FOLDED
    assert not any(issubclass(kind, RiskPart) for kind in NOT_FOLDED)


def test_each_section_is_drawn_once_on_its_page_and_those_of_a_risk_beside_a_refusal_in_its_frame(
    clinical_outcome, refused_outcome, monkeypatch
):
    content = build_content(clinical_outcome, Language("en"))
    front, back = drawn(content, monkeypatch)
    assert (*front, *back) == tuple(type(section) for section in content.sections)
    assert {kind.page for kind in front} == {"front"}
    assert {kind.page for kind in back} == {"back"}
    beside = build_content(replace(refused_outcome, fallback=clinical_outcome), Language("en"))
    front, back = drawn(beside, monkeypatch)
    parts = [type(section) for section in content.risk_parts]
    assert front == [*front[: front.index(Fallback)], Fallback, *parts, Answers, Signatures]
    assert not any(issubclass(kind, RiskPart) for kind in front[: front.index(Fallback)])
    assert back == [Gates, NomogramContent, Provenance]


def test_beside_a_pack_that_reads_no_images_nothing_says_that_they_were_not_used(refused_outcome, clinical_outcome):
    refused = replace(refused_outcome, fallback=clinical_outcome)
    asked = replace(refused.pack.manifest, images=bundled("cme-vessels-demo").manifest.images)
    for outcome, said in ((refused, False), (replace(refused, pack=replace(refused.pack, manifest=asked)), True)):
        beside = section_of(build_content(outcome, Language("en")), Fallback)
        assert ("image" in beside.title, "image" in beside.note) == (said, said)
        assert beside.title in plain_text(outcome, Language("en"))


def test_a_further_section_is_one_class_and_one_line(clinical_outcome, monkeypatch):
    seen = []
    monkeypatch.setitem(pages.DRAWN, Stamp, lambda sheet, stamp: seen.append(stamp.text))
    monkeypatch.setitem(pages.DRAWN, Trend, lambda sheet, trend: seen.append("trend"))
    content = build_content(clinical_outcome, Language("en"))
    with_more = replace(content, sections=(*content.sections[:2], Stamp("seen"), Trend(), *content.sections[2:]))
    front, back = drawn(with_more, monkeypatch)
    assert seen == ["seen", "trend"]
    assert [kind for kind in front if kind in (Stamp, Trend)] == [Stamp, Trend]
    assert back[-1] is Provenance


def test_a_finding_leads_to_its_own_structure_also_where_the_patients_name_has_no_glyph(clinical_outcome):
    """What the fonts cannot show is one line more among the findings."""
    pack, structures = clinical_outcome.pack, bundled("cme-vessels-demo").manifest.structures
    names = [structure.id for structure in structures]
    outcome = replace(
        clinical_outcome,
        pack=replace(pack, manifest=replace(pack.manifest, structures=structures)),
        patient=replace(clinical_outcome.patient, name=UNKNOWN),
        findings=(
            Finding("vessel.not-found", "blocking", subject=names[0]),
            Finding("vessel.not-found", "note", subject=names[1]),
        ),
    )
    lines = section_of(build_content(outcome, Language("en")), Gates).lines
    told = [("blocking", names[0]), ("warning", ""), ("note", names[1])]
    assert [(line.severity, line.structure) for line in lines] == told
