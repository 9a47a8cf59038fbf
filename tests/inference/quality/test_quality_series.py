"""Gates on one series: what its headers and its reading tell."""

import re
from dataclasses import replace

import numpy as np
import pytest

from inference.dicom import Note, PatientIdentity, Role, choose
from inference.dicom.derived import derived_kind
from inference.quality.series import check_gaps, check_series
from tests.helpers.dicom_files import stack_positions
from tests.helpers.images import NO_CONTRAST, read_series


@pytest.fixture(scope="module")
def series(tmp_path_factory):
    return read_series(tmp_path_factory.mktemp("series"), PatientPosition="HFS")


def severities(series, role=NO_CONTRAST, notes=()) -> dict[str, str]:
    return {f.code: f.severity for f in check_series(series, role, notes)}


def test_a_good_series_has_nothing_but_its_spacing_passed(series):
    assert severities(series) == {"series.spacing": "pass"}


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (1.9, {"series.spacing-too-wide": "blocking"}),
        (2.0, {"series.spacing": "pass"}),
        (1.9995, {"series.spacing": "pass"}),
    ],
)
def test_slices_further_apart_than_the_pack_accepts_stop_the_answer(series, limit, expected):
    assert severities(series, replace(NO_CONTRAST, max_spacing_mm=limit)) == expected


def test_the_spacing_is_shown_with_its_limit(series):
    (finding,) = check_series(series, replace(NO_CONTRAST, max_spacing_mm=1.0), ())
    assert (finding.evidence, finding.subject) == ({"spacing_mm": 2.0, "limit_mm": 1.0}, "ct")


@pytest.mark.parametrize(
    ("code", "severity"),
    [
        ("dicom.rescale-missing", "blocking"),
        ("dicom.rescale-not-hu", "blocking"),
        ("dicom.lossy-compression", "warning"),
        ("dicom.tilt-corrected", "warning"),
        ("dicom.values-clipped", "note"),
        ("dicom.something-new", "note"),
    ],
)
def test_a_note_of_reading_has_the_weight_of_its_kind(series, code, severity):
    assert severities(series, notes=(Note(code),))[code] == severity


def test_a_note_that_stands_twice_is_shown_once_with_what_was_first_said(series):
    notes = (Note("dicom.tilt", {"degrees": 3.0}), Note("dicom.tilt", {"degrees": 4.0}))
    assert [f.evidence for f in check_series(series, NO_CONTRAST, notes) if f.code == "dicom.tilt"] == [
        {"degrees": 3.0}
    ]


def test_missing_slices_are_left_to_the_gate_that_knows_the_region(series):
    assert "dicom.missing-slices" not in severities(series, notes=(Note("dicom.missing-slices", {"count": 3}),))


@pytest.mark.parametrize(("kernel", "noted"), [("B70f", True), ("B30f", False), ("", False)])
def test_a_sharp_kernel_is_noted(series, kernel, noted):
    assert ("series.kernel-sharp" in severities(replace(series, kernel=kernel))) is noted


@pytest.mark.parametrize(("contrast", "noted"), [("none", True), ("any", False)])
def test_a_contrast_agent_in_the_header_is_noted_where_the_pack_wants_none(series, contrast, noted):
    given = severities(replace(series, contrast_agent="Iohexol"), replace(NO_CONTRAST, contrast=contrast))
    assert ("series.contrast-tag" in given) is noted


@pytest.mark.parametrize(("years", "stopped"), [(17.9, True), (18.0, False), (None, False)])
def test_a_child_stops_the_answer(series, years, stopped):
    child = replace(series, patient=PatientIdentity(age_years=years))
    assert (severities(child).get("patient.child") == "blocking") is stopped


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        ("HFS", {}),
        ("FFS", {}),
        ("HFP", {"patient.not-supine": "warning"}),
        ("HFDR", {"patient.not-supine": "warning"}),
        ("", {"patient.position-unknown": "note"}),
    ],
)
def test_a_patient_who_does_not_lie_on_the_back_is_a_warning(series, position, expected):
    given = severities(replace(series, patient_position=position))
    assert {code: s for code, s in given.items() if code.startswith("patient.")} == expected


@pytest.fixture(scope="module")
def gappy(tmp_path_factory):
    """Slices every 2 mm from -10 mm to 28 mm; those at 6 and 8 mm are lost."""
    positions = stack_positions(20)
    return read_series(tmp_path_factory.mktemp("gappy"), np.delete(positions, [8, 9], axis=0))


@pytest.mark.parametrize(
    ("low", "high", "code", "severity"),
    [
        (0.0, 20.0, "series.gap-in-region", "blocking"),
        (7.0, 7.5, "series.gap-in-region", "blocking"),
        (10.0, 20.0, "series.gap-elsewhere", "warning"),
        (-10.0, 4.0, "series.gap-elsewhere", "warning"),
    ],
)
def test_missing_slices_stop_the_answer_only_inside_the_region(gappy, low, high, code, severity):
    (finding,) = check_gaps(gappy, NO_CONTRAST, low, high)
    assert (finding.code, finding.severity) == (code, severity)


def test_missing_slices_are_counted_and_placed(gappy):
    (finding,) = check_gaps(gappy, NO_CONTRAST, 0.0, 20.0)
    assert finding.evidence == {"count": 2, "from_mm": 4.0, "to_mm": 10.0}


@pytest.mark.parametrize(
    ("z", "code", "severity"),
    [
        (10.0, "series.unreadable-in-region", "blocking"),
        (21.0, "series.unreadable-in-region", "blocking"),
        (-1.5, "series.unreadable-in-region", "blocking"),
        (24.0, "series.unreadable-elsewhere", "warning"),
    ],
)
def test_an_unreadable_slice_counts_as_a_missing_one(series, z, code, severity):
    notes = (Note("dicom.slice-unreadable", {"path": "a", "reason": "dicom.truncated", "z_mm": z}),)
    (finding,) = check_gaps(series, NO_CONTRAST, 0.0, 20.0, notes)
    assert (finding.code, finding.severity, finding.evidence["path"]) == (code, severity, "a")
    assert "dicom.slice-unreadable" not in {f.code for f in check_series(series, NO_CONTRAST, notes, holes_later=True)}
    assert severities(series, notes=notes)["dicom.slice-unreadable"] == "blocking"


@pytest.mark.parametrize(
    ("image_type", "description", "kind"),
    [
        ("DERIVED\\SECONDARY\\MIP", "", "projection"),
        ("DERIVED\\SECONDARY\\AXIAL\\MINIP", "", "projection"),
        ("DERIVED\\SECONDARY\\REFORMATTED", "AX MIP 10/2", "projection"),
        ("DERIVED\\PRIMARY\\AXIAL\\CT_SOM7 SPI DUAL\\DE_VNC", "", "virtual-non-contrast"),
        ("ORIGINAL\\PRIMARY\\AXIAL\\CT_SOM20 SPI\\MONO_E70", "", "monoenergetic"),
        ("DERIVED\\PRIMARY\\VOLUME\\VMI", "", "monoenergetic"),
        ("DERIVED\\SECONDARY\\AXIAL\\IODINE", "", "material"),
        ("DERIVED\\SECONDARY\\AXIAL", "Iodine map", "material"),
        ("DERIVED\\SECONDARY\\SCREEN SAVE", "", "capture"),
        ("DERIVED\\PRIMARY\\MPR", "cor 3.0", ""),
        ("DERIVED\\SECONDARY\\REFORMATTED\\AVERAGE", "AX 5/5", ""),
        ("ORIGINAL\\PRIMARY\\AXIAL\\CT_SOM5 SPI", "Thorax MIP protocol", ""),
        ("ORIGINAL\\PRIMARY\\AXIAL\\HELIX", "Abdomen", ""),
        ("DERIVED\\PRIMARY\\MPR", "Delay 5 min, max FOV, water", ""),
        ("DERIVED\\PRIMARY\\VOLUME\\MAXIMUM", "", "projection"),
        ("DERIVED\\SECONDARY\\AXIAL", "MonoE 70keV", "monoenergetic"),
        ("DERIVED\\SECONDARY\\AXIAL", "胸部虚拟平扫", "virtual-non-contrast"),
        ("DERIVED\\SECONDARY\\AXIAL", "最大密度投影", "projection"),
        ("", "", ""),
    ],
)
def test_images_that_do_not_show_a_plain_scan_stop_the_answer(series, image_type, description, kind):
    made = replace(
        series,
        image_type=tuple(image_type.split("\\")),
        description=description,
        derived=derived_kind(image_type, description, "1.2.840.10008.5.1.4.1.1.2", "CT"),
    )
    assert made.derived == kind
    found = {code: s for code, s in severities(made).items() if code.startswith("series.derived")}
    derived = {"series.derived": "warning"} if image_type.startswith("DERIVED") else {}
    assert found == ({"series.derived-kind": "blocking"} if kind else derived)
    asked = replace(
        NO_CONTRAST, words=("mip", "minip", "vnc", "mono", "vmi", "iodine", "screen", "maximum", "虚拟", "投影")
    )
    assert "series.derived-kind" not in severities(made, asked)
    assert bool(choose((made,), Role(plane="")).series) == (not kind)
    assert choose((made,), Role(plane="", words=asked.words)).series is (
        made if kind or re.search("MIP", description) else None
    )


@pytest.mark.parametrize(
    ("image_type", "description", "kind"),
    [
        ("DERIVED\\SECONDARY\\AXIAL\\MIPTHICK", "", "projection"),
        ("DERIVED\\PRIMARY\\AXIAL\\VIRTUALNONCONTRAST", "", "virtual-non-contrast"),
        ("ORIGINAL\\PRIMARY\\AXIAL", "Thorax VNC 1.0", "virtual-non-contrast"),
        ("DERIVED\\SECONDARY", "VR", "rendering"),
        ("DERIVED\\SECONDARY\\BONE REMOVAL", "", "map"),
        ("DERIVED\\SECONDARY", "Calcium Suppressed 25", "material"),
        ("DERIVED\\SECONDARY\\AXIAL", "头颈去骨", "map"),
        ("DERIVED\\SECONDARY\\AXIAL", "容积再现", "rendering"),
        ("", "70 keV", "monoenergetic"),
        ("", "ＭＩＰ", "projection"),
        ("", "Thorax 1.0", ""),
        ("DERIVED\\SECONDARY\\CPR", "", "projection"),
        ("DERIVED\\SECONDARY", "Curved MPR LAD", "projection"),
        ("DERIVED\\SECONDARY", "冠脉曲面重建", "projection"),
        ("DERIVED\\SECONDARY\\AXIAL", "Iod-Karte", "material"),
        ("DERIVED\\SECONDARY\\AXIAL", "Carte d'iode", "material"),
        ("DERIVED\\SECONDARY\\AXIAL", "Rho/Z map", "material"),
        ("DERIVED\\SECONDARY\\AXIAL", "GSI MD Water", "material"),
        ("DERIVED\\SECONDARY\\AXIAL", "Virtual Non-Calcium", "virtual-non-contrast"),
        ("DERIVED\\SECONDARY\\AXIAL", "CTA Subtrahiert", "map"),
        ("DERIVED\\SECONDARY", "synthetic CT from MR", "map"),
        ("DERIVED\\SECONDARY", "PET/CT Fusion", "capture"),
        ("DERIVED\\SECONDARY\\SEGMENTATION", "", "capture"),
        ("DERIVED\\SECONDARY\\MPR", "L-spine after fusion, no fat sat", ""),
    ],
)
def test_what_an_image_was_made_of_is_known_however_it_is_spelled(image_type, description, kind):
    assert derived_kind(image_type, description, "1.2.840.10008.5.1.4.1.1.2", "CT") == kind


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"derivation": "Maximum Intensity Projection"}, "projection"),
        ({"technique": "MAX_IP"}, "projection"),
        ({"technique": "VOLUME_RENDER", "image_type": "ORIGINAL\\PRIMARY\\VOLUME"}, "rendering"),
        ({"technique": "NONE", "derivation": "Lossless JPEG compression"}, ""),
        ({"sop_class": "1.2.840.10008.5.1.4.1.1.128"}, "other-class"),
        ({"sop_class": "1.2.840.10008.5.1.4.1.1.481.2"}, "other-class"),
        ({"sop_class": "1.2.840.10008.5.1.4.1.1.2.2"}, ""),
        ({"sop_class": "1.3.12.2.1107.5.9.1"}, ""),
    ],
    ids=str,
)
def test_how_an_image_was_made_may_stand_in_its_derivation_its_technique_or_its_class(given, kind):
    plain = {"image_type": "DERIVED\\PRIMARY", "description": "", "modality": "CT"}
    assert derived_kind(**{**plain, "sop_class": "1.2.840.10008.5.1.4.1.1.2", **given}) == kind


def test_a_whole_series_has_no_gaps(series):
    assert check_gaps(series, NO_CONTRAST, -100.0, 100.0) == []
