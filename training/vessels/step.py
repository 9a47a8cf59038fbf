"""The segment step that the vessel networks are run by, as it stands in a manifest."""

from __future__ import annotations

from training.recipes import Recipe
from training.vessels.plans import BLOCK, LOCATOR, Plan

FROM_BUNDLED = "bundled"
"""``--start-from`` of ``train-vessels`` for the weights that are kept with the source."""


def segment_step(recipe: Recipe, plan: Plan = BLOCK) -> dict:
    """Parameters of the segment step, as in the manifest, for a plan of the fine network."""
    own = recipe.segmenting
    return {
        "kind": "segment",
        "id": own.id,
        "image": own.image,
        "locator": {
            "model": "models/locator.onnx",
            "spacing_mm": LOCATOR.spacing_mm[0],
            "size": list(LOCATOR.size),
            "window_hu": list(LOCATOR.window_hu),
            "classes": list(LOCATOR.names),
            "target": own.target,
            "region_ml": own.region_ml,
            "least_ml": own.least_ml,
            "least_certainty": own.least_certainty,
        },
        "block": {
            "model": "models/vessels.onnx",
            "spacing_mm": list(plan.spacing_mm),
            "size": list(plan.size),
            "window_hu": list(plan.window_hu),
            "classes": list(plan.names),
            "structures": dict(own.classes),
            "offset_mm": list(own.offset_mm),
            "angle": list(own.angle),
            "placements": own.placements,
            "rest_weight": own.rest_weight,
        },
    }
