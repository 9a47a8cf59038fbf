"""What the evaluation finds out beside performance: the model itself, vessels, readers, other cohorts, the truth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from inference.risk.nomogram import Nomogram
from inference.vocabulary import Text
from training.statistics.samples import Interval


@dataclass(frozen=True, slots=True)
class Effect:
    """A coefficient of the shipped model as an odds ratio.

    Attributes
    ----------
    answer
        None for a number, where it is per unit.
    odds_ratio
        None where the training cases do not tell it.
    """

    predictor: str
    answer: str | None
    odds_ratio: Interval | None


@dataclass(frozen=True, slots=True)
class Contributions:
    """What one predictor adds to the log-odds of each training patient, against the mean patient.

    Attributes
    ----------
    values
        Number of the answer, for the colour: 0 to 1 from the lowest to the highest; None is unknown.
    """

    predictor: str
    log_odds: tuple[float, ...]
    values: tuple[float | None, ...]

    @property
    def mean_size(self) -> float:
        """Mean absolute contribution, by which predictors are ordered."""
        return sum(map(abs, self.log_odds)) / len(self.log_odds)


@dataclass(frozen=True, slots=True)
class LearningPoint:
    """AUC of the shipped model refitted on so many training cases.

    Attributes
    ----------
    sample, tested, tested_events
        Where it was tested, on how many cases and events.
    cases, events
        Training cases of each random part.
    auc
        Median over ``repeats`` random parts, and the range of their middle 95 %.
    """

    sample: str
    tested: int
    tested_events: int
    cases: int
    events: int
    repeats: int
    auc: Interval


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """The shipped model as it was locked."""

    effects: tuple[Effect, ...]
    contributions: tuple[Contributions, ...]
    nomogram: Nomogram | None
    learning: tuple[LearningPoint, ...]


@dataclass(frozen=True, slots=True)
class VesselFigure:
    """One measure of one structure over cases.

    Attributes
    ----------
    sample
        Or the two readers, of whom the first named is compared with the second.
    mean
        None in too few cases.
    """

    structure: str
    metric: str
    sample: str
    n: int
    mean: Interval | None
    median: float
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two readers' masks of the same studies."""

    structure: str
    metric: str
    readers: tuple[str, str]
    n: int
    icc: Interval | None
    mean_difference: Interval | None


@dataclass(frozen=True, slots=True)
class Published:
    """A figure of another cohort, as printed by its authors."""

    study: str
    model: str
    sample: str
    n: int
    auc: Interval | None
    value: float


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often an interval held the truth."""

    id: str
    title: Text
    n: int
    repeats: int
    covered: Interval


@dataclass(frozen=True, slots=True)
class Method:
    """The whole method on many simulated cohorts of the same size.

    Attributes
    ----------
    models
        By model, then ``auc`` and ``slope``: mean, 5th and 95th percentile.
    true_slope, own_true_slope
        Slope in new patients of the true log-odds, fitted to each cohort and to the one that the pack is made from.
    """

    cohorts: int
    n: int
    events: int
    tested: int
    models: dict[str, dict[str, Interval | None]]
    true_slope: Interval
    own_true_slope: float


@dataclass(frozen=True, slots=True)
class UntaughtFact:
    """Cohorts whose outcome hangs on a factor that the encoder was not taught: mean AUC and percentiles by model.

    Attributes
    ----------
    rank, share
        Of the factor's direction in the features' scatter, and its share of that.
    best
        AUC of the truth itself.
    """

    rank: int
    share: float
    cohorts: int
    auc: dict[str, Interval | None]
    best: dict[str, Interval | None]


@dataclass(frozen=True, slots=True)
class Truth:
    """What is known because the cohort is simulated.

    Attributes
    ----------
    gap
        AUC of the shipped model on the large sample minus the best possible AUC.
    nulls
        Where outcomes were permuted, how often, and the AUC by model.
    """

    generator: Text | None
    bayes_auc: dict[str, float]
    bayes_n: int | None
    large_n: int | None
    large_events: int | None
    large_features_from: Literal["images", "masks"] | None
    large_note: Text | None
    large_auc: dict[str, Interval]
    gap: Interval | None
    calibration_prevalence: float | None
    calibration_slope: Interval | None
    calibration_intercept: Interval | None
    calibration_ici: float | None
    coverage: tuple[Coverage, ...]
    goals: tuple[tuple[Text, Text, str, bool], ...]
    repeated: Method | None = None
    nulls: tuple[tuple[str, int, dict[str, Interval | None]], ...] = ()
    untaught: tuple[UntaughtFact, ...] = ()
