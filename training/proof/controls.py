"""Controls of the proof: outcomes that nothing foretells, and effects that the encoder was not taught.

The encoder is taught the vessels' size, flattening, calcium and fat, and the simulated outcome is made of them: that it
is found again shows that the parts fit together. Two questions are left. Does the method find something where there is
nothing? Outcomes are permuted among the patients, features and answers stay: the AUC must be .5. And does it find what
the encoder was not taught? The morphology has no effect there; in its place stands an invented factor that the features
show as a part of their scatter, outside the directions that were taught and outside those in which they follow the
taught morphology. Whether such a factor exists in anyone's vessels, and whether the encoder would show it, this cannot
tell: what the features do not show no head can find.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.linalg import orth

from inference.predictors import Predictor
from training.learners.folds import stratified_folds, usable_folds
from training.proof.repeats import TESTED, ImageModel, as_patients, predict_new, spread_of
from training.risk.fitting import Settings, fit_all
from training.risk.patients import Patients
from training.risk.validation import predict
from training.simulate import population
from training.simulate.population import CLINICAL, VESSELS, morphology_units
from training.statistics.discrimination import auc

Areas = dict[str, float]
"""AUC by model; .5 for a model that tells no one apart, which is right where there is nothing to tell."""
RANKS = (1, 5, 20)
"""Which directions of the scatter an untaught factor is tried in, from the widest."""
POOL = 400_000
WITHIN = 1.96


def permuted(patients: Patients, rng: np.random.Generator) -> Patients:
    """The same patients with outcomes dealt anew; all cases of a patient get one outcome."""
    _, place = np.unique(patients.groups, return_inverse=True)
    with_event = np.bincount(place, patients.event) > 0
    return replace(patients, event=rng.permutation(with_event)[place])


def held_out_areas(patients: Patients, settings: Settings, rng: np.random.Generator) -> Areas:
    """AUC by model of cases that the whole procedure was run without.

    Only cases of one fold are compared: the models of different folds start from different shares of events, and across
    folds that alone would bring a model that learnt nothing below .5.
    """
    inner = settings.inner()
    count = usable_folds(patients.event, patients.groups, settings.effort.folds)
    fold = stratified_folds(patients.event, patients.groups, count, rng)
    names = [plan.name for plan in settings.models]
    areas, pairs = {name: np.zeros(count) for name in names}, {name: np.zeros(count) for name in names}
    for k in range(count):
        fitted = fit_all(patients.part(fold != k), inner, rng)
        left_out = patients.part(fold == k)
        for name, log_odds in predict(fitted, settings, left_out)[1].items():
            known = np.isfinite(log_odds)
            event = left_out.event[known]
            pairs[name][k] = event.sum() * (~event).sum()
            if pairs[name][k]:
                areas[name][k] = _area(event, log_odds[known])
    return {name: float((areas[name] * pairs[name]).sum() / pairs[name].sum()) for name in names if pairs[name].any()}


def _area(event: np.ndarray, score: np.ndarray) -> float:
    return auc(event, score) if np.ptp(score) > 1e-9 else 0.5


def null_cohorts(
    images: ImageModel,
    predictors: tuple[Predictor, ...],
    size: tuple[int, int],
    rate: float,
    settings: Settings,
    seeds: Iterable[Sequence[int]],
) -> tuple[list[Areas], list[Areas]]:
    """New cohorts with permuted outcomes: AUC out of fold, and in new patients whose outcome nothing foretells.

    Parameters
    ----------
    size
        Events and others of a cohort.
    rate
        Share of events in the population that people are drawn from.
    """
    out_of_fold, in_new = [], []
    for seed in seeds:
        rng = np.random.default_rng(seed)
        people, event = population.draw_case_control(*size, rate, rng)
        training = permuted(as_patients(people, event, images.draw(people, rng), predictors, images.taught), rng)
        out_of_fold.append(held_out_areas(training, settings, rng))
        fitted = fit_all(training, settings, rng)
        others, outcome = population.draw_case_control(*TESTED, rate, rng)
        scores = images.draw_scores(fitted.signature.weights, others, rng)
        outcome = rng.permutation(outcome)
        in_new.append({name: _area(outcome, found) for name, found in predict_new(fitted, others, scores).items()})
    return out_of_fold, in_new


def null_features(patients: Patients, settings: Settings, seeds: Iterable[Sequence[int]]) -> list[Areas]:
    """The cohort's own features and answers with permuted outcomes: AUC out of fold, one entry a permutation."""
    found = []
    for seed in seeds:
        rng = np.random.default_rng(seed)
        found.append(held_out_areas(permuted(patients, rng), settings, rng))
    return found


@dataclass(frozen=True, slots=True)
class Hidden:
    """A factor that the features show in their scatter only.

    Attributes
    ----------
    rank
        Of its direction among all that were not taught, 1 being that of the widest scatter.
    direction : array, shape (patients,)
        Of length 1, in the rows of :attr:`ImageModel.scatter`.
    share
        Of the scatter's whole variance.
    """

    rank: int
    direction: np.ndarray
    share: float

    def draw(self, images: ImageModel, people, factor: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        """Features of people whose factor is known, shape (n, features)."""
        around = rng.standard_normal((len(people), len(images.scatter)))
        around += np.outer(factor - around @ self.direction, self.direction)
        return morphology_units(people) @ images.weights + around @ images.scatter

    def draw_scores(
        self, images: ImageModel, score: np.ndarray, people, factor: np.ndarray, rng: np.random.Generator
    ) -> np.ndarray:
        """The product of such features with the weights of a score, without making the features."""
        spread = images.scatter @ score
        shown = float(spread @ self.direction)
        rest = np.sqrt(max(float(spread @ spread) - shown**2, 0.0))
        return (
            morphology_units(people) @ (images.weights @ score)
            + shown * factor
            + rest * rng.standard_normal(len(people))
        )


def hidden_factors(images: ImageModel, ranks: Sequence[int] = RANKS) -> tuple[Hidden, ...]:
    """Factors outside what was taught, from the widest scatter to narrow ones; none where all scatter was taught.

    A factor has no part in the taught directions at all: what of the scatter lies along them is taken out first.
    """
    taught = images.weights[1:] if images.taught is None else np.vstack([images.weights[1:], images.taught])
    scatter = images.scatter.astype(float)
    known = orth(taught.T.astype(float))
    inside = scatter @ known
    outside = scatter - inside @ known.T
    rows = orth(inside) if np.linalg.norm(inside) > 1e-9 else np.zeros((len(scatter), 0))
    directions, widths, _ = np.linalg.svd(outside - rows @ (rows.T @ outside), full_matrices=False)
    whole = float((scatter**2).sum())
    usable = int((widths**2 > 1e-9 * whole).sum()) if whole else 0
    return tuple(Hidden(n, directions[:, n - 1], float(widths[n - 1] ** 2 / whole)) for n in ranks if n <= usable)


@dataclass(frozen=True, slots=True)
class Found:
    """One cohort whose outcome hangs on a hidden factor: AUC by model in new patients, and the best possible."""

    areas: Areas
    best: Areas


def try_hidden(
    hidden: Hidden,
    images: ImageModel,
    predictors: tuple[Predictor, ...],
    size: tuple[int, int],
    rate: float,
    settings: Settings,
    seeds: Iterable[Sequence[int]],
) -> list[Found]:
    """Cohorts whose outcome hangs on the clinical factors and a hidden one, as strong as all taught ones together."""
    return [
        _try_hidden(hidden, images, predictors, size, rate, settings, np.random.default_rng(seed)) for seed in seeds
    ]


def _try_hidden(hidden: Hidden, images: ImageModel, predictors, size, rate, settings, rng) -> Found:
    people, event, factor, *_ = _draw_hidden(*size, rate, rng)
    features = hidden.draw(images, people, factor, rng)
    fitted = fit_all(as_patients(people, event, features, predictors, images.taught), settings, rng)
    others, outcome, factor, clinical, image = _draw_hidden(*TESTED, rate, rng)
    scores = hidden.draw_scores(images, fitted.signature.weights, others, factor, rng)
    areas = {name: _area(outcome, found) for name, found in predict_new(fitted, others, scores).items()}
    known = {plan.name: plan.answers * clinical + plan.images * image for plan in settings.models}
    best = {name: auc(outcome, log_odds) for name, log_odds in known.items()}
    return Found(areas, best)


def _draw_hidden(events: int, others: int, rate: float, rng: np.random.Generator):
    """People, outcome, factor, and the true log-odds of the clinical factors and of the factor."""
    people, factor = population.draw_people(POOL, rng), rng.standard_normal(POOL)
    strength = population.log_odds(people, VESSELS).std()
    clinical, image = population.log_odds(people, CLINICAL), strength * factor
    rows, outcome = population.choose_by_outcome(clinical + image, events, others, rate, rng)
    return people.rows(rows), outcome, factor[rows], clinical[rows], image[rows]


def summary(
    names: Sequence[str],
    out_of_fold: Sequence[Areas],
    in_new: Sequence[Areas],
    own: Sequence[Areas],
    hidden: Sequence[tuple[Hidden, list]],
) -> dict[str, object]:
    """For ``simulation.json``.

    Parameters
    ----------
    names
        Of the models.
    """
    nulls = (("drawn", out_of_fold), ("new", in_new), ("own", own))
    return {
        "null": [
            {"where": where, "cohorts": len(found), "auc": _spreads(found, names)} for where, found in nulls if found
        ],
        "untaught": [
            {
                "rank": one.rank,
                "share": round(one.share, 4),
                "cohorts": len(found),
                "auc": _spreads([f.areas for f in found], names),
                "best": _spreads([f.best for f in found], names),
            }
            for one, found in hidden
        ],
    }


def _spreads(found: Sequence[Areas], names: Sequence[str]) -> dict[str, object]:
    return {name: spread_of([one[name] for one in found if name in one]) for name in names}


PLACES = {
    "drawn": ("out of fold in drawn cohorts", "抽取队列的折外预测"),
    "new": ("in new patients", "新患者"),
    "own": ("out of fold on this cohort's features", "本队列特征的折外预测"),
}


TWO_SIDED = {"en": f"0.5 within {WITHIN} standard errors", "zh": f"与 0.5 相差不超过 {WITHIN} 个标准误"}
ONE_SIDED = {
    "en": f"not above 0.5 by more than {WITHIN} standard errors",
    "zh": f"高出 0.5 不超过 {WITHIN} 个标准误",
}
"""Out of fold a leak lifts the AUC. Without one it may lie a little below .5: what happens to hold in four fifths of a
cohort without any association holds the other way round in the last fifth."""


def _as_expected(where: str, above: float, error: float) -> bool:
    return (abs(above) if where == "new" else above) <= WITHIN * error + 1e-9


def goals(controls: dict) -> list[dict[str, object]]:
    """That nothing is found where there is nothing; a single cohort has no standard error and no goal."""
    made = []
    for one in (one for one in controls["null"] if one["cohorts"] > 1):
        known = {name: spread for name, spread in one["auc"].items() if spread is not None}
        english, chinese = PLACES[one["where"]]
        made.append(
            {
                "title": {
                    "en": f"Null cohorts: mean AUC, {english}",
                    "zh": f"零效应队列：平均 AUC（{chinese}）",
                },
                "wanted": TWO_SIDED if one["where"] == "new" else ONE_SIDED,
                "found": " / ".join(f"{s['mean']:.3f} ± {s['error']:.3f}" for s in known.values())
                + f", {one['cohorts']} x",
                "met": all(_as_expected(one["where"], s["mean"] - 0.5, s["error"]) for s in known.values()),
            }
        )
    return made
