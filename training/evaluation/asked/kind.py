"""What a kind of table answers: where it stands, how it is computed, and how it is set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from training.evaluation.asked.material import Material
from training.evaluation.document import Block, Picture
from training.evaluation.facts_asked import Row
from training.evaluation.results import Results
from training.evaluation.wording import Words


@dataclass(frozen=True, slots=True)
class Setting:
    """What a table is set with.

    Attributes
    ----------
    pictures
        Figures by name.
    """

    results: Results
    words: Words
    pictures: Mapping[str, Picture]


@dataclass(frozen=True, slots=True)
class AskedKind:
    """One kind; the plan that both functions are given is the recipe's.

    Attributes
    ----------
    section
        Of the report.
    compute
        Its rows; none where there is nothing to compute it from, which the report then says.
    blocks
        Table and figures, at least one row given.
    references
        Of its methods, beside those of every report.
    """

    section: str
    compute: Callable[[Any, Material], tuple[Row, ...]]
    blocks: Callable[[Any, tuple[Any, ...], Setting], list[Block]]
    references: tuple[str, ...] = ()
