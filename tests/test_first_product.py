"""The program knows no event and no region by name: what it says of them stands in the packs."""

import re
from pathlib import Path

import pytest

from resources.messages import catalogue

ROOT = Path(__file__).parents[1]
LANGUAGES = ("en", "zh")

ALLOWED = {
    # The columns of stores of before, and how they are read.
    r"extravas|外渗": {"desktop/cases/schema.py", "desktop/cases/upgrade.py", "desktop/cases/upgrade_events.py"},
    # The program's own phantom is of this region; the factory trains one network of it.
    r"thoracic.inlet|胸廓入口|venous angle|静脉角|carotid|jugular|subclavian|颈动脉|颈静脉|锁骨下": {
        "desktop/phantom_study.py",
        "factory.file.no-series",
    },
}
"""Where a word of the first product still stands. These lists only shrink: a place that is free of it goes."""
ALLOWED_MESSAGES = {
    # The key of the site's profile, and a rule of answers that contradict each other.
    r"injection|注射": {
        "finding.answers.contradict.new-line-in-place-for-long",
        "schema.problem.prevalence-counts",
        "schema.problem.prevalence-form",
    },
    # Usual windows of the viewer.
    r"(?<!-)\bvessels?\b(?!-)|血管": {"ui.viewer.action.preset-angiography", "ui.viewer.action.preset-vessel"},
}
"""The same of what the program says; the factory trains networks of vessels, and says so."""


@pytest.mark.parametrize("words", ALLOWED)
def test_a_word_of_the_first_product_stands_only_where_it_is_listed(words):
    pattern = re.compile(words, re.IGNORECASE)
    sources = (path for folder in ("inference", "desktop", "ui") for path in (ROOT / folder).rglob("*.py"))
    found = {
        path.relative_to(ROOT).as_posix()
        for path in sources
        if "phantom/" not in path.as_posix() and pattern.search(path.read_text(encoding="utf-8"))
    }
    assert found | messages_with(pattern) == ALLOWED[words]


@pytest.mark.parametrize("words", ALLOWED_MESSAGES)
def test_the_program_names_what_is_done_and_looked_at_only_where_it_is_listed(words):
    pattern = re.compile(words, re.IGNORECASE)
    said = ((name, text) for language in LANGUAGES for name, text in catalogue(language).items())
    found = {name for name, text in said if pattern.search(text) and not name.startswith("factory.")}
    assert found == ALLOWED_MESSAGES[words]


def messages_with(pattern: re.Pattern) -> set[str]:
    return {
        name for language in LANGUAGES for name, text in catalogue(language).items() if pattern.search(f"{name} {text}")
    }
