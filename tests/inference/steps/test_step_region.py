"""Step ``region``: the mean inside a sphere, checked on images that can be counted by hand."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from inference.errors import InputError
from inference.segmentation import Region
from inference.steps.region import run, voxels_in
from inference.volume import Grid, Volume
from tests.helpers.packs import context, make_pack, number, text

IMAGE = {"id": "ct", "title": text(), "modality": "CT"}
GRID = Grid((10.0, 20.0, 30.0), (2.0, 1.0, 1.0), (9, 11, 13))
MIDDLE = (16.0, 25.0, 38.0)
RAMP = Volume(np.broadcast_to(np.arange(9, dtype=np.int16)[:, None, None] * 10, GRID.shape), GRID)


def measured(answer=None, radius_mm=2.5, volume=RAMP, centre_mm=MIDDLE, **step):
    fields = {"image": "ct", "region": "lesion", "predictor": "a", "unit": "HU", "minimum_voxels": 5, **step}
    pack = make_pack(
        predictors=[number("a")], images=[IMAGE], steps=[{"kind": "region", "id": "r", "title": text(), **fields}]
    )
    images = {"ct": volume} if volume is not None else {}
    regions = {"lesion": Region(centre_mm, radius_mm)} if radius_mm else {}
    return run(pack.manifest.steps[0], context(pack, {"a": answer}, images=images, regions=regions))


def test_the_mean_of_a_sphere_on_a_ramp_is_the_value_at_its_centre():
    # The centre is slice 4 of a ramp of 10 HU a slice.
    assert measured().results[0].value == pytest.approx(40)


def test_a_sphere_of_one_millimetre_holds_the_centre_and_its_four_neighbours_in_the_slice():
    assert len(voxels_in(RAMP, Region(MIDDLE, 1.0))) == 5


def test_a_sphere_of_two_millimetres_reaches_the_next_slices():
    # 13 voxels within 2 mm in the slice of 1 mm pixels, and one in each neighbouring slice 2 mm away.
    assert sorted(voxels_in(RAMP, Region(MIDDLE, 2.0))) == [30] + [40] * 13 + [50]


def test_the_interval_is_one_standard_deviation_each_way():
    (found,) = measured(radius_mm=2.0).results
    # 13 voxels at the mean and two 10 HU away: variance 200 / 15.
    assert (found.low, found.high) == pytest.approx((40 - (200 / 15) ** 0.5, 40 + (200 / 15) ** 0.5))


def test_stored_values_are_brought_to_their_unit():
    assert measured(scale=0.1).results[0].value == pytest.approx(4.0)


def test_the_mean_is_there_for_later_steps():
    assert measured().values == {"r": pytest.approx(40)}


@pytest.mark.parametrize("absent", [{"volume": None}, {"radius_mm": 0}])
def test_the_value_read_at_the_console_stands_in_without_image_or_region(absent):
    found = measured(53.0, **absent)
    assert (found.results[0].value, found.values) == (53.0, {"r": 53.0})


def test_with_neither_image_nor_value_the_predictor_is_missing():
    assert measured(volume=None).results[0].missing == ("a",)


def test_a_region_of_too_few_voxels_stops_the_answer():
    (finding,) = measured(radius_mm=0.5).findings
    assert (finding.code, finding.severity, finding.evidence) == (
        "region.too-small",
        "blocking",
        {"voxels": 1, "needed": 5},
    )


def test_a_console_value_far_from_the_measured_one_is_a_warning():
    (finding,) = measured(80.0).findings
    assert (finding.code, finding.severity) == ("region.differs", "warning")


@pytest.mark.parametrize(("entered", "warned"), [(47.2, False), (47.4, True), (32.8, False), (32.6, True)])
def test_a_console_value_within_two_standard_deviations_is_no_finding(entered, warned):
    # Mean 40, standard deviation sqrt(200 / 15) = 3.65.
    assert bool(measured(entered, radius_mm=2.0).findings) is warned


@pytest.mark.parametrize("centre", [(9.4, 25, 38), (16, 30.6, 38), (16, 25, 28.9), (16, 25, 47.1)])
def test_a_centre_outside_the_image_is_refused(centre):
    with pytest.raises(InputError) as caught:
        voxels_in(RAMP, Region(centre, 3.0))
    assert caught.value.code == "region.outside"


@given(st.tuples(st.floats(9.5, 22.5), st.floats(19.5, 30.5), st.floats(29, 47)), st.floats(0, 12))
def test_the_voxels_are_those_whose_centres_lie_in_the_sphere(centre, radius):
    index = np.stack(np.meshgrid(*(np.arange(n) for n in GRID.shape), indexing="ij"), axis=-1)
    offset = (GRID.to_patient(index) - centre).astype(float)
    distance = np.sqrt((offset**2).sum(axis=-1))
    assume(np.abs(distance - radius).min() > 1e-6)
    assert sorted(voxels_in(RAMP, Region(centre, radius))) == sorted(RAMP.hu[distance <= radius])


@pytest.mark.parametrize(("scale", "stopped"), [(1.0, False), (100.0, True), (-10.0, True)])
def test_a_measured_value_is_held_to_the_range_of_an_entered_one(scale, stopped):
    findings = measured(scale=scale).findings
    low, high = number("a")["range"]
    assert [(f.code, f.severity, f.evidence) for f in findings] == (
        [("answers.out-of-range", "blocking", {"value": 40 * scale, "low": low, "high": high, "unit": ""})] * stopped
    )


def test_a_region_that_reaches_out_of_the_scanned_field_stops_the_answer():
    values = RAMP.hu.copy()
    values[4, 5, 8] = -1024
    (finding,) = measured(volume=Volume(values, GRID, -1024)).findings
    assert (finding.code, finding.severity, finding.evidence) == ("region.not-scanned", "blocking", {"voxels": 1})


@pytest.mark.parametrize(
    ("offset", "unit", "stopped"),
    [(-40, "mg/mL", False), (-45, "mg/mL", False), (-70, "mg/mL", True), (-70, "HU", False)],
)
def test_a_concentration_below_zero_by_more_than_noise_stops_the_answer(offset, unit, stopped):
    # The region has a mean of 40 + offset and a standard deviation of (200 / 15) ** 0.5 = 3.7.
    volume = Volume(RAMP.hu + np.int16(offset), GRID)
    found = {f.code for f in measured(volume=volume, radius_mm=2.0, unit=unit).findings}
    assert ("region.below-zero" in found) is stopped
