"""Grey-level co-occurrence: which levels lie beside each other."""

from __future__ import annotations

import numpy as np

from inference.radiomics.directions import DIRECTIONS, pairs
from inference.radiomics.levels import Levels


def cooccurrence(levels: Levels) -> np.ndarray:
    """How often levels are neighbours at distance 1: float array, shape (directions, n, n), symmetric.

    Directions in which no two voxels are neighbours are left out.
    """
    count = len(levels.values) + 1
    first = levels.grid * count
    found = []
    for step in DIRECTIONS:
        codes = pairs(first, step)[0] + pairs(levels.grid, step)[1]
        counts = np.bincount(codes.ravel(), minlength=count * count).reshape(count, count)[1:, 1:]
        found.append(counts + counts.T)
    matrices = np.array(found, float)
    return matrices[matrices.any(axis=(1, 2))]


def glcm_features(levels: Levels) -> dict[str, float]:
    """All features of the family, by name: means over the directions."""
    matrices = cooccurrence(levels)
    if not len(matrices):
        return dict.fromkeys(NAMES, np.nan)
    p = matrices / matrices.sum(axis=(1, 2), keepdims=True)
    value, highest = levels.values, levels.highest
    alone = p.sum(axis=2)
    mean = alone @ value
    off = value - mean[:, None]
    variance = (alone * off**2).sum(axis=1)
    covariance = np.einsum("di,dij,dj->d", off, p, off)
    sums, added = _gathered(p, np.add.outer(value, value))
    steps, apart = _gathered(p, np.abs(np.subtract.outer(value, value)))
    around = added - 2 * mean[:, None]
    difference = steps @ apart
    joint, single = _entropy(p.reshape(len(p), -1)), _entropy(alone)
    correlation = np.where(variance > 0, covariance / np.where(variance > 0, variance, 1), 1.0)
    # Where levels are independent, the joint entropy is twice that of one.
    excess = joint - 2 * single
    by = {
        "Autocorrelation": covariance + mean**2,
        "ClusterProminence": (sums * around**4).sum(axis=1),
        "ClusterShade": (sums * around**3).sum(axis=1),
        "ClusterTendency": (sums * around**2).sum(axis=1),
        "Contrast": steps @ apart**2,
        "Correlation": correlation,
        "DifferenceAverage": difference,
        "DifferenceEntropy": _entropy(steps),
        "DifferenceVariance": steps @ apart**2 - difference**2,
        "Id": steps @ (1 / (1 + apart)),
        "Idm": steps @ (1 / (1 + apart**2)),
        "Idmn": steps @ (1 / (1 + (apart / highest) ** 2)),
        "Idn": steps @ (1 / (1 + apart / highest)),
        "Imc1": np.where(single > 0, excess / np.where(single > 0, single, 1), 0.0),
        "Imc2": np.sqrt(np.maximum(0.0, 1 - np.exp(2 * excess))),
        "InverseVariance": steps[:, apart > 0] @ (1 / apart[apart > 0] ** 2),
        "JointAverage": mean,
        "JointEnergy": (p * p).sum(axis=(1, 2)),
        "JointEntropy": joint,
        "MCC": _maximal_correlation(p, alone),
        "MaximumProbability": p.max(axis=(1, 2)),
        "SumAverage": 2 * mean,
        "SumEntropy": _entropy(sums),
        "SumSquares": variance,
    }
    return {name: float(found.mean()) for name, found in by.items()}


NAMES = (
    *("Autocorrelation", "ClusterProminence", "ClusterShade", "ClusterTendency", "Contrast", "Correlation"),
    *("DifferenceAverage", "DifferenceEntropy", "DifferenceVariance", "Id", "Idm", "Idmn", "Idn", "Imc1", "Imc2"),
    *("InverseVariance", "JointAverage", "JointEnergy", "JointEntropy", "MCC", "MaximumProbability"),
    *("SumAverage", "SumEntropy", "SumSquares"),
)


def _gathered(p: np.ndarray, keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Sums of (directions, n, n) over equal keys (n, n): (directions, m), and the m keys."""
    which = keys.astype(np.intp).ravel()
    count, directions = int(which.max()) + 1, len(p)
    codes = np.add.outer(np.arange(directions) * count, which)
    sums = np.bincount(codes.ravel(), p.ravel(), directions * count).reshape(directions, count)
    return sums, np.arange(float(count))


def _entropy(p: np.ndarray) -> np.ndarray:
    """In bits, along the last axis."""
    return -(p * np.log2(np.where(p > 0, p, 1))).sum(axis=-1)


def _maximal_correlation(p: np.ndarray, alone: np.ndarray) -> np.ndarray:
    """Maximal correlation coefficient of each direction.

    Its square is the second largest eigenvalue of Haralick's Q, which has the eigenvalues of the square of a symmetric
    matrix: p divided by the roots of both marginals. Of that the largest is 1, and its vector those roots.
    """
    if p.shape[1] < 2:
        return np.ones(len(p))
    root = np.sqrt(alone)
    scale = np.where(root > 0, root, 1)
    rest = p / (scale[:, :, None] * scale[:, None, :]) - root[:, :, None] * root[:, None, :]
    return np.abs(np.linalg.eigvalsh(rest)).max(axis=1)
