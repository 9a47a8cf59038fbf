"""``predictions.csv``: what each model gave each case, out of fold where the case was trained on."""

from __future__ import annotations

import csv
import io
import math

from inference.reading import read_text
from training.workspace import Workspace


def read_rows(work: Workspace) -> list[dict[str, str]]:
    """Rows of ``predictions.csv``."""
    return list(csv.DictReader(io.StringIO(read_text(work.predictions), newline="")))


def read_signatures(work: Workspace) -> dict[str, float]:
    """Signature by case, out of fold for training cases; NaN where there is none."""
    return {row["case"]: float(row["signature"] or math.nan) for row in read_rows(work)}
