"""Proof that the self-test used no network.

Python is asked, and on Linux the kernel, which also sees what libraries do.

Sockets of the family AF_UNIX are allowed: processes of one computer talk through them, and nothing else can.
"""

from __future__ import annotations

import mmap
import os
import sys
from pathlib import Path
from typing import Any

from desktop.language import Language
from desktop.pack_checks.check import Found, Planned

AF_UNIX = 1
"""On every system that has it."""
WITHOUT_ADDRESS = frozenset({"socket.gethostname"})
"""What only asks the computer for its own name."""
TABLES = ("tcp", "tcp6", "udp", "udp6", "raw", "raw6", "icmp", "icmp6")
INODE = 9
"""Column of a table of the kernel that holds the number by which a process knows a socket."""

_used: set[str] = set()
_anyone = mmap.mmap(-1, 1)
"""Set to 1 by this process and, as they share it, by processes that a library forks from it."""
_watching = False


def watch() -> None:
    """Note from now on whatever Python does with sockets; this process is watched until its end."""
    global _watching
    _used.clear()
    _anyone[0] = 0
    if not _watching:
        _watching = True
        sys.addaudithook(_note)


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if not event.startswith("socket.") or event in WITHOUT_ADDRESS or _is_local(event, arguments):
        return
    _used.add(event)
    _anyone[0] = 1


def _is_local(event: str, arguments: tuple[Any, ...]) -> bool:
    """Whether this is a socket within the computer: a new one by its family, a known one by that of the socket."""
    if event == "socket.__new__":
        return arguments[1] == AF_UNIX
    return getattr(arguments[0], "family", None) == AF_UNIX if arguments else False


def look_at(process: int | str | None) -> None:
    """Note sockets that a process has open to other computers, where the system tells."""
    _used.update(internet_sockets(process) if process is not None else ())


def internet_sockets(process: int | str) -> set[str]:
    """Sockets of a process that are not local, such as ``tcp:12345``; none where the system does not tell."""
    folder = Path("/proc", str(process))
    targets = map(_target, (folder / "fd").iterdir()) if (folder / "fd").is_dir() else ()
    own = {target[len("socket:[") : -1] for target in targets if target.startswith("socket:[")}
    found = set()
    for name in TABLES if own else ():
        table = folder / "net" / name
        lines = table.read_text().splitlines()[1:] if table.exists() else []
        found |= {f"{name}:{line.split()[INODE]}" for line in lines if line.split()[INODE] in own}
    return found


def _target(descriptor: Path) -> str:
    try:
        return os.readlink(descriptor)
    except OSError:  # closed since it was listed, as that of the listing itself is
        return ""


def silence(language: Language) -> Planned:
    """Whether nothing was noted; the last of the checks."""

    def run() -> Found:
        look_at("self")
        if _used or _anyone[0]:
            return Found(False, language.text("self-test.network-used", used=", ".join(sorted(_used)) or "fork"))
        return Found(True, language.text("self-test.no-network"))

    return Planned("network", "-", run)
