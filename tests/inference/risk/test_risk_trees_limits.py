"""Both sides of what is taken for boosted trees of a size for a bedside."""

from __future__ import annotations

import json

import pytest

from inference.errors import InputError
from inference.risk import trees
from inference.risk.trees import Ensemble, read_ensemble


def chain(features: int) -> Ensemble:
    """One tree whose longest path asks for so many features."""
    names = [f"x{n}" for n in range(features)]
    return read_ensemble(json.dumps([grown(features)]).encode(), names, 0.25, "trees.json")


def grown(features: int) -> dict:
    node: dict = {"nodeid": 0, "leaf": 1.0, "cover": 1.0}
    for n in range(features):
        other = {"nodeid": 1000 + n, "leaf": 0.0, "cover": 1.0}
        split = {"split": f"x{n}", "split_condition": 0.0, "yes": node["nodeid"], "no": 1000 + n, "missing": 1000 + n}
        node = {"nodeid": n + 1, "cover": n + 2.0, **split, "children": [node, other]}
    return node


def test_a_path_of_sixty_four_features_is_taken_and_its_parts_add_up():
    own = chain(64)
    values = [-1.0] * 64
    assert own.output(values) == 1.25
    assert own.base + own.shapley(values).sum() == pytest.approx(1.25)


def beyond(field: str, limit: int) -> dict:
    told = {"problem": "too many", "problem_kind": "beyond-list", "limit": limit, "count": 1}
    return {"source": "trees.json", "field": field, **told}


def test_a_path_of_more_features_is_refused():
    with pytest.raises(InputError) as caught:
        chain(65)
    assert (caught.value.code, caught.value.parameters) == ("schema.invalid", beyond("split", 64))


def test_all_trees_have_200_000_leaves_at_most(monkeypatch):
    assert trees.MOST_LEAVES == 200_000
    leaf = {"nodeid": 0, "leaf": 1.0, "cover": 1.0}
    monkeypatch.setattr(trees, "MOST_LEAVES", 2)
    assert len(read_ensemble(json.dumps([leaf] * 2).encode(), (), 0.0, "trees.json").leaf) == 2
    with pytest.raises(InputError) as caught:
        read_ensemble(json.dumps([leaf] * 3).encode(), (), 0.0, "trees.json")
    assert caught.value.parameters == beyond("leaf", 2)


def test_one_long_path_makes_no_other_as_long_and_all_together_cost_so_much_at_most(monkeypatch):
    assert trees.MOST_WORK == 2**24
    leaf = {"nodeid": 0, "leaf": 1.0, "cover": 1.0}
    tall = grown(9)
    # A path of n features takes n x (n + 1) // 2 steps: 45 for each of two, 36, 28, ... and none for a leaf alone.
    work = 45 + sum(n * ((n + 1) // 2) for n in range(1, 10))
    monkeypatch.setattr(trees, "MOST_WORK", work)
    names = [f"x{n}" for n in range(9)]
    own = read_ensemble(json.dumps([tall, *[leaf] * 50]).encode(), names, 0.0, "trees.json")
    assert own.base + own.shapley([-1.0] * 9).sum() == pytest.approx(own.output([-1.0] * 9))
    monkeypatch.setattr(trees, "MOST_WORK", work - 1)
    with pytest.raises(InputError) as caught:
        read_ensemble(json.dumps([tall]).encode(), names, 0.0, "trees.json")
    assert caught.value.parameters == beyond("leaf", 9)


def test_no_trees_at_all_are_refused_and_a_feature_without_a_name_is_named():
    with pytest.raises(InputError) as caught:
        read_ensemble(b"[]", ("x",), 0.0, "trees.json")
    assert caught.value.code == "schema.invalid"
    leaves = [{"nodeid": 1, "leaf": 0.0, "cover": 1.0}, {"nodeid": 2, "leaf": 0.0, "cover": 1.0}]
    way = {"split": "b", "split_condition": 0.0, "yes": 1, "no": 2, "missing": 2}
    tree = {"nodeid": 0, "cover": 2.0, **way, "children": leaves}
    with pytest.raises(InputError) as caught:
        read_ensemble(json.dumps([tree, {**tree, "split": "a"}]).encode(), ("x",), 0.0, "trees.json")
    told = {"source": "trees.json", "field": "split", "wanted": "a", "kind": "features"}
    assert (caught.value.code, caught.value.parameters) == ("schema.reference", told)


def test_the_cover_of_a_node_is_that_of_its_children_but_for_single_precision():
    leaves = [{"nodeid": 1, "leaf": 0.0, "cover": 600.0}, {"nodeid": 2, "leaf": 1.0, "cover": 400.0}]
    way = {"split": "x", "split_condition": 0.0, "yes": 1, "no": 2, "missing": 2}

    def read(cover: float) -> Ensemble:
        tree = {"nodeid": 0, "cover": cover, **way, "children": leaves}
        return read_ensemble(json.dumps([tree]).encode(), ("x",), 0.0, "trees.json")

    assert read(1000.9).base == pytest.approx(400 / 1000.9)
    with pytest.raises(InputError):
        read(1001.1)
