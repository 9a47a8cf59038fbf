"""Numbers of a pack at which something changes: of which answer, from where, and each once."""

from __future__ import annotations

from types import SimpleNamespace

from inference.packs.cuts import cuts_of


def step(name: str, *cuts: tuple[str, float], substitute: str | None = None) -> SimpleNamespace:
    return SimpleNamespace(id=name, substitute=substitute, cuts=lambda: iter(cuts))


def predictor(name: str, formula: str | None = None, cuts: tuple[float, ...] = ()) -> SimpleNamespace:
    return SimpleNamespace(id=name, derive=None if formula is None else SimpleNamespace(formula=formula, cuts=cuts))


def found(predictors=(), steps=()) -> dict[str, tuple[float, ...]]:
    return cuts_of(SimpleNamespace(predictors=predictors, steps=steps))


def test_cuts_of_all_steps_are_gathered_by_what_they_cut_ascending_and_once():
    score, rules = step("s", ("age", 80.0), ("age", 60.0), ("glucose", 133.0)), step("r", ("age", 60.0), ("age", 18.0))
    assert found(steps=[score, rules]) == {"age": (18.0, 60.0, 80.0), "glucose": (133.0,)}


def test_the_cuts_of_a_derived_answer_are_of_the_answer_it_is_derived_from():
    age, group = predictor("age"), predictor("group", "age", (40.0, 60.0))
    assert found([age, group], [step("s", ("age", 50.0))]) == {"age": (40.0, 50.0, 60.0)}


def test_a_formula_of_several_answers_cuts_none_of_them():
    assert found([predictor("kg"), predictor("m"), predictor("bmi", "kg / m ** 2", (18.5, 25.0))]) == {}


def test_what_cuts_the_figure_of_a_region_cuts_the_answer_that_may_stand_for_it():
    volume, other = step("volume", substitute="entered_ml"), step("other", substitute="elsewhere")
    rules = step("r", ("volume", 30.0), ("entered_ml", 60.0))
    expected = {"volume": (30.0,), "entered_ml": (30.0, 60.0)}
    assert found(steps=[volume, other, rules]) == found(steps=[rules, other, volume]) == expected


def test_a_pack_without_a_number_that_decides_has_no_cuts():
    assert found([predictor("age")], [step("s")]) == {}
