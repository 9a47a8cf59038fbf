"""A locked score with the distance of its features from the training cases, as the ONNX graph that a pack runs."""

from __future__ import annotations

import numpy as np

from training.learners.learner import Operators


def classifier_graph(score: Operators, directions: np.ndarray, centre: np.ndarray) -> bytes:
    """From ``features`` (1, n) to ``score`` (1, 1) and ``distance`` (1, 1), both of the centred features.

    Parameters
    ----------
    score
        From ``off``, the features less ``centre``, to ``score``.
    directions : array, shape (components, features)
        The distance is ``|| directions (features - centre) ||``.
    """
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    weights = {
        "centre": centre[None],
        **score.weights,
        "directions": directions.T,
        "ones": np.ones((len(directions), 1)),
    }
    nodes = [
        helper.make_node("Sub", ["features", "centre"], ["off"]),
        *score.nodes,
        helper.make_node("MatMul", ["off", "directions"], ["along"]),
        helper.make_node("Mul", ["along", "along"], ["squares"]),
        helper.make_node("MatMul", ["squares", "ones"], ["sum"]),
        helper.make_node("Sqrt", ["sum"], ["distance"]),
    ]
    graph = helper.make_graph(
        nodes,
        "head",
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, [1, len(centre)])],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 1]) for name in ("score", "distance")],
        [numpy_helper.from_array(_single(value), name) for name, value in weights.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)
    onnx.checker.check_model(model)
    return model.SerializeToString()


def _single(values: np.ndarray) -> np.ndarray:
    return values.astype(np.float32) if np.issubdtype(values.dtype, np.floating) else values
