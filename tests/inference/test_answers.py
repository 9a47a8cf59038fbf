"""Answers of the console: read, completed, derived, checked; never guessed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.answers import AnswerSheet, complete, from_step, read_answers
from inference.errors import InputError
from inference.packs.manifest import Manifest
from inference.reading import read_typed
from tests.helpers.packs import choice, make_manifest, manifest_data, number, sheet

BMI = {
    "formula": "weight_kg / (height_cm / 100) ** 2",
    "cuts": [18.5, 24, 28],
    "answers": ["under-18.5", "18.5-24", "24-28", "28-up"],
}
PREDICTORS = [
    number("age", 18, 100, dicom="PatientAge", decimals=0),
    choice("sex", "female", "male", dicom="PatientSex", dicom_values={"F": "female", "M": "male"}),
    number("height_cm", 120, 220, dicom="PatientSize", dicom_scale=100, stops_out_of_range=False),
    number("weight_kg", 30, 200, dicom="PatientWeight", stops_out_of_range=False),
    choice("bmi_class", *BMI["answers"], derive=BMI),
    number("mmol", 1, 60),
    number("mg", 18, 1081, decimals=0, derive={"formula": "mmol * 18.016"}),
    choice("side", "right", "left", "3"),
]


@pytest.fixture(scope="module")
def manifest():
    return make_manifest(predictors=PREDICTORS, steps=[])


@pytest.fixture
def answered(manifest):
    """Value and origin of one predictor, from what was entered and what the header says."""

    def find(name, entered=None, header=None):
        given, _ = complete(manifest, sheet(entered), header or {})
        return next((a.value, a.origin) for a in given if a.predictor == name)

    return find


@pytest.fixture
def findings(manifest):
    def find(entered=None, header=None):
        return [(f.code, f.severity, f.subject) for f in complete(manifest, sheet(entered), header or {})[1]]

    return find


def test_every_predictor_gets_an_answer_in_the_order_of_the_pack(manifest):
    given, _ = complete(manifest, AnswerSheet(), {})
    assert [a.predictor for a in given] == [p["id"] for p in PREDICTORS]


def test_nothing_entered_is_unknown_and_nothing_else(manifest):
    given, findings = complete(manifest, AnswerSheet(), {})
    assert ({(a.value, a.origin) for a in given}, findings) == ({(None, "unknown")}, [])


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_where_nothing_is_said_the_header_answers(answered, nothing):
    assert answered("age", {"age": nothing}, {"PatientAge": 50.0}) == (50.0, "dicom")


@pytest.mark.parametrize("word", ["unknown", " Unknown", "未知"])
def test_unknown_stays_unknown_whatever_the_header_and_the_other_answers_say(manifest, answered, word):
    assert answered("age", {"age": word}, {"PatientAge": 50.0}) == (None, "unknown")
    assert answered("bmi_class", {"height_cm": 170, "weight_kg": 70, "bmi_class": word}) == (None, "unknown")
    _, (finding,) = complete(manifest, sheet({"age": word}), {"PatientAge": 50.0})
    assert (finding.code, finding.severity, finding.subject) == ("answers.left-unknown", "note", "age")


@pytest.mark.parametrize("value", [63, 63.0, "63", " 63 "])
def test_a_number_may_come_as_a_number_or_as_text(answered, value):
    assert answered("age", {"age": value}) == (63.0, "entered")


@pytest.mark.parametrize("value", ["sixty", "6,5", True, "63 years"])
def test_what_is_not_a_number_is_refused_with_the_name_of_the_predictor(manifest, value):
    with pytest.raises(InputError) as caught:
        complete(manifest, sheet({"age": value}), {})
    assert (caught.value.code, caught.value.parameters["name"]) == ("answers.not-a-number", "age")


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "1e999"])
@pytest.mark.parametrize("name", ["age", "height_cm"])
def test_a_text_for_a_number_that_is_not_finite_is_refused(manifest, name, value):
    with pytest.raises(InputError) as caught:
        complete(manifest, sheet({name: value}), {})
    assert caught.value.code == "answers.not-a-number"


@pytest.mark.parametrize("word", ["female", "female的", "Female ", " FEMALE", "Female的"])
def test_a_choice_may_be_given_by_its_value_or_its_label_in_any_case(answered, word):
    assert answered("sex", {"sex": word}) == ("female", "entered")


def test_of_choices_that_differ_in_case_alone_the_one_as_written_is_meant():
    manifest = make_manifest(predictors=[choice("c", "A", "a")], steps=[])
    assert [complete(manifest, sheet({"c": word}), {})[0][0].value for word in ("A", "a ")] == ["A", "a"]


def test_yes_and_no_may_be_given_as_true_and_false():
    manifest = make_manifest(predictors=[choice("flush")], steps=[])
    assert complete(manifest, sheet({"flush": False}), {})[0][0].value == "no"


def test_a_whole_number_names_the_choice_that_is_written_with_its_digits(answered):
    assert answered("side", {"side": 3}) == ("3", "entered")


def test_a_word_that_is_no_choice_is_refused_with_the_choices(manifest):
    with pytest.raises(InputError) as caught:
        complete(manifest, sheet({"sex": "F"}), {})
    assert (caught.value.code, caught.value.parameters["choices"]) == (
        "answers.not-a-choice",
        "female, male, unknown",
    )


@given(
    st.sampled_from([p["id"] for p in PREDICTORS]),
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=6),
)
def test_whatever_is_entered_becomes_an_answer_of_the_predictor_or_is_refused(name, value):
    manifest = make_manifest(predictors=PREDICTORS, steps=[])
    try:
        given_answers, _ = complete(manifest, AnswerSheet({name: value}), {})
    except InputError as error:
        assert error.parameters["name"] == name
        return
    predictor, answer = manifest.predictor(name), next(a.value for a in given_answers if a.predictor == name)
    wanted = float if predictor.kind == "number" else str
    assert answer is None or isinstance(answer, wanted)
    assert predictor.kind == "number" or answer in {None, *predictor.values}


def test_an_unknown_predictor_is_refused_with_the_nearest_name(manifest):
    with pytest.raises(InputError) as caught:
        complete(manifest, sheet({"wieght_kg": 60}), {})
    assert (caught.value.code, caught.value.parameters["nearest"]) == ("answers.unknown-predictor", "weight_kg")


def test_the_header_answers_what_was_not_entered(answered):
    assert answered("sex", {}, {"PatientSex": "F"}) == ("female", "dicom")


def test_the_header_is_brought_to_the_unit_of_the_predictor(answered):
    # Patient's Size is in metres (PS3.3 C.7.1.3), the predictor in centimetres.
    value, origin = answered("height_cm", {}, {"PatientSize": 1.6})
    assert (pytest.approx(160), "dicom") == (value, origin)


@pytest.mark.parametrize(
    "header", [{"PatientSex": "O"}, {"PatientSex": ""}, {"PatientAge": "old"}, {"PatientAge": None}]
)
def test_a_header_that_does_not_fit_leaves_the_answer_unknown(answered, header):
    assert {answered(name, {}, header) for name in ("sex", "age")} == {(None, "unknown")}


def test_what_was_entered_wins_over_the_header(answered):
    assert answered("age", {"age": 70}, {"PatientAge": 50.0}) == (70.0, "entered")


def test_an_entry_that_differs_from_the_header_is_a_warning(findings):
    assert findings({"sex": "male"}, {"PatientSex": "F"}) == [("answers.differs-from-dicom", "warning", "sex")]


@pytest.mark.parametrize("years", [62.6, 63.0, 63.9])
def test_an_age_within_one_year_of_the_header_is_rounding(findings, years):
    assert findings({"age": 63}, {"PatientAge": years}) == []


def test_an_age_more_than_one_year_from_the_header_is_a_warning(findings):
    assert findings({"age": 84}, {"PatientAge": 80.0}) == [("answers.differs-from-dicom", "warning", "age")]


# Edges by hand: 160 cm is 2.56 m2, so 18.5 kg/m2 is 47.36 kg, 24 is 61.44 kg and 28 is 71.68 kg.
@pytest.mark.parametrize(
    ("weight", "band"),
    [(47.3, "under-18.5"), (47.4, "18.5-24"), (61.4, "18.5-24"), (61.5, "24-28"), (71.6, "24-28"), (71.7, "28-up")],
)
def test_the_body_mass_index_follows_from_height_and_weight(answered, weight, band):
    assert answered("bmi_class", {"height_cm": 160, "weight_kg": weight}) == (band, "computed")


@pytest.mark.parametrize("entered", [{"height_cm": 160}, {"weight_kg": 60}, {}])
def test_what_cannot_be_derived_stays_unknown(answered, entered):
    assert answered("bmi_class", entered) == (None, "unknown")


def test_an_entered_class_next_to_the_cut_wins_over_the_derived_one_with_a_warning(manifest):
    # 60 kg at 1.57 m are 24.3 kg/m2; half a centimetre and half a kilogram less or more reach across the cut at 24.
    entered = {"height_cm": 157, "weight_kg": 60, "bmi_class": "18.5-24"}
    given, findings = complete(manifest, sheet(entered), {})
    assert given[4].value == "18.5-24"
    assert [(f.code, f.severity, f.evidence["computed"]) for f in findings] == [
        ("answers.differs-from-computed", "warning", "24-28")
    ]


@pytest.mark.parametrize("bmi_class", ["under-18.5", "24-28", "28-up"])
def test_a_class_that_contradicts_what_was_entered_beside_it_stops_the_answer(findings, bmi_class):
    # 60 kg at 1.60 m are 23.4 kg/m2: the classes have odds ratios from 0.7 to 2.1.
    entered = {"height_cm": 160, "weight_kg": 60, "bmi_class": bmi_class}
    assert findings(entered) == [("answers.differs-from-computed", "blocking", "bmi_class")]


def test_a_class_that_contradicts_the_header_wins_with_a_warning(findings):
    header = {"PatientSize": 1.6, "PatientWeight": 60}
    assert findings({"bmi_class": "28-up"}, header) == [("answers.differs-from-computed", "warning", "bmi_class")]


@pytest.mark.parametrize(("mg", "severity"), [(120, ["blocking"]), (150, ["blocking"]), (133, []), (132.6, [])])
def test_a_number_that_contradicts_another_by_more_than_rounding_stops_the_answer(findings, mg, severity):
    # 7.39 mmol/L are 133.1 mg/dL: 120 would be one point of the NAG score less.
    assert [found[1] for found in findings({"mmol": 7.39, "mg": mg})] == severity


def test_a_derived_number_is_not_rounded_before_it_is_used(answered):
    # 7.36 mmol/L is 132.6 mg/dL, below the limit of 133 mg/dL of the NAG score (evidence section 2).
    assert answered("mg", {"mmol": 7.36})[0] < 133


@pytest.mark.parametrize(
    "entered",
    [{"height_cm": 1.6, "weight_kg": 60}, {"height_cm": 160, "weight_kg": 0.5}, {"height_cm": 0, "weight_kg": 60}],
)
def test_nothing_is_derived_from_numbers_out_of_range(answered, entered):
    assert answered("bmi_class", entered) == (None, "unknown")


def test_a_number_out_of_range_stops_the_answer(findings):
    assert findings({"age": 17}) == [("answers.out-of-range", "blocking", "age")]


@pytest.mark.parametrize("age", [18, 100])
def test_the_ends_of_the_range_are_inside(findings, age):
    assert findings({"age": age}) == []


def test_a_number_that_is_only_recorded_warns_out_of_range(findings):
    assert findings({"height_cm": 230}) == [("answers.out-of-range", "warning", "height_cm")]


def test_an_answer_sheet_is_read_from_its_file(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps({"answers": {"age": 63, "sex": None}, "patient": {"name": "张伟"}}))
    found = read_answers(tmp_path / "a.json")
    assert (found.answers, found.patient.name) == ({"age": 63, "sex": None}, "张伟")


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"answer": {}}, "answer"),
        ({"answers": {"age": [63]}}, "answers.age"),
        ({"answers": {"age": {"years": 63}}}, "answers.age"),
        ({"answers": {"age": 1e999}}, "answers.age"),
        ({"patient": {"nme": "x"}}, "patient.nme"),
        ({"regions": {"lesion": {"centre_mm": [1, 2, 3]}}}, "regions.lesion.radius_mm"),
        ({"regions": {"lesion": {"centre_mm": [1, 2], "radius_mm": 3}}}, "regions.lesion.centre_mm[2]"),
        ({"regions": {"lesion": {"centre_mm": [1, 2, 3], "radius_mm": 3, "unit": "cm"}}}, "regions.lesion.unit"),
    ],
)
def test_a_mistake_in_the_sheet_is_named(tmp_path, data, field):
    # JSON has no word for infinity, only numbers too large.
    (tmp_path / "a.json").write_text(json.dumps(data).replace("Infinity", "1e999"))
    with pytest.raises(InputError) as caught:
        read_answers(tmp_path / "a.json")
    assert (caught.value.parameters["field"], caught.value.parameters["count"]) == (field, 1)


def test_half_a_character_in_the_sheet_is_refused_where_it_could_still_be_named(tmp_path):
    (tmp_path / "a.json").write_text('{"patient": {"name": "\\ud800"}}')
    with pytest.raises(InputError):
        read_answers(tmp_path / "a.json")


OF_IMAGES = [number("age"), number("score", -5, 5, step="signature", unit="points")]
CLASSIFIED = {"signature": 1.5, "signature.distance": 9.0}


def of_images(**changes):
    """A manifest with a number that a step gives; what gives it does not matter here."""
    predictors = [OF_IMAGES[0], {**OF_IMAGES[1], **changes}]
    return read_typed(Manifest, manifest_data(predictors=predictors, steps=[]), "test")


def test_what_a_step_gives_is_unknown_until_it_has_run():
    given, findings = complete(of_images(), sheet({"age": 63}), {})
    assert ([(a.value, a.origin) for a in given], findings) == ([(63, "entered"), (None, "unknown")], [])


def test_what_a_step_has_given_is_an_answer_of_the_images():
    given, findings = from_step(of_images(), CLASSIFIED)
    assert ({name: (a.value, a.origin) for name, a in given.items()}, findings) == ({"score": (1.5, "image")}, [])


def test_a_step_that_gives_nothing_of_a_predictor_answers_nothing():
    assert from_step(of_images(), {"vein.volume_ml": 3.0}) == ({}, [])


@pytest.mark.parametrize(("stops", "severity"), [(True, "blocking"), (False, "warning")])
def test_what_a_step_gives_out_of_range_stops_the_answer_as_any_other_number_does(stops, severity):
    _, (finding,) = from_step(of_images(stops_out_of_range=stops), {"signature": 5.5})
    assert (finding.code, finding.severity, finding.subject) == ("answers.out-of-range", severity, "score")
    assert finding.evidence == {"value": 5.5, "low": -5, "high": 5, "unit": "points"}


def test_what_comes_from_the_images_cannot_be_typed_in():
    with pytest.raises(InputError) as caught:
        complete(of_images(), sheet({"score": 1.0}), {})
    assert (caught.value.code, caught.value.parameters) == ("answers.from-image", {"name": "score"})


@pytest.mark.parametrize("value", [None, "unknown", ""])
def test_what_comes_from_the_images_may_be_left_unknown_on_the_sheet(value):
    given, _ = complete(of_images(), sheet({"score": value}), {})
    assert given[1].origin == "unknown"


@pytest.mark.parametrize(
    "changes",
    [
        {"dicom": "PatientAge"},
        {"derive": {"formula": "age"}},
        {"modifiable": True},
        {"kind": "text", "range": None},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_comes_from_the_images_is_a_number_that_has_no_other_source(changes):
    with pytest.raises(InputError) as caught:
        of_images(**changes)
    assert caught.value.parameters["problem_kind"] == "step-predictor"


@pytest.mark.parametrize(
    "region",
    [
        {"centre_mm": [0, 0, 0], "radius_mm": -1},
        {"centre_mm": [0, 0, 0], "radius_mm": -1e308},
        {"centre_mm": [0, 0, 0], "radius_mm": 1e308},
        {"centre_mm": [0, 1e300, 0], "radius_mm": 1},
    ],
)
def test_a_region_that_no_patient_has_is_refused(region):
    with pytest.raises(InputError) as caught:
        sheet(regions={"lesion": region})
    assert (caught.value.code, caught.value.parameters["field"]) == ("schema.invalid", "regions.lesion")
