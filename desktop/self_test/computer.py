"""What the program runs on: versions, and the folders that it reads and writes."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop.language import Language
from desktop.pack_checks.check import Found, Planned
from desktop.places import HOME_VARIABLE, Places, bundled


def versions(language: Language) -> list[Planned]:
    """Program, Python, Qt and operating system; engines have checks of their own."""
    lines: dict[str, Callable[[], str]] = {
        "Precontrast": lambda: _program(language),
        "Python": platform.python_version,
        "Qt": _qt,
        language.text("self-test.system"): _system,
    }
    return [Planned("version", name, partial(_said, value)) for name, value in lines.items()]


def _said(line: Callable[[], str]) -> Found:
    return Found(True, line())


def _program(language: Language) -> str:
    from inference import __version__

    kind = "self-test.installed" if getattr(sys, "frozen", False) else "self-test.from-source"
    return __version__ + language.text("list.separator") + language.text(kind)


def _qt() -> str:
    from PySide6 import __version__
    from PySide6.QtCore import qVersion

    return f"{qVersion()} (PySide6 {__version__})"


def _system() -> str:
    try:
        name = platform.freedesktop_os_release().get("PRETTY_NAME", "")
    except OSError:
        name = ""
    return ", ".join(part for part in (name, platform.platform(terse=bool(name)), platform.machine()) if part)


def folders(places: Places, language: Language) -> list[Planned]:
    """Where things lie, and whether they can be written as they should be."""
    own = {"cases": places.cases, "settings": places.settings, "cache": places.cache, "packs": places.packs}
    checks: dict[str, Callable[[], Found]] = {n: partial(_must_be_writable, path, language) for n, path in own.items()}
    checks["machine"] = partial(_must_be_kept, places.machine, language)
    checks["program"] = partial(_program_folder, language)
    return [Planned("place", language.text(f"self-test.place.{name}"), run) for name, run in checks.items()]


def _must_be_writable(path: Path, language: Language) -> Found:
    """The user's own: a file that is there, else the nearest folder that is."""
    if path.is_file():
        good = os.access(path, os.R_OK | os.W_OK) and _takes_a_file(path.parent)
    else:
        good = _takes_a_file(next(folder for folder in (path, *path.parents) if folder.is_dir()))
    message = "self-test.place-writable" if path.exists() else "self-test.place-later"
    return Found(good, language.text(message if good else "self-test.place-unwritable", path=path))


def _must_be_kept(folder: Path, language: Language) -> Found:
    """What applies to everyone: only an administrator may change it."""
    if not folder.is_dir():
        return Found(True, language.text("self-test.place-none", path=folder))
    if not os.access(folder, os.R_OK | os.X_OK):
        return Found(False, language.text("self-test.place-unreadable", path=folder))
    if not _takes_a_file(folder):
        return Found(True, language.text("self-test.place-kept", path=folder))
    if _is_administrator() or HOME_VARIABLE in os.environ:
        return Found(True, language.text("self-test.place-writable", path=folder))
    return Found(False, language.text("self-test.place-open", path=folder))


def _program_folder(language: Language) -> Found:
    """Nothing is ever written there, so that either is right."""
    frozen = getattr(sys, "frozen", False)
    folder = Path(sys.executable).resolve().parent if frozen else bundled("packs").parents[1]
    kept = "self-test.place-writable" if _takes_a_file(folder) else "self-test.place-kept"
    return Found(True, language.text(kept, path=folder))


def _takes_a_file(folder: Path) -> bool:
    """By trying: rights alone do not tell on Windows, nor on a file system that is mounted read-only."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _is_administrator() -> bool:
    if hasattr(os, "geteuid"):
        return os.geteuid() == 0
    import ctypes

    return bool(ctypes.windll.shell32.IsUserAnAdmin())  # type: ignore[attr-defined]
