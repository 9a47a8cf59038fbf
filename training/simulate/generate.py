"""Write simulated volumes for the fine vessel network.

``python -m training.simulate.generate --atlas FOLDER --out FOLDER --count 500 --first 0``

With ``--people`` the vessels are those of the simulated cohort's population, and half of the patients are chosen for a
subclavian vein that is hard to see.
"""

from __future__ import annotations

import argparse
import logging
import os
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

import numpy as np

from inference.resample import axis_weights, resample
from training.simulate import classes, population, scanner, study
from training.simulate import patient as patients
from training.simulate.anatomy import Anatomy, load_atlas, mirror, procedural_anatomy
from training.simulate.pose import Skeleton, draw_deformation, measure_skeleton
from training.simulate.truth import vessel_shares
from training.simulate.vessels import Morphology

ATLASES = ("thoracic_inlet", "bodyparts3d_thoracic_inlet")
SPACING_MM = (2.0, 1.25, 1.25)
"""Voxel of the fine network (k, j, i)."""

log = logging.getLogger(__name__)
Body = tuple[Anatomy, Skeleton]


def block_places(spacing_mm: tuple[float, float, float] = SPACING_MM) -> list[np.ndarray]:
    """Where the stored voxels lie in a block, mm, for each axis: what the network sees and room to shift it."""
    return [np.arange(0.5, size - 0.5, step) for size, step in zip(patients.CROP_MM, spacing_mm)]


def simulate(bodies: list[Body], seed: int, of_people: bool = False) -> tuple[np.ndarray, np.ndarray, dict]:
    """Make one simulated scan.

    Parameters
    ----------
    of_people
        Vessels as in the simulated cohort and scanned as its own centre does, see :func:`hard_morphology`; otherwise
        as wide a range of both as there may be.

    Returns
    -------
    image : int16 array [k, j, i], HU at ``SPACING_MM``
    truth : uint8 array [1 + vessel, k, j, i]
        Layers, see :mod:`training.simulate.truth`.
    about : dict
        How the scan was made.
    """
    rng = np.random.default_rng([20252 if of_people else 20251, seed])
    morphology = hard_morphology(rng) if of_people else None
    for _ in range(study.DRAWS):
        anatomy, skeleton = bodies[rng.integers(len(bodies))]
        patient = patients.make_patient(anatomy, draw_deformation(skeleton, rng), rng, morphology)
        if patient is not None:
            break
    else:
        raise RuntimeError(f"no intact anatomy in {study.DRAWS} draws for seed {seed}")
    scan = study.draw_protocol("A", rng) if of_people else scanner.draw_scan(rng)
    densities = scanner.draw_densities(rng, enhanced_share=0.0) if of_people else None
    image, heights = scanner.acquire(patient, scan, rng, densities)
    image, truth = to_network_grid(image, heights, scan.step_mm, patient.truth)
    about = {"anatomy": anatomy.name, "thickness_mm": scan.thickness_mm, "noise_hu": scan.noise_hu}
    return image, truth, about


def hard_morphology(rng: np.random.Generator) -> Morphology:
    """The vessels of one person; every second time of the one in four whose subclavian vein is hardest to see.

    That is the one with the thinnest vein, its fat sheath included: what lies flat between muscles is missed.
    """
    people = population.draw_people(4, rng)
    seen_mm = people.vein_diameter / np.sqrt(people.flattening) + people.fat
    return people.morphology(int(np.argmin(seen_mm)) if rng.random() < 0.5 else 0)


def to_network_grid(
    image: np.ndarray, heights: np.ndarray, step_mm: float, truth: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """A scanned block (HU, int16) and its truth at 1 mm (layers), both on the fine network's grid."""
    places = block_places()
    starts = ((len(heights), heights[0], step_mm), (image.shape[1], 0.0, 1.0), (image.shape[2], 0.0, 1.0))
    weights = tuple(axis_weights(*start, place, step) for start, place, step in zip(starts, places, SPACING_MM))
    hu = np.clip(np.round(resample(image, weights, scanner.PADDING_HU)), -1024, 3071).astype(np.int16)
    nearest = [np.clip(np.round(place).astype(int), 0, n - 1) for place, n in zip(places, truth.shape)]
    labels = truth[np.ix_(*nearest)]
    labels[np.isin(labels, tuple(classes.WANTED.values()))] = classes.BACKGROUND
    of_truth = tuple(axis_weights(n, 0.0, 1.0, *grid) for n, *grid in zip(truth.shape, places, SPACING_MM))
    return hu, np.stack([labels, *vessel_shares(truth, of_truth)])


def load_bodies(folder: Path) -> list[Body]:
    """Both atlases as they are and mirrored, and the procedural body, each as often as it is to be drawn."""
    originals = [load_atlas(folder, stem) for stem in ATLASES]
    drawn = [(anatomy, measure_skeleton(anatomy)) for anatomy in originals] * 4
    drawn += [(anatomy, measure_skeleton(anatomy)) for anatomy in (mirror(a) for a in originals)] * 2
    procedural = procedural_anatomy()
    return drawn + [(procedural, measure_skeleton(procedural))] * 2


_bodies: list[Body] = []


def _start_worker(folder: Path) -> None:
    import torch

    torch.set_num_threads(1)
    _bodies.extend(load_bodies(folder))


def _write_one(seed: int, out: Path, of_people: bool) -> float:
    target = out / f"{seed:06d}.npz"
    if target.exists():
        return 0.0
    start = time.perf_counter()
    image, truth, about = simulate(_bodies, seed, of_people)
    unfinished = target.with_suffix(".part.npz")
    np.savez(unfinished, image=image, truth=truth, about=np.array(str(about)))
    os.replace(unfinished, target)
    return time.perf_counter() - start


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--atlas", type=Path, required=True, help="folder with the label atlases")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--first", type=int, default=0, help="first seed; seeds name the files")
    parser.add_argument("--people", action="store_true", help="vessels of the simulated cohort's population")
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    options.out.mkdir(parents=True, exist_ok=True)
    seeds = range(options.first, options.first + options.count)
    with ProcessPoolExecutor(options.workers, initializer=_start_worker, initargs=(options.atlas,)) as pool:
        for n, seconds in enumerate(pool.map(_write_one, seeds, repeat(options.out), repeat(options.people))):
            if n % 20 == 0:
                log.info("%d of %d written, the last in %.1f s", n + 1, len(seeds), seconds)


if __name__ == "__main__":
    main()
