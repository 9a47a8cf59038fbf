"""Features of IBSI's digital phantom are those of its reference manual; see :mod:`inference.radiomics.ibsi`."""

import pytest

from inference.radiomics import FEATURES, extract, ibsi, ibsi_code, region_of


def test_every_feature_that_ibsi_defines_has_its_value_for_the_digital_phantom():
    image, mask = ibsi.phantom()
    assert (image.shape, mask.sum(), image[mask].max()) == ((4, 4, 5), 74, 6)
    defined = {ibsi_code(name) for name in ibsi.SETTINGS.features} - {""}
    assert ibsi.REFERENCE.keys() == defined
    assert len(defined) == 102 == sum(bool(code) for family in FEATURES.values() for code in family.values())
    assert ibsi.disagreements() == {}


def test_a_value_that_misses_ibsis_in_its_last_printed_digit_is_told(monkeypatch):
    wrong = {"ACUI": (5.33, ibsi.EXACT), "TDIC": (11.2, 0.1)}
    monkeypatch.setattr(ibsi, "REFERENCE", {**ibsi.REFERENCE, **wrong})
    assert ibsi.disagreements() == {
        "original_glcm_Contrast": (pytest.approx(5.324, abs=0.001), 5.33),
        "original_shape_MajorAxisLength": (pytest.approx(11.40, abs=0.01), 11.2),
    }


def test_what_ibsi_does_not_define_has_no_code():
    without = [name for name in ibsi.SETTINGS.features if not ibsi_code(name)]
    assert without == [
        *(f"original_shape_Maximum2DDiameter{plane}" for plane in ("Column", "Row", "Slice")),
        "original_firstorder_TotalEnergy",
        "original_glcm_MCC",
    ]
    image, mask = ibsi.phantom()
    found = extract(region_of(image, ibsi.SPACING_MM, mask, ibsi.SETTINGS), ibsi.SETTINGS, without)
    assert list(found) == without
    assert found["original_firstorder_TotalEnergy"] == pytest.approx(567 * 8)
