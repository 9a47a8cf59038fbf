"""The one function behind everything: from a request to an answer or a refusal."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from inference import pipeline
from inference.dicom import scan
from inference.engines import EngineProvider
from inference.errors import Cancelled, EngineError, InputError
from inference.pipeline import Request, run
from inference.quality import pixels
from inference.results import Patient
from inference.site import Prevalence, SiteProfile
from inference.steps import KINDS
from inference.steps.context import StepResult
from inference.volume import Grid, Volume
from tests.helpers.dicom_files import COLUMNS, ROWS, write_series
from tests.helpers.manifests import FALLBACK, RISK, STOPS
from tests.helpers.packs import formula, make_pack, number, result_of, screen, sheet, text
from tests.helpers.vessels import GRID, engines, screen_vessels

TWO_STEPS = {"steps": [formula("x", "a * 2"), formula("y", "x + b")]}
REGION = {
    "predictors": [number("a")],
    "images": [{"id": "ct", "title": text(), "modality": "CT", "max_spacing_mm": 5}],
    "steps": [
        {
            "kind": "region",
            "id": "mean",
            "title": text(),
            "image": "ct",
            "region": "lesion",
            "predictor": "a",
            "unit": "HU",
        }
    ],
}
LESION = {"lesion": {"centre_mm": [0, 0, 0], "radius_mm": 5}}


def ran(pack, answers=None, progress=lambda stage, share: None, cancelled=lambda: False, **request):
    request = {"sheet": sheet(answers), "today": date(2024, 1, 31), **request}
    return run(Request(pack, **request), request.pop("engines", None) or EngineProvider(), progress, cancelled)


def codes(outcome) -> list[str]:
    return [f.code for f in outcome.findings]


def test_answers_become_results():
    outcome = screen(make_pack(**TWO_STEPS), {"a": 2, "b": 3})
    assert (outcome.kind, result_of(outcome, "y").value) == ("answer", 7)


def test_missing_answers_are_unknown_and_named_and_no_reason_to_refuse():
    outcome = screen(make_pack(), {"a": 2})
    assert (outcome.kind, [(a.value, a.origin) for a in outcome.answers]) == (
        "answer",
        [(2, "entered"), (None, "unknown")],
    )
    assert (result_of(outcome, "sum").value, result_of(outcome, "sum").missing) == (None, ("b",))


def test_an_answer_out_of_range_refuses_and_gives_no_result():
    outcome = screen(make_pack(), {"a": 2, "b": 5000})
    assert (outcome.kind, outcome.results, codes(outcome)) == ("refusal", (), ["answers.out-of-range"])


def test_a_step_that_stops_the_answer_takes_back_the_results_before_it():
    outcome = screen(make_pack(steps=[formula("x", "a"), formula("y", "1 / a")]), {"a": 0})
    assert (outcome.kind, outcome.results, codes(outcome)) == ("refusal", (), ["formula.no-result"])


def test_a_step_after_one_that_stops_the_answer_is_not_run():
    outcome = screen(make_pack(steps=[formula("x", "1 / a"), formula("y", "a")]), {"a": 0})
    assert "y" not in outcome.seconds


def test_a_mistake_in_the_answers_is_an_error_and_no_outcome():
    with pytest.raises(InputError):
        screen(make_pack(), {"c": 1})


def test_when_a_pack_refuses_its_fallback_answers_beside_it():
    outcome = screen(STOPS, {"a": 4, "b": 0}, fallback=FALLBACK)
    assert (outcome.kind, outcome.fallback.kind) == ("refusal", "answer")
    assert (outcome.fallback.pack.manifest.id, result_of(outcome.fallback, "plain").value) == ("simple", 4)


def test_when_a_pack_answers_its_fallback_is_not_asked():
    assert screen(STOPS, {"a": 4, "b": 1}, fallback=FALLBACK).fallback is None


def test_a_fallback_that_refuses_too_has_no_further_fallback():
    outcome = screen(STOPS, {"a": 4, "b": 0}, fallback=STOPS)
    assert (outcome.fallback.kind, outcome.fallback.fallback) == ("refusal", None)


def test_a_fallback_is_given_only_the_answers_that_it_asks_for():
    strict = make_pack(id="strict", predictors=[number("a"), number("own")], steps=[formula("x", "1 / own")])
    outcome = screen(strict, {"a": 4, "own": 0}, fallback=FALLBACK)
    assert [(a.predictor, a.value) for a in outcome.fallback.answers] == [("a", 4), ("b", None)]


def test_without_a_fallback_a_refusal_stands_alone():
    assert screen(STOPS, {"b": 0}).fallback is None


@pytest.mark.parametrize(
    ("modules", "used"), [({}, ["c"]), ({"thing": ("extra",)}, ["c", "n"]), ({"other": ("x",)}, ["c"])]
)
def test_a_module_counts_only_where_the_site_switched_it_on_for_this_outcome(modules, used):
    outcome = screen(make_pack(**RISK), {"c": "yes", "n": 9}, SiteProfile(modules=modules))
    assert [c.predictor for c in outcome.risk.explanation.contributions] == used


def test_a_percentage_needs_the_rate_of_the_site_for_this_outcome():
    rate = Prevalence("register", rate=0.01)
    without, with_rate = (
        screen(make_pack(**RISK), {"c": "yes"}, SiteProfile(prevalence={name: rate})) for name in ("other", "thing")
    )
    assert (without.risk.estimate.chance, without.site.prevalence) == (None, None)
    assert (with_rate.risk.estimate.chance > 0.01, with_rate.site.prevalence) == (True, 0.01)


def test_progress_runs_upwards_within_each_stage():
    told = []
    ran(make_pack(**TWO_STEPS), {"a": 2, "b": 3}, lambda stage, share: told.append((stage, share)))
    shares = [share for stage, share in told if stage == "steps"]
    assert shares == sorted(shares)


def test_progress_of_a_step_is_its_part_of_the_whole(monkeypatch):
    def half_done(step, context):
        context.progress(0.5)
        return StepResult()

    monkeypatch.setitem(KINDS, "formula", replace(KINDS["formula"], run=half_done))
    told = []
    ran(make_pack(**TWO_STEPS), {}, lambda stage, share: told.append((stage, share)))
    assert told == [("steps", share) for share in (0.25, 0.5, 0.75, 1.0)]


def test_work_that_is_cancelled_before_the_first_step_gives_nothing():
    with pytest.raises(Cancelled):
        ran(make_pack(), {"a": 2, "b": 3}, cancelled=lambda: True)


def test_work_that_is_cancelled_between_steps_runs_no_further_step(monkeypatch):
    seen = []
    real = KINDS["formula"]
    seeing = replace(real, run=lambda step, context: seen.append(step.id) or real.run(step, context))
    monkeypatch.setitem(KINDS, "formula", seeing)
    with pytest.raises(Cancelled):
        ran(make_pack(**TWO_STEPS), {"a": 2, "b": 3}, cancelled=lambda: bool(seen))
    assert seen == ["x"]


def test_the_time_of_every_step_is_kept():
    assert {"x", "y"} <= screen(make_pack(**TWO_STEPS), {"a": 2, "b": 3}).seconds.keys()


def test_the_patient_is_the_one_of_the_answers_where_there_is_no_image():
    patient = Patient("张伟", "P1")
    assert ran(make_pack(), sheet=replace(sheet(), patient=patient)).patient == patient


def test_a_pack_that_needs_an_image_refuses_without_one():
    outcome = screen(make_pack(**REGION), {"a": 3})
    assert (outcome.kind, [(f.code, f.subject) for f in outcome.findings]) == (
        "refusal",
        [("series.none-given", "ct")],
    )


def test_a_pack_that_may_have_an_image_answers_without_one():
    images = [{**REGION["images"][0], "required": False}]
    outcome = screen(make_pack(**{**REGION, "images": images}), {"a": 3})
    assert (outcome.kind, result_of(outcome, "mean", "mean").value) == ("answer", 3)


@pytest.fixture
def study(tmp_path):
    """A series of the phantom; at (0, 0, 0) it has 40 HU."""
    return write_series(tmp_path / "study", 12, PatientPosition="HFS", PatientBirthDate="19600601")


def test_an_image_is_read_from_its_files_and_measured(study):
    outcome = ran(make_pack(**REGION), sheet=sheet(regions=LESION), scan=scan(study))
    assert (outcome.kind, result_of(outcome, "mean", "mean").value) == ("answer", pytest.approx(40, abs=1))


def test_the_series_that_was_read_is_told_with_the_reasons_for_it(study):
    (used,) = ran(make_pack(**REGION), sheet=sheet(regions=LESION), scan=scan(study)).series
    assert (used.role, used.slices, used.overridden, used.spacing_mm[0]) == ("ct", 12, False, 2.0)
    assert {r.code.split("-")[0] for r in used.reasons} == {"dicom.choice"}


def test_the_patient_is_the_one_of_the_images(study):
    typed = Patient("Somebody Else", "P2", age_years=20.0)
    patient = ran(make_pack(**REGION), sheet=replace(sheet(regions=LESION), patient=typed), scan=scan(study)).patient
    assert (patient.id, patient.age_years) == ("P1", 63.0)


def test_a_header_answers_a_predictor(study):
    predictors = [number("a"), number("age", dicom="PatientAge")]
    outcome = ran(make_pack(**{**REGION, "predictors": predictors}), sheet=sheet(regions=LESION), scan=scan(study))
    assert [(a.value, a.origin) for a in outcome.answers] == [(None, "unknown"), (63, "dicom")]


def test_loading_tells_its_progress(study):
    told = []
    ran(make_pack(**REGION), scan=scan(study), progress=lambda stage, share: told.append((stage, share)))
    shares = [share for stage, share in told if stage == "load"]
    assert (shares, shares[-1]) == (sorted(shares), 1.0)


def test_loading_that_is_cancelled_gives_nothing(study):
    with pytest.raises(Cancelled):
        ran(make_pack(**REGION), scan=scan(study), cancelled=lambda: True)


def test_a_series_that_does_not_suit_is_refused_with_its_reason(study):
    images = [{**REGION["images"][0], "min_slices": 50}]
    outcome = ran(make_pack(**{**REGION, "images": images}), sheet=sheet(regions=LESION), scan=scan(study))
    (finding,) = outcome.findings
    assert (outcome.kind, finding.code, finding.evidence["count"]) == ("refusal", "series.none-suitable", 1)
    assert finding.evidence["reason"].startswith("dicom.choice-")


def test_a_series_that_is_refused_is_not_loaded(study, monkeypatch):
    monkeypatch.setattr(pipeline, "load", lambda *parts: pytest.fail("loaded"))
    child = write_series(study / "child", 12, series="2", PatientAge="009Y", PatientPosition="HFS")
    outcome = ran(make_pack(**REGION), scan=scan(child))
    assert (outcome.kind, "patient.child" in codes(outcome), len(outcome.series)) == ("refusal", True, 1)


def test_the_series_that_the_user_chose_is_read(study):
    write_series(study, 5, series="2", SeriesDescription="short", PatientPosition="HFS", PatientBirthDate="19600601")
    found = scan(study)
    key = next(s.key for s in found.series if len(s.slices) == 5)
    (used,) = ran(make_pack(**REGION), scan=found, series={"ct": key}).series
    assert (used.slices, used.overridden) == (5, True)


def test_of_two_suitable_examinations_none_is_measured_until_one_is_named(study, monkeypatch):
    write_series(
        study / "old", 12, series="2", StudyDate="20191128", StudyInstanceUID="1.2", PatientBirthDate="19600601"
    )
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "load", lambda *parts: pytest.fail("loaded"))
        refused = ran(make_pack(**REGION), scan=scan(study))
    (question,) = [f for f in refused.findings if f.severity == "blocking"]
    assert (question.code, question.evidence["count"]) == ("series.several-examinations", 2)
    assert question.evidence["choices"].startswith("2024-01-31")
    (proposed,) = refused.series
    assert proposed.study_date == "20240131"
    old = question.evidence["choices"].rpartition(": ")[2]
    outcome = ran(make_pack(**REGION), sheet=sheet(regions=LESION), scan=scan(study), series={"ct": old})
    assert (outcome.kind, outcome.series[0].study_date, "series.old-images" in codes(outcome)) == (
        "answer",
        "20191128",
        True,
    )


def _blank(data: bytes) -> bytes:
    """The file with zeros for pixels, as a transfer that broke off may leave it."""
    count = ROWS * COLUMNS * 2
    return data[:-count] + bytes(count)


@pytest.mark.parametrize(
    ("damage", "code"),
    [("lose", "series.gap-in-region"), ("cut", "dicom.slice-unreadable"), ("blank", "dicom.slice-unreadable")],
)
def test_without_a_step_that_finds_the_region_every_slice_is_needed(study, damage, code):
    path = sorted(study.iterdir())[5]
    data = path.read_bytes()
    path.unlink() if damage == "lose" else path.write_bytes(data[:-500] if damage == "cut" else _blank(data))
    series = scan(study).series[0]
    first, last = (series.slices[n].path for n in (0, -1))
    assert str(path) not in (first, last)
    outcome = ran(make_pack(**REGION), sheet=sheet(regions=LESION), scan=scan(study))
    assert [f.code for f in outcome.findings if f.severity == "blocking"] == [code]


def test_passes_that_alternate_in_an_image_refuse_it(study):
    """Two fields that lie 20 pixels apart, slice by slice, under one header."""
    blocks = np.kron(np.random.default_rng(1).integers(-150, 250, (8, 8)), np.ones((8, 8), int))
    slices = np.stack([np.roll(blocks, 20 * (k % 2), axis=1) + k for k in range(24)]).astype(np.int16)
    mixed = pixels.check_passes(Volume(slices, Grid((0, 0, 0), (2, 1, 1), slices.shape)), "ct")
    assert [f.code for f in mixed] == ["series.interleaved"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pixels, "check_passes", lambda volume, role, pictures: mixed)
        outcome = ran(make_pack(**REGION), sheet=sheet(regions=LESION), scan=scan(study))
    assert (outcome.kind, "series.interleaved" in codes(outcome)) == ("refusal", True)


def test_a_series_whose_pixels_are_no_patients_refuses(tmp_path):
    """An intercept of 0 where it was -1024: air as dense as water and water as dense as bone."""
    write_series(tmp_path, 8, RescaleIntercept=0)
    outcome = ran(make_pack(**REGION), sheet=sheet(regions=LESION), scan=scan(tmp_path))
    assert (outcome.kind, "series.values-implausible" in codes(outcome)) == ("refusal", True)


def test_a_slice_that_does_not_lie_between_its_neighbours_refuses(tmp_path):
    write_series(tmp_path, 8)
    path = sorted(tmp_path.iterdir())[3]
    data, count = path.read_bytes(), ROWS * COLUMNS * 2
    words = np.frombuffer(data[-count:], "<u2").byteswap().tobytes()
    path.write_bytes(data[:-count] + words)
    outcome = ran(make_pack(**REGION), sheet=sheet(regions=LESION), scan=scan(tmp_path))
    assert (outcome.kind, "series.foreign-slices" in codes(outcome)) == ("refusal", True)


def test_images_of_two_patients_in_one_folder_are_refused(study):
    write_series(study, 5, series="2", PatientID="P2", PatientName="Other")
    with pytest.raises(InputError) as caught:
        ran(make_pack(**REGION), scan=scan(study))
    assert (caught.value.code, caught.value.parameters["count"]) == ("series.several-patients", 2)


def test_vessels_are_segmented_measured_and_pictured():
    outcome = screen_vessels()
    assert (outcome.kind, [m.structure for m in outcome.measures]) == ("answer", ["vein"])
    assert (len(outcome.pictures), [use.model for use in outcome.engines]) == (1, ["locator.onnx", "block.onnx"])


def test_a_refusal_still_shows_what_was_measured():
    outcome = screen_vessels(volume_ml={"low": 50, "high": 99})
    assert (outcome.kind, outcome.results) == ("refusal", ())
    assert (len(outcome.measures), len(outcome.pictures)) == (1, 1)
    assert "vessel.volume-implausible" in codes(outcome)


def test_where_the_region_is_not_in_view_nothing_further_is_computed():
    nowhere = engines(locate=lambda image: np.concatenate([image + 9, image * 0], axis=1))
    outcome = screen_vessels(provider=nowhere)
    assert (outcome.kind, outcome.measures, codes(outcome)) == ("refusal", (), ["region.not-in-view"])
    assert "sum" not in outcome.seconds


def test_where_no_vessel_is_seen_the_answer_is_refused_and_not_the_program():
    outcome = screen_vessels(Volume(np.full(GRID.shape, -100, np.int16), GRID))
    assert (outcome.kind, "vessel.not-found" in codes(outcome)) == ("refusal", True)


def test_an_engine_that_fails_is_an_error_and_no_refusal():
    def fail(image):
        raise EngineError("engine.run", engine="fake", detail="broken")

    with pytest.raises(EngineError):
        screen_vessels(provider=engines(label=fail))


def test_an_engine_that_could_not_be_used_is_named_in_the_findings():
    provider = engines()
    load = provider.load

    def fallen_back(model, name, needed):
        given = load(model, name, needed)
        return replace(given, use=replace(given.use, note="openvino:GPU: no device")) if name == "block.onnx" else given

    provider.load = fallen_back
    (finding,) = [f for f in screen_vessels(provider=provider).findings if f.code == "engine.fallback"]
    assert (finding.severity, finding.evidence["model"]) == ("note", "block.onnx")
    assert finding.evidence["detail"] == "openvino:GPU: no device"
