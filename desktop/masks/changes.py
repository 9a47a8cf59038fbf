"""Which structures a hand-drawn mask changes, and who has drawn what in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from inference.outcome import Edit
    from inference.segmentation import Segmentation

NEAR_VOXELS = 0.1
"""How near voxels of two masks lie where they are the same ones."""


def structures_changed(found: Segmentation | None, contour: Segmentation) -> tuple[str, ...]:
    """Structures whose voxels differ between what a model found and what a user drew; all, where nothing was found."""
    import numpy as np

    offset = None if found is None else _offset(found, contour)
    if found is None or offset is None:
        return contour.structures
    # Both in the box around them.
    low = np.minimum(offset, 0)
    high = np.maximum(offset + contour.labels.shape, found.labels.shape)
    both = []
    for mask, start in ((found, -low), (contour, offset - low)):
        labels = np.zeros(high - low, np.uint8)
        labels[tuple(slice(n, n + m) for n, m in zip(start, mask.labels.shape))] = mask.labels
        both.append(labels)
    differs = both[0] != both[1]
    values = {int(value) for labels in both for value in np.unique(labels[differs])}
    return tuple(name for n, name in enumerate(contour.structures, 1) if n in values)


def begun(masks: Mapping[str, Segmentation]) -> dict[str, Segmentation]:
    """Masks without those that still wait to be drawn: they hold one voxel, and nothing in it."""
    return {name: mask for name, mask in masks.items() if mask.labels.size > 1 or mask.labels.any()}


def _offset(found: Segmentation, contour: Segmentation) -> np.ndarray | None:
    """Where the first voxel of a contour lies in voxels of a mask; None where they are of other images."""
    import numpy as np

    place = found.grid.to_index(np.array(contour.grid.origin_mm))
    start = np.rint(place).astype(int)
    alike = np.allclose(found.grid.spacing_mm, contour.grid.spacing_mm)
    return start if alike and np.allclose(place, start, atol=NEAR_VOXELS) else None


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
        if found is None and earlier and earlier[0].origin != "edited" and not _holds(contour, structure):
            continue  # of what was drawn from nothing, nothing is left
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
    return bool(mask.mask_of(structure).any())
