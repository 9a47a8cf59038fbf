"""A small scan with two vessels, and a viewer that shows it."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.language import Language
from inference.schema import Range, Structure
from inference.segmentation import Segmentation
from inference.vocabulary import Text
from inference.volume import Grid, Volume
from ui.viewer.viewer import StudyHeader, Viewer

GRID = Grid((-31.0, -20.0, 100.0), (2.0, 1.0, 1.5), (24, 40, 44))
BLOCK = (slice(3, 20), slice(6, 30), slice(8, 36))
ANY = Range(0, 99)
HEADER = StudyHeader("王^小明", "P-17", "F, 63", "2025-11-28", "Hospital", "Thorax", "2 mm")


@pytest.fixture
def volume() -> Volume:
    """Noise in fat with a bar of muscle; no two neighbouring voxels are alike."""
    hu = np.random.default_rng(3).integers(-130, -70, GRID.shape).astype(np.int16)
    hu[5:18, 10:16, 12:18] += 140
    return Volume(hu, GRID)


@pytest.fixture
def segmentation() -> Segmentation:
    """An artery along the body, and a vein across it."""
    grid = GRID.part(BLOCK)
    labels = np.zeros(grid.shape, np.uint8)
    labels[2:15, 4:10, 4:10] = 1
    labels[8:11, 14:18, 10:24] = 2
    return Segmentation("ct", labels, np.full(grid.shape, 0.8, np.float32), grid, ("artery", "vein"))


@pytest.fixture
def structures() -> tuple[Structure, ...]:
    return (
        Structure("artery", Text("Artery", "动脉"), "ART", "artery", "#d55e00", "1", ANY, ANY, ANY),
        Structure("vein", Text("Vein", "静脉"), "VEN", "vein", "#0072b2", "2", ANY, ANY, ANY),
    )


@pytest.fixture
def viewer(qtbot) -> Viewer:
    """On screen, without a study."""
    made = Viewer(Language("en"))
    qtbot.addWidget(made)
    made.resize(900, 820)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def shown(viewer, volume, segmentation, structures) -> Viewer:
    """With the scan and its vessels."""
    viewer.show_study(volume, HEADER)
    viewer.show_structures(segmentation, structures)
    return viewer
