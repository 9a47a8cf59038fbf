"""Sections of the first page: read in ten seconds by whoever acts on it."""

from __future__ import annotations

from collections.abc import Callable

from desktop.language import Language
from desktop.report.canvas import GREY, INK, LINE, PALE, WHITE, Style
from desktop.report.content import Banner, Frequency
from desktop.report.icons import draw_icons
from desktop.report.identity import tick_in
from desktop.report.sections import (
    Advice,
    Answers,
    Bar,
    Changes,
    Checklist,
    Edited,
    Factors,
    Line,
    Results,
    Signatures,
    Warnings,
)
from desktop.report.sheet import DENSEST, NORMAL, SMALL, Sheet
from desktop.report.wording import SCALES
from inference.text import joined
from resources.paper.canvas import CENTRE, RIGHT

RAISES, LOWERS = "#b3261e", "#0b5cad"
SEVERITY_COLOURS = {"blocking": "#b3261e", "warning": "#b26a00", "note": "#5f6b7a", "pass": "#1b6e4f"}
SEVERITY_SHAPES = {"blocking": "octagon", "warning": "triangle", "note": "circle", "pass": "circle"}
MOST_BARS = 9
MOST_WARNINGS, MOST_CHANGES = (7, 6, 4, 3), (4, 3, 2, 2)
"""By density; the gravest. All findings stand on the second page."""
SHORT_OF_ROOM = 2
"""The density from which on a page gives up looks for room."""
FIELD_WIDTH = 18.0
BANNER_LINE = Style(7.8, colour=GREY)
SIGNATURE_HEIGHT = 13.0
CHECKLIST_HEAD = 2.8
FIGURE_NOTE, NOTES_GAP = 15.5, 4.6
"""Where the interval stands under its figure, mm below the top of the banner at full scale, and the notes below it."""
ICONS_WIDTH, ICONS_HEIGHT = 40.0, 20.5


def banner(sheet: Sheet, banner: Banner, scale: float = 1.0) -> None:
    """Word, shape and colour of the result, the risk beside it."""
    canvas, left_width = sheet.canvas, sheet.width * 0.32
    height = (27.0 if banner.figure else 15.0) * scale
    # Where room is short, notes take the whole width below shape and figures.
    notes_left = sheet.width * 0.47 if sheet.density < SHORT_OF_ROOM else 6.0
    right = sheet.width * 0.99 - notes_left
    if not banner.figure:
        room = sheet.width - 12.0 * scale - 14
        lines = sum(canvas.text_height(line, room, NORMAL) + 0.3 for line in banner.lines)
        height = max(height, 1.8 + canvas.text_height(banner.word, room, Style(15 * scale, True)) + lines + 1.6)
    if banner.figure:
        lines = sum(canvas.text_height(line, left_width, BANNER_LINE) + 0.2 for line in banner.lines)
        notes = sum(canvas.text_height(note, right, BANNER_LINE) + 0.4 for note in banner.notes)
        height = max(height, 4.4 * scale + canvas.text_height(banner.word, left_width, Style(20 * scale)) + lines + 2)
        height = max(height, FIGURE_NOTE * scale + NOTES_GAP + notes + 2.2)
    sheet.need(height)
    top = sheet.y
    canvas.box(sheet.left, top, sheet.width, height, PALE)
    canvas.box(sheet.left, top, 2.2, height, banner.colour)
    size = (15.0 if banner.figure else 12.0) * scale
    beside = height if sheet.density < SHORT_OF_ROOM or not banner.figure else FIGURE_NOTE * scale + NOTES_GAP
    canvas.shape(banner.shape, sheet.left + 6, top + (beside - size) / 2, size, banner.colour)
    x = sheet.left + 8 + size + 3
    if not banner.figure:
        below = canvas.text(x, top + 1.8, sheet.width - size - 14, banner.word, Style(15 * scale, True, banner.colour))
        for line in banner.lines:
            below = canvas.text(x, below + 0.3, sheet.width - size - 14, line, NORMAL)
        sheet.y = max(top + height, below) + 2.4
        return
    below = canvas.text(x, top + 4.4 * scale, left_width, banner.word, Style(20 * scale, True, banner.colour))
    for line in banner.lines:
        below = canvas.text(x, below + 0.2, left_width, line, BANNER_LINE)
    x = sheet.left + sheet.width * 0.47
    width, lowest = sheet.width * 0.26, 0.0
    for title, figure, note in (
        (banner.figure_title, banner.figure, banner.figure_note),
        (banner.ratio_title, banner.ratio, banner.ratio_note),
    ):
        canvas.text(x, top + 3.2, width, title, SMALL)
        size_pt = 19 if len(figure) <= 9 else 9.5
        below = canvas.text(x, top + 7.0, width, figure, Style(size_pt * scale, True))
        lowest = max(lowest, below)
        canvas.text(x, max(below, top + FIGURE_NOTE * scale), width, note, Style(7.6, colour=GREY))
        x += width + 1
    below = max(top + FIGURE_NOTE * scale, lowest) + NOTES_GAP
    for note in banner.notes:
        below = canvas.text(sheet.left + notes_left, below, right, note, BANNER_LINE) + 0.4
    sheet.y = top + height + 2.4
    if banner.frequency is not None:
        frequency(sheet, banner.frequency, banner.colour)


def frequency(sheet: Sheet, counts: Frequency, colour: str) -> None:
    """So many of a thousand in words, and beside them as two arrays of squares where there is room."""
    canvas, text = sheet.canvas, sheet.content.language.text
    if sheet.density > 1:
        sheet.y = canvas.text(sheet.left, sheet.y, sheet.width, counts.text, Style(9, True)) + 1.4
        return
    sheet.need(ICONS_HEIGHT)
    top, width = sheet.y, sheet.width * 0.42
    below = canvas.text(sheet.left, top, width, counts.text, Style(10, True))
    canvas.text(sheet.left, below + 0.6, width, text("frequency.note"), SMALL)
    for n, (title, share) in enumerate(zip(counts.titles, counts.shares)):
        x = sheet.left + sheet.width * (0.47 + 0.27 * n)
        canvas.text(x, top - 0.6, 46, title, SMALL)
        draw_icons(canvas, x, top + 3.2, ICONS_WIDTH, share, colour if n == 0 else GREY)
    sheet.y = top + ICONS_HEIGHT


def edited(sheet: Sheet, hand: Edited) -> None:
    """That outlines were drawn by a hand and not by the model, with a mark that no finding has."""
    text = sheet.content.language.text("report.edited-line", edits=hand.text)
    height = sheet.canvas.text_height(text, sheet.width - 6, NORMAL)
    sheet.need(height)
    sheet.canvas.shape("square", sheet.left + 0.6, sheet.y + 0.6, 2.8, INK)
    sheet.canvas.text(sheet.left + 6, sheet.y, sheet.width - 6, text, Style(NORMAL.size, bold=True))
    sheet.y += height + 1.4


def warnings(sheet: Sheet, found: Warnings) -> None:
    """What stops the answer or needs a look."""
    sheet.heading(sheet.content.language.text("report.attention"))
    finding_rows(sheet, found.lines)


def finding_rows(sheet: Sheet, lines: tuple[Line, ...]) -> None:
    """One row a finding, the gravest first, as many as there is room for."""
    canvas, most = sheet.canvas, MOST_WARNINGS[sheet.density]
    for line in lines[:most]:
        height = canvas.text_height(line.text, sheet.width - 6, NORMAL)
        sheet.need(height)
        canvas.shape(
            SEVERITY_SHAPES[line.severity], sheet.left + 0.6, sheet.y + 0.6, 2.8, SEVERITY_COLOURS[line.severity]
        )
        canvas.text(sheet.left + 6, sheet.y, sheet.width - 6, line.text, NORMAL)
        sheet.y += height + 0.5
    more = len(lines) - most
    if more > 0:
        text = sheet.content.language.text("report.more-findings", count=more)
        sheet.y = canvas.text(sheet.left + 6, sheet.y, sheet.width - 6, text, SMALL)
    sheet.y += 0.8


def bars(sheet: Sheet, factors: Factors) -> None:
    """Contributions as bars about the average, modifiable ones first and marked."""
    canvas, language = sheet.canvas, sheet.content.language
    known = bars_with_room([bar for bar in factors.bars if not bar.unknown], language, SCALES[factors.scale])
    pitch = 4.5 if sheet.density < DENSEST else 4.1
    sheet.heading(factors.title, 20)
    label, middle = sheet.width * 0.36, sheet.left + sheet.width * 0.66
    reach = sheet.width * 0.22
    longest = max([abs(row.size) for row in known] + [0.5])
    top = sheet.y
    for row in known:
        sheet.need(5)
        y = sheet.y
        if row.modifiable:
            canvas.shape("diamond", sheet.left + 0.4, y + 1.1, 2.4, INK)
        words = language.text("label.value", label=row.label, value=row.answer)
        canvas.fitted(sheet.left + 4, y + 0.3, label, words, NORMAL)
        used = canvas.text_width(words, NORMAL) + 6
        if row.strength and used + canvas.text_width(row.strength, SMALL) < label + 8:
            canvas.text(sheet.left + used, y + 0.7, 40, row.strength, Style(6.8, colour=GREY))
        length = reach * row.size / longest
        colour = RAISES if row.size > 0 else LOWERS
        canvas.box(min(middle, middle + length), y + 0.8, max(abs(length), 0.3), 3.0, colour)
        canvas.text(sheet.left + sheet.width - 22, y + 0.3, 22, row.factor, Style(8.6, True, align=RIGHT))
        sheet.y += pitch
    canvas.rule(middle, top, middle, sheet.y, INK, 0.25)
    canvas.text(
        middle - reach, sheet.y + 0.2, reach - 2, language.text("report.lowers"), Style(7.2, colour=LOWERS, align=RIGHT)
    )
    canvas.text(middle + 2, sheet.y + 0.2, reach, language.text("report.raises"), Style(7.2, colour=RAISES))
    if any(row.modifiable for row in known):
        canvas.shape("diamond", sheet.left + 0.4, sheet.y + 0.8, 2.0, INK)
        canvas.text(sheet.left + 4, sheet.y + 0.2, label, factors.modifiable, SMALL)
    sheet.y += 4.4
    unknown = [bar.label for bar in factors.bars if bar.unknown]
    if unknown:
        text = language.text("report.unknown-list", names=language.text("list.comma").join(unknown))
        sheet.y = canvas.text(sheet.left, sheet.y, sheet.width, text, Style(8, colour=GREY)) + 1
    for note in factors.notes:
        sheet.y = canvas.text(sheet.left, sheet.y, sheet.width, note, SMALL) + 0.4


def bars_with_room(known: list[Bar], language: Language, written: Callable[[float], str]) -> list[Bar]:
    """As many bars as fit, the smallest in one: what is on the page still makes the figure above it."""
    if len(known) <= MOST_BARS:
        return known
    by_size = sorted(range(len(known)), key=lambda n: abs(known[n].size))
    small = set(by_size[: len(known) - MOST_BARS + 1])
    size = sum(known[n].size for n in small)
    words = language.text("report.smaller"), language.text("report.smaller-count", count=len(small))
    together = Bar(*words, written(size), size, 0.0, False, False, "")
    return [*(bar for n, bar in enumerate(known) if n not in small), together]


def changes(sheet: Sheet, what_if: Changes) -> None:
    """What the risk would be with one answer changed."""
    canvas, language = sheet.canvas, sheet.content.language
    lowering = [change for change in what_if.rows if change.lowers][: MOST_CHANGES[sheet.density]]
    if not lowering:
        return
    sheet.heading(language.text("report.what-if"))
    for change in lowering:
        sheet.need(5)
        text = language.text("label.value", label=change.label, value=f"{change.before} → {change.after}")
        canvas.fitted(sheet.left, sheet.y, sheet.width * 0.7, text, NORMAL)
        canvas.text(
            sheet.left + sheet.width * 0.7, sheet.y, sheet.width * 0.3, change.figure, Style(8.6, True, LOWERS, RIGHT)
        )
        sheet.y += 4.3
        if change.caution:
            sheet.y = canvas.text(sheet.left + 3, sheet.y - 0.4, sheet.width - 3, change.caution, SMALL) + 0.4
    caveat = language.text("report.what-if-note")
    sheet.y = canvas.text(sheet.left, sheet.y, sheet.width, caveat, SMALL) + 0.4


def advice(sheet: Sheet, tripped: Advice) -> None:
    """Checks that the answers have tripped, each in the colour of its rule."""
    canvas = sheet.canvas
    sheet.heading(sheet.content.language.text("report.advice"))
    for line, colour in tripped.lines:
        height = canvas.text_height(line, sheet.width - 6, NORMAL)
        sheet.need(height)
        canvas.shape("triangle", sheet.left + 0.6, sheet.y + 0.6, 2.8, colour)
        canvas.text(sheet.left + 6, sheet.y, sheet.width - 6, line, NORMAL)
        sheet.y += height + 0.6


def checklist(sheet: Sheet, actions: Checklist) -> None:
    """Actions with boxes to tick, initials and time; in two columns where one would run onto the next page.

    They stay on one page, with the signatures below them: half a checklist is easily taken for the whole.
    """
    text, rows = sheet.content.language.text, actions.items
    fields: tuple[str, ...] = (text("report.initials"), text("report.clock"))
    style, columns = NORMAL, 1
    if sheet.density:
        fields, style, columns = (text("list.comma").join(fields),), Style(7.6), 2
    width = (sheet.width - 4 * (columns - 1)) / columns
    each = -(-len(rows) // columns)
    lines = [[item for item in (n, n + each)[:columns] if item < len(rows)] for n in range(each)]
    heights = [max(_action_height(sheet, rows[item], width, fields, style) for item in line) for line in lines]
    room = sheet.heading_height(actions.title) + CHECKLIST_HEAD + sum(heights) + 1 + SIGNATURE_HEIGHT
    sheet.heading(actions.title, room)
    for n in range(columns):
        _checklist_head(sheet, sheet.left + n * (width + 4), width, fields)
    sheet.y += CHECKLIST_HEAD
    for line, height in zip(lines, heights, strict=True):
        sheet.need(height)
        for column, item in enumerate(line):
            x = sheet.left + column * (width + 4)
            _action(sheet, rows[item], x, width, height, fields, style)
            if item in actions.ticks:
                _ticked(sheet, x, width, height, fields, actions.ticks[item])
        sheet.y += height
    sheet.y += 1


def _field_places(x: float, width: float, fields: tuple[str, ...]) -> list[float]:
    return [x + width - (len(fields) - n) * (FIELD_WIDTH + 2) for n in range(len(fields))]


def _checklist_head(sheet: Sheet, x: float, width: float, fields: tuple[str, ...]) -> None:
    style = Style(7, colour=GREY, align=CENTRE)
    for place, name in zip(_field_places(x, width, fields), fields):
        sheet.canvas.text(place - 1, sheet.y - 0.4, FIELD_WIDTH + 2, name, style)


def _action_height(sheet: Sheet, row: str, width: float, fields: tuple[str, ...], style: Style) -> float:
    room = width - len(fields) * (FIELD_WIDTH + 2) - 7
    return max(4.6, sheet.canvas.text_height(row, room, style)) + 0.5


def _action(
    sheet: Sheet, row: str, x: float, width: float, height: float, fields: tuple[str, ...], style: Style
) -> None:
    canvas, foot = sheet.canvas, sheet.y + height - 0.5
    canvas.box(x + 0.6, sheet.y + 0.5, 3.3, 3.3, WHITE, INK)
    canvas.text(x + 6, sheet.y + 0.2, width - len(fields) * (FIELD_WIDTH + 2) - 7, row, style)
    for place in _field_places(x, width, fields):
        canvas.rule(place, foot, place + FIELD_WIDTH, foot, LINE)


def _ticked(
    sheet: Sheet, x: float, width: float, height: float, fields: tuple[str, ...], done: tuple[str, str]
) -> None:
    """The tick in the box, and initials and time on their lines."""
    canvas = sheet.canvas
    tick_in(canvas, x + 0.6, sheet.y + 0.5)
    written = done if len(fields) == len(done) else (joined(" ", done),)
    style = Style(7.4, True, align=CENTRE)
    for place, text in zip(_field_places(x, width, fields), written):
        canvas.fitted(place, sheet.y + height - 4.2, FIELD_WIDTH, text, style)


def results(sheet: Sheet, found: Results) -> None:
    """Figures and classes of packs that compute something else than a risk."""
    canvas = sheet.canvas
    for title, value, colour in found.rows:
        style = Style(13 if len(value) < 28 else 10, True, colour)
        height = 6 + canvas.text_height(value, sheet.width - 10, style)
        sheet.need(height + 2)
        canvas.box(sheet.left, sheet.y, sheet.width, height, PALE)
        canvas.box(sheet.left, sheet.y, 1.6, height, colour)
        canvas.text(sheet.left + 5, sheet.y + 0.9, sheet.width - 8, title, SMALL)
        canvas.text(sheet.left + 5, sheet.y + 4.4, sheet.width - 8, value, style)
        sheet.y += height + 1.6


def answers(sheet: Sheet, given: Answers) -> None:
    """What was entered, where there is no bar chart to show it."""
    if not given.printed:
        return
    canvas, text = sheet.canvas, sheet.content.language.text
    sheet.heading(text("report.inputs"))
    for label, value, origin in given.rows:
        sheet.need(4.6)
        canvas.fitted(sheet.left, sheet.y, sheet.width * 0.5, label, NORMAL)
        canvas.fitted(sheet.left + sheet.width * 0.52, sheet.y, sheet.width * 0.3, value, Style(8.6, True))
        canvas.text(
            sheet.left + sheet.width * 0.82, sheet.y, sheet.width * 0.18, origin, Style(7.6, colour=GREY, align=RIGHT)
        )
        sheet.y += 4.6


def signatures(sheet: Sheet, roles: Signatures) -> None:
    """Who checked and who signs."""
    canvas = sheet.canvas
    sheet.need(SIGNATURE_HEIGHT)
    sheet.y = max(sheet.y + 2, sheet.bottom - 11)
    third = sheet.width / 3
    for n, (title, signed) in enumerate(roles.lines):
        x = sheet.left + n * third
        canvas.rule(x, sheet.y + 5, x + third - 6, sheet.y + 5, INK)
        if signed:
            canvas.named(x, sheet.y + 0.4, third - 6, signed[0], signed[1:], Style(9, True))
        canvas.text(x, sheet.y + 5.6, third - 6, title, SMALL)
    sheet.y += 11
