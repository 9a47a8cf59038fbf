"""A linear score with its distance, kept as arrays: what judges of the networks compute with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.learners.classifier import classifier_graph
from training.learners.linear import linear_operators


@dataclass(frozen=True, slots=True)
class Head:
    """What ``train-risk`` locked.

    Attributes
    ----------
    weight, bias
        The score is ``weight . features + bias``.
    directions, centre
        The distance is ``|| directions (features - centre) ||``; directions has shape (components, features).
    limit
        Features farther away than this are unlike the training cohort's.
    """

    weight: np.ndarray
    bias: float
    directions: np.ndarray
    centre: np.ndarray
    limit: float

    def score(self, features: np.ndarray) -> float:
        """The score of one patient's features."""
        return float(features @ self.weight + self.bias)

    def distance(self, features: np.ndarray) -> float:
        """How far one patient's features lie from the training cohort."""
        return float(np.linalg.norm(self.directions @ (features - self.centre)))

    def arrays(self) -> dict[str, np.ndarray]:
        """As they are kept in a file."""
        return {
            "weight": self.weight,
            "bias": np.asarray(self.bias, float),
            "directions": self.directions.astype(np.float32),
            "centre": self.centre,
            "limit": np.asarray(self.limit, float),
        }


def read_head(path: Path) -> Head:
    """Read what :meth:`Head.arrays` gave."""
    with np.load(path, allow_pickle=False) as data:
        return Head(
            data["weight"].astype(float),
            float(data["bias"]),
            data["directions"].astype(float),
            data["centre"].astype(float),
            float(data["limit"]),
        )


def head_graph(head: Head) -> bytes:
    """The head as an ONNX graph: see :func:`~training.learners.classifier.classifier_graph`."""
    score = linear_operators(head.weight, head.bias, "off", head.centre, "score")
    return classifier_graph(score, head.directions, head.centre)
