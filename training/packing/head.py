"""The head of the deep-learning signature as ONNX: a linear score and the distance to the training cohort."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


@dataclass(frozen=True, slots=True)
class Head:
    """What ``train-risk`` locked.

    Attributes
    ----------
    weight, bias
        The score is ``weight . features + bias``.
    directions, centre
        The distance is ``|| directions (features - centre) ||``; directions has shape (components, features).
    limit
        Features farther away than this are unlike the training cohort's.
    """

    weight: np.ndarray
    bias: float
    directions: np.ndarray
    centre: np.ndarray
    limit: float

    def score(self, features: np.ndarray) -> float:
        """The signature of one patient's features."""
        return float(features @ self.weight + self.bias)

    def distance(self, features: np.ndarray) -> float:
        """How far one patient's features lie from the training cohort."""
        return float(np.linalg.norm(self.directions @ (features - self.centre)))


def read_head(path: Path) -> Head:
    """Read ``head.npz``."""
    with np.load(path, allow_pickle=False) as data:
        return Head(
            data["weight"].astype(float),
            float(data["bias"]),
            data["directions"].astype(float),
            data["centre"].astype(float),
            float(data["limit"]),
        )


def head_graph(head: Head) -> bytes:
    """The head as an ONNX graph: ``features`` (1, n) to ``score`` (1, 1) and ``distance`` (1, 1).

    Both are computed from the centred features: the raw ones are large against their differences, which single
    precision would lose.
    """
    count = len(head.weight)
    at_centre = head.bias + float(head.weight @ head.centre)
    weights = {
        "centre": head.centre[None],
        "weight": head.weight[:, None],
        "at_centre": np.array([[at_centre]]),
        "directions": head.directions.T,
        "ones": np.ones((len(head.directions), 1)),
    }
    nodes = [
        helper.make_node("Sub", ["features", "centre"], ["off"]),
        helper.make_node("MatMul", ["off", "weight"], ["part"]),
        helper.make_node("Add", ["part", "at_centre"], ["score"]),
        helper.make_node("MatMul", ["off", "directions"], ["along"]),
        helper.make_node("Mul", ["along", "along"], ["squares"]),
        helper.make_node("MatMul", ["squares", "ones"], ["sum"]),
        helper.make_node("Sqrt", ["sum"], ["distance"]),
    ]
    graph = helper.make_graph(
        nodes,
        "head",
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, [1, count])],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 1]) for name in ("score", "distance")],
        [numpy_helper.from_array(value.astype(np.float32), name) for name, value in weights.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)
    onnx.checker.check_model(model)
    return model.SerializeToString()
