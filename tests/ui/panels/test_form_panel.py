"""The form: what is asked, how it is answered with mouse and keyboard, and what is said about it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop.language import Language
from inference.answers import AnswerSheet
from inference.errors import InputError
from inference.packs.store import read_manifest
from inference.results import GivenAnswer, Patient
from inference.site import Agent
from inference.vocabulary import Text
from resources.paper.fonts import FAMILY
from tests.helpers.outcomes import PACKS
from tests.helpers.packs import choice, formula, make_pack, number
from tests.helpers.signature import signature_pack
from ui.panels.fields import ListField, NumberField, ToggleField
from ui.panels.form import FormPanel
from ui.theme import LIGHT, apply_theme

pytestmark = pytest.mark.slow

HELP = {"en": "Ask the patient.", "zh": "询问患者。"}
PREDICTORS = [
    number("kg", 30, 200, unit="kg", dicom="PatientWeight"),
    choice("flush", help=HELP, strength={"grade": "single-study", "note": HELP}),
    number("m", 1, 2.5, decimals=2),
    choice("class", "low", "high", derive={"formula": "kg / m ** 2", "cuts": [25], "answers": ["low", "high"]}),
    choice("gauge", "16G", "18G", "20G", "22G", "24G"),
    number("mpas", 0, 40, unit="mPa s"),
]
AGENT = Agent("x", Text("Agent X", "对比剂X"), 350.0, 10.4, "label of 2023")


@pytest.fixture
def manifest():
    return make_pack(predictors=PREDICTORS, steps=[formula("x", "kg + m + mpas")]).manifest


@pytest.fixture
def form(qtbot, manifest):
    form = FormPanel(Language("en"))
    qtbot.addWidget(form)
    form.set_pack(manifest)
    form.resize(376, 600)
    form.show()
    return form


def line(form, name):
    return form.rows[name].field.line


def words(form) -> str:
    return "\n".join(label.text() for label in form.findChildren(QLabel))


def test_before_a_pack_there_is_nothing_to_answer(qtbot):
    form = FormPanel(Language("en"))
    qtbot.addWidget(form)
    assert form.rows == {}
    assert form.sheet() == AnswerSheet()


def test_everything_is_unknown_at_first_and_shows_it(form):
    assert form.unknown() == ("kg", "flush", "m", "class", "gauge", "mpas")
    assert form.rows["flush"].field.target.text() == "unknown"
    assert line(form, "kg").placeholderText() == "unknown"
    assert form.rows["gauge"].field.currentText() == "unknown"
    assert "6 of 6 unknown" in words(form)


def test_few_short_choices_are_buttons_and_many_a_list(form):
    assert isinstance(form.rows["flush"].field, ToggleField)
    assert isinstance(form.rows["gauge"].field, ListField)
    assert isinstance(form.rows["kg"].field, NumberField)


def test_what_a_step_reads_from_the_images_is_not_asked(qtbot):
    form = FormPanel(Language("en"))
    qtbot.addWidget(form)
    form.set_pack(signature_pack().manifest)
    assert list(form.rows) == ["c"]


def test_a_choice_is_announced_at_once(qtbot, form):
    with qtbot.waitSignal(form.changed, timeout=200):
        form.rows["flush"].field.buttons()[1].click()
    assert form.sheet().answers == {"flush": "yes"}


def test_choosing_the_same_again_is_no_change(qtbot, form):
    form.rows["flush"].field.buttons()[1].click()
    with qtbot.assertNotEmitted(form.changed, wait=50):
        form.rows["flush"].field.buttons()[1].click()


def test_a_number_is_announced_after_a_pause(qtbot, form):
    seen = []
    form.changed.connect(lambda: seen.append(form.sheet().answers))
    qtbot.keyClicks(line(form, "kg"), "72,5")
    assert seen == []
    qtbot.waitUntil(lambda: seen == [{"kg": 72.5}])


def test_leaving_a_number_announces_it_without_a_pause(qtbot, form):
    qtbot.keyClicks(line(form, "kg"), "72")
    with qtbot.waitSignal(form.changed, timeout=100):
        qtbot.keyClick(line(form, "kg"), Qt.Key.Key_Return)


def test_a_number_that_is_typed_and_taken_back_is_no_change(qtbot, form):
    with qtbot.assertNotEmitted(form.changed, wait=500):
        qtbot.keyClicks(line(form, "kg"), "7")
        qtbot.keyClick(line(form, "kg"), Qt.Key.Key_Backspace)


def test_letters_do_not_get_into_a_number(qtbot, form):
    qtbot.keyClicks(line(form, "kg"), "7x2kg")
    assert line(form, "kg").text() == "72"


def test_full_width_digits_become_plain_ones(qtbot, form):
    line(form, "kg").insert("７２。５")
    assert form.rows["kg"].field.value() == 72.5


def test_a_number_out_of_range_is_said_while_it_is_typed(qtbot, form):
    qtbot.keyClicks(line(form, "kg"), "500")
    assert any("outside the range" in note for note in form.rows["kg"].notes())


def test_a_disagreement_with_the_header_is_said(qtbot, form):
    form.set_header({"PatientWeight": 58.0})
    line(form, "kg").clear()
    qtbot.keyClicks(line(form, "kg"), "80")
    (note,) = form.rows["kg"].notes()
    assert "58" in note and "80" in note


def test_while_a_header_value_is_replaced_it_does_not_come_back_under_the_cursor(qtbot, form):
    form.set_header({"PatientWeight": 58.0})
    line(form, "kg").selectAll()
    qtbot.keyClick(line(form, "kg"), Qt.Key.Key_Delete)
    assert line(form, "kg").text() == ""
    qtbot.keyClick(line(form, "kg"), Qt.Key.Key_Return)
    assert line(form, "kg").text() == ""
    assert any("58" in note for note in form.rows["kg"].notes())


def test_leaving_a_header_value_as_it_is_does_not_enter_it(qtbot, form):
    form.set_header({"PatientWeight": 58.0})
    with qtbot.assertNotEmitted(form.changed, wait=50):
        qtbot.keyClick(line(form, "kg"), Qt.Key.Key_Return)
    assert form.sheet().answers == {}


def test_what_follows_is_shown_live(qtbot, form):
    qtbot.keyClicks(line(form, "kg"), "80")
    qtbot.keyClicks(line(form, "m"), "1.6")
    assert form.rows["class"].field.value() == "high"
    assert any("31.2" in note or "31.3" in note for note in form.rows["class"].notes())


def test_a_sheet_is_shown_without_being_announced(qtbot, form):
    with qtbot.assertNotEmitted(form.changed, wait=400):
        form.set_sheet(AnswerSheet({"kg": 70, "flush": "no", "gauge": "20g"}, Patient(id="7")))
    assert line(form, "kg").text() == "70"
    assert form.rows["gauge"].field.value() == "20G"
    assert form.sheet() == AnswerSheet({"kg": 70.0, "flush": "no", "gauge": "20G"}, Patient(id="7"))


def test_a_sheet_with_a_mistake_leaves_the_form_as_it_was(form):
    form.set_sheet(AnswerSheet({"kg": 70}))
    with pytest.raises(InputError):
        form.set_sheet(AnswerSheet({"flush": "perhaps"}))
    assert form.sheet().answers == {"kg": 70.0}


def test_another_pack_keeps_the_answers_that_it_asks_too(form):
    form.set_sheet(AnswerSheet({"kg": 70, "flush": "no", "gauge": "20G"}, Patient(id="7")))
    other = [number("kg", 30, 200), choice("gauge", "green", "blue"), number("new")]
    form.set_pack(make_pack(predictors=other, steps=[formula("x", "kg + new")]).manifest)
    assert form.sheet() == AnswerSheet({"kg": 70.0}, Patient(id="7"))


def test_another_pack_waits_for_its_header(form, manifest):
    form.set_header({"PatientWeight": 58.0})
    form.set_pack(manifest)
    assert "kg" in form.unknown()


def test_the_same_header_again_leaves_what_the_pipeline_took(form):
    form.show_given((GivenAnswer("kg", 61.0, "dicom"),))
    form.set_header({})
    assert line(form, "kg").text() == "61"


def test_what_the_pipeline_took_is_shown(form):
    form.show_given((GivenAnswer("kg", 61.0, "dicom"), GivenAnswer("class", "low", "computed")))
    assert line(form, "kg").text() == "61"
    assert form.rows["class"].field.value() == "low"


def test_a_what_if_that_is_taken_over_is_an_answer(qtbot, form):
    with qtbot.waitSignal(form.changed, timeout=100):
        form.enter("flush", "yes")
    assert form.rows["flush"].field.value() == "yes"


def test_the_agents_of_the_site_fill_in_the_viscosity_with_its_citation(qtbot, form):
    form.set_agents((AGENT,))
    with qtbot.waitSignal(form.changed, timeout=100):
        form.agent_row.list.setCurrentIndex(1)
        form.agent_row.list.activated.emit(1)
    assert form.sheet().answers == {"mpas": 10.4}
    assert any("label of 2023" in note for note in form.rows["mpas"].notes())


def test_the_citation_goes_when_another_viscosity_is_typed(qtbot, form):
    form.set_agents((AGENT,))
    form.agent_row.chosen.emit(AGENT)
    line(form, "mpas").clear()
    qtbot.keyClicks(line(form, "mpas"), "9")
    assert form.rows["mpas"].notes() == []


def test_agents_are_offered_only_where_a_viscosity_is_asked(qtbot):
    form = FormPanel(Language("en"))
    qtbot.addWidget(form)
    form.set_pack(make_pack().manifest)
    form.set_agents((AGENT,))
    assert form.agent_row is None


@pytest.fixture
def prior(qtbot):
    """Of its many questions seven make the figure, and height and weight stand for one of them."""
    form = FormPanel(Language("en"))
    qtbot.addWidget(form)
    form.set_pack(read_manifest((PACKS / "cme-literature-prior" / "pack.json").read_bytes(), "prior"))
    form.resize(376, 600)
    form.show()
    return form


def titles(form) -> list[str]:
    return [section.head.text() for section, _, _ in form._sections.values()]


def test_what_makes_the_figure_is_asked_first_and_counted(prior):
    first = ["age", "sex", "height_cm", "weight_kg", "bmi_class", "diabetes", "patient_class", "agent", "flush"]
    assert list(prior.rows)[: len(first)] == first
    assert titles(prior)[0] == "Needed for the figure: 0 of 7 known"
    prior.set_sheet(AnswerSheet({"age": 60, "height_cm": 160, "weight_kg": 58, "catheter": "new"}))
    assert titles(prior)[0] == "Needed for the figure: 2 of 7 known"
    assert titles(prior)[1:] == ["Patient (unknown: 11)", "Access (unknown: 9)", "Injection (unknown: 9)"]


def test_what_a_site_counts_too_is_among_what_makes_the_figure(prior):
    prior.set_modules(("injection-rate",))
    assert titles(prior)[0] == "Needed for the figure: 0 of 8 known"
    assert "rate_ml_s" in list(prior.rows)[:10]


def test_enter_goes_to_the_next_unknown_answer_and_unfolds_its_part(qtbot, prior):
    known = {name: row.predictor for name, row in prior.rows.items() if name not in ("flush", "hypertension", "gauge")}
    answers = {p.id: p.range[0] if p.kind == "number" else p.values[0] for p in known.values()}
    prior.set_sheet(AnswerSheet(answers))
    for section, _, _ in prior._sections.values():
        section.head.setChecked(False)
    prior.focus_question("age")
    for name in ("flush", "hypertension", "gauge", "flush"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        assert prior._row_of(QApplication.focusWidget()) == name
        assert prior.rows[name].isVisible()


def test_the_first_field_is_one_step_of_the_tab_key_away_and_no_arrow_answers_it(qtbot, prior):
    prior.focus_first()
    assert QApplication.focusWidget() is prior._next
    qtbot.keyClick(prior._next, Qt.Key.Key_Down)
    assert prior.sheet().answers == {}
    qtbot.keyClick(prior._next, Qt.Key.Key_Space)
    assert prior._row_of(QApplication.focusWidget()) == "age"


def test_a_row_with_a_given_answer_is_as_high_as_its_field(form):
    form.set_header({"PatientWeight": 58.0})
    row = form.rows["kg"]
    assert row.height() <= row.field.height() + 4
    assert "DICOM header" in row.notes()


def test_enter_goes_to_the_next_question(qtbot, form):
    line(form, "kg").setFocus()
    qtbot.keyClick(line(form, "kg"), Qt.Key.Key_Return)
    assert QApplication.focusWidget() in form.rows["flush"].field.buttons()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert QApplication.focusWidget() is line(form, "m")


def test_tab_goes_through_the_questions_from_top_to_bottom(qtbot, form):
    line(form, "kg").setFocus()
    visited = []
    for _ in form.rows:
        visited.append(form._row_of(QApplication.focusWidget()))
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert visited == list(form.rows)


def test_arrows_choose_within_a_question(qtbot, form):
    form.rows["flush"].field.target.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert form.sheet().answers == {"flush": "yes"}
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert form.sheet().answers == {"flush": "no"}
    assert QApplication.focusWidget().text() == "no"


def test_the_first_and_the_next_unknown_answers_are_found(form):
    form.set_sheet(AnswerSheet({"kg": 70}))
    form.focus_next_unknown()
    assert form._row_of(QApplication.focusWidget()) == "flush"
    form.focus_next_unknown()
    assert form._row_of(QApplication.focusWidget()) == "m"


def test_f1_explains_a_question_in_place(qtbot, form):
    row = form.rows["flush"]
    assert not row.explanation.isVisible()
    row.field.target.setFocus()
    qtbot.keyClick(row.field.target, Qt.Key.Key_F1)
    assert row.explanation.isVisible()
    assert "Ask the patient." in row.explanation.text()
    assert "Ask the patient." in row.question.toolTip()


def test_how_well_a_factor_is_supported_is_behind_the_question_mark(form):
    row = form.rows["flush"]
    assert "one study" in row.question.toolTip()
    row.question.click()
    assert "one study" in row.explanation.text()
    assert row.explanation.isVisible()


def test_the_language_changes_in_place(form):
    form.set_sheet(AnswerSheet({"kg": 70, "flush": "yes"}))
    form.set_language(Language("zh"))
    assert [button.text() for button in form.rows["flush"].field.buttons()] == ["no的", "yes的", "未知"]
    assert form.sheet().answers == {"kg": 70.0, "flush": "yes"}
    assert "6 项中 4 项未知" in words(form)


def test_every_control_has_a_name(form):
    form.set_agents((AGENT,))
    for row in form.rows.values():
        assert row.field.target.accessibleName().startswith(row.predictor.label.en)
    assert form.agent_row.list.accessibleName()


def test_the_wheel_over_a_list_changes_no_answer(qtbot, form):
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    field = form.rows["gauge"].field
    field.setFocus()
    at = QPointF(5, 5)
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(field, QWheelEvent(at, at, QPoint(0, -120), QPoint(0, -120), *none, False))
    assert field.value() is None


@pytest.fixture
def sized(qapp):
    """Text of another size than usual, until the test ends."""
    yield lambda size: apply_theme(qapp, LIGHT, FAMILY, size)
    apply_theme(qapp, LIGHT, FAMILY)


@pytest.mark.parametrize(
    ("pack", "size"), [*((path.name, 1.0) for path in sorted(PACKS.iterdir())), ("cme-vessels-demo", 1.3)]
)
@pytest.mark.parametrize("code", ["en", "zh"])
def test_the_form_of_every_shipped_pack_fits_the_panel(qtbot, sized, pack, size, code):
    if size != 1.0:
        sized(size)
    form = FormPanel(Language(code))
    qtbot.addWidget(form)
    form.set_pack(read_manifest((PACKS / pack / "pack.json").read_bytes(), pack))
    form.resize(form.minimumWidth(), 600)
    form.show()
    assert form._area.widget().minimumSizeHint().width() <= form._area.viewport().width()
    assert all(row.field.height() >= 34 for row in form.rows.values())
