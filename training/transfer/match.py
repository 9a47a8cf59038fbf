"""Two scans of one patient brought over each other: turned and shifted, then bent a little.

Contrast medium makes vessels unlike in the two scans and leaves nearly all else alike. So what is brighter than blood
is toned down before they are compared: an enhanced vessel that kept its brightness would be shrunk until it vanished.
The rest is plain: mutual information for the body as a whole (Mattes et al. 2003), then Thirion's demons with symmetric
forces (1998; Vercauteren et al. 2009), whose bending is smooth.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import SimpleITK as sitk
from scipy import ndimage

from inference.triples import shape_of
from inference.volume import Grid, Volume
from training.transfer.grids import image_of, on_grid

LOW_HU, BLOOD_HU, HIGH_HU, TONE = -200.0, 48.0, 850.0, 0.03
"""What is compared: from fat to blood as it is, what is brighter toned down until an enhanced vessel is like muscle."""
STEP_MM = 2.0
COARSE = ((4.0, 60), (2.0, 40))
"""Demons: voxel, mm, and rounds."""
BEND_SMOOTH_MM = 6.0
BODY_HU = -300.0
NEAR_MM = 12.0
"""Around the vessels: where it is judged how well the scans match."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """How two scans match, around the vessels.

    Attributes
    ----------
    before, similarity
        Correlation of the toned-down scans as they lay and as they match, -1 to 1.
    residual_hu
        Median difference of fat, muscle and blood after smoothing.
    shift_mm, turn_deg, bend_mm
        How far the body was moved at the vessels and turned, and how far it was bent (95th percentile).
    jacobian
        Least and largest change of volume in the bending; at 0 the space folds.
    covered
        Part of the wanted block that the other scan shows.
    """

    before: float
    similarity: float
    residual_hu: float
    shift_mm: float
    turn_deg: float
    bend_mm: float
    jacobian: tuple[float, float]
    covered: float


@dataclass(frozen=True, slots=True)
class Match:
    """Where each place of one scan lies in the other (LPS, mm)."""

    way: sitk.Transform
    rigid: sitk.Euler3DTransform
    bend: sitk.Image


def toned(hu: np.ndarray) -> np.ndarray:
    """CT numbers with what is brighter than blood toned down, HU, float32."""
    hu = hu.astype(np.float32)
    return np.clip(hu, LOW_HU, BLOOD_HU) + TONE * np.clip(hu - BLOOD_HU, 0, HIGH_HU - BLOOD_HU)


def match(fixed: Volume, moving: Volume, grid: Grid, shift_mm: np.ndarray) -> Match:
    """Bring one scan over another.

    Parameters
    ----------
    fixed, moving
        For each place of the first, where it lies in the second is found.
    grid
        Where they are compared; lies in the first.
    shift_mm
        From the first to the second to begin with (x, y, z).
    """
    images = [_smooth(volume) for volume in (fixed, moving)]
    rigid = _rigid(images[0], images[1], grid, shift_mm)
    bend = _bend(images[0], images[1], grid, rigid)
    # The last that is added is gone first.
    field = sitk.DisplacementFieldTransform(sitk.Image(bend))
    return Match(sitk.CompositeTransform([rigid, field]), rigid, bend)


def _smooth(volume: Volume) -> sitk.Image:
    image = image_of(toned(volume.hu), volume.grid)
    sigma = [max(1e-3, STEP_MM / 2) for _ in range(3)]
    return sitk.SmoothingRecursiveGaussian(image, sigma)


def _part(image: sitk.Image, grid: Grid, step_mm: float, way: sitk.Transform | None = None) -> sitk.Image:
    shape = shape_of([max(8, int(round(size / step_mm))) for size in grid.size_mm])
    coarse = Grid(grid.origin_mm, (step_mm,) * 3, shape)
    return image_of(on_grid(image, coarse, way, LOW_HU), coarse)


def _rigid(fixed: sitk.Image, moving: sitk.Image, grid: Grid, shift_mm: np.ndarray) -> sitk.Euler3DTransform:
    target = _part(fixed, grid, STEP_MM)
    middle = grid.to_patient((np.array(grid.shape) - 1) / 2)
    start = sitk.Euler3DTransform(middle.tolist(), 0.0, 0.0, 0.0, np.asarray(shift_mm, float).tolist())
    method = sitk.ImageRegistrationMethod()
    method.SetMetricAsMattesMutualInformation(40)
    method.SetMetricSamplingStrategy(method.REGULAR)
    method.SetMetricSamplingPercentage(0.2)
    method.SetInterpolator(sitk.sitkLinear)
    method.SetOptimizerAsRegularStepGradientDescent(2.0, 0.01, 80, relaxationFactor=0.6)
    method.SetOptimizerScalesFromPhysicalShift()
    method.SetShrinkFactorsPerLevel([3, 1])
    method.SetSmoothingSigmasPerLevel([3.0, 1.0])
    method.SmoothingSigmasAreSpecifiedInPhysicalUnitsOn()
    method.SetInitialTransform(start, inPlace=True)
    method.Execute(target, moving)
    return start


def _bend(fixed: sitk.Image, moving: sitk.Image, grid: Grid, rigid: sitk.Transform) -> sitk.Image:
    field: sitk.Image | None = None
    for step, rounds in COARSE:
        target, source = _part(fixed, grid, step), _part(moving, grid, step, rigid)
        demons = sitk.FastSymmetricForcesDemonsRegistrationFilter()
        demons.SetNumberOfIterations(rounds)
        demons.SetStandardDeviations(BEND_SMOOTH_MM / step)
        demons.SetSmoothDisplacementField(True)
        if field is None:
            field = demons.Execute(target, source)
        else:
            start = sitk.Resample(field, target, sitk.Transform(), sitk.sitkLinear, 0.0, sitk.sitkVectorFloat64)
            field = demons.Execute(target, source, start)
    assert field is not None  # there are steps
    return field


def judge(fixed: Volume, moving: Volume, found: Match, grid: Grid, near: np.ndarray, covered: float) -> Numbers:
    """How well two scans match.

    Parameters
    ----------
    grid, near
        Where (bool [k, j, i]): around the vessels.
    """
    first = on_grid(_smooth(fixed), grid, None, LOW_HU)
    middle = grid.to_patient(np.argwhere(near).mean(axis=0))
    other = _smooth(moving)
    after = on_grid(other, grid, found.way, LOW_HU)
    before = on_grid(other, grid, None, LOW_HU)
    soft = near & (first > -180) & (first < BLOOD_HU) & (after < BLOOD_HU)
    bend = sitk.GetArrayFromImage(found.bend)
    bent = np.linalg.norm(bend, axis=-1)
    jacobian = sitk.GetArrayFromImage(sitk.DisplacementFieldJacobianDeterminant(found.bend))
    moved = np.array(found.rigid.TransformPoint(middle.tolist())) - middle
    turn = np.degrees(np.linalg.norm([found.rigid.GetAngleX(), found.rigid.GetAngleY(), found.rigid.GetAngleZ()]))
    return Numbers(
        before=round(_alike(first, before, near), 3),
        similarity=round(_alike(first, after, near), 3),
        residual_hu=round(float(np.median(np.abs(first - after)[soft])) if soft.any() else 999.0, 1),
        shift_mm=round(float(np.linalg.norm(moved)), 1),
        turn_deg=round(float(turn), 1),
        bend_mm=round(float(np.percentile(bent, 95)), 1),
        jacobian=(round(float(jacobian.min()), 2), round(float(jacobian.max()), 2)),
        covered=round(covered, 3),
    )


def _alike(first: np.ndarray, second: np.ndarray, near: np.ndarray) -> float:
    if not near.any() or min(first[near].std(), second[near].std()) < 1e-3:
        return 0.0
    return float(np.corrcoef(first[near], second[near])[0, 1])


def around(mask: np.ndarray, grid: Grid) -> np.ndarray:
    """What lies within :data:`NEAR_MM` of a mask."""
    return ndimage.distance_transform_edt(~mask, grid.spacing_mm) <= NEAR_MM
