"""The manifest of a trained pack, from what the other commands left in the work folder."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from inference.expressions import names_in
from inference.reading import to_plain
from inference.schema import Predictor
from training.cohort.settings import CohortSettings
from training.cohort.studies import REGION, ROLE
from training.cohort.table import Case
from training.packing.vessels_demo import STRUCTURES as STRUCTURE_ENTRIES
from training.risk.design import SIGNATURE

PACKS = Path(__file__).parents[2] / "resources" / "packs"
CLINICAL = "cme-literature-prior"
"""Tiers, actions and the fallback of extravasation packs; another outcome brings its own with ``--base``."""
VESSELS = "cme-vessels-demo"
SIMULATED = "simulation-trained"
EVIDENCE = "cohort"
FALLBACK = "fallback"
"""Group of the form with what only the fallback asks."""


def both(en: str, zh: str) -> dict[str, str]:
    """A text in both languages."""
    return {"en": en, "zh": zh}


def manifest_of(
    pack_id: str,
    version: str,
    base: Mapping,
    settings: CohortSettings,
    status: str,
    segment: Mapping,
    crop: Mapping,
    risk: Mapping,
    distance_limit: float,
    figures: Sequence[Mapping],
    texts: Mapping[str, Mapping[str, str]],
    training: Sequence[Case],
) -> dict[str, object]:
    """Everything but the files.

    Parameters
    ----------
    base
        Manifest of the pack whose tiers and actions are taken over, and which answers where the images are refused.
    risk
        The logistic step without its kind and id, see :func:`logistic_part`.
    texts
        ``title``, ``summary``, ``licence`` and ``note`` (of the cohort as a source).
    training
        Training cases: numbers outside their range are refused.
    """
    used = {term["predictor"] for term in risk["terms"]}
    asked = [predictor_entry(p, training) for p in settings.predictors if p.id in used or _feeds(p, used, settings)]
    asked += fallback_entries(base, {entry["id"] for entry in asked})
    structures = [entry["id"] for entry in STRUCTURE_ENTRIES]
    return {
        "schema": 2,
        "id": pack_id,
        "version": version,
        "title": texts["title"],
        "summary": texts["summary"],
        "status": status,
        "intended_use": base["intended_use"],
        "limits": _limits(status == SIMULATED),
        "evidence": [
            *_evidence_of(base),
            {
                "id": EVIDENCE,
                "citation": f"{settings.title.en} ({pack_id} {version})",
                "certainty": "computed",
                "note": texts["note"],
            },
        ],
        "licence": texts["licence"],
        "outcome": settings.outcome,
        "images": [_role()],
        "regions": [to_plain(REGION)],
        "groups": [
            {"id": "patient", "title": both("Patient", "患者")},
            {
                "id": FALLBACK,
                "title": both("If the images are refused", "影像不可用时"),
            },
            {"id": "image", "title": both("From the images", "影像所得")},
        ],
        "predictors": [*asked, signature_entry(risk["signature_range"])],
        "structures": list(STRUCTURE_ENTRIES),
        "steps": [
            dict(segment),
            {"kind": "measure", "id": "measures", "segment": segment["id"]},
            {
                "kind": "deep-features",
                "id": "features",
                "segment": segment["id"],
                "model": "models/encoder.onnx",
                "structures": structures,
                "crop": dict(crop),
            },
            {
                "kind": "classify",
                "id": SIGNATURE,
                "title": both("Image signature", "影像标签"),
                "features": "features",
                "model": "models/head.onnx",
                "distance_limit": distance_limit,
            },
            {
                "kind": "logistic",
                "id": "risk",
                "outcomes": "simulated" if status == SIMULATED else "patients",
                **{k: v for k, v in risk.items() if k != "signature_range"},
            },
        ],
        "tiers": base["tiers"],
        "actions": base["actions"],
        **{name: base[name] for name in ("event", "words") if name in base},
        "figures": list(figures),
        "fallback": base["id"],
    }


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
    plain = json.loads(json.dumps(asdict(predictor)))
    given = [case.answers.get(predictor.id) for case in training]
    numbers = [value for value in given if isinstance(value, float)]
    if predictor.kind == "number" and numbers:
        plain["range"] = [float(np.floor(min(numbers))), float(np.ceil(max(numbers)))]
    defaults = {"group": "patient", "unit": "", "decimals": 0, "dicom_scale": 1.0, "stops_out_of_range": True}
    empty = (None, [], {}, False)
    return {k: v for k, v in plain.items() if v not in empty and defaults.get(k) != v}


def signature_entry(limits: tuple[float, float]) -> dict[str, object]:
    """The image signature as a predictor that is never asked."""
    return {
        "id": SIGNATURE,
        "label": both("Image signature", "影像标签"),
        "kind": "number",
        "group": "image",
        "range": list(limits),
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
        if predictor.kind == "number":
            entries.append(_normal(predictor.id, np.array(values, float), own))
        else:
            shares = {c.value: float(own[np.array([v == c.value for v in values])].sum()) for c in predictor.choices}
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


def _role() -> dict[str, object]:
    plain = json.loads(json.dumps(asdict(ROLE)))
    return {k: v for k, v in plain.items() if v not in ([], True)}


def _evidence_of(base: Mapping) -> list[Mapping]:
    """Sources that the taken-over tiers rest on."""
    return [entry for entry in base["evidence"] if entry["id"] in ("hu-2025", "hu-2025-plos")]


def _limits(simulated: bool) -> list[dict[str, str]]:
    limits = []
    if simulated:
        limits.append(
            both(
                "Trained and tested on simulated patients only: no clinical validity is claimed. The effects of all "
                "factors are invented.",
                "仅以仿真患者训练与测试：不主张任何临床有效性。所有因素的效应均为设定值。",
            )
        )
    return [
        *limits,
        both(
            "The image signature is part of the probability; images unlike those of the training cohort are refused.",
            "影像标签计入概率；与训练队列差异过大的影像将被拒绝。",
        ),
        both(
            "The vessel masks are the model's: check the contours.",
            "血管轮廓由模型勾画：请核对。",
        ),
        both("Right side only; adults; non-contrast CT.", "仅右侧；成人；平扫 CT。"),
    ]
