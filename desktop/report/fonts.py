"""What the report's fonts can show, and what is drawn for the rest.

Nothing is drawn in a font that this computer happens to have: a character that no font of the report holds is drawn as
:data:`NO_GLYPH`, and the report says so.
"""

from __future__ import annotations

import functools
import unicodedata

from inference.errors import PrecontrastError
from inference.text import JOINERS
from resources.paper import fonts

NO_GLYPH = "□"


def ensure_gui() -> object:
    """Have a Qt application with the fonts loaded; without a screen Qt draws offscreen.

    Raises
    ------
    PrecontrastError
        ``qt.missing-libraries`` or ``fonts.missing``, with the fix.
    """
    try:
        return fonts.ensure_gui("precontrast")
    except ImportError as error:
        raise PrecontrastError("qt.missing-libraries", detail=str(error)) from error
    except fonts.FontMissing as error:
        raise PrecontrastError("fonts.missing", path=str(error)) from error


@functools.lru_cache(65536)
def has_glyph(character: str) -> bool:
    """Whether the report can draw a character; what is not drawn needs no glyph."""
    if character in JOINERS or unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Zs"):
        return True
    ensure_gui()
    return fonts.holds(character)


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
