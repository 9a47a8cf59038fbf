"""Gate on left and right: whether the anatomy in view lies where the header says that left and right are.

Pixels that some export has mirrored carry a correct header, and nothing but the anatomy tells. Three signs are looked
for, each where it is in view: the descending aorta left of the spine, the left lung made smaller by the heart, the
liver on the right. They are reversed together in mirrored images, and in one person of ten thousand (situs inversus),
in whom right and left vessels are exchanged as well; single ones are reversed by a right-sided arch (one in a
thousand), fluid, a lung that is collapsed or gone, or a huge spleen. So only signs that agree
stop the answer, or say that all is well.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inference.blocks import block_means
from inference.findings import Finding
from inference.pieces import pieces_of, sizes_of
from inference.schema import ImageRole
from inference.volume import Volume

COARSE_MM = 3.0
"""Size of the voxels that are looked at; the aorta is 20 to 35 mm wide."""

AIR_HU, BONE_HU, SOFT_HU, ORGAN_HU = -500.0, 150.0, (-30.0, 250.0), (20.0, 140.0)
LEAST_LUNG_ML = 100.0
LEAST_SLICE_CM2 = 40.0
"""Lung in a slice of the chest."""

BESIDE_MM, BEFORE_MM, BEHIND_MM = (12.0, 45.0), 45.0, 5.0
"""Where the descending aorta lies: this far beside the middle of the vertebral body, from before to behind it."""
AORTA_CM2, EMPTY_CM2 = 2.5, 1.6
"""Soft tissue on its side, and on the other, where lung reaches to the spine. The development series have 3 to 12 cm2
and 0.2 to 3; twice as much as on the other side also counts as an aorta in its place, but proves nothing reversed."""
LEAST_LUNG_SHARE = 0.3
"""Of a slice's lung on the smaller side: with less, something fills that half of the chest."""
AORTA_MM = 30.0
"""Height over which it has to be seen, on either side. In its place it is 35 to 170 mm in the development series that
show it; none of their sixteen, a tumour of the right apex among them, has a single reversed slice."""

HEART_SHARE, HEART_MM, HEART_ASYMMETRY = 0.8, 40.0, 0.04
"""Slices with at least this share of the largest lung area, their height, and the part by which the left lung is
smaller there: 0.07 to 0.17 in the development series."""

BASE_SHARE = 0.35
"""Share of the largest lung area below which a slice shows the abdomen."""
LIVER_CM2, LIVER_ASYMMETRY, LIVER_MM = 60.0, 0.2, 25.0
"""Area of organs on the fuller side, the part by which the other has less, and the height over which it is so."""

MOST_AGAINST = 0.15
"""Share of the height of a sign that may say the contrary."""


@dataclass(frozen=True, slots=True)
class _Chest:
    """A coarse picture of the scan.

    Attributes
    ----------
    hu
        Mean values, array [k, j, i].
    lung
        Aerated lung, of the same shape.
    spacing_mm
        Along k, j, i.
    """

    hu: np.ndarray
    lung: np.ndarray
    spacing_mm: tuple[float, float, float]

    @property
    def pixel_cm2(self) -> float:
        """Area of a pixel."""
        return self.spacing_mm[1] * self.spacing_mm[2] / 100

    @property
    def lung_cm2(self) -> np.ndarray:
        """Of each slice."""
        return self.lung.sum(axis=(1, 2)) * self.pixel_cm2


def check_sides(volume: Volume, role: ImageRole) -> list[Finding]:
    """Compare left and right with the anatomy; nothing is said where no sign is in view, or where they disagree."""
    if role.modality != "CT" or volume.hu.dtype != np.int16:
        return []
    signs = anatomical_signs(volume)
    reversed_ = [name for name, side in signs.items() if side < 0]
    in_place = len(signs) - len(reversed_)
    if in_place:
        return [Finding("region.sides", "pass", {}, role.id)] if in_place > 1 and not reversed_ else []
    if len(reversed_) > 1:
        return [Finding("region.sides-reversed", "blocking", {}, role.id)]
    if reversed_ and reversed_ != ["heart"]:
        return [Finding("region.sides-doubtful", "warning", {"reason": f"sides.{reversed_[0]}"}, role.id)]
    return []


def anatomical_signs(volume: Volume) -> dict[str, int]:
    """What the anatomy says of left and right.

    Returns
    -------
    signs
        ``aorta``, ``heart`` and ``liver``: 1 where it lies as in nearly everyone, -1 where it is reversed; those that
        are not in view, or not clear, are left out.
    """
    chest = _coarse(volume)
    signs = {"aorta": _aorta(chest), "heart": _heart(chest), "liver": _liver(chest)}
    return {name: side for name, side in signs.items() if side}


def _coarse(volume: Volume) -> _Chest:
    # An image smaller than one of the blocks is one block.
    sizes = zip(volume.grid.spacing_mm, volume.hu.shape)
    step = [min(max(1, round(COARSE_MM / spacing)), count) for spacing, count in sizes]
    hu = block_means(volume.hu[:: step[0]], step[1], step[2])
    spacing = tuple(spacing * n for spacing, n in zip(volume.grid.spacing_mm, step))
    return _Chest(hu, _lung(hu, spacing), spacing)


def _lung(hu: np.ndarray, spacing_mm: tuple[float, float, float]) -> np.ndarray:
    """Large pieces of air that the body encloses: they reach no side of the image."""
    pieces = pieces_of(hu < AIR_HU, corners=False)
    ml = sizes_of(pieces) * np.prod(spacing_mm) / 1000
    sides = (pieces[:, 0], pieces[:, -1], pieces[:, :, 0], pieces[:, :, -1])
    ml[np.unique(np.concatenate([side.ravel() for side in sides]))] = 0
    return (ml >= LEAST_LUNG_ML)[pieces]


def _spine(chest: _Chest, k: int | np.integer, place: np.ndarray) -> tuple[float, float] | None:
    """Row and column of the middle of the bone behind the middle of what is in view."""
    rows, columns = np.nonzero(place)
    reach = 50 / chest.spacing_mm[2]
    middle, half = (columns.min() + columns.max()) / 2, int(rows.min() + rows.max()) // 2
    left, right = max(0, int(middle - reach)), int(middle + reach) + 1
    back = rows.max() + round(20 / chest.spacing_mm[1])
    found = np.nonzero(chest.hu[k, half:back, left:right] > BONE_HU)
    if len(found[0]) * chest.pixel_cm2 < 3:
        return None
    return float(np.median(found[0])) + half, float(np.median(found[1])) + left


def _halves(picture: np.ndarray, column: float, near: float, far: float) -> tuple[float, float]:
    """Sums of a picture left and right (of the patient) of a column, from so many pixels beside it to so many."""
    places = np.arange(picture.shape[1]) - column
    columns = picture.sum(axis=0)
    left, right = (columns[(side >= near) & (side <= far)].sum() for side in (places, -places))
    return float(left), float(right)


def _one_side(for_mm: float, against_mm: float, least_mm: float) -> int:
    """Which side a sign is on, if it is long enough and hardly anything says the contrary."""
    if for_mm >= least_mm and against_mm <= MOST_AGAINST * for_mm:
        return 1
    return -1 if against_mm >= least_mm and for_mm <= MOST_AGAINST * against_mm else 0


def _aorta(chest: _Chest) -> int:
    """The descending aorta: soft tissue on one side of the spine, where on the other lung reaches to it."""
    near, far = (mm / chest.spacing_mm[2] for mm in BESIDE_MM)
    before, behind = (round(mm / chest.spacing_mm[1]) for mm in (BEFORE_MM, BEHIND_MM))
    low, high = SOFT_HU
    slices = {1: 0, -1: 0}
    for k in np.flatnonzero(chest.lung_cm2 >= LEAST_SLICE_CM2):
        spine = _spine(chest, k, chest.lung[k])
        if spine is None:
            continue
        row, column = round(spine[0]), spine[1]
        lungs = _halves(chest.lung[k], column, 1, np.inf)
        if min(lungs) < LEAST_LUNG_SHARE * sum(lungs):
            continue
        strip = chest.hu[k, max(0, row - before) : row + behind]
        left, right = (n * chest.pixel_cm2 for n in _halves((strip > low) & (strip < high), column, near, far))
        if left >= AORTA_CM2 and left >= 2 * right:
            slices[1] += 1
        elif right >= AORTA_CM2 and left <= EMPTY_CM2:
            slices[-1] += 1
    height = chest.spacing_mm[0]
    return _one_side(slices[1] * height, slices[-1] * height, AORTA_MM)


def _heart(chest: _Chest) -> int:
    """The heart: the lung on its side is smaller where both are largest."""
    area = chest.lung_cm2
    largest = int(area.argmax()) if len(area) else 0
    wide = np.flatnonzero(area >= max(HEART_SHARE * area.max(initial=0), 3 * LEAST_SLICE_CM2))
    if largest == 0 or len(wide) * chest.spacing_mm[0] < HEART_MM:
        return 0  # a scan that ends above the heart is widest at its end
    shares = []
    for k in wide:
        spine = _spine(chest, k, chest.lung[k])
        if spine is not None:
            left, right = _halves(chest.lung[k], spine[1], 1, np.inf)
            shares.append((right - left) / (right + left))
    asymmetry = float(np.mean(shares)) if len(shares) >= len(wide) / 2 else 0.0
    return int(np.sign(asymmetry)) if abs(asymmetry) >= HEART_ASYMMETRY else 0


def _liver(chest: _Chest) -> int:
    """The liver: below the lungs one side of the belly is full of it."""
    area = chest.lung_cm2
    low, high = ORGAN_HU
    beside = 20 / chest.spacing_mm[2]
    has_chest = area.max(initial=0) >= LEAST_SLICE_CM2
    slices = {1: 0, -1: 0}
    for k in range(int(area.argmax()) if has_chest else len(area)):
        body = chest.hu[k] > -200
        if (has_chest and area[k] > BASE_SHARE * area.max()) or body.sum() * chest.pixel_cm2 < 200:
            continue
        spine = _spine(chest, k, body)
        if spine is None:
            continue
        organ = _inner((chest.hu[k] > low) & (chest.hu[k] < high))[: round(spine[0])]
        left, right = (n * chest.pixel_cm2 for n in _halves(organ, spine[1], beside, np.inf))
        if max(left, right) >= LIVER_CM2 and abs(right - left) >= LIVER_ASYMMETRY * (right + left):
            slices[1 if right > left else -1] += 1
    height = chest.spacing_mm[0]
    return _one_side(slices[1] * height, slices[-1] * height, LIVER_MM)


def _inner(mask: np.ndarray) -> np.ndarray:
    """What is left of a mask without its border of one pixel: muscles of the wall vanish, organs stay."""
    padded = np.pad(mask, 1)
    rows, columns = mask.shape
    shifted = [padded[j : j + rows, i : i + columns] for j in range(3) for i in range(3)]
    return np.logical_and.reduce(shifted)
