"""``python -m installer.windows.build FOLDER``: the finished program folder becomes a setup, by NSIS's ``makensis``.

The same folder gives the same file: names are sorted, and no times are stored.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from inference import __version__
from installer.windows.icon import icon_file
from installer.windows.version import CONSOLE, WINDOW, four_numbers

HERE = Path(__file__).parent
SCRIPT = HERE / "precontrast.nsi"
USUAL_PLACE = Path(os.environ.get("PROGRAMFILES(X86)", "")) / "NSIS" / "makensis.exe"
"""Where NSIS installs itself on Windows; it is not on PATH there."""


class BuildError(Exception):
    """Why there is no setup."""


def setup_name(version: str = __version__) -> str:
    """Name of the file."""
    return f"precontrast-{version}-windows-x86_64-setup.exe"


def find_makensis() -> str:
    """The compiler.

    Raises
    ------
    BuildError
        When NSIS is not installed.
    """
    found = shutil.which("makensis") or (str(USUAL_PLACE) if USUAL_PLACE.is_file() else None)
    if found is None:
        raise BuildError("NSIS is missing: install it from nsis.sourceforge.io, or on Debian the package nsis")
    return found


def file_list(folder: Path) -> str:
    """NSIS commands that unpack every file of a folder to its place, sorted."""
    lines, last = [], None
    for path in sorted((p for p in folder.rglob("*") if p.is_file()), key=lambda p: p.relative_to(folder).parts):
        inside = "".join(f"\\{part}" for part in path.relative_to(folder).parent.parts)
        if inside != last:
            escaped = inside.replace("$", "$$")
            lines.append(f'SetOutPath "$INSTDIR{escaped}"')
            last = inside
        lines.append(f'File "{path}"')
    return "\n".join(lines) + "\n"


def build(folder: Path, out: Path, version: str = __version__, sign: str = "", options: Sequence[str] = ()) -> Path:
    """Compile the setup; warnings are errors.

    Parameters
    ----------
    folder
        The program: two executables and ``_internal``.
    out
        Folder of the setup, made if needed.
    sign
        Command that signs a file, to which the file's name is added; for the uninstaller inside the setup.
    options
        More options of ``makensis``.

    Raises
    ------
    BuildError
        When something is missing, or the script has a fault, with the compiler's words.
    """
    for name in (WINDOW, CONSOLE):
        if not (folder / name).is_file():
            raise BuildError(f"{folder} is not the program for Windows: {name} is missing")
    compiler = find_makensis()
    setup = out / setup_name(version)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        files = Path(made) / "files.nsh"
        files.write_text(file_list(folder.resolve()), encoding="utf-8-sig")
        symbols = {
            "VERSION": version,
            "VERSION4": ".".join(map(str, four_numbers(version))),
            "FILES": str(files),
            "ICON": str(icon_file(Path(made))),
            "NOTICES": str(HERE),
            "OUT": str(setup.resolve()),
        }
        if sign:
            symbols["SIGN"] = sign
        defined = [f"-D{name}={value}" for name, value in symbols.items()]
        command = [compiler, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *options, *defined, str(SCRIPT)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode:
        raise BuildError(done.stdout + done.stderr)
    return setup


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the setup and print its name."""
    parser = argparse.ArgumentParser(prog="installer.windows.build", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=Path("dist"))
    parser.add_argument("--sign", default="", metavar="COMMAND")
    options = parser.parse_args(arguments)
    try:
        print(build(options.folder, options.out, sign=options.sign))
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
