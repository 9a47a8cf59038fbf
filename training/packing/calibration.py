"""What the networks of the vessel model are given on real runs: the images that quantization is calibrated on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from inference.engines.engine import Engine
from inference.engines.interface import Arrays
from inference.volume import Volume
from training.vessels.apply import VesselModel, segment_scan


@dataclass(slots=True)
class _Recorder:
    """An engine that keeps what it is given."""

    engine: Engine
    seen: list[np.ndarray]

    def run(self, inputs: Arrays) -> dict[str, np.ndarray]:
        (image,) = inputs.values()
        self.seen.append(image.copy())
        return self.engine.run(inputs)


def images_seen(model: VesselModel, volumes: Iterable[Volume]) -> dict[str, list[np.ndarray]]:
    """Run the vessel model on scans; its networks' inputs, by ``locator`` and ``vessels``."""
    seen: dict[str, list[np.ndarray]] = {"locator": [], "vessels": []}
    watched = replace(
        model,
        locator=replace(model.locator, engine=_Recorder(model.locator.engine, seen["locator"])),
        block=replace(model.block, engine=_Recorder(model.block.engine, seen["vessels"])),
    )
    for volume in volumes:
        segment_scan(watched, volume)
    return seen
