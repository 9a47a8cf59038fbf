"""The one small interface to inference engines: load from bytes, run, describe, close."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from inference.engines.interface import Arrays


@dataclass(frozen=True, slots=True)
class Candidate:
    """An engine on a device that could run a model here."""

    engine: str
    device: str

    @property
    def name(self) -> str:
        """For settings and tables, for instance ``openvino:CPU``."""
        return f"{self.engine}:{self.device}"


@dataclass(frozen=True, slots=True)
class Description:
    """What really runs, read back from the engine after loading.

    Attributes
    ----------
    precision
        Execution precision as the engine states it, ``int8/f32`` for a quantized graph with float rest.
    """

    engine: str
    version: str
    device: str
    precision: str


class Engine(Protocol):
    """A loaded model."""

    def run(self, inputs: Arrays) -> dict[str, np.ndarray]:
        """What the model makes of its inputs: all outputs, in the order in which it declares them.

        Parameters
        ----------
        inputs
            By name, each of the shape and type that the model declares: (1, channels, k, j, i) for volumes.

        Raises
        ------
        EngineError
            ``engine.input`` where they are not, ``engine.run`` where the engine fails or makes something else than the
            model declares.
        """

    def describe(self) -> Description:
        """What really runs."""

    def close(self) -> None:
        """Free the model."""
