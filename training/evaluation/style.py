"""How every figure looks: one width, one font, colours that colour-blind readers can tell apart, no decoration."""

from __future__ import annotations

import functools
import io
import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import matplotlib
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from resources.paper.fonts import FAMILY, FontMissing, family_files
from training.errors import BadInput
from training.workspace import write_bytes, write_text

FAMILIES = f"'{FAMILY}', 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
"""For a reader of an SVG whose machine lacks the report's font."""
WIDTH_MM = 170.0
"""The text width of an A4 page; every figure has it, so that type is of one size in print."""
PNG_DOTS_PER_INCH = 150
INK, QUIET, FAINT = "#1b1f24", "#5f6873", "#d5d9de"


@dataclass(frozen=True, slots=True)
class Look:
    """How one model is drawn: told apart by three things at once."""

    colour: str
    dashes: str | tuple[float, tuple[float, ...]]
    marker: str


SHIPPED = Look("#0072b2", "-", "o")
OTHERS = (
    Look("#009e73", (0, (1.2, 1.2)), "^"),
    Look("#d55e00", (0, (5, 1.8)), "s"),
    Look("#cc79a7", (0, (5, 1.8, 1.2, 1.8)), "D"),
    Look("#e69f00", (0, (8, 1.8)), "v"),
)
"""Colours of Okabe and Ito, Color Universal Design, 2008."""
STYLE = {
    "font.family": FAMILY,
    "font.size": 8,
    "axes.titlesize": 8,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.labelsize": 8,
    "axes.labelcolor": INK,
    "axes.edgecolor": QUIET,
    "axes.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.unicode_minus": True,
    "xtick.labelsize": 7.5,
    "ytick.labelsize": 7.5,
    "xtick.color": QUIET,
    "ytick.color": QUIET,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "xtick.major.size": 2.5,
    "ytick.major.size": 2.5,
    "text.color": INK,
    "lines.linewidth": 1.4,
    "figure.constrained_layout.use": True,
    "svg.fonttype": "none",
    "path.simplify": True,
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure on disk."""

    svg: Path
    png: Path
    width_mm: float
    height_mm: float


def font_files() -> list[Path]:
    """The report's fonts.

    Raises
    ------
    BadInput
        When they have not been made.
    """
    try:
        return family_files()
    except FontMissing as error:
        raise without_font(error) from error


def without_font(error: FontMissing) -> BadInput:
    """What to do about a font that is missing or damaged."""
    return BadInput(f"{error} cannot be used; make the fonts: python -m resources.fonts.make")


@functools.cache
def load_fonts() -> None:
    """Make the fonts known to matplotlib."""
    for path in font_files():
        font_manager.fontManager.addfont(path)


def looks_of(models: Sequence[str], shipped: str) -> dict[str, Look]:
    """The look of each model; from the fifth that is not shipped on, looks come again."""
    others = itertools.cycle(OTHERS)
    return {model: SHIPPED if model == shipped else next(others) for model in models}


def draw(stem: Path, height_mm: float, fill: Callable[[Figure], None]) -> Drawn:
    """Draw one figure and write it as SVG and PNG; the same figure gives the same bytes.

    Parameters
    ----------
    stem
        Path without a suffix.
    fill
        Puts axes into the empty figure.
    """
    load_fonts()
    # Ids that do not depend on the run, but differ between figures that stand in one page.
    with matplotlib.rc_context({**STYLE, "svg.hashsalt": stem.name}):
        figure = Figure(figsize=(WIDTH_MM / 25.4, height_mm / 25.4))
        FigureCanvasAgg(figure)
        fill(figure)
        # Not by adding a suffix to the name: a stem may hold a dot.
        svg, png = stem.with_name(f"{stem.name}.svg"), stem.with_name(f"{stem.name}.png")
        text, picture = io.StringIO(), io.BytesIO()
        figure.savefig(text, format="svg", metadata={"Date": None, "Creator": None})
        figure.savefig(picture, format="png", dpi=PNG_DOTS_PER_INCH, metadata={"Software": None})
    write_text(svg, plain_svg(text.getvalue(), stem.name))
    write_bytes(png, picture.getvalue())
    return Drawn(svg, png, WIDTH_MM, height_mm)


def plain_svg(text: str, name: str) -> str:
    """An SVG that can stand inside a page: no prologue, metadata or style sheet, ids of its own, text as text."""
    text = text[text.index("<svg") :]
    text = re.sub(r"\s*<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    text = re.sub(r"\s*<defs>\s*<style.*?</style>\s*</defs>", "", text, flags=re.DOTALL)
    text = text.replace("<svg ", '<svg stroke-linejoin="round" stroke-linecap="butt" ', 1)
    text = re.sub(r'\bid="', f'id="{name}-', text)
    text = re.sub(r'href="#', f'href="#{name}-', text)
    text = text.replace(f"font-family: '{FAMILY}'", f"font-family: {FAMILIES}")
    return re.sub(r"url\(#", f"url(#{name}-", text).rstrip() + "\n"


def quiet_grid(axes: Axes, axis: str) -> None:
    """Thin lines behind the data, where a reader takes values off."""
    axes.grid(axis=axis, color=FAINT, linewidth=0.5)
    axes.set_axisbelow(True)
