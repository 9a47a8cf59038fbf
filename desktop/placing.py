"""Files of a report take the place of an earlier report of that name, all of them or none, also after a kill.

They are made aside. Two marks beside them say how far their placing has come, so that the next start finishes what a
killed program had begun: files side by side are always of one patient.
"""

from __future__ import annotations

import os
from pathlib import Path

from inference.files import sync_folder

READY = ".ready"
"""Everything is made; holds the stem of the files."""
REMOVED = ".removed"
"""The earlier report is gone."""


def place(aside: Path, stem: str) -> None:
    """Let all files of a folder take the place of a report beside that folder.

    Raises
    ------
    OSError
        When the earlier report cannot be removed: then it is still there, whole.
    """
    unmarked = aside / f"{READY}-"
    unmarked.write_text(stem, encoding="utf-8")
    unmarked.rename(aside / READY)
    sync_folder(aside)
    finish(aside)


def finish(aside: Path) -> bool:
    """Go on where the placing stopped; False where it had not begun.

    Raises
    ------
    OSError
    """
    ready, removed = aside / READY, aside / REMOVED
    if ready.exists():
        _remove_earlier(aside.parent, ready.read_text(encoding="utf-8"))
        ready.rename(removed)
    if not removed.exists():
        return False
    for made in sorted(path for path in aside.iterdir() if path.name not in (REMOVED, f"{READY}-")):
        os.replace(made, aside.parent / made.name)
    sync_folder(aside.parent)
    removed.unlink()
    return True


def _remove_earlier(folder: Path, stem: str) -> None:
    """Remove a report, the PDF first: where it is open in a viewer that locks it, nothing is removed at all."""
    pages = [p for p in folder.glob("*.png") if p.stem.startswith(f"{stem}-") and p.stem[len(stem) + 1 :].isdecimal()]
    for path in (folder / f"{stem}.pdf", *pages, folder / f"{stem}.json"):
        path.unlink(missing_ok=True)
