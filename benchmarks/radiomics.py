"""Radiomics beside PyRadiomics: the same figures, and how much sooner.

    python -m benchmarks.radiomics --pyradiomics PYTHON SERIES... [--out benchmarks/radiomics.json] [--repeats 3]
    python -m benchmarks.radiomics --pyradiomics PYTHON --lesion

PYTHON is an interpreter with PyRadiomics, which is no dependency (``pip install --no-build-isolation
pyradiomics==3.0.1``, or ``pyradiomics-bhklab``). SERIES are folders of real scans, best of head and chest. In the
middle of the body of each, a region of 50 mL with an uneven border is drawn and given to both, with the whole scan.
Both have one thread for linear algebra and take turns; on a busy machine, processor seconds are what to compare.

A voxel whose centre lies halfway between two of the scan's belongs to either mask: rounding errors decide. So features
of resampled regions are compared with those of PyRadiomics given the resampled region (``largest_difference``); how
many voxels its own resampling has more is in ``voxels_more_in_pyradiomics``.

``--lesion`` writes what the tests compare with: ``tests/inference/radiomics/pyradiomics.json``.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"  # threads that wait for each other would be counted as work

import numpy as np
import SimpleITK as sitk

from benchmarks.timing import machine
from inference.dicom import load, scan
from inference.radiomics import Settings, extract, region_of
from inference.reading import read_typed, to_plain
from inference.volume import Volume
from tests.helpers import lesion

HERE = Path(__file__).parent
LESION = HERE.parent / "tests/inference/radiomics/pyradiomics.json"
RADIUS_MM = 22.9
"""Of a ball of 50 mL."""
SETTINGS = {
    "as scanned": {"bin_width": 25.0},
    "1 mm": {"bin_width": 25.0, "spacing_mm": (1.0, 1.0, 1.0)},
    "1 mm, filtered": {
        "bin_width": 25.0,
        "spacing_mm": (1.0, 1.0, 1.0),
        "log_sigma_mm": (1.0, 3.0, 5.0),
        "wavelet": True,
        "pad": 30,
    },
}
"""``pad``: voxels that PyRadiomics keeps around the region when it resamples, as many as the widest filter sees."""
AXES = ("MajorAxisLength", "MinorAxisLength", "LeastAxisLength")
"""IBSI's covariance divides by one voxel less than PyRadiomics'."""


def read(folder: Path) -> Volume:
    """The longest series in a folder."""
    series = max(scan([folder]).series, key=lambda one: len(one.slices))
    return load(series).volume


def drawn(volume: Volume) -> np.ndarray:
    """A region of some 50 mL in the middle of the body, as uneven as a hand draws: bool array [k, j, i]."""
    body = np.argwhere(volume.hu[len(volume.hu) // 2] > -200)
    middle = np.array([len(volume.hu) // 2, *np.median(body, axis=0)])
    k, j, i = np.meshgrid(
        *((np.arange(n) - at) * step for n, at, step in zip(volume.hu.shape, middle, volume.grid.spacing_mm)),
        indexing="ij",
        sparse=True,
    )
    uneven = 1.5 * np.sin(k / 4) * np.cos(j / 5) + np.sin(i / 3)
    return np.sqrt(k**2 + j**2 + i**2) + uneven <= RADIUS_MM


def theirs(python: str, image: np.ndarray, spacing_mm: tuple, mask: np.ndarray, settings: dict, repeats: int) -> dict:
    """Features and seconds of PyRadiomics; the fastest of some runs, each in a process of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for array, file in ((image.astype(np.float32), "image.nrrd"), (mask.astype(np.uint8), "mask.nrrd")):
            written = sitk.GetImageFromArray(array)
            written.SetSpacing([float(step) for step in spacing_mm[::-1]])
            sitk.WriteImage(written, str(folder / file))
        (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
        runs = []
        for _ in range(repeats):
            subprocess.run(
                [python, "-I", str(HERE / "radiomics_pyradiomics.py"), name], check=True, stdout=subprocess.DEVNULL
            )
            runs.append(json.loads((folder / "features.json").read_text(encoding="utf-8")))
    return min(runs, key=lambda run: run["cpu_s"])


def ours(image: np.ndarray, spacing_mm: tuple, mask: np.ndarray, settings: Settings, repeats: int) -> dict:
    """The same of this program, in this process."""
    runs = []
    for _ in range(repeats):
        cpu, clock = time.process_time(), time.perf_counter()
        region = region_of(image, spacing_mm, mask, settings)
        assert region is not None
        features = extract(region, settings)
        runs.append({"cpu_s": time.process_time() - cpu, "clock_s": time.perf_counter() - clock})
    voxels = int(np.count_nonzero(region.mask))
    return {**min(runs, key=lambda run: run["cpu_s"]), "features": features, "voxels": voxels}


def differences(mine: dict[str, float], other: dict[str, float], voxels: int) -> list[tuple[float, str]]:
    """Relative difference of each feature, largest first; of axes, apart from the other divisor.

    A mean, median or skewness of a filtered image is near nothing: it is compared with the size of the values, or 1.
    """
    if mine.keys() != other.keys():
        raise SystemExit(f"not the same features: {sorted(mine.keys() ^ other.keys())[:3]}")
    found = []
    for name, value in mine.items():
        image, family, feature = name.split("_")
        if feature in AXES:
            value *= np.sqrt((voxels - 1) / voxels)
        size = abs(other[name])
        if family == "firstorder" and feature in ("Mean", "Median", "Skewness"):
            size = max(size, 1.0 if feature == "Skewness" else other[f"{image}_firstorder_RootMeanSquared"])
        found.append((abs(value - other[name]) / max(size, 1e-12), name))
    return sorted(found, reverse=True)


def compare(python: str, folder: Path, repeats: int) -> dict:
    """One scan with all settings."""
    volume = read(folder)
    mask, spacing = drawn(volume), volume.grid.spacing_mm
    rows = {}
    for name, given in SETTINGS.items():
        plain = {key: value for key, value in given.items() if key != "pad"}
        settings = read_typed(Settings, plain, name)
        mine = ours(volume.hu, spacing, mask, settings, repeats)
        other = theirs(python, volume.hu, spacing, mask, given, repeats)
        row = {"features": len(mine["features"]), "voxels": mine["voxels"]}
        for who, run in (("ours", mine), ("pyradiomics", other)):
            row |= {f"{who}_cpu_s": round(run["cpu_s"], 3), f"{who}_clock_s": round(run["clock_s"], 3)}
        row["ratio_cpu"] = round(other["cpu_s"] / mine["cpu_s"], 1)
        same = other["features"]
        if settings.spacing_mm is not None:
            count = same["original_shape_VoxelVolume"] / np.prod(settings.spacing_mm)
            row["voxels_more_in_pyradiomics"] = round(count) - mine["voxels"]
            region = region_of(volume.hu, spacing, mask, settings)
            unsampled = {key: value for key, value in given.items() if key != "spacing_mm"}
            same = theirs(python, region.image, region.spacing_mm, region.mask, unsampled, 1)["features"]
        apart = differences(mine["features"], same, mine["voxels"])
        row |= {"largest_difference": float(f"{apart[0][0]:.1e}"), "of": apart[0][1]}
        row |= {"over_1e-5": sum(int(size > 1e-5) for size, _ in apart), "pyradiomics": other["version"]}
        rows[name] = row
        print(folder.name, name, json.dumps(row), flush=True)
    return {
        "shape": list(volume.hu.shape),
        "spacing_mm": [round(step, 3) for step in spacing],
        "ml": round(float(mask.sum() * volume.grid.voxel_ml), 1),
        "runs": rows,
    }


def write_lesion(python: str) -> None:
    """What PyRadiomics makes of the fabricated lesion."""
    found = {}
    for name, given in lesion.SETS.items():
        said = theirs(python, lesion.image(), lesion.SPACING_MM, lesion.mask(name), given, 1)
        found[name] = {feature: float(f"{value:.10g}") for feature, value in said["features"].items()}
    result = {
        "command": "python -m benchmarks.radiomics --pyradiomics PYTHON --lesion",
        "pyradiomics": said["version"],
        "settings": {name: to_plain(Settings(**given)) for name, given in lesion.SETS.items()},
        "features": found,
    }
    LESION.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("series", nargs="*", type=Path)
    parser.add_argument("--pyradiomics", required=True)
    parser.add_argument("--lesion", action="store_true")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--repeats", type=int, default=3)
    options = parser.parse_args()
    if options.lesion:
        write_lesion(options.pyradiomics)
    found = {folder.name: compare(options.pyradiomics, folder, options.repeats) for folder in options.series}
    if options.out and found:
        result = {"command": "python -m benchmarks.radiomics --pyradiomics PYTHON SERIES... --out FILE"}
        result |= {"machine": machine(), "numpy": np.__version__, "scans": found}
        options.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
