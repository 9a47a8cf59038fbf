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
    # The key of the site's profile, a rule of answers that contradict each other, and a table of the factory.
    r"injection|注射": {
        "factory.recalibrate.few-with",
        "factory.recalibrate.few-without",
        "finding.answers.contradict.new-line-in-place-for-long",
        "inference/site.py",
        "schema.problem.prevalence-counts",
        "schema.problem.prevalence-form",
        "ui/dialogs/site_rates.py",
    },
}
"""Where a word of the first product still stands. These lists only shrink: a place that is free of it goes."""


@pytest.mark.parametrize("words", ALLOWED)
def test_a_word_of_the_first_product_stands_only_where_it_is_listed(words):
    pattern = re.compile(words, re.IGNORECASE)
    sources = (path for folder in ("inference", "desktop", "ui") for path in (ROOT / folder).rglob("*.py"))
    found = {
        path.relative_to(ROOT).as_posix()
        for path in sources
        if "phantom/" not in path.as_posix() and pattern.search(path.read_text(encoding="utf-8"))
    }
    for language in LANGUAGES:
        found |= {name for name, text in catalogue(language).items() if pattern.search(f"{name} {text}")}
    assert found == ALLOWED[words]
