"""Labels and crops of each case, kept in the work folder so that encoders can be changed without segmenting again."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
from tqdm import tqdm

from inference.engines import EngineProvider
from inference.findings import Finding
from inference.segmentation import Segmentation
from inference.steps.crops import CropPlan, crops_of
from inference.steps.drawn import DrawnStep
from inference.volume import Volume
from training.cohort.masks import read_mask
from training.cohort.studies import load_study
from training.cohort.table import Case, Cohort
from training.errors import BadInput
from training.features.morphology import TARGETS, morphology_of
from training.recipes import Derived, Networks
from training.vessels.apply import VesselModel, load_vessel_model, read_labels, save_labels, segment_scan
from training.workspace import Workspace, writing

Finder = Callable[[Case, Volume], Segmentation | Finding]
MASK_VALUE = 1000
WHOLE_MASK = ((0.0, MASK_VALUE),) * 3


@dataclass(frozen=True, slots=True)
class CaseCrops:
    """Crops of one case.

    Attributes
    ----------
    crops
        float32 [structure, slice, channel, row, column], -1 to 1.
    morphology
        float32 [structure, slice, target]; see :data:`training.features.morphology.TARGETS`.
    masks
        bool [structure, slice, row, column], where the vessel is.
    """

    crops: np.ndarray
    morphology: np.ndarray
    masks: np.ndarray


def prepare_cases(
    cohort: Cohort, work: Workspace, engine: str, quiet: bool, taught: Container[str] = ()
) -> dict[str, str]:
    """Find the structures of every case, as the program does, and cut the crops; what is there already is kept.

    Parameters
    ----------
    taught
        Cases that the encoder learns from: crops around their reader's mask are cut, too, as a study is read only once.

    Returns
    -------
    dict
        Why a case has no crops, by case.
    """
    missing = {}
    engines = EngineProvider(engine)
    encoded = cohort.recipe.encoded
    assert encoded is not None  # only a recipe with crops comes here
    source = cohort.recipe.source(encoded.segment)
    assert not isinstance(source, Derived)  # :class:`~training.recipes.Recipe` checks it
    find = finder(cohort, work, engines, source)
    for case in tqdm(cohort.cases, desc="crops", disable=quiet):
        labelled = crops_path(work, case.id).exists()
        learnt = case.id not in taught or not case.masks or lesson_path(work, case.id).exists()
        if labelled and learnt:
            continue
        volume = load_study(case.study, cohort.recipe)[1].volume
        if not learnt:
            _teach(case, cohort, work, volume)
        reason = "" if labelled else _prepare(case, cohort, work, find, volume)
        if reason:
            missing[case.id] = reason
    engines.close()
    return missing


def crops_path(work: Workspace, case: str) -> Path:
    """Where the crops of a case are kept."""
    return work.crops / f"{case}.npz"


def lesson_path(work: Workspace, case: str) -> Path:
    """Where the crops around the reader's mask of a case are kept."""
    return work.features / "lessons" / f"{case}.npz"


def read_crops(path: Path, plan: CropPlan) -> CaseCrops:
    """Crops that were kept, cut by this plan.

    Raises
    ------
    BadInput
        When they were cut in another way, by an earlier version.
    """
    with np.load(path, allow_pickle=False) as data:
        if "masks" not in data or data["crops"].shape[-1] != plan.size_px:
            raise BadInput(
                f"{path} is of an earlier version; delete the folder {path.parent} and run the command again"
            )
        return CaseCrops(data["crops"].astype(np.float32), data["morphology"], data["masks"])


def lessons(cases: Iterable[Case], cohort: Cohort, work: Workspace) -> list[CaseCrops]:
    """What the encoder learns from: crops around the first reader's mask where there is one, else the model's.

    Where the truth is known the encoder is not taught the vessel model's errors.
    """
    found = []
    for case in cases:
        path = lesson_path(work, case.id) if case.masks else crops_path(work, case.id)
        if path.exists():
            found.append(read_crops(path, cohort.recipe.crops))
    return found


def finder(cohort: Cohort, work: Workspace, engines: EngineProvider, source: Networks | DrawnStep) -> Finder:
    """What finds the structures of a source in a case: the vessel model, or the first reader's mask."""
    if isinstance(source, Networks):
        return partial(labels_of, work=work, model=load_vessel_model(work.folder, engines, "-fp32"))
    return partial(_drawn, cohort=cohort, source=source)


def _drawn(case: Case, volume: Volume, cohort: Cohort, source: DrawnStep) -> Segmentation | Finding:
    """The structures of a source as the first reader drew them, numbered in its own order."""
    if not case.masks:
        return Finding("mask.missing", "blocking")
    found = _as_read(case, cohort, volume)
    values = [found.structures.index(name) + 1 for name in source.structures]
    labels = np.zeros(found.labels.shape, np.uint8)
    for n, value in enumerate(values, 1):
        labels[found.labels == value] = n
    return Segmentation(source.image, labels, found.certainty, found.grid, source.structures)


def _as_read(case: Case, cohort: Cohort, volume: Volume) -> Segmentation:
    recipe = cohort.recipe
    mask = read_mask(next(iter(case.masks.values())), volume.grid, cohort.settings.mask_labels, recipe)
    return Segmentation(recipe.image.id, mask, np.ones(mask.shape, np.float32), volume.grid, recipe.structure_ids)


def _teach(case: Case, cohort: Cohort, work: Workspace, volume: Volume) -> None:
    made = make_crops(volume, _as_read(case, cohort, volume), cohort.recipe.crops)
    if isinstance(made, CaseCrops):
        _keep(made, lesson_path(work, case.id))


def _prepare(case: Case, cohort: Cohort, work: Workspace, find: Finder, volume: Volume) -> str:
    found = find(case, volume)
    if isinstance(found, Finding):
        return found.code
    made = make_crops(volume, found, cohort.recipe.crops)
    if isinstance(made, str):
        return f"{made} not found"
    _keep(made, crops_path(work, case.id))
    return ""


def labels_of(case: Case, volume: Volume, work: Workspace, model: VesselModel) -> Segmentation | Finding:
    """The vessels of a case as they were kept, or as this model finds them, which are then kept."""
    kept = work.labels_of(case.id)
    if kept.exists():
        return read_labels(kept)
    found = segment_scan(model, volume)
    if isinstance(found, Segmentation):
        save_labels(found, kept)
    return found


def _keep(made: CaseCrops, path: Path) -> None:
    with writing(path) as file:
        np.savez(file, crops=made.crops.astype(np.float16), morphology=made.morphology, masks=made.masks)


def make_crops(volume: Volume, found: Segmentation, plan: CropPlan) -> CaseCrops | str:
    """Crops and morphology of all structures; the name of a structure that was not found."""
    crops, morphology, masks = [], [], []
    for n, structure in enumerate(found.structures):
        images = crops_of(volume, found, n, plan)
        if images is None:
            return structure
        mask = _mask_crops(found, n, plan)
        hu = crops_of(volume, found, n, replace(plan, windows_hu=((-1024.0, 3072.0),) * 3))[:, 0] * 2048 + 1024
        crops.append(images)
        masks.append(mask)
        morphology.append([morphology_of(m, h, plan.pixel_mm) for m, h in zip(mask, hu)])
    told = np.array(morphology, np.float32).reshape(len(crops), -1, len(TARGETS))
    return CaseCrops(np.stack(crops), told, np.stack(masks))


def _mask_crops(found: Segmentation, n: int, plan: CropPlan) -> np.ndarray:
    """Where the structure is in its own crops, bool [slice, row, column]."""
    values = Volume((found.labels == n + 1).astype(np.int16) * MASK_VALUE, found.grid)
    return crops_of(values, found, n, replace(plan, windows_hu=WHOLE_MASK))[:, 0] > 0
