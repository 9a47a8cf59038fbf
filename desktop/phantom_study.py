"""The demonstration study: the procedural phantom as a DICOM series like a scanner's."""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path

import numpy as np

from inference.dicom.writing import write_series
from inference.triples import triple
from inference.volume import Grid, Volume

ROWS = COLUMNS = 432
"""The phantom is 431 voxels wide and 241 deep; a scanner's matrix is square."""

AGE_YEARS = 63
"""Age of the phantom on the day of its examination, as in the answers of the demonstration."""


def uid(name: str) -> str:
    """A UID that is the same every time, under the UUID root 2.25 (PS3.5 B.2)."""
    return f"2.25.{int.from_bytes(hashlib.sha256(f'precontrast phantom {name}'.encode()).digest()[:16], 'big')}"


def write_study(volume: Volume, folder: Path, contrast_agent: str = "", day: datetime.date | None = None) -> list[Path]:
    """Write a volume as one axial CT series of a day (None: today), one file a slice; returns the files."""
    square = _square(volume)
    header = _header(square, contrast_agent, day or datetime.date.today())
    return write_series(square, folder, header, lambda name: uid(f"{name}{contrast_agent}"))


def _square(volume: Volume) -> Volume:
    """The volume with air around the body up to a square matrix, or as it is where it fills a larger one."""
    hu, grid = volume.hu, volume.grid
    rows, columns = max(0, ROWS - hu.shape[1]), max(0, COLUMNS - hu.shape[2])
    before = (0, rows // 2, columns // 2)
    padding = ((0, 0), (before[1], rows - before[1]), (before[2], columns - before[2]))
    padded = np.pad(hu, padding, constant_values=-1000)
    origin = tuple(float(v) for v in grid.to_patient(-np.array(before)))
    return Volume(padded, Grid(triple(origin), grid.spacing_mm, padded.shape))


def _header(volume: Volume, contrast_agent: str, date: datetime.date) -> dict[str, object]:
    day, born = f"{date:%Y%m%d}", date.replace(year=date.year - AGE_YEARS, day=1)
    agent = {"ContrastBolusAgent": contrast_agent} if contrast_agent else {}
    return agent | {
        "SpecificCharacterSet": "ISO_IR 192",
        "PatientName": "Phantom^Inlet=体模^胸廓入口",
        "PatientID": "PHANTOM-0001",
        "PatientSex": "F",
        "PatientAge": f"{AGE_YEARS:03}Y",
        "PatientBirthDate": f"{born:%Y%m%d}",
        "PatientSize": "1.60",
        "PatientWeight": "58",
        "StudyInstanceUID": uid("study"),
        "SeriesInstanceUID": uid(f"series{contrast_agent}"),
        "FrameOfReferenceUID": uid("frame of reference"),
        "StudyDate": day,
        "SeriesDate": day,
        "ContentDate": day,
        "StudyTime": "080000",
        "SeriesTime": "080000",
        "ContentTime": "080000",
        "AccessionNumber": "DEMO0001",
        "StudyID": "1",
        "SeriesNumber": 2,
        "AcquisitionNumber": 1,
        "Manufacturer": "Precontrast",
        "ManufacturerModelName": "procedural phantom",
        "ReferringPhysicianName": "",
        "PositionReferenceIndicator": "",
        "StudyDescription": "CHEST DEMO",
        "SeriesDescription": "Chest non-contrast 2.0 soft",
        "BodyPartExamined": "CHEST",
        "ProtocolName": "Demo chest",
        "ConvolutionKernel": "SOFT",
        "PatientPosition": "HFS",
        "ImageType": ["ORIGINAL", "PRIMARY", "AXIAL"],
        "KVP": 120,
        "SliceThickness": volume.grid.spacing_mm[0],
        "WindowCenter": 50,
        "WindowWidth": 350,
    }
