"""From tissues to CT numbers as a scanner would show them: density, partial volume, kernel, noise, streaks, table.

The noise is made in the sinogram: its variance follows the attenuation along each ray, so the horizontal streaks that
shoulders throw over the thoracic inlet come out by themselves, and filtered back-projection gives it the texture of a
soft or a sharp kernel.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from scipy import ndimage
from torch.nn import functional

from inference.phantom.tissues import (
    ARTERY,
    BLOOD,
    CARTILAGE,
    GLAND,
    MEAN_HU,
    MUSCLE,
    THYROID,
    VEIN,
    WALL,
)
from training.simulate.acquisition import Scan, through_kernel
from training.simulate.noise import smooth_noise
from training.simulate.patient import BODY_STEP_MM, Patient

PADDING_HU = -1024
WATER_PER_MM = 0.0195
"""Linear attenuation of water at about 70 keV, 1/mm (NIST XCOM, 0.19 to 0.2 per cm)."""
VIEWS = 160


@dataclass(frozen=True, slots=True)
class Densities:
    """CT numbers of one patient: mean and texture by tissue class, arrays of shape (32,), HU."""

    mean_hu: np.ndarray
    texture_hu: np.ndarray


def draw_scan(rng: np.random.Generator) -> Scan:
    """Draw a protocol: 0.6 to 5 mm slices, soft to sharp kernels, quiet to noisy."""
    thickness = float(
        rng.choice([rng.uniform(0.6, 1.5), rng.uniform(1.5, 3.4), rng.uniform(3.4, 5.0)], p=[0.3, 0.5, 0.2])
    )
    step = thickness * float(rng.choice([1.0, rng.uniform(0.5, 1.0), rng.uniform(1.0, 1.15)], p=[0.7, 0.22, 0.08]))
    noise = float(np.exp(rng.uniform(np.log(5), np.log(60))))
    return Scan(thickness, max(step, 0.6), float(rng.random()), noise)


def acquire(
    patient: Patient, scan: Scan, rng: np.random.Generator, densities: Densities | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Scan the patient.

    Returns
    -------
    image : float32 array [slice, j, i]
        HU at 1 mm in the plane, one slice every ``scan.step_mm``.
    height_mm : array, shape (slices,)
        Where each slice lies in the block.
    """
    ideal = through_kernel(_paint(patient, densities or draw_densities(rng), rng), scan.sharpness)
    heights = np.arange(rng.uniform(0, scan.step_mm), patient.tissue.shape[0] - 1, scan.step_mm)
    image = _slices(ideal, heights, scan.thickness_mm)
    image += _shading(patient, heights, rng)
    image += _sinogram_noise(patient, heights, scan, rng)
    return image.astype(np.float32), heights


def draw_densities(rng: np.random.Generator, enhanced_share: float = 0.12) -> Densities:
    """Draw a patient's CT numbers; a share of the patients has contrast medium in the blood."""
    mean, texture = np.zeros(32), np.zeros(32)
    for tissue, (centre, spread, inner) in MEAN_HU.items():
        mean[tissue] = centre + rng.normal(0, spread)
        texture[tissue] = inner * rng.uniform(0.3, 1.8)
    mean[THYROID] = max(mean[THYROID], 30)
    mean[VEIN] = mean[ARTERY] + rng.normal(0, 2.5)
    mean[BLOOD] = mean[ARTERY]
    if rng.random() < enhanced_share:
        mean[ARTERY] = mean[BLOOD] = rng.uniform(70, 400)
        mean[VEIN] = rng.uniform(50, 350)
    return Densities(mean, texture)


def _paint(patient: Patient, densities: Densities, rng) -> np.ndarray:
    own = rng.normal(0, 3.5, 256)
    own[0] = 0
    coarse = 0.7 * smooth_noise(patient.tissue.shape, rng.uniform(1.0, 2.0), rng) + 0.7 * smooth_noise(
        patient.tissue.shape, rng.uniform(3, 7), rng
    )
    soft = np.isin(patient.tissue, (MUSCLE, GLAND, WALL, THYROID, CARTILAGE))
    painted = densities.mean_hu[patient.tissue] + densities.texture_hu[patient.tissue] * coarse
    return (painted + own[patient.structure] * soft).astype(np.float32)


def _slices(volume, heights, thickness) -> np.ndarray:
    """Average the 1 mm planes under a slice profile of the given width."""
    planes = np.arange(volume.shape[0])
    overlap = np.clip(thickness / 2 + 0.5 - np.abs(planes[None] - heights[:, None]), 0, 1)
    overlap /= np.maximum(overlap.sum(axis=1, keepdims=True), 1e-6)
    return np.tensordot(overlap.astype(np.float32), volume, axes=1)


def _shading(patient: Patient, heights, rng) -> np.ndarray:
    """Beam hardening and scatter: slow dark and bright bands along the line between the shoulders."""
    shape = (len(heights), *patient.tissue.shape[1:])
    field = ndimage.zoom(rng.standard_normal((5, 7, 3)), np.array(shape) / (5, 7, 3), order=1)
    return (rng.uniform(0, 9) * field).astype(np.float32)


def _sinogram_noise(patient: Patient, heights, scan: Scan, rng) -> np.ndarray:
    body = np.clip(np.round(heights / BODY_STEP_MM).astype(int), 0, len(patient.body) - 1)
    used, inverse = np.unique(body, return_inverse=True)
    attenuation = _line_integrals(_attenuation(patient.body[used]))
    extra = np.exp(rng.uniform(-0.6, 0.3))
    spread = np.exp(np.minimum(extra * attenuation, 9.0) / 2)[inverse]
    noise = rng.standard_normal((len(heights), VIEWS, 256)).astype(np.float32)
    sinogram = noise * ndimage.zoom(spread, (1, 1, 256 / spread.shape[2]), order=1)[:, :, :256]
    streaks = _back_project(_kernel_filter(sinogram, scan.sharpness), patient)
    neck = np.median(streaks.std(axis=(1, 2))) + 1e-6
    return streaks * (scan.noise_hu / neck)


def _attenuation(tissue: np.ndarray) -> np.ndarray:
    mean = np.zeros(32, np.float32)
    for kind, (centre, _, _) in MEAN_HU.items():
        mean[kind] = centre
    return (mean[tissue] / 1000 + 1) * WATER_PER_MM * BODY_STEP_MM


def _line_integrals(slices: np.ndarray) -> np.ndarray:
    """Parallel projections, shape (slices, VIEWS, bins), over a square as wide as the body block."""
    count, rows, columns = slices.shape
    size = max(rows, columns)
    # All slices turn alike, so they travel as the channels of one picture.
    square = torch.zeros(1, count, size, size)
    top = (size - rows) // 2
    square[0, :, top : top + rows, :columns] = torch.from_numpy(slices)
    views = []
    for angle in np.arange(VIEWS) * np.pi / VIEWS:
        c, s = np.cos(angle), np.sin(angle)
        turn = torch.tensor([[[c, -s, 0], [s, c, 0]]], dtype=torch.float32)
        place = functional.affine_grid(turn, [1, 1, size, size], align_corners=False)
        views.append(functional.grid_sample(square, place, align_corners=False)[0].sum(dim=1))
    return torch.stack(views, dim=1).numpy()


def _kernel_filter(sinogram: np.ndarray, sharpness: float) -> np.ndarray:
    frequency = np.fft.rfftfreq(sinogram.shape[2])
    cutoff = 0.16 + 0.3 * sharpness
    ramp = frequency * np.exp(-((frequency / cutoff) ** 2))
    return np.fft.irfft(np.fft.rfft(sinogram, axis=2) * ramp, n=sinogram.shape[2], axis=2).astype(np.float32)


def _back_project(sinogram: np.ndarray, patient: Patient) -> np.ndarray:
    """Smear the filtered noise back over the block; bins are ``wide / 256`` mm."""
    wide = patient.body.shape[2] * BODY_STEP_MM
    rows, columns = patient.tissue.shape[1:]
    middle = np.array([patient.body.shape[1], patient.body.shape[2]]) * BODY_STEP_MM / 2
    j = np.arange(rows) - (patient.body_origin[1] + middle[0])
    i = np.arange(columns) - (patient.body_origin[2] + middle[1])
    # Slices last: what is picked from a view then lies side by side in memory, which is twice as fast.
    total = torch.zeros(rows * columns, len(sinogram))
    views = torch.from_numpy(sinogram).permute(1, 2, 0).contiguous()
    for view, angle in zip(views, np.arange(VIEWS) * np.pi / VIEWS):
        # The column of the turned square that passes through (j, i) under affine_grid's convention above.
        place = i[None, :] * np.cos(angle) + j[:, None] * np.sin(angle)
        bins = np.clip((place / wide + 0.5) * 256 - 0.5, 0, 254.999).ravel()
        low = torch.from_numpy(bins.astype(np.int64))
        part = torch.from_numpy((bins - bins.astype(int)).astype(np.float32))
        total += torch.lerp(view[low], view[low + 1], part[:, None])
    return total.T.reshape(len(sinogram), rows, columns).numpy()
