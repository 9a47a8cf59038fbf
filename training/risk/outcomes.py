"""A site's own outcomes beside what a pack had predicted: the input of ``recalibrate``."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from inference.reading import MAX_TEXT_BYTES, read_bytes
from inference.risk.logistic import logit
from training.cohort.cells import CellError, is_not_known, read_outcome
from training.cohort.encoding import decode_table
from training.errors import BadInput

FORM = """\
OUTCOMES.csv has a header and one row an injection (CSV UTF-8); its columns, in any order:
  outcome      1 where the event happened, 0 where not; empty where it is not known
  log_odds     log-odds against the site's average: risk.explanation.log_odds in the .json of a saved result
  or instead of log_odds
  probability  the printed risk, above 0 and below 1 (0.0062 for 0.62 %)
  prevalence   the event rate that the site profile had when it was printed
  may be there
  case         any name, once
  pack         id of the pack that predicted; every row must be of PACK
  version      its version, likewise
Rows without an outcome or a prediction are left out and counted; other columns are not read. Give all injections of a
period, or all events and others chosen by chance: not those that somebody remembers.
"""
"""How the table looks, for the help."""
MOST_FAULTS = 20
MOST_LOG_ODDS = 15.0
"""Odds of three million to one: no risk model says so, but a percentage in the wrong column does."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Rows that can be used.

    Attributes
    ----------
    event : bool array, shape (n,)
    log_odds : array, shape (n,)
        Predicted, against the site's average.
    left_out
        Rows without an outcome or without a prediction.
    """

    event: np.ndarray
    log_odds: np.ndarray
    left_out: int


class _RowError(ValueError):
    """What is wrong with a row."""


def read_outcomes(path: Path, pack: str, version: str) -> Outcomes:
    """Read the table.

    Parameters
    ----------
    pack, version
        That the predictions must be of, where the table says of which they are.

    Raises
    ------
    BadInput
        Says every row that is wrong and how to mend it.
    """
    rows = list(_rows(path))
    _check_names(path, rows)
    values, faults, left_out = [], [], 0
    for line, row in rows:
        try:
            _check_pack(row, pack, version)
            outcome, log_odds = _outcome(row), _log_odds(row)
        except _RowError as error:
            faults.append(f"line {line}: {error}")
            continue
        if outcome is None or log_odds is None:
            left_out += 1
        else:
            values.append((outcome, log_odds))
    if faults:
        more = f"\n  and {len(faults) - MOST_FAULTS} more" if len(faults) > MOST_FAULTS else ""
        raise BadInput(f"{path} cannot be used:\n  " + "\n  ".join(faults[:MOST_FAULTS]) + more)
    array = np.array(values, float).reshape(-1, 2)
    return Outcomes(array[:, 0] == 1, array[:, 1], left_out)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    text, _ = decode_table(read_bytes(path, MAX_TEXT_BYTES), str(path))
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        _check_header(path, header)
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                raise BadInput(f"{path}, line {reader.line_num}: {len(cells)} cells where the header has {len(header)}")
            yield reader.line_num, dict(zip(header, (cell.strip() for cell in cells)))
    except csv.Error as error:
        raise BadInput(f"{path}, line {reader.line_num}: not valid CSV ({error}); save it as 'CSV UTF-8'") from error


def _check_header(path: Path, header: list[str]) -> None:
    if len(set(header)) != len(header):
        raise BadInput(f"{path}: a column stands twice in the header")
    predicted = "log_odds" in header or {"probability", "prevalence"} <= set(header)
    if "outcome" not in header or not predicted:
        found = ", ".join(header) or "none"
        raise BadInput(
            f"{path} needs the columns outcome and log_odds, or outcome, probability and prevalence; found: {found}"
        )


def _check_names(path: Path, rows: list[tuple[int, dict[str, str]]]) -> None:
    seen: dict[str, int] = {}
    for line, row in rows:
        name = row.get("case", "")
        if name and name in seen:
            raise BadInput(f"{path}: case {name} stands in line {seen[name]} and in line {line}; keep one")
        seen[name] = line


def _check_pack(row: Mapping[str, str], pack: str, version: str) -> None:
    for column, wanted in (("pack", pack), ("version", version)):
        if row.get(column, wanted) != wanted:
            raise _RowError(f"{column} is {row[column]!r}, but the pack is {pack} {version}; keep only its own rows")


def _outcome(row: Mapping[str, str]) -> int | None:
    try:
        return read_outcome(row["outcome"])
    except CellError as error:
        raise _RowError(f"outcome {error}") from error


def _log_odds(row: Mapping[str, str]) -> float | None:
    if "log_odds" in row:
        given = _number("log_odds", row["log_odds"])
        if given is not None and abs(given) > MOST_LOG_ODDS:
            raise _RowError(f"log_odds is {row['log_odds']!r}, too far from 0 for log-odds against the average")
        return given
    probability, prevalence = (_number(name, row[name]) for name in ("probability", "prevalence"))
    if probability is None:
        return None
    for name, value in (("probability", probability), ("prevalence", prevalence)):
        if value is None or not 0 < value < 1:
            raise _RowError(f"{name} is {row[name]!r}; write a number above 0 and below 1 (0.27 % is 0.0027)")
    return logit(probability) - logit(prevalence)


def _number(name: str, cell: str) -> float | None:
    if is_not_known(cell):
        return None
    try:
        value = float(cell)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise _RowError(f"{name} is {cell!r}, not a number")
    return value
