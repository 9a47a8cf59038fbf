"""Packs whose risk comes from a learnt model of three answers: linear weights, or a support vector machine."""

from __future__ import annotations

import json

import numpy as np

from inference.packs.store import Pack
from inference.site import Prevalence, SiteProfile
from tests.helpers.packs import choice, make_pack, number, text

NAMES = ("age", "volume", "sign.yes")
COHORT = text("60 made-up patients", "60 例虚构患者")
SITE = SiteProfile(prevalence={"growth": Prevalence("made up", rate=0.1)})
ANSWERS = {"age": 71.0, "volume": 44.0, "sign": "yes"}
FEATURES = [
    {"name": "age", "predictor": "age"},
    {"name": "volume", "predictor": "volume"},
    {"name": "sign.yes", "predictor": "sign", "answer": "yes"},
]
LINEAR = {
    "kind": "linear",
    "id": "risk",
    "features": [
        {**FEATURES[0], "centre": 60.0, "weight": 0.03},
        {**FEATURES[1], "centre": 25.0, "weight": 0.02},
        {**FEATURES[2], "centre": 0.4, "weight": 1.1},
    ],
    "intercept": -0.9,
    "trained_prevalence": 0.3,
    "cohort": COHORT,
    "outcomes": "patients",
    "evidence": ["source"],
}
MACHINE = {
    "inputs": [
        {"name": "age", "centre": 60.0, "scale": 10.0},
        {"name": "volume", "centre": 25.0, "scale": 15.0},
        {"name": "sign.yes", "centre": 0.4, "scale": 0.49},
    ],
    "support": [[1.2, 0.4, 1.2], [0.3, 1.9, -0.8], [-0.9, -0.2, -0.8], [0.1, -1.0, 1.2]],
    "dual": [1.0, 0.7, -1.0, -0.7],
    "intercept": -0.1,
    "platt": {"a": -1.6, "b": 0.7},
    "gamma": 0.3,
}
SVM = {**{k: v for k, v in LINEAR.items() if k != "intercept"}, "kind": "svm", "features": FEATURES}
SVM |= {"model": "svm.json", "kernel": "rbf"}
TIER = {"colour": "#b3261e", "shape": "triangle"}
TIERS = [
    {**TIER, "id": "high", "title": text("HIGH", "高"), "times": 2},
    {"id": "low", "title": text("LOW", "低"), "times": 0, "colour": "#1b6e4f", "shape": "circle"},
]
HELD_OUT = {
    "title": text("Made-up patients of 2025", "2025 年虚构患者"),
    "simulated": False,
    "rate": 0.1,
    "scores": [-1.0, 0.0, 1.5],
    "events": [1, 3, 6],
    "others": [20, 15, 5],
    "auc": {"value": 0.79375, "low": 0.7, "high": 0.95},
    "capacity": [],
}


def learnt_pack(step: dict, machine: dict | None = None, **changes) -> Pack:
    """A pack with this step; changes are of it."""
    sign = {**choice("sign"), "label": text("Sign", "征象")}
    predictors = [number("age", 0, 120), number("volume", 0, 900, unit="mL"), sign]
    files = {"svm.json": json.dumps(MACHINE if machine is None else machine).encode()}
    parts = {"outcome": "growth", "predictors": predictors, "tiers": TIERS, "status": "site-trained"}
    return make_pack(files, steps=[{**step, **changes}], **parts)


def three_inputs(count: int = 60) -> tuple[np.ndarray, np.ndarray]:
    """Made-up ages, volumes and signs, shape (count, 3), and outcomes."""
    rng = np.random.default_rng(20260501)
    values = np.column_stack([rng.normal(60, 10, count), rng.lognormal(3, 0.6, count), rng.random(count) < 0.4])
    log_odds = 0.06 * (values[:, 0] - 60) + 0.04 * (values[:, 1] - 25) + 1.2 * values[:, 2] - 1
    return values, rng.random(count) < 1 / (1 + np.exp(-log_odds))
