"""Reading CT from DICOM: ``scan`` lists series, ``choose`` picks one, ``load`` gives its volume."""

from inference.dicom.choosing import Candidate, Choice, Role, choose
from inference.dicom.loading import load
from inference.dicom.model import (
    Gap,
    LoadedSeries,
    Note,
    PatientIdentity,
    PixelFormat,
    Rival,
    Scan,
    Series,
    Skipped,
    Slice,
    Stack,
)
from inference.dicom.people import patients_of
from inference.dicom.scanning import scan

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
