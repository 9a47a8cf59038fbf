"""Loss, batches, export and quantization of the vessel networks, on networks small enough for a test."""

from dataclasses import replace

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from onnx import numpy_helper

from inference.engines.graph import check_graph
from inference.steps.window import normalise
from training.errors import BadInput
from training.graphs import quantize, to_onnx
from training.recipes.hu2025 import HU2025
from training.simulate.classes import CLAVICLE
from training.simulate.truth import FULL, GUESSED, UNJUDGED, UNTOLD, believed, in_layers
from training.vessels import patients, train
from training.vessels.plans import BLOCK, LOCATOR, PLANS

SMALL = replace(BLOCK, size=(16, 32, 32), features=(4, 8, 12), strides=((1, 2, 2), (2, 2, 2)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two volumes: seed 3 all dense, seed 50 all fat."""
    path = tmp_path_factory.mktemp("volumes")
    for seed, hu in ((3, 250), (50, -100)):
        image = np.full((20, 40, 40), hu, np.int16)
        np.savez(path / f"{seed:06d}.npz", image=image, truth=in_layers(np.full_like(image, CLAVICLE), SMALL.wanted))
    return path


@pytest.fixture(scope="module")
def trained(simulated):
    """A small network after a few steps on one simulated block, the block, and the loss at both ends."""
    torch.manual_seed(0)
    image, truth, _ = simulated
    rng = np.random.default_rng(0)
    start = [(have - want) // 2 for have, want in zip(image.shape, SMALL.size)]
    box = tuple(slice(s, s + n) for s, n in zip(start, SMALL.size))
    block = normalise(image[box].astype(np.float32), SMALL.window_hu)[None, None]
    target = torch.tensor(truth[:, *box][None])
    network = SMALL.network()
    optimiser = torch.optim.Adam(network.parameters(), 1e-2)
    losses = []
    for _ in range(25):
        noisy = block + 0.02 * rng.standard_normal(block.shape).astype(np.float32)
        loss, _ = train.loss_of(SMALL, network(torch.from_numpy(noisy)), target)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    return network.eval(), block, losses


def run(model: bytes, image: np.ndarray) -> np.ndarray:
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    return session.run(None, {"image": image})[0]


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_agrees_with_itself(name):
    plan = PLANS[name]
    assert len(plan.voxel_weights) == len(plan.names)
    assert len(plan.strides) == len(plan.features) - 1
    for axis in range(3):
        assert plan.size[axis] % np.prod([stride[axis] for stride in plan.strides]) == 0


def test_the_pack_names_classes_that_the_network_has():
    classes = [HU2025.segmenting.classes[name] for name in HU2025.structure_ids]
    assert [BLOCK.names.index(name) for name in classes] == list(BLOCK.wanted)
    assert "right-inlet" in LOCATOR.names


def test_a_network_labels_every_voxel():
    logits = SMALL.network().eval()(torch.zeros(1, 1, *SMALL.size))
    assert logits.shape == (1, len(SMALL.names), *SMALL.size)


def layers(labels: torch.Tensor) -> torch.Tensor:
    """Truth of cases whose voxels are of one class each."""
    return torch.from_numpy(np.stack([in_layers(case, SMALL.wanted) for case in labels.numpy()]))


def sure_of(labels: torch.Tensor) -> torch.Tensor:
    """What a network says that is sure of these labels."""
    return 20 * torch.nn.functional.one_hot(labels, 16).movedim(-1, 1).float()


def test_the_loss_prefers_the_truth():
    truth = torch.randint(0, 16, (1, 8, 8, 8), generator=torch.Generator().manual_seed(1))
    good, dice = train.loss_of(SMALL, sure_of(truth), layers(truth))
    bad, _ = train.loss_of(SMALL, sure_of(truth).roll(1, dims=1), layers(truth))
    assert dice.min() > 0.99
    assert good.item() < 0.1 < bad.item()


def test_the_loss_is_least_where_the_chance_is_the_part_of_the_voxel():
    vein, part = 4, 0.3
    truth = torch.zeros(1, 5, 8, 8, 8, dtype=torch.uint8)
    truth[:, vein] = round(part * FULL)
    losses = {}
    for chance in (0.1, 0.2, part, 0.4, 0.5):
        # Classes that are not there get next to no chance.
        logits = torch.full((1, 16, 8, 8, 8), -20.0)
        logits[:, 0], logits[:, vein] = np.log(1 - chance), np.log(chance)
        losses[chance] = train.loss_of(SMALL, logits, truth)[0].item()
    assert min(losses, key=losses.get) == part


def test_a_thin_vessel_that_is_missed_costs_as_much_as_a_thick_one():
    vein, lost = 4, {}
    for case in (0, 1):
        truth = torch.zeros(2, 24, 24, 24, dtype=torch.long)
        truth[0, :, 4:20, 4:20], truth[1, :, 10:14, 10:14] = vein, vein
        said = truth.clone()
        said[case] = 0
        lost[case] = 1 - train.loss_of(SMALL, sure_of(said), layers(truth))[1][3].item()
    assert lost[1] == pytest.approx(lost[0], rel=0.1)


def test_a_voxel_of_several_vessels_is_shared_among_them():
    truth = torch.zeros(1, 5, 8, 8, 8, dtype=torch.uint8)
    truth[:, 2], truth[:, 4] = FULL // 3, FULL - FULL // 3
    logits = torch.full((1, 16, 8, 8, 8), -20.0)
    logits[:, 2], logits[:, 4] = np.log(1 / 3), np.log(2 / 3)
    assert train.loss_of(SMALL, logits, truth)[1][[1, 3]].min() > 0.99
    logits[:, 0], truth[:, 0] = 20.0, 10
    assert train.loss_of(SMALL, logits, truth)[1][[1, 3]].max() < 0.2


def test_masks_of_the_vessels_alone_leave_the_other_classes_to_the_network():
    labels = torch.randint(0, 5, (1, 8, 8, 8), generator=torch.Generator().manual_seed(2))
    bone = sure_of(torch.where(labels == 0, CLAVICLE, labels))
    truth = layers(labels)
    all_else_is_background, _ = train.loss_of(SMALL, bone, truth)
    truth[:, 0] = UNTOLD
    as_readers_draw, dice = train.loss_of(SMALL, bone, truth)
    assert dice.min() > 0.99
    assert as_readers_draw.item() < 0.1 < all_else_is_background.item()


def test_a_case_of_vessels_alone_does_not_hide_what_another_tells():
    labels = torch.randint(0, 16, (2, 8, 8, 8), generator=torch.Generator().manual_seed(2))
    truth = layers(labels)
    truth[0, 0] = UNTOLD
    right, _ = train.loss_of(SMALL, sure_of(labels), truth)
    lost = {}
    for case in (0, 1):
        said = labels.clone()
        said[case][said[case] == CLAVICLE] = 0
        lost[case] = train.loss_of(SMALL, sure_of(said), truth)[0].item()
    assert lost[0] == pytest.approx(right.item(), abs=1e-3)
    assert lost[1] > right.item() + 0.1


def test_nothing_is_learnt_where_the_truth_does_not_speak():
    labels = torch.randint(0, 16, (1, 8, 8, 8), generator=torch.Generator().manual_seed(5))
    truth, said = layers(labels), labels.clone()
    said[:, 4:] = (said[:, 4:] + 1) % 16
    wrong, _ = train.loss_of(SMALL, sure_of(said), truth)
    truth[:, 0, 4:] = UNJUDGED
    unjudged, dice = train.loss_of(SMALL, sure_of(said), truth)
    assert unjudged.item() < 0.1 < wrong.item()
    assert dice.min() > 0.99


def test_a_guess_is_believed_in_one_draw_of_three():
    truth = np.zeros((5, 2, 2, 2), np.uint8)
    truth[0, 0], truth[1, 0] = GUESSED, FULL
    rng = np.random.default_rng(6)
    drawn = [believed(truth, rng)[0, 0, 0, 0] for _ in range(300)]
    assert set(drawn) == {UNTOLD, UNJUDGED}
    assert drawn.count(UNTOLD) == pytest.approx(100, abs=25)
    assert truth[0, 0, 0, 0] == GUESSED
    assert (believed(truth, rng)[1:] == truth[1:]).all()


def test_a_2d_network_labels_each_slice_for_itself():
    network = replace(SMALL, kernel=(1, 3, 3), strides=((1, 2, 2), (1, 2, 2))).network().eval()
    image = torch.randn(1, 1, *SMALL.size, generator=torch.Generator().manual_seed(3))
    changed = image.clone()
    changed[:, :, 5] += 1
    with torch.no_grad():
        differs = (network(image) != network(changed)).any(dim=1)[0].flatten(1).any(dim=1)
    assert differs.tolist() == [n == 5 for n in range(SMALL.size[0])]


def test_training_lowers_the_loss(trained):
    losses = trained[2]
    assert np.mean(losses[-3:]) < 0.8 * np.mean(losses[:3])


def test_held_out_seeds_are_never_trained_on(folder):
    files = train.simulated_files(folder, held_out=40)
    assert [path.stem for path in files] == ["000050"]
    drawn = train.batches(replace(SMALL, window_hu=(-1024, 1024)), lambda: files, size=2, seed=0)
    for _ in range(4):
        images, _ = next(drawn)
        # 250 HU of the held-out volume would be 0.24; fat with its variations stays below 0.
        assert images.max() < 0.05


@pytest.mark.parametrize("shape", [(20, 40, 40), (5, 20, 40, 40)], ids=["labels", "all else told to be background"])
def test_a_block_of_an_earlier_version_is_named(tmp_path, shape):
    np.savez(tmp_path / "P1.npz", image=np.zeros(shape[-3:], np.int16), truth=np.zeros(shape, np.uint8))
    with pytest.raises(BadInput, match=r"P1\.npz is of an earlier version; delete the folder"):
        next(train.batches(SMALL, lambda: [tmp_path / "P1.npz"], size=1, seed=0))


def test_the_exported_network_computes_what_torch_computes(trained):
    network, block, _ = trained
    with torch.no_grad():
        expected = network(torch.tensor(block)).numpy()
    np.testing.assert_allclose(run(to_onnx(network, (1, 1, *SMALL.size)), block), expected, atol=2e-4)


def test_the_quantized_network_is_an_8_bit_one_that_labels_alike(trained):
    network, block, _ = trained
    plain = to_onnx(network, (1, 1, *SMALL.size))
    quantized = quantize(plain, [block] * 2, reduce_range=True)
    check_graph(quantized, "small")
    model = onnx.load_from_string(quantized)
    kinds = {node.op_type for node in model.graph.node}
    assert {"QuantizeLinear", "DequantizeLinear"} <= kinds
    weights = [numpy_helper.to_array(t) for t in model.graph.initializer if t.data_type == onnx.TensorProto.INT8]
    weights = [w for w in weights if w.ndim == 5]
    assert weights
    assert max(np.abs(w.astype(int)).max() for w in weights) <= 64
    assert (run(plain, block).argmax(axis=1) == run(quantized, block).argmax(axis=1)).mean() > 0.85


def test_a_mirrored_scan_is_the_scan_seen_from_the_other_side():
    from inference.volume import Grid, Volume

    volume = Volume(np.arange(24, dtype=np.int16).reshape(2, 3, 4), Grid((-10, 0, 5), (2, 1, 1), (2, 3, 4)), None)
    other = patients.mirrored(volume)
    for index in ((0, 0, 0), (1, 2, 3)):
        x, y, z = volume.grid.to_patient(np.array(index))
        there = np.round(other.grid.to_index(np.array([-x, y, z]))).astype(int)
        assert other.hu[tuple(there)] == volume.hu[index]
