"""Search paths of the machine that built do not travel with the libraries."""

import struct

import pytest

from installer.linux.search_paths import forget_search_paths

NEEDED, STRINGS, RUNPATH, FLAGS = 1, 5, 29, 30
TABLE, DYNAMIC, BASE = 64 + 2 * 56, 64 + 2 * 56 + 32, 0x1000


def library(search_path: str) -> bytes:
    """The least of a shared library: a header, two segments, strings, and what the linker reads."""
    text = b"\0libc.so.6\0" + search_path.encode() + b"\0"
    entries = [(NEEDED, 1), (RUNPATH, 11), (STRINGS, BASE + TABLE), (FLAGS, 8), (0, 0)]
    dynamic = b"".join(struct.pack("<QQ", *entry) for entry in entries)
    size = DYNAMIC + len(dynamic)
    header = b"\x7fELF\x02\x01\x01".ljust(16, b"\0") + struct.pack(
        "<HHIQQQIHHHHHH", 3, 62, 1, 0, 64, 0, 0, 64, 56, 2, 0, 0, 0
    )
    whole = struct.pack("<IIQQQQQQ", 1, 4, 0, BASE, BASE, size, size, 4096)
    linked = struct.pack("<IIQQQQQQ", 2, 4, DYNAMIC, BASE + DYNAMIC, BASE + DYNAMIC, len(dynamic), len(dynamic), 8)
    return header + whole + linked + text.ljust(32, b"\0") + dynamic


def entries_of(data: bytes) -> list[tuple[int, int]]:
    return [struct.unpack_from("<QQ", data, DYNAMIC + 16 * n) for n in range(5)]


def test_an_absolute_search_path_is_removed_and_the_rest_moves_up(tmp_path):
    path = tmp_path / "libmine.so"
    path.write_bytes(library("/opt/built/lib"))
    assert forget_search_paths(path)
    assert entries_of(path.read_bytes()) == [(NEEDED, 1), (STRINGS, BASE + TABLE), (FLAGS, 8), (0, 0), (0, 0)]
    assert not forget_search_paths(path)


@pytest.mark.parametrize("content", [library("$ORIGIN/../lib"), b"#!/bin/sh\n"], ids=["beside itself", "no library"])
def test_everything_else_stays_as_it_is(tmp_path, content):
    path = tmp_path / "libmine.so"
    path.write_bytes(content)
    assert not forget_search_paths(path)
    assert path.read_bytes() == content
