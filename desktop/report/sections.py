"""Kinds of sections of a report.

A kind is one class here, one line where :mod:`desktop.report.build` or an explanation makes it, and one line in
:data:`desktop.report.pages.DRAWN`; where it can be folded in the window, one in :data:`ui.panels.sections.SHOWN`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from desktop.report.content import Content, Page, RiskPart, Section

if TYPE_CHECKING:
    from inference.results import Picture, Risk
    from inference.risk.explanation import Additive


@dataclass(frozen=True, slots=True)
class Bar:
    """One predictor in the bar chart; ``size`` is its length in the scale of the chart, ``factor`` the same in words.

    Attributes
    ----------
    spread
        Standard deviation of the size; 0 where it has none.
    """

    label: str
    answer: str
    factor: str
    size: float
    spread: float
    modifiable: bool
    unknown: bool
    strength: str
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class Factors(RiskPart):
    """What makes a risk, as bars about an average.

    Attributes
    ----------
    scale
        Of the bars: a name in :data:`desktop.report.wording.SCALES`.
    key
        What the marks in the window's chart mean; empty where it has none.
    notes
        Under the bars.
    modifiable
        That an answer can be changed, and until when.
    """

    title: str
    bars: tuple[Bar, ...]
    scale: str = "log-odds"
    key: str = ""
    notes: tuple[str, ...] = ()
    modifiable: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A what-if: an answer that staff can change, what comes out, and why it may not."""

    label: str
    before: str
    after: str
    figure: str
    lowers: bool
    caution: str = ""


@dataclass(frozen=True, slots=True)
class Changes(RiskPart):
    """What-ifs of one risk.

    Attributes
    ----------
    rows
        One for each of the explanation, in its order.
    risk, explanation
        Tell what several do together: their effects add up.
    """

    rows: tuple[Change, ...]
    risk: Risk
    explanation: Additive


@dataclass(frozen=True, slots=True)
class NomogramContent(Section):
    """The nomogram with its words: per predictor the marks and points, and where this patient stands."""

    page: ClassVar[Page] = "back"

    rows: tuple[tuple[str, tuple[str, ...], tuple[float, ...], float | None], ...]
    most_points: float
    total_marks: tuple[tuple[float, str], ...]
    total: float | None


@dataclass(frozen=True, slots=True)
class Line:
    """A finding as printed: severity, sentence, and the id of the structure it is about; empty where it is of none.

    Attributes
    ----------
    has_contour
        Whether there is a contour of the structure, which can be looked at.
    """

    severity: str
    text: str
    structure: str = ""
    has_contour: bool = False


@dataclass(frozen=True, slots=True)
class Edited(Section):
    """Which outlines were drawn by a hand and not by the model."""

    text: str


@dataclass(frozen=True, slots=True)
class Warnings(Section):
    """What stops the answer or needs a look, the gravest first."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Results(Section):
    """Figures and classes of packs that compute something else than a risk: title, value, colour."""

    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Fallback(Section):
    """The estimate from the answers alone, beside a refusal.

    Attributes
    ----------
    title, note
        What it is, and what it is not.
    basis
        In one line what it rests on.
    reasons
        Why it gives no risk either; empty where it does.
    """

    title: str
    note: str
    content: Content
    basis: str
    reasons: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice(RiskPart):
    """Checks that the answers have tripped: sentence, and the colour of its rule."""

    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Checklist(RiskPart):
    """What is to be done.

    Attributes
    ----------
    ticks
        Items that were done, by their place in the list: initials and time.
    """

    title: str
    items: tuple[str, ...]
    ticks: Mapping[int, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Answers(Section):
    """What was entered: label, answer, and where it comes from.

    Attributes
    ----------
    printed
        Whether it stands on paper; where bars show the answers, it does not.
    """

    rows: tuple[tuple[str, str, str], ...]
    printed: bool


@dataclass(frozen=True, slots=True)
class Signatures(Section):
    """For each role its title, and name and time where it has signed."""

    lines: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Pictures(Section):
    """Key slices, and by structure the colours of their outlines and the names beside them."""

    page: ClassVar[Page] = "back"
    pictures: tuple[Picture, ...]
    colours: Mapping[str, str]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One structure of the measures table; empty cells where nothing was measured.

    Attributes
    ----------
    structure, short
        Its id, and its name where there is little room.
    """

    title: str
    colour: str
    cells: tuple[str, ...]
    structure: str
    short: str


@dataclass(frozen=True, slots=True)
class Measures(Section):
    """What was measured, a row a structure.

    Attributes
    ----------
    structure
        What one of them is called.
    note
        How the figures are read.
    edited
        Which outlines were changed by hand; empty where none was.
    """

    page: ClassVar[Page] = "back"
    title: str
    structure: str
    rows: tuple[MeasureRow, ...]
    note: str
    edited: str = ""


@dataclass(frozen=True, slots=True)
class SignRow:
    """One sign of a structure; a word is empty where that did not look.

    Attributes
    ----------
    rule, network
        What each of them says, in a word.
    differ
        That they do not say the same; empty where they do.
    rests_on
        The figures behind it, or why it cannot be told.
    source
        Of the rule.
    slice_number, place_mm
        Where it is seen, or comes closest.
    colour
        Of the mark before it.
    """

    title: str
    rule: str
    network: str
    differ: str
    rests_on: str
    source: str
    slice_number: int | None
    place_mm: tuple[float, float, float] | None
    colour: str


@dataclass(frozen=True, slots=True)
class Signs(Section):
    """Signs that structures show or do not show, and how that is read."""

    page: ClassVar[Page] = "back"
    title: str
    rows: tuple[SignRow, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Gates(Section):
    """Everything that was looked for, also what passed, the gravest first."""

    page: ClassVar[Page] = "back"
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Provenance(Section):
    """What the result rests on, how well the pack was found to do, and the small print.

    Attributes
    ----------
    rows, figures
        Label and value.
    """

    page: ClassVar[Page] = "back"
    rows: tuple[tuple[str, str], ...]
    figures: tuple[tuple[str, str], ...]
    limits: tuple[str, ...]
    sources: tuple[str, ...]
    licence: str
