"""The program's theme and font, and the language of Qt's own dialogs."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTranslator
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.language import Language
from desktop.report.fonts import ensure_gui
from desktop.settings import Settings
from resources.paper.fonts import FAMILY, LATIN_MARKS
from ui.theme import DARK, LIGHT, THEMES, Theme, apply_theme

TEXT_SIZES = (0.9, 1.0, 1.15, 1.3)
"""Times the usual size."""


def dress(name: str, size: float = 1.0, code: str = "") -> None:
    """Apply ``light``, ``dark``, or for ``system`` what the computer is set to.

    Parameters
    ----------
    size
        Of text, times the usual one.
    code
        Language of the window: English has marks of its own, which are not as wide as a Chinese character.
    """
    ensure_gui()
    marks = LATIN_MARKS if code == "en" and LATIN_MARKS in QFontDatabase.families() else ""
    apply_theme(QApplication.instance(), THEMES.get(name) or system_theme(), FAMILY, size, marks)


def text_size(settings: Settings) -> float:
    """The size of text that was chosen, times the usual one."""
    chosen = settings.viewer.get("text-size", 1.0)
    return chosen if chosen in TEXT_SIZES else 1.0


def system_theme() -> Theme:
    """What the computer is set to."""
    return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def speak(language: Language, owner: QObject, before: QTranslator | None = None) -> QTranslator | None:
    """Word Qt's own dialogs (files, printer) in a language; returns the translator, to be given back on the next call.

    English is what Qt speaks without one.
    """
    if before is not None:
        QApplication.removeTranslator(before)
    translator = QTranslator(owner)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language.code != "zh" or not translator.load("qtbase_zh_CN", folder):
        return None
    QApplication.installTranslator(translator)
    return translator
