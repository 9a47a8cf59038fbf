"""Step ``habitat``: sub-regions by the pack's centroids are structures as any other, and none is made up."""

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest

from desktop.language import Language
from desktop.mask_files import masks_by_structure
from desktop.report.build import build_content
from desktop.report.document import read_outcome, write_json
from inference.errors import InputError
from inference.kept_results import KeptResults
from inference.pipeline import Request, run
from inference.steps import habitat
from inference.steps.context import StepResult
from inference.volume import Volume
from inference.voxel_features import voxel_features
from tests.helpers.drawing import GRID, drawn
from tests.helpers.engines import FakeProvider
from tests.helpers.habitats import HABITAT, PARTS, counts, mixed_head, parts_pack, whole_clot
from tests.helpers.packs import context

HEAD = mixed_head()
TEXTURE = {"kind": "radiomics", "id": "texture", "segment": "parts", "settings": {"bin_width": 5},
           "features": ["original_firstorder_Mean"], "minimum_voxels": 8}  # fmt: skip
CHANCE = np.random.default_rng(7)


def divide(volume=HEAD, mask=None, **changes):
    """The step alone."""
    pack = parts_pack(habitat=changes)
    earlier = {"lesion": StepResult(segmentation=whole_clot() if mask is None else mask)}
    return habitat.run(pack.manifest.steps[2], context(pack, images={"ct": volume}, earlier=earlier))


def screen(*more, mask=None, volume=HEAD, kept=None, **changes):
    request = Request(
        parts_pack(*more, **changes),
        volumes={"ct": volume},
        corrected={"lesion": whole_clot() if mask is None else mask},
    )
    return run(request, FakeProvider({}), kept=kept)


def said(outcome, *severities):
    return [(f.code, f.subject) for f in outcome.findings if f.severity in severities]


@pytest.mark.parametrize("reach", [0.0, 2.0, 5.0])
def test_voxels_are_described_by_what_of_the_region_lies_around_them(reach):
    image = CHANCE.integers(-50, 90, (5, 7, 8), np.int16)
    mask = np.zeros(image.shape, bool)
    mask[1:4, 1:6, 1:7] = CHANCE.random((3, 5, 6)) < 0.8
    spacing = (5.0, 2.0, 1.0)
    places, outside = np.argwhere(mask) * spacing, np.argwhere(~np.pad(mask, 1)) * spacing - spacing
    wanted = []
    for place in places:
        near = (np.abs(places - place) <= reach).all(axis=1)
        own = image[mask][near].astype(float)
        wanted.append([own.std(), np.linalg.norm(outside - place, axis=1).min(), own.mean()])
    found = voxel_features(image, mask, spacing, ("spread", "depth", "density"), reach)
    assert found == pytest.approx(np.array(wanted), abs=1e-4)
    elsewhere = np.where(mask, image, 3000).astype(np.int16)
    assert (voxel_features(elsewhere, mask, spacing, ("spread", "depth", "density"), reach) == found).all()


def test_every_voxel_of_the_lesion_is_of_one_sub_region_and_none_beside_it():
    features = {"features": ["density", "spread", "depth"], "reach_mm": 4, "scale": [10, 5, 3]}
    noisy = Volume(HEAD.hu + CHANCE.integers(-9, 9, HEAD.hu.shape, np.int16), GRID)
    found = divide(noisy, centroids=[[70, 4, 6], [45, 4, 6], [55, 8, 2]], **features).segmentation
    assert ((found.labels > 0) == (whole_clot().labels > 0)).all()
    assert (found.structures, found.image, found.grid) == (PARTS, "ct", GRID)
    assert min(counts(found)) > 0


def test_the_order_of_the_sub_regions_is_that_of_the_centroids():
    assert counts(divide().segmentation) == [4 * 64 - 2 * 16, 2 * 16, 4 * 36]
    for order in permutations(range(3)):
        again = divide(structures=[PARTS[n] for n in order], centroids=[HABITAT["centroids"][n] for n in order])
        assert [counts(again.segmentation)[order.index(n)] for n in range(3)] == counts(divide().segmentation)
    tie = divide(centroids=[[70], [50], [60]]).segmentation
    assert counts(tie)[1] == 2 * 16 + 4 * 36  # 55 is as far from 50 as from 60: the first has it


def test_a_lesion_that_is_moved_is_divided_alike_whatever_lies_around_it():
    options = {
        "features": ["density", "depth"],
        "reach_mm": 4,
        "scale": [10, 3],
        "centroids": [[70, 9], [45, 6], [55, 2]],
    }
    here, by = divide(**options).segmentation, (2, -9, 8)
    hu, labels = (np.roll(array, by, (0, 1, 2)) for array in (HEAD.hu, whole_clot().labels))
    there = divide(
        Volume(np.where(labels > 0, hu, -5).astype(np.int16), GRID), replace(whole_clot(), labels=labels), **options
    )
    assert (there.segmentation.labels == np.roll(here.labels, by, (0, 1, 2))).all()
    part = tuple(slice(first, last) for first, last in ((2, 9), (20, 40), (30, 50)))
    cut = replace(
        whole_clot(), labels=whole_clot().labels[part], certainty=whole_clot().certainty[part], grid=GRID.part(part)
    )
    assert (divide(mask=cut, **options).segmentation.labels == here.labels[part]).all()


def test_sub_regions_are_measured_described_shown_and_kept_as_any_structure(tmp_path):
    outcome = screen(*({**TEXTURE, "id": f"of-{name}", "structure": name} for name in PARTS))
    assert (outcome.kind, said(outcome, "blocking", "warning")) == ("answer", [])
    assert ("habitat.divided", "clot") in said(outcome, "pass")
    by_name = {measure.structure: measure for measure in outcome.measures}
    assert sum(by_name[name].volume_ml for name in PARTS) == pytest.approx(by_name["clot"].volume_ml)
    assert [round(by_name[name].mean_hu) for name in PARTS] == [70, 45, 55]
    shown = [{contour.structure for contour in picture.contours} for picture in outcome.pictures]
    assert {"clot"} in shown and set(PARTS) in shown
    write_json(outcome, tmp_path / "r.json")
    assert read_outcome(tmp_path / "r.json") == outcome
    for code, one in (("en", "Clot: border"), ("zh", "血肿：border")):
        assert one in str(build_content(outcome, Language(code)).sections)


@pytest.mark.parametrize(
    ("hu", "warned", "stops"),
    [
        (70, [("habitat.empty", "dark")], "radiomics.structure-missing"),
        (45, [], None),
        ("one", [("habitat.small", "dark")], "radiomics.too-few-voxels"),
    ],
)
def test_a_sub_region_that_a_patient_lacks_is_unknown_and_never_filled_in(hu, warned, stops):
    image = HEAD.hu.copy()
    image[4:6, 26:30, 36:40] = 70 if hu == "one" else hu
    image[4, 27, 37] = 45 if hu == "one" else image[4, 27, 37]
    volume = Volume(image, GRID)
    plain = screen(volume=volume)
    own = [(code, name) for code, name in said(plain, "warning") if code.startswith("habitat")]
    assert (plain.kind, own) == ("answer", warned)
    dark = next(measure for measure in plain.measures if measure.structure == "dark")
    assert (dark.found, dark.volume_ml is None) == (hu != 70, hu == 70)
    refused = screen({**TEXTURE, "structure": "dark"}, volume=volume)
    assert [code for code, _ in said(refused, "blocking")] == ([] if stops is None else [stops])


def test_a_border_that_lies_deep_is_a_warning():
    outcome = screen(habitat={"border": "core"})
    (finding,) = (f for f in outcome.findings if f.severity == "warning")
    assert (finding.code, finding.subject) == ("habitat.not-at-border", "core")
    assert finding.evidence["depth_mm"] > finding.evidence["whole_mm"] > 0


def test_another_contour_divides_anew():
    kept, volumes = KeptResults(), []
    for rows in (slice(25, 35), slice(25, 30), slice(25, 35)):
        outcome = screen(mask=drawn(slice(3, 7), rows, slice(35, 45)), kept=kept)
        volumes.append([measure.volume_ml for measure in outcome.measures[:4]])
        assert sum(volumes[-1][1:]) == pytest.approx(volumes[-1][0])
    assert volumes[0] == volumes[2] != volumes[1]


def test_an_empty_contour_asks_for_the_lesion_and_says_nothing_of_its_parts():
    outcome = screen(mask=replace(whole_clot(), labels=np.zeros(GRID.shape, np.uint8)))
    assert said(outcome, "blocking", "warning") == [("drawn.missing", "clot")]
    empty = divide(mask=replace(whole_clot(), labels=np.zeros(GRID.shape, np.uint8)))
    assert (empty.findings, empty.optional, empty.segmentation.labels.any()) == ((), PARTS, False)


def test_sub_regions_are_computed_and_not_brought_as_files():
    with pytest.raises(InputError) as caught:
        masks_by_structure(("core=x.nii.gz",), parts_pack().manifest)
    assert (caught.value.code, caught.value.parameters["known"]) == ("mask.no-structure", "clot")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"structure": "nobody"}, "steps.parts.structure"),
        ({"segment": "nobody"}, "steps.parts.segment"),
        ({"structures": ["core", "dark", "nobody"]}, "steps.parts.structures"),
        ({"structures": ["core", "dark", "clot"]}, "steps[2].habitat.structures"),
        ({"structures": ["core", "core", "border"]}, "steps[2].habitat.structures"),
        ({"border": "clot"}, "steps.parts.border"),
        ({"features": ["density", "depth"]}, "steps[2].habitat.scale"),
        ({"features": ["density", "density"]}, "steps[2].habitat.features"),
        ({"features": ["colour"]}, "steps[2].habitat.features[0]"),
        ({"centroids": [[70], [45]]}, "steps[2].habitat.centroids"),
        ({"centroids": [[70], [45], [55, 1]]}, "steps[2].habitat.centroids[2]"),
        ({"centroids": [[70], [45], [45]]}, "steps[2].habitat.centroids"),
        ({"scale": [0]}, "steps[2].habitat.scale[0]"),
        ({"reach_mm": -1}, "steps[2].habitat.reach_mm"),
        ({"clusters": 3}, "steps[2].habitat.clusters"),
    ],
)
def test_a_manifest_that_cannot_mean_it_is_refused_by_the_field(change, field):
    with pytest.raises(InputError) as caught:
        parts_pack(habitat=change)
    assert caught.value.parameters["field"] == field
    for code in ("en", "zh"):
        assert field in Language(code).error(caught.value)
