"""A patient to show a pack on: answers, a study where it needs images, masks where structures are drawn.

All of it is made from what the pack says; nothing comes from a person, and each image says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.pack_library import writing
from desktop.phantom_study import HEAD, INLET, Shown, squared, write_study
from desktop.places import bundled
from inference.answers import read_answers
from inference.golden import PHANTOM, image_of, read_case
from inference.reading import to_plain
from inference.steps import kind_of

if TYPE_CHECKING:
    import numpy as np

    from inference.packs.manifest import Manifest
    from inference.packs.store import Pack
    from inference.phantom.head import Lesion
    from inference.schema import ImageRole
    from inference.steps.kind import Step
    from inference.volume import Volume

OUTCOME = "cme"
"""Outcome that the demonstration's answers are about, as packs call it."""
LEAST_ML, MOST_ML = 2.0, 25.0
"""Of a lesion in the demonstration's head."""


@dataclass(frozen=True, slots=True)
class DemoPatient:
    """What was written of the patient.

    Attributes
    ----------
    studies
        Folders of images; none for a pack that needs none.
    answers
        The answer sheet.
    masks
        As ``--mask`` takes them.
    images
        How many files the studies have.
    """

    studies: tuple[Path, ...]
    answers: Path
    masks: tuple[str, ...]
    images: int


def write_patient(pack: Pack, folder: Path) -> DemoPatient:
    """Write answers, study and masks for a pack.

    Raises
    ------
    PackError
        As of :func:`inference.golden.read_case`: what a pack asks is answered as in its golden case.
    InputError
        ``file.unwritable``.
    """
    manifest = pack.manifest
    answers, regions = _answers(pack)
    studies: list[Path] = []
    masks: list[str] = []
    images = 0
    for role in manifest.images:
        image = _image(pack, role)
        if image is None:
            continue
        shown, volume, drawn = image
        study = folder / "study" / (role.id if len(manifest.images) > 1 else "")
        with writing(study):
            images += len(write_study(volume, study, shown=shown))
        studies.append(study)
        masks += _write_masks(manifest, role, volume, drawn, folder / "masks")
        regions = {name: place for name, place in regions.items() if name not in drawn}
    sheet = {"answers": answers, **({"regions": regions} if regions else {})}
    target = folder / "answers.json"
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(sheet, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return DemoPatient(tuple(studies), target, tuple(masks), images)


def write_usual(folder: Path) -> Path:
    """Write the phantom as a study, unless it is there already; returns the folder."""
    from inference.phantom.render import render

    if not any(folder.glob("*.dcm")):
        with writing(folder):
            write_study(render(), folder)
    return folder


def _answers(pack: Pack) -> tuple[dict[str, object], dict[str, object]]:
    """Answers and spheres: of the demonstration's own patient where the pack is about the same, else the golden case's.

    A pack of another outcome may mean something else by the same name: a volume of blood by that of contrast medium.
    """
    if pack.manifest.outcome == OUTCOME:
        asked = {predictor.id for predictor in pack.manifest.predictors}
        known = read_answers(bundled("demo") / "answers.json").answers
        return {name: value for name, value in known.items() if name in asked}, {}
    sheet = read_case(pack).sheet
    return dict(sheet.answers), {name: to_plain(region) for name, region in sheet.regions.items()}


def _image(pack: Pack, role: ImageRole) -> tuple[Shown, Volume, dict[str, np.ndarray]] | None:
    """How an image is named, the image, and the structures that are drawn on it; None where it can do without."""
    region = pack.manifest.region_of(role)
    if region is not None and region.seen_by == "skull":
        from inference.phantom.head import render_head

        volume, masks = render_head(dict(_lesions(pack.manifest, role)))
        return HEAD, volume, masks
    source = read_case(pack).images.get(role.id)
    if source is not None:
        return INLET if source == PHANTOM else Shown.of(role), image_of(pack, source), {}
    return None


def _lesions(manifest: Manifest, role: ImageRole) -> Iterator[tuple[str, Lesion]]:
    """What is drawn on an image, of the middle of what is plausible of it."""
    from inference.phantom.head import Lesion

    structures = {structure.id: structure for structure in manifest.structures}
    for step in _drawn(manifest, role):
        for name in step.provides([*structures]).structures or ():
            volume, hu = structures[name].volume_ml, structures[name].hu
            middle = (max(volume.low, LEAST_ML) * min(volume.high, MOST_ML)) ** 0.5
            yield name, Lesion(middle, (hu.low + hu.high) / 2)


def _drawn(manifest: Manifest, role: ImageRole) -> Iterator[Step]:
    return (step for step in manifest.steps if kind_of(step).by_hand and role.id in step.images_read)


def _write_masks(
    manifest: Manifest, role: ImageRole, volume: Volume, drawn: dict[str, np.ndarray], folder: Path
) -> Iterator[str]:
    """Write each structure as a file that other programs read, too."""
    from desktop.language import Language
    from desktop.masks.nifti import write_masks
    from inference.segmentation import Segmentation

    for name, inside in drawn.items():
        labels = inside.astype("uint8")
        mask = Segmentation(role.id, labels, labels.astype("float32"), volume.grid, (name,))
        with writing(folder):
            folder.mkdir(parents=True, exist_ok=True)
            whole = {role.id: squared(volume).grid}
            file, _ = write_masks({role.id: mask}, manifest, Language("en"), folder, name, whole)
        yield f"{name}={file}"
