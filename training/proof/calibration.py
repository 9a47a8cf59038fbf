"""How well the models of ``train-risk`` are calibrated in new patients: fits on many small cohorts, one large test.

``python -m training.proof.calibration --repeats 40``

Patients and outcome come from the generative model of the simulated cohort; image features are mixtures of the vessels'
factors (measured with error), of many more factors without meaning, and noise. Each cohort has the paper's training
split (62 events among 207), each fit is tested on thousands of new patients at the same share of events.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace

import numpy as np
from scipy.special import expit

from inference.predictors import Choice, ChoicePredictor, NumberPredictor
from inference.vocabulary import Text
from training.console import say, table, track
from training.learners.linear import Linear
from training.recipes.hu2025 import HU2025
from training.risk.distance import learn_distance
from training.risk.fitting import Settings, fit_all
from training.risk.patients import Patients
from training.risk.validation import predict
from training.simulate.population import EFFECTS, VESSELS, People, draw_people, log_odds
from training.statistics.calibration import calibration_slope
from training.statistics.discrimination import auc

EVENTS, OTHERS = 62, 145
"""The training split of Hu et al. 2025: 207 patients with 30.2 % events."""
TEST_EVENTS, TEST_OTHERS = 1500, 3500
POOL = 400_000
CHOICES = ("female", "hypertension", "diabetes", "chemotherapy")
MEANINGLESS = 30
MEASUREMENT_ERROR = 0.5


@dataclass(frozen=True, slots=True)
class World:
    """A population and an encoder: how the factors show in the features."""

    people: People
    odds: np.ndarray
    mixing: np.ndarray

    def cohort(self, events: int, others: int, rng: np.random.Generator) -> Patients:
        """A case-control sample, as from a population in which the event is rare."""
        drawn = [
            rng.choice(len(self.people), events, p=self.odds / self.odds.sum()),
            rng.choice(len(self.people), others),
        ]
        people = self.people.rows(np.concatenate(drawn))
        count = events + others
        return Patients(
            tuple(map(str, range(count))),
            np.arange(count) < events,
            np.arange(count),
            tuple(_answers(people, n) for n in range(count)),
            self._features(people, rng),
            PREDICTORS,
        )

    def _features(self, people: People, rng: np.random.Generator) -> np.ndarray:
        count, features = len(people), self.mixing.shape[1]
        vessels = np.column_stack([(getattr(people, name) - EFFECTS[name][1]) / EFFECTS[name][2] for name in VESSELS])
        measured = vessels + MEASUREMENT_ERROR * rng.standard_normal(vessels.shape)
        others = rng.standard_normal((count, MEANINGLESS)) * np.geomspace(3, 0.3, MEANINGLESS)
        return np.column_stack([measured, others]) @ self.mixing + rng.standard_normal((count, features))


def make_world(features: int, rng: np.random.Generator, informative: bool = True) -> World:
    """Draw a population and an encoder; one that is not informative does not see the vessels' factors."""
    people = draw_people(POOL, rng)
    mixing = 0.35 * rng.standard_normal((len(VESSELS) + MEANINGLESS, features))
    if not informative:
        mixing[: len(VESSELS)] = 0
    return World(people, np.exp(log_odds(people)), mixing)


def main() -> None:
    """Run the simulation and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--repeats", type=int, default=40)
    parser.add_argument("--features", type=int, default=600)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--head", default="auto")
    parser.add_argument("--no-image-information", action="store_true")
    options = parser.parse_args()
    slopes: dict[str, list[float]] = {name: [] for name in HU2025.names}
    areas: dict[str, list[float]] = {name: [] for name in HU2025.names}
    ratios: dict[str, list[float]] = {name: [] for name in HU2025.names}
    refused = []
    (score,) = HU2025.scores
    settings = Settings(HU2025.models, (replace(score, learner=Linear(head=options.head)),))
    for repeat in track(range(options.repeats), "cohorts"):
        rng = np.random.default_rng([options.seed, repeat])
        world = make_world(options.features, rng, not options.no_image_information)
        training, test = world.cohort(EVENTS, OTHERS, rng), world.cohort(TEST_EVENTS, TEST_OTHERS, rng)
        fitted = fit_all(training, settings, rng)
        distance = learn_distance(training.features, training.groups, repeat)
        refused.append(float((distance.map.of(test.features) > distance.limit).mean()))
        _, predicted = predict(fitted, settings, test)
        # An average patient at the share of events in training.
        shift = np.log(EVENTS / OTHERS) - np.log(TEST_EVENTS / TEST_OTHERS)
        for name in HU2025.names:
            p = expit(predicted[name] - shift)
            slopes[name].append(calibration_slope(test.event, p).value)
            areas[name].append(auc(test.event, p))
            ratios[name].append(float(test.event.mean() / p.mean()))
    rows = [
        (name, _spread(areas[name]), _spread(slopes[name]), f"{np.nanmedian(slopes[name]):.3f}", _spread(ratios[name]))
        for name in HU2025.names
    ]
    say(f"{options.repeats} cohorts of {EVENTS + OTHERS}, {options.features} features: mean (standard deviation)")
    table(("model", "AUC", "calibration slope", "median slope", "observed : expected"), rows)
    error = {name: np.nanstd(slopes[name]) / np.sqrt(options.repeats) for name in HU2025.names}
    say("Standard error of the mean slope: " + ", ".join(f"{name} {value:.3f}" for name, value in error.items()))
    say(f"New patients refused by distance: {_spread(refused)}")


def _spread(values: list[float]) -> str:
    return f"{np.nanmean(values):.3f} ({np.nanstd(values):.3f})"


def _answers(people: People, row: int) -> dict[str, float | str]:
    numbers = {name: float(getattr(people, name)[row]) for name in ("age", "bmi")}
    return numbers | {name: "yes" if getattr(people, name)[row] else "no" for name in CHOICES}


def _text(name: str) -> Text:
    return Text(name, name)


_YES_NO = (Choice("no", _text("no")), Choice("yes", _text("yes")))
PREDICTORS = (
    NumberPredictor("age", _text("age"), range=(18, 100)),
    NumberPredictor("bmi", _text("bmi"), range=(12, 60)),
    *(ChoicePredictor(name, _text(name), choices=_YES_NO) for name in CHOICES),
)


if __name__ == "__main__":
    main()
