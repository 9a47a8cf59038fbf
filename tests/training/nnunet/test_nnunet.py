"""Trained nnU-Net v2 models become a step that gives the same masks; models that cannot are refused in a sentence."""

import json

import numpy as np
import pytest

pytest.importorskip("torch", reason="needs the training extra")
pytest.importorskip("dynamic_network_architectures", reason="needs dynamic-network-architectures")

import onnx
import SimpleITK as sitk
import torch

from inference.engines import EngineProvider
from inference.engines.graph import check_graph
from inference.pipeline import Request
from inference.pipeline import run as screen
from inference.reading import read_typed
from inference.steps.tiles import TilesStep, label_scan
from inference.volume import Grid, Volume
from tests.helpers.dicom_files import write_series
from tests.helpers.manifests import IMAGE, MEASURE, STRUCTURE
from tests.helpers.nnunet import (
    LABELS,
    blobs,
    configuration,
    network_of,
    reference_mask,
    write_checkpoint,
    write_model,
)
from tests.helpers.packs import make_pack, sheet
from training.cli import main
from training.nnunet import convert
from training.nnunet.checkpoints import read_checkpoint
from training.nnunet.model import read_model
from training.nnunet.network import build, with_weights
from training.nnunet.step import Wishes, step_of
from training.nnunet.tiles import agreement, cut_tiles, read_volumes

SPACINGS = {"as planned": (2.0, 1.25, 1.25), "finer": (1.5, 0.9, 1.0), "thick slices": (7.0, 1.0, 1.1)}
FOLDS = ("0", "1")


def scan(spacing_mm=SPACINGS["as planned"], shape=(12, 28, 34)) -> Volume:
    hu = blobs(shape)
    return Volume(hu, Grid((0.0, 0.0, 0.0), spacing_mm, hu.shape))


@pytest.fixture(scope="module")
def image(tmp_path_factory):
    """The same scan as a NIfTI file, for calibration."""
    path = tmp_path_factory.mktemp("scans") / "扫描.nii.gz"
    stored = sitk.GetImageFromArray(scan().hu)
    stored.SetSpacing(scan().grid.spacing_mm[::-1])
    sitk.WriteImage(stored, str(path))
    return path


@pytest.fixture(scope="module")
def imported(tmp_path_factory, image):
    """Models of both kinds, imported once: by the number of dimensions, their folder and what came out."""
    made = {}

    def bring_in(dimensions=3):
        if dimensions not in made:
            folder = tmp_path_factory.mktemp("models")
            model, out = write_model(folder / "模型", configuration(dimensions), FOLDS), folder / "out"
            given = ["import-nnunet", str(model), "--out", str(out), "--calibrate", str(image), "--tiles", "4"]
            assert main([*given, "--precision", "fp32"]) == 0
            made[dimensions] = model, out
        return made[dimensions]

    return bring_in


def step_in(out, **changes) -> TilesStep:
    data = json.loads((out / "step.json").read_text(encoding="utf-8"))
    return read_typed(TilesStep, {**data, **changes}, "step.json")


def mask_of(out, volume: Volume, **changes) -> np.ndarray:
    """Channel numbers on the scan's voxels, by the step."""
    step = step_in(out, **changes)
    engines = EngineProvider("onnxruntime:CPU", threads=1)
    models = [engines.load((out / name).read_bytes(), name) for name in step.models]
    found = label_scan(step, volume, models, lambda share: None, lambda: False)
    engines.close()
    mask = np.zeros(volume.hu.shape, np.uint8)
    start = np.round(volume.grid.to_index(np.array(found.grid.origin_mm))).astype(int)
    mask[tuple(slice(s, s + n) for s, n in zip(start, found.grid.shape))] = found.labels
    return mask


def dice(a: np.ndarray, b: np.ndarray) -> float:
    """The least of all labels that either has."""
    assert set(np.unique(b)) == {0, 1, 2}
    return min(
        2 * np.count_nonzero((a == n) & (b == n)) / (np.count_nonzero(a == n) + np.count_nonzero(b == n))
        for n in (1, 2)
    )


def random_networks(dimensions=3) -> list[torch.nn.Module]:
    return [network_of(configuration(dimensions), 3, n) for n in range(len(FOLDS))]


@pytest.mark.parametrize("spacing", SPACINGS)
@pytest.mark.parametrize("dimensions", [3, 2])
def test_masks_are_those_of_a_plain_reading_of_nnunet(imported, dimensions, spacing):
    _, out = imported(dimensions)
    volume = scan(SPACINGS[spacing])
    networks = random_networks(dimensions)
    wanted = reference_mask(volume.hu, volume.grid.spacing_mm, configuration(dimensions), networks)
    assert dice(mask_of(out, volume), wanted) > 0.999


def test_mirrored_tiles_are_averaged_where_it_is_wished(imported):
    model, out = imported()
    volume, axes = scan(), step_of(read_model(model), Wishes(mirror=True), ["m"])["mirror_axes"]
    once, mirrored = (
        reference_mask(volume.hu, volume.grid.spacing_mm, configuration(), random_networks(), a) for a in ((), axes)
    )
    given = mask_of(out, volume, mirror_axes=axes)
    assert dice(given, mirrored) > 0.999 > dice(given, once)


def test_transposed_plans_are_followed(imported, tmp_path):
    _, out = imported()
    turned = write_model(tmp_path, transpose_forward=[2, 0, 1], transpose_backward=[1, 2, 0])
    axes = step_of(read_model(turned), Wishes(), ["m"])["transpose"]
    volume = scan((1.25, 1.25, 2.5), (22, 28, 34))
    wanted = reference_mask(volume.hu, volume.grid.spacing_mm, configuration(), random_networks(), transpose=(2, 0, 1))
    assert dice(mask_of(out, volume, transpose=axes), wanted) > 0.999


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("mirror", [False, True], ids=["plain", "mirrored"])
@pytest.mark.parametrize("dimensions", [3, 2])
def test_masks_are_those_of_nnunets_own_predictor(imported, dimensions, mirror):
    pytest.importorskip("nnunetv2", reason="nnunetv2 is not installed; it is needed for nothing else")
    from nnunetv2.inference.predict_from_raw_data import nnUNetPredictor

    model, out = imported(dimensions)
    axes = step_of(read_model(model), Wishes(mirror=mirror), ["m"])["mirror_axes"]
    predictor = nnUNetPredictor(use_mirroring=mirror, device=torch.device("cpu"), allow_tqdm=False)
    predictor.initialize_from_trained_model_folder(str(model), FOLDS)
    for spacing in SPACINGS.values():
        volume = scan(spacing)
        given = predictor.predict_single_npy_array(volume.hu[None].astype(np.float32), {"spacing": list(spacing)})
        # In the scan's corners a tile weighs so little that nnU-Net's 16-bit sums have no digits left.
        inner = tuple(slice(3, -3) for _ in range(3))
        assert (mask_of(out, volume, mirror_axes=axes)[inner] == given[inner]).mean() > 0.998


def test_an_imported_model_runs_in_the_pipeline(imported):
    _, out = imported()
    step = json.loads((out / "step.json").read_text(encoding="utf-8"))
    files = {name: (out / name).read_bytes() for name in step["models"]}
    structures = [{**STRUCTURE, "id": name} for name in step["structures"]]
    measure = {**MEASURE, "segment": step["id"], "part_of_answer": False}
    pack = make_pack(files, images=[IMAGE], structures=structures, steps=[step, measure])
    engines = EngineProvider("onnxruntime:CPU", threads=1)
    outcome = screen(Request(pack, sheet(), volumes={"ct": scan()}), engines)
    engines.close()
    assert outcome.kind == "answer"
    assert [(m.structure, m.found) for m in outcome.measures] == [("artery", True), ("vein", True)]
    assert {use.model for use in outcome.engines} == set(step["models"])


def test_both_precisions_are_written_and_no_pickle(imported):
    _, out = imported()
    names = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    models = {f"models/segmentation-fold-{fold}{end}" for fold in FOLDS for end in (".onnx", "-int8.onnx")}
    assert names == {"step.json", "import.json", *models}
    assert not check_graph((out / "models/segmentation-fold-0.onnx").read_bytes(), "plain").quantized
    small = (out / "models/segmentation-fold-0-int8.onnx").read_bytes()
    assert check_graph(small, "small").quantized
    # Statistics of a whole tile do not survive 8 bits.
    kept = [node for node in onnx.load_from_string(small).graph.node if node.op_type == "InstanceNormalization"]
    assert kept


@pytest.mark.parametrize(("least", "quantized"), [(0.0, True), (1.01, False)], ids=["as good", "worse"])
def test_the_step_uses_8_bits_only_where_they_are_as_good(tmp_path, image, monkeypatch, least, quantized):
    monkeypatch.setattr(convert, "LEAST_DICE", least)
    model = write_model(tmp_path / "model", configuration(2))
    given = ["import-nnunet", str(model), "--out", str(tmp_path / "out"), "--id", "v", "--calibrate", str(image)]
    assert main([*given, "--tiles", "24"]) == 0
    (used,) = step_in(tmp_path / "out").models
    other = "models/v-fold-0-fp32.onnx" if quantized else "models/v-fold-0-int8.onnx"
    graphs = [check_graph((tmp_path / "out" / name).read_bytes(), name) for name in (used, other)]
    assert [graph.quantized for graph in graphs] == [quantized, not quantized]


def test_8_bits_that_are_worse_are_used_only_where_told_and_with_a_warning(tmp_path, image, monkeypatch, capsys):
    monkeypatch.setattr(convert, "LEAST_DICE", 1.01)
    model = write_model(tmp_path / "model", configuration(2))
    given = ["import-nnunet", str(model), "--out", str(tmp_path / "out"), "--calibrate", str(image), "--tiles", "4"]
    assert main([*given, "--precision", "int8"]) == 0
    assert "Warning: as --precision int8 wishes" in capsys.readouterr().out
    (used,) = step_in(tmp_path / "out").models
    assert check_graph((tmp_path / "out" / used).read_bytes(), used).quantized


def test_scans_to_calibrate_on_are_turned_to_the_programs_axes(tmp_path, image):
    stored = sitk.ReadImage(str(image))
    sitk.WriteImage(sitk.DICOMOrient(stored, "RAS"), str(tmp_path / "ras.nrrd"))
    write_series(tmp_path / "dicom", 8)
    turned, series = read_volumes([tmp_path / "ras.nrrd", tmp_path / "dicom"])
    np.testing.assert_array_equal(turned.hu, scan().hu)
    assert turned.grid.spacing_mm == scan().grid.spacing_mm
    assert len(series.hu) == 8


def test_where_the_models_come_from_is_written_down(imported):
    model, out = imported()
    about = json.loads((out / "import.json").read_text(encoding="utf-8"))
    assert (about["dataset"], about["configuration"], about["trainer"]) == (
        "Dataset999_Test",
        "3d_fullres",
        "nnUNetTrainer",
    )
    assert (about["precision"], about["calibrated_on"]) == ("fp32", ["扫描.nii.gz"])
    assert [fold["fold"] for fold in about["folds"]] == list(FOLDS)
    assert all(len(fold["checkpoint_sha256"]) == 64 for fold in about["folds"])
    assert str(model.parent) not in (out / "import.json").read_text(encoding="utf-8")


def test_labels_become_the_structures_that_were_named(tmp_path):
    model = read_model(write_model(tmp_path))
    wishes = Wishes(structures=(("2", "IJV-R"), ("artery", "CCA-R")), angle=("IJV-R", "CCA-R"))
    step = step_of(model, wishes, ["m"])
    assert (step["structures"], step["angle"]) == ({"IJV-R": "vein", "CCA-R": "artery"}, ["IJV-R", "CCA-R"])


def test_a_label_to_be_ignored_has_no_channel(tmp_path):
    model = write_model(tmp_path / "model", labels={**LABELS, "ignore": 3})
    write_checkpoint(tmp_path / "model/fold_0/checkpoint_final.pth", network_of(configuration(), 3, 0), "3d_fullres")
    assert read_model(model).classes == ("background", "artery", "vein")


def test_what_a_configuration_inherits_is_found(tmp_path):
    plan = configuration()
    model = write_model(tmp_path, plan)
    plans = json.loads((model / "plans.json").read_text(encoding="utf-8"))
    plans["configurations"] = {"base": plan, "3d_fullres": {"inherits_from": "base", "spacing": [3, 2, 2]}}
    (model / "plans.json").write_text(json.dumps(plans), encoding="utf-8")
    found = read_model(model).configuration
    assert (found.spacing, found.patch_size) == ((3, 2, 2), (8, 16, 16))


def test_plans_of_older_versions_make_the_same_network(tmp_path):
    plan = configuration()
    arguments = plan.pop("architecture")["arch_kwargs"]
    plan |= {
        "UNet_class_name": "PlainConvUNet",
        "UNet_base_num_features": 4,
        "unet_max_num_features": 8,
        "n_conv_per_stage_encoder": arguments["n_conv_per_stage"],
        "n_conv_per_stage_decoder": arguments["n_conv_per_stage_decoder"],
        "pool_op_kernel_sizes": arguments["strides"],
        "conv_kernel_sizes": arguments["kernel_sizes"],
    }
    model = write_model(tmp_path)
    plans = json.loads((model / "plans.json").read_text(encoding="utf-8"))
    plans["configurations"]["3d_fullres"] = plan
    (model / "plans.json").write_text(json.dumps(plans), encoding="utf-8")
    read = read_model(model)
    network = build(read.configuration.architecture, 3, model / "plans.json")
    network = with_weights(network, read.checkpoints[0].weights, model)
    tile = torch.randn(1, 1, 8, 16, 16)
    with torch.no_grad():
        wanted = network_of(configuration(), 3, 0)(tile)
        torch.testing.assert_close(network(tile), wanted[0] if isinstance(wanted, list) else wanted)


def test_all_folds_are_taken_but_the_one_trained_on_everything(tmp_path):
    model = write_model(tmp_path, folds=("0", "3", "all"))
    assert [one.fold for one in read_model(model).checkpoints] == ["0", "3"]
    assert [one.fold for one in read_model(model, ["all"]).checkpoints] == ["all"]


def test_weights_saved_while_training_in_parallel_are_read(tmp_path):
    network = network_of(configuration(), 3, 0)
    weights = {f"module.{name}": value for name, value in network.state_dict().items()}
    write_checkpoint(tmp_path / "x.pth", network, "3d_fullres", network_weights=weights)
    assert set(read_checkpoint(tmp_path / "x.pth", "0").weights) == set(network.state_dict())


def test_tiles_with_structures_come_first_and_none_is_in_both_halves():
    step = read_typed(TilesStep, {**_step(), "patch": [4, 8, 8]}, "step")
    volume = scan()

    def run(tile):
        # Structures where the first voxel is bright.
        return np.stack([np.zeros_like(tile[:, 0]), np.full_like(tile[:, 0], tile[0, 0, 0, 0, 0])], axis=1)

    tiles = cut_tiles(step, [volume], run, 10)
    assert (len(tiles.calibration), len(tiles.judged)) == (5, 5)
    assert all(tile[0, 0, 0, 0, 0] > 0 for tile in (*tiles.calibration, *tiles.judged))
    assert not {tile.tobytes() for tile in tiles.calibration} & {tile.tobytes() for tile in tiles.judged}


def test_a_label_that_is_hardly_seen_is_not_judged():
    labels = np.zeros((1, 8, 10, 10), int)
    labels[:, 4:] = 1
    labels[:, 0, 0, 0] = 2
    logits = np.stack([labels == n for n in range(3)], axis=1).astype(float)
    half = logits.copy()
    half[:, :, 4:6] = np.eye(3)[0].reshape(1, 3, 1, 1, 1)
    tile = np.zeros((1, 1, 8, 10, 10))
    given = agreement([tile], ("background", "a", "b"), lambda tile: logits, lambda tile: half)
    assert given == {"a": pytest.approx(2 * 200 / (400 + 200)), "b": None}


def _step() -> dict:
    return {
        "kind": "segment-tiles",
        "id": "x",
        "image": "ct",
        "models": ["m.onnx"],
        "classes": ["background", "a"],
        "structures": {"a": "a"},
        "spacing_mm": [2.0, 1.25, 1.25],
        "intensities": {"scheme": "none"},
        "image_resizing": {"order": 3},
        "logit_resizing": {"order": 1},
    }
