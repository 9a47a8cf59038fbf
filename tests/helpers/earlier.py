"""Records as version 0.1 of the program wrote them, whose risk was one flat table."""

from __future__ import annotations

import copy

LATER = ("expected_overlap", "agreement", "least_certain_slice")
"""Figures of a structure that came after that version."""


def as_version_0_1(record: dict) -> dict:
    """The plain data of an outcome in the shape of that version."""
    old = copy.deepcopy(record)
    for measure in old["measures"]:
        for name in LATER:
            del measure[name]
    if old.get("fallback"):
        old["fallback"] = as_version_0_1(old["fallback"])
    if old["risk"] is None:
        return old
    estimate, explanation, population = (old["risk"][part] for part in ("estimate", "explanation", "population"))
    tier, relative = estimate["tier"], estimate["relative"]
    chance = estimate["probability"] or dict.fromkeys(("value", "low", "high"))
    risk = {
        "tier": tier["id"],
        "tier_low": tier["low"],
        "tier_high": tier["high"],
        "tier_basis": tier["basis"],
        "ratio": relative["value"],
        "ratio_low": relative["low"],
        "ratio_high": relative["high"],
        "average_of": relative["average_of"],
        "probability": chance["value"],
        "probability_low": chance["low"],
        "probability_high": chance["high"],
        **{name: value for name, value in explanation.items() if name != "kind"},
        **population,
    }
    begins = tier["begins"] or [None] * len(population["tiers"])
    risk["tiers"] = [{**one, "begins": begin} for one, begin in zip(population["tiers"], begins, strict=True)]
    return {**old, "risk": risk}
