"""Whether parts of a record agree: figures with each other, answers with the questions of the pack."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inference.packs.manifest import Manifest
    from inference.risk.logistic import Answer

TOLERANCE = 1e-6
"""Relative difference of two figures that must agree; a record keeps all digits."""


def near(one: float, other: float) -> bool:
    """Whether two figures are the same."""
    return math.isclose(one, other, rel_tol=TOLERANCE, abs_tol=TOLERANCE**2)


def answers(manifest: Manifest, predictor_id: str, answer: Answer | None) -> bool:
    """Whether it is an answer of a predictor of the pack; None, unknown, always is."""
    predictor = next((p for p in manifest.predictors if p.id == predictor_id), None)
    return predictor is not None and (answer is None or predictor.admits(answer))
