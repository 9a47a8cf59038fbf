"""The event that a pack predicts, as its manifest states it: its name, and what is recorded when it happens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from inference.own_words import check_written
from inference.vocabulary import STRICT, Text


@dataclass(frozen=True, slots=True)
class EventVolume:
    """How much went astray, mL.

    Attributes
    ----------
    label
        On the form, with the unit.
    name
        In a list of what was recorded.
    most_ml
        More than this is a slip of the keys, or another unit.
    """

    __pydantic_config__ = STRICT
    label: Text
    name: Text
    most_ml: Annotated[float, Field(gt=0)]

    def __post_init__(self) -> None:
        check_written(self)


@dataclass(frozen=True, slots=True)
class EventSite:
    """Where it happened; usual places are offered, any other can be typed."""

    __pydantic_config__ = STRICT
    label: Text
    name: Text
    choices: tuple[Text, ...] = ()

    def __post_init__(self) -> None:
        check_written(self)


@dataclass(frozen=True, slots=True)
class PredictedEvent:
    """What may happen, and what is asked about it afterwards.

    Attributes
    ----------
    name
        What it is called.
    question
        Beside yes, no and not known.
    title
        Heading of what is asked.
    counted
        What the site counts, of which some have the event: examinations, for instance.
    advice
        What is to be done now that it has happened, with its source.
    volume, site
        None: not asked.
    severity, agent
        Whether a severity is asked, and what was given.
    """

    __pydantic_config__ = STRICT
    name: Text
    question: Text
    title: Text
    counted: Text
    advice: Text | None = None
    volume: EventVolume | None = None
    site: EventSite | None = None
    severity: bool = False
    agent: bool = False

    def __post_init__(self) -> None:
        check_written(self)
