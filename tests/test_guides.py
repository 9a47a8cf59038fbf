"""The guides say the same in both languages, and name only commands that there are."""

import json
import re
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from desktop.cli.main import build_parser
from desktop.language import Language
from inference.engines import EngineProvider
from inference.golden import CASE, compare, read_case, run_case
from inference.packs.manifest import Manifest
from inference.packs.store import load_pack

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
GUIDES = ("admin-guide", "user-guide", "pack-author")
FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```", re.MULTILINE | re.DOTALL)


def read(name: str, language: str) -> str:
    return (DOCS / f"{name}.{language}.md").read_text(encoding="utf-8")


def without_fences(text: str) -> str:
    return FENCE.sub("", text)


@pytest.mark.parametrize("name", GUIDES)
def test_both_languages_have_the_same_headings_tables_and_pictures(name):
    def shape(language: str) -> list[str]:
        lines = without_fences(read(name, language)).splitlines()
        return [line.split()[0] if line[0] == "#" else "|" for line in lines if line[:1] in ("#", "|")]

    assert shape("en") == shape("zh")


@pytest.mark.parametrize("name", GUIDES)
def test_both_languages_name_the_same_commands(name):
    def commands(language: str) -> list[str]:
        return [body for kind, body in FENCE.findall(read(name, language)) if kind in ("sh", "bat")]

    assert commands("en") == commands("zh")


@pytest.mark.parametrize("name", ["admin-guide"])
def test_both_languages_name_the_same_files_options_and_values(name):
    def named(language: str) -> set[str]:
        return set(re.findall(r"`([^`\n]+)`", without_fences(read(name, language))))

    assert named("en") == named("zh")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", GUIDES)
def test_every_link_leads_to_a_file(name, language):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", read(name, language))
    assert links
    assert [link for link in links if not (DOCS / link).exists()] == []


def commands_of_the_program() -> list[list[str]]:
    code = "\n".join(body for _, body in FENCE.findall(read("admin-guide", "en")))
    lines = [line for line in code.splitlines() if re.match(r"(\S+/)?precontrast ", line)]
    return [line.split(">")[0].split()[1:] for line in lines]


@pytest.mark.parametrize("arguments", commands_of_the_program(), ids=" ".join)
def test_every_command_of_the_program_is_one(arguments):
    assert build_parser(Language("en")).parse_args(arguments).run is not None


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_places_of_the_guide_are_those_of_the_program(language, monkeypatch):
    from desktop.places import default_places

    monkeypatch.delenv("PRECONTRAST_HOME", raising=False)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_DIRS"):
        monkeypatch.delenv(name, raising=False)
    places, text = default_places(), read("admin-guide", language)
    for folder in (places.data, places.config, places.cache, places.machine):
        shown = str(folder).replace(str(Path.home()), "~") if folder.is_relative_to(Path.home()) else str(folder)
        assert f"`{shown}`" in text
    for file in (places.cases, places.audit, places.site, places.settings):
        assert f"`{file.name}`" in text


@pytest.mark.train
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_sample_cohort_and_the_encoders_shape_are_those_that_the_factory_takes(language):
    from inference.reading import parse_toml, read_typed
    from training.cohort.settings import CohortSettings
    from training.cohort.table import parse_table
    from training.recipes import find_recipe

    text = read("pack-author", language)
    recipe, samples = find_recipe("hu2025"), FENCE.findall(text)
    settings = next(body for kind, body in samples if kind == "toml" and "mask_labels" in body)
    table = next(body for kind, body in samples if kind == "csv" and body.startswith("case,"))
    plain = {**parse_toml(settings, "cohort.toml"), "recipe": recipe}
    parsed = parse_table(table, read_typed(CohortSettings, plain, "cohort.toml"), Path("cohort.csv"))
    assert (parsed.faults, [case.id for case in parsed.cohort.cases]) == ((), ["P001", "P002"])
    assert str(tuple(recipe.crops.shape)) in text


def test_the_pack_that_the_guide_writes_by_hand_gives_its_golden_case(tmp_path):
    manifest, case = (body for kind, body in FENCE.findall(read("pack-author", "en")) if kind == "json")
    assert [body for kind, body in FENCE.findall(read("pack-author", "zh")) if kind == "json"] == [manifest, case]
    (tmp_path / "pack.json").write_text(manifest, encoding="utf-8")
    (tmp_path / "golden").mkdir()
    (tmp_path / CASE).write_text(case, encoding="utf-8")
    pack = load_pack(tmp_path, (), allow_unsigned=True)
    golden = read_case(pack)
    assert golden.expected.numbers
    assert compare(run_case(pack, golden, EngineProvider()), golden.expected) == []
    required = {field.name for field in fields(Manifest) if field.default is field.default_factory is MISSING}
    assert json.loads(manifest).keys() == required | {"predictors"}


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "training/README.md"])
def test_every_link_from_outside_the_guides_leads_to_a_file(name):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / name).read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / name).parent.joinpath(link).exists()] == []


def test_every_file_in_the_tables_of_the_readme_is_there():
    """A name without a folder is in the folder that was named before it in its row."""
    missing, seen = [], 0
    for row in re.findall(r"^\|.*", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE):
        near = [ROOT, *(ROOT / link for link in re.findall(r"\]\(([^)]+)\)", row))]
        for name in re.findall(r"`([\w/-]+\.(?:py|toml|md|ts))`", row):
            found = next((path for folder in near if (path := folder / name).exists()), None)
            near += [found.parent] if found else []
            missing += [] if found else [name]
            seen += 1
    assert missing == []
    assert seen > 20


def test_every_decision_has_a_number_of_its_own_and_stands_in_the_table():
    folder = ROOT / "docs/adr"
    listed = re.findall(
        r"^\| \[(\d+)\]\((\d{4}-[a-z0-9-]+\.md)\) \|", (folder / "README.md").read_text(encoding="utf-8"), re.M
    )
    assert sorted(name for _, name in listed) == sorted({path.name for path in folder.iterdir()} - {"README.md"})
    assert all(int(number) == int(name[:4]) for number, name in listed)
    assert len({number for number, _ in listed}) == len(listed)
