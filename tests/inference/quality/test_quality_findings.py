"""Findings: which ones stop the answer."""

import pytest

from inference.quality.findings import Finding, blocks


@pytest.mark.parametrize(
    ("severities", "stopped"),
    [((), False), (("pass", "note", "warning"), False), (("pass", "blocking", "note"), True)],
)
def test_one_blocking_finding_stops_the_answer_and_nothing_else_does(severities, stopped):
    assert blocks([Finding("a.b", severity) for severity in severities]) is stopped
