"""The one border to pydicom: unusual headers, functional groups, directories. Imported when needed, never before."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from inference.dicom.header import PIXEL_GROUP, Header
from inference.dicom.limits import MAX_DIRECTORY_BYTES, MAX_FILES
from inference.dicom.tags import BINARY_SHORTS, SEQUENCES, WANTED
from inference.errors import InputError

if TYPE_CHECKING:
    from pydicom import Dataset


@contextmanager
def guarded(name: str) -> Iterator[None]:
    """Turn whatever pydicom raises on malformed bytes into an error that names the file.

    pydicom promises no set of exceptions for hostile input (ValueError, KeyError, struct.error, NotImplementedError,
    RecursionError and others are seen), so this one place catches them all. Its warnings are about the same bytes.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except InputError:
        raise
    except Exception as error:
        raise InputError("dicom.damaged", path=name, reason=f"{type(error).__name__}: {error}"[:200]) from error


def read_header(name: str, head: bytes) -> Header:
    """Read a header that the small reader gave up on.

    Parameters
    ----------
    head : bytes
        The beginning of the file, long enough to hold the header.

    Raises
    ------
    InputError
        If pydicom does not understand it either.
    """
    import pydicom

    file = BytesIO(head)
    with guarded(name):
        dataset = pydicom.dcmread(file, stop_before_pixels=True, force=True, specific_tags=list(WANTED))
        values = {keyword: _raw(dataset, tag) for tag, keyword in WANTED.items() if tag in dataset}
        if syntax := dataset.file_meta.get("TransferSyntaxUID"):
            values["TransferSyntaxUID"] = str(syntax).encode()
        implicit, little = dataset.original_encoding
        return Header(values, not implicit, not little, file.tell())


def _raw(dataset: Dataset, tag: int) -> bytes:
    if WANTED[tag] in SEQUENCES:
        return b""
    value = dataset.get_item(tag).value
    if isinstance(value, bytes):
        return value
    if WANTED[tag] in BINARY_SHORTS:
        raise ValueError(f"no raw value of {WANTED[tag]}")
    values = [value] if isinstance(value, (str, int, float)) or value is None else list(value)
    return "\\".join("" if one is None else str(one) for one in values).encode()


def read_dataset(name: str, file: BinaryIO, start: int, header: Header) -> tuple[Dataset, int]:
    """Read the whole dataset in front of the pixel data.

    Parameters
    ----------
    file
        Seekable; inflated where it was deflated.
    start : int
        Where the dataset begins, behind the file meta information.

    Returns
    -------
    dataset : pydicom.Dataset
    resume_at : int
        Where the pixel data begin.
    """
    from pydicom.filereader import read_dataset as read

    file.seek(start)
    with guarded(name):
        dataset = read(
            file,
            is_implicit_VR=not header.explicit,
            is_little_endian=not header.big_endian,
            stop_when=lambda tag, vr, length: tag >> 16 >= PIXEL_GROUP,
        )
    return dataset, file.tell()


def directory_references(path: str) -> list[list[str]]:
    """File IDs in a DICOMDIR, each as its components.

    Raises
    ------
    InputError
        If it is damaged, or no directory.
    """
    import pydicom

    if os.path.getsize(path) > MAX_DIRECTORY_BYTES:
        raise InputError("dicom.file-too-large", path=path, limit=MAX_DIRECTORY_BYTES // 2**20)
    with guarded(path):
        records = pydicom.dcmread(path).get("DirectoryRecordSequence") or []
        if len(records) > MAX_FILES:
            raise InputError("dicom.too-many-files", path=path, limit=MAX_FILES)
        references = [record.get("ReferencedFileID") for record in records]
    return [[one] if isinstance(one, str) else [str(part) for part in one] for one in references if one]
