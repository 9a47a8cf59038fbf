"""``precontrast-train features``: what the recipe makes of each patient's structures, one row a patient.

Steps that need no training are run as the program runs them. For deep features crops go through an image encoder.
Encoders: ResNet50 trained here on the training split's crops without outcomes (``morphology``), ResNet50 with a
torchvision weights file (``torchvision``), EfficientNet-Lite0 with the weights of its package (``efficientnet-lite0``),
or any ONNX graph with a fitting input (``onnx``), which is the place for a foundation model. What the encoder was
trained on is written beside the features and ends up in the pack's card.
"""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

import numpy as np
from torch import nn
from tqdm import tqdm

from inference.engines import EngineProvider
from inference.engines.graph import check_graph
from inference.errors import EngineError
from inference.steps.crops import CropPlan
from inference.steps.deep_features import encode, encoder_of
from training.cohort.split import read_split
from training.cohort.table import Case, Cohort, read_cohort
from training.console import say
from training.errors import BadInput
from training.features.anew import learn, make_anew
from training.features.cases import crops_path, lessons, prepare_cases, read_crops
from training.features.efficientnet import EfficientNetLite0, load_lite0
from training.features.pretrain import pretrain
from training.features.resnet import ResNet50, load_torchvision
from training.features.steps import StepVectors, compute_steps, join, vectors_of, write_values
from training.graphs import to_onnx
from training.options import add_cohort, add_encoder, add_folds, add_seed, add_work
from training.recipes import check_needed, measured
from training.workspace import Workspace, write_arrays, write_bytes, write_json

GIVEN, RESULT = "crops", "features"
"""Names of the encoder's input and output."""
TRAINED_ON = {
    "morphology": {
        "en": "crops of the training split, morphology only, no outcomes",
        "zh": "训练集的切块，仅用形态学目标，未使用结局",
    },
    "torchvision": {"en": "torchvision weights file", "zh": "torchvision 权重文件"},
    "efficientnet-lite0": {"en": "ImageNet", "zh": "ImageNet"},
    "onnx": {"en": "see the source of the graph", "zh": "见该模型的来源"},
}
"""By ``--encoder``, for the card."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_cohort(parser)
    add_work(parser)
    add_seed(parser)
    add_encoder(parser)
    parser.add_argument("--steps", type=int, default=600, help="of the morphology pretraining")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--engine", default="openvino:CPU", help="runs the networks")
    add_folds(parser)


def run(options: argparse.Namespace) -> int:
    """Make what the recipe has of features: ``features.npz`` of vectors, ``values.csv`` of values."""
    cohort, work = read_cohort(options.cohort, options.recipe), Workspace(options.work)
    check_needed("features", cohort.recipe)
    recipe = cohort.recipe
    read_split(work, cohort)
    if recipe.has_networks and (recipe.vectors or recipe.valued):
        work.need(work.models / "vessels-fp32.onnx", "train-vessels")
    vectors: dict[str, StepVectors] = {}
    missing: dict[str, str] = {}
    taught = None
    encoded = recipe.encoded if recipe.encoded in recipe.vectors else None
    if encoded is not None:
        vectors[encoded.id], taught, missing = _encoded(cohort, work, options)
    learnt, joined = learn(cohort, work, options), None
    wanted = (*recipe.vectors, *recipe.valued)
    plain = [step for step in recipe.features if step in wanted and step is not encoded]
    if plain:
        computed, failed = compute_steps(plain, cohort, work, options.engine, options.quiet, learnt.steps)
        missing |= failed
        vectors |= {step.id: vectors_of(step, computed) for step in plain if step in recipe.vectors}
        if recipe.valued:
            write_values(work.values, computed)
    if vectors:
        joined = join([vectors[step.id] for step in recipe.vectors])
        own = {} if taught is None or encoded is None else {"taught": joined.widened(encoded.id, taught)}
        write_arrays(work.feature_table, **joined.arrays(), **own)
        say(f"{len(joined.cases)} cases with {len(joined.names)} features; {len(missing)} without")
    if recipe.made_anew:
        make_anew(learnt, joined, sorted(measured(cohort.settings.predictors).values()), cohort, work, options)
    for case, reason in missing.items():
        say(f"  {case}: {reason}")
    return 0


def _encoded(
    cohort: Cohort, work: Workspace, options: argparse.Namespace
) -> tuple[StepVectors, np.ndarray | None, dict[str, str]]:
    """Crops through the encoder, which is made first: vectors, what it was taught, and why cases have none."""
    split = read_split(work, cohort)
    if options.encoder != "morphology" and options.weights is None:
        raise BadInput(f"--encoder {options.encoder} needs --weights FILE")
    training = [case for case in cohort.cases if split.get(case.id) == "train"]
    learnt = {case.id for case in training} if options.encoder == "morphology" else set()
    missing = prepare_cases(cohort, work, options.engine, options.quiet, learnt)
    encoder = work.models / "encoder-fp32.onnx"
    about, taught = make_encoder(encoder, cohort, training, work, options)
    present = [case.id for case in cohort.cases if crops_path(work, case.id).exists()]
    step = cohort.recipe.encoded
    assert step is not None  # only a recipe with an encoder comes here
    features = extract(encoder, present, step.crop, work, options)
    structures = step.structures
    names = [f"{structure}:{n}" for structure in structures for n in range(features.shape[1] // len(structures))]
    if taught is not None:
        taught = np.kron(np.eye(len(structures), dtype=np.float32), taught)
    about |= {"crop": asdict(step.crop), "structures": list(structures), "missing": missing}
    write_json(work.features / "encoder.json", about)
    return StepVectors(step.id, tuple(present), tuple(names), features), taught, missing


def make_encoder(
    target: Path, cohort: Cohort, training: list[Case], work: Workspace, options: argparse.Namespace
) -> tuple[dict[str, object], np.ndarray | None]:
    """Write the encoder as ONNX; says what it is, what it was trained on, and the directions it was taught, if any."""
    if options.encoder == "onnx":
        model = _read(options.weights)
        check_graph_fits(model, options.weights, cohort.recipe.crops)
        write_bytes(target, model)
        return {"encoder": "onnx", "file": options.weights.name, "trained_on": TRAINED_ON["onnx"]}, None
    taught = None
    network: nn.Module
    if options.encoder == "torchvision":
        network = ResNet50()
        load_torchvision(network, options.weights)
        about = {"encoder": "resnet50", "file": options.weights.name, "trained_on": TRAINED_ON["torchvision"]}
    elif options.encoder == "efficientnet-lite0":
        network = EfficientNetLite0()
        load_lite0(network, options.weights)
        about = {"encoder": options.encoder, "file": options.weights.name, "trained_on": TRAINED_ON[options.encoder]}
    else:
        network, taught, about = _trained_here(cohort, training, work, options)
    write_bytes(target, to_onnx(network, cohort.recipe.crops.shape, GIVEN, RESULT))
    return about, taught


def _trained_here(cohort, training, work, options) -> tuple[ResNet50, np.ndarray, dict[str, object]]:
    kept = lessons(training, cohort, work)
    if not kept:
        raise BadInput("no case of the training split has crops; the encoder has nothing to learn from")
    crops = [k.crops.reshape(-1, *k.crops.shape[2:]).astype(np.float16) for k in kept]
    masks = [k.masks.reshape(-1, *k.masks.shape[2:]) for k in kept]
    targets = [k.morphology.reshape(-1, k.morphology.shape[-1]) for k in kept]
    with tqdm(total=options.steps, desc="encoder", disable=options.quiet) as bar:

        def progress(step: int, line: str) -> None:
            bar.update(step - bar.n)
            if line:
                bar.set_postfix_str(line)

        network, taught = pretrain(
            crops, masks, targets, work.features, options.steps, options.batch, options.rate, options.seed, progress
        )
    about = {"encoder": "resnet50", "trained_on": TRAINED_ON["morphology"]}
    return network, taught, about | {"cases": len(kept), "steps": options.steps}


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error.strerror})") from error


def check_graph_fits(model: bytes, path: Path, crops: CropPlan) -> None:
    """Refuse a graph that does not take the crops.

    Raises
    ------
    BadInput
        Says what it takes and what it should.
    """
    needed = encoder_of(crops)
    try:
        graph = check_graph(model, path.name)
    except EngineError as error:
        raise BadInput(f"{path} is no ONNX graph that the program runs ({error.code})") from error
    if not needed.admits(graph):
        raise BadInput(f"{path} has {graph}; an encoder has {needed}; wrap the model with fixed shapes")


def extract(
    encoder: Path, cases: list[str], crops: CropPlan, work: Workspace, options: argparse.Namespace
) -> np.ndarray:
    """Features of the cases, float32 [case, structures x features]: the mean over the slices of each structure."""
    engines = EngineProvider(options.engine)
    model = engines.load(encoder.read_bytes(), encoder.name)
    rows = [
        np.concatenate([encode(model, part) for part in read_crops(crops_path(work, case), crops).crops])
        for case in tqdm(cases, desc="features", disable=options.quiet)
    ]
    engines.close()
    return np.stack(rows).astype(np.float32)
