"""The one border to pydicom: unusual headers. It is imported when it is needed, never before."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from inference.dicom.header import Header
from inference.dicom.limits import MAX_UNUSUAL_ITEMS
from inference.dicom.tags import BINARY_SHORTS, SEQUENCES, WANTED
from inference.errors import InputError

if TYPE_CHECKING:
    from pydicom import Dataset

_ITEM = b"\xfe\xff\x00\xe0"


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

    if head.count(_ITEM) > MAX_UNUSUAL_ITEMS:
        raise InputError("dicom.damaged", path=name, reason=f"more than {MAX_UNUSUAL_ITEMS} items")
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
