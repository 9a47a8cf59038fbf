"""Train ResNet50 on the site's own crops, without outcomes: it learns to read the vessels' morphology.

ImageNet weights cannot be shipped and are not needed for this: what the encoder is asked for afterwards is size, shape,
wall and surroundings of a vessel, so that is what it learns. It also has to draw the vessel's outline, which tells it
far more about a crop than six numbers do. Only crops of the training split are seen.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from training.compute import best_compute
from training.features.morphology import TARGETS
from training.features.resnet import FEATURES, ResNet50

SHIFT_PX = 4
LEARNT_FROM = tuple(name for name in TARGETS if name != "present")
"""Targets that differ between patients."""
STRIDE = 32
"""Of the encoder's last layer, in pixels."""
OUTLINE_PX = 2
"""The outline is drawn in squares of so many pixels."""
OUTLINE_WEIGHT = 5.0
"""Brings its loss, small because most of a crop is background, to the size of the morphology's."""


def pretrain(
    crops: Sequence[np.ndarray],
    masks: Sequence[np.ndarray],
    targets: Sequence[np.ndarray],
    out: Path,
    steps: int,
    batch: int,
    rate: float,
    seed: int,
    progress: Callable[[int, str], None],
) -> tuple[ResNet50, np.ndarray]:
    """Train an encoder; checkpoints in ``out`` are taken up again.

    Parameters
    ----------
    crops : arrays [crop, channel, row, column]
        One for each case, float16.
    masks : bool arrays [crop, row, column]
        Where the vessel is.
    targets : arrays [crop, target]
        See :data:`training.features.morphology.TARGETS`.
    progress
        Called after each step with its number and, every 25 steps, the share of the targets' variance explained.

    Returns
    -------
    ResNet50
    array [target, feature]
        The directions in the features along which the encoder was taught to show the targets of ``LEARNT_FROM``.
    """
    torch.manual_seed(seed)
    pictures, vessels, wanted = np.concatenate(crops), np.concatenate(masks), np.concatenate(targets)
    centre, spread = wanted.mean(axis=0), wanted.std(axis=0) + 1e-6
    wanted = ((wanted - centre) / spread).astype(np.float32)
    encoder, head = ResNet50().to(memory_format=torch.channels_last), nn.Linear(FEATURES, len(TARGETS))
    outline = nn.Sequential(nn.Conv2d(FEATURES, (STRIDE // OUTLINE_PX) ** 2, 1), nn.PixelShuffle(STRIDE // OUTLINE_PX))
    compute = best_compute()
    network = nn.ModuleList([encoder, head, outline]).to(compute.device)
    optimiser = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, max(steps, 2), pct_start=0.1)
    checkpoint, step = out / "pretraining.pt", 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True, map_location=compute.device)
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        schedule.load_state_dict(state["schedule"])
        step = state["step"]
    out.mkdir(parents=True, exist_ok=True)
    recent: list[np.ndarray] = []
    encoder.train()
    while step < steps:
        rng = np.random.default_rng([seed, step])
        chosen = rng.integers(0, len(pictures), batch)
        lessons = [varied(pictures[n].astype(np.float32), vessels[n], rng) for n in chosen]
        images, drawn = (torch.from_numpy(np.stack(part)).to(compute.device) for part in zip(*lessons))
        maps = encoder.maps(images.to(memory_format=torch.channels_last))
        errors = (head(maps.mean(dim=(2, 3))) - torch.from_numpy(wanted[chosen]).to(compute.device)) ** 2
        shares = functional.avg_pool2d(drawn[:, None], OUTLINE_PX)
        missed = functional.binary_cross_entropy_with_logits(outline(maps), shares)
        optimiser.zero_grad(set_to_none=True)
        (errors.mean() + OUTLINE_WEIGHT * missed).backward()
        nn.utils.clip_grad_norm_(network.parameters(), 3.0)
        optimiser.step()
        schedule.step()
        step += 1
        recent.append(errors.detach().mean(dim=0).cpu().numpy())
        line = ""
        if step % 25 == 0 or step == steps:
            explained = 1 - np.mean(recent[-25:], axis=0)
            line = " ".join(f"{name} {value:.2f}" for name, value in zip(TARGETS, explained))
            with (out / "pretraining.jsonl").open("a") as file:
                file.write(
                    json.dumps({"step": step, "explained": dict(zip(TARGETS, explained.round(4).tolist()))}) + "\n"
                )
        if step % 50 == 0 or step == steps:
            state = {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "step": step}
            unfinished = checkpoint.with_suffix(".part")
            torch.save({**state, "schedule": schedule.state_dict()}, unfinished)
            unfinished.replace(checkpoint)
        progress(step, line)
    network.cpu()
    return encoder, head.weight.detach().numpy()[[TARGETS.index(name) for name in LEARNT_FROM]]


def varied(crop: np.ndarray, mask: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A crop (float32, -1 to 1) and its mask (float32, 0 or 1) mirrored and moved by a few pixels.

    The crop also becomes a little brighter or darker and gets a little noise.
    """
    rows, columns = (int(n) for n in rng.integers(-SHIFT_PX, SHIFT_PX + 1, 2))
    both = np.concatenate([crop, mask[None].astype(np.float32)])[:, :: rng.choice((-1, 1)), :: rng.choice((-1, 1))]
    both = np.roll(both, (rows, columns), axis=(1, 2))
    moved, drawn = both[:-1], both[-1]
    moved = moved + np.float32(rng.normal(0, 0.02))
    if rng.random() < 0.5:
        moved = moved + rng.uniform(0, 0.06) * rng.standard_normal(moved.shape, dtype=np.float32)
    return np.clip(moved, -1, 1).astype(np.float32), np.ascontiguousarray(drawn)
