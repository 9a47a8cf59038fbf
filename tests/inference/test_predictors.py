import json
import re
from dataclasses import MISSING, fields
from pathlib import Path
from typing import get_type_hints

import pytest

from inference.errors import InputError
from inference.packs.manifest import Manifest
from inference.packs.store import MANIFEST
from inference.predictors import (
    KINDS,
    ChoicePredictor,
    Derive,
    NumberPredictor,
    PredictorEntry,
    TextPredictor,
    entry_of,
    predictor_of,
)
from inference.reading import Fault, read_typed, to_plain
from inference.vocabulary import Text
from tests.helpers.packs import BUNDLED, RESOURCES, choice, make_manifest, number, text

A, B = Text("word", "词"), ({"value": "no", "label": text("no", "否")}, {"value": "yes", "label": text("yes", "是")})
RECORDS = sorted((Path(__file__).parents[1] / "desktop/version-0.1").glob("*.json"))
PLAIN = {"number": number("a"), "choice": choice("a"), "text": {"id": "a", "label": text(), "kind": "text"}}
FOREIGN = [
    ("choice", "range", [5.0, 9.0]),
    ("choice", "decimals", 2),
    ("choice", "stops_out_of_range", False),
    ("choice", "dicom_scale", 100.0),
    ("choice", "whole", True),
    ("number", "choices", list(B)),
    ("text", "range", [5.0, 9.0]),
    ("text", "choices", list(B)),
    ("text", "whole", True),
]


def read(kind, /, **stated):
    return read_typed(Manifest, plain(kind, **stated), "pack.json").predictors[0]


def plain(kind, /, **stated):
    manifest = to_plain(make_manifest())
    return {**manifest, "steps": [], "predictors": [{**PLAIN[kind], **stated}]}


def written(predictor):
    return to_plain(entry_of(predictor))


@pytest.mark.parametrize("name", BUNDLED)
def test_what_a_bundled_pack_states_of_a_predictor_is_written_into_records_as_it_was(name):
    pack = json.loads((RESOURCES / "packs" / name / MANIFEST).read_bytes())
    kept = to_plain(read_typed(Manifest, pack, name))
    assert kept["predictors"] == [to_plain(read_typed(PredictorEntry, one, name)) for one in pack["predictors"]]
    assert all(list(one) == [part.name for part in fields(PredictorEntry)] for one in kept["predictors"])
    assert to_plain(read_typed(Manifest, kept, name)) == kept


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_predictors_in_records_of_earlier_versions_are_written_again_as_they_were(path):
    manifest = json.loads(path.read_bytes())["pack"]["manifest"]
    assert to_plain(read_typed(Manifest, manifest, path.name))["predictors"] == manifest["predictors"] != []


@pytest.mark.parametrize(("kind", "name", "value"), FOREIGN)
def test_what_only_another_kind_has_may_be_stated_changes_nothing_and_stays_in_the_record(kind, name, value):
    predictor, without = read(kind, **{name: value}), read(kind)
    assert type(predictor) is KINDS[kind]
    assert written(predictor) == {**written(without), name: value}
    assert read_typed(Manifest, {**plain(kind), "predictors": [written(predictor)]}, "record").predictors == (
        predictor,
    )
    shared = [part.name for part in fields(predictor) if part.name not in (name, "unused")]
    assert [getattr(predictor, part) for part in shared] == [getattr(without, part) for part in shared]
    for header in ("yes", "M", "7", 7.0):
        assert predictor.from_header(header) == without.from_header(header)
    assert (predictor.asked, predictor.admits("yes"), predictor.admits(7.0)) == (
        without.asked,
        without.admits("yes"),
        without.admits(7.0),
    )


@pytest.mark.parametrize(
    ("kind", "stated", "field", "problem"),
    [
        ("number", {"range": None}, "predictors[0]", "value_error"),
        ("number", {"range": [2, 1]}, "predictors[0]", "value_error"),
        ("number", {"range": "wide"}, "predictors[0].range", "tuple_type"),
        ("number", {"derive": {"formula": "b", "cuts": [1], "answers": ["no", "yes"]}}, "predictors[0]", "value_error"),
        ("number", {"step": "s", "dicom": "PatientAge"}, "predictors[0]", "step-predictor"),
        ("choice", {"choices": B[:1]}, "predictors[0]", "value_error"),
        ("choice", {"choices": [*B, B[0]]}, "predictors[0]", "value_error"),
        ("choice", {"derive": {"formula": "b"}}, "predictors[0]", "value_error"),
        ("choice", {"step": "s"}, "predictors[0]", "step-predictor"),
        ("choice", {"range": [2, 1]}, "predictors[0]", "value_error"),
        ("choice", {"range": "wide"}, "predictors[0].range", "tuple_type"),
        ("choice", {"decimals": 99}, "predictors[0].decimals", "less_than_equal"),
        ("text", {"derive": {"formula": "b"}}, "predictors[0]", "value_error"),
        ("text", {"step": "s"}, "predictors[0]", "step-predictor"),
        ("text", {"choices": [{"value": 1}]}, "predictors[0].choices[0].value", "string_type"),
        ("text", {"kind": "date"}, "predictors[0].kind", "literal_error"),
        ("text", {"units": "mm"}, "predictors[0].units", "unexpected_keyword_argument"),
    ],
)
def test_a_predictor_that_cannot_be_is_refused_with_its_field_whatever_its_kind(kind, stated, field, problem):
    with pytest.raises(InputError) as caught:
        read(kind, **stated)
    found = caught.value.parameters
    assert (caught.value.code, found["field"], found["problem_kind"]) == ("schema.invalid", field, problem)


def test_an_entry_has_every_field_of_every_kind_with_its_type_and_default():
    entry = {part.name: part for part in fields(PredictorEntry)}
    types = get_type_hints(PredictorEntry, include_extras=True)
    named = set()
    for form in KINDS.values():
        own = get_type_hints(form, include_extras=True)
        for part in (part for part in fields(form) if part.name not in ("unused", "kind")):
            named.add(part.name)
            if (part.default, part.default_factory) == (MISSING, MISSING):
                continue
            assert (part.default, part.default_factory) == (entry[part.name].default, entry[part.name].default_factory)
            assert own[part.name] == types[part.name]
    assert named == set(entry) - {"kind"}


def test_what_a_kind_cannot_be_without_or_cannot_have_is_not_even_made():
    with pytest.raises(TypeError):
        NumberPredictor("a", A)
    with pytest.raises(TypeError):
        ChoicePredictor("a", A)
    with pytest.raises(TypeError):
        TextPredictor("a", A, range=(0, 1))
    with pytest.raises(ValueError, match="smaller number to the larger"):
        NumberPredictor("a", A, range=(1, 0))
    with pytest.raises(ValueError, match="a text not at all"):
        TextPredictor("a", A, derive=Derive("b"))
    with pytest.raises(Fault):
        predictor_of(PredictorEntry("a", A, "text", step="s"))


def test_no_source_asks_for_the_kind_of_a_predictor_by_its_word():
    compared = re.compile(r"\.kind (==|!=|in|not in) \(?['\"](number|choice|text)['\"]")
    root = Path(__file__).parents[2]
    sources = (path for layer in ("inference", "desktop", "ui", "training") for path in (root / layer).rglob("*.py"))
    assert [str(path) for path in sources if compared.search(path.read_text(encoding="utf-8"))] == []
