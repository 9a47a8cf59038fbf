"""Pages one behind the other, filled from the top, each with a head and a foot; and the PDF of them."""

from __future__ import annotations

import contextlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from resources.paper.canvas import Canvas, TextStyle

PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
"""Width and height, mm."""
DOTS_PER_INCH = 300
"""Layout is done at this resolution on every device, so that line breaks never differ."""
DOTS_PER_MM = DOTS_PER_INCH / 25.4


class Pages(ABC):
    """The page being filled, and how far down it is; lengths are millimetres.

    Parameters
    ----------
    new_page
        Makes the device go on to its next page.
    total
        How many pages there will be; 0 while they are counted.
    margins
        Left and right, above and below what is set; the head and the foot stand in the last two.
    """

    def __init__(
        self,
        canvas: Canvas,
        size: tuple[float, float],
        margins: tuple[float, float, float],
        new_page: Callable[[], object],
        total: int,
    ) -> None:
        self.canvas, self.size, self.new_page, self.total = canvas, size, new_page, total
        self.left, self.top, below = margins
        self.width, self.bottom = size[0] - 2 * self.left, size[1] - below
        self.number, self.y = 0, self.top

    @abstractmethod
    def head_and_foot(self) -> None:
        """Draw what stands on every page."""

    def start_page(self) -> None:
        """Begin a page and draw its head and foot."""
        if self.number:
            self.new_page()
        self.number += 1
        self.head_and_foot()
        self.y = self.top

    def need(self, height: float) -> None:
        """Begin a new page when less than this is left; what is higher than a page does not leave one empty."""
        if self.y + height > self.bottom and self.y > self.top:
            self.start_page()

    def labelled(self, label: str, value: str, room: float, styles: tuple[TextStyle, TextStyle], gap: float) -> None:
        """Set a label in so much room and beside it its value, and leave a gap below."""
        canvas, rest = self.canvas, self.width - room
        height = max(canvas.text_height(value, rest, styles[1]), canvas.text_height(label, room - 2, styles[0]))
        self.need(height)
        canvas.text(self.left, self.y, room - 2, label, styles[0])
        canvas.text(self.left + room, self.y, rest, value, styles[1])
        self.y += height + gap


@contextlib.contextmanager
def painter_on_nothing() -> Iterator[QPainter]:
    """A painter to count pages with before they are drawn."""
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        yield painter
    finally:
        painter.end()


def pdf(
    title: str, size: tuple[float, float], draw: Callable[[QPainter, Callable[[], object]], object], archival: bool
) -> bytes:
    """A PDF, PDF/A-1b if archival, with embedded fonts; in memory, since Qt does not say when a disk is full.

    Parameters
    ----------
    draw
        Draws everything, with the painter and what goes on to the next page.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    if archival:
        writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_A1b)
    writer.setResolution(DOTS_PER_INCH)
    page = QPageSize(QSizeF(*size), QPageSize.Unit.Millimeter)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setTitle(title)
    writer.setCreator("Precontrast")
    painter = QPainter(writer)
    try:
        draw(painter, writer.newPage)
    finally:
        painter.end()
    return bytes(buffer.data().data())
