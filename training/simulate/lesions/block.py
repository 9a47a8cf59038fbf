"""A block of brain without a head around it: for lesions by the hundred whose surroundings do not matter."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from training.simulate.lesions.bodies import Body, Place, Push, Scene
from training.simulate.lesions.brain import GREY, WHITE
from training.simulate.lesions.catalogue import HEAD
from training.simulate.lesions.shapes import Frame, Grain, Point

REACH_MM = 110.0
"""Of a block to either side: beyond it the grain repeats itself."""


@dataclass(frozen=True, slots=True)
class BlockOfBrain:
    """White matter with grey in it, the same everywhere."""

    turn: np.ndarray = field(default_factory=lambda: np.eye(3))
    middle: Point = (0.0, 0.0, 0.0)

    def paint(self, frame: Frame, push: Push | None, rng: np.random.Generator) -> Scene:
        """See :class:`~training.simulate.lesions.bodies.Individual`; nothing is there to be pushed aside."""
        places = frame.places()
        grey = np.clip(0.3 + 0.4 * Grain(5.0, REACH_MM, rng)(places), 0, 1)
        hu = (WHITE + (GREY - WHITE) * grey).astype(np.float32)
        where = (places[0].reshape(-1), places[1].reshape(-1), places[2].reshape(-1))
        room = np.arange(hu.size)
        spaces = {"brain": np.ones(hu.size, bool), "fluid": np.zeros(hu.size, bool)}
        return Scene(hu, room, where, spaces, np.zeros(hu.size, np.float32))


def _draw(age: float, female: bool, rng: np.random.Generator) -> BlockOfBrain:
    return BlockOfBrain()


BLOCK = Body(
    id="block",
    region=HEAD.region,
    part=HEAD.part,
    structure=HEAD.structure,
    places={
        name: Place(place.share, "brain", (0, 0, 0), (1, 1, 1), place.radii, place.most_ml)
        for name, place in HEAD.places.items()
    },
    draw=_draw,
    extent_mm=(110.0, 120.0, 120.0),
    tissue_hu=HEAD.tissue_hu,
)
"""People's lesions as in the head, each in the middle of a block."""
