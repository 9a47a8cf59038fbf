"""Real patients whose vessels were drawn by hand, each side shown as a right one.

Who they are, and how far each mask is to be trusted where, stands in ``patients.toml``. No one has drawn everything:
above the last slice in which a jugular or a carotid is drawn they go on, and between two drawn slices they do, too.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np
import SimpleITK as sitk

from inference.dicom import load, scan
from inference.reading import read_text, read_typed
from inference.vocabulary import STRICT
from inference.volume import Grid, Volume
from training.simulate.classes import BACKGROUND, OTHER_ARTERY, OTHER_VEIN
from training.simulate.truth import UNTOLD
from training.vessels.virtual import without_contrast

OWN = {"R": (1, 2, 3, 4), "L": (5, 6, 7, 8)}
"""Labels of a side's carotid, jugular, subclavian artery and subclavian vein."""
NECKS = (1, 2, 5, 6)
"""Carotids and jugulars, between which the thyroid lies."""
ARTERIES, VEINS = (1, 3, 5, 7, 9, 12), (2, 4, 6, 8, 10, 11)
NEAR_MM = 8.0
"""How far from a mask that is not to be trusted nothing is: the vessel lies there or beside it."""
FAINT, UNKNOWN = 1, 2
"""Values of :attr:`Case.doubt`."""
_TABLE = Path(__file__).with_name("patients.toml")


@dataclass(frozen=True, slots=True)
class Zone:
    """Where some labels of a patient are not to be trusted, in slices and columns of the full series."""

    __pydantic_config__ = STRICT
    labels: tuple[int, ...]
    trust: Literal["little", "none"]
    k: tuple[float, float] = (0, 9999)
    x: tuple[float, float] = (0, 9999)


@dataclass(frozen=True, slots=True)
class Patient:
    """One entry of ``patients.toml``."""

    __pydantic_config__ = STRICT
    name: str
    image: str = ""
    mask: str = ""
    sides: Literal["RL", "R", "L"] = "RL"
    first: int = 0
    step: int = 1
    column: int = 0
    enhanced: bool = False
    variant: str = ""
    zones: tuple[Zone, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A side of a patient, shown as a right side.

    Attributes
    ----------
    truth
        uint8 [k, j, i]: 0, or 1 to 4 in the order of the recipe's structures.
    others
        uint8 [k, j, i]: which class of :mod:`training.simulate.classes` a voxel is beside them, UNTOLD where unknown.
    doubt
        uint8 [k, j, i]: 0 where the truth is to be trusted, FAINT where it is guessed, UNKNOWN where it does not speak.
    variant
        What is unlike other patients on this side; empty for nothing.
    virtual
        Whether contrast medium was taken out of the image by computation: good to learn from, not to be judged by.
    """

    name: str
    patient: str
    volume: Volume
    truth: np.ndarray
    others: np.ndarray
    doubt: np.ndarray
    variant: str = ""
    virtual: bool = False

    @property
    def judged(self) -> np.ndarray:
        """Where what a network finds may be held against the truth."""
        return self.doubt != UNKNOWN


def patients() -> tuple[Patient, ...]:
    """All whose masks there are."""
    given = tomllib.loads(read_text(_TABLE))["patient"]
    return tuple(read_typed(Patient, entry, f"{_TABLE.name}, {entry.get('name')}") for entry in given)


def drawn_cases(shared: Path, only: Sequence[str] = ()) -> Iterator[Case]:
    """The drawn sides of all patients; of an enhanced scan without its contrast medium.

    Parameters
    ----------
    shared
        Folder with the series and masks; their README says where they come from.
    only
        Names of the patients; empty for all.
    """
    for patient in patients():
        if not only or patient.name in only:
            volume, drawn = read_drawn(patient, shared)
            yield from sides_of(patient, freed(volume, drawn) if patient.enhanced else volume, drawn)


def freed(volume: Volume, drawn: np.ndarray) -> Volume:
    """An enhanced scan with the contrast medium taken out of its vessels, drawn or not."""
    return replace(volume, hu=without_contrast(volume.hu, drawn, volume.grid.spacing_mm, necks=NECKS))


def read_drawn(patient: Patient, shared: Path) -> tuple[Volume, np.ndarray]:
    """A patient's image and mask on its grid."""
    stem = patient.image or patient.name
    if patient.mask:
        volume = load(scan([str(shared / "ct" / stem)]).series[0]).volume
        return volume, _array(shared / "ct" / patient.mask)
    folder = shared / "ct" / "drawn"
    image = sitk.ReadImage(str(folder / f"{stem}-image.nii.gz"))
    hu = sitk.GetArrayFromImage(image).astype(np.int16)
    x, y, z = image.GetOrigin()
    width, height, depth = image.GetSpacing()
    grid = Grid((x, y, z), (depth, height, width), hu.shape)
    return Volume(hu, grid, None), _array(folder / f"{stem}-mask.nii.gz")


def _array(path: Path) -> np.ndarray:
    return sitk.GetArrayFromImage(sitk.ReadImage(str(path))).astype(np.uint8)


def sides_of(patient: Patient, volume: Volume, drawn: np.ndarray) -> Iterator[Case]:
    """The drawn sides of one patient."""
    for side in patient.sides:
        truth = _numbered(drawn, OWN[side])
        others, doubt = _others(drawn, OWN[side]), doubt_of(patient, drawn, OWN[side], volume.grid)
        variant = patient.variant if side == "R" else ""
        seen = volume
        if side == "L":
            seen = mirrored(volume)
            truth, others, doubt = (np.ascontiguousarray(a[:, :, ::-1]) for a in (truth, others, doubt))
        yield Case(f"{patient.name} {side}", patient.name, seen, truth, others, doubt, variant, patient.enhanced)


def _numbered(drawn: np.ndarray, own: Sequence[int]) -> np.ndarray:
    return sum((drawn == label) * np.uint8(n) for n, label in enumerate(own, 1)).astype(np.uint8)


def _others(drawn: np.ndarray, own: Sequence[int]) -> np.ndarray:
    others = np.full(drawn.shape, UNTOLD, np.uint8)
    for kind, labels in ((OTHER_ARTERY, ARTERIES), (OTHER_VEIN, VEINS)):
        others[np.isin(drawn, [label for label in labels if label not in own])] = kind
    others[np.isin(drawn, own)] = BACKGROUND
    return others


def doubt_of(patient: Patient, drawn: np.ndarray, own: Sequence[int], grid: Grid) -> np.ndarray:
    """How far a side's truth is to be trusted in each voxel, see :attr:`Case.doubt`."""
    doubt = np.zeros(drawn.shape, np.uint8)
    free = ~np.isin(drawn, own)
    for label in own:
        slices = np.flatnonzero((drawn == label).any(axis=(1, 2)))
        if label in own[:2]:
            doubt[slices[-1] + 1 :][free[slices[-1] + 1 :]] = UNKNOWN
        for gap in sorted(set(range(slices[0], slices[-1])) - set(slices.tolist())):
            doubt[gap][free[gap]] = UNKNOWN
    for zone in patient.zones:
        mine = [label for label in zone.labels if label in own]
        box = _box_of(zone, patient, drawn.shape)
        if mine and drawn[box].size:
            # Another vessel of the side that is drawn there stays known.
            near = _near(np.isin(drawn[box], mine), grid) & (free[box] | np.isin(drawn[box], mine))
            doubt[box][near] = np.maximum(doubt[box][near], {"little": FAINT, "none": UNKNOWN}[zone.trust])
    return doubt


def _box_of(zone: Zone, patient: Patient, shape: Sequence[int]) -> tuple[slice, slice, slice]:
    low, high = ((end - patient.first) / patient.step for end in zone.k)
    left, right = (end - patient.column for end in zone.x)
    return _within(low, high, shape[0]), slice(None), _within(left, right, shape[2])


def _within(low: float, high: float, length: int) -> slice:
    return slice(max(0, math.ceil(low)), int(max(0, min(length, math.floor(min(high, length)) + 1))))


def _near(mask: np.ndarray, grid: Grid) -> np.ndarray:
    """What lies within :data:`NEAR_MM` of a mask, slice by slice."""
    if not mask.any():
        return mask
    image = sitk.GetImageFromArray(mask.astype(np.uint8))
    radius = [round(NEAR_MM / grid.spacing_mm[2]), round(NEAR_MM / grid.spacing_mm[1]), 0]
    return sitk.GetArrayFromImage(sitk.BinaryDilate(image, radius)).astype(bool)


def mirrored(volume: Volume) -> Volume:
    """The same scan with its sides swapped."""
    grid = volume.grid
    x, y, z = grid.origin_mm
    flipped = Grid((-(x + (grid.shape[2] - 1) * grid.spacing_mm[2]), y, z), grid.spacing_mm, grid.shape)
    return Volume(np.ascontiguousarray(volume.hu[:, :, ::-1]), flipped, volume.padded)
