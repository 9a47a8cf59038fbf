"""Which engine runs a model: measured once, remembered, or told; and visible when it is another one."""

import hashlib
import json
import os
from dataclasses import replace

import numpy as np
import pytest
from onnx import helper

from inference.engines import Candidate, EngineProvider, Interface, Tensor, onnxruntime_engine, provider, single
from inference.engines.engine import Description
from inference.errors import EngineError
from tests.helpers.graphs import SHAPE, convolution, model, two_of_each, value

MODEL = convolution().SerializeToString()
FAST, SLOW, GRAPHICS = Candidate("quick", "CPU"), Candidate("steady", "CPU"), Candidate("quick", "GPU")


class Clock:
    """Time that passes only when an engine runs."""

    def __init__(self):
        self.now = 0.0

    def perf_counter(self):
        return self.now


class Computer:
    """Engines that take a set time, or fail when they are opened or run."""

    def __init__(self, clock, seconds):
        self.clock, self.seconds, self.opened = clock, dict(seconds), []

    def open(self, candidate, model, graph):
        self.opened.append(candidate.name)
        seconds = self.seconds[candidate]
        if seconds is None:
            raise EngineError("engine.load", engine=candidate.engine, detail="no such luck")
        return Engine(self, candidate, seconds)


class Engine:
    def __init__(self, computer, candidate, seconds):
        self.computer, self.candidate, self.seconds, self.closed = computer, candidate, seconds, False

    def run(self, inputs):
        self.computer.clock.now += self.seconds
        return inputs

    def describe(self):
        return Description(self.candidate.engine, "1", self.candidate.device, "f32")

    def close(self):
        self.closed = True


@pytest.fixture
def computer(monkeypatch):
    """Make a computer with the given engines the one that the program runs on."""

    def make(seconds):
        clock = Clock()
        made = Computer(clock, seconds)
        monkeypatch.setattr(provider, "all_candidates", lambda: list(made.seconds))
        monkeypatch.setattr(provider, "installed", lambda: " ".join(one.name for one in made.seconds))
        monkeypatch.setattr(provider, "time", clock)
        monkeypatch.setattr(EngineProvider, "open", lambda self, *parts: made.open(*parts))
        return made

    return make


@pytest.mark.parametrize("seconds", [{FAST: 1.0, SLOW: 2.0}, {SLOW: 2.0, FAST: 1.0}])
def test_the_fastest_engine_on_this_computer_runs_the_model(computer, seconds):
    computer(seconds)
    assert EngineProvider().load(MODEL, "m.onnx").use.engine == "quick 1"


def test_the_choice_is_remembered_and_not_measured_again(computer, tmp_path):
    made = computer({FAST: 1.0, SLOW: 2.0})
    EngineProvider(memory=tmp_path / "speeds.json").load(MODEL, "m.onnx")
    made.opened.clear()
    EngineProvider(memory=tmp_path / "speeds.json").load(MODEL, "m.onnx")
    assert made.opened == ["quick:CPU"]


def test_a_model_is_measured_once_before_there_is_a_scan_and_then_no_other_engine_is_asked(
    computer, tmp_path, monkeypatch
):
    made, memory = computer({FAST: 1.0, SLOW: 2.0}), tmp_path / "speeds.json"
    engines = EngineProvider(memory=memory)
    for known in (engines, engines, EngineProvider(memory=memory)):
        known.settle(MODEL, "m.onnx")
    assert made.opened == ["quick:CPU", "steady:CPU"]
    monkeypatch.setattr(provider, "all_candidates", lambda: pytest.fail("asked"))
    for known in (engines, EngineProvider(memory=memory)):
        assert known.load(MODEL, "m.onnx").use.engine == "quick 1"
    told = EngineProvider("quick:CPU")
    told.settle(MODEL, "m.onnx")
    assert made.opened[2:] == ["quick:CPU", "quick:CPU"]


def test_a_model_that_is_not_what_is_needed_is_not_measured(computer):
    made = computer({FAST: 1.0})
    with pytest.raises(EngineError, match=r"model\.interface"):
        EngineProvider().settle(MODEL, "m.onnx", single((1, 1)))
    assert made.opened == []


def test_the_engines_of_this_computer_are_told_without_loading_the_second_library(monkeypatch):
    known = provider.installed()
    assert known == provider.installed()
    assert "openvino:CPU" in known
    monkeypatch.setattr(onnxruntime_engine, "quiet_runtime", lambda: pytest.fail("loaded"))
    assert provider.installed() == known


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
def test_a_pipe_beside_the_measurements_makes_nothing_wait(computer, tmp_path):
    os.mkfifo(tmp_path / "speeds.part")
    EngineProvider(memory=tmp_path / "speeds.json").load(MODEL, "m.onnx")
    assert (tmp_path / "speeds.json").is_file()


def test_what_was_measured_is_kept_with_its_seconds(computer, tmp_path):
    computer({FAST: 1.0, SLOW: 2.0})
    EngineProvider(memory=tmp_path / "new" / "speeds.json").load(MODEL, "m.onnx")
    (kept,) = json.loads((tmp_path / "new" / "speeds.json").read_text()).values()
    assert kept == {"quick:CPU": 1.0, "steady:CPU": 2.0}


def test_another_model_is_measured_for_itself(computer, tmp_path):
    computer({FAST: 1.0, SLOW: 2.0})
    for seed in (0, 1):
        EngineProvider(memory=tmp_path / "speeds.json").load(convolution(seed).SerializeToString(), "m.onnx")
    assert len(json.loads((tmp_path / "speeds.json").read_text())) == 2


def test_another_engine_on_the_computer_is_a_reason_to_measure_again(computer, tmp_path):
    memory = tmp_path / "speeds.json"
    computer({SLOW: 2.0})
    EngineProvider(memory=memory).load(MODEL, "m.onnx")
    computer({SLOW: 2.0, GRAPHICS: 0.1})
    assert EngineProvider(memory=memory).load(MODEL, "m.onnx").use.device == "GPU"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"a": 1}', "\udc80"])
def test_a_broken_memory_is_measured_again(computer, tmp_path, content):
    computer({FAST: 1.0, SLOW: 2.0})
    memory = tmp_path / "speeds.json"
    memory.write_bytes(content.encode(errors="surrogateescape"))
    assert EngineProvider(memory=memory).load(MODEL, "m.onnx").use.engine == "quick 1"


def test_a_remembered_measurement_of_another_form_is_measured_again(computer, tmp_path):
    memory = tmp_path / "speeds.json"
    computer({FAST: 1.0, SLOW: 2.0})
    EngineProvider(memory=memory).load(MODEL, "m.onnx")
    memory.write_text(json.dumps(dict.fromkeys(json.loads(memory.read_text()), "fast")))
    assert EngineProvider(memory=memory).load(MODEL, "m.onnx").use.engine == "quick 1"


def test_an_engine_that_fails_when_measured_is_tried_last(computer):
    computer({FAST: None, SLOW: 2.0})
    use = EngineProvider().load(MODEL, "m.onnx").use
    assert (use.engine, use.note) == ("steady 1", "")


def test_an_engine_that_fails_while_it_is_measured_is_closed_all_the_same(computer):
    made = computer({FAST: 1.0, SLOW: 2.0})
    opened = []
    real = made.open

    def failing(*parts):
        opened.append(real(*parts))
        if parts[0] == FAST:
            opened[-1].run = lambda inputs: (_ for _ in ()).throw(
                EngineError("engine.run", engine="quick", detail="no")
            )
        return opened[-1]

    made.open = failing
    assert EngineProvider().load(MODEL, "m.onnx").use.engine == "steady 1"
    assert [(engine.candidate, engine.closed) for engine in opened[:2]] == [(FAST, True), (SLOW, True)]


def test_an_engine_that_failed_and_the_one_used_instead_are_both_visible(computer, tmp_path):
    memory = tmp_path / "speeds.json"
    made = computer({FAST: 1.0, SLOW: 2.0})
    EngineProvider(memory=memory).load(MODEL, "m.onnx")
    made.seconds[FAST] = None
    use = EngineProvider(memory=memory).load(MODEL, "m.onnx").use
    assert (use.engine, use.note) == ("steady 1", "quick:CPU: no such luck")


def test_the_engine_that_was_told_is_used_though_it_is_slow(computer):
    made = computer({FAST: 1.0, SLOW: 2.0})
    use = EngineProvider(told="Steady:cpu").load(MODEL, "m.onnx").use
    assert (use.engine, made.opened) == ("steady 1", ["steady:CPU"])


def test_an_engine_that_was_told_and_fails_gives_way_to_a_processor_visibly(computer):
    computer({GRAPHICS: None, SLOW: 2.0})
    use = EngineProvider(told="quick:GPU").load(MODEL, "m.onnx").use
    assert (use.engine, use.device, use.note) == ("steady 1", "CPU", "quick:GPU: no such luck")


def test_an_engine_that_does_not_exist_is_refused_with_those_that_do(computer):
    computer({FAST: 1.0, SLOW: 2.0})
    with pytest.raises(EngineError) as caught:
        EngineProvider(told="turbo:CPU").load(MODEL, "m.onnx")
    assert (caught.value.code, caught.value.parameters["offered"]) == ("engine.unknown", "quick:CPU, steady:CPU")


def test_where_no_engine_can_run_the_model_every_reason_is_told(computer):
    computer({FAST: None, SLOW: None})
    with pytest.raises(EngineError) as caught:
        EngineProvider().load(MODEL, "m.onnx")
    assert caught.value.code == "engine.none"
    assert caught.value.parameters["detail"] == "quick:CPU: no such luck; steady:CPU: no such luck"


def test_a_model_is_loaded_once(computer):
    made = computer({FAST: 1.0})
    engines = EngineProvider(told="quick:CPU")
    assert engines.load(MODEL, "m.onnx") is engines.load(MODEL, "again.onnx")
    assert made.opened == ["quick:CPU"]


def test_closing_frees_every_engine_and_a_model_is_then_loaded_anew(computer):
    made = computer({FAST: 1.0})
    engines = EngineProvider(told="quick:CPU")
    first = engines.load(MODEL, "m.onnx").engine
    engines.close()
    assert first.closed
    assert engines.load(MODEL, "m.onnx").engine is not first
    assert len(made.opened) == 2


def test_a_model_that_is_not_sound_reaches_no_engine(computer):
    made = computer({FAST: 1.0})
    with pytest.raises(EngineError):
        EngineProvider().load(b"nonsense", "m.onnx")
    assert made.opened == []


TWO = two_of_each().SerializeToString()
NEEDED = Interface(
    {"after": Tensor((1, 5)), "before": Tensor((None, 5))}, {"place": Tensor((1, 5), "int64"), "sum": Tensor((1, 5))}
)
UNFIT = {
    "one input less": replace(NEEDED, inputs={"before": Tensor((1, 5))}),
    "one output more": replace(NEEDED, outputs={**NEEDED.outputs, "other": Tensor((1, 5))}),
    "another name": replace(NEEDED, inputs={"image": Tensor((1, 5)), "after": Tensor((1, 5))}),
    "another length": replace(NEEDED, inputs={"before": Tensor((None, 6)), "after": Tensor((1, 5))}),
    "another number of axes": replace(NEEDED, outputs={**NEEDED.outputs, "sum": Tensor((1, 5, None))}),
    "another type": replace(NEEDED, outputs={**NEEDED.outputs, "place": Tensor((1, 5))}),
    "a single input": single(),
    "a single output": replace(NEEDED, outputs={"": Tensor(None)}),
}


def test_a_model_of_several_inputs_is_measured_and_loaded_where_its_step_needs_them(tmp_path):
    engines = EngineProvider(memory=tmp_path / "speeds.json", threads=1)
    graph = engines.load(TWO, "m.onnx", NEEDED).graph
    assert ([*graph.inputs], [*graph.outputs]) == (["before", "after"], ["sum", "place"])
    (seconds,) = json.loads((tmp_path / "speeds.json").read_text()).values()
    assert {"openvino:CPU", "onnxruntime:CPU"} <= seconds.keys()
    engines.close()


@pytest.mark.parametrize("needed", UNFIT.values(), ids=UNFIT)
def test_a_model_that_is_not_what_its_step_needs_reaches_no_engine_and_both_are_named(computer, needed):
    made = computer({FAST: 1.0})
    engines = EngineProvider(told="quick:CPU")
    for opened in ([], ["quick:CPU"]):  # also when another step has loaded the file
        with pytest.raises(EngineError) as caught:
            engines.load(TWO, "m.onnx", needed)
        assert (caught.value.code, caught.value.parameters["model"]) == ("model.interface", "m.onnx")
        assert "before float32 (1, 5), after float32 (1, 5) → sum" in caught.value.parameters["found"]
        assert caught.value.parameters["needed"] == str(needed)
        assert made.opened == opened
        engines.load(TWO, "m.onnx", NEEDED)


def test_the_model_is_named_with_its_checksum(computer):
    computer({FAST: 1.0})
    use = EngineProvider().load(MODEL, "m.onnx").use
    assert (use.model, use.sha256) == ("m.onnx", hashlib.sha256(MODEL).hexdigest())


def test_both_engines_are_offered_on_every_computer():
    assert {"openvino:CPU", "onnxruntime:CPU"} <= {c.name for c in provider.all_candidates()}


def test_a_real_model_is_measured_and_run(tmp_path):
    engines = EngineProvider(memory=tmp_path / "speeds.json", cache=tmp_path / "cache", threads=1)
    model = engines.load(MODEL, "m.onnx")
    assert model.run_single(np.zeros(SHAPE, np.float32)).shape == model.graph.outputs["logits"].shape
    engines.close()


def test_a_real_model_is_run_again_from_the_cache_under_a_chinese_path(tmp_path):
    results = []
    for _ in range(2):
        engines = EngineProvider(told="openvino:CPU", cache=tmp_path / "测试 é", threads=1)
        results.append(engines.load(MODEL, "m.onnx").run_single(np.ones(SHAPE, np.float32)))
        engines.close()
    assert (results[0] == results[1]).all()


@pytest.mark.parametrize("engine", ["onnxruntime:CPU", "openvino:CPU"])
def test_what_a_model_makes_that_is_no_number_is_no_result(engine):
    """Every comparison with it is false: a mask of it would be empty, and believed."""
    nodes = [
        helper.make_node("Sub", ["image", "image"], ["none"]),
        helper.make_node("Div", ["none", "none"], ["logits"]),
    ]
    made = model(nodes, [value("image", SHAPE)], [value("logits", SHAPE)]).SerializeToString()
    loaded = EngineProvider(told=engine).load(made, "m.onnx")
    with pytest.raises(EngineError) as caught:
        loaded.run_single(np.ones(SHAPE, np.float32))
    assert (caught.value.code, caught.value.parameters) == ("model.not-finite", {"model": "m.onnx"})
