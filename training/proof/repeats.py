"""The whole of ``train-risk`` on many simulated cohorts: what the method is worth, not what one draw of it is.

One cohort of the paper's size, 62 events in training, may happen to be easier or harder than its population. Then even
the true log-odds promise too much or too little in new patients, and no method can tell from the inside. So new cohorts
are drawn, each model is fitted to each of them as ``train-risk`` does it, and tried on new patients.

Images are left out here too: features follow the vessels' true morphology linearly and scatter around it, both as
measured on patients whose images the encoder was not trained on. (:mod:`training.proof.calibration` asks the same of an
invented encoder of any size, without a cohort.)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from inference.predictors import Predictor
from training.errors import BadInput
from training.learners.design import SIGNATURE
from training.learners.regression import fit
from training.risk.fitting import Fitted, Settings, fit_all
from training.risk.patients import Patients
from training.simulate import population
from training.simulate.population import VESSELS, People, answers_of, morphology_units
from training.statistics.calibration import calibration_slope
from training.statistics.discrimination import auc

TESTED = (1208, 2792)
"""Events and others of a large sample of new patients: 4,000 at the study's share of events."""


@dataclass(frozen=True, slots=True)
class ImageModel:
    """How image features follow the true morphology.

    Attributes
    ----------
    weights : array, shape (1 + len(VESSELS), features)
        Intercept, then the change for one unit of each of ``VESSELS``.
    scatter : array, shape (patients, features)
        What is left of each measured patient, divided by the root of the degrees of freedom: a sum of these rows with
        standard normal weights has their covariance.
    taught : array, shape (directions, features), or None
        Directions that the encoder was taught.
    """

    weights: np.ndarray
    scatter: np.ndarray
    taught: np.ndarray | None

    def draw(self, people: People, rng: np.random.Generator) -> np.ndarray:
        """Features of new people, shape (n, features)."""
        around = rng.standard_normal((len(people), len(self.scatter)), dtype=np.float32)
        return morphology_units(people).astype(np.float32) @ self.weights + around @ self.scatter

    def draw_scores(self, score: np.ndarray, people: People, rng: np.random.Generator) -> np.ndarray:
        """The product of such features with the weights of a score, without making the features."""
        spread = np.linalg.norm(self.scatter @ score)
        return morphology_units(people) @ (self.weights @ score) + spread * rng.standard_normal(len(people))


def fit_images(units: np.ndarray, features: np.ndarray, taught: np.ndarray | None) -> ImageModel:
    """Least squares of every feature on the true morphology.

    Parameters
    ----------
    units : array, shape (patients, 1 + len(VESSELS))
        See :func:`training.simulate.population.morphology_units`.
    features : array, shape (patients, features)
        Of patients that the encoder was not trained on.

    Raises
    ------
    BadInput
        When there are too few patients.
    """
    if len(units) < 2 * len(VESSELS):
        raise BadInput(f"only {len(units)} patients outside the training split have features; simulate more")
    features = features.astype(float)
    weights, *_ = np.linalg.lstsq(units, features, rcond=None)
    scatter = (features - units @ weights) / np.sqrt(len(units) - units.shape[1])
    return ImageModel(weights.astype(np.float32), scatter.astype(np.float32), taught)


@dataclass(frozen=True, slots=True)
class Repeat:
    """One cohort.

    Attributes
    ----------
    auc, slope : dict
        By model, in new patients; NaN where a model tells no one apart.
    true_slope
        Slope that the true log-odds, fitted to this very cohort, have in new patients: what is luck.
    """

    auc: dict[str, float]
    slope: dict[str, float]
    true_slope: float


def try_method(
    images: ImageModel,
    predictors: tuple[Predictor, ...],
    size: tuple[int, int],
    rate: float,
    settings: Settings,
    seeds: Iterable[Sequence[int]],
) -> list[Repeat]:
    """Draw a cohort for each seed, fit all models to it and try them on new patients.

    Parameters
    ----------
    size
        Events and others of a cohort's training split.
    rate
        Share of events in the population.
    """
    return [_one(images, predictors, size, rate, settings, np.random.default_rng(seed)) for seed in seeds]


def _one(images: ImageModel, predictors, size, rate: float, settings: Settings, rng: np.random.Generator) -> Repeat:
    people, event = population.draw_case_control(*size, rate, rng)
    training = as_patients(people, event, images.draw(people, rng), predictors, images.taught)
    fitted = fit_all(training, settings, rng)
    others, outcome = population.draw_case_control(*TESTED, rate, rng)
    log_odds = predict_new(fitted, others, images.draw_scores(fitted.signature.weights, others, rng))
    varies = {name: np.ptp(values) > 1e-9 for name, values in log_odds.items()}
    return Repeat(
        {name: auc(outcome, values) if varies[name] else np.nan for name, values in log_odds.items()},
        {
            name: calibration_slope(outcome, expit(values)).value if varies[name] else np.nan
            for name, values in log_odds.items()
        },
        slope_in_new(event, population.log_odds(people)),
    )


def as_patients(people: People, event: np.ndarray, features: np.ndarray, predictors, taught) -> Patients:
    """Simulated people as the risk models learn from them."""
    numbers = np.arange(len(people))
    return Patients(tuple(map(str, numbers)), event, numbers, tuple(answers_of(people)), features, predictors, taught)


def slope_in_new(event: np.ndarray, true_log_odds: np.ndarray) -> float:
    """Calibration slope in new patients of the true log-odds, when these patients say how much to make of them."""
    return float(1 / fit(event, true_log_odds[:, None]).coefficients[1])


def predict_new(fitted: Fitted, people: People, scores: np.ndarray) -> dict[str, np.ndarray]:
    """Log-odds by model of new people, whose features have these products with the signature's weights."""
    signature = scores + fitted.signature.bias
    answers = [{**given, SIGNATURE: float(score)} for given, score in zip(answers_of(people), signature)]
    return {
        name: np.array([model.log_odds(given) for given in answers], float) for name, model in fitted.models.items()
    }


def spread_of(values: Sequence[float]) -> dict[str, float] | None:
    """Mean, its standard error, and the 5th and 95th percentile of what is known; None where nothing is."""
    known = np.array([value for value in values if np.isfinite(value)])
    if not len(known):
        return None
    error = float(known.std(ddof=1) / np.sqrt(len(known))) if len(known) > 1 else 0.0
    low, high = np.percentile(known, (5, 95))
    return {"mean": float(known.mean()), "error": error, "low": float(low), "high": float(high)}


def summary(repeats: Sequence[Repeat], size: tuple[int, int], own_true_slope: float) -> dict[str, object]:
    """For ``simulation.json``.

    Parameters
    ----------
    own_true_slope
        ``true_slope`` of the cohort that the pack is made from.
    """
    by_model: Mapping[str, Mapping[str, object]] = {
        name: {
            "auc": spread_of([one.auc[name] for one in repeats]),
            "slope": spread_of([one.slope[name] for one in repeats]),
        }
        for name in repeats[0].auc
    }
    return {
        "cohorts": len(repeats),
        "n": sum(size),
        "events": size[0],
        "tested": sum(TESTED),
        "models": by_model,
        "true_slope": spread_of([one.true_slope for one in repeats]),
        "own_true_slope": own_true_slope,
    }
