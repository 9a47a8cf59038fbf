"""What a report says, in words and numbers of one language, before anything is drawn.

A report is the frame of its pages and a list of sections, whose kinds stand in :mod:`desktop.report.sections`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeVar

from desktop.language import Language

Page = Literal["front", "back"]


class Section:
    """A part of a report that stands by itself.

    Attributes
    ----------
    page
        Where it is printed: in front for whoever acts on it, at the back for who checks and signs.
    """

    __slots__ = ()
    page: ClassVar[Page] = "front"


class RiskPart(Section):
    """What makes up a risk, and what follows from it.

    Beside a refusal those of the fallback stand in its frame, and the refused outcome's own are not shown.
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Frequency:
    """A risk as so many of a thousand, beside the average.

    Attributes
    ----------
    titles, shares
        Of the two arrays of icons: this patient, the average; shares from 0 to 1.
    """

    text: str
    titles: tuple[str, str]
    shares: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Banner(Section):
    """The first thing that is read: a word, a shape, a colour, and one or two figures.

    Attributes
    ----------
    when
        By when the event is predicted, for where the figure stands without its title.
    lines
        Under the word: how sure it is.
    notes
        Under the figures: what the tier means and whose the average is.
    figure_title
        Of what the first figure is the risk.
    """

    word: str
    shape: str
    colour: str
    figure: str = ""
    figure_title: str = ""
    figure_note: str = ""
    ratio_title: str = ""
    ratio: str = ""
    ratio_note: str = ""
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    frequency: Frequency | None = None
    when: str = ""


Kind = TypeVar("Kind", bound=Section)


@dataclass(frozen=True, slots=True)
class Content:
    """A whole report in one language: what every page says, and the sections in their order.

    Attributes
    ----------
    status_note
        What must be said beside the status; empty where that says it all.
    footer
        Pack, program, time and version.
    signed
        Whether someone has signed the pack.
    patient
        Who it is about: label and value.
    identity
        Initials and time of who has compared the patient with wristband or order; empty where nobody has.
    """

    language: Language
    paper: str
    title: str
    status: str
    status_note: str
    research_use: str
    footer: str
    signed: bool
    patient: tuple[tuple[str, str], ...]
    identity: tuple[str, ...]
    sections: tuple[Section, ...]

    def find(self, kind: type[Kind]) -> Kind | None:
        """The section of a kind; None where the report has none."""
        return next((section for section in self.sections if isinstance(section, kind)), None)

    @property
    def banner(self) -> Banner:
        """The section that every report begins with."""
        return next(section for section in self.sections if isinstance(section, Banner))

    @property
    def risk_parts(self) -> tuple[RiskPart, ...]:
        """What makes up the risk, and what follows from it."""
        return tuple(section for section in self.sections if isinstance(section, RiskPart))
