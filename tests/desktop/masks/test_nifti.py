"""Masks for other programs: each voxel lies where it lay, and each label says what it is."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
import SimpleITK as sitk

from desktop.audit import AuditLog
from desktop.cases import CaseStore, new_case
from desktop.cli import exits
from desktop.cli.main import main
from desktop.jobs.messages import WriteMasks
from desktop.jobs.session import Session
from desktop.language import Language
from desktop.masks.nifti import on_grid, write_masks
from desktop.places import default_places
from inference.segmentation import Segmentation
from inference.vocabulary import Text
from inference.volume import Grid, SourceImages, affine_of

WHOLE = Grid((-120.25, -80.5, -310.125), (1.25, 0.702, 0.702), (9, 12, 11))
BOX = (slice(2, 7), slice(3, 9), slice(1, 10))


@pytest.fixture
def manifest():
    vein = SimpleNamespace(id="vein", title=Text('Vein "right"', "静脉"), colour="#0b5cad")
    artery = SimpleNamespace(id="artery", title=Text("Artery", "动脉"), colour="#b3261e")
    return SimpleNamespace(structures=(vein, artery))


@pytest.fixture
def mask():
    labels = np.zeros([s.stop - s.start for s in BOX], np.uint8)
    labels[1, 2, 3], labels[4, 5, 8] = 1, 2
    return Segmentation("ct", labels, np.ones(labels.shape, np.float32), WHOLE.part(BOX), ("vein", "artery"))


def places_of(image: sitk.Image, label: int) -> list[tuple[float, ...]]:
    indices = np.argwhere(sitk.GetArrayFromImage(image) == label)[:, ::-1]
    return [image.TransformIndexToPhysicalPoint([int(v) for v in index]) for index in indices]


@pytest.mark.parametrize("whole", [{}, {"ct": WHOLE}, {"other": WHOLE}])
def test_a_mask_lies_where_it_lay_to_a_micrometre(mask, manifest, whole, tmp_path):
    nifti, listed = write_masks({"vessels": mask}, manifest, Language("en"), tmp_path / "测试 é", "report-1", whole)
    assert (nifti.name, listed.name) == ("report-1-vessels.nii.gz", "report-1-vessels.txt")
    (tmp_path / "m.nii.gz").write_bytes(nifti.read_bytes())
    image = sitk.ReadImage(str(tmp_path / "m.nii.gz"))
    assert image.GetDirection() == pytest.approx((1, 0, 0, 0, 1, 0, 0, 0, 1), abs=1e-6)
    assert image.GetSize() == (WHOLE if "ct" in whole else mask.grid).shape[::-1]
    for label in (1, 2):
        (place,) = places_of(image, label)
        wanted = mask.grid.to_patient(np.argwhere(mask.labels == label))[0]
        assert place == pytest.approx(tuple(wanted), abs=1e-3)
    assert image.GetPixelIDValue() == sitk.sitkUInt8


LEANING = np.array([[0.0, 0.004, 1.0], [-0.003, 1.0, -0.004], [1.0, 0.003, 0.0]])
"""LPS directions of k, j and i of a stack that is oblique by a fraction of a degree."""


@pytest.mark.parametrize("whole", [True, False])
def test_a_mask_of_a_slightly_oblique_stack_lies_on_the_pixels_of_its_images(mask, manifest, whole, tmp_path):
    directions = np.linalg.qr(LEANING)[0]
    directions *= np.sign(np.sum(directions * LEANING, axis=0))
    matrix = directions * WHOLE.spacing_mm
    source = SourceImages(affine_of(np.eye(3), np.zeros(3)), affine_of(matrix, WHOLE.origin_mm), WHOLE.shape)
    grid = replace(WHOLE, source=source)
    mask = replace(mask, grid=grid.part(BOX))
    files = write_masks({"v": mask}, manifest, Language("en"), tmp_path, "m", {"ct": grid} if whole else None)
    image = sitk.ReadImage(str(files[0]))
    for label in (1, 2):
        (place,) = places_of(image, label)
        (pixel,) = np.argwhere(mask.labels == label) + [part.start for part in BOX]
        assert place == pytest.approx(tuple(matrix @ pixel + WHOLE.origin_mm), abs=1e-3)


def test_a_mask_of_a_stack_that_leans_sideways_keeps_the_axes_of_its_grid(mask, manifest, tmp_path):
    matrix = np.fliplr(np.diag(WHOLE.spacing_mm[::-1]))
    matrix[1, 0] = 0.01
    source = SourceImages(affine_of(np.eye(3), np.zeros(3)), affine_of(matrix, WHOLE.origin_mm), WHOLE.shape)
    mask = replace(mask, grid=replace(WHOLE, source=source).part(BOX))
    image = sitk.ReadImage(str(write_masks({"v": mask}, manifest, Language("en"), tmp_path, "m")[0]))
    assert image.GetDirection() == pytest.approx((1, 0, 0, 0, 1, 0, 0, 0, 1), abs=1e-6)
    assert image.GetOrigin() == pytest.approx(mask.grid.origin_mm, abs=1e-3)


def test_the_list_names_and_colours_each_label(mask, manifest, tmp_path):
    _, listed = write_masks({"vessels": mask}, manifest, Language("zh"), tmp_path, "m")
    rows = [line.split() for line in listed.read_text(encoding="utf-8").splitlines()]
    assert [row[0] for row in rows] == ["0", "1", "2"]
    assert rows[1][1:4] == ["11", "92", "173"]
    assert rows[1][-1] == '"静脉"'
    _, listed = write_masks({"vessels": mask}, manifest, Language("en"), tmp_path, "m")
    assert "\"Vein 'right'\"" in listed.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "other",
    [
        Grid((-120.0, -80.5, -310.125), WHOLE.spacing_mm, WHOLE.shape),
        Grid(WHOLE.origin_mm, (1.25, 0.7, 0.702), WHOLE.shape),
        Grid(WHOLE.origin_mm, WHOLE.spacing_mm, (6, 12, 11)),
    ],
)
def test_a_mask_of_another_image_is_not_forced_into_this_one(mask, other):
    labels, grid = on_grid(mask.labels, mask.grid, other)
    assert grid == mask.grid
    assert labels is mask.labels


def test_the_worker_writes_them_for_the_window(mask, manifest, tmp_path):
    job = WriteMasks({"vessels": mask}, manifest, "zh", tmp_path, "m", {"ct": WHOLE})
    assert Session(None, None, None).run(job, None, None) == [tmp_path / "m-vessels.nii.gz", tmp_path / "m-vessels.txt"]


def test_the_command_line_writes_those_of_a_stored_case_and_logs_it(
    mask, clinical_outcome, monkeypatch, tmp_path, capsys
):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "家"))
    monkeypatch.setenv("PRECONTRAST_LANGUAGE", "en")
    with CaseStore(default_places().cases) as store:
        case = store.save(replace(new_case("p"), outcome=clinical_outcome, state="answered"))
        assert main(["cases", "masks", case.id, "--out", str(tmp_path / "out")]) == exits.BAD_INPUT
        assert "has no contours" in capsys.readouterr().err
        store.save_masks(case.id, {"vessels": mask})
    assert main(["cases", "masks", case.id, "--out", str(tmp_path / "out")]) == exits.ANSWER
    assert "1 mask written" in capsys.readouterr().out
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".gz", ".txt"}
    (line,) = [entry for entry in AuditLog(default_places().audit, "").entries() if entry.action == "exported"]
    assert line.details["what"] == "masks"
