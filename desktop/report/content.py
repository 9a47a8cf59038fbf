"""What a report says, in words and numbers of one language, before anything is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.language import Language

if TYPE_CHECKING:
    from inference.results import Picture
    from inference.risk.explanation import Additive


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
class Banner:
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
class Factors:
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
class Changes:
    """What-ifs of one risk.

    Attributes
    ----------
    rows
        One for each of the explanation, in its order.
    explanation
        Tells what several do together: their effects add up.
    """

    rows: tuple[Change, ...]
    explanation: Additive


@dataclass(frozen=True, slots=True)
class NomogramContent:
    """The nomogram with its words: per predictor the marks and points, and where this patient stands."""

    rows: tuple[tuple[str, tuple[str, ...], tuple[float, ...], float | None], ...]
    most_points: float
    total_marks: tuple[tuple[float, str], ...]
    total: float | None


Front = Factors | Changes
"""Sections of an explanation on the first page, below the result."""
Back = NomogramContent
"""Sections on the second page, among what the radiologist checks."""


@dataclass(frozen=True, slots=True)
class Explained:
    """The sections of an explanation, in their order. Paper and window have one line for each kind of section."""

    front: tuple[Front, ...] = ()
    back: tuple[Back, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A finding as printed: severity, sentence, and the numbers behind it."""

    severity: str
    text: str


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One structure of the measures table; empty cells where nothing was measured."""

    title: str
    colour: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """A whole report in one language; the page code only arranges it.

    Attributes
    ----------
    ticks
        Items of the checklist that were done, by their place in it: initials and time.
    identity
        Initials and time of who has compared the patient with wristband or order; empty where nobody has.
    signatures
        For each role its title, and name and time where it has signed.
    edited
        Which outlines were changed by hand; empty where none was.
    words
        What the pack says in its own words; see :mod:`desktop.report.own_words`.
    """

    language: Language
    paper: str
    title: str
    status: str
    research_use: str
    patient: tuple[tuple[str, str], ...]
    banner: Banner
    status_note: str = ""
    explained: Explained = Explained()
    results: tuple[tuple[str, str, str], ...] = ()
    checklist: tuple[str, ...] = ()
    advice: tuple[tuple[str, str], ...] = ()
    warnings: tuple[Line, ...] = ()
    answers: tuple[tuple[str, str, str], ...] = ()
    pictures: tuple[Picture, ...] = ()
    structure_colours: dict[str, str] = field(default_factory=dict)
    structure_short: dict[str, str] = field(default_factory=dict)
    measures: tuple[MeasureRow, ...] = ()
    measures_note: str = ""
    gates: tuple[Line, ...] = ()
    provenance: tuple[tuple[str, str], ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    limits: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    licence: str = ""
    footer: str = ""
    signed: bool = True
    basis: str = ""
    fallback: Content | None = None
    ticks: dict[int, tuple[str, str]] = field(default_factory=dict)
    signatures: tuple[tuple[str, tuple[str, ...]], ...] = ()
    identity: tuple[str, ...] = ()
    edited: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
