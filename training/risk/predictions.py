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
from training.recipes import Recipe
from training.risk.patients import Patients
from training.workspace import Workspace, write_text


def columns(recipe: Recipe) -> tuple[str, ...]:
    """Columns of the table: ``apparent`` is what the final models give their own training cases."""
    models = recipe.names
    return ("case", "split", "outcome", *models, *recipe.score_ids, *(f"{model}_apparent" for model in models))


def rows_of(
    split: str,
    part: Patients,
    scores: Mapping[str, np.ndarray],
    log_odds: Mapping[str, np.ndarray],
    apparent: Mapping[str, np.ndarray] | None,
) -> Iterator[list[str]]:
    """Rows of one split.

    Parameters
    ----------
    scores, log_odds
        Of scores and models that have not seen the cases; NaN where there is none.
    apparent
        Log-odds of the final models, for the training split alone.
    """
    for n, case in enumerate(part.cases):
        honest = [_cell(expit(own[n])) for own in log_odds.values()]
        known = ["" for _ in honest] if apparent is None else [_cell(expit(apparent[name][n])) for name in log_odds]
        linear = [_cell(own[n]) for own in scores.values()]
        yield [case, split, str(int(part.event[n])), *honest, *linear, *known]


def write_rows(work: Workspace, recipe: Recipe, rows: Iterable[list[str]]) -> None:
    """Write the table."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns(recipe))
    writer.writerows(rows)
    write_text(work.predictions, text.getvalue())


def read_rows(work: Workspace, names: Sequence[str] = ()) -> list[dict[str, str]]:
    """Rows of ``predictions.csv``.

    Parameters
    ----------
    names
        Models and scores whose columns are wanted.

    Raises
    ------
    BadInput
        For a table of an earlier form or of another recipe, and for one that was cut off or changed by hand.
    """
    path, mend = work.predictions, "run precontrast-train train-risk again"
    reader = csv.DictReader(io.StringIO(read_text(path), newline=""))
    missing = [name for name in ("case", "split", "outcome", *names) if name not in (reader.fieldnames or ())]
    if missing:
        raise BadInput(f"{path} has no column {', '.join(missing)}; {mend}")
    rows = []
    for row in reader:
        if None in row or None in row.values():
            raise BadInput(f"{path}, line {reader.line_num} is cut off; {mend}")
        for name in names:
            if row[name] and not _is_number(row[name]):
                raise BadInput(f"{path}, line {reader.line_num}: {row[name]!r} is not a number; {mend}")
        rows.append(row)
    return rows


def _is_number(cell: str) -> bool:
    try:
        return math.isfinite(float(cell))
    except ValueError:
        return False


def read_scores(work: Workspace, score: str) -> dict[str, float]:
    """A score by case, out of fold for training cases; NaN where there is none."""
    return {row["case"]: float(row[score] or math.nan) for row in read_rows(work, (score,))}


def _cell(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.9g}"
