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
    from pydicom.uid import UID, CTImageStorage, ExplicitVRLittleEndian, JPEGLSLossless

    folder.mkdir(parents=True, exist_ok=True)
    x, y, z = volume.grid.origin_mm
    step_k, step_j, step_i = volume.grid.spacing_mm
    shared = Dataset()
    for keyword, value in header.items():
        setattr(shared, keyword, value)
    for tag, keyword in WANTED.items():
        if keyword in SIMULATION:
            shared.add_new(tag, "LO", SIMULATION[keyword])
    shared.SOPClassUID, shared.Modality = CTImageStorage, "CT"
    shared.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    shared.PixelSpacing = [step_j, step_i]
    shared.RescaleIntercept, shared.RescaleSlope, shared.RescaleType = -STORED_OFFSET_HU, 1, "HU"
    shared.SamplesPerPixel, shared.PhotometricInterpretation = 1, "MONOCHROME2"
    shared.Rows, shared.Columns = volume.hu.shape[1:]
    shared.BitsAllocated, shared.BitsStored, shared.HighBit, shared.PixelRepresentation = 16, 12, 11, 0
    files = []
    for n, plane in enumerate(volume.hu):
        meta = FileMetaDataset()
        meta.MediaStorageSOPClassUID = CTImageStorage
        meta.MediaStorageSOPInstanceUID = UID(uid(f"image {n}"))
        meta.TransferSyntaxUID = ExplicitVRLittleEndian
        path = folder / f"IM{n + 1:04d}.dcm"
        image = FileDataset(str(path), Dataset(), file_meta=meta, preamble=b"\0" * 128)
        image.update(shared)
        image.SOPInstanceUID = meta.MediaStorageSOPInstanceUID
        image.InstanceNumber = n + 1
        image.ImagePositionPatient = [x, y, round(z + n * step_k, 4)]
        image.SliceLocation = round(z + n * step_k, 3)
        image.PixelData = (np.clip(plane, -1024, 3071).astype(np.int32) + STORED_OFFSET_HU).astype("<u2").tobytes()
        if lossless:
            image.compress(JPEGLSLossless, generate_instance_uid=False)
        image.save_as(path, enforce_file_format=True)
        files.append(path)
    return files
