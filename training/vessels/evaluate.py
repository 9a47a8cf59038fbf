"""Dice of the vessel model, fp32 and INT8, on held-out simulations and on real series with hand-drawn masks.

``python -m training.vessels.evaluate --models FOLDER --data FOLDER --shared ../shared --folds FILE --out FILE``

The real series go through the same locator, block and clean-up as in the program. Left sides are read mirrored, which
makes them further right sides. The network of the pack was trained on these very series, so what it finds on them shows
only what 8 bits cost; what a new scan may get is said by the folds that :mod:`training.vessels.drawn` left out.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from inference.engines import EngineProvider, LoadedModel
from inference.findings import Finding
from inference.reading import read_typed
from inference.segmentation import Segmentation
from inference.steps.locate import locate
from inference.steps.segment import SegmentStep, label_structures
from inference.steps.window import normalise
from training.recipes.hu2025 import HU2025
from training.simulate.truth import as_labels
from training.statistics.segmentation import dice
from training.vessels.apply import on_whole
from training.vessels.patients import Case, drawn_cases
from training.vessels.plans import BLOCK
from training.vessels.step import segment_step

INLET_MM = (20.0, 25.0)
"""Below and above the venous angle: where two readers of a similar scan agree (Dice .92/.86/.86/.78)."""


def evaluate_real(case: Case, step: SegmentStep, locator: LoadedModel, block: LoadedModel) -> dict[str, object]:
    """Dice of each vessel where it is drawn and in the inlet; what the locator missed by, mm.

    What lies where the truth does not speak counts neither way.
    """
    about = {"case": case.name, "patient": case.patient, "variant": case.variant}
    place = locate(step.locator, case.volume, locator, lambda: False)
    if isinstance(place, Finding):
        return {**about, "found": False, **place.evidence}
    found = label_structures(step, case.volume, place, block)[1]
    whole, truth = on_whole(found, case.volume.grid) * case.judged, case.truth * case.judged
    return {
        **about,
        "found": True,
        "locator_off_mm": round(float(np.linalg.norm(np.array(place.position_mm) - venous_angle(case))), 1),
        "dice": _dice_of_each(whole, truth),
        "dice_inlet": dice_in_inlet(case, found),
    }


def dice_in_inlet(case: Case, found: Segmentation) -> dict[str, float | None]:
    """Dice of each vessel in the inlet, where the truth speaks; None where nothing is there and nothing was found."""
    whole, truth = on_whole(found, case.volume.grid) * case.judged, case.truth * case.judged
    z, place = case.volume.grid.places_mm(0), venous_angle(case)[2]
    inlet = (z > place - INLET_MM[0]) & (z < place + INLET_MM[1])
    return _dice_of_each(whole[inlet], truth[inlet])


def _dice_of_each(found: np.ndarray, truth: np.ndarray) -> dict[str, float | None]:
    """By structure; None where there is nothing to find and nothing was found."""
    values = {name: dice(found == n, truth == n) for n, name in enumerate(HU2025.structure_ids, 1)}
    return {name: round(float(value), 3) if np.isfinite(value) else None for name, value in values.items()}


def venous_angle(case: Case) -> np.ndarray:
    """Where the drawn jugular and subclavian veins meet, LPS mm."""
    grid = case.volume.grid
    jugular, subclavian = (np.argwhere(case.truth == value) for value in (2, 4))
    low = jugular[jugular[:, 0] <= jugular[:, 0].min() + 2].mean(axis=0)
    medial = subclavian[subclavian[:, 2] >= np.percentile(subclavian[:, 2], 85)].mean(axis=0)
    return grid.to_patient((low + medial) / 2)


def evaluate_simulated(folder: Path, held_out: int, model: LoadedModel) -> dict[str, float]:
    """Mean Dice of each vessel over the held-out simulations, block in the middle."""
    scores = []
    for path in sorted(folder.glob("[0-9]*.npz")):
        if int(path.stem) >= held_out:
            continue
        with np.load(path) as data:
            start = [(have - want) // 2 for have, want in zip(data["image"].shape, BLOCK.size)]
            box = tuple(slice(s, s + n) for s, n in zip(start, BLOCK.size))
            image, truth = data["image"][box], as_labels(data["truth"])[box]
        logits = model.run_single(normalise(image.astype(np.float32), BLOCK.window_hu)[None, None])[0]
        found = logits.argmax(axis=0)
        scores.append([dice(found == value, truth == value) for value in BLOCK.wanted])
    means = zip(HU2025.structure_ids, np.nanmean(scores, axis=0))
    return {name: round(float(v), 3) for name, v in means} | {"cases": len(scores)}


def evaluate(models: Path, data: Path, held_out: int, shared: Path, engine: str) -> dict[str, object]:
    """All figures of the pack's networks, for both precisions."""
    step = read_typed(SegmentStep, segment_step(HU2025), "segment step")
    result: dict[str, object] = {"engine": engine}
    for precision in ("fp32", "int8"):
        engines = EngineProvider(engine)
        suffix = "" if precision == "int8" else "-fp32"
        block = engines.load((models / f"vessels{suffix}.onnx").read_bytes(), "vessels")
        locator = engines.load((models / f"locator{suffix}.onnx").read_bytes(), "locator")
        result[precision] = {
            "simulated": evaluate_simulated(data, held_out, block),
            "trained_on": [evaluate_real(c, step, locator, block) for c in drawn_cases(shared) if not c.virtual],
        }
        engines.close()
    return result


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="simulated blocks")
    parser.add_argument("--held-out", type=int, default=40)
    parser.add_argument("--shared", type=Path, required=True, help="folder with the real series and their masks")
    parser.add_argument("--folds", type=Path, required=True, help="folds.json of training.vessels.drawn")
    parser.add_argument("--engine", default="openvino:CPU")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    result = evaluate(options.models, options.data, options.held_out, options.shared, options.engine)
    result |= json.loads(options.folds.read_text(encoding="utf-8"))
    text = json.dumps(result, indent=1)
    print(text)
    if options.out:
        options.out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
