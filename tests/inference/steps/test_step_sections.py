"""Cross-sections of a long structure: where they lie, how they are turned, what they show."""

import numpy as np
import pytest

from inference.steps.crops import CropPlan, crops_of
from inference.steps.sections import frame_of, sections
from inference.steps.window import PADDING_HU
from inference.volume import Grid, Volume
from tests.helpers.shapes import image_of, segmentation

WINDOWS = ((-100.0, 100.0), (-200.0, 300.0), (-1000.0, 500.0))
ORIGIN = (-30.0, 12.0, -100.0)
PLACES = (-6.0, 0.0, 6.0)


def rod(axis, radii=(4.0, 4.0), length=36.0, spacing_mm=(1.0, 1.0, 1.0)):
    """An elliptic rod along an axis (x, y, z) with radii from front to back, as far as that goes, and across."""
    shape = tuple(int(64 / s) for s in spacing_mm)
    grid = Grid(ORIGIN, spacing_mm, shape)
    axis = np.array(axis) / np.linalg.norm(axis)
    back = np.eye(3)[1 if abs(axis[1]) < 0.9 else 2]
    back = back - (back @ axis) * axis
    back /= np.linalg.norm(back)
    index = np.stack(np.meshgrid(*map(np.arange, shape), indexing="ij"), axis=-1)
    away = grid.to_patient(index.reshape(-1, 3)) - (np.array(ORIGIN) + 32)
    across = (away @ back / radii[0]) ** 2 + (away @ np.cross(back, axis) / radii[1]) ** 2
    inside = (across <= 1) & (np.abs(away @ axis) <= length / 2)
    return segmentation(inside.reshape(shape), spacing_mm=spacing_mm, origin_mm=ORIGIN)


@pytest.mark.parametrize("axis", [(0, 0, 1), (1, 0, 0), (1, 0.3, 0.4), (-0.7, 0.1, 0.7), (0, 1, 0)])
def test_the_axis_of_a_rod_is_found(axis):
    found = rod(axis)
    frame = frame_of(found.labels == 1, found.grid)
    assert abs(frame.along @ (np.array(axis) / np.linalg.norm(axis))) > 0.999
    assert frame.along[np.abs(frame.along).argmax()] > 0
    np.testing.assert_allclose(frame.middle, np.array(ORIGIN) + 32, atol=0.6)
    turned = np.stack([frame.right, frame.down, frame.along])
    np.testing.assert_allclose(turned @ turned.T, np.eye(3), atol=1e-9)
    assert np.linalg.det(turned) == pytest.approx(1)


@pytest.mark.parametrize("axis", [(0, 0, 1), (1, 0, 0), (1, 0.3, 0.4), (-0.7, 0.1, 0.7)])
def test_sections_show_calibre_and_flattening_wherever_the_vessel_runs(axis):
    found = rod(axis, radii=(3.0, 6.0))
    frame = frame_of(found.labels == 1, found.grid)
    for picture in sections(image_of(found, 100, 0), frame, PLACES, 2.0, 48, 0.5) > 50:
        rows, columns = np.nonzero(picture)
        assert np.count_nonzero(picture) * 0.25 == pytest.approx(np.pi * 3 * 6, rel=0.08)
        assert (4 * rows.std() * 0.5, 4 * columns.std() * 0.5) == pytest.approx((6, 12), rel=0.08)
        assert (rows.mean(), columns.mean()) == pytest.approx((23.5, 23.5), abs=1.5)


def test_sections_of_an_upright_vessel_are_turned_like_axial_slices():
    found = rod((0, 0, 1))
    hu = np.zeros(found.grid.shape, np.int16)
    places = found.grid.to_patient(np.stack(np.indices(hu.shape), axis=-1).reshape(-1, 3))
    hu[:] = (places @ (2, 5, 9) * 1.0).reshape(hu.shape)
    seen = sections(Volume(hu, found.grid), frame_of(found.labels == 1, found.grid), (-3.0, 3.0), 1.0, 9, 1.0)
    assert np.diff(seen, axis=2).mean() == pytest.approx(2, abs=0.1)
    assert np.diff(seen, axis=1).mean() == pytest.approx(5, abs=0.1)
    assert (seen[1] - seen[0]).mean() == pytest.approx(6 * 9, abs=1)


def test_thick_slices_give_nearly_the_same_sections():
    thin, thick = (rod((1, 0, 0.5), (4.0, 6.0), spacing_mm=(step, 1.0, 1.0)) for step in (1.0, 2.0))
    areas = [
        (sections(image_of(f, 100, 0), frame_of(f.labels == 1, f.grid), PLACES, 4.0, 48, 0.5) > 50).sum()
        for f in (thin, thick)
    ]
    assert areas[0] == pytest.approx(areas[1], rel=0.05)


def test_outside_the_scan_is_padding():
    found = rod((1, 0, 0))
    seen = sections(image_of(found, 100, 0), frame_of(found.labels == 1, found.grid), (0.0, 60.0), 2.0, 161, 1.0)
    assert (seen[1] == PADDING_HU).all()
    assert seen[0, 0, 0] == PADDING_HU
    assert seen[0, 80, 80] == 100


def test_a_single_voxel_has_sections():
    labels = np.zeros((8, 8, 8))
    labels[3, 4, 5] = 1
    found = segmentation(labels)
    plan = CropPlan(16, 1.0, PLACES, WINDOWS, "across")
    assert np.isfinite(crops_of(image_of(found), found, 0, plan)).all()


def test_a_part_of_the_scans_grid_gives_the_sections_of_the_whole():
    whole = rod((1, 0.2, 0.3))
    box = (slice(10, 60), slice(15, 55), slice(2, 62))
    part = segmentation(whole.labels[box], spacing_mm=(1.0, 1.0, 1.0), origin_mm=tuple(whole.grid.part(box).origin_mm))
    plan = CropPlan(32, 1.0, PLACES, WINDOWS, "across")
    volume = image_of(whole)
    np.testing.assert_allclose(crops_of(volume, part, 0, plan), crops_of(volume, whole, 0, plan), atol=1e-4)
