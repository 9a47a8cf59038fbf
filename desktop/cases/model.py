"""A case, a line of the list of cases, and what happened afterwards."""

from __future__ import annotations

import math
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from inference.errors import InputError
from inference.vocabulary import Text

if TYPE_CHECKING:
    from inference.answers import AnswerSheet
    from inference.outcome import Outcome

State = Literal["open", "answered", "refused", "signed"]
STATES = ("open", "answered", "refused", "signed")
SEVERITIES = ("", "mild", "moderate", "severe")
"""Of the injury; empty: not graded."""


@dataclass(frozen=True, slots=True)
class Case:
    """One screening with all that was entered.

    Attributes
    ----------
    id
        32 hexadecimal digits.
    created, changed
        ISO 8601 with the offset from UTC.
    state
        ``open`` until there is an outcome.
    paths
        What was opened; the images themselves are not kept.
    series
        By image role: the series that the user chose instead of the rules' choice.
    edited
        Whether outlines were changed by hand.
    closed
        False while the window has it open: a program that ends so has crashed.
    revision
        Grows with every change that is stored; 0: not stored yet. A case is stored only over the revision that it was
        read as.
    """

    id: str
    created: str
    changed: str
    state: State
    paths: tuple[str, ...]
    pack: str
    sheet: AnswerSheet
    series: Mapping[str, str] = field(default_factory=dict)
    outcome: Outcome | None = None
    edited: bool = False
    closed: bool = False
    revision: int = 0


@dataclass(frozen=True, slots=True)
class CaseRow:
    """What the list of cases shows of a case.

    Attributes
    ----------
    state
        Also ``damaged``: not as it was written; then nothing else is known.
    study_date
        As in DICOM, ``YYYYMMDD``; empty without images.
    tier
        Id of the tier in the pack; None without a risk. Title, colour and shape are those that the pack gave it.
    has_event
        Whether what happened afterwards has been entered.
    signed_version
        The latest version of the report that was signed; 0: none.
    """

    id: str
    created: str
    changed: str
    state: State | Literal["damaged"]
    patient_name: str
    patient_id: str
    accession: str
    study_date: str
    pack: str
    tier: str | None
    tier_title: Text | None
    tier_colour: str
    tier_shape: str
    probability: float | None
    edited: bool
    has_event: bool
    signed_version: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """What happened afterwards.

    Attributes
    ----------
    happened
        Whether the event that was predicted happened; None: not known.
    volume_ml
        How much went astray.
    agent, site
        What was given, and where it happened.
    follow_up, note
        In the words of who recorded it; never exported.
    recorded_at
        ISO 8601; empty: when it is stored.

    Raises
    ------
    InputError
        ``event.volume`` or ``event.severity``.
    """

    happened: bool | None = None
    volume_ml: float | None = None
    agent: str = ""
    site: str = ""
    severity: Literal["", "mild", "moderate", "severe"] = ""
    follow_up: str = ""
    note: str = ""
    recorded_by: str = ""
    recorded_at: str = ""

    def __post_init__(self) -> None:
        if self.volume_ml is not None and not (math.isfinite(self.volume_ml) and self.volume_ml >= 0):
            raise InputError("event.volume", value=self.volume_ml)
        if self.severity not in SEVERITIES:
            raise InputError("event.severity", value=self.severity, known=", ".join(SEVERITIES[1:]))


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a pack had predicted for a case, beside what happened; the input of recalibration.

    Attributes
    ----------
    log_odds
        Against the site's average; None: the pack predicts by another measure.
    prevalence
        The site's event rate at the time; None: it had set none.
    """

    case: str
    pack: str
    version: str
    log_odds: float | None
    tier: str
    probability: float | None
    prevalence: float | None
    edited: bool
    event: Event | None


def new_case(pack: str, paths: tuple[str, ...] = ()) -> Case:
    """A case with nothing entered yet."""
    from inference.answers import AnswerSheet

    now = time_now()
    return Case(uuid.uuid4().hex, now, now, "open", paths, pack, AnswerSheet())


def to_the_minute(time: str) -> str:
    """Date and time of an ISO 8601 time, to the minute."""
    return time[:16].replace("T", " ")


def time_now() -> str:
    """Now, ISO 8601 with the offset from UTC."""
    return datetime.now().astimezone().isoformat(timespec="milliseconds")
