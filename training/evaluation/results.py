"""What the evaluation finds out, as plain values: ``results.json`` holds these, and the report only prints them."""

from __future__ import annotations

from dataclasses import dataclass

from inference.vocabulary import Text
from training.evaluation.facts import Agreement, ModelFacts, Published, Truth, VesselFigure
from training.evaluation.facts_asked import Asked
from training.evaluation.quantization import Quantization
from training.risk.model import RiskModel
from training.statistics.samples import Interval

SAMPLES = ("train", "apparent", "validation", "external")
"""``train`` are out-of-fold predictions, ``apparent`` those of the final model on its own training patients."""
RULES = ("youden", "sensitive")
TESTED = ("train", "validation", "external")
"""Samples in which no patient was predicted by a model that had seen this patient."""


@dataclass(frozen=True, slots=True)
class Population:
    """Who is in a sample.

    Attributes
    ----------
    n, events
        Cases with a known outcome and a prediction, and those of them with the event.
    patients
        Fewer than ``n`` where patients have several cases.
    """

    sample: str
    n: int
    events: int
    patients: int
    centres: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Characteristic:
    """One predictor, or one of its answers, in one sample.

    Attributes
    ----------
    answer
        None for a number.
    known
        Cases in which it is known.
    mean, sd
        Of a number.
    count
        Of an answer.
    """

    predictor: str
    answer: str | None
    sample: str
    n: int
    known: int
    mean: float | None = None
    sd: float | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Performance:
    """Discrimination of one model in one sample. None where it cannot be computed, as in a sample without events.

    Attributes
    ----------
    auc
        DeLong interval on the logit scale.
    auc_bootstrap
        The same AUC with the percentile interval of the stratified bootstrap.
    roc
        False-positive rate and sensitivity at every threshold, rising.
    """

    model: str
    sample: str
    n: int
    events: int
    auc: Interval | None
    auc_bootstrap: Interval | None
    roc: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Classified:
    """One model in one sample at a threshold; None where it cannot be computed.

    Attributes
    ----------
    rule
        ``youden`` or ``sensitive``: how the threshold was chosen on the training data, where it was locked.
    threshold
        A probability at the training prevalence; positive is at or above.
    ppv, npv
        At the site's prevalence.
    """

    model: str
    sample: str
    rule: str
    n: int
    events: int
    threshold: float
    true_positives: int
    false_positives: int
    true_negatives: int
    false_negatives: int
    accuracy: Interval
    sensitivity: Interval | None
    specificity: Interval | None
    ppv: Interval | None
    npv: Interval | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """DeLong's test of two AUCs in the same patients.

    Attributes
    ----------
    difference
        AUC of ``model`` minus that of ``other``, with its interval; None where the sample does not tell it.
    p
        Two-sided; None where there is none.
    """

    sample: str
    n: int
    events: int
    model: str
    other: str
    difference: Interval | None
    p: float | None


@dataclass(frozen=True, slots=True)
class Group:
    """Patients of similar predicted risk: mean prediction and share of events."""

    predicted: float
    observed: Interval
    n: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """Agreement of predicted and observed risk.

    Attributes
    ----------
    prevalence
        That the probabilities are read at; ``at_site`` says whether it is the site's, to which the probabilities were
        shifted and the cases reweighted.
    curve
        Predicted risk, smoothed observed risk, and its interval; empty where the sample is too small.
    groups
        Only before the shift: a reweighted group has no binomial interval.
    """

    model: str
    sample: str
    n: int
    events: int
    prevalence: float
    at_site: bool
    intercept: Interval | None = None
    slope: Interval | None = None
    observed_expected: Interval | None = None
    ici: Interval | None = None
    e50: float | None = None
    e90: float | None = None
    brier: Interval | None = None
    brier_scaled: Interval | None = None
    curve: tuple[tuple[float, float, float, float], ...] = ()
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionCurve:
    """Net benefit at the site's prevalence.

    Attributes
    ----------
    thresholds
        Risk at the site from which a patient would be treated as high risk.
    benefit
        Net benefit with its interval at each threshold.
    """

    model: str
    sample: str
    n: int
    events: int
    prevalence: float
    thresholds: tuple[float, ...]
    benefit: tuple[Interval, ...]
    treat_all: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Subgroup:
    """The shipped model in a part of a sample; figures are None where there are too few."""

    factor: str
    level: Text
    sample: str
    n: int
    events: int
    auc: Interval | None
    sensitivity: Interval | None
    specificity: Interval | None


@dataclass(frozen=True, slots=True)
class Results:
    """All figures of one evaluation.

    Attributes
    ----------
    sources
        SHA-256 of each file that was read, by its name: which run these figures are of.
    scanners
        Cases by scanner, as their headers name it.
    locked
        The models themselves.
    regions
        In how many cases the region of the vessels was found, of how many.
    asked
        Tables that the recipe asks for.
    """

    title: Text
    outcome: Text
    simulated: bool
    site_prevalence: float
    prevalence_source: str
    training_prevalence: float
    seed: int
    repeats: int
    sources: dict[str, str]
    populations: tuple[Population, ...]
    characteristics: tuple[Characteristic, ...]
    performance: tuple[Performance, ...]
    classified: tuple[Classified, ...]
    comparisons: tuple[Comparison, ...]
    published: tuple[Published, ...]
    calibration: tuple[Calibration, ...]
    decisions: tuple[DecisionCurve, ...]
    subgroups: tuple[Subgroup, ...]
    scanners: dict[str, int]
    locked: RiskModel
    model: ModelFacts | None
    regions: tuple[int, int] | None
    vessels: tuple[VesselFigure, ...]
    readers: tuple[Agreement, ...]
    quantization: Quantization | None
    truth: Truth | None
    asked: tuple[Asked, ...] = ()

    @property
    def models(self) -> tuple[str, ...]:
        """Names of the models, in the recipe's order."""
        return tuple(self.locked.models)

    @property
    def shipped(self) -> str:
        """Name of the one that goes into the pack."""
        return self.locked.shipped

    def population(self, sample: str) -> Population | None:
        """The sample of that id, or None where it has no cases."""
        return next((p for p in self.populations if p.sample == sample), None)

    def performance_of(self, model: str, sample: str) -> Performance | None:
        """One model in one sample, or None."""
        return next((p for p in self.performance if (p.model, p.sample) == (model, sample)), None)

    def classified_of(self, model: str, sample: str, rule: str = "youden") -> Classified | None:
        """One model in one sample at one of its thresholds, or None."""
        wanted = (model, sample, rule)
        return next((c for c in self.classified if (c.model, c.sample, c.rule) == wanted), None)
