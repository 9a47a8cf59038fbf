"""AUCs that were published for other cohorts: shown beside the site's own, never mixed with them."""

from __future__ import annotations

from training.evaluation.facts import Published
from training.statistics.samples import Interval

_HU_2025 = (
    # J Practical Radiology 2025;41(10):1723-1728, abstract
    ("combined", "train", 207, Interval(0.961, 0.924, 0.983)),
    ("combined", "validation", 46, Interval(0.949, 0.840, 0.992)),
    ("combined", "external", 45, Interval(0.891, 0.762, 0.964)),
)
_HU_PLOS = (
    # PLOS One 2025, 10.1371/journal.pone.0314601: its abstract gives no intervals
    ("clinical", (0.852, 0.806, 0.740)),
    ("radiomics", (0.877, 0.866, 0.828)),
    ("combined", (0.945, 0.911, 0.869)),
)
_HU_PLOS_SIZES = (("train", 157), ("validation", 68), ("external", 57))


def published(outcome: str) -> tuple[Published, ...]:
    """What has been published on an outcome; nothing for one that no publication here is about."""
    if outcome != "cme":
        return ()
    first = [Published("hu2025", model, sample, n, auc, auc.value) for model, sample, n, auc in _HU_2025]
    second = [
        Published("hu-plos", model, sample, n, None, value)
        for model, values in _HU_PLOS
        for (sample, n), value in zip(_HU_PLOS_SIZES, values)
    ]
    return (*first, *second)
