"""Findings: which ones stop the answer."""

import pytest

from inference.findings import Finding, blocks, rounded


@pytest.mark.parametrize(
    ("severities", "stopped"),
    [((), False), (("pass", "note", "warning"), False), (("pass", "blocking", "note"), True)],
)
def test_one_blocking_finding_stops_the_answer_and_nothing_else_does(severities, stopped):
    assert blocks([Finding("a.b", severity) for severity in severities]) is stopped


@pytest.mark.parametrize(
    ("value", "digits", "limits", "shown"),
    [
        (0.597, 2, (0.6,), 0.597),
        (0.59999999, 2, (0.6,), 0.6),
        (0.58, 2, (0.6,), 0.58),
        (0.6, 2, (0.6,), 0.6),
        (39.6, 0, (40,), 39.6),
        (39.4, 0, (40,), 39),
        (40.2, 0, (10, 40), 40.2),
    ],
)
def test_a_value_does_not_read_as_the_limit_that_it_misses(value, digits, limits, shown):
    assert rounded(value, digits, *limits) == shown
