"""cohort.csv and cohort.toml: what is right is read as written, what is wrong is said at once and in plain words."""

import csv
import io
import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inference.errors import InputError
from tests.helpers.cohorts import HEADER, SETTINGS, row_of, settings_of, write_tables
from training.cohort.faults import CohortFaults
from training.cohort.table import parse_cohort, parse_table, read_cohort
from training.errors import BadInput, sentence_of

TYPED = settings_of()


def parse(*rows: str, header: str = HEADER):
    return parse_table("\n".join([header, *rows]), TYPED, Path("cohort.csv"))


def faults_of(*rows: str):
    return [(fault.row, fault.column, fault.problem) for fault in parse(*rows).faults]


def test_a_row_becomes_a_case(tmp_path):
    path = write_tables(tmp_path, [row_of(1, split="train", centre="Ålesund 医院"), row_of(2, mask="", outcome="")])
    first, second = read_cohort(path).cases
    assert (first.id, first.patient, first.outcome, first.split) == ("C1", "patient 1", 1, "train")
    assert first.centre == "Ålesund 医院"
    assert first.study == tmp_path / "studies/1"
    assert first.masks == {"1": tmp_path / "masks/1.nii.gz"}
    assert first.answers == {"age": 41.0, "sex": "female", "weight": 61.0}
    assert (second.masks, second.outcome, second.split, second.row) == ({}, None, None, 3)


@pytest.mark.parametrize("cell", ["", "unknown", "UNKNOWN", "未知", "NA", "NaN", "#N/A", "NULL", "None", "不详"])
def test_unknown_stays_unknown(cell):
    case = parse(row_of(1, age=cell, sex=cell, outcome=cell, patient="")).cohort.cases[0]
    assert case.answers["age"] is case.answers["sex"] is case.outcome is None
    assert case.patient == "C1"


@pytest.mark.parametrize(("cell", "outcome"), [("1", 1), ("0", 0), ("1.0", 1), ("0.0", 0)])
def test_an_outcome_may_be_written_as_statistics_programs_do(cell, outcome):
    assert parse(row_of(1, outcome=cell)).cohort.cases[0].outcome == outcome


@pytest.mark.parametrize("cell", ["female", "Female", "女"])
def test_a_choice_may_be_written_in_either_language(cell):
    assert parse(row_of(1, sex=cell)).cohort.cases[0].answers["sex"] == "female"


def test_a_spreadsheet_s_byte_order_mark_empty_columns_and_blank_lines_are_no_fault(tmp_path):
    path = write_tables(tmp_path, [row_of(1) + ",,", ",,,,,,,,,,,,", row_of(2) + ",,"], HEADER + ",,")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert [case.id for case in read_cohort(path).cases] == ["C1", "C2"]


def test_paths_of_windows_are_understood():
    case = parse(row_of(1, study="studies\\1\\ct")).cohort.cases[0]
    assert case.study == Path("studies/1/ct")


def test_a_second_reader_adds_a_mask():
    cohort = parse(row_of(1, reader="Li"), row_of(1, reader="Wang", mask="masks/w.nrrd", age="", outcome="")).cohort
    assert [reader for case in cohort.cases for reader in case.masks] == ["Li", "Wang"]


def test_a_derived_answer_is_computed_and_an_entered_one_stays():
    text = (
        SETTINGS
        + """
[[predictors]]
id = "heavy"
kind = "choice"
label = { en = "Heavy", zh = "重" }
choices = [{ value = "no", label = { en = "no", zh = "否" } }, { value = "yes", label = { en = "yes", zh = "是" } }]
derive = { formula = "weight / 2", cuts = [40], answers = ["no", "yes"] }
"""
    )
    typed = settings_of(text)
    rows = [row_of(1, weight=90), row_of(2, weight=""), row_of(3, weight=90) + ",no"]
    table = "\n".join([HEADER + ",heavy", rows[0] + ",", rows[1] + ",", rows[2]])
    answers = [case.answers["heavy"] for case in parse_table(table, typed, Path("cohort.csv")).cohort.cases]
    assert answers == ["yes", None, "no"]


@pytest.mark.parametrize(
    ("changes", "column", "words"),
    [
        ({"age": "abc"}, "age", "not a number"),
        ({"age": "inf"}, "age", "not a number"),
        ({"age": "1_0"}, "age", "not a number"),
        ({"age": "640"}, "age", "outside 18 to 100"),
        ({"sex": "f"}, "sex", "'f'"),
        ({"outcome": "yes"}, "outcome", "'yes'"),
        ({"outcome": "2"}, "outcome", "'2'"),
        ({"split": "test"}, "split", "'test'"),
        ({"study": ""}, "study", "empty"),
        ({"study": "a\x07b"}, "study", "character"),
        ({"case": ""}, "case", "empty"),
        ({"case": "../x"}, "case", "cannot name a file"),
        ({"case": "a" * 65}, "case", "longer"),
    ],
)
def test_a_wrong_cell_is_named(changes, column, words):
    parsed = parse(row_of(1, **changes), row_of(2))
    [fault] = parsed.faults
    assert (fault.row, fault.column) == (2, column)
    assert words in fault.problem
    assert [case.id for case in parsed.cohort.cases] == ["C2"]


def test_all_faults_are_said_at_once(tmp_path):
    path = write_tables(tmp_path, [row_of(1, age="x", sex="y"), row_of(2, outcome=3), "C3,too,short"])
    with pytest.raises(CohortFaults) as caught:
        read_cohort(path)
    assert [fault.column for fault in caught.value.faults] == ["age", "sex", "outcome", ""]
    sentence = sentence_of(caught.value)
    assert "has 4 faults" in sentence
    assert "row 2, case C1, age: is 'x', not a number; write a number" in sentence
    assert pickle.loads(pickle.dumps(caught.value)).faults == caught.value.faults


def test_many_faults_are_cut_short_and_counted(tmp_path):
    path = write_tables(tmp_path, [row_of(n, age="x") for n in range(50)])
    with pytest.raises(CohortFaults, match="and 30 more"):
        read_cohort(path)


def test_an_id_twice_is_a_fault_and_so_is_one_that_differs_by_capitals_alone():
    assert "stands in row 2" in faults_of(row_of(1), row_of(1))[0][2]
    assert "capitals" in faults_of(row_of(1), row_of(1, case="c1"))[0][2]


def test_rows_of_one_case_may_not_contradict_each_other():
    faults = faults_of(row_of(1, reader="a"), row_of(1, reader="b", outcome=0, age=50))
    assert [(row, column) for row, column, _ in faults] == [(3, "outcome"), (3, "age")]


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (HEADER.replace("[a]", "[d]"), "is not in a"),
        (HEADER.replace("weight", "wieght"), "did you mean weight"),
        (HEADER.replace(",outcome", ",outcomes"), "outcome: is missing"),
        (HEADER.replace(",sex", ""), "sex: is missing"),
        (HEADER + ",sex", "occurs twice"),
        (HEADER.replace(",", ";"), "separate columns by commas"),
        (HEADER + ",smoker", "add a predictor"),
    ],
)
def test_a_wrong_header_is_named(header, words):
    with pytest.raises(CohortFaults) as caught:
        parse(row_of(1), header=header)
    assert words in str(caught.value)


def test_a_table_without_cases_is_refused():
    for text in ("", "\n\n", HEADER):
        with pytest.raises(BadInput, match="at least one case"):
            parse_table(text, TYPED, Path("cohort.csv"))


@pytest.mark.parametrize(
    ("written", "named"),
    [("gbk", "GB18030"), ("gb18030", "GB18030"), ("utf-16", "UTF-16"), ("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8")],
)
def test_a_table_is_read_in_the_encodings_of_excel(tmp_path, written, named):
    path = write_tables(tmp_path, [row_of(1, sex="女", centre="北京协和医院")])
    path.write_bytes(path.read_text(encoding="utf-8").encode(written))
    parsed = parse_cohort(path)
    assert (parsed.encoding, parsed.faults) == (named, ())
    assert (parsed.cohort.cases[0].centre, parsed.cohort.cases[0].answers["sex"]) == ("北京协和医院", "female")


@pytest.mark.parametrize("spoilt", ["医院".encode("gb18030") + b"\xff", "Universitätsklinikum Köln".encode("cp1252")])
def test_a_table_in_another_encoding_says_how_to_save_it(tmp_path, spoilt):
    path = write_tables(tmp_path, [row_of(1)])
    path.write_bytes(path.read_bytes() + spoilt)
    with pytest.raises(InputError) as caught:
        read_cohort(path)
    assert "UTF-8" in sentence_of(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("site_prevalence = 0.0027", "site_prevalence = 0.27e1", "site_prevalence must be above 0"),
        ("planned_parameters = 2", "planned_parameters = 0", "planned_parameters"),
        ('id = "age"', 'id = "split"', "name of a column"),
        ('id = "age"', 'id = "sex"', "stands twice"),
        ("simulated = true", "simulated = true\nmask_labels = { CCA-R = 1 }", "exactly CCA-R, IJV-R"),
        ("simulated = true", "simulated = true\nanticipated_auc = 1.0", "anticipated_auc"),
        ("simulated = true", "simulated = ", "line"),
        ("simulated = true", "simulated = true\nsimulate = 3", "not known"),
    ],
)
def test_wrong_settings_are_named(tmp_path, old, new, words):
    path = write_tables(tmp_path, [row_of(1)], settings=SETTINGS.replace(old, new, 1))
    with pytest.raises(InputError) as caught:
        read_cohort(path)
    assert words in sentence_of(caught.value)


def test_a_missing_settings_file_is_named(tmp_path):
    path = write_tables(tmp_path, [row_of(1)])
    (tmp_path / "cohort.toml").unlink()
    with pytest.raises(InputError) as caught:
        read_cohort(path)
    assert "cohort.toml does not exist" in sentence_of(caught.value)


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_in_words(text):
    for whole in (text, f"{HEADER}\n{text}"):
        try:
            parse_table(whole, TYPED, Path("cohort.csv"))
        except InputError as error:
            assert sentence_of(error)


CELL = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["", "unknown", "0", "1", "train", "female", "男", "1e400", "-0", "٣", '"', "C1", "NUL", "a\0b"]),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.lists(CELL, min_size=10, max_size=12), min_size=1, max_size=4))
def test_any_cells_are_read_or_refused_in_words(rows):
    buffer = io.StringIO()
    csv.writer(buffer).writerows([HEADER.split(","), *rows])
    try:
        parsed = parse_table(buffer.getvalue(), TYPED, Path("cohort.csv"))
    except InputError as error:
        assert sentence_of(error)
    else:
        assert len({case.id.casefold() for case in parsed.cohort.cases}) == len(parsed.cohort.cases)
        assert all(fault.problem and fault.mend for fault in parsed.faults)


@settings(max_examples=50, deadline=None)
@given(
    st.dictionaries(
        st.from_regex(r"[A-Za-z0-9_]{1,20}", fullmatch=True),
        st.tuples(st.sampled_from([None, 0, 1]), st.floats(18, 100), st.sampled_from([None, "male", "female"])),
        min_size=1,
        max_size=8,
    )
)
def test_what_is_written_is_read_again(values):
    names = {name.casefold(): name for name in values}.values()
    written = {name: ["" if value is None else value for value in values[name]] for name in names}
    rows = [row_of(1, case=name, outcome=outcome, age=age, sex=sex) for name, (outcome, age, sex) in written.items()]
    cases = parse(*rows).cohort.cases
    found = {case.id: (case.outcome, case.answers["age"], case.answers["sex"]) for case in cases}
    assert found == {name: values[name] for name in names}


def test_the_rows_that_are_right_are_read_beside_those_that_are_wrong(tmp_path):
    parsed = parse_cohort(write_tables(tmp_path, [row_of(1), row_of(2, age="x"), row_of(3)]))
    assert [case.id for case in parsed.cohort.cases] == ["C1", "C3"]
