"""Colours that can be read, in both themes."""

import itertools
import re

import pytest
from PySide6.QtGui import QColor

from desktop.language import Language
from desktop.pack_library import PackLibrary
from desktop.places import default_places
from desktop.report.fonts import ensure_gui
from resources.paper.fonts import FAMILY
from ui.panels.states import ProgressPage
from ui.theme import DARK, LIGHT, THEMES, _style_sheet, apply_theme, contrast, readable, theme_of

LEAST = 4.5
"""WCAG 2.2, success criterion 1.4.3."""
INKS = ("text", "quiet", "accent", "danger", "warning", "good", "note")
GROUNDS = ("ground", "surface", "raised")
ALL = list(THEMES.values())


def pack_colours():
    """Colours of all shipped packs' tiers and structures."""
    manifests = [listed.pack.manifest for listed in PackLibrary(default_places()).all() if listed.pack]
    assert manifests
    return sorted({part.colour for m in manifests for part in (*m.tiers, *m.structures)})


@pytest.mark.parametrize(("theme", "ink", "ground"), list(itertools.product(ALL, INKS, GROUNDS)))
def test_every_ink_can_be_read_on_every_ground(theme, ink, ground):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= LEAST


@pytest.mark.parametrize("theme", ALL)
def test_text_on_the_accent_can_be_read(theme):
    assert contrast(theme.accent, theme.on_accent) >= LEAST


@pytest.mark.parametrize("theme", ALL)
def test_every_rule_of_the_style_sheet_can_be_read(theme):
    """Text of a rule on the rule's own ground, or on all grounds where it names none."""
    colour = re.compile(r"(?<![-\w])(color|background): (#[0-9a-f]{6})")
    grounds, checked = [getattr(theme, ground) for ground in GROUNDS], 0
    for rule in _style_sheet(theme).split("}"):
        named = dict(colour.findall(rule))
        if "::chunk" in rule or "::handle" in rule or not named:
            continue  # nothing is written there
        for ground in [named["background"]] if "background" in named else grounds:
            assert contrast(named.get("color", theme.text), ground) >= LEAST, rule
            checked += 1
    assert checked > 40


def test_nothing_is_written_on_a_bar_that_fills(qtbot):
    page = ProgressPage()
    qtbot.addWidget(page)
    page.set_language(Language("en"))
    page.show_stage("load", 0.43)
    assert not page.bar.isTextVisible()
    assert page.share.text() == "43 %"


@pytest.mark.parametrize(("theme", "colour"), list(itertools.product(ALL, pack_colours())))
def test_colours_of_packs_are_made_readable(theme, colour):
    shown = readable(colour, theme)
    assert min(contrast(shown, getattr(theme, ground)) for ground in GROUNDS) >= LEAST


def test_a_colour_that_can_be_read_already_is_left_as_it_is():
    assert readable("#0b3d6e", LIGHT) == "#0b3d6e"


def test_contrast_of_black_and_white_is_21():
    """The definition's own extremes."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


def test_a_widget_knows_the_theme_that_it_is_shown_in(qtbot, qapp):
    from PySide6.QtWidgets import QWidget

    ensure_gui()
    for theme in (DARK, LIGHT):
        apply_theme(qapp, theme, FAMILY)
        widget = QWidget()
        qtbot.addWidget(widget)
        assert theme_of(widget) is theme
        assert theme.dark == (QColor(theme.ground).lightnessF() < 0.5)
