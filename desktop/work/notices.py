"""What an open case tells whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inference.errors import PrecontrastError
    from inference.outcome import Outcome
    from inference.vocabulary import Text


@dataclass(frozen=True, slots=True)
class Changed:
    """State, error, scan, pack or outcome have changed."""


@dataclass(frozen=True, slots=True)
class Progressed:
    """How far it is has changed."""


@dataclass(frozen=True, slots=True)
class ImagesRead:
    """The series to be viewed has been read."""


@dataclass(frozen=True, slots=True)
class AnswersTurned:
    """Answers were undone or given again."""


@dataclass(frozen=True, slots=True)
class Signed:
    """The outcome was signed or ticked off; with the one before."""

    before: Outcome


@dataclass(frozen=True, slots=True)
class WentBack:
    """What is asked is again what the signed outcome answers."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something went wrong and is to be told."""

    error: PrecontrastError


@dataclass(frozen=True, slots=True)
class Unticked:
    """Items that were ticked are no longer on the checklist; with their wording."""

    items: tuple[Text, ...]


Notice = Changed | Progressed | ImagesRead | AnswersTurned | Signed | WentBack | Trouble | Unticked
