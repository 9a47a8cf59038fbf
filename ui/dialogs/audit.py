"""The audit log in a window: who did what, and whether the log is as it was written."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QSplitter, QTableWidget, QWidget

from desktop.audit import AuditLog
from desktop.audit_file import Entry
from desktop.language import Language
from inference.errors import PrecontrastError
from ui.dialogs.audit_export import export_log
from ui.dialogs.widgets import Notice, button, column, label, path_to_save, put_rows, row, rows_of

COLUMNS = ("number", "time", "user", "action", "details")


class AuditDialog(QDialog):
    """Lines of the log, the newest first."""

    def __init__(self, log: AuditLog, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._entries: list[Entry] = []
        self._intro, self.notice = label("quiet", wrap=True), Notice()
        self.table, self.details = QTableWidget(0, len(COLUMNS)), QPlainTextEdit()
        self.verify_button, self.export_button, self._close = button("shield-check"), button("file-export"), button()
        self._build()
        self.set_language(language)
        self.table.setFocus()

    def _build(self) -> None:
        rows_of(self.table, COLUMNS.index("details"))
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(self.table)
        both.addWidget(self.details)
        both.setSizes([420, 140])
        both.setChildrenCollapsible(False)
        layout = column(self._intro, both, self.notice, row(self.verify_button, self.export_button, None, self._close))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.resize(1120, 680)
        self.table.currentCellChanged.connect(self._show_details)
        self.verify_button.clicked.connect(self._verify)
        self.export_button.clicked.connect(self._export)
        self._close.clicked.connect(self.accept)

    def set_language(self, language: Language) -> None:
        """Word everything in a language."""
        self._language, text = language, language.text
        self.setWindowTitle(text("ui.audit.title"))
        self._intro.setText(text("ui.audit.intro"))
        titles = [text(f"audit.column.{name}") for name in COLUMNS]
        self.table.setHorizontalHeaderLabels([title[:1].upper() + title[1:] for title in titles])
        self.table.setAccessibleName(text("ui.audit.title"))
        self.details.setAccessibleName(text("audit.column.details"))
        self.verify_button.setText(text("ui.audit.verify"))
        self.export_button.setText(text("ui.audit.export"))
        self._close.setText(text("ui.dialog.close"))
        self._read()

    def _read(self) -> None:
        try:
            self._entries = self._log.entries()[::-1]
            self.notice.say("" if self._entries else self._language.text("audit.empty"), "quiet")
        except PrecontrastError as error:
            self._entries = []
            self.notice.say(self._language.error(error))
        put_rows(self.table, [self._row(entry) for entry in self._entries])
        self.export_button.setEnabled(bool(self._entries))
        if self._entries:
            self.table.setCurrentCell(0, 0)

    def _row(self, entry: Entry) -> list[str]:
        known = {name: value for name, value in entry.details.items() if value not in (None, "", [])}
        details = self._language.text("list.separator").join(f"{name} = {_brief(known[name])}" for name in known)
        time = entry.time[:19].replace("T", " ")
        return [str(entry.number), time, entry.user, self._action(entry), details]

    def _action(self, entry: Entry) -> str:
        message = f"audit.action.{entry.action}"
        return self._language.text(message) if self._language.known(message) else entry.action

    def _show_details(self, number: int, *_: int) -> None:
        if not 0 <= number < len(self._entries):
            self.details.clear()
            return
        entry = self._entries[number]
        lines = [f"{entry.time}  {entry.user}  {self._action(entry)}"]
        lines += [f"{name}: {_brief(value)}" for name, value in entry.details.items()]
        lines.append(self._language.text("ui.audit.previous", digest=entry.previous))
        self.details.setPlainText("\n".join(lines))

    def _verify(self) -> None:
        text, path = self._language.text, self._log.path
        try:
            verdict = self._log.verify()
        except PrecontrastError as error:
            self.notice.say(self._language.error(error))
            return
        if verdict.ok:
            sentence = text("audit.sound", path=path, count=verdict.count, last=verdict.last)
            self.notice.say(sentence if verdict.count else text("audit.empty"), "good")
            return
        reason, line = text(f"audit.reason.{verdict.reason_code}"), verdict.first_bad_line
        if line is None:
            self.notice.say(text("audit.broken", path=path, reason=reason))
        else:
            self.notice.say(text("audit.broken-at", path=path, reason=reason, line=line))
            self._go_to(line)

    def _go_to(self, line: int) -> None:
        """Show the line that does not fit, or the one nearest to it."""
        if self._entries:
            self.table.setCurrentCell(min(max(len(self._entries) - line, 0), len(self._entries) - 1), 0)

    def _export(self) -> None:
        text = self._language.text
        kinds = f"{text('ui.audit.kind-log')} (*.jsonl);;{text('ui.audit.kind-table')} (*.csv)"
        path = path_to_save(self, text("ui.audit.export-title"), "audit.jsonl", kinds)
        if path is None:
            return
        try:
            count = export_log(self._log, path)
        except PrecontrastError as error:
            self.notice.say(self._language.error(error))
            return
        self.notice.say(text("ui.audit.exported", count=count, path=path), "good")


def _brief(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
