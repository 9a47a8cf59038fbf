"""Options that several commands share, so that they read and behave alike."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path


def add_cohort(parser: argparse.ArgumentParser) -> None:
    """The cohort table, ``options.cohort``."""
    parser.add_argument("cohort", type=path_of, metavar="COHORT.csv", help="table of the cases, beside cohort.toml")
    parser.add_argument(
        "--recipe", metavar="ID|FILE.toml", help="what is made of them; otherwise what cohort.toml names, or hu2025"
    )


def add_work(parser: argparse.ArgumentParser) -> None:
    """The work folder, ``options.work``."""
    parser.add_argument(
        "--work", type=path_of, required=True, metavar="FOLDER", help="folder of results; commands pass them on in it"
    )


def add_seed(parser: argparse.ArgumentParser) -> None:
    """The seed of everything random, ``options.seed``."""
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="the same seed gives the same result")


def add_folds(parser: argparse.ArgumentParser) -> None:
    """Of the cross-validation of the risk, ``options.folds`` and ``options.repeats``."""
    parser.add_argument("--folds", type=count_from(2), default=5, metavar="N", help="of the cross-validation")
    parser.add_argument("--repeats", type=count_from(1), default=3, metavar="N", help="of the cross-validation")


def count_from(least: int) -> Callable[[str], int]:
    """Reads a whole number that is not below the least."""

    def count(given: str) -> int:
        try:
            value = int(given)
        except ValueError:
            value = least - 1
        if not least <= value <= 10_000:
            raise argparse.ArgumentTypeError(f"{given!r} is not a whole number from {least}")
        return value

    return count


def add_encoder(parser: argparse.ArgumentParser) -> None:
    """Where the image encoder comes from, ``options.encoder`` and ``options.weights``."""
    parser.add_argument(
        "--encoder",
        choices=("morphology", "torchvision", "efficientnet-lite0", "onnx"),
        default="morphology",
        help="trained here on the training split without outcomes, or from --weights",
    )
    parser.add_argument("--weights", type=path_of, metavar="FILE", help="of that network, or the ONNX graph")


def path_of(given: str) -> Path:
    """A path as typed; whether it exists is checked where it is read.

    Raises
    ------
    argparse.ArgumentTypeError
        For an empty one, which would stand for the current folder.
    """
    if not given.strip():
        raise argparse.ArgumentTypeError("an empty path; a dot stands for this folder")
    return Path(given)
