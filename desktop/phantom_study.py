"""The demonstration study: the procedural phantom as a DICOM series like a scanner's."""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path

import numpy as np

from inference.volume import Volume

ROWS = COLUMNS = 432
"""The phantom is 431 voxels wide and 241 deep; a scanner's matrix is square."""


def uid(name: str) -> str:
    """A UID that is the same every time, under the UUID root 2.25 (PS3.5 B.2)."""
    return f"2.25.{int.from_bytes(hashlib.sha256(f'precontrast phantom {name}'.encode()).digest()[:16], 'big')}"


def write_study(volume: Volume, folder: Path, contrast_agent: str = "") -> list[Path]:
    """Write a volume as one axial CT series, one file a slice; returns the files."""
    from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
    from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian

    folder.mkdir(parents=True, exist_ok=True)
    square, shift = _square(volume.hu)
    x, y, z = volume.grid.origin_mm
    step_k, step_j, step_i = volume.grid.spacing_mm
    files = []
    for n, plane in enumerate(square):
        meta = FileMetaDataset()
        meta.MediaStorageSOPClassUID = CTImageStorage
        meta.MediaStorageSOPInstanceUID = uid(f"image {n}{contrast_agent}")
        meta.TransferSyntaxUID = ExplicitVRLittleEndian
        path = folder / f"IM{n + 1:04d}.dcm"
        image = FileDataset(str(path), Dataset(), file_meta=meta, preamble=b"\0" * 128)
        _describe(image, contrast_agent)
        image.SOPClassUID, image.SOPInstanceUID = CTImageStorage, meta.MediaStorageSOPInstanceUID
        image.InstanceNumber = n + 1
        image.ImagePositionPatient = [x - shift[1] * step_i, y - shift[0] * step_j, z + n * step_k]
        image.SliceLocation = round(z + n * step_k, 3)
        image.SliceThickness, image.PixelSpacing = step_k, [step_j, step_i]
        image.PixelData = (plane.astype(np.int16) + 1024).astype("<u2").tobytes()
        image.save_as(path, enforce_file_format=True)
        files.append(path)
    return files


def _square(hu: np.ndarray) -> tuple[np.ndarray, tuple[int, int]]:
    """Air around the body up to a square matrix, and how many rows and columns came before it."""
    rows, columns = ROWS - hu.shape[1], COLUMNS - hu.shape[2]
    before = (rows // 2, columns // 2)
    padding = ((0, 0), (before[0], rows - before[0]), (before[1], columns - before[1]))
    return np.pad(hu, padding, constant_values=-1000), before


def _describe(image, contrast_agent: str) -> None:
    day = datetime.date(2025, 11, 28)
    image.SpecificCharacterSet = "ISO_IR 192"
    image.PatientName = "Phantom^Inlet=体模^胸廓入口"
    image.PatientID, image.PatientSex, image.PatientAge = "PHANTOM-0001", "F", "063Y"
    image.PatientBirthDate, image.PatientSize, image.PatientWeight = "19621002", "1.60", "58"
    image.StudyInstanceUID = uid("study")
    image.SeriesInstanceUID = uid(f"series{contrast_agent}")
    image.FrameOfReferenceUID = uid("frame of reference")
    image.StudyDate = image.SeriesDate = image.ContentDate = day.strftime("%Y%m%d")
    image.StudyTime = image.SeriesTime = image.ContentTime = "080000"
    image.AccessionNumber, image.StudyID, image.SeriesNumber, image.AcquisitionNumber = "DEMO0001", "1", 2, 1
    image.Modality, image.Manufacturer, image.ManufacturerModelName = "CT", "Precontrast", "procedural phantom"
    image.ReferringPhysicianName, image.PositionReferenceIndicator = "", ""
    image.StudyDescription, image.SeriesDescription = "CHEST DEMO", "Chest non-contrast 2.0 soft"
    image.BodyPartExamined, image.ProtocolName, image.ConvolutionKernel = "CHEST", "Demo chest", "SOFT"
    image.PatientPosition, image.ImageType = "HFS", ["ORIGINAL", "PRIMARY", "AXIAL"]
    image.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    image.KVP, image.RescaleIntercept, image.RescaleSlope, image.RescaleType = 120, -1024, 1, "HU"
    image.SamplesPerPixel, image.PhotometricInterpretation = 1, "MONOCHROME2"
    image.Rows, image.Columns = ROWS, COLUMNS
    image.BitsAllocated, image.BitsStored, image.HighBit, image.PixelRepresentation = 16, 12, 11, 0
    image.WindowCenter, image.WindowWidth = 50, 350
    if contrast_agent:
        image.ContrastBolusAgent = contrast_agent
