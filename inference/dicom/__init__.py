"""Reading CT from DICOM: ``scan`` lists series, ``choose`` picks one, ``load`` gives its volume."""

from inference.dicom.choosing import Candidate, Choice, Role, choose
from inference.dicom.loading import load
from inference.dicom.model import (
    LoadedSeries,
    Note,
    PatientIdentity,
    PixelFormat,
    Rival,
    Scan,
    Series,
    Skipped,
    Slice,
)
from inference.dicom.people import patients_of
from inference.dicom.scanning import scan
from inference.dicom.stack import Gap, Stack

__all__ = [
    "Candidate",
    "Choice",
    "Gap",
    "LoadedSeries",
    "Note",
    "PatientIdentity",
    "PixelFormat",
    "Rival",
    "Role",
    "Scan",
    "Series",
    "Skipped",
    "Slice",
    "Stack",
    "choose",
    "load",
    "patients_of",
    "scan",
]
