"""``precontrast-train transfer-labels``: vessel masks for non-contrast scans from the same patients' enhanced ones.

For each patient a mask, a page to look at and a line of numbers; who cannot be done is a line with its reason. A
patient who is done is not done again while the table names the same folders, so the command can be stopped at any time.
"""

from __future__ import annotations

import argparse
import csv
import io
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import SimpleITK as sitk

from inference.dicom import Scan, Series, choose, load
from inference.errors import PrecontrastError
from inference.reading import read_json
from inference.roles import wanted_role
from inference.volume import Grid, Volume
from training.cohort.studies import choose_series, scan_study
from training.console import say, table, track
from training.errors import BadInput, sentence_of
from training.options import add_work, path_of
from training.recipes.hu2025 import HU2025
from training.transfer.carry import Carried, Refused, carry, find_places
from training.transfer.page import draw_page
from training.transfer.prior import opened
from training.transfer.table import Row, read_pairs
from training.vessels.apply import VesselModel
from training.wording import in_language, worded
from training.workspace import write_bytes, write_json, write_text

FOLDER = "transfer"
DEFAULT_MODEL = Path(__file__).parents[2] / "resources" / "packs" / "cme-vessels-demo"
DONE, FAILED = "done", "failed"
SAME, OTHER, UNKNOWN = "same", "other", "unknown"
"""Whether two scans have one frame of reference: then they lie on each other but for breath and movement."""


@dataclass(frozen=True, slots=True)
class Scans:
    """Both series of a patient, read."""

    plain: Volume
    enhanced: Volume
    uids: tuple[str, str]
    frame: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument(
        "pairs", type=path_of, metavar="PAIRS.csv", help="table with the columns patient, plain, enhanced (folders)"
    )
    add_work(parser)
    parser.add_argument(
        "--model",
        type=path_of,
        default=DEFAULT_MODEL,
        metavar="FOLDER",
        help="pack or work folder with vessel networks",
    )
    parser.add_argument("--engine", metavar="ENGINE:DEVICE", help="what runs the networks; measured unless given")


def run(options: argparse.Namespace) -> int:
    """Carry masks over for all patients of a table and print what became of each."""
    rows, folder = read_pairs(options.pairs), options.work / FOLDER
    results = []
    with opened(options.model, options.engine) as model:
        for row in track(rows, "patients", options.quiet):
            results.append(_kept(folder, row) or _one(model, folder, row, options.lang))
            _write_tables(folder, rows, results)
    _print(results, folder, options.lang)
    return 0


def _one(model: VesselModel, folder: Path, row: Row, language: str) -> dict[str, object]:
    """One patient; whatever is wrong with the files of one is that patient's line."""
    result: dict[str, object] = {"patient": row.patient, **_folders(row)}
    try:
        scans = read_scans(row)
        result |= {"frame_of_reference": scans.frame, "series": list(scans.uids)}
        carried = carry_over(model, scans)
    except PrecontrastError as error:
        numbers = error.numbers if isinstance(error, Refused) else None
        reason = {said: sentence_of(error, said) for said in ("en", "zh")}
        result |= {"state": FAILED, "reason": reason, "numbers": numbers and asdict(numbers)}
    else:
        result |= _described(carried)
        write_bytes(folder / "masks" / f"{row.patient}.nii.gz", nifti(carried.labels, scans.plain.grid))
        page = draw_page(scans.plain, carried, row.patient, _heads(language), _lines(result, language))
        write_bytes(folder / "pages" / f"{row.patient}.png", page)
    write_json(folder / "patients" / f"{row.patient}.json", result)
    return result


def read_scans(row: Row) -> Scans:
    """Read both series of a patient.

    Raises
    ------
    InputError
        When one has no suitable series, cannot be read, or both are the same.
    """
    plain = choose_series(scan_study(row.plain), row.plain, HU2025)[0]
    enhanced = _enhanced(scan_study(row.enhanced), row.enhanced)
    if plain.uid == enhanced.uid:
        raise BadInput(worded("factory.transfer.same", path=str(row.enhanced)))
    frames = [plain.frame_of_reference_uid, enhanced.frame_of_reference_uid]
    frame = UNKNOWN if not all(frames) else SAME if frames[0] == frames[1] else OTHER
    return Scans(load(plain).volume, load(enhanced).volume, (plain.uid, enhanced.uid), frame)


def _enhanced(found: Scan, study: Path) -> Series:
    """The series of a study that is enhanced; of several, the one that the pipeline would prefer otherwise."""
    told = tuple(series for series in found.series if series.contrast_agent)
    role = replace(wanted_role(HU2025.image, HU2025.region), contrast="any")
    series = choose(told or found.series, role).series
    if series is None:
        return choose_series(found, study, HU2025)[0]
    return series


def carry_over(model: VesselModel, scans: Scans) -> Carried:
    """Masks for the scan without contrast medium.

    Raises
    ------
    Refused
        When the inlet is in view in none, or the scans do not match.
    """
    places = find_places(model, scans.plain)
    if not places:
        raise Refused(worded("factory.transfer.no-inlet"))
    shift = np.zeros(3)
    if scans.frame != SAME:
        there = find_places(model, scans.enhanced)
        both = [np.subtract(there[side], places[side]) for side in places if side in there]
        signs = [1.0 if side == "right" else -1.0 for side in places if side in there]
        if both:
            shift = np.mean([[sign * x, y, z] for sign, (x, y, z) in zip(signs, both)], axis=0)
    return carry(model, scans.plain, scans.enhanced, places, shift)


def nifti(labels: np.ndarray, grid: Grid) -> bytes:
    """Masks as a compressed NIfTI file on the grid of their series."""
    image = sitk.GetImageFromArray(np.ascontiguousarray(labels, np.uint8))
    steps = grid.affine[:3, 2::-1]
    spacing = np.linalg.norm(steps, axis=0)
    image.SetOrigin(grid.affine[:3, 3].tolist())
    image.SetSpacing(spacing.tolist())
    image.SetDirection((steps / spacing).ravel().tolist())
    # Under a plain name first: not every system lets the library use others.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mask.nii.gz"
        sitk.WriteImage(image, str(path), useCompression=True)
        return path.read_bytes()


def _described(carried: Carried) -> dict[str, object]:
    sides = {
        side: {
            name.split("-")[0]: {"told": told, "blood_hu": None if np.isnan(blood) else blood}
            for name, told, blood in zip(HU2025.structure_ids, grown.told, grown.blood_hu)
        }
        for side, grown in carried.sides.items()
    }
    return {"state": DONE, "quality": carried.quality, "numbers": asdict(carried.numbers), "sides": sides}


def _folders(row: Row) -> dict[str, str]:
    return {"plain": str(row.plain), "enhanced": str(row.enhanced)}


def _kept(folder: Path, row: Row) -> dict[str, Any] | None:
    """What an earlier run made of a patient, if it can stand."""
    path = folder / "patients" / f"{row.patient}.json"
    if not path.exists():
        return None
    kept = read_json(path)
    if not isinstance(kept, dict) or not all(kept.get(name) == value for name, value in _folders(row).items()):
        return None
    whole = kept.get("state") == DONE and (folder / "masks" / f"{row.patient}.nii.gz").exists()
    return kept if whole else None


def _write_tables(folder: Path, rows: Sequence[Row], results: Sequence[Mapping[str, Any]]) -> None:
    """All patients with their numbers, and lines for ``cohort.csv`` of those that are done."""
    head = ("patient", "state", "quality", "frame_of_reference", "similarity", "residual_hu", "bend_mm", "reason")
    lines = [head]
    for result in results:
        numbers = result.get("numbers") or {}
        reason = (result.get("reason") or {}).get("en", "")
        told = [numbers.get(name, "") for name in head[4:7]]
        lines.append((*(result.get(name, "") for name in head[:4]), *told, reason))
    write_text(folder / "patients.csv", _csv(lines))
    done = {result["patient"] for result in results if result["state"] == DONE}
    cases = [(row.patient, row.patient, row.plain.resolve(), f"masks/{row.patient}.nii.gz") for row in rows]
    write_text(
        folder / "cohort-rows.csv", _csv([("case", "patient", "study", "mask"), *(c for c in cases if c[0] in done)])
    )


def _csv(lines: Sequence[Sequence[object]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue()


def _heads(language: str) -> list[str]:
    return [in_language(worded(f"factory.transfer.page-{name}"), language) for name in ("plain", "enhanced")]


def _lines(result: Mapping[str, Any], language: str) -> list[str]:
    """The numbers of a patient's page."""
    numbers = result["numbers"]
    frame = worded(f"factory.transfer.frame-{result['frame_of_reference']}")
    said = [
        worded("factory.transfer.page-quality", quality=result["quality"], frame=frame),
        worded("factory.transfer.page-match", **{k: v for k, v in numbers.items() if k != "jacobian"}),
    ]
    lines = [in_language(line, language) for line in said]
    for side, vessels in result["sides"].items():
        told = ", ".join(f"{name} {100 * v['told']:.0f} %" for name, v in vessels.items())
        lines.append(in_language(worded(f"factory.transfer.page-{side}", told=told), language))
    return lines


def _print(results: Sequence[Mapping[str, Any]], folder: Path, language: str) -> None:
    names = ("patient", "state", "quality", "similarity", "reason")
    rows = []
    for result in results:
        state = in_language(worded(f"factory.transfer.{result['state']}"), language)
        similarity = (result.get("numbers") or {}).get("similarity", "")
        reason = (result.get("reason") or {}).get(language, "")
        rows.append((result["patient"], state, result.get("quality", ""), similarity, reason))
    table([in_language(worded(f"factory.transfer.head-{name}"), language) for name in names], rows)
    done = sum(result["state"] == DONE for result in results)
    say(in_language(worded("factory.transfer.end", done=done, count=len(results), path=str(folder)), language))
