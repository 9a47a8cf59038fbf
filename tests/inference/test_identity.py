"""One patient and one examination, or no answer."""

from dataclasses import replace
from datetime import date

import pytest

from inference.dicom import scan
from inference.engines import EngineProvider
from inference.errors import InputError
from inference.identity import header_of, patient_of, refuse_mixed_patients
from inference.pipeline import Request, run
from inference.results import GivenAnswer, Patient
from tests.helpers.dicom_files import write_series
from tests.helpers.packs import formula, make_pack, number, sheet, text

AGE = number("age", dicom="PatientAge")
SEX = {
    "id": "sex",
    "label": text(),
    "kind": "choice",
    "choices": [
        {"value": "female", "label": {"en": "female", "zh": "女"}},
        {"value": "male", "label": {"en": "male", "zh": "男"}},
    ],
    "dicom": "PatientSex",
    "dicom_values": {"F": "female", "M": "male"},
}
TWO_IMAGES = {
    "predictors": [number("a")],
    "images": [{"id": i, "title": text(), "modality": "CT", "max_spacing_mm": 5} for i in ("first", "second")],
    "steps": [formula("x", "a * 2")],
}


def identified(**parts):
    return make_pack(predictors=[number("a"), AGE, SEX], steps=[formula("x", "a * 2")], **parts)


def ran(pack, folder, answers, **request):
    """Run on the day of the images."""
    request = Request(pack, sheet=sheet(answers), scan=scan(folder), today=date(2024, 1, 31), **request)
    return run(request, EngineProvider())


def codes(outcome, severity="blocking") -> list[str]:
    return [f.code for f in outcome.findings if f.severity == severity]


@pytest.fixture
def study(tmp_path):
    write_series(tmp_path, 6, PatientAge="069Y", PatientSex="M", PatientID="P1", PatientName="One")
    return tmp_path


@pytest.mark.parametrize("answers", [{"age": 40}, {"sex": "female"}])
def test_another_age_or_sex_than_in_the_header_stops_the_answer(study, answers):
    outcome = ran(identified(), study, {"a": 1, **answers})
    assert (outcome.kind, codes(outcome)) == ("refusal", ["answers.another-patient"])


@pytest.mark.parametrize(("years", "stops"), [(69, False), (72, False), (75, False), (77, True), (66, True)])
def test_an_age_of_then_may_have_grown_until_today(tmp_path, years, stops):
    write_series(tmp_path, 6, PatientAge="069Y", PatientBirthDate="", StudyDate="20240131")
    request = Request(identified(), sheet=sheet({"a": 1, "age": years}), scan=scan(tmp_path), today=date(2030, 1, 31))
    assert ("answers.another-patient" in codes(run(request, EngineProvider()))) is stops


def test_the_same_age_and_sex_as_in_the_header_are_no_finding(study):
    outcome = ran(identified(), study, {"a": 1, "age": 69, "sex": "male"})
    assert (outcome.kind, codes(outcome), codes(outcome, "warning")) == ("answer", [], [])


def test_a_pack_without_images_takes_the_patient_from_the_files(study):
    outcome = ran(identified(), study, {"a": 1})
    assert (outcome.patient.id, outcome.patient.sex, outcome.patient.age_years) == ("P1", "M", 69.0)
    assert {a.predictor: a.origin for a in outcome.answers}["age"] == "dicom"


def test_a_fallback_knows_what_the_header_says(study):
    image = {"id": "ct", "title": text(), "modality": "CT", "max_spacing_mm": 5, "min_slices": 50}
    outcome = ran(identified(images=[image]), study, {"a": 1}, fallback=identified())
    assert (outcome.kind, outcome.fallback.kind) == ("refusal", "answer")
    assert (outcome.patient.id, outcome.fallback.patient.id) == ("P1", "P1")


def test_series_of_two_patients_are_refused_also_where_the_user_named_them(study):
    write_series(study / "other", 6, series="2", PatientID="P2", PatientName="Two")
    keys = {s.patient.id: s.key for s in scan(study).series}
    with pytest.raises(InputError) as caught:
        ran(make_pack(**TWO_IMAGES), study, {"a": 1}, series={"first": keys["P1"], "second": keys["P2"]})
    assert caught.value.code == "series.several-patients"
    assert "One (P1)" in caught.value.parameters["names"]


def test_series_of_two_examinations_give_no_answer(study):
    same = {"PatientAge": "069Y", "PatientSex": "M", "PatientID": "P1", "PatientName": "One"}
    write_series(study / "later", 6, series="2", StudyInstanceUID="1.2.3.4", SeriesDescription="later", **same)
    keys = {s.description: s.key for s in scan(study).series}
    chosen = {"first": keys.pop("later"), "second": next(iter(keys.values()))}
    assert "series.several-studies" in codes(ran(make_pack(**TWO_IMAGES), study, {"a": 1}, series=chosen))


def test_without_a_choice_the_newest_header_speaks(study):
    same = {"PatientSex": "M", "PatientID": "P1", "PatientName": "One", "StudyInstanceUID": "1.2"}
    for n, (day, weight) in enumerate([("20191128", 90), ("20251128", 60), ("", 75)]):
        write_series(study / day, 3, series=f"2{n}", StudyDate=day, PatientWeight=weight, **same)
    assert header_of(scan(study), []).patient.weight_kg == 60


def test_files_of_two_patients_name_nobody(study):
    write_series(study / "other", 6, series="2", PatientID="P2", PatientName="Two")
    assert header_of(scan(study), []) is None


def test_without_a_header_the_answers_tell_sex_and_age():
    answers = [GivenAnswer("age", 63.0, "entered"), GivenAnswer("sex", "female", "entered")]
    found = patient_of(sheet(), None, identified().manifest, answers)
    assert (found.sex, found.age_years) == ("F", 63.0)


@pytest.mark.parametrize(
    ("typed", "stops"),
    [
        (Patient("Somebody Else", "P2"), True),
        (Patient("", "", "19601231"), True),
        (Patient("", "", "", "F"), True),
        (Patient("Typed otherwise", " p1 ", "1960-01-31", "M"), False),
        (Patient(), False),
    ],
)
def test_answers_that_name_another_patient_than_the_images_stop_the_answer(study, typed, stops):
    request = Request(identified(), replace(sheet({"a": 1}), patient=typed), scan=scan(study), today=date(2024, 1, 31))
    outcome = run(request, EngineProvider())
    assert codes(outcome) == (["answers.other-patient"] if stops else [])
    assert outcome.patient.id == "P1"


def test_the_sheets_patient_is_used_where_there_is_no_header():
    typed = Patient("Zhang San", "9")
    found = patient_of(replace(sheet(), patient=typed), None, identified().manifest, [])
    assert (found.name, found.id, found.sex, found.age_years) == ("Zhang San", "9", "", None)


@pytest.mark.parametrize(
    ("first", "second", "named"),
    [
        (
            {"PatientBirthDate": "19600101"},
            {"PatientBirthDate": "19600202", "StudyDate": "20250202"},
            {"Test Patient (P1, 1960-01-01)", "Test Patient (P1, 1960-02-02)"},
        ),
        ({"PatientSex": "M"}, {"PatientSex": "F"}, {"Test Patient (P1, M)", "Test Patient (P1, F)"}),
        (
            {"PatientID": "", "PatientBirthDate": "", "PatientSex": "", "StudyDate": "20240131"},
            {"PatientID": "P2", "PatientName": "Other^One"},
            {"Test Patient (?, 2024-01-31)", "Other One (P2)"},
        ),
    ],
)
def test_patients_of_one_name_and_number_are_named_by_what_differs(tmp_path, first, second, named):
    for n, tags in enumerate((first, second)):
        write_series(
            tmp_path / str(n),
            3,
            series=f"1.2.{n}",
            **{"PatientName": "Test^Patient", "PatientID": "P1", "StudyInstanceUID": f"1.{n}", **tags},
        )
    with pytest.raises(InputError) as caught:
        refuse_mixed_patients(scan(tmp_path).series)
    assert set(caught.value.parameters["names"].split("; ")) == named


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Zhang^Wei", "Zhang Wei"),
        ("Zhang^Wei=张^伟", "张伟 (Zhang Wei)"),
        ("Zhang^^^", "Zhang"),
        ("李雷", "李雷"),
        ("^", ""),
    ],
)
def test_a_name_that_was_typed_as_dicom_writes_it_is_shown_as_people_read_it(written, read):
    found = patient_of(replace(sheet(), patient=Patient(written)), None, identified().manifest, [])
    assert found.name == read
