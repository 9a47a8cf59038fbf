"""Overlap and distance of masks: against SimpleITK and by hand."""

import numpy as np
import pytest
import SimpleITK as sitk
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from training.statistics.segmentation import dice, hd95_mm, iou, volume_error

QUICK = settings(max_examples=25, deadline=None)

SPACING = (2.5, 0.7, 0.9)
EMPTY = np.zeros((4, 5, 6), bool)
MASKS = arrays(bool, (4, 5, 6), elements=st.booleans()).filter(np.any)


def box(*corners):
    mask = np.zeros((12, 14, 16), bool)
    mask[tuple(slice(low, high) for low, high in corners)] = True
    return mask


CUBE = box((2, 8), (3, 9), (4, 10))


def image_of(mask):
    image = sitk.GetImageFromArray(mask.astype(np.uint8))
    image.SetSpacing(SPACING[::-1])
    return image


def directed_distances(mask, truth):
    """From the surface of the first to that of the second by ITK's contours and distance map (image padded by one)."""
    mask, truth = (image_of(np.pad(m, 1)) for m in (mask, truth))
    contour = sitk.LabelContour(truth, fullyConnected=False)
    distance = sitk.Abs(sitk.SignedMaurerDistanceMap(contour, squaredDistance=False, useImageSpacing=True))
    # Inside the contour's voxels the map is zero or negative; they are the surface itself.
    values = sitk.GetArrayFromImage(distance) * (sitk.GetArrayFromImage(contour) == 0)
    return values[sitk.GetArrayFromImage(sitk.LabelContour(mask, fullyConnected=False)) > 0]


@QUICK
@given(MASKS, MASKS)
def test_overlap_and_volume_are_those_of_simpleitk(mask, truth):
    measures = sitk.LabelOverlapMeasuresImageFilter()
    measures.Execute(image_of(truth), image_of(mask))
    assert dice(mask, truth) == pytest.approx(measures.GetDiceCoefficient())
    assert iou(mask, truth) == pytest.approx(measures.GetJaccardCoefficient())
    assert volume_error(mask, truth) == pytest.approx(mask.sum() / truth.sum() - 1)


@QUICK
@given(MASKS, MASKS)
def test_dice_follows_from_iou(mask, truth):
    share = iou(mask, truth)
    assert dice(mask, truth) == pytest.approx(2 * share / (1 + share))


@QUICK
@given(MASKS, MASKS)
def test_hd95_is_that_of_simpleitks_surface_distances(mask, truth):
    wanted = max(np.percentile(directed_distances(mask, truth), 95), np.percentile(directed_distances(truth, mask), 95))
    assert hd95_mm(mask, truth, SPACING) == pytest.approx(wanted, rel=1e-5)


@QUICK
@given(MASKS, MASKS)
def test_the_order_of_the_masks_does_not_matter_to_hd95(mask, truth):
    assert hd95_mm(mask, truth, SPACING) == hd95_mm(truth, mask, SPACING)


@pytest.mark.parametrize(("axis", "step"), list(enumerate(SPACING)))
def test_a_shift_by_two_voxels_is_two_spacings_of_that_axis(axis, step):
    # Thin plates across the axis: every surface voxel is as far from the other plate.
    mask = np.zeros((8, 8, 8), bool)
    mask[tuple(3 if a == axis else slice(None) for a in range(3))] = True
    assert hd95_mm(np.roll(mask, 2, axis), mask, SPACING) == pytest.approx(2 * step)


def test_one_stray_voxel_does_not_reach_hd95():
    stray = CUBE.copy()
    stray[11, 13, 15] = True
    assert hd95_mm(stray, CUBE, SPACING) == 0


def test_equal_masks_match_perfectly():
    assert (dice(CUBE, CUBE), iou(CUBE, CUBE), hd95_mm(CUBE, CUBE, SPACING), volume_error(CUBE, CUBE)) == (1, 1, 0, 0)


def test_two_empty_masks_have_nothing_to_compare():
    measures = [f(EMPTY, EMPTY) for f in (dice, iou, volume_error)]
    assert np.isnan([*measures, hd95_mm(EMPTY, EMPTY, SPACING)]).all()


def test_a_missed_vessel_has_no_overlap_and_an_infinite_distance():
    missed = np.zeros_like(CUBE)
    assert (dice(missed, CUBE), iou(missed, CUBE), volume_error(missed, CUBE)) == (0, 0, -1)
    assert hd95_mm(missed, CUBE, SPACING) == np.inf


def test_a_vessel_that_does_not_exist_has_an_infinite_volume_error():
    absent = np.zeros_like(CUBE)
    assert (dice(CUBE, absent), volume_error(CUBE, absent), hd95_mm(CUBE, absent, SPACING)) == (0, np.inf, np.inf)


def test_masks_of_different_shapes_are_refused():
    with pytest.raises(ValueError, match="resample"):
        dice(EMPTY, CUBE)


@pytest.mark.parametrize("spacing", [(1, 1), (1, 0, 1)])
def test_a_spacing_that_does_not_fit_is_refused(spacing):
    with pytest.raises(ValueError, match="spacing"):
        hd95_mm(CUBE, CUBE, spacing)
