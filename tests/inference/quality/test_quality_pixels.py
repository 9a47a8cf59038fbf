"""Gates on a whole series: what they take beside it."""

import sys
import tracemalloc
from types import SimpleNamespace

import numpy as np

from inference.dicom.units import HOUNSFIELD
from inference.quality.motion import neighbour_correlation
from inference.quality.pixels import look
from inference.volume import Grid, Volume
from tests.helpers.images import NO_CONTRAST

SHAPE = (48, 512, 512)


def test_looking_at_a_series_takes_less_than_a_third_of_it_and_leaves_nothing(monkeypatch):
    """Nor is SimpleITK loaded, which takes 100 MiB."""
    monkeypatch.setitem(sys.modules, "SimpleITK", None)
    noise = np.random.default_rng(0).integers(-100, 100, SHAPE, np.int16)
    noise[:, 100:300, 100:300] -= 800
    volume = Volume(noise, Grid((0.0, 0.0, 0.0), (1.0, 0.7, 0.7), SHAPE))
    series = SimpleNamespace(modality="CT", stack=SimpleNamespace(plane="axial"))
    region = SimpleNamespace(seen_by="", sides=True)
    small = Volume(noise[:9, :64, :64], Grid((0.0, 0.0, 0.0), (1.0, 0.7, 0.7), (9, 64, 64)))
    tracemalloc.start()
    try:
        seen = look(series, NO_CONTRAST, volume, HOUNSFIELD, region, located=True)
        left, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < noise.nbytes / 3
    assert left < noise.nbytes / 100
    assert seen.alike is not None
    assert np.array_equal(seen.alike, neighbour_correlation(noise))
    assert look(series, NO_CONTRAST, small, HOUNSFIELD, region, located=False).alike is None
