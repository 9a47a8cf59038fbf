"""The vessel model on a scan, with the same functions as in the program."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from inference.engines import EngineProvider, LoadedModel
from inference.findings import Finding
from inference.reading import read_text, read_typed
from inference.segmentation import Segmentation
from inference.steps.locate import locate
from inference.steps.segment import SegmentStep, label_structures
from inference.volume import Grid, Volume
from training.errors import BadInput
from training.workspace import writing

STEP_FILE = "segment.json"


@dataclass(frozen=True, slots=True)
class VesselModel:
    """A segment step with its networks loaded."""

    step: SegmentStep
    locator: LoadedModel
    block: LoadedModel


def load_vessel_model(folder: Path, engines: EngineProvider, suffix: str = "") -> VesselModel:
    """The vessel model of a pack or of a work folder.

    Parameters
    ----------
    folder
        Holds ``pack.json`` or ``segment.json``, and the networks that it names.
    suffix
        ``-fp32`` for the networks before quantization.

    Raises
    ------
    BadInput
        When the folder has no segment step.
    """
    step = read_step(folder)
    locator, block = (
        engines.load((folder / with_suffix(plan.model, suffix)).read_bytes(), plan.model, plan.interface)
        for plan in (step.locator, step.block)
    )
    return VesselModel(step, locator, block)


def read_step(folder: Path) -> SegmentStep:
    """The segment step of a pack folder or of a folder with ``segment.json``."""
    if (folder / STEP_FILE).exists():
        return read_typed(SegmentStep, json.loads(read_text(folder / STEP_FILE)), str(folder / STEP_FILE))
    if (folder / "pack.json").exists():
        steps = json.loads(read_text(folder / "pack.json"))["steps"]
        for step in steps:
            if step["kind"] == "segment":
                return read_typed(SegmentStep, step, str(folder / "pack.json"))
    raise BadInput(f"{folder} holds no vessel model; give a pack with a segment step, or run train-vessels")


def with_suffix(model: str, suffix: str) -> str:
    """``models/vessels.onnx`` with ``-fp32`` is ``models/vessels-fp32.onnx``."""
    return model.removesuffix(".onnx") + suffix + ".onnx"


def segment_scan(model: VesselModel, volume: Volume) -> Segmentation | Finding:
    """Label the vessels of a scan, or say why the region was not found."""
    place = locate(model.step.locator, volume, model.locator, lambda: False)
    if isinstance(place, Finding):
        return place
    return label_structures(model.step, volume, place, model.block)[1]


def on_whole(found: Segmentation, grid: Grid) -> np.ndarray:
    """The labels on the whole grid of the scan, uint8 [k, j, i]."""
    whole = np.zeros(grid.shape, np.uint8)
    whole[grid.box(found.grid)] = found.labels
    return whole


def save_labels(found: Segmentation, path: Path) -> None:
    """Keep the labels of a case."""
    with writing(path) as unfinished:
        np.savez_compressed(
            unfinished,
            labels=found.labels,
            origin_mm=np.array(found.grid.origin_mm),
            spacing_mm=np.array(found.grid.spacing_mm),
            structures=np.array(found.structures),
        )


def read_labels(path: Path, image: str = "ct") -> Segmentation:
    """Labels kept by :func:`save_labels`; their certainty was not kept and is 1."""
    with np.load(path, allow_pickle=False) as data:
        labels = data["labels"]
        grid = Grid(
            tuple(float(v) for v in data["origin_mm"]), tuple(float(v) for v in data["spacing_mm"]), labels.shape
        )
        structures = tuple(str(name) for name in data["structures"])
    return Segmentation(image, labels, np.ones(labels.shape, np.float32), grid, structures)
