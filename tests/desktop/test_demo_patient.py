"""Every pack can be shown on a patient that the program makes: with images, without, and with drawn structures."""

import json

import numpy as np
import pytest

from desktop.cli import exits
from desktop.cli.main import main
from desktop.demo_patient import write_patient
from desktop.pack_library import PackLibrary
from desktop.phantom_study import INLET
from desktop.places import HOME_VARIABLE, default_places
from desktop.screening import Order, screen
from inference.engines import EngineProvider
from inference.golden import CASE
from inference.volume import Grid, Volume
from tests.helpers.drawing import CLOT, MANIFEST, STEP
from tests.helpers.packs import BUNDLED, WITHOUT_MODELS, bundled, text, write_pack

HEAD = {
    "id": "head",
    "title": text("head", "头部"),
    "landmark": text("widest part of the skull", "颅骨最宽处"),
    "header": {"en": ["head"]},
    "needed": {"below": 40, "above": 40},
    "whole": {"below": 60, "above": 60},
    "seen_by": "skull",
    "sides": False,
}
UNLIKE = {"features.out-of-distribution"}
"""A pack may know lesions of its own simulator only, and say so of another."""
GOLDEN = {CASE: json.dumps({"sheet": {}, "expected": {"kind": "answer"}}).encode()}


@pytest.fixture
def library(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return PackLibrary(default_places(), allow_unsigned=True)


def shown(library, pack, folder):
    """What comes out for the patient of a pack."""
    patient = write_patient(library.open(pack), folder)
    order = Order(pack, patient.studies, patient.answers, masks=patient.masks, reader="test")
    return patient, screen(order, library, EngineProvider()).outcome


@pytest.mark.parametrize("name", WITHOUT_MODELS)
def test_every_pack_without_networks_is_answered_on_its_patient(name, library, tmp_path):
    _, outcome = shown(library, name, tmp_path / "demo")
    against = {finding.code for finding in outcome.findings if finding.severity == "blocking"}
    assert against <= UNLIKE
    assert outcome.risk is not None or all(result.value is not None for result in outcome.results[:1]) or against


@pytest.mark.parametrize("name", sorted({*BUNDLED} - {*WITHOUT_MODELS}))
def test_every_pack_with_networks_gets_a_study_for_each_image_that_it_needs(name, tmp_path, monkeypatch):
    small = Volume(np.zeros((2, 4, 4), np.int16), Grid((0, 0, 0), (2, 1, 1), (2, 4, 4)))
    monkeypatch.setattr("desktop.demo_patient.image_of", lambda pack, source: small)
    pack = bundled(name)
    patient = write_patient(pack, tmp_path)
    needed = [role for role in pack.manifest.images if role.required]
    drawn = {name for step in pack.manifest.steps if step.kind == "drawn" for name in step.wanted}
    assert len(patient.studies) >= len(needed) > 0
    assert {mask.partition("=")[0] for mask in patient.masks} >= drawn
    assert patient.images >= 2 * len(needed)


def test_a_drawn_structure_comes_with_a_mask_on_a_head_that_passes_the_gates(library, tmp_path):
    parts = {**MANIFEST, "images": [{**MANIFEST["images"][0], "region": "head"}], "regions": [HEAD]}
    second = {**CLOT, "id": "rim", "volume_ml": {"low": 2, "high": 5}}
    parts |= {
        "structures": [{**CLOT, "volume_ml": {"low": 1, "high": 100}}, second],
        "steps": [{**STEP, "structures": ["clot", "rim"]}, *MANIFEST["steps"][1:]],
    }
    folder = write_pack(tmp_path / "clot", GOLDEN, **parts)
    patient, outcome = shown(library, str(folder), tmp_path / "demo")
    assert [mask.partition("=")[0] for mask in patient.masks] == ["clot", "rim"]
    assert outcome.kind == "answer"
    assert {finding.code for finding in outcome.findings} >= {"drawn.in-place", "region.covered"}
    measured = {measure.structure: measure for measure in outcome.measures}
    assert measured["clot"].volume_ml == pytest.approx((2 * 25) ** 0.5, rel=0.1)
    assert measured["rim"].volume_ml == pytest.approx(10**0.5, rel=0.1)
    assert all(measure.mean_hu == pytest.approx(65, abs=4) for measure in outcome.measures)
    assert outcome.patient.id != INLET.patient_id
    assert {edit.by for edit in outcome.edits} == {"test"}


def test_only_the_study_is_written_where_that_is_asked_and_refused_where_a_pack_needs_none(library, tmp_path, capsys):
    assert (
        main(["--lang", "en", "demo", "--pack", "ich-nag", "--study-only", "--out", str(tmp_path)]) == exits.BAD_INPUT
    )
    said = capsys.readouterr().err
    assert "ich-nag" in said and "--study-only" in said
    assert not (tmp_path / "answers.json").exists()
