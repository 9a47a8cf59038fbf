"""What tables hold that a recipe asks for: one dataclass for a row of each kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from training.evaluation.facts import Contributions
from training.recipes.evaluation import TablePlan
from training.statistics.samples import Interval


@dataclass(frozen=True, slots=True)
class Overlapping:
    """Overlap of a structure that was found with that drawn, or of one reader's with another's.

    Attributes
    ----------
    sample
        Or the two readers.
    above
        Values of IoU with how many of the cases lie above each, and their share.
    """

    structure: str
    sample: str
    n: int
    dice: Interval | None
    iou: Interval | None
    above: tuple[tuple[float, int, Interval], ...]


@dataclass(frozen=True, slots=True)
class FitTest:
    """Hosmer and Lemeshow's test of one model in one sample; figures are None where it cannot be computed."""

    model: str
    sample: str
    n: int
    events: int
    groups: int
    statistic: float | None = None
    freedom: int = 0
    p: float | None = None
    least_expected: float = 0.0


@dataclass(frozen=True, slots=True)
class PairTest:
    """DeLong's test of two models in the same cases.

    Attributes
    ----------
    difference
        AUC of ``model`` minus that of ``other``.
    together
        P-value that holds for all pairs of the sample together.
    """

    sample: str
    n: int
    events: int
    model: str
    other: str
    difference: Interval | None = None
    z: float | None = None
    p: float | None = None
    together: float | None = None


@dataclass(frozen=True, slots=True)
class Correlation:
    """Rank correlation of two quantities in a sample."""

    sample: str
    first: str
    second: str
    n: int
    rho: Interval | None
    p: float | None


@dataclass(frozen=True, slots=True)
class CutOff:
    """A published cut-off in one sample.

    Attributes
    ----------
    unknown
        Cases in which the quantity is not known, left out.
    ppv, npv
        In this sample; ``site_ppv`` and ``site_npv`` at the site's event rate.
    """

    sample: str
    n: int
    events: int
    unknown: int
    true_positives: int
    false_positives: int
    true_negatives: int
    false_negatives: int
    sensitivity: Interval | None
    specificity: Interval | None
    ppv: Interval | None
    npv: Interval | None
    site_ppv: Interval | None
    site_npv: Interval | None


@dataclass(frozen=True, slots=True)
class Explained:
    """What moved the log-odds of the cases of a sample.

    Attributes
    ----------
    method
        ``additive``: coefficient times distance from the mean; ``shapley``: TreeSHAP; ``permutation``.
    left_out
        Cases that the model gives nothing for.
    """

    model: str
    sample: str
    method: Literal["additive", "shapley", "permutation"]
    n: int
    left_out: int
    contributions: tuple[Contributions, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A share of both, their difference (model minus reader) and its p."""

    model: Interval
    reader: Interval
    difference: Interval
    p: float | None


@dataclass(frozen=True, slots=True)
class Beside:
    """A model and a reader in the cases that both judged; figures are None where there are too few.

    Attributes
    ----------
    reader
        Column of the reader.
    sensitivity, specificity
        McNemar's test; the model at its locked threshold.
    auc
        DeLong's test.
    """

    sample: str
    n: int
    events: int
    model: str
    reader: str
    sensitivity: Compared | None = None
    specificity: Compared | None = None
    auc: Compared | None = None


Row = Overlapping | FitTest | PairTest | Correlation | CutOff | Explained | Beside


@dataclass(frozen=True, slots=True)
class Asked:
    """One table that was asked for, and its rows; none where there is nothing to compute it from."""

    plan: TablePlan
    rows: tuple[Row, ...]
