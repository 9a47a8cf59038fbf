"""Masks as they lie in the store: labels whole, certainty to half a percent."""

from __future__ import annotations

import json
import math
import struct
import zlib
from dataclasses import asdict
from typing import TYPE_CHECKING

from inference.errors import InputError
from inference.triples import shape_of, triple

if TYPE_CHECKING:
    import numpy as np

    from inference.segmentation import Segmentation

MOST_VOXELS = 2**30
LENGTHS = struct.Struct("<QQ")
FIGURES = ("context_ml", "expected_ml", "agreement")
"""Numbers by name that a mask carries; masks of before lack the last two."""
QUICK = 1
"""Of zlib's levels: labels are nearly all alike, and a stroke of the brush must not wait."""


def packed(segmentation: Segmentation) -> bytes:
    """A segmentation as one piece: description (JSON), labels and certainty, the latter two compressed."""
    import numpy as np

    grid = segmentation.grid
    description = {
        "image": segmentation.image,
        "structures": segmentation.structures,
        # Plain numbers: those of numpy have no form in JSON.
        "grid": {
            "origin_mm": [float(value) for value in grid.origin_mm],
            "spacing_mm": [float(value) for value in grid.spacing_mm],
            "shape": [int(value) for value in grid.shape],
        },
        "source": grid.source and asdict(grid.source),
        **{name: {of: float(value) for of, value in getattr(segmentation, name).items()} for name in FIGURES},
    }
    certainty = np.rint(np.clip(segmentation.certainty, 0, 1) * 255).astype(np.uint8)
    labels = segmentation.labels.astype(np.uint8)
    parts = (zlib.compress(labels.tobytes(), QUICK), zlib.compress(certainty.tobytes(), QUICK))
    return joined(json.dumps(description), *parts)


def joined(description: str, labels: bytes, certainty: bytes) -> bytes:
    """The three parts in a row, the lengths of the first two before them."""
    text = description.encode()
    return LENGTHS.pack(len(text), len(labels)) + text + labels + certainty


def unpacked(piece: bytes) -> Segmentation:
    """The segmentation again.

    Raises
    ------
    ValueError
        When the parts do not fit each other.
    """
    import numpy as np

    from inference.reading import parse_json, read_typed
    from inference.segmentation import Segmentation
    from inference.volume import Grid, SourceImages

    try:
        text, labels = LENGTHS.unpack_from(piece)
        description, rest = piece[LENGTHS.size :][:text], piece[LENGTHS.size + text :]
        data = parse_json(description.decode(), "masks")
        placed = data["grid"]
        where = triple(placed["origin_mm"]), triple(placed["spacing_mm"]), shape_of(placed["shape"])
        # Masks of before do not say where their images lie.
        source = data.get("source")
        grid = Grid(*where, None if source is None else read_typed(SourceImages, source, "masks"))
        structures = tuple(data["structures"])
        found = _array(rest[:labels], grid.shape)
        shares = _array(rest[labels:], grid.shape).astype(np.float32) / 255
        if found.max(initial=0) > len(structures):
            raise ValueError("a label without a structure")
        figures = {name: data.get(name, {}) for name in FIGURES[1:]}
        return Segmentation(data["image"], found, shares, grid, structures, data["context_ml"], **figures)
    except (InputError, KeyError, TypeError, struct.error, zlib.error) as error:
        raise ValueError(str(error)) from error


def _array(data: bytes, shape: tuple[int, ...]) -> np.ndarray:
    import numpy as np

    if len(shape) != 3 or min(shape) < 1 or math.prod(shape) > MOST_VOXELS:
        raise ValueError("no shape of an image")
    inflater = zlib.decompressobj()
    values = inflater.decompress(data, math.prod(shape) + 1)
    if len(values) != math.prod(shape) or not inflater.eof:
        raise ValueError("not as many voxels as the grid has")
    # A copy, as what is edited must be writable.
    return np.frombuffer(values, np.uint8).reshape(shape).copy()
