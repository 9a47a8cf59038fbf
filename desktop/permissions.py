"""What the program keeps of patients is for the user's eyes only, also where the folder was there before it."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

from desktop.audit_file import seal_file
from desktop.places import Places

OTHERS = 0o077
"""Permissions of the group and of everybody else."""


def tighten(places: Places) -> dict[str, object]:
    """Take the folder of cases and audit log, and the files in it, from other users of the computer (POSIX).

    Where nothing of a patient lies yet, in folders of someone else and in those that everybody writes to, nothing is
    changed.

    Returns
    -------
    dict
        For the audit log: the folder's permissions as they were (octal), and how many files were changed; empty where
        all was well.
    """
    if os.name == "nt":
        return {}
    files = _files(places)
    if not any(os.path.lexists(path) for path in (places.audit, places.cases)):
        return {}
    before = _mode(places.data, stat.S_ISDIR)
    if before is None or before & stat.S_ISVTX:
        return {}
    folder = _take(places.data, before)
    changed = sum(_take(path, mode) for path in files if (mode := _mode(path, stat.S_ISREG)) is not None)
    return {"folder_mode": f"{before:o}", "files": changed} if folder or changed else {}


def _files(places: Places) -> list[Path]:
    database = [places.cases.with_name(places.cases.name + end) for end in ("", "-wal", "-shm")]
    return [places.audit, seal_file(places.audit), places.compiled_secret, places.pseudonym_key, *database]


def _mode(path: Path, is_kind: Callable[[int], bool]) -> int | None:
    """Permissions of the user's own thing of a kind; None for a link, for another's and where there is none."""
    try:
        found = path.lstat()
    except OSError:
        return None
    return stat.S_IMODE(found.st_mode) if is_kind(found.st_mode) and found.st_uid == os.geteuid() else None


def _take(path: Path, mode: int) -> bool:
    if not mode & OTHERS:
        return False
    with contextlib.suppress(OSError):
        path.chmod(mode & ~OTHERS)
        return True
    return False
