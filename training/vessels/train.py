"""Train one of the two networks on simulated volumes.

``python -m training.vessels.train --plan block --data FOLDER --out FOLDER --steps 8000``

Seeds below ``--held-out`` are never trained on: they are the simulated test set.
"""

from __future__ import annotations

import argparse
import json
import logging
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import torch

from inference.steps.window import normalise
from training.vessels.plans import PLANS, Plan
from training.vessels.weights import read_weights

AVERAGE_DECAY = 0.998

log = logging.getLogger(__name__)


def batches(
    plan: Plan, folder: Path, held_out: int, size: int, seed: int
) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    """Endless random batches; files that appear while training runs are picked up."""
    rng = np.random.default_rng(seed)

    def one(path: Path, child: np.random.Generator):
        with np.load(path) as data:
            image, truth = plan.augment(data["image"], data["truth"], plan, child)
        return normalise(image, plan.window_hu)[None], truth

    def draw(pool):
        files = [p for p in sorted(folder.glob("[0-9]*.npz")) if ".part" not in p.name and int(p.stem) >= held_out]
        chosen = [files[n] for n in rng.integers(0, len(files), size)]
        return [pool.submit(one, path, child) for path, child in zip(chosen, rng.spawn(size))]

    with ThreadPoolExecutor(1) as pool:
        ahead = [draw(pool), draw(pool)]
        while True:
            ahead.append(draw(pool))
            images, truths = zip(*[job.result() for job in ahead.pop(0)])
            yield torch.from_numpy(np.stack(images)), torch.from_numpy(np.stack(truths)).long()


def loss_of(plan: Plan, logits: torch.Tensor, truth: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Weighted cross-entropy plus soft Dice over the batch.

    A vessel is one voxel in three hundred; without weights the network learns bone and lung for hours first.

    Returns
    -------
    loss : scalar
    dice : tensor, shape (wanted classes,)
        Soft Dice of the wanted vessels.
    """
    classes = logits.shape[1]
    log_chance = logits.log_softmax(dim=1)
    chance = log_chance.exp()
    of_truth = log_chance.gather(1, truth[:, None])[:, 0]
    voxel_weight = torch.tensor(plan.voxel_weights)[truth]
    entropy = -(voxel_weight * of_truth).sum() / voxel_weight.sum()
    # Summing the chance of the true class by class avoids a one-hot copy of the whole batch.
    flat = truth.flatten()
    overlap = torch.zeros(classes).index_add(0, flat, of_truth.exp().flatten())
    total = chance.sum(dim=(0, 2, 3, 4)) + torch.bincount(flat, minlength=classes)
    dice = (2 * overlap + 20) / (total + 20)
    wanted = dice[list(plan.wanted)]
    helpers = dice[max(plan.wanted) + 1 :]
    return entropy + 1.5 - wanted.mean() - 0.5 * helpers.mean(), wanted.detach()


class Average:
    """Exponential moving average of the weights, which is what is kept."""

    def __init__(self, network: torch.nn.Module) -> None:
        self.state = {name: value.detach().clone() for name, value in network.state_dict().items()}
        self.count = 0

    def update(self, network: torch.nn.Module) -> None:
        """Move towards the present weights."""
        self.count += 1
        decay = min(AVERAGE_DECAY, self.count / (self.count + 10))
        for name, value in network.state_dict().items():
            if value.dtype.is_floating_point:
                self.state[name].lerp_(value, 1 - decay)
            else:
                self.state[name].copy_(value)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plan", choices=tuple(PLANS), default="block")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=8000)
    parser.add_argument("--batch", type=int, default=2)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--held-out", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start-from", type=Path, help="weights to begin with")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    options.out.mkdir(parents=True, exist_ok=True)
    train(options)


def train(options: argparse.Namespace) -> None:
    """Run the training; a checkpoint is written every 200 steps and taken up again on the next call."""
    torch.manual_seed(options.seed)
    plan = PLANS[options.plan]
    network = plan.network().to(memory_format=torch.channels_last_3d)
    if options.start_from:
        network.load_state_dict(read_weights(options.start_from))
    optimiser = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, options.rate, options.steps, pct_start=0.06)
    average = Average(network)
    checkpoint = options.out / "last.pt"
    step = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        schedule.load_state_dict(state["schedule"])
        average.state, average.count, step = state["average"], state["count"], state["step"]
    curve, started = [], time.perf_counter()
    for images, truth in batches(plan, options.data, options.held_out, options.batch, options.seed + step):
        if step >= options.steps:
            break
        network.train()
        loss, dice = loss_of(plan, network(images.to(memory_format=torch.channels_last_3d)), truth)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 3.0)
        optimiser.step()
        schedule.step()
        average.update(network)
        step += 1
        curve.append([loss.item(), *dice.tolist()])
        if step % 50 == 0:
            recent = np.mean(curve[-50:], axis=0)
            speed = (time.perf_counter() - started) / len(curve)
            log.info("step %d loss %.3f dice %s, %.2f s a step", step, recent[0], np.round(recent[1:], 3), speed)
            with (options.out / "curve.jsonl").open("a") as file:
                file.write(json.dumps({"step": step, "loss": recent[0], "dice": recent[1:].tolist()}) + "\n")
        if step % 200 == 0 or step == options.steps:
            state = {"network": network.state_dict(), "average": average.state, "count": average.count, "step": step}
            torch.save({**state, "optimiser": optimiser.state_dict(), "schedule": schedule.state_dict()}, checkpoint)


if __name__ == "__main__":
    main()
