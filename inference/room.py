"""Room for networks beside a scan: what is done before one is read, and what is let go of it."""

from __future__ import annotations

from collections.abc import Callable

from inference.dicom import Series, load
from inference.engines import EngineProvider
from inference.errors import Cancelled
from inference.kept_results import KeptResults
from inference.memory import give_back
from inference.packs.store import Pack
from inference.triples import Box
from inference.volume import PartAtHand, Volume

LARGE_BYTES = 100 * 2**20
"""A scan from which on it is worth letting go of what lies far from the region: 200 slices of 512 x 512."""


def settle_engines(pack: Pack, engines: EngineProvider, cancelled: Callable[[], bool]) -> None:
    """Measure which engines run the networks of a pack, where that is not yet known."""
    for name, needed in (network for step in pack.manifest.steps for network in step.networks()):
        if cancelled():
            raise Cancelled
        engines.settle(pack.file(name), name, needed)


def hold_part(
    volumes: dict[str, Volume],
    series: Series | None,
    kept: KeptResults,
    cancelled: Callable[[], bool],
    image: str,
    box: Box,
) -> Volume:
    """Hold on to a part of a large scan that was read from files; what is asked for beside it is read again."""
    volume = volumes[image]
    if series is not None and volume.hu.nbytes >= LARGE_BYTES:
        kept.loaded.pop(series.key, None)
        name = series.slices[0].name
        give_back()  # of finding the place: the part and the whole are held together for a moment
        volumes[image] = PartAtHand(volume, box, lambda: load(series, cancelled=cancelled).volume, name)
    return volumes[image]
