"""Boosted trees: what they give and what moved it, against XGBoost, against shap, and against the definition."""

import json
import math
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from inference.errors import InputError
from inference.risk.trees import read_ensemble

# Without tests/helpers/nodule.py, which brings a pack and images with it.
FOLDER = Path(__file__).parents[2] / "helpers" / "lung_nodule"
FIGURES = json.loads((FOLDER / "figures.json").read_text(encoding="utf-8"))
DUMPS = {"nodule": (FOLDER / "trees.json").read_bytes(), "deep": json.dumps(FIGURES["deep"]["trees"]).encode()}
LEAF = {"nodeid": 1, "leaf": -0.5, "cover": 30.0}
SPLIT = {
    "nodeid": 0,
    "split": "x",
    "split_condition": 2.5,
    "yes": 1,
    "no": 2,
    "missing": 2,
    "cover": 40.0,
    "children": [LEAF, {"nodeid": 2, "leaf": 1.5, "cover": 10.0}],
}


def ensemble(trees, names=("x",), start=0.0):
    return read_ensemble(json.dumps(trees).encode(), names, start, "trees.json")


def values_of(part: dict) -> list[list[float]]:
    return [[math.nan if value is None else value for value in row] for row in part["values"]]


# Kept figures of the libraries; tests/helpers/lung_nodule/make.py makes them.
@pytest.mark.parametrize("name", DUMPS)
def test_the_output_is_that_of_xgboost(name):
    part = FIGURES[name]
    own = read_ensemble(DUMPS[name], part["names"], part["start"], name)
    # XGBoost sums in single precision.
    assert [own.output(row) for row in values_of(part)] == pytest.approx(part["margin"], abs=1e-6)


@pytest.mark.parametrize("name", DUMPS)
def test_the_attributions_are_those_of_xgboost_and_of_shap(name):
    part = FIGURES[name]
    own = read_ensemble(DUMPS[name], part["names"], part["start"], name)
    found = np.array([own.shapley(row) for row in values_of(part)])
    theirs = np.array(part["contributions"])
    np.testing.assert_allclose(found, theirs[:, :-1], atol=1e-6)
    np.testing.assert_allclose(np.full(len(found), own.base), theirs[:, -1], atol=1e-6)
    np.testing.assert_allclose(found, part["shap"], atol=1e-8)
    np.testing.assert_allclose(own.base + found.sum(axis=1), [own.output(row) for row in values_of(part)])
    assert any(None in row for row in part["values"])


def expected(node: dict, values: dict, there: frozenset) -> float:
    """The mean output where only these features are known: Lundberg et al. 2020, algorithm 1."""
    if "leaf" in node:
        return node["leaf"]
    yes, no = sorted(node["children"], key=lambda child: child["nodeid"] != node["yes"])
    if node["split"] in there:
        value = values[node["split"]]
        way = node["missing"] if math.isnan(value) else node["yes"] if value < node["split_condition"] else node["no"]
        return expected(yes if way == node["yes"] else no, values, there)
    return sum(child["cover"] * expected(child, values, there) for child in (yes, no)) / node["cover"]


def by_definition(trees: list[dict], values: dict) -> dict[str, float]:
    """Shapley values, over all sets of the other features."""
    amounts = {}
    for name in values:
        others = [other for other in values if other != name]
        amounts[name] = sum(
            math.factorial(size) * math.factorial(len(others) - size) / math.factorial(len(values))
            * (expected(tree, values, frozenset({*chosen, name})) - expected(tree, values, frozenset(chosen)))
            for tree in trees
            for size in range(len(others) + 1)
            for chosen in combinations(others, size)
        )  # fmt: skip
    return amounts


def grown(rng: np.random.Generator, names: str, depth: int, cover: float) -> dict:
    """A tree of any shape, with the same feature several times on a path."""
    grown.count += 1
    node = {"nodeid": grown.count, "cover": cover}
    if depth == 0 or rng.random() < 0.2:
        return {**node, "leaf": round(float(rng.normal()), 3)}
    share = float(rng.uniform(0.05, 0.95))
    children = [grown(rng, names, depth - 1, cover * part) for part in (share, 1 - share)]
    ids = [child["nodeid"] for child in children]
    condition = float(rng.integers(-2, 3))
    way = {"yes": ids[0], "no": ids[1], "missing": int(rng.choice(ids)), "split_condition": condition}
    return {**node, "split": str(rng.choice(list(names))), **way, "children": children}


@pytest.mark.parametrize("seed", range(12))
def test_the_attributions_are_shapley_values_by_their_definition(seed):
    rng, names, grown.count = np.random.default_rng(seed), "abcd", 0
    made = [grown(rng, names, depth=5, cover=100.0) for _ in range(3)]
    # Whole numbers: a value often is exactly at a split.
    values = {name: math.nan if rng.random() < 0.3 else float(rng.integers(-3, 4)) for name in names}
    own = ensemble(made, tuple(names), start=0.7)
    told = by_definition(made, values)
    assert own.shapley(list(values.values())) == pytest.approx(list(told.values()), abs=1e-12)
    everything = sum(expected(tree, values, frozenset(names)) for tree in made)
    assert own.output(list(values.values())) == pytest.approx(0.7 + everything)
    assert own.base == pytest.approx(0.7 + sum(expected(tree, values, frozenset()) for tree in made))


def test_a_number_at_the_split_goes_with_those_above_and_what_is_missing_its_own_way():
    own = ensemble([SPLIT], start=0.25)
    given = [own.output([value]) for value in (2.4, 2.5, -math.inf, math.inf, math.nan)]
    assert given == [-0.25, 1.75, -0.25, 1.75, 1.75]
    # 30 of 40 came to -0.5, 10 to 1.5: the mean is 0.
    assert (own.base, own.shapley([2.4]).tolist(), own.shapley([9.0]).tolist()) == (0.25, [-0.5], [1.5])


def test_numbers_are_compared_in_single_precision_as_they_were_when_the_trees_were_grown():
    close = 2.5 - 1e-9
    assert ensemble([SPLIT]).output([close]) == 1.5


def test_a_tree_without_a_split_moves_nobody():
    own = ensemble([{"nodeid": 0, "leaf": 0.3, "cover": 9.0}], start=-1.0)
    assert (own.output([7.0]), own.base, own.shapley([7.0]).tolist()) == (-0.7, -0.7, [0.0])


@pytest.mark.parametrize(
    ("dump", "code"),
    [
        ([], "schema.invalid"),
        ({"trees": []}, "schema.invalid"),
        ([{**SPLIT, "children": [LEAF]}], "schema.invalid"),
        ([{**SPLIT, "children": [LEAF, LEAF]}], "schema.invalid"),
        ([{**SPLIT, "children": []}], "schema.invalid"),
        ([{**SPLIT, "missing": 7}], "schema.invalid"),
        ([{**SPLIT, "missing": None}], "schema.invalid"),
        ([{**SPLIT, "yes": 2}], "schema.invalid"),
        ([{**SPLIT, "split_condition": [1, 2]}], "schema.invalid"),
        ([{**SPLIT, "split_condition": None}], "schema.invalid"),
        ([{**SPLIT, "leaf": 1.0}], "schema.invalid"),
        ([{**SPLIT, "cover": 0}], "schema.invalid"),
        ([{**SPLIT, "cover": 39.9}], "schema.invalid"),
        ([{**SPLIT, "cover": 1e13}], "schema.invalid"),
        ([{**SPLIT, "split_condition": 1e300}], "schema.invalid"),
        ([{"nodeid": 0, "leaf": -1e13, "cover": 1.0}], "schema.invalid"),
        ([{"nodeid": 0, "leaf": 1.0}], "schema.invalid"),
        ([{"nodeid": 0, "leaf": "much", "cover": 1.0}], "schema.invalid"),
        ([{**SPLIT, "split": "unheard-of"}], "schema.reference"),
    ],
)
def test_what_is_no_tree_of_numbers_is_refused_and_named(dump, code):
    with pytest.raises(InputError) as caught:
        ensemble(dump)
    assert (caught.value.code, caught.value.parameters["source"]) == (code, "trees.json")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff", "file.not-utf8"),
        (b"[{", "json.invalid"),
        (b"[" * 100_000, "json.too-deep"),
        (b"[NaN]", "json.not-finite"),
    ],
)
def test_a_file_that_is_no_json_is_refused(data, code):
    with pytest.raises(InputError) as caught:
        read_ensemble(data, ("x",), 0.0, "trees.json")
    assert caught.value.code == code
