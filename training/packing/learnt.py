"""Learnt models without known errors as steps of a pack: ``linear``, ``svm`` and ``trees``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from inference.reading import to_plain
from training.learners.design import Column
from training.learners.inputs import name_of
from training.learners.learner import Locked
from training.learners.machine import LockedSvm
from training.learners.penalised import LockedLinear
from training.learners.trees import LockedTrees
from training.packing.entries import EVIDENCE, both

MACHINE, TREES = "models/svm.json", "models/trees.json"
"""Files of a pack."""


def learnt_part(
    model: Locked, prevalence: float, patients: int, events: int
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The parameters of its step that come from the model, and the files of the pack that these name.

    Parameters
    ----------
    prevalence, patients, events
        Of the training patients.
    """
    common = {
        "kind": model.kind,
        "trained_prevalence": prevalence,
        "cohort": both(
            f"{patients} training patients, {events} with the event", f"训练患者 {patients} 例，其中事件 {events} 例"
        ),
        "evidence": [EVIDENCE],
    }
    if isinstance(model, LockedLinear):
        features = [{**_feature(own.column), "centre": own.centre, "weight": own.weight} for own in model.inputs]
        return {**common, "features": features, "intercept": model.intercept}, {}
    if isinstance(model, LockedSvm):
        own = {**common, "features": _features(model.columns), "model": MACHINE, "kernel": model.machine.kernel}
        return own, {MACHINE: _as_bytes(to_plain(model.machine))}
    assert isinstance(model, LockedTrees)
    own = {**common, "features": _features(model.columns), "model": TREES, "start": model.start}
    trees = [_without_none(to_plain(tree)) for tree in model.trees]
    return {**own, "minimum_known": model.least_known}, {TREES: _as_bytes(trees)}


def _features(columns: Iterable[Column]) -> list[dict[str, Any]]:
    return [_feature(column) for column in columns]


def _feature(column: Column) -> dict[str, Any]:
    own = {"name": name_of(column), "predictor": column.predictor}
    return own if column.answer is None else {**own, "answer": column.answer}


def _without_none(node: Mapping[str, Any]) -> dict[str, Any]:
    """A node as a dump has it: without what a leaf or a split does not have."""
    own = {name: value for name, value in node.items() if value is not None and name != "children"}
    return {**own, "children": [_without_none(child) for child in node["children"]]} if node["children"] else own


def _as_bytes(plain: object) -> bytes:
    return (json.dumps(plain) + "\n").encode()
