"""``python -m installer.portable FOLDER``: the program folder as an archive that runs from wherever it is unpacked."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path

from inference import __version__
from installer.tools import ROOT, ended, guides, need, source_date


def archive_name(version: str = __version__) -> str:
    """Name of the file."""
    return f"precontrast-{version}-linux-x86_64.tar.xz"


def members(folder: Path, top: str) -> list[tuple[str, Path]]:
    """Every file and folder with its name in the archive: the program in its own folder, the guides beside it."""
    names = {f"{top}/{path.relative_to(folder).as_posix()}": path for path in folder.rglob("*")}
    return sorted((names | {f"{top}/doc/{name}": path for name, path in guides().items()}).items())


def pack(folder: Path, out: Path, version: str = __version__) -> Path:
    """Write the archive and return it; sorted, of one date, owned by root, whoever packs it."""
    need("xz")
    path, epoch = out / archive_name(version), source_date()

    def anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = epoch
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    out.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        # Always two threads: with one, or with as many as the machine has, other bytes would come out.
        with subprocess.Popen(["xz", "--threads=2", "-6"], stdin=subprocess.PIPE, stdout=file) as xz:
            with tarfile.open(fileobj=xz.stdin, mode="w|", format=tarfile.PAX_FORMAT) as archive:
                for name, source in members(folder, f"precontrast-{version}"):
                    archive.add(source, name, recursive=False, filter=anonymous)
            xz.stdin.close()
        if xz.returncode:
            raise subprocess.CalledProcessError(xz.returncode, "xz")
    return path


def main(arguments: Sequence[str] | None = None) -> int:
    """Pack and return the exit code."""
    parser = argparse.ArgumentParser(prog="installer.portable", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    options = parser.parse_args(arguments)
    return ended(lambda: print(pack(options.folder.resolve(), options.out)))


if __name__ == "__main__":
    sys.exit(main())
