"""Text from outside: what may stand in it, and how it is put into a line with other text.

Headers of images, answers, records, profiles and manifests are written by others. A character that nobody sees can
rewrite a terminal, break a line, or turn the direction of writing so that another patient's number is read. Such
characters are taken out once, where the text comes in (:func:`cleaned`). And where text of a right-to-left script
stands beside numbers, each part is isolated (:func:`isolated`), or the number 12-345-678 behind an Arabic name is
printed as 678-345-12.

The direction of writing and its isolates: Unicode Standard Annex 9, sections 2.4 and 3.3. Joiners that words need:
RFC 5892, appendix A.1 and A.2.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from annotated_types import MaxLen

LONGEST = 1_024
"""Characters of a name, a number or a description; in a header it is cut.

DICOM allows a person's name 3 x 64, and most others 64 (PS3.5 section 6.2).
"""
Words = Annotated[str, MaxLen(2 * LONGEST)]
"""The same in a record, where a name may stand in two scripts; longer ones are refused."""
ISOLATE, POP = "\u2068", "\u2069"
"""FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: what stands between them does not turn what stands around."""
REPLACEMENT = "\ufffd"
JOINERS = "\u200c\u200d"
VISIBLE_FORMAT = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Format characters that are drawn: signs around Arabic, Syriac and Kaithi numbers."""
_BREAKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_BLANK_LETTERS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\ufe00-\ufe0f\uffa0]"
    "|(?<![\u1800-\u18aa])[\u180b-\u180d\u180f]"
    "|(?<![\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af])[\U000e0100-\U000e01ef]"
)
"""Fillers that count as letters or signs and show nothing, and selectors of variants, but behind Mongolian letters and
ideographs, which have such."""
MOST_MARKS, MOST_MARKS_OF_STACKS = 4, 8
"""Marks upon one letter: no alphabet has more, but letters of Tibetan and India stand upon each other. A heap of marks
covers the lines around."""
_JOINING_SCRIPTS = (
    (0x0600, 0x08FF),  # Arabic, Syriac, Thaana, NKo, Mandaic
    (0x0900, 0x0DFF),  # scripts of India and Sri Lanka
    (0x0F00, 0x109F),  # Tibetan, Myanmar
    (0x1780, 0x18AF),  # Khmer, Mongolian
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFC),
)
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def cleaned(text: str, longest: int | None = None) -> str:
    """The text as it is kept: without what controls, hides or turns; line breaks become spaces.

    Parameters
    ----------
    longest
        What is longer is cut, and ends in an ellipsis that says so.
    """
    if not text.isprintable():
        text = "".join(_kept(text, n) for n in range(len(text)))
    if not text.isascii():
        text = _without_heaps(_BLANK_LETTERS.sub("", text))
    return text if longest is None or len(text) <= longest else text[: longest - 1] + "…"


def _without_heaps(text: str) -> str:
    """The text with no more marks upon one letter than any script has."""
    if not any(map(_is_mark, set(text))):
        return text
    kept, marks = [], 0
    for character in text:
        marks = marks + 1 if _is_mark(character) else 0
        if marks <= (MOST_MARKS_OF_STACKS if _is_of_joining_script(character) else MOST_MARKS):
            kept.append(character)
    return "".join(kept)


@functools.lru_cache(65536)
def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me")


def _is_of_joining_script(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in _JOINING_SCRIPTS)


def _kept(text: str, place: int) -> str:
    """What stays of one character."""
    character = text[place]
    if character.isprintable():
        return character
    if character in _BREAKS:
        return " "
    match unicodedata.category(character):
        case "Cs":
            return REPLACEMENT
        case "Cc" | "Cf" if character in JOINERS:
            return character if _joins(text, place) else ""
        case "Cc" | "Cf":
            return character if character in VISIBLE_FORMAT else ""
    return character  # wide and unbreakable spaces, and what a hospital or a later Unicode has assigned


def _joins(text: str, place: int) -> bool:
    """Whether both neighbours are letters or marks of a script in which joiners are part of the spelling."""
    return 0 < place < len(text) - 1 and all(_is_of_joining_script(text[near]) for near in (place - 1, place + 1))


def cleaned_data(value: Any) -> Any:
    """Plain data, as of JSON or TOML, with every text cleaned; keys are names of fields and stay."""
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, Mapping):
        return {name: cleaned_data(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(cleaned_data(part) for part in value)
    return value


def cleaned_lines(text: str) -> str:
    """A text of several lines, such as a pack's card, with each of them cleaned."""
    return "\n".join(map(cleaned, text.splitlines()))


def turns(text: str) -> bool:
    """Whether the text holds letters or numbers that are written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)


def isolated(text: str) -> str:
    """The text with a direction of its own, whatever it is put beside."""
    return f"{ISOLATE}{text}{POP}" if text else text


def shown(text: str) -> str:
    """The text as it may be put into a line: as cleaned, but isolates stay where each is closed again."""
    if text.isprintable():
        return text
    if not is_balanced(text):
        return cleaned(text)
    parts = re.split(f"([{ISOLATE}{POP}\n])", text)
    return "".join(part if n % 2 else cleaned(part) for n, part in enumerate(parts))


def joined(separator: str, parts: Iterable[str]) -> str:
    """The parts one behind the other; where one runs from right to left, each has a direction of its own."""
    parts = [*parts]
    return separator.join(map(isolated, parts) if any(map(turns, parts)) else parts)


def closed(text: str) -> str:
    """A part of a text with the isolates that were opened in it closed again."""
    depth, kept = 0, []
    for character in text:
        depth += (character == ISOLATE) - (character == POP)
        if depth < 0:
            depth = 0
        else:
            kept.append(character)
    return "".join(kept) + POP * depth


def without_isolates(text: str) -> str:
    """The text for programs and for what draws each part by itself."""
    return text.replace(ISOLATE, "").replace(POP, "")


def is_balanced(text: str) -> bool:
    """Whether each isolate of a text is closed again, and none is closed that was not opened."""
    depth = 0
    for character in text:
        depth += (character == ISOLATE) - (character == POP)
        if depth < 0:
            return False
    return depth == 0


def readable_name(name: str) -> str:
    """A DICOM person name as people read it: ideographic where there is one, family name first, no carets."""
    if "^" not in name and "=" not in name:
        return name
    groups = [" ".join(" ".join(group.split("^")).split()) for group in name.split("=")]
    alphabetic, ideographic, phonetic = (*groups, "", "")[:3]
    if ideographic:
        ideographic = name.split("=")[1].replace("^", "").strip()
    return f"{ideographic} ({alphabetic})" if ideographic and alphabetic else ideographic or alphabetic or phonetic
