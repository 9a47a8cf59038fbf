"""Three numbers and boxes, of arrays and other things that do not say in their type how many they hold."""

from __future__ import annotations

from collections.abc import Iterable

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
    """
    first, second, third = values
    return float(first), float(second), float(third)


def shape_of(counts: Iterable[int]) -> Shape:
    """Numbers of voxels along k, j, i.

    Raises
    ------
    ValueError
        If they are not three.
    """
    k, j, i = counts
    return int(k), int(j), int(i)


def box_of(slices: Iterable[slice]) -> Box:
    """A box of its slices along k, j, i.

    Raises
    ------
    ValueError
        If they are not three.
    """
    k, j, i = slices
    return k, j, i
