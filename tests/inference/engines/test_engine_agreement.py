"""Both engines give the same numbers, and say what they run on."""

import numpy as np
import pytest

from inference.engines import Candidate, EngineProvider, check_graph
from inference.engines.compiled import CompiledModels
from inference.engines.onnxruntime_engine import OnnxRuntimeEngine
from inference.engines.openvino_engine import OpenVinoEngine
from inference.errors import EngineError
from tests.helpers.graphs import SHAPE, convolution, quantized

NAMES = ("openvino", "onnxruntime")


def opened(name: str, proto=None):
    data = (proto or convolution()).SerializeToString()
    return EngineProvider(threads=1).open(Candidate(name, "CPU"), data, check_graph(data, "m.onnx"))


def image(seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).uniform(-1, 1, SHAPE).astype(np.float32)


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
    assert opened(name).run(image()) == pytest.approx(by_hand(convolution(), image()), abs=1e-4)


@pytest.mark.parametrize("proto", [convolution(3), quantized(4)], ids=["float", "quantized"])
def test_both_engines_agree(proto):
    one, other = (opened(name, proto).run(image()) for name in NAMES)
    assert one == pytest.approx(other, abs=1e-4)


@pytest.mark.parametrize("name", NAMES)
def test_a_second_run_does_not_change_the_result_of_the_first(name):
    engine = opened(name)
    first = engine.run(image(1))
    kept = first.copy()
    engine.run(image(2))
    assert (first == kept).all()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("proto", "precision"), [(convolution(), "f32"), (quantized(), "int8/f32")])
def test_an_engine_says_what_it_is_and_how_it_computes(name, proto, precision):
    found = opened(name, proto).describe()
    assert (found.engine, found.device, found.precision, found.version != "") == (name, "CPU", precision, True)


@pytest.mark.parametrize("name", NAMES)
def test_an_image_of_another_shape_is_an_error_of_the_engine(name):
    with pytest.raises(EngineError) as caught:
        opened(name).run(np.zeros((1, 1, 5, 5, 5), np.float32))
    assert (caught.value.code, caught.value.parameters["engine"]) == ("engine.run", name)


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
    assert engine.run(image()) == pytest.approx(by_hand(convolution(), image()), abs=1e-4)
