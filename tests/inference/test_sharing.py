"""One form for a pack and its fallback: answers are shared by id and alias where both ask the same."""

import pytest

from inference.errors import InputError
from inference.sharing import for_fallback, own_answers
from tests.helpers.packs import WITHOUT_MODELS, bundled, choice, make_manifest, number, sheet

OWN = make_manifest(
    predictors=[number("a", unit="mL"), number("b"), choice("gender", "f", "m", aliases=["sex"]), choice("c")]
)
OTHER = make_manifest(
    predictors=[
        number("a", unit="L"),
        number("b"),
        choice("sex", "f", "m"),
        choice("dm", aliases=["diabetes"]),
        choice("c", "no", "maybe"),
    ]
)


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ({"b": 3}, {"b": 3}),
        ({"gender": "f"}, {"sex": "f"}),
        ({"diabetes": "yes"}, {"dm": "yes"}),
        ({"dm": "no", "diabetes": "yes"}, {"dm": "no"}),
        ({"a": 3}, {}),  # millilitres are not litres
        ({"c": "yes"}, {}),  # not an answer there
        ({"c": "no"}, {"c": "no"}),
    ],
)
def test_an_answer_reaches_the_fallback_where_both_ask_the_same(given, taken):
    assert for_fallback(sheet(given), OWN, OTHER).answers == taken


def test_what_only_the_fallback_asks_is_no_mistake_of_the_sheet():
    assert own_answers(sheet({"b": 3, "dm": "yes", "diabetes": "yes"}), OWN, OTHER).answers == {"b": 3}


def test_a_name_that_neither_knows_is_still_a_mistake():
    assert own_answers(sheet({"dibaetes": "yes"}), OWN, OTHER).answers == {"dibaetes": "yes"}


def test_without_a_fallback_nothing_is_left_out():
    assert own_answers(sheet({"dm": "yes"}), OWN, None).answers == {"dm": "yes"}


def test_the_form_of_the_method_pack_asks_enough_for_its_fallback():
    # A refusal of its images must not end without an answer: every factor of the fallback's sum is asked.
    pack, fallback = bundled("cme-hu2025-demo").manifest, bundled("cme-literature-prior").manifest
    (step,) = (s for s in fallback.steps if s.kind == "logistic")
    asked = {predictor.id for predictor in pack.predictors if predictor.asked}
    wanted = {term.predictor for term in step.terms if term.module is None}
    assert pack.fallback == fallback.id
    assert wanted <= asked


@pytest.mark.parametrize("name", WITHOUT_MODELS)
def test_a_score_of_whole_points_refuses_a_fraction(name):
    from inference.answers import complete

    manifest = bundled(name).manifest
    for predictor in (p for p in manifest.predictors if p.kind == "number" and p.whole):
        with pytest.raises(InputError) as caught:
            complete(manifest, sheet({predictor.id: 2.5}), {})
        assert caught.value.code == "answers.not-whole"
        complete(manifest, sheet({predictor.id: 2.0}), {})
