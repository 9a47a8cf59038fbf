"""The report's fonts have a glyph for all that a report may say, and a missing one is named."""

import pytest

from desktop.pack_checks import reports
from desktop.pack_checks.reports import WEIGHTS, characters, glyphs, scripts
from resources.messages import catalogue
from tests.helpers.packs import make_pack, text


@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_character_has_a_glyph(weight, pack, language):
    check = glyphs([pack], weight, language).done(language)
    assert check.passed, check.detail


def test_names_in_other_scripts_have_glyphs_and_a_font_that_was_left_out_is_noticed(language, monkeypatch):
    assert scripts(language).done(language).passed
    monkeypatch.setattr(reports, "OTHER_NAMES", "Ж\u0f56")
    check = scripts(language).done(language)
    assert not check.passed
    assert "U+0F56" in check.detail


def test_what_is_asked_for_covers_both_languages_packs_and_names():
    wanted = characters([make_pack(title=text("Test", "鱻"))])
    assert {c for message in catalogue("zh").values() for c in message if c.isalnum()} <= wanted
    assert {"A", "z", "é", "患", "镕", "鱻"} <= wanted


def test_a_character_without_a_glyph_is_named(language):
    check = glyphs([make_pack(title=text("Test \U0001f9ea"))], "regular", language).done(language)
    assert not check.passed
    assert "U+1F9EA" in check.detail


def test_a_font_that_is_not_one_fails(pack, language, monkeypatch, tmp_path):
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "broken.ttf").write_bytes(b"no font")
    monkeypatch.setitem(reports.WEIGHTS, "regular", "broken.ttf")
    monkeypatch.setattr("desktop.places.bundled", lambda name: tmp_path / name)
    assert not glyphs([pack], "regular", language).done(language).passed
