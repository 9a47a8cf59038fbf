"""A simulated patient as a CT study: the finely drawn inlet inside the rest of the body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from inference.volume import Grid, Volume
from training.simulate import classes, scanner
from training.simulate import patient as patients
from training.simulate.acquisition import Scan
from training.simulate.anatomy import Anatomy
from training.simulate.patient import CROP_MM
from training.simulate.pose import Skeleton, draw_deformation
from training.simulate.vessels import Morphology

FIELD_MM = (320, 430)
"""Rows and columns of the written pictures, 1 mm pixels."""
COARSE_MM = (4.0, 2.0, 2.0)
SEAM_MM = 8.0
"""Width over which the inlet fades into the coarser body, so that no edge gives its place away."""
DRAWS = 40


@dataclass(frozen=True, slots=True)
class Study:
    """A simulated scan with its truth.

    Attributes
    ----------
    volume
        The scan; the finely drawn block begins at LPS (0, 0, 0).
    labels
        uint8 array on the same grid, classes 1 to 4 of :mod:`training.simulate.classes`.
    truth
        All classes at 1 mm in the finely drawn block.
    about
        How it was made.
    """

    volume: Volume
    labels: np.ndarray
    truth: np.ndarray
    about: Mapping[str, object]


def draw_protocol(centre: str, rng: np.random.Generator) -> Scan:
    """A department's routine.

    Centre ``A``: 1.25 to 3 mm slices, soft to medium kernels, 6 to 18 HU of noise in the neck. ``B``, the external
    centre: 2.5 or 3 mm slices, sharper kernels, 9 to 22 HU.
    """
    if centre == "A":
        thickness = rng.choice([1.25, 2.0, 2.5, 3.0], p=[0.25, 0.4, 0.2, 0.15])
        sharpness, noise = rng.uniform(0, 0.6), rng.uniform(*np.log((6, 18)))
    else:
        thickness = rng.choice([2.5, 3.0])
        sharpness, noise = rng.uniform(0.3, 0.8), rng.uniform(*np.log((9, 22)))
    return Scan(float(thickness), float(thickness), float(sharpness), float(np.exp(noise)))


def simulate_study(
    bodies: list[tuple[Anatomy, Skeleton]], morphology: Morphology, scan: Scan, rng: np.random.Generator
) -> Study:
    """Scan one patient whose vessels are as told."""
    anatomy, deformation, patient = _intact_patient(bodies, morphology, rng)
    densities = scanner.draw_densities(rng, enhanced_share=0.0)
    fine, heights = scanner.acquire(patient, scan, rng, densities)
    start = np.array([0.0, -(FIELD_MM[0] - CROP_MM[1]) / 2 - 10, 30 + CROP_MM[2] / 2 - FIELD_MM[1] / 2]).round()
    hu = _body(anatomy, deformation, patient.origin + start, heights, densities, scan, rng)
    corner = (-start[1:]).astype(int)
    _insert(hu, fine, corner)
    labels = np.zeros(hu.shape, np.uint8)
    layers = np.clip(np.round(heights).astype(int), 0, len(patient.truth) - 1)
    inside = _inside(corner)
    labels[inside] = np.where(patient.truth[layers] <= max(classes.WANTED.values()), patient.truth[layers], 0)
    about = {
        "anatomy": anatomy.name,
        "thickness_mm": scan.thickness_mm,
        "noise_hu": round(scan.noise_hu, 1),
        "sharpness": round(scan.sharpness, 2),
    }
    grid = Grid((float(start[2]), float(start[1]), float(heights[0])), (scan.step_mm, 1.0, 1.0), hu.shape)
    return Study(Volume(np.clip(np.round(hu), -1024, 3071).astype(np.int16), grid), labels, patient.truth, about)


def block_of(study: Study) -> tuple[np.ndarray, np.ndarray]:
    """The finely drawn block as scanned, HU [slice, j, i], and where its slices lie, mm."""
    grid = study.volume.grid
    corner = np.round([-grid.origin_mm[1], -grid.origin_mm[0]]).astype(int)
    return study.volume.hu[_inside(corner)], grid.places_mm(0)


def _inside(corner: np.ndarray) -> tuple[slice, slice, slice]:
    rows, columns = (slice(int(start), int(start) + n) for start, n in zip(corner, CROP_MM[1:]))
    return slice(None), rows, columns


def _intact_patient(bodies, morphology, rng):
    for _ in range(DRAWS):
        anatomy, skeleton = bodies[rng.integers(len(bodies))]
        deformation = draw_deformation(skeleton, rng)
        patient = patients.make_patient(anatomy, deformation, rng, morphology)
        if patient is not None:
            return anatomy, deformation, patient
    raise RuntimeError(f"no intact anatomy in {DRAWS} draws for {morphology}")


def _body(anatomy, deformation, corner, heights, densities, scan, rng) -> np.ndarray:
    """The whole field of view, coarsely drawn: HU, float32 [slice, row, column]."""
    size = (CROP_MM[0] + COARSE_MM[0], *(n + 2 * COARSE_MM[1] for n in FIELD_MM))
    _, tissue = patients.sample_anatomy(anatomy, deformation, corner, size, COARSE_MM)
    mean = densities.mean_hu[tissue].astype(np.float32)
    plane = np.clip(heights / COARSE_MM[0], 0, len(mean) - 1)
    low = np.minimum(plane.astype(int), len(mean) - 2)
    part = (plane - low).astype(np.float32)[:, None, None]
    slices = mean[low] * (1 - part) + mean[low + 1] * part
    # Slice by slice: the same numbers as in one volume, in half the time.
    large = np.stack([ndimage.zoom(part, COARSE_MM[1:], order=1) for part in slices])[:, : FIELD_MM[0], : FIELD_MM[1]]
    noise = rng.standard_normal(large.shape, dtype=np.float32)
    noise = ndimage.gaussian_filter(noise, (0, 0.8, 0.8))
    return large + noise * (scan.noise_hu / noise.std())


def _insert(hu: np.ndarray, fine: np.ndarray, corner: np.ndarray) -> None:
    to_edge = [np.minimum(np.arange(n), np.arange(n)[::-1]) for n in fine.shape[1:]]
    share = np.clip(np.minimum(to_edge[0][:, None], to_edge[1][None, :]) / SEAM_MM, 0, 1).astype(np.float32)
    box = _inside(corner)
    hu[box] = hu[box] * (1 - share) + fine * share
