"""The manifest of a trained pack: what its steps write, between what the recipe and the base pack say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from inference.packs.schema_1 import as_schema_2
from inference.reading import to_plain
from inference.steps.drawn import DrawnStep
from training.packing.entries import EVIDENCE, FALLBACK, IMAGE, PATIENT, both, fallback_entries, role_entry
from training.packing.parts import Made, Part
from training.recipes import Networks, Recipe

PACKS = Path(__file__).parents[2] / "resources" / "packs"
GROUPS = (
    {"id": PATIENT, "title": both("Patient", "患者")},
    {"id": FALLBACK, "title": both("If the images are refused", "影像不可用时")},
    {"id": IMAGE, "title": both("From the images", "影像所得")},
)
"""Of the form, as far as they hold something."""


@dataclass(frozen=True, slots=True)
class About:
    """What a pack says of itself beside its steps.

    Attributes
    ----------
    base
        Manifest of the pack whose tiers and actions are taken over, and which answers where the images are refused;
        None without one.
    title, note
        In both languages; ``note`` is of the cohort as a source.
    figures
        Title and value of each validation figure.
    credits
        Whose images the networks owe something to.
    """

    id: str
    version: str
    base: Mapping | None
    title: Mapping[str, str]
    note: Mapping[str, str]
    figures: Sequence[Mapping]
    credits: Sequence[str]


def manifest_of(about: About, made: Made, parts: Sequence[Part]) -> dict[str, object]:
    """Everything but the files."""
    # A base of before says nothing of what every program knew then; it is what a reader is told all the same.
    recipe, base = made.recipe, as_schema_2(about.base) if about.base is not None else {}
    given = [entry for part in parts for entry in part.gives]
    asked = [entry for part in parts for entry in part.asks]
    if base:
        asked += fallback_entries(base, {str(entry["id"]) for entry in (*asked, *given)})
    predictors = [*asked, *given]
    images = {step.image for step in recipe.packed if isinstance(step, (Networks, DrawnStep))}
    roles = [role for role in recipe.images if role.id in images]
    regions = [region for region in recipe.regions if any(region.id == role.region for role in roles)]
    return {
        "schema": 2,
        "id": about.id,
        "version": about.version,
        "title": about.title,
        "summary": to_plain(recipe.pack.summary),
        "status": made.status,
        "intended_use": _own(recipe, "intended_use", base),
        "limits": _limits(recipe, made.simulated),
        "evidence": [
            *(entry for entry in base.get("evidence", ()) if entry["id"] in recipe.pack.base_evidence),
            *(to_plain(entry) for entry in recipe.evidence),
            {
                "id": EVIDENCE,
                "citation": f"{made.settings.title.en} ({about.id} {about.version})",
                "certainty": "computed",
                "note": about.note,
            },
        ],
        "licence": to_plain(recipe.pack.licence),
        "outcome": made.settings.outcome,
        "images": [role_entry(role) for role in roles],
        "regions": [to_plain(region) for region in regions],
        "groups": [
            group for group in GROUPS if any(entry.get("group", PATIENT) == group["id"] for entry in predictors)
        ],
        "predictors": predictors,
        "structures": [entry for part in parts for entry in part.structures],
        "steps": [dict(part.step) for part in parts],
        "tiers": _own(recipe, "tiers", base) or [],
        "actions": _own(recipe, "actions", base) or [],
        **{name: value for name in ("gates", "event", "words") if (value := _own(recipe, name, base))},
        **({"body_part": to_plain(recipe.pack.body_part)} if recipe.pack.body_part else {}),
        "figures": list(about.figures),
        **({"fallback": base["id"]} if base else {}),
        "attribution": list(about.credits),
    }


def _own(recipe: Recipe, name: str, base: Mapping) -> object:
    """A part of the manifest as the recipe says it, or as its base does."""
    own = getattr(recipe.pack, name)
    return to_plain(recipe.pack)[name] if own else base.get(name)


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
    scores = recipe.model(recipe.shipped).scores
    if scores:
        title = recipe.score(scores[0]).title
        limits.append(
            both(
                f"The {title.en[0].lower()}{title.en[1:]} is part of the probability; images unlike those of the "
                "training cohort are refused.",
                f"{title.zh}计入概率；与训练队列差异过大的影像将被拒绝。",
            )
        )
    return [*limits, *(to_plain(limit) for limit in recipe.pack.limits)]
