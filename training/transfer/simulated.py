"""Simulated pairs: one patient without and with contrast medium, who moved and breathed in between."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import SimpleITK as sitk
from scipy import ndimage

from inference.phantom.tissues import ARTERY, BLOOD, MUSCLE, THYROID, VEIN
from inference.triples import shape_of, triple
from inference.volume import Grid, Volume
from training.simulate import scanner
from training.simulate.acquisition import Scan
from training.simulate.generate import Body
from training.simulate.patient import CROP_ABOVE_MM, CROP_MM, make_patient
from training.simulate.pose import draw_deformation
from training.transfer.grids import image_of

ARTERY_HU, VEIN_HU = (120.0, 320.0), (100.0, 220.0)
THYROID_MORE_HU, MUSCLE_MORE_HU = 70.0, 8.0
THICKNESS_MM, NOISE_HU = (1.0, 2.0, 1.25, 3.0), (10.0, 8.0, 20.0, 6.0)
PLACE_MM = (CROP_MM[2] / 2, CROP_MM[1] / 2 - 5.0, float(CROP_MM[0] - CROP_ABOVE_MM))
"""The venous angle in every block (x, y, z)."""
SHIFT_MM, TURN_DEG, BEND_MM, BEND_LENGTH_MM = (4.0, 3.0, 3.0), 2.0, 1.5, 24.0
"""Spread of what a patient moves between two scans: breath (z, y, x), a turn, and soft tissue."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The inlet of one patient, at 1 mm in the plane.

    Attributes
    ----------
    plain, enhanced
        With the same noise.
    labels
        Classes of :mod:`training.simulate.classes`, on the grid of both.
    blood_hu
        What the blood measures without contrast medium.
    """

    plain: Volume
    enhanced: Volume
    labels: np.ndarray
    blood_hu: float
    about: dict[str, object]


def simulated_pair(bodies: list[Body], seed: int) -> Pair:
    """The same patient scanned twice, without having moved."""
    rng = np.random.default_rng([77, seed])
    patient = None
    while patient is None:
        anatomy, skeleton = bodies[rng.integers(len(bodies))]
        patient = make_patient(anatomy, draw_deformation(skeleton, rng), rng)
    thickness, noise = (values[seed % len(values)] for values in (THICKNESS_MM, NOISE_HU))
    scan = Scan(thickness, thickness, rng.uniform(0, 0.7), noise)
    plain = scanner.draw_densities(rng, enhanced_share=0.0)
    mean = plain.mean_hu.copy()
    mean[[ARTERY, BLOOD]], mean[VEIN] = rng.uniform(*ARTERY_HU), rng.uniform(*VEIN_HU)
    mean[THYROID] += THYROID_MORE_HU
    mean[MUSCLE] += MUSCLE_MORE_HU
    drawn = int(rng.integers(10**9))
    scans = [
        scanner.acquire(patient, scan, np.random.default_rng(drawn), densities)
        for densities in (plain, scanner.Densities(mean, plain.texture_hu))
    ]
    heights = scans[0][1]
    layers = np.clip(np.round(heights).astype(int), 0, len(patient.truth) - 1)
    grid = Grid((0.0, 0.0, float(heights[0])), (scan.step_mm, 1.0, 1.0), shape_of(scans[0][0].shape))
    about = {
        "anatomy": anatomy.name,
        "thickness_mm": thickness,
        "noise_hu": noise,
        "artery_hu": round(float(mean[ARTERY])),
        "vein_hu": round(float(mean[VEIN])),
    }
    volumes = [Volume(np.round(hu).astype(np.int16), grid) for hu, _ in scans]
    return Pair(volumes[0], volumes[1], patient.truth[layers], float(plain.mean_hu[ARTERY]), about)


def moved(volume: Volume, way: sitk.Transform, noise_hu: float, rng: np.random.Generator) -> Volume:
    """The same scan of a patient who has moved, with more noise, so that none of it is the same."""
    grid = volume.grid
    image = image_of(volume.hu.astype(np.float32), grid)
    hu = sitk.GetArrayFromImage(sitk.Resample(image, way, sitk.sitkBSpline, -1024.0))
    noise = ndimage.gaussian_filter(rng.standard_normal(hu.shape), (0, 0.6, 0.6))
    hu += noise * (noise_hu / noise.std())
    return Volume(np.clip(np.round(hu), -1024, 3071).astype(np.int16), grid)


def movement(grid: Grid, rng: np.random.Generator) -> sitk.Transform:
    """A turn and a shift of the whole body, and smooth bending: where each place was before."""
    middle = grid.to_patient((np.array(grid.shape) - 1) / 2)
    whole = sitk.Euler3DTransform(middle.tolist())
    whole.SetRotation(*np.radians(rng.normal(0, TURN_DEG, 3)).tolist())
    whole.SetTranslation(rng.normal(0, SHIFT_MM)[::-1].tolist())
    step = 6.0
    shape = [int(np.ceil(size / step)) + 1 for size in grid.size_mm]
    bend = np.stack([ndimage.gaussian_filter(rng.standard_normal(shape), BEND_LENGTH_MM / step) for _ in range(3)], -1)
    bend *= BEND_MM / bend.std()
    field = sitk.GetImageFromArray(bend, isVector=True)
    field.SetOrigin(triple(grid.origin_mm))
    field.SetSpacing((step,) * 3)
    return sitk.CompositeTransform([whole, sitk.DisplacementFieldTransform(field)])
