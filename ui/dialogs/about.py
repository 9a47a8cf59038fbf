"""What the program is, that it is for research only, and whose work it rests on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QSplitter, QTableWidget, QWidget

from desktop.language import Language
from inference import __version__
from ui.dialogs.components import Component, components
from ui.dialogs.widgets import Notice, button, column, label, page, put_rows, row, rows_of, tabs


class AboutDialog(QDialog):
    """Version, purpose and licences."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._components = components()
        self._version, self._research = label("quiet"), Notice()
        self._title = label("title")
        self._title.setText("Precontrast")
        self._what, self._how, self._offline = (label(wrap=True) for _ in range(3))
        self._intro = label("quiet", wrap=True)
        self.table, self.licence = QTableWidget(0, 3), QPlainTextEdit()
        self._tabs, self._close = tabs(), button()
        self._close.clicked.connect(self.accept)
        self.table.currentCellChanged.connect(self._show_licence)
        self._build()
        self.resize(900, 600)
        self.set_language(language)

    def _build(self) -> None:
        self.licence.setReadOnly(True)
        self.licence.setTabChangesFocus(True)
        self.licence.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        rows_of(self.table, 2)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.table)
        both.addWidget(self.licence)
        both.setSizes([460, 400])
        both.setChildrenCollapsible(False)
        listed = column(self._intro, both)
        listed.setStretch(1, 1)
        self._tabs.addTab(page(column(self._what, self._how, self._offline, None)), "")
        self._tabs.addTab(page(listed), "")
        self.setLayout(
            column(row(self._title, self._version, None), self._research, self._tabs, row(None, self._close))
        )

    def set_language(self, language: Language) -> None:
        """Word everything in a language."""
        self._language = language
        text = language.text
        self.setWindowTitle(text("ui.about.title"))
        self._version.setText(text("ui.about.version", version=__version__))
        self._research.say(text("ui.about.research"), "warning")
        self._what.setText(text("ui.about.what"))
        self._how.setText(text("ui.about.how"))
        self._offline.setText(text("ui.about.offline"))
        self._intro.setText(text("ui.about.components-intro"))
        self._tabs.setTabText(0, text("ui.about.tab-about"))
        self._tabs.setTabText(1, text("ui.about.tab-components"))
        self.table.setHorizontalHeaderLabels(
            [text(f"ui.about.column-{name}") for name in ("name", "version", "licence")]
        )
        self.table.setAccessibleName(text("ui.about.tab-components"))
        self.licence.setAccessibleName(text("ui.about.licence-text"))
        self._close.setText(text("ui.dialog.close"))
        shown = max(self.table.currentRow(), 0)
        put_rows(self.table, [self._row(component) for component in self._components])
        self.table.setCurrentCell(shown, 0)
        self._show_licence(shown)

    def _row(self, component: Component) -> list[str]:
        return [component.name, component.version or "–", component.licence or self._language.text("value.unknown")]

    def _show_licence(self, number: int, *_: int) -> None:
        if number < 0:
            return
        component = self._components[number]
        missing = self._language.text("ui.about.no-licence-text", name=component.name, licence=component.licence)
        self.licence.setPlainText(component.text() or missing)
