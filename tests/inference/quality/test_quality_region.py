"""Gates on the region: in view, not hidden, quiet, without metal and without contrast medium."""

from dataclasses import replace

import numpy as np
import pytest

from inference.quality.region import check_contrast, check_noise, check_region
from inference.volume import Grid, Volume
from tests.helpers.images import LIMITS, NO_CONTRAST, REGION, measure, structure
from tests.helpers.shapes import segmentation

SHAPE = (80, 30, 40)
STRUCTURES = (structure("artery"), structure("vein"))


def vessel():
    labels = np.zeros(SHAPE)
    labels[30:50, 10:20, 15:25] = 1
    return segmentation(labels, ("artery",))


def scan(padded=None) -> Volume:
    return Volume(np.full(SHAPE, 40, np.int16), Grid((0.0, 0.0, 0.0), (1.0, 1.0, 1.0), SHAPE), padded)


def severities(volume=None, found=None, place_z=40.0) -> dict[str, str]:
    findings = check_region(volume or scan(), found or vessel(), (20.0, 15.0, place_z), NO_CONTRAST, REGION)
    return {f.code: f.severity for f in findings}


def test_a_region_in_full_view_passes():
    assert severities() == {"region.covered": "pass"}


@pytest.mark.parametrize(
    ("z", "expected"),
    [
        (11.9, {"region.not-covered": "blocking"}),
        (12.0, {"region.covered": "pass"}),
        (44.0, {"region.covered": "pass"}),
        (44.1, {"region.neck-short": "note"}),
        (59.0, {"region.neck-short": "note"}),
        (59.1, {"region.not-covered": "blocking"}),
    ],
)
def test_a_scan_that_ends_too_near_stops_the_answer(z, expected):
    # The scan reaches from 0 to 79 mm; 12 mm below and 20 mm above are needed, 35 mm above are wanted.
    assert severities(place_z=z) == expected


@pytest.mark.parametrize(("lung_ml", "stopped"), [({}, False), ({"lung": 20.0}, False), ({"lung": 19.9}, True)])
def test_without_the_lung_apex_the_place_is_hidden(lung_ml, stopped):
    found = replace(vessel(), context_ml=lung_ml)
    assert (severities(found=found).get("region.hidden") == "blocking") is stopped


@pytest.mark.parametrize(("columns", "warned"), [(2, True), (1, False), (0, False)])
def test_a_field_of_view_that_cuts_the_region_is_a_warning(columns, warned):
    # The region reaches from the patient's right edge of the block to column 24: 25 columns, so 8 % are 2 of them.
    volume = scan(padded=-2000)
    volume.hu[:, :, :columns] = -2000
    assert (severities(volume).get("region.field-of-view") == "warning") is warned


def test_a_value_is_padding_only_where_the_series_says_so():
    volume = scan()
    volume.hu[:, :, :20] = -2000
    assert "region.field-of-view" not in severities(volume)


def test_padding_without_any_vessel_found_is_no_finding():
    volume = scan(padded=-2000)
    volume.hu[:, :, :20] = -2000
    assert "region.field-of-view" not in severities(volume, segmentation(np.zeros(SHAPE), ("artery",)))


@pytest.mark.parametrize(("voxels", "warned"), [(49, False), (50, True)])
def test_metal_in_the_block_is_a_warning(voxels, warned):
    # 50 voxels of 1 mm are 0.05 mL.
    volume = scan()
    volume.hu[0].ravel()[:voxels] = 3000
    assert (severities(volume).get("region.metal") == "warning") is warned


def test_bone_is_not_metal():
    volume = scan()
    volume.hu[0] = 2000
    assert "region.metal" not in severities(volume)


@pytest.mark.parametrize(
    ("sd", "code", "severity"),
    [
        (30.0, "region.noise", "pass"),
        (30.1, "region.noisy", "warning"),
        (90.0, "region.noisy", "warning"),
        (90.1, "region.too-noisy", "blocking"),
    ],
)
def test_noise_is_a_warning_and_much_noise_stops_the_answer(sd, code, severity):
    (finding,) = check_noise((measure(sd_hu=sd),), STRUCTURES, LIMITS, NO_CONTRAST)
    assert (finding.code, finding.severity) == (code, severity)


def test_the_noise_is_that_of_the_middle_vessel():
    measures = tuple(measure(sd_hu=sd) for sd in (10.0, 20.0, 500.0))
    (finding,) = check_noise(measures, STRUCTURES, LIMITS, NO_CONTRAST)
    assert finding.evidence == {"sd_hu": 20}


def test_without_any_vessel_there_is_no_noise():
    assert check_noise((measure(sd_hu=None),), STRUCTURES, LIMITS, NO_CONTRAST) == []


def test_what_varies_inside_a_lesion_is_not_noise():
    structures = (*STRUCTURES, structure("lesion"))
    lesion = measure("lesion", sd_hu=200.0)
    assert check_noise((lesion,), structures, LIMITS, NO_CONTRAST) == []
    (finding,) = check_noise((lesion, measure("vein", sd_hu=20.0)), structures, LIMITS, NO_CONTRAST)
    assert finding.evidence == {"sd_hu": 20}


def contrast(artery=None, vein=None, agent="", role=NO_CONTRAST):
    measures = tuple(measure(n, mean_hu=hu) for n, hu in (("artery", artery), ("vein", vein)) if hu is not None)
    return [(f.code, f.severity) for f in check_contrast(measures, STRUCTURES, agent, role, LIMITS)]


@pytest.mark.parametrize(
    ("artery", "vein", "agent", "expected"),
    [
        (45, 45, "", ("contrast.none", "pass")),
        (45, 45, "Iohexol", ("contrast.tag-disagrees", "warning")),
        (70, 45, "", ("contrast.unclear", "warning")),
        (89.9, 45, "", ("contrast.unclear", "warning")),
        (90, 45, "", ("contrast.present-tag-silent", "blocking")),
        (45, 200, "", ("contrast.present-tag-silent", "blocking")),
        (300, 45, "Iohexol", ("contrast.present", "blocking")),
        (None, None, "Iohexol", ("contrast.tag-only", "blocking")),
        (None, 45, "", ("contrast.none", "pass")),
    ],
)
def test_the_image_decides_whether_there_is_contrast_medium(artery, vein, agent, expected):
    assert contrast(artery, vein, agent) == [expected]


def test_without_vessels_and_without_a_tag_nothing_is_said_of_contrast():
    assert contrast() == []


def test_a_pack_that_does_not_care_is_told_nothing_of_contrast():
    assert contrast(300, 300, "Iohexol", replace(NO_CONTRAST, contrast="any")) == []


def test_the_density_of_a_kind_is_weighted_by_volume():
    # 1 mL at 150 HU and 3 mL at 50 HU are 75 HU in all.
    arteries = (structure("artery"), replace(structure("artery"), id="other"))
    measures = (measure(volume_ml=1.0, mean_hu=150.0), measure("other", volume_ml=3.0, mean_hu=50.0))
    (finding,) = check_contrast(measures, arteries, "", NO_CONTRAST, LIMITS)
    assert (finding.code, finding.evidence["artery_hu"]) == ("contrast.unclear", 75)
