"""What the masks that :mod:`training.transfer` makes are worth, where the truth is known.

``python -m training.transfer.proof --atlas ../shared/atlas --shared ../shared --out training/transfer/results.json``

Simulated patients, each scanned without and with contrast medium and moved in between; two different patients, who must
be refused; and the enhanced real series with its hand-drawn masks, whose pair is the same scan with the contrast medium
taken out, moved, and with more noise.
"""

from __future__ import annotations

import argparse
import json
import logging
import time
from collections.abc import Mapping
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path

import numpy as np
import SimpleITK as sitk
from scipy import ndimage

from inference.volume import Volume
from training.simulate.generate import load_bodies
from training.statistics.segmentation import dice
from training.transfer.carry import Carried, Places, Refused, carry, find_places
from training.transfer.grids import image_of
from training.transfer.prior import WANTED, opened
from training.transfer.simulated import PLACE_MM, Pair, moved, movement, simulated_pair
from training.vessels.apply import VesselModel
from training.vessels.patients import freed, patients, read_drawn
from training.vessels.virtual import without_contrast

NAMES = ("CCA", "IJV", "SCA", "SCV")
MOVED_NOISE_HU = 8.0
NO_SHIFT = np.zeros(3)

log = logging.getLogger(__name__)


def of_simulated(model: VesselModel, pair: Pair, seed: int) -> dict[str, object]:
    """Carried masks of a simulated patient against the truth."""
    rng = np.random.default_rng([78, seed])
    enhanced = moved(pair.enhanced, movement(pair.enhanced.grid, rng), MOVED_NOISE_HU, rng)
    result: dict[str, object] = {"seed": seed, **pair.about, "virtual": virtual_numbers(pair)}
    return result | _judged(model, pair.plain, enhanced, {"right": PLACE_MM}, {"right": pair.labels})


def of_two(model: VesselModel, first: Pair, second: Pair) -> dict[str, object]:
    """What becomes of two patients taken for one."""
    return _judged(model, first.plain, second.enhanced, {"right": PLACE_MM}, {"right": first.labels})


def of_real(model: VesselModel, shared: Path) -> dict[str, object]:
    """The enhanced real series, and the same moved and with the contrast medium taken out."""
    (patient,) = (one for one in patients() if one.enhanced)
    enhanced, labels = read_drawn(patient, shared)
    grid = enhanced.grid
    rng = np.random.default_rng([79, 0])
    way = movement(grid, rng)
    plain = moved(freed(enhanced, labels), way, 10.0, rng)
    way_of_labels = sitk.Resample(image_of(labels, grid), way, sitk.sitkNearestNeighbor, 0)
    truth = sitk.GetArrayFromImage(way_of_labels)
    places = find_places(model, plain)
    sides = {"right": truth, "left": np.where(truth > WANTED, truth - WANTED, 0)}
    return _judged(model, plain, enhanced, places, sides)


def _judged(
    model: VesselModel, plain: Volume, enhanced: Volume, places: Places, truth: Mapping[str, np.ndarray]
) -> dict[str, object]:
    started = time.process_time()
    try:
        found = carry(model, plain, enhanced, places, NO_SHIFT)
    except Refused as error:
        return {"refused": str(error), "numbers": error.numbers and asdict(error.numbers)}
    return {
        "numbers": asdict(found.numbers),
        "quality": found.quality,
        "processor_seconds": round(time.process_time() - started, 1),
        "sides": {side: _of_side(plain, found, side, truth[side]) for side in found.sides},
    }


def _of_side(plain: Volume, found: Carried, side: str, truth: np.ndarray) -> dict[str, object]:
    """Dice in the slices of the block that the network sees: there are masks nowhere else."""
    own = found.labels if side == "right" else np.where(found.labels > WANTED, found.labels - WANTED, 0)
    grown = found.sides[side]
    z, block = plain.grid.places_mm(0), grown.grid.places_mm(0)
    seen = (z >= block[0]) & (z <= block[-1])
    scores = {name: round(float(dice(own[seen] == n, truth[seen] == n)), 3) for n, name in enumerate(NAMES, 1)}
    return {"dice": scores, "told": grown.told, "blood_hu": grown.blood_hu}


def virtual_numbers(pair: Pair) -> dict[str, float]:
    """Virtual against true non-contrast scan of a patient who has not moved, HU, in all eight kinds of vessels.

    ``inside`` is the mean error where no border is near, ``sd`` and ``sd_true`` the spread there, ``edge`` the mean
    absolute error within 1.5 mm of a border, ``edge_before`` what contrast medium changed there.
    """
    spacing = pair.plain.grid.spacing_mm
    labels = np.where(pair.labels <= 8, pair.labels, 0)
    made = without_contrast(pair.enhanced.hu, labels, spacing, pair.blood_hu).astype(float)
    off = made - pair.plain.hu
    vessel = labels > 0
    depth = ndimage.distance_transform_edt(vessel, spacing) - ndimage.distance_transform_edt(~vessel, spacing)
    core, edge = (depth > 1.5) & (pair.plain.hu < 150) & (pair.plain.hu > -100), np.abs(depth) <= 1.5
    changed = np.abs(pair.enhanced.hu.astype(float) - pair.plain.hu)
    numbers = {
        "inside": off[core].mean(),
        "sd": made[core].std(),
        "sd_true": pair.plain.hu[core].std(),
        "edge": np.abs(off)[edge].mean(),
        "edge_before": changed[edge].mean(),
    }
    return {name: round(float(value), 1) for name, value in numbers.items()}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--atlas", type=Path, required=True, help="folder with the label atlases")
    parser.add_argument("--shared", type=Path, required=True, help="folder with the real series and their masks")
    parser.add_argument("--model", type=Path, default=Path("resources/packs/cme-vessels-demo"))
    parser.add_argument("--seeds", type=int, default=4)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    bodies = load_bodies(options.atlas)
    pairs = [simulated_pair(bodies, seed) for seed in range(options.seeds)]
    with opened(options.model, "openvino:CPU") as model:
        result = {
            "command": "python -m training.transfer.proof --atlas ../shared/atlas --shared ../shared",
            "real": of_real(model, options.shared),
            "two_patients": [of_two(model, first, second) for first, second in pairwise(pairs)],
            "simulated": [of_simulated(model, pair, seed) for seed, pair in enumerate(pairs)],
        }
    options.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    log.info("%s", options.out)


if __name__ == "__main__":
    main()
