"""The second page: what the radiologist checks before signing."""

from __future__ import annotations

import base64

from PySide6.QtGui import QImage

from desktop.report.canvas import CENTRE, GREY, INK, RIGHT, Style
from desktop.report.content import NomogramContent
from desktop.report.first_page import SEVERITY_COLOURS, SEVERITY_SHAPES
from desktop.report.sheet import SMALL, Sheet, key_values, table
from inference.results import Picture

PICTURE_GAP = 3.0
MOST_PICTURES = 4


def draw_second_page(sheet: Sheet) -> None:
    """Pictures, measures, gates, nomogram, provenance, limits, sources."""
    content, text = sheet.content, sheet.content.language.text
    sheet.start_page()
    if content.pictures:
        sheet.heading(text("report.pictures"), 60)
        pictures(sheet, content.pictures[:MOST_PICTURES])
    if content.measures:
        sheet.heading(text("report.measures"))
        measures(sheet)
    if content.gates:
        sheet.heading(text("report.gates"))
        gates(sheet)
    chart = content.nomogram or (content.fallback.nomogram if content.fallback else None)
    if chart is not None:
        sheet.heading(text("report.nomogram"), 45)
        nomogram(sheet, chart)
    sheet.heading(text("report.provenance"))
    key_values(sheet, content.provenance, 34, Style(7.4))
    if content.figures:
        sheet.heading(text("report.figures"))
        key_values(sheet, content.figures, sheet.width * 0.62, Style(7.4))
    sheet.heading(text("report.limits"))
    paragraphs(sheet, content.limits)
    sheet.heading(text("report.sources"))
    paragraphs(sheet, content.sources)


def paragraphs(sheet: Sheet, lines: tuple[str, ...]) -> None:
    """Small print, one bullet a line."""
    style = Style(7.0, colour=INK)
    for line in lines:
        height = sheet.canvas.text_height(line, sheet.width - 4, style)
        sheet.need(height)
        sheet.canvas.circle(sheet.left + 1.2, sheet.y + 1.5, 0.45, GREY)
        sheet.canvas.text(sheet.left + 4, sheet.y, sheet.width - 4, line, style)
        sheet.y += height + 0.3


def pictures(sheet: Sheet, shown: tuple[Picture, ...]) -> None:
    """Key slices side by side at one scale, patient's right on the left."""
    columns = 2 if len(shown) > 1 else 1
    width = (sheet.width - PICTURE_GAP * (columns - 1)) / columns
    images = [QImage.fromData(base64.b64decode(picture.png)) for picture in shown]
    for start in range(0, len(shown), columns):
        row = list(zip(shown, images))[start : start + columns]
        ratios = [p.pixel_mm[0] * i.height() / (p.pixel_mm[1] * i.width()) for p, i in row]
        height = min(max(ratios) * width, 52.0)
        sheet.need(height + 5)
        for n, ((picture, image), ratio) in enumerate(zip(row, ratios)):
            own_width = min(width, height / ratio)
            x = sheet.left + n * (width + PICTURE_GAP)
            _one_picture(sheet, picture, image, x, own_width, own_width * ratio)
        sheet.y += height + 4.6
    _legend(sheet)


def _one_picture(sheet: Sheet, picture: Picture, image: QImage, x: float, width: float, height: float) -> None:
    canvas, content = sheet.canvas, sheet.content
    canvas.picture(x, sheet.y, width, height, image)
    across, down = width / image.width(), height / image.height()
    for contour in picture.contours:
        polygons = [[(x + u * across, sheet.y + v * down) for u, v in polygon] for polygon in contour.polygons]
        canvas.outline(polygons, content.structure_colours.get(contour.structure, "#ffffff"), 0.35)
    mark = Style(8, True, "#ffffff")
    canvas.text(x + 1, sheet.y + height / 2 - 2, 5, "R", mark)
    canvas.text(x + width - 5, sheet.y + height / 2 - 2, 4, "L", Style(8, True, "#ffffff", RIGHT))
    caption = content.language.text("report.caption", number=picture.slice_number, place=f"{picture.place_mm:.1f}")
    canvas.fitted(x, sheet.y + height + 0.4, width, caption, SMALL)


def _legend(sheet: Sheet) -> None:
    x = sheet.left
    for structure, colour in sheet.content.structure_colours.items():
        label = sheet.content.structure_short[structure]
        sheet.canvas.box(x, sheet.y + 0.7, 3, 2.2, colour)
        sheet.canvas.text(x + 4, sheet.y, 40, label, SMALL)
        x += 10 + sheet.canvas.text_width(label, SMALL)
    sheet.y += 4.2


def measures(sheet: Sheet) -> None:
    """One row a vessel."""
    text = sheet.content.language.text
    head = tuple(
        text(f"measure.{name}")
        for name in ("structure", "volume", "diameter", "range", "density", "flattening", "calcium", "certainty")
    )
    rows = [(row.title, *row.cells, *[""] * (len(head) - 1 - len(row.cells))) for row in sheet.content.measures]
    table(sheet, head, rows, (3.4, 1.3, 1.3, 1.6, 1.8, 1.4, 1.5, 1.5))
    sheet.y = sheet.canvas.text(sheet.left, sheet.y + 0.4, sheet.width, text("measure.note"), SMALL) + 0.6


def gates(sheet: Sheet) -> None:
    """All findings in two columns."""
    canvas = sheet.canvas
    style = Style(7.4)
    width = sheet.width / 2 - 3
    rows = sheet.content.gates
    for start in range(0, len(rows), 2):
        pair = rows[start : start + 2]
        height = max(canvas.text_height(line.text, width - 5, style) for line in pair)
        sheet.need(height)
        for n, line in enumerate(pair):
            x = sheet.left + n * (sheet.width / 2)
            canvas.shape(SEVERITY_SHAPES[line.severity], x + 0.4, sheet.y + 0.5, 2.2, SEVERITY_COLOURS[line.severity])
            canvas.text(x + 4.4, sheet.y, width - 5, line.text, style)
        sheet.y += height + 0.5


def nomogram(sheet: Sheet, chart: NomogramContent) -> None:
    """Scales of points, the patient's own place on each, and the total."""
    canvas, text = sheet.canvas, sheet.content.language.text
    left, width = sheet.left + 36, sheet.width - 40
    _scale(sheet, text("nomogram.points"), [(p, f"{p:.0f}") for p in range(0, 101, 20)], 100, left, width, None)
    for label, marks, points, own in chart.rows:
        _scale(sheet, label, list(zip(points, marks)), 100, left, width, own)
    totals = [(chart.most_points * n / 5, f"{chart.most_points * n / 5:.0f}") for n in range(6)]
    _scale(sheet, text("nomogram.total"), totals, chart.most_points, left, width, chart.total)
    _scale(sheet, text("nomogram.ratio"), list(chart.total_marks), chart.most_points, left, width, chart.total)
    if chart.total is None:
        sheet.y = canvas.text(sheet.left, sheet.y, sheet.width, text("nomogram.incomplete"), SMALL) + 0.5


def _scale(sheet: Sheet, label: str, marks, most: float, left: float, width: float, own: float | None) -> None:
    canvas = sheet.canvas
    sheet.need(6.4)
    y = sheet.y + 3.6
    canvas.fitted(sheet.left, sheet.y + 1.6, 34, label, Style(7.4))
    low, high = min(p for p, _ in marks), max(p for p, _ in marks)
    canvas.rule(left + low / most * width, y, left + high / most * width, y, INK, 0.25)
    last_end = -1e9
    for points, text in sorted(marks):
        x = left + points / most * width
        canvas.rule(x, y - 0.8, x, y, INK, 0.2)
        half = canvas.text_width(text, Style(6.2)) / 2
        if x - half > last_end:
            canvas.text(x - 20, y - 3.9, 40, text, Style(6.2, colour=GREY, align=CENTRE))
            last_end = x + half + 0.6
    if own is not None:
        canvas.shape("diamond", left + own / most * width - 1, y - 1, 2, "#0b5cad")
    sheet.y += 5.4
