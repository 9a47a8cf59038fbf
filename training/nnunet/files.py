"""What nnU-Net v2 writes beside a trained model, as far as it is needed here; the rest is not looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from inference.reading import read_json, read_typed
from training.errors import BadInput

LENIENT = {"extra": "ignore"}
"""nnU-Net writes much that only its training needs."""
USUAL_PREPROCESSOR = "DefaultPreprocessor"
USUAL_RESAMPLING = "resample_data_or_seg_to_shape"
PLANS_OF_VERSION_1 = "plans.pkl"


@dataclass(frozen=True, slots=True)
class Dataset:
    """``dataset.json``.

    Attributes
    ----------
    labels
        Value by name; several values are a region.
    channel_names, modality
        Input channels, under the new and the old name.
    """

    __pydantic_config__ = LENIENT
    labels: dict[str, int | list[int]]
    channel_names: dict[str, str] | None = None
    modality: dict[str, str] | None = None

    @property
    def channels(self) -> tuple[str, ...]:
        """What each input channel is."""
        return tuple((self.channel_names or self.modality or {}).values())


@dataclass(frozen=True, slots=True)
class Intensities:
    """Of the foreground in the training images."""

    __pydantic_config__ = LENIENT
    mean: float
    std: float
    percentile_00_5: float
    percentile_99_5: float


@dataclass(frozen=True, slots=True)
class Resampling:
    """Arguments of nnU-Net's resampling function."""

    __pydantic_config__ = LENIENT
    order: int = 3
    order_z: int = 0
    force_separate_z: bool | None = None
    separate_z_anisotropy_threshold: float = 3.0


@dataclass(frozen=True, slots=True)
class Architecture:
    """The network: a class and its arguments."""

    __pydantic_config__ = LENIENT
    network_class_name: str
    arch_kwargs: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Configuration:
    """One configuration of the plans, inheritance resolved; axes are those of the network."""

    __pydantic_config__ = LENIENT
    spacing: tuple[float, ...]
    patch_size: tuple[int, ...]
    normalization_schemes: tuple[str, ...]
    use_mask_for_norm: tuple[bool, ...]
    architecture: Architecture
    preprocessor_name: str = USUAL_PREPROCESSOR
    resampling_fn_data: str = USUAL_RESAMPLING
    resampling_fn_data_kwargs: Resampling = Resampling()
    resampling_fn_probabilities: str = USUAL_RESAMPLING
    resampling_fn_probabilities_kwargs: Resampling = Resampling(order=1)
    previous_stage: str | None = None


@dataclass(frozen=True, slots=True)
class Plans:
    """``plans.json``."""

    __pydantic_config__ = LENIENT
    configurations: dict[str, dict[str, Any]]
    transpose_forward: tuple[int, int, int]
    image_reader_writer: str = "SimpleITKIO"
    plans_name: str = ""
    dataset_name: str = ""
    foreground_intensity_properties_per_channel: dict[str, Intensities] = field(default_factory=dict)
    foreground_intensity_properties_by_modality: dict[str, Intensities] = field(default_factory=dict)

    @property
    def intensities(self) -> Mapping[str, Intensities]:
        """By channel number, under the new or the old name."""
        return self.foreground_intensity_properties_per_channel or self.foreground_intensity_properties_by_modality


def read_dataset(folder: Path) -> Dataset:
    """Read ``dataset.json`` of a model folder."""
    return read_typed(Dataset, read_json(_file_of(folder, "dataset.json")), str(folder / "dataset.json"))


def read_plans(folder: Path) -> Plans:
    """Read ``plans.json`` of a model folder."""
    return read_typed(Plans, read_json(_file_of(folder, "plans.json")), str(folder / "plans.json"))


def _file_of(folder: Path, name: str) -> Path:
    if not folder.is_dir():
        raise BadInput(f"{folder} is not a folder; give the folder of a trained nnU-Net v2 model")
    path = folder / name
    if path.is_file():
        return path
    if (folder / PLANS_OF_VERSION_1).is_file():
        raise BadInput(f"{folder} holds a model of nnU-Net v1; only v2 is supported, so train it again with v2")
    inside = ", ".join(sorted(other.parent.name for other in folder.glob("*/plans.json")))
    found = f"; it holds the models {inside}, of which give one" if inside else ""
    raise BadInput(
        f"{folder} holds no {name}; give the folder that nnU-Net v2 trained into, which holds dataset.json, plans.json "
        f"and fold_0 (TRAINER__PLANS__CONFIGURATION){found}"
    )


def configuration_of(plans: Plans, name: str, source: Path) -> Configuration:
    """One configuration with what it inherits, plans of older nnU-Net versions included.

    Raises
    ------
    BadInput
        When it is not in the plans or inherits in a circle.
    InputError
        ``schema.invalid`` with the field.
    """
    merged: dict[str, Any] = {}
    wanted, seen = name, set()
    while wanted is not None:
        if wanted not in plans.configurations or wanted in seen:
            known = ", ".join(plans.configurations)
            raise BadInput(f"{source} has no usable configuration {wanted!r}; it has {known}")
        seen.add(wanted)
        own = plans.configurations[wanted]
        merged = {**own, **merged}
        wanted = own.get("inherits_from")
    if "architecture" not in merged and "UNet_class_name" in merged:
        merged["architecture"] = _architecture_of_old_plans(merged, source)
    return read_typed(Configuration, merged, f"{source}: configurations.{name}")


def _architecture_of_old_plans(old: Mapping[str, Any], source: Path) -> dict[str, Any]:
    """Plans from before nnU-Net 2.4 name a U-Net by numbers; the rest was fixed in its code."""
    try:
        encoder = list(old["n_conv_per_stage_encoder"])
        dimensions = len(old["patch_size"])
        widest, first = old["unet_max_num_features"], old["UNet_base_num_features"]
        per_stage = "n_conv_per_stage" if old["UNet_class_name"] == "PlainConvUNet" else "n_blocks_per_stage"
        arguments = {
            "n_stages": len(encoder),
            "features_per_stage": [min(first * 2**n, widest) for n in range(len(encoder))],
            "conv_op": f"torch.nn.Conv{dimensions}d",
            "kernel_sizes": old["conv_kernel_sizes"],
            "strides": old["pool_op_kernel_sizes"],
            per_stage: encoder,
            "n_conv_per_stage_decoder": old["n_conv_per_stage_decoder"],
            "conv_bias": True,
            "norm_op": f"torch.nn.InstanceNorm{dimensions}d",
            "norm_op_kwargs": {"eps": 1e-05, "affine": True},
            "dropout_op": None,
            "dropout_op_kwargs": None,
            "nonlin": "torch.nn.LeakyReLU",
            "nonlin_kwargs": {"inplace": True},
        }
    except (KeyError, TypeError) as error:
        raise BadInput(f"{source} is of an old form and lacks {error}; plan again with nnU-Net 2.4 or newer") from error
    return {"network_class_name": old["UNet_class_name"], "arch_kwargs": arguments}
