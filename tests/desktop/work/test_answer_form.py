"""The answers behind the form: what was entered, what came with the images, and what follows."""

import pytest

from desktop.work.answer_form import AnswerForm
from inference.answers import AnswerSheet
from inference.errors import InputError
from inference.results import GivenAnswer, Patient
from inference.site import Agent
from inference.vocabulary import Text
from tests.helpers.packs import choice, formula, make_pack, number
from tests.helpers.signature import signature_pack

BMI = choice("class", "low", "high", derive={"formula": "kg / m ** 2", "cuts": [25], "answers": ["low", "high"]})
PREDICTORS = [
    number("kg", 30, 200, dicom="PatientWeight"),
    number("m", 1, 2.5, decimals=2),
    BMI,
    choice("sex", "female", "male", dicom="PatientSex", dicom_values={"F": "female"}),
    number("mpas", 0, 40, unit="mPa s"),
    number("iodine", 0, 500, unit="mgI/mL"),
]


@pytest.fixture
def answering() -> AnswerForm:
    pack = make_pack(predictors=PREDICTORS, steps=[formula("x", "kg + m")])
    return AnswerForm(pack.manifest, AnswerSheet(patient=Patient(name="张伟")))


def test_nothing_is_known_at_first(answering):
    assert answering.review().unknown == ("kg", "m", "class", "sex", "mpas", "iodine")


def test_the_header_answers_and_is_not_entered(answering):
    answering.header = {"PatientWeight": 58.0, "PatientSex": "F"}
    given = answering.review().given
    assert (given["kg"].value, given["kg"].origin) == (58.0, "dicom")
    assert given["sex"].value == "female"
    assert answering.sheet().answers == {}


def test_what_is_entered_wins_over_the_header_and_the_disagreement_is_found(answering):
    answering.header = {"PatientWeight": 58.0}
    answering.enter("kg", 80.0)
    review = answering.review()
    assert review.given["kg"].origin == "entered"
    assert [finding.code for finding in review.findings["kg"]] == ["answers.differs-from-dicom"]


def test_unknown_is_kept_where_the_header_or_a_computed_value_would_take_its_place(answering):
    answering.header = {"PatientWeight": 58.0}
    answering.enter("m", 2.0)
    answering.take([GivenAnswer("kg", 58.0, "dicom"), GivenAnswer("class", "low", "computed")])
    for name in ("class", "kg"):
        assert answering.enter(name, None)
        assert answering.review().given[name].value is None
    assert [finding.code for finding in answering.review().findings["kg"]] == ["answers.left-unknown"]
    again = AnswerForm(answering.manifest, AnswerSheet(), answering.header)
    again.read(answering.sheet())
    assert again.review().given["kg"].value is None
    assert answering.enter("kg", 58.0)
    assert answering.review().given["kg"].origin == "entered"


def test_what_follows_is_computed_at_once_with_the_figure_behind_it(answering):
    answering.enter("kg", 80.0)
    answering.enter("m", 2.0)
    review = answering.review()
    assert (review.given["class"].value, review.given["class"].origin) == ("low", "computed")
    assert review.figures["class"] == pytest.approx(20.0)


def test_an_answer_out_of_range_is_found(answering):
    answering.enter("kg", 500.0)
    assert [finding.code for finding in answering.review().findings["kg"]] == ["answers.out-of-range"]


def test_an_answer_that_stays_the_same_is_no_change(answering):
    assert answering.enter("kg", 60.0)
    assert not answering.enter("kg", 60.0)
    assert answering.enter("kg", None)
    assert not answering.enter("kg", None)


def test_the_sheet_holds_what_was_entered_and_the_patient(answering):
    answering.enter("kg", 60.0)
    assert answering.sheet() == AnswerSheet({"kg": 60.0}, Patient(name="张伟"))


def test_a_sheet_is_read_as_people_write_it(answering):
    answering.read(AnswerSheet({"kg": "60", "sex": "Male", "m": "unknown"}))
    assert answering.entered == {"kg": 60.0, "sex": "male", "m": None}


def test_a_sheet_with_an_unknown_name_leaves_everything_as_it_was(answering):
    answering.enter("kg", 60.0)
    with pytest.raises(InputError) as caught:
        answering.read(AnswerSheet({"kgg": 60}))
    assert caught.value.code == "answers.unknown-predictor"
    assert answering.entered == {"kg": 60.0}


def test_answers_that_cannot_be_computed_from_are_a_fault_with_a_name():
    derived = number("r", derive={"formula": "1 / b"})
    pack = make_pack(predictors=[number("b"), derived], steps=[formula("x", "b")])
    answering = AnswerForm(pack.manifest, AnswerSheet())
    answering.enter("b", 0.0)
    review = answering.review()
    assert review.fault.code == "answers.cannot-derive"
    assert review.given["b"].value == 0.0


def test_what_the_pipeline_took_is_shown_until_an_answer_changes(answering):
    answering.take((GivenAnswer("class", "high", "computed"), GivenAnswer("sex", "male", "dicom")))
    assert answering.review().given["class"].value == "high"
    answering.enter("iodine", 300.0)
    given = answering.review().given
    assert (given["class"].value, given["sex"].value) == (None, "male")


def test_an_agent_answers_what_its_label_says(answering):
    agent = Agent("x-350", Text("X", "X"), 350.0, 10.4, "label 2023")
    assert answering.of_agent(agent) == {"mpas": 10.4, "iodine": 350.0}
    assert answering.viscosity_predictor() == "mpas"


def test_an_agent_without_a_viscosity_answers_none(answering):
    assert answering.of_agent(Agent("x", Text("X", "X"), 300.0)) == {"iodine": 300.0}


def test_what_a_step_reads_from_the_images_is_not_asked():
    manifest = signature_pack().manifest
    assert [p.id for p in manifest.predictors] == ["c", "signature"]
    assert [p.id for p in AnswerForm(manifest, AnswerSheet()).asked()] == ["c"]


def test_questions_stand_under_the_headings_of_the_pack_in_its_order():
    groups = [{"id": name, "title": {"en": name, "zh": "组"}} for name in ("g", "h")]
    predictors = [number("a", group="h"), number("b", group="g"), number("c", group="h")]
    pack = make_pack(predictors=predictors, steps=[formula("x", "a + b + c")], groups=groups)
    sections = AnswerForm(pack.manifest, AnswerSheet()).sections()
    assert [(title.en, [p.id for p in listed]) for title, listed in sections] == [("g", ["b"]), ("h", ["a", "c"])]


def test_a_pack_without_headings_has_one_section_without_one(answering):
    ((title, listed),) = answering.sections()
    assert title is None
    assert len(listed) == len(PREDICTORS)
