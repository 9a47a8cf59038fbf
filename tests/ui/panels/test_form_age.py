"""The age that the form fills in: of today, or of the day of the images, and which it is."""

import pytest

from desktop.language import Language
from tests.helpers.packs import formula, make_pack, number
from ui.panels.form import FormPanel


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
