"""Headers of all files under some paths, sorted into series."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from io import BytesIO
from time import perf_counter, thread_time
from typing import BinaryIO

from inference.dicom import directory, finding, header, multiframe, thorough
from inference.dicom import values as value
from inference.dicom.describe import Image, ImageMaker
from inference.dicom.finding import Skips, reason_of
from inference.dicom.grouping import group
from inference.dicom.header import Header, HeaderError, HeaderTooLargeError, NotDicomError, TruncatedError, UnusualError
from inference.dicom.limits import (
    FREE_SECONDS,
    HEAD_BYTES,
    MAX_FILES,
    MAX_HEADER_BYTES,
    MAX_SLOW_SECONDS,
    MAX_UNUSUAL_BYTES,
)
from inference.dicom.model import Note, Scan, Series
from inference.dicom.people import patients_of
from inference.errors import Cancelled, InputError

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]

_STRIDE = 32
"""Files between two looks at the cancel button: some milliseconds."""

ASK_SECONDS = 0.05
"""Time after which it is looked at whatever the number of files: some are slow, and some drives."""


def scan(
    paths: Paths,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Scan:
    """Find the image series in folders, files, zip archives and DICOMDIR files; pixels are not read.

    Parameters
    ----------
    paths
        One path or several. Folders are searched with all folders below them; archives inside folders or archives
        are not opened.
    progress : callable, optional
        Called with the part that is done, 0 to 1.
    cancelled : callable, optional
        Asked every few files; true ends the scan.

    Returns
    -------
    Scan
        At least one series.

    Raises
    ------
    InputError
        If a path cannot be read, an archive is refused, or nothing found is an image. A file that is skipped beside
        others that are good is no error: it is named in ``files_skipped``.
    Cancelled
        If ``cancelled`` said so.
    """
    scanner = _Scanner(progress or (lambda part: None), cancelled or (lambda: False))
    return scanner.scan([os.fspath(path) for path in ([paths] if isinstance(paths, (str, os.PathLike)) else paths)])


class _Scanner:
    """The state of one scan."""

    def __init__(self, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._maker = ImageMaker()
        self._images: list[Image] = []
        self._skips = Skips()
        self._notes: list[Note] = []
        self._slow = _SlowHeaders()
        self._listed: set[str] = set()
        self._seen = 0
        self._asked = perf_counter()

    def scan(self, paths: list[str]) -> Scan:
        files, archives = self._list(paths)
        with ExitStack() as stack:
            opened = [(path, stack.enter_context(finding.open_archive(path))) for path in archives]
            members = [(path, archive, finding.members_of(path, archive, self._skips)) for path, archive in opened]
            packed = sum(len(found) for _, _, found in members)
            for path in files:  # which grows where a directory leads to others
                self._step(len(files) + packed)
                files += self._read_file(path)
            for path, archive, found in members:
                for label, member in found.items():
                    self._step(len(files) + packed)
                    self._read_member(path, archive, label, member)
        if not self._images:
            raise self._nothing_found(paths)
        series = group(self._images)
        self._progress(1.0)
        notes = (*self._notes, *self._skips.notes, *_several_patients(series))
        return Scan(series, notes, self._seen, tuple(self._skips.named))

    def _list(self, paths: list[str]) -> tuple[list[str], list[str]]:
        """Files to read and archives to open, each once."""
        files: dict[str, None] = {}
        archives: dict[str, None] = {}
        for path in paths:
            if os.path.isdir(path):
                files |= dict.fromkeys(self._walk(path, len(files)))
                continue
            first = finding.sniff(path)
            if first.startswith((finding.ZIP_MAGIC, finding.EMPTY_ZIP_MAGIC)):
                archives[path] = None
            elif directory.is_directory(first):
                files |= dict.fromkeys(self._files_of_directory(path, len(files)))
            else:
                files[path] = None
        return list(files), list(archives)

    def _walk(self, folder: str, already: int) -> list[str]:
        """All files below a folder."""
        files = []
        for found in finding.walk(folder, self._skips, self._check_cancelled):
            files.append(found)
            if already + len(files) > MAX_FILES:
                raise InputError("dicom.too-many-files", path=folder, limit=MAX_FILES)
        return files

    def _files_of_directory(self, path: str, already: int) -> list[str]:
        """Files that a DICOMDIR lists; all in its folder where it is damaged or nothing that it lists is there."""
        listed = directory.files_of(path)
        if listed.files and listed.whole:
            for name, code in listed.skipped:
                self._skips.add(name, code)
            found = listed.files
        else:
            reason = "dicom.reference-missing" if listed.whole else "dicom.damaged"
            self._notes.append(Note("dicom.directory-unusable", {"path": path, "reason": reason}))
            own = os.path.abspath(path)
            found = [file for file in self._walk(os.path.dirname(own), already) if file != own]
        self._listed.update(found)
        return found

    def _check_cancelled(self) -> None:
        if self._cancelled():
            raise Cancelled

    def _step(self, total: int) -> None:
        if self._seen % _STRIDE == 0 or perf_counter() - self._asked > ASK_SECONDS:
            self._check_cancelled()
            self._progress(self._seen / total)
            self._asked = perf_counter()
        self._seen += 1

    def _read_file(self, path: str) -> list[str]:
        """Read a file; gives the files to which it leads, where it is one DICOMDIR that another one lists."""
        try:
            head, whole = finding.read_head(path, HEAD_BYTES)
        except InputError as error:
            self._skip(path, error)
            return []
        except (OSError, ValueError) as error:
            self._skips.add(path, "dicom.unreadable", reason=reason_of(error))
            return []
        if path in self._listed and directory.is_directory(head):
            return self._more_files(path)
        self._read(path, None, head, whole, lambda: finding.open_file(path))

        return []

    def _more_files(self, path: str) -> list[str]:
        """Files of a DICOMDIR that another one lists, but for those known already: chains may be circles."""
        try:
            listed = directory.files_of(path)
        except InputError as error:
            self._skip(path, error)
            return []
        found = [file for file in listed.files if file not in self._listed and file != path]
        if len(self._listed) + len(found) > MAX_FILES:
            raise InputError("dicom.too-many-files", path=path, limit=MAX_FILES)
        self._listed.update(found)
        return found

    def _read_member(self, path: str, archive: zipfile.ZipFile, label: str, member: zipfile.ZipInfo) -> None:
        def reopen() -> BinaryIO:
            with archive.open(member) as stream:
                return BytesIO(stream.read(MAX_HEADER_BYTES))

        try:
            with archive.open(member) as stream:
                head = stream.read(HEAD_BYTES)
            self._read(path, label, head, len(head) >= member.file_size, reopen)
        except finding.DAMAGED_ZIP as error:
            self._skips.add(f"{path}!{label}", "dicom.unreadable", reason=reason_of(error))

    def _read(self, path: str, member: str | None, head: bytes, whole: bool, reopen: Callable[[], BinaryIO]) -> None:
        """Add the images of one file, or skip it with a reason."""
        name = path if member is None else f"{path}!{member}"
        try:
            found = self._header_of(name, head, whole, reopen)
            self._add(name, path, member, self._frames_of(name, found, reopen))
        except InputError as error:
            self._skip(name, error)
        except HeaderError as error:
            self._skip(name, _why(error, name, head))
        except OSError as error:
            self._skips.add(name, "dicom.unreadable", reason=reason_of(error))

    def _skip(self, name: str, why: InputError) -> None:
        self._skips.add(name, why.code, **{key: value for key, value in why.evidence.items() if key != "path"})

    def _add(self, name: str, path: str, member: str | None, headers: list[Header]) -> None:
        for frame, one in enumerate(headers):
            if "Rows" not in one.values or "Columns" not in one.values:
                raise InputError("dicom.not-an-image", path=name, modality=value.plain(one.values.get("Modality")))
            self._images.append(self._maker.make(one, path, member, frame))

    def _nothing_found(self, paths: list[str]) -> InputError:
        """The error of a scan without images: the reason itself where there is only one file."""
        path = paths[0] if paths else ""
        reasons = self._skips.notes
        if len(paths) == self._seen == len(self._skips.named) == 1 and not os.path.isdir(path):
            return InputError(self._skips.named[0].reason.code, **self._skips.named[0].reason.parameters)
        if not reasons:
            return InputError("dicom.empty", path=path)
        files = max(self._seen, self._skips.count)
        return InputError("dicom.no-images", path=path, files=files, reason=str(reasons[0].parameters["reason"]))

    def _header_of(self, name: str, head: bytes, whole: bool, reopen: Callable[[], BinaryIO]) -> Header:
        """Read the header of one file, by pydicom where it is unusual.

        Raises
        ------
        HeaderError, InputError
            Why the file cannot be used.
        """
        try:
            try:
                return header.parse(head, whole)
            except header.NeedMoreError:
                with self._slow.reading(name), reopen() as file:
                    return header.read(lambda count: finding.first_bytes(file, count), 8 * HEAD_BYTES)
        except UnusualError:
            with self._slow.reading(name), reopen() as file:
                return thorough.read_header(name, file.read(MAX_UNUSUAL_BYTES))

    def _frames_of(self, name: str, found: Header, reopen: Callable[[], BinaryIO]) -> list[Header]:
        """Header of each frame of an enhanced object; others are one image, without a place if they are several."""
        if not multiframe.is_enhanced(found):
            if value.count(found.values.get("NumberOfFrames")) > 1:
                found.values.pop("ImagePositionPatient", None)
            return [found]
        with self._slow.reading(name), reopen() as file:
            head = file.read(MAX_HEADER_BYTES)
            return multiframe.frames_of(name, head, len(head) < MAX_HEADER_BYTES, found)


class _SlowHeaders:
    """Bounds the time that all headers together may take which are no ordinary ones."""

    def __init__(self) -> None:
        self._left = MAX_SLOW_SECONDS

    @contextmanager
    def reading(self, name: str) -> Iterator[None]:
        """Count the processor time of what is done here; waiting for a drive is free."""
        if self._left <= 0:
            raise InputError("dicom.too-slow", path=name, limit=MAX_SLOW_SECONDS)
        started = thread_time()
        try:
            yield
        finally:
            self._left -= max(0.0, thread_time() - started - FREE_SECONDS)


def _why(error: HeaderError, name: str, head: bytes) -> InputError:
    """What a header that cannot be used means to the user."""
    if isinstance(error, NotDicomError):
        return InputError(_not_dicom(head), path=name)
    if isinstance(error, TruncatedError):
        return InputError("dicom.truncated", path=name)
    if isinstance(error, HeaderTooLargeError):
        return InputError("dicom.header-too-large", path=name, limit=MAX_HEADER_BYTES // 2**20)
    return InputError("dicom.damaged", path=name, reason=str(error))


def _not_dicom(head: bytes) -> str:
    if not head:
        return "dicom.empty-file"
    if head.startswith((finding.ZIP_MAGIC, finding.EMPTY_ZIP_MAGIC)):
        return "dicom.nested-archive"
    return "dicom.archive-unsupported" if head.startswith(finding.OTHER_ARCHIVES) else "dicom.not-dicom"


def _several_patients(series: tuple[Series, ...]) -> list[Note]:
    patients = len(patients_of(series))
    return [Note("dicom.several-patients", {"count": patients})] if patients > 1 else []
