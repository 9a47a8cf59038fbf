"""Two tiny nnU-Net v2 models (3d_fullres and 2d), planned, preprocessed and trained by nnU-Net itself.

The scans are simulated from the procedural body, which needs no data from elsewhere. The plans are nnU-Net's own but
for the size of the network and of its tiles, and training is cut short: what matters is that the models are nnU-Net's,
not that they are good.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import numpy as np
import SimpleITK as sitk

from training.simulate import classes
from training.simulate.anatomy import procedural_anatomy
from training.simulate.generate import SPACING_MM, simulate
from training.simulate.pose import measure_skeleton
from training.simulate.truth import as_labels

DATASET = "Dataset901_SimulatedInlet"
DATASET_ID = 901
CASES = 8
FIRST_SEED = 0
CLASSES = {
    "thyroid": (classes.THYROID,),
    "bone": (classes.CLAVICLE, classes.FIRST_RIB),
    "airway": (classes.AIRWAY,),
    "lung": (classes.LUNG,),
}
"""Classes of the simulation that make a label: what a tiny network learns in minutes; small, large, soft, hard."""
LABELS = {"background": 0, **{name: n + 1 for n, name in enumerate(CLASSES)}}
CONFIGURATIONS = {
    # name: patch, strides of the three stages, batch, epochs
    "3d_fullres": ((24, 48, 64), ((1, 1, 1), (1, 2, 2), (2, 2, 2)), 2, 12),
    "2d": ((96, 128), ((1, 1), (2, 2), (2, 2)), 6, 14),
}
FEATURES = (8, 16, 32)
STEPS = 40
"""Per epoch; validation takes two."""
TRAINER = "nnUNetTrainerAdam"
"""nnU-Net's own variant with AdamW: in so few steps its usual trainer learns nothing but the background."""
RATE = 3e-3


def simulated(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """A scan of the procedural body (int16 HU) and its labels (uint8), 2 x 1.25 x 1.25 mm."""
    anatomy = procedural_anatomy()
    image, layers, _ = simulate([(anatomy, measure_skeleton(anatomy))], seed)
    truth = as_labels(layers)
    labels = np.zeros_like(truth)
    for name, members in CLASSES.items():
        labels[np.isin(truth, members)] = LABELS[name]
    return image, labels


def make(work: Path, seed: int = 0) -> dict[str, Path]:
    """Train what is not there yet; model folders by configuration.

    Parameters
    ----------
    work
        Gets nnU-Net's three folders.
    """
    set_folders(work)
    _write_dataset(work / "raw" / DATASET)
    _plan(work)
    folders = {}
    for name in CONFIGURATIONS:
        folder = work / "results" / DATASET / f"{TRAINER}__nnUNetPlans__{name}"
        if not (folder / "fold_0" / "checkpoint_final.pth").exists():
            _train(work, name, seed)
        folders[name] = folder
    return folders


def set_folders(work: Path) -> None:
    """Tell nnU-Net where it works, and to take one process for its data; before it is imported."""
    folders = {kind: str(work / kind) for kind in ("raw", "preprocessed", "results")}
    for name, value in {**folders, "n_proc_DA": "1", "compile": "f"}.items():
        os.environ[f"nnUNet_{name}"] = value


def _write_dataset(folder: Path) -> None:
    for kind in ("imagesTr", "labelsTr"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    for seed in range(FIRST_SEED, FIRST_SEED + CASES):
        paths = folder / "imagesTr" / f"case_{seed:03d}_0000.nii.gz", folder / "labelsTr" / f"case_{seed:03d}.nii.gz"
        if all(path.exists() for path in paths):
            continue
        for path, array in zip(paths, simulated(seed)):
            image = sitk.GetImageFromArray(array)
            image.SetSpacing(SPACING_MM[::-1])
            sitk.WriteImage(image, str(path), useCompression=True)
    about = {"channel_names": {"0": "CT"}, "labels": LABELS, "numTraining": CASES, "file_ending": ".nii.gz"}
    (folder / "dataset.json").write_text(json.dumps(about, indent=1), encoding="utf-8")


def _plan(work: Path) -> None:
    """Fingerprint, nnU-Net's plans with smaller networks and tiles, preprocessed cases."""
    from nnunetv2.experiment_planning.plan_and_preprocess_api import extract_fingerprints, plan_experiments, preprocess

    path = work / "preprocessed" / DATASET / "nnUNetPlans.json"
    if path.exists():
        return
    extract_fingerprints([DATASET_ID], num_processes=1)
    plan_experiments([DATASET_ID])
    plans = json.loads(path.read_text(encoding="utf-8"))
    for name, (patch, strides, batch, _) in CONFIGURATIONS.items():
        configuration = plans["configurations"][name]
        configuration |= {"patch_size": patch, "batch_size": batch}
        network, stages = configuration["architecture"]["arch_kwargs"], len(FEATURES)
        network |= {"n_stages": stages, "features_per_stage": FEATURES, "strides": strides}
        network |= {"kernel_sizes": [[3] * len(patch)] * stages, "n_conv_per_stage": [2] * stages}
        network["n_conv_per_stage_decoder"] = [2] * (stages - 1)
    path.write_text(json.dumps(plans, indent=1), encoding="utf-8")
    preprocess([DATASET_ID], configurations=tuple(CONFIGURATIONS), num_processes=(1,) * len(CONFIGURATIONS))


def _train(work: Path, name: str, seed: int) -> None:
    """nnU-Net's own trainer with fewer and shorter epochs."""
    import torch
    from nnunetv2.training.nnUNetTrainer.variants.optimizer import nnUNetTrainerAdam as variants

    started = time.perf_counter()
    torch.manual_seed(seed)
    np.random.seed(seed)
    preprocessed = work / "preprocessed" / DATASET
    plans, dataset = (
        json.loads((preprocessed / file).read_text(encoding="utf-8")) for file in ("nnUNetPlans.json", "dataset.json")
    )
    plans["continue_training"] = False
    trainer = getattr(variants, TRAINER)(plans, name, 0, dataset, device=torch.device("cpu"))
    trainer.num_epochs, trainer.initial_lr = CONFIGURATIONS[name][3], RATE
    # Every tile of a batch holds a label: the thin ones are rare.
    trainer.oversample_foreground_percent = 1.0
    trainer.num_iterations_per_epoch, trainer.num_val_iterations_per_epoch = STEPS, 2
    trainer.run_training()
    print(f"{name}: trained in {time.perf_counter() - started:.0f} s")
