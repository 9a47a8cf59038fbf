"""Both engines give the same numbers by the same names, and say what they run on."""

import numpy as np
import pytest
from onnx import helper

from inference.engines import Candidate, EngineProvider, check_graph
from inference.engines.compiled import CompiledModels
from inference.engines.onnxruntime_engine import OnnxRuntimeEngine
from inference.engines.openvino_engine import OpenVinoEngine
from inference.errors import EngineError
from tests.helpers.graphs import SHAPE, convolution, quantized, two_of_each, value

NAMES = ("openvino", "onnxruntime")


def opened(name: str, proto=None):
    data = (proto or convolution()).SerializeToString()
    return EngineProvider(threads=1).open(Candidate(name, "CPU"), data, check_graph(data, "m.onnx"))


def image(seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).uniform(-1, 1, SHAPE).astype(np.float32)


def logits(engine, given: np.ndarray) -> np.ndarray:
    return engine.run({"image": given})["logits"]


def by_hand(proto, data: np.ndarray) -> np.ndarray:
    """The two convolutions as sums over shifted copies of the image."""
    w1, b1, w2 = (np.frombuffer(t.raw_data, np.float32).reshape(t.dims) for t in proto.graph.initializer)
    padded = np.pad(data[0, 0], 1)
    first = np.zeros((len(w1), *data.shape[2:]), np.float64)
    for k, j, i in np.ndindex(3, 3, 3):
        part = padded[k : k + data.shape[2], j : j + data.shape[3], i : i + data.shape[4]]
        first += w1[:, 0, k, j, i][:, None, None, None] * part
    seen = np.maximum(first + b1[:, None, None, None], 0)
    return np.tensordot(w2[:, :, 0, 0, 0], seen, axes=1)[None]


@pytest.mark.parametrize("name", NAMES)
def test_an_engine_computes_what_the_model_says(name):
    assert logits(opened(name), image()) == pytest.approx(by_hand(convolution(), image()), abs=1e-4)


@pytest.mark.parametrize("proto", [convolution(3), quantized(4)], ids=["float", "quantized"])
def test_both_engines_agree(proto):
    one, other = (logits(opened(name, proto), image()) for name in NAMES)
    assert one == pytest.approx(other, abs=1e-4)


@pytest.mark.parametrize("name", NAMES)
def test_a_second_run_does_not_change_the_result_of_the_first(name):
    engine = opened(name)
    first = logits(engine, image(1))
    kept = first.copy()
    logits(engine, image(2))
    assert (first == kept).all()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("proto", "precision"), [(convolution(), "f32"), (quantized(), "int8/f32")])
def test_an_engine_says_what_it_is_and_how_it_computes(name, proto, precision):
    found = opened(name, proto).describe()
    assert (found.engine, found.device, found.precision, found.version != "") == (name, "CPU", precision, True)


BEFORE, AFTER = (np.array([row], np.float32) for row in ([1, 5, 2, 0, 7], [4, 3, 9, -1, 6]))


@pytest.mark.parametrize("name", NAMES)
def test_several_inputs_and_outputs_are_told_apart_by_their_names_alone(name):
    engine = opened(name, two_of_each())
    # Given in another order than the model's, and not lying row by row in memory.
    made = engine.run({"after": np.asfortranarray(np.stack([AFTER, BEFORE], axis=2))[..., 0], "before": BEFORE})
    assert [*made] == ["sum", "place"]
    assert made["sum"].tolist() == (2 * BEFORE + AFTER).tolist()
    assert (made["place"].dtype, made["place"].tolist()) == (np.int64, [[1, 0, 1, 0, 0]])


@pytest.mark.parametrize("name", NAMES)
def test_outputs_that_are_one_value_and_an_input_of_no_use_keep_their_names(name):
    nodes = [helper.make_node("Relu", ["before"], ["sum"]), helper.make_node("Identity", ["sum"], ["again"])]
    proto = two_of_each(nodes=nodes, outputs=[value("again", (1, 5)), value("sum", (1, 5))])
    made = opened(name, proto).run({"before": -BEFORE, "after": AFTER})
    assert {key: array.tolist() for key, array in made.items()} == {"again": [[0.0] * 5], "sum": [[0.0] * 5]}


WRONG = {
    "another shape": {"before": np.zeros((5, 1), np.float32), "after": AFTER},
    "double precision": {"before": BEFORE.astype(float), "after": AFTER},
    "one too few": {"before": BEFORE},
    "one too many": {"before": BEFORE, "after": AFTER, "between": AFTER},
    "another name": {"before": BEFORE, "After": AFTER},
    "none": {},
}


@pytest.mark.parametrize("given", WRONG.values(), ids=WRONG)
def test_inputs_that_the_model_does_not_declare_are_refused_with_both(given):
    for name in NAMES:
        with pytest.raises(EngineError) as caught:
            opened(name, two_of_each()).run(given)
        assert (caught.value.code, caught.value.parameters["engine"]) == ("engine.input", name)
        assert caught.value.parameters["needed"] == "before float32 (1, 5), after float32 (1, 5)"
        assert all(key in caught.value.parameters["found"] for key in given)


@pytest.mark.parametrize("name", NAMES)
def test_what_an_engine_makes_must_be_what_the_model_declares(name):
    declared = check_graph(two_of_each().SerializeToString(), "m.onnx")
    other = two_of_each(outputs=[value("sum", (1, 5)), value("both", (2, 5))]).SerializeToString()
    with pytest.raises(EngineError) as caught:
        EngineProvider(threads=1).open(Candidate(name, "CPU"), other, declared).run({"before": BEFORE, "after": AFTER})
    assert caught.value.code in ("engine.run", "engine.load")


@pytest.mark.parametrize(
    "load",
    [
        lambda data, graph: OnnxRuntimeEngine(data, graph, "CPU", 1),
        lambda data, graph: OpenVinoEngine(data, graph, "CPU", 1),
    ],
    ids=["onnxruntime", "openvino"],
)
def test_a_model_that_cannot_be_loaded_is_an_error_of_the_engine(load):
    with pytest.raises(EngineError) as caught:
        load(b"nonsense", check_graph(convolution().SerializeToString(), "m.onnx"))
    assert caught.value.code == "engine.load"


def test_a_cache_that_cannot_be_written_does_not_cost_the_engine(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    kept = CompiledModels(tmp_path / "file" / "cache", tmp_path / "file" / "key")
    data = convolution().SerializeToString()
    engine = OpenVinoEngine(data, check_graph(data, "m.onnx"), "CPU", 1, kept)
    assert logits(engine, image()) == pytest.approx(by_hand(convolution(), image()), abs=1e-4)
