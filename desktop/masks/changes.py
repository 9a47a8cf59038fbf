"""Which structures a hand-drawn mask changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from inference.segmentation import Segmentation

FINEST_MM = 0.01
FARTHEST_STEPS = 200_000
"""Places are told apart to a hundredth of a millimetre within two metres of the scanner's origin."""


def structures_changed(found: Segmentation | None, contour: Segmentation) -> tuple[str, ...]:
    """Structures whose voxels differ between what a model found and what a user drew; all, where nothing was found."""
    import numpy as np

    if found is None:
        return contour.structures
    before, after = _places(found), _places(contour)
    return tuple(
        name
        for n, name in enumerate(contour.structures)
        if not np.array_equal(np.sort(before[0][before[1] == n + 1]), np.sort(after[0][after[1] == n + 1]))
    )


def _places(mask: Segmentation) -> tuple[np.ndarray, np.ndarray]:
    """A number for the place of every labelled voxel, so that boxes of different size compare, and its label."""
    import numpy as np

    steps = np.round(mask.grid.to_patient(np.argwhere(mask.labels)) / FINEST_MM).astype(np.int64) + FARTHEST_STEPS
    x, y, z = steps.T
    return (x * 2 * FARTHEST_STEPS + y) * 2 * FARTHEST_STEPS + z, mask.labels[mask.labels > 0]
