"""Make the report's fonts from the pinned font packages: ``python -m resources.fonts.make``.

Noto Sans SC (SIL Open Font License 1.1) comes as one variable font. Qt embeds only its thinnest instance in a PDF and
maps some glyphs back to Kangxi radicals, so two fixed weights are cut from it, without radicals and layout features.
Names are written in other scripts too: what Noto Sans SC lacks comes from the other fonts of the Noto family, each cut
to its script and with the layout features that its letters join by. The results carry names of their own, as the
licence asks of changed fonts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

FAMILY = "Precontrast Sans"
WEIGHTS = {"Regular": 400, "Bold": 700}
ASCENT, DESCENT = 1160, 288
"""Of Noto Sans SC, in thousandths of its size."""
RADICALS = range(0x2E80, 0x2FE0)
COMPATIBILITY = range(0xF900, 0xFB00)
BEYOND_THE_FIRST_PLANE = range(0x20000, 0x32000)
EVERYTHING = (range(0x110000),)
JOINERS = (range(0x200C, 0x200E), range(0x25CC, 0x25CD))
"""Zero-width joiners, and the dotted circle that stands for a missing letter."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What is cut out of one variable font.

    Attributes
    ----------
    name
        Behind ``Precontrast Sans``; empty for the family itself.
    package, path
        Where the variable font lies in its package.
    kept, dropped
        Ranges of characters.
    joins
        Whether letters change their form or place by their neighbours.
    """

    name: str
    package: str
    path: str
    kept: tuple[range, ...] = EVERYTHING
    dropped: tuple[range, ...] = ()
    joins: bool = False

    @property
    def family(self) -> str:
        """Name of the made font."""
        return f"{FAMILY} {self.name}".rstrip()

    def file(self, weight: str) -> Path:
        """Where a weight lies."""
        return Path(__file__).parent / f"{self.family.replace(' ', '')}-{weight}.ttf"

    def characters(self, offered: Iterable[int]) -> list[int]:
        """The characters that are kept of those that the font has."""
        return [c for c in offered if any(c in r for r in self.kept) and not any(c in r for r in self.dropped)]


def _noto(script: str, package: str, *kept: range) -> Cut:
    path = f"notosans{script.lower()}/NotoSans{script}[wdth,wght].ttf"
    return Cut(script, f"justmytype_intl_{package}", path, (*kept, *JOINERS), joins=True)


_LATIN = ("justmytype_western_core", "notosans/NotoSans[wdth,wght].ttf")
CUTS = (
    Cut("", "justmytype_intl_cjk", "notosanssc/NotoSansSC[wght].ttf", dropped=(RADICALS, COMPATIBILITY)),
    # Quotation marks, dashes and dots as wide as Latin writing has them; Chinese has them as wide as a character.
    Cut("Marks", *_LATIN, (range(0xB7, 0xB8), range(0x2010, 0x2027), range(0x2030, 0x205F))),
    Cut("Latin", *_LATIN, (range(0x20, 0x530), range(0x1C80, 0x2070), range(0x2DE0, 0x2E00), range(0xA640, 0xA800))),
    Cut(
        "Hangul",
        "justmytype_intl_cjk",
        "notosanskr/NotoSansKR[wght].ttf",
        (range(0x3131, 0x3164), range(0xAC00, 0xD7A4)),
    ),
    # Rare ideographs of names.
    Cut("Ideographs", "justmytype_intl_cjk", "notosanstc/NotoSansTC[wght].ttf", (BEYOND_THE_FIRST_PLANE,)),
    Cut("Kanji", "justmytype_intl_cjk", "notosansjp/NotoSansJP[wght].ttf", (BEYOND_THE_FIRST_PLANE,)),
    _noto(
        "Arabic",
        "rtl",
        range(0x600, 0x700),
        range(0x750, 0x780),
        range(0x8A0, 0x900),
        range(0xFB50, 0xFDFE),
        range(0xFE70, 0xFEFD),
    ),
    _noto("Hebrew", "rtl", range(0x590, 0x600), range(0xFB1D, 0xFB50)),
    _noto("Devanagari", "south_asia", range(0x900, 0x980), range(0xA8E0, 0xA900)),
    _noto("Bengali", "south_asia", range(0x964, 0x966), range(0x980, 0xA00)),
    _noto("Tamil", "south_asia", range(0xB80, 0xC00)),
    _noto("Telugu", "south_asia", range(0xC00, 0xC80)),
    _noto("Thai", "sea", range(0xE00, 0xE80)),
    _noto("Lao", "sea", range(0xE80, 0xF00)),
    _noto("Khmer", "sea", range(0x1780, 0x1800)),
    _noto("Myanmar", "sea", range(0x1000, 0x10A0)),
)


def make(cut: Cut, weight: str) -> Path:
    """Cut one weight and write it beside this file."""
    from fontTools.ttLib import TTFont

    # Neither bounds nor times are worked out anew: the outlines are as they were cut, and the same are made every time.
    font = TTFont(BytesIO(_cut_out(cut, weight)), recalcBBoxes=False, recalcTimestamp=False)
    _rename(font, cut.family, weight)
    if cut.name:
        _stand_on_one_line(font)
    font.save(target := cut.file(weight))
    return target


def _cut_out(cut: Cut, weight: str) -> bytes:
    """The font of these characters at one point of all its axes."""
    import uharfbuzz

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(source(cut)))
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.set(cut.characters(face.unicodes))
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    wanted.layout_feature_tag_set.clear()
    if cut.joins:
        wanted.layout_feature_tag_set.invert()
    wanted.pin_all_axes_to_default(face)
    wanted.pin_axis_location(face, "wght", WEIGHTS[weight])
    return wanted.subset(face).blob.data


def _stand_on_one_line(font: Any) -> None:
    """Give a font the heights of the family itself, or a name of another script stands lower than its line."""
    line, windows = font["hhea"], font["OS/2"]
    line.ascent = windows.sTypoAscender = windows.usWinAscent = ASCENT
    line.descent = windows.sTypoDescender = -DESCENT
    windows.usWinDescent = DESCENT
    line.lineGap = windows.sTypoLineGap = 0


def _rename(font: Any, family: str, weight: str) -> None:
    names = font["name"]
    for record in (16, 17, 25):
        names.removeNames(record)
    full = f"{family} {weight}"
    for record, value in ((1, family), (2, weight), (3, full), (4, full), (6, full.replace(" ", "-"))):
        names.setName(value, record, 3, 1, 0x409)
    bold = weight == "Bold"
    font["OS/2"].usWeightClass = WEIGHTS[weight]
    font["OS/2"].fsSelection = 0x20 if bold else 0x40
    font["head"].macStyle = 1 if bold else 0


def source(cut: Cut) -> Path:
    """The variable font in the pinned package."""
    from importlib.resources import files

    return Path(str(files(cut.package))) / "fonts" / "ofl" / cut.path


def main() -> None:
    """Make what is not there yet."""
    missing = [(cut, weight) for cut in CUTS for weight in WEIGHTS if not cut.file(weight).exists()]
    for cut, weight in missing:
        path = make(cut, weight)
        print(f"{path.name}: {path.stat().st_size / 2**20:.2f} MiB")


if __name__ == "__main__":
    main()
