"""The split: patients whole, outcomes even, what was decided kept."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.cohorts import HEADER, row_of, settings_of, write_tables
from training.cli import main
from training.cohort.split import divide, patients_of, read_split
from training.cohort.splits import SPLITS
from training.cohort.table import parse_table, read_cohort
from training.errors import BadInput
from training.workspace import Workspace

TYPED = settings_of()


def cohort_of(rows):
    return parse_table("\n".join([HEADER, *rows]), TYPED, Path("cohort.csv")).cohort


def paper_rows():
    """298 patients with 90 events, three of ten female."""
    return [
        row_of(n, outcome=int(n <= 90), sex="female" if n % 10 < 3 else "male", centre="AB"[n % 2])
        for n in range(1, 299)
    ]


def counts(cohort, division, of=lambda case: True):
    found = Counter(division[case.id] for case in cohort.cases if of(case))
    return tuple(found[split] for split in SPLITS)


def test_the_paper_s_cohort_gets_the_paper_s_shape():
    cohort = cohort_of(paper_rows())
    division = divide(cohort)
    assert counts(cohort, division) == (207, 46, 45)
    assert counts(cohort, division, lambda case: case.outcome == 1) == (62, 14, 14)


def test_sex_and_centre_are_spread_over_the_splits():
    cohort = cohort_of(paper_rows())
    division = divide(cohort, seed=3)
    women = counts(cohort, division, lambda case: case.answers["sex"] == "female")
    centre = counts(cohort, division, lambda case: case.centre == "A")
    for split, (share_of_women, share_of_centre) in enumerate(zip(women, centre)):
        size = (207, 46, 45)[split]
        assert share_of_women / size == pytest.approx(0.3, abs=0.04)
        assert share_of_centre / size == pytest.approx(0.5, abs=0.04)


def test_a_seed_gives_the_same_split_again_and_another_seed_another():
    cohort = cohort_of(paper_rows())
    assert divide(cohort, seed=1) == divide(cohort, seed=1) != divide(cohort, seed=2)


def test_an_external_centre_is_the_external_test_and_nobody_else_is():
    rows = [row_of(n, centre="B" if n <= 20 else "A") for n in range(1, 101)]
    cohort = cohort_of(rows)
    division = divide(cohort, external_centres=["B"])
    assert {case.centre for case in cohort.cases if division[case.id] == "external"} == {"B"}
    assert counts(cohort, division) == (65, 15, 20)


def test_what_the_table_decides_stays():
    rows = [row_of(n, split=("external", "validation", "train", "")[n % 4]) for n in range(1, 101)]
    cohort = cohort_of(rows)
    division = divide(cohort)
    assert all(division[case.id] == case.split for case in cohort.cases if case.split)
    assert counts(cohort, division)[2] == 25


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 12), st.sampled_from(["", 0, 1])), min_size=1, max_size=40),
    st.tuples(st.integers(1, 300), st.integers(0, 300), st.integers(0, 300)),
    st.integers(0, 5),
)
def test_a_patient_is_in_one_split_and_the_sizes_are_as_told(people, shape, seed):
    rows = [row_of(n, patient=f"p{patient}", outcome=outcome) for n, (patient, outcome) in enumerate(people)]
    cohort = cohort_of(rows)
    division = divide(cohort, shape, seed=seed)
    patients = patients_of(cohort)
    assert all(len({division[case.id] for case in patient.cases}) == 1 for patient in patients)
    held = Counter(division[patient.cases[0].id] for patient in patients)
    for split, share in zip(SPLITS, shape):
        assert abs(held[split] - len(patients) * share / sum(shape)) < 1 + 1e-9


def test_a_patient_told_to_be_in_two_splits_is_refused():
    cohort = cohort_of([row_of(1, patient="p", split="train"), row_of(2, patient="p", split="external")])
    with pytest.raises(BadInput, match="patient p is in external and train by the column split"):
        divide(cohort)


def test_an_external_centre_that_the_table_trains_on_is_refused():
    with pytest.raises(BadInput, match="external centre, but in train"):
        divide(cohort_of([row_of(1, split="train", centre="B")]), external_centres=["B"])


def test_the_command_writes_a_split_that_others_read(tmp_path, capsys):
    path = write_tables(tmp_path, [row_of(n) for n in range(1, 41)])
    assert main(["split", str(path), "--work", str(tmp_path / "work"), "--shares", "0.5/0.25/0.25"]) == 0
    division = read_split(Workspace(tmp_path / "work"), read_cohort(path))
    assert Counter(division.values()) == {"train": 20, "validation": 10, "external": 10}
    printed = capsys.readouterr().out
    assert "train       20" in printed
    assert "shares a centre" in printed


def test_new_cases_join_a_split_without_moving_the_others(tmp_path, capsys):
    work = Workspace(tmp_path / "work")
    arguments = ["split", str(tmp_path / "cohort.csv"), "--work", str(work.folder)]
    write_tables(tmp_path, [row_of(n) for n in range(1, 41)])
    assert main(arguments) == 0
    before = read_split(work, read_cohort(tmp_path / "cohort.csv"))
    write_tables(tmp_path, [row_of(n) for n in range(1, 61)])
    with pytest.raises(BadInput, match="lacks 20 cases, such as C41"):
        read_split(work, read_cohort(tmp_path / "cohort.csv"))
    assert main([*arguments, "--seed", "9"]) == 0
    after = read_split(work, read_cohort(tmp_path / "cohort.csv"))
    assert len(after) == 60
    assert {name: after[name] for name in before} == before
    assert "40 of 60 cases stay" in capsys.readouterr().out
    assert main([*arguments, "--seed", "9", "--again"]) == 0
    assert read_split(work, read_cohort(tmp_path / "cohort.csv")) != after


def test_a_split_that_was_not_made_or_is_damaged_says_what_to_run(tmp_path):
    cohort, work = cohort_of([row_of(1)]), Workspace(tmp_path)
    with pytest.raises(BadInput, match="run first: precontrast-train split"):
        read_split(work, cohort)
    work.split.write_text("case,split\nC1,test\n")
    with pytest.raises(BadInput, match="damaged"):
        read_split(work, cohort)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--shape", "1/2"], "not of the form"),
        (["--shape", "0/1/1"], "training needs patients"),
        (["--external-centre", "Z"], "has no centre Z; its centres are: A"),
    ],
)
def test_wrong_options_are_refused(tmp_path, capsys, options, words):
    path = write_tables(tmp_path, [row_of(n) for n in range(1, 5)])
    arguments = ["split", str(path), "--work", str(tmp_path / "work"), *options]
    try:
        code = main(arguments)
    except SystemExit as error:
        code = error.code
    assert code == 2
    assert words in capsys.readouterr().err
