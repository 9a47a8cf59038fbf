"""Step ``rules``: a class from conditions; nothing is concluded from what is not known."""

import pytest

from inference.steps.context import StepResult
from inference.steps.rules import Condition, run
from tests.helpers.packs import choice, context, formula, make_pack, number, text

PREDICTORS = [number("a"), choice("c", "hand", "arm", "foot")]


def rule(name, *conditions):
    fields = ("name", "relation", "value")
    return {"id": name, "title": text(), "conditions": [dict(zip(fields, c)) for c in conditions]}


def classes(rules, answers, every=False, earlier=None):
    step = {"kind": "rules", "id": "r", "title": text(), "rules": rules, "every": every}
    pack = make_pack(predictors=PREDICTORS, steps=[formula("before", "a"), step])
    return run(pack.manifest.steps[1], context(pack, answers, earlier=earlier or {})).results


TWO = [rule("high", ("a", ">=", 10)), rule("low")]


@pytest.mark.parametrize(
    ("relation", "below", "equal", "above"),
    [("<", True, False, False), ("<=", True, True, False), (">", False, False, True), (">=", False, True, True)],
)
def test_a_limit_is_in_or_out_as_its_sign_says(relation, below, equal, above):
    condition = Condition("a", relation, 10.0)
    assert [condition.holds(value) for value in (9.9, 10.0, 10.1)] == [below, equal, above]


def test_a_word_is_compared_as_a_whole():
    assert [Condition("c", "in", ("hand", "arm")).holds(word) for word in ("hand", "foot", "ha")] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(("a", "name"), [(10.0, "high"), (9.0, "low")])
def test_the_first_rule_that_holds_is_the_class(a, name):
    assert [r.value for r in classes(TWO, {"a": a})] == [name]


def test_all_conditions_of_a_rule_must_hold():
    rules = [rule("both", ("a", ">", 1), ("c", "is", "hand")), rule("rest")]
    assert [classes(rules, {"a": a, "c": c})[0].value for a, c in ((2.0, "hand"), (2.0, "arm"), (0.0, "hand"))] == [
        "both",
        "rest",
        "rest",
    ]


def test_a_class_that_hangs_on_an_unknown_answer_is_not_given():
    (found,) = classes(TWO, {"a": None})
    assert (found.value, found.missing) == (None, ("a",))


def test_where_no_rule_holds_there_is_no_class_and_nothing_missing():
    (found,) = classes(TWO[:1], {"a": 1.0})
    assert (found.value, found.missing) == (None, ())


def test_advice_is_every_rule_that_holds():
    rules = [rule("one", ("a", ">", 1)), rule("two", ("c", "is", "hand")), rule("three", ("a", ">", 9))]
    assert [r.value for r in classes(rules, {"a": 5.0, "c": "hand"}, every=True)] == ["one", "two"]


def test_advice_that_needs_an_unknown_answer_is_not_given_and_the_rest_is():
    rules = [rule("one", ("a", ">", 1)), rule("two", ("c", "is", "hand"))]
    assert [r.value for r in classes(rules, {"c": "hand"}, every=True)] == ["two"]


@pytest.mark.parametrize(
    ("answers", "given"),
    [({"c": "hand"}, ["ask"]), ({"c": "hand", "a": 1.0}, []), ({"c": "arm"}, []), ({}, [])],
)
def test_a_reminder_may_hang_on_what_is_unknown(answers, given):
    rules = [rule("ask", ("c", "is", "hand"), ("a", "unknown"))]
    assert [r.value for r in classes(rules, answers, every=True)] == given


def test_a_class_may_say_what_to_do_while_an_answer_is_unknown():
    rules = [rule("ask", ("a", "unknown")), rule("rest")]
    assert [classes(rules, {"a": a})[0].value for a in (None, 1.0)] == ["ask", "rest"]


@pytest.mark.parametrize(
    ("relation", "value"), [("unknown", 1.0), ("unknown", "hand"), ("is", None), ("in", "hand"), (">", "hand")]
)
def test_a_value_that_does_not_suit_the_relation_is_refused(relation, value):
    with pytest.raises(ValueError):
        Condition("a", relation, value)


def test_the_value_of_an_earlier_step_can_be_a_condition():
    earlier = {"before": StepResult(values={"before": 3.0})}
    assert classes([rule("high", ("before", ">", 2)), rule("low")], {}, earlier=earlier)[0].value == "high"
