"""Every recipe and every shipped pack has its page in both languages, and the index leads to it."""

import json
import re
from pathlib import Path

import pytest

from tests.helpers.packs import BUNDLED, RESOURCES

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "systems"
LANGUAGES = ("en", "zh")
RECIPES = sorted(path.stem for path in (ROOT / "training" / "recipes").glob("*.toml"))
NAMES = sorted({path.name.split(".")[0] for path in FOLDER.iterdir()} - {"README"})
HEADINGS = {
    "en": ["What it takes", "What it gives", "Try it", "Train it on your cohort", "What the paper found",
           "What our simulation shows", "Limits"],
    "zh": ["需要什么", "给出什么", "试一试", "用本院队列训练", "论文结果", "仿真结果", "局限"],
}  # fmt: skip
MARKS = {
    "en": ["[abstract]", "[public]", "[computed]", "[unconfirmed]", "[simulated]"],
    "zh": ["[摘要]", "[公开]", "[计算]", "[未证实]", "[仿真]"],
}


def page(name: str, language: str) -> str:
    return (FOLDER / f"{name}.{language}.md").read_text(encoding="utf-8")


def index() -> str:
    return (FOLDER / "README.md").read_text(encoding="utf-8")


def named(name: str, language: str) -> set[str]:
    """Ids of packs and recipes that a page says it is of."""
    begins = ("Pack ", "模型包 ", "Recipe ", "方案 ")
    line = next(line for line in page(name, language).splitlines() if line.startswith(begins))
    return set(re.findall(r"`([\w-]+)`", line))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_recipe_and_each_shipped_pack_has_a_page_and_each_page_is_of_one(language):
    covered = {name: named(name, language) for name in NAMES}
    assert {one for ids in covered.values() for one in ids} == {*RECIPES, *BUNDLED}
    assert all(ids for ids in covered.values())


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_its_headings_and_says_the_same_in_both_languages(name):
    texts = {language: page(name, language) for language in LANGUAGES}
    for language, text in texts.items():
        assert re.findall(r"^## (.*)", text, re.MULTILINE) == HEADINGS[language]
        assert text.startswith("# ")
    assert named(name, "en") == named(name, "zh")
    shapes = [re.sub(r"[^|]", "", row) for row in re.findall(r"^\|.*", texts["en"], re.MULTILINE)]
    assert shapes == [re.sub(r"[^|]", "", row) for row in re.findall(r"^\|.*", texts["zh"], re.MULTILINE)]
    commands = [re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for text in texts.values()]
    assert commands[0] == commands[1]
    counts = [[texts[language].count(mark) for mark in MARKS[language]] for language in LANGUAGES]
    assert counts[0] == counts[1]
    figures = [sorted(set(re.findall(r"(?<![\w.])\d*\.\d+", text))) for text in texts.values()]
    assert figures[0] == figures[1]


@pytest.mark.parametrize("name", ["README", *NAMES])
def test_links_of_pages_lead_somewhere_and_the_index_lists_every_page(name):
    for text, suffix in [(index(), "")] if name == "README" else [(page(name, code), code) for code in LANGUAGES]:
        for link in re.findall(r"\]\((?!https?:)([^)#]+)", text):
            assert (FOLDER / link).exists(), (name, suffix, link)
    if name != "README":
        assert f"({name}.en.md)" in index() and f"({name}.zh.md)" in index()


@pytest.mark.parametrize("name", BUNDLED)
def test_a_page_has_the_status_of_its_pack_and_the_command_that_shows_it(name):
    own = next(one for one in NAMES if name in named(one, "en"))
    status = json.loads((RESOURCES / "packs" / name / "pack.json").read_text(encoding="utf-8"))["status"]
    line = next(line for line in page(own, "en").splitlines() if f"`{name}`" in line)
    assert status.split("-")[0] in line and "RESEARCH USE ONLY" in line
    assert re.search(rf"^make demo( PACK={name})?$", page(own, "en"), re.MULTILINE)
