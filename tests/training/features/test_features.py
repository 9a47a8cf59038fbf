"""Crops, morphology, the encoder and its pretraining."""

from types import SimpleNamespace

import numpy as np
import pytest
import torch

from inference.engines import EngineProvider
from inference.segmentation import Segmentation
from inference.steps.deep_features import encode
from inference.volume import Grid, Volume
from training.errors import BadInput
from training.features import cases, pretrain
from training.features.cases import make_crops, read_crops
from training.features.efficientnet import EfficientNetLite0, load_lite0
from training.features.extract import GIVEN, RESULT, check_graph_fits
from training.features.morphology import TARGETS, morphology_of
from training.features.resnet import FEATURES, ResNet50, load_torchvision
from training.graphs import to_onnx
from training.recipes.hu2025 import HU2025
from training.vessels.apply import save_labels
from training.workspace import Workspace

PIXEL = 0.5

CROPS = HU2025.crops


def disc(rows: float, columns: float, size: int = 96) -> np.ndarray:
    """An ellipse of these semi-axes, in pixels."""
    j, i = np.ogrid[:size, :size]
    middle = (size - 1) / 2
    return ((j - middle) / rows) ** 2 + ((i - middle) / columns) ** 2 <= 1


def read(mask: np.ndarray, hu: np.ndarray) -> dict[str, float]:
    return dict(zip(TARGETS, morphology_of(mask, hu, PIXEL)))


@pytest.fixture(scope="module")
def scene():
    """A scan with four round vessels of 40 HU in fat, and their labels."""
    hu = np.full((40, 120, 160), -100, np.int16)
    labels = np.zeros(hu.shape, np.uint8)
    j, i = np.ogrid[:120, :160]
    for n in range(4):
        inside = (j - 60) ** 2 + (i - 25 - 36 * n) ** 2 <= (4 + n) ** 2
        labels[8:32, inside] = n + 1
        hu[8:32, inside] = 40
        # The largest slice is the middle one.
        labels[20, 60, 25 + 36 * n + 5 + n] = n + 1
    grid = Grid((0.0, 0.0, 0.0), (2.0, 1.0, 1.0), hu.shape)
    return Volume(hu, grid), Segmentation("ct", labels, np.ones(hu.shape, np.float32), grid, HU2025.structure_ids)


def test_a_round_vessel_has_its_diameter_and_is_round():
    found = read(disc(8, 8), np.full((96, 96), 40.0))
    assert found["diameter_mm"] == pytest.approx(8.0, rel=0.03)
    assert found["axis_ratio"] == pytest.approx(1.0, abs=0.02)


def test_a_flat_vessel_is_as_flat_as_drawn():
    assert read(disc(4, 12), np.full((96, 96), 40.0))["axis_ratio"] == pytest.approx(3.0, rel=0.05)


def test_calcium_in_the_wall_counts_and_bone_far_away_does_not():
    hu = np.full((96, 96), 40.0)
    hu[disc(8, 8) & ~disc(6, 6)] = 400
    assert read(disc(8, 8), hu)["calcified_mm2"] > 15
    far = np.full((96, 96), 40.0)
    far[:10] = 900
    assert read(disc(8, 8), far)["calcified_mm2"] == 0


def test_fat_around_is_its_share_of_the_ring():
    hu = np.full((96, 96), 40.0)
    hu[:48] = -100
    assert read(disc(8, 8), hu)["fat_share"] == pytest.approx(0.5, abs=0.05)


def test_a_slice_without_the_vessel_has_no_morphology():
    assert set(read(np.zeros((96, 96), bool), np.zeros((96, 96))).values()) == {0.0}


def test_crops_of_a_scan_know_what_the_masks_say(scene):
    made = make_crops(*scene, CROPS)
    assert made.crops.shape == (4, *CROPS.shape)
    middle = dict(zip(TARGETS, made.morphology[:, 4].T))
    np.testing.assert_allclose(middle["diameter_mm"], [8, 10, 12, 14], rtol=0.08)
    np.testing.assert_allclose(middle["short_axis_mm"], [8, 10, 12, 14], rtol=0.08)
    assert (middle["fat_share"] > 0.9).all()


def test_a_vessel_that_is_missing_is_named(scene):
    volume, found = scene
    labels = np.where(found.labels == 3, 0, found.labels)
    assert (
        make_crops(volume, Segmentation("ct", labels, found.certainty, found.grid, HU2025.structure_ids), CROPS)
        == "SCA-R"
    )


def test_resnet50_is_the_published_one():
    network = ResNet50()
    # 25,557,032 of torchvision without the classifier's 2,049,000.
    assert sum(p.numel() for p in network.parameters()) == 23_508_032
    names = set(network.state_dict())
    assert {"layer1.0.downsample.0.weight", "layer4.2.bn3.running_var", "conv1.weight"} <= names
    with torch.no_grad():
        assert network.eval()(torch.zeros(2, 3, 96, 96)).shape == (2, FEATURES)


def test_efficientnet_lite0_is_the_published_one_and_takes_the_weights_of_its_package(tmp_path):
    source = EfficientNetLite0()
    # 4,652,008 as published, without the head's 412,160 and the classifier's 1,281,000.
    assert sum(p.numel() for p in source.parameters()) == 2_958_848
    left_out = {"_conv_head.weight": torch.zeros(1), "_bn1.bias": torch.zeros(1), "_fc.bias": torch.zeros(1)}
    torch.save(source.state_dict() | left_out, tmp_path / "lite0.pth")
    network = EfficientNetLite0()
    load_lite0(network, tmp_path / "lite0.pth")
    assert torch.equal(network._blocks[3]._depthwise_conv.weight, source._blocks[3]._depthwise_conv.weight)
    with torch.no_grad():
        assert network.eval()(torch.zeros(2, 3, 96, 96)).shape == (2, 320)
        # Padded as TensorFlow does: of an even side by stride 2, nothing before and one pixel behind.
        stem = network._conv_stem
        one = torch.zeros(1, 3, 8, 8)
        one[0, :, 0, 0] = 1
        assert torch.allclose(stem(one)[0, :, 0, 0], stem.weight[:, :, 0, 0].sum(dim=1), atol=1e-6)
    torch.save({"conv1.weight": torch.zeros(1)}, tmp_path / "resnet.pth")
    with pytest.raises(BadInput, match="holds no weights of EfficientNet-Lite0; first difference: _blocks"):
        load_lite0(EfficientNetLite0(), tmp_path / "resnet.pth")


def test_weights_of_torchvision_fit(tmp_path):
    source = ResNet50()
    state = source.state_dict() | {"fc.weight": torch.zeros(1000, FEATURES), "fc.bias": torch.zeros(1000)}
    torch.save(state, tmp_path / "resnet50.pth")
    network = ResNet50()
    load_torchvision(network, tmp_path / "resnet50.pth")
    assert torch.equal(network.layer3[0].conv2.weight, source.layer3[0].conv2.weight)


@pytest.mark.parametrize("content", [b"no weights", b""])
def test_a_file_that_is_no_weights_is_refused(tmp_path, content):
    path = tmp_path / "weights.pth"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=r"weights\.pth"):
        load_torchvision(ResNet50(), path)


def test_weights_of_another_network_are_refused(tmp_path):
    torch.save({"conv1.weight": torch.zeros(1)}, tmp_path / "other.pth")
    with pytest.raises(BadInput, match="holds no weights of ResNet50"):
        load_torchvision(ResNet50(), tmp_path / "other.pth")


class Small(torch.nn.Module):
    """An encoder of four features: a stand-in for one that takes minutes."""

    def forward(self, crops):
        return torch.cat([crops.mean(dim=(2, 3)), crops[:, :1].amax(dim=(2, 3))], dim=1)


def test_any_fitting_graph_is_an_encoder(scene, tmp_path):
    model = to_onnx(Small(), CROPS.shape, GIVEN, RESULT)
    check_graph_fits(model, tmp_path / "small.onnx", CROPS)
    engines = EngineProvider("onnxruntime:CPU")
    loaded = engines.load(model, "small")
    part = make_crops(*scene, CROPS).crops[0]
    expected = np.concatenate([part.mean(axis=(2, 3)), part[:, :1].max(axis=(2, 3))], axis=1).mean(axis=0)
    np.testing.assert_allclose(encode(loaded, part), expected, atol=1e-5)
    engines.close()


def test_a_graph_for_other_crops_is_refused(tmp_path):
    model = to_onnx(Small(), (1, 3, 32, 32), GIVEN, RESULT)
    with pytest.raises(BadInput, match="wrap the model"):
        check_graph_fits(model, tmp_path / "other.onnx", CROPS)


@pytest.fixture(scope="module")
def pretrained(tmp_path_factory, scene):
    """A few steps of pretraining on the crops of the scene, in two runs."""
    out = tmp_path_factory.mktemp("encoder")
    made = make_crops(*scene, CROPS)
    crops = [made.crops.reshape(-1, *made.crops.shape[2:])[::7].astype(np.float16)]
    masks = [made.masks.reshape(-1, *made.masks.shape[2:])[::7]]
    targets = [made.morphology.reshape(-1, len(TARGETS))[::7]]
    steps = []
    for stop in (1, 2):
        _, taught = pretrain.pretrain(
            crops, masks, targets, out, stop, 2, 1e-3, 0, lambda step, line: steps.append(step)
        )
    return out, steps, taught


def test_pretraining_is_taken_up_where_it_stopped(pretrained):
    assert pretrained[1] == [1, 2]
    assert torch.load(pretrained[0] / "pretraining.pt", weights_only=True)["step"] == 2


def test_pretraining_tells_the_directions_of_what_differs_between_patients(pretrained):
    taught = pretrained[2]
    assert taught.shape == (len(TARGETS) - 1, FEATURES)
    assert np.linalg.matrix_rank(taught) == len(TARGETS) - 1


def test_a_varied_crop_is_the_crop_moved_and_shaded(scene):
    made = make_crops(*scene, CROPS)
    crop, mask = made.crops[0, 3], made.masks[0, 3]
    varied, drawn = pretrain.varied(crop, mask, np.random.default_rng(4))
    assert varied.shape == crop.shape
    assert not np.array_equal(varied, crop)
    assert varied.mean() == pytest.approx(crop.mean(), abs=0.1)
    assert drawn.sum() == mask.sum() > 0
    assert varied[0][drawn > 0].mean() == pytest.approx(crop[0][mask].mean(), abs=0.15)


def test_crops_of_an_earlier_version_are_refused(scene, tmp_path):
    path, made = tmp_path / "case.npz", make_crops(*scene, CROPS)
    np.savez(path, crops=made.crops, morphology=made.morphology)
    with pytest.raises(BadInput, match="earlier version"):
        read_crops(path, CROPS)
    np.savez(path, crops=made.crops, morphology=made.morphology, masks=made.masks)
    assert np.array_equal(read_crops(path, CROPS).masks, made.masks)


def test_a_study_is_read_once_for_its_crops_and_for_what_the_encoder_learns(scene, tmp_path, monkeypatch):
    volume, found = scene
    read, work, loaded = [], Workspace(tmp_path), (None, SimpleNamespace(volume=volume))
    monkeypatch.setattr(cases, "load_study", lambda study, _: read.append(study) or loaded)
    monkeypatch.setattr(cases, "load_vessel_model", lambda *_: None)
    monkeypatch.setattr(cases, "read_mask", lambda *_: found.labels)
    save_labels(found, work.labels_of("P1"))
    case = SimpleNamespace(id="P1", study="P1", masks={"1": "P1.nii.gz"})
    cohort = SimpleNamespace(cases=[case], recipe=HU2025, settings=SimpleNamespace(mask_labels={}))
    for _ in range(2):
        assert cases.prepare_cases(cohort, work, "openvino:CPU", True, {"P1"}) == {}
    assert read == ["P1"]
    (lesson,) = cases.lessons([case], cohort, work)
    kept = read_crops(cases.crops_path(work, "P1"), CROPS)
    # The reader drew what the model found.
    assert np.array_equal(lesson.crops, kept.crops) and np.array_equal(lesson.masks, kept.masks)
