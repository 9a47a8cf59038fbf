"""Icons take the ink of the theme, and every icon in the code is there."""

import ast
from pathlib import Path

import pytest

from inference.errors import PrecontrastError
from resources.icons.make import NAMES
from tests.helpers.sources import calls
from ui.icons import icon, program_icon
from ui.theme import DARK, LIGHT, apply_theme

UI = Path(__file__).parents[2] / "ui"


def named_in_code() -> set[str]:
    """First arguments of ``icon("...")`` and ``button("...")``."""
    firsts = (call.args[0] for path in UI.rglob("*.py") for call in calls(path, ("icon", "button")))
    return {first.value for first in firsts if isinstance(first, ast.Constant) and first.value}


def mean_ink(picture):
    image = picture.toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    inked = [pixel.lightnessF() for pixel in pixels if pixel.alphaF() > 0.9]
    return sum(inked) / len(inked)


def test_every_icon_in_the_code_is_copied():
    assert named_in_code() <= set(NAMES)


def test_an_icon_is_drawn_in_the_ink_of_the_theme(qapp):
    apply_theme(qapp, LIGHT, "Precontrast Sans")
    dark_ink = mean_ink(icon("x").pixmap(64, 64))
    apply_theme(qapp, DARK, "Precontrast Sans")
    light_ink = mean_ink(icon("x").pixmap(64, 64))
    apply_theme(qapp, LIGHT, "Precontrast Sans")
    assert dark_ink < 0.3 < 0.7 < light_ink


def test_a_missing_icon_says_how_to_make_it():
    with pytest.raises(PrecontrastError, match=r"icons\.missing"):
        icon("no-such-icon")


def test_the_program_has_an_icon_of_its_own(qapp):
    picture = program_icon().pixmap(64, 64).toImage()
    # The blue plate of the drawing, inside its rounded corners.
    assert picture.pixelColor(5, 32).name() == "#0b5cad"
    assert picture.pixelColor(0, 0).alpha() == 0
