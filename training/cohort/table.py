"""``cohort.csv`` and ``cohort.toml`` read into typed cases; everything wrong about their form is said at once."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from inference.expressions import evaluate, names_in
from inference.predictors import Predictor
from inference.reading import MAX_TEXT_BYTES, read_bytes
from training.cohort.cells import (
    CellError,
    read_answer,
    read_case_id,
    read_outcome,
    read_path,
    read_reading,
    read_split_name,
)
from training.cohort.encoding import decode_table
from training.cohort.faults import CohortFaults, Fault
from training.cohort.header import read_header
from training.cohort.settings import SETTINGS_FILE, CohortSettings, read_settings
from training.cohort.splits import SPLITS
from training.errors import BadInput
from training.recipes import Recipe
from training.wording import worded

__all__ = ["SPLITS", "Case", "Cohort", "CohortSettings", "Parsed", "parse_cohort", "read_cohort"]

ONLY_READER = "1"
"""Name of the reader where the table names none."""


@dataclass(frozen=True, slots=True)
class Case:
    """One examination.

    Attributes
    ----------
    study
        The cohort's own folder where the recipe needs no images.
    masks
        Mask files by reader, in the order of the table; may be empty.
    outcome
        1 where the event happened, 0 where not, None where it is not known: usable for vessels only.
    split
        As the table says; None where it leaves it to the ``split`` command.
    answers
        Value by predictor id; None is unknown, and is never filled in.
    row
        Line of the table, the header being line 1.
    readings
        By column of a reader whom the recipe's tables name: the reading; None where there is none.
    """

    id: str
    patient: str
    study: Path
    masks: Mapping[str, Path]
    outcome: int | None
    split: str | None
    centre: str
    answers: Mapping[str, float | str | None]
    row: int = 0
    readings: Mapping[str, int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cohort:
    """All cases and what they are of."""

    folder: Path
    settings: CohortSettings
    cases: tuple[Case, ...]

    @property
    def recipe(self) -> Recipe:
        """What the cohort is for."""
        return self.settings.recipe

    def case(self, case_id: str) -> Case:
        """The case of that id."""
        return {case.id: case for case in self.cases}[case_id]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A cohort with those rows that could be read, and what is wrong with the others.

    Attributes
    ----------
    encoding
        In which the table was written.
    """

    cohort: Cohort
    faults: tuple[Fault, ...]
    encoding: str = "UTF-8"


def read_cohort(path: Path, recipe: str | None = None) -> Cohort:
    """Read a cohort whose form is right; whether its files agree with each other is the business of ``check``.

    Parameters
    ----------
    path
        ``cohort.csv``; ``cohort.toml`` lies beside it.
    recipe
        Id or file of the recipe, in place of the one that ``cohort.toml`` names.

    Raises
    ------
    InputError
        Says everything that is wrong about the form.
    """
    parsed = parse_cohort(path, recipe)
    if parsed.faults:
        raise CohortFaults(str(path), parsed.faults)
    return parsed.cohort


def parse_cohort(path: Path, recipe: str | None = None) -> Parsed:
    """Read a cohort as far as it can be read; see :func:`read_cohort`.

    Raises
    ------
    InputError
        When the settings, the header or the file as a whole cannot be used.
    """
    text, encoding = decode_table(read_bytes(path, MAX_TEXT_BYTES), str(path))
    settings = read_settings(path.parent / SETTINGS_FILE, recipe)
    return replace(parse_table(text, settings, path), encoding=encoding)


def parse_table(text: str, settings: CohortSettings, path: Path) -> Parsed:
    """Read the text of ``cohort.csv``.

    Raises
    ------
    BadInput
        When it has no header or no rows, or is no CSV.
    """
    lines = _lines(text, path)
    columns = read_header(lines[0][1], settings, path)
    reader = _Reader(path.parent, settings)
    for row, cells in lines[1:]:
        reader.read(row, columns, cells)
    return Parsed(Cohort(path.parent, settings, tuple(reader.cases.values())), tuple(reader.faults))


def _lines(text: str, path: Path) -> list[tuple[int, list[str]]]:
    """Line number and cells of the header and of each row that is not blank."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        lines = [(rows.line_num, [cell.strip() for cell in cells]) for cells in rows]
    except csv.Error as error:
        raise BadInput(worded("factory.table.no-csv", path=str(path), line=rows.line_num, error=str(error))) from error
    lines = [(row, cells) for row, cells in lines if any(cells)]
    if len(lines) < 2:
        raise BadInput(worded("factory.table.no-rows", path=str(path)))
    # Spreadsheets write empty columns to the right of the table.
    width = max(n for n, cell in enumerate(lines[0][1], 1) if cell)
    return [(row, cells if any(cells[width:]) else cells[:width]) for row, cells in lines]


class _Reader:
    """Reads rows into cases and gathers what is wrong with them."""

    def __init__(self, folder: Path, settings: CohortSettings) -> None:
        self.folder, self.settings = folder, settings
        self.cases: dict[str, Case] = {}
        self.faults: list[Fault] = []
        self._seen: dict[str, str] = {}

    def read(self, row: int, columns: Sequence[str], cells: Sequence[str]) -> None:
        """Read one row."""
        if len(cells) != len(columns):
            problem = worded("factory.table.cells", count=len(cells), wanted=len(columns))
            self.faults.append(Fault(row, cells[0], "", problem, worded("factory.table.commas")))
            return
        named = dict(zip(columns, cells))
        before = len(self.faults)
        case = self._case(row, named)
        if len(self.faults) > before:
            return
        reader = unicodedata.normalize("NFC", named.get("reader", "")) or ONLY_READER
        mask = self._cell(row, named, "mask", read_path)
        masks = {} if mask is None else {reader: self.folder / mask}
        self._add(replace(case, masks=masks), named, reader)

    def _case(self, row: int, named: Mapping[str, str]) -> Case:
        case_id = self._cell(row, named, "case", read_case_id) or ""
        study = self._cell(row, named, "study", read_path)
        if study is None and not named.get("study") and self.settings.recipe.images:
            self._fault(
                row, named, "study", CellError(*map(worded, ("factory.cell.empty", "factory.table.give-study")))
            )
        answers = {p.id: self._cell(row, named, p.id, read_answer, p) for p in self.settings.asked}
        readers = [reader for reader in self.settings.recipe.evaluation.readers if reader.column in named]
        return Case(
            id=case_id,
            patient=unicodedata.normalize("NFC", named.get("patient", "")) or case_id,
            study=self.folder / (study or ""),
            masks={},
            outcome=self._cell(row, named, "outcome", read_outcome),
            split=self._cell(row, named, "split", read_split_name),
            centre=unicodedata.normalize("NFC", named.get("centre", "")),
            answers=_derived(self.settings.asked, answers),
            row=row,
            readings={one.column: self._cell(row, named, one.column, read_reading, one.scale) for one in readers},
        )

    def _cell(self, row: int, named: Mapping[str, str], column: str, read, *arguments):
        try:
            return read(named.get(column, ""), *arguments)
        except CellError as error:
            self._fault(row, named, column, error)
            return None

    def _fault(self, row: int, named: Mapping[str, str], column: str, error: CellError) -> None:
        self.faults.append(Fault(row, named["case"], column, error.problem, error.mend))

    def _add(self, case: Case, named: Mapping[str, str], reader: str) -> None:
        """Take a case in, or another reader's mask of one that is there."""
        same = self._seen.setdefault(case.id.casefold(), case.id)
        if same != case.id:
            error = CellError(worded("factory.table.capitals", name=same), worded("factory.table.other-name"))
            self._fault(case.row, named, "case", error)
        elif case.id not in self.cases:
            self.cases[case.id] = case
        else:
            self._add_reader(case, named, reader)

    def _add_reader(self, case: Case, named: Mapping[str, str], reader: str) -> None:
        first = self.cases[case.id]
        if not case.masks or reader in first.masks:
            mend = worded("factory.table.once")
            self._fault(case.row, named, "case", CellError(worded("factory.table.stands", row=first.row), mend))
            return
        for column in ("patient", "study", "outcome", "split", "centre"):
            if named.get(column) and getattr(case, column) != getattr(first, column):
                error = CellError(worded("factory.table.differs", row=first.row), worded("factory.table.mask-only"))
                self._fault(case.row, named, column, error)
        said = {**first.answers, **first.readings}
        for name, answer in {**case.answers, **case.readings}.items():
            if answer is not None and answer != said[name]:
                error = CellError(worded("factory.table.differs", row=first.row), worded("factory.table.mask-only"))
                self._fault(case.row, named, name, error)
        self.cases[case.id] = replace(first, masks={**first.masks, **case.masks})


def _derived(
    predictors: Sequence[Predictor], answers: Mapping[str, float | str | None]
) -> dict[str, float | str | None]:
    """Answers that follow from others, where they were not given themselves."""
    answers = dict(answers)
    for predictor in predictors:
        rule = predictor.derive
        if rule is None or answers[predictor.id] is not None:
            continue
        needed = {name: answers.get(name) for name in names_in(rule.formula)}
        if all(isinstance(value, float) for value in needed.values()):
            try:
                value = evaluate(rule.formula, needed)
            except ValueError:
                continue
            answers[predictor.id] = rule.classify(value) if rule.cuts else value
    return answers
