"""A segment step small enough to see through.

Its locator takes the middle of the scan for the region, its network what is bright on the patient's right for an artery
and on the left for a vein.
"""

from __future__ import annotations

import numpy as np

from inference.outcome import Outcome
from inference.packs.store import Pack
from inference.pipeline import Request, run
from inference.volume import Grid, Volume
from tests.helpers.engines import FakeEngine, FakeProvider
from tests.helpers.manifests import IMAGE, MEASURE, STRUCTURE, with_images
from tests.helpers.packs import formula, make_pack, sheet

NAMES = ("artery", "vein")
CLASSES = ["none", "fat", "a vein", "an artery"]
SIZE = (20, 24, 28)
LOCATOR = (8, 8, 8)
STEP = {
    "kind": "segment",
    "id": "vessels",
    "image": "ct",
    "locator": {
        "model": "locator.onnx",
        "spacing_mm": 8,
        "size": LOCATOR,
        "window_hu": [-100, 100],
        "classes": ["none", "inlet"],
        "target": "inlet",
        "region_ml": 20,
        "least_ml": 1,
        "least_certainty": 0.5,
    },
    "block": {
        "model": "block.onnx",
        "spacing_mm": [2, 2, 2],
        "size": SIZE,
        "window_hu": [-100, 100],
        "classes": CLASSES,
        "structures": {"artery": "an artery", "vein": "a vein"},
        "offset_mm": [0, 0, 0],
    },
}
MODELS = {"locator.onnx": b"locator", "block.onnx": b"block"}
ARTERY = slice(10, 20), slice(24, 30), slice(22, 28)
VEIN = slice(10, 20), slice(34, 40), slice(36, 44)
GRID = Grid((-40.0, 12.0, 200.0), (2.0, 1.0, 1.0), (30, 60, 64))


def pack(files=MODELS, ids=("vessels",), **block) -> Pack:
    """One that segments the vessels, once for each id."""
    steps = [{**STEP, "id": one, "block": {**STEP["block"], **block}} for one in ids]
    structures = [{**STRUCTURE, "id": name} for name in NAMES]
    return make_pack(files, images=[IMAGE], structures=structures, steps=steps)


def scan() -> Volume:
    """An artery and a vein, two bars along the body, near the middle of the scan."""
    hu = np.full(GRID.shape, -100, np.int16)
    hu[ARTERY] = hu[VEIN] = 100
    return Volume(hu, GRID)


def inlet(image: np.ndarray) -> np.ndarray:
    middle = np.zeros_like(image)
    middle[..., 3:5, 3:5, 3:5] = 9
    return np.concatenate([np.full_like(image, 4.0), middle], axis=1)


def by_side(image: np.ndarray) -> np.ndarray:
    none, fat = np.full_like(image, 5.0), np.full_like(image, -9.0)
    left = np.arange(SIZE[2]) >= SIZE[2] / 2
    vein, artery = (np.where((image > 0) & side, 9.0, 0.0) for side in (left, ~left))
    return np.concatenate([none, fat, vein, artery], axis=1).astype(np.float32)


def engines(locate=inlet, label=by_side) -> FakeProvider:
    return FakeProvider(
        {"locator.onnx": FakeEngine(locate, LOCATOR, 2), "block.onnx": FakeEngine(label, SIZE, len(CLASSES))}
    )


VESSELS = with_images(
    {**STEP, "block": {**STEP["block"], "structures": {"vein": "a vein"}}}, MEASURE, formula("sum", "a")
)


def screen_vessels(volume=None, provider=None, **plausible) -> Outcome:
    """Screen a scan for one vein of any size, or of the given plausible ranges."""
    wide = {"volume_ml": {"low": 0, "high": 99}, "diameter_mm": {"low": 0, "high": 99}, "hu": {"low": 0, "high": 999}}
    structures = [{**VESSELS["structures"][0], **wide, **plausible}]
    pack = make_pack({"locator.onnx": b"l", "block.onnx": b"b"}, **{**VESSELS, "structures": structures})
    request = Request(pack, sheet({"a": 1}), volumes={"ct": volume or scan()})
    return run(request, provider or engines())
