"""Three numbers and boxes, of arrays and other things that do not say in their type how many they hold."""

from __future__ import annotations

from collections.abc import Iterable
from operator import index

Triple = tuple[float, float, float]
Shape = tuple[int, int, int]
Box = tuple[slice, slice, slice]
"""A part of an array [k, j, i]; each slice has a start and a stop and no step."""


def triple(values: Iterable[float]) -> Triple:
    """Three numbers as plain floats.

    Raises
    ------
    ValueError
        If they are not three.
    TypeError
        If one is no number.
    """
    first, second, third = values
    # Added to, as float() would take a text for a number.
    return float(first + 0), float(second + 0), float(third + 0)


def shape_of(counts: Iterable[int]) -> Shape:
    """Numbers of voxels along k, j, i.

    Raises
    ------
    ValueError
        If they are not three.
    TypeError
        If one is no whole number.
    """
    k, j, i = counts
    return index(k), index(j), index(i)


def box_of(slices: Iterable[slice]) -> Box:
    """A box of its slices along k, j, i.

    Raises
    ------
    ValueError
        If they are not three.
    """
    k, j, i = slices
    return k, j, i
