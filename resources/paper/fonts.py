"""The fonts of all that is printed: one family with Latin and Chinese, and beside it those of other scripts.

They are made at build time by ``resources.fonts.make``. Qt is not imported before they are loaded.
"""

from __future__ import annotations

import functools
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QRawFont

FAMILY = "Precontrast Sans"
LATIN_MARKS = f"{FAMILY} Marks"
"""Quotation marks, dashes and dots of Latin writing; the family's own are as wide as a Chinese character."""
FOLDER = Path(__file__).parents[1] / "fonts"
LOADED = "fonts of the paper"
"""Property of an application for which they were loaded."""
FILES = ("PrecontrastSans-Regular.ttf", "PrecontrastSans-Bold.ttf")


class FontMissing(Exception):
    """The font of this path has not been made, or Qt does not take it."""


def family_files() -> list[Path]:
    """The family itself, regular and bold; :class:`FontMissing` where it has not been made."""
    for path in (paths := [FOLDER / name for name in FILES]):
        if not path.is_file():
            raise FontMissing(path)
    return paths


def other_files() -> list[Path]:
    """Fonts of other scripts than those of the two languages; none is needed."""
    return sorted(path for path in FOLDER.glob("PrecontrastSans*.ttf") if path.name not in FILES)


def families(language: str) -> list[str]:
    """Families for a text of a language, the first before the others; what they lack comes from the other scripts."""
    return [FAMILY] if language == "zh" else [LATIN_MARKS, FAMILY]


def ensure_gui(name: str) -> object:
    """Have a Qt application of this name with the fonts loaded; without a screen Qt draws offscreen.

    Raises
    ------
    ImportError
        When this computer lacks libraries that Qt needs.
    FontMissing
        See there.
    """
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication([name])
    if not application.property(LOADED):  # the list of all families takes a tenth of a millisecond, each time
        if FAMILY not in QFontDatabase.families():
            _load()
        application.setProperty(LOADED, True)
    return application


def _load() -> None:
    from PySide6.QtCore import QLoggingCategory
    from PySide6.QtGui import QFont, QFontDatabase

    # Qt warns where the first family lacks the rules of a script, before it takes the family that has them.
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")
    for path in (*family_files(), *other_files()):
        # Loaded from bytes: Qt's own file access has trouble with some non-ASCII paths.
        if QFontDatabase.addApplicationFontFromData(path.read_bytes()) < 0:
            raise FontMissing(path)
    # Whoever asks for the family gets the others for what it lacks, before any font of the system.
    others = [name for name in QFontDatabase.families() if name.startswith(f"{FAMILY} ") and name != LATIN_MARKS]
    QFont.insertSubstitutions(FAMILY, sorted(others, key=lambda name: (name != f"{FAMILY} Latin", name)))
    _raw_fonts.cache_clear()


@functools.cache
def _raw_fonts() -> list[QRawFont]:
    from PySide6.QtGui import QFont, QFontDatabase, QRawFont

    return [QRawFont.fromFont(QFont(name)) for name in sorted(QFontDatabase.families()) if name.startswith(FAMILY)]


def holds(character: str) -> bool:
    """Whether one of the loaded fonts has a glyph for a character."""
    return any(font.supportsCharacter(ord(character)) for font in _raw_fonts())
