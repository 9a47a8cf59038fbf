"""What a cohort with lesions is to be: ``[simulation]`` of a recipe with ``kind = "lesions"``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from inference.reading import parse_toml, read_text, read_typed
from inference.vocabulary import STRICT, Text
from training.errors import BadInput
from training.simulate.lesions.bodies import Body
from training.simulate.lesions.catalogue import BODIES
from training.simulate.lesions.people import EFFECTS, UNITS, Split

PREDICTORS = Path(__file__).with_name("predictors.toml")


@dataclass(frozen=True, slots=True)
class LesionSimulation:
    """Parameters of a simulated cohort with lesions.

    Attributes
    ----------
    title
        Of the cohort.
    rate
        Share of events in the population that patients are drawn from; ``rate_source`` says where it is from.
    sizes
        By split: patients with and without the event.
    body
        Organ.
    effects
        Name of one of :data:`~training.simulate.lesions.people.EFFECTS`, or the change of the log-odds by factor.
    columns
        Predictors that the table gets; empty: those that the recipe states, or where it states none, all that are
        known.
    thickness_mm
        Slice thicknesses that occur, as often as they are listed.
    second_reader
        Share of the cases that a second reader draws too.
    """

    __pydantic_config__ = STRICT
    kind: Literal["lesions"]
    title: Text
    rate: Annotated[float, Field(gt=0, lt=1)]
    rate_source: str
    sizes: dict[Split, tuple[int, int]]
    body: str = "head"
    effects: str | dict[str, float] = "expansion"
    columns: tuple[str, ...] = ()
    thickness_mm: Annotated[tuple[float, ...], Field(min_length=1)] = (5.0, 5.0, 5.0, 2.5)
    second_reader: Annotated[float, Field(ge=0, le=1)] = 0.2

    def __post_init__(self) -> None:
        if self.body not in BODIES:
            raise ValueError(f"body {self.body!r} is none of {', '.join(BODIES)}")
        if isinstance(self.effects, str) and self.effects not in EFFECTS:
            raise ValueError(f"effects {self.effects!r} is none of {', '.join(EFFECTS)}")
        if not isinstance(self.effects, str) and set(self.effects) - set(UNITS):
            raise ValueError(f"effects are of {', '.join(UNITS)}")
        if not all(0.6 <= thickness <= 10 for thickness in self.thickness_mm):
            raise ValueError("thickness_mm must be from 0.6 to 10")
        if "train" not in self.sizes or not all(min(pair) > 0 for pair in self.sizes.values()):
            raise ValueError("sizes has train, and patients with and without the event in each split")

    @property
    def own_body(self) -> Body:
        """The organ."""
        return BODIES[self.body]

    @property
    def own_effects(self) -> Mapping[str, float]:
        """Change of the log-odds by factor."""
        return EFFECTS[self.effects] if isinstance(self.effects, str) else self.effects

    @property
    def second_every(self) -> int:
        """Every which case a second reader draws; 0 for none."""
        return round(1 / self.second_reader) if self.second_reader else 0


LU2024 = LesionSimulation(
    kind="lesions",
    title=Text("Simulated haematomas in the shape of Lu et al. 2024", "仿 Lu 等 2024 年研究规模的仿真血肿队列"),
    rate=0.3,
    rate_source="invented for the simulation; the abstract of Lu 2024 gives no number of events",
    sizes={"train": (45, 105), "validation": (11, 27), "external": (14, 33)},
)
"""188 patients for training, of whom 38 are kept for validation, and 47 for the test, as Lu 2024 divided them."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A cohort to be made.

    Attributes
    ----------
    recipe
        As ``cohort.toml`` names it.
    structure
        Id of what the readers draw.
    outcome, outcome_title
        Of ``cohort.toml``.
    stated
        Predictors that the recipe states itself.
    """

    recipe: str
    structure: str
    simulation: LesionSimulation
    outcome: str = "haematoma-expansion"
    outcome_title: Text = field(default_factory=lambda: Text("Early haematoma expansion", "早期血肿扩大"))
    stated: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Predictors of the table.

        Raises
        ------
        BadInput
            When one is not simulated.
        """
        known = tuple(known_predictors())
        wanted = self.simulation.columns or self.stated or known
        strange = [name for name in (*wanted, *self.stated) if name not in known]
        if strange:
            raise BadInput(f"{self.recipe}: {', '.join(strange)} is not simulated; there are {', '.join(known)}")
        return tuple(dict.fromkeys((*self.stated, *wanted)))


def known_predictors() -> dict[str, dict[str, object]]:
    """Every predictor that a table can have, as ``cohort.toml`` states it, by its id."""
    listed = parse_toml(read_text(PREDICTORS), str(PREDICTORS))["predictors"]
    return {entry["id"]: entry for entry in listed}


def sized(study: Mapping[Split, tuple[int, int]], patients: int, events: int | None) -> dict[Split, tuple[int, int]]:
    """Events and others of each split, in the shares of a study; at least two of each outside ``train``."""
    whole = sum(map(sum, study.values()))
    with_event = round(patients * sum(n for n, _ in study.values()) / whole) if events is None else events
    parts = []
    for n, total in enumerate((with_event, patients - with_event)):
        counts = {
            split: max(2, round(total * pair[n] / sum(p[n] for p in study.values()))) for split, pair in study.items()
        }
        counts["train"] += total - sum(counts.values())
        parts.append(counts)
    return {split: (parts[0][split], parts[1][split]) for split in study}


def read_simulation(stated: Mapping[str, object], path: str) -> LesionSimulation:
    """``[simulation]`` of a recipe.

    Raises
    ------
    InputError
        Names the file and the field.
    """
    return read_typed(LesionSimulation, dict(stated), path)
