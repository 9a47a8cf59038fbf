"""Step ``measure``: figures of tubes that are known beforehand."""

from dataclasses import replace

import numpy as np
import pytest
from scipy import ndimage

from inference.errors import Cancelled
from inference.steps.context import StepResult
from inference.steps.measure import isotropic, measure_structure, run
from inference.volume import Grid, Volume
from tests.helpers.manifests import MEASURE, segment, with_images
from tests.helpers.packs import context, make_pack
from tests.helpers.shapes import image_of, segmentation, straight_tube

SHAPE = (60, 40, 40)
PACK = make_pack(**with_images(segment(), MEASURE))


def tube(spacing_mm=(1.0, 1.0, 1.0), **shape):
    return segmentation(straight_tube(SHAPE, spacing_mm, **shape), ("vein",), spacing_mm)


def measure_of(found, volume=None):
    return measure_structure(found, "vein", 1, volume or image_of(found))


def step_result(found, volume=None, **parts):
    before = {"vessels": StepResult(segmentation=found)}
    images = {"ct": volume or image_of(found)} if found is not None else {}
    return run(PACK.manifest.steps[1], context(PACK, images=images, earlier=before, **parts))


def test_the_volume_is_the_number_of_voxels_times_theirs():
    found = tube((2.0, 0.5, 0.5))
    assert measure_of(found).volume_ml == pytest.approx(np.count_nonzero(found.labels) * 0.5 / 1000)


@pytest.mark.parametrize("spacing", [(1.0, 1.0, 1.0), (1.0, 0.7, 0.7), (2.5, 0.8, 0.8)])
def test_the_diameter_does_not_depend_on_the_voxels(spacing):
    assert measure_of(tube(spacing, radius_mm=(5, 5))).mean_diameter_mm == pytest.approx(10, rel=0.08)


def test_the_smallest_the_mean_and_the_largest_diameter_are_in_order():
    found = measure_of(tube())
    assert found.min_diameter_mm <= found.mean_diameter_mm <= found.max_diameter_mm


def test_the_density_is_that_of_the_inside():
    found = tube()
    assert measure_of(found, image_of(found, inside_hu=47)).mean_hu == 47


def test_voxels_at_the_wall_do_not_count_for_the_density():
    found = tube(radius_mm=(6, 6))
    volume = image_of(found, inside_hu=40)
    in_slice = ndimage.generate_binary_structure(3, 1)
    in_slice[[0, 2]] = False
    volume.hu[(found.labels > 0) & ~ndimage.binary_erosion(found.labels, in_slice)] = -60
    assert measure_of(found, volume).mean_hu == pytest.approx(40, abs=1)


def test_calcium_is_measured_and_does_not_raise_the_density():
    found = tube()
    volume = image_of(found, inside_hu=40)
    volume.hu[25:30, 19:21, 19:21] = 800
    measure = measure_of(found, volume)
    assert (measure.calcification_ml, measure.mean_hu) == pytest.approx((20 / 1000, 40))


def test_noise_is_not_calcium():
    found = tube(radius_mm=(6, 6))
    volume = image_of(found, inside_hu=40)
    noise = np.random.default_rng(0).normal(0, 45, SHAPE)
    noisy = Volume(np.clip(volume.hu + noise, -1000, 3000).astype(np.int16), volume.grid)
    assert measure_of(found, noisy).calcification_ml < 0.01


def test_the_certainty_is_the_mean_over_the_structure():
    assert measure_of(segmentation(straight_tube(SHAPE), certainty=0.8)).certainty == pytest.approx(0.8)


def test_a_measure_tells_what_overlap_to_expect_how_placements_agree_and_where_to_look():
    whole = tube()
    part = whole.grid.part(np.s_[5:55, 2:38, 2:38])
    labels, certainty = (array[5:55, 2:38, 2:38].copy() for array in (whole.labels, whole.certainty))
    certainty[30] = 0.4  # slice 35 of the scan, the 36th
    labelled_ml = np.count_nonzero(labels) * part.voxel_ml
    known = {"expected_ml": {"vein": 2 * labelled_ml}, "agreement": {"vein": 0.7}}
    found = replace(whole, labels=labels, certainty=certainty, grid=part, **known)
    measure = measure_of(found, image_of(whole))
    assert measure.expected_overlap == pytest.approx(2 * measure.certainty / 3)
    assert (measure.agreement, measure.least_certain_slice) == (0.7, 36)


def test_a_structure_that_is_not_there_says_so_and_has_no_figures():
    measure = measure_of(segmentation(np.zeros(SHAPE)))
    assert (measure.found, measure.volume_ml, measure.mean_hu) == (False, None, None)


def test_a_speck_has_a_volume_and_no_diameter():
    labels = np.zeros(SHAPE)
    labels[30, 20, 20] = 1
    measure = measure_of(segmentation(labels))
    assert (measure.volume_ml, measure.mean_diameter_mm, measure.flattening) == (0.001, None, None)


@pytest.mark.parametrize(("length", "cut"), [(40, False), (80, True)])
def test_a_vessel_that_runs_out_of_the_scan_is_cut_off(length, cut):
    assert measure_of(tube(length_mm=length)).cut_off is cut


def test_a_vessel_that_runs_out_of_the_block_but_not_of_the_scan_is_not_cut_off():
    found = tube(length_mm=80)
    around = Grid((0.0, 0.0, -5.0), found.grid.spacing_mm, (70, 40, 40))
    hu = np.full(around.shape, 40, np.int16)
    assert measure_of(found, Volume(hu, around)).cut_off is False


def test_a_vessel_that_touches_the_padding_is_cut_off():
    found = tube()
    volume = image_of(found, padded=-2000)
    volume.hu[30, 20, 20] = -2000
    assert measure_of(found, volume).cut_off is True


def test_the_density_is_read_at_the_place_of_the_block_in_the_scan():
    found = segmentation(straight_tube(SHAPE), ("vein",), origin_mm=(7.0, 3.0, 5.0))
    scan = Volume(np.full((70, 50, 50), -100, np.int16), Grid((0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (70, 50, 50)))
    scan.hu[5:65, 3:43, 7:47][found.labels > 0] = 55
    assert measure_of(found, scan).mean_hu == 55


def test_the_mask_on_cubes_keeps_its_volume():
    mask = straight_tube(SHAPE, (2.0, 0.7, 0.7), radius_mm=(5, 5))
    cubes = isotropic(mask, Grid((0, 0, 0), (2.0, 0.7, 0.7), SHAPE), 1.0)
    assert np.count_nonzero(cubes) == pytest.approx(np.count_nonzero(mask) * 2 * 0.49, rel=0.05)


def test_every_structure_of_the_segmentation_is_measured():
    labels = straight_tube(SHAPE, radius_mm=(4, 4)).astype(np.uint8)
    labels[:30] *= 2
    found = segmentation(labels, ("artery", "vein"))
    assert [m.structure for m in step_result(found).measures] == ["artery", "vein"]


def test_figures_are_there_for_later_steps_by_structure_and_name():
    values = step_result(tube()).values
    assert values["vein.volume_ml"] == step_result(tube()).measures[0].volume_ml


def test_figures_that_are_not_known_are_not_there_for_later_steps():
    labels = np.zeros(SHAPE)
    labels[30, 20, 20] = 1
    assert "vein.mean_diameter_mm" not in step_result(segmentation(labels, ("vein",))).values


def test_without_a_segmentation_nothing_is_measured():
    assert step_result(None) == StepResult()


def test_measuring_stops_when_it_is_cancelled():
    with pytest.raises(Cancelled):
        step_result(tube(), cancelled=lambda: True)


def test_nothing_found_at_all_is_measured_as_not_found():
    found = segmentation(np.zeros(SHAPE), ("vein",))
    given = step_result(found)
    assert ([m.found for m in given.measures], given.pictures) == ([False], ())


def test_measuring_does_not_change_the_segmentation():
    found = tube()
    before = replace(found, labels=found.labels.copy())
    measure_of(found)
    assert (found.labels == before.labels).all()
