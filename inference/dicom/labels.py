"""What one file belongs to, from its header alone: for folders in which studies arrive a file at a time."""

from __future__ import annotations

import os
import zipfile
from contextlib import closing
from dataclasses import dataclass
from typing import Literal

from inference.dicom import directory, finding, header, thorough
from inference.dicom import values as value
from inference.dicom.describe import ImageMaker
from inference.dicom.header import Header, HeaderError, NeedMoreError, TruncatedError, UnusualError
from inference.dicom.limits import HEAD_BYTES, MAX_UNUSUAL_BYTES
from inference.dicom.pixels import Pixels
from inference.dicom.text import decode
from inference.errors import InputError

Kind = Literal["image", "document", "archive", "unfinished", "other"]


@dataclass(frozen=True, slots=True)
class Label:
    """What a file is.

    Attributes
    ----------
    kind
        ``document``: DICOM without pixels, such as a dose report. ``unfinished``: it ends before its header or
        its pixels or, of an archive, its directory does. ``other``: nothing that is read.
    study
        Patient ID and Study Instance UID; two patients never share a study, whatever a header says.
    series, instance
        UIDs.
    number
        Instance number; None where there is none.
    siblings
        Images that the series has, as its sender says; None where it does not.
    """

    kind: Kind
    study: tuple[str, str] = ("", "")
    series: str = ""
    instance: str = ""
    number: int | None = None
    siblings: int | None = None


def label_of(path: str | os.PathLike[str]) -> Label:
    """Read what a file belongs to.

    Raises
    ------
    OSError
        When it cannot be read now.
    """
    try:
        with finding.open_file(os.fspath(path)) as file:
            head, size = file.read(HEAD_BYTES), os.fstat(file.fileno()).st_size
            if head.startswith((finding.ZIP_MAGIC, finding.EMPTY_ZIP_MAGIC)):
                return Label("archive" if zipfile.is_zipfile(file) else "unfinished")
    except InputError:
        return Label("other")  # a pipe or a device by now
    if directory.is_directory(head):
        return Label("other")  # the files that it lists are seen for themselves
    try:
        found = _header_of(os.fspath(path), head, len(head) >= size)
        values = found.values
        if "Rows" in values and "Columns" in values and not _holds_its_pixels(os.fspath(path), found):
            return Label("unfinished")
    except TruncatedError:
        return Label("unfinished")
    except (HeaderError, InputError):
        return Label("other")
    study = value.plain(values.get("StudyInstanceUID"))
    if not study:
        return Label("other")
    declared = value.plain(values.get("SpecificCharacterSet"))
    return Label(
        "image" if "Rows" in values and "Columns" in values else "document",
        (decode(values.get("PatientID", b""), declared)[0].strip(), study),
        value.plain(values.get("SeriesInstanceUID")),
        value.plain(values.get("SOPInstanceUID")),
        value.integer(values.get("InstanceNumber")),
        value.integer(values.get("NumberOfSeriesRelatedInstances")),
    )


def _header_of(path: str, head: bytes, whole: bool) -> Header:
    try:
        try:
            return header.parse(head, whole)
        except NeedMoreError:
            with finding.open_file(path) as file:
                return header.read(lambda count: finding.first_bytes(file, count), 8 * HEAD_BYTES)
    except UnusualError:
        with finding.open_file(path) as file:
            return thorough.read_header(path, file.read(MAX_UNUSUAL_BYTES))


def _holds_its_pixels(path: str, found: Header) -> bool:
    """Whether a file is as long as its pixels are; a copy that has stopped half-way has a whole header."""
    one = ImageMaker().make(found, path, None).slice
    if one.format.syntax == header.DEFLATED:
        return True
    file = finding.open_file(path)
    try:
        with closing(Pixels(file, path, one.format, one.resume_at)) as pixels:
            pixels.check_length()
    except InputError as error:
        file.close()
        return error.code not in ("dicom.truncated", "dicom.pixel-data-missing")
    return True
