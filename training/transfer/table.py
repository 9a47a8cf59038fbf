"""The table of a hospital's pairs: patient, study without contrast medium, enhanced study."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from inference.reading import MAX_TEXT_BYTES, read_bytes
from training.cohort.cells import CellError, read_case_id
from training.cohort.encoding import decode_table
from training.errors import BadInput
from training.wording import worded

COLUMNS = ("patient", "plain", "enhanced")


@dataclass(frozen=True, slots=True)
class Row:
    """One patient; ``plain`` and ``enhanced`` are folders of studies or of single series."""

    patient: str
    plain: Path
    enhanced: Path


def read_pairs(path: Path) -> list[Row]:
    """Read the table; its paths are relative to it.

    Raises
    ------
    InputError
        When it is no such table, or a patient stands in it twice.
    """
    text, _ = decode_table(read_bytes(path, MAX_TEXT_BYTES), str(path))
    lines = [[cell.strip() for cell in line] for line in csv.reader(io.StringIO(text, newline="")) if any(line)]
    if len(lines) < 2 or sorted(lines[0]) != sorted(COLUMNS):
        raise BadInput(worded("factory.transfer.columns", path=str(path), columns=", ".join(COLUMNS)))
    rows: dict[str, Row] = {}
    for number, cells in enumerate(lines[1:], 2):
        row = _row(path, number, dict(zip(lines[0], cells)), cells)
        if row.patient.casefold() in rows:
            raise BadInput(worded("factory.transfer.twice", path=str(path), row=number, patient=row.patient))
        rows[row.patient.casefold()] = row
    return list(rows.values())


def _row(path: Path, number: int, named: dict[str, str], cells: Sequence[str]) -> Row:
    if len(cells) != len(COLUMNS) or not all(cells):
        raise BadInput(worded("factory.transfer.row", path=str(path), row=number, columns=", ".join(COLUMNS)))
    try:
        patient = read_case_id(named["patient"])
    except CellError as error:
        raise BadInput(
            worded("factory.transfer.patient", path=str(path), row=number, problem=error.problem, mend=error.mend)
        ) from error
    return Row(patient, path.parent / named["plain"], path.parent / named["enhanced"])
