"""First-order features: how the values in a region are distributed, wherever they lie."""

from __future__ import annotations

import numpy as np

from inference.radiomics.levels import Levels
from inference.triples import Triple


def first_order_features(values: np.ndarray, levels: Levels, spacing_mm: Triple) -> dict[str, float]:
    """All features of the family, by name.

    Parameters
    ----------
    values : array, shape (voxels,)
        Of the image in the region.
    levels
        The same in grey levels, for entropy and uniformity.
    """
    values = np.sort(values.astype(float))
    p10, p25, median, p75, p90 = (_quantile(values, share) for share in (0.1, 0.25, 0.5, 0.75, 0.9))
    mean = values.mean()
    off = values - mean
    squares = off * off
    variance = squares.mean()
    energy = float((values * values).sum())
    inner = values[np.searchsorted(values, p10) : np.searchsorted(values, p90, side="right")]
    share = levels.counts / levels.counts.sum()
    return {
        "10Percentile": p10,
        "90Percentile": p90,
        "Energy": energy,
        "TotalEnergy": energy * float(np.prod(spacing_mm)),
        "Entropy": -float(share @ np.log2(share)),
        "Uniformity": float(share @ share),
        "InterquartileRange": p75 - p25,
        "Kurtosis": (squares * squares).mean() / variance**2 if variance else 0.0,
        "Skewness": (squares * off).mean() / variance**1.5 if variance else 0.0,
        "Maximum": values[-1],
        "Minimum": values[0],
        "Range": values[-1] - values[0],
        "Mean": mean,
        "Median": median,
        "MeanAbsoluteDeviation": np.abs(off).mean(),
        "RobustMeanAbsoluteDeviation": np.abs(inner - inner.mean()).mean(),
        "RootMeanSquared": np.sqrt(energy / len(values)),
        "Variance": variance,
    }


def _quantile(ascending: np.ndarray, share: float) -> float:
    """Between two values in proportion, as numpy.percentile does after sorting once more."""
    place = share * (len(ascending) - 1)
    low = int(place)
    high = min(low + 1, len(ascending) - 1)
    return float(ascending[low] + (place - low) * (ascending[high] - ascending[low]))
