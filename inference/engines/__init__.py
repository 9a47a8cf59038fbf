"""Inference engines behind one small interface."""

from inference.engines.engine import Candidate, Description, Engine
from inference.engines.graph import Graph, check_graph
from inference.engines.interface import Interface, Tensor, check_interface, single
from inference.engines.provider import EngineProvider, LoadedModel, all_candidates

__all__ = [
    "Candidate",
    "Description",
    "Engine",
    "EngineProvider",
    "Graph",
    "Interface",
    "LoadedModel",
    "Tensor",
    "all_candidates",
    "check_graph",
    "check_interface",
    "single",
]
