"""Step ``signs``: signs of a haematoma by the rules of their sources, for a reader to check and a risk to take."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from inference.findings import Finding
from inference.reading import Fault
from inference.results import Sign
from inference.signs import RULES, read_signs
from inference.signs.seen import Seen
from inference.steps.context import StepContext, StepResult
from inference.steps.kind import Inner, Provided, Reference, Step, StepKind
from inference.triples import shape_of, triple
from inference.vocabulary import STRICT, repeated
from inference.volume import Grid, Volume


@dataclass(frozen=True, slots=True)
class SignRule:
    """A sign that is looked for, and the source of its rule."""

    __pydantic_config__ = STRICT
    id: str
    evidence: str


@dataclass(frozen=True, slots=True)
class SignsStep(Step):
    """Parameters.

    Attributes
    ----------
    segment, structure
        The step that marks the lesion, and which of its structures it is.
    signs
        Which, of :data:`inference.signs.RULES`. Later steps and predictors take one as ``ID.blend``, with the id of
        this step: 1 where it is seen, 0 where it is not; nothing where it cannot be told.
    """

    __pydantic_config__ = STRICT
    kind: Literal["signs"]
    id: str
    segment: str
    structure: str
    signs: Annotated[tuple[SignRule, ...], Field(min_length=1)]

    def __post_init__(self) -> None:
        twice = repeated(rule.id for rule in self.signs)
        if twice is not None:
            raise Fault("named-twice", ".signs", name=twice)

    def references(self) -> Iterator[Reference]:
        """See :class:`~inference.steps.kind.Step`."""
        yield "segmentations", "segment", self.segment
        yield f"structures of {self.segment}", "structure", self.structure
        yield from (("evidence", "signs", rule.evidence) for rule in self.signs)

    def inner_references(self) -> Iterator[Inner]:
        """See :class:`~inference.steps.kind.Step`."""
        yield from ((RULES, "signs", "signs", rule.id) for rule in self.signs)

    def provides(self, structures: Collection[str]) -> Provided:
        """See :class:`~inference.steps.kind.Step`."""
        return Provided(of_images=frozenset(self.value(rule.id) for rule in self.signs))

    def value(self, sign: str) -> str:
        """Under which name a sign is known to others."""
        return f"{self.id}.{sign}"


def run(step: SignsStep, context: StepContext) -> StepResult:
    """Look for each sign."""
    found = context.earlier[step.segment].segmentation
    if found is None:
        return StepResult()
    volume = context.images[found.image]
    mask = found.mask_of(step.structure)
    if not mask.any():
        return StepResult(findings=(Finding("signs.structure-missing", "blocking", {}, step.structure),))
    whole, start = _with_surroundings(volume, found.grid, mask)
    seen = read_signs(whole[0], whole[1], volume.grid.spacing_mm, [rule.id for rule in step.signs])
    return StepResult(
        signs=tuple(_sign(step, rule, seen[rule.id], volume.grid, start) for rule in step.signs),
        values={step.value(name): float(one.seen) for name, one in seen.items() if one.seen is not None},
    )


def _with_surroundings(volume: Volume, grid: Grid, mask: np.ndarray) -> tuple[tuple[np.ndarray, np.ndarray], list[int]]:
    """Densities and mask of the slices of the mask's grid, each whole, and where they begin."""
    box = volume.grid.box(grid)
    slices = volume.hu[box[0]]
    marked = np.zeros(slices.shape, bool)
    marked[:, box[1], box[2]] = mask
    return (slices, marked), [box[0].start, 0, 0]


def _sign(step: SignsStep, rule: SignRule, seen: Seen, grid: Grid, start: list[int]) -> Sign:
    at = None if seen.at is None else shape_of(n + first for n, first in zip(seen.at, start))
    return Sign(
        id=rule.id,
        structure=step.structure,
        step=step.id,
        by="rule",
        seen=seen.seen,
        figures=seen.figures,
        slice_number=None if at is None else at[0] + 1,
        place_mm=None if at is None else triple(grid.to_patient(np.array(at))),
        reason=seen.reason,
        source=rule.evidence,
    )


KIND = StepKind(SignsStep, run, of_images=True, shown_with_refusal=True, cost=10)
