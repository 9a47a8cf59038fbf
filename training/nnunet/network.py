"""The network of an nnU-Net plan, built with dynamic-network-architectures, and the weights of a fold put into it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from training.errors import BadInput
from training.nnunet.files import Architecture

NETWORKS = ("PlainConvUNet", "ResidualEncoderUNet")
"""What nnU-Net's own planners plan. No other name from a file is imported."""
LIBRARY = "dynamic-network-architectures"
CLASSES = ("conv_op", "norm_op", "dropout_op", "nonlin")
"""Arguments that plans give as the name of a class of torch."""


def build(architecture: Architecture, classes: int, source: Path) -> torch.nn.Module:
    """An untrained network for one channel.

    Raises
    ------
    BadInput
        For an architecture other than nnU-Net's own U-Nets, or arguments it does not take.
    """
    name = architecture.network_class_name.rpartition(".")[2]
    if name not in NETWORKS:
        raise BadInput(
            f"{source} plans a network {architecture.network_class_name}; only {' and '.join(NETWORKS)} can be imported"
        )
    arguments = {
        key: _layer(value, source) if key in CLASSES and value is not None else value
        for key, value in architecture.arch_kwargs.items()
    }
    arguments["deep_supervision"] = False
    network = _class_of(name)
    try:
        return network(input_channels=1, num_classes=classes, **arguments)
    except (TypeError, ValueError, AssertionError, IndexError, RuntimeError, KeyError) as error:
        raise BadInput(f"{source}: {name} cannot be built from these plans ({error})") from error


def _class_of(name: str) -> type[torch.nn.Module]:
    try:
        from dynamic_network_architectures.architectures import unet
    except ModuleNotFoundError as error:
        raise BadInput(f"import-nnunet needs nnU-Net's networks: pip install {LIBRARY}") from error
    return getattr(unet, name)


def _layer(name: Any, source: Path) -> type[torch.nn.Module]:
    found = getattr(torch.nn, str(name).rpartition(".")[2], None) if str(name).startswith("torch.nn.") else None
    if not (isinstance(found, type) and issubclass(found, torch.nn.Module)):
        raise BadInput(f"{source} names the layer {name!r}; only layers of torch.nn can be imported")
    return found


def with_weights(network: torch.nn.Module, weights: Mapping[str, torch.Tensor], path: Path) -> torch.nn.Module:
    """Put a fold's weights into a network.

    Raises
    ------
    BadInput
        When they belong to another one: some trainers build what the plans do not say.
    """
    try:
        network.load_state_dict(dict(weights))
    except RuntimeError as error:
        detail = " ".join(str(error).split())[:300]
        raise BadInput(
            f"the weights in {path} do not fit the network of plans.json: the trainer changed it, which is not "
            f"supported ({detail})"
        ) from error
    return network.eval()
