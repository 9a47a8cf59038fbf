"""The pages of the report as they will be printed, at any size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from desktop.language import Language
from ui.theme import theme_of

SCREEN_DPI, PAGE_DPI = 96, 300
"""At 100 % an inch of paper is as many dots of the screen; pages are drawn finer."""
STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
THUMB = 92
GAP = 14


class PageView(QWidget):
    """One page, scaled once for each size."""

    def __init__(self, image: QImage, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image, self._shown = image, QPixmap()
        self.setAccessibleName(name)

    def set_zoom(self, zoom: float) -> None:
        """Show the page at a share of its real size."""
        scale = zoom * SCREEN_DPI / PAGE_DPI
        self.setFixedSize(round(self._image.width() * scale), round(self._image.height() * scale))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page with an edge that shows on any ground."""
        ratio = self.devicePixelRatioF()
        wanted = self.size() * ratio
        if self._shown.size() != wanted:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._shown = QPixmap.fromImage(self._image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
            self._shown.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._shown)
        painter.setPen(QColor(theme_of(self).line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class Preview(QWidget):
    """All pages below each other with a list of them at the side."""

    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit, self.zoom = "width", 1.0
        self.pages: list[PageView] = []
        self.list, self._area = QListWidget(), QScrollArea()
        self._list_size()
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        # Always there: a bar that comes and goes would change the width that pages fit.
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._area.viewport().installEventFilter(self)
        self._area.verticalScrollBar().valueChanged.connect(self._follow)
        self.list.currentRowChanged.connect(self._go_to)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        layout.addWidget(self._area, 1)

    def _list_size(self) -> None:
        self.list.setIconSize(QSize(THUMB, round(THUMB * 1.42)))
        self.list.setViewMode(QListWidget.ViewMode.IconMode)
        self.list.setFlow(QListWidget.Flow.TopToBottom)
        self.list.setWrapping(False)
        self.list.setMovement(QListWidget.Movement.Static)
        self.list.setSpacing(4)
        self.list.setFixedWidth(THUMB + 44)

    def show_pages(self, images: list[QImage], language: Language) -> None:
        """Show these pages; what is in view stays in view."""
        place = self._area.verticalScrollBar().value()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setSpacing(GAP)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        self.pages = []
        self.list.setAccessibleName(language.text("ui.report.pages"))
        self.list.blockSignals(True)
        self.list.clear()
        for number, image in enumerate(images, start=1):
            name = language.text("report.page", number=number, pages=len(images))
            page = PageView(image, name)
            self.pages.append(page)
            column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
            smooth = Qt.TransformationMode.SmoothTransformation
            thumb = QPixmap.fromImage(image.scaledToWidth(round(THUMB * self.devicePixelRatioF()), smooth))
            thumb.setDevicePixelRatio(self.devicePixelRatioF())
            item = QListWidgetItem(QIcon(thumb), str(number))
            item.setToolTip(name)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._area.setWidget(body)
        self._apply()
        self._area.verticalScrollBar().setValue(place)

    def fit(self, how: str) -> None:
        """Fit the ``width`` or the whole ``page`` from now on."""
        self._fit = how
        self._apply()

    def step(self, direction: int) -> None:
        """The next larger (1) or smaller (-1) size."""
        sizes = [s for s in STEPS if (s > self.zoom + 0.01 if direction > 0 else s < self.zoom - 0.01)]
        if sizes:
            self._fit, self.zoom = "", sizes[0 if direction > 0 else -1]
            self._apply()

    def eventFilter(self, viewport: QObject, event: QEvent) -> bool:
        """What fits goes on fitting."""
        if event.type() == QEvent.Type.Resize:
            self._apply()
        return False

    def _apply(self) -> None:
        if not self.pages:
            return
        image = self.pages[0]._image
        room = self._area.viewport().size()
        by_width = (room.width() - 2 * GAP) / (image.width() * SCREEN_DPI / PAGE_DPI)
        by_height = (room.height() - 2 * GAP) / (image.height() * SCREEN_DPI / PAGE_DPI)
        if self._fit:
            self.zoom = max(0.1, by_width if self._fit == "width" else min(by_width, by_height))
        for page in self.pages:
            page.set_zoom(self.zoom)
        self._area.widget().adjustSize()
        self.zoomed.emit(self.zoom)

    def _go_to(self, row: int) -> None:
        if 0 <= row < len(self.pages):
            self._area.verticalScrollBar().setValue(self.pages[row].y() - GAP)

    def _follow(self) -> None:
        """Mark the page in the middle of the view in the list."""
        middle = self._area.verticalScrollBar().value() + self._area.viewport().height() // 2
        places = [QRect(QPoint(0, page.y()), page.size()) for page in self.pages]
        row = next((n for n, place in enumerate(places) if place.bottom() + GAP >= middle), len(places) - 1)
        self.list.blockSignals(True)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
