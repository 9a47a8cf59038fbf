"""What is to be expected of a structure after a hand has corrected it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from inference.segmentation import Segmentation


def figures_after(
    first: Segmentation, before: np.ndarray, after: np.ndarray, certainty: np.ndarray
) -> tuple[dict[str, float], dict[str, float]]:
    """What is to be expected of structures once voxels are relabelled by hand, which makes these certain.

    Parameters
    ----------
    first
        What was corrected.
    before, after, certainty
        Of the relabelled voxels: their labels, and the chance of the label they had. What that left over is taken to
        have been the chance of the label they got: the chances of each structure apart are not kept.

    Returns
    -------
    expected_ml, agreement
        As of :class:`~inference.segmentation.Segmentation`; the placements of the network have no say any more in
        structures that were corrected.
    """
    expected, agreement = dict(first.expected_ml), dict(first.agreement)
    for value, name in enumerate(first.structures, 1):
        taken, given = before == value, after == value
        if not (taken.any() or given.any()):
            continue
        agreement.pop(name, None)
        if name in expected:
            more = certainty[given].sum(dtype=float) - certainty[taken].sum(dtype=float)
            expected[name] = max(expected[name] + float(more * first.grid.voxel_ml), 0.0)
    return expected, agreement
