"""Step ``segment-tiles``: labels on the scan from a network that can be seen through, whatever the plan."""

from dataclasses import replace

import numpy as np
import pytest
from scipy import ndimage

from inference.errors import Cancelled, EngineError, InputError
from inference.findings import Finding
from inference.pipeline import Request
from inference.pipeline import run as screen
from inference.steps import tiles
from inference.steps.tiles import prepare, run
from inference.volume import Grid, Volume
from tests.helpers.engines import FakeEngine, FakeProvider
from tests.helpers.manifests import IMAGE, MEASURE, STRUCTURE
from tests.helpers.packs import context, make_pack, sheet
from tests.helpers.shapes import of_images

CLASSES = ["background", "liver", "vein", "artery"]
NAMES = ("artery", "vein")
PATCH = (8, 16, 16)
STEP = {
    "kind": "segment-tiles",
    "id": "vessels",
    "image": "ct",
    "models": ["one.onnx"],
    "classes": CLASSES,
    "structures": {"artery": "artery", "vein": "vein"},
    "spacing_mm": [2.0, 1.25, 1.25],
    "patch": PATCH,
    "intensities": {"scheme": "none"},
    "image_resizing": {"order": 3},
    "logit_resizing": {"order": 1},
}
GRID = Grid((-40.0, 12.0, 200.0), (2.5, 1.0, 1.0), (16, 40, 44))
ARTERY = slice(4, 12), slice(10, 16), slice(8, 15)
VEIN = slice(4, 12), slice(10, 17), slice(26, 36)
FAT, LIVER, BLOOD, WATER = 10, 500, 110, -90
"""HU. The border of one never looks like another."""


def scan(grid: Grid = GRID) -> Volume:
    """A bright artery on the right and a dark vein on the left."""
    hu = np.full(grid.shape, FAT, np.int16)
    hu[ARTERY], hu[VEIN] = BLOOD, WATER
    return Volume(hu, grid)


def by_density(image: np.ndarray) -> np.ndarray:
    """Logits by distance from each class's density."""
    means = np.array([FAT, LIVER, WATER, BLOOD]).reshape(4, *[1] * (image.ndim - 2))
    return -np.abs(image[0] - means)[None].astype(np.float32) / 50


def pack(steps=(), role=(), **changes):
    structures = [{**STRUCTURE, "id": name} for name in NAMES]
    step = {**STEP, **changes}
    files = dict.fromkeys(step["models"], b"model")
    return make_pack(files, images=[{**IMAGE, **dict(role)}], structures=structures, steps=[step, *steps])


def engines(answer=by_density, size=PATCH, names=("one.onnx",)) -> FakeProvider:
    return FakeProvider({name: FakeEngine(answer, size, len(CLASSES)) for name in names})


def segmented(volume=None, provider=None, parts=None, **changes):
    made = pack(**changes)
    images = {"ct": volume or scan()}
    provider = provider or engines(size=tuple(changes.get("patch", PATCH)))
    return run(made.manifest.steps[0], context(made, images=images, engines=provider, **(parts or {})))


def on_whole_scan(found, grid: Grid = GRID) -> np.ndarray:
    whole = np.zeros(grid.shape, np.uint8)
    start = np.round(grid.to_index(np.array(found.grid.origin_mm))).astype(int)
    whole[tuple(slice(s, s + n) for s, n in zip(start, found.grid.shape))] = found.labels
    return whole


def dice(mask: np.ndarray, place) -> float:
    truth = np.zeros(GRID.shape, bool)
    truth[place] = True
    return 2 * np.count_nonzero(mask & truth) / (mask.sum() + truth.sum())


def test_labels_lie_on_the_structures_in_the_order_of_the_pack():
    found = segmented().segmentation
    whole = on_whole_scan(found)
    assert found.structures == NAMES
    assert min(dice(whole == 1, ARTERY), dice(whole == 2, VEIN)) > 0.9


@pytest.mark.parametrize(
    "changes",
    [
        {"orientation": "RAS"},
        {"orientation": "LAS"},
        {"transpose": [2, 0, 1]},
        {"transpose": [1, 2, 0], "orientation": "RPI"},
        {"spacing_mm": [1.25, 1.25], "patch": [16, 16]},
        {"spacing_mm": [1.25, 2.5], "patch": [16, 16], "transpose": [1, 2, 0]},
        {"mirror_axes": [0, 2]},
        {"step_share": 1.0},
        {"spacing_mm": [8.0, 1.25, 1.25]},
    ],
    ids=str,
)
def test_labels_lie_on_the_structures_whatever_the_axes_of_the_plan(changes):
    whole = on_whole_scan(segmented(**changes).segmentation)
    assert min(dice(whole == 1, ARTERY), dice(whole == 2, VEIN)) > 0.85


@pytest.mark.parametrize("changes", [{}, {"transpose": [1, 2, 0], "orientation": "RPI"}], ids=str)
def test_labels_lead_back_to_the_images_of_the_scan(changes):
    found = segmented(scan(of_images(GRID)), **changes).segmentation.grid
    assert found.to_source([0, 0, 0]) == pytest.approx(GRID.to_index(np.array(found.origin_mm)))


def test_the_network_sees_the_axes_of_its_training():
    step = pack(orientation="RAS", transpose=[2, 0, 1], spacing_mm=[1.0, 2.5, 1.0]).manifest.steps[0]
    image = prepare(step, scan()).image
    np.testing.assert_array_equal(image, scan().hu[:, ::-1, ::-1].transpose(2, 0, 1))


def test_the_network_sees_splines_on_its_voxel():
    image = prepare(pack().manifest.steps[0], scan()).image
    hu = scan().hu.astype(float)
    wanted = ndimage.zoom(hu, (20 / 16, 32 / 40, 35 / 44), order=3, mode="nearest", grid_mode=True)
    np.testing.assert_allclose(image, np.clip(wanted, hu.min(), hu.max()), atol=2e-3)


def test_intensities_are_set_before_the_scan_is_resampled():
    scheme = {"scheme": "ct", "clip_hu": [-50, 50], "mean_hu": 0, "sd_hu": 50}
    image = prepare(pack(intensities=scheme).manifest.steps[0], scan()).image
    assert (image.min(), image.max()) == (-1, 1)


def test_what_is_zero_around_the_scan_is_cut_off_and_none_of_the_structures():
    hu = np.zeros(GRID.shape, np.int16)
    hu[2:14, 5:36, 4:41] = scan().hu[2:14, 5:36, 4:41]
    volume = Volume(hu, GRID)
    ready = prepare(pack().manifest.steps[0], volume)
    assert ready.used == (slice(2, 14), slice(5, 36), slice(4, 41))
    whole = on_whole_scan(segmented(volume).segmentation)
    assert min(dice(whole == 1, ARTERY), dice(whole == 2, VEIN)) > 0.9


def test_an_empty_scan_is_looked_at_whole():
    volume = Volume(np.zeros(GRID.shape, np.int16), GRID)
    assert prepare(pack().manifest.steps[0], volume).used == tuple(slice(0, n) for n in GRID.shape)


def test_classes_that_the_pack_does_not_want_are_background():
    found = segmented(structures={"vein": "vein"}).segmentation
    assert found.structures == ("vein",)
    assert dice(on_whole_scan(found) == 1, VEIN) > 0.9


def test_certainty_is_the_probability_of_the_label():
    found = segmented(spacing_mm=[2.5, 1.0, 1.0]).segmentation
    middle = found.certainty[on_whole_scan(found)[tuple(slice(0, n) for n in found.labels.shape)] == 1]
    distances = (BLOOD - np.array([FAT, BLOOD, WATER])) / 50
    wanted = 1 / (np.exp(-distances).sum() + np.exp((BLOOD - LIVER) / 50))
    assert np.median(middle) == pytest.approx(wanted, rel=0.01)


def test_logits_of_several_models_are_averaged():
    names = ["one.onnx", "two.onnx"]
    provider = engines(names=names)
    provider.engines["two.onnx"].answer = lambda image: -by_density(image) + np.eye(4)[3].reshape(4, 1, 1, 1)
    found = segmented(provider=provider, models=names).segmentation
    assert (on_whole_scan(found) == 1).all()
    chance = 1 / (1 + 3 * np.exp(-0.5))
    assert found.certainty == pytest.approx(chance, rel=1e-4)
    whole_ml = found.labels.size * found.grid.voxel_ml
    expected = {name: whole_ml * chance * (1 if n == 0 else np.exp(-0.5)) for n, name in enumerate(found.structures)}
    assert found.expected_ml == pytest.approx(expected, rel=1e-4)


def test_every_model_is_named_as_used():
    names = ["one.onnx", "two.onnx"]
    given = segmented(provider=engines(names=names), models=names)
    assert [use.model for use in given.engines] == names


def test_a_network_of_another_shape_is_refused():
    with pytest.raises(EngineError) as caught:
        segmented(provider=engines(size=(8, 8, 8)))
    assert caught.value.code == "model.interface"


def test_a_scan_without_any_structure_is_a_finding():
    volume = Volume(np.full(GRID.shape, FAT, np.int16), GRID)
    given = segmented(volume)
    assert given.segmentation is None
    assert given.findings == (Finding("segmentation.empty", "blocking", {}, "ct"),)


def test_a_scan_that_would_take_too_much_memory_is_a_finding(monkeypatch):
    monkeypatch.setattr(tiles, "MAX_LOGIT_BYTES", 1000)
    (finding,) = segmented().findings
    assert (finding.code, finding.severity) == ("segmentation.too-large", "blocking")


def test_the_way_back_in_small_slabs_is_the_same(monkeypatch):
    whole = segmented().segmentation
    monkeypatch.setattr(tiles, "SLAB_VALUES", 1)
    slabs = segmented().segmentation
    np.testing.assert_array_equal(slabs.labels, whole.labels)
    np.testing.assert_allclose(slabs.certainty, whole.certainty, rtol=1e-5)
    assert slabs.expected_ml == pytest.approx(whole.expected_ml)


def test_progress_runs_upwards_to_the_end():
    told = []
    segmented(parts={"progress": told.append})
    assert (told, told[-1]) == (sorted(told), 1.0)


def test_segmenting_stops_between_tiles_when_it_is_cancelled():
    provider = engines()
    with pytest.raises(Cancelled):
        segmented(provider=provider, parts={"cancelled": lambda: len(provider.engines["one.onnx"].seen) == 1})


@pytest.mark.parametrize(
    "changes",
    [
        {"patch": [16, 16]},
        {"transpose": [0, 1, 1]},
        {"mirror_axes": [3]},
        {"mirror_axes": [1, 1]},
        {"orientation": "SPL"},
        {"models": []},
        {"structures": {}},
        {"step_share": 0},
        {"spacing_mm": [0, 1, 1]},
        {"logit_resizing": {"order": 3}},
        {"image_resizing": {"order": 2}},
        {"intensities": {"scheme": "ct"}},
    ],
    ids=str,
)
def test_a_plan_that_contradicts_itself_is_refused(changes):
    with pytest.raises(InputError) as caught:
        pack(**changes)
    assert caught.value.code == "schema.invalid"


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"image": "lost"}, "lost"),
        ({"structures": {"lost": "vein"}}, "lost"),
        ({"structures": {"vein": "lost"}}, "lost"),
        # Background is nobody's structure.
        ({"structures": {"vein": "background"}}, "background"),
        ({"structures": {"vein": "vein"}, "angle": ["vein", "artery"]}, "artery"),
        # Without the venous angle nothing tells whether a named region is in view.
        ({"role": {"region": "thoracic-inlet-right"}}, "thoracic-inlet-right"),
    ],
    ids=str,
)
def test_a_reference_that_leads_nowhere_is_named(changes, wanted):
    with pytest.raises(InputError) as caught:
        pack(**changes)
    assert (caught.value.code, caught.value.parameters["wanted"]) == ("schema.reference", wanted)


def screened(volume=None, role=(), **changes):
    """The whole way of a patient through a pack whose only segmentation is this step, and a measure of it."""
    made = pack(role=role, steps=[MEASURE], **changes)
    structures = tuple(
        replace(s, volume_ml=replace(s.volume_ml, high=99.0), diameter_mm=replace(s.diameter_mm, high=99.0))
        for s in made.manifest.structures
    )
    made = replace(made, manifest=replace(made.manifest, structures=structures))
    return screen(Request(made, sheet(), volumes={"ct": volume or scan()}), engines())


def codes(outcome) -> dict[str, str]:
    return {finding.code: finding.severity for finding in outcome.findings}


def test_structures_are_measured_and_shown():
    outcome = screened()
    assert outcome.kind == "answer"
    assert [round(m.mean_hu) for m in outcome.measures] == [BLOOD, WATER]
    assert outcome.pictures


def test_without_a_region_nothing_is_asked_of_the_coverage():
    assert not {code for code in codes(screened()) if code.startswith("region.cover")}


ANGLE = {"role": {"region": "thoracic-inlet-right"}, "angle": ["artery", "vein"]}


def test_with_a_region_the_coverage_around_the_venous_angle_is_checked():
    # The scan ends 24 mm above the angle.
    assert codes(screened(**ANGLE))["region.neck-short"] == "note"


def test_with_a_region_a_missing_venous_angle_stops_the_answer():
    hu = scan().hu.copy()
    hu[VEIN] = FAT
    outcome = screened(Volume(hu, GRID), **ANGLE)
    assert (outcome.kind, codes(outcome)["region.not-recognised"]) == ("refusal", "blocking")


def test_contrast_medium_stops_a_pack_for_unenhanced_scans():
    hu = scan().hu.copy()
    hu[ARTERY] = hu[VEIN] = 180
    outcome = screened(Volume(hu, GRID), role={"contrast": "none"})
    assert (outcome.kind, codes(outcome)["contrast.present-tag-silent"]) == ("refusal", "blocking")


def test_metal_beside_the_structures_is_a_warning():
    hu = scan().hu.copy()
    hu[5:10, 25:31, 12:18] = 3000
    assert codes(screened(Volume(hu, GRID)))["region.metal"] == "warning"


def test_a_jump_between_slices_near_the_structures_is_a_warning():
    grid = replace(GRID, shape=(30, 40, 44))
    texture = ndimage.gaussian_filter(np.random.default_rng(0).normal(0, 200, (1, 40, 44)), (0, 3, 3))
    hu = np.repeat(texture + FAT, 30, axis=0)
    hu[:, ARTERY[1], ARTERY[2]], hu[:, VEIN[1], VEIN[2]] = BLOOD, WATER
    still = Volume(hu.astype(np.int16), grid)
    moved = hu.copy()
    moved[15:] = np.roll(moved[15:], 6, axis=1)
    assert "region.motion" not in codes(screened(still))
    assert codes(screened(Volume(moved.astype(np.int16), grid)))["region.motion"] == "warning"


def test_a_scan_without_any_structure_is_refused():
    outcome = screened(Volume(np.full(GRID.shape, FAT, np.int16), GRID))
    assert (outcome.kind, codes(outcome)["segmentation.empty"]) == ("refusal", "blocking")
