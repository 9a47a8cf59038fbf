"""Lengths, angles and regions measured in a picture; each belongs to one slice of one plane."""

from __future__ import annotations

from dataclasses import dataclass
from math import acos, degrees, hypot, pi
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np

    from ui.viewer.planes import Point

Kind = Literal["length", "angle", "ellipse"]
POINTS: dict[Kind, int] = {"length": 2, "angle": 3, "ellipse": 2}
"""Ends of a line; ends and middle of an angle; opposite corners of the box around an ellipse."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """Something measured by hand.

    Attributes
    ----------
    plane, number
        Name of the plane, and its slice.
    points
        In mm of the picture; as many as ``POINTS`` says when it is finished.
    """

    kind: Kind
    plane: str
    number: int
    points: tuple[Point, ...]

    @property
    def finished(self) -> bool:
        """Whether all points are set."""
        return len(self.points) == POINTS[self.kind]


class Measured:
    """What is measured on a scan, and what was before: a list that can be taken back and given again."""

    def __init__(self) -> None:
        self.now: list[Measurement] = []
        self._past: list[tuple[Measurement, ...]] = []
        self._future: list[tuple[Measurement, ...]] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether a change was taken back last."""
        return bool(self._future)

    def step(self) -> None:
        """What comes now is one change."""
        self._past.append(tuple(self.now))
        self._future.clear()

    def undo(self) -> None:
        """Take the last change back."""
        self._future.append(tuple(self.now))
        self.now = list(self._past.pop())

    def redo(self) -> None:
        """Do it again."""
        self._past.append(tuple(self.now))
        self.now = list(self._future.pop())


@dataclass(frozen=True, slots=True)
class Values:
    """Voxels inside a region: area of the ellipse in mm2, and the values whose centres lie in it (population SD)."""

    area_mm2: float
    mean: float
    sd: float
    low: float
    high: float
    count: int


def length_mm(points: tuple[Point, ...]) -> float:
    """Distance between the first two points."""
    (x0, y0), (x1, y1) = points[:2]
    return hypot(x1 - x0, y1 - y0)


def angle_deg(points: tuple[Point, ...]) -> float:
    """Angle at the second of three points; 0 where a side has no length."""
    (x0, y0), (x, y), (x1, y1) = points
    a, b = (x0 - x, y0 - y), (x1 - x, y1 - y)
    size = hypot(*a) * hypot(*b)
    if size == 0:
        return 0.0
    return degrees(acos(min(1.0, max(-1.0, (a[0] * b[0] + a[1] * b[1]) / size))))


def ellipse_values(picture: np.ndarray, pixel_mm: Point, points: tuple[Point, ...]) -> Values | None:
    """Values of a picture inside an ellipse; None where it holds the centre of no pixel."""
    import numpy as np

    (x0, y0), (x1, y1) = points
    centre, half = ((x0 + x1) / 2, (y0 + y1) / 2), (abs(x1 - x0) / 2, abs(y1 - y0) / 2)
    if min(half) == 0:
        return None
    parts, squares = [], []
    for middle, reach, step, count in zip(centre, half, pixel_mm, picture.shape[::-1]):
        low = max(0, int((middle - reach) // step))
        high = min(count, int((middle + reach) // step) + 1)
        parts.append(slice(low, max(low, high)))
        squares.append((((np.arange(low, max(low, high)) + 0.5) * step - middle) / reach) ** 2)
    inside = squares[1][:, None] + squares[0][None, :] <= 1
    values = picture[parts[1], parts[0]][inside].astype(np.float64)
    if not values.size:
        return None
    area = pi * half[0] * half[1]
    return Values(area, values.mean(), values.std(), values.min(), values.max(), values.size)


def distance_mm(one: Measurement, point: Point) -> float:
    """How far a point lies from what is drawn, for picking it."""
    if one.kind == "ellipse":
        (x0, y0), (x1, y1) = one.points
        half = (abs(x1 - x0) / 2 or 1e-6, abs(y1 - y0) / 2 or 1e-6)
        off = (point[0] - (x0 + x1) / 2, point[1] - (y0 + y1) / 2)
        level = hypot(off[0] / half[0], off[1] / half[1])
        # Along the ray from the middle: exact on the axes, near enough between them.
        return abs(level - 1) * (hypot(*off) / level if level else min(half))
    return min(_to_segment(point, a, b) for a, b in zip(one.points, one.points[1:]))


def _to_segment(point: Point, start: Point, end: Point) -> float:
    along = (end[0] - start[0], end[1] - start[1])
    off = (point[0] - start[0], point[1] - start[1])
    square = along[0] ** 2 + along[1] ** 2
    part = 0.0 if square == 0 else min(1.0, max(0.0, (off[0] * along[0] + off[1] * along[1]) / square))
    return hypot(off[0] - part * along[0], off[1] - part * along[1])
