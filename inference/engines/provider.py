"""Which engine runs a model on this computer: measured once, remembered, or told."""

from __future__ import annotations

import hashlib
import json
import logging
import math
import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from inference import __version__
from inference.engines import onnxruntime_engine, openvino_engine
from inference.engines.compiled import CompiledModels
from inference.engines.engine import Candidate, Engine
from inference.engines.graph import Graph, check_graph, graph_bytes, read_graph
from inference.engines.interface import Interface, check_interface, single
from inference.errors import EngineError, InputError
from inference.files import write_bytes
from inference.memory import give_back
from inference.reading import read_json, read_typed
from inference.results import EngineUse

Measurements = dict[str, dict[str, float]]
"""Seconds by engine, by model and computer."""
MEASURED_RUNS = 2
MAX_THREADS = 8
"""More threads gain little on these small volumes and starve the rest of a console PC."""

SINGLE = single()

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A model ready to run and what it runs on."""

    engine: Engine
    graph: Graph
    use: EngineUse

    def run_single(self, given: np.ndarray) -> np.ndarray:
        """What a model with one input and one output makes of an array, whatever it calls the two.

        Raises
        ------
        EngineError
            ``model.not-finite`` when it makes what is no number, of which every comparison is false; as of the engine.
        """
        (name,) = self.graph.inputs
        (made,) = self.engine.run({name: given}).values()
        if not np.isfinite(made).all():
            raise EngineError("model.not-finite", model=self.use.model)
        return made


@dataclass(slots=True)
class EngineProvider:
    """Loads models and keeps them loaded until closed.

    Attributes
    ----------
    told
        ``engine:device`` to use, or None to measure.
    memory
        JSON file of earlier measurements, or None to forget them.
    cache
        Folder for compiled models and what was checked of them, or None.
    secret
        File of the key that seals them; None: beside that folder.
    """

    told: str | None = None
    memory: Path | None = None
    cache: Path | None = None
    secret: Path | None = None
    threads: int = field(default_factory=lambda: min(MAX_THREADS, os.cpu_count() or 1))
    _loaded: dict[str, LoadedModel] = field(default_factory=dict)
    _measured: Measurements = field(default_factory=dict)

    def load(self, model: bytes, name: str, needed: Interface = SINGLE) -> LoadedModel:
        """Check and load a model, or hand out the one already loaded.

        Parameters
        ----------
        needed
            What goes in and comes out; a model with anything else reaches no engine.

        Raises
        ------
        EngineError
            When the model is not sound or not what is needed, the engine asked for does not exist, or none can run it.
        """
        digest = hashlib.sha256(model).hexdigest()
        known = self._loaded.get(digest)
        if known is not None:
            check_interface(known.graph, needed, name)
        else:
            graph = self._wanted(model, digest, name, needed)
            engine, note = self._engine_for(model, graph, digest, name)
            found = engine.describe()
            use = EngineUse(name, digest, f"{found.engine} {found.version}", found.device, found.precision, note)
            self._loaded[digest] = LoadedModel(engine, graph, use)
        return self._loaded[digest]

    def close(self) -> None:
        """Free all models."""
        for model in self._loaded.values():
            model.engine.close()
        self._loaded.clear()

    def _wanted(self, model: bytes, digest: str, name: str, needed: Interface) -> Graph:
        graph = self._checked(model, digest, name)
        check_interface(graph, needed, name)
        return graph

    def _checked(self, model: bytes, digest: str, name: str) -> Graph:
        """What a model takes and gives, checked by this version of the program: once, where that can be kept sealed."""
        kept = self._sealed()
        if kept is None:
            return check_graph(model, name)
        identity = {"model": digest, "checked": __version__}
        sealed = kept.get(identity)
        if sealed is not None:
            return read_graph(sealed)
        graph = check_graph(model, name)
        kept.keep(identity, graph_bytes(graph))
        return graph

    def _sealed(self) -> CompiledModels | None:
        if self.cache is None:
            return None
        return CompiledModels(self.cache, self.secret or self.cache.with_name(f"{self.cache.name}.key"))

    def _engine_for(self, model: bytes, graph: Graph, digest: str, name: str) -> tuple[Engine, str]:
        failures: list[str] = []
        for candidate in self._order(model, graph, digest):
            try:
                return self.open(candidate, model, graph), "; ".join(failures)
            except EngineError as error:
                log.warning("%s cannot run %s: %s", candidate.name, name, error)
                failures.append(f"{candidate.name}: {error.parameters.get('detail', error.code)}")
        raise EngineError("engine.none", model=name, detail="; ".join(failures))

    def _order(self, model: bytes, graph: Graph, digest: str) -> Iterator[Candidate]:
        """Engines in the order in which they are tried; those that were measured are tried before others are asked."""
        if self.told is not None:
            offered = all_candidates()
            wanted = [c for c in offered if c.name.lower() == self.told.lower()]
            if not wanted:
                raise EngineError("engine.unknown", engine=self.told, offered=", ".join(c.name for c in offered))
            yield from wanted + [c for c in offered if c.device == "CPU" and c not in wanted]
            return
        known = self._seconds(digest, model, graph)
        for name in sorted(known, key=lambda name: known[name]):
            yield candidate_of(name)
        yield from (candidate for candidate in all_candidates() if candidate.name not in known)

    def settle(self, model: bytes, name: str, needed: Interface = SINGLE) -> None:
        """Measure a model that never was on this computer, which takes memory: best before there is a scan.

        Raises
        ------
        EngineError
            When the model is not sound or not what is needed.
        """
        digest = hashlib.sha256(model).hexdigest()
        known = (*self._measured, *_remembered(self.memory))
        if self.told is None and not any(key.startswith(digest) for key in known):
            self._seconds(digest, model, lambda: self._wanted(model, digest, name, needed))

    def _seconds(self, digest: str, model: bytes, graph: Graph | Callable[[], Graph]) -> dict[str, float]:
        """Seconds of each engine, as they are remembered or else measured."""
        key = measurement_key(digest, installed(), self.threads)
        known = self._measured.get(key) or _remembered(self.memory).get(key)
        if known is None:
            known = self.measure(model, graph() if callable(graph) else graph)
            _remember(self.memory, key, known)
            give_back()
        self._measured[key] = known
        return known

    def measure(self, model: bytes, graph: Graph) -> dict[str, float]:
        """Seconds that each engine needs for one run; an engine that fails is left out."""
        inputs = _inputs_of(graph)
        seconds = {}
        for candidate in all_candidates():
            try:
                with closing(self.open(candidate, model, graph)) as engine:
                    engine.run(inputs)
                    times = []
                    for _ in range(MEASURED_RUNS):
                        start = time.perf_counter()
                        engine.run(inputs)
                        times.append(time.perf_counter() - start)
            except EngineError as error:
                log.warning("%s is not usable: %s", candidate.name, error)
                continue
            seconds[candidate.name] = min(times)
        return seconds

    def open(self, candidate: Candidate, model: bytes, graph: Graph) -> Engine:
        """Load a checked model on one engine."""
        if candidate.engine == openvino_engine.NAME:
            return openvino_engine.OpenVinoEngine(model, graph, candidate.device, self.threads, self._sealed())
        return onnxruntime_engine.OnnxRuntimeEngine(model, graph, candidate.device, self.threads)


def _inputs_of(graph: Graph) -> dict[str, np.ndarray]:
    """Something of the right shape, to measure with: time does not depend on what an image shows."""
    random = np.random.default_rng(0)
    return {name: random.uniform(-1, 1, one.known_shape).astype(one.type) for name, one in graph.inputs.items()}


def all_candidates() -> list[Candidate]:
    """Every engine and device of this computer."""
    return openvino_engine.candidates() + onnxruntime_engine.candidates()


def candidate_of(name: str) -> Candidate:
    """The one with this :attr:`Candidate.name`."""
    engine, _, device = name.partition(":")
    return Candidate(engine, device)


def installed() -> str:
    """What tells these engines and devices from others; ONNX Runtime is not loaded for it, which takes 20 MiB."""
    return " ".join([*(candidate.name for candidate in openvino_engine.candidates()), onnxruntime_engine.library()])


def measurement_key(digest: str, engines: str, threads: int) -> str:
    """Under which the measured seconds of a model are kept: other engines or threads are measured anew."""
    return f"{digest} {engines} {threads}"


def _remembered(path: Path | None) -> Measurements:
    if path is None or not path.exists():
        return {}
    try:
        known = read_typed(Measurements, read_json(path), str(path))
    except InputError as error:
        log.warning("engine measurements are measured again: %s", error)
        return {}
    # A word such as "nan" reads as a number and would make a file that cannot be read again.
    return {key: times for key, times in known.items() if all(map(math.isfinite, times.values()))}


def _remember(path: Path | None, key: str, seconds: dict[str, float]) -> None:
    if path is None:
        return
    data = {**_remembered(path), key: seconds}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, json.dumps(data, indent=1).encode())
    except OSError as error:
        log.warning("engine measurements could not be kept: %s", error)
