"""The nomogram's scales, worked out by hand."""

from __future__ import annotations

from math import exp, log

import numpy as np
import pytest

from inference.risk.logistic import Fit, LogisticModel, Term
from inference.risk.nomogram import Nomogram, NomogramRow, nomogram
from inference.risk.population import Spread
from inference.steps.logistic import run
from tests.helpers.manifests import logistic
from tests.helpers.packs import context, make_pack, number

TERMS = (
    Term("grade", 2.0, "e", answer="mild", significant_only=True),
    Term("grade", 8.0, "e", answer="bad", significant_only=True),
    Term("age", 0.5, "e", significant_only=True),
)
POPULATION = {
    "grade": Spread(("none", "mild", "bad"), np.array([0.5, 0.3, 0.2])),
    "age": Spread((0.0, 1.0, 2.0), np.array([0.25, 0.5, 0.25])),
}
MARKS = {"grade": ("none", "mild", "bad"), "age": (0.0, 1.0, 2.0)}
AVERAGES = log(0.5 + 0.3 * 2 + 0.2 * 8) + log(0.25 + 0.5 / 2 + 0.25 / 4)


def test_the_longest_scale_has_a_hundred_points_and_the_least_risk_none():
    chart = nomogram(LogisticModel(TERMS, POPULATION), MARKS)
    assert [(row.predictor, row.answers) for row in chart.rows] == list(MARKS.items())
    assert chart.rows[0].points == pytest.approx((0, 100 / 3, 100))
    assert chart.rows[1].points == pytest.approx((200 / 3, 100 / 3, 0))
    assert chart.log_odds_per_point == pytest.approx(log(8) / 100)
    assert chart.log_odds_at_zero == pytest.approx(log(0.25) - AVERAGES)
    assert chart.ends == pytest.approx((log(0.25) - AVERAGES, log(8) - AVERAGES))


def test_a_trained_model_begins_its_scale_at_its_own_offset():
    chart = nomogram(LogisticModel(TERMS, POPULATION, Fit(-1.0, 0.5)), MARKS)
    assert chart.log_odds_at_zero == pytest.approx(log(0.25) - 1)


def test_without_any_effect_nobody_has_a_point():
    term = Term("age", 1.0, "e", significant_only=True)
    chart = nomogram(LogisticModel((term,), POPULATION), {"age": (0.0, 2.0)})
    assert (chart.rows[0].points, chart.ends, chart.log_odds_per_point) == ((0.0, 0.0), (0.0, 0.0), 0.01)


def test_a_scale_without_a_mark_adds_nothing_to_the_end():
    rows = (NomogramRow("x", (), ()), NomogramRow("y", ("a", "b"), (0.0, 50.0)))
    assert Nomogram(rows, 1.0, 0.02).ends == (1.0, 2.0)


@pytest.mark.parametrize(("most", "findings"), [(1005, []), (1005.1, ["risk.beyond-odds"])])
def test_a_chart_that_runs_to_odds_of_e_to_the_hundredth_is_of_no_use(most, findings):
    # A tenth for each unit, against an average of 0.1 x 5 + (0.1 x 1) ** 2 / 2 = 0.505.
    step = logistic(
        terms=[{"predictor": "n", "odds_ratio": exp(0.1), "evidence": "source", "significant_only": True}],
        population=[{"predictor": "n", "mean": 5, "sd": 1, "certainty": "computed"}],
    )
    tiers = [{"id": "low", "title": {"en": "low", "zh": "低"}, "colour": "#000000", "shape": "circle", "times": 0}]
    pack = make_pack(predictors=[number("n", -10, most)], steps=[step], tiers=tiers)
    found = run(pack.manifest.steps[0], context(pack, {"n": 5.0}))
    assert [finding.code for finding in found.findings] == findings
    assert (found.risk is None) == bool(findings)
