"""The report as PDF, drawn with Qt: vector figures, embedded fonts, the headline on every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QPainter

from resources.paper.fonts import FontMissing, ensure_gui
from resources.paper.pages import painter_on_nothing, pdf
from training.evaluation.document import Block, Document, Paragraph, Picture
from training.evaluation.sheet import NOTE_POINTS, SIZE, Sheet
from training.evaluation.style import QUIET, without_font
from training.workspace import write_bytes


def write_pdf(documents: Sequence[Document], path: Path) -> None:
    """Write the report; several languages follow each other, each from a new page on.

    Raises
    ------
    BadInput
        When the fonts have not been made or the file cannot be written.
    """
    try:
        ensure_gui("precontrast-train")
    except FontMissing as error:
        raise without_font(error) from error
    with painter_on_nothing() as painter:
        pages = _draw(documents, painter, lambda: None, 0)
    title = f"{documents[0].title} - {documents[0].subtitle}"
    write_bytes(path, pdf(title, SIZE, lambda painter, new: _draw(documents, painter, new, pages), archival=False))


def _draw(documents: Sequence[Document], painter: QPainter, new_page: Callable[[], object], pages: int) -> int:
    """Draw everything; returns the number of pages."""
    first, *others = documents
    sheet = Sheet(painter, new_page, first.headline, _footer(first), pages)
    for document in documents:
        if document in others:
            sheet.footer = _footer(document)
            sheet.start_page()
        sheet.text(document.title, 17, bold=True)
        sheet.text(document.subtitle, 11, colour=QUIET)
        sheet.y += 3
        sheet.facts(document.facts)
        for section in document.sections:
            sheet.heading(section.title, sheet.least_of(section.blocks[0]))
            for block in section.blocks:
                _set(sheet, block)
    return sheet.number


def _footer(document: Document) -> str:
    return f"{document.title} – {document.subtitle}"


def _set(sheet: Sheet, block: Block) -> None:
    if isinstance(block, Paragraph):
        if block.note:
            sheet.text(block.text, NOTE_POINTS, colour=QUIET)
        else:
            sheet.text(block.text)
        sheet.y += 1.6
    elif isinstance(block, Picture):
        sheet.picture(block)
    else:
        sheet.table(block)
