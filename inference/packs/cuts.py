"""Where a number decides: cuts of scores, rules and derived answers; what is printed falls on the same side.

A glucose of 132.96 mg/dL that is printed as 133.0 beside "no point at 133" contradicts the score that used it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inference.packs.manifest import Manifest

Cuts = dict[str, tuple[float, ...]]
"""By predictor or step: numbers at which something changes, ascending."""


def cuts_of(manifest: Manifest) -> Cuts:
    """All cuts of a pack; a rule's number is a cut of whatever it names."""
    found: dict[str, set[float]] = defaultdict(set)
    for predictor in manifest.predictors:
        if predictor.derive is not None and predictor.derive.formula in {p.id for p in manifest.predictors}:
            found[predictor.derive.formula].update(predictor.derive.cuts)
    for step in manifest.steps:
        for name, cut in step.cuts():
            found[name].add(cut)
    for step in manifest.steps:
        # What a region gives may as well have been entered: both are printed.
        if step.substitute is not None and step.id in found:
            found[step.substitute].update(found[step.id])
    return {name: tuple(sorted(values)) for name, values in found.items()}
