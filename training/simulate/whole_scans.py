"""Whole simulated scans on a coarse grid, for the locator.

``python -m training.simulate.whole_scans --atlas FOLDER --out FOLDER --count 400``
"""

from __future__ import annotations

import argparse
import logging
import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from scipy import ndimage

from inference.phantom.tissues import CORTICAL, GAS, LUNG, MEAN_HU, TRABECULAR
from training.simulate import generate
from training.simulate.other_regions import STEP_MM, make_elsewhere, make_head, make_trunk
from training.simulate.patient import sample_anatomy
from training.simulate.pose import draw_deformation

SPACING_MM = 6.0
SIZE = (64, 80, 80)
"""The locator's window: 384 x 480 x 480 mm."""
NAMES = ("background", "right-inlet", "left-inlet", "lung", "airway", "bone")
BALL_MM = 18.0
NEGATIVE_SHARE = 0.3

log = logging.getLogger(__name__)


def simulate(bodies: list[generate.Body], seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Make one coarse scan: HU (int16) and classes (uint8), both ``SIZE``."""
    rng = np.random.default_rng([77, seed])
    fine = tuple(2 * n for n in SIZE)
    if rng.random() < NEGATIVE_SHARE:
        hu, truth = make_elsewhere(fine, rng), np.zeros(fine, np.uint8)
        truth[hu > 200] = NAMES.index("bone")
    else:
        hu, truth = _body(bodies, fine, rng)
    _cut(hu, truth, rng)
    hu = hu.reshape(SIZE[0], 2, SIZE[1], 2, SIZE[2], 2).mean(axis=(1, 3, 5))
    hu += rng.uniform(0, 15) * rng.standard_normal(SIZE)
    return np.clip(np.round(hu), -1024, 3071).astype(np.int16), truth[::2, ::2, ::2].copy()


def _body(bodies, fine, rng):
    anatomy, skeleton = bodies[rng.integers(len(bodies))]
    deformation = draw_deformation(skeleton, rng)
    tubes = anatomy.tubes
    places = {
        side: deformation.forward((tubes[f"IJV-{side}"].points[:1] + tubes[f"SCV-{side}"].points[:1]) / 2)[0]
        for side in "RL"
    }
    size_mm = tuple(n * STEP_MM for n in fine)
    middle = (places["R"] + places["L"]) / 2
    origin = middle - np.array(size_mm) / 2 + rng.uniform((-110, -25, -25), (110, 25, 25))
    _, tissue = sample_anatomy(anatomy, deformation, origin, size_mm, (STEP_MM,) * 3)
    mean = np.zeros(32)
    for kind, (centre, spread, _) in MEAN_HU.items():
        mean[kind] = centre + rng.normal(0, spread / 2)
    if rng.random() < 0.25:
        mean[3] = rng.uniform(80, 350)
    hu = mean[tissue].astype(np.float32)
    truth = np.zeros(fine, np.uint8)
    for value, kinds in ((3, (LUNG,)), (4, (GAS,)), (5, (CORTICAL, TRABECULAR))):
        truth[np.isin(tissue, kinds)] = value
    grid = np.stack(np.meshgrid(*[np.arange(n) * STEP_MM for n in fine], indexing="ij"), -1)
    for value, side in ((1, "R"), (2, "L")):
        truth[np.linalg.norm(grid - (places[side] - origin), axis=-1) < BALL_MM] = value
    _extend(hu, truth, (places["R"] - origin)[0] / STEP_MM, rng)
    hu += 6 * ndimage.gaussian_filter(rng.standard_normal(fine).astype(np.float32), 1) * 4
    return hu, truth


def _extend(hu, truth, inlet, rng) -> None:
    """Put an abdomen below and a head above, where the atlases end."""
    below, above = int(inlet - rng.uniform(60, 100)), int(inlet + rng.uniform(38, 60))
    for stop, maker, part in ((below, make_trunk, slice(0, max(below, 0))), (above, make_head, slice(above, None))):
        if 10 < stop < hu.shape[0] - 10:
            other = maker((len(range(*part.indices(hu.shape[0]))), *hu.shape[1:]), rng)
            hu[part] = other
            truth[part] = np.where(other > 200, 5, 0)


def _cut(hu, truth, rng) -> None:
    """Scans start and end anywhere, and a reconstruction circle hides what lies outside."""
    depth = hu.shape[0]
    if rng.random() < 0.6:
        top = rng.integers(depth // 3, depth)
        hu[top:], truth[top:] = -1024, 0
    if rng.random() < 0.5:
        bottom = rng.integers(0, depth // 2)
        hu[:bottom], truth[:bottom] = -1024, 0
    if rng.random() < 0.5:
        j, i = np.ogrid[: hu.shape[1], : hu.shape[2]]
        centre = np.array(hu.shape[1:]) / 2 + rng.normal(0, 4, 2)
        radius = rng.uniform(42, 85)
        outside = (j - centre[0]) ** 2 + (i - centre[1]) ** 2 > radius**2
        hu[:, outside], truth[:, outside] = -1024, 0


_bodies: list[generate.Body] = []


def _start_worker(folder: Path) -> None:
    import torch

    torch.set_num_threads(1)
    _bodies.extend(generate.load_bodies(folder))


def _write_one(seed: int, out: Path) -> None:
    target = out / f"{seed:06d}.npz"
    if not target.exists():
        image, truth = simulate(_bodies, seed)
        unfinished = target.with_suffix(".part.npz")
        np.savez_compressed(unfinished, image=image, truth=truth)
        os.replace(unfinished, target)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--atlas", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    options.out.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(options.workers, initializer=_start_worker, initargs=(options.atlas,)) as pool:
        for n, _ in enumerate(pool.map(_write_one, range(options.count), [options.out] * options.count)):
            if n % 50 == 0:
                log.info("%d of %d", n + 1, options.count)


if __name__ == "__main__":
    main()
