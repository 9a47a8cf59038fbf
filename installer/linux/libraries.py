"""Shared libraries: which ones the program brings along and which ones it takes from the system.

Graphics drivers, fonts and the C++ runtime are the system's: a second, older copy of these breaks drivers that the
system loads into the same process. What Debian's desktops have anyway is also the system's, so that its security
updates reach the program. Brought along is what a desktop may lack (``libxcb-cursor0`` and the like).
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import PurePath

SYSTEM = {
    "ld-linux-x86-64.so.2": "libc6",
    "libc.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "libresolv.so.2": "libc6",
    "librt.so.1": "libc6",
    "libutil.so.1": "libc6",
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
}
"""Libraries that the system must have, and Debian's package of each."""

OPTIONAL = {
    "libOpenCL.so.1": "ocl-icd-libopencl1",
    "libcups.so.2": "libcups2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""Libraries of a part that may be absent: OpenVINO's GPU, printers, a desktop on Wayland."""

LIBRARY = re.compile(r"lib[^/]*\.so(\.[0-9.]+)?$")
OPENED_BY_NAME = ("/plugins/", "libopenvino_", "libonnxruntime_providers_", "libpython3")
"""Parts of paths of what nothing is linked with: plugins, and the interpreter that the executables open."""
NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
GLIBC = re.compile(r"\bGLIBC_(\d+(?:\.\d+)+)\b")


def is_system(name: str) -> bool:
    """Whether a library is taken from the system."""
    return name in SYSTEM or name in OPTIONAL


def headers(path: str) -> str:
    """What ``objdump`` of binutils says about a library or an executable."""
    return subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True).stdout


def needed(path: str) -> list[str]:
    """Names of the libraries that one is linked with."""
    return NEEDED.findall(headers(path))


def newest_glibc(listings: Iterable[str]) -> str:
    """The newest version of the C library that any of the listings asks for, as in ``2.36``."""
    versions = {version for listing in listings for version in GLIBC.findall(listing)}
    return max(versions, key=lambda version: tuple(map(int, version.split("."))))


def reachable(entries: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Of what PyInstaller has collected, what something is linked with or opens by name.

    Parameters
    ----------
    entries
        Place in the folder, source file, and kind, as in PyInstaller's lists.
    """
    by_name = {PurePath(place).name: source for place, source, kind in entries if kind == "BINARY"}
    waiting = [source for place, source, kind in entries if kind != "SYMLINK" and not _is_linked(place, kind)]
    seen: set[str] = set()
    while waiting:
        for name in needed(waiting.pop()):
            if name in by_name and name not in seen and not is_system(name):
                seen.add(name)
                waiting.append(by_name[name])
    return [
        entry
        for entry in entries
        if PurePath(entry[0]).name in seen or (entry[2] != "SYMLINK" and not _is_linked(entry[0], entry[2]))
    ]


def without_loose_ends(links: list[tuple[str, str, str]], kept: list[tuple[str, str, str]]) -> list:
    """Entries without the symbolic links to what is not kept."""
    places = {place for place, _, _ in kept}
    return [entry for entry in links if entry[2] != "SYMLINK" or entry[1] in places]


def _is_linked(place: str, kind: str) -> bool:
    """Whether it is only there for others that are linked with it."""
    if kind == "EXTENSION" or any(part in place for part in OPENED_BY_NAME):
        return False
    return LIBRARY.fullmatch(PurePath(place).name) is not None
