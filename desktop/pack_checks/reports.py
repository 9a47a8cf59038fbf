"""Checks of what is printed: a glyph for every character, and a report in each language."""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.language import LANGUAGES, Language
from desktop.pack_checks.check import Found, Planned
from desktop.report.fonts import ensure_gui
from inference.engines import EngineProvider
from inference.golden import read_case, run_case
from inference.packs.store import Pack
from resources.messages import catalogue
from resources.paper.fonts import FILES

if TYPE_CHECKING:
    from collections.abc import Sequence

WEIGHTS = dict(zip(("regular", "bold"), FILES))
MOST_GLYPHS = 10
"""Characters without a glyph that are named."""
NAMES = (range(0x20, 0x7F), range(0xC0, 0x100), range(0x4E00, 0x9FA6))
"""What patients' names are written in: Latin, with accents, and the 20902 Chinese characters of GBK."""
OTHER_NAMES = "ŁặΩЖ𠮷𡃁김ㄱعگשकবதతไລខမ"
"""Letters of all scripts that the report has a font for beside Latin and Chinese."""
PIXELS = 12.0


def glyphs(usable: Sequence[Pack], weight: str, language: Language) -> Planned:
    """Whether a weight of the report's font can draw whatever a report may say."""

    def run() -> Found:
        wanted, has_glyph = characters(usable), _font(weight)
        missing = [character for character in sorted(wanted) if not has_glyph(character)]
        if missing:
            shown = language.text("list.comma").join(f"{c} U+{ord(c):04X}" for c in missing[:MOST_GLYPHS])
            return Found(False, language.text("self-test.no-glyph", count=len(missing), characters=shown))
        return Found(True, language.text("self-test.glyphs", count=len(wanted)))

    return Planned("font", weight, run)


def scripts(language: Language) -> Planned:
    """Whether names in other scripts can be drawn: each has a font of its own, which may have been left out."""

    def run() -> Found:
        from desktop.report.fonts import without_glyph

        missing = without_glyph(OTHER_NAMES)
        shown = language.text("list.comma").join(f"{c} U+{ord(c):04X}" for c in missing[:MOST_GLYPHS])
        detail = language.text("self-test.no-glyph", count=len(missing), characters=shown) if missing else ""
        return Found(not missing, detail)

    return Planned("font", "names", run)


def characters(usable: Sequence[Pack]) -> set[str]:
    """Characters of both catalogues, of all that packs say, of Latin and of Chinese names."""
    from inference.reading import to_plain

    texts = [text for code in LANGUAGES for text in catalogue(code).values()]
    for pack in usable:
        texts += _texts(to_plain(pack.manifest))
    found = {*"".join(texts), *(chr(code) for block in NAMES for code in block)}
    return {character for character in found if unicodedata.category(character)[0] not in "CZ"}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


def _font(weight: str) -> Callable[[str], bool]:
    """Whether a weight has a glyph for a character."""
    from PySide6.QtGui import QRawFont

    from desktop.places import bundled

    ensure_gui()
    font = QRawFont((bundled("fonts") / WEIGHTS[weight]).read_bytes(), PIXELS)
    return lambda character: font.isValid() and font.supportsCharacter(ord(character))


def printed(pack: Pack, code: str, language: Language) -> Planned:
    """A report in one language, with its font inside the PDF."""

    def run() -> Found:
        from desktop.report.files import write_files

        outcome = run_case(pack, read_case(pack), EngineProvider())
        with tempfile.TemporaryDirectory() as folder:
            written = write_files(outcome, Language(code), "A4", Path(folder) / "测试 é")
            whole = written.pdf.read_bytes()
        embedded = b"PrecontrastSans" in whole.replace(b"-", b"")
        good = whole.startswith(b"%PDF-1.4") and embedded
        return Found(good, "" if good else language.text("self-test.no-fonts"))

    return Planned("report", code, run)
