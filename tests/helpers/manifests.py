"""Parts of manifests as they stand in ``pack.json``: one of each kind of step, whose references all hold."""

from __future__ import annotations

from tests.helpers.packs import choice, formula, make_pack, number, text

PLAUSIBLE = {"volume_ml": {"low": 0, "high": 9}, "diameter_mm": {"low": 0, "high": 9}, "hu": {"low": 0, "high": 90}}
STRUCTURE = {"id": "vein", "title": text(), "short": "V", "kind": "vein", "colour": "#000000", "code": "1", **PLAUSIBLE}
IMAGE = {"id": "ct", "title": text(), "modality": "CT"}
TIER = {"title": text(), "colour": "#000000", "shape": "circle"}
TIERS = [{**TIER, "id": "high", "times": 2}, {**TIER, "id": "low", "times": 0}]


def logistic(**changes) -> dict:
    return {
        "kind": "logistic",
        "id": "risk",
        "terms": [{"predictor": "c", "odds_ratio": 2, "evidence": "source", "answer": "yes", "significant_only": True}],
        "population": [{"predictor": "c", "shares": {"no": 0.5, "yes": 0.5}, "certainty": "computed"}],
        **changes,
    }


def with_logistic(step: dict | None = None, tiers=TIERS) -> dict:
    return {"predictors": [choice("c"), number("n")], "steps": [step or logistic()], "tiers": tiers}


KIDNEYS = {
    "id": "kidneys",
    "title": text("kidneys", "双肾"),
    "landmark": text("renal hilum", "肾门"),
    "header": {"en": ["abdomen"], "zh": ["腹"]},
    "plane": "coronal",
    "needed": {"below": 5, "above": 6},
    "whole": {"below": 30, "above": 30},
    "content": [{"of": "liver", "least_ml": 50}],
    "sides": False,
    "words": {
        "covered": text("All of both kidneys ({above_mm} mm)", "双肾完整（{above_mm} mm）"),
        "hidden": text("Only {liver_ml} mL of liver, {needed_ml:g} needed", "肝 {liver_ml} mL，需 {needed_ml:g}"),
    },
}
"""A region that has nothing to do with the first product's."""
EVENT = {
    "name": text("leak"),
    "question": text("Leak?"),
    "title": text("After"),
    "counted": text("scans"),
    "volume": {"label": text("Volume, mL"), "name": text("volume"), "most_ml": 5},
    "severity": True,
}
MEASURE = {"kind": "measure", "id": "m", "segment": "vessels"}


def rules(*conditions: tuple) -> dict:
    listed = [dict(zip(("name", "relation", "value"), condition)) for condition in conditions]
    return {
        "kind": "rules",
        "id": "r",
        "title": text(),
        "rules": [{"id": "x", "title": text(), "conditions": listed}],
    }


def lookup(rows: dict) -> dict:
    columns = [{"id": "x", "title": text()}]
    return {"kind": "lookup", "id": "t", "title": text(), "predictor": "c", "columns": columns, "rows": rows}


def score(items: list[dict]) -> dict:
    return {
        "kind": "score",
        "id": "score",
        "title": text(),
        "items": items,
        "bands": [],
        "band_title": text(),
        "no_band": text(),
    }


def segment(**changes) -> dict:
    locator = {
        "model": "locator.onnx",
        "spacing_mm": 6,
        "size": [4, 4, 4],
        "window_hu": [-100, 100],
        "classes": ["none", "inlet"],
        "target": "inlet",
        "region_ml": 20,
        "least_ml": 5,
        "least_certainty": 0.5,
    }
    block = {
        "model": "block.onnx",
        "spacing_mm": [1, 1, 1],
        "size": [4, 4, 4],
        "window_hu": [-100, 100],
        "classes": ["none", "a vein"],
        "structures": {"vein": "a vein"},
        "offset_mm": [0, 0, 0],
    }
    return {
        "kind": "segment",
        "id": "vessels",
        "image": "ct",
        "locator": {**locator, **changes.pop("locator", {})},
        "block": {**block, **changes.pop("block", {})},
        **changes,
    }


def with_images(*steps: dict) -> dict:
    return {"images": [IMAGE], "structures": [STRUCTURE], "steps": list(steps)}


LOCATED = with_images(segment(block={"classes": ["none", "a vein", "liver", "lung"]}))
ABOUT_INLET = {**LOCATED, "images": [{**IMAGE, "region": "thoracic-inlet-right"}]}
"""A manifest of schema 1 with the region that it then meant."""
ABOUT_KIDNEYS = {**LOCATED, "schema": 2, "images": [{**IMAGE, "region": "kidneys"}], "regions": [KIDNEYS]}


RISK = with_logistic(
    logistic(
        terms=[
            *logistic()["terms"],
            {"predictor": "n", "odds_ratio": 1.1, "evidence": "source", "significant_only": True, "module": "extra"},
        ],
        population=[*logistic()["population"], {"predictor": "n", "mean": 5, "sd": 1, "certainty": "computed"}],
        modules=[{"id": "extra", "title": text(), "evidence": "source"}],
    )
)
"""A risk of one factor, and of a number whose module a site may switch on."""
FALLBACK = make_pack(id="simple", steps=[formula("plain", "a")])
"""Gives ``a`` as it is."""
STOPS = make_pack(id="strict", steps=[formula("x", "1 / b")])
"""Refuses when ``b`` is 0."""
