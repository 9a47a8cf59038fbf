"""The header of ``cohort.csv``: every column is known, there once, and of the unit that the settings state."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from pathlib import Path

from inference.vocabulary import repeated
from training.cohort.faults import CohortFaults, Fault
from training.cohort.settings import COLUMNS, CohortSettings

NEEDED = ("case", "study", "outcome")
WITH_UNIT = re.compile(r"(?P<id>[^\[\]]*?)\s*\[(?P<unit>[^\[\]]*)\]")


def read_header(cells: Sequence[str], settings: CohortSettings, path: Path) -> list[str]:
    """Column names without units.

    Raises
    ------
    CohortFaults
        With everything that is wrong with the header.
    """
    faults: list[Fault] = []

    def fault(column: str, problem: str, mend: str) -> None:
        faults.append(Fault(1, "", column, problem, mend))

    names = []
    units = {p.id: p.unit for p in settings.predictors}
    for cell in cells:
        found = WITH_UNIT.fullmatch(cell)
        name, unit = (found["id"], found["unit"].strip()) if found else (cell, None)
        names.append(name)
        if name in COLUMNS and unit is None:
            continue
        if name not in units:
            fault(cell or "(empty)", "is neither a known column nor a predictor", _mend_unknown(name, cells, units))
        elif unit is not None and unit != units[name]:
            fault(cell, f"is not in {units[name] or 'no unit'}", f"convert it; cohort.toml says {name} [{units[name]}]")
    for needed in NEEDED:
        if needed not in names:
            fault(needed, "is missing", "add the column")
    for predictor in settings.predictors:
        if predictor.id not in names and predictor.derive is None:
            fault(predictor.id, "is missing", "add the column, or take the predictor out of cohort.toml")
    twice = repeated(names)
    if twice is not None:
        fault(twice, "stands twice", "keep one of them")
    if faults:
        raise CohortFaults(str(path), faults)
    return names


def _mend_unknown(name: str, cells: Sequence[str], units: dict[str, str]) -> str:
    if len(cells) == 1 and any(mark in name for mark in (";", "\t")):
        return "separate columns by commas"
    near = difflib.get_close_matches(name, [*COLUMNS, *units], 1)
    return f"did you mean {near[0]}?" if near else "take it out, or add a predictor to cohort.toml"
