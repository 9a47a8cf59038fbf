"""Label atlases of the thoracic inlet as a starting point for simulated patients.

An atlas is a pair of 1 mm volumes (structure labels and tissue classes) with a JSON table. Reading one gives an
:class:`Anatomy`: the same body with its great vessels taken out and kept beside it as tubes, so that every simulated
patient can be given vessels of another course, calibre and flattening.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import SimpleITK as sitk
from scipy import ndimage, sparse
from scipy.sparse.csgraph import dijkstra

from inference.phantom.body import RIB_BORDER_X, make_body
from inference.phantom.tissues import AIR, BLOOD, CORTICAL, GAS, LUNG, SKIN, TRABECULAR
from inference.phantom.tubes import Tube, tube

CCA, IJV, SCA, SCV = "CCA", "IJV", "SCA", "SCV"
VESSEL_LABELS = {
    # tube name: (labels on the patient's right, labels on the left), proximal part first
    CCA: ((101,), (102,)),
    IJV: ((109,), (110,)),
    SCA: ((103, 158), (104, 159)),
    SCV: ((113, 160), (114, 161)),
    "BCV": ((156,), (157,)),
}
TRUNK_LABEL, ARCH_LABEL, CAVA_LABEL = 116, 115, 117
MIRRORED_PAIRS = (
    *((n, n + 1) for n in (26, 49, 53, 55, 57, 59, 61, 63)),
    *((n, n + 6) for n in range(31, 36)),
    *((n, n + 1) for n in (101, 103, 105, 107, 109, 111, 113, 135, 153, 156, 158, 160, 164, 182)),
    *((n, n + 1) for n in (141, 143, 145, 147, 149)),
)


@dataclass(frozen=True, slots=True)
class Anatomy:
    """A body without its great vessels, and the vessels as tubes.

    Attributes
    ----------
    label, tissue
        uint8 arrays [k, j, i], 1 mm, k up, j to the back, i to the patient's left.
    tubes
        Vessels by name: ``CCA-R``, ``IJV-L``, ..., ``trunk`` (brachiocephalic trunk).
    rib_border
        For ``SCA-*`` and ``SCV-*``: index of the control point where the vessel leaves the first rib and becomes
        axillary.
    """

    name: str
    label: np.ndarray
    tissue: np.ndarray
    tubes: dict[str, Tube]
    rib_border: dict[str, int]


def load_atlas(folder: Path, stem: str) -> Anatomy:
    """Read one atlas.

    Parameters
    ----------
    folder : Path
        Holds ``{stem}_atlas.nii.gz`` and ``{stem}_tissue.nii.gz``.
    stem : str
        ``thoracic_inlet`` or ``bodyparts3d_thoracic_inlet``.
    """
    label = _read_lps(folder / f"{stem}_atlas.nii.gz")
    tissue = _read_lps(folder / f"{stem}_tissue.nii.gz")
    tubes = _extract_tubes(label)
    rib_border = {
        f"{vessel}-{side}": _first_point_in(tubes[f"{vessel}-{side}"], label == VESSEL_LABELS[vessel][n][1])
        for vessel in (SCA, SCV)
        for n, side in enumerate("RL")
    }
    _take_out_vessels(label, tissue)
    return Anatomy(stem, label, tissue, tubes, rib_border)


def procedural_anatomy() -> Anatomy:
    """The program's own phantom as a third anatomy."""
    body = make_body(1.0, vessels=False)
    border = {
        name: int(np.argmax(np.abs(body.grid.to_patient(curve.points)[:, 0]) > RIB_BORDER_X))
        for name, curve in body.tubes.items()
        if name[:3] in (SCA, SCV)
    }
    return Anatomy("procedural", body.label, body.tissue, body.tubes, border)


def mirror(anatomy: Anatomy) -> Anatomy:
    """Swap the patient's sides."""
    swap = np.arange(256, dtype=np.uint8)
    for right, left in MIRRORED_PAIRS:
        swap[right], swap[left] = left, right
    width = anatomy.label.shape[2]
    other_side = {"R": "L", "L": "R"}

    def renamed(name: str) -> str:
        stem, dash, side = name.partition("-")
        return stem + dash + other_side.get(side, "")

    tubes = {}
    for name, curve in anatomy.tubes.items():
        points = curve.points.copy()
        points[:, 2] = width - 1 - points[:, 2]
        tubes[renamed(name)] = tube(points, curve.radius)
    return Anatomy(
        anatomy.name + "-mirrored",
        np.ascontiguousarray(swap[anatomy.label][:, :, ::-1]),
        np.ascontiguousarray(anatomy.tissue[:, :, ::-1]),
        tubes,
        {renamed(name): index for name, index in anatomy.rib_border.items()},
    )


def _read_lps(path: Path) -> np.ndarray:
    # NIfTI files are read by SimpleITK in LPS; the atlases are stored RAS+, so i and j run backwards in LPS.
    image = sitk.DICOMOrient(sitk.ReadImage(str(path)), "LPS")
    return sitk.GetArrayFromImage(image).astype(np.uint8)


def _extract_tubes(label: np.ndarray) -> dict[str, Tube]:
    tubes = {}
    trunk = label == TRUNK_LABEL
    arch = label == ARCH_LABEL
    cava = label == CAVA_LABEL
    for side, name in enumerate("RL"):
        masks = {vessel: np.isin(label, labels[side]) for vessel, labels in VESSEL_LABELS.items()}
        arterial_origin = trunk if name == "R" else arch
        for vessel, origin in ((CCA, arterial_origin), (SCA, arterial_origin), (SCV, masks[IJV]), ("BCV", cava)):
            tubes[f"{vessel}-{name}"] = centreline(masks[vessel], origin)
        tubes[f"{IJV}-{name}"] = centreline(masks[IJV], masks["BCV"])
    tubes["trunk"] = centreline(trunk, arch)
    return tubes


def _first_point_in(curve: Tube, mask: np.ndarray) -> int:
    distance = ndimage.distance_transform_edt(~mask)
    at = np.clip(np.round(curve.points).astype(int), 0, np.array(mask.shape) - 1)
    inside = distance[tuple(at.T)] < 1.5
    return int(np.argmax(inside)) if inside.any() else len(curve.points) - 1


def centreline(mask: np.ndarray, origin: np.ndarray, step: float = 5.0) -> Tube:
    """Follow a vessel away from where it springs.

    The voxels are grouped by their distance along the vessel from the origin; the group centres are the curve and
    the group volumes give the radius.
    """
    grown = ndimage.binary_closing(np.pad(mask, 2), iterations=2)[2:-2, 2:-2, 2:-2] | mask
    parts, count = ndimage.label(grown, np.ones((3, 3, 3)))
    if count > 1:
        grown = parts == np.argmax(np.bincount(parts.ravel())[1:]) + 1
    voxels = np.argwhere(grown)
    to_origin = ndimage.distance_transform_edt(~origin)[tuple(voxels.T)]
    along = dijkstra(_neighbour_graph(grown, voxels), indices=int(np.argmin(to_origin)))
    group = (along / step).astype(int)
    keep = [g for g in range(group.max() + 1) if np.count_nonzero(group == g) >= 8]
    centres = np.array([voxels[group == g].mean(axis=0) for g in keep])
    area = np.array([np.count_nonzero(group == g) / step for g in keep])
    smooth = ndimage.gaussian_filter1d(centres, 0.7, axis=0, mode="nearest")
    return tube(smooth, np.sqrt(area / np.pi))


def _neighbour_graph(mask: np.ndarray, voxels: np.ndarray) -> sparse.csr_matrix:
    index = np.full(np.array(mask.shape) + 2, -1)
    inner = voxels + 1
    index[tuple(inner.T)] = np.arange(len(voxels))
    rows, columns, lengths = [], [], []
    for offset in np.argwhere(np.ones((3, 3, 3))) - 1:
        if tuple(offset) <= (0, 0, 0):
            continue
        neighbour = index[tuple((inner + offset).T)]
        hit = neighbour >= 0
        rows.append(np.flatnonzero(hit))
        columns.append(neighbour[hit])
        lengths.append(np.full(int(hit.sum()), np.linalg.norm(offset)))
    rows, columns, lengths = (np.concatenate(part) for part in (rows, columns, lengths))
    size = len(voxels)
    graph = sparse.coo_matrix((lengths, (rows, columns)), shape=(size, size)).tocsr()
    return graph + graph.T


def _take_out_vessels(label: np.ndarray, tissue: np.ndarray) -> None:
    drawn = [n for pair in VESSEL_LABELS.values() for side in pair for n in side] + [TRUNK_LABEL]
    vessels = np.isin(label, drawn)
    usable = ~vessels & ~np.isin(tissue, (AIR, LUNG, GAS, CORTICAL, TRABECULAR, SKIN, BLOOD))
    nearest = ndimage.distance_transform_edt(~usable, return_distances=False, return_indices=True)
    label[vessels] = label[tuple(nearest[:, vessels])]
    tissue[vessels] = tissue[tuple(nearest[:, vessels])]
