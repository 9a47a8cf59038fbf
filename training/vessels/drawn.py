"""Train the vessel network on with the real series that are drawn by hand, and judge that on patients it has not seen.

``python -m training.vessels.drawn --shared ../shared --data work/blocks --start-from FILE --out work/drawn``

Each patient in turn is left out of a training of its own, and the network that comes of it is tried on that patient as
the program would (locator, block, clean-up): three folds, whose Dice goes into ``folds.json`` beside that of the
network which all start from. The one that is kept, ``work/drawn/all/last.pt``, is trained the same way on all of them,
so that no real series is left to try it on.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import numpy as np

from inference.engines import EngineProvider, LoadedModel
from inference.reading import read_typed
from inference.steps.segment import SegmentStep
from training.graphs import to_onnx
from training.recipes.hu2025 import HU2025
from training.vessels.cohort import BUNDLED, block_of
from training.vessels.evaluate import Case, evaluate_real, real_cases
from training.vessels.plans import BLOCK, LOCATOR, Plan
from training.vessels.step import segment_step
from training.vessels.train import Training, simulated_files, train
from training.vessels.weights import read_weights

SHARE = 0.4
"""Of the draws that are real: more, and five sides would be known by heart."""
ALL = "all"

log = logging.getLogger(__name__)


def write_blocks(cases: Iterable[Case], folder: Path) -> dict[str, list[Path]]:
    """The drawn sides on the network's grid: files by patient."""
    folder.mkdir(parents=True, exist_ok=True)
    files: dict[str, list[Path]] = {}
    for case in cases:
        image, truth = block_of(case.volume, case.truth, BLOCK, HU2025, case.name)
        path = folder / f"{case.name.replace(' ', '-')}.npz"
        np.savez(path, image=image, truth=truth)
        files.setdefault(case.series, []).append(path)
    return files


def folds(drawn: dict[str, list[Path]]) -> Iterator[tuple[str, list[Path]]]:
    """Who is left out and what is trained on: each patient once, then none (:data:`ALL` are trained on)."""
    for left_out in (*drawn, ALL):
        yield left_out, [path for patient, paths in drawn.items() if patient != left_out for path in paths]


def mixed(real: list[Path], simulated: list[Path]) -> list[Path]:
    """Each simulation once, and each drawn side as often as makes :data:`SHARE` of the draws real."""
    times = max(1, round(SHARE / (1 - SHARE) * len(simulated) / len(real)))
    return simulated + real * times


def judge(weights: Path, cases: Iterable[Case], locator: LoadedModel, engines: EngineProvider) -> list[dict]:
    """What a network finds on real sides, in full precision."""
    step = read_typed(SegmentStep, segment_step(HU2025), "segment step")
    block = engines.load(_graph(BLOCK, weights), "vessels")
    return [evaluate_real(case, step, locator, block) for case in cases]


def _graph(plan: Plan, weights: Path) -> bytes:
    network = plan.network()
    network.load_state_dict(read_weights(weights))
    return to_onnx(network, (1, 1, *plan.size))


def main() -> None:
    """Command line; a training that is done, or begun, is taken up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with the real series and their masks")
    parser.add_argument("--data", type=Path, required=True, help="simulated blocks")
    parser.add_argument("--held-out", type=int, default=40, help="simulations below this number are not trained on")
    parser.add_argument("--start-from", type=Path, required=True, help="weights to begin with")
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--rate", type=float, default=5e-4)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    cases = list(real_cases(options.shared))
    simulated = simulated_files(options.data, options.held_out)
    engines = EngineProvider("openvino:CPU")
    locator = engines.load(_graph(LOCATOR, BUNDLED / "locator.npz"), "locator")
    judged = {"before": judge(options.start_from, cases, locator, engines), "left_out": []}
    for left_out, real in folds(write_blocks(cases, options.out / "blocks")):
        out = options.out / (ALL if left_out == ALL else f"without-{left_out}")
        log.info("%s", out.name)
        train(
            Training(
                plan=BLOCK,
                files=partial(mixed, real, simulated),
                out=out,
                steps=options.steps,
                rate=options.rate,
                seed=options.seed,
                start_from=options.start_from,
            )
        )
        unseen = [case for case in cases if case.series == left_out]
        judged["left_out"] += judge(out / "last.pt", unseen, locator, engines)
        (options.out / "folds.json").write_text(json.dumps(judged, indent=1) + "\n", encoding="utf-8")
    engines.close()


if __name__ == "__main__":
    main()
