"""A small picture of a series, to tell it from others in a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from inference.dicom import Series

LARGEST_SIDE = 128
"""Pixels along the longer side."""
DARKEST_SHARE, BRIGHTEST_SHARE = 0.01, 0.995
"""Shares of the pixels between which a picture that is not a CT is windowed."""
CT_WINDOW = (-160.0, 240.0)
MOST_SECONDS = 15.0
"""Of pictures of one scan, behind which the rest is left out: the series are waited for, pictures are a help."""


def thumbnails(
    series: Sequence[Series], progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> dict[str, bytes]:
    """Pictures by the key of their series, of those that can be shown."""
    pictures, started = {}, perf_counter()
    for done, one in enumerate(series, start=1):
        if cancelled() or perf_counter() - started > MOST_SECONDS:
            break
        picture = thumbnail(one)
        if picture is not None:
            pictures[one.key] = picture
        progress(done / len(series))
    return pictures


def thumbnail(series: Series) -> bytes | None:
    """A PNG of the slice in the middle; None where it cannot be read."""
    import numpy as np

    from inference.dicom.reading import read_picture
    from inference.errors import InputError
    from inference.steps.pictures import png_bytes

    try:
        plane = read_picture(series.slices[len(series.slices) // 2])
    except (InputError, MemoryError):
        return None
    step = max(1, -(-max(plane.shape) // LARGEST_SIDE))
    small = plane[::step, ::step]
    plain = series.modality == "CT" and not series.localizer and series.unit == "HU"
    low, high = CT_WINDOW if plain else _spread(small)
    grey = np.clip((small - low) * (255 / max(high - low, 1e-6)), 0, 255).astype(np.uint8)
    return png_bytes(np.ascontiguousarray(grey))


def _spread(values: np.ndarray) -> tuple[float, float]:
    import numpy as np

    low, high = np.quantile(values, (DARKEST_SHARE, BRIGHTEST_SHARE))
    return float(low), float(high)
