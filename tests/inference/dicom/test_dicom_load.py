"""Volumes: every voxel where the grid says, in Hounsfield units, whatever the orientation and the stored format."""

from __future__ import annotations

import pickle
from math import cos, radians, sin
from pathlib import Path

import numpy as np
import pytest

from inference import dicom
from inference.dicom import loading, placing
from inference.dicom.hounsfield import PADDED_HU
from inference.errors import Cancelled, InputError
from tests.helpers.dicom_files import (
    COLUMN_MM,
    COLUMNS,
    HFS,
    ROW_MM,
    ROWS,
    enhanced_dataset,
    save,
    slice_dataset,
    stack_positions,
    write_series,
)


def codes(loaded) -> set[str]:
    return {note.code for note in loaded.notes}


def along_normal(orientation, count=6, spacing=2.0) -> np.ndarray:
    """Positions of slices stacked at right angles to their plane."""
    return stack_positions(count, spacing * np.cross(orientation[:3], orientation[3:]))


# Row and column directions as scanners write them for patients on the back, front and sides, head or feet first, and
# for images in the other planes.
ORIENTATIONS = {
    "head first supine": HFS,
    "head first prone": (-1, 0, 0, 0, -1, 0),
    "feet first supine": (-1, 0, 0, 0, 1, 0),
    "feet first prone": (1, 0, 0, 0, -1, 0),
    "decubitus right": (0, 1, 0, -1, 0, 0),
    "decubitus left": (0, -1, 0, 1, 0, 0),
    "decubitus, feet first": (0, 1, 0, 1, 0, 0),
    "sagittal": (0, 1, 0, 0, 0, -1),
    "sagittal from the left": (0, -1, 0, 0, 0, -1),
    "coronal": (1, 0, 0, 0, 0, -1),
    "coronal upside down": (-1, 0, 0, 0, 0, 1),
}


@pytest.mark.parametrize("orientation", ORIENTATIONS.values(), ids=ORIENTATIONS)
def test_every_voxel_lies_where_the_grid_says_without_resampling(tmp_path, load_only, misplacement, orientation):
    loaded = load_only(write_series(tmp_path, along_normal(orientation), orientation))
    assert misplacement(loaded) <= 0.5  # the phantom is stored in whole HU
    assert loaded.notes == ()
    assert loaded.volume.hu.size == 6 * ROWS * COLUMNS


@pytest.mark.parametrize("orientation", ORIENTATIONS.values(), ids=ORIENTATIONS)
def test_axes_run_up_back_and_left(tmp_path, load_only, orientation):
    hu = load_only(write_series(tmp_path, along_normal(orientation), orientation)).volume.hu.astype(int)
    for axis in range(3):  # the phantom grows up, back and left
        assert (np.diff(hu, axis=axis) > 0).all()


def test_the_patient_position_of_the_header_is_not_believed(tmp_path, load_only, misplacement):
    assert misplacement(load_only(write_series(tmp_path, 5, PatientPosition="FFP"))) <= 0.5


@pytest.mark.parametrize("degrees", [15.0, -15.0, 30.0])
def test_tilted_stacks_are_resampled_and_it_is_said(tmp_path, load_only, misplacement, degrees):
    orientation = (1.0, 0.0, 0.0, 0.0, cos(radians(degrees)), -sin(radians(degrees)))
    loaded = load_only(write_series(tmp_path, 10, orientation))
    assert misplacement(loaded, inner=True) <= 1
    assert [(note.code, note.parameters) for note in loaded.notes] == [("dicom.tilt-corrected", {"degrees": degrees})]
    assert loaded.volume.padded == PADDED_HU
    assert loaded.volume.grid.spacing_mm[0] == 2.0


@pytest.mark.parametrize("turn", [(0.2, 0.1, -0.15), (0.0, 0.0, 0.4), (1.2, 0.3, 0.1), (-2.0, 0.2, 0.3)], ids="abcd")
def test_oblique_stacks_are_resampled_and_it_is_said(tmp_path, load_only, misplacement, turn):
    x, y, z = turn
    about_x = np.array([[1, 0, 0], [0, cos(x), -sin(x)], [0, sin(x), cos(x)]])
    about_y = np.array([[cos(y), 0, sin(y)], [0, 1, 0], [-sin(y), 0, cos(y)]])
    about_z = np.array([[cos(z), -sin(z), 0], [sin(z), cos(z), 0], [0, 0, 1]])
    matrix = about_x @ about_y @ about_z
    orientation = (*matrix[:, 0], *matrix[:, 1])
    loaded = load_only(write_series(tmp_path, along_normal(orientation, 12), orientation))
    assert misplacement(loaded, inner=True) <= 1
    assert codes(loaded) == {"dicom.oblique-resampled"}


def test_most_of_a_tilted_stack_survives_the_resampling(tmp_path, load_only):
    orientation = (1.0, 0.0, 0.0, 0.0, cos(0.3), -sin(0.3))
    loaded = load_only(write_series(tmp_path, 10, orientation))
    scanned = np.count_nonzero(loaded.volume.hu != PADDED_HU)
    parallelepiped = 10 * 2 * (ROWS * ROW_MM) * (COLUMNS * COLUMN_MM) * cos(0.3)
    assert scanned * loaded.volume.grid.voxel_ml * 1000 == pytest.approx(parallelepiped, rel=0.1)


def test_missing_slices_stay_empty_and_the_others_keep_their_places(tmp_path, load_only, misplacement):
    loaded = load_only(write_series(tmp_path, np.delete(stack_positions(12), [4, 7, 8], axis=0)))
    assert loaded.volume.hu.shape[0] == 12
    assert sorted(np.flatnonzero((loaded.volume.hu == PADDED_HU).all(axis=(1, 2)))) == [4, 7, 8]
    assert misplacement(loaded) <= 0.5
    assert loaded.volume.padded == PADDED_HU
    assert [(note.code, note.parameters) for note in loaded.notes] == [("dicom.slices-left-empty", {"count": 3})]


def test_unevenly_spaced_slices_are_interpolated_and_it_is_said(tmp_path, load_only, misplacement):
    z = np.cumsum([0.0] + [2.0] * 6 + [3.0] * 6)
    loaded = load_only(write_series(tmp_path, np.stack([0 * z, 0 * z, z], axis=1)))
    assert misplacement(loaded) <= 1
    assert codes(loaded) == {"dicom.spacing-resampled"}
    assert loaded.volume.grid.size_mm[0] == pytest.approx(32)


def test_a_hole_in_an_unevenly_spaced_stack_is_not_bridged(tmp_path, load_only, misplacement):
    z = np.array([0, 2, 4.3, 6.1, 8, 15, 17.2, 19, 21.0])
    loaded = load_only(write_series(tmp_path, np.stack([0 * z, 0 * z, z], axis=1)))
    empty = (loaded.volume.hu == PADDED_HU).all(axis=(1, 2))
    places = loaded.volume.grid.places_mm(0)
    assert ((places[empty] > 8) & (places[empty] < 15)).all()
    assert empty.sum() >= 2
    assert misplacement(loaded) <= 1


def test_a_tilted_and_unevenly_spaced_stack_is_put_right(tmp_path, load_only, misplacement):
    orientation = (1.0, 0.0, 0.0, 0.0, cos(0.32), -sin(0.32))
    z = np.cumsum([0.0] + [2.0] * 6 + [3.5] * 6)
    loaded = load_only(write_series(tmp_path, np.stack([0 * z, 0 * z, z], axis=1), orientation))
    assert misplacement(loaded, inner=True) <= 1.5
    assert codes(loaded) == {"dicom.spacing-resampled", "dicom.tilt-corrected"}


def test_nothing_is_blended_with_a_missing_slice_of_a_tilted_stack(tmp_path, load_only):
    orientation = (1.0, 0.0, 0.0, 0.0, cos(0.3), -sin(0.3))
    whole = load_only(write_series(tmp_path / "whole", stack_positions(10), orientation)).volume.hu
    loaded = load_only(write_series(tmp_path / "part", np.delete(stack_positions(10), 5, axis=0), orientation))
    assert codes(loaded) == {"dicom.slices-left-empty", "dicom.tilt-corrected"}
    kept = loaded.volume.hu != PADDED_HU
    assert np.array_equal(loaded.volume.hu[kept], whole[kept])
    lost = np.count_nonzero(whole != PADDED_HU) - np.count_nonzero(kept)
    assert lost * loaded.volume.grid.voxel_ml == pytest.approx(2 * 0.002 * ROWS * ROW_MM * COLUMNS * COLUMN_MM, rel=0.1)


def test_nothing_is_blended_with_an_unreadable_slice_of_an_uneven_stack(tmp_path, only_series, load_only):
    z = np.cumsum([0.0] + [2.0] * 6 + [3.0] * 6)
    folder = write_series(tmp_path, np.stack([0 * z, 0 * z, z], axis=1))
    whole = load_only(folder).volume.hu
    path = Path(only_series(folder).slices[8].path)  # at 18 mm
    path.write_bytes(path.read_bytes()[:-500])
    loaded = load_only(folder)
    empty = (loaded.volume.hu == PADDED_HU).all(axis=(1, 2))
    places = loaded.volume.grid.places_mm(0)
    assert "dicom.slice-unreadable" in codes(loaded)
    assert places[empty].tolist() == [place for place in places if 15 < place < 21]
    assert np.array_equal(loaded.volume.hu[~empty], whole[~empty])


def test_frames_of_an_enhanced_object_are_loaded_in_place(tmp_path, load_only, misplacement):
    save(enhanced_dataset(stack_positions(6)[[3, 0, 5, 1, 2, 4]]), tmp_path / "enhanced.dcm")
    loaded = load_only(tmp_path)
    assert loaded.volume.hu.shape == (6, ROWS, COLUMNS)
    assert misplacement(loaded) <= 0.5


@pytest.mark.parametrize(
    ("attributes", "code"),
    [
        ({"ImagePositionPatient": None}, "dicom.no-geometry"),
        ({"SamplesPerPixel": 3, "PhotometricInterpretation": "RGB"}, "dicom.not-grayscale"),
        ({"PhotometricInterpretation": "PALETTE COLOR"}, "dicom.not-grayscale"),
        ({"BitsAllocated": 1, "BitsStored": 1, "HighBit": 0}, "dicom.bits-unsupported"),
        ({"BitsStored": 0}, "dicom.bits-unsupported"),
        ({"BitsStored": 17}, "dicom.bits-unsupported"),
        ({"HighBit": 200}, "dicom.bits-unsupported"),
        ({"Rows": 0}, "dicom.image-too-large"),
        ({"Rows": 60000, "Columns": 60000}, "dicom.image-too-large"),
        ({"RescaleSlope": 0}, "dicom.rescale-invalid"),
        ({"PixelData": None}, "dicom.pixel-data-missing"),
        ({"PixelData": b"\0" * 100}, "dicom.truncated"),
        ({"ModalityLUTSequence": []}, "dicom.modality-lut"),
    ],
)
def test_what_cannot_become_a_volume_is_an_error_that_names_the_file(tmp_path, only_series, attributes, code):
    series = only_series(write_series(tmp_path, 3, **attributes))
    with pytest.raises(InputError) as error:
        dicom.load(series)
    assert error.value.code == code
    assert str(tmp_path) in error.value.parameters["path"]


def test_a_single_place_is_no_volume(tmp_path, only_series):
    series = only_series(save(slice_dataset(), tmp_path / "one.dcm"))
    with pytest.raises(InputError, match=r"dicom\.not-a-volume"):
        dicom.load(series)


def test_positions_off_a_common_line_are_refused(tmp_path, only_series):
    positions = stack_positions(5)
    positions[2, 0] += 7
    series = only_series(write_series(tmp_path, positions))
    with pytest.raises(InputError, match=r"dicom\.irregular-positions"):
        dicom.load(series)


def test_a_gap_that_would_make_the_volume_too_large_is_refused_before_memory_is_reserved(tmp_path, only_series):
    positions = stack_positions(6, (0, 0, 0.05))
    positions[-1, 2] = 90_000
    series = only_series(write_series(tmp_path, positions))
    with pytest.raises(InputError, match=r"dicom\.volume-too-large path=.* size=44 x 36 x 180\d{4}"):
        dicom.load(series)


def test_a_grid_around_a_tilted_stack_that_would_be_too_large_is_refused(tmp_path, only_series, monkeypatch):
    orientation = (1.0, 0.0, 0.0, 0.0, cos(0.3), -sin(0.3))
    series = only_series(write_series(tmp_path, 6, orientation))
    monkeypatch.setattr(loading, "MAX_VOLUME_VOXELS", 6 * ROWS * COLUMNS)
    with pytest.raises(InputError, match=r"dicom\.volume-too-large"):
        dicom.load(series)


def test_memory_that_is_not_there_is_an_input_error(tmp_path, only_series, monkeypatch):
    def fail(*_):
        raise MemoryError

    series = only_series(write_series(tmp_path, 3))
    monkeypatch.setattr(loading, "_read_stack", fail)
    with pytest.raises(InputError, match=r"dicom\.out-of-memory"):
        dicom.load(series)


def shorten(folder, count: int) -> None:
    """Cut off the ends of some files."""
    for path in sorted(folder.iterdir())[:count]:
        path.write_bytes(path.read_bytes()[:-500])


def test_an_unreadable_slice_stays_empty_and_is_named(tmp_path, load_only):
    folder = write_series(tmp_path, 20)
    shorten(folder, 1)
    loaded = load_only(folder)
    assert (loaded.volume.hu == PADDED_HU).all(axis=(1, 2)).sum() == 1
    unreadable, empty = loaded.notes
    assert unreadable.code == "dicom.slice-unreadable"
    assert unreadable.parameters == {
        "path": str(sorted(folder.iterdir())[0]),
        "reason": "dicom.truncated",
        "z_mm": -10.0,
    }
    assert empty.code == "dicom.slices-left-empty"


def test_a_series_with_many_unreadable_slices_is_an_error(tmp_path, only_series):
    folder = write_series(tmp_path, 20)
    shorten(folder, 3)
    series = only_series(folder)
    with pytest.raises(InputError, match=r"dicom\.truncated"):
        dicom.load(series)


def test_slices_that_take_long_to_fail_end_the_work(tmp_path, only_series, monkeypatch):
    folder = write_series(tmp_path, 20)
    shorten(folder, 1)
    series = only_series(folder)
    monkeypatch.setattr(loading, "MAX_BROKEN_SECONDS", 0.0)
    with pytest.raises(InputError, match=r"dicom\.truncated"):
        dicom.load(series)


def test_a_disc_that_fails_in_the_middle_is_an_input_error(tmp_path, only_series, monkeypatch):
    def fail(*_):
        raise OSError(5, "Input/output error")

    series = only_series(write_series(tmp_path, 3))
    monkeypatch.setattr("inference.dicom.pixels.Pixels.read_native_into", fail)
    with pytest.raises(InputError, match=r"dicom\.unreadable .*reason=Input/output error"):
        dicom.load(series)


def test_files_that_vanish_between_scan_and_load_are_an_error(tmp_path, only_series):
    folder = write_series(tmp_path, 3)
    series = only_series(folder)
    for path in folder.iterdir():
        path.unlink()
    with pytest.raises(InputError, match=r"dicom\.unreadable"):
        dicom.load(series)


def test_loading_can_be_cancelled_between_slices(tmp_path, only_series):
    asked = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(Cancelled):
        dicom.load(only_series(write_series(tmp_path, 9)), cancelled=cancelled)
    assert len(asked) == 4


def test_loading_reports_progress_up_to_one(tmp_path, only_series):
    parts: list[float] = []
    dicom.load(only_series(write_series(tmp_path, 9)), progress=parts.append)
    assert parts == sorted(parts)
    assert len(parts) == 10
    assert parts[-1] == 1


def test_series_survive_the_way_to_a_worker_process(tmp_path, only_series):
    series = only_series(write_series(tmp_path, 3))
    assert pickle.loads(pickle.dumps(series)) == series


@pytest.mark.parametrize("axes", [(), (0,), (1,), (2,), (0, 1), (1, 2), (0, 1, 2)])
@pytest.mark.parametrize("count", [4, 5])
def test_a_stack_is_flipped_in_its_own_memory(axes, count):
    array = np.arange(count * 3 * 4, dtype=np.int16).reshape(count, 3, 4)
    flipped = np.flip(array, axes).copy()
    placing.flip_in_place(array, axes)
    assert np.array_equal(array, flipped)


def test_a_stack_of_a_patient_with_the_feet_first_is_turned_without_a_copy():
    array = np.arange(60, dtype=np.int16).reshape(5, 3, 4)
    matrix = np.array([[0, 0, -1.0], [0, 1.0, 0], [-2.0, 0, 0]])
    expected = array[::-1, :, ::-1].copy()
    turned, _ = placing.turn(array, matrix, np.zeros(3), placing.patient_axes(matrix, array.shape))
    assert np.shares_memory(turned, array) and np.array_equal(turned, expected)
