"""The fonts of all that is printed: found without Qt, and missed by name."""

import subprocess
import sys

import pytest

from resources.paper import fonts


def test_names_of_fonts_are_known_without_loading_qt():
    code = "import sys, resources, resources.paper.fonts; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_font_that_was_not_made_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    (tmp_path / fonts.FILES[0]).touch()
    with pytest.raises(fonts.FontMissing, match=fonts.FILES[1]):
        fonts.family_files()
    assert fonts.other_files() == []


def test_the_family_comes_before_the_other_scripts_and_all_have_what_names_need():
    fonts.ensure_gui("test")
    assert all(fonts.holds(character) for character in "A中ก한")
    assert not fonts.holds("\u0f56")
    assert fonts.families("en") == [fonts.LATIN_MARKS, fonts.FAMILY]
    assert fonts.families("zh") == [fonts.FAMILY]
