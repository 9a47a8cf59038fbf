"""What a simulated cohort knows of itself: ``simulation.json``."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Literal

from inference.reading import read_json, read_typed
from inference.vocabulary import STRICT, Text
from training.evaluation.facts import Coverage, Method, Truth, UntaughtFact
from training.evaluation.quantization import TOLERANT
from training.statistics.proportions import wilson
from training.statistics.samples import Interval


@dataclass(frozen=True, slots=True)
class Limits:
    """A value with its limits."""

    __pydantic_config__ = STRICT
    value: float
    low: float
    high: float

    @property
    def interval(self) -> Interval:
        """For the report."""
        return Interval(self.value, self.low, self.high)


@dataclass(frozen=True, slots=True)
class LargeCalibration:
    """Calibration of the combined model on the large sample."""

    __pydantic_config__ = STRICT
    prevalence: float
    slope: Limits
    intercept: Limits | None = None
    ici: float | None = None


@dataclass(frozen=True, slots=True)
class LargeSample:
    """Figures of the models on many simulated patients.

    Attributes
    ----------
    features_from
        ``masks`` where the images were left out to save time.
    """

    __pydantic_config__ = STRICT
    n: int
    events: int
    features_from: Literal["images", "masks"]
    auc: dict[str, Limits]
    note: Text | None = None
    calibration: LargeCalibration | None = None


@dataclass(frozen=True, slots=True)
class Covered:
    """How many of ``repeats`` intervals, each from a sample of ``n``, held the truth."""

    __pydantic_config__ = STRICT
    id: str
    title: Text
    repeats: int
    covered: int
    n: int

    def __post_init__(self) -> None:
        if not 0 <= self.covered <= self.repeats or not self.repeats:
            raise ValueError("covered must be from 0 to repeats, and repeats above 0")


@dataclass(frozen=True, slots=True)
class Spread:
    """A figure over many cohorts: mean, its standard error, 5th and 95th percentile."""

    __pydantic_config__ = STRICT
    mean: float
    error: float
    low: float
    high: float

    @property
    def interval(self) -> Interval:
        """Mean and percentiles, for the report."""
        return Interval(self.mean, self.low, self.high)


@dataclass(frozen=True, slots=True)
class Repeated:
    """The whole method on many cohorts: see :mod:`training.proof.repeats`.

    Attributes
    ----------
    models
        By model, then ``auc`` and ``slope``; None where no cohort gave a model that tells patients apart.
    true_slope, own_true_slope
        Slope in new patients of the true log-odds, fitted to each cohort and to the one that the pack is made from.
    """

    __pydantic_config__ = STRICT
    cohorts: int
    n: int
    events: int
    tested: int
    models: dict[str, dict[str, Spread | None]]
    true_slope: Spread
    own_true_slope: float


@dataclass(frozen=True, slots=True)
class Null:
    """Cohorts whose outcomes were permuted, ``where`` they were tried; see :mod:`training.proof.controls`."""

    __pydantic_config__ = STRICT
    where: Literal["drawn", "new", "own"]
    cohorts: int
    auc: dict[str, Spread | None]


@dataclass(frozen=True, slots=True)
class Untaught:
    """Cohorts whose outcome hangs on a factor that the encoder was not taught.

    Attributes
    ----------
    rank, share
        Of the factor's direction in the features' scatter, and its share of that.
    best
        AUC of the truth itself.
    """

    __pydantic_config__ = STRICT
    rank: int
    share: float
    cohorts: int
    auc: dict[str, Spread | None]
    best: dict[str, Spread | None]


@dataclass(frozen=True, slots=True)
class Controls:
    """Both kinds of control."""

    __pydantic_config__ = STRICT
    null: tuple[Null, ...]
    untaught: tuple[Untaught, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """What was wanted and what was found."""

    __pydantic_config__ = STRICT
    title: Text
    wanted: Text
    found: str
    met: bool


@dataclass(frozen=True, slots=True)
class Simulation:
    """``simulation.json``; a part that is missing is left out of the report."""

    __pydantic_config__: ClassVar[dict[str, Any]] = TOLERANT
    schema: Literal[1]
    bayes_auc: dict[str, float]
    generator: Text | None = None
    bayes_n: int | None = None
    large_sample: LargeSample | None = None
    coverage: tuple[Covered, ...] = ()
    goals: tuple[Goal, ...] = field(default=())
    repeated: Repeated | None = None
    controls: Controls | None = None


def read_truth(path: Path, shipped: str) -> Truth:
    """The simulated truth and the distance of the shipped model from it.

    Raises
    ------
    InputError
        When the file is damaged.
    """
    read = read_typed(Simulation, read_json(path), str(path))
    large = read.large_sample
    calibration = large.calibration if large else None
    aucs = {model: limits.interval for model, limits in large.auc.items()} if large else {}
    gap, own = None, aucs.get(shipped)
    if own is not None and shipped in read.bayes_auc:
        best = read.bayes_auc[shipped]
        gap = Interval(own.value - best, own.low - best, own.high - best)
    return Truth(
        generator=read.generator,
        bayes_auc=read.bayes_auc,
        bayes_n=read.bayes_n,
        large_n=large.n if large else None,
        large_events=large.events if large else None,
        large_features_from=large.features_from if large else None,
        large_note=large.note if large else None,
        large_auc=aucs,
        gap=gap,
        calibration_prevalence=calibration.prevalence if calibration else None,
        calibration_slope=calibration.slope.interval if calibration else None,
        calibration_intercept=calibration.intercept.interval if calibration and calibration.intercept else None,
        calibration_ici=calibration.ici if calibration else None,
        coverage=tuple(Coverage(c.id, c.title, c.n, c.repeats, wilson(c.covered, c.repeats)) for c in read.coverage),
        goals=tuple((g.title, g.wanted, g.found, g.met) for g in read.goals),
        repeated=read.repeated and _method(read.repeated),
        nulls=tuple((n.where, n.cohorts, _intervals(n.auc)) for n in read.controls.null) if read.controls else (),
        untaught=tuple(
            UntaughtFact(u.rank, u.share, u.cohorts, _intervals(u.auc), _intervals(u.best))
            for u in (read.controls.untaught if read.controls else ())
        ),
    )


def _intervals(spreads: dict[str, Spread | None]) -> dict[str, Interval | None]:
    return {model: spread and spread.interval for model, spread in spreads.items()}


def _method(read: Repeated) -> Method:
    found = {
        model: {name: figure and figure.interval for name, figure in figures.items()}
        for model, figures in read.models.items()
    }
    return Method(read.cohorts, read.n, read.events, read.tested, found, read.true_slope.interval, read.own_true_slope)
