"""``precontrast-train train-risk``: the recipe's models, fitted to the training split."""

from __future__ import annotations

import argparse
import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from training.cohort.split import read_split
from training.cohort.splits import SPLITS
from training.cohort.table import Cohort, read_cohort
from training.console import say, track
from training.errors import BadInput
from training.learners.classifier import classifier_graph
from training.learners.head import Head
from training.learners.heads import SHIPPED
from training.learners.learner import Effort, Score
from training.learners.linear import Linear, LinearScore
from training.options import add_cohort, add_folds, add_seed, add_work, count_from
from training.recipes import Recipe, ScorePlan
from training.risk.anew import read_anew, runs_of
from training.risk.distance import Distance, learn_distance
from training.risk.fitting import Settings, fit_all, with_most_p
from training.risk.locking import distance_info, lock_models
from training.risk.model import DistanceInfo, write_model
from training.risk.patients import FeatureTable, Patients, check_training, gather, read_features
from training.risk.predictions import rows_of, write_rows
from training.risk.tables import print_model
from training.risk.validation import averaged, cross_validate, predict
from training.workspace import Workspace, write_arrays, write_bytes


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_cohort(parser)
    add_work(parser)
    add_seed(parser)
    add_folds(parser)
    parser.add_argument(
        "--head",
        choices=("auto", *SHIPPED),
        default="auto",
        help="of a linear score; auto: the best in the inner folds (gradient boosting is only compared)",
    )
    parser.add_argument(
        "--components",
        type=_components,
        metavar="N",
        help="principal components, 0: the features themselves, taught: the directions that the encoder was taught; "
        "without: the best in the inner folds",
    )
    parser.add_argument(
        "--most-p", type=_share, metavar="P", help="a predictor above this p is left out; otherwise as the recipe says"
    )


def run(options: argparse.Namespace) -> int:
    """Fit, check, write ``risk/`` and print the tables."""
    cohort, work = read_cohort(options.cohort, options.recipe), Workspace(options.work)
    recipe = cohort.recipe
    split, features = read_split(work, cohort), read_features(work, recipe)
    _check_names(cohort, features, work)
    parts = {name: _gather(cohort, split, name, features) for name in SPLITS}
    training = parts["train"]
    check_training(training, options.cohort)
    settings = _settings(recipe, features, options)

    rng, folds_rng = np.random.default_rng([options.seed, 11]), np.random.default_rng([options.seed, 12])
    anew = read_anew(work, features) if recipe.made_anew else None
    checked = cross_validate(
        training,
        settings,
        folds_rng,
        track=lambda folds: track(folds, "cross-validation", options.quiet),
        runs=None if anew is None else runs_of(anew, cohort, training, settings.effort, work),
    )
    fitted = fit_all(training, settings, rng)
    distances = {
        plan.id: _lock_score(plan, fitted.scores[plan.id], _own_units(plan, recipe, features), parts, work, options)
        for plan in recipe.scores
    }
    names = {plan.id: features.names_of(plan.features) for plan in recipe.scores}
    model = lock_models(cohort.settings, training, fitted, checked, distances, names, settings, options.seed)
    write_model(work.risk_model, model)
    out_of_fold = _averaged(checked.scores), _averaged(checked.log_odds)
    rows = []
    for name, part in parts.items():
        if len(part):
            given = predict(fitted, settings, part)
            honest, apparent = (out_of_fold, given[1]) if name == "train" else (given, None)
            rows += rows_of(name, part, *honest, apparent)
    write_rows(work, recipe, rows)
    print_model(model)
    say()
    say(f"Written: {work.risk_model}, {work.predictions}")
    return 0


def _settings(recipe: Recipe, features: FeatureTable, options: argparse.Namespace) -> Settings:
    """What the recipe says, changed by the options."""
    changes = {} if options.head == "auto" else {"head": options.head}
    if options.components is not None:
        if options.components == "taught" and features.taught is None:
            raise BadInput(
                "this encoder was not taught here; --components taught needs the encoder of --encoder morphology"
            )
        changes["components"] = (options.components,)
    scores = tuple(
        replace(plan, learner=replace(plan.learner, **changes)) if isinstance(plan.learner, Linear) else plan
        for plan in recipe.scores
    )
    return Settings(with_most_p(recipe.models, options.most_p), scores, Effort(options.folds, options.repeats))


def _lock_score(
    plan: ScorePlan,
    score: Score,
    own_unit: np.ndarray,
    parts: Mapping[str, Patients],
    work: Workspace,
    options: argparse.Namespace,
) -> DistanceInfo:
    """Learn the distance of its vectors and write the graph that a pack runs."""
    vectors, _ = parts["train"].vectors(plan.features)
    distance = learn_distance(vectors.features, vectors.groups, options.seed, own_unit)
    learnt = distance.map
    graph = classifier_graph(score.operators("off", learnt.centre, "score"), learnt.directions, learnt.centre)
    write_bytes(work.score_graph(plan.id), graph)
    if isinstance(score, LinearScore):
        own = score.signature
        head = Head(own.weights, own.bias, learnt.directions, learnt.centre, distance.limit)
        write_arrays(work.head(plan.id), **head.arrays())
    refused = {name: _refused(name, part.vectors(plan.features)[0].features, distance) for name, part in parts.items()}
    return distance_info(distance, {name: counts for name, counts in refused.items() if counts[1]})


def _own_units(plan: ScorePlan, recipe: Recipe, features: FeatureTable) -> np.ndarray:
    """Which features of a score's vectors are in units of their own: those that have names of their own."""
    steps = {step.id: step for step in recipe.features}
    counts = [len(features.names_of((name,))) for name in plan.features]
    return np.repeat([hasattr(steps[name], "feature_names") for name in plan.features], counts)


def _averaged(runs: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {name: averaged(own) for name, own in runs.items()}


def _check_names(cohort: Cohort, features: FeatureTable, work: Workspace) -> None:
    strangers = sorted(set(features.cases) - {case.id for case in cohort.cases})
    if strangers:
        raise BadInput(
            f"{work.feature_table} holds {len(strangers)} cases that the cohort does not have, such as {strangers[0]}; "
            "give the cohort that it was made from, or run again: precontrast-train features"
        )


def _gather(cohort: Cohort, split: dict[str, str], wanted: str, features: FeatureTable) -> Patients:
    cases = [case.id for case in cohort.cases if split[case.id] == wanted and case.outcome is not None]
    return gather(cohort, cases, features)


def _refused(name: str, own: np.ndarray, distance: Distance) -> tuple[int, int]:
    distances = distance.left_out if name == "train" else distance.map.of(own)
    return int((distances > distance.limit).sum()), len(own)


def _components(given: str) -> int | str:
    return given if given == "taught" else count_from(0)(given)


def _share(given: str) -> float:
    try:
        value = float(given)
    except ValueError:
        value = math.nan
    if not 0 < value <= 1:
        raise argparse.ArgumentTypeError(f"{given!r} is not a number above 0 and up to 1")
    return value
