"""Crops of a structure: where they are cut, how they are sampled, what they are filled with."""

import numpy as np
import pytest

from inference.errors import InputError
from inference.reading import read_typed
from inference.steps.crops import CropPlan, crops_of
from inference.steps.window import normalise
from inference.volume import Grid, Volume
from tests.helpers.shapes import image_of, segmentation
from tests.helpers.signature import CROP

WINDOWS = ((-100.0, 100.0), (-200.0, 300.0), (-1000.0, 500.0))
PLAN = CropPlan(size_px=16, pixel_mm=1.0, slices_mm=(-2.0, 0.0, 2.0), windows_hu=WINDOWS)


def bar(widest: int = 12, shape=(24, 40, 48), spacing_mm=(2.0, 1.0, 1.0), origin_mm=(0, 0, 0)):
    """A bar along the body, 4 x 4 voxels, and 8 x 8 in one slice."""
    labels = np.zeros(shape)
    labels[4:20, 18:22, 28:32] = 1
    labels[widest, 16:24, 26:34] = 1
    return segmentation(labels, spacing_mm=spacing_mm, origin_mm=origin_mm)


def test_there_is_one_picture_for_each_slice_and_window():
    found = bar()
    crops = crops_of(image_of(found), found, 0, PLAN)
    assert (crops.shape, crops.dtype) == ((3, 3, 16, 16), np.float32)
    assert crops.shape == PLAN.shape


def test_the_middle_slice_is_the_one_with_the_largest_area():
    found = bar()
    seen = crops_of(image_of(found), found, 0, PLAN)[:, 0] > 0
    # 4 x 4 pixels above and below, 8 x 8 between.
    assert [np.count_nonzero(picture) for picture in seen] == [16, 64, 16]


def test_the_crop_is_centred_on_the_structure():
    found = bar()
    rows, columns = np.nonzero(crops_of(image_of(found), found, 0, PLAN)[1, 0] > 0)
    assert (rows.mean(), columns.mean()) == (7.5, 7.5)


def test_rows_run_to_the_back_and_columns_to_the_left_of_the_patient():
    found = bar()
    volume = image_of(found)
    volume.hu[:, :18] = 100
    crop = crops_of(volume, found, 0, PLAN)[0, 0]
    assert crop[0, 0] > crop[-1, 0]


def test_each_window_is_a_channel_of_its_own():
    found = bar()
    crop = crops_of(image_of(found, 40, -50), found, 0, PLAN)[1]
    for channel, window in zip(crop, WINDOWS):
        assert channel[8, 8] == pytest.approx(normalise(np.array(40.0), window), abs=1e-6)
        assert channel[0, 0] == pytest.approx(normalise(np.array(-50.0), window), abs=1e-6)


def test_outside_the_scan_is_air():
    labels = np.zeros((4, 20, 20))
    labels[0, 0:4, 0:4] = 1
    found = segmentation(labels, spacing_mm=(2.0, 1.0, 1.0))
    crops = crops_of(image_of(found), found, 0, PLAN)
    assert (crops[0] == -1).all()
    assert (crops[1, :, 0, 0] == -1).all()
    assert crops[1, 0, 8, 8] > 0


def test_a_part_of_the_scans_grid_gives_the_crops_of_the_whole():
    whole = bar()
    volume = image_of(whole)
    box = (slice(2, 22), slice(10, 30), slice(20, 40))
    part = segmentation(whole.labels[box], spacing_mm=(2.0, 1.0, 1.0), origin_mm=(20, 10, 4))
    assert np.array_equal(crops_of(volume, part, 0, PLAN), crops_of(volume, whole, 0, PLAN))


def test_thick_and_thin_slices_of_one_body_give_nearly_the_same_crops():
    def of(step_mm):
        z = np.arange(0, 60, step_mm)
        labels = np.zeros((len(z), 48, 48))
        labels[(z > 10) & (z < 50), 20:28, 20:28] = 1
        labels[(z > 27) & (z < 33), 18:30, 18:30] = 1
        grid = Grid((0.0, 0.0, 0.0), (step_mm, 1.0, 1.0), labels.shape)
        y = np.arange(48)[None, :, None]
        hu = (60 * labels + 4 * np.abs(z[:, None, None] - 30) + y).astype(np.int16)
        return crops_of(Volume(hu, grid), segmentation(labels, spacing_mm=grid.spacing_mm), 0, PLAN)

    # The largest area is found to a slice: the middle may lie two slices apart.
    assert np.abs(of(1.0) - of(2.0))[1].mean() < 0.05


def test_each_structure_has_its_own_crop():
    labels = np.zeros((6, 40, 60))
    labels[2, 18:22, 10:14] = 1
    labels[4, 18:22, 40:46] = 2
    found = segmentation(labels, ("artery", "vein"), spacing_mm=(2.0, 1.0, 1.0))
    volume = image_of(found)
    assert [np.count_nonzero(crops_of(volume, found, n, PLAN)[1, 0] > 0) for n in (0, 1)] == [16, 24]


def test_a_structure_that_was_not_found_has_no_crops():
    found = segmentation(np.zeros((4, 8, 8)))
    assert crops_of(image_of(found), found, 0, PLAN) is None


def test_a_slice_alone_is_no_thicker_than_its_pixels_or_the_scan():
    assert CropPlan(16, 0.6, (0.0,), WINDOWS).thickness_mm == 0.6
    assert PLAN.thickness_mm == 2.0


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"size_px": 2}, "size_px"),
        ({"pixel_mm": 0}, "pixel_mm"),
        ({"slices_mm": []}, "slices_mm"),
        ({"slices_mm": [2, 0]}, "slices_mm"),
        ({"windows_hu": CROP["windows_hu"][:2]}, "windows_hu[2]"),
        ({"windows_hu": [[100, 100], *CROP["windows_hu"][:2]]}, "windows_hu"),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused_by_its_field(changes, field):
    with pytest.raises(InputError) as caught:
        read_typed(CropPlan, {**CROP, **changes}, "plan")
    assert caught.value.parameters["field"] == field
