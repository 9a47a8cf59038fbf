"""Records that earlier versions of the program wrote, brought into the present shape before they are read.

Until version 0.1 a risk was one flat table that a logistic model alone could fill. Nothing is computed here and nothing
is filled in: a part that an old record lacks is missing in the new one, and is refused as such.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_EXPLANATION = ("log_odds", "spread", "contributions", "unknown", "what_if", "nomogram", "offset", "recentring")
_POPULATION = ("share_at_or_above", "site_prevalence", "trained_prevalence", "raw_probability")
_TIER = {"id": "tier", "low": "tier_low", "high": "tier_high", "basis": "tier_basis"}
_RELATIVE = {"value": "ratio", "low": "ratio_low", "high": "ratio_high"}
_PROBABILITY = {"value": "probability", "low": "probability_low", "high": "probability_high"}


def upgraded(data: object) -> object:
    """The plain data of a record, and of the one beside a refusal, in the present shape; itself if it has it."""
    if not isinstance(data, dict):
        return data
    record = part = dict(data)
    while True:
        risk, beside = part.get("risk"), part.get("fallback")
        if isinstance(risk, dict) and "estimate" not in risk:
            part["risk"] = _risk(risk)
        if not isinstance(beside, dict):
            return record
        part["fallback"] = dict(beside)
        part = part["fallback"]


def is_mixed(data: object) -> bool:
    """Whether a risk is told in both shapes at once, so that nobody can say which of the two was meant."""
    while isinstance(data, dict):
        risk = data.get("risk")
        if isinstance(risk, dict) and not {"estimate", "explanation", "population"}.isdisjoint(risk):
            flat = {*_EXPLANATION, *_POPULATION, *_TIER.values(), *_RELATIVE.values(), *_PROBABILITY.values(), "tiers"}
            if not flat.isdisjoint(risk):
                return True
        data = data.get("fallback")
    return False


def _risk(old: Mapping[str, Any]) -> dict[str, Any]:
    tier = _some(old, _TIER)
    tiers = old.get("tiers")
    if isinstance(tiers, list) and all(isinstance(one, dict) and "begins" in one for one in tiers):
        tier["begins"] = [one["begins"] for one in tiers]
        tiers = [{name: value for name, value in one.items() if name != "begins"} for one in tiers]
    probability = None if old.get("probability") is None else _some(old, _PROBABILITY)
    relative = {**_some(old, _RELATIVE), "average_of": old.get("average_of", "pack")}
    population = _some(old, dict(zip(_POPULATION, _POPULATION)))
    return {
        "estimate": {"tier": tier, "probability": probability, "relative": relative},
        "explanation": {"kind": "additive", **_some(old, dict(zip(_EXPLANATION, _EXPLANATION)))},
        "population": population if tiers is None else {**population, "tiers": tiers},
    }


def _some(old: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """What is there of these fields, by their new name."""
    return {new: old[name] for new, name in names.items() if name in old}
