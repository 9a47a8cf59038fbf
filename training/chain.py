"""``precontrast-train run``: the whole chain, from a cohort to a signed pack and its evaluation report.

Each part is the command of the same name with the options given here, and can be run again by itself. What the recipe
does not have is left out: a recipe with a drawn mask trains no network, one without images extracts no features.
"""

from __future__ import annotations

import argparse
from itertools import count

from training.cli import run_command
from training.cohort.settings import SETTINGS_FILE, read_settings
from training.console import say
from training.errors import BadInput
from training.options import add_cohort, add_encoder, add_seed, add_work, path_of
from training.recipes import DEFAULT, Recipe, find_recipe
from training.recipes.needs import NEEDED
from training.risk.patients import FEWEST
from training.simulate.simulators import simulator_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_cohort(parser)
    add_work(parser)
    add_seed(parser)
    parser.add_argument("--id", default="cme-site", help="id of the pack")
    parser.add_argument("--key", type=path_of, help="key to sign the pack with (precontrast packs keygen)")
    parser.add_argument(
        "--simulate", type=int, metavar="PATIENTS", help="first make a simulated cohort of so many patients there"
    )
    parser.add_argument(
        "--atlas", type=path_of, help="label atlases for --simulate; otherwise the procedural body alone"
    )
    parser.add_argument("--vessel-steps", type=int, default=1500, help="training steps of the vessel network")
    add_encoder(parser)
    parser.add_argument("--encoder-steps", type=int, default=600, help="training steps of the encoder")
    parser.add_argument(
        "--smoke",
        action="store_true",
        help="a few steps of everything, to see that the chain works; results mean nothing",
    )


def run(options: argparse.Namespace) -> int:
    """Run every part; the first that fails ends the chain."""
    for command in commands(options):
        say(f"\n== precontrast-train {' '.join(command)}")
        code = run_command([*command, "--lang", options.lang, *(["--quiet"] if options.quiet else [])])
        if code:
            return code
    return 0


def commands(options: argparse.Namespace) -> list[list[str]]:
    """The command lines of the chain.

    Raises
    ------
    BadInput
        When a cohort is to be simulated where another one is.
    """
    recipe = recipe_of(options)
    given = [str(options.cohort), *(["--recipe", options.recipe] if options.recipe else [])]
    table, work, seed = given, ["--work", str(options.work)], ["--seed", str(options.seed)]
    smoke = options.smoke
    simulated = options.simulate is not None or (options.cohort.parent / "truth.csv").exists()
    small = ["--repeats", "1"] if smoke else []
    chain = [_simulation(options, recipe)] if options.simulate is not None else []
    chain += [["check", *table], ["split", *table, *work, *seed]]
    if NEEDED["train-vessels"](recipe):
        chain.append(["train-vessels", *table, *work, *seed, "--steps", "2" if smoke else str(options.vessel_steps)])
    if NEEDED["features"](recipe):
        encoder = ["--steps", "2" if smoke else str(options.encoder_steps), *encoder_of(options), *small]
        chain.append(["features", *table, *work, *seed, *encoder])
    chain.append(["train-risk", *table, *work, *seed, *small])
    if simulated and NEEDED["prove"](recipe):
        few = ["--cohorts", "2", "--controls", "0"] if smoke else []
        chain.append(["prove", *table, *work, *seed, *few])
    if NEEDED["quantize"](recipe):
        chain.append(["quantize", *table, *work, *seed, *(["--calibrate-on", "2"] if smoke else [])])
    signed = ["--key", str(options.key)] if options.key else []
    return [*chain, ["evaluate", *table, *work], ["build-pack", *table, *work, "--id", options.id, *signed]]


def encoder_of(options: argparse.Namespace) -> list[str]:
    """How ``features`` is told of another encoder than its own."""
    weights = ["--weights", str(options.weights)] if options.weights else []
    return [] if options.encoder == "morphology" else ["--encoder", options.encoder, *weights]


def recipe_of(options: argparse.Namespace) -> Recipe:
    """The recipe that the option names, else ``cohort.toml``, else the first one."""
    settings = options.cohort.parent / SETTINGS_FILE
    if options.recipe is not None or not settings.exists():
        return find_recipe(options.recipe or DEFAULT)
    return read_settings(settings).recipe


def _simulation(options: argparse.Namespace, recipe: Recipe) -> list[str]:
    folder = options.cohort.parent
    if options.cohort.name != "cohort.csv":
        raise BadInput(f"{options.cohort}: a simulated cohort's table is always named cohort.csv")
    if options.cohort.exists() and not (folder / "truth.csv").exists():
        raise BadInput(f"{folder} holds a cohort that was not simulated; give another folder with --simulate")
    atlas = ["--atlas", str(options.atlas)] if options.atlas else []
    if options.simulate < (least := least_simulated(recipe, options.smoke)):
        raise BadInput(f"--simulate must be at least {least} here: fewer leave no {FEWEST} patients to fit models to")
    with_event = events_among(options.simulate, options.smoke)
    events = [] if with_event is None else ["--events", str(with_event)]
    own = ["--recipe", options.recipe] if options.recipe else []
    return ["simulate-cohort", *own, "--out", str(folder), "--patients", str(options.simulate), *events, *atlas]


def events_among(patients: int, smoke: bool) -> int | None:
    """How many of so many simulated patients have the event: half in a smoke test, else (None) the paper's share."""
    return patients // 2 if smoke else None


def least_simulated(recipe: Recipe, smoke: bool) -> int:
    """The fewest patients of whom models can be fitted to the training split."""
    sizes = simulator_of(recipe).sizes
    return next(n for n in count(FEWEST) if min(sizes(recipe, n, events_among(n, smoke))["train"]) >= FEWEST)
