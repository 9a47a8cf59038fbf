"""An nnU-Net plan as a ``segment-tiles`` step of a pack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from inference.steps.tiles import SCAN_AXES
from training.errors import BadInput
from training.nnunet.files import Resampling
from training.nnunet.model import Model

TURNING_READER, TURNED_AXES = "NibabelIOWithReorient", "RAS"
"""nnU-Net's only reader that turns images; the others take the axes as they are stored."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user decides about the step.

    Attributes
    ----------
    structures
        Structure of the pack by label (its name or number); empty takes every label under its own name.
    orientation
        Where x, y and z of the training images ran to; None where the plans tell, or as the program's own scans.
    angle
        Structures whose meeting is the venous angle.
    """

    id: str = "segmentation"
    image: str = "ct"
    structures: tuple[tuple[str, str], ...] = ()
    orientation: str | None = None
    step_share: float = 0.5
    mirror: bool = False
    angle: tuple[str, str] | None = None


def step_of(model: Model, wishes: Wishes, models: Sequence[str]) -> dict[str, Any]:
    """The step as it stands in ``pack.json``.

    Parameters
    ----------
    models
        Names of the networks inside the pack.

    Raises
    ------
    BadInput
        For labels that the model does not have, and for plans that the step cannot follow.
    """
    configuration = model.configuration
    step = {
        "kind": "segment-tiles",
        "id": wishes.id,
        "image": wishes.image,
        "models": list(models),
        "classes": list(model.classes),
        "structures": _structures(model, wishes),
        "spacing_mm": list(configuration.spacing),
        "patch": list(configuration.patch_size),
        "intensities": _intensities(model),
        "image_resizing": _resizing(model, configuration.resampling_fn_data_kwargs, (0, 1, 3)),
        "logit_resizing": _resizing(model, configuration.resampling_fn_probabilities_kwargs, (0, 1)),
        "orientation": orientation_of(model, wishes),
        "transpose": list(model.plans.transpose_forward),
        "step_share": wishes.step_share,
        "mirror_axes": list(_mirror_axes(model)) if wishes.mirror else [],
    }
    if wishes.angle is None:
        return step
    lost = next((name for name in wishes.angle if name not in step["structures"]), None)
    if lost is not None:
        raise BadInput(f"--angle names {lost!r}, which is none of the structures {', '.join(step['structures'])}")
    return {**step, "angle": list(wishes.angle)}


def orientation_of(model: Model, wishes: Wishes) -> str:
    """Where x, y and z of the images run to that the network is to be shown."""
    if model.plans.image_reader_writer != TURNING_READER:
        return wishes.orientation or SCAN_AXES
    if wishes.orientation not in (None, TURNED_AXES):
        raise BadInput(f"{TURNING_READER} turned the training images to {TURNED_AXES}; leave out --orientation")
    return TURNED_AXES


def _structures(model: Model, wishes: Wishes) -> dict[str, str]:
    foreground = model.classes[1:]
    if not wishes.structures:
        return {name: name for name in foreground}
    given = {}
    for label, structure in wishes.structures:
        name = model.classes[int(label)] if label.isdecimal() and int(label) < len(model.classes) else label
        if name not in foreground:
            raise BadInput(f"the model has no label {label!r}; its labels are {', '.join(foreground)}")
        if structure in given:
            raise BadInput(f"the structure {structure!r} is given twice")
        given[structure] = name
    return given


def _mirror_axes(model: Model) -> tuple[int, ...]:
    axes = model.checkpoints[0].mirror_axes
    if not axes:
        raise BadInput(f"{model.folder} was trained without mirroring, so that it cannot be used; leave out --mirror")
    return axes


def _resizing(model: Model, given: Resampling, orders: tuple[int, ...]) -> dict[str, Any]:
    if given.order not in orders or given.order_z not in orders:
        raise BadInput(
            f"{model.folder / 'plans.json'} resamples with splines of order {given.order} and {given.order_z}; "
            f"known here are {', '.join(map(str, orders))}"
        )
    return {
        "order": given.order,
        "order_between": given.order_z,
        "between_apart": given.force_separate_z,
        "anisotropy": given.separate_z_anisotropy_threshold,
    }


def _intensities(model: Model) -> dict[str, Any]:
    scheme = next(iter(model.configuration.normalization_schemes), "")
    if scheme == "CTNormalization":
        known = model.plans.intensities.get("0")
        if known is None:
            raise BadInput(f"{model.folder / 'plans.json'} lacks the intensities that CTNormalization needs")
        clip = [known.percentile_00_5, known.percentile_99_5]
        return {"scheme": "ct", "clip_hu": clip, "mean_hu": known.mean, "sd_hu": known.std}
    if scheme == "ZScoreNormalization":
        return {"scheme": "z-score", "inside": next(iter(model.configuration.use_mask_for_norm), False)}
    if scheme == "RescaleTo01Normalization":
        return {"scheme": "rescale"}
    if scheme == "NoNormalization":
        return {"scheme": "none"}
    raise BadInput(f"{model.folder / 'plans.json'} normalises with {scheme or 'nothing'}, which is not known here")
