"""Engines without a network: a function from the image to the logits."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import numpy as np

from desktop.places import bundled
from inference.engines import EngineProvider, Graph, Interface, LoadedModel, Tensor, all_candidates, check_interface
from inference.engines.engine import Description
from inference.engines.provider import installed, measurement_key
from inference.results import EngineUse


class FakeEngine:
    r"""Runs a function from (1, 1, \*size) to (1, classes, \*size) and keeps the images it was given."""

    def __init__(
        self, answer: Callable[[np.ndarray], np.ndarray], size: tuple[int, int, int] = (1, 1, 1), classes: int = 2
    ) -> None:
        self.answer = answer
        self.graph = Graph({"image": Tensor((1, 1, *size))}, {"logits": Tensor((1, classes, *size))}, False)
        self.seen: list[np.ndarray] = []

    def run(self, inputs: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
        image = inputs["image"]
        self.seen.append(image)
        return {"logits": self.answer(image)}

    def describe(self) -> Description:
        return Description("fake", "1", "CPU", "f32")

    def close(self) -> None:
        pass


class FakeProvider:
    """Hands out a fake engine by the name of the model."""

    def __init__(self, engines: Mapping[str, FakeEngine]) -> None:
        self.engines = engines

    def settle(self, model: bytes, name: str, needed: Interface) -> None:
        pass

    def load(self, model: bytes, name: str, needed: Interface) -> LoadedModel:
        check_interface(self.engines[name].graph, needed, name)
        return loaded(self.engines[name], name, model)


def loaded(engine: FakeEngine, name: str = "model.onnx", model: bytes = b"") -> LoadedModel:
    return LoadedModel(engine, engine.graph, EngineUse(name, hashlib.sha256(model).hexdigest(), "fake 1", "CPU", "f32"))


def remember_engines(memory: Path) -> None:
    """Write measurements of the bundled models by which the first engine is the fastest.

    Measuring takes longer than most tests, and what it finds depends on what else the computer does.
    """
    memory.parent.mkdir(parents=True, exist_ok=True)
    memory.write_text(_measurements(), encoding="utf-8")


@cache
def _measurements() -> str:
    seconds = {candidate.name: float(place) for place, candidate in enumerate(all_candidates(), start=1)}
    threads, engines = EngineProvider().threads, installed()
    digests = {hashlib.sha256(model.read_bytes()).hexdigest() for model in bundled("packs").rglob("*.onnx")}
    assert digests, "no bundled model was found"
    return json.dumps({measurement_key(digest, engines, threads): seconds for digest in digests})
