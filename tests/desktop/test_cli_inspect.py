"""``precontrast inspect``: whose series there are, which one would be used, and what speaks against it."""

import json

import pytest

from desktop.cli import exits
from desktop.cli.main import main
from tests.helpers.dicom_files import ROOT, write_series
from tests.helpers.manifests import IMAGE
from tests.helpers.packs import write_pack

CHOOSE = {**IMAGE, "contrast": "none", "min_slices": 2}


@pytest.fixture(autouse=True)
def own_home(monkeypatch, tmp_path):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PRECONTRAST_LANGUAGE", "en")


@pytest.fixture
def study(tmp_path):
    """Two patients; both series carry the number 3."""
    write_series(tmp_path / "study" / "1", series="1")
    other = {"PatientName": "Other^Patient", "PatientID": "P2", "StudyInstanceUID": f"{ROOT}.77"}
    write_series(tmp_path / "study" / "2", series="2", StudyDate="20240202", **other)
    return str(tmp_path / "study")


@pytest.fixture
def inspect(tmp_path, capsys):
    pack = str(write_pack(tmp_path / "pack", images=[CHOOSE]))

    def run(*arguments: str) -> str:
        assert main(["inspect", *arguments, "--pack", pack, "--allow-unsigned"]) == exits.ANSWER
        return capsys.readouterr().out

    return run


def test_every_examination_stands_under_its_patient_and_date(inspect, study):
    lines = inspect(study).splitlines()
    assert "Test Patient (P1), study of 2024-01-31" in lines
    assert "Other Patient (P2), study of 2024-02-02" in lines


def test_rows_are_counted_through_where_series_numbers_repeat(inspect, study):
    data = json.loads(inspect(study, "--json"))
    assert [(one["row"], one["number"]) for one in data["series"]] == [(1, 3), (2, 3)]
    rows = [line.split()[:2] for line in inspect(study).splitlines() if " Thorax " in line and "axial" in line]
    assert rows == [["1", "3"], ["2", "3"]]


def test_reasons_are_sentences_in_a_row(inspect, study):
    shown = inspect(study)
    assert ". " in shown
    assert ".;" not in shown


def test_an_agent_in_the_header_of_the_chosen_series_is_a_warning(inspect, tmp_path):
    write_series(tmp_path / "enhanced", ContrastBolusAgent="Iohexol")
    assert "! its header names a contrast agent (Iohexol)" in inspect(str(tmp_path / "enhanced"))


def test_no_agent_is_no_warning(inspect, study):
    assert "its header names a contrast agent" not in inspect(study)


def test_a_pack_without_images_says_so(study, capsys):
    assert main(["inspect", study, "--pack", "ich-nag"]) == exits.ANSWER
    assert "ich-nag needs no images" in capsys.readouterr().out


def test_reading_the_headers_is_part_of_the_computing_time(study, tmp_path):
    pack = str(write_pack(tmp_path / "plain"))
    arguments = ["screen", f"{study}/1", "--pack", pack, "--allow-unsigned", "--out", str(tmp_path / "o")]
    assert main(arguments) == exits.ANSWER
    record = json.loads((tmp_path / "o" / "report.json").read_text(encoding="utf-8"))
    assert record["seconds"]["scan"] > 0
