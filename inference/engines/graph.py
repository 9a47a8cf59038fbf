"""What an ONNX file must be before an engine sees it: small, whole, self-contained, of known shape and cost."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inference.engines.interface import Interface, Tensor, Type
from inference.engines.limits import Message, check_parts, check_shapes
from inference.engines.wire import check_wire
from inference.errors import EngineError, first_line

MAX_MODEL_BYTES = 512 * 2**20
"""Quantized models here are megabytes; nothing this program runs comes near half a gigabyte."""
MAX_BYTES = 2**29
"""Of all inputs together, and of all outputs: beyond every window the program cuts, and far from what breaks a 4 GB
computer."""
MOST_ENDS = 16
"""Inputs, and outputs: no model for images has nearly as many."""
INPUT_TYPES: dict[int, Type] = {1: "float32"}
"""By TensorProto.DataType. Whole numbers as inputs would be places in a table, which OpenVINO does not hold against its
size."""
OUTPUT_TYPES: dict[int, Type] = {1: "float32", 7: "int64"}
"""Whole numbers are what a model has chosen."""


@dataclass(frozen=True, slots=True)
class Graph(Interface):
    """Inputs and outputs of a checked model, in the model's order; their shapes are known."""

    quantized: bool


def check_graph(model: bytes, name: str) -> Graph:
    """Read and check a model, whatever goes into it.

    Raises
    ------
    EngineError
        ``model.too-large``, ``model.corrupt``, ``model.external-data``, ``model.custom-operator``,
        ``model.beyond-limits`` or ``model.shape``.
    """
    if len(model) > MAX_MODEL_BYTES:
        raise EngineError("model.too-large", model=name, limit_mb=MAX_MODEL_BYTES // 2**20)
    import onnx
    from google.protobuf.message import DecodeError

    try:
        check_wire(model, onnx.ModelProto.DESCRIPTOR)
        proto = onnx.load_from_string(model)
    except (DecodeError, ValueError, RuntimeError) as error:
        raise EngineError("model.corrupt", model=name, detail=first_line(error)) from error
    check_parts(proto, name)
    try:
        onnx.checker.check_model(proto)
        inferred = onnx.shape_inference.infer_shapes(proto, check_type=True, strict_mode=True)
    except (onnx.checker.ValidationError, onnx.shape_inference.InferenceError, ValueError, RuntimeError) as error:
        raise EngineError("model.corrupt", model=name, detail=first_line(error)) from error
    described = _described(proto, name)
    check_shapes(inferred.graph, name)
    return described


def graph_bytes(graph: Graph) -> bytes:
    """What was found of a model, to be kept where nobody else can write it; :func:`read_graph` reads it again."""
    ends = [{name: [one.type, *one.known_shape] for name, one in end.items()} for end in (graph.inputs, graph.outputs)]
    return json.dumps([*ends, graph.quantized]).encode()


def read_graph(data: bytes) -> Graph:
    """What :func:`graph_bytes` has written."""
    inputs, outputs, quantized = json.loads(data)
    taken, given = (
        {name: Tensor(tuple(shape), kind) for name, (kind, *shape) in ends.items()} for ends in (inputs, outputs)
    )
    return Graph(taken, given, quantized)


def _described(proto: Message, name: str) -> Graph:
    weights = {tensor.name for tensor in proto.graph.initializer}
    inputs = [value for value in proto.graph.input if value.name not in weights]
    outputs = list(proto.graph.output)
    if not (0 < len(inputs) <= MOST_ENDS and 0 < len(outputs) <= MOST_ENDS):
        raise EngineError("model.shape", model=name, found=f"{len(inputs)} inputs, {len(outputs)} outputs")
    quantized = any(node.op_type == "DequantizeLinear" for node in proto.graph.node)
    return Graph(_tensors(inputs, INPUT_TYPES, name), _tensors(outputs, OUTPUT_TYPES, name), quantized)


def _tensors(values: Sequence[Message], types: Mapping[int, Type], name: str) -> dict[str, Tensor]:
    """Inputs or outputs by name: all of known shape and type, and together no more than may be."""
    tensors: dict[str, Tensor] = {}
    left = MAX_BYTES
    for value in values:
        declared = value.type.tensor_type
        shape = tuple(d.dim_value for d in declared.shape.dim)
        good = declared.elem_type in types and len(shape) >= 2 and min(shape) >= 1 and value.name not in ("", *tensors)
        if good:
            tensors[value.name] = Tensor(shape, types[declared.elem_type])
            left -= tensors[value.name].bytes
        if not good or left < 0:
            raise EngineError("model.shape", model=name, found=_named(value)[:200])
    return tensors


def _named(value: Message) -> str:
    """An input or output as its author would know it: type and axes, those of open length by their names."""
    import onnx

    declared = value.type.tensor_type
    known = onnx.TensorProto.DataType.values()
    kind = onnx.TensorProto.DataType.Name(declared.elem_type) if declared.elem_type in known else "?"
    axes = ", ".join(d.dim_param or (str(d.dim_value) if d.HasField("dim_value") else "?") for d in declared.shape.dim)
    return f"{value.name} {OUTPUT_TYPES.get(declared.elem_type, kind.lower())} ({axes})"
