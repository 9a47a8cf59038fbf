"""Nomogram: points that add up to the model."""

import pytest
from hypothesis import given

from inference.risk.logistic import LogisticModel, Term, estimate
from inference.risk.nomogram import nomogram
from inference.risk.population import Normal, Shares, spread_of
from tests.helpers.models import HIGHEST, LOWEST, models, questions


def marks_of(model: LogisticModel, answers: dict | None = None) -> dict:
    """The ends of every scale, and the answers asked about."""
    marks = {p: model.population[p].answers if p != "age" else (LOWEST, HIGHEST) for p in model.predictors}
    return {p: tuple(dict.fromkeys((*marks[p], (answers or {}).get(p, marks[p][0])))) for p in marks}


@given(questions(known=True))
def test_points_read_off_the_scales_give_back_the_log_odds(question):
    model, answers = question
    drawn = nomogram(model, marks_of(model, answers))
    points = sum(row.points[row.answers.index(answers[row.predictor])] for row in drawn.rows)
    found = drawn.log_odds_at_zero + points * drawn.log_odds_per_point
    assert found == pytest.approx(estimate(model, answers).log_odds, abs=1e-9)


@given(models())
def test_every_scale_begins_at_no_points(model):
    assert all(min(row.points) == 0 for row in nomogram(model, marks_of(model)).rows)


@given(models())
def test_the_widest_scale_has_a_hundred_points(model):
    drawn = nomogram(model, marks_of(model))
    assert max(max(row.points) for row in drawn.rows) == pytest.approx(100)


def test_points_are_those_of_the_formula_of_the_evidence():
    # Evidence section 4: points = beta (x - x_ref) / max |beta range| * 100. By hand: age over 82 years has
    # ln(1.017) x 82 = 1.382, sex ln(1.683) = 0.521; so the widest is age and female sex has 37.7 points.
    population = {
        "age": spread_of(Normal("age", 57, 15, "c"), 18, 100),
        "sex": spread_of(Shares("sex", {"female": 0.46, "male": 0.54}, "c")),
    }
    terms = (
        Term("age", 1.017, "e", significant_only=True),
        Term("sex", 1.683, "e", answer="female", significant_only=True),
    )
    drawn = nomogram(LogisticModel(terms, population), {"age": (18.0, 59.0, 100.0), "sex": ("female", "male")})
    assert drawn.rows[0].points == pytest.approx((0, 50, 100))
    assert drawn.rows[1].points == pytest.approx((37.66, 0), abs=0.01)


def test_a_model_without_any_effect_still_has_scales():
    spread = spread_of(Shares("factor", {"no": 0.9, "yes": 0.1}, "c"))
    model = LogisticModel((Term("factor", 1.0, "e", answer="yes", significant_only=True),), {"factor": spread})
    assert nomogram(model, {"factor": ("no", "yes")}).rows[0].points == (0, 0)
