"""A procedural thoracic inlet: a body of tubes, ellipsoids and profiles, drawn from no scan.

Coordinates of the description are millimetres from the top of the manubrium: x to the patient's left, y to the back,
z to the head. The numbers are ordinary adult anatomy, rounded; they make a picture that the vessel network can read
and a person recognises, and claim nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from inference.phantom import tissues as t
from inference.phantom.tubes import Tube, inside_tube, tube
from inference.triples import Triple, shape_of
from inference.volume import Grid

Points = Sequence[Triple]

LOWEST_Z, HIGHEST_Z = -80.0, 110.0
HALF_WIDTH, FRONT_Y, BACK_Y = 215.0, -75.0, 165.0

VESSELS: dict[str, tuple[Points, float, float]] = {
    # name: (points x y z from the junction outwards, radius, flattening)
    "trunk": ([(7, 10, -36), (-3, 13, -17), (-12, 16, 0)], 6.2, 1.0),
    "CCA-R": ([(-12, 16, 0), (-20, 18, 22), (-26, 22, 55), (-29, 25, 85), (-31, 26, 112)], 3.6, 1.0),
    "SCA-R": (
        [(-12, 16, 0), (-25, 25, 13), (-44, 34, 22), (-66, 36, 19), (-86, 37, 9), (-106, 40, 0), (-132, 46, -10)],
        4.2,
        1.05,
    ),
    "IJV-R": ([(-26, 8, 4), (-31, 8, 24), (-36, 12, 52), (-38, 18, 84), (-41, 22, 112)], 6.4, 1.3),
    "SCV-R": ([(-26, 8, 4), (-44, 12, 8), (-65, 19, 5), (-86, 26, -2), (-108, 33, -9), (-132, 40, -18)], 4.6, 1.7),
    "BCV-R": ([(-21, 11, -42), (-22, 8, -20), (-26, 8, 4)], 6.6, 1.1),
    "CCA-L": ([(13, 19, -38), (18, 20, 0), (23, 20, 38), (28, 24, 80), (31, 26, 112)], 3.5, 1.0),
    "SCA-L": (
        [(18, 32, -40), (26, 34, 0), (45, 37, 22), (67, 37, 18), (86, 38, 8), (106, 41, 0), (132, 47, -10)],
        4.2,
        1.05,
    ),
    "IJV-L": ([(27, 8, 4), (32, 9, 26), (36, 13, 54), (39, 19, 84), (41, 22, 112)], 5.2, 1.3),
    "SCV-L": ([(27, 8, 4), (45, 12, 8), (66, 19, 5), (87, 26, -2), (109, 33, -9), (132, 40, -18)], 4.4, 1.7),
    "BCV-L": ([(-21, 11, -42), (-6, 4, -26), (12, 4, -8), (27, 8, 4)], 6.4, 1.3),
}
RIB_BORDER_X = 88.0
"""The outer border of the first rib: subclavian vessels end here and axillary ones begin."""

GREAT = {
    115: (
        [(-20, 18, -95), (-14, 8, -62), (-4, 10, -46), (10, 22, -42), (18, 40, -48), (24, 60, -66), (25, 66, -95)],
        12.5,
    ),
    117: ([(-21, 11, -42), (-24, 16, -66), (-26, 20, -95)], 9.0),
}
BONES_AND_MUSCLES = (
    # (label right, label left, tissue, points on the right, radius, flattening)
    (26, 27, t.CORTICAL, [(-13, 0, -3), (-45, -3, 9), (-80, 6, 16), (-112, 24, 22), (-142, 38, 24)], 6.2, 1.3),
    (
        31,
        37,
        t.CORTICAL,
        [(-16, 66, 30), (-50, 64, 24), (-76, 48, 6), (-75, 24, -12), (-52, 7, -18), (-30, -4, -17)],
        4.6,
        2.0,
    ),
    (62, 61, t.MUSCLE, [(-14, -6, 4), (-24, -4, 30), (-38, 4, 62), (-54, 22, 100)], 7.5, 2.0),
    (141, 142, t.MUSCLE, [(-70, 26, 4), (-52, 28, 26), (-34, 34, 56), (-26, 38, 80)], 4.6, 1.3),
    (143, 144, t.MUSCLE, [(-74, 46, 12), (-56, 46, 36), (-36, 48, 66), (-28, 50, 92)], 5.6, 1.3),
    (149, 150, t.MUSCLE, [(-30, 4, -7), (-60, 4, 6), (-92, 16, 14)], 4.0, 1.4),
    (145, 146, t.MUSCLE, [(-60, -4, -62), (-84, 14, -20), (-104, 30, 12)], 6.5, 2.6),
    (147, 148, t.MUSCLE, [(-24, -12, -50), (-74, -6, -38), (-118, 14, -20), (-150, 34, -10)], 15.0, 2.6),
    (57, 58, t.MUSCLE, [(-84, 78, 26), (-56, 66, 52), (-34, 58, 88)], 6.0, 1.4),
    (164, 165, t.CORTICAL, [(-80, 96, -70), (-100, 86, -20), (-128, 74, 18), (-146, 60, 28)], 8.0, 3.2),
    (153, 154, t.CORTICAL, [(-158, 46, 14), (-172, 50, -10), (-182, 54, -80)], 17.0, 1.0),
)


@dataclass(frozen=True, slots=True)
class Body:
    """A drawn body.

    Attributes
    ----------
    label, tissue
        uint8 [k, j, i], labels as in the training atlases, tissues of :mod:`inference.phantom.tissues`.
    tubes
        Vessels in voxel coordinates of the grid.
    """

    label: np.ndarray
    tissue: np.ndarray
    grid: Grid
    tubes: dict[str, Tube]


def make_body(step_mm: float = 1.0, vessels: bool = True) -> Body:
    """Draw the body.

    Parameters
    ----------
    step_mm
        Voxel edge.
    vessels
        Whether the vessels named in ``VESSELS`` are painted in; they are given as tubes either way.
    """
    extent = (HIGHEST_Z - LOWEST_Z, BACK_Y - FRONT_Y, 2 * HALF_WIDTH)
    shape = shape_of(int(round(length / step_mm)) + 1 for length in extent)
    grid = Grid((-HALF_WIDTH, FRONT_Y, LOWEST_Z), (step_mm, step_mm, step_mm), shape)
    label, tissue = np.zeros(shape, np.uint8), np.zeros(shape, np.uint8)
    canvas = _Drawing(label, tissue, grid)
    _soft_body(canvas)
    _lungs(canvas)
    _spine(canvas)
    _airway_and_gullet(canvas)
    for right, left, kind, points, radius, flattening in BONES_AND_MUSCLES:
        for value, mirrored in ((right, False), (left, True)):
            canvas.tube(value, kind, _mirror(points) if mirrored else points, radius, flattening)
    _ribs(canvas)
    canvas.tube(28, t.CORTICAL, [(0, -2, -2), (0, -8, -40), (0, -10, -95)], 15.0, 2.4)
    _thyroid(canvas)
    for value, (points, radius) in GREAT.items():
        canvas.tube(value, t.BLOOD, points, radius)
    _marrow(canvas)
    tubes = {name: canvas.voxels(points, radius, flattening) for name, (points, radius, flattening) in VESSELS.items()}
    body = Body(label, tissue, grid, tubes)
    if vessels:
        _paint_vessels(body)
    return body


def _mirror(points: Points) -> list[Triple]:
    return [(-x, y, z) for x, y, z in points]


@dataclass(frozen=True, slots=True)
class _Drawing:
    label: np.ndarray
    tissue: np.ndarray
    grid: Grid

    def axes(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Patient z, y, x of the voxels, ready to broadcast."""
        z, y, x = (self.grid.places_mm(axis) for axis in range(3))
        return z[:, None, None], y[None, :, None], x[None, None, :]

    def put(self, mask: np.ndarray, value: int, kind: int) -> None:
        self.label[mask], self.tissue[mask] = value, kind

    def voxels(self, points: Points, radius: float, flattening: float = 1.0) -> Tube:
        step = self.grid.spacing_mm[0]
        return tube(self.grid.to_index(np.array(points, float)), radius / step, flattening, (0.35, 1.0, 0.15))

    def tube(self, value: int, kind: int, points: Points, radius: float, flattening: float = 1.0) -> None:
        box, mask = inside_tube(self.label.shape, self.voxels(points, radius, flattening))
        mask &= ~np.isin(self.tissue[box], (t.AIR, t.SKIN))
        self.label[box][mask], self.tissue[box][mask] = value, kind

    def ellipsoid(self, value: int, kind: int, centre: Triple, radii: Triple, only: tuple[int, ...] = ()) -> None:
        z, y, x = self.axes()
        inside = ((x - centre[0]) / radii[0]) ** 2 + ((y - centre[1]) / radii[1]) ** 2 + (
            (z - centre[2]) / radii[2]
        ) ** 2 < 1
        if only:
            inside &= np.isin(self.tissue, only)
        self.put(inside, value, kind)


def _profile(z: np.ndarray, knots: list[tuple[float, float]]) -> np.ndarray:
    places, values = zip(*knots)
    return np.interp(z, places, values)


def _soft_body(canvas: _Drawing) -> None:
    """Skin, fat under it, muscle inside, by a half-width and a depth at each height."""
    z, y, x = canvas.axes()
    width = _profile(
        z, [(-80, 196), (-30, 200), (10, 197), (26, 182), (38, 150), (50, 104), (64, 74), (80, 66), (110, 66)]
    )
    front = _profile(z, [(-80, -34), (-40, -26), (-5, -17), (20, -14), (50, -16), (75, -22), (110, -30)])
    back = _profile(z, [(-80, 132), (-20, 128), (20, 118), (45, 108), (75, 98), (110, 96)])
    middle, half = (front + back) / 2, (back - front) / 2
    for shrink, value, kind in ((0, 155, t.SKIN), (2, 162, t.FAT), (11, 152, t.MUSCLE)):
        inside = np.abs(x / (width - shrink)) ** 2.6 + np.abs((y - middle) / (half - shrink)) ** 2.6 < 1
        canvas.put(inside, value, kind)
    # The middle of the neck and the mediastinum is fat with structures in it, not one muscle.
    core = _profile(z, [(-80, 42), (0, 60), (20, 62), (50, 46), (110, 44)])
    deep = (np.abs(x / core) ** 2.5 + np.abs((y - 16) / 34) ** 2.5 < 1) & (canvas.tissue == t.MUSCLE)
    canvas.put(deep, 162, t.FAT)
    armpit = ((np.abs(x) - 108) / 34) ** 2 + ((y - 40) / 24) ** 2 + ((z + 8) / 34) ** 2 < 1
    canvas.put(armpit & (canvas.tissue == t.MUSCLE), 162, t.FAT)


def _lungs(canvas: _Drawing) -> None:
    """Lungs inside the ribs, their apices below the subclavian vessels, which cross in front of and above them."""
    for side, value in ((-1, 135), (1, 136)):
        canvas.ellipsoid(137, t.MUSCLE, (side * 55, 52, -110), (57, 70, 124))
        canvas.ellipsoid(value, t.LUNG, (side * 55, 52, -110), (50, 62, 116))
    z, y, x = canvas.axes()
    mediastinum = (np.abs(x) < _profile(z, [(-80, 34), (-30, 26), (10, 20), (30, 18)])) & (y < 70)
    canvas.put(mediastinum & np.isin(canvas.tissue, (t.LUNG,)), 162, t.FAT)


def _spine(canvas: _Drawing) -> None:
    labels = (24, 23, 22, 21, 17, 16, 15, 14, 13)
    for n, z in enumerate(np.arange(-66.0, 110.0, 20.5)):
        y = float(_profile(np.array(z), [(-80, 78), (0, 66), (40, 56), (110, 46)]))
        value = labels[min(n, len(labels) - 1)]
        canvas.tube(value, t.CORTICAL, [(0, y, z - 8), (0, y, z + 8)], 14.5, 1.15)
        canvas.tube(131, t.DISC, [(0, y, z + 8.5), (0, y, z + 12)], 13.5, 1.15)
        for side in (-1, 1):
            canvas.tube(value, t.CORTICAL, [(0, y + 24, z), (side * 14, y + 14, z), (side * 30, y + 10, z + 2)], 4.2)
        canvas.tube(value, t.CORTICAL, [(0, y + 24, z), (0, y + 44, z - 8)], 3.6)
    spine = [(0.0, float(y), float(z)) for z, y in ((-80, 98), (0, 86), (40, 75), (110, 65))]
    canvas.tube(130, t.CANAL, spine, 8.0)


def _airway_and_gullet(canvas: _Drawing) -> None:
    canvas.tube(134, t.WALL, [(6, 46, -85), (5, 40, -30), (4, 36, 20), (2, 32, 60), (0, 30, 110)], 6.5, 1.6)
    trachea: Points = [(2, 34, -70), (1, 28, -20), (0, 20, 30), (0, 12, 62), (0, 8, 110)]
    canvas.tube(133, t.WALL, trachea, 11.0)
    canvas.tube(132, t.GAS, trachea, 8.8)
    for side, value in ((-1, 175), (1, 175)):
        canvas.tube(value, t.GAS, [(2, 34, -68), (side * 22, 42, -86)], 6.0)
    canvas.tube(119, t.CARTILAGE, [(-14, 4, 84), (0, -6, 82), (14, 4, 84)], 4.5, 2.0)


def _ribs(canvas: _Drawing) -> None:
    """Ribs two to five: rings around the lungs, lower in front than behind."""
    for n, (right, left) in enumerate(((32, 38), (33, 39), (34, 40), (35, 41))):
        high = 6.0 - 21 * n
        for side, value in ((-1, right), (1, left)):
            angles = np.linspace(1.05 * np.pi / 2, -0.55 * np.pi, 9)
            spread = 66 + 5 * n
            points = [
                (side * (52 + (spread - 22) * np.cos(a)), 48 + (66 + 4 * n) * np.sin(a), high - 24 * (1 - np.sin(a)))
                for a in angles
            ]
            canvas.tube(value, t.CORTICAL, points, 4.4, 1.6)


def _thyroid(canvas: _Drawing) -> None:
    for side in (-1, 1):
        canvas.ellipsoid(118, t.THYROID, (side * 15, 12, 42), (7.5, 9, 22), (t.FAT, t.MUSCLE, t.WALL))
    canvas.ellipsoid(118, t.THYROID, (0, 3, 36), (14, 4, 8), (t.FAT, t.MUSCLE))


def _marrow(canvas: _Drawing) -> None:
    """Bone is dense outside and spongy inside: what is not within two voxels of an edge is spongy."""
    bone = canvas.tissue == t.CORTICAL
    inner = bone.copy()
    for _ in range(max(1, round(2 / canvas.grid.spacing_mm[0]))):
        smaller = inner.copy()
        for axis in range(3):
            for shift in (1, -1):
                smaller &= np.roll(inner, shift, axis)
        inner = smaller
    canvas.tissue[inner] = t.TRABECULAR


VESSEL_LABELS = {
    "trunk": (116, 116),
    "CCA-R": (101, 101),
    "CCA-L": (102, 102),
    "SCA-R": (103, 158),
    "SCA-L": (104, 159),
    "IJV-R": (109, 109),
    "IJV-L": (110, 110),
    "SCV-R": (113, 160),
    "SCV-L": (114, 161),
    "BCV-R": (156, 156),
    "BCV-L": (157, 157),
}
"""Atlas labels of each vessel: inside the first rib, and beyond it."""


def _paint_vessels(body: Body) -> None:
    columns = body.grid.places_mm(2)
    beyond = np.abs(columns) > RIB_BORDER_X
    order = sorted(VESSELS, key=lambda name: name[:3] in ("CCA", "SCA", "tru"))
    for name in order:
        artery = name[:3] in ("CCA", "SCA", "tru")
        box, mask = inside_tube(body.label.shape, body.tubes[name])
        mask &= ~np.isin(body.tissue[box], (t.AIR, t.CORTICAL, t.TRABECULAR, t.GAS, t.SKIN))
        near, far = VESSEL_LABELS[name]
        values = np.where(beyond[box[2]], far, near).astype(np.uint8)
        body.label[box][mask] = np.broadcast_to(values[None, None, :], mask.shape)[mask]
        body.tissue[box][mask] = t.ARTERY if artery else t.VEIN
