"""The manifest of a trained pack: what its steps write, between what the recipe and the base pack say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from inference.packs.schema_1 import as_schema_2
from inference.reading import to_plain
from training.packing.entries import EVIDENCE, FALLBACK, both, fallback_entries, role_entry
from training.packing.parts import PARTS, Made
from training.recipes import Recipe

PACKS = Path(__file__).parents[2] / "resources" / "packs"


@dataclass(frozen=True, slots=True)
class About:
    """What a pack says of itself beside its steps.

    Attributes
    ----------
    base
        Manifest of the pack whose tiers and actions are taken over, and which answers where the images are refused.
    title, note
        In both languages; ``note`` is of the cohort as a source.
    figures
        Title and value of each validation figure.
    credits
        Whose images the networks owe something to.
    """

    id: str
    version: str
    base: Mapping
    title: Mapping[str, str]
    note: Mapping[str, str]
    figures: Sequence[Mapping]
    credits: Sequence[str]


def manifest_of(about: About, made: Made) -> dict[str, object]:
    """Everything but the files."""
    # A base of before says nothing of what every program knew then; it is what a reader is told all the same.
    recipe, base = made.recipe, as_schema_2(about.base)
    parts = [PARTS[kind](made) for kind in recipe.steps]
    asked = [entry for part in parts for entry in part.asks]
    asked += fallback_entries(base, {entry["id"] for entry in asked})
    return {
        "schema": 2,
        "id": about.id,
        "version": about.version,
        "title": about.title,
        "summary": to_plain(recipe.pack.summary),
        "status": made.status,
        "intended_use": base["intended_use"],
        "limits": _limits(recipe, made.simulated),
        "evidence": [
            *(entry for entry in base["evidence"] if entry["id"] in recipe.pack.base_evidence),
            {
                "id": EVIDENCE,
                "citation": f"{made.settings.title.en} ({about.id} {about.version})",
                "certainty": "computed",
                "note": about.note,
            },
        ],
        "licence": to_plain(recipe.pack.licence),
        "outcome": made.settings.outcome,
        "images": [role_entry(recipe.image)],
        "regions": [to_plain(recipe.region)],
        "groups": [
            {"id": "patient", "title": both("Patient", "患者")},
            {"id": FALLBACK, "title": both("If the images are refused", "影像不可用时")},
            {"id": "image", "title": both("From the images", "影像所得")},
        ],
        "predictors": [*asked, *(entry for part in parts for entry in part.gives)],
        "structures": [entry for part in parts for entry in part.structures],
        "steps": [dict(part.step) for part in parts],
        "tiers": base["tiers"],
        "actions": base["actions"],
        **{name: base[name] for name in ("gates", "event", "words") if base.get(name)},
        "figures": list(about.figures),
        "fallback": base["id"],
        "attribution": list(about.credits),
    }


def _limits(recipe: Recipe, simulated: bool) -> list[dict[str, str]]:
    limits = []
    if simulated:
        limits.append(
            both(
                "Trained and tested on simulated patients only: no clinical validity is claimed. The effects of all "
                "factors are invented.",
                "仅以仿真患者训练与测试：不主张任何临床有效性。所有因素的效应均为设定值。",
            )
        )
    if recipe.model(recipe.shipped).images:
        limits.append(
            both(
                "The image signature is part of the probability; images unlike those of the training cohort are "
                "refused.",
                "影像评分计入概率；与训练队列差异过大的影像将被拒绝。",
            )
        )
    return [*limits, *(to_plain(limit) for limit in recipe.pack.limits)]
