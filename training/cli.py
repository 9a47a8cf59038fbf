"""``precontrast-train``: the factory's command line.

A command's module is imported when that command runs: help is shown without loading torch, and a machine without some
library can still run the commands that do not need it. Each module has ``add_arguments(parser)`` and
``run(options) -> int``.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # the one of typing takes milliseconds to import
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

DONE, INTERNAL, BAD_INPUT, STOPPED = 0, 1, 2, 130
"""Exit codes; the same as those of ``precontrast``."""

COMMANDS = {
    "check": ("training.cohort.check", "Find everything that is wrong with a cohort before any work begins"),
    "split": ("training.cohort.split", "Divide the patients into training, validation and external test"),
    "transfer-labels": ("training.transfer.command", "Make vessel masks from enhanced scans of the same patients"),
    "train-vessels": ("training.vessels.cohort", "Train the vessel networks on the cohort's masks"),
    "features": (
        "training.features.extract",
        "Compute the features that the recipe makes of each patient's structures",
    ),
    "reader-agreement": (
        "training.features.reader_agreement",
        "Tell which radiomics features two readers' masks agree on",
    ),
    "train-signs": ("training.features.train_signs", "Learn a network of signs from readers' calls"),
    "train-risk": ("training.risk.train", "Fit the risk models of the recipe"),
    "prove": (
        "training.proof.prove",
        "Try the models of a cohort with simulated vessels on many patients whose truth is known",
    ),
    "evaluate": ("training.evaluation.evaluate", "Make the tables, figures and report of the evaluation"),
    "quantize": ("training.packing.quantize", "Make 8-bit models and keep them where they are as good"),
    "build-pack": ("training.packing.build", "Build and sign the pack"),
    "recalibrate": ("training.risk.recalibrate", "Fit a pack to a site's own outcomes and sign the new version"),
    "simulate-cohort": ("training.simulate.command", "Make a simulated cohort whose best possible AUC is known"),
    "import-nnunet": ("training.nnunet.convert", "Turn a trained nnU-Net v2 model into a step of a pack"),
    "recipes": ("training.recipes.command", "List the recipes, or show one"),
    "run": ("training.chain", "Run the whole chain from the cohort to the pack"),
}
"""Module and summary of each command."""
OWN_PACKAGES = frozenset({"training", "inference", "resources"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; whatever goes wrong ends in a sentence."""
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        _say("stopped", sys.argv[1:] if arguments is None else arguments)
        return STOPPED


def _run(arguments: list[str]) -> int:
    from inference.errors import Cancelled, PrecontrastError
    from training.errors import sentence_of
    from training.wording import spoken_language

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return run_command(arguments)
    except Cancelled as error:
        raise KeyboardInterrupt from error
    except PrecontrastError as error:
        _say("error", arguments, sentence=sentence_of(error, spoken_language(arguments)))
        return BAD_INPUT
    except ModuleNotFoundError as error:
        if error.name and error.name.split(".")[0] in OWN_PACKAGES:
            raise
        _say("library", arguments, name=str(error.name))
        return INTERNAL
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        if "--verbose" in arguments:
            raise
        _say("fault", arguments, error=f"{type(error).__name__}: {error}")
        return INTERNAL


def run_command(arguments: Sequence[str]) -> int:
    """Run one command as its command line gives it, and log it in its work folder.

    Errors are raised, so that a chain of commands stops at the first.

    Raises
    ------
    InputError
        For bad input.
    ImportError
        When a library is missing.
    """
    import argparse
    import importlib
    import time

    from inference.errors import InputError
    from training.wording import spoken_language

    name = next((argument for argument in arguments if argument in COMMANDS), None)
    module = importlib.import_module(COMMANDS[name][0]) if name else None
    options = build_parser(name, module).parse_args(arguments, argparse.Namespace(quiet=False, verbose=False))
    options.lang = spoken_language(arguments)
    started, exit_code = time.perf_counter(), INTERNAL
    try:
        exit_code = module.run(options)
    except InputError:
        exit_code = BAD_INPUT
        raise
    except KeyboardInterrupt:
        exit_code = STOPPED
        raise
    finally:
        _log(options, time.perf_counter() - started, exit_code)
    return exit_code


def build_parser(chosen: str | None = None, module=None) -> argparse.ArgumentParser:
    """The parser of all commands; only the chosen one has its arguments, as only its module is loaded.

    Parameters
    ----------
    module
        The chosen command's.
    """
    import argparse

    from inference import __version__

    # Suppressed defaults: the same option may stand before or behind the command.
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument(
        "--lang",
        choices=("zh", "en"),
        help="language of tables and errors, as far as they are translated; the system's unless given",
    )
    shared.add_argument("--quiet", action="store_true", help="no progress bars")
    shared.add_argument("--verbose", action="store_true", help="show where in the program an internal fault arose")
    parser = argparse.ArgumentParser(
        prog="precontrast-train",
        parents=[shared],
        description="Make a pack from a cohort: check, split, train, evaluate, quantize, sign.",
        epilog="Help on a command: precontrast-train COMMAND --help",
    )
    parser.add_argument("--version", action="version", version=f"Precontrast {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", title="commands")
    for name, (_, summary) in COMMANDS.items():
        command = commands.add_parser(name, parents=[shared], help=summary, description=f"{summary}.")
        if name == chosen:
            module.add_arguments(command)
    return parser


def _log(options: argparse.Namespace, seconds: float, exit_code: int) -> None:
    """Log a run in the work folder, where it has one that exists."""
    from training.workspace import Workspace

    work = getattr(options, "work", None)
    if work is not None and work.is_dir():
        given = {name: value for name, value in vars(options).items() if name not in ("command", "work")}
        Workspace(work).log_run(options.command, given, seconds, exit_code)


def _say(message: str, arguments: Sequence[str], **values: object) -> None:
    """Print one of the command line's own messages in the language that the arguments ask for."""
    from inference.terminal import visible
    from training.wording import in_language, spoken_language, worded

    said = in_language(worded(f"factory.cli.{message}", **values), spoken_language(arguments))
    print(visible(said, keep="\n"), file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
