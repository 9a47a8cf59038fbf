"""Finding the region: a network that sees bright voxels, on scans where they lie at known places."""

import numpy as np
import pytest

from inference.errors import Cancelled
from inference.findings import Finding
from inference.steps.locate import LocatorPlan, coarse_copy, locate
from inference.volume import Grid, Volume
from tests.helpers.engines import FakeEngine, loaded

SIZE = (8, 10, 12)
PLAN = LocatorPlan(
    model="locator.onnx",
    spacing_mm=6.0,
    size=SIZE,
    window_hu=(-100.0, 100.0),
    classes=("none", "inlet", "lung"),
    target="inlet",
    region_ml=24.0,
    least_ml=2.0,
    least_certainty=0.8,
)
ORIGIN = (30.0, -40.0, 500.0)


def scan(*places_mm, depth=24, reach_mm=14.0, step=(3.0, 3.0, 3.0)) -> Volume:
    """Dark but for bright balls at the given LPS places."""
    grid = Grid(ORIGIN, step, (depth, 20, 24))
    index = np.stack(np.meshgrid(*(np.arange(n) for n in grid.shape), indexing="ij"), axis=-1)
    place = grid.to_patient(index)
    bright = np.zeros(grid.shape, bool)
    for ball in places_mm:
        bright |= np.linalg.norm(place - ball, axis=-1) <= reach_mm
    return Volume(np.where(bright, 100, -100).astype(np.int16), grid)


def bright_is_inlet(sure=8.0):
    def answer(image):
        bright = np.where(image > 0, sure, -sure)
        return np.concatenate([np.zeros_like(image), bright, np.full_like(image, -sure)], axis=1)

    return FakeEngine(answer, SIZE, 3)


def found(volume, engine=None):
    return locate(PLAN, volume, loaded(engine or bright_is_inlet()), lambda: False)


def middle(volume) -> np.ndarray:
    return volume.grid.to_patient((np.array(volume.grid.shape) - 1) / 2)


@pytest.mark.parametrize("offset", [(0, 0, 0), (9, -6, 12), (-14, 8, -10)])
def test_the_region_is_found_where_it_is(offset):
    place = middle(scan()) + offset
    assert found(scan(place)).position_mm == pytest.approx(place, abs=3.0)


def test_in_a_scan_of_several_windows_the_region_is_found_in_any():
    whole = scan(depth=120)
    for z in (520.0, 650.0, 840.0):
        place = (*middle(whole)[:2], z)
        assert found(scan(place, depth=120)).position_mm == pytest.approx(place, abs=3.0)


def test_every_slice_of_a_long_scan_is_seen():
    engine = bright_is_inlet()
    found(scan(depth=120), engine)
    # 360 mm are 60 voxels of the locator, in windows of 8 that overlap by half.
    assert len(engine.seen) == 14


def test_of_two_places_the_one_that_holds_more_is_taken_and_not_the_middle():
    whole = scan(depth=120)
    small, large = (*middle(whole)[:2], 540.0), (*middle(whole)[:2], 780.0)
    volume = scan(large, depth=120, reach_mm=20)
    volume.hu[scan(small, depth=120, reach_mm=12).hu > 0] = 100
    assert found(volume).position_mm == pytest.approx(large, abs=4.0)


def test_a_scan_without_the_region_is_refused_with_how_sure_that_is():
    finding = found(scan())
    assert isinstance(finding, Finding)
    assert (finding.code, finding.severity) == ("region.not-in-view", "blocking")
    assert finding.evidence["certainty"] < finding.evidence["needed"]


def test_a_speck_is_not_the_region():
    # One voxel of 6 mm is 0.2 mL.
    assert isinstance(found(scan(middle(scan()), reach_mm=3.0)), Finding)


def test_a_small_sure_place_is_the_region_only_in_part():
    finding = found(scan(middle(scan()), reach_mm=7.5))
    assert (finding.code, finding.severity) == ("region.not-recognised", "blocking")
    assert 0 < finding.evidence["found_ml"] < finding.evidence["needed_ml"]


def test_a_network_that_is_not_sure_has_not_found_it():
    assert isinstance(found(scan(middle(scan())), bright_is_inlet(sure=0.6)), Finding)


def test_the_certainty_is_the_highest_of_the_map():
    assert found(scan(middle(scan()))).certainty == pytest.approx(1.0, abs=1e-3)


def test_the_network_sees_its_own_size_and_window():
    engine = bright_is_inlet()
    found(scan(middle(scan())), engine)
    (image,) = {image.shape for image in engine.seen}
    assert image == (1, 1, *SIZE)
    assert max(image.max() for image in engine.seen) <= 1


def test_a_small_scan_is_padded_with_air():
    coarse, places = coarse_copy(PLAN, scan(depth=4))
    assert coarse.shape == SIZE
    assert (coarse[0].max(), len(places[0])) == (-1024, SIZE[0])


def test_the_coarse_copy_lies_around_the_middle_of_the_scan():
    _, places = coarse_copy(PLAN, scan())
    assert [p.mean() for p in places] == pytest.approx(middle(scan())[::-1])


def test_locating_stops_when_it_is_cancelled():
    with pytest.raises(Cancelled):
        locate(PLAN, scan(), loaded(bright_is_inlet()), lambda: True)
