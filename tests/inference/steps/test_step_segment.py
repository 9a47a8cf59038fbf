"""Step ``segment``: labels on the scan from a network that can be seen through."""

from dataclasses import replace

import numpy as np
import pytest

from inference.errors import Cancelled, PackError
from inference.steps import segment
from inference.steps.locate import Place
from inference.steps.segment import BlockPlan, recentred, run
from inference.volume import Volume
from tests.helpers.packs import context
from tests.helpers.shapes import of_images, segmentation
from tests.helpers.vessels import ARTERY, CLASSES, GRID, NAMES, SIZE, VEIN, by_side, engines, pack, scan


def segmented(volume=None, made=None, provider=None, **parts):
    made = made or pack()
    images = {"ct": volume or scan()}
    return run(made.manifest.steps[0], context(made, images=images, engines=provider or engines(), **parts))


def test_labels_lie_on_the_voxels_of_the_structures_in_the_scan():
    volume = scan()
    found = segmented(volume).segmentation
    start = np.round(volume.grid.to_index(np.array(found.grid.origin_mm))).astype(int)
    part = tuple(slice(s, s + n) for s, n in zip(start, found.grid.shape))
    for value, place in ((1, ARTERY), (2, VEIN)):
        truth = np.zeros(GRID.shape, bool)
        truth[place] = True
        mask, truth = found.labels == value, truth[part]
        assert 2 * np.count_nonzero(mask & truth) / (mask.sum() + truth.sum()) > 0.85


def test_labels_follow_the_order_of_the_pack_and_not_of_the_network():
    assert segmented().segmentation.structures == NAMES


def test_the_labels_lie_on_a_part_of_the_scans_own_grid():
    found = segmented().segmentation
    index = GRID.to_index(np.array(found.grid.origin_mm))
    assert index == pytest.approx(np.round(index))
    assert found.grid.spacing_mm == GRID.spacing_mm


def test_the_labels_lead_back_to_the_images_of_the_scan():
    found = segmented(Volume(scan().hu, of_images(GRID))).segmentation.grid
    assert found.to_source([0, 0, 0]) == pytest.approx(GRID.to_index(np.array(found.origin_mm)))


def test_the_block_is_no_larger_than_the_network_sees():
    size = segmented().segmentation.grid.size_mm
    assert all(own <= n * 2 + 2 for own, n in zip(size, SIZE))


def test_the_block_lies_around_the_place_that_was_located():
    given = segmented()
    found = given.segmentation.grid
    middle = found.to_patient((np.array(found.shape) - 1) / 2)
    assert middle == pytest.approx(given.place_mm, abs=2.0)


def test_the_offset_moves_the_block():
    plain, moved = (segmented(made=pack(offset_mm=[0, 0, z])).segmentation.grid for z in (0, 4))
    assert np.array(moved.origin_mm) - plain.origin_mm == pytest.approx((4, 0, 0))


def runs_of(placements: int, volume=None) -> tuple[list[np.ndarray], segment.Segmentation]:
    """The images that the network saw, and the result."""
    seen = []

    def label(image: np.ndarray) -> np.ndarray:
        seen.append(image[0, 0])
        return by_side(image)

    return seen, segmented(volume, pack(placements=placements), engines(label=label)).segmentation


def test_two_placements_are_half_a_voxel_apart_around_the_one():
    ramp = scan()
    ramp.hu[:] = np.arange(GRID.shape[2]).astype(np.int16)
    (middle,), _ = runs_of(1, ramp)
    (before, after), _ = runs_of(2, ramp)
    inside = np.s_[8:12, 8:12, 8:12]
    # 1 mm of 2 mm voxels, at 1 HU a mm in a window of 200 HU that becomes -1..1.
    np.testing.assert_allclose((after - before)[inside], 0.01, atol=1e-5)
    np.testing.assert_allclose((after + before)[inside] / 2, middle[inside], atol=1e-5)


def test_of_two_placements_the_average_counts():
    one, two = (runs_of(n)[1] for n in (1, 2))
    start = two.grid.to_index(np.array(one.grid.origin_mm))
    assert np.abs(start).max() <= 1
    assert sum(two.context_ml.values()) == pytest.approx(sum(one.context_ml.values()))
    for value in (1, 2):
        assert np.count_nonzero(two.labels == value) == pytest.approx(np.count_nonzero(one.labels == value), rel=0.1)
    assert two.certainty.max() <= 1
    assert two.certainty.min() >= 0


def test_the_certainty_is_that_of_the_label_given():
    found = segmented().segmentation
    assert (found.certainty.min() >= 0, found.certainty.max() <= 1) == (True, True)
    assert found.certainty[found.labels == 1].max() == pytest.approx(np.exp(9) / (np.exp(9) + np.exp(5) + 1), rel=0.01)


def chance_of(of_artery: float):
    """A network that takes every voxel for an artery with that chance."""

    def label(image: np.ndarray) -> np.ndarray:
        rest = (1 - of_artery) / 2
        chances = np.array([rest, rest, 1e-9, of_artery]).reshape(1, -1, 1, 1, 1)
        return np.broadcast_to(np.log(chances), (1, 4, *SIZE)).astype(np.float32)

    return label


@pytest.mark.parametrize(
    ("of_artery", "rest_weight", "labelled"), [(0.45, 1, False), (0.55, 1, True), (0.45, 0.8, True), (0.44, 0.8, False)]
)
def test_a_structure_must_be_likelier_than_its_part_of_all_else_together(of_artery, rest_weight, labelled):
    found = segmented(made=pack(rest_weight=rest_weight), provider=engines(label=chance_of(of_artery))).segmentation
    assert found.labels.any() == labelled
    # How sure the network is does not depend on what is asked of it.
    assert found.certainty.max() == pytest.approx(of_artery if labelled else 1 - of_artery, abs=1e-3)


def test_the_volume_of_every_class_in_the_block_is_told():
    volumes = segmented().segmentation.context_ml
    # 2 mm cubes are 0.008 mL; the whole block is told.
    assert sum(volumes.values()) == pytest.approx(np.prod(SIZE) * 0.008)
    assert (volumes["fat"], list(volumes)) == (0, CLASSES)


def test_the_chances_of_a_structure_are_summed_over_the_block_wherever_they_lie():
    found = segmented(provider=engines(label=chance_of(0.45))).segmentation
    assert not found.labels.any()
    volume_ml = np.prod(found.grid.shape) * found.grid.voxel_ml
    assert found.expected_ml == pytest.approx({"artery": 0.45 * volume_ml, "vein": 0.0}, rel=1e-3, abs=1e-3)


@pytest.mark.parametrize(("last", "agreement"), [(0.6, {"artery": 1.0}), (0.3, {"artery": 0.0})])
def test_two_placements_agree_as_far_as_each_labels_the_same_by_itself(last, agreement):
    chances = iter((0.9, last))
    provider = engines(label=lambda image: chance_of(next(chances))(image))
    found = segmented(made=pack(placements=2), provider=provider).segmentation
    assert found.labels.any()
    assert found.agreement == agreement


@pytest.mark.parametrize(("placements", "chance"), [(1, 0.9), (2, 1e-6)])
def test_one_placement_and_placements_that_see_nothing_agree_on_nothing(placements, chance):
    found = segmented(made=pack(placements=placements), provider=engines(label=chance_of(chance))).segmentation
    assert found.agreement == {}


def test_a_speck_far_from_its_structure_is_dropped():
    volume = scan()
    volume.hu[22:24, 24:28, 24:28] = 100
    assert np.array_equal(segmented(volume).segmentation.labels, segmented().segmentation.labels)


def test_a_piece_at_least_a_quarter_as_large_is_kept():
    volume = scan()
    volume.hu[12:17] = -100
    kept = (segmented(volume).segmentation.labels == 1).any(axis=(1, 2))
    # Two pieces, of two and of three slices.
    assert (np.count_nonzero(kept), np.count_nonzero(np.diff(kept.astype(int)) == 1)) == (5, 2)


def test_nothing_that_is_seen_gives_no_labels():
    volume = Volume(np.full(GRID.shape, -100, np.int16), GRID)
    assert not segmented(volume).segmentation.labels.any()


def test_no_region_in_view_is_a_blocking_finding_and_no_labels():
    given = segmented(provider=engines(locate=lambda image: np.concatenate([image + 9, image * 0], axis=1)))
    assert ([f.code for f in given.findings], given.segmentation) == (["region.not-in-view"], None)


def test_both_networks_are_named_in_the_result():
    assert [use.model for use in segmented().engines] == ["locator.onnx", "block.onnx"]


def test_where_no_region_is_in_view_only_the_locator_was_used():
    given = segmented(provider=engines(locate=lambda image: np.concatenate([image + 9, image * 0], axis=1)))
    assert [use.model for use in given.engines] == ["locator.onnx"]


def test_a_model_that_the_pack_does_not_have_is_named():
    with pytest.raises(PackError) as caught:
        segmented(made=pack({"locator.onnx": b"locator"}))
    assert caught.value.parameters["file"] == "block.onnx"


def test_segmenting_stops_between_the_networks_when_it_is_cancelled():
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > 1

    provider = engines()
    with pytest.raises(Cancelled):
        segmented(provider=provider, cancelled=cancelled)
    assert provider.engines["block.onnx"].seen == []


def test_progress_runs_upwards_to_the_end():
    told = []
    segmented(progress=told.append)
    assert (told, told[-1]) == (sorted(told), 1.0)


def four_vessels(shift_mm=0.0):
    """Jugular vein (2) above and subclavian vein (4) left of a common end at slice 10."""
    labels = np.zeros((40, 40, 60))
    labels[10:40, 15:20, 30:35] = 2
    labels[8:12, 15:20, 5:30] = 4
    return segmentation(labels, ("a", "b", "c", "d"), origin_mm=(shift_mm, 0.0, 0.0))


def angle(shift_mm=0.0) -> tuple[float, float, float]:
    # Lower end of the jugular: slices 10 and 11, columns 30 to 34; medial end of the subclavian: columns 28 and 29.
    return ((32 + 28) / 2 + shift_mm, 17.0, 10.0)


BLOCK = BlockPlan(
    model="block.onnx",
    spacing_mm=(1.0, 1.0, 1.0),
    size=(40, 40, 60),
    window_hu=(-200.0, 300.0),
    classes=("rest", "a", "b", "c", "d"),
    structures={name: name for name in "abcd"},
    offset_mm=(0.0, 0.0, 0.0),
    angle=("b", "d"),
)


def test_a_pack_that_names_no_angle_never_cuts_again():
    assert recentred(replace(BLOCK, angle=None), four_vessels(), Place(angle(40.0), 0.9)) is None


def test_a_block_that_was_well_placed_is_not_cut_again():
    assert recentred(BLOCK, four_vessels(), Place(angle(), 0.9)) is None


def test_a_block_that_was_badly_placed_is_cut_again_around_the_venous_angle():
    place = recentred(BLOCK, four_vessels(), Place(angle(40.0), 0.9))
    assert place.position_mm == pytest.approx(angle(), abs=1.5)


def test_without_both_veins_a_block_is_not_cut_again():
    found = four_vessels()
    found.labels[found.labels == 4] = 0
    assert recentred(BLOCK, found, Place(angle(40.0), 0.9)) is None


def test_a_block_is_cut_again_at_most_once(monkeypatch):
    monkeypatch.setattr(segment, "recentred", lambda plan, found, place: Place((0.0, 40.0, 230.0), 0.9))
    provider = engines()
    given = segmented(provider=provider)
    assert (len(provider.engines["block.onnx"].seen), given.place_mm) == (2, (0.0, 40.0, 230.0))
