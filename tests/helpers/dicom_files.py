"""Synthetic DICOM for tests: slices of a phantom whose value tells where in the patient it is.

The phantom is linear in the patient's coordinates. Linear interpolation reproduces it exactly, so that after any
reading, turning or resampling each voxel proves by its value that it lies where the grid says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from struct import pack

import data_store
import numpy as np
import pydicom
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import UID, ExplicitVRLittleEndian, MediaStorageDirectoryStorage

CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2"
ENHANCED_CT = "1.2.840.10008.5.1.4.1.1.2.1"
ROOT = "1.2.826.0.1.3680043.10.4711"

HFS = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
"""Row and column directions of an axial image of a patient on the back."""

ITEM, UNDEFINED = b"\xfe\xff\x00\xe0\0\0\0\0", b"\xff\xff\xff\xff"
"""An empty item of a sequence, and an undefined length, in little endian."""

ROWS, COLUMNS = 36, 44
ROW_MM, COLUMN_MM = 1.5, 1.25


def phantom_hu(positions_mm: np.ndarray) -> np.ndarray:
    """HU at LPS positions (..., 3): different along each axis and in each direction."""
    return 40.0 + np.asarray(positions_mm) @ np.array([1.0, 2.0, 4.0])


def plane_positions(
    position: Iterable[float], orientation: Iterable[float] = HFS, shape: tuple[int, int] = (ROWS, COLUMNS)
) -> np.ndarray:
    """LPS positions (rows, columns, 3) of the pixels of one image."""
    orientation = np.asarray(tuple(orientation), float)
    row, column = np.mgrid[: shape[0], : shape[1]]
    return (
        np.asarray(tuple(position), float)
        + column[..., None] * COLUMN_MM * orientation[:3]
        + row[..., None] * ROW_MM * orientation[3:]
    )


def slice_dataset(
    position: Iterable[float] = (0.0, 0.0, 0.0),
    orientation: Iterable[float] = HFS,
    number: int = 1,
    series: str = "1",
    **attributes: object,
) -> Dataset:
    """One CT slice of the phantom, ready to be saved; an attribute of None is left out."""
    position, orientation = tuple(position), tuple(orientation)
    one = Dataset()
    one.file_meta = FileMetaDataset()
    one.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    one.SOPClassUID = CT_IMAGE
    one.SOPInstanceUID = f"{ROOT}.{series}.{number}"
    one.StudyInstanceUID, one.SeriesInstanceUID = f"{ROOT}.0", f"{ROOT}.{series}"
    one.FrameOfReferenceUID = f"{ROOT}.9"
    one.StudyDate, one.StudyTime, one.AccessionNumber = "20240131", "101500", "A1"
    one.Modality, one.ImageType = "CT", ["ORIGINAL", "PRIMARY", "AXIAL"]
    one.PatientName, one.PatientID, one.PatientBirthDate, one.PatientSex = "Test^Patient", "P1", "19600131", "F"
    one.BodyPartExamined, one.ConvolutionKernel, one.KVP, one.SliceThickness = "CHEST", "B30f", 120, 2.0
    one.SeriesDescription, one.SeriesNumber, one.InstanceNumber = "Thorax", 3, number
    one.AcquisitionNumber = 1
    one.ImagePositionPatient = [float(f"{mm:.6f}") for mm in position]
    one.ImageOrientationPatient = [float(f"{cosine:.8f}") for cosine in orientation]
    one.SamplesPerPixel, one.PhotometricInterpretation = 1, "MONOCHROME2"
    one.Rows, one.Columns, one.PixelSpacing = ROWS, COLUMNS, [ROW_MM, COLUMN_MM]
    one.BitsAllocated, one.BitsStored, one.HighBit, one.PixelRepresentation = 16, 12, 11, 0
    one.RescaleIntercept, one.RescaleSlope, one.RescaleType = -1024, 1, "HU"
    stored = np.rint(phantom_hu(plane_positions(position, orientation))) + 1024
    one.PixelData = stored.astype("<u2").tobytes()
    set_attributes(one, **attributes)
    return one


def pydicom_files() -> list[Path]:
    """All files that come with pydicom and pydicom-data, DICOM or not."""
    folders = [Path(pydicom.__file__).parent / "data", Path(data_store.__file__).parent / "data"]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return sorted(path for path in files if path.suffix not in (".py", ".pyc"))


def set_attributes(one: Dataset, **attributes: object) -> None:
    """Set attributes by keyword; None removes them."""
    for keyword, value in attributes.items():
        if value is None:
            delattr(one, keyword)
        else:
            setattr(one, keyword, value)


def set_pixels(one: Dataset, stored: np.ndarray, bits: int = 16) -> None:
    """Replace the pixels by stored values of the given number of bits, signed if their type is."""
    one.Rows, one.Columns = stored.shape
    one.BitsAllocated = 8 * stored.dtype.itemsize
    one.BitsStored, one.HighBit = bits, bits - 1
    one.PixelRepresentation = int(stored.dtype.kind == "i")
    one.PixelData = stored.tobytes()
    one["PixelData"].VR = "OB" if stored.dtype.itemsize == 1 else "OW"


def save(one: Dataset, path: Path) -> Path:
    """Write a dataset as a DICOM file with file meta information."""
    path.parent.mkdir(parents=True, exist_ok=True)
    one.save_as(path, enforce_file_format=True)
    return path


def stack_positions(count: int, step: Iterable[float] = (0.0, 0.0, 2.0), start=(-20.0, -18.0, -10.0)) -> np.ndarray:
    """Positions of equally spaced slices."""
    return np.asarray(start, float) + np.arange(count)[:, None] * np.asarray(tuple(step), float)


def write_series(
    folder: Path,
    positions: np.ndarray | int = 6,
    orientation: Iterable[float] = HFS,
    series: str = "1",
    **attributes: object,
) -> Path:
    """Write slices of the phantom; instance numbers run against the positions, and file names in no order at all."""
    positions = stack_positions(positions) if isinstance(positions, int) else positions
    orientation = tuple(orientation)
    for index, position in enumerate(positions):
        one = slice_dataset(position, orientation, len(positions) - index, series, **attributes)
        save(one, folder / f"IM{index * 7919 % 1009:04d}.dcm")
    return folder


def enhanced_dataset(positions: np.ndarray, orientation: Iterable[float] = HFS) -> Dataset:
    """An enhanced multi-frame CT of the phantom with the given frames."""
    one = slice_dataset(positions[0], orientation)
    for keyword in ("ImagePositionPatient", "ImageOrientationPatient", "PixelSpacing", "SliceThickness", "KVP"):
        delattr(one, keyword)
    for keyword in ("RescaleIntercept", "RescaleSlope", "RescaleType", "ConvolutionKernel", "AcquisitionNumber"):
        delattr(one, keyword)
    one.SOPClassUID = ENHANCED_CT
    one.NumberOfFrames = len(positions)
    shared = Dataset()
    shared.PlaneOrientationSequence = [_item(ImageOrientationPatient=list(orientation))]
    shared.PixelMeasuresSequence = [_item(PixelSpacing=[ROW_MM, COLUMN_MM], SliceThickness=2.0)]
    shared.CTReconstructionSequence = [_item(ConvolutionKernel="B30f")]
    shared.PixelValueTransformationSequence = [_item(RescaleIntercept=-1024, RescaleSlope=1, RescaleType="HU")]
    one.SharedFunctionalGroupsSequence = [shared]
    one.PerFrameFunctionalGroupsSequence = [_frame(position) for position in positions]
    stored = [np.rint(phantom_hu(plane_positions(position, orientation))) + 1024 for position in positions]
    one.PixelData = np.stack(stored).astype("<u2").tobytes()
    return one


def _frame(position: np.ndarray) -> Dataset:
    groups = Dataset()
    groups.PlanePositionSequence = [_item(ImagePositionPatient=[float(mm) for mm in position])]
    groups.FrameContentSequence = [_item(FrameAcquisitionNumber=1)]
    return groups


def _item(**attributes: object) -> Dataset:
    item = Dataset()
    set_attributes(item, **attributes)
    return item


def write_directory(folder: Path, references: list[list[str]]) -> Path:
    """Write a DICOMDIR with one patient record and the given image records."""
    directory = Dataset()
    directory.file_meta = FileMetaDataset()
    directory.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    directory.file_meta.MediaStorageSOPClassUID = MediaStorageDirectoryStorage
    directory.file_meta.MediaStorageSOPInstanceUID = "1.2.3"
    records = [Dataset() for _ in range(len(references) + 1)]
    records[0].DirectoryRecordType = "PATIENT"
    for record, reference in zip(records[1:], references):
        record.DirectoryRecordType = "IMAGE"
        record.add(DataElement("ReferencedFileID", "CS", reference, validation_mode=pydicom.config.IGNORE))
    directory.DirectoryRecordSequence = records
    path = folder / "DICOMDIR"
    with pydicom.config.disable_value_validation():
        directory.save_as(path, enforce_file_format=True)
    return path


def compress(one: Dataset, syntax: str, frame: bytes | None = None) -> Dataset:
    """Compress by pydicom's encoders, or put in a frame that was compressed elsewhere."""
    if frame is None:
        one.compress(UID(syntax), generate_instance_uid=False)
        return one
    one.PixelData = encapsulate([frame])
    one["PixelData"].VR = "OB"
    one.file_meta.TransferSyntaxUID = UID(syntax)
    return one


EVEN_CODES = {size: 5 for size in range(17)}
"""Lengths of the codes of all 17 categories: the same for each."""


def encode_jpeg_lossless(
    stored: np.ndarray, bits: int, predictor: int = 1, lengths: Mapping[int, int] = EVEN_CODES
) -> bytes:
    """Encode by lossless JPEG, process 14 (ITU-T T.81 annex H), any of the seven predictors.

    Parameters
    ----------
    stored : unsigned array, shape (rows, columns)
    bits : int
        Precision, 2 to 16.
    predictor : int
        Selection value, 1 to 7.
    lengths
        Of the Huffman code of each category that occurs, by category.
    """
    rows, columns = stored.shape
    difference = lossless_differences(stored, bits, predictor)
    symbols = sorted(lengths, key=lambda size: (lengths[size], size))
    counts = [sum(length == count for length in lengths.values()) for count in range(1, 17)]
    codes, code = {}, 0
    for before, size in zip([None, *symbols], symbols):
        code = 0 if before is None else code + 1 << lengths[size] - lengths[before]
        codes[size] = code
    word, length = 0, 0
    for value in difference.ravel().tolist():
        size = abs(value).bit_length() if value != 32768 else 16
        extra = 0 if size in (0, 16) else size
        word = word << lengths[size] | codes[size]
        word = word << extra | ((value if value > 0 else value - 1) & ((1 << extra) - 1))
        length += lengths[size] + extra
    padding = -length % 8
    data = (word << padding | (1 << padding) - 1).to_bytes((length + padding) // 8, "big").replace(b"\xff", b"\xff\0")
    table = bytes(counts) + bytes(symbols)
    return b"".join(
        [
            b"\xff\xd8",
            b"\xff\xc3" + pack(">HBHHBBBB", 11, bits, rows, columns, 1, 1, 0x11, 0),
            b"\xff\xc4" + pack(">HB", 3 + len(table), 0) + table,
            b"\xff\xda" + pack(">HBBBBBB", 8, 1, 1, 0, predictor, 0, 0),
            data,
            b"\xff\xd9",
        ]
    )


def lossless_differences(stored: np.ndarray, bits: int, predictor: int = 1) -> np.ndarray:
    """What each sample adds to its prediction, -32767 to 32768 (annex H.1.2)."""
    difference = (stored.astype(np.int64) - _predicted(stored.astype(np.int64), bits, predictor)) % 65536
    difference[difference > 32768] -= 65536
    return difference


def _predicted(x: np.ndarray, bits: int, predictor: int) -> np.ndarray:
    left, above, corner = np.zeros_like(x), np.zeros_like(x), np.zeros_like(x)
    left[:, 1:], above[1:], corner[1:, 1:] = x[:, :-1], x[:-1], x[:-1, :-1]
    prediction = {
        1: left,
        2: above,
        3: corner,
        4: left + above - corner,
        5: left + (above - corner >> 1),
        6: above + (left - corner >> 1),
        7: left + above >> 1,
    }[predictor]
    prediction[0, 1:] = left[0, 1:]
    prediction[1:, 0] = above[1:, 0]
    prediction[0, 0] = 1 << bits - 1
    return prediction
