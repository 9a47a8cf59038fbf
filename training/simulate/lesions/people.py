"""Who the simulated patients with a haematoma are, how it looks, and whose haematoma grows.

Everything is invented, in the shape of the literature: the factors are those of the early-expansion studies and scores
(evidence section 2), the distributions plausible, the strengths chosen so that the best possible areas under the curve
come out a little above the published ones. Nothing here says anything about real patients.

Expansion follows logit P(event | x) = a + sum_j b_j z_j, with z_j the factors in the units of :data:`UNITS` and b_j
those of one of :data:`EFFECTS`; ``a`` is set by the event rate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal

import numpy as np
from scipy.special import expit

from training.simulate.lesions.bodies import Body
from training.simulate.lesions.haematoma import Lesion
from training.simulate.population import choose_by_outcome, expected_auc, intercept_for

Split = Literal["train", "validation", "external"]
POOL = 100_000
"""People that a cohort is drawn from."""
HETEROGENEOUS_HU, IRREGULAR = 5.5, 0.19
"""From where a haematoma is called heterogeneous, or its shape irregular."""
MISREAD = 0.04
"""Share of the signs that a reader calls wrongly."""
SIGNS = ("blend_sign", "black_hole", "swirl_sign", "island_sign", "fluid_level", "irregular_shape", "heterogeneous")

CLINICAL = ("age", "female", "onset_hours", "anticoagulant", "sbp", "glucose_mmol_l", "nihss")
LESION = ("log2_volume", "irregularity", "texture_hu", "blend", "black_hole", "swirl", "island", "ivh")
UNTAUGHT = ("border_drop_hu", "border_mm", "grain_mm", "oedema_mm")
"""What the clot looks like beside its size, shape, heterogeneity and signs: nothing that an encoder is taught."""
UNITS = {
    # factor: (centre, unit)
    "age": (61.0, 10.0),
    "female": (0.36, 1.0),
    "onset_hours": (2.9, 1.0),
    "anticoagulant": (0.07, 1.0),
    "sbp": (171.0, 20.0),
    "glucose_mmol_l": (7.2, 2.0),
    "nihss": (13.0, 6.0),
    "log2_volume": (4.1, 1.0),
    "irregularity": (0.17, 0.06),
    "texture_hu": (5.0, 2.0),
    "blend": (0.2, 1.0),
    "black_hole": (0.18, 1.0),
    "swirl": (0.3, 1.0),
    "island": (0.15, 1.0),
    "ivh": (0.35, 1.0),
    "border_drop_hu": (14.0, 5.0),
    "border_mm": (3.2, 0.8),
    "grain_mm": (4.0, 1.0),
    "oedema_mm": (5.0, 2.0),
}
EFFECTS: dict[str, Mapping[str, float]] = {
    "expansion": {
        "age": 0.1,
        "onset_hours": -0.55,
        "anticoagulant": 1.4,
        "sbp": 0.2,
        "glucose_mmol_l": 0.2,
        "nihss": 0.25,
        "log2_volume": 0.7,
        "irregularity": 0.95,
        "texture_hu": 0.95,
        "blend": 1.2,
        "black_hole": 1.0,
        "swirl": 0.8,
        "island": 1.3,
        "ivh": 0.3,
    },
    "untaught": {
        "onset_hours": -0.55,
        "anticoagulant": 1.4,
        "border_drop_hu": 1.3,
        "border_mm": 0.8,
        "grain_mm": -1.2,
        "oedema_mm": -0.7,
    },
    "null": {},
}
"""Change of the log-odds for one unit. ``untaught``: by what no encoder is taught; ``null``: nothing foretells it."""


@dataclass(frozen=True, slots=True)
class People:
    """Simulated patients, one row each; arrays of shape (n,).

    What each lesion is told to be stands in the fields that :class:`~training.simulate.lesions.haematoma.Lesion` has
    too; ``ivh`` is whether ``ivh_share`` is above 0, ``log2_volume`` the logarithm of its millilitres to base 2.
    """

    age: np.ndarray
    female: np.ndarray
    hypertension: np.ndarray
    diabetes: np.ndarray
    anticoagulant: np.ndarray
    warfarin: np.ndarray
    recurrent: np.ndarray
    onset_hours: np.ndarray
    sbp: np.ndarray
    glucose_mmol_l: np.ndarray
    gcs: np.ndarray
    nihss: np.ndarray
    place: np.ndarray
    side: np.ndarray
    volume_ml: np.ndarray
    irregularity: np.ndarray
    texture_hu: np.ndarray
    grain_mm: np.ndarray
    clot_hu: np.ndarray
    border_mm: np.ndarray
    border_drop_hu: np.ndarray
    oedema_mm: np.ndarray
    ivh_share: np.ndarray
    blend: np.ndarray
    black_hole: np.ndarray
    swirl: np.ndarray
    island: np.ndarray
    fluid_level: np.ndarray

    def __len__(self) -> int:
        return len(self.age)

    def rows(self, chosen: np.ndarray) -> People:
        """The people of these rows."""
        return People(*(getattr(self, name)[chosen] for name in self.__slots__))

    def lesion(self, row: int) -> Lesion:
        """What the lesion of one of them is told to be."""
        return Lesion(**{field.name: getattr(self, field.name)[row].item() for field in fields(Lesion)})

    def factor(self, name: str) -> np.ndarray:
        """A factor of the outcome, as a number."""
        if name == "log2_volume":
            return np.log2(self.volume_ml)
        return np.asarray(self.ivh_share > 0 if name == "ivh" else getattr(self, name), float)

    def signs(self) -> dict[str, np.ndarray]:
        """Which signs each haematoma was drawn with, by the name that a reader gives them."""
        drawn = (self.blend, self.black_hole, self.swirl, self.island, self.fluid_level)
        graded = (self.irregularity > IRREGULAR, self.texture_hu > HETEROGENEOUS_HU)
        return dict(zip(SIGNS, (*drawn, *graded)))


def draw_people(count: int, body: Body, rng: np.random.Generator) -> People:
    """Draw patients who are scanned early after a haemorrhage."""
    normal = rng.standard_normal
    age = np.clip(np.round(rng.normal(61, 12, count)), 25, 92)
    older = (age - 61) / 12
    hypertension = rng.random(count) < expit(1.0 + 0.4 * older)
    diabetes = rng.random(count) < expit(-1.6 + 0.3 * older)
    anticoagulant = rng.random(count) < expit(-2.8 + 0.6 * older)
    names = list(body.places)
    shares = np.array([body.places[name].share for name in names])
    place = rng.choice(names, count, p=shares / shares.sum())
    most = np.array([body.places[str(name)].most_ml for name in place])
    # What makes a haematoma unstable shows in several signs at once.
    unstable = normal(count)
    volume = np.exp(rng.normal(np.log(17), 0.8, count) + 0.25 * unstable + 0.35 * anticoagulant)
    volume = np.clip(np.minimum(volume, most * rng.uniform(0.55, 1, count)), 2, 80)
    large = (np.log2(volume) - 4.1) / 1.2
    ivh_share = np.where(
        rng.random(count) < expit(-0.9 + 0.5 * large + 1.2 * (place == "thalamus")), rng.uniform(0.08, 0.7, count), 0.0
    )
    severity = 0.7 * large + 0.5 * (ivh_share > 0) + 0.5 * np.isin(place, ("thalamus", "pons"))
    nihss = np.clip(np.round(11 + 4.5 * severity + 4.5 * normal(count)), 0, 40)
    gcs = np.clip(np.round(14.2 - 1.5 * severity - 0.14 * (nihss - 12) + 1.2 * normal(count)), 3, 15)
    room = volume > 5
    uneven = 0.4 * unstable + 0.3 * large + 0.85 * normal(count)
    return People(
        age=age,
        female=rng.random(count) < 0.36,
        hypertension=hypertension,
        diabetes=diabetes,
        anticoagulant=anticoagulant,
        warfarin=anticoagulant & (rng.random(count) < 0.6),
        recurrent=rng.random(count) < 0.09,
        onset_hours=np.round(np.clip(np.exp(rng.normal(np.log(2.6), 0.5, count)), 0.5, 6.0), 1),
        sbp=np.clip(np.round(rng.normal(163, 24, count) + 11 * hypertension), 95, 260),
        glucose_mmol_l=np.round(np.clip(np.exp(rng.normal(1.86, 0.22, count) + 0.35 * diabetes), 3.5, 25), 1),
        gcs=gcs,
        nihss=nihss,
        place=place,
        side=rng.choice((-1, 1), count),
        volume_ml=np.round(volume, 2),
        irregularity=np.round(np.clip(0.17 + 0.06 * uneven, 0.05, 0.36), 4),
        texture_hu=np.round(np.clip(5.0 + 2.0 * (0.45 * unstable + 0.89 * normal(count)), 1.0, 11.0), 3),
        grain_mm=np.round(np.clip(rng.normal(4.0, 1.0, count), 2.0, 7.0), 3),
        clot_hu=np.round(np.clip(rng.normal(62, 4, count), 52, 74), 2),
        border_mm=np.round(np.clip(rng.normal(3.2, 0.8, count), 1.2, 5.5), 3),
        border_drop_hu=np.round(np.clip(rng.normal(14, 5, count), 1, 28), 3),
        oedema_mm=np.round(np.clip(rng.normal(5, 2, count), 1, 11), 3),
        ivh_share=np.round(ivh_share, 4),
        blend=room & (rng.random(count) < expit(-1.6 + 0.7 * unstable)),
        black_hole=room & (rng.random(count) < expit(-1.7 + 0.7 * unstable)),
        swirl=(volume > 8) & (rng.random(count) < expit(-0.8 + 0.6 * unstable)),
        island=(volume > 8) & (rng.random(count) < expit(-1.8 + 0.8 * unstable)),
        fluid_level=(volume > 10) & (rng.random(count) < expit(-3.4 + 1.8 * anticoagulant)),
    )


def log_odds(people: People, effects: Mapping[str, float], only: tuple[str, ...] | None = None) -> np.ndarray:
    """Sum of the effects, without the intercept; of some factors only, where told."""
    total = np.zeros(len(people))
    for name, effect in effects.items():
        if only is None or name in only:
            centre, unit = UNITS[name]
            total += effect * (people.factor(name) - centre) / unit
    return total


def draw_cohort(
    sizes: Mapping[Split, tuple[int, int]], rate: float, effects: Mapping[str, float], body: Body, seed: int
) -> tuple[People, np.ndarray, list[Split]]:
    """People of all splits, whether their haematoma grows, and the split of each.

    Parameters
    ----------
    sizes
        With and without event, by split.
    """
    rng = np.random.default_rng([seed, 1])
    pool = draw_people(POOL, body, rng)
    rows, outcome, splits = [], [], []
    left = np.arange(POOL)
    for split, (events, others) in sizes.items():
        chosen, event = choose_by_outcome(log_odds(pool.rows(left), effects), events, others, rate, rng)
        rows.append(left[chosen])
        outcome.append(event)
        splits += [split] * len(chosen)
        left = np.delete(left, chosen)
    return pool.rows(np.concatenate(rows)), np.concatenate(outcome), splits


def best_areas(rate: float, effects: Mapping[str, float], body: Body, pool: int = 200_000) -> dict[str, float]:
    """The AUC that nothing can surpass, and those of the clinical and of the lesion's part of the log-odds.

    Probability-weighted over a population: no outcome is drawn. A part is the best that there is without the other
    only as far as the two are independent.
    """
    people = draw_people(pool, body, np.random.default_rng([1, 5]))
    scores = log_odds(people, effects)
    chance = expit(intercept_for(rate, scores) + scores)
    parts = {"all": None, "clinical": CLINICAL, "lesion": LESION + UNTAUGHT}
    return {name: expected_auc(log_odds(people, effects, only), chance) for name, only in parts.items()}
