"""Write a volume as an axial CT series: simulated studies only, never a patient's, and each image says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np

from inference.dicom.tags import SIMULATION, WANTED
from inference.volume import Volume

STORED_OFFSET_HU = 1024


def write_series(
    volume: Volume,
    folder: Path,
    header: Mapping[str, object],
    uid: Callable[[str], str],
    lossless: bool = False,
) -> list[Path]:
    """Write one file a slice.

    Parameters
    ----------
    header
        Attributes by DICOM keyword that all slices share.
    uid
        Gives the SOP instance UID of ``"image N"``.
    lossless
        JPEG-LS instead of uncompressed pixels: about a third of the size.

    Returns
    -------
    list of Path
        The files, from the lowest slice to the highest.
    """
    from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
    from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian, JPEGLSLossless

    folder.mkdir(parents=True, exist_ok=True)
    x, y, z = volume.grid.origin_mm
    step_k, step_j, step_i = volume.grid.spacing_mm
    files = []
    for n, plane in enumerate(volume.hu):
        meta = FileMetaDataset()
        meta.MediaStorageSOPClassUID = CTImageStorage
        meta.MediaStorageSOPInstanceUID = uid(f"image {n}")
        meta.TransferSyntaxUID = ExplicitVRLittleEndian
        path = folder / f"IM{n + 1:04d}.dcm"
        image = FileDataset(str(path), Dataset(), file_meta=meta, preamble=b"\0" * 128)
        for keyword, value in header.items():
            setattr(image, keyword, value)
        for tag, keyword in WANTED.items():
            if keyword in SIMULATION:
                image.add_new(tag, "LO", SIMULATION[keyword])
        image.SOPClassUID, image.SOPInstanceUID = CTImageStorage, meta.MediaStorageSOPInstanceUID
        image.Modality = "CT"
        image.InstanceNumber = n + 1
        image.ImagePositionPatient = [x, y, round(z + n * step_k, 4)]
        image.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
        image.SliceLocation = round(z + n * step_k, 3)
        image.PixelSpacing = [step_j, step_i]
        image.RescaleIntercept, image.RescaleSlope, image.RescaleType = -STORED_OFFSET_HU, 1, "HU"
        image.SamplesPerPixel, image.PhotometricInterpretation = 1, "MONOCHROME2"
        image.Rows, image.Columns = plane.shape
        image.BitsAllocated, image.BitsStored, image.HighBit, image.PixelRepresentation = 16, 12, 11, 0
        image.PixelData = (np.clip(plane, -1024, 3071).astype(np.int32) + STORED_OFFSET_HU).astype("<u2").tobytes()
        if lossless:
            image.compress(JPEGLSLossless, generate_instance_uid=False)
        image.save_as(path, enforce_file_format=True)
        files.append(path)
    return files
