"""Scanner and slice thickness of a study, from the header of its first image."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from inference.dicom import scan
from inference.errors import InputError

TRIED = 5
"""Files that are no image (notes, a DICOMDIR) may come first in a folder."""


@dataclass(frozen=True, slots=True)
class Acquisition:
    """How a study was scanned; empty or None where its header does not say."""

    scanner: str = ""
    thickness_mm: float | None = None


def acquisition(study: Path) -> Acquisition:
    """Read one header of a study; of one with several series, whichever lies first in its folder."""
    for path in _first_files(study):
        try:
            series = scan(str(path)).series[0]
        except InputError:
            continue
        return Acquisition(f"{series.manufacturer} {series.model}".strip(), series.thickness_mm)
    return Acquisition()


def _first_files(study: Path) -> list[Path]:
    if not study.is_dir():
        # Of an archive every header would have to be read.
        return [study] if study.is_file() and study.suffix.lower() != ".zip" else []
    found: list[Path] = []
    for folder, folders, files in os.walk(study):
        folders.sort()
        found += [Path(folder) / name for name in sorted(files)]
        if len(found) >= TRIED:
            break
    return found[:TRIED]
