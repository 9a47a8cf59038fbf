"""The report as PDF, drawn with Qt: vector figures, embedded fonts, the headline on every page."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from training.evaluation.document import Block, Document, Paragraph, Picture
from training.evaluation.sheet import (
    DOTS_PER_MM,
    HEIGHT_MM,
    NOTE_POINTS,
    WIDTH_MM,
    Sheet,
)
from training.evaluation.style import FAMILY, QUIET, font_files
from training.workspace import write_bytes


def write_pdf(documents: Sequence[Document], path: Path) -> None:
    """Write the report; several languages follow each other, each from a new page on.

    Raises
    ------
    BadInput
        When the fonts have not been made or the file cannot be written.
    """
    application = _gui()
    pages = _count_pages(documents)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(round(DOTS_PER_MM * 25.4))
    size = QPageSize(QSizeF(WIDTH_MM, HEIGHT_MM), QPageSize.Unit.Millimeter)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setTitle(f"{documents[0].title} - {documents[0].subtitle}")
    writer.setCreator("Precontrast")
    painter = QPainter(writer)
    try:
        _draw(documents, painter, lambda: writer.newPage(), pages)
    finally:
        painter.end()
    write_bytes(path, buffer.data().data())
    del application


def _draw(documents: Sequence[Document], painter: QPainter, new_page: Callable[[], None], pages: int) -> int:
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


def _count_pages(documents: Sequence[Document]) -> int:
    """How many pages the report takes; they are drawn once into nothing."""
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    for setter in (image.setDotsPerMeterX, image.setDotsPerMeterY):
        setter(round(DOTS_PER_MM * 1000))
    painter = QPainter(image)
    try:
        return _draw(documents, painter, lambda: None, 0)
    finally:
        painter.end()


def _gui() -> QGuiApplication:
    """Qt with the report's fonts; without a screen it draws offscreen."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication(["precontrast-train"])
    files = font_files()
    if FAMILY not in QFontDatabase.families():
        for path in files:
            # Loaded from bytes: Qt's own file access has trouble with some non-ASCII paths.
            QFontDatabase.addApplicationFontFromData(path.read_bytes())
    return application
