"""The report's fonts: one family with Latin and Chinese, and beside it those of other scripts that names have.

They are made at build time by ``resources.fonts.make``. Nothing is drawn in a font that this computer happens to have:
a character that no font of the report holds is drawn as :data:`NO_GLYPH`, and the report says so.
"""

from __future__ import annotations

import functools
import os
import sys
import unicodedata
from typing import TYPE_CHECKING

from desktop.places import bundled
from inference.errors import PrecontrastError
from inference.text import JOINERS

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QRawFont

FAMILY = "Precontrast Sans"
FILES = ("PrecontrastSans-Regular.ttf", "PrecontrastSans-Bold.ttf")
LATIN_MARKS = f"{FAMILY} Marks"
"""Quotation marks, dashes and dots of Latin writing; the family's own are as wide as a Chinese character."""
NO_GLYPH = "□"


def ensure_gui() -> object:
    """Have a Qt application with the fonts loaded; without a screen Qt draws offscreen.

    Raises
    ------
    PrecontrastError
        ``qt.missing-libraries`` or ``fonts.missing``, with the fix.
    """
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from PySide6.QtGui import QFontDatabase, QGuiApplication
    except ImportError as error:
        raise PrecontrastError("qt.missing-libraries", detail=str(error)) from error
    application = QGuiApplication.instance() or QGuiApplication(["precontrast"])
    if FAMILY not in QFontDatabase.families():
        _load()
    return application


def _load() -> None:
    """Load the family itself, without which nothing is drawn, and as many other scripts as were made."""
    from PySide6.QtCore import QLoggingCategory
    from PySide6.QtGui import QFont, QFontDatabase

    # Qt warns where the first family lacks the rules of a script, before it takes the family that has them.
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")
    folder = bundled("fonts")
    for path in (*(folder / name for name in FILES), *other_files()):
        # Loaded from bytes: Qt's own file access has trouble with some non-ASCII paths.
        if not path.is_file() or QFontDatabase.addApplicationFontFromData(path.read_bytes()) < 0:
            raise PrecontrastError("fonts.missing", path=str(path))
    # Whoever asks for the family gets the others for what it lacks, before any font of the system.
    others = [name for name in QFontDatabase.families() if name.startswith(f"{FAMILY} ") and name != LATIN_MARKS]
    QFont.insertSubstitutions(FAMILY, sorted(others, key=lambda name: (name != f"{FAMILY} Latin", name)))
    _raw_fonts.cache_clear()


def other_files() -> list[Path]:
    """Fonts of other scripts than those of the two languages."""
    return sorted(path for path in bundled("fonts").glob("PrecontrastSans*.ttf") if path.name not in FILES)


def families(language: str) -> list[str]:
    """Families for a text of a language, the first before the others; what they lack comes from the other scripts."""
    return [FAMILY] if language == "zh" else [LATIN_MARKS, FAMILY]


@functools.cache
def _raw_fonts() -> tuple[QRawFont, ...]:
    from PySide6.QtGui import QFont, QFontDatabase, QRawFont

    names = sorted(name for name in QFontDatabase.families() if name.startswith(FAMILY))
    return tuple(QRawFont.fromFont(QFont(name)) for name in names)


@functools.lru_cache(65536)
def has_glyph(character: str) -> bool:
    """Whether the report can draw a character; what is not drawn needs no glyph."""
    if character in JOINERS or unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Zs"):
        return True
    ensure_gui()
    return any(font.supportsCharacter(ord(character)) for font in _raw_fonts())


def without_glyph(text: str) -> list[str]:
    """The characters of a text that the report cannot draw, each once."""
    if text.isascii():
        return []
    return [character for character in dict.fromkeys(text) if not character.isascii() and not has_glyph(character)]


@functools.lru_cache(4096)
def printable(text: str) -> str:
    """The text as it is drawn: marks of missing letters left out, each of these letters as :data:`NO_GLYPH`."""
    missing = without_glyph(text)
    if not missing:
        return text
    table = {ord(c): "" if unicodedata.category(c).startswith("M") else NO_GLYPH for c in missing}
    return text.translate(table)
