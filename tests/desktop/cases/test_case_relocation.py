"""A case whose images were moved: pointed to the same images, and to no others."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop.cases import new_case
from desktop.cases.relocation import relocated
from inference.errors import InputError
from tests.desktop.cases.conftest import SERIES
from tests.helpers.outcomes import PATIENT
from tests.helpers.packs import sheet


def scan(*series: tuple[str, ...]):
    """A scan of series by their UID, the patient's number and name, and the birth date where there is one."""
    made = [
        SimpleNamespace(
            uid=uid,
            patient=SimpleNamespace(id=number, display_name=name, birth_date="".join(born), sex=""),
        )
        for uid, number, name, *born in series
    ]
    return SimpleNamespace(series=tuple(made))


SAME = (SERIES.series_uid, PATIENT.id, PATIENT.name)


def test_a_case_is_pointed_to_its_moved_images_by_absolute_paths(answered):
    found = relocated(answered, (Path("moved"),), scan(SAME, ("9.9", PATIENT.id, PATIENT.name)))
    assert found == replace(answered, paths=(str(Path("moved").absolute()),))


@pytest.mark.parametrize(
    "series",
    [(), (("9.9", PATIENT.id, PATIENT.name),), ((SERIES.series_uid, "OTHER", PATIENT.name),)],
    ids=["none", "another series", "another patient"],
)
def test_other_images_are_refused(answered, series):
    with pytest.raises(InputError) as caught:
        relocated(answered, (Path("moved"),), scan(*series))
    assert caught.value.code == "cases.other-images"


@pytest.mark.parametrize(("name", "code"), [("张伟", None), ("李雷", "cases.other-images")])
def test_a_case_without_an_outcome_is_known_by_its_patient(name, code):
    case = replace(new_case("p", ("/ct",)), sheet=sheet(patient={"name": "张伟"}))
    if code is None:
        assert relocated(case, (Path("/moved"),), scan(("1", "", name))).paths == ("/moved",)
        return
    with pytest.raises(InputError) as caught:
        relocated(case, (Path("/moved"),), scan(("1", "", name)))
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("number", "name", "born", "same"),
    [
        (f" {PATIENT.id} ", PATIENT.name, "", True),
        (PATIENT.id.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789"}), PATIENT.name, "", True),
        ("", PATIENT.name, "", True),
        ("ANONYMOUS", "", "19600131", True),
        (PATIENT.id, PATIENT.name, "19610131", False),
        (PATIENT.id, "李雷", "", False),
    ],
    ids=["spaces", "wide digits", "no number", "placeholder", "another birth date", "another name"],
)
def test_the_patient_of_moved_images_is_compared_as_dicom_compares_people(answered, number, name, born, same):
    patient = replace(answered.outcome.patient, birth_date="19600131")
    case = replace(answered, outcome=replace(answered.outcome, patient=patient))
    found = scan((SERIES.series_uid, number, name, born))
    if same:
        assert relocated(case, (Path("/moved"),), found).paths == (str(Path("/moved").absolute()),)
        return
    with pytest.raises(InputError) as caught:
        relocated(case, (Path("/moved"),), found)
    assert caught.value.code == "cases.other-images"


def test_a_case_without_images_has_none_to_move():
    with pytest.raises(InputError) as caught:
        relocated(new_case("p"), (Path("/moved"),), scan(SAME))
    assert caught.value.code == "cases.no-images"
