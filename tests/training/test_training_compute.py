"""What networks are trained on, and that training in half the precision is training all the same."""

import json
from dataclasses import replace

import numpy as np
import pytest
import torch

from training import compute
from training.simulate.classes import CLAVICLE
from training.simulate.truth import in_layers
from training.vessels import train, weights
from training.vessels.plans import BLOCK

SMALL = replace(BLOCK, size=(16, 32, 32), features=(4, 8, 12), strides=((1, 2, 2), (2, 2, 2)))


@pytest.fixture
def machine(monkeypatch):
    """Pretends what the machine has."""

    def pretend(gpu: bool = False, gpu_bfloat16: bool = False, has: str = "") -> compute.Compute:
        monkeypatch.setattr(torch.cuda, "is_available", lambda: gpu)
        monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda including_emulation=True: gpu_bfloat16)
        monkeypatch.setattr(
            torch.cpu, "get_capabilities", lambda: {"amx_bf16": False, "avx512_bf16": False} | {has: True}
        )
        return compute.best_compute()

    return pretend


@pytest.mark.parametrize(
    ("has", "told"),
    [
        ({}, "cpu, float32"),
        ({"has": "avx2"}, "cpu, float32"),
        ({"has": "amx_bf16"}, "cpu, bfloat16"),
        ({"has": "avx512_bf16"}, "cpu, bfloat16"),
        ({"gpu": True, "has": "amx_bf16"}, "cuda, float32"),
        ({"gpu": True, "gpu_bfloat16": True}, "cuda, bfloat16"),
    ],
)
def test_the_fastest_that_is_there_is_taken(machine, has, told):
    assert str(machine(**has)) == told


def test_a_convolution_runs_in_bfloat16_only_where_told():
    layer, image = torch.nn.Conv3d(1, 2, 3), torch.ones(1, 1, 4, 4, 4)
    for mixed, dtype in ((True, torch.bfloat16), (False, torch.float32)):
        with compute.Compute(torch.device("cpu"), mixed).autocast():
            assert layer(image).dtype == dtype


@pytest.mark.parametrize("has", ["amx_bf16", ""])
def test_training_learns_and_keeps_single_precision(machine, tmp_path, has):
    machine(has=has)
    rng = np.random.default_rng(0)
    truth = np.zeros((20, 40, 40), np.uint8)
    truth[:, 12:28, 12:28], truth[:, :2] = 1, CLAVICLE
    image = np.where(truth == 1, 200, -100) + rng.normal(0, 10, truth.shape)
    np.savez(tmp_path / "000050.npz", image=image.astype(np.int16), truth=in_layers(truth, SMALL.wanted))
    told = train.Training(SMALL, lambda: [tmp_path / "000050.npz"], tmp_path / "run", steps=50, rate=2e-2)
    train.train(replace(told, steps=1, out=tmp_path / "first"))
    train.train(told)
    first, last = (
        json.loads((tmp_path / name / "curve.jsonl").read_text().splitlines()[-1])["loss"] for name in ("first", "run")
    )
    assert last < 0.8 * first
    kept = weights.read_weights(tmp_path / "run" / "last.pt")
    assert {value.dtype for value in kept.values()} == {torch.float32, torch.int64}
    assert all(torch.isfinite(value).all() for value in kept.values())
