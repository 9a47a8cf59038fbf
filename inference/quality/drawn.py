"""Gates on what a hand drew or a file brought: drawn at all, inside the body, and on what it should hold."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from inference.findings import Finding, Severity, rounded
from inference.pieces import pieces_of
from inference.quality.region import part_of
from inference.schema import Excluded, Structure
from inference.segmentation import Segmentation
from inference.volume import Volume

AIR_HU = -300
"""Between air, lung or bedding and every tissue."""
COARSE_MM = 2.0
"""Pixels in which the outside of the body is looked for."""
OUTSIDE_SHARE = 0.05
"""A border that is drawn generously takes in some of what lies beside it. Engineering limit."""
MOSTLY = 0.5
"""Share from which a structure is not what was meant to be drawn."""


def check_drawn(
    volume: Volume, drawn: Segmentation, structures: Sequence[Structure], optional: Collection[str] = ()
) -> list[Finding]:
    """Findings on every structure that is drawn.

    Parameters
    ----------
    structures
        In the order of the labels.
    optional
        Ids of those that need not be drawn.
    """
    counts = np.bincount(drawn.labels.ravel(), minlength=len(structures) + 1)
    findings = [
        Finding("drawn.missing", "blocking", {}, structure.id)
        for n, structure in enumerate(structures, 1)
        if not counts[n] and structure.id not in optional
    ]
    if not counts[1:].any() or volume.hu.dtype.kind != "i" or volume.unit != "HU":
        return findings  # nothing drawn, or an image in which no number means air
    hu, outside = part_of(volume, drawn), _outside(volume, drawn)
    for n, structure in enumerate(structures, 1):
        if counts[n]:
            findings += _on(hu[drawn.labels == n], outside[drawn.labels == n], structure)
    return findings


def _on(values: np.ndarray, outside: np.ndarray, structure: Structure) -> list[Finding]:
    """What one structure was drawn on."""
    found = [_share("drawn.outside", outside, OUTSIDE_SHARE, structure, {})]
    for excluded in structure.excluded:
        inside = (values >= excluded.hu.low) & (values <= excluded.hu.high)
        found.append(_share("drawn.on-other", inside, excluded.most, structure, _of(excluded)))
    grave = [finding for finding in found if finding is not None]
    if not grave and structure.excluded:
        return [Finding("drawn.in-place", "pass", {"voxels": len(values)}, structure.id)]
    return grave


def _of(excluded: Excluded) -> dict[str, float | str]:
    return {"reason": f"drawn.{excluded.of}", "low": excluded.hu.low, "high": excluded.hu.high}


def _share(
    code: str, wrong: np.ndarray, most: float, structure: Structure, evidence: dict[str, float | str]
) -> Finding | None:
    """A share that is too large: a warning, and from half of the voxels on what stops the answer."""
    share = float(wrong.mean())
    if share <= most:
        return None
    severity: Severity = "blocking" if share >= MOSTLY else "warning"
    percent = {"percent": rounded(100 * share, 0, 100 * most), "most": 100 * most}
    return Finding(code, severity, {**percent, **evidence}, structure.id)


def _outside(volume: Volume, drawn: Segmentation) -> np.ndarray:
    """Which voxels of the drawn block lie in the air around the body, bool array of the block.

    In each slice, air and padding that reach the edge of the picture.
    """
    slices, rows, columns = volume.grid.box(drawn.grid)
    step = [max(1, round(COARSE_MM / mm)) for mm in volume.grid.spacing_mm[1:]]
    outside = np.zeros(drawn.labels.shape, bool)
    for k in np.flatnonzero(drawn.labels.any(axis=(1, 2))):
        plane = volume.hu[slices.start + k]
        coarse = _around(plane[:: step[0], :: step[1]] < AIR_HU)
        fine = np.repeat(np.repeat(coarse, step[0], axis=0), step[1], axis=1)[rows, columns]
        outside[k] = fine & (plane[rows, columns] < AIR_HU)
    return outside


def _around(air: np.ndarray) -> np.ndarray:
    """The pieces of air in a slice that reach its edge."""
    pieces = pieces_of(air[None], corners=False)[0]
    edge = np.unique(np.concatenate([pieces[0], pieces[-1], pieces[:, 0], pieces[:, -1]]))
    return np.isin(pieces, edge[edge > 0])
