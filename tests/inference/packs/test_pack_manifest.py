"""Manifests: what a pack may say, and where a mistake in it is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.errors import InputError
from inference.packs.store import read_manifest
from tests.helpers.manifests import lookup, segment, with_images
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


@pytest.mark.parametrize(
    "field", ["schema", "id", "version", "title", "status", "evidence", "licence", "outcome", "steps"]
)
def test_a_missing_field_is_named(field):
    data = manifest_data()
    del data[field]
    with pytest.raises(InputError) as caught:
        read_manifest(as_bytes(data), "test")
    assert caught.value.parameters["field"] == field


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"schema": 0}, "schema"),
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


@pytest.mark.parametrize(
    "changes",
    [
        {"label": text("one", "no的")},
        {"label": text("no")},
        {"value": "no的"},
    ],
)
def test_a_word_that_could_mean_two_choices_is_refused(changes):
    predictor = choice("a")
    predictor["choices"][1].update(changes)
    assert "two choices" in refusal(predictors=[predictor], steps=[]).parameters["problem"]


def test_a_header_value_that_means_no_choice_is_refused():
    predictor = choice("a", dicom="PatientSex", dicom_values={"F": "female"})
    assert "'female'" in refusal(predictors=[predictor], steps=[]).parameters["problem"]


@pytest.mark.parametrize(
    "predictor",
    [
        choice("a", derive={"formula": "b"}),
        choice("a", derive={"formula": "b", "cuts": [1], "answers": ["no", "maybe"]}),
        number("a", derive={"formula": "b", "cuts": [1], "answers": ["no", "yes"]}),
        {"id": "a", "label": text(), "kind": "text", "derive": {"formula": "b"}},
    ],
)
def test_a_derivation_that_does_not_give_an_answer_of_the_predictor_is_refused(predictor):
    assert refusal(predictors=[predictor, number("b")], steps=[]).parameters["field"] == "predictors[0]"


@pytest.mark.parametrize(
    "changes",
    [
        {"images": [{"id": "ct", "title": text(), "modality": "CT", "thickness_mm": [3, 1]}]},
        {"steps": [formula(low=2, high=1)]},
    ],
)
def test_an_interval_runs_upwards(changes):
    assert "from the smaller number" in refusal(**changes).parameters["problem"]


LOOKUP = lookup({"no": [1.0], "yes": [2.0]})


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"predictors": [number("a", decimals=2**40)]}, "decimals"),
        ({"predictors": [number("a", decimals=-1)]}, "decimals"),
        ({"steps": [formula(decimals=2**40)]}, "decimals"),
        ({"steps": [formula(significant=400)]}, "significant"),
        ({"steps": [formula(formula_low="a")]}, "formula_high"),
        ({"steps": [formula(formula_high="a")]}, "formula_low"),
        ({"steps": [{**LOOKUP, "columns": [{"id": "x", "title": text(), "decimals": 10**9}]}]}, "decimals"),
        ({"steps": [formula(low=-1e300)]}, "low"),
        ({"predictors": [number("a", high=1e300), number("b")]}, "range"),
        ({"summary": text("x" * 30_000)}, "summary"),
        ({"attribution": ["x"] * 20_000}, "attribution"),
        (with_images(segment(block={"spacing_mm": [1, 1, 0]})), "spacing_mm"),
        (with_images(segment(locator={"spacing_mm": 1e-9})), "spacing_mm"),
        (with_images(segment(block={"size": [4, 4, -4]})), "size"),
        (with_images(segment(block={"size": [4, 4, 10**9]})), "size"),
        (with_images(segment(locator={"window_hu": [5, 5]})), "window_hu"),
    ],
)
def test_what_could_not_be_printed_or_computed_is_refused_when_the_pack_is_read(changes, field):
    error = refusal(**changes)
    assert error.code == "schema.invalid"
    assert field in error.parameters["field"]


@pytest.mark.parametrize("bands", [["a", 0, 2, "b", 2, 3], ["a", 3, 4, "b", 0, 2], ["a", 2, 1], ["a", 0, 1, "a", 3, 4]])
def test_bands_of_a_score_ascend_without_touching_and_have_ids_of_their_own(bands):
    step = {
        "kind": "score",
        "id": "s",
        "title": text(),
        "items": [{"predictor": "a", "cuts": [1], "points": [0, 1]}],
        "bands": [
            {"id": name, "low": low, "high": high, "title": text()}
            for name, low, high in zip(bands[::3], bands[1::3], bands[2::3])
        ],
        "band_title": text(),
        "no_band": text(),
    }
    assert refusal(steps=[step]).code == "schema.invalid"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
        max_leaves=8,
    ),
    st.sampled_from(sorted(manifest_data())),
)
def test_a_manifest_with_anything_in_one_field_is_read_or_refused_and_nothing_else(value, field):
    try:
        read_manifest(as_bytes({**manifest_data(), field: value}), "test")
    except InputError as error:
        assert error.code.startswith(("schema.", "json."))


@pytest.mark.parametrize("data", [b"\xff\xfe{}", b"", b"[]", b'"text"', b"{", b"null"])
def test_bytes_that_are_no_manifest_are_refused(data):
    with pytest.raises(InputError):
        read_manifest(data, "test")
