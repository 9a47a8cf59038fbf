"""Step ``score``: points summed from answers, as bedside scores do, and what the sum means."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from inference.patterns import Colour
from inference.reading import Fault
from inference.results import Result
from inference.steps.context import StepContext, StepResult
from inference.steps.kind import Provided, Reference, Step, StepKind
from inference.vocabulary import STRICT, Text, check_interval, repeated, settled


@dataclass(frozen=True, slots=True)
class Points:
    """Points of one predictor.

    Attributes
    ----------
    answers
        Points by answer, for a choice.
    cuts, points
        For a number: ``points[n]`` from ``cuts[n - 1]`` to ``cuts[n]``.
    upper_included
        Whether a number equal to a cut belongs to the interval below it (``<= cut``) or above it (``>= cut``).
    """

    __pydantic_config__ = STRICT
    predictor: str
    answers: dict[str, float] | None = None
    cuts: tuple[float, ...] = ()
    points: tuple[float, ...] = ()
    upper_included: bool = True

    def __post_init__(self) -> None:
        if (self.answers is None) == (not self.cuts):
            raise Fault("points-form", predictor=self.predictor)
        if self.cuts and len(self.points) != len(self.cuts) + 1:
            raise Fault("points-count", predictor=self.predictor)
        if list(self.cuts) != sorted(self.cuts):
            raise Fault("cuts-order", predictor=self.predictor)

    def of(self, answer: str | float) -> float:
        """Points for an answer."""
        if self.answers is not None:
            return self.answers[str(answer)]
        number = settled(float(answer))
        passed = (number > cut if self.upper_included else number >= cut for cut in self.cuts)
        return self.points[sum(passed)]

    @property
    def range(self) -> tuple[float, float]:
        """Fewest and most points."""
        values = tuple(self.answers.values()) if self.answers is not None else self.points
        return min(values), max(values)


@dataclass(frozen=True, slots=True)
class Band:
    """What a sum from ``low`` to ``high`` (both included) means."""

    __pydantic_config__ = STRICT
    low: float
    high: float
    id: str
    title: Text
    colour: Colour = "#5f6b7a"

    def __post_init__(self) -> None:
        check_interval(f"band {self.id}", (self.low, self.high))


@dataclass(frozen=True, slots=True)
class ScoreStep(Step):
    """Parameters: the items, and the published meaning of sums, ascending (sums between bands have none)."""

    __pydantic_config__ = STRICT
    kind: Literal["score"]
    id: str
    title: Text
    items: tuple[Points, ...]
    bands: tuple[Band, ...]
    band_title: Text
    no_band: Text
    evidence: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for part, names in (
            ("items", (item.predictor for item in self.items)),
            ("bands", (band.id for band in self.bands)),
        ):
            twice = repeated(names)
            if twice is not None:
                raise Fault("named-twice", f".{part}", name=twice)
        for band, following in pairwise(self.bands):
            if following.low <= band.high:
                raise Fault("bands-order", ".bands", name=following.id, earlier=band.id)

    @property
    def heading(self) -> Text:
        """See :class:`~inference.steps.kind.Step`."""
        return self.title

    def references(self) -> Iterator[Reference]:
        """See :class:`~inference.steps.kind.Step`."""
        for item in self.items:
            yield "number predictors" if item.answers is None else "choices", "items", item.predictor
            for answer in item.answers or ():
                yield f"answers of {item.predictor}", "items", answer
        yield from (("evidence", "evidence", name) for name in self.evidence)

    def answer_tables(self) -> Iterator[tuple[str, str, Collection[str]]]:
        """See :class:`~inference.steps.kind.Step`."""
        yield from (("items", item.predictor, item.answers) for item in self.items if item.answers is not None)

    def provides(self, structures: Collection[str]) -> Provided:
        """See :class:`~inference.steps.kind.Step`."""
        return Provided(frozenset({self.id}))

    def makes_figure(self, modules: Collection[str]) -> frozenset[str]:
        """See :class:`~inference.steps.kind.Step`."""
        return frozenset(item.predictor for item in self.items)

    def cuts(self) -> Iterator[tuple[str, float]]:
        """See :class:`~inference.steps.kind.Step`."""
        yield from ((item.predictor, cut) for item in self.items for cut in item.cuts)


def run(step: ScoreStep, context: StepContext) -> StepResult:
    """Sum the points; with an unknown item the result is a range and no single sum."""
    total, unknown = 0.0, []
    for item in step.items:
        answer = context.answers.get(item.predictor)
        if answer is None:
            unknown.append(item)
        else:
            total += item.of(answer)
    missing = tuple(item.predictor for item in unknown)
    low = total + sum(item.range[0] for item in unknown)
    high = total + sum(item.range[1] for item in unknown)
    band = _band(step, low) if _band(step, low) == _band(step, high) else None
    return StepResult(
        results=(
            Result("sum", step.id, None if missing else total, low, high, missing),
            Result("band", step.id, band, missing=missing if band is None else ()),
        ),
        values={step.id: total} if not missing else {},
    )


def _band(step: ScoreStep, total: float) -> str | None:
    return next((band.id for band in step.bands if band.low <= total <= band.high), None)


KIND = StepKind(ScoreStep, run, answers="results")
