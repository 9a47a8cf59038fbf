"""The view in space: where the viewer stands, and a picture of points by a depth buffer in numpy; Qt-free."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, sin
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

    from ui.viewer.surface import Cloud

Vector = tuple[float, float, float]
Turn = tuple[Vector, Vector, Vector]
"""LPS directions that point right, down and away from the viewer; unit vectors at right angles."""

STANDARD: dict[str, Turn] = {
    "front": ((1, 0, 0), (0, 0, -1), (0, 1, 0)),
    "back": ((-1, 0, 0), (0, 0, -1), (0, -1, 0)),
    "right": ((0, -1, 0), (0, 0, -1), (1, 0, 0)),
    "left": ((0, 1, 0), (0, 0, -1), (-1, 0, 0)),
    "head": ((-1, 0, 0), (0, 1, 0), (0, 0, -1)),
    "feet": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}
"""Views from six sides of the patient; from the front and from the feet the patient's right is on the left."""

AMBIENT, GLOSS = 0.22, 0.18
FAR_SHADE = 0.45
"""Brightness at the far end; what is near is brighter."""
SPREAD = 1.5
"""Width of the dot that is drawn for a point, in distances of points: no gaps where they lie unevenly."""
SOFTER = 3
VEIL = 0.28
"""Part of a vessel's colour that bone in front of it takes."""


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the viewer stands.

    Attributes
    ----------
    middle_mm
        LPS position in the middle of the picture.
    scale
        Pixels of the picture a millimetre.
    reach_mm
        Depth before and behind the middle that is shaded from near to far.
    """

    turn: Turn
    middle_mm: Vector
    scale: float
    reach_mm: float


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: uint8 RGB [row, column], and the LPS position seen at each pixel (not a number where none is)."""

    rgb: np.ndarray
    place: np.ndarray


def turned(turn: Turn, about_down: float, about_right: float) -> Turn:
    """Turn what is seen: its near side goes right by the first angle and down by the second, radians."""
    right, down, away = turn
    c, s = cos(about_down), sin(about_down)
    right, away = _mix(right, c, away, -s), _mix(right, s, away, c)
    c, s = cos(about_right), sin(about_right)
    down, away = _mix(down, c, away, -s), _mix(down, s, away, c)
    return _squared(right, down)


def _mix(a: Vector, part_a: float, b: Vector, part_b: float) -> Vector:
    return tuple(x * part_a + y * part_b for x, y in zip(a, b))


def _squared(right: Vector, down: Vector) -> Turn:
    """Right angles and lengths of 1, against the rounding of many small turns."""
    size = sum(v * v for v in right) ** 0.5
    right = tuple(v / size for v in right)
    along = sum(a * b for a, b in zip(right, down))
    down = tuple(d - along * r for d, r in zip(down, right))
    size = sum(v * v for v in down) ** 0.5
    down = tuple(v / size for v in down)
    away = (
        right[1] * down[2] - right[2] * down[1],
        right[2] * down[0] - right[0] * down[2],
        right[0] * down[1] - right[1] * down[0],
    )
    return right, down, away


def on_picture(position_mm: Sequence[float], camera: Camera, size: tuple[int, int]) -> tuple[float, float]:
    """Column and row, as fractions of pixels, of a position; size is width and height."""
    off = [p - m for p, m in zip(position_mm, camera.middle_mm)]
    right, down = (sum(a * b for a, b in zip(direction, off)) for direction in camera.turn[:2])
    return size[0] / 2 + right * camera.scale, size[1] / 2 + down * camera.scale


def picture(
    vessels: Sequence[tuple[Cloud, tuple[int, int, int]]],
    bone: tuple[Cloud, tuple[int, int, int]] | None,
    camera: Camera,
    size: tuple[int, int],
    soft: bool = False,
) -> Scene:
    """Draw the vessels, with the bone as a veil before and a ground behind them.

    Parameters
    ----------
    vessels, bone
        Surfaces and their colours.
    size
        Width and height in pixels.
    soft
        Whether edges and the steps between dots are softened.
    """
    import numpy as np

    width, height = size
    rgb = np.zeros((height * width, 3), np.float32)
    place = np.full((height * width, 3), np.nan, np.float32)
    far = np.full(height * width, np.inf, np.float32)
    for cloud, colour in vessels:
        pixels, depth, shade, order = _splatted(cloud, camera, size)
        nearer = depth < far[pixels]
        pixels, order = pixels[nearer], order[nearer]
        far[pixels] = depth[nearer]
        rgb[pixels] = shade[nearer, None] * np.array(colour, np.float32)
        place[pixels] = cloud.points[order]
    if bone is not None:
        cloud, colour = bone
        pixels, depth, shade, _ = _splatted(cloud, camera, size)
        # Before a vessel it is a veil; where there is none it is the ground; behind one it is not seen.
        part = np.where(np.isinf(far[pixels]), 1.0, np.where(depth < far[pixels], VEIL, 0.0)).astype(np.float32)
        own = shade[:, None] * np.array(colour, np.float32)
        rgb[pixels] += part[:, None] * (own - rgb[pixels])
    rgb = rgb.reshape(height, width, 3)
    if soft:
        for _ in range(SOFTER):
            rgb = _softened(rgb)
    return Scene(np.minimum(rgb, 255).astype(np.uint8), place.reshape(height, width, 3))


def _softened(rgb: np.ndarray) -> np.ndarray:
    """A binomial filter of three by three pixels."""
    import numpy as np

    rgb = np.concatenate([rgb[:1], 0.5 * rgb[1:-1] + 0.25 * (rgb[:-2] + rgb[2:]), rgb[-1:]])
    return np.concatenate([rgb[:, :1], 0.5 * rgb[:, 1:-1] + 0.25 * (rgb[:, :-2] + rgb[:, 2:]), rgb[:, -1:]], axis=1)


def _splatted(cloud: Cloud, camera: Camera, size: tuple[int, int]):
    """The nearest point at every pixel that a cloud covers: flat pixel, depth, brightness, number of the point."""
    import numpy as np

    width, height = size
    turn = np.array(camera.turn, np.float32)
    off = (cloud.points - np.array(camera.middle_mm, np.float32)) @ turn.T
    spread = max(1, int(np.ceil(cloud.step_mm * camera.scale * SPREAD)))
    column = np.floor(off[:, 0] * camera.scale + (width - spread + 1) / 2).astype(np.int32)
    row = np.floor(off[:, 1] * camera.scale + (height - spread + 1) / 2).astype(np.int32)
    seen = (column >= 0) & (row >= 0) & (column <= width - spread) & (row <= height - spread)
    # Of a closed surface only what faces the viewer can be in front.
    facing = -(cloud.normals @ turn[2])
    order = np.flatnonzero(seen & (facing > -0.1))
    depth = off[order, 2]
    # Drawn from far to near: of several points on one pixel the last one stays. 16 bits are sorted by radix.
    away = np.clip((depth / camera.reach_mm + 1) * 32767, 0, 65534).astype(np.uint16)
    order = order[np.argsort(65535 - away, kind="stable")]
    first = row[order] * width + column[order]
    from_middle = np.arange(spread) - (spread - 1) / 2
    dot = np.argwhere(np.add.outer(from_middle**2, from_middle**2) <= spread**2 / 4 + 0.25)
    offsets = (dot[:, 0] * width + dot[:, 1]).astype(np.int32)
    number = np.full(width * height, -1, np.int32)
    number[(first[:, None] + offsets).ravel()] = np.repeat(np.arange(len(order), dtype=np.int32), len(offsets))
    pixels = np.flatnonzero(number >= 0)
    order = order[number[pixels]]
    depth = off[order, 2]
    near = np.clip(0.5 - depth / (2 * camera.reach_mm), 0, 1)
    lit = np.clip(facing[order], 0, 1)
    light = AMBIENT + (1 - AMBIENT) * lit + GLOSS * lit**12
    return pixels, depth, light * (FAR_SHADE + (1 - FAR_SHADE) * near), order
