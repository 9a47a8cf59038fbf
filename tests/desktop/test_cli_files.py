"""What a screening leaves in its folder: the files of one patient, whole, or an error and no mixture."""

import dataclasses

import pytest

import desktop.report.document as document
from desktop.language import Language
from desktop.report.files import write_files
from inference.errors import InputError
from inference.outcome import Outcome
from inference.results import Patient

pytestmark = pytest.mark.slow

ENGLISH = Language("en")


def names_in(folder) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.fixture
def other_patient(clinical_outcome) -> Outcome:
    return dataclasses.replace(clinical_outcome, patient=Patient("李四", "P2", "", "M", 40.0))


def test_a_report_leaves_no_page_of_the_one_before_it(clinical_outcome, tmp_path):
    for name in ("report-1.png", "report-2.png", "report-3.png"):
        (tmp_path / name).write_bytes(b"page of another patient")
    written = write_files(clinical_outcome, ENGLISH, "A4", tmp_path, pictures=True)
    assert names_in(tmp_path) == {"report.pdf", "report.json", "report-1.png", "report-2.png"}
    assert all(page.read_bytes().startswith(b"\x89PNG") for page in written.pages)


def test_pages_are_written_as_pictures_only_where_they_are_asked_for(clinical_outcome, tmp_path):
    (tmp_path / "report-1.png").write_bytes(b"page of another patient")
    written = write_files(clinical_outcome, ENGLISH, "A4", tmp_path)
    assert (names_in(tmp_path), written.pages) == ({"report.pdf", "report.json"}, ())


def test_other_files_of_the_folder_stay(clinical_outcome, tmp_path):
    others = {"report-notes.png", "report-1.txt", "other-1.png", "report.md"}
    for name in others:
        (tmp_path / name).write_bytes(b"mine")
    write_files(clinical_outcome, ENGLISH, "A4", tmp_path, pictures=True)
    assert others <= names_in(tmp_path)


@pytest.mark.parametrize("broken", ["write_pdf", "write_pages", "write_json"])
def test_a_failure_leaves_the_report_before_it_as_it_was(
    clinical_outcome, other_patient, tmp_path, broken, monkeypatch
):
    write_files(clinical_outcome, ENGLISH, "A4", tmp_path, pictures=True)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def full_disk(*arguments):
        raise InputError("file.unwritable", path="x")

    monkeypatch.setattr(document, broken, full_disk)
    with pytest.raises(InputError) as caught:
        write_files(other_patient, ENGLISH, "A4", tmp_path, pictures=True)
    assert caught.value.parameters == {"path": str(tmp_path)}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_pdf_that_cannot_be_replaced_keeps_the_report_before_it(clinical_outcome, other_patient, tmp_path):
    # As on Windows where a viewer has it open; a folder of that name cannot be unlinked either.
    (tmp_path / "report.pdf").mkdir()
    for name in ("report-1.png", "report.json"):
        (tmp_path / name).write_bytes(b"before")
    with pytest.raises(InputError):
        write_files(other_patient, ENGLISH, "A4", tmp_path, pictures=True)
    assert names_in(tmp_path) == {"report.pdf", "report-1.png", "report.json"}
    assert (tmp_path / "report.json").read_bytes() == b"before"
