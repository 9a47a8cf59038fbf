"""Learners ``tree``, ``forest`` and ``boosting``: trees over all predictors and scores, also where some are unknown.

What they decide by, the share of events in the leaves or the booster's log-odds, is calibrated by Platt's sigmoid of
left-out decisions. Being linear, that goes into the leaves and into what all trees start from: the trees of a pack sum
to log-odds, and their Shapley values are of log-odds (:mod:`inference.risk.trees`).

scikit-learn splits by ``<=`` what XGBoost splits by ``<``, both in single precision: a threshold becomes the next
number of single precision above it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from inference.reading import read_typed
from inference.risk.trees import MOST, Ensemble, Node, Trees, ensemble_of
from inference.vocabulary import STRICT, Text
from training.errors import BadInput
from training.learners.design import Answers, Column
from training.learners.inputs import Cases, Inputs, inputs_of, name_of, predictors_of, values_of_columns
from training.learners.learner import Effort, Modeller, Table
from training.wording import worded

if TYPE_CHECKING:
    from training.learners.tuned import Calibrated, Ways

Grown = Literal["tree", "forest", "boosting"]
DIGITS = 9
"""Significant digits of single precision, in which all is compared."""
LEAST_IN_A_LEAF = {"tree": (5, 10, 20), "forest": (2, 5, 10)}
"""Patients; those that are tried."""
ROUNDS, DEPTHS = (25, 50, 100), (1, 2, 3)
"""Of boosting; those that are tried, at a learning rate of 0.1."""


@dataclass(frozen=True, slots=True)
class LockedTrees:
    """Trees that change no more.

    Attributes
    ----------
    start
        Log-odds that all trees start from, at the prevalence of the training patients.
    trees
        Their leaves are log-odds; splits name columns (:func:`training.learners.inputs.name_of`).
    references
        By choice predictor: the answer that its columns are compared with.
    least_known
        The fewest predictors that were known of a training patient: what is less was never met.
    """

    __pydantic_config__ = STRICT
    grown: Grown
    start: float
    trees: Trees
    columns: tuple[Column, ...]
    references: dict[str, str]
    least_known: int
    used: Cases
    kind: Literal["trees"] = "trees"

    @property
    def predictors(self) -> tuple[str, ...]:
        """Ids in the order of the columns."""
        return predictors_of(self.columns)

    def log_odds(self, answers: Answers) -> float | None:
        """Log-odds at the training prevalence; None where too little is known or an answer was never met."""
        values = values_of_columns(self.columns, self.references, answers)
        known = sum(answers.get(name) is not None for name in self.predictors)
        if values is None or known < self.least_known:
            return None
        names = tuple(map(name_of, self.columns))
        return _ensemble(self.trees, names, self.start).output(values.tolist())


@lru_cache(maxsize=32)
def _ensemble(trees: tuple[Node, ...], names: tuple[str, ...], start: float) -> Ensemble:
    return ensemble_of(trees, names, start, "model.json")


@dataclass(frozen=True, slots=True)
class Tree(Modeller):
    """A single decision tree (Breiman et al., Classification and Regression Trees 1984)."""

    __pydantic_config__ = STRICT
    kind: Literal["tree"] = "tree"

    @property
    def named(self) -> Text:
        """See :class:`~training.learners.learner.Modeller`."""
        return Text("decision-tree", "决策树")

    def fit(self, table: Table, effort: Effort, rng: np.random.Generator) -> LockedTrees:
        """See :class:`~training.learners.learner.Modeller`."""
        return _locked("tree", table, _Sklearn(None), effort, rng)


@dataclass(frozen=True, slots=True)
class Forest(Modeller):
    """A random forest (Breiman, Mach Learn 2001;45:5).

    Attributes
    ----------
    trees
        How many.
    """

    __pydantic_config__ = STRICT
    kind: Literal["forest"] = "forest"
    trees: int = 200

    def __post_init__(self) -> None:
        if not 1 <= self.trees <= 1000:
            raise ValueError("a forest has 1 to 1000 trees")

    @property
    def named(self) -> Text:
        """See :class:`~training.learners.learner.Modeller`."""
        return Text("random-forest", "随机森林")

    def fit(self, table: Table, effort: Effort, rng: np.random.Generator) -> LockedTrees:
        """See :class:`~training.learners.learner.Modeller`."""
        return _locked("forest", table, _Sklearn(self.trees), effort, rng)


@dataclass(frozen=True, slots=True)
class Boosting(Modeller):
    """Boosted trees by XGBoost (Chen and Guestrin, KDD 2016)."""

    __pydantic_config__ = STRICT
    kind: Literal["boosting"] = "boosting"

    @property
    def named(self) -> Text:
        """See :class:`~training.learners.learner.Modeller`."""
        return Text("boosted-tree", "提升树")

    def fit(self, table: Table, effort: Effort, rng: np.random.Generator) -> LockedTrees:
        """See :class:`~training.learners.learner.Modeller`.

        Raises
        ------
        BadInput
            Where XGBoost is not installed.
        """
        try:
            import xgboost  # noqa: F401
        except ImportError as error:
            raise BadInput(worded("factory.learner.xgboost")) from error
        return _locked("boosting", table, _Boosters(), effort, rng)


def _locked(grown: Grown, table: Table, ways: Ways[Any], effort: Effort, rng: np.random.Generator) -> LockedTrees:
    from training.learners.tuned import calibrate

    inputs = inputs_of(table, whole=False)
    found: Calibrated[Any] = calibrate(ways, inputs, effort, rng)
    own = found.fitted
    names = [name_of(column) for column in inputs.columns]
    trees = [_plain(tree, names, found.slope * own.share) for tree in own.dump()]
    return LockedTrees(
        grown=grown,
        start=float(found.intercept + found.slope * own.start),
        trees=read_typed(Trees, trees, grown),
        columns=inputs.columns,
        references=inputs.references,
        least_known=_least_known(inputs),
        used=inputs.used,
    )


def _least_known(inputs: Inputs) -> int:
    """The fewest predictors that are known of any of the patients; 1 at least."""
    known = ~np.isnan(inputs.matrix)
    names = predictors_of(inputs.columns)
    first = [next(n for n, column in enumerate(inputs.columns) if column.predictor == name) for name in names]
    return max(1, int(known[:, first].sum(axis=1).min()))


def _plain(node: Mapping[str, Any], names: Sequence[str], scale: float) -> dict[str, Any]:
    """A node of a dump whose features are ``f0``, ``f1``, ..., with leaves that are log-odds."""
    if "leaf" in node:
        return {"nodeid": node["nodeid"], "leaf": scale * node["leaf"], "cover": node["cover"]}
    kept = ("nodeid", "split_condition", "yes", "no", "missing", "cover")
    children = [_plain(child, names, scale) for child in node["children"]]
    return {**{name: node[name] for name in kept}, "split": names[int(node["split"][1:])], "children": children}


@dataclass(frozen=True, slots=True)
class _Shares:
    """One or more trees of scikit-learn, whose decision is the mean share of events in the leaves.

    Attributes
    ----------
    share
        What each tree counts.
    """

    model: Any
    trees: Sequence[Any]
    start: float = 0.0

    @property
    def share(self) -> float:
        return 1 / len(self.trees)

    def decision(self, matrix: np.ndarray) -> np.ndarray:
        found: np.ndarray = self.model.predict_proba(matrix)[:, 1]
        return found

    def dump(self) -> list[dict[str, Any]]:
        return [dump_tree(tree) for tree in self.trees]


def dump_tree(tree: Any, node: int = 0) -> dict[str, Any]:
    """A tree of scikit-learn (``tree_`` of a classifier of two classes) as XGBoost's dump has one.

    Its leaves are shares of the second class.
    """
    cover = float(tree.weighted_n_node_samples[node])
    left, right = int(tree.children_left[node]), int(tree.children_right[node])
    if left == right:
        shares = tree.value[node, 0]
        return {"nodeid": node, "leaf": float(shares[1] / shares.sum()), "cover": cover}
    return {
        "nodeid": node,
        "split": f"f{int(tree.feature[node])}",
        "split_condition": above(float(tree.threshold[node])),
        "yes": left,
        "no": right,
        "missing": left if tree.missing_go_to_left[node] else right,
        "cover": cover,
        "children": [dump_tree(tree, left), dump_tree(tree, right)],
    }


def above(threshold: float) -> float:
    """The smallest number of single precision above a threshold, in as few digits as give it back.

    An infinite one, which tells what is missing from what is not, becomes the largest that a file may hold.
    """
    if not np.isfinite(threshold):
        return float(np.copysign(MOST, threshold))
    single = np.float32(threshold)
    if single <= threshold:
        single = np.nextafter(single, np.float32(np.inf))
    return float(f"{single:.{DIGITS}g}")


@dataclass(frozen=True, slots=True)
class _Sklearn:
    """One tree, or a forest of so many, by the least number of patients in a leaf."""

    count: int | None

    def fit(self, matrix: np.ndarray, event: np.ndarray, seed: int) -> list[_Shares]:
        from sklearn.ensemble import RandomForestClassifier
        from sklearn.tree import DecisionTreeClassifier

        found = []
        for least in LEAST_IN_A_LEAF["tree" if self.count is None else "forest"]:
            if self.count is None:
                model = DecisionTreeClassifier(min_samples_leaf=least, random_state=seed).fit(matrix, event)
                found.append(_Shares(model, [model.tree_]))
            else:
                options = {"min_samples_leaf": least, "random_state": seed, "n_jobs": 1}
                model = RandomForestClassifier(self.count, **options).fit(matrix, event)
                found.append(_Shares(model, [one.tree_ for one in model.estimators_]))
        return found


@dataclass(frozen=True, slots=True)
class _Booster:
    """The first rounds of a booster, whose decision is log-odds."""

    booster: Any
    rounds: int
    share: float = 1.0

    @property
    def start(self) -> float:
        config = json.loads(self.booster.save_config())["learner"]["learner_model_param"]["base_score"]
        share = float(np.atleast_1d(json.loads(config))[0])
        return float(np.log(share / (1 - share)))

    def decision(self, matrix: np.ndarray) -> np.ndarray:
        import xgboost

        given = xgboost.DMatrix(matrix, nthread=1)
        found: np.ndarray = self.booster.predict(given, output_margin=True, iteration_range=(0, self.rounds))
        return found.astype(float)

    def dump(self) -> list[dict[str, Any]]:
        trees = self.booster.get_dump(dump_format="json", with_stats=True)[: self.rounds]
        return [json.loads(tree) for tree in trees]


@dataclass(frozen=True, slots=True)
class _Boosters:
    """All depths, each after so many rounds."""

    def fit(self, matrix: np.ndarray, event: np.ndarray, seed: int) -> list[_Booster]:
        import xgboost

        given, found = xgboost.DMatrix(matrix, event, nthread=1), []
        for depth in DEPTHS:
            options = {"objective": "binary:logistic", "max_depth": depth, "eta": 0.1, "seed": seed, "nthread": 1}
            booster = xgboost.train(options, given, max(ROUNDS))
            found += [_Booster(booster, rounds) for rounds in ROUNDS]
        return found
