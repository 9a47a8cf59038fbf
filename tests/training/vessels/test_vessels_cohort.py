"""Training the fine network on a cohort: blocks, plans, weights to start from, measures."""

import json
from dataclasses import asdict, replace

import numpy as np
import pytest
import torch

from inference.segmentation import Segmentation
from inference.volume import Grid, Volume
from training.errors import BadInput
from training.packing.vessels_demo import PACK_ID, PACKS
from training.recipes.hu2025 import HU2025
from training.simulate.truth import FULL, as_labels
from training.vessels import cohort as training
from training.vessels.apply import on_whole, read_labels, read_step, save_labels
from training.vessels.plans import BLOCK, BLOCK_2D
from training.vessels.step import segment_step
from training.workspace import Workspace


@pytest.fixture
def drawn():
    """A scan of 300 HU veins that meet at LPS (20, 30, 40), and their mask: jugular above, subclavian to the right."""
    shape = (90, 120, 160)
    grid = Grid((-100.0, -50.0, -20.0), (1.5, 1.2, 1.2), shape)
    labels = np.zeros(shape, np.uint8)
    k, j, i = np.round(grid.to_index(np.array([20.0, 30.0, 40.0]))).astype(int)
    labels[k : k + 30, j - 4 : j + 5, i - 4 : i + 5] = 2
    labels[k - 3 : k + 4, j - 4 : j + 5, i - 50 : i - 4] = 4
    labels[k : k + 30, j + 8 : j + 14, i - 4 : i + 2] = 1
    labels[k - 3 : k + 4, j + 8 : j + 14, i - 50 : i - 10] = 3
    hu = np.where(labels > 0, 300, 0).astype(np.int16)
    return Volume(hu, grid), labels


def test_a_block_lies_around_the_venous_angle_with_room_to_shift(drawn):
    image, layers = training.block_of(*drawn, BLOCK, HU2025, "P1")
    truth = as_labels(layers)
    assert layers.shape == (5, *image.shape)
    assert all(have > want for have, want in zip(image.shape, BLOCK.size))
    assert set(np.unique(truth)) == {0, 1, 2, 3, 4}
    # What is drawn is where the scan is bright.
    assert image[truth > 0].mean() > 220
    assert image[truth == 0].mean() < 20


def test_a_blocks_vessels_keep_their_volume(drawn):
    volume, labels = drawn
    _, truth = training.block_of(volume, labels, BLOCK, HU2025, "P1")
    for value in (1, 2):
        true_ml = (labels == value).sum() * volume.grid.voxel_ml
        assert truth[value].sum() / FULL * np.prod(BLOCK.spacing_mm) / 1000 == pytest.approx(true_ml, rel=0.01)


def test_a_mask_without_the_veins_is_named(drawn):
    volume, labels = drawn
    with pytest.raises(BadInput, match=r"P1.*IJV-R"):
        training.block_of(volume, np.where(labels == 2, 0, labels), BLOCK, HU2025, "P1")


def test_plans_are_read_by_name_and_from_the_file_that_is_written(tmp_path):
    own = replace(BLOCK_2D, name="own", features=(8, 16, 32, 64, 64))
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(asdict(own)), encoding="utf-8")
    assert training.read_plan(str(path)) == own
    assert training.read_plan("2d") is BLOCK_2D
    with pytest.raises(BadInput, match="neither"):
        training.read_plan("4d")


def test_weights_to_start_from():
    assert training.starting_weights("scratch", BLOCK) is None
    assert training.starting_weights("bundled", BLOCK).exists()
    with pytest.raises(BadInput, match="scratch"):
        training.starting_weights("bundled", BLOCK_2D)


def test_measures_of_a_mask_that_is_right_and_of_one_that_is_not(drawn):
    volume, labels = drawn
    same = training.compare(labels, labels, volume.grid.spacing_mm, HU2025.structure_ids)
    assert same["SCV-R"] == {"dice": 1.0, "iou": 1.0, "hd95_mm": 0.0, "volume_error": 0.0}
    missed = training.compare(np.where(labels == 4, 0, labels), labels, volume.grid.spacing_mm, HU2025.structure_ids)
    assert missed["SCV-R"] == {"dice": 0.0, "iou": 0.0, "hd95_mm": None, "volume_error": -1.0}


def test_the_step_of_a_pack_and_of_a_work_folder(tmp_path):
    assert read_step(PACKS / PACK_ID).block.size == BLOCK.size
    (tmp_path / "segment.json").write_text(json.dumps(segment_step(HU2025)), encoding="utf-8")
    assert read_step(tmp_path) == read_step(PACKS / PACK_ID)
    with pytest.raises(BadInput, match="train-vessels"):
        read_step(tmp_path / "nothing")


def test_labels_are_kept_and_put_back_where_they_were(drawn, tmp_path):
    volume, labels = drawn
    box = (slice(30, 80), slice(20, 110), slice(10, 150))
    part = Segmentation(
        "ct", labels[box], np.ones(labels[box].shape, np.float32), volume.grid.part(box), HU2025.structure_ids
    )
    save_labels(part, tmp_path / "P1.npz")
    again = read_labels(tmp_path / "P1.npz")
    whole = on_whole(again, volume.grid)
    np.testing.assert_array_equal(whole[box], labels[box])
    assert not np.delete(whole, range(30, 80), axis=0).any()


def first_weights(network: torch.nn.Module, shape: tuple[int, ...]) -> bytes:
    """In place of a network's graph, which takes seconds to write."""
    return next(network.parameters()).detach().numpy().tobytes()


def test_labels_that_were_made_with_other_weights_do_not_stay(tmp_path, monkeypatch):
    monkeypatch.setattr(training, "to_onnx", first_weights)
    tiny = replace(BLOCK, features=(2, 2, 2, 2, 2))
    work = Workspace(tmp_path / "work")
    for seed, kept in ((1, False), (1, True), (2, False)):
        torch.manual_seed(seed)
        torch.save({"average": tiny.network().state_dict()}, tmp_path / "weights.pt")
        label, crop = work.labels_of("P1"), work.crops / "P1.npz"
        for path in (label, crop):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        training.export_models(tiny, tmp_path / "weights.pt", HU2025, work)
        assert (label.exists(), crop.exists()) == (kept, kept)


def test_labels_that_were_made_with_another_step_do_not_stay(tmp_path, monkeypatch):
    tiny = replace(BLOCK, features=(2, 2, 2, 2, 2))
    work = Workspace(tmp_path / "work")
    torch.save({"average": tiny.network().state_dict()}, tmp_path / "weights.pt")
    monkeypatch.setattr(training, "to_onnx", first_weights)
    for rest_weight, kept in ((0.8, False), (0.8, True), (0.9, False)):
        step = segment_step(HU2025, tiny)
        step["block"]["rest_weight"] = rest_weight
        monkeypatch.setattr(training, "segment_step", lambda recipe, plan, step=step: step)
        label = work.labels_of("P1")
        label.parent.mkdir(parents=True, exist_ok=True)
        label.touch()
        training.export_models(tiny, tmp_path / "weights.pt", HU2025, work)
        assert label.exists() == kept
        assert read_step(work.folder).block.rest_weight == rest_weight


def test_masks_are_compared_from_45_mm_below_to_60_mm_above_the_venous_angle(drawn):
    volume, labels = drawn
    heights = volume.grid.places_mm(0)[training.inlet_slices(volume.grid, labels, HU2025)]
    # The veins of the fixture meet at a height of about 40 mm; slices are 1.5 mm apart.
    assert heights[0] == pytest.approx(40 - 45, abs=3)
    assert heights[-1] == pytest.approx(40 + 60, abs=3)


def test_without_a_drawn_venous_angle_the_whole_scan_is_compared(drawn):
    volume, labels = drawn
    assert training.inlet_slices(volume.grid, np.zeros_like(labels), HU2025) == slice(None)


def test_dice_of_the_whole_mask_counts_what_lies_outside_the_wanted_region():
    truth = np.zeros((10, 4, 4), np.uint8)
    truth[:, 1, 1] = 1
    labels = truth.copy()
    labels[5:] = 0
    found = training.compare_both(labels, truth, slice(0, 5), (1.0, 1.0, 1.0), HU2025.structure_ids)
    assert found["CCA-R"]["dice"] == 1.0
    assert found["CCA-R"]["dice_whole"] == pytest.approx(2 * 5 / 15, abs=1e-4)
    assert found["SCV-R"]["dice_whole"] is None
