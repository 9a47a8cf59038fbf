"""Which libraries travel with the program, and which are the system's."""

import pytest

from installer.linux import libraries

ENTRIES = [
    ("PySide6/QtCore.abi3.so", "/w/QtCore.abi3.so", "EXTENSION"),
    ("PySide6/Qt/plugins/platforms/libqxcb.so", "/w/libqxcb.so", "BINARY"),
    ("PySide6/Qt/lib/libQt6Core.so.6", "/w/libQt6Core.so.6", "BINARY"),
    ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
    ("libxcb-cursor.so.0", "/lib/libxcb-cursor.so.0", "BINARY"),
    ("libxcb-util.so.1", "/lib/libxcb-util.so.1", "BINARY"),
    ("libglib-2.0.so.0", "/lib/libglib-2.0.so.0", "BINARY"),
    ("libpcre2-8.so.0", "/lib/libpcre2-8.so.0", "BINARY"),
    ("libreadline.so.8", "/lib/libreadline.so.8", "BINARY"),
    ("libQt6Network.so.6", "PySide6/Qt/lib/libQt6Network.so.6", "SYMLINK"),
]
NEEDED = {
    "/w/QtCore.abi3.so": ["libQt6Core.so.6", "libc.so.6"],
    "/w/libqxcb.so": ["libxcb-cursor.so.0", "libglib-2.0.so.0"],
    "/lib/libxcb-cursor.so.0": ["libxcb-util.so.1"],
    "/lib/libglib-2.0.so.0": ["libpcre2-8.so.0"],
}


@pytest.fixture
def kept(monkeypatch):
    monkeypatch.setattr(libraries, "needed", lambda path: NEEDED.get(path, []))
    return [place for place, _, _ in libraries.reachable(ENTRIES)]


def test_what_an_extension_or_a_plugin_is_linked_with_is_kept(kept):
    assert {"PySide6/QtCore.abi3.so", "PySide6/Qt/lib/libQt6Core.so.6", "libQt6Core.so.6"} <= set(kept)
    assert {"libxcb-cursor.so.0", "libxcb-util.so.1"} <= set(kept)


def test_libraries_of_the_system_and_what_only_they_need_are_left_out(kept):
    assert not {"libglib-2.0.so.0", "libpcre2-8.so.0"} & set(kept)


def test_what_nothing_is_linked_with_is_left_out(kept):
    assert "libreadline.so.8" not in kept


def test_links_to_what_is_left_out_go_with_it():
    data = [("a.txt", "/w/a.txt", "DATA"), ENTRIES[3], ENTRIES[-1]]
    assert libraries.without_loose_ends(data, ENTRIES[:4]) == data[:2]


def test_the_newest_c_library_is_found_by_number_and_not_by_letter():
    listings = ["  0x09 GLIBC_2.4\n 0x0d GLIBC_2.34", " GLIBC_2.9 GLIBCXX_3.4.30 GLIBC_PRIVATE"]
    assert libraries.newest_glibc(listings) == "2.34"


def test_no_library_is_both_needed_and_optional():
    assert not set(libraries.SYSTEM) & set(libraries.OPTIONAL)
