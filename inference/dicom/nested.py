"""Sequences: their items and what these hold, walked where they lie and without building anything.

A hostile file of some megabytes can hold a million items. Nothing here grows with their number: whoever walks them
stops when there are more than there should be.

The layout that is walked: PS3.5 section 7.5.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from inference.dicom.header import (
    LITTLE,
    PIXEL_GROUP,
    UNDEFINED,
    Layout,
    TruncatedError,
    UnusualError,
    open_dataset,
    skip_item,
    skip_items,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a dataset, and how it is encoded: a dataset, an item, or the value of an element.

    Attributes
    ----------
    tag
        Of the element whose value this is; 0 for items and whole datasets.
    start, stop
        The first byte and the one behind the last; delimiters of undefined lengths lie inside.
    """

    data: bytes
    start: int
    stop: int
    explicit: bool
    layout: Layout
    tag: int = 0

    @property
    def value(self) -> bytes:
        """The bytes themselves."""
        return self.data[self.start : self.stop]


def dataset_of(head: bytes, whole: bool) -> Span:
    """The dataset of a file, inflated where the file was deflated.

    Parameters
    ----------
    head : bytes
        The beginning of the file.
    whole : bool
        Whether these are all its bytes.

    Raises
    ------
    HeaderError
        If it does not begin like DICOM.
    """
    head, start, _, explicit, layout = open_dataset(head, whole, {})
    return Span(head, start, len(head), explicit, layout)


def elements(dataset: Span, tags: Container[int]) -> Iterator[Span]:
    """Values of the elements with these tags in a dataset or an item, as far as the pixel data.

    Raises
    ------
    HeaderError
        Where the bytes end inside an element, or are none.
    """
    data, layout, pos, end = dataset.data, dataset.layout, dataset.start, dataset.stop
    while pos + 8 <= end:
        packed, length = layout.plain(data, pos)
        if layout.group(packed) >= PIXEL_GROUP:  # or the delimiter of an item
            return
        start, inner_explicit, inner_layout = pos + 8, dataset.explicit, layout
        if dataset.explicit:
            _, vr, length = layout.element(data, pos)
            if vr in layout.long:
                if pos + 12 > end:
                    raise TruncatedError("element")
                length, start = layout.number(data, pos + 8)[0], pos + 12
                if vr != layout.sq:  # items in unknown elements are implicit little endian (PS3.5 section 6.2.2)
                    inner_explicit, inner_layout = False, LITTLE
            elif vr not in layout.short:
                raise UnusualError("unknown value representation")
        pos = start + length if length != UNDEFINED else skip_items(data, start, inner_explicit, inner_layout)
        if pos > end:
            raise TruncatedError("element")
        if (tag := layout.packed(packed)) in tags:
            yield Span(data, start, pos, inner_explicit, inner_layout, tag)


def items(sequence: Span) -> Iterator[Span]:
    """Items of the value of a sequence.

    Raises
    ------
    HeaderError
        Where the bytes end inside an item, or are none.
    """
    data, layout, pos, end = sequence.data, sequence.layout, sequence.start, sequence.stop
    while pos + 8 <= end:
        packed, length = layout.plain(data, pos)
        if packed == layout.sequence_end:
            return
        if packed != layout.item:
            raise UnusualError("no item where one is due")
        start = pos + 8
        pos = start + length if length != UNDEFINED else skip_item(data, start, sequence.explicit, layout)
        if pos > end:
            raise TruncatedError("item")
        yield Span(data, start, pos, sequence.explicit, layout)
