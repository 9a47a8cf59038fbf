"""Regions of the body that a pack needs in view, as its manifest states them: names, words, and how much of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from inference.own_words import check_placeholders, check_written, given_words
from inference.patterns import Slug, Word
from inference.reading import Fault
from inference.vocabulary import STRICT, Text, repeated

ANY = "any"
"""An image role of this region asks nothing of what is in view."""
Millimetres = Annotated[float, Field(ge=0, le=1000)]


@dataclass(frozen=True, slots=True)
class BodyPart:
    """A part of the body under which a system is listed; systems of one id stand together.

    Attributes
    ----------
    title
        What it is called: in the middle of a sentence.
    """

    __pydantic_config__ = STRICT
    id: Slug
    title: Text


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """Words by which the header of a series names a region, in both languages; any of them."""

    __pydantic_config__ = STRICT
    en: tuple[Word, ...] = ()
    zh: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Extent:
    """From a landmark, so far along the patient: down to the feet and up to the head, mm."""

    __pydantic_config__ = STRICT
    below: Millimetres
    above: Millimetres


@dataclass(frozen=True, slots=True)
class Needed:
    """So much of one class of the network must be seen around the landmark, or something hides the region.

    Attributes
    ----------
    of
        Name of the class among those of the segmentation step.
    """

    __pydantic_config__ = STRICT
    of: Slug
    least_ml: Annotated[float, Field(gt=0)]

    @property
    def figure(self) -> str:
        """Name of the volume that was seen, among the figures behind the finding."""
        return f"{self.of}_ml"


@dataclass(frozen=True, slots=True)
class RegionWords:
    """Findings on a region in the pack's own words; None: as the program says it of any region.

    Attributes
    ----------
    covered
        All of it is in view: ``{above_mm}``, ``{below_mm}``.
    short
        Less than is wanted above the landmark: ``{above_mm}``, ``{below_mm}``.
    not_covered
        Less than is needed: also ``{need_above_mm}``, ``{need_below_mm}``.
    hidden
        Less than is needed of a class: ``{needed_ml}`` and its own, such as ``{lung_ml}``.
    not_in_view
        ``{certainty}``, ``{needed}``.
    not_recognised
        ``{found_ml}``, ``{needed_ml}``.
    """

    __pydantic_config__ = STRICT
    covered: Text | None = None
    short: Text | None = None
    not_covered: Text | None = None
    hidden: Text | None = None
    not_in_view: Text | None = None
    not_recognised: Text | None = None

    def __post_init__(self) -> None:
        check_written(self)


FIGURES: dict[str, frozenset[str]] = {
    "covered": frozenset({"above_mm", "below_mm"}),
    "short": frozenset({"above_mm", "below_mm"}),
    "not_covered": frozenset({"above_mm", "below_mm", "need_above_mm", "need_below_mm"}),
    "hidden": frozenset({"needed_ml"}),
    "not_in_view": frozenset({"certainty", "needed"}),
    "not_recognised": frozenset({"found_ml", "needed_ml"}),
}
"""Placeholders of the words of a region."""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the body that must be in view.

    Attributes
    ----------
    title, landmark
        What it is called, and from what its extent is measured: in the middle of a sentence.
    header
        Words by which a header names it: series that carry one are preferred.
    plane
        In which its series must be taken; empty: in any.
    needed
        Less of the scan than this stops the answer.
    wanted_above
        Less than this above the landmark is worth a note, mm.
    whole
        Missing slices and motion matter within it.
    content
        What has to be seen in the block around the landmark.
    seen_by
        What tells that it is in view: the network of the step that locates it, or, for the head in CT, the skull; the
        landmark is then its widest part.
    sides
        Whether left and right of the images are compared with the anatomy of the chest.
    words
        Findings on it in the pack's own words.
    """

    __pydantic_config__ = STRICT
    id: Slug
    title: Text
    landmark: Text
    needed: Extent
    whole: Extent
    header: HeaderWords = field(default_factory=HeaderWords)
    plane: Literal["axial", "coronal", "sagittal", ""] = "axial"
    wanted_above: Millimetres = 0.0
    content: tuple[Needed, ...] = ()
    seen_by: Literal["network", "skull"] = "network"
    sides: bool = True
    words: RegionWords = field(default_factory=RegionWords)

    def __post_init__(self) -> None:
        if self.id == ANY:
            raise ValueError(f"no region may be called {ANY}")
        twice = repeated(needed.of for needed in self.content)
        if twice is not None:
            raise Fault("named-twice", ".content", name=twice)
        check_written(self)
        for name, text in given_words(self.words).items():
            own = {needed.figure for needed in self.content} if name == "hidden" else set()
            check_placeholders(f"words.{name}", text, FIGURES[name] | own)
