"""The generative model of the simulated cohort: who the patients are, how their vessels look, who has the event.

Everything here is invented for the demonstration, in the shape of the literature (evidence section 1): the factors are
those that Hu et al. name, their strength is chosen so that the areas under the curve come out near the published ones.
Nothing here says anything about real patients.

The event follows logit P(event | x) = a + sum_j b_j z_j, with z_j the standardised factors of :data:`EFFECTS`; ``a`` is
set by the event rate. Patients are drawn as in a case-control study: a fixed number with and a fixed number without
event. The odds ratios are the same as in the population then; only the intercept differs.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq
from scipy.special import expit

from training.simulate.anatomy import IJV, SCV
from training.simulate.vessels import Morphology

CLINICAL = ("female", "age", "hypertension", "chemotherapy")
VESSELS = ("vein_diameter", "flattening", "plaques", "fat")
EFFECTS = {
    # factor: (change of the log-odds for one unit, centre, unit)
    "female": (1.0, 0.42, 1.0),
    "age": (0.5, 62.0, 10.0),
    "hypertension": (0.8, 0.34, 1.0),
    "chemotherapy": (1.3, 0.4, 1.0),
    "vein_diameter": (-1.5, 9.0, 2.0),
    "flattening": (1.0, 1.9, 0.65),
    "plaques": (0.6, 4.0, 3.5),
    "fat": (-0.9, 2.6, 1.0),
}
"""Invented. Units are mm for diameter and fat, counts for plaques, years for age."""


@dataclass(frozen=True, slots=True)
class People:
    """Simulated people, one row each; arrays of shape (n,)."""

    female: np.ndarray
    age: np.ndarray
    bmi: np.ndarray
    hypertension: np.ndarray
    diabetes: np.ndarray
    chemotherapy: np.ndarray
    vein_diameter: np.ndarray
    jugular_diameter: np.ndarray
    flattening: np.ndarray
    plaques: np.ndarray
    fat: np.ndarray

    def __len__(self) -> int:
        return len(self.age)

    def rows(self, chosen: np.ndarray) -> People:
        """The people of these rows."""
        return People(*(getattr(self, name)[chosen] for name in self.__slots__))

    def morphology(self, row: int) -> Morphology:
        """What the vessels of one of them are to be."""
        return Morphology(
            {SCV: float(self.vein_diameter[row]), IJV: float(self.jugular_diameter[row])},
            float(self.flattening[row]),
            int(self.plaques[row]),
            float(self.fat[row]),
        )


def draw_people(count: int, rng: np.random.Generator) -> People:
    """Draw people from the population that is examined: tumour patients, mostly elderly."""
    age = np.clip(np.round(rng.normal(62, 11, count)), 20, 90)
    older = (age - 62) / 11
    bmi = np.clip(np.round(rng.normal(23.3, 3.4, count), 1), 15, 38)
    heavier = (bmi - 23.3) / 3.4
    common = rng.standard_normal(count)
    vein = np.clip(9.0 + 2.0 * (0.85 * rng.standard_normal(count) + 0.53 * common), 5.0, 13.0)
    return People(
        female=rng.random(count) < 0.42,
        age=age,
        bmi=bmi,
        hypertension=rng.random(count) < expit(-0.75 + 0.7 * older + 0.3 * heavier),
        diabetes=rng.random(count) < expit(-1.9 + 0.3 * older + 0.3 * heavier),
        chemotherapy=rng.random(count) < 0.4,
        vein_diameter=vein,
        jugular_diameter=np.clip(10.5 + 2.2 * (0.85 * rng.standard_normal(count) + 0.53 * common), 5.6, 16.5),
        flattening=np.clip(np.exp(rng.normal(0.58, 0.34, count)), 1.05, 4.0),
        plaques=rng.poisson(np.clip(4.0 * np.exp(0.45 * older + 0.35 * rng.standard_normal(count) - 0.16), 0, 12)),
        fat=np.clip(2.6 + 1.0 * (0.5 * heavier + 0.87 * rng.standard_normal(count)), 0.6, 5.2),
    )


def morphology_units(people: People) -> np.ndarray:
    """A constant and the true morphology, as differences from the centre in units: shape (n, 1 + len(VESSELS))."""
    return np.column_stack([np.ones(len(people)), *(in_units(name, getattr(people, name)) for name in VESSELS)])


def in_units(factor: str, value):
    """A factor's difference from its centre, in its unit; see :data:`EFFECTS`."""
    _, centre, unit = EFFECTS[factor]
    return (np.asarray(value, float) - centre) / unit


def answers_of(people: People) -> list[dict[str, float | str]]:
    """What the console would know of simulated people."""
    yes = {True: "yes", False: "no"}
    return [
        {
            "age": float(people.age[n]),
            "sex": "female" if people.female[n] else "male",
            "bmi": float(people.bmi[n]),
            **{name: yes[bool(getattr(people, name)[n])] for name in ("hypertension", "diabetes", "chemotherapy")},
        }
        for n in range(len(people))
    ]


def log_odds(people: People, factors: tuple[str, ...] = CLINICAL + VESSELS) -> np.ndarray:
    """Sum of the effects of the given factors, log-odds without the intercept."""
    total = np.zeros(len(people))
    for factor in factors:
        total += EFFECTS[factor][0] * in_units(factor, getattr(people, factor))
    return total


def intercept_for(rate: float, scores: np.ndarray) -> float:
    """The intercept at which the mean probability of people with these log-odds is ``rate``."""
    return brentq(lambda a: expit(a + scores).mean() - rate, -40, 40)


def draw_case_control(
    events: int, others: int, rate: float, rng: np.random.Generator, pool: int = 400_000
) -> tuple[People, np.ndarray]:
    """Draw ``events`` people with and ``others`` without the event out of a population with event rate ``rate``.

    Returns
    -------
    people : People
        In random order.
    outcome : bool array, shape (events + others,)
    """
    people = draw_people(pool, rng)
    rows, outcome = choose_by_outcome(log_odds(people), events, others, rate, rng)
    return people.rows(rows), outcome


def choose_by_outcome(
    scores: np.ndarray, events: int, others: int, rate: float, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Rows of people with these log-odds, ``events`` of them with the event, in random order, and their outcome."""
    pool = len(scores)
    chance = expit(intercept_for(rate, scores) + scores)
    with_event = rng.choice(pool, events, replace=False, p=chance / chance.sum())
    free = 1 - chance
    free[with_event] = 0
    without = rng.choice(pool, others, replace=False, p=free / free.sum())
    rows = np.concatenate([with_event, without])
    outcome = np.arange(len(rows)) < events
    order = rng.permutation(len(rows))
    return rows[order], outcome[order]


def bayes_auc(rate: float, factors: tuple[str, ...] = CLINICAL + VESSELS, pool: int = 400_000, seed: int = 1) -> float:
    """AUC of the best possible score that knows the given factors exactly, over the whole population.

    With all factors this is the Bayes-optimal AUC. Probability-weighted: no outcome is drawn, so the only error is
    that of the pool. With some of them it is the AUC of their part of the log-odds, which is the best only as far as
    they are independent of the rest.
    """
    people = draw_people(pool, np.random.default_rng([seed, 5]))
    scores = log_odds(people)
    chance = expit(intercept_for(rate, scores) + scores)
    seen = log_odds(people, factors)
    return expected_auc(seen, chance)


def expected_auc(score: np.ndarray, chance: np.ndarray) -> float:
    """AUC of a score among people who have the event with these chances; ties count half, no outcome is drawn."""
    order = np.argsort(score)
    score, cases, controls = score[order], chance[order], 1 - chance[order]
    below = np.concatenate([[0.0], np.cumsum(controls)])
    first, last = np.searchsorted(score, score, "left"), np.searchsorted(score, score, "right")
    return float((cases * (below[first] + below[last]) / 2).sum() / (cases.sum() * controls.sum()))
