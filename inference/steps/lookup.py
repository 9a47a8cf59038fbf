"""Step ``lookup``: a published table read at one answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from inference.patterns import Decimals
from inference.reading import Fault
from inference.results import Result
from inference.steps.context import StepContext, StepResult
from inference.steps.kind import Reference, Step, StepKind
from inference.vocabulary import STRICT, Text


@dataclass(frozen=True, slots=True)
class Column:
    """One figure of the table."""

    __pydantic_config__ = STRICT
    id: str
    title: Text
    unit: str = ""
    decimals: Decimals = 1


@dataclass(frozen=True, slots=True)
class LookupStep(Step):
    """Parameters: the table, by answer of one predictor; every row has every column, null where nothing is
    published.
    """

    __pydantic_config__ = STRICT
    kind: Literal["lookup"]
    id: str
    title: Text
    predictor: str
    columns: tuple[Column, ...]
    rows: dict[str, tuple[float | None, ...]]
    evidence: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for answer, row in self.rows.items():
            if len(row) != len(self.columns):
                raise Fault("row-length", f".rows.{answer}", wanted=len(self.columns), found=len(row))

    @property
    def heading(self) -> Text:
        """See :class:`~inference.steps.kind.Step`."""
        return self.title

    def references(self) -> Iterator[Reference]:
        """See :class:`~inference.steps.kind.Step`."""
        yield "choices", "predictor", self.predictor
        yield from ((f"answers of {self.predictor}", "rows", answer) for answer in self.rows)
        yield from (("evidence", "evidence", name) for name in self.evidence)

    def answer_tables(self) -> Iterator[tuple[str, str, Collection[str]]]:
        """See :class:`~inference.steps.kind.Step`."""
        yield "rows", self.predictor, self.rows.keys()

    def makes_figure(self, modules: Collection[str]) -> frozenset[str]:
        """See :class:`~inference.steps.kind.Step`."""
        return frozenset({self.predictor})


def run(step: LookupStep, context: StepContext) -> StepResult:
    """Read the row of the given answer."""
    answer = context.answers.get(step.predictor)
    if answer is None:
        return StepResult(
            results=tuple(Result(column.id, step.id, None, missing=(step.predictor,)) for column in step.columns)
        )
    row = step.rows[str(answer)]
    return StepResult(results=tuple(Result(column.id, step.id, value) for column, value in zip(step.columns, row)))


KIND = StepKind(LookupStep, run, answers="results")
