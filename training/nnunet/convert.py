"""``precontrast-train import-nnunet``: a trained nnU-Net v2 model becomes ONNX graphs and a step of a pack.

Several folds are imported as several networks whose logits the step averages, which is what nnU-Net's predictor does;
each fold more costs the time of one more. A checkpoint is a pickle: only its numbers are read, and none is passed on.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from inference.engines import EngineProvider
from inference.reading import read_typed
from inference.steps.tiles import TilesStep
from inference.volume import Volume
from training.console import say, table, track
from training.errors import BadInput
from training.graphs import quantize, to_onnx
from training.nnunet.checkpoints import Checkpoint
from training.nnunet.model import Model, read_model
from training.nnunet.network import build, with_weights
from training.nnunet.step import TURNING_READER, Wishes, step_of
from training.nnunet.tiles import Tiles, agreement, cut_tiles, read_volumes
from training.options import path_of
from training.workspace import versions, write_bytes, write_json

LEAST_DICE = 0.99
"""8-bit labels must agree with full-precision ones so well, for every label, or the model stays in full precision."""
LARGEST_DIFFERENCE = 1e-3
"""Of the exported logits from torch's, as a part of their range; rounding alone is a thousand times less."""
Run = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True, slots=True)
class Imported:
    """One fold in both precisions.

    Attributes
    ----------
    dice
        Agreement of the 8-bit model with the full-precision one, by label.
    """

    fold: str
    plain: bytes
    small: bytes
    dice: dict[str, float | None]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    add = parser.add_argument
    add("model", type=path_of, metavar="MODEL_FOLDER", help="with dataset.json, plans.json and fold_0, ...")
    add("--out", type=path_of, required=True, metavar="FOLDER", help="gets step.json, import.json and models/")
    add("--fold", nargs="+", metavar="N", help="0, 1, ... or all (trained on everything); default: every fold there is")
    add("--checkpoint", default="checkpoint_final.pth", metavar="FILE", help="of each fold (default: %(default)s)")
    add("--mirror", action="store_true", help="also show tiles mirrored, as trained: 4 or 8 times the time")
    add("--step", type=_share, default=0.5, metavar="SHARE", help="between tiles, of a tile (default: %(default)s)")
    add("--structures", nargs="+", type=_pair, default=[], metavar="LABEL=STRUCTURE", help="default: every label")
    add(
        "--angle", nargs=2, metavar="STRUCTURE", help="jugular and subclavian vein, where the venous angle is asked for"
    )
    add("--id", type=_slug, default="segmentation", help="of the step (default: %(default)s)")
    add("--image", default="ct", metavar="ROLE", help="image role of the pack (default: %(default)s)")
    add("--orientation", type=_orientation, metavar="XYZ", help="where the training images' axes ran to (default: LPS)")
    add("--calibrate", nargs="+", type=path_of, default=[], metavar="SCAN", help="DICOM folders or image files")
    add("--tiles", type=int, default=32, metavar="N", help="to calibrate on and judge by (default: %(default)s)")
    add("--precision", choices=("auto", "int8", "fp32"), default="auto", help="auto: 8 bits where they are as good")


def _share(given: str) -> float:
    try:
        share = float(given)
    except ValueError:
        share = 0.0
    if not 0 < share <= 1:
        raise argparse.ArgumentTypeError(f"{given!r} is no share of a tile; 0.5 is usual")
    return share


def _slug(given: str) -> str:
    if not given.replace("-", "").isalnum() or not given.isascii():
        raise argparse.ArgumentTypeError(f"{given!r}; only letters, digits and hyphens make an id")
    return given


def _pair(given: str) -> tuple[str, str]:
    label, equals, structure = given.rpartition("=")
    if not (label and equals and structure):
        raise argparse.ArgumentTypeError(f"{given!r}; write LABEL=STRUCTURE, for instance 1=CCA-R")
    return label, structure


def _orientation(given: str) -> str:
    if len(given) != 3 or any(letter not in pair for letter, pair in zip(given, ("LR", "PA", "SI"))):
        raise argparse.ArgumentTypeError(f"{given!r}; write where x, y and z run to, for instance LPS or RAS")
    return given


def run(options: argparse.Namespace) -> int:
    """Import a model folder and say what came out."""
    if options.tiles < 2:
        raise BadInput("--tiles must be 2 or more: half of them calibrate, half judge")
    model = read_model(options.model, options.fold, options.checkpoint)
    wishes = Wishes(
        id=options.id,
        image=options.image,
        structures=tuple(options.structures),
        orientation=options.orientation,
        step_share=options.step,
        mirror=options.mirror,
        angle=tuple(options.angle) if options.angle else None,
    )
    names = [f"models/{options.id}-fold-{one.fold}.onnx" for one in model.checkpoints]
    data = step_of(model, wishes, names)
    step = read_typed(TilesStep, data, "the imported step")
    networks = [_network(model, checkpoint) for checkpoint in model.checkpoints]
    volumes = read_volumes(options.calibrate)
    pairs = track(list(zip(model.checkpoints, networks)), "folds", options.quiet)
    folds = [_import_fold(step, checkpoint, network, volumes, options.tiles) for checkpoint, network in pairs]
    as_good = all(_as_good(step, one) for one in folds)
    small = options.precision == "int8" or (options.precision == "auto" and as_good)
    for name, one in zip(names, folds):
        write_bytes(options.out / name, one.small if small else one.plain)
        write_bytes(options.out / _other(name, small), one.plain if small else one.small)
    write_json(options.out / "step.json", data)
    write_json(options.out / "import.json", _about(model, folds, names, small, options.calibrate))
    _report(model, folds, small, as_good, options)
    return 0


def _network(model: Model, checkpoint: Checkpoint) -> torch.nn.Module:
    empty = build(model.configuration.architecture, len(model.classes), model.folder / "plans.json")
    return with_weights(empty, checkpoint.weights, checkpoint.path)


def _import_fold(
    step: TilesStep, checkpoint: Checkpoint, network: torch.nn.Module, volumes: Sequence[Volume], wanted: int
) -> Imported:
    """Export and quantize one fold."""
    plain = to_onnx(network, (1, 1, *step.patch))
    engines = EngineProvider()
    try:
        run_plain = engines.load(plain, f"fold {checkpoint.fold}").run_single
        tiles = cut_tiles(step, volumes, run_plain, wanted)
        _check_export(network, run_plain, tiles, checkpoint.path)
        small = quantize(plain, tiles.calibration, reduce_range=True)
        run_small = engines.load(small, f"fold {checkpoint.fold}, 8 bits").run_single
        dice = agreement(tiles.judged, step.classes, run_plain, run_small)
    finally:
        engines.close()
    return Imported(checkpoint.fold, plain, small, dice)


def _check_export(network: torch.nn.Module, run_plain: Run, tiles: Tiles, path: Path) -> None:
    """The exported network computes what torch computes.

    Raises
    ------
    BadInput
        When it does not.
    """
    tile = tiles.calibration[0]
    with torch.no_grad():
        wanted = network(torch.from_numpy(tile)).numpy()
    away = float(np.abs(run_plain(tile) - wanted).max() / max(np.ptp(wanted), 1e-6))
    if not away < LARGEST_DIFFERENCE:
        raise BadInput(f"the network of {path} gives other logits once exported (by {away:.2g} of their range)")


def _as_good(step: TilesStep, one: Imported) -> bool:
    """Whether 8 bits give the labels that the step uses; what was not seen was not shown to be as good."""
    return all((one.dice[name] or 0) >= LEAST_DICE for name in step.structures.values())


def _other(name: str, small: bool) -> str:
    """Name of the model in the precision that the step does not use."""
    return name.replace(".onnx", "-fp32.onnx" if small else "-int8.onnx")


def _about(model: Model, folds: list[Imported], names: list[str], small: bool, scans: Sequence[Path]) -> dict[str, Any]:
    """Where the models come from, for the pack's card."""
    return {
        "dataset": model.plans.dataset_name,
        "plans": model.plans.plans_name,
        "configuration": model.checkpoints[0].configuration,
        "trainer": model.checkpoints[0].trainer,
        "reader": model.plans.image_reader_writer,
        "precision": "int8" if small else "fp32",
        "calibrated_on": [path.name for path in scans] or ["the program's phantom"],
        "folds": [
            {
                "fold": one.fold,
                "checkpoint_sha256": hashlib.sha256(checkpoint.path.read_bytes()).hexdigest(),
                "models": {path: hashlib.sha256(data).hexdigest() for path, data in _written(one, name, small)},
                "int8_dice_to_fp32": one.dice,
            }
            for one, name, checkpoint in zip(folds, names, model.checkpoints)
        ],
        "versions": versions(),
    }


def _written(one: Imported, name: str, small: bool) -> list[tuple[str, bytes]]:
    first, second = (one.small, one.plain) if small else (one.plain, one.small)
    return [(name, first), (_other(name, small), second)]


def _report(model: Model, folds: list[Imported], small: bool, as_good: bool, options: argparse.Namespace) -> None:
    rows = [
        (
            one.fold,
            f"{len(one.plain) / 2**20:.1f} MiB",
            f"{len(one.small) / 2**20:.1f} MiB",
            ", ".join(f"{name} {'not seen' if dice is None else f'{dice:.3f}'}" for name, dice in one.dice.items()),
        )
        for one in folds
    ]
    table(("fold", "fp32", "int8", "Dice of int8 to fp32"), rows)
    say(f"The step uses {'int8' if small else 'fp32'}: {options.out / 'step.json'}")
    if small and not as_good:
        say("Warning: as --precision int8 wishes, 8 bits are used although they were not shown to be as good.")
    if not small and options.precision == "auto":
        say(f"8 bits need a Dice of {LEAST_DICE} for every label; --calibrate with scans like the site's own may help.")
    if model.plans.image_reader_writer != TURNING_READER and options.orientation is None:
        say(
            "Axes are taken to run as in DICOM (LPS). If the training images were stored otherwise, for instance by "
            "dcm2niix (LAS), import again with --orientation."
        )
    say("Check the licence of the weights: a pack must state it.")
