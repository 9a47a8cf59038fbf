"""Which structures a hand-drawn mask changes, and who has drawn what in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from inference.outcome import Edit
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


def edits_after(
    found: Segmentation | None,
    before: tuple[Segmentation | None, Sequence[Edit]],
    contour: Segmentation,
    now: Edit,
    brought: Mapping[str, Edit],
) -> tuple[Edit, ...]:
    """Who has drawn what of a contour.

    What did not change since keeps its entries, what somebody else drew or a file brought keeps them beside the new
    one, and what is again as the model found it, or empty, has none.

    Parameters
    ----------
    found
        What the models found; None where that is not known any more.
    before
        The contour before, and its entries.
    now
        Who draws, and when; its structure and origin do not matter.
    brought
        Entries of structures that have just come from a file.
    """
    from dataclasses import replace

    drawn_before, edits = before
    touched = structures_changed(drawn_before, contour)
    entries: list[Edit] = []
    for structure in structures_changed(found, contour):
        earlier = [edit for edit in edits if edit.structure == structure]
        if structure in brought:
            entries.append(brought[structure])
        elif earlier and structure not in touched:
            entries += earlier
        else:
            own = all((edit.by, edit.origin) == (now.by, "drawn") for edit in earlier)
            from_nothing = bool(earlier) if found is None else not _holds(found, structure)
            new = replace(now, structure=structure, origin="drawn" if own and from_nothing else "edited")
            entries += [edit for edit in earlier if (edit.by, edit.origin) != (new.by, new.origin)]
            entries.append(new)
    return tuple(entries)


def _holds(mask: Segmentation, structure: str) -> bool:
    return bool((mask.labels == mask.structures.index(structure) + 1).any())


def _places(mask: Segmentation) -> tuple[np.ndarray, np.ndarray]:
    """A number for the place of every labelled voxel, so that boxes of different size compare, and its label."""
    import numpy as np

    steps = np.round(mask.grid.to_patient(np.argwhere(mask.labels)) / FINEST_MM).astype(np.int64) + FARTHEST_STEPS
    x, y, z = steps.T
    return (x * 2 * FARTHEST_STEPS + y) * 2 * FARTHEST_STEPS + z, mask.labels[mask.labels > 0]
