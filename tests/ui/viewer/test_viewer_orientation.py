"""Never mirrored: what lies on the patient's right, in front or at the head is seen there, however it was scanned."""

from __future__ import annotations

from math import cos, radians, sin

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from desktop.language import Language
from inference import dicom
from inference.volume import Volume
from tests.helpers.dicom_files import (
    COLUMN_MM,
    COLUMNS,
    HFS,
    ROW_MM,
    ROWS,
    phantom_hu,
    plane_positions,
    save,
    set_pixels,
    slice_dataset,
    stack_positions,
    write_series,
)
from ui.viewer.cutting import Window
from ui.viewer.planes import PLANES, to_picture
from ui.viewer.viewer import StudyHeader, Viewer

pytestmark = pytest.mark.slow

MIDDLE = np.array([7.0, -31.0, 412.0])
MARKERS = {
    # name: (LPS away from the middle, mm; HU); no plane through the middle of one meets another
    "right": (np.array([-15.0, 5.0, -8.0]), 1200),
    "front": (np.array([0.0, -15.0, 3.0]), 1700),
    "head": (np.array([9.0, 14.0, 16.0]), 2200),
}
SEEN = {
    # plane: where a place so far to the left, back and head of the middle is seen, right of and below it
    "axial": lambda left, back, head: (left, back),
    "coronal": lambda left, back, head: (left, -head),
    "sagittal": lambda left, back, head: (back, -head),
}
RADIUS_MM = 4.5
COUNT, STEP_MM = 24, 2.0
LETTERS_PX = 34


def turned(x: float, y: float, z: float) -> tuple[float, ...]:
    about_x = np.array([[1, 0, 0], [0, cos(x), -sin(x)], [0, sin(x), cos(x)]])
    about_y = np.array([[cos(y), 0, sin(y)], [0, 1, 0], [-sin(y), 0, cos(y)]])
    about_z = np.array([[cos(z), -sin(z), 0], [sin(z), cos(z), 0], [0, 0, 1]])
    matrix = about_x @ about_y @ about_z
    return (*matrix[:, 0], *matrix[:, 1])


SCANS = {
    # name: (row and column directions, degrees by which the gantry is tilted)
    "HFS": (HFS, 0),
    "HFP": ((-1, 0, 0, 0, -1, 0), 0),
    "FFS": ((-1, 0, 0, 0, 1, 0), 0),
    "FFP": ((1, 0, 0, 0, -1, 0), 0),
    "decubitus": ((0, 1, 0, -1, 0, 0), 0),
    "sagittal": ((0, 1, 0, 0, 0, -1), 0),
    "coronal": ((1, 0, 0, 0, 0, -1), 0),
    "oblique": (turned(0.2, 0.15, -0.25), 0),
    "tilted": (HFS, 20),
}


def marked_hu(positions: np.ndarray) -> np.ndarray:
    hu = np.full(positions.shape[:-1], 0.0)
    for away, value in MARKERS.values():
        hu[np.linalg.norm(positions - MIDDLE - away, axis=-1) <= RADIUS_MM] = value
    return hu


def write_marked(folder, orientation, tilt) -> None:
    if tilt:
        orientation = (1.0, 0.0, 0.0, 0.0, cos(radians(tilt)), -sin(radians(tilt)))
    row, column = np.array(orientation[:3]), np.array(orientation[3:])
    step = np.array([0.0, 0.0, STEP_MM]) if tilt else STEP_MM * np.cross(row, column)
    corner = (COLUMNS - 1) / 2 * COLUMN_MM * row + (ROWS - 1) / 2 * ROW_MM * column
    for n in range(COUNT):
        position = MIDDLE - corner + (n - (COUNT - 1) / 2) * step
        one = slice_dataset(position, orientation, COUNT - n)
        set_pixels(one, (marked_hu(plane_positions(position, orientation)) + 1024).astype("<u2"), 12)
        save(one, folder / f"IM{n * 7919 % 1009:04d}.dcm")


@pytest.fixture(scope="module", params=SCANS.values(), ids=SCANS)
def scanned(request, tmp_path_factory) -> Volume:
    folder = tmp_path_factory.mktemp("scan")
    write_marked(folder, *request.param)
    (series,) = dicom.scan(folder).series
    return dicom.load(series).volume


def viewer_of(volume: Volume) -> Viewer:
    viewer = Viewer(Language("en"))
    viewer.resize(800, 800)
    viewer.show()
    viewer.show_study(volume, StudyHeader())
    viewer.model.set_marks(crosshair=False, corner_text=False)
    return viewer


@pytest.fixture(scope="module")
def showing(qapp, scanned) -> Viewer:
    viewer = viewer_of(scanned)
    yield viewer
    viewer.close()


def seen_at(viewer: Viewer, plane: str, marker: str) -> tuple[np.ndarray, np.ndarray]:
    """Where a marker is painted in a pane, mm right of and below the middle of the phantom, and how large it is."""
    away, value = MARKERS[marker]
    viewer.go_to(MIDDLE + away)
    viewer.model.set_window(Window(value / 2, 10))
    pane = viewer.panes[plane]
    image = pane.grab().toImage()
    grey = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()) & 0xFF
    rows, columns = np.nonzero(grey[LETTERS_PX:-LETTERS_PX, LETTERS_PX:-LETTERS_PX] > 200)
    assert len(rows)
    middle = pane.layers.to_view(to_picture(PLANES[plane], viewer.volume.grid, MIDDLE))
    place = np.array([columns.mean() - middle.x(), rows.mean() - middle.y()]) + LETTERS_PX
    return place / pane.layers.scale, np.array([np.ptp(columns), np.ptp(rows)]) / pane.layers.scale


@pytest.mark.parametrize("plane", PLANES)
@pytest.mark.parametrize("marker", MARKERS)
def test_a_marker_is_painted_on_its_side(showing, plane, marker):
    place, _ = seen_at(showing, plane, marker)
    assert place == pytest.approx(SEEN[plane](*MARKERS[marker][0]), abs=1.5)


@pytest.mark.parametrize("plane", PLANES)
def test_a_ball_is_round_whatever_the_voxels(showing, plane):
    _, size = seen_at(showing, plane, "front")
    assert size == pytest.approx([2 * RADIUS_MM] * 2, abs=2.6)  # one voxel more or less


@pytest.mark.parametrize("plane", PLANES)
def test_the_value_under_the_pointer_is_the_one_of_the_scan_at_the_place_that_is_named(showing, scanned, plane):
    pane, random = showing.panes[plane], np.random.default_rng(5)
    showing.go_to(MIDDLE + MARKERS["front"][0])
    seen = set()
    for x, y in random.integers(20, 330, (60, 2)):
        at = QPointF(float(x), float(y))
        value = pane.value_under(at)
        if value is None:
            continue
        position = showing.model.point_at(pane.plane, pane.layers.to_point(at))
        index = np.floor(scanned.grid.to_index(np.array(position)) + 0.5).astype(int)
        assert value == scanned.hu[tuple(index)]
        seen.add(value)
    assert seen


@pytest.mark.parametrize("name", ["HFS", "FFP"])
def test_the_value_under_the_pointer_tells_where_in_the_patient_it_is(qtbot, tmp_path, name):
    orientation, _ = SCANS[name]
    normal = np.cross(orientation[:3], orientation[3:])
    write_series(tmp_path, stack_positions(8, 2.0 * normal), orientation)
    (series,) = dicom.scan(tmp_path).series
    viewer = viewer_of(dicom.load(series).volume)
    qtbot.addWidget(viewer)
    half_voxel = (COLUMN_MM + 2 * ROW_MM + 4 * 2.0) / 2
    for pane in (viewer.panes[plane] for plane in PLANES):
        at = pane.layers.to_view((11.0, 7.0))
        position = viewer.model.point_at(pane.plane, pane.layers.to_point(at))
        assert pane.value_under(at) == pytest.approx(phantom_hu(np.array(position)), abs=half_voxel + 0.5)
