"""Full precision and 8 bits: ``quantization.json`` as ``quantize`` writes it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from inference.reading import read_json, read_typed
from inference.vocabulary import STRICT

TOLERANT = {**STRICT, "extra": "ignore"}


@dataclass(frozen=True, slots=True)
class Judged:
    """The chain in one precision, on the cases outside the training split.

    Attributes
    ----------
    found
        Cases in which the region was found.
    dice
        Mean by vessel.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = TOLERANT
    cases: int
    found: int
    dice: dict[str, float]
    auc: float | None


@dataclass(frozen=True, slots=True)
class Tried:
    """A precision that was tried, and what it fell short of."""

    __pydantic_config__: ClassVar[dict[str, Any]] = TOLERANT
    precision: str
    shortfalls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """One network: bytes and milliseconds in full precision (``fp32``) and as ``shipped``, the latter by engine."""

    __pydantic_config__: ClassVar[dict[str, Any]] = TOLERANT
    model: str
    precision: str
    bytes: dict[str, int]
    milliseconds: dict[str, dict[str, float]]
    tried: tuple[Tried, ...]


@dataclass(frozen=True, slots=True)
class Quantization:
    """The whole comparison; gates are the largest losses allowed."""

    __pydantic_config__: ClassVar[dict[str, Any]] = TOLERANT
    gates: dict[str, float]
    cases: int
    models: tuple[Network, ...]
    chain: dict[str, Judged]


def read_quantization(path: Path) -> Quantization:
    """Read the comparison.

    Raises
    ------
    InputError
        When the file is damaged.
    """
    return read_typed(Quantization, read_json(path), str(path))
