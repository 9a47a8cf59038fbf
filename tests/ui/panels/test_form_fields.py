"""Fields by themselves."""

import pytest
from PySide6.QtGui import QValidator

from desktop.language import Language
from tests.helpers.packs import choice, formula, make_pack, number
from ui.panels.fields import LineField, ListField, NumberField, NumberValidator, ToggleField
from ui.panels.form import FormPanel

OPTIONS = [("no", "no"), ("yes", "yes")]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("", QValidator.State.Acceptable),
        ("1,5", QValidator.State.Acceptable),
        ("1.", QValidator.State.Acceptable),
        (".", QValidator.State.Intermediate),
        ("1.2.3", QValidator.State.Invalid),
        ("1,2.3", QValidator.State.Invalid),
        ("-1", QValidator.State.Invalid),
        ("1e3", QValidator.State.Invalid),
        ("1234567890", QValidator.State.Invalid),
    ],
)
def test_only_a_number_can_be_typed(qapp, text, state):
    assert NumberValidator(False, qapp).validate(text, len(text))[0] == state


def test_a_sign_can_be_typed_where_the_range_goes_below_zero(qapp):
    assert NumberValidator(True, qapp).validate("-1,5", 4)[0] == QValidator.State.Acceptable
    assert NumberValidator(True, qapp).validate("1-5", 3)[0] == QValidator.State.Invalid


@pytest.mark.parametrize("field", [ToggleField, ListField])
def test_an_answer_that_is_shown_is_not_given(qtbot, field):
    made = field(OPTIONS, "unknown")
    qtbot.addWidget(made)
    with qtbot.assertNotEmitted(made.answered):
        made.show_answer("yes")
    assert made.value() == "yes"
    made.show_answer(None)
    assert made.value() is None


def test_only_the_chosen_button_is_a_stop_of_the_tab_key(qtbot):
    field = ToggleField(OPTIONS, "unknown")
    qtbot.addWidget(field)
    field.buttons()[0].click()
    assert [bool(button.focusPolicy().value & 1) for button in field.buttons()] == [True, False, False]


def test_letters_choose_yes_no_and_unknown_where_these_are_asked(qtbot):
    field = ToggleField([("no", "No"), ("yes", "Yes")], "unknown")
    qtbot.addWidget(field)
    for key, value in (("y", "yes"), ("N", "no"), ("u", None), ("x", None)):
        qtbot.keyClicks(field.target, key)
        assert field.value() == value
    other = ToggleField([("left", "left"), ("right", "right")], "unknown")
    qtbot.addWidget(other)
    qtbot.keyClicks(other.target, "y")
    assert other.value() is None


def test_buttons_are_named_with_their_question(qtbot):
    field = ToggleField(OPTIONS, "unknown")
    qtbot.addWidget(field)
    field.name("Diabetes", "as on the referral")
    assert [button.accessibleName() for button in field.buttons()] == [
        "Diabetes: no",
        "Diabetes: yes",
        "Diabetes: unknown",
    ]


def test_a_number_stays_as_it_was_typed(qtbot):
    field = NumberField("unknown", "", False)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, "1,50")
    field.show_answer(1.5)
    assert field.line.text() == "1,50"


def test_a_text_is_taken_without_spaces_around_it(qtbot):
    field = LineField("unknown")
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, "  word ")
    assert field.value() == "word"


def test_an_unfinished_number_is_said_to_be_none(qtbot):
    form = FormPanel(Language("en"))
    qtbot.addWidget(form)
    form.set_pack(make_pack(predictors=[number("n", -5, 5)], steps=[formula("x", "n")]).manifest)
    qtbot.keyClicks(form.rows["n"].field.line, "-")
    assert form.rows["n"].notes() == ["Not a complete number."]
    assert form.unknown() == ("n",)


def test_answers_that_nothing_can_be_computed_from_are_said_where_they_belong(qtbot):
    form = FormPanel(Language("en"))
    qtbot.addWidget(form)
    predictors = [number("b"), number("r", derive={"formula": "1 / b"}), choice("c")]
    form.set_pack(make_pack(predictors=predictors, steps=[formula("x", "b")]).manifest)
    qtbot.keyClicks(form.rows["b"].field.line, "0")
    assert any("r" in note for note in form.rows["r"].notes())


def test_long_choices_stand_below_the_question_or_in_a_list(qtbot):
    form = FormPanel(Language("en"))
    qtbot.addWidget(form)
    long = [f"an answer of some length {n}" for n in range(3)]
    predictors = [number("n"), choice("wide", "room temperature", "warm"), choice("long", *long)]
    form.set_pack(make_pack(predictors=predictors, steps=[formula("x", "n")]).manifest)
    assert isinstance(form.rows["wide"].field, ToggleField)
    assert isinstance(form.rows["long"].field, ListField)
