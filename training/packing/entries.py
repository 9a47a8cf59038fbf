"""Entries of a manifest: predictors as they are asked, the image, and whom a risk is read against."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

import numpy as np

from inference.expressions import names_in
from inference.predictors import ChoicePredictor, NumberPredictor, Predictor, PredictorEntry, entry_of
from inference.reading import to_plain
from inference.schema import ImageRole
from inference.vocabulary import Text
from training.cohort.settings import CohortSettings
from training.cohort.table import Case
from training.risk.design import SIGNATURE

EVIDENCE = "cohort"
FALLBACK = "fallback"
"""Group of the form with what only the fallback asks."""
SIGNATURE_MARGIN = 1.0
"""How far beyond the training patients' signatures one is still believed: one standard deviation."""


def both(en: str, zh: str) -> dict[str, str]:
    """A text in both languages."""
    return {"en": en, "zh": zh}


def asked_entries(settings: CohortSettings, used: set[str], training: Sequence[Case]) -> list[dict[str, object]]:
    """The predictors that a model uses, and those that they are computed from."""
    return [predictor_entry(p, training) for p in settings.predictors if p.id in used or _feeds(p, used, settings)]


def fallback_entries(base: Mapping, own: set[str]) -> list[dict[str, object]]:
    """What the fallback's sum asks and the pack does not: one form asks both, so that a refused image has an answer.

    Parameters
    ----------
    own
        Ids of the pack's predictors.
    """
    steps = [step for step in base["steps"] if step["kind"] == "logistic"]
    used = {term["predictor"] for step in steps for term in step["terms"] if "module" not in term}
    by_id = {predictor["id"]: predictor for predictor in base["predictors"]}
    feeding = {name for p in used if "derive" in by_id[p] for name in names_in(by_id[p]["derive"]["formula"])}
    kept = (
        "id",
        "label",
        "kind",
        "unit",
        "range",
        "decimals",
        "choices",
        "dicom",
        "dicom_values",
        "dicom_scale",
        "derive",
    )
    return [
        {**{k: p[k] for k in kept if k in p}, "group": FALLBACK, "stops_out_of_range": False}
        for p in base["predictors"]
        if p["id"] in used | feeding and p["id"] not in own and "step" not in p
    ]


def predictor_entry(predictor: Predictor, training: Sequence[Case]) -> dict[str, object]:
    """A predictor of ``cohort.toml`` as it stands in a manifest, with the range that it was trained on."""
    entry = entry_of(predictor)
    plain, blank = to_plain(entry), to_plain(PredictorEntry("", Text("", ""), entry.kind))
    given = [case.answers.get(predictor.id) for case in training]
    numbers = [value for value in given if isinstance(value, float)]
    if isinstance(predictor, NumberPredictor) and numbers:
        plain["range"] = [float(np.floor(min(numbers))), float(np.ceil(max(numbers)))]
    return {name: value for name, value in plain.items() if name == "kind" or value != blank[name]}


def signature_entry(signatures: Sequence[float]) -> dict[str, object]:
    """The image signature as a predictor that is never asked.

    Parameters
    ----------
    signatures
        Of the training cases, out of fold; NaN where there is none.
    """
    known = np.array(signatures, float)
    known = known[np.isfinite(known)]
    low, high = float(known.min()) - SIGNATURE_MARGIN, float(known.max()) + SIGNATURE_MARGIN
    return {
        "id": SIGNATURE,
        "label": both("Image signature", "影像评分"),
        "kind": "number",
        "group": "image",
        "range": [round(low, 2), round(high, 2)],
        "decimals": 2,
        "step": SIGNATURE,
    }


def population_part(
    settings: CohortSettings, answers: Sequence[Mapping], signature: np.ndarray, outcome: np.ndarray, used: set[str]
) -> list[dict[str, object]]:
    """Distribution of each predictor among the patients that the risk is read against.

    The cohort holds far more events than a department sees. Its patients are weighted so that events have the share
    that they have at the site: that is the population whose average a patient is compared with.
    """
    events = outcome.astype(bool)
    rate = settings.site_prevalence
    weights = np.where(events, rate / events.sum(), (1 - rate) / (~events).sum())
    entries = []
    for predictor in settings.predictors:
        if predictor.id not in used:
            continue
        given = [a.get(predictor.id) for a in answers]
        known = np.array([value is not None for value in given])
        own = weights[known] / weights[known].sum()
        values = [value for value in given if value is not None]
        if isinstance(predictor, NumberPredictor):
            entries.append(_normal(predictor.id, np.array(values, float), own))
        elif isinstance(predictor, ChoicePredictor):
            shares = {value: float(own[np.array([v == value for v in values])].sum()) for value in predictor.values}
            entries.append({"predictor": predictor.id, "shares": _whole(shares), **_SOURCE})
    known = np.isfinite(signature)
    entries.append(_normal(SIGNATURE, signature[known], weights[known] / weights[known].sum()))
    return entries


_SOURCE = {"certainty": "computed", "evidence": EVIDENCE}


def _normal(predictor: str, values: np.ndarray, weights: np.ndarray) -> dict[str, object]:
    mean = float(weights @ values)
    spread = float(np.sqrt(weights @ (values - mean) ** 2))
    return {"predictor": predictor, "mean": round(mean, 4), "sd": round(spread, 4), **_SOURCE}


def _whole(shares: dict[str, float]) -> dict[str, float]:
    """Rounded shares that sum to exactly 1."""
    rounded = {answer: round(share, 4) for answer, share in shares.items()}
    largest = max(rounded, key=rounded.__getitem__)
    rounded[largest] = round(1 - sum(share for answer, share in rounded.items() if answer != largest), 4)
    return rounded


def _feeds(predictor: Predictor, used: set[str], settings: CohortSettings) -> bool:
    """Whether a used predictor is computed from this one."""
    rules = [p.derive for p in settings.predictors if p.id in used and p.derive is not None]
    return any(predictor.id in names_in(rule.formula) for rule in rules)


def role_entry(role: ImageRole) -> dict[str, object]:
    """The image that a pack asks for."""
    given = json.loads(json.dumps(asdict(role)))
    return {name: value for name, value in given.items() if value != [] and value is not True}
