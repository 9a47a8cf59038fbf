"""What an ONNX file must be before an engine sees it."""

import time
import tracemalloc

import numpy as np
import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import TensorProto, helper

from inference.engines import Tensor, check_graph, graph, wire
from inference.errors import EngineError
from tests.helpers.graphs import CLASSES, SHAPE, convolution, model, quantized, tensor, two_of_each, value

GOOD = convolution().SerializeToString()


def refused(proto) -> EngineError:
    data = proto if isinstance(proto, bytes) else proto.SerializeToString()
    with pytest.raises(EngineError) as caught:
        check_graph(data, "m.onnx")
    assert caught.value.parameters["model"] == "m.onnx"
    return caught.value


def test_a_sound_model_is_described():
    found = check_graph(GOOD, "m.onnx")
    assert found.inputs == {"image": Tensor(SHAPE)}
    assert found.outputs == {"logits": Tensor((1, CLASSES, *SHAPE[2:]))}


def test_several_inputs_and_outputs_are_described_in_the_models_order_with_their_types():
    found = check_graph(two_of_each().SerializeToString(), "m.onnx")
    assert [*found.inputs.items()] == [("before", Tensor((1, 5))), ("after", Tensor((1, 5)))]
    assert [*found.outputs.items()] == [("sum", Tensor((1, 5))), ("place", Tensor((1, 5), "int64"))]


@pytest.mark.parametrize(("proto", "expected"), [(convolution(), False), (quantized(), True)])
def test_a_quantized_model_is_told_from_a_float_one(proto, expected):
    assert check_graph(proto.SerializeToString(), "m.onnx").quantized is expected


@pytest.mark.parametrize("data", [b"", b"nonsense", GOOD[: len(GOOD) // 2], GOOD[1:], b"\0" * 100])
def test_a_corrupt_file_is_refused(data):
    assert refused(data).code in ("model.corrupt", "model.shape")


@given(position=st.integers(0, len(GOOD) - 1), value=st.integers(0, 255))
def test_a_changed_byte_is_read_or_refused_and_nothing_else(position, value):
    try:
        check_graph(GOOD[:position] + bytes([value]) + GOOD[position + 1 :], "m.onnx")
    except EngineError as error:
        assert error.code.startswith("model.")


def test_a_model_that_is_too_large_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(graph, "MAX_MODEL_BYTES", len(GOOD) - 1)
    assert refused(GOOD).code == "model.too-large"


def test_an_input_that_would_fill_the_memory_is_refused():
    assert refused(convolution(shape=(1, 1, 4096, 4096, 4096))).code == "model.shape"


def external(proto: onnx.ModelProto, weight: TensorProto) -> onnx.ModelProto:
    weight.data_location = TensorProto.EXTERNAL
    weight.external_data.add(key="location", value="/etc/passwd")
    return proto


def test_weights_outside_the_file_are_refused():
    proto = convolution()
    assert refused(external(proto, proto.graph.initializer[0])).code == "model.external-data"


def test_a_constant_outside_the_file_is_refused():
    constant = helper.make_node("Constant", [], ["extra"], value=tensor("extra", np.zeros(1)))
    proto = convolution()
    proto.graph.node.append(constant)
    assert refused(external(proto, proto.graph.node[-1].attribute[0].t)).code == "model.external-data"


def branching(inner: onnx.GraphProto) -> onnx.ModelProto:
    nodes = [
        helper.make_node("Constant", [], ["yes"], value=helper.make_tensor("yes", TensorProto.BOOL, [], [True])),
        helper.make_node("If", ["yes"], ["logits"], then_branch=inner, else_branch=inner),
    ]
    return model(nodes, [value("image", (1, 2))], [value("logits", (1, 2))])


def branch(*nodes, weights=()) -> onnx.GraphProto:
    return helper.make_graph(list(nodes), "branch", [], [value("out", (1, 2))], list(weights))


def test_weights_outside_the_file_are_refused_inside_a_branch_too():
    far = tensor("far", np.zeros((1, 2)))
    far.data_location = TensorProto.EXTERNAL
    far.external_data.add(key="location", value="/etc/passwd")
    inner = branch(helper.make_node("Identity", ["far"], ["out"]), weights=[far])
    assert refused(branching(inner)).code == "model.external-data"


def outside(name: str = "far", shape: tuple = (1, 2)) -> TensorProto:
    """A tensor whose values are said to stand in another file."""
    weight = tensor(name, np.zeros(shape))
    weight.data_location = TensorProto.EXTERNAL
    weight.external_data.add(key="location", value="/etc/passwd")
    return weight


def sparse(values: TensorProto) -> onnx.SparseTensorProto:
    indices = helper.make_tensor("indices", TensorProto.INT64, [2], [0, 1])
    return helper.make_sparse_tensor(values, indices, [4])


def with_sparse_weights() -> onnx.ModelProto:
    proto = convolution()
    proto.graph.sparse_initializer.append(sparse(outside(shape=(2,))))
    return proto


def with_training() -> onnx.ModelProto:
    proto = convolution()
    proto.training_info.add().algorithm.initializer.append(outside())
    return proto


def with_function() -> onnx.ModelProto:
    constant = helper.make_node("Constant", [], ["y"], value=outside())
    return convolution(functions=[helper.make_function("f", "F", [], ["y"], [constant], [helper.make_opsetid("", 17)])])


@pytest.mark.parametrize(
    "proto",
    [
        branching(branch(weights=[outside("out")])),
        branching(branch(helper.make_node("Constant", [], ["out"], sparse_value=sparse(outside(shape=(2,)))))),
        branching(branch(helper.make_node("If", ["yes"], ["out"], then_branch=branch(weights=[outside("out")])))),
        with_sparse_weights(),
        with_training(),
        with_function(),
    ],
    ids=["branch without nodes", "sparse constant in a branch", "branch in a branch", "sparse", "training", "function"],
)
def test_weights_outside_the_file_are_refused_wherever_they_stand(proto):
    assert refused(proto).code == "model.external-data"


def ints(name: str, *values: int) -> TensorProto:
    return helper.make_tensor(name, TensorProto.INT64, [len(values)], values)


def chain(*nodes: tuple, weights=(), shape=(1, 4)) -> onnx.ModelProto:
    """Nodes from ``image`` to ``logits``, whose declared shape never comes to matter."""
    made = [helper.make_node(kind, ins, [out], **attributes) for kind, ins, out, attributes in nodes]
    return model(made, [value("image", (1, 4))], [value("logits", shape)], list(weights))


def inside(*nodes: tuple, weights=()) -> onnx.ModelProto:
    """Nodes to ``big``, of which only the largest number matters in the end."""
    last = [("ReduceMax", ["big"], "most", {"keepdims": 1}), ("Add", ["image", "most"], "logits", {})]
    return chain(*nodes, *last, weights=weights)


def in_a_row(count: int, kind: str, first=("image",), **attributes) -> list[tuple]:
    names = ["image", *(f"t{n}" for n in range(1, count)), "logits"]
    return [(kind, [names[n], *first[1:]], names[n + 1], attributes) for n in range(count)]


def loop() -> onnx.ModelProto:
    body = helper.make_graph(
        [helper.make_node("Identity", ["going"], ["on"]), helper.make_node("Identity", ["x"], ["y"])],
        "body",
        [value("n", (), TensorProto.INT64), value("going", (), TensorProto.BOOL), value("x", (1, 4))],
        [value("on", (), TensorProto.BOOL), value("y", (1, 4))],
    )
    weights = [helper.make_tensor("yes", TensorProto.BOOL, [], [True]), ints("most", 2**62)]
    return chain(("Loop", ["most", "yes", "image"], "logits", {"body": body}), weights=weights)


ENLARGED = {
    "loop": loop(),
    "branch": branching(branch(helper.make_node("Identity", ["image"], ["out"]))),
    "sparse constant": chain(("Constant", [], "logits", {"sparse_value": sparse(tensor("v", np.ones(2)))}), shape=(4,)),
    "rank by a shape": chain(("Reshape", ["image", "s"], "logits", {}), weights=[ints("s", *[1] * 100_000)]),
    "rank by a computed shape": chain(
        ("ConstantOfShape", ["n"], "s", {}), ("Expand", ["image", "s"], "logits", {}), weights=[ints("n", 100_000)]
    ),
    "rank by axes": chain(("Unsqueeze", ["image", "s"], "logits", {}), weights=[ints("s", *range(9))]),
    "rank step by step": chain(*in_a_row(30, "Unsqueeze", ("image", "s")), weights=[ints("s", 0)]),
    "rank by doubling": chain(
        *[("Gather", [a, a], b, {}) for a, b in zip(("i", "j", "k", "l"), ("j", "k", "l", "logits"))],
        weights=[helper.make_tensor("i", TensorProto.INT64, [1, 1], [0])],
    ),
    "rank of a weight": chain(("Add", ["image", "w"], "logits", {}), weights=[tensor("w", np.ones((1,) * 9))]),
    "long chain": chain(*in_a_row(1500, "Relu")),
    "many nodes": chain(*[("Relu", ["image"], f"t{n}", {}) for n in range(3500)], ("Relu", ["image"], "logits", {})),
    "many inputs": chain(("Concat", ["image"] * 3000, "logits", {"axis": 0}), shape=(3000, 4)),
    "large by a shape": inside(("ConstantOfShape", ["s"], "big", {}), weights=[ints("s", 2**20, 2**20)]),
    "large by tiling": inside(("Tile", ["image", "s"], "big", {}), weights=[ints("s", 2**20, 2**20)]),
    "large by doubling": inside(
        *[("Concat", [f"t{n}"] * 2, f"t{n + 1}", {"axis": 0}) for n in range(40)],
        ("Relu", ["t40"], "big", {}),
        weights=[tensor("t0", np.ones((1, 4)))],
    ),
    "large by scales": inside(
        ("Resize", ["image", "", "s"], "big", {}), weights=[tensor("s", np.array([2.0**20, 2.0**20]))]
    ),
    "unknown size": inside(("NonZero", ["image"], "t", {}), ("Cast", ["t"], "big", {"to": 1})),
    "weight without values": chain(
        ("Add", ["image", "w"], "logits", {}), weights=[TensorProto(name="w", dims=[2**20, 4], data_type=1)]
    ),
    "equation without an end": chain(("Einsum", ["image"], "logits", {"equation": "..." * 1000})),
    "indices of elements": chain(
        ("ScatterElements", ["image", "s", "image"], "logits", {}),
        weights=[helper.make_tensor("s", TensorProto.INT64, [1, 4], [-(10**9)] * 4)],
    ),
    "indices of places": chain(("GatherND", ["image", "s"], "logits", {}), weights=[ints("s", 2**40, 2**40)]),
    "indices outside": chain(("Gather", ["image", "s"], "logits", {"axis": 1}), weights=[ints("s", 0, 1, 2, 4)]),
    "chance": chain(
        ("Dropout", ["image", "r", "t"], "logits", {}),
        weights=[
            helper.make_tensor("r", TensorProto.FLOAT, [], [0.5]),
            helper.make_tensor("t", TensorProto.BOOL, [], [True]),
        ],
    ),
    "negative padding": chain(("Pad", ["image", "s"], "logits", {}), weights=[ints("s", 0, -20, 0, 20)]),
    "random": chain(("RandomNormalLike", ["image"], "logits", {})),
    "recurrence": chain(("LSTM", ["image", "w", "w"], "logits", {"hidden_size": 1}), weights=[tensor("w", np.ones(4))]),
    "texts": chain(
        ("Relu", ["image"], "logits", {}), weights=[helper.make_tensor("t", TensorProto.STRING, [1], [b"x"])]
    ),
    "much work": chain(
        ("ConstantOfShape", ["s"], "t0", {}),
        *[("Conv", [f"t{n}", "k"], f"t{n + 1}", {"pads": [15] * 4, "kernel_shape": [31, 31]}) for n in range(60)],
        ("Relu", ["t60"], "logits", {}),
        weights=[ints("s", 1, 16, 1024, 1024), tensor("k", np.ones((16, 16, 31, 31)))],
        shape=(1, 16, 1024, 1024),
    ),
    "much at once": chain(
        *[("Expand", ["image", "s"], f"t{n}", {}) for n in range(20)],
        ("Sum", [f"t{n}" for n in range(20)], "t", {}),
        ("Relu", ["t"], "logits", {}),
        weights=[ints("s", 2**24, 4)],
        shape=(2**24, 4),
    ),
}


@pytest.mark.parametrize("name", ENLARGED)
def test_what_could_take_all_memory_or_no_end_of_time_reaches_no_engine(name):
    tracemalloc.start()
    started = time.process_time()
    code = refused(ENLARGED[name]).code
    took, (_, peak) = time.process_time() - started, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (code, took < 5, peak < 2**26) == ("model.beyond-limits", True, True)


def test_a_message_of_very_many_parts_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr(wire, "MAX_MESSAGES", 1000)
    # An empty node is two bytes here and a hundred in memory.
    nodes = b"\x0a\x00" * 1000
    graph = b"\x3a" + _varint(len(nodes)) + nodes
    assert refused(graph).code == "model.corrupt"


def test_a_message_with_very_much_text_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr(wire, "MAX_TEXT_BYTES", 1000)
    sound = model(
        [helper.make_node("Relu", ["image"], ["logits"])], [value("image", (1, 4))], [value("logits", (1, 4))]
    )
    check_graph(sound.SerializeToString(), "m.onnx")
    unknown = b"\xfa\x3f" + _varint(2000) + b"x" * 2000  # field 1023, which no version has
    assert refused(sound.SerializeToString() + unknown).code == "model.corrupt"
    sound.doc_string = "x" * 2000
    assert refused(sound).code == "model.corrupt"


def test_places_that_are_in_a_tensor_are_read():
    weights = [ints("s", 0, 1, -1, -4)]
    check_graph(chain(("Gather", ["image", "s"], "logits", {"axis": 1}), weights=weights).SerializeToString(), "m.onnx")


def _varint(number: int) -> bytes:
    parts = []
    while number > 127:
        parts.append(number & 127 | 128)
        number >>= 7
    return bytes([*parts, number])


def test_an_operator_of_another_domain_is_refused_inside_a_branch_too():
    inner = branch(helper.make_node("Evil", ["image"], ["out"], domain="com.evil"))
    assert refused(branching(inner)).code == "model.custom-operator"


def test_an_operator_of_another_domain_is_named():
    proto = model(
        [helper.make_node("Evil", ["image"], ["logits"], domain="com.evil")],
        [value("image", SHAPE)],
        [value("logits", SHAPE)],
        opsets=(("", 17), ("com.evil", 1)),
    )
    error = refused(proto)
    assert (error.code, error.parameters["operator"]) == ("model.custom-operator", "com.evil::Evil")


def test_a_function_of_the_model_itself_is_refused():
    function = helper.make_function(
        "local", "Twice", ["x"], ["y"], [helper.make_node("Add", ["x", "x"], ["y"])], [helper.make_opsetid("", 17)]
    )
    assert refused(convolution(functions=[function])).code == "model.custom-operator"


def test_an_operator_that_does_not_exist_is_refused():
    nodes = [helper.make_node("Convolute", ["image"], ["logits"])]
    assert refused(convolution(nodes=nodes)).code == "model.corrupt"


def identity(shape=SHAPE, kind=TensorProto.FLOAT) -> onnx.ModelProto:
    nodes = [helper.make_node("Identity", ["image"], ["logits"])]
    return model(nodes, [value("image", shape, kind)], [value("logits", shape, kind)])


@pytest.mark.parametrize(
    "proto",
    [
        identity(("batch", 1, 4, 4, 4)),
        identity((1, 0, 4, 4)),
        identity((4,)),
        identity(kind=TensorProto.DOUBLE),
        identity(kind=TensorProto.INT32),
        convolution(outputs=[]),
        convolution(inputs=[value("image", SHAPE), value("second", ("open", 2))]),
        convolution(inputs=[value("image", SHAPE), *(value(f"other{n}", (1, 1)) for n in range(graph.MOST_ENDS))]),
        convolution(inputs=[value("image", SHAPE), *(value(f"large{n}", (1, 2**26)) for n in range(2))]),
        convolution(inputs=[value("image", SHAPE), value("place", (1, 1), TensorProto.INT64)]),
    ],
    ids=[
        "open batch",
        "nothing in it",
        "one axis",
        "double precision",
        "short integers",
        "no output",
        "a second input of open size",
        "very many inputs",
        "too large together",
        "integers go in",
    ],
)
def test_a_model_of_another_shape_is_refused(proto):
    assert refused(proto).code == "model.shape"


@pytest.mark.parametrize(
    ("proto", "found"),
    [
        (identity(("batch", 1, 4, 4, 4)), "image float32 (batch, 1, 4, 4, 4)"),
        (identity((None, 4)), "image float32 (?, 4)"),
        (identity((1, 0, 4)), "image float32 (1, 0, 4)"),
        (identity(kind=TensorProto.DOUBLE), "image double (1, 1, 4, 6, 8)"),
        (convolution(outputs=[]), "1 inputs, 0 outputs"),
    ],
)
def test_what_cannot_be_used_is_named_as_its_author_knows_it(proto, found):
    assert refused(proto).parameters["found"] == found


def test_a_shape_that_contradicts_its_weights_is_refused():
    assert refused(convolution(outputs=[value("logits", (1, 99, *SHAPE[2:]))])).code == "model.corrupt"


def test_a_weight_that_is_also_listed_as_an_input_is_no_second_input():
    proto = convolution(inputs=[value("image", SHAPE), value("w1", (4, 1, 3, 3, 3))])
    assert [*check_graph(proto.SerializeToString(), "m.onnx").inputs] == ["image"]
