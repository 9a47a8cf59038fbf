"""A procedural head: scalp, skull with diploe, base, sinuses, orbits, and the holder that it lies in.

Numbers are ordinary adult anatomy, rounded, in mm from the middle of the third ventricle; they make a picture that a
person recognises, and claim nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.simulate.lesions.bodies import Push, Scene
from training.simulate.lesions.brain import paint_brain
from training.simulate.lesions.shapes import Frame, Grain, Point, chain, egg, share, smooth_union

AIR, FAT, SKIN, MUSCLE, TABLE, DIPLOE, PETROUS, EYE = -1000, -88, 55, 52, 1350, 620, 1500, 14
SEAM_MM, SEEN_MM = 10.0, 24.0
"""Rounding where parts of the cavity meet, and how far outside of them the distance still matters."""
SIDES = (-1, 1)


@dataclass(frozen=True, slots=True)
class Head:
    """One person's head.

    Attributes
    ----------
    turn, middle
        See :class:`~training.simulate.lesions.shapes.Frame`: size, tilt and where it lies.
    skull_mm, scalp_mm
        Thickness at the vault.
    atrophy
        0, a full brain, to 1, wide ventricles and sulci.
    pneumatisation
        How large the sinuses and mastoid cells are, about 1.
    """

    turn: np.ndarray
    middle: Point
    skull_mm: float
    scalp_mm: float
    atrophy: float
    pneumatisation: float

    def paint(self, frame: Frame, push: Push | None, rng: np.random.Generator) -> Scene:
        """Draw it."""
        places = frame.places()
        cavity = _cavity(places, frame)
        skull = self._thickness(places)
        canvas = Canvas(np.full(frame.shape, AIR, np.float32), places, frame, cavity)
        _soft_tissue(canvas, cavity - skull - self.scalp_mm, skull, rng)
        _vault(canvas, skull, rng)
        self._face(canvas, rng)
        room, where, spaces = paint_brain(canvas.hu, places, cavity, frame, self.atrophy, push, rng)
        self._base(canvas, rng)
        # What bone has taken up is no room for a lesion.
        found = canvas.hu.reshape(-1)[room]
        soft = (found > -20) & (found < 90)
        spaces = {name: space if name == "fluid" else space & soft for name, space in spaces.items()}
        _holder(canvas, frame, self.turn)
        depth = -cavity.reshape(-1)[room]
        z, y, x = where
        bar = np.exp(-(((y - 16) / 10) ** 2) - ((z + 34) / 10) ** 2) * (np.abs(x) < 42)
        # A bright rim under the bone, and the dark bar between the petrous bones.
        shading = rng.uniform(2, 6) * np.exp(-depth / 5) - rng.uniform(3, 10) * bar
        return Scene(canvas.hu, room, where, spaces, shading.astype(np.float32))

    def _thickness(self, places: tuple[np.ndarray, ...]) -> np.ndarray:
        z, y, x = places
        thin = np.exp(-(((z + 8) / 24) ** 2)) * (x / 66) ** 2
        thick = self.skull_mm * (1 + 0.35 * (y / 84) ** 2 - 0.5 * thin)
        return np.where((z < -10) & (y < 10), 0.55 * thick, thick).astype(np.float32)

    def _face(self, canvas: Canvas, rng: np.random.Generator) -> None:
        """What lies in front of and below the cavity."""
        large = self.pneumatisation
        canvas.blob((-40, -44, 0), (24, 30, 16), 420, outside=True)
        canvas.blob((-8, -80, 0), (18, 7, 24), 1000, outside=True)
        for side in SIDES:
            canvas.blob((-8, -80.5, 9 * side), (11 * large, 3.6, 7 * large), AIR, outside=True)
            canvas.blob((-38, -58, 32 * side), (19, 25, 20), 900, outside=True)
            canvas.blob((-38, -62, 32 * side), (16.5, 25, 17.5), FAT, outside=True)
            canvas.blob((-38, -74, 32 * side), (12, 12, 12), EYE)
            canvas.blob((-38, -82.5, 32 * side), (4.5, 2, 4.5), 85)
            canvas.tube([(-38, -62, 31 * side, 2.2), (-36, -32, 15 * side, 2.0)], 34, outside=True)
            for off in (-10, 10):
                canvas.tube([(-37, -70, 32 * side + off, 2.0), (-36, -36, 17 * side, 1.5)], 50, outside=True)
            canvas.blob((-68, -52, 30 * side), (19, 19, 18), 800, outside=True)
            canvas.blob((-68, -52, 30 * side), (17.5, 17, 16), AIR)
            canvas.tube([(-52, -70, 50 * side, 5), (-54, -20, 66 * side, 3.5)], 900, outside=True)
            canvas.blob((-28, 10, 80 * side), (26, 13, 4), 20, outside=True)
        cells = Grain(5.0, 40, rng)
        canvas.blob((-38, -52, 0), (15 * large, 26, 11 * large), AIR, outside=True, walls=cells)
        canvas.blob((-66, -60, 0), (20, 26, 11), AIR, outside=True, walls=cells)

    def _base(self, canvas: Canvas, rng: np.random.Generator) -> None:
        """Bone that stands into the cavity: sella, clivus, petrous pyramids."""
        cells = Grain(4.0, 30, rng)
        canvas.blob((-38, -14, 0), (12, 15, 15), 700)
        canvas.tube([(-30, -8, 0, 6), (-62, 12, 0, 6)], 800)
        canvas.blob((-24, 0, 0), (4, 2.5, 9), 900)
        large = self.pneumatisation
        canvas.blob((-38, -19, 0), (8.5 * large, 11 * large, 11 * large), AIR)
        for side in SIDES:
            canvas.tube([(-38, 2, 14 * side, 5), (-37, 17, 38 * side, 8), (-38, 27, 60 * side, 11)], PETROUS)
            canvas.blob((-44, 30, 62 * side), (16 * large, 11 * large, 8 * large), -750, walls=cells)
            canvas.tube([(-40, 11, 42 * side, 2.5), (-41, 7, 80 * side, 3.0)], AIR)
            canvas.tube([(-24, -27, 10 * side, 1.8), (-24, -37, 34 * side, 2.0), (-20, -42, 52 * side, 2.5)], 900)


@dataclass(frozen=True, slots=True)
class Canvas:
    """A picture that shapes are blended into."""

    hu: np.ndarray
    places: tuple[np.ndarray, ...]
    frame: Frame
    cavity: np.ndarray

    def blob(
        self, centre: Point, radii: Point, value: float, outside: bool = False, walls: Grain | None = None
    ) -> None:
        """An ellipsoid; only outside the cavity, and divided into cells by thin walls, where asked."""
        box = self.frame.around(centre, max(radii) + 2)
        places = tuple(place[box] for place in self.places)
        self._blend(box, share(egg(places, centre, radii), self.frame.edge_mm), value, outside, walls, places)

    def tube(self, points: list[tuple[float, float, float, float]], value: float, outside: bool = False) -> None:
        """A tube along points of z, y, x, radius."""
        ends = np.array(points)
        middle = (ends[:, :3].min(axis=0) + ends[:, :3].max(axis=0)) / 2
        reach = np.linalg.norm(ends[:, :3] - middle, axis=1).max() + ends[:, 3].max() + 2
        box = self.frame.around(middle, float(reach))
        places = tuple(place[box] for place in self.places)
        self._blend(box, share(chain(places, points), self.frame.edge_mm), value, outside, None, places)

    def _blend(
        self,
        box: tuple[slice, slice, slice],
        part: np.ndarray,
        value: float,
        outside: bool,
        walls: Grain | None,
        places: tuple[np.ndarray, ...],
    ) -> None:
        if outside:
            part = part * (1 - share(self.cavity[box] - 1.5, self.frame.edge_mm))
        if walls is not None and part.size:
            part = part * np.clip(np.abs(walls(places)) * 4, 0.12, 1)
        self.hu[box] += part * (value - self.hu[box])


def _cavity(places: tuple[np.ndarray, ...], frame: Frame) -> np.ndarray:
    """Signed distance to the inside of the skull."""
    inside = egg(places, (6, 2, 0), (71, 83, 66), (30, 81, 66))
    # Anterior, middle and posterior fossae, and the parietal bulge behind the middle ones.
    hollows: list[tuple[Point, Point]] = [((0, -46, 0), (22, 34, 46)), ((-22, 46, 0), (37, 35, 54))]
    for side in SIDES:
        hollows += [((-14, -20, 37 * side), (29, 33, 24)), ((-2, 16, 38 * side), (28, 30, 25))]
    for centre, radii in hollows:
        box = frame.around(centre, max(radii) + SEEN_MM)
        inside[box] = smooth_union(inside[box], egg([place[box] for place in places], centre, radii), SEAM_MM)
    box = frame.around((-62, 24, 0), 34 + SEEN_MM)
    canal = chain([place[box] for place in places], [(-36, 16, 0, 14), (-90, 34, 0, 12)])
    inside[box] = smooth_union(inside[box], canal, 4.0)
    return inside


def _soft_tissue(canvas: Canvas, scalp: np.ndarray, skull: np.ndarray, rng: np.random.Generator) -> None:
    places = canvas.places
    head, box = scalp.copy(), canvas.frame.around((-70, 0, 0), 120)
    low = [place[box] for place in places]
    neck = chain(low, [(-40, 40, 0, 58), (-110, 46, 0, 55)])
    face = smooth_union(egg(low, (-52, -38, 0), (50, 58, 66)), neck, 25)
    nose = chain(low, [(-42, -92, 0, 6), (-62, -100, 0, 11)])
    head[box] = smooth_union(scalp[box], np.minimum(face, nose), 12)
    soft = np.flatnonzero((head < 1) & (canvas.cavity > -2))
    z, y, x = where = tuple(place.reshape(-1)[soft] for place in places)
    depth = -head.reshape(-1)[soft]
    beyond = canvas.cavity.reshape(-1)[soft] - skull.reshape(-1)[soft]
    temporal = (np.abs(x) > 52) & (z > -45) & (z < 26 - 0.3 * np.abs(y + 20)) & (y > -52) & (y < 12)
    deep = ((z < -16) | temporal) & (depth > 4.5) & (beyond > -1)
    streaks = Grain(7.0, 110, rng)(where)
    value = np.where(deep & (streaks > -0.55), MUSCLE, FAT) + 6 * streaks
    value = np.where(depth < 2.4, SKIN - 25 * np.clip(depth - 1.2, 0, 1), value)
    part = share(-depth, canvas.frame.edge_mm)
    canvas.hu.reshape(-1)[soft] = AIR + part * (value - AIR)


def _vault(canvas: Canvas, skull: np.ndarray, rng: np.random.Generator) -> None:
    """Bone around the cavity: two tables, and the diploe between them where it is thick enough."""
    flat, edge = canvas.cavity.reshape(-1), canvas.frame.edge_mm
    bone = np.flatnonzero((flat > -edge) & (flat < skull.reshape(-1) + edge))
    where = tuple(place.reshape(-1)[bone] for place in canvas.places)
    beyond, thick = flat[bone], skull.reshape(-1)[bone]
    to_table = np.minimum(beyond, thick - beyond)
    spongy = np.clip((to_table - 1.5) / 0.9, 0, 1)
    marrow = DIPLOE + 130 * Grain(3.0, 110, rng)(where)
    value = TABLE + rng.normal(0, 70) + spongy * (marrow - TABLE)
    part = share(beyond - thick, edge) * share(-beyond, edge)
    hu = canvas.hu.reshape(-1)
    hu[bone] += part * (value - hu[bone])


def _holder(canvas: Canvas, frame: Frame, turn: np.ndarray) -> None:
    """A trough of two thin shells with foam between, which does not tilt with the head."""
    _, j, i = frame.axes()
    back = float(np.abs(j[-1]))
    off = np.hypot(j[:, None] - (back - 112), i[None, :])
    behind = (j[:, None] > back - 78) & (off > 100)
    plane = np.where((off > 108) & behind, -940.0, AIR)
    for radius in (101.5, 109.0):
        plane = np.where((np.abs(off - radius) < 0.9) & behind, -120.0, plane)
    empty = canvas.hu < -990
    canvas.hu[:] = np.where(empty & (plane > AIR)[None], plane[None].astype(np.float32), canvas.hu)


def draw_head(age: float, female: bool, rng: np.random.Generator) -> Head:
    """A person's head, tilted and shifted as heads lie."""
    size = rng.normal(1, 0.025, 3) * (0.965 if female else 1.0) + rng.normal(0, 0.02)
    pitch, roll, yaw = np.radians([rng.normal(0, 6), rng.normal(0, 2.5), rng.normal(0, 3.5)])
    about_x = np.array([[np.cos(pitch), -np.sin(pitch), 0], [np.sin(pitch), np.cos(pitch), 0], [0, 0, 1]])
    about_y = np.array([[np.cos(roll), 0, -np.sin(roll)], [0, 1, 0], [np.sin(roll), 0, np.cos(roll)]])
    about_z = np.array([[1, 0, 0], [0, np.cos(yaw), -np.sin(yaw)], [0, np.sin(yaw), np.cos(yaw)]])
    turn = (about_x @ about_y @ about_z) / np.clip(size, 0.9, 1.1)[:, None]
    return Head(
        turn=turn,
        middle=tuple(np.array([9.0, 0.0, 0.0]) + rng.normal(0, (3, 2, 2))),
        skull_mm=float(np.clip(rng.normal(6.8, 1.0), 4.5, 10)),
        scalp_mm=float(np.clip(rng.normal(5.2, 1.2), 3, 9)),
        atrophy=float(np.clip((age - 35) / 60 + rng.normal(0, 0.15), 0, 1)),
        pneumatisation=float(np.clip(rng.normal(0.95, 0.12), 0.6, 1.2)),
    )
