"""Mirrored pixels under a correct header are noticed by the anatomy, and nobody's usual anatomy is called mirrored."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from inference import dicom
from inference.quality.sides import anatomical_signs, check_sides
from inference.volume import Grid, Volume
from tests.helpers.images import NO_CONTRAST

SHARED = Path(__file__).resolve().parents[3] / "../shared/ct"
SPACING = 3.0
Z, Y, X = (axis * SPACING for axis in np.ogrid[:90, :90, :120])
MIDDLE = 178.0


def tube(x: float, y: float, radius: float, low: float, high: float, flat: float = 1.0) -> np.ndarray:
    """Voxels of an upright elliptic cylinder; x from the midline to the patient's left, mm."""
    return ((X - MIDDLE - x) ** 2 + ((Y - y) / flat) ** 2 <= radius**2) & (low <= Z) & (low <= high) & (high >= Z)


def chest(
    aorta: float = 25, heart: float = 25, liver: float = -60, low: float = 0, high: float = 270, **more
) -> Volume:
    """A body of fat with ribs of muscle, lungs above 90 mm, spine, aorta, heart and liver at their distance from it."""
    hu = np.full((90, 90, 120), -1000, np.int16)
    hu[tube(0, 135, 165, 0, 270, 0.75)] = -100
    for side in (-1, 1):
        hu[tube(80 * side, 130, 65, 90, 255, 1.4)] = -850
    hu[tube(0, 130, 11, 0, 270, 8)] = 40
    hu[tube(heart, 90, 48, 100, 190, 0.9)] = 40
    hu[tube(liver, 120, 65, 0, 85, 1.0)] = 55
    hu[tube(-np.sign(liver) * 70, 150, 30, 40, 85)] = 45
    if aorta:
        hu[tube(aorta, 170, 14, 0, 215)] = 40
    for shape in more.values():
        hu[tube(*shape)] = 15
    hu[tube(0, 195, 17, 0, 270)] = 250
    part = hu[int(low / SPACING) : int(high / SPACING)]
    return Volume(part, Grid((0.0, 0.0, low), (SPACING,) * 3, part.shape), -1000)


def mirrored(volume: Volume) -> Volume:
    return replace(volume, hu=np.ascontiguousarray(volume.hu[:, :, ::-1]))


def said(volume: Volume, role=NO_CONTRAST) -> list[tuple[str, str]]:
    return [(finding.code, finding.severity) for finding in check_sides(volume, role)]


AGREES, DOUBTFUL, REVERSED = (
    [("region.sides", "pass")],
    [("region.sides-doubtful", "warning")],
    [("region.sides-reversed", "blocking")],
)


@pytest.mark.parametrize(
    ("anatomy", "as_it_is", "flipped"),
    [
        ({}, AGREES, REVERSED),
        ({"low": 90}, AGREES, REVERSED),
        ({"low": 190}, [], []),
        ({"high": 84}, [], DOUBTFUL),
        ({"low": 182, "high": 240}, [], DOUBTFUL),
        ({"aorta": -25}, [], []),
        ({"right_effusion": (-80, 190, 60, 90, 170, 0.7)}, AGREES, REVERSED),
        ({"left_effusion": (80, 190, 60, 90, 170, 0.7)}, AGREES, None),
        ({"right_lung_gone": (-80, 130, 66, 90, 255, 1.4)}, [], DOUBTFUL),
        ({"apical_tumour": (-50, 160, 45, 200, 255, 1.2), "low": 190}, [], []),
    ],
    ids=lambda case: "-".join(case) or "whole" if isinstance(case, dict) else "",
)
def test_left_and_right_are_compared_with_what_is_in_view(anatomy, as_it_is, flipped):
    volume = chest(**anatomy)
    assert said(volume) == as_it_is
    assert flipped is None or said(mirrored(volume)) == flipped


@pytest.mark.parametrize(
    ("size", "spacing_mm"),
    [((12, 5, 5), (2.0, 0.7, 0.7)), ((12, 32, 32), (2.0, 1e-6, 1e-6)), ((3, 1, 8), (2.0, 500, 1))],
)
def test_an_image_of_less_than_a_block_ends_no_process(size, spacing_mm):
    volume = Volume(np.full(size, -1000, np.int16), Grid((0.0, 0.0, 0.0), spacing_mm, size))
    assert check_sides(volume, NO_CONTRAST) == []


def test_nothing_is_said_of_other_modalities_and_maps():
    volume = mirrored(chest())
    assert said(volume, replace(NO_CONTRAST, modality="MR")) == []
    assert said(replace(volume, hu=volume.hu.astype(np.float32))) == []
    assert said(replace(volume, hu=np.full_like(volume.hu, -1000))) == []


@pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared beside the project: real series are not part of a clone")
@pytest.mark.parametrize(
    ("name", "signs"),
    [
        ("lidc-0314-upper", set()),
        ("crlm-1004-abdomen-contrast", {"aorta", "heart", "liver"}),
    ],
)
def test_real_patients_have_their_organs_where_they_belong_until_the_pixels_are_mirrored(name, signs):
    # The whole chests are screened in the end-to-end tests.
    series = max(dicom.scan(SHARED / name).series, key=lambda one: len(one.slices))
    volume = dicom.load(series).volume
    assert anatomical_signs(volume) == dict.fromkeys(signs, 1)
    found = anatomical_signs(mirrored(volume))
    assert set(found.values()) <= {-1}
    assert len(found) >= len(signs) - 1
