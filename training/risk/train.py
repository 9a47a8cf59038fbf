"""``precontrast-train train-risk``: the recipe's models, fitted to the training split."""

from __future__ import annotations

import argparse
import math
from dataclasses import replace

import numpy as np

from training.cohort.split import read_split
from training.cohort.splits import SPLITS
from training.cohort.table import Cohort, read_cohort
from training.console import say, track
from training.errors import BadInput
from training.options import add_cohort, add_seed, add_work
from training.risk.distance import Distance, learn_distance
from training.risk.fitting import Settings, fit_all
from training.risk.heads import SHIPPED, TAUGHT
from training.risk.locking import lock_models
from training.risk.model import write_head, write_model
from training.risk.patients import FeatureTable, Patients, check_training, gather, read_features
from training.risk.predictions import rows_of, write_rows
from training.risk.tables import print_model
from training.risk.validation import averaged, cross_validate, predict
from training.workspace import Workspace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_cohort(parser)
    add_work(parser)
    add_seed(parser)
    parser.add_argument("--folds", type=_from(2), default=5, metavar="N", help="of the cross-validation")
    parser.add_argument("--repeats", type=_from(1), default=3, metavar="N", help="of the cross-validation")
    parser.add_argument(
        "--head",
        choices=("auto", *SHIPPED),
        default="auto",
        help="of the image signature; auto: the best in the inner folds (gradient boosting is only compared)",
    )
    parser.add_argument(
        "--components",
        type=_components,
        metavar="N",
        help="principal components, 0: the features themselves, taught: the directions that the encoder was taught; "
        "without: the best in the inner folds",
    )
    parser.add_argument(
        "--most-p", type=_share, default=0.05, metavar="P", help="a clinical predictor above this p is left out"
    )


def run(options: argparse.Namespace) -> int:
    """Fit, check, write ``risk/`` and print the tables."""
    cohort, work = read_cohort(options.cohort), Workspace(options.work)
    split, features = read_split(work, cohort), read_features(work)
    _check_names(cohort, features, work)
    parts = {name: _gather(cohort, split, name, features) for name in SPLITS}
    training = parts["train"]
    check_training(training, options.cohort)
    if options.components == TAUGHT and features.taught is None:
        raise BadInput(
            "this encoder was not taught here; --components taught needs the encoder of --encoder morphology"
        )
    models = cohort.recipe.models
    settings = Settings(models, options.folds, options.repeats, options.head, most_p=options.most_p)
    if options.components is not None:
        settings = replace(settings, components=(options.components,))

    rng, folds_rng = np.random.default_rng([options.seed, 11]), np.random.default_rng([options.seed, 12])
    checked = cross_validate(
        training, settings, folds_rng, track=lambda folds: track(folds, "cross-validation", options.quiet)
    )
    fitted = fit_all(training, settings, rng)
    imaged = training.part(training.imaged)
    distance = learn_distance(imaged.features, imaged.groups, options.seed)
    refused = {name: _refused(name, part, distance) for name, part in parts.items() if part.imaged.any()}
    model = lock_models(
        cohort.settings,
        training,
        fitted,
        checked,
        distance,
        refused,
        features.names,
        settings,
        options.seed,
    )
    write_model(work.risk_model, model)
    learnt = distance.map
    write_head(
        work.risk / "head.npz",
        fitted.signature.weights,
        fitted.signature.bias,
        learnt.directions,
        learnt.centre,
        distance.limit,
    )
    out_of_fold = averaged(checked.signature), {name: averaged(runs) for name, runs in checked.log_odds.items()}
    rows = []
    for name, part in parts.items():
        if len(part):
            given = predict(fitted, models, part)
            honest, apparent = (out_of_fold, given[1]) if name == "train" else (given, None)
            rows += rows_of(name, part, *honest, apparent)
    write_rows(work, cohort.recipe.names, rows)
    print_model(model)
    say()
    say(f"Written: {work.risk_model}, {work.predictions}, {work.risk / 'head.npz'}")
    return 0


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


def _refused(name: str, part: Patients, distance: Distance) -> tuple[int, int]:
    own = part.features[part.imaged]
    distances = distance.left_out if name == "train" else distance.map.of(own)
    return int((distances > distance.limit).sum()), len(own)


def _from(least: int):
    def count(given: str) -> int:
        try:
            value = int(given)
        except ValueError:
            value = least - 1
        if not least <= value <= 10_000:
            raise argparse.ArgumentTypeError(f"{given!r} is not a whole number from {least}")
        return value

    return count


def _components(given: str) -> int:
    return TAUGHT if given == "taught" else _from(0)(given)


def _share(given: str) -> float:
    try:
        value = float(given)
    except ValueError:
        value = math.nan
    if not 0 < value <= 1:
        raise argparse.ArgumentTypeError(f"{given!r} is not a number above 0 and up to 1")
    return value
