"""Patients that the shipped model was not fitted to: what a pack's capacity and AUC are counted in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.special import logit

from inference.risk.held_out import held_out_of
from training.cohort.balance import LEAST_EVENTS
from training.packing.entries import both

TESTED = ("validation", "external")
NEAREST = 1e-9
"""Probabilities 0 and 1 have no log-odds."""


def held_out_part(
    rows: Sequence[Mapping[str, str]], model: str, trained_prevalence: float, rate: float, simulated: bool
) -> dict[str, object]:
    """What a model gave patients that it was not fitted to.

    Validation and external test where they have events enough, otherwise the training patients, each predicted by
    models of the cross-validation that were fitted without it.

    Parameters
    ----------
    rows
        Of ``predictions.csv``; those of the training split are out of fold.
    model
        Its column there.
    rate
        Share of events that the patients stand for.

    Returns
    -------
    dict
        ``held_out`` of the logistic step; empty where there are too few events to count in.
    """
    for splits, title in (
        (TESTED, both("validation and external test", "验证集与外部测试集")),
        (("train",), both("training patients, out of fold", "训练患者（折外）")),
    ):
        known = [(float(row[model]), row["outcome"] == "1") for row in rows if _counts(row, model, splits)]
        events = sum(event for _, event in known)
        if min(events, len(known) - events) >= LEAST_EVENTS:
            p = np.clip([p for p, _ in known], NEAREST, 1 - NEAREST)
            scores = logit(p) - logit(trained_prevalence)
            return {"held_out": held_out_of(scores, [event for _, event in known], rate, title, simulated)}
    return {}


def _counts(row: Mapping[str, str], model: str, splits: Sequence[str]) -> bool:
    return row["split"] in splits and row[model] != "" and row["outcome"] in ("0", "1")
