"""Manifests: what a pack may say, and where a mistake in it is named."""

import pytest

from inference.errors import InputError
from inference.packs.store import read_manifest
from tests.helpers.packs import as_bytes, choice, formula, make_manifest, manifest_data, number, text


def refusal(**changes) -> InputError:
    with pytest.raises(InputError) as caught:
        make_manifest(**changes)
    return caught.value


def test_a_whole_manifest_is_read():
    assert make_manifest().predictor("a").range == (0, 1000)


def test_both_languages_are_kept():
    title = make_manifest(title=text("Risk", "风险")).title
    assert (title.of("en"), title.of("zh"), title.of("zh_CN")) == ("Risk", "风险", "风险")


@pytest.mark.parametrize("field", ["schema", "id", "version", "title", "status", "evidence", "licence", "outcome", "steps"])
def test_a_missing_field_is_named(field):
    data = manifest_data()
    del data[field]
    with pytest.raises(InputError) as caught:
        read_manifest(as_bytes(data), "test")
    assert caught.value.parameters["field"] == field


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"schema": 2}, "schema"),
        ({"status": "clinical"}, "status"),
        ({"title": {"en": "only English"}}, "title.zh"),
        ({"coefficients": []}, "coefficients"),
        ({"predictors": [{**number("a"), "units": "mm"}]}, "predictors[0].units"),
        ({"predictors": [{**number("a"), "kind": "date"}]}, "predictors[0].kind"),
        ({"evidence": [{"id": "x", "citation": "y", "certainty": "sure"}]}, "evidence[0].certainty"),
    ],
)
def test_a_wrong_field_is_named(changes, field):
    assert refusal(**changes).parameters["field"] == field


def test_a_step_of_an_unknown_kind_is_refused():
    assert refusal(steps=[{**formula(), "kind": "python"}]).parameters["field"].startswith("steps[0]")


def test_a_formula_that_is_not_arithmetic_is_refused_when_the_pack_is_read():
    assert "steps[0]" in refusal(steps=[formula("sum", "__import__('os')")]).parameters["field"]


def test_a_formula_with_a_text_exponent_is_refused_when_the_pack_is_read():
    assert "steps[0]" in refusal(steps=[formula("sum", "2 ** 'a'")]).parameters["field"]


def test_a_number_needs_a_range():
    assert "range" in refusal(predictors=[{**number("a"), "range": None}]).parameters["problem"]


def test_a_range_runs_upwards():
    assert refusal(predictors=[number("a", 10, 5), number("b")]).code == "schema.invalid"


@pytest.mark.parametrize("count", [0, 1])
def test_a_choice_needs_at_least_two_choices(count):
    predictor = choice("a")
    predictor["choices"] = predictor["choices"][:count]
    assert "two choices" in refusal(predictors=[predictor]).parameters["problem"]


def test_a_choice_does_not_list_one_answer_twice():
    assert refusal(predictors=[choice("a", "yes", "yes"), number("b")], steps=[]).code.startswith("schema.")


@pytest.mark.parametrize(
    ("derive", "word"),
    [
        ({"formula": "b", "cuts": [1], "answers": ["x"]}, "one answer more"),
        ({"formula": "b", "cuts": [2, 1], "answers": ["x", "y", "z"]}, "ascend"),
        ({"formula": "b +"}, "formula"),
    ],
)
def test_a_derivation_that_makes_no_sense_is_refused(derive, word):
    predictors = [choice("a", "x", "y", derive=derive), number("b")]
    assert word in refusal(predictors=predictors, steps=[]).parameters["problem"]


@pytest.mark.parametrize("identity", ["../evil", "a/b", "a\\b", "", "con:1", "测试"])
def test_an_id_that_is_not_letters_digits_and_hyphens_is_refused(identity):
    # The id becomes the name of a file when the pack is installed.
    assert refusal(id=identity).parameters["field"] == "id"


@pytest.mark.parametrize("colour", ["red", "#12", "#12345g", "url(http://x)"])
def test_a_colour_that_is_no_colour_is_refused(colour):
    tier = {"id": "high", "title": text(), "colour": colour, "shape": "circle", "share": 1}
    assert "colour" in refusal(tiers=[tier]).parameters["field"]


@pytest.mark.parametrize("data", [b"\xff\xfe{}", b"", b"[]", b'"text"', b"{", b"null"])
def test_bytes_that_are_no_manifest_are_refused(data):
    with pytest.raises(InputError):
        read_manifest(data, "test")
