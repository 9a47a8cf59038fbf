"""One simulated patient with a lesion: drawn, scanned, and drawn around by two readers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from inference.triples import shape_of
from inference.volume import Grid, Volume
from training.simulate.acquisition import Scan, through_kernel
from training.simulate.lesions.bodies import Body, Individual
from training.simulate.lesions.haematoma import Drawn, Lesion, centre_of, paint_lesion, push_of
from training.simulate.lesions.shapes import Frame

PIXEL_MM = {"A": 0.9, "B": 0.95}
FINEST_MM = 1.7
"""Slices are averaged of planes at most so far apart."""
TRIES = 12


@dataclass(frozen=True, slots=True)
class Study:
    """A simulated scan with its truth.

    Attributes
    ----------
    volume
        The scan.
    part : float32 array [k, j, i]
        Which part of each voxel of the scan the lesion fills.
    zones : uint8 array [k, j, i]
        Sub-regions, from 1.
    drawn
        The lesion as drawn, on the finer planes.
    """

    volume: Volume
    part: np.ndarray
    zones: np.ndarray
    drawn: Drawn


def draw_protocol(centre: str, thickness_mm: Sequence[float], rng: np.random.Generator) -> Scan:
    """A department's routine: centre ``B``, the external one, has sharper kernels and more noise.

    Parameters
    ----------
    thickness_mm
        Slice thicknesses that occur, all as often as they stand here.
    """
    thickness = float(rng.choice(thickness_mm))
    sharp, noise = ((0.0, 0.5), (2.6, 4.6)) if centre == "A" else ((0.2, 0.7), (3.2, 5.8))
    # Thin slices are noisier, by less than the square root, as their dose is higher.
    noisy = rng.uniform(*noise) * (5 / thickness) ** 0.35
    return Scan(thickness, thickness, float(rng.uniform(*sharp)), float(noisy))


def simulate_study(
    body: Body, organ: Individual, lesion: Lesion, scan: Scan, rng: np.random.Generator, pixel_mm: float = 0.9
) -> Study:
    """Scan one patient whose lesion is as told.

    Raises
    ------
    RuntimeError
        When the lesion fits nowhere.
    """
    planes = int(np.ceil(scan.thickness_mm / FINEST_MM))
    count = round(body.extent_mm[0] / scan.step_mm)
    rows, columns = (round(length / pixel_mm) for length in body.extent_mm[1:])
    spacing = (scan.step_mm / planes, pixel_mm, pixel_mm)
    frame = Frame(spacing, (count * planes, rows, columns), organ.turn, organ.middle)
    place = body.places[lesion.place]
    for _ in range(TRIES):
        centre = centre_of(place, lesion, rng)
        scene = organ.paint(frame, push_of(centre, lesion), rng)
        try:
            drawn = paint_lesion(scene, frame, place, lesion, centre, rng)
        except ValueError:
            continue
        break
    else:
        raise RuntimeError(f"{lesion} fits nowhere in {body.id}")
    scene.hu.reshape(-1)[scene.room] += scene.shading_hu
    ideal = scene.hu.reshape(count, planes, rows, columns).mean(axis=1)
    hu = through_kernel(ideal, scan.sharpness, pixel_mm)
    hu += _noise(hu.shape, scan, pixel_mm, rng)
    part = drawn.part.reshape(count, planes, rows, columns).mean(axis=1)
    zones = _most(drawn.zones.reshape(count, planes, rows, columns), part)
    spacing = (scan.step_mm, pixel_mm, pixel_mm)
    z, y, x = (-(n - 1) / 2 * step for n, step in zip(hu.shape, spacing))
    grid = Grid((x, y, z), spacing, shape_of(hu.shape))
    return Study(Volume(np.clip(np.round(hu), -1024, 3071).astype(np.int16), grid), part, zones, drawn)


def _noise(shape: tuple[int, ...], scan: Scan, pixel_mm: float, rng: np.random.Generator) -> np.ndarray:
    """Noise with the grain of filtered back-projection, stronger in the middle, and slow shading by scatter.

    No rays are followed: the strength and the spectrum are those that a round head gives.
    """
    white = rng.standard_normal(shape, dtype=np.float32)
    fine = (0.55 - 0.2 * scan.sharpness) / pixel_mm
    grain = ndimage.gaussian_filter(white, (0, fine, fine)) - ndimage.gaussian_filter(white, (0, 3 * fine, 3 * fine))
    off = np.hypot(*(np.linspace(-1, 1, n)[s] for n, s in zip(shape[1:], ((slice(None), None), (None, slice(None))))))
    strength = scan.noise_hu * (1.12 - 0.45 * np.clip(off, 0, 1.2)) / grain.std()
    slow = ndimage.zoom(rng.standard_normal((3, 4, 4)), np.array(shape) / (3, 4, 4), order=1)
    return (grain * strength[None].astype(np.float32) + 0.6 * slow).astype(np.float32)


def _most(zones: np.ndarray, part: np.ndarray) -> np.ndarray:
    """The sub-region that most planes of a slice show, where the lesion fills one half or more of the voxel."""
    found = np.flatnonzero(part.reshape(-1) >= 0.5)
    planes = zones.transpose(0, 2, 3, 1).reshape(-1, zones.shape[1])[found]
    votes = np.stack([(planes == value).sum(axis=1) for value in (1, 2, 3)])
    result = np.zeros(part.size, np.uint8)
    result[found] = votes.argmax(axis=0) + 1
    return result.reshape(part.shape)
