"""Cells of ``cohort.csv``: text to values; an empty cell is None, and nothing is guessed."""

from __future__ import annotations

import math
import unicodedata

from inference.answers import UNKNOWN_WORDS
from inference.predictors import ChoicePredictor, NumberPredictor, Predictor
from training.cohort.splits import SPLITS
from training.wording import worded

NOT_KNOWN = UNKNOWN_WORDS | {"na", "n/a", "#n/a", "nan", "null", "none", "不详", "不明", "缺失"}
"""What tables write where nothing is known: the words of a console, of pandas, R and Excel, and of patient files."""
NOT_IN_A_FILE_NAME = frozenset('<>:"|?*\\/')
LONGEST_ID = 64


class CellError(ValueError):
    """A cell that cannot be used: what is wrong, and how to mend it."""

    def __init__(self, problem: str, mend: str) -> None:
        super().__init__(f"{problem}; {mend}")
        self.problem, self.mend = problem, mend


def read_case_id(cell: str) -> str:
    """A case id, which also names files.

    Raises
    ------
    CellError
    """
    name = unicodedata.normalize("NFC", cell)
    if not name:
        raise CellError(worded("factory.cell.empty"), worded("factory.cell.give-case"))
    if len(name) > LONGEST_ID:
        raise CellError(worded("factory.cell.long", count=LONGEST_ID), worded("factory.cell.shorter"))
    if not name.isprintable() or NOT_IN_A_FILE_NAME & set(name) or name.strip(".") != name or name.startswith("-"):
        raise CellError(worded("factory.cell.no-name"), worded("factory.cell.name-chars"))
    return name


def read_path(cell: str) -> str | None:
    """A path as it is written; a table from Windows has backslashes.

    Raises
    ------
    CellError
    """
    if not cell.isprintable():
        raise CellError(worded("factory.cell.bad-path"), worded("factory.cell.type-path"))
    return cell.replace("\\", "/") or None


def read_outcome(cell: str) -> int | None:
    """0, 1 or not known.

    Raises
    ------
    CellError
    """
    if is_not_known(cell):
        return None
    # A column of whole numbers with gaps is written with decimals by most statistics programs.
    value = {"0": 0, "1": 1, "0.0": 0, "1.0": 1}.get(cell)
    if value is None:
        raise CellError(worded("factory.cell.is", value=shown(cell)), worded("factory.cell.outcome"))
    return value


def read_reading(cell: str, scale: tuple[int, int]) -> int | None:
    """A reader's reading: a whole number of the scale, or not known.

    Raises
    ------
    CellError
    """
    if is_not_known(cell):
        return None
    low, high = scale
    try:
        value = float(cell)
    except ValueError:
        value = math.nan
    if not low <= value <= high or value != int(value):
        raise CellError(
            worded("factory.cell.is", value=shown(cell)), worded("factory.cell.reading", low=low, high=high)
        )
    return int(value)


def read_split_name(cell: str) -> str | None:
    """One of the three splits, or left to the ``split`` command.

    Raises
    ------
    CellError
    """
    if cell and cell not in SPLITS:
        raise CellError(
            worded("factory.cell.is", value=shown(cell)), worded("factory.cell.split", names=", ".join(SPLITS))
        )
    return cell or None


def read_answer(cell: str, predictor: Predictor) -> float | str | None:
    """The answer of a predictor.

    Raises
    ------
    CellError
        When it is no number, no choice, or a number that cannot be.
    """
    if isinstance(predictor, ChoicePredictor):
        return _choice(cell, predictor)
    if is_not_known(cell):
        return None
    try:
        value = float(cell)
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or "_" in cell:
        raise CellError(worded("factory.cell.not-number", value=shown(cell)), worded("factory.cell.write-number"))
    assert isinstance(predictor, NumberPredictor)  # a cohort has no texts
    if predictor.stops_out_of_range and not predictor.within(value):
        low, high = predictor.range
        unit = f" {predictor.unit}" if predictor.unit else ""
        raise CellError(
            worded("factory.cell.outside", value=value, unit=unit, low=low, high=high), worded("factory.cell.correct")
        )
    return value


def is_not_known(cell: str) -> bool:
    """Whether a cell says that nothing is known."""
    return not cell or cell.casefold() in NOT_KNOWN


def _choice(cell: str, predictor: ChoicePredictor) -> str | None:
    choice = predictor.named(cell)
    if choice is not None:
        return choice.value
    # Only now: "None" may be a choice.
    if is_not_known(cell):
        return None
    offered = ", ".join([*predictor.values, "unknown"])
    raise CellError(worded("factory.cell.is", value=shown(cell)), worded("factory.cell.choice", offered=offered))


def shown(cell: str) -> str:
    """A cell as a message quotes it: short."""
    return repr(cell if len(cell) <= 40 else cell[:37] + "...")
