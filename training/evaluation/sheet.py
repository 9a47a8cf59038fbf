"""Paper: text, tables and figures set one below the other on A4, the headline and the page number on every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from resources.paper.canvas import CENTRE, LEFT, RIGHT, Canvas, TextStyle
from resources.paper.fonts import FAMILY
from resources.paper.pages import DOTS_PER_MM, PAPERS, Pages
from training.evaluation.document import Block, Paragraph, Picture, Table
from training.evaluation.style import FAMILIES, INK, QUIET

SIZE = PAPERS["A4"]
SIDE_MM, TOP_MM, BOTTOM_MM = 20.0, 24.0, 18.0
TEXT_MM = SIZE[0] - 2 * SIDE_MM
SHORT_MM = 110.0
ALARM = "#b3261e"
CELL_GAP_MM, ROW_GAP_MM, INDENT_MM = 1.8, 0.8, 3.0
TABLE_POINTS, NOTE_POINTS, TITLE_POINTS, TEXT_POINTS = 7.0, 7.0, 8.2, 9.2


class Sheet(Pages):
    """Text, tables and figures one below the other; lengths are millimetres.

    Parameters
    ----------
    painter
        Open on a device of 300 dots per inch.
    new_page
        Makes the device go on to its next page.
    headline
        On every page.
    footer
        At the foot of every page; may be changed on the way.
    total
        How many pages there will be; 0 while they are counted.
    """

    def __init__(
        self, painter: QPainter, new_page: Callable[[], object], headline: Sequence[str], footer: str, total: int
    ) -> None:
        canvas = Canvas(painter, DOTS_PER_MM, [FAMILY])
        super().__init__(canvas, SIZE, (SIDE_MM, TOP_MM, BOTTOM_MM), new_page, total)
        self._headline, self.footer = "    ".join(headline), footer
        self.start_page()

    def head_and_foot(self) -> None:
        """Draw what the report must not be used for, and what page of which report it is."""
        self._put(self._headline, SIDE_MM, 9.5, TEXT_MM, 8.0, bold=True, colour=ALARM, align=CENTRE)
        self.line(16.5, ALARM, 0.4)
        bottom = SIZE[1] - 12.0
        self._put(self.footer, SIDE_MM, bottom, TEXT_MM - 20, 6.8, colour=QUIET)
        number = f"{self.number} / {self.total}" if self.total else str(self.number)
        self._put(number, SIDE_MM, bottom, TEXT_MM, 6.8, colour=QUIET, align=RIGHT)

    @property
    def left_mm(self) -> float:
        """Height left on this page."""
        return self.bottom - self.y

    def space(self, height: float) -> None:
        """Leave some room, except at the top of a page."""
        if self.y > TOP_MM:
            self.y += height

    def text(self, text: str, points: float = TEXT_POINTS, bold: bool = False, colour: str = INK) -> None:
        """Set a paragraph over the whole width."""
        height = self.height_of(text, TEXT_MM, points, bold)
        self.need(height)
        self._put(text, SIDE_MM, self.y, TEXT_MM, points, bold, colour)
        self.y += height

    def heading(self, text: str, keep_mm: float) -> None:
        """Set the heading of a section, together with what follows."""
        self.space(6.0)
        self.need(9.0 + keep_mm)
        self.text(text, 12.5, bold=True)
        self.y += 1.8

    def facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Set names and values in two columns."""
        column = max(self.width_of(name, TABLE_POINTS) for name, _ in facts) + 4
        styles = _style(TABLE_POINTS, colour=QUIET), _style(TABLE_POINTS)
        for name, value in facts:
            self.labelled(name, value, column, styles, 0.7)

    def picture(self, picture: Picture) -> None:
        """Set a figure with its caption."""
        self.space(3.0)
        self.need(self.least_of(picture))
        height = picture.height_mm * TEXT_MM / picture.width_mm
        self._draw_svg(picture.svg, self.canvas.rect(SIDE_MM, self.y, TEXT_MM, height))
        self.y += height + 1.2
        self.text(picture.caption, NOTE_POINTS, colour=QUIET)
        self.y += 1.5

    def _draw_svg(self, path: Path, place: QRectF) -> None:
        # Qt takes a list of families for one name.
        text = path.read_text(encoding="utf-8").replace(FAMILIES, f"'{FAMILY}'")
        renderer = QSvgRenderer(QByteArray(text.encode()))
        # What an SVG does not say of its text it takes from the painter, who wrote a bold heading last.
        self.canvas.painter.setFont(self.canvas.font(_style(NOTE_POINTS)))
        renderer.render(self.canvas.painter, place)

    def table(self, table: Table) -> None:
        """Set a table; on the next page its head stands again."""
        widths = self._widths(table)
        heights = [self._row_height(row, widths, n in table.groups) for n, row in enumerate(table.rows)]
        head = self._row_height(table.head, widths, False, bold=True)
        note = self._note_height(table)
        self.space(3.5)
        self.need(self.least_of(table))
        self.text(table.title, TITLE_POINTS, bold=True)
        self.y += 0.8
        self._head(table.head, widths, head)
        for n, (row, height) in enumerate(zip(table.rows, heights)):
            # A group's heading stays with its first row, and the last row with the note.
            last = n == len(heights) - 1
            kept = height + (note if last else heights[n + 1] if n in table.groups else 0.0)
            if kept > self.left_mm:
                self.line(self.y, INK, 0.25)
                self.start_page()
                self._head(table.head, widths, head)
            self._row(row, widths, n in table.strong or n in table.groups, n in table.groups)
            self.y += height
        self.line(self.y, INK, 0.35)
        self.y += 1.2
        if table.note:
            self.text(table.note, NOTE_POINTS, colour=QUIET)
        self.y += 1.5

    def least_of(self, block: Block) -> float:
        """Height that has to stand on one page: all of a figure or a short table, the first rows of a long one."""
        if isinstance(block, Paragraph):
            return self.height_of(block.text, TEXT_MM, NOTE_POINTS if block.note else TEXT_POINTS)
        if isinstance(block, Picture):
            caption = self.height_of(block.caption, TEXT_MM, NOTE_POINTS)
            return block.height_mm * TEXT_MM / block.width_mm + caption + 5.0
        widths = self._widths(block)
        heights = [self._row_height(row, widths, n in block.groups) for n, row in enumerate(block.rows)]
        top = self.height_of(block.title, TEXT_MM, TITLE_POINTS, bold=True) + 3.0
        top += self._row_height(block.head, widths, False, bold=True)
        whole = top + sum(heights) + self._note_height(block)
        return whole if whole < SHORT_MM else top + sum(heights[:3])

    def _note_height(self, table: Table) -> float:
        return self.height_of(table.note, TEXT_MM, NOTE_POINTS) + 1.5 if table.note else 0.0

    def _head(self, head: Sequence[str], widths: Sequence[float], height: float) -> None:
        self.line(self.y, INK, 0.35)
        self._row(head, widths, True, False)
        self.y += height
        self.line(self.y, INK, 0.2)

    def _row(self, row: Sequence[str], widths: Sequence[float], bold: bool, across: bool) -> None:
        x = SIDE_MM
        for cell, width in zip(row, widths):
            indent = INDENT_MM if cell.startswith(" ") else 0.0
            room = TEXT_MM if across else width - CELL_GAP_MM - indent
            self._put(cell.strip(), x + indent, self.y + ROW_GAP_MM, room, TABLE_POINTS, bold)
            if across:
                return
            x += width

    def _row_height(self, row: Sequence[str], widths: Sequence[float], across: bool, bold: bool = False) -> float:
        if across:
            return self.height_of(row[0], TEXT_MM, TABLE_POINTS, bold=True) + 2.0 * ROW_GAP_MM
        rooms = [w - CELL_GAP_MM - (INDENT_MM if c.startswith(" ") else 0.0) for c, w in zip(row, widths)]
        cells = [self.height_of(c.strip(), room, TABLE_POINTS, bold) for c, room in zip(row, rooms)]
        return max(cells) + 1.6 * ROW_GAP_MM

    def _widths(self, table: Table) -> list[float]:
        """Widths that sum to that of the text; the widest columns give way first."""
        if table.widths:
            return [TEXT_MM * share / sum(table.widths) for share in table.widths]
        rows = [row for n, row in enumerate(table.rows) if n not in table.groups]
        wanted = [self.width_of(cell, TABLE_POINTS, bold=True) for cell in table.head]
        # A long heading may be broken; a number may not.
        wanted = [min(width, 24.0) for width in wanted]
        for row in rows:
            cells = [max(self.width_of(line, TABLE_POINTS) for line in cell.split("\n")) for cell in row]
            cells[0] += INDENT_MM if row[0].startswith(" ") else 0.0
            wanted = [max(w, cell) for w, cell in zip(wanted, cells)]
        wanted = [w + CELL_GAP_MM + 0.3 for w in wanted]
        while sum(wanted) > TEXT_MM + 1e-6:
            widest = max(wanted)
            others = [w for w in wanted if w < widest - 1e-9]
            count = len(wanted) - len(others)
            room = (TEXT_MM - sum(others)) / count
            wanted = [max(room, max(others, default=0.0)) if w >= widest - 1e-9 else w for w in wanted]
        return [w * TEXT_MM / sum(wanted) for w in wanted]

    def line(self, y: float, colour: str, width: float) -> None:
        """Draw a line over the whole width, on whole dots so that all of a width look alike."""
        left, right, y = (round(at * DOTS_PER_MM) / DOTS_PER_MM for at in (SIDE_MM, SIDE_MM + TEXT_MM, y))
        self.canvas.rule(left, y, right, y, colour, width)

    def width_of(self, text: str, points: float, bold: bool = False) -> float:
        """Width of one line."""
        return self.canvas.text_width(text, _style(points, bold))

    def height_of(self, text: str, width: float, points: float, bold: bool = False) -> float:
        """Height of a text that is broken to this width."""
        return self.canvas.text_height(text, width, _style(points, bold))

    def _put(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        points: float,
        bold: bool = False,
        colour: str = INK,
        align: Qt.AlignmentFlag = LEFT,
    ) -> None:
        self.canvas.text(x, y, width, text, TextStyle(points, bold, colour, align))


def _style(points: float, bold: bool = False, colour: str = INK) -> TextStyle:
    return TextStyle(points, bold, colour)
