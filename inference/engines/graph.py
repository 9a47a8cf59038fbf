"""What an ONNX file must be before an engine sees it: small, whole, self-contained, of known shape and cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inference.engines.limits import check_parts, check_shapes
from inference.engines.wire import check_wire
from inference.errors import EngineError

MAX_MODEL_BYTES = 512 * 2**20
"""Quantized models here are megabytes; nothing this program runs comes near half a gigabyte."""
MAX_INPUT_VALUES = 2**27
"""0.5 GiB of float32: beyond every window the program cuts, and far from what breaks a 4 GB computer."""


@dataclass(frozen=True, slots=True)
class Graph:
    """Input and outputs of a checked model.

    Attributes
    ----------
    outputs
        Shapes by name, in the model's order.
    """

    input_name: str
    input_shape: tuple[int, ...]
    outputs: Mapping[str, tuple[int, ...]]
    quantized: bool

    @property
    def output_shape(self) -> tuple[int, ...]:
        """Shape of the first output, which most models have alone."""
        return next(iter(self.outputs.values()))


def check_graph(model: bytes, name: str, outputs: int = 1) -> Graph:
    """Read and check a model that has one input and so many outputs.

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
        raise EngineError("model.corrupt", model=name, detail=_first_line(error)) from error
    check_parts(proto, name)
    try:
        onnx.checker.check_model(proto)
        inferred = onnx.shape_inference.infer_shapes(proto, check_type=True, strict_mode=True)
    except (onnx.checker.ValidationError, onnx.shape_inference.InferenceError, ValueError, RuntimeError) as error:
        raise EngineError("model.corrupt", model=name, detail=_first_line(error)) from error
    described = _described(proto, name, outputs)
    check_shapes(inferred.graph, name)
    return described


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]


def _described(proto, name: str, wanted: int) -> Graph:
    weights = {tensor.name for tensor in proto.graph.initializer}
    inputs = [value for value in proto.graph.input if value.name not in weights]
    outputs = list(proto.graph.output)
    if len(inputs) != 1 or len(outputs) != wanted:
        raise EngineError("model.shape", model=name, found=f"{len(inputs)} inputs, {len(outputs)} outputs")
    shapes = {}
    for value in (*inputs, *outputs):
        tensor = value.type.tensor_type
        shape = tuple(d.dim_value for d in tensor.shape.dim)
        size = 1
        for n in shape:
            size *= n
        if tensor.elem_type != 1 or len(shape) < 2 or min(shape) < 1 or size > MAX_INPUT_VALUES:
            raise EngineError("model.shape", model=name, found=f"{value.name} {shape} type {tensor.elem_type}")
        shapes[value.name] = shape
    quantized = any(node.op_type == "DequantizeLinear" for node in proto.graph.node)
    taken = inputs[0].name
    return Graph(taken, shapes[taken], {value.name: shapes[value.name] for value in outputs}, quantized)
