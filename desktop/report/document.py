"""A report on paper: the same pages as PDF, as PNG and on a printer."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPainter

from desktop.files import write_whole
from desktop.leftovers import noted
from desktop.record import record_of
from desktop.report.canvas import Canvas
from desktop.report.content import Content
from desktop.report.fonts import ensure_gui
from desktop.report.pages import draw_back, draw_front
from desktop.report.record import outcome_of
from desktop.report.sheet import Fit, Sheet, fit
from inference.errors import InputError
from inference.outcome import Outcome
from inference.reading import parse_json, read_text
from resources.paper.pages import DOTS_PER_INCH, DOTS_PER_MM, PAPERS, painter_on_nothing, pdf

PNG_DOTS_PER_INCH = 150
RECORD_PARTS = frozenset({"kind", "pack", "patient", "answers"})
"""What every record has, and no other file of the program."""
LONGEST_IN_A_NAME = 48
"""Characters of a number; a file's name may have 255 bytes, and a character up to four."""


PARTS = (draw_front, draw_back)


def plan(content: Content) -> tuple[Fit, ...]:
    """How densely each part of the report is drawn and how many pages it takes; they are drawn once into nothing."""
    ensure_gui()
    with painter_on_nothing() as painter:
        canvas = _canvas(painter, content)
        return tuple(fit(content, canvas, part) for part in PARTS)


def _draw(content: Content, painter: QPainter, new_page: Callable[[], object], fits: tuple[Fit, ...]) -> None:
    pages = sum(found.pages for found in fits)
    sheet = Sheet(_canvas(painter, content), content, new_page, pages)
    for part, found in zip(PARTS, fits, strict=True):
        sheet.density = found.density
        part(sheet)


def _canvas(painter: QPainter, content: Content) -> Canvas:
    return Canvas(painter, DOTS_PER_MM, content.language.code)


def write_pdf(content: Content, path: Path) -> None:
    """Write the report as PDF/A-1b with embedded fonts.

    Raises
    ------
    InputError
        ``file.unwritable`` when the file cannot be written.
    """
    fits = plan(content)
    title = f"{content.title} - {content.patient[1][1]}"
    data = pdf(title, PAPERS[content.paper], lambda painter, new: _draw(content, painter, new, fits), archival=True)
    _write(path, data)


def draw_pages(content: Content) -> list[QImage]:
    """Each page as a picture of 300 dots per inch."""
    fits = plan(content)
    sheets: list[QImage] = [_blank(content.paper)]
    painter = QPainter(sheets[0])

    def new_page() -> None:
        painter.end()
        sheets.append(_blank(content.paper))
        painter.begin(sheets[-1])
        _canvas(painter, content)

    _draw(content, painter, new_page, fits)
    painter.end()
    return sheets


def write_pages(content: Content, folder: Path, stem: str) -> list[Path]:
    """Write each page as a PNG of 150 dots per inch; returns the files."""
    files = []
    for n, image in enumerate(draw_pages(content), start=1):
        width = round(image.width() * PNG_DOTS_PER_INCH / DOTS_PER_INCH)
        small = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        small.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide6 asks for bytes and takes text
        path = folder / f"{stem}-{n}.png"
        _write(path, bytes(buffer.data().data()))
        files.append(path)
    return files


def print_pages(content: Content, printer: QPagedPaintDevice) -> None:
    """Print the report; where a printer leaves margins white, its pages are made a little smaller and lose nothing.

    Raises
    ------
    InputError
        ``print.failed`` when the printer does not take the pages.
    """
    fits = plan(content)
    painter = QPainter()
    if not painter.begin(printer):
        raise InputError("print.failed")
    try:
        width, height = (side * DOTS_PER_MM for side in PAPERS[content.paper])
        room = printer.pageLayout().paintRectPixels(printer.logicalDpiX())
        scale = min(room.width() / width, room.height() / height)
        painter.translate((room.width() - width * scale) / 2, (room.height() - height * scale) / 2)
        painter.scale(scale, scale)
        taken: list[bool] = []
        _draw(content, painter, lambda: taken.append(printer.newPage()), fits)
    finally:
        painter.end()
    if not all(taken):
        raise InputError("print.failed")


def file_stem(outcome: Outcome) -> str:
    """A name for the files of a report: of one patient, one examination and one version."""
    series = outcome.series[0] if outcome.series else None
    day = series.study_date if series and series.study_date else outcome.created[:10].replace("-", "")
    version = f"-v{outcome.version}" if outcome.version > 1 else ""
    parts = "-".join(part for part in (_short(outcome.patient.id), day) if part)
    return re.sub(r"[^\w.-]+", "_", f"report-{parts}{version}").strip("._")


def _short(number: str) -> str:
    """A number that goes into a file's name; of a longer one the beginning, and what tells it from others like it."""
    if len(number) <= LONGEST_IN_A_NAME:
        return number
    return f"{number[: LONGEST_IN_A_NAME - 9]}-{hashlib.sha256(number.encode()).hexdigest()[:8]}"


def write_json(outcome: Outcome, path: Path) -> None:
    """Write the outcome, from which the same report can be printed again."""
    _write(path, record_of(outcome).encode())


def read_outcome(path: Path) -> Outcome:
    """Read an outcome back.

    Raises
    ------
    InputError
        ``record.damaged`` when its parts do not fit each other; see :func:`desktop.report.record.check_record`.
    """
    return read_record(path)[0]


def read_record(path: Path) -> tuple[Outcome, bytes]:
    """Read an outcome back, with the file's content: its digest is what the audit log knows.

    Raises
    ------
    InputError
        As of :func:`read_outcome`; ``record.not-one`` for a file of another kind; ``file.not-found`` and the like.
    """
    try:
        text = read_text(path)
        data = parse_json(text, str(path))
    except InputError as error:
        if error.code in ("file.not-found", "file.unreadable"):
            raise
        raise InputError("record.not-one", path=str(path)) from error
    if not isinstance(data, dict) or not data.keys() >= RECORD_PARTS:
        raise InputError("record.not-one", path=str(path))
    return outcome_of(data, str(path)), text.encode()


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, for the user's eyes only; a folder that is not there is not made."""
    if not path.parent.is_dir():
        raise InputError("file.unwritable", path=str(path))
    with noted(path.parent):
        write_whole(path, data)


def _blank(paper: str) -> QImage:
    width, height = (round(v * DOTS_PER_MM) for v in PAPERS[paper])
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(DOTS_PER_MM * 1000))
    image.setDotsPerMeterY(round(DOTS_PER_MM * 1000))
    image.fill(Qt.GlobalColor.white)
    return image
