"""The segment step that the vessel networks are run by, as it stands in a manifest."""

from __future__ import annotations

from training.vessels.plans import BLOCK, LOCATOR, Plan

FROM_BUNDLED = "bundled"
"""``--start-from`` of ``train-vessels`` for such a one."""
CLASS_OF = {"CCA-R": BLOCK.names[1], "IJV-R": BLOCK.names[2], "SCA-R": BLOCK.names[3], "SCV-R": BLOCK.names[4]}
ANGLE = ("IJV-R", "SCV-R")
"""The veins whose meeting is the venous angle, upper and lateral one."""
OFFSET_MM = (20.0, 5.0, -15.0)
"""From the venous angle to the middle of the block (k, j, i), so that it holds all of the vessels: in simulated
training patients they reach from 74 mm on the angle's right, where the subclavian vessels pass the first rib, to 42 mm
on its left. Simulated volumes to train on reach 76 mm to either side, so such a block is among those cut out of
them."""


def segment_step(plan: Plan = BLOCK) -> dict:
    """Parameters of the segment step, as in the manifest, for a plan of the fine network."""
    return {
        "kind": "segment",
        "id": "vessels",
        "image": "ct",
        "locator": {
            "model": "models/locator.onnx",
            "spacing_mm": LOCATOR.spacing_mm[0],
            "size": list(LOCATOR.size),
            "window_hu": list(LOCATOR.window_hu),
            "classes": list(LOCATOR.names),
            "target": "right-inlet",
            "region_ml": 24.4,
            "least_ml": 6.0,
            "least_certainty": 0.8,
        },
        "block": {
            "model": "models/vessels.onnx",
            "spacing_mm": list(plan.spacing_mm),
            "size": list(plan.size),
            "window_hu": list(plan.window_hu),
            "classes": list(plan.names),
            "structures": CLASS_OF,
            "offset_mm": list(OFFSET_MM),
            "angle": list(ANGLE),
            # Half a voxel apart: Dice +.010, +.006, +.004, 0 in eight simulated patients; further ones add nothing.
            "placements": 2,
            # Of 1, .8, .65 and .5 in twelve simulated training patients: at 1 the vessels came out 3 to 10 % too small
            # on the scan's voxels, at .8 within 3 %; Dice +.010, +.003, +.011, +.012.
            "rest_weight": 0.8,
        },
    }
