"""Speed of reading DICOM: header scan, load to Hounsfield units, and decompression, beside the usual libraries.

    python -m benchmarks.dicom_load [--slices 400] [--repeats 5]

Builds its own files in a temporary folder. Prints medians of the time on the clock and of the processor's time, which
other programs disturb less, with ratios of the same run. Needs the ``test`` extra; dicomsdl is measured where it is
installed and is no dependency.
"""

from __future__ import annotations

import argparse
import gc
import os
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pydicom
import SimpleITK as sitk
from pydicom.data import get_testdata_file
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate, generate_frames
from pydicom.uid import UID, ExplicitVRLittleEndian

from benchmarks.timing import machine
from inference import dicom

ROWS = COLUMNS = 512
COMPRESSED = {
    "RLE": "1.2.840.10008.1.2.5",
    "JPEG-LS": "1.2.840.10008.1.2.4.80",
    "JPEG 2000": "1.2.840.10008.1.2.4.90",
}
JPEG_LOSSLESS = "1.2.840.10008.1.2.4.70"


def image(number: int) -> np.ndarray:
    """A noisy body in air, as a 12-bit scanner stores it."""
    random = np.random.default_rng(number)
    y, x = np.mgrid[-1 : 1 : ROWS * 1j, -1 : 1 : COLUMNS * 1j]
    body = (x / 0.8) ** 2 + (y / 0.6) ** 2 < 1
    lung = ((np.abs(x) - 0.35) / 0.22) ** 2 + (y / 0.35) ** 2 < 1
    hu = np.where(lung, -800, np.where(body, 40, -1000)) + random.normal(0, 15, body.shape)
    return np.clip(hu + 1024, 0, 4095).astype(np.uint16)


def header(number: int) -> Dataset:
    """About as many elements as a scanner writes, private ones and sequences among them."""
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.SOPClassUID = dataset.file_meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.2"
    dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID = f"1.2.826.0.1.3680043.10.9.{number + 1}"
    dataset.SpecificCharacterSet = "ISO_IR 100"
    dataset.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL", "CT_SOM5 SPI"]
    for keyword in ("Study", "Series", "Acquisition", "Content"):
        setattr(dataset, f"{keyword}Date", "20240131")
        setattr(dataset, f"{keyword}Time", "101500.125000")
    dataset.Modality, dataset.AccessionNumber = "CT", "A0001"
    dataset.Manufacturer, dataset.ManufacturerModelName = "SYNTHETIC", "Model 64"
    dataset.InstitutionName, dataset.StationName = "Hospital of Somewhere", "CT01"
    dataset.StudyDescription, dataset.SeriesDescription = "Chest", "Thorax 1.0 soft"
    dataset.PatientName, dataset.PatientID = "Test^Patient", "0001"
    dataset.PatientBirthDate, dataset.PatientSex, dataset.PatientAge = "19600101", "F", "064Y"
    dataset.PatientWeight = 61
    reference = Dataset()
    reference.ReferencedSOPClassUID, reference.ReferencedSOPInstanceUID = dataset.SOPClassUID, "1.2.3.4"
    dataset.ReferencedImageSequence = [reference, reference]
    dataset.BodyPartExamined, dataset.SliceThickness, dataset.KVP = "CHEST", 1.0, 120
    dataset.DataCollectionDiameter, dataset.ReconstructionDiameter = 500, 400
    dataset.DistanceSourceToDetector, dataset.DistanceSourceToPatient = 1040, 570
    dataset.GantryDetectorTilt, dataset.TableHeight, dataset.RotationDirection = 0, 140, "CW"
    dataset.ExposureTime, dataset.XRayTubeCurrent, dataset.Exposure = 500, 250, 120
    dataset.FilterType, dataset.GeneratorPower, dataset.FocalSpots = "WEDGE", 30, 1.2
    dataset.ProtocolName, dataset.ConvolutionKernel, dataset.PatientPosition = "Thorax", "B30f", "HFS"
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = "1.2.826.0.1.3680043.10.1", "1.2.826.0.1.3680043.10.2"
    dataset.FrameOfReferenceUID = "1.2.826.0.1.3680043.10.3"
    dataset.StudyID, dataset.SeriesNumber, dataset.AcquisitionNumber = "1", 3, 1
    dataset.InstanceNumber, dataset.SliceLocation = number + 1, number * 1.0
    dataset.ImagePositionPatient = [-200.0, -200.0, float(number)]
    dataset.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.Rows, dataset.Columns, dataset.PixelSpacing = ROWS, COLUMNS, [0.78125, 0.78125]
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = 16, 12, 11, 0
    dataset.WindowCenter, dataset.WindowWidth = [40, -600], [400, 1600]
    dataset.RescaleIntercept, dataset.RescaleSlope, dataset.RescaleType = -1024, 1, "HU"
    private = dataset.private_block(0x0029, "SYNTHETIC HEADER", create=True)
    private.add_new(0x10, "OB", bytes(2048))
    return dataset


def write(folder: Path, count: int, syntax: str | None = None) -> Path:
    """Write a series, its file names in a random order."""
    folder.mkdir()
    names = np.random.default_rng(0).permutation(count)
    for number in range(count):
        dataset = header(number)
        dataset.PixelData = image(number % 20).tobytes()
        if syntax == JPEG_LOSSLESS:  # pydicom has no encoder: one real image stands for all
            with_frame = pydicom.dcmread(get_testdata_file("bad_sequence.dcm"))
            dataset.PixelData = encapsulate([next(generate_frames(with_frame.PixelData, number_of_frames=1))])
            dataset["PixelData"].VR = "OB"
            dataset.file_meta.TransferSyntaxUID = UID(syntax)
        elif syntax:
            dataset.compress(UID(syntax), generate_instance_uid=False)
        dataset.save_as(folder / f"IM{names[number]:05d}.dcm", enforce_file_format=True)
    return folder


def files(folder: Path) -> list[str]:
    return [entry.path for entry in os.scandir(folder)]


def scan_gdcm(folder: Path) -> None:
    for path in files(folder):
        reader = sitk.ImageFileReader()
        reader.SetImageIO("GDCMImageIO")
        reader.SetFileName(path)
        reader.ReadImageInformation()
        reader.GetMetaData("0020|0032")


def scan_pydicom(folder: Path) -> None:
    for path in files(folder):
        pydicom.dcmread(path, stop_before_pixels=True)


def scan_dicomsdl(folder: Path) -> None:
    import dicomsdl

    for path in files(folder):
        one = dicomsdl.open_file(path, 0x7FE00010, True)
        _ = one.SeriesInstanceUID, one.ImagePositionPatient


def load_ours(folder: Path) -> np.ndarray:
    return dicom.load(dicom.scan(folder).series[0]).volume.hu


def load_simpleitk(folder: Path) -> np.ndarray:
    reader = sitk.ImageSeriesReader()
    reader.SetImageIO("GDCMImageIO")
    reader.SetFileNames(sitk.ImageSeriesReader.GetGDCMSeriesFileNames(str(folder)))
    return sitk.GetArrayFromImage(reader.Execute())


def load_pydicom(folder: Path) -> np.ndarray:
    datasets = sorted((pydicom.dcmread(path) for path in files(folder)), key=lambda one: one.ImagePositionPatient[2])
    volume = np.empty((len(datasets), ROWS, COLUMNS), np.int16)
    for plane, one in zip(volume, datasets):
        plane[...] = one.pixel_array * np.int32(one.RescaleSlope) + np.int32(one.RescaleIntercept)
    return volume


def load_dicomsdl(folder: Path) -> np.ndarray:
    import dicomsdl

    datasets = sorted((dicomsdl.open(path) for path in files(folder)), key=lambda one: one.ImagePositionPatient[2])
    volume = np.empty((len(datasets), ROWS, COLUMNS), np.int16)
    for plane, one in zip(volume, datasets):
        one.copyFrameData(0, plane)
        plane -= 1024
    return volume


def floor(folder: Path) -> np.ndarray:
    """Plain file reads into one array, and one addition: nothing can be faster that reads every byte."""
    paths = files(folder)
    volume = np.empty((len(paths), ROWS, COLUMNS), np.int16)
    for plane, path in zip(volume, paths):
        with open(path, "rb", buffering=0) as file:
            file.seek(-plane.nbytes, os.SEEK_END)
            file.readinto(memoryview(plane).cast("B"))
        plane += np.int16(-1024)
    return volume


def medians_ms(works: dict[str, Callable[[Path], object]], folder: Path, repeats: int) -> dict[str, np.ndarray]:
    """Clock and processor time of each; all take turns, so that a busy moment does not fall on one of them."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in works}
    for _ in range(repeats + 1):
        for name, work in works.items():
            gc.collect()
            start = time.perf_counter(), time.process_time()
            work(folder)
            stop = time.perf_counter(), time.process_time()
            times[name].append((stop[0] - start[0], stop[1] - start[1]))
    # The first round fills caches and imports.
    return {name: 1000 * np.median(each[1:], axis=0) for name, each in times.items()}


def table(title: str, figures: dict[str, np.ndarray], base: str) -> None:
    """Print times, and how many times that of ``base`` each is."""
    print(f"\n{title}\n  {'':32} {'clock':>10} {'ratio':>8}   {'processor':>10} {'ratio':>8}")
    for name, figure in figures.items():
        clock, processor = figure / figures[base]
        print(f"  {name:32} {figure[0]:7.1f} ms {clock:8.2f}   {figure[1]:7.1f} ms {processor:8.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--slices", type=int, default=400)
    parser.add_argument("--repeats", type=int, default=5)
    chosen = parser.parse_args()
    scans = {"inference.dicom.scan": dicom.scan, "SimpleITK (GDCM)": scan_gdcm, "pydicom": scan_pydicom}
    loads = {
        "floor": floor,
        "inference.dicom scan + load": load_ours,
        "SimpleITK": load_simpleitk,
        "pydicom, one by one": load_pydicom,
    }
    if find_spec("dicomsdl"):
        scans["dicomsdl, two attributes"] = scan_dicomsdl
        loads["dicomsdl"] = load_dicomsdl
    print(machine())
    with tempfile.TemporaryDirectory() as name:
        folder = write(Path(name, "raw"), chosen.slices)
        assert np.array_equal(load_ours(folder), load_simpleitk(folder))
        table(f"Header scan, {chosen.slices} files", medians_ms(scans, folder, chosen.repeats), "inference.dicom.scan")
        title = f"Load to HU, {chosen.slices} raw slices of {ROWS} x {COLUMNS}"
        table(title, medians_ms(loads, folder, chosen.repeats), "floor")
        for key, syntax in {**COMPRESSED, "JPEG lossless": JPEG_LOSSLESS}.items():
            folder = write(Path(name, key), 20, syntax)
            works = {"inference.dicom scan + load": load_ours, "SimpleITK": load_simpleitk}
            if syntax != JPEG_LOSSLESS:  # needs GPL code in pydicom
                works["pydicom"] = load_pydicom
            figures = {key: figure / 20 for key, figure in medians_ms(works, folder, 3).items()}
            table(f"{key}, each slice", figures, "inference.dicom scan + load")


if __name__ == "__main__":
    main()
