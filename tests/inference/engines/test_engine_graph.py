"""What an ONNX file must be before an engine sees it."""

import numpy as np
import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import TensorProto, helper

from inference.engines import check_graph, graph
from inference.errors import EngineError
from tests.helpers.graphs import CLASSES, SHAPE, convolution, model, quantized, tensor, value
from tests.helpers.signature import head

GOOD = convolution().SerializeToString()


def refused(proto) -> EngineError:
    data = proto if isinstance(proto, bytes) else proto.SerializeToString()
    with pytest.raises(EngineError) as caught:
        check_graph(data, "m.onnx")
    assert caught.value.parameters["model"] == "m.onnx"
    return caught.value


def test_a_sound_model_is_described():
    found = check_graph(GOOD, "m.onnx")
    assert (found.input_name, found.input_shape) == ("image", SHAPE)
    assert (found.outputs, found.output_shape) == (
        {"logits": (1, CLASSES, *SHAPE[2:])},
        (1, CLASSES, *SHAPE[2:]),
    )


def test_a_model_may_have_as_many_outputs_as_are_wanted():
    found = check_graph(head(6), "m.onnx", 2)
    assert (found.input_shape, found.outputs) == ((1, 6), {"score": (1, 1), "distance": (1, 1)})


@pytest.mark.parametrize("wanted", [1, 3])
def test_a_model_with_another_number_of_outputs_is_refused(wanted):
    with pytest.raises(EngineError) as caught:
        check_graph(head(6), "m.onnx", wanted)
    assert caught.value.code == "model.shape"


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
        convolution(outputs=[value("logits", (1, CLASSES, *SHAPE[2:])), value("r1", (1, 4, *SHAPE[2:]))]),
        convolution(inputs=[value("image", SHAPE), value("second", SHAPE)]),
    ],
    ids=["open batch", "nothing in it", "one axis", "double precision", "two outputs", "two inputs"],
)
def test_a_model_of_another_shape_is_refused(proto):
    assert refused(proto).code == "model.shape"


def test_a_shape_that_contradicts_its_weights_is_refused():
    assert refused(convolution(outputs=[value("logits", (1, 99, *SHAPE[2:]))])).code == "model.corrupt"


def test_a_weight_that_is_also_listed_as_an_input_is_no_second_input():
    proto = convolution(inputs=[value("image", SHAPE), value("w1", (4, 1, 3, 3, 3))])
    assert check_graph(proto.SerializeToString(), "m.onnx").input_name == "image"
