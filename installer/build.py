"""``python -m installer.build``: the program as one folder, by PyInstaller from ``build.spec``.

Afterwards symbols that only debuggers read are stripped, and ``installer.supply`` gathers licences and the list of
components. The same sources and libraries give the same folder, wherever it is built.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from installer.linux.search_paths import forget_search_paths
from installer.tools import EPOCH_VARIABLE, ROOT, BuildError, ended, need, settle, source_date

LINUX = sys.platform.startswith("linux")
EXECUTABLES = ("precontrast", "precontrast-window")
STRIPPED = (
    "libpython3*",
    "python3*/lib-dynload/*.so",
    "_CharLS*.so",
    "_openjpeg*.so",
    "rle/*.so",
    "contourpy/*.so",
    "cryptography/hazmat/bindings/*.so",
    "google/_upb/*.so",
)
"""What carries symbols worth megabytes. Left alone is what was rearranged for its wheel, which ``strip`` may break."""


def build(dist: Path, work: Path) -> Path:
    """Build the folder and return it.

    Raises
    ------
    BuildError
        When a tool is missing.
    """
    if find_spec("PyInstaller") is None:
        raise BuildError("PyInstaller is missing: run `make installer`, or install requirements/installer.txt")
    if LINUX:
        need("objdump", "strip")
    epoch = source_date()
    folder = dist / "precontrast"
    shutil.rmtree(folder, ignore_errors=True)
    options = ["--noconfirm", "--clean", "--log-level", "WARN", "--distpath", str(dist), "--workpath", str(work)]
    _run(["-m", "PyInstaller", *options, str(ROOT / "build.spec")], epoch)
    forget_machine(folder)
    if LINUX:
        strip(folder)
    _run(["-m", "installer.supply", str(folder), "--toc", str(work / "build" / "COLLECT-00.toc")], epoch)
    settle(folder, epoch, EXECUTABLES)
    return folder


def _run(arguments: list[str], epoch: int) -> None:
    # Names are hashed the same way in every run, so that sets are written in the same order.
    environment = {**os.environ, "PYTHONHASHSEED": "0", EPOCH_VARIABLE: str(epoch)}
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, check=True)


def forget_machine(folder: Path) -> None:
    """Take out of the libraries' metadata what names the machine: checksums of scripts that hold its paths."""
    for record in sorted(folder.glob("_internal/*.dist-info/RECORD")):
        lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
        own = record.parent.name.startswith("precontrast-")
        record.write_text("".join(line for line in lines if not own and not line.startswith("../")), encoding="utf-8")


def strip(folder: Path) -> None:
    """Remove symbols that no running program reads, and search paths of the machine that built."""
    inside = folder / "_internal"
    libraries = sorted(str(path) for pattern in STRIPPED for path in inside.glob(pattern))
    subprocess.run(["strip", "--strip-unneeded", *libraries], check=True)
    for library in inside.rglob("*.so*"):
        if not library.is_symlink():
            forget_search_paths(library)


def main(arguments: Sequence[str] | None = None) -> int:
    """Build and return the exit code."""
    parser = argparse.ArgumentParser(prog="installer.build", description=__doc__)
    parser.add_argument("--dist", type=Path, default=ROOT / "dist")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "pyinstaller")
    options = parser.parse_args(arguments)
    return ended(lambda: print(build(options.dist.resolve(), options.work.resolve())))


if __name__ == "__main__":
    sys.exit(main())
