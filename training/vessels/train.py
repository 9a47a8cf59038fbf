"""Train one of the two networks on simulated volumes.

``python -m training.vessels.train --plan block --data FOLDER --out FOLDER --steps 8000``

Seeds below ``--held-out`` are never trained on: they are the simulated test set.
"""

from __future__ import annotations

import argparse
import json
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from inference.steps.window import normalise
from training.compute import best_compute
from training.errors import BadInput
from training.simulate.truth import FULL, UNJUDGED, believed, in_layers
from training.vessels.plans import PLANS, Plan
from training.vessels.weights import read_weights

AVERAGE_DECAY = 0.998
SPACE = (2, 3, 4)
"""Axes of [case, class, k, j, i] that a sum of each class of each case goes over."""

log = logging.getLogger(__name__)


def batches(
    plan: Plan, files: Callable[[], Sequence[Path]], size: int, seed: int
) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    """Endless random batches; files that appear while training runs are picked up.

    Raises
    ------
    BadInput
        For a block whose truth is as earlier versions wrote it.
    """
    rng = np.random.default_rng(seed)

    def one(path: Path, child: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        with np.load(path) as data:
            image, truth = data["image"], data["truth"]
        # Of plain labels, or of a reader's masks with all else told to be background.
        if plan.augment == "block" and (truth.ndim == image.ndim or not truth[0].any()):
            raise BadInput(
                f"{path} is of an earlier version; delete the folder {path.parent} and run the command again"
            )
        if plan.augment == "block":
            truth = believed(truth, child)
        image, truth = plan.vary(image, truth, child)
        layers = truth if truth.ndim > image.ndim else in_layers(truth, plan.wanted)
        return normalise(image, plan.window_hu)[None], layers

    def draw(pool: ThreadPoolExecutor) -> list[Future[tuple[np.ndarray, np.ndarray]]]:
        present = files()
        chosen = [present[n] for n in rng.integers(0, len(present), size)]
        return [pool.submit(one, path, child) for path, child in zip(chosen, rng.spawn(size))]

    with ThreadPoolExecutor(1) as pool:
        ahead = [draw(pool), draw(pool)]
        while True:
            ahead.append(draw(pool))
            images, truths = zip(*[job.result() for job in ahead.pop(0)])
            yield torch.from_numpy(np.stack(images)), torch.from_numpy(np.stack(truths))


def simulated_files(folder: Path, held_out: int) -> list[Path]:
    """Finished volumes of the simulation, without the seeds that are kept for testing."""
    return [p for p in sorted(folder.glob("[0-9]*.npz")) if ".part" not in p.name and int(p.stem) >= held_out]


def loss_of(plan: Plan, logits: torch.Tensor, truth: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Weighted cross-entropy plus soft Dice, that of vessels by case: in a sum over cases the thin ones hardly count.

    A vessel is one voxel in three hundred; without weights the network learns bone and lung for hours first. Voxels
    may lie in a vessel in part: overlap is then the smaller of the part and the chance (Wang et al. 2023, "Dice
    semimetric losses", arXiv 2303.16296), which is largest when both are the same.

    Parameters
    ----------
    logits : tensor [case, class, k, j, i]
    truth : uint8 tensor [case, 1 + vessel, k, j, i]
        Layers, see :mod:`training.simulate.truth`. Where it is untold what a voxel is beside the vessels, all other
        classes count as one, whichever the network says, so that it may keep what it knows of them; where it is
        unjudged, nothing counts.

    Returns
    -------
    loss : scalar
    dice : tensor, shape (wanted classes,)
        Soft Dice of the wanted vessels.
    """
    log_chance = logits.log_softmax(dim=1)
    voxel_weights = torch.tensor(plan.voxel_weights, device=truth.device)
    wanted, others = list(plan.wanted), [n for n in range(len(plan.names)) if n not in plan.wanted]
    vessels = log_chance[:, wanted]
    judged, told = truth[:, 0] != UNJUDGED, truth[:, 0] < UNJUDGED
    share = truth[:, 1:] / FULL
    other = truth[:, 0].long() * told
    left = (1 - share.sum(dim=1)).clamp(min=0)
    of_other = log_chance.gather(1, other[:, None])[:, 0]
    if not told.all():
        of_other = torch.where(told, of_other, log_chance[:, others].logsumexp(dim=1))
    # A weight for each voxel, not for each of its parts: those would move the best chance away from the part.
    weight = voxel_weights[other] * left + torch.einsum("v,bv...->b...", voxel_weights[wanted], share)
    weight = weight * judged
    entropy = -(weight * (left * of_other + (share * vessels).sum(dim=1))).sum() / weight.sum()
    overlap = (torch.minimum(vessels.exp(), share) * judged[:, None]).sum(SPACE)
    total = ((vessels.exp() + share) * judged[:, None]).sum(SPACE)
    of_wanted = _soft_dice(overlap, total).mean(dim=0)
    loss = entropy + 1 - of_wanted.mean()
    helpers = others[1:]
    if helpers and told.any():
        # Summing by class avoids a one-hot copy of the whole batch.
        none, flat = torch.zeros(len(plan.names), device=truth.device), other.flatten()
        overlap = none.index_add(0, flat, (torch.minimum(of_other.exp(), left) * told).flatten())
        total = (log_chance.exp() * told[:, None]).sum((0, *SPACE)) + none.index_add(0, flat, (left * told).flatten())
        loss = loss + 0.5 * (1 - _soft_dice(overlap, total)[helpers].mean())
    return loss, of_wanted.detach()


def _soft_dice(overlap: torch.Tensor, total: torch.Tensor) -> torch.Tensor:
    return (2 * overlap + 20) / (total + 20)


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
    data, held_out = options.data, options.held_out
    train(
        Training(
            plan=PLANS[options.plan],
            files=lambda: simulated_files(data, held_out),
            out=options.out,
            steps=options.steps,
            batch=options.batch,
            rate=options.rate,
            seed=options.seed,
            start_from=options.start_from,
        )
    )


@dataclass(frozen=True, slots=True)
class Training:
    """How a network is trained.

    Attributes
    ----------
    files
        Gives the volumes to train on; asked again for each batch.
    out
        Folder of the checkpoint ``last.pt`` and of ``curve.jsonl``.
    start_from
        Weights to begin with.
    keep_every
        Steps between two checkpoints.
    """

    plan: Plan
    files: Callable[[], Sequence[Path]]
    out: Path
    steps: int
    batch: int = 2
    rate: float = 2e-3
    seed: int = 1
    start_from: Path | None = None
    keep_every: int = 200


def train(told: Training, progress: Callable[[int, str], None] = lambda step, line: None) -> None:
    """Run the training; a checkpoint is written now and then and taken up again on the next call.

    Parameters
    ----------
    progress
        Called after each step with its number and, every 50 steps, how it goes.
    """
    torch.manual_seed(told.seed)
    told.out.mkdir(parents=True, exist_ok=True)
    compute = best_compute()
    log.info("training on %s", compute)
    network = told.plan.network().to(compute.device, memory_format=torch.channels_last_3d)
    if told.start_from:
        network.load_state_dict(read_weights(told.start_from))
    optimiser = torch.optim.AdamW(network.parameters(), lr=told.rate, weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, told.rate, max(told.steps, 2), pct_start=0.06)
    average = Average(network)
    checkpoint = told.out / "last.pt"
    step = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True, map_location=compute.device)
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        schedule.load_state_dict(state["schedule"])
        average.state, average.count, step = state["average"], state["count"], state["step"]
    curve, started = [], time.perf_counter()
    for images, truth in batches(told.plan, told.files, told.batch, told.seed + step):
        if step >= told.steps:
            break
        network.train()
        with compute.autocast():
            logits = network(images.to(compute.device, memory_format=torch.channels_last_3d))
        loss, dice = loss_of(told.plan, logits.float(), truth.to(compute.device))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 3.0)
        optimiser.step()
        schedule.step()
        average.update(network)
        step += 1
        curve.append([loss.item(), *dice.tolist()])
        line = ""
        if step % 50 == 0 or step == told.steps:
            recent = np.mean(curve[-50:], axis=0)
            speed = (time.perf_counter() - started) / len(curve)
            line = f"step {step} loss {recent[0]:.3f} dice {np.round(recent[1:], 3)}, {speed:.2f} s a step"
            log.info(line)
            with (told.out / "curve.jsonl").open("a") as file:
                file.write(json.dumps({"step": step, "loss": recent[0], "dice": recent[1:].tolist()}) + "\n")
        if step % told.keep_every == 0 or step == told.steps:
            state = {"network": network.state_dict(), "average": average.state, "count": average.count, "step": step}
            state |= {"optimiser": optimiser.state_dict(), "schedule": schedule.state_dict()}
            unfinished = checkpoint.with_suffix(".part")
            torch.save(state, unfinished)
            unfinished.replace(checkpoint)
        progress(step, line)


if __name__ == "__main__":
    main()
