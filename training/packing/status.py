"""What a trained pack's numbers rest on: decided by what was done, never by what somebody declares.

An external validation is of other patients at another place or a later time (TRIPOD, Collins et al., Ann Intern Med
2015;162:55: type 2b and 3; a random split of one hospital's patients is none), of enough of them (Collins, Ogundimu and
Altman, Stat Med 2016;35:214), of nearly all that were enrolled, and it must have shown something. The last two bounds
are ours: no source states any.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from training.cohort.studies import chosen_series
from training.cohort.table import Case, Cohort
from training.console import track
from training.packing.parts import SIMULATED
from training.statistics.calibration import calibration_slope
from training.statistics.discrimination import delong

EVENTS_FOR_EXTERNAL = 100
"""Events, and as many without, from which on an external validation says something (Collins et al. 2016)."""
LEAST_ANSWERED = 0.9
"""Share of the enrolled that must have an answer: those that a model refuses are not like the others."""
BETTER_THAN_CHANCE = 0.5
SLOPES = (0.8, 1.2)
"""The interval of the calibration slope must reach into these."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where and when a case was examined.

    Attributes
    ----------
    date
        Of the study, ``YYYYMMDD``; empty where the header has none.
    simulated
        Whether the images say that they are simulated.
    """

    centre: str
    date: str
    simulated: bool


@dataclass(frozen=True, slots=True)
class Status:
    """A pack's status and, where a better one was missed, why."""

    name: str
    missed: tuple[str, ...] = ()


def origins_of(cohort: Cohort, quiet: bool) -> dict[str, Origin]:
    """Read where the images of every case are from, by case; headers only.

    Raises
    ------
    InputError
        When a study cannot be read.
    """
    found = {}
    for case in track(cohort.cases, "headers", quiet):
        if not cohort.recipe.images:
            found[case.id] = Origin(case.centre, "", False)
            continue
        series = chosen_series(case.study, cohort.recipe)
        found[case.id] = Origin(case.centre, series.study_date or "", series.simulated)
    return found


def status_of(
    declared_simulated: bool,
    origins: Mapping[str, Origin],
    split: Mapping[str, str],
    cases: Sequence[Case],
    predicted: Mapping[str, float],
) -> Status:
    """Decide the status.

    Parameters
    ----------
    declared_simulated
        What ``cohort.toml`` says; images that say so count whatever it says.
    predicted
        Probability of the shipped model by case; without those that have no answer.
    """
    if declared_simulated or any(origin.simulated for origin in origins.values()):
        return Status(SIMULATED)
    known = [case for case in cases if case.outcome is not None]
    external = [case for case in known if split.get(case.id) == "external"]
    if not external:
        return Status("site-trained", ("there is no external test",))
    training = [origins[case.id] for case in known if split.get(case.id) == "train"]
    missed = [
        *_not_apart(training, [origins[case.id] for case in external]),
        *_too_few([case for case in external if case.id in predicted], len(external)),
        *_not_good([case for case in external if case.id in predicted], predicted),
    ]
    return Status("site-trained", tuple(missed)) if missed else Status("externally-validated")


def _not_apart(training: Sequence[Origin], external: Sequence[Origin]) -> list[str]:
    """Why the external test is of the same place and time; empty where it is not."""
    centres = {origin.centre for origin in external}
    if "" not in centres and not centres & {origin.centre for origin in training}:
        return []
    dates = [origin.date for origin in (*training, *external)]
    if all(dates) and max(origin.date for origin in training) < min(origin.date for origin in external):
        return []
    return ["the external test is neither of other centres nor of a later time than training"]


def _too_few(answered: Sequence[Case], enrolled: int) -> list[str]:
    events = sum(case.outcome for case in answered)
    missed = []
    if min(events, len(answered) - events) < EVENTS_FOR_EXTERNAL:
        counts = f"{events} events and {len(answered) - events} others"
        missed.append(f"the external test has {counts}; {EVENTS_FOR_EXTERNAL} of each are the least")
    if len(answered) < LEAST_ANSWERED * enrolled:
        counts = f"{len(answered)} of {enrolled} external cases have an answer"
        missed.append(f"only {counts}; {100 * LEAST_ANSWERED:.0f} % are the least")
    return missed


def _not_good(answered: Sequence[Case], predicted: Mapping[str, float]) -> list[str]:
    outcome = np.array([case.outcome for case in answered], bool)
    if outcome.all() or not outcome.any():
        return []  # too few, which is said already
    p = np.array([predicted[case.id] for case in answered])
    area, slope = delong(outcome, p), calibration_slope(outcome, p)
    missed = []
    if not area.low > BETTER_THAN_CHANCE:
        missed.append(f"its AUC of {area.value:.3f} may be chance (from {area.low:.3f})")
    if not (slope.low <= SLOPES[1] and slope.high >= SLOPES[0]):
        missed.append(f"its calibration slope of {slope.value:.2f} is not within {SLOPES[0]} to {SLOPES[1]}")
    return missed
