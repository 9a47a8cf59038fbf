"""What a model may ask of an engine: a fixed number of steps on tensors of known, bounded shape.

Engines take a graph at its word: a loop may have no end, and a shape of eight bytes may ask for all memory. A network
for images needs neither.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator, Mapping
from math import prod
from typing import Any, Literal, cast

from inference.errors import EngineError

MAX_NODES = 3000
"""A quantized ResNet-50 has 319, the largest networks of nnU-Net several hundred."""
MAX_DEPTH = 1000
"""Nodes in a row. OpenVINO needs four seconds to compile so many, and four times as long for twice as many."""
MAX_ENDS = 1024
"""Inputs or outputs of one node."""
MAX_RANK = 8
MAX_NUMBERS = 4096
"""In one attribute."""
MAX_TEXT = 4096
MAX_VALUES = 2**28
"""Of one tensor: 1 GiB of float32."""
MAX_LIVE_VALUES = 2**30
"""Of all that must be kept at one moment: a full-resolution nnU-Net keeps about a third of it."""
MAX_MULTIPLICATIONS = 2**43
"""Of one run: minutes on an old computer. A full-resolution nnU-Net takes about an eighth of it."""
NESTED = frozenset({"If", "Loop", "Scan", "SequenceMap"})
RANDOM = frozenset(
    {"RandomNormal", "RandomNormalLike", "RandomUniform", "RandomUniformLike", "Multinomial", "Bernoulli"}
)
"""Two runs would differ."""
BY_INDEX = frozenset(
    {"GatherND", "GatherElements", "ScatterND", "ScatterElements", "Scatter", "MaxUnpool", "GridSample", "RoiAlign"}
)
"""They read or write wherever their numbers say; OpenVINO does not look whether that is inside the tensor."""
RECURRENT = frozenset({"RNN", "LSTM", "GRU"})
NO_TENSORS = (
    "Sequence",
    "Optional",
    "SplitToSequence",
    "ConcatFromSequence",
    "String",
    "RegexFullMatch",
    "ImageDecoder",
)
SHAPED_BY = {"Reshape": 1, "Expand": 1, "ConstantOfShape": 0}
"""Operators with an input that holds the shape of what they make, and which one that is."""
COSTLY = frozenset({"Einsum", "TopK", "NonMaxSuppression", "DFT", "STFT", "Det", "Unique", "Attention", "DeformConv"})
"""Operators that may take as many steps for one value that comes out as there are values that go in."""
EQUATION = re.compile(
    rb"[A-Za-z ]{0,16}(\.{3})?[A-Za-z ]{0,16}(,[A-Za-z ]{0,16}(\.{3})?[A-Za-z ]{0,16}){0,7}(->[A-Za-z .]{0,35})?"
)
"""Of Einsum: inferring the shape of one with dots at will never ends."""
Message = Any
"""Of protobuf, whose classes say nothing of their fields."""
_INT32, _INT64, _TEXTS = 6, 7, 8  # TensorProto.INT32, .INT64, .STRING
_STRING = 9  # FieldDescriptor.TYPE_STRING


def check_parts(proto: Message, name: str) -> None:
    """Look at every part of a model, wherever it stands, before anything computes with it.

    Raises
    ------
    EngineError
        ``model.corrupt``, ``model.external-data``, ``model.custom-operator`` or ``model.beyond-limits``.
    """
    parts = list(_parts(proto))
    if not all(map(_is_text, parts)):
        raise EngineError("model.corrupt", model=name, detail="text that is not UTF-8")
    tensors = [part for part in parts if part.DESCRIPTOR.name == "TensorProto"]
    if any(tensor.external_data or tensor.data_location == 1 for tensor in tensors):
        raise EngineError("model.external-data", model=name)
    if proto.functions:
        raise EngineError("model.custom-operator", model=name, operator=proto.functions[0].name)
    nodes = [part for part in parts if part.DESCRIPTOR.name == "NodeProto"]
    for node in nodes:
        if node.domain not in ("", "ai.onnx"):
            raise EngineError("model.custom-operator", model=name, operator=f"{node.domain}::{node.op_type}")
    if len(nodes) > MAX_NODES:
        raise _beyond(name, f"{len(nodes)} nodes")
    for found in (*map(_of_tensor, tensors), *map(_of_node, nodes)):
        if found:
            raise _beyond(name, found)
    kinds = [part.DESCRIPTOR.name for part in parts]
    if kinds.count("GraphProto") > 1 or "SparseTensorProto" in kinds or proto.training_info:
        raise _beyond(name, "a graph inside another, or a sparse tensor")
    _check_chains(proto.graph, name)


def check_shapes(graph: Message, name: str) -> None:
    """Check the shapes of all tensors, which have been inferred.

    Raises
    ------
    EngineError
        ``model.beyond-limits``.
    """
    shapes = {weight.name: tuple(weight.dims) for weight in graph.initializer}
    for value in (*graph.input, *graph.value_info, *graph.output):
        shape = _shape(value)
        if shape is not None:
            shapes[value.name] = shape
    _check_places(graph, shapes, name)
    last = {end: number for number, node in enumerate(graph.node) for end in node.input}
    kept = {output.name for output in graph.output}
    work, live = 0, {}
    for number, node in enumerate(graph.node):
        for end in filter(None, node.output):
            if end not in shapes:
                raise _beyond(name, f"{node.op_type} {end}: shape not known before")
            live[end] = prod(shapes[end])
            if live[end] > MAX_VALUES:
                raise _beyond(name, f"{node.op_type} {end} {shapes[end]}")
        work += _work(node, shapes)
        if sum(live.values()) > MAX_LIVE_VALUES or work > MAX_MULTIPLICATIONS:
            raise _beyond(name, f"{sum(live.values())} values at once, {work} multiplications")
        for end in (*node.input, *node.output):
            if last.get(end, number) <= number and end not in kept:
                live.pop(end, None)


def _check_places(graph: Message, shapes: Mapping[str, tuple[int, ...]], name: str) -> None:
    """Check that numbers in a model by which another tensor is read are places in it: engines differ where not."""
    weights = {weight.name: weight for weight in graph.initializer}
    weights |= {
        end: a.t for node in graph.node if node.op_type == "Constant" for end in node.output for a in node.attribute
    }
    for node in graph.node:
        if node.op_type != "Gather" or len(node.input) != 2 or node.input[1] not in weights:
            continue
        shape = shapes.get(node.input[0], ())
        axis = next((attribute.i for attribute in node.attribute if attribute.name == "axis"), 0)
        places = _whole_numbers(weights[node.input[1]])
        if not -len(shape) <= axis < len(shape) or not all(-shape[axis] <= place < shape[axis] for place in places):
            raise _beyond(name, f"Gather {', '.join(node.output)}: outside {node.input[0]}")


def _whole_numbers(tensor: Message) -> Iterable[int]:
    kind = {_INT32: "i", _INT64: "q"}.get(tensor.data_type, "b")
    size = struct.calcsize(f"<{kind}")
    stored = memoryview(tensor.raw_data[: len(tensor.raw_data) // size * size]).cast(
        cast("Literal['i', 'q', 'b']", kind)
    )
    return (*stored, *tensor.int32_data, *tensor.int64_data)


def _beyond(name: str, found: str) -> EngineError:
    return EngineError("model.beyond-limits", model=name, found=found[:200])


def _parts(message: Message) -> Iterator[Message]:
    """A protobuf message and all that are in it."""
    yield message
    for field, value in message.ListFields():
        if field.message_type is not None:
            for part in value if field.is_repeated else (value,):
                yield from _parts(part)


def _is_text(message: Message) -> bool:
    """Whether its texts are; the library hands out as bytes those that are not UTF-8."""
    texts = [
        (value if field.is_repeated else (value,)) for field, value in message.ListFields() if field.type == _STRING
    ]
    return not any(isinstance(text, bytes) for values in texts for text in values)


def _of_tensor(tensor: Message) -> str:
    if len(tensor.dims) > MAX_RANK:
        return f"{tensor.name}: {len(tensor.dims)} axes"
    # No kind of number takes less than half a byte.
    if min(tensor.dims, default=0) < 0 or prod(tensor.dims) > 2 * tensor.ByteSize():
        return f"{tensor.name}: {tuple(tensor.dims)} of {tensor.ByteSize()} bytes"
    return f"{tensor.name}: texts" if tensor.data_type == _TEXTS else ""


def _of_node(node: Message) -> str:
    if node.op_type == "Dropout" and (len(node.input) > 2 or _is_training(node)):
        return "Dropout that leaves values out at random"
    if node.op_type in NESTED | RECURRENT | BY_INDEX or node.op_type.startswith((*RANDOM, *NO_TENSORS)):
        return node.op_type
    if max(len(node.input), len(node.output)) > MAX_ENDS:
        return f"{node.op_type}: {max(len(node.input), len(node.output))} inputs or outputs"
    for attribute in node.attribute:
        if max(len(attribute.ints), len(attribute.floats)) > MAX_NUMBERS:
            return f"{node.op_type}.{attribute.name}: {max(len(attribute.ints), len(attribute.floats))} numbers"
        if node.op_type == "Einsum" and EQUATION.fullmatch(attribute.s) is None:
            return f"{node.op_type}.{attribute.name}: {attribute.s[:40]!r}"
        if attribute.strings or len(attribute.s) > MAX_TEXT:
            return f"{node.op_type}.{attribute.name}: texts"
    return ""


def _is_training(node: Message) -> bool:
    """Whether the first versions of Dropout are told to leave values out."""
    return any(attribute.name == "is_test" and attribute.i == 0 for attribute in node.attribute)


def _check_chains(graph: Message, name: str) -> None:
    """Bound axes and depth beforehand: inferring a shape of a thousand axes, node after node, would take all memory."""
    ranks = {weight.name: len(weight.dims) for weight in graph.initializer}
    ranks |= {value.name: len(value.type.tensor_type.shape.dim) for value in graph.input}
    lengths = {weight.name: prod(weight.dims) for weight in graph.initializer}
    depths: dict[str, int] = {}
    cut = {weight.name for weight in graph.initializer if _has_negative(weight)}
    for node in graph.node:
        if node.op_type == "Pad" and (cut.intersection(node.input[1:2]) or _pads_negative(node)):
            raise _beyond(name, f"Pad {', '.join(node.output)}: negative")
        if node.op_type == "Constant" and any(_has_negative(attribute.t) for attribute in node.attribute):
            cut.update(node.output)
        rank = _rank(node, [ranks.get(end, 0) for end in node.input], lengths)
        if rank is None:
            raise _beyond(name, f"{node.op_type} {', '.join(node.output)}: shape not known before")
        depth = 1 + max((depths.get(end, 0) for end in node.input), default=0)
        if rank > MAX_RANK or depth > MAX_DEPTH:
            raise _beyond(name, f"{node.op_type} {', '.join(node.output)}: {rank} axes, {depth} nodes in a row")
        for end in node.output:
            ranks[end], depths[end] = rank, depth
            if node.op_type == "Constant":
                lengths[end] = _constant_length(node)
    if max(ranks.values(), default=0) > MAX_RANK:
        raise _beyond(name, f"{max(ranks.values())} axes")


def _rank(node: Message, ranks: list[int], lengths: Mapping[str, int]) -> int | None:
    """The most axes that what a node makes can have; None where its operator must be told, and is not."""
    most = max(ranks, default=1)
    match node.op_type:
        case "Reshape" | "Expand" | "ConstantOfShape":
            place = SHAPED_BY[node.op_type]
            length = lengths.get(node.input[place]) if len(node.input) > place else None
            return None if length is None else max(length, ranks[0] if node.op_type == "Expand" else 0)
        case "Unsqueeze":
            added = _axes(node, lengths)
            return None if added is None else ranks[0] + added
        case "Squeeze":
            return max(0, ranks[0] - (_axes(node, lengths) or 0))
        case "Gather" | "GatherND" | "Einsum" | "OneHot":
            return sum(ranks) - (node.op_type == "Gather") + (node.op_type == "OneHot")
        case "Constant":
            return max((len(attribute.t.dims) for attribute in node.attribute), default=1)
        case kind if kind.startswith(("Reduce", "ArgM")) and _keeps_no_axes(node):
            return max(0, ranks[0] - (1 if kind.startswith("ArgM") else _axes(node, lengths) or ranks[0]))
    return most


def _has_negative(tensor: Message) -> bool:
    """Whether a tensor of whole numbers, short enough to be the padding of some axes, has one below zero."""
    if tensor.data_type != _INT64 or prod(tensor.dims) > 2 * MAX_RANK:
        return False
    stored = memoryview(tensor.raw_data[: len(tensor.raw_data) // 8 * 8]).cast("q")
    return min((*stored, *tensor.int64_data), default=0) < 0


def _pads_negative(node: Message) -> bool:
    """Whether a node says so itself, as the first versions of its operator do; OpenVINO ends the process on some."""
    return any(attribute.name == "pads" and min(attribute.ints, default=0) < 0 for attribute in node.attribute)


def _axes(node: Message, lengths: Mapping[str, int]) -> int | None:
    """How many axes a node names."""
    given = next((attribute for attribute in node.attribute if attribute.name == "axes"), None)
    if given is not None:
        return len(given.ints)
    return lengths.get(node.input[1]) if len(node.input) > 1 else None


def _keeps_no_axes(node: Message) -> bool:
    return any(attribute.name == "keepdims" and attribute.i == 0 for attribute in node.attribute)


def _constant_length(node: Message) -> int:
    return max((prod(a.t.dims) if a.HasField("t") else max(1, len(a.ints)) for a in node.attribute), default=0)


def _shape(value: Message) -> tuple[int, ...] | None:
    """The shape of a tensor; None where it is not known, or the value is none."""
    if not value.type.HasField("tensor_type") or not value.type.tensor_type.HasField("shape"):
        return None
    dims = value.type.tensor_type.shape.dim
    known = all(dim.HasField("dim_value") and dim.dim_value >= 0 for dim in dims)
    return tuple(dim.dim_value for dim in dims) if known else None


def _work(node: Message, shapes: Mapping[str, tuple[int, ...]]) -> int:
    """About how many multiplications a node takes; never far too few."""
    taken = [shapes.get(end, ()) for end in node.input]
    made = sum(prod(shapes[end]) for end in node.output if end)
    if node.op_type in ("Conv", "ConvInteger", "QLinearConv") and len(taken) > 1:
        weights = taken[3] if node.op_type == "QLinearConv" and len(taken) > 3 else taken[1]
        return made * max(1, prod(weights[1:]))
    if node.op_type == "ConvTranspose" and len(taken) > 1:
        return prod(taken[0]) * max(1, prod(taken[1][1:]))
    if "Pool" in node.op_type:
        return made * prod(n for a in node.attribute if a.name == "kernel_shape" for n in a.ints)
    if node.op_type in ("MatMul", "Gemm", "MatMulInteger", "QLinearMatMul"):
        return made * max((n for shape in taken for n in shape[-2:]), default=1)
    if node.op_type in COSTLY:
        return made * max(map(prod, taken), default=1)
    return made + sum(map(prod, taken))
