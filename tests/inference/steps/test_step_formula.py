"""Step ``formula``: published arithmetic, with what is unknown named."""

import pytest

from inference.results import Result
from inference.steps.context import StepResult
from inference.steps.formula import run
from tests.helpers.packs import choice, context, formula, make_manifest, make_pack, number

GAUGE = {"gauge": {"18G": 1.0, "22G": 0.6}}
PREDICTORS = [number("a"), number("b"), choice("gauge", "18G", "22G", "other")]


def run_formula(answers, earlier=None, **step):
    pack = make_pack(predictors=PREDICTORS, steps=[formula(**step)])
    return run(pack.manifest.steps[0], context(pack, answers, earlier=earlier or {}))


def result(answers, **step) -> Result:
    (found,) = run_formula(answers, **step).results
    return found


def test_the_formula_is_computed():
    assert result({"a": 2.0, "b": 3.0}).value == 5.0


def test_its_value_is_there_for_later_steps():
    assert run_formula({"a": 2.0, "b": 3.0}, name="total").values == {"total": 5.0}


def test_unknown_inputs_leave_the_result_unknown_and_are_named():
    assert result({"a": None, "gauge": None}, expression="a + gauge", tables=GAUGE) == Result(
        "value", "sum", None, missing=("a", "gauge")
    )


def test_an_unknown_result_gives_later_steps_nothing():
    assert run_formula({"a": 1.0}).values == {}


def test_a_table_turns_a_word_into_its_number():
    assert result({"a": 5.0, "gauge": "22G"}, expression="a * gauge", tables=GAUGE).value == 3.0


def test_a_word_without_a_number_in_the_table_is_missing():
    assert result({"a": 5.0, "gauge": "other"}, expression="a * gauge", tables=GAUGE).missing == ("gauge",)


def test_the_value_of_an_earlier_step_is_used():
    pack = make_pack(steps=[formula("x"), formula("y", "x * 2")])
    found = run(pack.manifest.steps[1], context(pack, {}, earlier={"x": StepResult(values={"x": 4.0})}))
    assert found.results[0].value == 8.0


def test_the_interval_is_that_of_its_own_formulas():
    found = result({"a": 10.0, "b": 2.0}, expression="a", formula_low="a - b", formula_high="a + b")
    assert (found.value, found.low, found.high) == (10.0, 8.0, 12.0)


def test_an_interval_that_needs_an_unknown_answer_leaves_the_result_unknown():
    assert result({"a": 10.0}, expression="a", formula_low="a - b", formula_high="a + b").missing == ("b",)


@pytest.mark.parametrize(
    "step",
    [
        {"expression": "1 / a"},
        {"expression": "a", "formula_low": "log(a)", "formula_high": "a"},
        {"expression": "a + 10 ** 9 * 10 ** 9"},
    ],
    ids=["of the value", "of the interval", "too large to be printed"],
)
def test_a_division_by_nothing_stops_the_answer_instead_of_the_program(step):
    (finding,) = run_formula({"a": 0.0}, **step).findings
    assert (finding.code, finding.severity, finding.subject) == ("formula.no-result", "blocking", "sum")


@pytest.mark.parametrize(("a", "stops"), [(-0.1, True), (0.0, False), (1.0, False), (1.1, True)])
def test_an_impossible_result_stops_the_answer_and_is_not_shown(a, stops):
    found = run_formula({"a": a}, expression="a", low=0, high=1)
    assert [f.code for f in found.findings] == (["formula.impossible"] if stops else [])
    assert (found.results == ()) is stops


def test_an_open_end_is_shown_as_open():
    (finding,) = run_formula({"a": 5.0}, expression="a", high=1).findings
    assert finding.evidence == {"value": 5.0, "low": "-", "high": 1.0}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (652.5675, "650"),
        (40496.34, "40000"),
        (10.5414, "11"),
        (2.524, "2.5"),
        (0.0456, "0.046"),
        (9.96, "10"),
        (0, "0.0"),
    ],
)
def test_a_result_is_shown_with_the_digits_that_count(value, written):
    step = make_manifest(steps=[formula("x", "a", significant=2)]).steps[0]
    assert step.shown(value) == written


def test_a_result_is_otherwise_shown_with_its_digits_after_the_point():
    assert make_manifest(steps=[formula("x", "a", decimals=2)]).steps[0].shown(652.5675) == "652.57"
