"""Predictors that give the outcome away are found; those that merely help are not."""

from pathlib import Path

import pytest

from tests.helpers.cohorts import HEADER, row_of, settings_of
from training.cohort.table import parse_table
from training.cohort.tells import find_tells

TYPED = settings_of()


def told(column: str, value_of, count: int = 20):
    """Severity and problem of what is found when a column is written by outcome and number; odd numbers have it."""
    rows = [row_of(n, **{column: value_of(n % 2, n)}) for n in range(1, count + 1)]
    cohort = parse_table("\n".join([HEADER, *rows]), TYPED, Path("cohort.csv")).cohort
    return [(fault.severity, fault.problem) for fault in find_tells(cohort) if fault.column == column]


@pytest.mark.parametrize(
    ("column", "value_of", "severity", "words"),
    [
        ("sex", lambda event, n: "female" if event else "male", "fault", "of every case"),
        ("sex", lambda event, n: "male" if event else "female", "fault", "of every case"),
        ("age", lambda event, n: 60 + n if event else 20 + n, "fault", "of every case"),
        ("age", lambda event, n: 20 + n if event else 60 + n, "fault", "of every case"),
        ("age", lambda event, n: 41.5 if n == 20 else 40 + n if event else 19 + n, "warning", "almost every case"),
        ("age", lambda event, n: 50 + n if event else "", "fault", "with the event and of no other"),
        ("sex", lambda event, n: "" if event else "male", "fault", "without the event and of no other"),
    ],
)
def test_what_gives_the_outcome_away_is_named(column, value_of, severity, words):
    [(found, problem)] = told(column, value_of)
    assert (found, words in problem) == (severity, True), problem


@pytest.mark.parametrize(
    ("column", "value_of", "count"),
    [
        ("sex", lambda event, n: "female" if event or n % 6 == 0 else "male", 20),
        ("age", lambda event, n: 40 + n, 20),
        ("age", lambda event, n: 60 + n if event else 20 + n, 8),
        ("age", lambda event, n: "" if n % 3 else 40 + n, 20),
    ],
    ids=["helps", "tells nothing", "too few cases to say", "gaps by chance"],
)
def test_what_merely_helps_is_left_alone(column, value_of, count):
    assert told(column, value_of, count) == []
