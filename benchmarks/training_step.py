"""One training step of the vessel network in bfloat16 beside single precision, on this machine's processor.

    python -m benchmarks.training_step [--repeats 5]

Needs the ``train`` extra; leave the machine idle. Same weights, same batch of two, taking turns in one run.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable

import numpy as np
import torch

from benchmarks.segmentation import torch_network
from benchmarks.timing import machine, medians, table
from training.compute import Compute, best_compute
from training.simulate.truth import in_layers
from training.vessels.plans import BLOCK
from training.vessels.train import loss_of

BATCH = 2


def step_in(compute: Compute) -> Callable[[], None]:
    """Forward, loss and backward of one batch."""
    network = torch_network("block").to(compute.device, memory_format=torch.channels_last_3d).train()
    draw = torch.Generator().manual_seed(0)
    images = torch.randn(BATCH, 1, *BLOCK.size, generator=draw).to(memory_format=torch.channels_last_3d)
    labels = torch.randint(0, len(BLOCK.names), (BATCH, *BLOCK.size), generator=draw).numpy()
    truth = torch.from_numpy(np.stack([in_layers(case, BLOCK.wanted) for case in labels]))

    def step() -> None:
        network.zero_grad(set_to_none=True)
        with compute.autocast():
            logits = network(images)
        loss_of(BLOCK, logits.float(), truth)[0].backward()

    return step


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=5)
    options = parser.parse_args()
    print(f"{machine()}; {torch.get_num_threads()} threads; training would take: {best_compute()}")
    ways = [Compute(torch.device("cpu"), mixed) for mixed in (False, True)]
    works = {str(way): step_in(way) for way in ways}
    table("One training step, batch of two", medians(works, options.repeats), str(ways[0]))


if __name__ == "__main__":
    main()
