"""Entries of a manifest: predictors as they are asked, the image, and whom a risk is read against."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, asdict, fields
from typing import Any

import numpy as np

from inference.expressions import names_in
from inference.predictors import ChoicePredictor, NumberPredictor, Predictor, PredictorEntry, entry_of
from inference.reading import read_typed, to_plain
from inference.schema import ImageRole
from inference.steps import StepParameters
from inference.steps.kind import Step
from inference.vocabulary import Text
from training.cohort.settings import CohortSettings
from training.cohort.table import Case
from training.recipes import ScorePlan

EVIDENCE = "cohort"
FALLBACK = "fallback"
"""Group of the form with what only the fallback asks."""
ANSWERED = ("numbers", "predictors", "number predictors", "choices")
"""Kinds of references that are answers."""
SCORE_MARGIN = 1.0
"""How far beyond the training patients' scores one is still believed: one standard deviation."""
PATIENT, IMAGE = "patient", "image"
"""Groups of the form: what people are asked of the patient, and what is read from the images."""


def both(en: str, zh: str) -> dict[str, str]:
    """A text in both languages."""
    return {"en": en, "zh": zh}


def asked_entries(settings: CohortSettings, used: set[str], training: Sequence[Case]) -> list[dict[str, object]]:
    """The predictors that a model uses and people are asked, and those that they are computed from."""
    return [predictor_entry(p, training) for p in settings.asked if p.id in used or _feeds(p, used, settings)]


def fallback_entries(base: Mapping[str, Any], own: set[str]) -> list[dict[str, object]]:
    """What the fallback's answer asks and the pack does not: one form asks both, so that a refused image has an answer.

    Parameters
    ----------
    own
        Ids of the pack's predictors.
    """
    steps = read_typed(tuple[StepParameters, ...], base["steps"], base["id"])
    used = {name for step in steps for name in _wanted(step)} & {predictor["id"] for predictor in base["predictors"]}
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


def _wanted(step: Step) -> frozenset[str]:
    """What a step answers from: what its figure is made of, or all that it names where it does not tell."""
    return step.makes_figure(()) or frozenset(name for what, _, name in step.references() if what in ANSWERED)


def predictor_entry(predictor: Predictor, training: Sequence[Case]) -> dict[str, object]:
    """A predictor of ``cohort.toml`` as it stands in a manifest, with the range that it was trained on."""
    entry = entry_of(predictor)
    plain, blank = to_plain(entry), to_plain(PredictorEntry("", Text("", ""), entry.kind))
    given = [case.answers.get(predictor.id) for case in training]
    numbers = [value for value in given if isinstance(value, float)]
    if isinstance(predictor, NumberPredictor) and numbers:
        plain["range"] = [float(np.floor(min(numbers))), float(np.ceil(max(numbers)))]
    if not predictor.asked:
        plain["group"] = IMAGE
    return {name: value for name, value in plain.items() if name == "kind" or value != blank[name]}


def step_entry(step: Any) -> dict[str, object]:
    """A step of the program as it stands in a manifest: what differs from what is taken where nothing is said."""
    blank = {one.name: one.default for one in fields(step) if one.default is not MISSING}
    told = {name for name in step.__slots__ if name not in blank or getattr(step, name) != blank[name]}
    return {name: value for name, value in to_plain(step).items() if name in told}


def score_entry(plan: ScorePlan, scores: Sequence[float]) -> dict[str, object]:
    """A score as a predictor that is never asked.

    Parameters
    ----------
    scores
        Of the training cases, out of fold; NaN where there is none.
    """
    known = np.array(scores, float)
    known = known[np.isfinite(known)]
    low, high = float(known.min()) - SCORE_MARGIN, float(known.max()) + SCORE_MARGIN
    return {
        "id": plan.id,
        "label": to_plain(plan.title),
        "kind": "number",
        "group": IMAGE,
        "range": [round(low, 2), round(high, 2)],
        "decimals": 2,
        "step": plan.id,
    }


def population_part(
    settings: CohortSettings,
    answers: Sequence[Mapping[str, Any]],
    scores: Mapping[str, np.ndarray],
    outcome: np.ndarray,
    used: set[str],
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
    for name, values in scores.items():
        known = np.isfinite(values)
        entries.append(_normal(name, values[known], weights[known] / weights[known].sum()))
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
