"""What is remembered of how fast each engine runs a pack's models on this computer."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.jobs.messages import Timing

if TYPE_CHECKING:
    from inference.packs.store import Pack

MODEL_SUFFIX = ".onnx"


def models_of(pack: Pack) -> list[str]:
    """Names of the pack's models."""
    return sorted(name for name in pack.files if name.endswith(MODEL_SUFFIX))


def remembered_times(pack: Pack, memory: Path) -> list[Timing]:
    """The newest measurements of the pack's models; a file that cannot be read remembers nothing."""
    from inference.engines.provider import Measurements
    from inference.errors import InputError
    from inference.reading import read_json, read_typed

    try:
        known = read_typed(Measurements, read_json(memory), str(memory))
    except InputError:
        return []
    found = []
    for name in models_of(pack):
        digest = hashlib.sha256(pack.files[name]).hexdigest()
        newest = [seconds for key, seconds in known.items() if key.startswith(digest)][-1:]
        found += [Timing(name, engine, value) for seconds in newest for engine, value in seconds.items()]
    return found


def fastest(times: list[Timing]) -> set[Timing]:
    """The best engine of each model."""
    best: dict[str, Timing] = {}
    for timing in times:
        if timing.model not in best or timing.seconds < best[timing.model].seconds:
            best[timing.model] = timing
    return set(best.values())
