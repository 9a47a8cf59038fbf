"""``precontrast-train check``: bad cohorts end in a table that says what is wrong, where, and how to mend it."""

import json
import shutil

import numpy as np
import pytest

from tests.helpers.cohorts import (
    GRID,
    HEADER,
    SETTINGS,
    body_hu,
    row_of,
    vessel_labels,
    write_cohort,
    write_nifti,
    write_study,
    write_tables,
)
from tests.helpers.dicom_files import ROOT
from training.cli import main


def check(path, capsys, *options):
    """Exit code and result of the command."""
    code = main(["check", str(path), "--json", *options])
    return code, json.loads(capsys.readouterr().out)


def problems(result, kind="faults"):
    return [(fault["row"], fault["column"], fault["problem"]) for fault in result[kind]]


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A cohort of four cases without a fault."""
    return write_cohort(tmp_path_factory.mktemp("sound"))


@pytest.fixture
def cohort(sound, tmp_path):
    """A copy of it that a test may spoil."""
    shutil.copytree(sound.parent, tmp_path / "cohort")
    return tmp_path / "cohort"


def test_a_sound_cohort_has_no_fault(sound, capsys):
    assert main(["check", str(sound)]) == 0
    printed = capsys.readouterr().out
    assert "No fault was found." in printed
    assert ["all", "4", "4", "4", "2", "50.0", "%", "4"] in [line.split() for line in printed.splitlines()]
    assert "masks on their series: 4" in printed
    assert "Sample size for 2 parameters (Riley 2019; all cases" in printed


def test_the_result_for_programs_names_the_chosen_series(sound, capsys):
    code, result = check(sound, capsys)
    assert code == 0
    assert result["faults"] == []
    assert result["studies"]["C2"]["series_uid"] == f"{ROOT}.52"
    assert result["studies"]["C2"]["spacing_mm"] == [2.0, 1.5, 1.25]
    assert result["sample_size"]["patients"] == 4


def test_faults_are_printed_as_a_table(cohort, capsys):
    write_tables(cohort, [row_of(1, age=640), row_of(2), row_of(3, study="studies/9"), row_of(4)])
    assert main(["check", str(cohort / "cohort.csv")]) == 2
    printed = capsys.readouterr().out
    assert "Faults: 2" in printed
    assert "2    C1    age     is 640 a, outside 18 to 100" in printed
    assert "4    C3    study" in printed
    assert "correct the column study" in printed


def test_a_wrong_header_is_a_table_too(cohort, capsys):
    write_tables(cohort, [row_of(1)], header=HEADER.replace("sex", "sexe"))
    assert main(["check", str(cohort / "cohort.csv")]) == 2
    assert "did you mean sex?" in capsys.readouterr().out


def test_files_that_are_missing_or_unreadable_are_named(cohort, capsys):
    (cohort / "masks" / "1.nii.gz").unlink()
    shutil.rmtree(cohort / "studies" / "2")
    shutil.rmtree(cohort / "studies" / "3")
    (cohort / "studies" / "3").mkdir()
    (cohort / "studies" / "3" / "readme.txt").write_text("nothing")
    (cohort / "masks" / "4.nii.gz").write_text("rubbish")
    code, result = check(cohort / "cohort.csv", capsys)
    assert code == 2
    found = problems(result)
    assert [(row, column) for row, column, _ in found] == [(2, "mask"), (3, "study"), (4, "study"), (5, "mask")]
    assert "1.nii.gz does not exist" in found[0][2]
    assert "cannot be read as a mask" in found[3][2]


def test_a_study_without_an_axial_ct_is_named_with_the_reason(cohort, capsys):
    shutil.rmtree(cohort / "studies" / "1")
    write_study(cohort / "studies" / "1", 1, body_hu()[:5])
    _, result = check(cohort / "cohort.csv", capsys)
    [(row, column, problem)] = problems(result)
    assert (row, column) == (2, "study")
    assert "Thorax, has: few slices" in problem


def test_pixels_that_cannot_be_read_are_found_unless_told_to_be_fast(cohort, capsys):
    for path in (cohort / "studies" / "1").iterdir():
        path.write_bytes(path.read_bytes()[:-900])
    code, result = check(cohort / "cohort.csv", capsys)
    assert (code, problems(result)[0][:2]) == (2, (2, "study"))
    assert check(cohort / "cohort.csv", capsys, "--fast")[0] == 0


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda labels: labels[:-1], "13 x 36 x 44 voxels where the series has 14 x 36 x 44"),
        (lambda labels: np.where(labels == 3, 9, labels).astype(np.uint8), "labels that cohort.toml does not name: 9"),
        (lambda labels: np.where(labels == 3, 0, labels).astype(np.uint8), "no voxel of SCA-R"),
        (lambda labels: np.ascontiguousarray(labels[:, :, ::-1]), "lies on the patient's left"),
        (lambda labels: np.roll(labels, 6, axis=1), "does not lie on blood (SCV-R -1000 HU)"),
    ],
)
def test_a_wrong_mask_is_told_from_a_right_one(cohort, capsys, spoil, words):
    write_nifti(cohort / "masks" / "2.nii.gz", spoil(vessel_labels()))
    code, result = check(cohort / "cohort.csv", capsys)
    assert code == 2
    assert {(row, column) for row, column, _ in problems(result)} == {(3, "mask")}
    assert any(words in problem for _, _, problem in problems(result))


def test_other_labels_may_be_allowed(cohort, capsys):
    labels = vessel_labels()
    labels[0] = 77
    write_nifti(cohort / "masks" / "2.nii.gz", labels)
    settings = SETTINGS.replace("simulated = true", "simulated = true\nignore_other_labels = true")
    write_tables(cohort, [row_of(n) for n in range(1, 5)], settings=settings)
    assert check(cohort / "cohort.csv", capsys)[0] == 0


def test_every_reader_s_mask_is_looked_at(cohort, capsys):
    write_nifti(cohort / "masks" / "second.nii.gz", np.zeros(GRID.shape, np.uint8))
    rows = [row_of(1, reader="a"), row_of(1, reader="b", mask="masks/second.nii.gz"), row_of(2)]
    _, result = check(write_tables(cohort, rows), capsys)
    assert [problem for _, _, problem in problems(result)] == [
        "second.nii.gz has no voxel of CCA-R, IJV-R, SCA-R, SCV-R"
    ]


def test_an_enhanced_series_is_a_fault_and_a_header_that_says_so_a_warning(cohort, capsys):
    for number, hu, agent in ((1, 180, None), (2, 42, "Iohexol"), (3, 80, "Iohexol")):
        shutil.rmtree(cohort / "studies" / str(number))
        attributes = {"ContrastBolusAgent": agent} if agent else {}
        write_study(cohort / "studies" / str(number), number, body_hu(hu), **attributes)
    _, result = check(cohort / "cohort.csv", capsys)
    assert [(row, "the series is enhanced" in problem) for row, _, problem in problems(result)] == [
        (2, True),
        (4, True),
    ]
    assert (3, "study", "the header names a contrast agent (Iohexol)") in problems(result, "warnings")


@pytest.mark.parametrize(
    ("vessel", "hu", "warned"),
    [(3, 400, []), (4, -15, ["does not lie on blood (SCV-R -15 HU)"])],
    ids=["calcified artery", "flat vein in fat"],
)
def test_one_unusual_vessel_is_no_fault(cohort, capsys, vessel, hu, warned):
    body = body_hu(45)
    body[vessel_labels() == vessel] = hu
    shutil.rmtree(cohort / "studies" / "2")
    write_study(cohort / "studies" / "2", 2, body)
    code, result = check(cohort / "cohort.csv", capsys)
    assert (code, result["faults"]) == (0, [])
    told = [problem for row, column, problem in problems(result, "warnings") if (row, column) == (3, "mask")]
    assert [t.partition(" ")[2] for t in told] == warned


def test_an_arm_in_the_picture_does_not_move_the_middle_of_the_body(cohort, capsys):
    body, vessels = body_hu(), vessel_labels() > 0
    # An arm to the right of the vessels, and of the rest no more than a sheet: the centre of mass lies in the arm.
    body[:, 5:-4, 9:] = np.where(vessels, body, -1000)[:, 5:-4, 9:]
    shutil.rmtree(cohort / "studies" / "2")
    write_study(cohort / "studies" / "2", 2, body)
    assert check(cohort / "cohort.csv", capsys)[0] == 0


def test_a_patient_in_two_splits_is_found(cohort, capsys):
    rows = [row_of(n, patient="same" if n < 3 else n, split="train" if n % 2 else "external") for n in range(1, 5)]
    _, result = check(write_tables(cohort, rows), capsys, "--fast")
    assert any("patient same is in external and train (C1, C2)" in problem for _, _, problem in problems(result))


def test_one_dicom_patient_under_two_names_is_found(cohort, capsys):
    shutil.rmtree(cohort / "studies" / "3")
    write_study(cohort / "studies" / "3", 3, PatientID="P1")
    _, result = check(cohort / "cohort.csv", capsys)
    assert problems(result) == [
        (4, "patient", "DICOM PatientID 'P1' is that of several patients of the table (C1, C3)")
    ]


def test_one_dicom_id_of_two_hospitals_is_a_warning(cohort, capsys):
    shutil.rmtree(cohort / "studies" / "3")
    write_study(cohort / "studies" / "3", 3, PatientID="P1")
    rows = [row_of(n, centre="B" if n == 3 else "A") for n in range(1, 5)]
    code, result = check(write_tables(cohort, rows), capsys)
    assert code == 0
    assert "'P1' is that of several patients" in problems(result, "warnings")[0][2]


def test_an_id_that_a_de_identifier_wrote_is_not_taken_for_a_patient(tmp_path, capsys):
    path = write_cohort(tmp_path)
    for number in range(1, 5):
        shutil.rmtree(tmp_path / "studies" / str(number))
        write_study(tmp_path / "studies" / str(number), number, PatientID="ANON")
    code, result = check(path, capsys)
    assert code == 0
    assert any("so it names nobody" in problem for _, _, problem in problems(result, "warnings"))


def test_one_examination_in_two_cases_is_found(cohort, capsys):
    rows = [row_of(n, study="studies/1" if n == 2 else f"studies/{n}") for n in range(1, 5)]
    _, result = check(write_tables(cohort, rows), capsys)
    found = [problem for _, _, problem in problems(result)]
    assert any(problem.startswith("the same image series is in 2 cases (C1, C2)") for problem in found)
    shutil.rmtree(cohort / "studies" / "2")
    write_study(cohort / "studies" / "2", 2, StudyInstanceUID=f"{ROOT}.5.1")
    _, result = check(write_tables(cohort, [row_of(n) for n in range(1, 5)]), capsys)
    assert any(problem.startswith("the same examination is in 2 cases") for _, _, problem in problems(result))


def test_one_mask_for_two_cases_is_found(cohort, capsys):
    rows = [row_of(n, mask="masks/1.nii.gz") if n == 2 else row_of(n) for n in range(1, 5)]
    _, result = check(write_tables(cohort, rows), capsys)
    assert problems(result) == [(3, "mask", "1.nii.gz is the mask of 2 rows (C1, C2)")]


def test_two_patients_in_one_folder_are_found(cohort, capsys):
    write_study(cohort / "studies" / "1" / "more", 77, PatientName="Other^One")
    _, result = check(cohort / "cohort.csv", capsys)
    assert any("holds images of 2 patients" in problem for _, _, problem in problems(result))


def test_an_answer_that_is_not_the_header_s_is_a_warning(cohort, capsys):
    code, result = check(write_tables(cohort, [row_of(1, sex="male"), row_of(2)]), capsys)
    assert code == 0
    assert (2, "sex", "is male where the DICOM header has female") in problems(result, "warnings")


@pytest.mark.parametrize(
    ("changes", "kind", "words"),
    [
        ({"outcome": 0}, "faults", "outcome is 0 in every case"),
        ({"outcome": 1}, "faults", "outcome is 1 in every case"),
        ({"outcome": ""}, "warnings", "outcome is known of no case"),
        ({"weight": 250}, "warnings", "weight is 250, outside 30 to 200"),
        ({"weight": ""}, "faults", "weight is unknown in every case"),
        ({"weight": 70}, "warnings", "weight is 70.0 wherever it is known"),
    ],
)
def test_a_table_that_cannot_carry_a_model_is_found(cohort, capsys, changes, kind, words):
    _, result = check(write_tables(cohort, [row_of(n, **changes) for n in range(1, 5)]), capsys, "--fast")
    assert any(words in f"{column} {problem}" for _, column, problem in problems(result, kind))


def test_splits_are_judged_by_their_outcomes_and_centres(cohort, capsys):
    splits = {1: "train", 2: "train", 3: "external", 4: "validation"}
    rows = [row_of(n, split=split) for n, split in splits.items()]
    _, result = check(write_tables(cohort, rows), capsys, "--fast")
    assert [problem for _, column, problem in problems(result) if column == "split"] == [
        "validation has 0 events among 1 case",
        "external has 1 event among 1 case",
    ]
    warnings = [problem for _, _, problem in problems(result, "warnings")]
    assert "the external test shares a centre with training (A)" in warnings
    assert "train has 1 event among 2 cases" in warnings


def test_too_few_events_for_the_planned_parameters_are_a_warning(sound, capsys):
    _, result = check(sound, capsys, "--fast")
    assert any("Riley's criteria ask for" in problem for _, _, problem in problems(result, "warnings"))
    plan = result["sample_size"]
    assert "15 % of its maximum" in plan["basis"]
    assert plan["patients_needed"] > 100 > plan["allowed"]


def test_an_anticipated_auc_replaces_the_assumption(cohort, capsys):
    settings = SETTINGS.replace("simulated = true", "simulated = true\nanticipated_auc = 0.9")
    _, result = check(write_tables(cohort, [row_of(n) for n in range(1, 5)], settings=settings), capsys, "--fast")
    assert "from the anticipated AUC 0.9" in result["sample_size"]["basis"]
