"""``precontrast-train quantize``: 8-bit models, kept only where they are as good as the full-precision ones.

Each network is tried in 8 bits, then in 8 bits with its first and last convolution in full precision, and stays in
full precision when both miss the gate: mean Dice of any vessel down by more than 0.01, AUC of the deep-learning score
down by more than 0.005, or a region that is no longer found. Calibrated on training cases, judged on the others.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import partial

import numpy as np
import onnx
from tqdm import tqdm

from inference.engines import EngineProvider
from inference.engines.graph import check_graph
from inference.findings import Finding
from inference.segmentation import Segmentation
from inference.steps.classify import interface_of
from inference.steps.deep_features import encode
from inference.volume import Volume
from training.cohort.split import read_split
from training.cohort.studies import load_study
from training.cohort.table import Case, Cohort, read_cohort
from training.console import table
from training.errors import BadInput
from training.features.cases import crops_path, labels_of, make_crops, read_crops
from training.graphs import quantize
from training.options import add_cohort, add_seed, add_work
from training.packing.calibration import images_seen
from training.recipes import Recipe, ScorePlan, check_needed
from training.recipes.needs import runs_on_networks
from training.risk.patients import read_features
from training.statistics.discrimination import auc
from training.statistics.segmentation import dice
from training.vessels.apply import VesselModel, load_vessel_model, on_whole, segment_scan
from training.vessels.cohort import first_mask, inlet_slices
from training.workspace import Workspace, write_bytes, write_json

DICE_DROP, AUC_DROP = 0.01, 0.005
"""Largest losses allowed, as the factory's specification sets them."""
EIGHT_BIT, ENDS_KEPT, FULL = "int8", "int8, ends fp32", "fp32"
ENCODER = "encoder"
NETWORKS = ("locator", "vessels", ENCODER)


@dataclass(frozen=True, slots=True)
class Judged:
    """How good the models are on the cases that were not trained on.

    Attributes
    ----------
    dice
        Mean over the cases by structure, a region that was not found counting 0.
    auc
        Of the deep-learning score, among the cases that have one.
    """

    cases: int
    found: int
    dice: Mapping[str, float]
    auc: float


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_cohort(parser)
    add_work(parser)
    add_seed(parser)
    parser.add_argument("--calibrate-on", type=int, default=24, help="training cases to calibrate on")
    parser.add_argument("--engine", default="openvino:CPU", help="runs the networks for the test")


def run(options: argparse.Namespace) -> int:
    """Quantize each network, judge it, keep the best that passes."""
    cohort, work = read_cohort(options.cohort, options.recipe), Workspace(options.work)
    check_needed("quantize", cohort.recipe)
    names = networks_of(cohort.recipe)
    for name in names:
        work.need(work.models / f"{name}-fp32.onnx", "features" if name == ENCODER else "train-vessels")
    work.need(work.score_graph(encoded_score(cohort.recipe).id), "train-risk")
    split = read_split(work, cohort)
    judging = [c for c in cohort.cases if c.masks and split.get(c.id) in ("validation", "external")]
    if not judging:
        raise BadInput(f"{options.cohort}: no case outside the training split has a mask to judge the 8-bit models by")
    calibration = calibration_images(cohort, split, work, options)
    for name in names:
        write_bytes(work.models / f"{name}.onnx", (work.models / f"{name}-fp32.onnx").read_bytes())
    judge = Judge(judging, cohort, work, options)
    full = judge.with_kept_labels()
    rows, last = [], full
    for name in names:
        row, passed = choose(name, calibration[name], full, judge.with_models_in_place, work)
        rows.append(row)
        last = passed or last
    report = {
        "schema": 1,
        "gates": {"dice": DICE_DROP, "auc": AUC_DROP},
        "cases": len(judging),
        "models": rows,
        "chain": {"fp32": _plain(full), "shipped": _plain(last)},
    }
    write_json(work.models / "quantization.json", report)
    _print(report)
    return 0


def networks_of(recipe: Recipe) -> tuple[str, ...]:
    """The encoder, and the networks that find structures where they are the factory's own."""
    return NETWORKS if runs_on_networks(recipe) else (ENCODER,)


def encoded_score(recipe: Recipe) -> ScorePlan:
    """The score by which an 8-bit encoder is judged: of its features alone where there is one."""
    assert recipe.encoded is not None  # only a recipe with an encoder comes here
    taking = [score for score in recipe.scores if recipe.encoded.id in score.features]
    return min(taking, key=lambda score: len(score.features))


def calibration_images(
    cohort: Cohort, split: Mapping[str, str], work: Workspace, options: argparse.Namespace
) -> dict[str, list[np.ndarray]]:
    """Inputs of each network on training cases."""
    ready = [c for c in cohort.cases if split.get(c.id) == "train" and crops_path(work, c.id).exists()]
    if not ready:
        raise BadInput("no training case has crops; run first: precontrast-train features")
    rng = np.random.default_rng([options.seed, 8])
    chosen = [ready[n] for n in rng.choice(len(ready), min(options.calibrate_on, len(ready)), replace=False)]
    kept = (read_crops(crops_path(work, c.id), cohort.recipe.crops) for c in chosen)
    images = {ENCODER: [crop for one in kept for crop in one.crops]}
    if not runs_on_networks(cohort.recipe):
        return images
    engines = EngineProvider(options.engine)
    model = load_vessel_model(work.folder, engines, "-fp32")
    shown = tqdm(chosen, desc="calibrating", disable=options.quiet)
    volumes = (load_study(c.study, cohort.recipe)[1].volume for c in shown)
    images |= images_seen(model, volumes)
    engines.close()
    return images


def choose(
    name: str, images: list[np.ndarray], full: Judged, judged: Callable[[], Judged], work: Workspace
) -> tuple[dict[str, object], Judged | None]:
    """Try a network's precisions from small to large; the first that passes is left in place.

    Returns
    -------
    dict
        What was tried and kept.
    Judged or None
        The models that are in place now; None when this one stays in full precision, which changes nothing.
    """
    plain = (work.models / f"{name}-fp32.onnx").read_bytes()
    tried = []
    for precision in (EIGHT_BIT, ENDS_KEPT):
        small = quantize(plain, images, reduce_range=True, given=_input(plain), kept=_ends(plain, precision))
        write_bytes(work.models / f"{name}.onnx", small)
        result = judged()
        faults = shortfalls(full, result)
        tried.append({"precision": precision, **_plain(result), "shortfalls": faults})
        if not faults:
            return _row(name, precision, plain, small, tried), result
    write_bytes(work.models / f"{name}.onnx", plain)
    return _row(name, FULL, plain, plain, tried), None


def shortfalls(full: Judged, small: Judged) -> list[str]:
    """What is worse than the gates allow."""
    faults = [
        f"Dice {name} {full.dice[name]:.3f} to {small.dice[name]:.3f}"
        for name in full.dice
        if full.dice[name] - small.dice[name] > DICE_DROP
    ]
    if full.auc - small.auc > AUC_DROP:
        faults.append(f"AUC {full.auc:.3f} to {small.auc:.3f}")
    if small.found < full.found:
        faults.append(f"region found in {small.found} instead of {full.found} cases")
    return faults


@dataclass(frozen=True, slots=True)
class _Labelled:
    """What one pair of vessel models makes of a case, before any encoder.

    Attributes
    ----------
    dice
        Of each structure in the inlet.
    crops
        What an encoder is given of each structure; None where one was not found.
    """

    dice: list[float]
    crops: np.ndarray | None


class Judge:
    """Judges the models from the scan to the deep-learning score.

    Parameters
    ----------
    cases
        On which nothing was trained.
    """

    def __init__(self, cases: list[Case], cohort: Cohort, work: Workspace, options: argparse.Namespace) -> None:
        self._cases, self._cohort, self._work, self._options = cases, cohort, work, options
        self._labelled: dict[str, _Labelled | None] = {}
        self._labelled_by = b""

    def with_kept_labels(self) -> Judged:
        """The full-precision models: ``features`` has labelled the cases with them."""
        with closing(EngineProvider(self._options.engine)) as engines:
            if not runs_on_networks(self._cohort.recipe):
                return self._judged(self._drawn, engines)
            model = load_vessel_model(self._work.folder, engines, "-fp32")
            read = partial(self._read, segmented=partial(labels_of, work=self._work, model=model))
            return self._judged(read, engines)

    def with_models_in_place(self) -> Judged:
        """The models that are in place now; scans are labelled again only where the vessel models are others."""
        if not runs_on_networks(self._cohort.recipe):
            return self.with_kept_labels()
        models = b"".join((self._work.models / f"{name}.onnx").read_bytes() for name in NETWORKS[:2])
        if models != self._labelled_by:
            self._labelled, self._labelled_by = {}, models
        with closing(EngineProvider(self._options.engine)) as engines:
            model = load_vessel_model(self._work.folder, engines)
            return self._judged(partial(self._once, model), engines)

    def _drawn(self, case: Case) -> _Labelled | None:
        """A case whose structures somebody drew: there are the crops that ``features`` cut, and no labels to judge."""
        path = crops_path(self._work, case.id)
        return _Labelled([], read_crops(path, self._cohort.recipe.crops).crops) if path.exists() else None

    def _once(self, model: VesselModel, case: Case) -> _Labelled | None:
        if case.id not in self._labelled:
            self._labelled[case.id] = self._read(case, lambda _, volume: segment_scan(model, volume))
        return self._labelled[case.id]

    def _read(self, case: Case, segmented: Callable[[Case, Volume], Segmentation | Finding]) -> _Labelled | None:
        """Label one case; None where the region is not found."""
        recipe = self._cohort.recipe
        volume = load_study(case.study, recipe)[1].volume
        found = segmented(case, volume)
        if isinstance(found, Finding):
            return None
        truth = first_mask(case, self._cohort, volume.grid)
        inlet = inlet_slices(volume.grid, truth, recipe)
        overlaps = dice_of(on_whole(found, volume.grid)[inlet], truth[inlet], len(recipe.structures))
        made = make_crops(volume, found, recipe.crops)
        return _Labelled(overlaps, None if isinstance(made, str) else made.crops)

    def _judged(self, labelled: Callable[[Case], _Labelled | None], engines: EngineProvider) -> Judged:
        encoder = engines.load((self._work.models / "encoder.onnx").read_bytes(), "encoder")
        recipe = self._cohort.recipe
        structures = recipe.structure_ids if runs_on_networks(recipe) else ()
        score = scorer_of(recipe, self._work, engines)
        overlaps, scores, outcomes, found = [], [], [], 0
        for case in tqdm(self._cases, desc="judging", disable=self._options.quiet):
            known = labelled(case)
            if known is None:
                overlaps.append([0.0] * len(structures))
                continue
            found += 1
            overlaps.append(known.dice)
            if known.crops is not None and case.outcome is not None:
                features = np.concatenate([encode(encoder, part) for part in known.crops])
                scores.append(score(case.id, features))
                outcomes.append(case.outcome)
        area = auc(np.array(outcomes, bool), np.array(scores)) if 0 < sum(outcomes) < len(outcomes) else float("nan")
        means = np.nanmean(overlaps, axis=0) if structures else ()
        return Judged(len(self._cases), found, dict(zip(structures, (float(m) for m in means))), area)


def scorer_of(recipe: Recipe, work: Workspace, engines: EngineProvider) -> Callable[[str, np.ndarray], float]:
    """The score that judges the encoder, from a case and its features by this encoder; other features are as kept."""
    plan, table = encoded_score(recipe), read_features(work, recipe)
    model = engines.load(work.score_graph(plan.id).read_bytes(), plan.id, interface_of(None))
    (taken,) = model.graph.inputs

    def score(case: str, features: np.ndarray) -> float:
        row = table.features[table.cases.index(case)]
        parts = [
            features if recipe.encoded and name == recipe.encoded.id else row[(table.columns or {})[name]]
            for name in plan.features
        ]
        given = np.concatenate(parts).astype(np.float32)
        return float(model.engine.run({taken: given[None]})["score"].item())

    return score


def dice_of(labels: np.ndarray, truth: np.ndarray, structures: int) -> list[float]:
    """Dice of each structure; NaN for one that neither has."""
    return [dice(labels == n, truth == n) for n in range(1, structures + 1)]


def _input(model: bytes) -> str:
    (name,) = check_graph(model, "model").inputs
    return name


def _ends(model: bytes, precision: str) -> list[str]:
    """Names of the first and last convolution, where they stay in full precision."""
    if precision == EIGHT_BIT:
        return []
    nodes = [node.name for node in onnx.load_from_string(model).graph.node if node.op_type == "Conv"]
    return [nodes[0], nodes[-1]]


def _row(name: str, precision: str, plain: bytes, kept: bytes, tried: list[dict]) -> dict[str, object]:
    return {
        "model": name,
        "precision": precision,
        "bytes": {"fp32": len(plain), "shipped": len(kept)},
        "milliseconds": {"fp32": _times(plain), "shipped": _times(kept)},
        "tried": tried,
    }


def _times(model: bytes) -> dict[str, float]:
    """Milliseconds a run by engine and device."""
    provider = EngineProvider()
    return {name: round(1000 * s, 1) for name, s in provider.measure(model, check_graph(model, "model")).items()}


def _plain(judged: Judged) -> dict[str, object]:
    area = round(judged.auc, 4) if np.isfinite(judged.auc) else None
    dice = {name: round(value, 4) for name, value in judged.dice.items()}
    return {"cases": judged.cases, "found": judged.found, "dice": dice, "auc": area}


def _print(report: Mapping) -> None:
    rows = [
        [
            row["model"],
            row["precision"],
            f"{row['bytes']['fp32'] / 1e6:.1f} to {row['bytes']['shipped'] / 1e6:.1f} MB",
            ", ".join(
                f"{e} {t:g} to {row['milliseconds']['shipped'].get(e, float('nan')):g} ms"
                for e, t in row["milliseconds"]["fp32"].items()
            ),
            "; ".join(f"{t['precision']}: {', '.join(t['shortfalls']) or 'passes'}" for t in row["tried"]),
        ]
        for row in report["models"]
    ]
    table(["model", "shipped as", "size", "time", "gates"], rows)
