"""Whether a NIfTI file is whole: the library that reads it fills what is missing with whatever memory holds."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from struct import Struct, error, unpack

from inference.errors import InputError, first_line

HEADERS = {348: ("8h", 40, "h", 72, "f", 108), 540: ("8q", 16, "h", 14, "q", 168)}
"""By the size of the header, that of NIfTI-1 and of NIfTI-2: format and place of the counts along the axes (of which
the first is how many there are), of the bits of a voxel, and of where the voxels begin."""
CHUNK = 2**20
MOST_BEHIND = 2**20
"""Bytes that may follow the voxels."""


def check_whole(path: Path) -> None:
    """Compare the length of a NIfTI file with what its header says; other files are left to their readers.

    Raises
    ------
    InputError
        ``mask.damaged``
    """
    name = path.name.lower()
    if not name.endswith((".nii", ".nii.gz")):
        return
    try:
        # What is packed need not be called so.
        with path.open("rb") as file:
            packed = file.read(2) == b"\x1f\x8b"
        with gzip.open(path) if packed else path.open("rb") as stream:
            head = stream.read(max(HEADERS))
            wanted, found = _length(head), len(head)
            while found <= wanted + MOST_BEHIND and (more := stream.read(CHUNK)):
                found += len(more)
    except (OSError, EOFError, zlib.error, error, ValueError) as problem:
        raise InputError("mask.damaged", path=str(path), error=first_line(problem)) from problem
    if found < wanted:
        raise InputError("mask.damaged", path=str(path), error=f"{found} < {wanted} bytes")


def _length(head: bytes) -> int:
    """Bytes that a file with this header has at least.

    Raises
    ------
    ValueError
        When it is none.
    """
    for order in "<>":
        (size,) = unpack(f"{order}i", head[:4])
        if size in HEADERS:
            counts, at_counts, bits, at_bits, start, at_start = HEADERS[size]
            axes = Struct(order + counts).unpack_from(head, at_counts)
            voxels = 1
            for count in axes[1 : 1 + min(max(axes[0], 0), 7)]:
                voxels *= max(count, 0)
            bits_each = Struct(order + bits).unpack_from(head, at_bits)[0]
            begins = int(Struct(order + start).unpack_from(head, at_start)[0])
            return max(begins, size) + voxels * bits_each // 8
    raise ValueError("no NIfTI header")
