"""Model folders as nnU-Net v2 writes them, with random weights, and nnU-Net's way to a mask in a few lines of scipy."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import numpy as np
import torch
from dynamic_network_architectures.architectures.unet import PlainConvUNet
from scipy import ndimage

LABELS = {"background": 0, "artery": 1, "vein": 2}
CT = {"mean": 20.0, "std": 90.0, "percentile_00_5": -150.0, "percentile_99_5": 250.0, "median": 30.0}
RESAMPLING = {"is_seg": False, "order_z": 0, "force_separate_z": None}


def configuration(dimensions: int = 3, **changes) -> dict:
    """A configuration of ``plans.json``: two stages of four and eight features."""
    patch, stride = ([8, 16, 16], [1, 2, 2]) if dimensions == 3 else ([16, 16], [2, 2])
    arguments = {
        "n_stages": 2,
        "features_per_stage": [4, 8],
        "conv_op": f"torch.nn.modules.conv.Conv{dimensions}d",
        "kernel_sizes": [[3] * dimensions] * 2,
        "strides": [[1] * dimensions, stride],
        "n_conv_per_stage": [1, 1],
        "n_conv_per_stage_decoder": [1],
        "conv_bias": True,
        "norm_op": f"torch.nn.modules.instancenorm.InstanceNorm{dimensions}d",
        "norm_op_kwargs": {"eps": 1e-5, "affine": True},
        "dropout_op": None,
        "dropout_op_kwargs": None,
        "nonlin": "torch.nn.LeakyReLU",
        "nonlin_kwargs": {"inplace": True},
    }
    network = {
        "network_class_name": "dynamic_network_architectures.architectures.unet.PlainConvUNet",
        "arch_kwargs": arguments,
        "_kw_requires_import": ["conv_op", "norm_op", "dropout_op", "nonlin"],
    }
    return {
        "data_identifier": "nnUNetPlans_test",
        "preprocessor_name": "DefaultPreprocessor",
        "batch_size": 2,
        "patch_size": patch,
        "spacing": [2.0, 1.25, 1.25][3 - dimensions :],
        "normalization_schemes": ["CTNormalization"],
        "use_mask_for_norm": [False],
        "resampling_fn_data": "resample_data_or_seg_to_shape",
        "resampling_fn_data_kwargs": {**RESAMPLING, "order": 3},
        "resampling_fn_seg": "resample_data_or_seg_to_shape",
        "resampling_fn_seg_kwargs": {**RESAMPLING, "is_seg": True, "order": 1},
        "resampling_fn_probabilities": "resample_data_or_seg_to_shape",
        "resampling_fn_probabilities_kwargs": {**RESAMPLING, "order": 1},
        "architecture": network,
        **changes,
    }


def network_of(plan: dict, classes: int, seed: int) -> torch.nn.Module:
    """The network of a configuration with random weights; its logits are far enough apart to be told apart."""
    torch.manual_seed(seed)
    arguments = {
        **plan["architecture"]["arch_kwargs"],
        "conv_op": torch.nn.Conv3d if len(plan["patch_size"]) == 3 else torch.nn.Conv2d,
        "norm_op": torch.nn.InstanceNorm3d if len(plan["patch_size"]) == 3 else torch.nn.InstanceNorm2d,
        "nonlin": torch.nn.LeakyReLU,
    }
    return PlainConvUNet(1, num_classes=classes, deep_supervision=True, **arguments).eval()


def write_model(folder: Path, plan: dict | None = None, folds=("0",), labels=LABELS, **plans) -> Path:
    """A trained model: one random network for each fold."""
    plan = plan or configuration()
    name = "3d_fullres" if len(plan["patch_size"]) == 3 else "2d"
    dataset = {"channel_names": {"0": "CT"}, "labels": labels, "numTraining": 1, "file_ending": ".nii.gz"}
    whole = {
        "dataset_name": "Dataset999_Test",
        "plans_name": "nnUNetPlans",
        "image_reader_writer": "SimpleITKIO",
        "transpose_forward": [0, 1, 2],
        "transpose_backward": [0, 1, 2],
        "configurations": {name: plan},
        "label_manager": "LabelManager",
        "foreground_intensity_properties_per_channel": {"0": CT},
        **plans,
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dataset.json").write_text(json.dumps(dataset), encoding="utf-8")
    (folder / "plans.json").write_text(json.dumps(whole), encoding="utf-8")
    for n, fold in enumerate(folds):
        write_checkpoint(folder / f"fold_{fold}" / "checkpoint_final.pth", network_of(plan, len(labels), n), name)
    return folder


def write_checkpoint(path: Path, network: torch.nn.Module, name: str, **changes) -> None:
    """A checkpoint with all that nnU-Net's trainer saves, its numpy numbers included."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = {
        "network_weights": network.state_dict(),
        "optimizer_state": {},
        "grad_scaler_state": None,
        "logging": {"mean_fg_dice": [np.float64(0.5), np.float32(0.6)], "lrs": [0.01]},
        "_best_ema": np.float64(0.5),
        "current_epoch": 1,
        "init_args": {"configuration": name, "fold": 0, "device": torch.device("cpu")},
        "trainer_name": "nnUNetTrainer",
        "inference_allowed_mirroring_axes": tuple(range(len(next(iter(network.parameters())).shape) - 2)),
        **changes,
    }
    torch.save(data, path)


def blobs(shape=(12, 28, 34)) -> np.ndarray:
    """Soft blobs between air and bone (int16 HU), a little larger than a tile."""
    return ndimage.gaussian_filter(np.random.default_rng(0).normal(0, 900, shape), 1.7).astype(np.int16)


def reference_mask(hu, spacing_mm, plan, networks, axes=(), transpose=(0, 1, 2)) -> np.ndarray:
    """What nnU-Net's predictor does, written down once more: channel numbers on the scan's voxels."""
    image = hu.transpose(transpose).astype(np.float64)
    spacing_mm = [spacing_mm[axis] for axis in transpose]
    image = (np.clip(image, CT["percentile_00_5"], CT["percentile_99_5"]) - CT["mean"]) / CT["std"]
    target = [spacing_mm[0], *plan["spacing"]][-3:]
    shape = [round(a / b * n) for a, b, n in zip(spacing_mm, target, image.shape)]
    apart = any(max(s) / min(s) > 3 for s in (spacing_mm, target))
    small = zoom(image, shape, 3, apart).astype(np.float32)
    logits = reference_logits(small, plan["patch_size"], networks, axes)
    large = np.stack([zoom(layer.astype(np.float64), image.shape, 1, apart) for layer in logits])
    return large.argmax(axis=0).transpose(np.argsort(transpose))


def zoom(image: np.ndarray, shape, order: int, apart: bool) -> np.ndarray:
    """``skimage.transform.resize`` with ``mode="edge"`` and without anti-aliasing; slices along k on their own."""
    if tuple(shape) == image.shape:
        return image
    if apart:
        image = np.stack([zoom(plane[None], (1, *shape[1:]), order, False)[0] for plane in image])
        place = (np.arange(shape[0]) + 0.5) * len(image) / shape[0] - 0.5
        return image[np.clip(np.floor(place + 0.5).astype(int), 0, len(image) - 1)]
    factors = np.array(shape) / image.shape
    large = ndimage.zoom(image, factors, order=order, mode="nearest", grid_mode=True)
    return np.clip(large, image.min(), image.max())


def reference_logits(image: np.ndarray, patch, networks, axes=()) -> np.ndarray:
    """Sliding window with torch, an image at least as large as the patch."""
    flat = 3 - len(patch)
    size = [1] * flat + list(patch)
    delta = np.zeros(patch)
    delta[tuple(n // 2 for n in patch)] = 1
    weights = ndimage.gaussian_filter(delta, [n / 8 for n in patch], mode="constant")
    weights = (10 * weights / weights.max()).astype(np.float16)
    weights[weights == 0] = weights[weights > 0].min()
    weights = weights.astype(np.float64).reshape(size)
    starts = []
    for n, p in zip(image.shape, size):
        count = n if p == 1 else int(np.ceil((n - p) / (p * 0.5))) + 1
        starts.append([int(np.round((n - p) / max(count - 1, 1) * m)) for m in range(count)])
    total, weight = 0, np.zeros(image.shape)
    for place in itertools.product(*starts):
        box = tuple(slice(s, s + p) for s, p in zip(place, size))
        tile = torch.from_numpy(np.ascontiguousarray(image[box]).reshape(1, 1, *patch))
        flips = [c for n in range(len(axes) + 1) for c in itertools.combinations([a + 2 for a in axes], n)]
        with torch.no_grad():
            each = [torch.flip(_logits(net, torch.flip(tile, f)), f).numpy()[0] for f in flips for net in networks]
        mean = np.mean(each, axis=0).reshape(-1, *size)
        if isinstance(total, int):
            total = np.zeros((len(mean), *image.shape))
        total[(slice(None), *box)] += mean * weights
        weight[box] += weights
    return total / weight


def _logits(network: torch.nn.Module, tile: torch.Tensor) -> torch.Tensor:
    given = network(tile)
    return given[0] if isinstance(given, list) else given
