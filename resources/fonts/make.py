"""Make the report's fonts from the pinned font package: ``python -m resources.fonts.make``.

Noto Sans SC (SIL Open Font License 1.1) comes as one variable font. Qt embeds only its thinnest instance in a PDF and
maps some glyphs back to Kangxi radicals, so two fixed weights are cut from it, without radicals and layout features.
The result carries a name of its own, as the licence asks of changed fonts.
"""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

FAMILY = "Precontrast Sans"
WEIGHTS = {"Regular": 400, "Bold": 700}
RADICALS = range(0x2E80, 0x2FE0)
COMPATIBILITY = range(0xF900, 0xFB00)


def make(weight_name: str) -> Path:
    """Cut one weight and write it beside this file."""
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    target = Path(__file__).parent / f"{FAMILY.replace(' ', '')}-{weight_name}.ttf"
    font = instancer.instantiateVariableFont(TTFont(source()), {"wght": WEIGHTS[weight_name]})
    kept = [code for code in font.getBestCmap() if code not in RADICALS and code not in COMPATIBILITY]
    options = subset.Options(layout_features=[], glyph_names=False, hinting=False, notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=kept)
    cutter.subset(font)
    names = font["name"]
    for record in (16, 17):
        names.removeNames(record)
    full = f"{FAMILY} {weight_name}"
    for record, value in ((1, FAMILY), (2, weight_name), (3, full), (4, full), (6, full.replace(" ", "-"))):
        names.setName(value, record, 3, 1, 0x409)
    bold = weight_name == "Bold"
    font["OS/2"].usWeightClass = WEIGHTS[weight_name]
    font["OS/2"].fsSelection = 0x20 if bold else 0x40
    font["head"].macStyle = 1 if bold else 0
    font.save(target)
    return target


def source() -> Path:
    """The variable font in the pinned package."""
    from importlib.resources import files

    return Path(str(files("justmytype_intl_cjk"))) / "fonts" / "ofl" / "notosanssc" / "NotoSansSC[wght].ttf"


def main() -> None:
    """Make what is not there yet."""
    missing = [n for n in WEIGHTS if not (Path(__file__).parent / f"{FAMILY.replace(' ', '')}-{n}.ttf").exists()]
    with ProcessPoolExecutor(2) as pool:
        for path in pool.map(make, missing):
            print(f"{path.name}: {path.stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
