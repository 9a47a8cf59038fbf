"""Step ``radiomics``: its values are those of the features, predictors take them, and what would mean nothing stops."""

import json
from pathlib import Path

import numpy as np
import pytest

from desktop.language import Language
from desktop.report.document import read_outcome, write_json
from inference.errors import Cancelled, InputError
from inference.pipeline import Request, run
from inference.radiomics import Settings, extract, region_of
from inference.steps import radiomics
from inference.steps.context import StepResult
from inference.volume import Grid, Volume
from tests.helpers.manifests import IMAGE, STRUCTURE
from tests.helpers.packs import context, formula, make_pack, number, result_of, sheet
from tests.helpers.shapes import segmentation
from tests.helpers.vessels import GRID, MODELS, NAMES, STEP, VEIN, engines, scan

ROOT = Path(__file__).parents[3]
SETTINGS = {"bin_width": 10, "within": [-50, 250], "log_sigma_mm": [2], "wavelet": True}
FEATURES = ["original_glcm_Contrast", "original_shape_MeshVolume", "wavelet-LLH_firstorder_Mean"]
TEXTURE = {
    "kind": "radiomics",
    "id": "texture",
    "segment": "vessels",
    "structure": "vein",
    "settings": SETTINGS,
    "features": FEATURES,
}
CONTRAST = number("contrast", 0, 1e6, step="texture.original_glcm_Contrast")


def pack(predictors=(CONTRAST,), **changes):
    parts = {"images": [IMAGE], "structures": [{**STRUCTURE, "id": name} for name in NAMES]}
    steps = [STEP, {**TEXTURE, **changes}, formula("double", "2 * contrast")]
    return make_pack(MODELS, predictors=list(predictors), steps=steps, **parts)


def noisy(volume: Volume) -> Volume:
    noise = np.random.default_rng(4).integers(-40, 40, volume.hu.shape, np.int16)
    return Volume(volume.hu + noise, volume.grid, volume.padded)


def marked(box=VEIN, part=np.s_[:, :, :]):
    """The vein on a part of the scan's grid."""
    labels = np.zeros(GRID.shape)
    labels[box] = 2
    grid = GRID.part(tuple(slice(*s.indices(n)[:2]) for s, n in zip(part, GRID.shape)))
    return segmentation(labels[part], NAMES, GRID.spacing_mm, origin_mm=grid.origin_mm)


def step_run(found=None, volume=None, **changes):
    """The step alone, with its findings' code and evidence."""
    given = {name: changes.pop(name) for name in ("cancelled", "progress") if name in changes}
    made = pack(predictors=[number("contrast")], **changes)
    found = marked() if found is None else found
    earlier = {"vessels": StepResult(segmentation=found)}
    image = noisy(scan()) if volume is None else volume
    return radiomics.run(made.manifest.steps[1], context(made, images={"ct": image}, earlier=earlier, **given))


def test_its_values_are_the_features_of_the_structure():
    result, settings = step_run(), Settings(**{**SETTINGS, "within": (-50, 250), "log_sigma_mm": (2,)})
    image, found = noisy(scan()), marked()
    region = region_of(image.hu, GRID.spacing_mm, found.labels == 2, settings)
    wanted = extract(region, settings, FEATURES)
    assert result.findings == ()
    assert dict(result.values) == {f"texture.{name}": value for name, value in wanted.items()}
    assert result.values["texture.original_shape_MeshVolume"] == pytest.approx(10 * 6 * 8 * 2, rel=0.1)


def test_a_mask_on_a_part_of_the_scan_gives_the_same():
    part = np.s_[4:25, 20:50, 30:60]
    assert step_run(marked(part=part)).values == step_run().values


@pytest.fixture(scope="module")
def answered():
    return run(Request(pack(), sheet({}), volumes={"ct": noisy(scan())}), engines())


def test_a_predictor_takes_a_value_and_later_steps_the_predictor(answered):
    (given,) = answered.answers
    assert (answered.kind, given.predictor, given.origin) == ("answer", "contrast", "image")
    assert result_of(answered, "double").value == pytest.approx(2 * given.value) and given.value > 1


def test_the_record_says_with_which_settings_and_definitions(answered, tmp_path):
    write_json(answered, tmp_path / "r.json")
    assert read_outcome(tmp_path / "r.json") == answered
    plain = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    (said,) = [step for step in plain["pack"]["manifest"]["steps"] if step["kind"] == "radiomics"]
    assert said["features"] == FEATURES
    assert said["settings"] == {
        "bin_width": 10,
        "bin_count": None,
        "spacing_mm": None,
        "interpolation": "bspline",
        "within": [-50, 250],
        "within_sd": None,
        "log_sigma_mm": [2],
        "wavelet": True,
        "definitions": 1,
    }
    assert plain["software"].startswith("Precontrast ")


EMPTY = VEIN[0], VEIN[1], slice(0, 0)
AT_TOP = slice(20, 30), VEIN[1], VEIN[2]
SMALL = slice(10, 12), slice(34, 37), slice(36, 39)


@pytest.mark.parametrize(
    ("box", "changes", "code", "evidence"),
    [
        (EMPTY, {}, "structure-missing", {}),
        (AT_TOP, {}, "at-edge", {}),
        (SMALL, {}, "too-few-voxels", {"voxels": 18, "needed": 64}),
        (VEIN, {"settings": {"bin_width": 10, "spacing_mm": [9, 9, 9]}}, "too-few-voxels", {"voxels": 0, "needed": 64}),
        (VEIN, {"settings": {"bin_width": 10, "within": [300, 400]}}, "outside-range", {"percent": 100, "most": 50}),
        (VEIN, {"settings": {"bin_width": 0.01}}, "too-many-levels", {"levels": 7901, "most": 1024}),
    ],
)
def test_what_would_mean_nothing_stops_and_says_why_in_both_languages(box, changes, code, evidence):
    changes = {"features": ["original_glcm_Contrast"], **changes}
    result = step_run(marked(box), **changes)
    (finding,) = result.findings
    assert (finding.code, finding.severity, finding.subject) == (f"radiomics.{code}", "blocking", "vein")
    assert (finding.evidence, dict(result.values)) == (evidence, {})
    for language in ("en", "zh"):
        said = Language(language).finding(finding.code, finding.evidence, "vein")
        assert "{" not in said and all(str(value) in said for value in evidence.values())


def test_voxels_outside_the_scanned_field_stop():
    volume = noisy(scan())
    volume.hu[12, 36, 38:40] = -2000
    (finding,) = step_run(volume=Volume(volume.hu, GRID, padded=-2000)).findings
    assert (finding.code, finding.evidence) == ("radiomics.outside-image", {"voxels": 2})


def test_a_feature_that_is_not_defined_stops():
    line = slice(10, 11), slice(34, 35), slice(36, 37)
    result = step_run(marked(line), features=["original_shape_Flatness"], minimum_voxels=2)
    assert [f.code for f in result.findings] == ["radiomics.too-few-voxels"]
    dots = np.zeros(GRID.shape)
    dots[10, 34, 36] = dots[10, 34, 40] = dots[10, 34, 44] = 2
    apart = segmentation(dots, NAMES, GRID.spacing_mm, origin_mm=GRID.origin_mm)
    (finding,) = step_run(apart, features=["original_glrlm_RunEntropy", "original_glcm_Id"], minimum_voxels=2).findings
    assert (finding.code, finding.evidence) == ("radiomics.undefined", {"feature": "original_glcm_Id"})


def test_it_can_be_stopped_between_images():
    shares = []
    with pytest.raises(Cancelled):
        step_run(progress=shares.append, cancelled=lambda: len(shares) == 1)
    assert shares == [0.5]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"features": [*FEATURES, "original_glcm_contrast"]}, "steps.texture.features"),
        ({"features": [*FEATURES, "log-sigma-3-0-mm-3D_glcm_Contrast"]}, "steps.texture.features"),
        ({"features": [*FEATURES, "wavelet-LLH_shape_MeshVolume"]}, "steps.texture.features"),
        ({"features": ["original_shape_MeshVolume"]}, "predictors.contrast.step"),
        ({"structure": "nerve"}, "steps.texture.structure"),
        ({"features": FEATURES + FEATURES[:1]}, "steps[1].radiomics.features"),
        ({"settings": {**SETTINGS, "definitions": 2}}, "steps[1].radiomics.settings.definitions"),
        ({"settings": {**SETTINGS, "bin_count": 32}}, "steps[1].radiomics.settings"),
        ({"settings": {"within": [0, 1]}}, "steps[1].radiomics.settings"),
        ({"settings": {**SETTINGS, "within": [9, 1]}}, "steps[1].radiomics.settings"),
        ({"settings": {**SETTINGS, "log_sigma_mm": [2, 2]}}, "steps[1].radiomics.settings.log_sigma_mm"),
    ],
)
def test_a_manifest_that_names_what_there_is_not_is_refused_with_the_field(changes, field):
    with pytest.raises(InputError) as caught:
        pack(**changes)
    assert caught.value.parameters["field"] == field


def test_a_name_with_a_star_stands_for_all_that_the_settings_allow_and_one_that_fits_none_is_refused():
    (step,) = (one for one in pack(features=["original_shape_*", *FEATURES]).manifest.steps if one.kind == "radiomics")
    shapes = tuple(name for name in step.settings.features if "_shape_" in name)
    assert step.features == (*shapes, "original_glcm_Contrast", "wavelet-LLH_firstorder_Mean") and len(shapes) == 14
    every = pack(features=["*"]).manifest.steps[1].features
    assert every == step.settings.features and len(every) == 14 + 10 * 93
    with pytest.raises(InputError) as caught:
        pack(features=[*FEATURES, "wavelet-*_shape_*"])
    assert caught.value.parameters["field"] == "steps.texture.features"


def test_beside_its_own_modules_two_files_of_the_product_name_it():
    named = {
        path.relative_to(ROOT).as_posix()
        for house in ("desktop", "ui", "inference")
        for path in (ROOT / house).rglob("*.py")
        if "inference/radiomics" not in path.as_posix() and b"radiomics" in path.read_bytes()
    }
    # The report names the finding that there is no contour to check.
    own = {"inference/steps/radiomics.py", "desktop/self_test/figures.py", "desktop/report/build.py"}
    assert named - own == {"inference/steps/__init__.py"}
    assert "figures.published" in (ROOT / "desktop/self_test/plan.py").read_text(encoding="utf-8")


def test_a_grid_elsewhere_changes_nothing():
    moved = Grid((7.5, -80.25, 1000.0), GRID.spacing_mm, GRID.shape)
    found = segmentation(marked().labels, NAMES, GRID.spacing_mm, origin_mm=moved.origin_mm)
    assert step_run(found, Volume(noisy(scan()).hu, moved)).values == step_run().values
