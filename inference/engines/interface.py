"""What goes into a model and what comes out: what a file declares, held against what a step needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from typing import Literal, cast

import numpy as np

from inference.errors import EngineError

Type = Literal["float32", "int64"]
"""Of numbers: images and features, and classes that a model has chosen."""
Arrays = Mapping[str, np.ndarray]
"""By the name of the input or output."""
ANY_NAME = ""
"""Stands in what is needed for the only input or output, whatever the model calls it."""


@dataclass(frozen=True, slots=True)
class Tensor:
    """One input or output.

    Attributes
    ----------
    shape
        Length of each axis. In what is needed, None is any length, and None for the whole is any shape.
    type
        Of its numbers.
    """

    shape: tuple[int | None, ...] | None
    type: Type = "float32"

    @property
    def known_shape(self) -> tuple[int, ...]:
        """The shape of an array that is there.

        Raises
        ------
        ValueError
            Where an axis is open.
        """
        if self.shape is None or None in self.shape:
            raise ValueError(f"an open shape: {self}")
        return tuple(length for length in self.shape if length is not None)

    @property
    def bytes(self) -> int:
        """Of an array of this shape, which is known."""
        return prod(self.known_shape) * np.dtype(self.type).itemsize

    def admits(self, other: Tensor) -> bool:
        """Whether the other is what is needed here."""
        if self.type != other.type or self.shape is None:
            return self.type == other.type
        given = other.known_shape
        return len(self.shape) == len(given) and all(want in (None, found) for want, found in zip(self.shape, given))

    def __str__(self) -> str:
        axes = "…" if self.shape is None else ", ".join("*" if n is None else str(n) for n in self.shape)
        return f"{self.type} ({axes})"


@dataclass(frozen=True, slots=True)
class Interface:
    """Inputs and outputs of a model by name: as a file declares them, or as a step needs them."""

    inputs: Mapping[str, Tensor]
    outputs: Mapping[str, Tensor]

    def admits(self, other: Interface) -> bool:
        """Whether a model with the other is what is needed here."""
        return _admits(self.inputs, other.inputs) and _admits(self.outputs, other.outputs)

    def __str__(self) -> str:
        return f"{_listed(self.inputs)} → {_listed(self.outputs)}"


def single(taken: tuple[int | None, ...] | None = None, given: tuple[int | None, ...] | None = None) -> Interface:
    """Of a model with one input and one output of these shapes, whatever their names; float32."""
    return Interface({ANY_NAME: Tensor(taken)}, {ANY_NAME: Tensor(given)})


def _admits(needed: Mapping[str, Tensor], found: Mapping[str, Tensor]) -> bool:
    if [*needed] == [ANY_NAME]:
        return len(found) == 1 and needed[ANY_NAME].admits(next(iter(found.values())))
    return needed.keys() == found.keys() and all(needed[name].admits(found[name]) for name in needed)


def _listed(tensors: Mapping[str, Tensor]) -> str:
    return ", ".join(f"{name} {tensor}".strip() for name, tensor in tensors.items())


def check_interface(found: Interface, needed: Interface, model: str) -> None:
    """Refuse a model that is not what a step needs.

    Raises
    ------
    EngineError
        ``model.interface`` with both, and the file.
    """
    if not needed.admits(found):
        raise EngineError("model.interface", model=model, found=str(found)[:400], needed=str(needed)[:400])


def check_given(given: Arrays, declared: Interface, engine: str) -> dict[str, np.ndarray]:
    """The arrays as engines take them, row by row in memory; refused unless they are what the model declares.

    Raises
    ------
    EngineError
        ``engine.input``
    """
    found = {name: _tensor_of(array) for name, array in given.items()}
    if found != dict(declared.inputs):
        raise EngineError("engine.input", engine=engine, found=_listed(found), needed=_listed(declared.inputs))
    return {name: np.ascontiguousarray(given[name]) for name in declared.inputs}


def check_made(made: Arrays, declared: Interface, engine: str) -> dict[str, np.ndarray]:
    """What an engine made, in the model's order; refused unless it is what the model declares.

    Raises
    ------
    EngineError
        ``engine.run``
    """
    found = {name: _tensor_of(array) for name, array in made.items()}
    if found != dict(declared.outputs):
        raise EngineError("engine.run", engine=engine, detail=f"{_listed(found)}; {_listed(declared.outputs)}")
    return {name: made[name] for name in declared.outputs}


def _tensor_of(array: np.ndarray) -> Tensor:
    # Another type than may be declared is told by comparing, as any other difference.
    return Tensor(array.shape, cast(Type, array.dtype.name))
