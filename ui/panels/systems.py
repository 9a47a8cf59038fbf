"""The list of what can be assessed: by the part of the body, found by typing, in lines that a glove can hit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QScroller,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.language import Language
from desktop.systems import Group, grouped, marks_of, matching, note_of
from ui.dialogs.widgets import ROW_ICON, label, row_icon
from ui.theme import GLOVED_PX, theme_of

if TYPE_CHECKING:
    from desktop.pack_library import Usable

PACK_ID = Qt.ItemDataRole.UserRole
MOST_UNFOLDED = 12
"""With more systems than this, only the first group and that of the chosen one are unfolded: two touches lead to each
of forty."""
PICTURES = {True: "stack-2", False: "clipboard-text"}
"""Whether images are needed, or answers alone."""
INDENT_PX = 14


class TwoLines(QStyledItemDelegate):
    """A title with a quieter line below it; what is too long for the list ends in an ellipsis."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a line of the list."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        title, _, marks = str(index.data(Qt.ItemDataRole.DisplayRole)).partition("\n")
        if not marks:
            super().paint(painter, option, index)
            return
        style, widget = shown.widget.style(), shown.widget
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, widget).adjusted(4, 0, -4, 0)
        shown.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, widget)
        chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
        ink = shown.palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        quiet = ink if chosen else QColor(theme_of(widget).quiet)
        small = QFont(shown.font)
        small.setPointSizeF(shown.font.pointSizeF() * 0.88)
        middle = place.center().y()
        upper = QRect(place.left(), place.top(), place.width(), middle - place.top())
        lower = QRect(place.left(), middle + 1, place.width(), place.bottom() - middle)
        painter.save()
        for text, font, colour, part, side in (
            (title, shown.font, ink, upper, Qt.AlignmentFlag.AlignBottom),
            (marks, small, quiet, lower, Qt.AlignmentFlag.AlignTop),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, part.width())
            painter.drawText(part, int(Qt.AlignmentFlag.AlignLeft | side), words)
        painter.restore()


class SystemsList(QWidget):
    """Search field and list.

    Signals
    -------
    chosen
        Id of the pack that was touched, or was current when Enter was pressed; also where it was chosen before.
    """

    chosen = Signal(str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._systems: Sequence[Usable] | None = None
        self._used: tuple[str, ...] = ()
        self._usual, self._marked = "", ""
        self._folded: dict[str, bool] = {}
        self._lines: list[tuple[QTreeWidgetItem, QTreeWidgetItem]] = []
        self.search, self.tree, self.none = QLineEdit(), QTreeWidget(), label("quiet", wrap=True)
        self.search.setClearButtonEnabled(True)
        self.search.setProperty("gloved", True)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        tree = self.tree
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setIndentation(INDENT_PX)
        tree.setIconSize(ROW_ICON)
        tree.setItemDelegate(TwoLines(tree))
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.setExpandsOnDoubleClick(False)
        tree.setTabKeyNavigation(False)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        QScroller.grabGesture(tree.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        tree.installEventFilter(self)
        tree.itemClicked.connect(self._take)
        tree.itemExpanded.connect(lambda item: self._on_folded(item, False))
        tree.itemCollapsed.connect(lambda item: self._on_folded(item, True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.search, self.none, tree):
            layout.addWidget(part)
        layout.addStretch(0)
        layout.setStretch(2, 1)
        self.set_language(language)

    def set_language(self, language: Language) -> None:
        """Word everything anew."""
        self._language, text = language, language.text
        self.search.setPlaceholderText(text("systems.search"))
        self.search.setAccessibleName(text("systems.search"))
        self.tree.setAccessibleName(text("systems.title"))
        self._fill()

    def show_systems(self, systems: Sequence[Usable], used: tuple[str, ...] = (), usual: str = "") -> None:
        """List these; see :func:`desktop.systems.grouped` and :func:`desktop.systems.marks_of`."""
        if (systems, used, usual) != (self._systems, self._used, self._usual):
            self._systems, self._used, self._usual = list(systems), used, usual
            self._fill()

    def mark(self, pack_id: str) -> None:
        """Show which one is chosen."""
        if pack_id != self._marked:
            self._marked = pack_id
            self._fill()

    def ids(self) -> list[str]:
        """Ids of what is listed, in order."""
        return [item.data(0, PACK_ID) for item, _ in self._lines]

    def eventFilter(self, target: QObject, event: QEvent) -> bool:
        """Enter takes the first that is found; arrow keys lead into the list; what is typed there is searched for."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        enters = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if target is self.search:
            first = self._lines[0][0] if self._lines else None
            if enters and first is not None and self.search.text():
                self._take(first)
            elif key == Qt.Key.Key_Down and first is not None:
                self.tree.setFocus(Qt.FocusReason.TabFocusReason)
                self.tree.setCurrentItem(self.tree.currentItem() or first)
            elif key == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
            else:
                return False
            return True
        current = self.tree.currentItem()
        if target is self.tree and (enters or key == Qt.Key.Key_Space) and current is not None:
            self._take(current)
            return True
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if target is self.tree and plain and event.text().strip() and event.text().isprintable():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.search.insert(event.text())
            return True
        return False

    def _fill(self) -> None:
        text, typed = self._language.text, self.search.text()
        groups = grouped(self._systems or (), self._language, self._used)
        shown = matching(groups, typed, self._language)
        many = sum(len(group.systems) for group in groups) > MOST_UNFOLDED
        self.tree.blockSignals(True)
        self.tree.clear()
        self._lines = []
        for n, group in enumerate(shown):
            first = n == 0 or any(system.manifest.id == self._marked for system in group.systems)
            folded = not typed and self._folded.get(group.id, many and not first)
            self._add(group, folded)
        self.tree.blockSignals(False)
        self._select(self._marked)
        if self._systems is None:
            self.none.setText(text("systems.checking"))
        else:
            self.none.setText(text("systems.none-found" if groups else "systems.none"))
        self.none.setVisible(not shown)
        self.tree.setVisible(bool(shown))
        self.search.setVisible(bool(groups))

    def _add(self, group: Group, folded: bool) -> None:
        head = QTreeWidgetItem(self.tree, [f"{group.title} · {len(group.systems)}"])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setData(0, PACK_ID, "")
        head.setData(0, Qt.ItemDataRole.UserRole + 1, group.id)
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        tall = self.fontMetrics().lineSpacing()
        head.setSizeHint(0, QSize(0, max(GLOVED_PX - 10, tall + 18)))
        for system in group.systems:
            manifest = system.manifest
            title, marks = self._language.of(manifest.title), marks_of(system, self._language, self._usual)
            item = QTreeWidgetItem(head, [f"{title}\n{marks}"])
            self._lines.append((item, head))
            item.setData(0, PACK_ID, manifest.id)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{title}. {marks}")
            item.setToolTip(0, note_of(system, self._language))
            item.setIcon(0, row_icon(PICTURES[bool(manifest.images)]))
            item.setSizeHint(0, QSize(0, max(GLOVED_PX, 2 * tall + 12)))
        head.setExpanded(not folded)
        self._picture(head)

    def _picture(self, head: QTreeWidgetItem) -> None:
        head.setIcon(0, row_icon("chevron-down" if head.isExpanded() else "chevron-right"))

    def _on_folded(self, head: QTreeWidgetItem, folded: bool) -> None:
        self._picture(head)
        if not self.search.text():
            self._folded[head.data(0, Qt.ItemDataRole.UserRole + 1)] = folded

    def _take(self, item: QTreeWidgetItem) -> None:
        pack_id = item.data(0, PACK_ID)
        if pack_id:
            self.search.clear()
            self.chosen.emit(pack_id)
        else:
            item.setExpanded(not item.isExpanded())
            self._select(self._marked)

    def _select(self, pack_id: str) -> None:
        """Mark the line, where it is in sight: a folded group stays folded."""
        self.tree.clearSelection()
        for item, head in self._lines:
            if item.data(0, PACK_ID) == pack_id and head.isExpanded():
                self.tree.setCurrentItem(item)
