"""What is packed inside an executable of PyInstaller."""

from __future__ import annotations

from pathlib import Path


def modules_of(executable: Path) -> list[str] | None:
    """Names of all Python modules inside; None where the file is no such executable.

    The two scripts that the program begins with are among them under their plain names.
    """
    from PyInstaller.archive.readers import ArchiveReadError, CArchiveReader

    try:
        archive = CArchiveReader(str(executable))
    except ArchiveReadError:
        return None
    names = []
    for name, entry in archive.toc.items():
        if entry[-1] == "z":
            names += list(archive.open_embedded_archive(name).toc)
        elif entry[-1] in "mMs":
            names.append(name)
    return sorted(set(names))
