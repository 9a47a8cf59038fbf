"""The middle of a case: the images with the examination's series beside them, or why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.language import Language
from ui.text import Label

if TYPE_CHECKING:
    from desktop.work.case_state import CaseState
    from inference.dicom import Series
    from ui.viewer.viewer import Viewer

PICTURE_PX, STRIP_PX = 64, 86
STRIP_FROM_PX = 560
"""Width of the middle from which there is room for the series beside the images."""
KEY = Qt.ItemDataRole.UserRole


class SeriesStrip(QListWidget):
    """Pictures of the series that are volumes; choosing one looks at it, and changes nothing in the answer.

    Signals
    -------
    wanted
        A series.
    """

    wanted = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: dict[str, Series] = {}
        self._listed: tuple[object, ...] = ()
        self.setFixedWidth(STRIP_PX)
        self.setIconSize(QSize(PICTURE_PX, PICTURE_PX))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setMovement(QListWidget.Movement.Static)
        self.setFlow(QListWidget.Flow.TopToBottom)
        self.setWrapping(False)
        self.itemClicked.connect(self._want)
        self.itemActivated.connect(self._want)
        self.set_language(language)

    def set_language(self, language: Language) -> None:
        """Word everything anew."""
        self.language = language
        self.setAccessibleName(language.text("ui.strip.title"))
        self._listed = ()

    def show_work(self, work: CaseState) -> None:
        """List the series of a case, and mark the one that is seen."""
        series = [
            one for one in (work.scan.series if work.scan and not work.undecided else ()) if one.stack is not None
        ]
        listed = (work.id, *(one.key for one in series), len(work.thumbnails))
        if listed != self._listed:
            self._listed = listed
            self._fill(series, work)
        shown = work.shown.key if work.shown is not None else None
        for number in range(self.count()):
            self.item(number).setSelected(self.item(number).data(KEY) == shown)

    def _fill(self, series: list[Series], work: CaseState) -> None:
        self.clear()
        self._series = {one.key: one for one in series}
        for one in series:
            number = str(one.number) if one.number is not None else "–"
            item = QListWidgetItem(number)
            item.setData(KEY, one.key)
            name = one.description or self.language.text("ui.browser.untitled")
            item.setToolTip(self.language.text("ui.strip.series", name=name, number=number, count=len(one.slices)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.toolTip())
            item.setSizeHint(QSize(STRIP_PX - 8, PICTURE_PX + 24))
            picture = QPixmap()
            if picture.loadFromData(work.thumbnails.get(one.key, b"")):
                item.setIcon(QIcon(picture))
            self.addItem(item)

    def _want(self, item: QListWidgetItem) -> None:
        self.wanted.emit(self._series[item.data(KEY)])


class ImagesPart(QStackedWidget):
    """Viewer and series, or a sentence and a button.

    Attributes
    ----------
    strip
        The series; not there where there is but one, or no room.
    words, again, find
        Why there are no images, and the buttons that read them again, or say where they are now.
    """

    def __init__(self, viewer: Viewer, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip, self.words = SeriesStrip(language), Label()
        self.again, self.find = QPushButton(), QPushButton()
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setWordWrap(True)
        self.words.setProperty("role", "quiet")
        present, absent = QWidget(), QWidget()
        row = QHBoxLayout(present)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.strip)
        row.addWidget(viewer, 1)
        column = QVBoxLayout(absent)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.find, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.addWidget(present)
        self.addWidget(absent)
        self._give_room()

    def show_series(self, work: CaseState) -> None:
        """Show the series of a case beside the images."""
        self.strip.show_work(work)
        self._give_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The series only where they leave room for the images."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        self.strip.setVisible(self.strip.count() > 1 and self.width() >= STRIP_FROM_PX)
