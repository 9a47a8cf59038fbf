"""Weights as arrays of half precision: small enough to keep with the source, and read without running any code.

``python -m training.vessels.weights --plan block work/block/last.pt training/vessels/weights/block.npz``
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from training.vessels.plans import PLANS


def read_weights(path: Path) -> dict[str, torch.Tensor]:
    """Weights of a checkpoint of :mod:`training.vessels.train` (its average) or of a file written here."""
    if path.suffix == ".npz":
        with np.load(path, allow_pickle=False) as data:
            return {name: _tensor(data[name]) for name in data.files}
    return torch.load(path, weights_only=True, map_location="cpu")["average"]


def _tensor(array: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(array.astype(np.float32) if array.dtype == np.float16 else array)


def write_weights(state: dict[str, torch.Tensor], path: Path) -> None:
    """Write weights; what is a float becomes one of half precision."""
    arrays = {name: value.numpy() for name, value in state.items()}
    arrays = {name: a.astype(np.float16) if a.dtype == np.float32 else a for name, a in arrays.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **arrays)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plan", choices=tuple(PLANS), required=True)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("target", type=Path)
    options = parser.parse_args()
    write_weights(read_weights(options.checkpoint), options.target)
    # Read back at once: a file that does not fit its network must not be kept.
    PLANS[options.plan].network().load_state_dict(read_weights(options.target))


if __name__ == "__main__":
    main()
