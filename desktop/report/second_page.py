"""Sections of the second page: what the radiologist checks before signing."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence

from PySide6.QtGui import QImage

from desktop.report.canvas import GREY, INK, WHITE, Style
from desktop.report.first_page import SEVERITY_COLOURS, SEVERITY_SHAPES
from desktop.report.sections import Gates, Line, Measures, NomogramContent, Pictures, Provenance, Signs
from desktop.report.sheet import SMALL, Sheet, key_values, paired_key_values, table
from inference.results import Picture
from inference.text import joined
from resources.paper.canvas import CENTRE, LEFT, RIGHT

PICTURE_GAP = 3.0
MOST_PICTURES = 4
PICTURE_HEIGHT, SCALE_HEIGHT = (44.0, 42.0, 38.0, 28.0), (4.5, 4.1, 3.8, 3.7)
SMALL_PRINT = (Style(6.3), Style(5.9), Style(5.5), Style(5.3))
"""By density."""
FINE, FINE_HEADING = Style(6.9), Style(8.4, bold=True)


def pictures(sheet: Sheet, slices: Pictures) -> None:
    """Key slices in one row at one scale, patient's right on the left."""
    sheet.heading(sheet.content.language.text("report.pictures"), 20 + PICTURE_HEIGHT[sheet.density], FINE_HEADING)
    _legend(sheet, slices)
    shown = slices.pictures[:MOST_PICTURES]
    width = (sheet.width - PICTURE_GAP * (len(shown) - 1)) / len(shown)
    images = [QImage.fromData(base64.b64decode(picture.png)) for picture in shown]
    ratios = [p.pixel_mm[0] * i.height() / (p.pixel_mm[1] * i.width()) for p, i in zip(shown, images)]
    height = min(max(ratios) * width, PICTURE_HEIGHT[sheet.density])
    sheet.need(height + 9)
    for n, (picture, image, ratio) in enumerate(zip(shown, images, ratios)):
        own_width = min(width, height / ratio)
        left = sheet.left + n * (own_width + PICTURE_GAP)
        _one_picture(sheet, picture, image, slices.colours, left, own_width, own_width * ratio)
    sheet.y += height + 4.0


def _one_picture(
    sheet: Sheet, picture: Picture, image: QImage, colours: Mapping[str, str], x: float, width: float, height: float
) -> None:
    canvas = sheet.canvas
    canvas.picture(x, sheet.y, width, height, image)
    across, down = width / image.width(), height / image.height()
    for contour in picture.contours:
        polygons = [[(x + u * across, sheet.y + v * down) for u, v in polygon] for polygon in contour.polygons]
        canvas.outline(polygons, colours.get(contour.structure, "#ffffff"), 0.35)
    middle = sheet.y + height / 2 - 2
    for label, place, align in (("R", x + 0.8, LEFT), ("L", x + width - 4.8, RIGHT)):
        # A dark plate, or the letter is lost on bone.
        canvas.box(x if align == LEFT else x + width - 4, middle, 4, 4.2, INK)
        canvas.text(place, middle + 0.2, 4, label, Style(8, True, WHITE, align))
    window = {"width": f"{picture.window.width:g}", "level": f"{picture.window.level:g}"}
    caption = sheet.content.language.text(
        "report.caption", number=picture.slice_number, place=f"{picture.place_mm:.1f}", **window
    )
    canvas.fitted(x, sheet.y + height + 0.4, width, caption, SMALL)


def _legend(sheet: Sheet, slices: Pictures) -> None:
    """Colours of the structures, at the right end of the heading's line."""
    widths = {structure: 8 + sheet.canvas.text_width(slices.names[structure], SMALL) for structure in slices.colours}
    x, y = sheet.left + sheet.width - sum(widths.values()), sheet.y - 5.2
    for structure, colour in slices.colours.items():
        sheet.canvas.box(x, y + 0.7, 3, 2.2, colour)
        sheet.canvas.text(x + 4, y, 40, slices.names[structure], SMALL)
        x += widths[structure]


def measures(sheet: Sheet, found: Measures) -> None:
    """One row a vessel."""
    text = sheet.content.language.text
    sheet.heading(found.title, style=FINE_HEADING)
    figures = ("volume", "diameter", "range", "density", "flattening", "calcium", "certainty")
    head = (f"{found.structure[:1].upper()}{found.structure[1:]}", *(text(f"measure.{name}") for name in figures))
    rows = [(row.title, *row.cells, *[""] * (len(head) - 1 - len(row.cells))) for row in found.rows]
    table(sheet, head, rows, (3.2, 1.3, 1.6, 1.6, 1.7, 1.4, 1.5, 1.4))
    sheet.y = sheet.canvas.text(sheet.left, sheet.y + 0.4, sheet.width, found.note, SMALL) + 0.6
    if found.edited:
        note = text("report.edited-line", edits=found.edited)
        sheet.y = sheet.canvas.text(sheet.left, sheet.y, sheet.width, note, Style(SMALL.size, bold=True)) + 0.6


def signs(sheet: Sheet, told: Signs) -> None:
    """One row a sign; the column of the network only where there is one."""
    text = sheet.content.language.text
    sheet.heading(told.title, style=FINE_HEADING)
    both = any(row.network for row in told.rows)
    head = ("sign", "rule", *(("network",) if both else ()), "rests-on", "slice", "source")
    rows = [
        (
            row.title + (" ▲" if row.differ else ""),
            row.rule,
            *((row.network,) if both else ()),
            row.rests_on,
            "–" if row.slice_number is None else str(row.slice_number),
            row.source,
        )
        for row in told.rows
    ]
    widths = (2.4, 1.2, *((1.4,) if both else ()), 5.0, 0.7, 3.4)
    table(sheet, tuple(text(f"signs.{name}") for name in head), rows, widths)
    sheet.y = sheet.canvas.text(sheet.left, sheet.y + 0.4, sheet.width, told.note, SMALL) + 0.6


def gates(sheet: Sheet, told: Gates) -> None:
    """What was found wanting in two columns, then notes and what passed in a paragraph each."""
    sheet.heading(sheet.content.language.text("report.gates"), style=FINE_HEADING)
    wanting = [line for line in told.lines if line.severity in ("blocking", "warning")]
    _gate_columns(sheet, wanting)
    for severity in ("note", "pass"):
        together = sheet.content.language.joined(
            "list.separator", (line.text.rstrip(".。") for line in told.lines if line.severity == severity)
        )
        if together:
            height = sheet.canvas.text_height(together, sheet.width - 5, FINE)
            sheet.need(height)
            _gate(sheet, Line(severity, together), sheet.left, sheet.width)
            sheet.y += height + 0.5


def _gate_columns(sheet: Sheet, lines: list[Line]) -> None:
    """Each in the column that is shorter, in their order; the columns go on together on the next page."""
    half = sheet.width / 2
    filled = [sheet.y, sheet.y]
    for line in lines:
        height = sheet.canvas.text_height(line.text, half - 8, FINE)
        column = filled.index(min(filled))
        if filled[column] + height > sheet.bottom:
            sheet.start_page()
            filled, column = [sheet.y, sheet.y], 0
        sheet.y = filled[column]
        _gate(sheet, line, sheet.left + column * half, half - 3)
        filled[column] += height + 0.4
    sheet.y = max(filled)


def _gate(sheet: Sheet, line: Line, x: float, width: float) -> None:
    colour = SEVERITY_COLOURS[line.severity]
    sheet.canvas.shape(SEVERITY_SHAPES[line.severity], x + 0.4, sheet.y + 0.5, 2.2, colour)
    sheet.canvas.text(x + 4.4, sheet.y, width - 5, line.text, FINE)


def nomogram(sheet: Sheet, chart: NomogramContent) -> None:
    """Scales of points, the patient's own place on each, and the total."""
    canvas, text = sheet.canvas, sheet.content.language.text
    sheet.heading(text("report.nomogram"), 12 + SCALE_HEIGHT[sheet.density] * (len(chart.rows) + 3), FINE_HEADING)
    left, width = sheet.left + 36, sheet.width - 40
    _scale(sheet, text("nomogram.points"), [(p, f"{p:.0f}") for p in range(0, 101, 20)], 100, left, width, None)
    for label, marks, points, own in chart.rows:
        _scale(sheet, label, list(zip(points, marks)), 100, left, width, own)
    totals = [(chart.most_points * n / 5, f"{chart.most_points * n / 5:.0f}") for n in range(6)]
    _scale(sheet, text("nomogram.total"), totals, chart.most_points, left, width, chart.total)
    _scale(sheet, text("nomogram.ratio"), list(chart.total_marks), chart.most_points, left, width, chart.total)
    sheet.y += 0.8
    if chart.total is None:
        sheet.y = canvas.text(sheet.left, sheet.y, sheet.width, text("nomogram.incomplete"), SMALL) + 0.5


def _scale(
    sheet: Sheet,
    label: str,
    marks: Sequence[tuple[float, str]],
    most: float,
    left: float,
    width: float,
    own: float | None,
) -> None:
    canvas = sheet.canvas
    sheet.need(SCALE_HEIGHT[sheet.density] + 0.6)
    y = sheet.y + 3.4
    canvas.fitted(sheet.left, sheet.y + 1.6, 34, label, FINE)
    low, high = min(p for p, _ in marks), max(p for p, _ in marks)
    canvas.rule(left + low / most * width, y, left + high / most * width, y, INK, 0.25)
    taken: list[tuple[float, float]] = []
    # The patient's own mark is named first, the others where there is room beside it.
    for points, text in sorted(marks, key=lambda mark: (mark[0] != own, mark[0])):
        x = left + points / most * width
        canvas.rule(x, y - 0.8, x, y, INK, 0.2)
        half = canvas.text_width(text, Style(6.2)) / 2 + 0.6
        if all(x - half > end or x + half < start for start, end in taken):
            canvas.text(x - 20, y - 3.7, 40, text, Style(6.2, colour=GREY, align=CENTRE))
            taken.append((x - half, x + half))
    if own is not None:
        canvas.shape("diamond", left + own / most * width - 1, y - 1, 2, "#0b5cad")
    sheet.y += SCALE_HEIGHT[sheet.density]


def provenance(sheet: Sheet, behind: Provenance) -> None:
    """What the result rests on, figures of validation, and in small print limits, sources and licence."""
    language = sheet.content.language
    text = language.text
    sheet.heading(text("report.provenance"), style=FINE_HEADING)
    paired_key_values(sheet, behind.rows, 30, FINE)
    if behind.figures:
        figures = language.joined("list.separator", (joined(" ", figure) for figure in behind.figures))
        key_values(sheet, ((text("report.figures"), figures),), 30, FINE)
    sheet.y += 1.2
    small_print = (
        (text("report.limits"), joined(" ", behind.limits)),
        (text("report.sources"), language.joined("list.separator", behind.sources)),
        (text("report.licence"), behind.licence),
    )
    key_values(sheet, tuple(row for row in small_print if row[1]), 16, SMALL_PRINT[sheet.density])
