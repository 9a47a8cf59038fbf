"""OpenVINO: CPU everywhere, Intel graphics where there is one."""

from __future__ import annotations

import hashlib
import io
import logging
import sys
from collections.abc import Mapping
from typing import Any

import numpy as np

from inference.engines.compiled import CompiledModels
from inference.engines.engine import Candidate, Description
from inference.engines.graph import Graph
from inference.engines.interface import Arrays, check_given, check_made
from inference.errors import EngineError

NAME = "openvino"
REPORTER = "openvino_telemetry"

log = logging.getLogger(__name__)


def _openvino() -> Any:
    """The toolkit without its usage reporter.

    Merely importing it sends a message to an address in the internet, and no setting of the environment stops that.
    Without the reporter's package it does without; ``None`` makes Python say that there is none.
    """
    sys.modules[REPORTER] = None  # type: ignore[assignment]  # Python takes it for a module that is not there
    import openvino

    return openvino


def _core() -> Any:
    return _openvino().Core()


def candidates() -> list[Candidate]:
    """Devices that OpenVINO finds on this computer; NPUs are left out, they need other graphs."""
    return [Candidate(NAME, device) for device in _core().available_devices if device.startswith(("CPU", "GPU"))]


class OpenVinoEngine:
    """A model compiled by OpenVINO.

    Parameters
    ----------
    compiled
        Where compiled models are kept; None: nowhere. The toolkit's own cache is not used, for it believes what it
        finds.
    """

    def __init__(
        self, model: bytes, graph: Graph, device: str, threads: int, compiled: CompiledModels | None = None
    ) -> None:
        openvino = _openvino()
        settings: dict[str, str | int] = {
            # Without the hint the CPU plugin may choose bfloat16 and change the result.
            "INFERENCE_PRECISION_HINT": "f32",
            "PERFORMANCE_HINT": "LATENCY",
        }
        if device == "CPU":
            settings["INFERENCE_NUM_THREADS"] = threads
        try:
            core = _core()
            identity = _identity(core, model, device, settings)
            self._compiled = _kept(core, device, settings, identity, compiled)
            if self._compiled is None:
                self._compiled = core.compile_model(core.read_model(model), device, settings)
                _keep(self._compiled, identity, compiled)
            self._taken, self._given = _ends(self._compiled, graph)
            self._request = self._compiled.create_infer_request()
        except Exception as error:  # OpenVINO raises RuntimeError and its own types
            raise EngineError("engine.load", engine=NAME, device=device, detail=str(error)[:200]) from error
        self._version = openvino.__version__.split("-")[0]
        self._graph = graph

    def run(self, inputs: Arrays) -> dict[str, np.ndarray]:
        """See :class:`inference.engines.engine.Engine`."""
        given = check_given(inputs, self._graph, NAME)
        try:
            found = self._request.infer({end: given[name] for name, end in self._taken.items()}, share_inputs=True)
            made = {name: np.array(found[end]) for name, end in self._given.items()}
        except Exception as error:
            raise EngineError("engine.run", engine=NAME, detail=str(error)[:200]) from error
        return check_made(made, self._graph, NAME)

    def describe(self) -> Description:
        """Devices and precision as the compiled model reports them."""
        devices = self._compiled.get_property("EXECUTION_DEVICES")
        hint = self._compiled.get_property("INFERENCE_PRECISION_HINT")
        name = "f32" if "f32" in str(hint) or ("float" in str(hint) and "16" not in str(hint)) else str(hint)
        precision = f"int8/{name}" if self._graph.quantized else name
        return Description(NAME, self._version, ",".join(devices), precision)

    def close(self) -> None:
        """Free the compiled model."""
        self._request = None
        self._taken = self._given = {}
        self._compiled = None


def _ends(compiled: Any, graph: Graph) -> tuple[dict[str, object], dict[str, object]]:
    """Inputs and outputs of a compiled model by name; an input that nothing depends on is compiled away.

    The order is not relied upon: two inputs of one shape in the wrong order would be believed.
    """
    known = {name for end in compiled.inputs for name in end.get_names()}
    taken = {name: compiled.input(name) for name in graph.inputs if name in known}
    return taken, {name: compiled.output(name) for name in graph.outputs}


def _identity(core: Any, model: bytes, device: str, settings: Mapping[str, object]) -> dict[str, str]:
    """All that a compiled model depends on."""
    return {
        "model": hashlib.sha256(model).hexdigest(),
        "engine": _openvino().__version__,
        "device": f"{device} {core.get_property(device, 'FULL_DEVICE_NAME')}",
        "settings": repr(sorted(settings.items())),
    }


def _kept(
    core: Any, device: str, settings: Mapping[str, object], identity: dict[str, str], kept: CompiledModels | None
) -> Any:
    """The compiled model as it was kept, or None."""
    blob = kept.get(identity) if kept is not None else None
    if blob is None:
        return None
    try:
        return core.import_model(io.BytesIO(blob), device, settings)
    except RuntimeError as error:  # of a driver that has changed, for instance
        log.warning("a kept model is compiled anew: %s", error)
        return None


def _keep(compiled: Any, identity: dict[str, str], kept: CompiledModels | None) -> None:
    if kept is None:
        return
    try:
        blob = compiled.export_model()
    except RuntimeError as error:  # not every device can
        log.info("a compiled model is not kept: %s", error)
        return
    kept.keep(identity, bytes(blob.getbuffer()) if isinstance(blob, io.BytesIO) else bytes(blob))
