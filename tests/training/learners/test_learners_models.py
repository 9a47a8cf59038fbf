"""Learners of risks: what they fit, that left-out cases judge it, and what a pack's step makes of it."""

import importlib.util
import json
from pathlib import Path

import numpy as np
import pytest
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score

from inference.errors import InputError
from inference.golden import Expected, compare
from inference.reading import read_typed, to_plain
from inference.risk.logistic import logit
from inference.risk.trees import read_ensemble
from inference.steps import kind_of
from tests.helpers.learnt import learnt_pack, three_inputs
from tests.helpers.packs import context, screen
from training.errors import BadInput, sentence_of
from training.learners import AnyLocked, AnyModeller
from training.learners.design import Column, Design
from training.learners.inputs import LEAST
from training.learners.learner import Effort, Table
from training.learners.trees import Boosting, above, dump_tree
from training.packing.golden import EXACT, expected_of
from training.packing.learnt import learnt_part

FIGURES = json.loads((Path(__file__).parents[2] / "helpers" / "grown" / "figures.json").read_text(encoding="utf-8"))
COLUMNS = (Column("age"), Column("volume"), Column("sign", "yes"))
NAMES = ("age", "volume", "sign")
EFFORT = Effort(folds=3, repeats=1)
BOOSTS = importlib.util.find_spec("xgboost") is not None
LEARNERS = {
    "lasso": {"kind": "penalised", "penalty": "lasso"},
    "elastic-net": {"kind": "penalised", "penalty": "elastic-net"},
    "ridge": {"kind": "penalised", "penalty": "ridge"},
    "linear svm": {"kind": "svm", "kernel": "linear"},
    "rbf svm": {"kind": "svm", "kernel": "rbf"},
    "tree": {"kind": "tree"},
    "forest": {"kind": "forest", "trees": 8},
    "boosting": {"kind": "boosting"},
}
RUN = [
    pytest.param(n, marks=pytest.mark.skipif(n == "boosting" and not BOOSTS, reason="needs xgboost")) for n in LEARNERS
]


def table_of(values: np.ndarray, event: np.ndarray, **changes) -> Table:
    design = Design(values, COLUMNS, {"sign": "no"})
    return Table(event, np.arange(len(event)), design, NAMES, **changes)


def answers_of(values: np.ndarray) -> list[dict]:
    return [{"age": a, "volume": v, "sign": "yes" if s else "no"} for a, v, s in values.tolist()]


def fitted(name: str, table: Table, seed: int = 1):
    return read_typed(AnyModeller, LEARNERS[name], "recipe").fit(table, EFFORT, np.random.default_rng(seed))


@pytest.fixture(scope="module")
def learnt():
    """Values, outcomes, and a model of each learner, fitted once."""
    values, event = three_inputs(90)
    made: dict = {}

    def of(name: str):
        if name not in made:
            made[name] = fitted(name, table_of(values, event))
        return made[name]

    return values, event, of


@pytest.mark.parametrize("name", RUN)
def test_every_learner_learns_is_kept_and_gives_the_same_again(learnt, name):
    values, event, of = learnt
    model, answers = of(name), answers_of(values)
    own = np.array([model.log_odds(given) for given in answers])
    assert roc_auc_score(event, own) > 0.65
    # Calibrated on left-out cases: not far from the share of events, and not too sure on its own cases.
    assert (1 / (1 + np.exp(-own))).mean() == pytest.approx(event.mean(), abs=0.03)
    assert read_typed(AnyLocked, json.loads(json.dumps(to_plain(model))), "model.json") == model
    assert fitted(name, table_of(values, event)) == model
    assert set(model.predictors) <= set(NAMES)
    assert model.log_odds({**answers[0], "sign": "never met"}) is None or "sign" not in model.predictors


@pytest.mark.parametrize("name", RUN)
def test_the_step_of_a_pack_gives_what_the_model_gives(learnt, name):
    values, event, of = learnt
    model = of(name)
    step, files = learnt_part(model, float(event.mean()), len(event), int(event.sum()))
    own = {k: v for k, v in step.items() if k != "evidence"}
    pack = learnt_pack({"id": "risk", "outcomes": "patients", "evidence": ["source"], **own})
    pack.files.update(files)
    (step,) = pack.manifest.steps
    # The golden case of such a pack holds what the explanation says, closely enough to be found again.
    outcome = screen(pack, answers_of(values)[0])
    assert compare(outcome, read_typed(Expected, expected_of(outcome, EXACT), "case.json")) == []
    assert "risk.output" in expected_of(outcome, EXACT)["numbers"]
    for given in answers_of(values[:3]):
        explanation = kind_of(step).run(step, context(pack, given)).risk.explanation
        assert explanation.output == pytest.approx(model.log_odds(given), abs=1e-9)


@pytest.mark.parametrize("name", RUN)
def test_noise_is_worth_nothing(name):
    """Decisions of left-out cases alone say what a decision means; of a fit's own cases noise would look certain."""
    rng = np.random.default_rng(8)
    values, _ = three_inputs(60)
    event = rng.permutation(np.arange(60) < 24)
    model = fitted(name, table_of(values, event))
    own = np.array([model.log_odds(given) for given in answers_of(values)])
    assert own == pytest.approx(np.full(60, logit(0.4)), abs=0.75)


def test_lasso_and_elastic_net_leave_out_what_says_nothing():
    rng = np.random.default_rng(5)
    values, event = three_inputs(120)
    values = np.column_stack([values[:, 0], rng.normal(size=120), values[:, 2]])
    event = rng.random(120) < 1 / (1 + np.exp(-0.2 * (values[:, 0] - 60)))
    for name in ("lasso", "elastic-net"):
        model = fitted(name, table_of(values, event))
        assert "age" in model.predictors
        assert abs({own.predictor: own.weight for own in model.inputs}["age"]) > 0.1
    assert fitted("ridge", table_of(values, event)).predictors == NAMES


@pytest.mark.parametrize("name", ["lasso", "rbf svm", "tree"])
def test_log_odds_are_at_the_share_of_events_of_all_patients_whichever_can_be_used(name):
    values, event = three_inputs(120)
    usable = np.ones(120, bool)
    usable[np.flatnonzero(event)[:20]] = False  # images of events are missing
    model = fitted(name, table_of(values, event, usable=usable))
    alone = fitted(name, table_of(values[usable], event[usable]))
    moved = logit(float(event.mean())) - logit(float(event[usable].mean()))
    given = answers_of(values)[5]
    assert model.log_odds(given) - alone.log_odds(given) == pytest.approx(moved)
    assert (model.used.cases, model.used.left_out) == (100, 20)


def test_only_trees_take_what_is_not_known_and_only_as_much_as_they_met():
    values, event = three_inputs(90)
    gaps = values.copy()
    gaps[::4, 1] = np.nan
    given = {**answers_of(values)[0], "volume": None}
    for name in ("lasso", "rbf svm"):
        model = fitted(name, table_of(gaps, event))
        assert model.used.left_out == 23
        assert "volume" not in model.predictors or model.log_odds(given) is None
    for name in ("tree", "forest"):
        model = fitted(name, table_of(gaps, event))
        assert (model.used.left_out, model.least_known) == (0, 2)
        assert np.isfinite(model.log_odds(given))
        assert model.log_odds({**given, "sign": None}) is None


@pytest.mark.parametrize("name", RUN)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_too_few_events_and_predictors_that_do_not_differ_are_refused(name, language):
    values, _ = three_inputs(40)
    few = np.arange(40) < LEAST - 1
    with pytest.raises(BadInput) as caught:
        fitted(name, table_of(values, few))
    said = sentence_of(caught.value, language)
    assert str(LEAST - 1) in said
    assert ("not enough" in said or "cannot be tuned" in said) == (language == "en")
    with pytest.raises(BadInput) as caught:
        fitted(name, table_of(np.ones((40, 3)), np.arange(40) < 20))
    assert "age" in sentence_of(caught.value, language)


@pytest.mark.parametrize("name", RUN)
def test_data_that_separate_give_finite_log_odds(name):
    values, _ = three_inputs(60)
    event = values[:, 0] > np.median(values[:, 0])
    model = fitted(name, table_of(values, event))
    own = np.array([model.log_odds(given) for given in answers_of(values)])
    assert 1 < np.abs(own).max() < 25


def test_without_xgboost_boosting_says_what_to_install(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "xgboost", None)
    with pytest.raises(InputError) as caught:
        Boosting().fit(table_of(*three_inputs(40)), EFFORT, np.random.default_rng(1))
    assert all("xgboost-cpu" in sentence_of(caught.value, language) for language in ("en", "zh"))


@pytest.mark.parametrize("grown", ["tree", "forest", "boosting"])
def test_trees_decide_and_are_attributed_as_their_libraries_and_shap_say(grown):
    """Kept figures; tests/helpers/grown/make.py makes them."""
    part, values = FIGURES[grown], FIGURES["values"]

    def scaled(node: dict) -> dict:
        if "leaf" in node:
            return {"nodeid": node["nodeid"], "leaf": part["share"] * node["leaf"], "cover": node["cover"]}
        kept = {name: node[name] for name in ("nodeid", "split", "split_condition", "yes", "no", "missing", "cover")}
        return {**kept, "children": [scaled(child) for child in node["children"]]}

    data = json.dumps([scaled(tree) for tree in part["trees"]]).encode()
    own = read_ensemble(data, ("f0", "f1", "f2"), part["start"], "trees.json")
    assert [own.output(row) for row in values] == pytest.approx(part["decision"], abs=2e-6)
    found = np.array([own.shapley(row) for row in values])
    np.testing.assert_allclose(found, part["shap"], atol=1e-6)
    if grown == "boosting":
        np.testing.assert_allclose(found, np.array(part["contributions"])[:, :-1], atol=1e-6)


def test_an_exported_forest_decides_as_scikit_learn_also_at_its_thresholds_and_for_what_is_missing():
    values, event = three_inputs(90)
    gaps = np.round(values).astype(np.float32).astype(float)
    gaps[::5, 1] = np.nan
    forest = RandomForestClassifier(12, random_state=3, n_jobs=1).fit(gaps, event)
    trees = [dump_tree(one.tree_) for one in forest.estimators_]
    own = read_ensemble(json.dumps(trees).encode(), ("f0", "f1", "f2"), 0.0, "trees.json")
    thresholds = np.concatenate([one.tree_.threshold[one.tree_.children_left >= 0] for one in forest.estimators_])
    thresholds = thresholds[np.isfinite(thresholds)][:60]
    at = np.column_stack([thresholds, thresholds, thresholds]).astype(np.float32).astype(float)
    at[::7, 0] = np.nan
    given = np.concatenate([gaps, at])
    assert [own.output(row) / 12 for row in given] == pytest.approx(forest.predict_proba(given)[:, 1])


def test_a_threshold_becomes_the_next_number_of_single_precision():
    for threshold in (0.5, 0.1, 61.35, -3.0, 0.0, 1e-30):
        single = np.float32(above(threshold))
        assert single > threshold >= np.nextafter(single, np.float32(-np.inf))
