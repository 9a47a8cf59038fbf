"""Train the vessel network on with the real patients that are drawn by hand, and judge that on those it has not seen.

``python -m training.vessels.drawn --shared ../shared --data work/blocks --start-from FILE --out work/drawn``

Patients are left out in turn, some at a time, of a training of their own, and the network that comes of it is tried on
them as the program would (locator, block, clean-up): their Dice goes into ``folds.json`` beside that of the network
which all start from. The one that is kept, ``work/drawn/all/last.pt``, is trained the same way on all of them, so that
no real patient is left to try it on. An enhanced scan, with its contrast medium taken out, is trained on by all and
judged by none.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

import numpy as np

from inference.engines import EngineProvider, LoadedModel
from inference.reading import read_text, read_typed
from inference.steps.segment import SegmentStep
from training.graphs import to_onnx
from training.recipes.hu2025 import HU2025
from training.simulate.truth import GUESSED, UNJUDGED
from training.vessels.cohort import BUNDLED, block_of, block_targets
from training.vessels.evaluate import evaluate_real
from training.vessels.patients import FAINT, UNKNOWN, Case, drawn_cases
from training.vessels.plans import BLOCK, LOCATOR, Plan
from training.vessels.step import segment_step
from training.vessels.train import Training, simulated_files, train
from training.vessels.weights import read_weights

SHARE = 0.7
"""Of the draws that are real."""
FOLDS = 4
ALL = "all"
FIGURES = "folds.json"
Folds = dict[str, list[dict[str, object]]]
"""What was found on real sides ``before`` any was trained on, and by networks that ``left_out`` the patient."""

log = logging.getLogger(__name__)


def write_blocks(cases: Iterable[Case], folder: Path) -> dict[str, list[Path]]:
    """The drawn sides on the network's grid: files by patient."""
    folder.mkdir(parents=True, exist_ok=True)
    files: dict[str, list[Path]] = {}
    for case in cases:
        image, truth = _block_of(case)
        path = folder / f"{case.name.replace(' ', '-')}.npz"
        np.savez(path, image=image, truth=truth)
        files.setdefault(case.patient, []).append(path)
    return files


def _block_of(case: Case) -> tuple[np.ndarray, np.ndarray]:
    """A side on the network's grid, with what is known of all that is no vessel; outside the image nothing is."""
    image, truth = block_of(case.volume, case.truth, BLOCK, HU2025, case.name)
    grid = case.volume.grid
    targets = block_targets(grid, case.truth, BLOCK, HU2025, case.name)
    nearest = [np.round((t - grid.places_mm(axis)[0]) / grid.spacing_mm[axis]) for axis, t in enumerate(targets)]
    inside = [(n >= 0) & (n < size) for n, size in zip(nearest, grid.shape)]
    box = np.ix_(*inside)
    found = np.ix_(*(n[i].astype(int) for n, i in zip(nearest, inside)))
    others = np.full(image.shape, UNJUDGED, np.uint8)
    doubt = case.doubt[found]
    others[box] = np.select(
        [doubt == FAINT, doubt == UNKNOWN], [np.uint8(GUESSED), np.uint8(UNJUDGED)], case.others[found]
    )
    return image, np.concatenate([others[None], truth[1:]])


def read_folds(folder: Path) -> Folds:
    """The figures of an earlier run."""
    found: Folds = json.loads(read_text(folder / FIGURES))
    return found


def folds(
    drawn: Mapping[str, list[Path]], judged: Collection[str], count: int
) -> Iterator[tuple[str, set[str], list[Path]]]:
    """Name of each training, whom it leaves out and what it is trained on: each patient is left out once.

    The last, :data:`ALL`, leaves no one out; and no training leaves out those who are not to be judged by.
    """
    names = [name for name in drawn if name in judged]
    for n in range(count):
        left_out = set(names[n::count])
        yield f"fold-{n + 1}", left_out, _files_of(drawn, left_out)
    yield ALL, set(), _files_of(drawn, set())


def _files_of(drawn: Mapping[str, list[Path]], left_out: Collection[str]) -> list[Path]:
    return [path for patient, paths in drawn.items() if patient not in left_out for path in paths]


def mixed(real: list[Path], simulated: list[Path]) -> list[Path]:
    """Each simulation once, and each drawn side as often as makes :data:`SHARE` of the draws real."""
    times = max(1, round(SHARE / (1 - SHARE) * len(simulated) / len(real)))
    return simulated + real * times


def judge(
    weights: Path, cases: Iterable[Case], locator: LoadedModel, engines: EngineProvider
) -> list[dict[str, object]]:
    """What a network finds on real sides, in full precision."""
    step = read_typed(SegmentStep, segment_step(HU2025), "segment step")
    block = engines.load(graph_of(BLOCK, weights), "vessels")
    return [evaluate_real(case, step, locator, block) for case in cases]


def graph_of(plan: Plan, weights: Path) -> bytes:
    """A network with these weights, as ONNX, in full precision."""
    network = plan.network()
    network.load_state_dict(read_weights(weights))
    return to_onnx(network, (1, 1, *plan.size))


def main() -> None:
    """Command line; a training that is done, or begun, is taken up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with the real series and their masks")
    parser.add_argument("--data", type=Path, required=True, help="simulated blocks")
    parser.add_argument("--held-out", type=int, default=40, help="simulations below this number are not trained on")
    parser.add_argument(
        "--start-from",
        type=Path,
        required=True,
        help="weights to begin with, or the folder of an earlier run, each training of which is gone on with",
    )
    parser.add_argument("--steps", type=int, default=600)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--folds", type=int, default=FOLDS)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    all_cases = list(drawn_cases(options.shared))
    cases = [case for case in all_cases if not case.virtual]
    simulated = simulated_files(options.data, options.held_out)
    engines = EngineProvider("openvino:CPU")
    locator = engines.load(graph_of(LOCATOR, BUNDLED / "locator.npz"), "locator")
    start = options.start_from
    before = read_folds(start)["before"] if start.is_dir() else judge(start, cases, locator, engines)
    judged: Folds = {"before": before, "left_out": []}
    drawn = write_blocks(all_cases, options.out / "blocks")
    for name, left_out, real in folds(drawn, {case.patient for case in cases}, options.folds):
        log.info("%s leaves out %s", name, ", ".join(sorted(left_out)) or "no one")
        train(
            Training(
                plan=BLOCK,
                files=partial(mixed, real, simulated),
                out=options.out / name,
                steps=options.steps,
                rate=options.rate,
                seed=options.seed,
                start_from=start / name / "last.pt" if start.is_dir() else start,
            )
        )
        unseen = [case for case in cases if case.patient in left_out]
        judged["left_out"] += judge(options.out / name / "last.pt", unseen, locator, engines)
        (options.out / FIGURES).write_text(json.dumps(judged, indent=1) + "\n", encoding="utf-8")
    engines.close()


if __name__ == "__main__":
    main()
