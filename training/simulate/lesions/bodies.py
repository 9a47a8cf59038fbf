"""What an organ is to the simulator: how it is drawn, where its lesions may lie, and how its scans are named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from training.simulate.lesions.shapes import Frame, Point


@dataclass(frozen=True, slots=True)
class Place:
    """Where lesions may lie.

    Attributes
    ----------
    share
        Of the patients.
    space
        Which of the scene's spaces it lies in.
    centre
        Of the lesion on the right side, z, y, x in mm of the organ.
    jitter_mm, radii
        How far the centre may be off along each axis, and the proportions of the lesion.
    most_ml
        Largest volume that fits.
    """

    share: float
    space: str
    centre: Point
    jitter_mm: Point
    radii: Point
    most_ml: float


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawn organ without noise.

    Attributes
    ----------
    hu : float32 array [k, j, i]
        Changed by what is painted into it.
    room : intp array, shape (n,)
        Flat indices of the voxels in which lesions may lie.
    where : tuple of arrays, shape (n,)
        z, y, x of these, mm of the organ.
    spaces : mapping of bool arrays, shape (n,)
        Named parts of the room: those of the places, and ``fluid``, which a lesion spares but may bleed into.
    shading_hu : float32 array, shape (n,)
        What beam hardening and scatter add in the room, HU.
    """

    hu: np.ndarray
    room: np.ndarray
    where: tuple[np.ndarray, np.ndarray, np.ndarray]
    spaces: Mapping[str, np.ndarray]
    shading_hu: np.ndarray


class Individual(Protocol):
    """One person's organ: how large, how old, how it lies in the scanner."""

    turn: np.ndarray
    middle: Point

    def paint(self, frame: Frame, push: Push | None, rng: np.random.Generator) -> Scene:
        """Draw it; ``push`` says which lesion shoves it aside."""
        ...


@dataclass(frozen=True, slots=True)
class Push:
    """A lesion that takes up room: the tissue around is pushed away, less and less with the distance.

    Attributes
    ----------
    centre
        z, y, x, mm of the organ.
    radius_mm
        Of a ball of its volume.
    part
        Of its volume that is pushed aside; the rest has replaced tissue.
    """

    centre: Point
    radius_mm: float
    part: float

    def before(self, places: Sequence[np.ndarray], freedom: np.ndarray) -> tuple[np.ndarray, ...]:
        """Where tissue at these places came from; ``freedom`` is 0 where it cannot move and 1 where it can."""
        away = [place - np.float32(c) for place, c in zip(places, self.centre)]
        distance = np.sqrt(sum(a * a for a in away)) + np.float32(1e-3)
        came = np.cbrt(np.maximum(distance**3 - self.part * self.radius_mm**3, (0.2 * distance) ** 3))
        moved = (came / distance - 1) * freedom
        return tuple(place + a * moved for place, a in zip(places, away))


@dataclass(frozen=True, slots=True)
class Body:
    """An organ that lesions are simulated in.

    Attributes
    ----------
    id
        Name of the organ, as ``--body`` takes it.
    region
        Region of the body that a pack's image role asks for.
    part
        ``BodyPartExamined`` of its scans.
    structure
        Id of what readers draw.
    places
        Where lesions may lie, by name.
    draw
        ``draw(person, rng)`` makes an :class:`Individual`.
    extent_mm
        Field of view along k, j, i.
    tissue_hu
        Usual density of the tissue around the lesion, which a mask drawn too wide takes in.
    """

    id: str
    region: str
    part: str
    structure: str
    places: Mapping[str, Place]
    draw: Any
    extent_mm: tuple[float, float, float]
    tissue_hu: float
