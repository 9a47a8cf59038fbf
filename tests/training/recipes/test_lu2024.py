"""Lu 2024 as a recipe: a drawn haematoma, radiomics and deep features, three models; its pack answers and refuses."""

import json
import shutil
from dataclasses import replace
from functools import partial
from types import SimpleNamespace

import numpy as np
import pytest

from desktop.cli import exits
from desktop.cli.main import main as desktop
from desktop.pack_library import PackLibrary
from desktop.places import default_places
from inference.dicom import scan
from inference.dicom.writing import write_series
from inference.engines import EngineProvider
from inference.golden import compare, read_case, run_case
from inference.packs.signing import new_key, sign
from inference.packs.store import load_pack
from inference.pipeline import Request, run
from inference.segmentation import Segmentation
from tests.helpers import haematoma
from training import chain
from training.cli import build_parser, main
from training.features import cases, steps
from training.learners.learner import Effort
from training.packing import quantize, status
from training.recipes import find_recipe
from training.risk import train as risk_train
from training.risk.patients import read_features
from training.simulate.writing import shared_header, uid_of
from training.workspace import Workspace

SETTINGS = """
recipe = "lu2024"
site_prevalence = 0.3
prevalence_source = "made up"
simulated = true
title = { en = "Heads in small", zh = "小型头颅" }
"""
TRAIN, OTHERS = 22, 4


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The work folder of a pack of small heads, which are not written as studies."""
    folder = tmp_path_factory.mktemp("lu2024")
    heads = haematoma.write_cohort(folder, SETTINGS, TRAIN, OTHERS)
    work, given = folder / "work", [str(folder / "cohort.csv"), "--work", str(folder / "work"), "--quiet"]
    loaded = lambda study, _: (None, SimpleNamespace(volume=heads[study.name]))  # noqa: E731
    with pytest.MonkeyPatch.context() as patch:
        for module in (cases, steps, quantize):
            patch.setattr(module, "load_study", loaded)
        patch.setattr(status, "chosen_series", lambda *_: SimpleNamespace(study_date="20240101", simulated=True))
        patch.setattr(risk_train, "Effort", partial(Effort, bootstraps=5))
        for command, *options in (
            ("split",),
            ("features", "--encoder", "onnx", "--weights", str(folder / "encoder.onnx")),
            ("train-risk", "--folds", "2", "--repeats", "1"),
            ("quantize", "--calibrate-on", "2"),
            ("build-pack", "--id", "ich-site"),
        ):
            assert main([command, *given, "--lang", "en", *options]) == 0, command
    return work


@pytest.fixture(scope="module")
def pack(made):
    return load_pack(made / "pack" / "ich-site", (), allow_unsigned=True)


def test_the_chain_draws_nothing_by_networks_and_makes_the_encoder_small(tmp_path):
    given = build_parser("run", chain).parse_args(
        ["run", str(tmp_path / "cohort.csv"), "--work", "w", "--recipe", "lu2024", "--simulate", "235"]
    )
    assert [one[0] for one in chain.commands(given)] == [
        *("simulate-cohort", "check", "split", "features", "train-risk", "quantize", "evaluate", "build-pack")
    ]


def test_the_table_holds_radiomics_and_deep_features_of_every_patient(made):
    recipe = find_recipe("lu2024")
    table = read_features(Workspace(made), recipe)
    radiomics = recipe.features[1].settings.features
    assert len(table.cases) == TRAIN + OTHERS and np.isfinite(table.features).all()
    assert table.names_of(("radiomics",)) == tuple(f"radiomics:{name}" for name in radiomics)
    assert len(table.names_of(("deep",))) == 4 and len(radiomics) == 107 + 2 * 93


def test_the_pack_has_one_score_of_both_vectors_and_gives_its_golden_case(pack):
    manifest = pack.manifest
    assert [step.kind for step in manifest.steps] == [
        *("drawn", "measure", "radiomics", "deep-features", "classify", "logistic")
    ]
    assert manifest.steps[4].features == ("radiomics", "deep")
    assert [(p.id, p.asked) for p in manifest.predictors] == [("fusedscore", False)]
    assert manifest.status == "simulation-trained"
    case = read_case(pack)
    assert case.expected.kind == "answer" and compare(run_case(pack, case, EngineProvider()), case.expected) == []


def outcome_of(pack, study, mask):
    """What the pack says of a study whose haematoma is drawn, or not."""
    found = scan([str(study)])
    grid, labels = haematoma.GRID, mask.astype(np.uint8)
    drawn = Segmentation("ct", labels, np.ones(labels.shape, np.float32), grid, ("haematoma",))
    corrected = {"drawing": drawn} if mask.any() else {}
    outcome = run(Request(pack, scan=found, corrected=corrected), EngineProvider())
    return outcome, {f.code for f in outcome.findings if f.severity == "blocking"}


def test_a_simulated_patient_with_a_mask_file_gets_an_answer_on_the_command_line(made, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "home"))
    places, folder = default_places(), tmp_path / "ich-site"
    places.keys.mkdir(parents=True)
    new_key(places.data / "own.key", places.keys / "own.pub")
    shutil.copytree(made / "pack" / "ich-site", folder)
    sign(folder, places.data / "own.key")
    PackLibrary(places).install(folder)
    volume, clot = haematoma.head(90, True)
    header = shared_header(1, 90, "H90", "A", 61, True) | {"BodyPartExamined": "HEAD", "SliceThickness": 4.0}
    write_series(volume, tmp_path / "study", header, partial(uid_of, 1, 90))
    mask = haematoma.write_mask(clot, tmp_path / "mask.nii.gz")
    given = [str(tmp_path / "study"), "--pack", "ich-site", "--mask", f"haematoma={mask}", "--out", str(tmp_path)]
    assert desktop(["screen", *given, "--json", "--lang", "en"]) == exits.ANSWER
    outcome = json.loads(capsys.readouterr().out)["outcome"]
    assert outcome["kind"] == "answer" and outcome["risk"]["explanation"]["kind"] == "additive"
    assert outcome["measures"][0]["structure"] == "haematoma"
    blank = haematoma.write_mask(np.zeros_like(clot), tmp_path / "mask.nii.gz")
    assert desktop(["screen", *given, "--lang", "en"]) == exits.BAD_INPUT
    assert blank.name in capsys.readouterr().err


@pytest.mark.parametrize(
    ("attributes", "code"),
    [
        ({}, "demonstration.simulated-outcomes"),
        ({"Modality": "MR"}, "series.none-suitable"),
        ({"ContrastBolusAgent": "Iohexol"}, "contrast.tag-only"),
    ],
)
def test_a_patient_of_flesh_another_modality_and_another_phase_get_no_risk(pack, tmp_path, attributes, code):
    volume, clot = haematoma.head(91, True)
    outcome, said = outcome_of(pack, haematoma.write_study(volume, tmp_path / "study", **attributes), clot)
    assert (outcome.kind, outcome.risk, code in said) == ("refusal", None, True)


def test_a_body_without_a_skull_and_a_haematoma_that_is_not_drawn_get_no_risk(pack, tmp_path):
    volume, clot = haematoma.head(92, True)
    body = haematoma.write_study(replace(volume, hu=np.where(volume.hu > 500, 40, volume.hu)), tmp_path / "body")
    assert outcome_of(pack, body, clot)[1] == {"region.no-skull"}
    study = haematoma.write_study(volume, tmp_path / "head")
    assert "drawn.missing" in outcome_of(pack, study, np.zeros_like(clot))[1]
