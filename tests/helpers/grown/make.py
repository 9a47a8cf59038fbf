"""Makes ``figures.json``: a tree, a forest and boosted trees of made-up patients, and what other programs say of them.

Run where XGBoost and shap are installed beside what the factory needs (shap is no dependency of the tests), from the
top of the project:

    python -m venv --system-site-packages /tmp/grown && /tmp/grown/bin/pip install xgboost-cpu==3.2.0 shap==0.51.0
    PYTHONPATH=. /tmp/grown/bin/python tests/helpers/grown/make.py
"""

import json
from pathlib import Path

import numpy as np
import shap
import sklearn
import xgboost

from tests.helpers.learnt import three_inputs
from training.learners.trees import _Boosters, _Sklearn

HERE = Path(__file__).parent
SHOWN = 8


def main() -> None:
    values, event = three_inputs(90)
    values = np.round(values, 1)
    shown = values[:SHOWN]
    said = {"made_with": {m.__name__: m.__version__ for m in (sklearn, xgboost, shap, np)}, "values": shown.tolist()}
    for grown, ways, chosen in (("tree", _Sklearn(None), 0), ("forest", _Sklearn(6), 1), ("boosting", _Boosters(), 6)):
        own = ways.fit(values, event, 1)[chosen]
        said[grown] = {"trees": own.dump(), "share": own.share, "start": own.start}
        said[grown]["decision"] = own.decision(shown).tolist()
        if grown == "boosting":
            given = xgboost.DMatrix(shown)
            rounds = {"iteration_range": (0, own.rounds)}
            said[grown]["contributions"] = own.booster.predict(given, pred_contribs=True, **rounds).tolist()
            explainer = shap.TreeExplainer(own.booster[: own.rounds], feature_perturbation="tree_path_dependent")
            # Or shap asks XGBoost, and the two would agree whatever they said.
            explainer.model.model_type = "internal"
            said[grown]["shap"] = explainer.shap_values(shown, check_additivity=False).tolist()
        else:
            explainer = shap.TreeExplainer(own.model, feature_perturbation="tree_path_dependent")
            said[grown]["shap"] = explainer.shap_values(shown)[..., 1].tolist()
    (HERE / "figures.json").write_text(json.dumps(said) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
