"""ONNX Runtime: CPU everywhere, CUDA and DirectML where the installed build has them."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from inference.engines.engine import Candidate, Description
from inference.engines.graph import Graph
from inference.engines.interface import Arrays, check_given, check_made
from inference.errors import EngineError

NAME = "onnxruntime"
_PROVIDERS = {"CPU": "CPUExecutionProvider", "CUDA": "CUDAExecutionProvider", "DirectML": "DmlExecutionProvider"}


def quiet_runtime() -> Any:
    """The runtime without its usage reporter.

    Official builds report sessions to an address in the internet (since 1.29 on Linux, too), with names of models, and
    keep a number of the computer under the user's cache, unless this is set before the library is loaded.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    return onnxruntime


def library() -> str:
    """Which build of the runtime is installed, told without loading it."""
    found = find_spec("onnxruntime")
    places = (found.submodule_search_locations if found is not None else None) or []
    for path in (path for place in places for path in sorted(Path(place, "capi").glob("onnxruntime_pybind11_state*"))):
        file = path.stat()
        return f"{NAME}-{file.st_size}-{file.st_mtime_ns}"
    return f"{NAME} {quiet_runtime().__version__}"


def candidates() -> list[Candidate]:
    """Devices that this build of ONNX Runtime offers."""
    onnxruntime = quiet_runtime()
    offered = onnxruntime.get_available_providers()
    return [Candidate(NAME, device) for device, provider in _PROVIDERS.items() if provider in offered]


class OnnxRuntimeEngine:
    """A model loaded by ONNX Runtime."""

    def __init__(self, model: bytes, graph: Graph, device: str, threads: int) -> None:
        onnxruntime = quiet_runtime()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 4
        # Working memory is given back after each run: what it would keep of an 8-bit convolution is as large as a scan.
        options.enable_cpu_mem_arena = options.enable_mem_pattern = False
        wanted = [_PROVIDERS[device]]
        if device != "CPU":
            wanted.append(_PROVIDERS["CPU"])
        try:
            self._session = onnxruntime.InferenceSession(model, options, providers=wanted)
        except Exception as error:  # the runtime raises its own types, one for each cause
            raise EngineError("engine.load", engine=NAME, device=device, detail=str(error)[:200]) from error
        self._graph = graph
        self._version = onnxruntime.__version__

    def run(self, inputs: Arrays) -> dict[str, np.ndarray]:
        """See :class:`inference.engines.engine.Engine`."""
        given = check_given(inputs, self._graph, NAME)
        names = list(self._graph.outputs)
        try:
            made = dict(zip(names, self._session.run(names, given)))
        except Exception as error:
            raise EngineError("engine.run", engine=NAME, detail=str(error)[:200]) from error
        return check_made(made, self._graph, NAME)

    def describe(self) -> Description:
        """Device as the session reports it: the first provider that it kept."""
        used = self._session.get_providers()[0]
        device = next(name for name, provider in _PROVIDERS.items() if provider == used)
        return Description(NAME, self._version, device, "int8/f32" if self._graph.quantized else "f32")

    def close(self) -> None:
        """Free the session."""
        self._session = None
