"""Heads with a haematoma in small: water in a shell of bone, a clot that is rougher where it grows, and its mask."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import SimpleITK as sitk

from inference.volume import Grid, Volume
from tests.helpers.dicom_files import set_pixels, slice_dataset
from tests.helpers.signature import encoder

GRID = Grid((-46.0, -46.0, 0.0), (4.0, 4.0, 4.0), (18, 24, 24))
"""As small as a head may be: radiomics resamples and filters all of it."""
WIDEST_MM = 24.0
HEADER = "case,study,mask,outcome,split,age [a],sex,onset_hours [h]"


def head(seed: int, grows: bool) -> tuple[Volume, np.ndarray]:
    """A head, widest in its middle slices, and where its clot is: bool array [k, j, i]."""
    rng = np.random.default_rng([seed, 7])
    z, y, x = np.meshgrid(*(GRID.places_mm(axis) for axis in range(3)), indexing="ij")
    # Tilted: slices above the widest part that mirrored those below would look misplaced.
    above = z - WIDEST_MM
    inside = 44 - 0.2 * np.abs(above) - np.hypot(y - 0.25 * above, x - 0.25 * above)
    hu = np.where(inside > 6, 32, np.where(inside > 0, 900, -1000)) + rng.normal(0, 3, GRID.shape)
    place, radii = rng.uniform(-6, 6, 3) + (34, 5, 12), rng.uniform(9, 12, 3) + 2 * grows
    clot = sum(((at - c) / r) ** 2 for at, c, r in zip((z, y, x), place, radii)) < 1
    hu[clot] = rng.normal(62, 3 + 5 * grows, int(clot.sum()))
    return Volume(np.round(hu).astype(np.int16), GRID), clot


def write_mask(clot: np.ndarray, path: Path) -> Path:
    """The mask as a hospital keeps it."""
    image = sitk.GetImageFromArray(clot.astype(np.uint8))
    image.SetOrigin(GRID.origin_mm)
    image.SetSpacing(GRID.spacing_mm[::-1])
    sitk.WriteImage(image, str(path))
    return path


def write_study(volume: Volume, folder: Path, **attributes: object) -> Path:
    """The head as a study of DICOM files."""
    folder.mkdir(parents=True)
    pixel, step = list(GRID.spacing_mm[1:]), GRID.spacing_mm[0]
    about = {"PixelSpacing": pixel, "SliceThickness": step, "BodyPartExamined": "HEAD", "SeriesDescription": "Head"}
    for k, plane in enumerate(volume.hu):
        one = slice_dataset((*GRID.origin_mm[:2], GRID.origin_mm[2] + step * k), number=k + 1, **about | attributes)
        set_pixels(one, (plane + 1024).astype("<u2"), 12)
        one.save_as(folder / f"{k:03}.dcm", enforce_file_format=True)
    return folder


def write_cohort(folder: Path, settings: str, train: int, others: int) -> dict[str, Volume]:
    """``cohort.csv``, masks and ``cohort.toml``; the heads by the folders that the table names, which are not there.

    Parameters
    ----------
    train, others
        Patients of the training split and outside it, every other with the event.
    """
    heads, rows = {}, [HEADER]
    for n in range(train + others):
        volume, clot = head(n, bool(n % 2))
        write_mask(clot, folder / f"H{n:02d}.nii.gz")
        heads[f"H{n:02d}"] = volume
        split = "train" if n < train else "external"
        rows.append(f"H{n:02d},ct/H{n:02d},H{n:02d}.nii.gz,{n % 2},{split},{50 + n % 30},female,{1 + n % 5}")
    (folder / "cohort.csv").write_text("\n".join(rows), encoding="utf-8")
    (folder / "cohort.toml").write_text(settings, encoding="utf-8")
    (folder / "encoder.onnx").write_bytes(encoder(slices=5, size=96))
    return heads
