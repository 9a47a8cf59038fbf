"""What the form fills in from the header, and where an age comes from."""

import pytest

from desktop.language import LANGUAGES, Language
from tests.helpers.packs import formula, make_pack, number
from ui.panels.form import FormPanel
from ui.window.view_options import FORM_PX


@pytest.mark.parametrize(
    ("known", "said"),
    [("birth-date", "age today, by the birth date"), ("header", "on the day of the images"), (None, "DICOM header")],
)
def test_a_prefilled_age_says_where_it_comes_from(qtbot, known, said):
    form = FormPanel(Language("en"))
    qtbot.addWidget(form)
    form.set_pack(make_pack(predictors=[number("years", dicom="PatientAge")], steps=[formula("x", "years")]).manifest)
    form.set_header({"PatientAge": 64.0, **({"PatientAgeFrom": known} if known else {})})
    assert [said in note for note in form.rows["years"].notes()] == [True]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("known", ["birth-date", "header", None])
def test_where_a_value_comes_from_is_not_cut_short_in_the_narrowest_panel(qtbot, code, known):
    form = FormPanel(Language(code))
    qtbot.addWidget(form)
    form.set_pack(make_pack(predictors=[number("years", dicom="PatientAge")], steps=[formula("x", "years")]).manifest)
    form.resize(FORM_PX, 400)
    form.show()
    for values in ({"PatientAge": 64.0, **({"PatientAgeFrom": known} if known else {})}, {}, {"PatientAge": 64.0}):
        form.set_header(values)
        form.rows["years"].layout().activate()
        badge = form.rows["years"]._badge
        assert badge.isVisible() is bool(values)
        assert not values or badge.width() >= badge.fontMetrics().horizontalAdvance(badge.text())


def test_the_header_is_offered_and_marked(qtbot):
    form = FormPanel(Language("en"))
    qtbot.addWidget(form)
    form.set_pack(make_pack(predictors=[number("kg", dicom="PatientWeight")], steps=[formula("x", "kg")]).manifest)
    form.set_header({"PatientWeight": 58.0})
    assert form.rows["kg"].field.line.text() == "58"
    assert "DICOM header" in form.rows["kg"].notes()
    assert form.sheet().answers == {}
    assert "kg" not in form.unknown()
