"""What a NIfTI file must be before its library reads it, which tells neither of two faults.

It fills what is missing with whatever memory holds, and takes what is no number for 0.
"""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass
from io import BufferedIOBase
from pathlib import Path
from struct import Struct, error, unpack

import numpy as np

from inference.errors import InputError, first_line

HEADERS = {348: ("8h", 40, "2h", 70, "f", 108), 540: ("8q", 16, "2h", 12, "q", 168)}
"""By the size of the header, that of NIfTI-1 and of NIfTI-2: format and place of the counts along the axes (of which
the first is how many there are), of the kind of a voxel and its bits, and of where the voxels begin."""
FLOATS = {16: "f4", 64: "f8"}
"""Kinds of voxels that may be no number; the library reads no longer ones."""
CHUNK = 2**20
MOST_BEHIND = 2**20
"""Bytes that may follow the voxels."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the voxels begin, how many bytes they take, and how they are stored where they may be no numbers."""

    begins: int
    count: int
    floats: np.dtype | None


def check_nifti(path: Path) -> None:
    """Compare a NIfTI file with what its header says, and look for what is no number; other files are left alone.

    Raises
    ------
    InputError
        ``mask.damaged``, ``mask.not-finite``
    """
    name = path.name.lower()
    if not name.endswith((".nii", ".nii.gz")):
        return
    try:
        # What is packed need not be called so.
        with path.open("rb") as file:
            packed = file.read(2) == b"\x1f\x8b"
        with gzip.open(path) if packed else path.open("rb") as stream:
            layout = _layout(stream.read(max(HEADERS)))
            found, infinite = _voxels(stream, layout)
    except (OSError, EOFError, zlib.error, error, ValueError, OverflowError) as problem:
        raise InputError("mask.damaged", path=str(path), error=first_line(problem)) from problem
    wanted = layout.begins + layout.count
    if found < wanted:
        raise InputError("mask.damaged", path=str(path), error=f"{found} < {wanted} bytes")
    if infinite:
        raise InputError("mask.not-finite", path=str(path), count=infinite)


def _voxels(stream: BufferedIOBase, layout: _Layout) -> tuple[int, int]:
    """Bytes of the file, as far as they matter, and voxels that are no finite number."""
    found, end, infinite = stream.seek(layout.begins), layout.begins + layout.count, 0
    while found <= end + MOST_BEHIND and (more := stream.read(CHUNK)):
        if layout.floats is not None and found < end:
            count = min(len(more), end - found) // layout.floats.itemsize
            infinite += count - int(np.isfinite(np.frombuffer(more, layout.floats, count)).sum())
        found += len(more)
    return found, infinite


def _layout(head: bytes) -> _Layout:
    """What the header says.

    Raises
    ------
    ValueError
        When it is none.
    """
    for order in "<>":
        (size,) = unpack(f"{order}i", head[:4])
        if size in HEADERS:
            counts, at_counts, kinds, at_kinds, start, at_start = HEADERS[size]
            axes = Struct(order + counts).unpack_from(head, at_counts)
            voxels = 1
            for count in axes[1 : 1 + min(max(axes[0], 0), 7)]:
                voxels *= max(count, 0)
            kind, bits = Struct(order + kinds).unpack_from(head, at_kinds)
            begins = int(Struct(order + start).unpack_from(head, at_start)[0])
            floats = np.dtype(order + FLOATS[kind]) if kind in FLOATS else None
            return _Layout(max(begins, size), voxels * bits // 8, floats)
    raise ValueError("no NIfTI header")
