"""Checkpoints of nnU-Net: pickles, of which only numbers and plain values are ever made."""

from __future__ import annotations

import pickle
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from inference.errors import first_line
from training.errors import BadInput

PARALLEL = "module."
"""Prefix of weights that were saved while training on several devices."""
NUMPY_DTYPES = tuple({type(np.dtype(name)) for name in ("float64", "float32", "float16", "int64", "int32", "bool")})
PLAIN = [
    # The losses in the log are numpy numbers; older versions of numpy pickle them under another name.
    *((np._core.multiarray.scalar, f"numpy.{core}.multiarray.scalar") for core in ("core", "_core")),
    *((np._core.multiarray._reconstruct, f"numpy.{core}.multiarray._reconstruct") for core in ("core", "_core")),
    np.ndarray,
    np.dtype,
    *NUMPY_DTYPES,
    torch.device,
]
"""What a checkpoint may name besides tensors; anything else in the pickle is refused unread."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What prediction needs of one fold.

    Attributes
    ----------
    mirror_axes
        Axes of the patch along which the trainer allows mirroring.
    weights
        Tensors by name.
    """

    fold: str
    path: Path
    trainer: str
    configuration: str
    mirror_axes: tuple[int, ...]
    weights: Mapping[str, torch.Tensor]


def read_checkpoint(path: Path, fold: str) -> Checkpoint:
    """Read the checkpoint of one fold.

    Raises
    ------
    BadInput
        When it is no checkpoint of nnU-Net v2, or holds anything but numbers and plain values.
    """
    try:
        with torch.serialization.safe_globals(PLAIN), warnings.catch_warnings():
            # Of pickles in unusual forms; those that hold what is not allowed are refused all the same.
            warnings.simplefilter("ignore", UserWarning)
            data = torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise BadInput(
            f"{path} is no checkpoint of nnU-Net v2, or holds objects beside numbers; files of that kind can run "
            f"programs when they are read, so it was not opened ({first_line(error)})"
        ) from error
    except (OSError, RuntimeError, EOFError, ValueError, KeyError) as error:
        raise BadInput(f"{path} cannot be read as a checkpoint ({first_line(error)}); copy it again") from error
    return _checked(data, path, fold)


def _checked(data: Any, path: Path, fold: str) -> Checkpoint:
    weights = data.get("network_weights") if isinstance(data, dict) else None
    about = data.get("init_args") if isinstance(data, dict) else None
    if not isinstance(weights, dict) or not isinstance(about, dict) or "configuration" not in about:
        raise BadInput(f"{path} is no checkpoint of nnU-Net v2: it lacks network_weights or init_args.configuration")
    wrong = next((name for name, value in weights.items() if not isinstance(value, torch.Tensor)), None)
    if wrong is not None:
        raise BadInput(f"{path} is no checkpoint of nnU-Net v2: {wrong} is not a tensor")
    axes = data.get("inference_allowed_mirroring_axes") or ()
    return Checkpoint(
        fold=fold,
        path=path,
        trainer=str(data.get("trainer_name", "")),
        configuration=str(about["configuration"]),
        mirror_axes=tuple(int(axis) for axis in axes),
        weights={name.removeprefix(PARALLEL): value for name, value in weights.items()},
    )
