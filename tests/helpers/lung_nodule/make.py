"""Makes ``trees.json`` and ``figures.json``: boosted trees of a made-up cohort, and what XGBoost and shap say of them.

Run where both are installed (they weigh 0.5 GB and are no dependency of the tests), from the top of the project:

    python -m venv /tmp/xgb && /tmp/xgb/bin/pip install xgboost-cpu==3.2.0 shap==0.51.0
    /tmp/xgb/bin/python tests/helpers/lung_nodule/make.py

Nobody's lungs stand behind these numbers.
"""

import json
from pathlib import Path

import numpy as np
import shap
import xgboost

HERE = Path(__file__).parent
NAMES = ["age", "volume", "density", "spiculated.yes", "emphysema.yes", "upper_lobe.yes"]
SHOWN = 12
"""Patients whose figures are kept; every third has something missing."""


def cohort(count: int = 800) -> tuple[np.ndarray, np.ndarray]:
    """Values, some of them missing, and outcomes."""
    rng = np.random.default_rng(20261130)
    age, volume = rng.normal(62, 9, count).round(), rng.lognormal(-0.6, 0.9, count).round(2)
    density, sign = rng.normal(20, 60, count).round(), rng.random((3, count)) < [[0.25], [0.35], [0.5]]
    log_odds = -3.2 + 0.04 * (age - 62) + 1.1 * np.log(volume + 0.2) + 1.3 * sign[0] + 0.6 * sign[1] * sign[2]
    event = rng.random(count) < 1 / (1 + np.exp(-log_odds))
    values = np.column_stack([age, volume, density, *sign.astype(float)])
    values[rng.random(values.shape) < 0.08] = np.nan
    return values, event


def figures(booster: xgboost.Booster, values: np.ndarray, names: list[str]) -> dict:
    """The trees, what they start from, and what both libraries give for some patients."""
    matrix = xgboost.DMatrix(values, feature_names=names)
    score = json.loads(booster.save_config())["learner"]["learner_model_param"]["base_score"]
    share = float(np.atleast_1d(json.loads(score))[0])
    explainer = shap.TreeExplainer(booster, feature_perturbation="tree_path_dependent")
    # Or shap asks XGBoost, and the two would agree whatever they said.
    explainer.model.model_type = "internal"
    return {
        "names": names,
        "start": float(np.log(share / (1 - share))),
        "values": [[None if np.isnan(v) else float(v) for v in row] for row in values],
        "margin": booster.predict(matrix, output_margin=True).tolist(),
        "contributions": booster.predict(matrix, pred_contribs=True).tolist(),
        # Its base is not XGBoost's on this way; the check would compare the two.
        "shap": explainer.shap_values(values, check_additivity=False).tolist(),
    }


def fitted(values: np.ndarray, event: np.ndarray, names: list[str], trees: int, depth: int) -> xgboost.Booster:
    matrix = xgboost.DMatrix(values, event, feature_names=names)
    options = {"objective": "binary:logistic", "max_depth": depth, "eta": 0.25, "seed": 1, "nthread": 1}
    return xgboost.train(options, matrix, trees)


def dump(booster: xgboost.Booster) -> list:
    """Without what nobody reads."""
    trees = [json.loads(tree) for tree in booster.get_dump(dump_format="json", with_stats=True)]

    def kept(node: dict) -> dict:
        node = {name: value for name, value in node.items() if name not in ("depth", "gain")}
        return {**node, "children": [kept(child) for child in node["children"]]} if "children" in node else node

    return [kept(tree) for tree in trees]


def main() -> None:
    values, event = cohort()
    booster = fitted(values, event, NAMES, trees=14, depth=3)
    shown = np.vstack([values[np.isnan(values).any(axis=1)][: SHOWN // 3], values[: SHOWN - SHOWN // 3]])
    # Few features and many splits: the same one several times between root and leaf.
    deep = fitted(values[:, :2], event, NAMES[:2], trees=3, depth=6)
    said = {
        "made_with": {"xgboost": xgboost.__version__, "shap": shap.__version__, "numpy": np.__version__},
        "prevalence": float(event.mean()),
        "nodule": figures(booster, shown, NAMES),
        "deep": {**figures(deep, shown[:, :2], NAMES[:2]), "trees": dump(deep)},
    }
    (HERE / "trees.json").write_text(json.dumps(dump(booster)) + "\n", encoding="utf-8")
    (HERE / "figures.json").write_text(json.dumps(said) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
