"""``precontrast-train train-vessels``: the fine vessel network trained on a cohort's own masks.

The coarse locator is taken as it is from the bundled weights: it has to find one region, which all adults have, and
says so when it does not. What may differ between sites is how the vessels look, and that the fine network learns.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from tqdm import tqdm

from inference.engines import EngineProvider
from inference.findings import Finding
from inference.reading import read_text, read_typed
from inference.resample import axis_weights
from inference.segmentation import Segmentation
from inference.steps.segment import SegmentStep, meeting_of
from inference.steps.window import on_targets
from inference.volume import Grid, Volume
from training.cohort.masks import read_mask
from training.cohort.split import read_split
from training.cohort.studies import load_study
from training.cohort.table import Case, Cohort, read_cohort
from training.console import say
from training.errors import BadInput
from training.graphs import to_onnx
from training.options import add_cohort, add_seed, add_work, path_of
from training.recipes import Recipe, check_needed
from training.simulate.generate import block_places
from training.simulate.truth import UNTOLD, vessel_shares
from training.statistics.segmentation import dice, hd95_mm, iou, volume_error
from training.vessels.apply import (
    STEP_FILE,
    VesselModel,
    load_vessel_model,
    on_whole,
    read_step,
    save_labels,
    segment_scan,
)
from training.vessels.plans import BLOCK, BLOCK_2D, LOCATOR, Plan
from training.vessels.step import FROM_BUNDLED, segment_step
from training.vessels.train import Training, train
from training.vessels.weights import read_weights, write_weights
from training.workspace import Workspace, write_bytes, write_json, writing

BUNDLED = Path(__file__).with_name("weights")
PLANS = {"3d": BLOCK, "2d": BLOCK_2D}
MEASURES = ("dice", "iou", "hd95_mm", "volume_error")


@dataclass(frozen=True, slots=True)
class _Tested:
    """One case whose masks were not trained on."""

    case: Case
    split: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_cohort(parser)
    add_work(parser)
    add_seed(parser)
    parser.add_argument("--plan", default="3d", help="3d, 2d, or a plan file as written to FOLDER/vessels/plan.json")
    parser.add_argument(
        "--start-from", default=FROM_BUNDLED, help="bundled (3d only), scratch, or a file of weights; default: bundled"
    )
    parser.add_argument("--steps", type=int, default=1500, help="0 takes the weights as they are")
    parser.add_argument("--batch", type=int, default=2)
    parser.add_argument("--rate", type=float, default=1e-3, help="highest learning rate")
    parser.add_argument("--engine", default="openvino:CPU", help="runs the networks for the test")


def run(options: argparse.Namespace) -> int:
    """Train, export and test; what is there already is taken up."""
    cohort, work = read_cohort(options.cohort, options.recipe), Workspace(options.work)
    check_needed("train-vessels", cohort.recipe)
    split = read_split(work, cohort)
    plan = plan_for(cohort.recipe, read_plan(options.plan))
    start = starting_weights(options.start_from, plan)
    training = [case for case in cohort.cases if split.get(case.id) == "train" and case.masks]
    if not training and options.steps:
        raise BadInput(f"{options.cohort}: no case of the training split has a mask")
    write_json(work.vessels / "plan.json", asdict(plan))
    weights = work.vessels / "weights.npz"
    if options.steps:
        files = prepare_blocks(training, cohort, plan, work.vessels / "blocks", options.quiet)
        fit(plan, files, start, work, options)
        write_weights(read_weights(work.vessels / "last.pt"), weights)
    elif start is None:
        raise BadInput("--steps 0 needs weights to take as they are; give --start-from")
    else:
        write_weights(read_weights(start), weights)
    export_models(plan, weights, cohort.recipe, work)
    tested = [
        _Tested(c, split[c.id]) for c in cohort.cases if c.masks and split.get(c.id) in ("validation", "external")
    ]
    results = test_cases(tested, cohort, work, options)
    write_json(work.vessels / "results.json", results)
    print_results(results)
    return 0


def read_plan(named: str) -> Plan:
    """A plan by name or from a file.

    Raises
    ------
    InputError
        For another name that is no file, or a file that holds no plan.
    """
    if named in PLANS:
        return PLANS[named]
    path = Path(named)
    if not path.exists():
        raise BadInput(f"--plan {named}: neither {' nor '.join(PLANS)} nor a file")
    return read_typed(Plan, json.loads(read_text(path)), named)


def plan_for(recipe: Recipe, plan: Plan) -> Plan:
    """The plan, which must tell apart what the recipe wants, in the recipe's order.

    Raises
    ------
    BadInput
        Names the classes that it lacks.
    """
    classes = tuple(recipe.segmenting.classes[name] for name in recipe.structure_ids)
    missing = [name for name in classes if name not in plan.names]
    if missing:
        raise BadInput(f"--plan {plan.name} has no class {', '.join(missing)}, which the recipe {recipe.id} needs")
    if tuple(plan.names[n] for n in plan.wanted) != classes:
        raise BadInput(f"--plan {plan.name} wants other classes than the recipe {recipe.id}: {', '.join(classes)}")
    return plan


def starting_weights(named: str, plan: Plan) -> Path | None:
    """The file to start from; None to start from chance."""
    if named == "scratch":
        return None
    if named == FROM_BUNDLED:
        bundled = BUNDLED / f"{plan.name}.npz"
        if not bundled.exists():
            raise BadInput(f"no weights are bundled for the plan {plan.name}; use --start-from scratch")
        return bundled
    return path_of(named)


def prepare_blocks(cases: Iterable[Case], cohort: Cohort, plan: Plan, folder: Path, quiet: bool = False) -> list[Path]:
    """Cut the part of each training case that the fine network sees, with its masks, onto the network's grid."""
    files = []
    for case in tqdm(list(cases), desc="blocks", disable=quiet):
        path = folder / f"{case.id}.npz"
        if not path.exists():
            _, loaded = load_study(case.study, cohort.recipe)
            drawn = first_mask(case, cohort, loaded.volume.grid)
            image, truth = block_of(loaded.volume, drawn, plan, cohort.recipe, case.id)
            with writing(path) as unfinished:
                np.savez(unfinished, image=image, truth=truth)
        files.append(path)
    return files


def first_mask(case: Case, cohort: Cohort, grid: Grid) -> np.ndarray:
    """The first reader's mask."""
    return read_mask(next(iter(case.masks.values())), grid, cohort.settings.mask_labels, cohort.recipe)


def block_of(
    volume: Volume, labels: np.ndarray, plan: Plan, recipe: Recipe, case: str
) -> tuple[np.ndarray, np.ndarray]:
    """The block around the drawn venous angle, with room to shift it: HU (int16) and its truth (layers).

    Raises
    ------
    BadInput
        When the veins that the block is placed by are not drawn.
    """
    targets = block_targets(volume.grid, labels, plan, recipe, case)
    image = np.clip(np.round(on_targets(volume, targets, plan.spacing_mm)), -1024, 3071).astype(np.int16)
    grid = volume.grid
    weights = tuple(
        axis_weights(grid.shape[a], grid.origin_mm[2 - a], grid.spacing_mm[a], targets[a], plan.spacing_mm[a])
        for a in range(3)
    )
    shares = vessel_shares(labels, weights)
    return image, np.concatenate([np.full_like(shares[:1], UNTOLD), shares])


def block_targets(grid: Grid, labels: np.ndarray, plan: Plan, recipe: Recipe, case: str) -> list[np.ndarray]:
    """Patient coordinates along k, j, i of the voxels of a block around the drawn venous angle.

    Raises
    ------
    BadInput
        When the veins that the block is placed by are not drawn.
    """
    own = recipe.segmenting
    angle = meeting_of(_drawn(grid, labels, recipe), own.angle)
    if angle is None:
        raise BadInput(f"case {case}: the mask lacks {' or '.join(own.angle)}, which the block is placed by")
    offsets = [places - (places[0] + places[-1]) / 2 for places in block_places(plan.spacing_mm)]
    return [m + offset for m, offset in zip(angle[::-1] + own.offset_mm, offsets)]


def _drawn(grid: Grid, labels: np.ndarray, recipe: Recipe) -> Segmentation:
    return Segmentation(recipe.image.id, labels, np.ones(labels.shape, np.float32), grid, recipe.structure_ids)


def fit(plan: Plan, files: list[Path], start: Path | None, work: Workspace, options: argparse.Namespace) -> None:
    """Run the training with a progress bar."""
    told = Training(
        plan=plan,
        files=lambda: files,
        out=work.vessels,
        steps=options.steps,
        batch=options.batch,
        rate=options.rate,
        seed=options.seed,
        start_from=start,
        keep_every=50,
    )
    with tqdm(total=options.steps, desc="training", disable=options.quiet) as bar:

        def progress(step: int, line: str) -> None:
            bar.update(step - bar.n)
            if line:
                bar.set_postfix_str(line)

        train(told, progress)


def export_models(plan: Plan, weights: Path, recipe: Recipe, work: Workspace) -> None:
    """Write both networks in full precision and the step that runs them."""
    step = segment_step(recipe, plan)
    for model, name, source in ((plan, "vessels", weights), (LOCATOR, "locator", BUNDLED / "locator.npz")):
        network = model.network()
        network.load_state_dict(read_weights(source))
        target, graph = work.models / f"{name}-fp32.onnx", to_onnx(network, (1, 1, *model.size))
        if target.exists() and target.read_bytes() == graph:
            continue
        write_bytes(target, graph)
        # What was made with other weights must not stay.
        (work.models / f"{name}.onnx").unlink(missing_ok=True)
        work.forget_labels()
    told = work.folder / STEP_FILE
    if not told.exists() or read_step(work.folder) != read_typed(SegmentStep, step, STEP_FILE):
        write_json(told, step)
        work.forget_labels()


def test_cases(
    tested: list[_Tested], cohort: Cohort, work: Workspace, options: argparse.Namespace
) -> dict[str, object]:
    """Every measure of every vessel of the cases that were not trained on."""
    engines = EngineProvider(options.engine)
    model = load_vessel_model(work.folder, engines, "-fp32")
    rows = [
        {"case": t.case.id, "split": t.split, **measure_case(model, t.case, cohort, work)}
        for t in tqdm(tested, desc="testing", disable=options.quiet)
    ]
    engines.close()
    told = {"schema": 1, "precision": "fp32", "start_from": options.start_from}
    return {**told, "structures": list(cohort.recipe.structure_ids), "cases": rows}


def measure_case(model: VesselModel, case: Case, cohort: Cohort, work: Workspace) -> dict[str, object]:
    """The model's masks of one case against the first reader's; None where there is nothing to compare.

    Its labels are kept: ``features`` needs the same of the same model.
    """
    _, loaded = load_study(case.study, cohort.recipe)
    volume = loaded.volume
    truth = first_mask(case, cohort, volume.grid)
    found = segment_scan(model, volume)
    if isinstance(found, Finding):
        return {"found": False, "reason": found.code, "vessels": {}}
    save_labels(found, work.labels_of(case.id))
    inlet, grid = inlet_slices(volume.grid, truth, cohort.recipe), volume.grid
    labels = on_whole(found, grid)
    return {"found": True, "vessels": compare_both(labels, truth, inlet, grid.spacing_mm, cohort.recipe.structure_ids)}


def compare_both(
    labels: np.ndarray,
    truth: np.ndarray,
    inlet: slice,
    spacing_mm: tuple[float, float, float],
    structures: Sequence[str],
) -> Mapping[str, Mapping[str, float | None]]:
    """All measures in the region that is wanted, and Dice over the whole of both masks (``dice_whole``)."""
    table = compare(labels[inlet], truth[inlet], spacing_mm, structures)
    whole = {name: dice(labels == value, truth == value) for value, name in enumerate(structures, 1)}
    return {
        name: {**own, "dice_whole": round(whole[name], 4) if np.isfinite(whole[name]) else None}
        for name, own in table.items()
    }


def inlet_slices(grid: Grid, truth: np.ndarray, recipe: Recipe) -> slice:
    """Slices that the pipeline wants whole: around the drawn venous angle; all where that is not drawn.

    A reader may follow a carotid up to the skull base, which the program neither labels nor uses.
    """
    angle = meeting_of(_drawn(grid, truth, recipe), recipe.segmenting.angle)
    if angle is None:
        return slice(None)
    places, whole = grid.places_mm(0), recipe.region.whole
    inside = np.flatnonzero((places >= angle[2] - whole.below) & (places <= angle[2] + whole.above))
    return slice(int(inside[0]), int(inside[-1]) + 1)


def compare(
    labels: np.ndarray, truth: np.ndarray, spacing_mm: tuple[float, float, float], structures: Sequence[str]
) -> Mapping[str, Mapping[str, float | None]]:
    """All measures by structure."""
    table = {}
    for value, structure in enumerate(structures, 1):
        found, drawn = labels == value, truth == value
        values = (dice(found, drawn), iou(found, drawn), hd95_mm(found, drawn, spacing_mm), volume_error(found, drawn))
        table[structure] = {name: round(v, 4) if np.isfinite(v) else None for name, v in zip(MEASURES, values)}
    return table


def print_results(results: Mapping) -> None:
    """Mean Dice by split."""
    for split in ("validation", "external"):
        rows = [row for row in results["cases"] if row["split"] == split]
        found = [row for row in rows if row["found"]]
        if not rows:
            continue
        means = []
        for structure in results["structures"]:
            values = [row["vessels"][structure]["dice"] for row in found]
            values = [value for value in values if value is not None]
            means.append(f"{structure} {np.mean(values):.3f}" if values else f"{structure} -")
        say(f"Dice, {split}: {', '.join(means)}; the region was found in {len(found)} of {len(rows)}")
