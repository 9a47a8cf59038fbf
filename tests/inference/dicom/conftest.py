"""Fixtures of the DICOM tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from scipy.ndimage import binary_erosion

from inference import dicom
from inference.dicom import LoadedSeries, Series
from tests.helpers.dicom_files import phantom_hu

SHARED = Path(__file__).resolve().parents[3] / "../shared"


@pytest.fixture
def shared() -> Path:
    """The folder of real series, or a skip."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside the project: real series are not part of a clone")
    return SHARED.resolve()


@pytest.fixture
def only_series() -> Callable[[Path], Series]:
    """Scan a path that holds exactly one series."""

    def find(path: Path) -> Series:
        (series,) = dicom.scan(path).series
        return series

    return find


@pytest.fixture
def load_only(only_series) -> Callable[[Path], LoadedSeries]:
    """Load the one series under a path."""
    return lambda path: dicom.load(only_series(path))


@pytest.fixture
def misplacement() -> Callable[..., float]:
    """Largest difference between a voxel and the phantom at its place, HU, padding left out.

    Where a stack was resampled, ``inner`` leaves out the surface: up to half a voxel outside the outermost samples
    the nearest one is repeated.
    """

    def measure(loaded: LoadedSeries, inner: bool = False) -> float:
        grid, hu = loaded.volume.grid, loaded.volume.hu
        index = np.stack(np.meshgrid(*map(np.arange, grid.shape), indexing="ij"), axis=-1)
        scanned = hu != -1024
        if inner:
            scanned = binary_erosion(scanned, np.ones((3, 3, 3)))
        assert scanned.any()
        return float(np.abs(hu - phantom_hu(grid.to_patient(index)))[scanned].max())

    return measure
