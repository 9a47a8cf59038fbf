"""Weights of a published network from its file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import nn

from training.errors import BadInput


def load_weights(network: nn.Module, path: Path, named: str, left_out: tuple[str, ...]) -> None:
    """Put the weights of a file into a network.

    Parameters
    ----------
    named
        What the network is called.
    left_out
        How the names of layers begin that the network does without.

    Raises
    ------
    BadInput
        When the file cannot be read or holds another network.
    """
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # torch raises many kinds for files that are no checkpoints
        raise BadInput(f"{path} cannot be read as a file of weights: {type(error).__name__}") from error
    if not isinstance(state, Mapping):
        raise BadInput(f"{path} holds no table of weights; give the state dict of {named}")
    wanted = network.state_dict()
    given = {name: value for name, value in state.items() if not str(name).startswith(left_out)}
    missing = sorted(set(wanted) - set(given)) + sorted(set(given) - set(wanted))
    if missing or any(given[name].shape != wanted[name].shape for name in wanted):
        detail = f"; first difference: {missing[0]}" if missing else ""
        raise BadInput(f"{path} holds no weights of {named}{detail}")
    network.load_state_dict(given)
