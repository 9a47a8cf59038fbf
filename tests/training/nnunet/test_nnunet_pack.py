"""A pack around an imported nnU-Net model is tested and refused like any other."""

import io
import json

import numpy as np
import pytest

pytest.importorskip("torch", reason="needs the training extra")
pytest.importorskip("dynamic_network_architectures", reason="needs dynamic-network-architectures")

import SimpleITK as sitk

from desktop.cli import exits
from desktop.cli.main import main as precontrast
from inference.engines import EngineProvider
from inference.engines.graph import check_graph
from inference.golden import CASE, read_case, run_case
from inference.packs.store import Pack, load_pack
from tests.helpers.manifests import IMAGE, MEASURE, STRUCTURE
from tests.helpers.nnunet import blobs, write_model
from tests.helpers.packs import write_pack
from training.cli import main

GOLDEN_SCAN = "golden/scan.npz"
WAYS = {"fp32": ["--precision", "fp32"], "int8 mirrored": ["--precision", "int8", "--mirror"]}


def golden_scan() -> bytes:
    stored = io.BytesIO()
    np.savez_compressed(stored, hu=blobs(), origin_mm=np.zeros(3), spacing_mm=np.array([2.0, 1.25, 1.25]))
    return stored.getvalue()


def case(numbers: dict) -> bytes:
    expected = {"kind": "answer", "numbers": numbers, "image_tolerance": 0.05}
    return json.dumps({"sheet": {"answers": {}}, "images": {"ct": GOLDEN_SCAN}, "expected": expected}).encode()


def outcome_of(pack: Pack):
    engines = EngineProvider("onnxruntime:CPU", threads=1)
    try:
        return run_case(pack, read_case(pack), engines)
    finally:
        engines.close()


@pytest.fixture(scope="module", params=WAYS)
def folder(request, tmp_path_factory):
    """A pack with an imported model, a measure of what it finds, and a golden case."""
    top = tmp_path_factory.mktemp("imported")
    sitk.WriteImage(sitk.GetImageFromArray(blobs()), str(top / "scan.nii"))
    given = ["import-nnunet", str(write_model(top / "model")), "--out", str(top / "out"), "--tiles", "4"]
    assert main([*given, "--calibrate", str(top / "scan.nii"), *WAYS[request.param]]) == 0
    step = json.loads((top / "out/step.json").read_text(encoding="utf-8"))
    files = {name: (top / "out" / name).read_bytes() for name in step["models"]}
    parts = {
        "images": [IMAGE],
        "structures": [{**STRUCTURE, "id": name} for name in step["structures"]],
        "steps": [step, {**MEASURE, "segment": step["id"], "part_of_answer": False}],
    }
    made = write_pack(top / "pack", {**files, GOLDEN_SCAN: golden_scan(), CASE: case({})}, **parts)
    measures = outcome_of(load_pack(made, [], allow_unsigned=True)).measures
    (made / CASE).write_bytes(case({f"measures.{m.structure}.volume_ml": m.volume_ml for m in measures}))
    return made


def test_the_options_of_the_import_arrive_in_the_pack(folder, request):
    pack = load_pack(folder, [], allow_unsigned=True)
    step = pack.manifest.steps[0]
    small = "int8" in request.node.callspec.params["folder"]
    assert check_graph(pack.file(step.models[0]), "model").quantized == small
    assert step.mirror_axes == ((0, 1, 2) if small else ())
    assert {m.structure for m in outcome_of(pack).measures if m.found} == {"artery", "vein"}


def test_the_self_test_of_the_program_passes_on_every_engine(folder, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("inference.dicom.samples.SAMPLES", ())
    code = precontrast(["--lang", "en", "self-test", str(folder), "--allow-unsigned"])
    assert code == exits.ANSWER, capsys.readouterr().out
