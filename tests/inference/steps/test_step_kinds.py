"""What is asked of every kind of step."""

import ast
import dataclasses
import re
from pathlib import Path

import pytest

from desktop.report.explanations import EXPLANATIONS
from desktop.report.results import PRESENTATIONS
from inference.packs.manifest import Manifest
from inference.reading import to_plain
from inference.risk import explanation
from inference.steps import KINDS, kind_of
from inference.steps.kind import Step
from tests.helpers.packs import BUNDLED, bundled
from tests.helpers.sources import nodes

ROOT = Path(__file__).parents[3]
TAGS = [field.default for kind in explanation.KINDS for field in dataclasses.fields(kind) if field.name == "kind"]
NAMES = {*KINDS, *TAGS}
ASKED = {name for name, value in vars(Step).items() if not name.startswith("_")}


@pytest.mark.parametrize("name", KINDS)
def test_no_field_of_a_kind_hides_what_is_asked_of_all(name):
    parameters = KINDS[name].parameters
    fields = {field.name for field in dataclasses.fields(parameters)}
    assert issubclass(parameters, Step)
    assert {"kind", "id"} <= fields
    assert not fields & ASKED


def test_kinds_are_known_by_the_name_that_a_manifest_gives_them():
    assert {kind.name for kind in KINDS.values()} == KINDS.keys()
    assert all(KINDS[name].name == name for name in KINDS)


def test_every_kind_that_gives_results_says_how_they_read():
    assert {name for name, kind in KINDS.items() if kind.answers == "results"} <= PRESENTATIONS.keys() <= KINDS.keys()


@pytest.mark.parametrize("pack", BUNDLED)
def test_steps_of_the_shipped_packs_are_of_the_kind_they_name(pack):
    manifest = bundled(pack).manifest
    assert isinstance(manifest, Manifest)
    for step, plain in zip(manifest.steps, to_plain(manifest)["steps"], strict=True):
        assert type(step) is kind_of(step).parameters
        assert plain["kind"] == step.kind


def test_what_a_step_reads_rests_on_and_is_called_is_asked_of_every_kind():
    steps = {(pack, step.id): step for pack in BUNDLED for step in bundled(pack).manifest.steps}
    roles = {(pack, image.id) for pack in BUNDLED for image in bundled(pack).manifest.images}
    read = {(pack, role) for (pack, _), step in steps.items() for role in step.images_read}
    assert read == roles
    for (pack, name), step in steps.items():
        plain = to_plain(step)
        assert step.images_read == {plain["image"]} - {None} if "image" in plain else not step.images_read, (pack, name)
        assert step.rests_on >= set(plain.get("evidence", ())), (pack, name)
        assert (None if step.heading is None else to_plain(step.heading)) == plain.get("title"), (pack, name)
        assert step.is_background == plain.get("information_only", False), (pack, name)
    assert {step.is_background for step in steps.values()} == {False, True}


def tells_apart(node: ast.Compare | ast.Match) -> bool:
    """Whether a kind, of whatever it is called, is compared with the name of a kind of step or explanation."""
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
    else:
        sides = [node.subject, *(case.pattern for case in node.cases)]
    asked = any("kind" in (getattr(side, "attr", ""), getattr(side, "id", "")) for side in sides)
    return asked and any(
        isinstance(part, ast.Constant) and part.value in NAMES for side in sides for part in ast.walk(side)
    )


@pytest.mark.parametrize("code", ['one.kind == "score"', 'kind in ("segment", "x")', 'match s.kind:\n case "trees": 0'])
def test_a_kind_is_seen_to_be_named_whatever_it_is_called(code):
    assert any(tells_apart(node) for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Compare | ast.Match))


def test_no_kind_is_named_outside_its_own_module():
    """What the program does with a kind is asked of the kind: no name is compared, no field looked for."""
    looked_for = re.compile(r"['\"]logistic['\"]|attr\(step\b")
    named = {
        f"{path.relative_to(ROOT)}:{number}"
        for house in ("inference", "desktop", "ui")
        for path in (ROOT / house).rglob("*.py")
        if path != ROOT / "inference/steps/logistic.py"
        for number in (
            *(node.lineno for node in nodes(path) if isinstance(node, ast.Compare | ast.Match) and tells_apart(node)),
            *(n for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if looked_for.search(line)),
        )
    }
    assert not named


def test_every_kind_of_explanation_has_its_words():
    assert set(TAGS) == EXPLANATIONS.keys()
