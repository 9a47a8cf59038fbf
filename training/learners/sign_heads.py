"""Heads that tell signs from image features: one linear head a sign, learnt from readers' calls, never from outcomes.

A fair first version of a multi-label network: an encoder that was trained elsewhere, and on its features one ridge
head for each sign, tuned, scaled and calibrated (Platt) by left-out patients. A sign that too few readers called has no
head, and neither has one that is not told of left-out patients: the lower limit of its area under the curve is .5 or
less.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from training.learners.learner import Effort, Vectors
from training.learners.linear import Linear, LinearScore
from training.learners.regression import platt
from training.statistics.discrimination import delong, youden_threshold

FEWEST = 10
"""Patients with, and without, a sign that a head is learnt from."""
HEAD = Linear(head="ridge", components=(0, 16))


@dataclass(frozen=True, slots=True)
class SignHead:
    """A head of one sign.

    Attributes
    ----------
    weights, bias
        Log-odds of the sign are ``weights . features + bias``.
    rows, left_out
        Which patients it was learnt from, and the chance of each by heads that had not seen the patient.
    seen_from
        The chance from which it counts as seen: that of the largest sensitivity + specificity among left-out patients
        (Youden, Cancer 1950;3:32).
    """

    sign: str
    weights: np.ndarray
    bias: float
    rows: np.ndarray
    left_out: np.ndarray
    seen_from: float


def learn_heads(
    features: np.ndarray,
    calls: Mapping[str, np.ndarray],
    groups: np.ndarray,
    effort: Effort,
    rng: np.random.Generator,
) -> list[SignHead]:
    """Learn a head for each sign.

    Parameters
    ----------
    features : float array, shape (n, features)
        NaN in the rows of patients without.
    calls : mapping of float arrays, shape (n,)
        By sign: 1 called, 0 not, NaN nobody said.
    groups : int array, shape (n,)
        Patient of each row.
    """
    with_features = np.isfinite(features).all(axis=1)
    heads = []
    for sign, called in calls.items():
        rows = with_features & np.isfinite(called)
        event = called[rows] == 1
        if min(event.sum(), (~event).sum()) < FEWEST:
            continue
        head = _learn(sign, Vectors(features[rows], event, groups[rows]), rows, effort, rng)
        if delong(event, head.left_out).low > 0.5:
            heads.append(head)
    return heads


def _learn(sign: str, vectors: Vectors, rows: np.ndarray, effort: Effort, rng: np.random.Generator) -> SignHead:
    score: LinearScore = HEAD.learn(vectors, effort, rng)
    own, event = score.signature, vectors.event
    intercept, slope = platt(event, own.out_of_fold)
    chances = expit(intercept + slope * own.out_of_fold)
    limit = float(np.clip(youden_threshold(event, chances), 0.01, 0.99))
    return SignHead(sign, slope * own.weights, intercept + slope * float(own.bias), rows, chances, limit)


def heads_graph(heads: list[SignHead]) -> bytes:
    """From ``features`` (1, n) to ``chances`` (1, signs)."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    weights = np.stack([head.weights for head in heads], axis=1)
    values = {"weights": weights, "bias": np.array([[head.bias for head in heads]])}
    nodes = [
        helper.make_node("MatMul", ["features", "weights"], ["part"]),
        helper.make_node("Add", ["part", "bias"], ["log_odds"]),
        helper.make_node("Sigmoid", ["log_odds"], ["chances"]),
    ]
    graph = helper.make_graph(
        nodes,
        "signs",
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, [1, len(weights)])],
        [helper.make_tensor_value_info("chances", TensorProto.FLOAT, [1, len(heads)])],
        [numpy_helper.from_array(value.astype(np.float32), name) for name, value in values.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)
    onnx.checker.check_model(model)
    return model.SerializeToString()
