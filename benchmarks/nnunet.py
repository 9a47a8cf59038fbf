"""Imported nnU-Net models beside nnU-Net's own predictor: the same masks, and how much sooner.

    python -m benchmarks.nnunet --work FOLDER [--out benchmarks/nnunet.json] [--repeats 3] [--threads 1]

Needs ``nnunetv2`` beside the ``train`` extra. Two tiny models are planned and trained by nnU-Net on
simulated scans (:mod:`benchmarks.nnunet_model`; kept in FOLDER, so that a second run starts with the comparison) and
imported by ``precontrast-train import-nnunet``; both sides label scans that neither training nor calibration saw, at
several spacings. Times are of a whole scan, everything from Hounsfield units to labels, in turn, with the same threads.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import SimpleITK as sitk
import torch

from benchmarks.nnunet_model import CASES, CONFIGURATIONS, FIRST_SEED, LABELS, make, simulated
from benchmarks.timing import machine, medians, table
from inference.engines import EngineProvider
from inference.findings import Finding
from inference.reading import read_typed
from inference.steps.tiles import TilesStep, label_scan
from inference.volume import Grid, Volume
from training.cli import run_command
from training.nnunet.tiles import LEAST_VOXELS
from training.simulate.generate import SPACING_MM
from training.workspace import versions

CALIBRATION_SEEDS = (900, 901)
UNSEEN_SEEDS = (950, 951)
SPACINGS = {
    "as trained": SPACING_MM,
    "finer": (1.0, 0.8, 0.8),
    # More than three times as long as wide: slices are handled on their own.
    "thick slices": (5.0, 0.9, 0.9),
    "coarse": (3.0, 1.6, 1.6),
}
ENGINES = ("openvino:CPU", "onnxruntime:CPU")
PRECISIONS = ("fp32", "int8")


def scans(work: Path, seeds: tuple[int, ...]) -> list[Path]:
    """Simulated scans as NIfTI files, made once."""
    paths = [work / "scans" / f"{seed}.nii.gz" for seed in seeds]
    for seed, path in zip(seeds, paths):
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            image = sitk.GetImageFromArray(simulated(seed)[0])
            image.SetSpacing(SPACING_MM[::-1])
            sitk.WriteImage(image, str(path), useCompression=True)
    return paths


def resampled(path: Path, spacing_mm: tuple[float, float, float]) -> Volume:
    """A scan as if it had been taken with another voxel."""
    image = sitk.ReadImage(str(path))
    size = [int(n * old / new + 1e-6) for n, old, new in zip(image.GetSize(), image.GetSpacing(), spacing_mm[::-1])]
    place = (image.GetOrigin(), spacing_mm[::-1], image.GetDirection())
    image = sitk.Resample(image, size, sitk.Transform(), sitk.sitkLinear, *place, -1000.0)
    hu = sitk.GetArrayFromImage(image).astype(np.int16)
    return Volume(hu, Grid((0.0, 0.0, 0.0), tuple(spacing_mm), hu.shape))


class Ours:
    """An imported model in one precision on one engine."""

    def __init__(self, out: Path, precision: str, engine: str, threads: int, mirror: bool) -> None:
        data = json.loads((out / "step.json").read_text(encoding="utf-8"))
        axes = data["mirror_axes"] if mirror else []
        self.step = read_typed(TilesStep, {**data, "mirror_axes": axes}, "step.json")
        self.engines = EngineProvider(engine, threads=threads)
        end = ".onnx" if precision == "fp32" else "-int8.onnx"
        names = [name.replace(".onnx", end) for name in self.step.models]
        self.models = [self.engines.load((out / name).read_bytes(), name) for name in names]

    def labels(self, volume: Volume) -> np.ndarray:
        """Labels on the whole scan."""
        whole = np.zeros(volume.hu.shape, np.uint8)
        found = label_scan(self.step, volume, self.models, lambda share: None, lambda: False)
        if not isinstance(found, Finding):
            start = np.round(volume.grid.to_index(np.array(found.grid.origin_mm))).astype(int)
            whole[tuple(slice(s, s + n) for s, n in zip(start, found.grid.shape))] = found.labels
        return whole


class Theirs:
    """nnU-Net's predictor."""

    def __init__(self, folder: Path, mirror: bool) -> None:
        from nnunetv2.inference.predict_from_raw_data import nnUNetPredictor

        self.predictor = nnUNetPredictor(use_mirroring=mirror, device=torch.device("cpu"), allow_tqdm=False)
        self.predictor.initialize_from_trained_model_folder(str(folder), ("0",))

    def labels(self, volume: Volume) -> np.ndarray:
        """Labels on the whole scan."""
        image, about = volume.hu[None].astype(np.float32), {"spacing": list(volume.grid.spacing_mm)}
        return self.predictor.predict_single_npy_array(image, about)


def bring_in(model: Path, out: Path, scans: list[Path]) -> dict:
    """Import a model, which writes both precisions; what the import found of the 8-bit one."""
    given = ["import-nnunet", str(model), "--out", str(out), "--precision", "fp32", "--fold", "0", "--mirror"]
    run_command([*given, "--calibrate", *map(str, scans)])
    (fold,) = json.loads((out / "import.json").read_text(encoding="utf-8"))["folds"]
    return fold["int8_dice_to_fp32"]


def dice(given: np.ndarray, wanted: np.ndarray) -> dict[str, float | None]:
    """By label; None where neither has enough voxels for a Dice that means something."""
    result = {}
    for name, n in LABELS.items():
        a, b = given == n, wanted == n
        if n > 0:
            seen = max(a.sum(), b.sum()) >= LEAST_VOXELS
            result[name] = round(float(2 * np.count_nonzero(a & b) / (a.sum() + b.sum())), 5) if seen else None
    return result


def agreement(name: str, model: Path, out: Path, unseen: list[Path], threads: int) -> Iterator[dict]:
    """One row for each scan, spacing and kind of mirroring: Dice of our labels to nnU-Net's."""
    for mirror in (False, True):
        theirs = Theirs(model, mirror)
        ours = {
            f"{precision} {engine}": Ours(out, precision, engine, threads, mirror)
            for precision, engine in itertools.product(PRECISIONS, ENGINES)
        }
        # Mirroring costs eight times as much and does not depend on the spacing.
        cases = itertools.product(unseen, SPACINGS.items()) if not mirror else [(unseen[0], ("as trained", SPACING_MM))]
        for path, (title, spacing) in cases:
            volume = resampled(path, spacing)
            wanted = theirs.labels(volume)
            found = {kind: dice(one.labels(volume), wanted) for kind, one in ours.items()}
            about = {"model": name, "mirrored": mirror, "scan": path.name.split(".")[0], "spacing": title}
            voxels = {label: int((wanted == n).sum()) for label, n in LABELS.items() if n > 0}
            row = {**about, "spacing_mm": list(spacing), "voxels": voxels, "dice": found}
            print(about, {kind: least([row], kind) for kind in found}, flush=True)
            yield row


def speed(name: str, model: Path, out: Path, scan: Path, repeats: int, threads: int) -> dict:
    """Seconds for one scan that has to be resampled, without mirroring."""
    volume = resampled(scan, SPACINGS["finer"])
    works = {"nnU-Net": Theirs(model, False)}
    works |= {f"{p} {e}": Ours(out, p, e, threads, False) for p, e in itertools.product(PRECISIONS, ENGINES)}
    seconds = medians({kind: lambda work=work: work.labels(volume) for kind, work in works.items()}, repeats)
    table(f"{name}: {volume.hu.shape} voxels, {threads} thread(s)", seconds, "nnU-Net")
    ratios = {kind: round(seconds["nnU-Net"] / value, 2) for kind, value in seconds.items()}
    return {
        "model": name,
        "shape": list(volume.hu.shape),
        "seconds": {kind: round(value, 3) for kind, value in seconds.items()},
        "times_as_fast": ratios,
    }


def least(rows: list[dict], kind: str) -> float | None:
    """The worst label of the worst scan."""
    return min((d for row in rows for d in row["dice"][kind].values() if d is not None), default=None)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True, help="gets nnU-Net's folders and the imported models")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("nnunet.json"))
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    models = make(options.work)
    calibration, unseen = scans(options.work, CALIBRATION_SEEDS), scans(options.work, UNSEEN_SEEDS)
    rows, times, judged = [], [], {}
    for name, folder in models.items():
        out = options.work / "imported" / name
        judged[name] = bring_in(folder, out, calibration)
        rows += agreement(name, folder, out, unseen, options.threads)
        times.append(speed(name, folder, out, unseen[0], options.repeats, options.threads))
    result = {
        "command": f"python -m benchmarks.nnunet --work FOLDER --repeats {options.repeats} --threads {options.threads}",
        "machine": machine(),
        "versions": {**versions(), "nnunetv2": _version("nnunetv2")},
        "trained_on": f"simulated scans {FIRST_SEED} to {FIRST_SEED + CASES - 1}; {', '.join(CONFIGURATIONS)}",
        "calibrated_on": f"simulated scans {', '.join(map(str, CALIBRATION_SEEDS))}",
        "int8_dice_to_fp32_at_import": judged,
        "least_dice": {
            name: {kind: least([row for row in rows if row["model"] == name], kind) for kind in rows[0]["dice"]}
            for name in models
        },
        "speed": times,
        "agreement": rows,
    }
    options.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(json.dumps({key: result[key] for key in ("int8_dice_to_fp32_at_import", "least_dice", "speed")}, indent=1))


def _version(package: str) -> str:
    from importlib import metadata

    return metadata.version(package)


if __name__ == "__main__":
    main()
