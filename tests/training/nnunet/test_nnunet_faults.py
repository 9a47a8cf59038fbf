"""Models that cannot be imported, and options that do not fit, end in a sentence that says what to do."""

import json
import pickle
import shutil
import sys

import pytest

pytest.importorskip("torch", reason="needs the training extra")
pytest.importorskip("dynamic_network_architectures", reason="needs dynamic-network-architectures")

import torch

from tests.helpers.nnunet import configuration, network_of, write_checkpoint, write_model
from training.cli import main


class _Program:
    def __reduce__(self):
        return print, ("this must never run",)


def plans_with(**changes):
    def spoil(model):
        plans = json.loads((model / "plans.json").read_text(encoding="utf-8"))
        plans["configurations"]["3d_fullres"] |= changes
        (model / "plans.json").write_text(json.dumps(plans), encoding="utf-8")

    return spoil


def architecture_with(**changes):
    plan = configuration()["architecture"]
    arguments = {**plan["arch_kwargs"], **changes.pop("arguments", {})}
    return plans_with(architecture={**plan, **changes, "arch_kwargs": arguments})


def dataset_with(**changes):
    def spoil(model):
        dataset = json.loads((model / "dataset.json").read_text(encoding="utf-8"))
        (model / "dataset.json").write_text(json.dumps({**dataset, **changes}), encoding="utf-8")

    return spoil


def checkpoint_of(data):
    return lambda model: (model / "fold_0/checkpoint_final.pth").write_bytes(data)


def saved(value):
    return lambda model: torch.save(value, model / "fold_0/checkpoint_final.pth")


def version_1(model):
    for name in ("plans.json", "dataset.json"):
        (model / name).unlink()
    (model / "plans.pkl").write_bytes(b"")


def one_too_high(model):
    inner = model / "nnUNetTrainer__nnUNetPlans__3d_fullres"
    model.rename(model.with_name("moved"))
    shutil.copytree(model.with_name("moved"), inner)


FAULTS = {
    "no folder": (shutil.rmtree, "is not a folder"),
    "no plans": (lambda model: (model / "plans.json").unlink(), "holds no plans.json"),
    "version 1": (version_1, "a model of nnU-Net v1; only v2 is supported"),
    "the folder above": (one_too_high, "it holds the models nnUNetTrainer__nnUNetPlans__3d_fullres, of which give one"),
    "no dataset": (lambda model: (model / "dataset.json").unlink(), "holds no dataset.json"),
    "broken plans": (lambda model: (model / "plans.json").write_text("{"), "plans.json"),
    "empty plans": (lambda model: (model / "plans.json").write_text("{}"), "configurations"),
    "no fold": (lambda model: shutil.rmtree(model / "fold_0"), "train a fold to its end"),
    "empty checkpoint": (checkpoint_of(b""), "cannot be read as a checkpoint"),
    "cut checkpoint": (checkpoint_of(b"PK\x03\x04 and no more"), "cannot be read as a checkpoint"),
    "another file": (checkpoint_of(b"hello, world, this is text"), "checkpoint"),
    "a pickled program": (checkpoint_of(pickle.dumps(_Program())), "so it was not opened"),
    "a program in a checkpoint": (saved({"network_weights": {}, "x": _Program()}), "so it was not opened"),
    "another checkpoint": (saved({"state_dict": {}}), "no checkpoint of nnU-Net v2"),
    "weights that are none": (
        saved({"network_weights": {"a": 1}, "init_args": {"configuration": "3d_fullres"}}),
        "a is not a tensor",
    ),
    "another network's weights": (
        lambda model: write_checkpoint(
            model / "fold_0/checkpoint_final.pth", network_of(configuration(2), 3, 0), "3d_fullres"
        ),
        "do not fit",
    ),
    "a configuration not planned": (
        lambda model: write_checkpoint(
            model / "fold_0/checkpoint_final.pth", network_of(configuration(), 3, 0), "3d_lowres"
        ),
        "no usable configuration '3d_lowres'",
    ),
    "a cascade": (plans_with(previous_stage="3d_lowres"), "second stage of a cascade"),
    "a circle": (plans_with(inherits_from="3d_fullres"), "no usable configuration"),
    "regions": (dataset_with(labels={"background": 0, "whole": [1, 2], "core": 2}), "regions that overlap (whole)"),
    "two channels": (dataset_with(channel_names={"0": "CT", "1": "PET"}), "2 input channels (CT, PET)"),
    "labels with a gap": (dataset_with(labels={"background": 0, "a": 1, "b": 3}), "labels must count 0, 1, 2"),
    "a preprocessor of one's own": (plans_with(preprocessor_name="Mine"), "the preprocessor Mine"),
    "another resampling": (plans_with(resampling_fn_data="resample_torch_fornnunet"), "resample_torch_fornnunet"),
    "another spline": (plans_with(resampling_fn_data_kwargs={"order": 4}), "splines of order 4"),
    "another normalisation": (plans_with(normalization_schemes=["RGBTo01Normalization"]), "RGBTo01Normalization"),
    "another network": (architecture_with(network_class_name="os.system"), "a network os.system"),
    "another layer": (architecture_with(arguments={"nonlin": "os.system"}), "the layer 'os.system'"),
    "arguments that do not fit": (architecture_with(arguments={"n_stages": 5}), "cannot be built from these plans"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_model_that_cannot_be_imported_ends_in_a_sentence(tmp_path, capsys, fault):
    spoil, words = FAULTS[fault]
    model = write_model(tmp_path / "model")
    spoil(model)
    assert main(["import-nnunet", str(model), "--out", str(tmp_path / "out")]) == 2
    said = capsys.readouterr()
    assert words in said.err and "Traceback" not in said.err
    assert "this must never run" not in said.out
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--fold", "4"], "of fold 4; it has 0"),
        (["--checkpoint", "lost.pth"], "lost.pth"),
        (["--structures", "lung=L"], "no label 'lung'; its labels are artery, vein"),
        (["--structures", "0=L"], "no label '0'"),
        (["--structures", "1=L", "2=L"], "'L' is given twice"),
        (["--calibrate", "nowhere"], "nowhere"),
        (["--tiles", "1"], "--tiles must be 2 or more"),
        (["--angle", "artery", "lost"], "lost"),
    ],
    ids=str,
)
def test_an_option_that_does_not_fit_the_model_ends_in_a_sentence(tmp_path, capsys, options, words):
    model = write_model(tmp_path / "model")
    assert main(["import-nnunet", str(model), "--out", str(tmp_path / "out"), *options]) == 2
    assert words in capsys.readouterr().err


def test_without_nnunets_networks_the_library_is_named(tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "dynamic_network_architectures.architectures", None)
    model = write_model(tmp_path / "model")
    assert main(["import-nnunet", str(model), "--out", str(tmp_path / "out")]) == 2
    assert "pip install dynamic-network-architectures" in capsys.readouterr().err


def test_folds_of_different_configurations_end_in_a_sentence(tmp_path, capsys):
    model = write_model(tmp_path / "model", folds=("0", "1"))
    path = model / "fold_1/checkpoint_final.pth"
    write_checkpoint(path, network_of(configuration(2), 3, 0), "2d")
    assert main(["import-nnunet", str(model), "--out", str(tmp_path / "out")]) == 2
    assert "different configurations (2d, 3d_fullres)" in capsys.readouterr().err


def test_mirroring_that_was_not_trained_ends_in_a_sentence(tmp_path, capsys):
    model = write_model(tmp_path / "model")
    path = model / "fold_0/checkpoint_final.pth"
    write_checkpoint(path, network_of(configuration(), 3, 0), "3d_fullres", inference_allowed_mirroring_axes=None)
    assert main(["import-nnunet", str(model), "--out", str(tmp_path / "out"), "--mirror"]) == 2
    assert "trained without mirroring" in capsys.readouterr().err


def test_a_reader_that_turns_images_decides_the_axes(tmp_path, capsys):
    model = write_model(tmp_path / "model", image_reader_writer="NibabelIOWithReorient")
    assert main(["import-nnunet", str(model), "--out", str(tmp_path / "out"), "--orientation", "LPS"]) == 2
    assert "leave out --orientation" in capsys.readouterr().err
