"""What is asked of every kind of step."""

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

ROOT = Path(__file__).parents[3]
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


def test_no_kind_is_named_outside_its_own_module():
    """What the program does with a kind is asked of the kind: no name is compared, no field looked for."""
    compared = re.compile(r"(step|explanation)(s\[[^]]*\])?\.kind (==|!=|in|not in) |['\"]logistic['\"]|attr\(step\b")
    named = {
        f"{path.relative_to(ROOT)}:{number}"
        for house in ("inference", "desktop", "ui")
        for path in (ROOT / house).rglob("*.py")
        if path != ROOT / "inference/steps/logistic.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if compared.search(line)
    }
    assert not named


def test_every_kind_of_explanation_has_its_words():
    tags = [field.default for kind in explanation.KINDS for field in dataclasses.fields(kind) if field.name == "kind"]
    assert set(tags) == EXPLANATIONS.keys()
