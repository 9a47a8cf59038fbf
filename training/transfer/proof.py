"""What the masks that :mod:`training.transfer` makes are worth, where the truth is known.

``python -m training.transfer.proof --atlas ../shared/atlas --shared ../shared --out training/transfer/results.json``

Simulated patients, each scanned without and with contrast medium and moved in between; two different patients, who must
be refused; and the enhanced real series with its hand-drawn masks, whose pair is the same scan with the contrast medium
taken out, moved, and with more noise. That pair is written as DICOM and goes through the command itself, once with both
series in one frame of reference and once with the enhanced one in a frame of its own, elsewhere.

What is set in :mod:`training.transfer` was set on the patients of :data:`DEVELOPED_ON`; the others are for judging.
"""

from __future__ import annotations

import argparse
import json
import logging
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import SimpleITK as sitk
from scipy import ndimage

from inference.dicom.writing import write_series
from inference.volume import Volume
from training.simulate import classes
from training.simulate.generate import load_bodies
from training.simulate.writing import shared_header, uid_of
from training.transfer import command
from training.transfer.carry import Carried, Places, Refused, carry
from training.transfer.grids import image_of
from training.transfer.prior import WANTED, opened
from training.transfer.scores import scores
from training.transfer.simulated import PLACE_MM, Pair, moved, movement, simulated_pair
from training.vessels.apply import VesselModel
from training.vessels.patients import ARTERIES, VEINS, freed, patients, read_drawn
from training.vessels.virtual import without_contrast

DEVELOPED_ON, JUDGED_ON = (0, 1, 2, 3), (20, 21, 22, 23)
"""Numbers of the simulated patients."""
MOVED_NOISE_HU = 8.0
NO_SHIFT = np.zeros(3)
ELSEWHERE_MM = (21.0, -34.0, 310.0)
"""Where the second frame of reference lies in the first (LPS)."""
AXILLARY = {"right": 13, "left": 14}
"""What the axillary vessels of a side are in drawn masks."""

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


def of_real(model: Path, shared: Path, work: Path) -> dict[str, object]:
    """The enhanced real series, and the same moved and with the contrast medium taken out, through the command."""
    (patient,) = (one for one in patients() if one.enhanced)
    enhanced, labels = read_drawn(patient, shared)
    rng = np.random.default_rng([79, 0])
    way = movement(enhanced.grid, rng)
    plain = moved(freed(enhanced, labels), way, 10.0, rng)
    drawn = sitk.GetArrayFromImage(sitk.Resample(image_of(labels, enhanced.grid), way, sitk.sitkNearestNeighbor, 0))
    far = replace(enhanced.grid, origin_mm=tuple(np.add(enhanced.grid.origin_mm, ELSEWHERE_MM).tolist()))
    _write(plain, work / "plain", "Chest", 1, 1)
    _write(enhanced, work / "same", "Chest enhanced", 2, 1)
    _write(replace(enhanced, grid=far), work / "other", "Chest enhanced", 3, 2)
    rows = "".join(f"{name},plain,{name}\n" for name in ("same", "other"))
    (work / "pairs.csv").write_text(f"patient,plain,enhanced\n{rows}", encoding="utf-8")
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    given = ["--work", str(work), "--model", str(model), "--engine", "openvino:CPU"]
    command.run(parser.parse_args([str(work / "pairs.csv"), *given], argparse.Namespace(quiet=True, lang="en")))
    return {name: _of_command(work / "transfer", name, plain, drawn) for name in ("same", "other")}


def _write(volume: Volume, folder: Path, description: str, number: int, frame: int) -> None:
    """A series of the real patient as DICOM; it leaves this machine as little as its source does."""
    header = shared_header(79, number, "R1", "A", 60, False) | {
        "FrameOfReferenceUID": uid_of(79, frame, "frame"),
        "SeriesDescription": description,
        "BodyPartExamined": "CHEST",
        "SliceThickness": volume.grid.spacing_mm[0],
    }
    if "enhanced" in description:
        header["ContrastBolusAgent"] = "unknown"
    write_series(volume, folder, header, lambda name: uid_of(79, number, name))


def _of_command(folder: Path, name: str, plain: Volume, drawn: np.ndarray) -> dict[str, object]:
    """What the command told of a patient, and its mask against the drawn one."""
    told = json.loads((folder / "patients" / f"{name}.json").read_text(encoding="utf-8"))
    kept = {key: told[key] for key in ("frame_of_reference", "state", "reason", "numbers", "quality") if key in told}
    if told["state"] != "done":
        return kept
    found = sitk.GetArrayFromImage(sitk.ReadImage(str(folder / "masks" / f"{name}.nii.gz")))
    sides = {}
    for side, vessels in told["sides"].items():
        own = _of_side(found, side)
        slices = np.flatnonzero(own.any(axis=(1, 2)))
        seen = slice(slices[0], slices[-1] + 1)
        sides[side] = {
            "vessels": scores(own[seen], _classes(drawn, side)[seen], plain.grid.spacing_mm),
            "told": [vessel["told"] for vessel in vessels.values()],
            "blood_hu": [vessel["blood_hu"] for vessel in vessels.values()],
        }
    return kept | {"sides": sides}


def _of_side(labels: np.ndarray, side: str) -> np.ndarray:
    first = 0 if side == "right" else WANTED
    return np.where((labels > first) & (labels <= first + WANTED), labels - first, 0).astype(np.uint8)


def _classes(drawn: np.ndarray, side: str) -> np.ndarray:
    """Drawn masks as classes of one side; its axillary vessels are drawn as one."""
    kinds = np.where(np.isin(drawn, ARTERIES), classes.OTHER_ARTERY, 0)
    kinds[np.isin(drawn, VEINS)] = classes.OTHER_VEIN
    kinds[drawn == AXILLARY[side]] = classes.AXILLARY_ARTERY
    own = _of_side(drawn, side)
    return np.where(own > 0, own, kinds).astype(np.uint8)


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
        "sides": {side: _compared(plain, found, side, truth[side]) for side in found.sides},
    }


def _compared(plain: Volume, found: Carried, side: str, truth: np.ndarray) -> dict[str, object]:
    """Scores in the slices of the block that the network sees: there are masks nowhere else."""
    grown = found.sides[side]
    z, block = plain.grid.places_mm(0), grown.grid.places_mm(0)
    seen = (z >= block[0]) & (z <= block[-1])
    vessels = scores(_of_side(found.labels, side)[seen], truth[seen], plain.grid.spacing_mm)
    return {"vessels": vessels, "told": grown.told, "blood_hu": grown.blood_hu}


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


def means(simulated: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """Of each vessel of the simulated patients."""
    every = [one["sides"]["right"]["vessels"] for one in simulated if "sides" in one]
    return {
        name: {score: round(float(np.mean([one[name][score] for one in every])), 3) for score in every[0][name]}
        for name in every[0]
    }


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--atlas", type=Path, required=True, help="folder with the label atlases")
    parser.add_argument("--shared", type=Path, required=True, help="folder with the real series and their masks")
    parser.add_argument("--model", type=Path, default=Path("resources/packs/cme-vessels-demo"))
    parser.add_argument("--seeds", type=int, nargs="+", default=JUDGED_ON)
    parser.add_argument("--pages", type=Path, help="folder for the real patient's DICOM files, masks and pages")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    started = time.process_time()
    bodies = load_bodies(options.atlas)
    pairs = {seed: simulated_pair(bodies, seed) for seed in options.seeds}
    log.info("patients simulated")
    with opened(options.model, "openvino:CPU") as model:
        simulated = [of_simulated(model, pair, seed) for seed, pair in pairs.items()]
        two = [of_two(model, first, second) for first, second in pairwise(pairs.values())]
    log.info("masks carried")
    with tempfile.TemporaryDirectory() as folder:
        work = options.pages or Path(folder)
        work.mkdir(parents=True, exist_ok=True)
        real = of_real(options.model, options.shared, work)
    result = {
        "command": "python -m training.transfer.proof --atlas ../shared/atlas --shared ../shared",
        "processor_seconds": round(time.process_time() - started),
        "developed_on": DEVELOPED_ON,
        "means": means(simulated),
        "simulated": simulated,
        "two_patients": two,
        "real": real,
    }
    options.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    log.info("%s", options.out)


if __name__ == "__main__":
    main()
