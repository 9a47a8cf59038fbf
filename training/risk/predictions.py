"""``predictions.csv``: what each model gave each case, out of fold where the case was trained on."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from scipy.special import expit

from inference.reading import read_text
from training.errors import BadInput
from training.risk.patients import Patients
from training.workspace import Workspace, write_text


def columns(models: Sequence[str]) -> tuple[str, ...]:
    """Columns of the table: ``apparent`` is what the final models give their own training cases."""
    return ("case", "split", "outcome", *models, "signature", *(f"{model}_apparent" for model in models))


def rows_of(
    split: str,
    part: Patients,
    signature: np.ndarray,
    log_odds: Mapping[str, np.ndarray],
    apparent: Mapping[str, np.ndarray] | None,
) -> Iterator[list[str]]:
    """Rows of one split.

    Parameters
    ----------
    signature, log_odds
        Of models that have not seen the cases; NaN where there is none.
    apparent
        Log-odds of the final models, for the training split alone.
    """
    for n, case in enumerate(part.cases):
        honest = [_cell(expit(own[n])) for own in log_odds.values()]
        known = ["" for _ in honest] if apparent is None else [_cell(expit(apparent[name][n])) for name in log_odds]
        yield [case, split, str(int(part.event[n])), *honest, _cell(signature[n]), *known]


def write_rows(work: Workspace, models: Sequence[str], rows: Iterable[list[str]]) -> None:
    """Write the table."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns(models))
    writer.writerows(rows)
    write_text(work.predictions, text.getvalue())


def read_rows(work: Workspace, models: Sequence[str] = ()) -> list[dict[str, str]]:
    """Rows of ``predictions.csv``.

    Parameters
    ----------
    models
        Whose predictions are wanted.

    Raises
    ------
    BadInput
        For a table of an earlier form or of another recipe, and for one that was cut off or changed by hand.
    """
    path, mend = work.predictions, "run precontrast-train train-risk again"
    reader = csv.DictReader(io.StringIO(read_text(path), newline=""))
    missing = [
        name for name in ("case", "split", "outcome", "signature", *models) if name not in (reader.fieldnames or ())
    ]
    if missing:
        raise BadInput(f"{path} has no column {', '.join(missing)}; {mend}")
    rows = []
    for row in reader:
        if None in row or None in row.values():
            raise BadInput(f"{path}, line {reader.line_num} is cut off; {mend}")
        for name in ("signature", *models):
            if row[name] and not _is_number(row[name]):
                raise BadInput(f"{path}, line {reader.line_num}: {row[name]!r} is not a number; {mend}")
        rows.append(row)
    return rows


def _is_number(cell: str) -> bool:
    try:
        return math.isfinite(float(cell))
    except ValueError:
        return False


def read_signatures(work: Workspace) -> dict[str, float]:
    """Signature by case, out of fold for training cases; NaN where there is none."""
    return {row["case"]: float(row["signature"] or math.nan) for row in read_rows(work)}


def _cell(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.9g}"
