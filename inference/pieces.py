"""Connected pieces of a mask."""

from __future__ import annotations

import numpy as np

from inference.triples import Box, box_of


def pieces_of(mask: np.ndarray, corners: bool = True) -> np.ndarray:
    """Number the connected pieces of a mask.

    Parameters
    ----------
    mask : bool array [k, j, i]
    corners
        Whether voxels that touch at an edge or a corner belong together; otherwise only those that share a face.

    Returns
    -------
    array of whole numbers, shape as the mask
        0 outside the mask, pieces from 1.
    """
    import SimpleITK as sitk

    numbered: np.ndarray = sitk.GetArrayFromImage(
        sitk.ConnectedComponent(sitk.GetImageFromArray(mask.astype(np.uint8)), corners)
    )
    return numbered


def sizes_of(pieces: np.ndarray) -> np.ndarray:
    """Voxels of each piece, by its number; of number 0, which is none, no voxels."""
    sizes = np.bincount(pieces.ravel())
    sizes[0] = 0
    return sizes


def box_around(mask: np.ndarray) -> Box | None:
    """The smallest box that holds a mask [k, j, i]; None where it is empty."""
    used = [np.flatnonzero(mask.any(axis=tuple(other for other in range(3) if other != axis))) for axis in range(3)]
    return box_of(slice(int(one[0]), int(one[-1]) + 1) for one in used) if len(used[0]) else None
