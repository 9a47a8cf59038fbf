"""A clot of three tissues: its core, what is darker inside it, and its border; and the pack that tells them apart."""

from __future__ import annotations

import numpy as np

from inference.packs.store import Pack
from inference.segmentation import Segmentation
from inference.volume import Volume
from tests.helpers.drawing import CLOT, GRID, MANIFEST, ON_CLOT, RESULT, drawn, head
from tests.helpers.manifests import MEASURE
from tests.helpers.packs import make_pack, text

PARTS = ("core", "dark", "border")
COLOURS = ("#d55e00", "#56b4e9", "#f0e442")
HABITAT = {
    "kind": "habitat",
    "id": "parts",
    "segment": "lesion",
    "structure": "clot",
    "structures": list(PARTS),
    "features": ["density"],
    "reach_mm": 0,
    "centroids": [[70], [45], [55]],
    "scale": [10],
    "border": "border",
    "minimum_voxels": 4,
}
SHELL = {
    "kind": "shell",
    "id": "around",
    "segment": "lesion",
    "structure": "clot",
    "shell": "ring",
    "from_mm": 0,
    "to_mm": 4,
    "hu": [0, 100],
    "minimum_voxels": 4,
}
SUBREGIONS = [
    {**CLOT, "id": name, "title": text(f"Clot: {name}", f"血肿：{name}"), "short": name[0].upper(), "colour": colour,
     "excluded": [], "scattered": True, "volume_ml": {"low": 0, "high": 200}, "hu": {"low": 0, "high": 90}}
    for name, colour in zip((*PARTS, "ring"), (*COLOURS, "#00b07a"))
]  # fmt: skip


def parts_manifest(*more: dict, habitat: dict | None = None, shell: dict | None = None) -> dict:
    """The clot pack's manifest with sub-regions and a shell, each measured; ``more`` steps stand at the end."""
    steps = [
        *MANIFEST["steps"][:2],
        {**HABITAT, **(habitat or {})},
        {**MEASURE, "id": "of-parts", "segment": "parts", "part_of_answer": False},
        {**SHELL, **(shell or {})},
        {**MEASURE, "id": "of-ring", "segment": "around", "part_of_answer": False},
        RESULT,
        *more,
    ]
    return {**MANIFEST, "structures": [CLOT, *SUBREGIONS], "steps": steps}


def parts_pack(*more: dict, **changes: dict | None) -> Pack:
    """A pack of it."""
    return make_pack(**parts_manifest(*more, **changes))


def mixed_head() -> Volume:
    """The head of the clot pack; the clot has 55 HU in the outermost voxels of each slice, 45 in a corner, else 70."""
    volume = head()
    hu = volume.hu.copy()
    hu[ON_CLOT] = 55
    hu[3:7, 26:34, 36:44] = 70
    hu[4:6, 26:30, 36:40] = 45
    return Volume(hu, GRID)


def whole_clot() -> Segmentation:
    """All of it, as a hand drew it."""
    return drawn(*ON_CLOT)


def counts(found: Segmentation) -> list[int]:
    """Voxels of each of its structures."""
    return np.bincount(found.labels.ravel(), minlength=len(found.structures) + 1)[1:].tolist()
