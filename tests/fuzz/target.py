"""What the fuzzer is aimed at: a parser, what it is fed at first, and the words that its inputs are made of.

Every ``tests/fuzz/targets_*.py`` has a list ``TARGETS``; what was once found lies in ``tests/fuzz/corpus/NAME/``.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"


@dataclass(frozen=True)
class Target:
    """One parser.

    Attributes
    ----------
    run
        Feeds it the bytes; a folder of its own is empty at every call. A ``PrecontrastError`` is an answer, any other
        exception is a fault.
    seeds
        Good inputs, small, the same every time.
    words
        Pieces that mean something to the parser.
    share
        Of the counts given on the command line, for what is slow: 0.1 is a tenth.
    """

    name: str
    run: Callable[[bytes, Path], object]
    seeds: Callable[[], list[bytes]]
    words: tuple[bytes, ...] = ()
    share: float = 1.0

    def found(self) -> list[bytes]:
        """Inputs that a parser once failed on, in the order of their names."""
        return [path.read_bytes() for path in sorted((CORPUS / self.name).glob("*")) if path.is_file()]


@cache
def targets() -> dict[str, Target]:
    """Every target by name."""
    modules = [importlib.import_module(f"tests.fuzz.{path.stem}") for path in sorted(HERE.glob("targets_*.py"))]
    return {target.name: target for module in modules for target in module.TARGETS}
