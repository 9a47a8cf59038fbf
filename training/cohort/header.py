"""The header of ``cohort.csv``: every column is known, there once, and of the unit that the settings state."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from pathlib import Path

from inference.vocabulary import repeated
from training.cohort.faults import CohortFaults, Fault
from training.cohort.settings import COLUMNS, CohortSettings
from training.wording import worded

NEEDED, OF_IMAGES = ("case", "outcome"), ("study",)
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
    units = {p.id: p.unit for p in settings.asked}
    plain = {*COLUMNS, *(reader.column for reader in settings.recipe.evaluation.readers)}
    for cell in cells:
        found = WITH_UNIT.fullmatch(cell)
        name, unit = (found["id"], found["unit"].strip()) if found else (cell, None)
        names.append(name)
        if name in plain and unit is None:
            continue
        if name not in units:
            problem = worded("factory.header.stranger")
            fault(cell or worded("factory.header.empty"), problem, _mend_unknown(name, cells, (*plain, *units)))
        elif unit is not None and unit != units[name]:
            problem = worded("factory.header.unit", unit=units[name] or worded("factory.header.no-unit"))
            fault(cell, problem, worded("factory.header.convert", name=name, unit=units[name]))
    for needed in (*NEEDED, *(OF_IMAGES if settings.recipe.images else ())):
        if needed not in names:
            fault(needed, worded("factory.header.missing"), worded("factory.header.add"))
    for predictor in settings.asked:
        if predictor.id not in names and predictor.derive is None:
            fault(predictor.id, worded("factory.header.missing"), worded("factory.header.add-or"))
    twice = repeated(names)
    if twice is not None:
        fault(twice, worded("factory.header.twice"), worded("factory.header.keep-one"))
    if faults:
        raise CohortFaults(str(path), faults)
    return names


def _mend_unknown(name: str, cells: Sequence[str], known: Sequence[str]) -> str:
    if len(cells) == 1 and any(mark in name for mark in (";", "\t")):
        return worded("factory.header.commas")
    near = difflib.get_close_matches(name, sorted(known), 1)
    return worded("factory.header.near", name=near[0]) if near else worded("factory.header.take-out")
