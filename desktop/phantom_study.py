"""A demonstration study: a procedural body as a DICOM series like a scanner's."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from inference.dicom.writing import write_series
from inference.triples import triple
from inference.volume import Grid, Volume

if TYPE_CHECKING:
    from inference.schema import ImageRole

ROWS = COLUMNS = 432
"""The phantom is 431 voxels wide and 241 deep; a scanner's matrix is square."""

AGE_YEARS = 63
"""Age of the phantom on the day of its examination, as in the answers of the demonstration."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How a demonstration study names its patient and what it shows."""

    name: str
    patient_id: str
    study: str
    series: str
    part: str

    @property
    def key(self) -> str:
        """Told apart by it, in identifiers that are the same every time; the first study has none."""
        return "" if self is INLET else f" {self.patient_id} {self.series}"

    @classmethod
    def of(cls, role: ImageRole) -> Shown:
        """Of an image of which nothing is known but what a pack asks for."""
        words = " ".join((role.title.en, *role.words[:1]))
        return cls("Phantom^Demo=体模^演示", "PHANTOM-0003", "DEMO", words, "")


INLET = Shown("Phantom^Inlet=体模^胸廓入口", "PHANTOM-0001", "CHEST DEMO", "Chest non-contrast 2.0 soft", "CHEST")
HEAD = Shown("Phantom^Head=体模^头部", "PHANTOM-0002", "HEAD DEMO", "Head non-contrast 5.0 soft", "HEAD")


def uid(name: str) -> str:
    """A UID that is the same every time, under the UUID root 2.25 (PS3.5 B.2)."""
    return f"2.25.{int.from_bytes(hashlib.sha256(f'precontrast phantom {name}'.encode()).digest()[:16], 'big')}"


def write_study(
    volume: Volume,
    folder: Path,
    contrast_agent: str = "",
    day: datetime.date | None = None,
    shown: Shown = INLET,
) -> list[Path]:
    """Write a volume as one axial CT series of a day (None: today), one file a slice; returns the files."""
    square = squared(volume)
    header = _header(square, contrast_agent, day or datetime.date.today(), shown)
    return write_series(square, folder, header, lambda name: uid(f"{name}{contrast_agent}{shown.key}"))


def squared(volume: Volume) -> Volume:
    """The volume with air around the body up to a square matrix, or as it is where it fills a larger one."""
    hu, grid = volume.hu, volume.grid
    rows, columns = max(0, ROWS - hu.shape[1]), max(0, COLUMNS - hu.shape[2])
    before = (0, rows // 2, columns // 2)
    padding = ((0, 0), (before[1], rows - before[1]), (before[2], columns - before[2]))
    padded = np.pad(hu, padding, constant_values=-1000)
    origin = tuple(float(v) for v in grid.to_patient(-np.array(before)))
    return Volume(padded, Grid(triple(origin), grid.spacing_mm, padded.shape))


def _header(volume: Volume, contrast_agent: str, date: datetime.date, shown: Shown) -> dict[str, object]:
    day, born = f"{date:%Y%m%d}", date.replace(year=date.year - AGE_YEARS, day=1)
    agent = {"ContrastBolusAgent": contrast_agent} if contrast_agent else {}
    return agent | {
        "SpecificCharacterSet": "ISO_IR 192",
        "PatientName": shown.name,
        "PatientID": shown.patient_id,
        "PatientSex": "F",
        "PatientAge": f"{AGE_YEARS:03}Y",
        "PatientBirthDate": f"{born:%Y%m%d}",
        "PatientSize": "1.60",
        "PatientWeight": "58",
        "StudyInstanceUID": uid(f"study{shown.key}"),
        "SeriesInstanceUID": uid(f"series{contrast_agent}{shown.key}"),
        "FrameOfReferenceUID": uid(f"frame of reference{shown.key}"),
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
        "StudyDescription": shown.study,
        "SeriesDescription": shown.series,
        "BodyPartExamined": shown.part,
        "ProtocolName": f"Demo {shown.part.lower()}",
        "ConvolutionKernel": "SOFT",
        "PatientPosition": "HFS",
        "ImageType": ["ORIGINAL", "PRIMARY", "AXIAL"],
        "KVP": 120,
        "SliceThickness": volume.grid.spacing_mm[0],
        "WindowCenter": 50,
        "WindowWidth": 350,
    }
