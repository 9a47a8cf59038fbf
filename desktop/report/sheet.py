"""Pages with the same head and foot: who the patient is, what the pack is, and that it is for research only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.report.canvas import ALARM, GREY, INK, LINE, PALE, WHITE, Canvas, Style
from desktop.report.content import Content
from resources.paper.canvas import CENTRE, RIGHT
from resources.paper.pages import PAPERS, Pages

MARGIN, FOOT, HEAD = 14.0, 13.0, 17.0
DENSEST = 3
SMALL = Style(7.2, colour=GREY)
NORMAL = Style(8.6)
HEADING = Style(9.6, bold=True)


class Sheet(Pages):
    """The page being drawn and how far down it is.

    Attributes
    ----------
    density
        How densely a page is drawn so that it holds all it should, 0 the roomiest.
    """

    canvas: Canvas

    def __init__(
        self, canvas: Canvas, content: Content, new_page: Callable[[], object], total: int, density: int = 0
    ) -> None:
        size = PAPERS[content.paper]
        super().__init__(canvas, size, (MARGIN, HEAD + 1.5, FOOT + 2), new_page, total)
        self.content, self.density = content, density

    def head_and_foot(self) -> None:
        """Draw who the patient is, what the pack is, and that it is for research only."""
        self._head()
        self._foot()

    def heading_height(self, text: str, style: Style = HEADING) -> float:
        """What a section heading takes."""
        return self.canvas.text_height(text, self.width, style) + 0.29 * style.size

    def heading(self, text: str, room: float = 14.0, style: Style = HEADING) -> None:
        """A section heading, kept together with what follows."""
        self.need(room)
        self.y = self.canvas.text(self.left, self.y + 0.12 * style.size, self.width, text, style) + 0.05 * style.size
        self.canvas.rule(self.left, self.y, self.left + self.width, self.y, LINE)
        self.y += 0.12 * style.size

    def _head(self) -> None:
        canvas, content = self.canvas, self.content
        canvas.box(0, 0, self.size[0], 7.2, INK)
        canvas.text(MARGIN, 1.3, self.width, content.research_use, Style(9.2, True, WHITE, CENTRE))
        canvas.fitted(MARGIN, 9, self.width * 0.72, content.title, Style(11.5, True))
        status = Style(8, True, GREY if content.signed else ALARM, RIGHT)
        left, width = MARGIN + self.width * 0.6, self.width * 0.4
        below = canvas.text(left, 7.8 if content.status_note else 9.8, width, content.status, status)
        canvas.text(left, below, width, content.status_note, Style(6.4, colour=GREY, align=RIGHT))
        canvas.rule(MARGIN, HEAD - 1.2, MARGIN + self.width, HEAD - 1.2, INK, 0.35)

    def _foot(self) -> None:
        canvas, content = self.canvas, self.content
        y = self.size[1] - FOOT
        canvas.rule(MARGIN, y, MARGIN + self.width, y, LINE)
        name, *rest = (value for _, value in content.patient[:3])
        canvas.named(MARGIN, y + 1, self.width * 0.75, name, tuple(rest), Style(7.6, True))
        page = content.language.text("report.page", number=self.number, pages=self.total)
        canvas.text(MARGIN + self.width * 0.75, y + 1, self.width * 0.25, page, Style(7.6, colour=GREY, align=RIGHT))
        canvas.fitted(
            MARGIN, y + 4.8, self.width, f"{content.footer} · {content.research_use}", Style(6.4, colour=GREY)
        )


@dataclass(frozen=True, slots=True)
class Fit:
    """How a part of the report is drawn: its density, and the pages that it takes."""

    density: int
    pages: int


def fit(content: Content, canvas: Canvas, part: Callable[[Sheet], None]) -> Fit:
    """The roomiest density at which a part goes on one page, or the densest; it is tried out on a canvas of nothing."""
    for density in range(DENSEST + 1):
        trial = Sheet(canvas, content, lambda: None, 0, density)
        part(trial)
        if trial.number == 1:
            break
    return Fit(density, trial.number)


def key_values(sheet: Sheet, rows: tuple[tuple[str, str], ...], label_width: float, style: Style = NORMAL) -> None:
    """Rows of label and wrapped value."""
    grey, gap = Style(style.size, colour=GREY), 0.5 if sheet.density < DENSEST else 0.2
    for label, value in rows:
        sheet.labelled(label, value, label_width, (grey, style), gap)


def paired_key_values(sheet: Sheet, rows: tuple[tuple[str, str], ...], label_width: float, style: Style) -> None:
    """Rows of label and value in two columns; what is too long for half the width stands alone below."""
    canvas, half = sheet.canvas, sheet.width / 2
    grey = Style(style.size, colour=GREY)

    def is_short(row: tuple[str, str]) -> bool:
        room = half - label_width - 2
        return canvas.text_width(row[0], grey) < label_width - 1 and canvas.text_width(row[1], style) < room

    short = [row for row in rows if is_short(row)]
    for start in range(0, len(short), 2):
        height = canvas.text_height(short[start][1], half, style)
        sheet.need(height)
        for n, (label, value) in enumerate(short[start : start + 2]):
            x = sheet.left + n * half
            canvas.text(x, sheet.y, label_width, label, grey)
            canvas.text(x + label_width, sheet.y, half - label_width, value, style)
        sheet.y += height + 0.3
    key_values(sheet, tuple(row for row in rows if not is_short(row)), label_width, style)


def table(sheet: Sheet, head: tuple[str, ...], rows: list[tuple[str, ...]], widths: tuple[float, ...]) -> None:
    """A plain table; widths are shares of the page width."""
    canvas = sheet.canvas
    total = sum(widths)
    columns = [w / total * sheet.width for w in widths]
    for n, row in enumerate([head, *rows]):
        style = Style(7.2, bold=n == 0, colour=GREY if n == 0 else INK)
        height = max(canvas.text_height(cell, w - 1.5, style) for cell, w in zip(row, columns))
        sheet.need(height + 1.2)
        if n % 2 == 0 and n:
            canvas.box(sheet.left, sheet.y, sheet.width, height + 1.0, PALE)
        x = sheet.left
        for cell, width in zip(row, columns):
            canvas.text(x + 0.8, sheet.y + 0.4, width - 1.5, cell, style)
            x += width
        sheet.y += height + 1.0
