"""What a pack says about images, and series as they are read from files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from inference import dicom
from inference.dicom import PatientIdentity, Series
from inference.regions import Extent, HeaderWords, Needed, Region
from inference.results import Measure
from inference.schema import Gates, ImageRole, Range, Structure
from inference.vocabulary import Text
from tests.helpers.dicom_files import write_series

TITLE = Text("word", "词")
NO_CONTRAST = ImageRole("ct", TITLE, "CT", contrast="none", max_spacing_mm=5.0)
VESSELS = ("artery", "vein")
LIMITS = Gates()
REGION = Region(
    "inlet",
    Text("right inlet", "右侧入口"),
    Text("corner", "角点"),
    needed=Extent(below=12.0, above=20.0),
    whole=Extent(below=45.0, above=60.0),
    header=HeaderWords(("chest",), ("胸",)),
    wanted_above=35.0,
    content=(Needed("lung", 20.0),),
)
"""A region of the chest that is wanted 12 mm below and 20 mm above its landmark."""
ADULT = PatientIdentity(age_years=63.0)


def structure(kind: str, **changes) -> Structure:
    """An artery or a vein by that name: 1 to 9 mL, 4 to 12 mm, 20 to 70 HU."""
    plausible = {"volume_ml": Range(1, 9), "diameter_mm": Range(4, 12), "hu": Range(20, 70)}
    return Structure(kind, TITLE, kind[0], kind, "#000000", "1", **{**plausible, **changes})


def measure(name: str = "artery", **changes) -> Measure:
    """A vessel in the middle of every plausible range."""
    usual = {"volume_ml": 4.0, "mean_diameter_mm": 8.0, "mean_hu": 45.0, "sd_hu": 12.0, "certainty": 0.95}
    return Measure(name, True, **{**usual, **changes})


def read_series(folder: Path, count: int = 8, **attributes: object) -> Series:
    """The one series of phantom slices written to a folder, of an adult unless the attributes say otherwise."""
    write_series(folder, count, **attributes)
    (series,) = dicom.scan(folder).series
    return series if "PatientAge" in attributes else replace(series, patient=ADULT)
