"""The table of outcomes: what is read, and the sentence about what cannot be."""

import csv
import io
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inference.errors import InputError
from inference.risk.logistic import at_prevalence, logit
from training.errors import BadInput
from training.risk import outcomes
from training.risk.outcomes import MOST_LOG_ODDS, read_outcomes

unknown = st.sampled_from(["", " ", "unknown", "未知", "Unknown"])
orders = st.permutations(["case", "outcome", "log_odds", "note"])
row_values = st.tuples(st.sampled_from([0, 1, None]), st.none() | st.floats(-MOST_LOG_ODDS, MOST_LOG_ODDS))


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("outcomes") / "outcomes.csv"


def read(path, text: str | bytes):
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_outcomes(path, "cme-site", "1.0.0")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(row_values, max_size=12), unknown, st.permutations(["case", "outcome", "log_odds", "note"]), st.booleans()
)
def test_what_was_written_is_read_in_any_form(path, rows, empty, columns, windows):
    """Columns in any order, unknown in any word, a byte order mark and Windows' line ends, blank lines."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n" if windows else "\n")
    writer.writerow(columns)
    for n, (outcome, log_odds) in enumerate(rows):
        cells = {"case": f"c{n}", "outcome": outcome, "log_odds": log_odds, "note": 'said "ok", twice\nand again'}
        writer.writerow([empty if cells[name] is None else cells[name] for name in columns])
        writer.writerow([])
    found = read(path, ("\ufeff" if windows else "").encode() + text.getvalue().encode())
    usable = [(outcome, value) for outcome, value in rows if outcome is not None and value is not None]
    assert found.left_out == len(rows) - len(usable)
    assert found.event.tolist() == [outcome == 1 for outcome, _ in usable]
    assert found.log_odds.tolist() == [value for _, value in usable]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.floats(-8, 8), st.floats(1e-4, 0.9)), min_size=1, max_size=8))
def test_a_printed_risk_is_taken_back_to_the_average(path, rows):
    lines = [f"{int(event)},{at_prevalence(value, rate)!r},{rate!r}" for event, value, rate in rows]
    found = read(path, "\n".join(["outcome,probability,prevalence", *lines]))
    np.testing.assert_allclose(found.log_odds, [value for _, value, _ in rows], atol=1e-6)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=80) | st.text(max_size=80) | st.text('outcme,lg_d01\n\r" .;-e', max_size=80))
def test_anything_else_is_refused_in_words_or_read(path, text):
    try:
        found = read(path, text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    except InputError:
        return
    assert len(found.event) == len(found.log_odds)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "found: none"),
        ("outcome\n1\n", "found: outcome"),
        ("outcome;log_odds\n1;0\n", "found: outcome;log_odds"),
        ("outcome,probability\n1,0.1\n", "outcome, probability and prevalence"),
        ("outcome,log_odds,outcome\n1,1,1\n", "twice in the header"),
        ("outcome,log_odds\n1\n", "line 2: 1 cells where the header has 2"),
        ("outcome,log_odds\nyes,1\n", "line 2: outcome is 'yes'; write 1"),
        ("outcome,log_odds\n1,\n0,high\n", "line 3: log_odds is 'high', not a number"),
        ("outcome,log_odds\n1,inf\n", "not a number"),
        ("outcome,log_odds\n1,62\n", "too far from 0"),
        ("outcome,probability,prevalence\n1,0.62,0.27\n0,62,0.27\n", "line 3: probability is '62'"),
        ("outcome,probability,prevalence\n1,0.62,\n", "prevalence is ''; write a number above 0 and below 1"),
        ("outcome,probability,prevalence\n1,0,0.0027\n", "probability is '0'"),
        ("case,outcome,log_odds\na,1,1\nb,0,1\na,0,2\n", "case a stands in line 2 and in line 4"),
        ("outcome,log_odds,pack\n1,1,other\n", "pack is 'other', but the pack is cme-site 1.0.0"),
        ("outcome,log_odds,version\n1,1,1.1.0\n", "keep only its own rows"),
        ('outcome,log_odds\n"1,1\n', "not valid CSV"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(path, text, sentence):
    with pytest.raises(BadInput) as refused:
        read(path, text)
    assert sentence in str(refused.value)
    assert str(path) in str(refused.value)


def test_many_faults_are_counted(path):
    with pytest.raises(BadInput) as refused:
        read(path, "outcome,log_odds\n" + "2,0\n" * 50)
    assert str(refused.value).count("outcome is '2'") == outcomes.MOST_FAULTS
    assert "and 30 more" in str(refused.value)


def test_unnamed_cases_may_repeat(path):
    assert len(read(path, "case,outcome,log_odds\n,1,1\n,0,1\n").event) == 2


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError):
        read_outcomes(tmp_path / "none.csv", "a", "1.0.0")


def test_odds_of_the_example_in_the_help(path):
    found = read(path, "outcome,probability,prevalence\n1,0.0062,0.0027\n")
    assert found.log_odds[0] == pytest.approx(logit(0.0062) - logit(0.0027))
    assert math.isfinite(found.log_odds[0])
