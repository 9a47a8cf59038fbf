"""Colours, sizes and the style sheet of the window: one light and one dark theme.

Widgets that paint themselves ask :func:`theme_of`; everything else follows from palette and style sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from ui.text import SHEET

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

POINT_SIZE = 10.5
"""Readable at arm's length on a console monitor; figures of the result are several times as large."""
DRESSED = "precontrast-dressed"
"""Property of an application whose font is the program's."""
TOUCH_PX, GLOVED_PX = 34, 50
"""Least height of what is clicked with gloves on."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by what they mean.

    Attributes
    ----------
    ground, surface, raised
        Behind panels, of panels and fields, of what lies on panels.
    text, quiet
        Main and secondary text; both have a contrast of at least 4.5 to 1 on all three grounds.
    accent, on_accent
        The one main action, selections and focus, and the text on them.
    danger, warning, good, note
        Severities; each readable as text on all three grounds.
    """

    name: str
    ground: str
    surface: str
    raised: str
    line: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    danger: str
    warning: str
    good: str
    note: str

    @property
    def dark(self) -> bool:
        """Whether text is lighter than its ground."""
        return QColor(self.ground).lightnessF() < 0.5

    def severity(self, severity: str) -> str:
        """The colour of a finding's severity."""
        return {"blocking": self.danger, "warning": self.warning, "pass": self.good}.get(severity, self.note)


LIGHT = Theme(
    name="light",
    ground="#e9edf1",
    surface="#ffffff",
    raised="#f3f6f8",
    line="#c3ccd5",
    text="#16202b",
    quiet="#4d5a68",
    accent="#0b5cad",
    on_accent="#ffffff",
    danger="#a61b14",
    warning="#8a4b00",
    good="#14603f",
    note="#4d5a68",
)
DARK = Theme(
    name="dark",
    ground="#12181f",
    surface="#1b232c",
    raised="#25303b",
    line="#3c4956",
    text="#e8edf2",
    quiet="#a9b6c3",
    accent="#7db7f0",
    on_accent="#0c1a28",
    danger="#ff9a90",
    warning="#f5bd66",
    good="#7fd3a8",
    note="#a9b6c3",
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def theme_of(widget: QWidget) -> Theme:
    """The theme that a widget is shown in."""
    return DARK if widget.palette().color(QPalette.ColorRole.Window).lightnessF() < 0.5 else LIGHT


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, section 1.4.3 and its definition of relative luminance)."""

    def luminance(name: str) -> float:
        parts = QColor(name).getRgbF()[:3]
        linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def readable(colour: str, theme: Theme, least: float = 4.5) -> str:
    """A pack's colour, made lighter or darker until it can be read as text on the theme's grounds."""
    grounds = (theme.ground, theme.surface, theme.raised)
    shade = QColor(colour)
    for _ in range(40):
        if min(contrast(shade.name(), ground) for ground in grounds) >= least:
            return shade.name()
        shade = shade.lighter(108) if theme.dark else shade.darker(108)
        if theme.dark and shade.valueF() > 0.98:
            shade = QColor.fromHsvF(max(shade.hueF(), 0), shade.saturationF() * 0.88, 1.0)
    return theme.text


def scaled(points: float) -> float:
    """A size of text, in points, as large as the user wants text to be."""
    return points * QGuiApplication.font().pointSizeF() / POINT_SIZE if _dressed() else points


def grown(px: int) -> int:
    """A width that holds text, in pixels, wider where the user wants larger text."""
    return round(px * max(scaled(1.0), 1.0))


def _dressed() -> bool:
    application = QGuiApplication.instance()
    return application is not None and application.property(DRESSED) is True


def apply_theme(application: QApplication, theme: Theme, family: str, size: float = 1.0, marks: str = "") -> None:
    """Dress the whole program; can be called again at any time.

    Parameters
    ----------
    size
        Of text, times the usual one.
    marks
        Family that quotation marks, dashes and dots are taken from; empty: from the same.
    """
    font = QFont([marks, family] if marks else [family])
    font.setPointSizeF(POINT_SIZE * size)
    if not application.styleSheet():
        # Once is enough, and half of the time that a change of theme takes.
        application.setStyle("Fusion")
    application.setFont(font)
    application.setPalette(_palette(theme))
    application.setProperty(DRESSED, True)
    application.setStyleSheet(_style_sheet(theme, size))


def _palette(theme: Theme) -> QPalette:
    role, palette = QPalette.ColorRole, QPalette()
    colours = {
        role.Window: theme.ground,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.raised,
        role.Text: theme.text,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.quiet,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Link: theme.accent,
        role.Mid: theme.line,
        role.Accent: theme.accent,
    }
    for name, colour in colours.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.quiet))
    return palette


def _style_sheet(theme: Theme, size: float = 1.0) -> str:
    """What a palette cannot say. Roles are set with ``widget.setProperty("role", ...)``."""
    return f"""{SHEET}
    QToolTip {{ color: {theme.text}; background: {theme.raised}; border: 1px solid {theme.line}; padding: 4px; }}
    QFrame[role="panel"] {{ background: {theme.surface}; border: 1px solid {theme.line}; border-radius: 8px; }}
    QLabel[role="title"] {{ font-size: {15 * size:g}pt; font-weight: bold; }}
    QLabel[role="heading"] {{ font-size: {11.5 * size:g}pt; font-weight: bold; }}
    QLabel[role="quiet"] {{ color: {theme.quiet}; }}
    QLabel[role="danger"] {{ color: {theme.danger}; }}
    QLabel[role="warning"] {{ color: {theme.warning}; }}
    QLabel[role="plate"] {{
        background: {theme.raised}; color: {theme.warning}; border: 1px solid {theme.line}; padding: 6px 10px;
    }}
    QLabel[role="good"] {{ color: {theme.good}; }}
    QPushButton {{
        min-height: {TOUCH_PX - 14}px; padding: 6px 14px; border: 1px solid {theme.line}; border-radius: 6px;
        background: {theme.raised}; color: {theme.text};
    }}
    QPushButton:hover {{ border-color: {theme.accent}; }}
    QPushButton:focus {{ border: 2px solid {theme.accent}; padding: 5px 13px; }}
    QPushButton:pressed, QPushButton:checked {{ background: {theme.line}; }}
    QPushButton:disabled {{ color: {theme.quiet}; background: transparent; }}
    QPushButton[role="primary"] {{
        background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent}; font-weight: bold;
    }}
    QPushButton[gloved="true"] {{ min-height: {GLOVED_PX - 14}px; }}
    QPushButton[role="primary"]:focus {{ border: 2px solid {theme.text}; }}
    QPushButton[role="primary"]:disabled {{
        background: {theme.line}; color: {theme.text}; border-color: {theme.line};
    }}
    QPushButton[role="flat"], QToolButton {{
        background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px;
    }}
    QToolButton:hover {{ border-color: {theme.line}; background: {theme.raised}; }}
    QToolButton:checked {{ border-color: {theme.accent}; background: {theme.raised}; }}
    QToolButton:focus {{ border: 1px solid {theme.accent}; }}
    QComboBox, QDoubleSpinBox, QSpinBox, QDateTimeEdit {{ min-height: {TOUCH_PX}px; }}
    QLineEdit, QPlainTextEdit {{
        min-height: {TOUCH_PX - 12}px; padding: 3px 6px; border: 1px solid {theme.line}; border-radius: 5px;
        background: {theme.surface}; color: {theme.text}; placeholder-text-color: {theme.quiet};
    }}
    QLineEdit[gloved="true"] {{ min-height: {GLOVED_PX - 22}px; }}
    QLineEdit:focus, QPlainTextEdit:focus {{
        border: 2px solid {theme.accent}; padding: 2px 5px;
    }}
    QAbstractSpinBox QLineEdit {{ border: none; padding: 0; min-height: 0; }}
    QAbstractSpinBox QLineEdit:focus {{ border: none; padding: 0; }}
    QHeaderView::section {{
        background: {theme.raised}; color: {theme.quiet}; border: none; border-bottom: 1px solid {theme.line};
        padding: 5px 8px;
    }}
    QTableView, QTreeView, QListView {{ border: 1px solid {theme.line}; gridline-color: {theme.line}; }}
    QTableView::item, QListView::item {{ padding: 0 6px; }}
    QScrollArea {{ border: none; background: transparent; }}
    QProgressBar {{
        border: 1px solid {theme.line}; border-radius: 5px; background: {theme.raised};
    }}
    QProgressBar::chunk {{ background: {theme.accent}; border-radius: 4px; }}
    QSplitter::handle {{ background: {theme.ground}; }}
    QTabWidget::pane {{ border: 1px solid {theme.line}; border-radius: 6px; background: {theme.surface}; }}
    QTabBar::tab {{ padding: 7px 14px; color: {theme.quiet}; border: none; border-bottom: 3px solid transparent; }}
    QTabBar::tab:selected {{ color: {theme.text}; border-bottom: 3px solid {theme.accent}; }}
    QStatusBar {{ color: {theme.quiet}; }}
    QStatusBar QLabel {{ padding: 2px 8px; }}
    QMenuBar {{ background: {theme.surface}; border-bottom: 1px solid {theme.line}; }}
    QMenuBar::item {{ padding: 7px 10px; background: transparent; }}
    QMenuBar::item:selected {{ background: {theme.raised}; }}
    QMenu {{ background: {theme.surface}; border: 1px solid {theme.line}; }}
    QMenu::item {{ padding: 7px 24px 7px 10px; }}
    QMenu::item:selected {{ background: {theme.accent}; color: {theme.on_accent}; }}
    QMenu::item:disabled {{ color: {theme.quiet}; }}
    """
