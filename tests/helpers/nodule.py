"""A second system in small, ``lung-nodule``: a nodule that is outlined by hand, and a risk from boosted trees.

Trees and cohort are made up (``lung_nodule/make.py``); the pack is a fixture of the tests and is never shipped.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from inference.outcome import Edit, Outcome
from inference.packs.store import Pack
from inference.pipeline import Request, run
from inference.segmentation import Segmentation
from inference.site import Prevalence, SiteProfile
from tests.helpers.manifests import IMAGE, MEASURE
from tests.helpers.packs import choice, make_pack, number, sheet, text
from tests.helpers.vessels import GRID, STEP, VEIN, engines, scan

FOLDER = Path(__file__).parent / "lung_nodule"
FIGURES = json.loads((FOLDER / "figures.json").read_text(encoding="utf-8"))
TREES = (FOLDER / "trees.json").read_bytes()
SITE = SiteProfile(prevalence={"nodule-cancer": Prevalence("made up", rate=0.04)})
ANSWERS = {"age": 68, "spiculated": "yes", "emphysema": "no", "upper_lobe": "yes"}
FILES = {"trees.json": TREES, "locator.onnx": b"locator", "block.onnx": b"block"}


def named(part: dict, en: str, zh: str) -> dict:
    return {**part, "label": text(en, zh)}


def yes_or_no(name: str, en: str, zh: str) -> dict:
    listed = [{"value": "no", "label": text("no", "否")}, {"value": "yes", "label": text("yes", "是")}]
    return {**named(choice(name), en, zh), "choices": listed}


FEATURES = [
    {"name": "age", "predictor": "age"},
    {"name": "volume", "predictor": "volume"},
    {"name": "density", "predictor": "density"},
    *(
        {"name": f"{name}.yes", "predictor": name, "answer": "yes"}
        for name in ("spiculated", "emphysema", "upper_lobe")
    ),
]
STEP_OF_TREES = {
    "kind": "trees",
    "id": "malignancy",
    "model": "trees.json",
    "start": FIGURES["nodule"]["start"],
    "features": FEATURES,
    "trained_prevalence": FIGURES["prevalence"],
    "cohort": text("800 made-up patients", "800 例虚构患者"),
    "outcomes": "patients",
    "within": {"count": 1, "unit": "a"},
    "minimum_known": 3,
    "evidence": ["source"],
}
TIER = {"colour": "#b3261e", "shape": "triangle"}
WIDE = {"volume_ml": {"low": 0, "high": 99}, "diameter_mm": {"low": 0, "high": 99}, "hu": {"low": -999, "high": 999}}
WORDS = {
    "structure": text("nodule", "结节"),
    "structures": text("nodules", "结节"),
    "measures": text("Nodule measures", "结节测量"),
    "risk": text("Risk of lung cancer", "肺癌风险"),
}
NODULE = {"id": "nodule", "title": text("Nodule", "结节"), "short": "N", "kind": "nodule", "code": "27925004", **WIDE}
MANIFEST = {
    "schema": 2,
    "id": "lung-nodule",
    "title": text("Lung nodule: cancer within a year", "肺结节：一年内恶性风险"),
    "status": "site-trained",
    "outcome": "nodule-cancer",
    "images": [{**IMAGE, "title": text("Chest CT", "胸部 CT"), "window": {"level": -600, "width": 1500}}],
    "structures": [{**NODULE, "colour": "#0b8f6a"}],
    "words": WORDS,
    "predictors": [
        named(number("age", 18, 100, unit="a", decimals=0), "Age", "年龄"),
        named(number("volume", 0, 99, unit="mL", decimals=2, step="nodule.volume_ml"), "Nodule volume", "结节体积"),
        named(number("density", -999, 999, unit="HU", decimals=0, step="nodule.mean_hu"), "Nodule density", "结节密度"),
        yes_or_no("spiculated", "Spiculated", "毛刺征"),
        yes_or_no("emphysema", "Emphysema", "肺气肿"),
        yes_or_no("upper_lobe", "Upper lobe", "上叶"),
    ],
    "tiers": [
        {**TIER, "id": "high", "title": text("HIGH", "高"), "times": 3},
        {"id": "low", "title": text("LOW", "低"), "times": 0, "colour": "#1b6e4f", "shape": "circle"},
    ],
    "steps": [
        {**STEP, "block": {**STEP["block"], "structures": {"nodule": "a vein"}}},
        MEASURE,
        STEP_OF_TREES,
    ],
}


def nodule_pack(**changes) -> Pack:
    """The pack; changes are of its ``trees`` step."""
    steps = [*MANIFEST["steps"][:-1], {**STEP_OF_TREES, **changes}]
    return make_pack(FILES, **{**MANIFEST, "steps": steps})


def outlined(place: tuple[slice, ...]) -> Segmentation:
    """A nodule as a hand outlined it."""
    labels = np.zeros(GRID.shape, np.uint8)
    labels[place] = 1
    return Segmentation("ct", labels, np.full(GRID.shape, 0.9, np.float32), GRID, ("nodule",))


def screen_nodule(answers: dict | None = None, site: SiteProfile = SITE, place=VEIN, **changes) -> Outcome:
    """Screen a patient whose nodule was outlined at this place; as the network found it where there is none."""
    drawn = {}
    if place is not None:
        edit = Edit("nodule", "Li Na", "2026-03-05T08:00:00+08:00")
        drawn = {"corrected": {"vessels": outlined(place)}, "edits": (edit,)}
    known = ANSWERS if answers is None else answers
    return run(Request(nodule_pack(**changes), sheet(known), site, volumes={"ct": scan()}, **drawn), engines())
