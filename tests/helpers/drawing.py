"""A system whose structure is drawn: a clot in a head of water in a shell of bone, and its volume as the result."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from desktop.pack_library import PackLibrary
from desktop.places import Places
from inference.packs.signing import new_key, sign
from inference.packs.store import Pack
from inference.segmentation import Segmentation
from inference.volume import Grid, Volume
from tests.helpers.dicom_files import set_pixels, slice_dataset
from tests.helpers.manifests import IMAGE, MEASURE
from tests.helpers.packs import make_pack, number, text, write_pack

GRID = Grid((-60.0, -60.0, 0.0), (5.0, 2.0, 2.0), (10, 60, 60))
CLOT = {
    "id": "clot",
    "title": text("Clot", "血肿"),
    "short": "C",
    "kind": "lesion",
    "colour": "#b3261e",
    "code": "1386000",
    "volume_ml": {"low": 0.1, "high": 200},
    "diameter_mm": {"low": 0, "high": 99},
    "hu": {"low": 40, "high": 90},
    "excluded": [
        {"of": "air", "hu": {"low": -1100, "high": -300}, "most": 0.02},
        {"of": "bone", "hu": {"low": 200, "high": 3000}, "most": 0.1},
    ],
}
STEP = {
    "kind": "drawn",
    "id": "lesion",
    "image": "ct",
    "structures": ["clot"],
    "hint": text("Without the rim", "不含边缘"),
}
RESULT = {
    "kind": "formula",
    "id": "double",
    "title": text("Twice the volume", "体积的两倍"),
    "formula": "2 * volume",
    "unit": "mL",
}
MANIFEST = {
    "id": "clot",
    "schema": 2,
    "title": text("Clot", "血肿"),
    "images": [{**IMAGE, "title": text("Head CT", "头部 CT"), "window": {"level": 40, "width": 80}}],
    "structures": [CLOT],
    "words": {"structure": text("clot", "血肿"), "structures": text("clots", "血肿")},
    "predictors": [{**number("volume", 0, 999, unit="mL", step="clot.volume_ml"), "label": text("Volume", "体积")}],
    "steps": [STEP, {**MEASURE, "segment": "lesion"}, RESULT],
}


def clot_pack(structure: dict | None = None, step: dict | None = None) -> Pack:
    """The pack, with another structure or step where one is given."""
    steps = [{**STEP, **(step or {})}, *MANIFEST["steps"][1:]]
    return make_pack(**{**MANIFEST, "structures": [{**CLOT, **(structure or {})}], "steps": steps})


def head() -> Volume:
    """Water of 30 HU in 4 mm of bone, air around, and a clot of 60 HU left of the middle."""
    j, i = np.meshgrid(*(np.arange(60) * 2.0 - 59 for _ in range(2)), indexing="ij")
    away = np.hypot(j, i)
    plane = np.where(away < 46, 30, np.where(away < 50, 900, -1000)).astype(np.int16)
    hu = np.repeat(plane[None], 10, axis=0)
    hu[3:7, 25:35, 35:45] = 60
    return Volume(hu, GRID)


def drawn(*place: slice, value: int = 1) -> Segmentation:
    """The clot as a hand drew it at a place of the head."""
    labels = np.zeros(GRID.shape, np.uint8)
    labels[place] = value
    return Segmentation("ct", labels, np.ones(GRID.shape, np.float32), GRID, ("clot",))


ON_CLOT = slice(3, 7), slice(25, 35), slice(35, 45)


def install_clot(places: Places, **changes) -> None:
    """Sign the pack with a key of its own and put it among the user's packs."""
    private = places.data / "clot.key"
    places.keys.mkdir(parents=True, exist_ok=True)
    new_key(private, places.keys / "clot.pub")
    folder = write_pack(places.data / "clot", {"card.md": b"x"}, **{**MANIFEST, **changes})
    sign(folder, private)
    PackLibrary(places).install(folder)


def write_head(folder: Path) -> Path:
    """The head as a study of DICOM files."""
    folder.mkdir(parents=True)
    volume = head()
    for k, plane in enumerate(volume.hu):
        attributes = {"PixelSpacing": [2.0, 2.0], "SliceThickness": 5.0, "BodyPartExamined": "HEAD"}
        one = slice_dataset((-60.0, -60.0, 5.0 * k), number=k + 1, SeriesDescription="Head", **attributes)
        set_pixels(one, (plane + 1024).astype("<u2"), 12)
        one.save_as(folder / f"{k:03}.dcm", enforce_file_format=True)
    return folder
