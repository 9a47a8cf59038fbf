"""What is cut out and resampled: the same voxels whatever else is asked, and what is left of them."""

import numpy as np
import pytest

from inference.radiomics import Settings, extract, region_of, within
from inference.radiomics.filters import HIGH_PASS, LOW_PASS
from tests.helpers import lesion

MM = (1.0, 1.0, 1.0)


def ball(shape=(20, 40, 40), radius=6.0, spacing=(2.0, 0.54, 0.54)):
    k, j, i = np.meshgrid(*((np.arange(n) - n / 2) * step for n, step in zip(shape, spacing)), indexing="ij")
    return k**2 + j**2 + i**2 <= radius**2


def test_a_region_has_the_same_voxels_whatever_filters_see_around_it():
    image = np.random.default_rng(1).normal(40, 20, (20, 40, 40))
    counts = []
    for more in ({}, {"wavelet": True}, {"log_sigma_mm": (1.0, 5.0)}):
        region = region_of(image, (2.0, 0.54, 0.54), ball(), Settings(bin_width=5, spacing_mm=MM, **more))
        box = region.box
        counts.append((int(region.mask.sum()), region.mask[box].tobytes()))
    assert len(set(counts)) == 1
    assert counts[0][0] == pytest.approx(4 / 3 * np.pi * 6**3, rel=0.05)


def test_a_filtered_image_does_not_depend_on_how_much_of_the_scan_there_is():
    settings = Settings(bin_width=5, log_sigma_mm=(1.0,), wavelet=True)
    image = np.random.default_rng(2).normal(40, 20, (40, 40, 40)).astype(np.float32)
    mask = np.zeros(image.shape, bool)
    mask[14:26, 15:24, 14:25] = True
    whole = extract(region_of(image, MM, mask, settings), settings)
    part = np.s_[6:34, 6:34, 6:34]
    less = extract(region_of(image[part], MM, mask[part], settings), settings)
    for name, value in less.items():
        assert value == pytest.approx(whole[name], rel=1e-4, abs=1e-6), name


def test_a_region_at_the_edge_of_the_scan_is_filtered_with_a_mirrored_image():
    settings = Settings(bin_width=5, wavelet=True, log_sigma_mm=(1.0,))
    image = np.random.default_rng(3).normal(40, 20, (6, 9, 9))
    mask = np.ones(image.shape, bool)
    found = extract(region_of(image, MM, mask, settings), settings, ["wavelet-LLL_firstorder_Mean"])
    mirrored = np.pad(image, 3, mode="symmetric")
    inner = np.pad(mask, 3)
    wanted = extract(region_of(mirrored, MM, inner, settings), settings, list(found))
    assert found == pytest.approx(wanted)


def test_the_filters_are_those_of_coif1():
    assert sum(LOW_PASS) == pytest.approx(np.sqrt(2))
    assert sum(HIGH_PASS) == pytest.approx(0, abs=1e-9)
    assert np.dot(LOW_PASS, LOW_PASS) == np.dot(HIGH_PASS, HIGH_PASS) == pytest.approx(1)
    assert np.dot(LOW_PASS, HIGH_PASS) == pytest.approx(0, abs=1e-9)


def test_nothing_marked_or_nothing_left_on_larger_voxels_is_no_region():
    image, settings = np.zeros((9, 9, 9)), Settings(bin_width=1, spacing_mm=(4.0, 4.0, 4.0))
    assert region_of(image, MM, np.zeros(image.shape, bool), settings) is None
    corner = np.zeros(image.shape, bool)
    corner[4:6, 4:6, 4:6] = True
    corner[5, 5, 5] = False
    found = region_of(image, MM, corner, Settings(bin_width=1, spacing_mm=(9.0, 9.0, 9.0)))
    assert found is None or found.mask.sum() < 2


def test_what_lies_outside_the_range_counts_for_the_shape_alone():
    settings = Settings(bin_width=5, within=(10, 60), within_sd=2.5)
    region = region_of(lesion.image(), lesion.SPACING_MM, lesion.mask(), settings)
    kept = within(region, settings)
    values = region.image[kept]
    first = region.values[(region.values >= 10) & (region.values <= 60)]
    assert values.min() >= 10 and values.max() <= 60
    assert len(values) == (np.abs(first - first.mean()) <= 2.5 * first.std()).sum() < len(region.values)
    names = ["original_shape_VoxelVolume", "original_firstorder_Minimum"]
    volume, lowest = extract(region, settings, names).values()
    assert (volume, lowest) == (pytest.approx(len(region.values) * np.prod(lesion.SPACING_MM)), values.min())
    with pytest.raises(ValueError, match="nothing of the region"):
        extract(region, Settings(bin_width=5, within=(900, 901)), names[1:])
    with pytest.raises(ValueError, match="no feature with these settings: original_glcm_X"):
        extract(region, settings, ["original_glcm_X"])


def test_a_region_of_one_level_has_the_figures_of_pyradiomics():
    image = np.full((6, 6, 6), 7.0)
    mask = np.zeros(image.shape, bool)
    mask[1:5, 1:5, 1:5] = True
    for settings in (Settings(bin_width=5), Settings(bin_count=8)):
        found = extract(region_of(image, MM, mask, settings), settings)
        names = ("glcm_Correlation", "glcm_MCC", "glcm_Imc1", "glcm_Imc2", "firstorder_Skewness", "ngtdm_Contrast")
        assert [found[f"original_{name}"] for name in names] == [1, 1, 0, 0, 0, 0]
        assert found["original_ngtdm_Coarseness"] == 1e6
        assert all(np.isfinite(list(found.values())))


def test_the_maximal_correlation_is_exact_however_many_levels_there_are():
    """Levels that rise along a line, each twice: the second eigenvalue lies close to the first and to the third."""
    count = 150
    image = np.repeat(np.arange(float(count)), 2)[None, None]
    settings = Settings(bin_width=1)
    found = extract(region_of(image, MM, image >= 0, settings), settings, ["original_glcm_MCC"])
    beside = 2 * np.eye(count) + np.eye(count, k=1) + np.eye(count, k=-1)
    step = beside / beside.sum(axis=1, keepdims=True)
    wanted = np.sort(np.abs(np.linalg.eigvals(step)))[-2]
    assert found["original_glcm_MCC"] == pytest.approx(wanted, abs=1e-12) and wanted > 0.999
