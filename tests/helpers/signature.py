"""A pack whose risk includes an image signature: tiny random networks, and everything they are put into."""

from __future__ import annotations

import json

import numpy as np
from onnx import helper

from inference.engines import EngineProvider, Interface
from inference.packs.store import MANIFEST, Pack
from tests.helpers.engines import FakeEngine, FakeProvider
from tests.helpers.graphs import model, tensor, value
from tests.helpers.manifests import IMAGE, MEASURE, STRUCTURE, TIERS
from tests.helpers.packs import RESOURCES, bundled, choice, make_pack, number, text
from tests.helpers.vessels import MODELS, NAMES, STEP, engines

SIZE, SLICES, FEATURES = 16, 3, 4
CROP = {
    "size_px": SIZE,
    "pixel_mm": 1.0,
    "slices_mm": [-2, 0, 2],
    "windows_hu": [[-100, 100], [-200, 300], [-1000, 500]],
}
ENCODER, HEAD = "models/encoder.onnx", "models/head.onnx"
DEEP = {
    "kind": "deep-features",
    "id": "features",
    "segment": "vessels",
    "model": ENCODER,
    "structures": ["artery", "vein"],
    "crop": CROP,
}
CLASSIFY = {
    "kind": "classify",
    "id": "signature",
    "title": text("Image signature", "影像评分"),
    "features": "features",
    "model": HEAD,
    "distance_limit": 100.0,
}
SIGNATURE = number("signature", -50, 50, step="signature", label=text("Image signature", "影像评分"))
LOGISTIC = {
    "kind": "logistic",
    "id": "risk",
    "terms": [
        {"predictor": "c", "odds_ratio": 2, "evidence": "source", "answer": "yes", "low": 1.2, "high": 3.4},
        {"predictor": "signature", "odds_ratio": 1.8, "evidence": "source", "low": 1.4, "high": 2.3},
    ],
    "population": [
        {"predictor": "c", "shares": {"no": 0.7, "yes": 0.3}, "certainty": "computed"},
        {"predictor": "signature", "mean": 0, "sd": 1.2, "certainty": "computed"},
    ],
    "trained_prevalence": 0.302,
    "intercept": -1.1,
    "covariance": [[0.05, -0.02, 0.001], [-0.02, 0.07, 0.002], [0.001, 0.002, 0.016]],
}
RISK = {
    "predictors": [choice("c"), SIGNATURE],
    "tiers": TIERS,
    "status": "simulation-trained",
}


def encoder(seed: int = 0, slices: int = SLICES, size: int = SIZE, features: int = FEATURES, **changes) -> bytes:
    """A convolution, the mean over the picture and a matrix, random."""
    rng = np.random.default_rng(seed)
    nodes = [
        helper.make_node("Conv", ["crops", "w"], ["seen"], kernel_shape=[3, 3], strides=[2, 2]),
        helper.make_node("Relu", ["seen"], ["kept"]),
        helper.make_node("GlobalAveragePool", ["kept"], ["mean"]),
        helper.make_node("Flatten", ["mean"], ["flat"]),
        helper.make_node("MatMul", ["flat", "m"], ["features"]),
    ]
    weights = [tensor("w", rng.normal(0, 0.3, (5, 3, 3, 3))), tensor("m", rng.normal(0, 1, (5, features)))]
    outputs = changes.pop("outputs", [value("features", (slices, features))])
    return model(nodes, [value("crops", (slices, 3, size, size))], outputs, weights, **changes).SerializeToString()


def head(length: int = 2 * FEATURES, seed: int = 1, middle: float = 0.0, names=("score", "distance")) -> bytes:
    """A random linear score, and the Euclidean distance to a middle of the training that is the same everywhere."""
    rng = np.random.default_rng(seed)
    score, distance = names
    nodes = [
        helper.make_node("MatMul", ["features", "w"], [score]),
        helper.make_node("Sub", ["features", "middle"], ["away"]),
        helper.make_node("ReduceL2", ["away"], [distance], axes=[1], keepdims=1),
    ]
    weights = [tensor("w", rng.normal(0, 1, (length, 1))), tensor("middle", np.full((1, length), middle))]
    outputs = [value(score, (1, 1)), value(distance, (1, 1))]
    return model(nodes, [value("features", (1, length))], outputs, weights).SerializeToString()


def fake_vessels() -> FakeProvider:
    """Fake networks that find the vessels of :mod:`tests.helpers.vessels`, real ones for the rest."""
    return Mixed(engines().engines)


class Mixed(FakeProvider):
    """Fake engines by name, and a real engine for every other model."""

    def __init__(self, fakes: dict[str, FakeEngine]) -> None:
        super().__init__(fakes)
        self.real = EngineProvider("onnxruntime:CPU", threads=1)

    def load(self, model: bytes, name: str, needed: Interface):
        return super().load(model, name, needed) if name in self.engines else self.real.load(model, name, needed)


def signature_pack(files: dict[str, bytes] | None = None, **changes) -> Pack:
    """A pack in memory of fake vessels, deep features, head and trained risk."""
    wide = {"volume_ml": {"low": 0, "high": 99}, "diameter_mm": {"low": 0, "high": 99}, "hu": {"low": 0, "high": 999}}
    structures = [{**STRUCTURE, **wide, "id": name} for name in NAMES]
    steps = [STEP, MEASURE, DEEP, CLASSIFY, LOGISTIC]
    parts = {**RISK, "images": [IMAGE], "structures": structures, "steps": steps, **changes}
    return make_pack({**MODELS, ENCODER: encoder(), HEAD: head(), **(files or {})}, **parts)


def phantom_pack(**classify) -> Pack:
    """The bundled vessel networks, with a signature and a trained risk of it instead of the bundled risk."""
    base = bundled("cme-vessels-demo")
    data = json.loads((RESOURCES / "packs" / "cme-vessels-demo" / MANIFEST).read_text(encoding="utf-8"))
    names = [structure["id"] for structure in data["structures"]]
    vessels = [step for step in data["steps"] if step["kind"] in ("segment", "measure")]
    deep = {**DEEP, "structures": names}
    signature = {**SIGNATURE, "group": "patient"}
    sex = next(p for p in data["predictors"] if p["id"] == "sex")
    terms = [{**LOGISTIC["terms"][0], "predictor": "sex", "answer": "female"}, LOGISTIC["terms"][1]]
    population = [
        {"predictor": "sex", "shares": {"female": 0.5, "male": 0.5}, "certainty": "computed"},
        LOGISTIC["population"][1],
    ]
    evidence = [{"id": "source", "citation": "A source", "certainty": "computed"}]
    changes = {
        **data,
        "id": "signature-demo",
        "evidence": evidence,
        "figures": [],
        "predictors": [{**sex, "strength": None}, signature],
        "steps": [*vessels, deep, {**CLASSIFY, **classify}, {**LOGISTIC, "terms": terms, "population": population}],
    }
    return make_pack({**base.files, ENCODER: encoder(), HEAD: head(4 * FEATURES)}, **changes)
