"""A support vector machine as plain data, and the log-odds that Platt's sigmoid makes of its decision.

With the inputs standardised to z, the decision is ``f = sum of dual_i x K(support_i, z) + intercept`` (Cortes and
Vapnik, Mach Learn 1995;20:273), with ``K(a, b) = a . b`` or ``exp(-gamma |a - b|^2)``, and the probability
``1 / (1 + exp(A f + B))`` (Platt, Advances in Large Margin Classifiers 1999): the log-odds are ``-(A f + B)``. A is
below 0 where a higher decision means a higher risk.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from inference.reading import Fault, decode_text, parse_json, read_typed
from inference.vocabulary import STRICT, repeated

MOST_INPUTS, MOST_SUPPORT = 64, 2000
"""What takes seconds is no model for a bedside."""
MOST = 1e12
"""No quantity of medicine is larger in its unit (:mod:`inference.packs.bounds`), and nothing overflows below it."""
LEAST_SCALE = 1e-12

Kernel = Literal["linear", "rbf"]
Number = Annotated[float, Field(ge=-MOST, le=MOST)]


@dataclass(frozen=True, slots=True)
class Input:
    """How an input is standardised: ``(value - centre) / scale``."""

    __pydantic_config__ = STRICT
    name: str
    centre: Number
    scale: Annotated[float, Field(ge=LEAST_SCALE, le=MOST)]


@dataclass(frozen=True, slots=True)
class Platt:
    """The sigmoid ``1 / (1 + exp(a f + b))``."""

    __pydantic_config__ = STRICT
    a: Number
    b: Number


@dataclass(frozen=True, slots=True)
class MachineFile:
    """The file.

    Attributes
    ----------
    support
        Support vectors, of standardised inputs in their order.
    dual
        Of each its coefficient, signed by its class.
    gamma
        Of the RBF kernel; None: the kernel is linear.
    """

    __pydantic_config__ = STRICT
    inputs: Annotated[tuple[Input, ...], Field(min_length=1, max_length=MOST_INPUTS)]
    support: Annotated[tuple[tuple[Number, ...], ...], Field(min_length=1, max_length=MOST_SUPPORT)]
    dual: tuple[Number, ...]
    intercept: Number
    platt: Platt
    gamma: Annotated[float, Field(gt=0, le=MOST)] | None = None

    def __post_init__(self) -> None:
        twice = repeated(one.name for one in self.inputs)
        if twice is not None:
            raise Fault("named-twice", ".inputs", name=twice)
        if len(self.dual) != len(self.support) or any(len(row) != len(self.inputs) for row in self.support):
            raise Fault("support-form", ".support", inputs=len(self.inputs), coefficients=len(self.dual))

    @property
    def kernel(self) -> Kernel:
        """Which kernel it has."""
        return "linear" if self.gamma is None else "rbf"


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine, its inputs in the order of the step.

    Attributes
    ----------
    centre, scale : arrays, shape (inputs,)
    support : array, shape (vectors, inputs)
    dual : array, shape (vectors,)
    """

    centre: np.ndarray
    scale: np.ndarray
    support: np.ndarray
    dual: np.ndarray
    intercept: float
    platt: Platt
    gamma: float | None

    def standard(self, values: Sequence[float]) -> np.ndarray:
        """Standardised inputs, shape (inputs,)."""
        return (np.array(values) - self.centre) / self.scale

    def decision(self, standard: np.ndarray) -> np.ndarray:
        """Decision by row of standardised inputs, shape (n,)."""
        if self.gamma is None:
            return standard @ (self.dual @ self.support) + self.intercept
        apart = (standard**2).sum(axis=1)[:, None] + (self.support**2).sum(axis=1) - 2 * standard @ self.support.T
        return np.exp(-self.gamma * np.maximum(apart, 0)) @ self.dual + self.intercept

    def log_odds(self, standard: np.ndarray) -> np.ndarray:
        """Log-odds at the training prevalence by row of standardised inputs, shape (n,)."""
        return -(self.platt.a * self.decision(standard) + self.platt.b)


def read_machine(data: bytes, names: Sequence[str], kernel: Kernel, source: str) -> Machine:
    """A machine of a JSON file.

    Parameters
    ----------
    names
        Of the inputs that there are.
    kernel
        That it must have.

    Raises
    ------
    InputError
        ``json.invalid`` and the like, ``schema.invalid``, or ``schema.reference`` for an input that one side does not
        name.
    """
    from inference.errors import InputError

    file = read_typed(MachineFile, parse_json(decode_text(data, source), source), source)
    if file.kernel != kernel:
        said = {"problem": "kernel", "problem_kind": "support-kernel", "expected": kernel, "count": 1}
        raise InputError("schema.invalid", source=source, field="gamma", **said)
    unmatched = sorted({one.name for one in file.inputs} ^ set(names))
    if unmatched:
        raise InputError("schema.reference", source=source, field="inputs", wanted=unmatched[0], kind="features")
    return machine_of(file, names)


def machine_of(file: MachineFile, names: Sequence[str]) -> Machine:
    """The machine of a file, its inputs in the order of these names."""
    own = [one.name for one in file.inputs]
    order = [own.index(name) for name in names]
    return Machine(
        np.array([file.inputs[n].centre for n in order]),
        np.array([file.inputs[n].scale for n in order]),
        np.array(file.support)[:, order],
        np.array(file.dual),
        file.intercept,
        file.platt,
        file.gamma,
    )
