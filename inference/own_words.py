"""Words in which a pack says what the program says of its result, in both languages; what it leaves out is neutral.

A text may hold placeholders, ``{above_mm}`` or with a format ``{needed_ml:g}``: those of the program's own message.
"""

from __future__ import annotations

import string
from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from inference.reading import Fault
from inference.vocabulary import STRICT, Text

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

FORMATS = ("", "g")


def check_written(words: DataclassInstance) -> None:
    """Refuse texts that say nothing in one of the languages: who reads that one would see a blank.

    Raises
    ------
    Fault
        ``empty-text`` of the field.
    """
    for name, text in given_words(words).items():
        for code, written in (("en", text.en), ("zh", text.zh)):
            if not written.strip():
                raise Fault("empty-text", f".{name}.{code}")


def check_placeholders(name: str, text: Text, known: Collection[str]) -> None:
    """Refuse a text with a placeholder that will have no value.

    Raises
    ------
    Fault
        Names the placeholder, and those that there are.
    """
    for written in (text.en, text.zh):
        try:
            found = list(string.Formatter().parse(written))
        except ValueError as error:
            raise Fault("placeholder-form", f".{name}") from error
        for _, placeholder, form, conversion in found:
            if placeholder is not None and (placeholder not in known or form not in FORMATS or conversion):
                listed = ", ".join(f"{{{one}}}" for one in sorted(known)) or "–"
                raise Fault("placeholder", f".{name}", placeholder=f"{{{placeholder}}}", known=listed)


def given_words(words: DataclassInstance) -> dict[str, Text]:
    """The texts of a dataclass of words that are given, by the name of their field."""
    named = ((field.name, getattr(words, field.name)) for field in fields(words))
    return {name: text for name, text in named if isinstance(text, Text)}


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a pack says in its own words, on paper and in the window; None: as the program says it of any pack.

    Attributes
    ----------
    structure, structures
        One of what is segmented, and several of it, in the middle of a sentence.
    measures
        Heading of the measures.
    risk
        Heading of the risk: of what it is the risk.
    checklist
        Heading of what is to be done.
    modifiable
        That an answer can be changed, and until when.
    """

    __pydantic_config__ = STRICT
    structure: Text | None = None
    structures: Text | None = None
    measures: Text | None = None
    risk: Text | None = None
    checklist: Text | None = None
    modifiable: Text | None = None

    def __post_init__(self) -> None:
        check_written(self)
        for name, text in given_words(self).items():
            check_placeholders(name, text, ())
