"""A small cohort on disk: DICOM studies of a box of a body, masks on them, and the two tables."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from inference.reading import parse_toml, read_typed
from inference.volume import Grid
from tests.helpers.dicom_files import COLUMN_MM, ROOT, ROW_MM, save, set_pixels, slice_dataset, stack_positions
from training.cohort.settings import CohortSettings
from training.recipes.hu2025 import HU2025

SLICES, ROWS, COLUMNS = 14, 36, 44
GRID = Grid((-20.0, -18.0, -10.0), (2.0, ROW_MM, COLUMN_MM), (SLICES, ROWS, COLUMNS))
"""Of every study that is written here."""
BLOOD_HU = 42
SETTINGS = """
outcome = "cme"
site_prevalence = 0.0027
prevalence_source = "test"
simulated = true
planned_parameters = 2
title = { en = "Test", zh = "测试" }
outcome_title = { en = "Event", zh = "事件" }

[[predictors]]
id = "age"
kind = "number"
unit = "a"
range = [18, 100]
label = { en = "Age", zh = "年龄" }

[[predictors]]
id = "sex"
kind = "choice"
dicom = "PatientSex"
dicom_values = { F = "female", M = "male" }
label = { en = "Sex", zh = "性别" }
choices = [
  { value = "male", label = { en = "male", zh = "男" } },
  { value = "female", label = { en = "female", zh = "女" } },
]

[[predictors]]
id = "weight"
kind = "number"
unit = "kg"
range = [30, 200]
stops_out_of_range = false
label = { en = "Weight", zh = "体重" }
"""
HEADER = "case,patient,study,mask,outcome,split,centre,reader,age [a],sex,weight"


def vessel_labels() -> np.ndarray:
    """Labels 1 to 4 as four boxes of different sizes on the patient's right, on ``GRID``."""
    labels = np.zeros(GRID.shape, np.uint8)
    for value in range(1, 5):
        labels[2 : 4 + value, 6 + 5 * value : 9 + 5 * value, 8 : 10 + value] = value
    return labels


def body_hu(blood_hu: float = BLOOD_HU) -> np.ndarray:
    """A box of muscle in air, with the vessels in it."""
    hu = np.full(GRID.shape, -1000, np.int16)
    hu[:, 4:-4, 4:-4] = 55
    hu[vessel_labels() > 0] = blood_hu
    return hu


def write_study(folder: Path, number: int = 1, hu: np.ndarray | None = None, **attributes: object) -> Path:
    """Write one study whose UIDs and Patient ID follow from its number, unless attributes say otherwise."""
    hu = body_hu() if hu is None else hu
    own = {
        "StudyInstanceUID": f"{ROOT}.5.{number}",
        "PatientID": f"P{number}",
        "FrameOfReferenceUID": f"{ROOT}.7.{number}",
    }
    for index, position in enumerate(stack_positions(len(hu))):
        one = slice_dataset(position, number=index + 1, series=f"5{number}", **own | attributes)
        set_pixels(one, (hu[index].astype(np.int32) + 1024).astype("<u2"))
        save(one, folder / f"{index:03d}.dcm")
    return folder


def write_nifti(path: Path, labels: np.ndarray, grid: Grid = GRID) -> Path:
    """Write labels by SimpleITK."""
    import SimpleITK as sitk

    image = sitk.GetImageFromArray(labels)
    image.SetOrigin(grid.origin_mm)
    image.SetSpacing(grid.spacing_mm[::-1])
    path.parent.mkdir(parents=True, exist_ok=True)
    sitk.WriteImage(image, str(path))
    return path


def write_tables(folder: Path, rows: list[str], header: str = HEADER, settings: str = SETTINGS) -> Path:
    """Write ``cohort.csv`` and ``cohort.toml``."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cohort.toml").write_text(settings, encoding="utf-8")
    path = folder / "cohort.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def row_of(number: int, **changes: object) -> str:
    """A row whose study is that of :func:`write_study`; the outcome of odd numbers is 1."""
    cells = {
        "case": f"C{number}",
        "patient": f"patient {number}",
        "study": f"studies/{number}",
        "mask": f"masks/{number}.nii.gz",
        "outcome": number % 2,
        "split": "",
        "centre": "A",
        "reader": "",
        "age": 40 + number % 50,
        "sex": "female",
        "weight": 60 + number % 40,
    }
    return ",".join(str(value) for value in (cells | changes).values())


def write_cohort(folder: Path, count: int = 4, **changes: object) -> Path:
    """Write a cohort without a fault."""
    for number in range(1, count + 1):
        write_study(folder / "studies" / str(number), number)
        write_nifti(folder / "masks" / f"{number}.nii.gz", vessel_labels())
    return write_tables(folder, [row_of(number, **changes) for number in range(1, count + 1)])


def settings_of(text: str = SETTINGS) -> CohortSettings:
    """Settings of the text of a ``cohort.toml`` of the first recipe."""
    return read_typed(CohortSettings, {**parse_toml(text, "cohort.toml"), "recipe": HU2025}, "cohort.toml")
