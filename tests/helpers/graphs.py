"""ONNX models of a few nodes, made in the test."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SHAPE = (1, 1, 4, 6, 8)
CLASSES = 3


def tensor(name: str, values: np.ndarray) -> TensorProto:
    return numpy_helper.from_array(np.asarray(values, np.float32), name)


def value(name: str, shape: tuple, kind: int = TensorProto.FLOAT):
    return helper.make_tensor_value_info(name, kind, shape)


def convolution(seed: int = 0, shape: tuple = SHAPE, classes: int = CLASSES, **changes) -> onnx.ModelProto:
    """Two convolutions with a ReLU between them, random weights."""
    rng = np.random.default_rng(seed)
    nodes = [
        helper.make_node("Conv", ["image", "w1", "b1"], ["c1"], kernel_shape=[3, 3, 3], pads=[1] * 6),
        helper.make_node("Relu", ["c1"], ["r1"]),
        helper.make_node("Conv", ["r1", "w2"], ["logits"], kernel_shape=[1, 1, 1]),
    ]
    weights = [
        tensor("w1", rng.normal(0, 0.5, (4, 1, 3, 3, 3))),
        tensor("b1", rng.normal(0, 0.5, 4)),
        tensor("w2", rng.normal(0, 0.5, (classes, 4, 1, 1, 1))),
    ]
    parts = {
        "nodes": nodes,
        "inputs": [value("image", shape)],
        "outputs": [value("logits", (shape[0], classes, *shape[2:]))],
        "weights": weights,
        **changes,
    }
    return model(**parts)


def model(nodes, inputs, outputs, weights=(), opsets=(("", 17),), functions=()) -> onnx.ModelProto:
    graph = helper.make_graph(nodes, "graph", inputs, outputs, list(weights))
    imports = [helper.make_opsetid(domain, version) for domain, version in opsets]
    return helper.make_model(graph, opset_imports=imports, ir_version=8, functions=list(functions))


def two_of_each(**changes) -> onnx.ModelProto:
    """``sum`` is 2 * before + after, ``place`` tells which is larger; neither pair is in the order of the alphabet."""
    nodes = [
        helper.make_node("Add", ["before", "before"], ["twice"]),
        helper.make_node("Add", ["twice", "after"], ["sum"]),
        helper.make_node("Concat", ["before", "after"], ["both"], axis=0),
        helper.make_node("ArgMax", ["both"], ["place"], axis=0, keepdims=1),
    ]
    inputs = [value("before", (1, 5)), value("after", (1, 5))]
    outputs = [value("sum", (1, 5)), value("place", (1, 5), TensorProto.INT64)]
    return model(**{"nodes": nodes, "inputs": inputs, "outputs": outputs, **changes})


def quantized(seed: int = 0) -> onnx.ModelProto:
    """The same with a quantized image: QUInt8 between two scales, as the factory makes them."""
    whole = convolution(seed)
    scale = [tensor("scale", np.array(2 / 255)), numpy_helper.from_array(np.array(128, np.uint8), "zero")]
    nodes = [
        helper.make_node("QuantizeLinear", ["image", "scale", "zero"], ["q"]),
        helper.make_node("DequantizeLinear", ["q", "scale", "zero"], ["seen"]),
        *whole.graph.node,
    ]
    nodes[2].input[0] = "seen"
    return model(nodes, whole.graph.input, whole.graph.output, [*whole.graph.initializer, *scale])
