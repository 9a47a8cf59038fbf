"""What the steps share: the tools of the system that they call, and times and rights that do not differ by machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"
DEBIAN_PACKAGES = {
    "objdump": "binutils",
    "strip": "binutils",
    "dpkg-deb": "dpkg",
    "xz": "xz-utils",
    "mmdebstrap": "mmdebstrap",
    "unshare": "util-linux",
    "Xvfb": "xvfb",
}


class BuildError(Exception):
    """Why there is no installer; says what to do."""


def guides() -> dict[str, Path]:
    """What is read beside the program, by its place there: the guides, and the pages of the systems they lead to."""
    docs = ROOT / "docs"
    found = [path for pattern in ("*.md", "systems/*.md") for path in sorted(docs.glob(pattern))]
    return {path.relative_to(docs).as_posix(): path for path in found}


def need(*names: str) -> None:
    """Make sure that tools are installed.

    Raises
    ------
    BuildError
        With Debian's packages of those that are not.
    """
    missing = [name for name in names if shutil.which(name) is None]
    if missing:
        packages = " ".join(sorted({DEBIAN_PACKAGES.get(name, name) for name in missing}))
        raise BuildError(f"{', '.join(missing)} missing; on Debian or Ubuntu: sudo apt-get install {packages}")


def ended(work: Callable[[], None]) -> int:
    """Do the work of a program and return its exit code; the reason of a failure goes to standard error."""
    try:
        work()
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"{error}\n{error.stdout or ''}{error.stderr or ''}".rstrip(), file=sys.stderr)
        return 1
    return 0


def source_date(root: Path = ROOT) -> int:
    """Seconds since 1970 that files of the installer are dated: of the last commit, else of the newest source file.

    ``SOURCE_DATE_EPOCH`` of the environment goes before both.
    """
    if os.environ.get(EPOCH_VARIABLE):
        return int(os.environ[EPOCH_VARIABLE])
    if shutil.which("git") and (root / ".git").exists():
        command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return int(done.stdout)
    sources = [*root.glob("*.toml"), *root.glob("*/**/*.py")]
    return int(max(path.stat().st_mtime for path in sources if not path.relative_to(root).parts[0].startswith(".")))


def settle(folder: Path, epoch: int, executables: Iterable[str] = ()) -> None:
    """Give everything in a folder, and the folder, one date and the same rights.

    Parameters
    ----------
    executables
        Files that may be executed, by their path in the folder; all others are readable for everyone.
    """
    programs = {folder / name for name in executables}
    for path in [folder, *folder.rglob("*")]:
        if path.is_symlink():
            os.utime(path, (epoch, epoch), follow_symlinks=False)
            continue
        path.chmod(0o755 if path.is_dir() or path in programs else 0o644)
        os.utime(path, (epoch, epoch))
