"""Files of a simulated cohort, whatever is simulated: tables, masks, identifiers, and who the patient is said to be."""

from __future__ import annotations

import csv
import hashlib
import io
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import SimpleITK as sitk

from inference.volume import Grid
from training.errors import BadInput

TRUTH = "truth.csv"


def check_folder(folder: Path, truth: bytes, masks: Iterable[Path]) -> None:
    """Whether a folder holds nothing but cases of these patients; ``truth.csv``, which is written first, tells.

    Parameters
    ----------
    truth
        What ``truth.csv`` of these patients is to hold.
    masks
        Of all cases; none is in a folder that was not begun.

    Raises
    ------
    BadInput
        When it holds others: their images beside these answers would be a cohort of nobody.
    """
    if (folder / TRUTH).exists():
        if (folder / TRUTH).read_bytes() != truth:
            raise BadInput(f"{folder} holds other simulated patients; give the same options again, or another folder")
    elif (folder / "cohort.csv").exists() or any(mask.exists() for mask in masks):
        raise BadInput(f"{folder} holds a cohort that was not simulated, or not by this version; give another folder")


def csv_bytes(rows: Iterable[Sequence[object]]) -> bytes:
    """A table as the file that it becomes."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def write_mask(labels: np.ndarray, grid: Grid, path: Path) -> None:
    """Write labels [k, j, i] as a label file on the grid of their series, whole or not at all."""
    image = sitk.GetImageFromArray(labels)
    image.SetOrigin(grid.origin_mm)
    image.SetSpacing(grid.spacing_mm[::-1])
    path.parent.mkdir(parents=True, exist_ok=True)
    # The kind of file is told by its last two suffixes.
    unfinished = path.with_name(f".{path.name}")
    sitk.WriteImage(image, str(unfinished), True)
    os.replace(unfinished, path)


def uid_of(seed: int, number: int, name: str) -> str:
    """An identifier that the same patient of the same cohort gets again, and no other."""
    digest = hashlib.sha256(f"precontrast cohort {seed} {number} {name}".encode()).digest()
    return f"2.25.{int.from_bytes(digest[:16], 'big')}"


def shared_header(seed: int, number: int, case: str, centre: str, age: int, female: bool) -> dict[str, object]:
    """Attributes by DICOM keyword that images of all simulated patients have."""
    uids = {f"{name}InstanceUID": uid_of(seed, number, name.lower()) for name in ("Study", "Series")}
    days = {f"{name}Date": "20250601" for name in ("Study", "Series", "Content")}
    times = {f"{name}Time": "080000" for name in ("Study", "Series", "Content")}
    return {
        "SpecificCharacterSet": "ISO_IR 192",
        "PatientName": f"Simulated^{case}=仿真^{case}",
        "PatientID": f"SIM-{seed}-{case}",
        "PatientSex": "F" if female else "M",
        "PatientAge": f"{age:03d}Y",
        "PatientBirthDate": f"{2025 - age}0101",
        **uids,
        "FrameOfReferenceUID": uid_of(seed, number, "frame"),
        **days,
        **times,
        "AccessionNumber": case,
        "StudyID": "1",
        "SeriesNumber": 2,
        "AcquisitionNumber": 1,
        "InstitutionName": f"Simulated centre {centre}",
        "Manufacturer": "Precontrast",
        "ManufacturerModelName": f"simulated scanner {centre}",
        "ReferringPhysicianName": "",
        "PositionReferenceIndicator": "",
        "PatientPosition": "HFS",
        "ImageType": ["ORIGINAL", "PRIMARY", "AXIAL"],
        "KVP": 120,
    }
