"""Two DICOM series of a patient through the command: the enhanced one brought over the other, to masks and a page."""

import csv
import json
from contextlib import contextmanager
from types import SimpleNamespace

import numpy as np
import pytest
import SimpleITK as sitk
from scipy import ndimage

from inference.dicom.writing import write_series
from inference.volume import Grid, Volume
from training.cli import main
from training.cohort.masks import read_mask
from training.recipes.hu2025 import HU2025
from training.simulate import classes
from training.simulate.writing import shared_header, uid_of
from training.transfer import carry, command
from training.transfer.grids import image_of
from training.transfer.prior import KINDS, Prior, grid_inside

pytestmark = pytest.mark.slow
GRID = Grid((-64.0, -20.0, 10.0), (3.0, 2.0, 2.0), (24, 40, 65))
PLACE_MM = (-30.0, 20.0, 44.0)
"""The venous angle of either side, each shown as a right one: the patient is the same on both."""
VESSELS = {classes.COMMON_CAROTID: ((-20.0, 18.0), 5.0, 42, 240), classes.JUGULAR: ((-36.0, 22.0), 6.5, 40, 150)}
"""Where each lies (x, y), its radius, and what it measures without and with contrast medium."""
PLAN = SimpleNamespace(size=(24, 36, 30), spacing_mm=(2.0, 1.5, 1.5), offset_mm=(0.0, 0.0, 0.0))
LABELS = {structure: value for value, structure in enumerate(HU2025.structure_ids, 1)}


def inside(grid, kind, shrunk=0.0):
    """Which voxels lie in a vessel of either side."""
    (x, y), radius, *_ = VESSELS[kind]
    off = np.hypot(grid.places_mm(1)[:, None] - y, np.abs(grid.places_mm(2))[None, :] + x)
    return np.broadcast_to(off < radius - shrunk, grid.shape)


def seen_by_the_network(model, volume, place_mm):
    grid = grid_inside(np.array(place_mm)[::-1] - (np.array(PLAN.size) - 1) / 2 * PLAN.spacing_mm, PLAN)
    chances = np.full((1 + len(KINDS), *grid.shape), 0.004, np.float32)
    for kind in VESSELS:
        chances[kind][inside(grid, kind, shrunk=1.5)] = 0.9
    chances[0] = 1 - chances[1:].sum(axis=0)
    return Prior(grid, chances)


def write(folder, number, hu, frame, origin_mm, **more):
    header = shared_header(7, number, "P1", "A", 60, True) | {
        "FrameOfReferenceUID": frame,
        "SeriesDescription": "Chest",
        "BodyPartExamined": "CHEST",
        "SliceThickness": 3.0,
        **more,
    }
    grid = Grid(origin_mm, GRID.spacing_mm, GRID.shape)
    write_series(Volume(hu, grid), folder, header, lambda name: uid_of(7, number, name))


@pytest.fixture(scope="module")
def scans():
    """The patient without contrast medium, and with it, a little turned and moved."""
    rng = np.random.default_rng(4)
    lumps = ndimage.gaussian_filter(rng.standard_normal(GRID.shape), (2, 3, 3))
    hu = np.where(lumps > 0, 50.0, -100.0)
    hu[lumps > 1.7 * lumps.std()] = 600.0
    plain, bright = hu.copy(), hu.copy()
    for kind, (*_, grey, enhanced) in VESSELS.items():
        plain[inside(GRID, kind)], bright[inside(GRID, kind)] = grey, enhanced
    way = sitk.Euler3DTransform((0.0, 20.0, 44.0), 0.0, 0.0, 0.03, (2.0, -2.0, 2.0))
    moved = sitk.Resample(image_of(bright.astype(np.float32), GRID), way, sitk.sitkLinear, -100.0)
    noise = rng.normal(0, 6, GRID.shape)
    return [(array + noise).astype(np.int16) for array in (plain, sitk.GetArrayFromImage(moved))]


@pytest.fixture
def network(monkeypatch):
    """A network that knows where the vessels lie in the body, and in which frame the scan is by where it begins."""

    @contextmanager
    def opened(*_):
        yield SimpleNamespace(step=SimpleNamespace(block=PLAN))

    def places(_, volume):
        off = np.subtract(volume.grid.origin_mm, GRID.origin_mm)
        return {side: tuple(np.add(PLACE_MM, off * (sign, 1, 1))) for side, sign in (("right", 1), ("left", -1))}

    monkeypatch.setattr(command, "opened", opened)
    monkeypatch.setattr(command, "find_places", places)
    monkeypatch.setattr(carry, "prior_at", seen_by_the_network)


def test_masks_come_of_two_series_in_one_frame_of_reference_or_in_two(scans, network, tmp_path):
    plain, enhanced = scans
    write(tmp_path / "plain", 1, plain, "1.2.3", GRID.origin_mm)
    write(tmp_path / "near", 2, enhanced, "1.2.3", GRID.origin_mm, ContrastBolusAgent="Iohexol")
    far = tuple(np.add(GRID.origin_mm, (37.0, -11.0, 240.0)))
    write(tmp_path / "far", 3, enhanced, "1.2.4", far, ContrastBolusAgent="Iohexol")
    rows = "patient,plain,enhanced\nP1,plain,near\nP2,plain,far\nP3,plain,plain\n"
    (tmp_path / "pairs.csv").write_text(rows, encoding="utf-8")
    command_line = ["transfer-labels", str(tmp_path / "pairs.csv"), "--work", str(tmp_path), "--quiet"]
    assert main(command_line) == 0
    folder = tmp_path / "transfer"
    told = {n: json.loads((folder / "patients" / f"P{n}.json").read_text(encoding="utf-8")) for n in (1, 2, 3)}
    assert [told[n]["state"] for n in told] == ["done", "done", "failed"]
    assert [told[n].get("frame_of_reference") for n in told] == ["same", "other", None]
    assert "the very series" in told[3]["reason"]["en"]
    with (folder / "cohort-rows.csv").open(encoding="utf-8") as file:
        masks = [folder / row["mask"] for row in csv.DictReader(file)]
    z = GRID.places_mm(0)
    block = np.abs(z - PLACE_MM[2]) < PLAN.size[0] * PLAN.spacing_mm[0] / 2 - 3
    right = np.broadcast_to(GRID.places_mm(2) < 0, GRID.shape)
    for mask in masks:
        found = sitk.GetArrayFromImage(sitk.ReadImage(str(mask)))
        assert np.array_equal(read_mask(mask, GRID, LABELS, HU2025), np.where(found <= 4, found, 0))
        for kind in VESSELS:
            for side, value in ((right, kind), (~right, kind + 4)):
                truth, own = (inside(GRID, kind) & side)[block], (found == value)[block]
                assert 2 * (truth & own).sum() / (truth.sum() + own.sum()) > 0.9
    for numbers in (told[1]["numbers"], told[2]["numbers"]):
        assert numbers["similarity"] > 0.95 and numbers["jacobian"][0] > 0.5
        assert numbers["turn_deg"] == pytest.approx(1.7, abs=0.8)
    assert told[1]["numbers"]["before"] < 0.9
    assert told[1]["numbers"]["shift_mm"] < 6 and told[2]["numbers"]["shift_mm"] == pytest.approx(243, abs=6)
    assert all((folder / "pages" / f"P{n}.png").read_bytes().startswith(b"\x89PNG") for n in (1, 2))
