"""What ``evaluate`` reads: the predictions, and which cases they are of."""

from __future__ import annotations

import csv
import hashlib
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from inference.reading import read_text
from training.cohort.table import SPLITS, Case, Cohort
from training.errors import BadInput
from training.risk.predictions import columns


@dataclass(frozen=True, slots=True)
class Sample:
    """Cases of one sample and what each model said of them; arrays of shape (n,) that nobody can write into.

    Attributes
    ----------
    outcome
        Booleans.
    scores
        Probability at the training prevalence by model; NaN where a model gave none.
    linear
        Scores of the images by id; NaN where there is none.
    """

    id: str
    cases: tuple[Case, ...]
    outcome: np.ndarray
    scores: dict[str, np.ndarray]
    linear: dict[str, np.ndarray]

    def __post_init__(self) -> None:
        # Many readers share a sample: one that wrote into it would change what the others see.
        for values in (self.outcome, *self.linear.values(), *self.scores.values()):
            values.flags.writeable = False

    @property
    def patients(self) -> np.ndarray:
        """Whose case it is."""
        return np.array([case.patient for case in self.cases])

    def part(self, rows: np.ndarray) -> Sample:
        """The cases of these rows (booleans)."""
        cases = tuple(case for case, taken in zip(self.cases, rows) if taken)
        scores = {model: values[rows] for model, values in self.scores.items()}
        linear = {name: values[rows] for name, values in self.linear.items()}
        return Sample(self.id, cases, self.outcome[rows], scores, linear)

    def known(self, *models: str) -> Sample:
        """The cases of which all these models said something."""
        return self.part(np.all([np.isfinite(self.scores[model]) for model in models], axis=0))


def joined(name: str, samples: list[Sample]) -> Sample:
    """Several samples as one."""
    return Sample(
        name,
        tuple(case for sample in samples for case in sample.cases),
        np.concatenate([sample.outcome for sample in samples]),
        {model: np.concatenate([sample.scores[model] for sample in samples]) for model in samples[0].scores},
        {name: np.concatenate([sample.linear[name] for sample in samples]) for name in samples[0].linear},
    )


def read_predictions(path: Path, cohort: Cohort) -> dict[str, Sample]:
    """Samples by id: the three splits that have cases, and ``apparent``.

    Raises
    ------
    InputError
        When the file is damaged or is not of this cohort.
    """
    models, linear = cohort.recipe.names, cohort.recipe.score_ids
    rows = _rows(path, columns(cohort.recipe))
    cases = {case.id: case for case in cohort.cases}
    mend = "run precontrast-train train-risk again"
    for line, row in rows:
        case = cases.get(row["case"])
        if case is None:
            raise BadInput(f"{path}, line {line}: case {row['case']} is not in the cohort; {mend}")
        if row["split"] not in SPLITS or row["outcome"] not in ("0", "1"):
            raise BadInput(f"{path}, line {line}: the split or the outcome is none; {mend}")
        if case.outcome != int(row["outcome"]):
            raise BadInput(f"{path}, line {line}: the outcome of {case.id} has changed in the cohort since; {mend}")
    samples = {}
    for split in SPLITS:
        own = [(line, row) for line, row in rows if row["split"] == split]
        if own:
            samples[split] = _sample(split, own, cases, {name: name for name in models}, linear, path)
    if "train" in samples:
        own = [(line, row) for line, row in rows if row["split"] == "train"]
        samples["apparent"] = _sample(
            "apparent", own, cases, {name: f"{name}_apparent" for name in models}, linear, path
        )
    return samples


def _rows(path: Path, columns: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    reader = csv.DictReader(io.StringIO(read_text(path), newline=""))
    missing = [column for column in columns if column not in (reader.fieldnames or ())]
    if missing:
        raise BadInput(f"{path} has no column {', '.join(missing)}; run precontrast-train train-risk again")
    rows = [(reader.line_num, row) for row in reader]
    for line, row in rows:
        if None in row or None in row.values():
            raise BadInput(f"{path}, line {line} is cut off; run precontrast-train train-risk again")
    if not rows:
        raise BadInput(f"{path} holds no predictions; run precontrast-train train-risk again")
    return rows


def _sample(
    name: str,
    rows: list[tuple[int, dict[str, str]]],
    cases: dict[str, Case],
    column: Mapping[str, str],
    linear: Sequence[str],
    path: Path,
) -> Sample:
    """One sample; ``column`` says where each model's predictions stand, ``linear`` those of the scores."""
    scores = {model: np.array([_number(row[own], path, line) for line, row in rows]) for model, own in column.items()}
    for model, values in scores.items():
        wrong = np.flatnonzero((values < 0) | (values > 1))
        if len(wrong):
            raise BadInput(f"{path}, line {rows[wrong[0]][0]}: {column[model]} is no probability")
    return Sample(
        name,
        tuple(cases[row["case"]] for _, row in rows),
        np.array([row["outcome"] == "1" for _, row in rows]),
        scores,
        {score: np.array([_number(row[score], path, line) for line, row in rows]) for score in linear},
    )


def _number(cell: str, path: Path, line: int) -> float:
    if not cell.strip():
        return math.nan
    try:
        value = float(cell)
    except ValueError:
        value = math.inf
    if not math.isfinite(value):
        raise BadInput(f"{path}, line {line}: {cell!r} is not a number")
    return value


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
