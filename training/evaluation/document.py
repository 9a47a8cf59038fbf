"""What a report holds, before it is a page: the same blocks become HTML and PDF."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a note is set smaller."""

    text: str
    note: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words.

    Attributes
    ----------
    title
        Numbered by the report.
    note
        Below the table: methods, abbreviations, what the numbers are not.
    strong
        Rows that are set bold.
    groups
        Rows that are a heading over those that follow: only their first cell is filled.
    widths
        Share of each column; empty: by their content.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    strong: frozenset[int] = frozenset()
    groups: frozenset[int] = frozenset()
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure that has been drawn.

    Attributes
    ----------
    caption
        What it shows and how many patients are in it; stands for the figure where it cannot be seen.
    """

    svg: Path
    caption: str
    width_mm: float
    height_mm: float


Block = Paragraph | Table | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A report in one language.

    Attributes
    ----------
    language
        ``en`` or ``zh``.
    headline
        On every page: what the report must not be used for.
    facts
        Name and value pairs below the title.
    """

    language: str
    title: str
    subtitle: str
    headline: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
