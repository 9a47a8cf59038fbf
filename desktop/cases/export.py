"""What happened beside what had been predicted, as the table that ``precontrast-train recalibrate`` reads."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from desktop.cases.model import Event, Prediction
from desktop.cases.store import CaseStore
from desktop.files import write_whole
from desktop.leftovers import noted
from inference.errors import InputError

COLUMNS = (
    "case",
    "pack",
    "version",
    "outcome",
    "log_odds",
    "tier",
    "probability",
    "prevalence",
    "edited",
    "volume_ml",
    "severity",
)
"""No name, number or date of a patient, and nothing in free words: ``case`` leads back to the store."""


def versions_of(store: CaseStore, pack_id: str) -> dict[str, int]:
    """How many predictions there are of each version of a pack."""
    return dict(Counter(prediction.version for prediction in store.predictions(pack_id)))


def export_events(
    store: CaseStore,
    pack_id: str,
    path: Path,
    version: str | None = None,
    log: Callable[[int], None] = lambda count: None,
) -> int:
    """Write the table of one version of a pack: every case with a prediction, also where nothing is known yet.

    Parameters
    ----------
    version
        None: that of the newest case. Versions cannot be recalibrated together.
    log
        Logs that so many cases leave the store, before the file is written; what cannot be logged is not done.

    Returns
    -------
    int
        Number of cases in the table.

    Raises
    ------
    InputError
        ``cases.nothing-predicted`` when there is no such case, ``file.unwritable``, or as of the store or the log.
    """
    found = store.predictions(pack_id)
    wanted = version if version is not None or not found else found[-1].version
    chosen = [prediction for prediction in found if prediction.version == wanted]
    if not chosen:
        raise InputError("cases.nothing-predicted", pack=f"{pack_id} {version or ''}".strip())
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_row, chosen))
    log(len(chosen))
    # With a byte order mark, without which spreadsheets take it for another encoding.
    with noted(path.parent):
        write_whole(path, text.getvalue().encode("utf-8-sig"))
    return len(chosen)


def _row(prediction: Prediction) -> list[object]:
    event = prediction.event or Event()
    happened = "" if event.happened is None else int(event.happened)
    return [
        prediction.case,
        prediction.pack,
        prediction.version,
        happened,
        _number(prediction.log_odds),
        prediction.tier,
        _number(prediction.probability),
        _number(prediction.prevalence),
        int(prediction.edited),
        _number(event.volume_ml),
        event.severity,
    ]


def _number(value: float | None) -> str:
    return "" if value is None else repr(value)
