"""What is shown of one pack: what it is for, its card, its self-test, its engines."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import product
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextDocument, QTextFrameFormat, QTextTable
from PySide6.QtWidgets import QTableWidget, QWidget

from desktop.jobs.messages import Timing
from desktop.language import Language
from inference.text import cleaned_lines
from ui.dialogs.card import card_in
from ui.dialogs.engine_times import fastest
from ui.dialogs.widgets import Notice, button, column, label, put_rows, row, row_icon, rows_of
from ui.text import ReadingView

if TYPE_CHECKING:
    from desktop.pack_checks import Check
    from inference.packs.manifest import Manifest
    from inference.packs.store import Pack

CARD = "card.md"


class Page(ReadingView):
    """Text of a pack."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document().setDocumentMargin(12)

    def show_card(self, pack: Pack, language: Language) -> None:
        """The model card, in the reader's language where it has both."""
        if CARD not in pack.files:
            self.setPlainText(language.text("ui.packs.no-card"))
            return
        card = cleaned_lines(pack.files[CARD].decode("utf-8", errors="replace"))
        features = QTextDocument.MarkdownFeature
        self.document().setMarkdown(
            card_in(card, language.code), features.MarkdownDialectGitHub | features.MarkdownNoHTML
        )
        self._rule_tables()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _rule_tables(self) -> None:
        """Markdown tables come without lines; a line below each row is enough to read along."""
        for table in self.document().rootFrame().childFrames():
            if not isinstance(table, QTextTable):
                continue
            form = table.format()
            form.setCellPadding(4)
            form.setCellSpacing(0)
            form.setBorder(0)
            table.setFormat(form)
            for line, place in product(range(table.rows()), range(table.columns())):
                cell = table.cellAt(line, place)
                below = cell.format().toTableCellFormat()
                below.setBottomBorder(1)
                below.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                below.setBottomBorderBrush(self.palette().mid())
                cell.setFormat(below)


def overview(manifest: Manifest, language: Language) -> str:
    """What a pack is for, its limits and what it rests on, as rich text."""
    from desktop.report.wording import status_note

    of, text = language.of, language.text
    sources = [
        (
            f"{escape(evidence.citation)} <b>[{escape(text(f'certainty.{evidence.certainty}'))}]</b>"
            + (f"<br/>{escape(of(evidence.note))}" if evidence.note else "")
        )
        for evidence in manifest.evidence
    ]
    figures = [f"{escape(of(figure.title))}: <b>{escape(figure.value)}</b>" for figure in manifest.figures]
    images = [escape(of(role.title)) for role in manifest.images] or [escape(text("ui.packs.no-images"))]
    note = status_note(manifest, language)
    status = text(f"status.{manifest.status}") + (f" · {note}" if note else "")
    parts = [
        _paragraph("", [escape(of(manifest.summary))]),
        _paragraph(text("ui.packs.status"), [escape(status)]),
        _paragraph(text("ui.packs.intended-use"), [escape(of(manifest.intended_use))]),
        _list(text("ui.packs.limits"), [escape(of(limit)) for limit in manifest.limits]),
        _list(text("packs.images"), images),
        _list(text("ui.packs.figures"), figures),
        _list(text("ui.packs.evidence"), sources),
        _paragraph(text("ui.packs.licence"), [escape(of(manifest.licence))]),
        _list(text("ui.packs.attribution"), [escape(line) for line in manifest.attribution]),
    ]
    return "".join(parts)


def _paragraph(heading: str, lines: Sequence[str]) -> str:
    return (f"<h4>{escape(heading)}</h4>" if heading else "") + "".join(f"<p>{line}</p>" for line in lines)


def _list(heading: str, items: Sequence[str]) -> str:
    if not items:
        return ""
    return f"<h4>{escape(heading)}</h4><ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


class _TestPage(QWidget):
    """A button, what is going on, and a table of what came of it."""

    def __init__(self, columns: int, stretched: int) -> None:
        super().__init__()
        self.start, self.notice, self.table = button("player-play"), Notice(), QTableWidget(0, columns)
        self._intro, self.busy = label("quiet", wrap=True), False
        rows_of(self.table, stretched)
        layout = column(self._intro, row(self.start, None), self.notice, self.table)
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def show_busy(self, text: str) -> None:
        """Say what is running; it cannot be started again meanwhile."""
        self.busy = True
        self.start.setEnabled(False)
        self.table.setRowCount(0)
        self.notice.say(text, "quiet")

    def show_failure(self, text: str) -> None:
        """Say why nothing came of it."""
        self.busy = False
        self.start.setEnabled(True)
        self.notice.say(text)


class ChecksPage(_TestPage):
    """The self-test of a pack."""

    def __init__(self, language: Language) -> None:
        super().__init__(4, 3)
        self._checks: Sequence[Check] | None = None
        self.set_language(language)

    def set_language(self, language: Language) -> None:
        """Word everything in a language; details of checks stay in that in which they were run."""
        self._language, text = language, language.text
        self._intro.setText(text("ui.packs.test-intro"))
        self.start.setText(text("ui.packs.test"))
        self.table.setAccessibleName(text("ui.packs.tab-test"))
        columns = ("check", "subject", "seconds", "detail")
        self.table.setHorizontalHeaderLabels([text(f"ui.packs.column-{name}") for name in columns])
        if self._checks is not None:
            self.show_checks(self._checks)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """One line a check."""
        self._checks, text = checks, self._language.text
        self.busy = False
        self.start.setEnabled(True)
        rows = []
        for check in checks:
            verdict = text("ui.packs.passed") if check.passed else text("ui.packs.failed")
            name = text("label.value", label=text(f"check.{check.name}"), value=verdict)
            rows.append([name, check.subject, f"{check.seconds:.2f} s", check.detail])
        put_rows(self.table, rows)
        for number, check in enumerate(checks):
            self.table.item(number, 0).setIcon(row_icon("circle-check" if check.passed else "alert-octagon"))
        failed = sum(not check.passed for check in checks)
        summary = text("check.summary", count=len(checks), failed=failed)
        self.notice.say(summary, "danger" if failed else "good")

    def clear(self) -> None:
        """Forget the checks of another pack."""
        self._checks, self.busy = None, False
        self.start.setEnabled(True)
        self.table.setRowCount(0)
        self.notice.say("")


class EnginesPage(_TestPage):
    """How fast each engine runs the pack's models here."""

    def __init__(self, language: Language) -> None:
        super().__init__(4, 0)
        self.rows: Sequence[Timing] = ()
        self.set_language(language)

    def set_language(self, language: Language) -> None:
        """Word everything in a language."""
        self._language, text = language, language.text
        self._intro.setText(text("ui.packs.engines-intro"))
        self.start.setText(text("ui.packs.measure"))
        self.table.setAccessibleName(text("ui.packs.tab-engines"))
        columns = ("model", "engine", "time", "used")
        self.table.setHorizontalHeaderLabels([text(f"ui.packs.column-{name}") for name in columns])

    def show_engines(self, rows: Sequence[Timing], models: bool) -> None:
        """One line an engine and model; ``models``: whether the pack has any."""
        self.rows, self.busy, text = rows, False, self._language.text
        self.start.setEnabled(models)
        best = fastest(list(rows))
        ordered = sorted(rows, key=lambda timing: (timing.model, timing.seconds))
        used = [text("ui.packs.fastest") if timing in best else "" for timing in ordered]
        put_rows(self.table, [[t.model, t.engine, f"{1000 * t.seconds:.0f} ms", u] for t, u in zip(ordered, used)])
        for number, word in enumerate(used):
            if word:
                self.table.item(number, 3).setIcon(row_icon("circle-check"))
        if not models:
            self.notice.say(text("ui.packs.no-models"), "quiet")
        else:
            self.notice.say("" if rows else text("ui.packs.not-measured"), "quiet")
