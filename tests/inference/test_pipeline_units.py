"""A map in another unit than the pack measures in never becomes a number of that pack."""

from datetime import date

import numpy as np
import pytest

from inference.dicom import scan
from inference.engines import EngineProvider
from inference.pipeline import Request, run
from tests.helpers.dicom_files import save, set_pixels, slice_dataset, stack_positions
from tests.helpers.packs import make_pack, number, result_of, sheet, text

PACK = {
    "predictors": [number("a", 0, 50)],
    "images": [{"id": "map", "title": text(), "modality": "CT", "required": False}],
    "steps": [
        {"kind": "region", "id": "r", "title": text(), "image": "map", "region": "lesion", "predictor": "a",
         "unit": "mg/mL"},
    ],
}  # fmt: skip
LESION = {"lesion": {"centre_mm": [-10, -10, -4], "radius_mm": 4}}


@pytest.fixture
def screened(tmp_path):
    """What becomes of a map of one value: stored values, slope and type as in the header, and what was entered."""

    def screen(stored, slope, rescale_type, entered=None):
        for index, position in enumerate(stack_positions(6)):
            one = slice_dataset(
                position, number=index + 1, RescaleSlope=slope, RescaleIntercept=0, RescaleType=rescale_type
            )
            set_pixels(one, np.full((24, 24), stored, "<i2"))
            one.PixelRepresentation = 1
            save(one, tmp_path / f"{index}.dcm")
        answers = sheet({"a": entered} if entered is not None else {}, regions=LESION)
        request = Request(make_pack(**PACK), answers, scan=scan(tmp_path), today=date(2024, 1, 31))
        outcome = run(request, EngineProvider())
        return outcome, {finding.code for finding in outcome.findings if finding.severity == "blocking"}

    return screen


@pytest.mark.parametrize(
    ("stored", "slope", "rescale_type", "expected"),
    [(45, 0.01, "MGML", 0.45), (4, 0.6, "MGML", 2.4), (45, 0.1, "100ug/cm3", 0.45)],
)
def test_a_map_in_a_known_unit_is_measured_in_the_units_of_the_pack(screened, stored, slope, rescale_type, expected):
    outcome, stopped = screened(stored, slope, rescale_type)
    assert not stopped
    assert result_of(outcome, "r", "mean").value == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize(
    ("stored", "slope", "rescale_type", "reason"),
    [
        (25, 1, "HU", "series.unit-other"),
        (25, 1, "US", "series.unit-other"),
        (450, 1, "MGML", "answers.out-of-range"),
        (-3, 1, "MGML", "answers.out-of-range"),
    ],
)
def test_other_units_and_impossible_values_are_refused(screened, stored, slope, rescale_type, reason):
    outcome, stopped = screened(stored, slope, rescale_type)
    assert reason in stopped
    assert not outcome.results


def test_an_entered_value_stands_in_for_a_map_in_another_unit(screened):
    outcome, stopped = screened(25, 1, "HU", entered=0.4)
    assert not stopped and result_of(outcome, "r", "mean").value == 0.4
    assert "series.unit-other" in {finding.code for finding in outcome.findings}
