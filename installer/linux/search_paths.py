"""Takes the search paths of the machine that built a library out of it: ``chrpath --delete``, without that tool.

An interpreter that is built from source names its own folder in each of its libraries. In a program that is installed
elsewhere, whoever may write there could slip in a library.
"""

from __future__ import annotations

import struct
from pathlib import Path

MAGIC = b"\x7fELF\x02\x01"  # 64 bits, little endian
DYNAMIC_SEGMENT = 2
END, LIBRARY_STRINGS, RPATH, RUNPATH = 0, 5, 15, 29
ENTRY = struct.Struct("<QQ")


def forget_search_paths(path: Path) -> bool:
    """Remove absolute search paths from a library, in place; returns whether there were any."""
    data = bytearray(path.read_bytes())
    if not data.startswith(MAGIC):
        return False
    segments = _segments(data)
    start, size = next(((offset, size) for kind, offset, _, size in segments if kind == DYNAMIC_SEGMENT), (0, 0))
    entries = [ENTRY.unpack_from(data, start + n) for n in range(0, size, ENTRY.size)]
    entries = entries[: next((n for n, (tag, _) in enumerate(entries) if tag == END), len(entries))]
    strings = next((_offset_of(value, segments) for tag, value in entries if tag == LIBRARY_STRINGS), 0)
    kept = [(tag, value) for tag, value in entries if tag not in (RPATH, RUNPATH) or data[strings + value] != ord("/")]
    if len(kept) == len(entries):
        return False
    # The list ends at its first empty entry, so that those behind the removed ones move up.
    written = b"".join(ENTRY.pack(*entry) for entry in kept)
    data[start : start + ENTRY.size * len(entries)] = written.ljust(ENTRY.size * len(entries), b"\0")
    path.write_bytes(data)
    return True


def _segments(data: bytearray) -> list[tuple[int, int, int, int]]:
    """Kind, offset in the file, address in memory and size in the file of each segment."""
    (first,) = struct.unpack_from("<Q", data, 32)
    each, count = struct.unpack_from("<HH", data, 54)
    found = []
    for n in range(count):
        kind, _, offset, address, _, size = struct.unpack_from("<IIQQQQ", data, first + n * each)
        found.append((kind, offset, address, size))
    return found


def _offset_of(address: int, segments: list[tuple[int, int, int, int]]) -> int:
    """Where in the file lies what is loaded at an address."""
    return next(
        offset + address - base for kind, offset, base, size in segments if kind == 1 and base <= address < base + size
    )
