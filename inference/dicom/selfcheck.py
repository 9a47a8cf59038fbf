"""Proof that this computer decodes every supported transfer syntax, whole files through ``scan`` and ``load``."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Literal

import numpy as np

from inference.dicom.loading import load
from inference.dicom.samples import Sample
from inference.dicom.scanning import scan
from inference.errors import InputError

SLICES = 2
"""The fewest that make a volume."""


def decode_sample(sample: Sample) -> str:
    """Decode a small series in one transfer syntax and compare it with what was encoded.

    Returns
    -------
    str
        What went wrong; empty where every pixel is right.
    """
    with tempfile.TemporaryDirectory(prefix="precontrast-") as name:
        folder = Path(name, "测试 é")
        write_sample(sample, folder)
        return _fault(sample, folder)


def _fault(sample: Sample, folder: Path) -> str:
    try:
        volume = load(scan(folder).series[0]).volume
    except InputError as error:
        return str(error)
    wrong = np.abs(volume.hu.astype(int) - sample.stored) > sample.tolerance
    return f"{np.count_nonzero(wrong)} of {wrong.size} pixels are wrong" if wrong.any() else ""


def write_sample(sample: Sample, folder: Path) -> None:
    """Write a series of which every slice is the image, by pydicom, so that writer and reader share no mistake."""
    from pydicom.dataset import Dataset, FileMetaDataset
    from pydicom.encaps import encapsulate
    from pydicom.uid import UID

    folder.mkdir()
    for number in range(SLICES):
        one = Dataset()
        one.file_meta = FileMetaDataset()
        one.file_meta.TransferSyntaxUID = UID(sample.syntax)
        one.SOPClassUID, one.SOPInstanceUID = "1.2.840.10008.5.1.4.1.1.2", f"1.2.3.{number}"
        one.StudyInstanceUID, one.SeriesInstanceUID, one.Modality = "1.2.3", "1.2.3", "CT"
        one.ImagePositionPatient, one.ImageOrientationPatient = [0, 0, number], [1, 0, 0, 0, 1, 0]
        one.PixelSpacing, one.RescaleIntercept, one.RescaleSlope = [1, 1], 0, 1
        one.SamplesPerPixel, one.PhotometricInterpretation, one.PixelRepresentation = 1, "MONOCHROME2", 0
        one.Rows, one.Columns = sample.stored.shape
        one.BitsAllocated = 8 * sample.stored.itemsize
        one.BitsStored, one.HighBit = sample.bits, sample.bits - 1
        if sample.frame is None:
            order: Literal["<", ">"] = "<" if one.file_meta.TransferSyntaxUID.is_little_endian else ">"
            one.add_new("PixelData", "OW", sample.stored.astype(sample.stored.dtype.newbyteorder(order)).tobytes())
        else:
            one.add_new("PixelData", "OB", encapsulate([sample.frame]))
        one.save_as(folder / f"{number}.dcm", enforce_file_format=True)
