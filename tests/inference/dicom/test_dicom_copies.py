"""Images at one place are copies if their pixels are the same, and stop the answer if they are not."""

from __future__ import annotations

import zipfile

import pytest

from inference import dicom
from inference.errors import Cancelled
from inference.findings import blocks
from inference.quality.series import check_series
from tests.helpers.dicom_files import compress, save, slice_dataset, stack_positions, write_series
from tests.helpers.images import NO_CONTRAST

RLE = "1.2.840.10008.1.2.5"


def another(changed: bool = False, compressed: bool = False, **attributes: object):
    """The third of six slices once more, with one pixel changed or not."""
    one = slice_dataset(stack_positions(6)[2], number=4, **attributes)
    if changed:
        one.PixelData = bytes([one.PixelData[0] ^ 8]) + one.PixelData[1:]
    return compress(one, RLE) if compressed else one


def read(folder) -> dict[str, dict]:
    """Notes of reading the one series, by code; whether they stop the answer is asked too."""
    (series,) = dicom.scan(folder).series
    notes = dicom.load(series).notes
    assert len(series.slices) == 6
    assert blocks(check_series(series, NO_CONTRAST, notes)) == any(n.code.endswith("-differ") for n in notes)
    return {note.code: note.parameters for note in notes}


@pytest.mark.parametrize("name", ["IM9999.dcm", "0.dcm"])
@pytest.mark.parametrize(
    ("attributes", "code"),
    [
        ({"changed": False}, None),
        ({"changed": False, "PatientComments": "exported twice"}, None),
        ({"changed": False, "compressed": True}, None),
        ({"changed": False, "SOPInstanceUID": "1.2.9"}, None),
        ({"changed": True}, "dicom.copies-differ"),
        ({"changed": True, "compressed": True}, "dicom.copies-differ"),
        ({"changed": True, "SOPInstanceUID": "1.2.9"}, "dicom.pixels-differ"),
        ({"RescaleIntercept": -1023}, "dicom.copies-differ"),
    ],
)
def test_other_pixels_at_one_place_stop_the_answer_whatever_the_files_are_called(tmp_path, name, attributes, code):
    write_series(tmp_path, 6)
    path = save(another(**attributes), tmp_path / name)
    notes = read(tmp_path)
    assert set(notes) == ({code} if code else set())
    if code:
        assert notes[code]["count"] == 1
        assert str(path) in (notes[code]["path"], notes[code]["other"])


def test_copies_in_an_archive_are_compared_too(tmp_path):
    write_series(tmp_path / "a", 6)
    save(another(changed=True), tmp_path / "other.dcm")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for path in sorted((tmp_path / "a").iterdir()):
            archive.write(path, path.name)
        archive.write(tmp_path / "other.dcm", "other.dcm")
    assert set(read(tmp_path / "all.zip")) == {"dicom.copies-differ"}


def test_a_copy_that_cannot_be_read_is_named_and_the_whole_one_used(tmp_path):
    write_series(tmp_path, 6)
    path = save(another(), tmp_path / "z.dcm")
    path.write_bytes(path.read_bytes()[:-100])
    (series,) = dicom.scan(tmp_path).series
    notes = dicom.load(series).notes
    whole_first = series.slices[2].path != str(path)
    assert [note.code for note in notes if note.code == "dicom.copy-unreadable"] == [
        "dicom.copy-unreadable"
    ] * whole_first


def test_comparing_copies_can_be_cancelled(tmp_path):
    write_series(tmp_path / "a", 6)
    write_series(tmp_path / "b", 6)
    (series,) = dicom.scan(tmp_path).series
    asked = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 8

    with pytest.raises(Cancelled):
        dicom.load(series, cancelled=cancelled)
