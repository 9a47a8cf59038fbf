"""Gates on each vessel: found, plausible, sure, in one piece."""

import numpy as np
import pytest

from inference.quality.vessels import check_vessels
from inference.results import Measure
from inference.schema import OverlapEstimate, Sign, Trust
from tests.helpers.images import measure, structure
from tests.helpers.shapes import segmentation

ARTERY = structure("artery")


def bar(*starts: int, lengths=None) -> np.ndarray:
    labels = np.zeros((60, 6, 6))
    for start, length in zip(starts, lengths or [10] * len(starts)):
        labels[start : start + length, 2:5, 2:5] = 1
    return labels


def severities(labels=None, **changes) -> dict[str, str]:
    found = segmentation(bar(5) if labels is None else labels, ("artery",))
    return {f.code: f.severity for f in check_vessels((measure(**changes),), (ARTERY,), found)}


def test_a_vessel_that_is_as_it_should_be_passes():
    assert severities() == {"vessel.plausible": "pass"}


@pytest.mark.parametrize("measures", [(), (Measure("artery", False),), (measure("vein"),)])
def test_a_vessel_that_was_not_found_stops_the_answer(measures):
    found = segmentation(bar(), ("artery",))
    (finding,) = check_vessels(measures, (ARTERY,), found)
    assert (finding.code, finding.severity, finding.subject) == ("vessel.not-found", "blocking", "artery")


@pytest.mark.parametrize(("volume", "stopped"), [(0.99, True), (1.0, False), (9.0, False), (9.01, True)])
def test_an_implausible_volume_stops_the_answer(volume, stopped):
    assert (severities(volume_ml=volume).get("vessel.volume-implausible") == "blocking") is stopped


@pytest.mark.parametrize(("diameter", "warned"), [(3.9, True), (4.0, False), (12.0, False), (12.1, True)])
def test_an_implausible_diameter_is_a_warning(diameter, warned):
    assert (severities(mean_diameter_mm=diameter).get("vessel.diameter-implausible") == "warning") is warned


def test_a_diameter_that_could_not_be_measured_is_a_warning():
    assert severities(mean_diameter_mm=None) == {"vessel.diameter-unknown": "warning"}


@pytest.mark.parametrize(("hu", "warned"), [(19.0, True), (20.0, False), (200.0, False)])
def test_blood_that_is_too_thin_is_a_warning_and_too_dense_is_left_to_the_gate_of_contrast(hu, warned):
    assert (severities(mean_hu=hu).get("vessel.density-implausible") == "warning") is warned


@pytest.mark.parametrize(
    ("certainty", "expected"),
    [
        (0.75, {"vessel.plausible": "pass"}),
        (0.74, {"vessel.uncertain": "warning"}),
        (0.6, {"vessel.uncertain": "warning"}),
        (0.59, {"vessel.too-uncertain": "blocking"}),
        (None, {"vessel.plausible": "pass"}),
    ],
)
def test_an_uncertain_vessel_is_a_warning_and_a_very_uncertain_one_stops_the_answer(certainty, expected):
    assert severities(certainty=certainty) == expected


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ({"expected_overlap": 0.5}, {"vessel.plausible": "pass"}),
        ({"expected_overlap": 0.49}, {"vessel.overlap-low": "warning"}),
        ({"expected_overlap": 0.3}, {"vessel.overlap-low": "warning"}),
        ({"expected_overlap": 0.29}, {"vessel.overlap-too-low": "blocking"}),
        ({"agreement": 0.4}, {"vessel.plausible": "pass"}),
        ({"agreement": 0.39}, {"vessel.placements-differ": "warning"}),
        ({"certainty": 0.8}, {"vessel.uncertain": "warning"}),
        ({"certainty": 0.69}, {"vessel.too-uncertain": "blocking"}),
    ],
)
def test_each_structure_says_how_sure_the_network_must_be_of_it(figure, expected):
    trust = Trust(certainty=0.85, least_certainty=0.7, overlap=0.5, least_overlap=0.3, agreement=0.4)
    found, own = segmentation(bar(5), ("artery",)), structure("artery", trust=trust)
    findings = check_vessels((measure(least_certain_slice=7, **figure),), (own,), found)
    assert {f.code: f.severity for f in findings} == expected
    assert all(f.subject == "artery" and f.evidence.get("slice", 7) == 7 for f in findings)


@pytest.mark.parametrize(
    ("figures", "reason"),
    [
        ({"expected_overlap": 0.8, "length_mm": 40.0}, None),
        ({"expected_overlap": 0.66, "length_mm": 40.0}, None),
        ({"expected_overlap": 0.64, "length_mm": 40.0}, "contour.ambiguous"),
        ({"expected_overlap": 0.75, "length_mm": 8.0}, "contour.short"),
        # It speaks in place of what it is made of, and says nothing where a part is not known.
        ({"expected_overlap": 0.75, "length_mm": 40.0, "certainty": 0.7, "agreement": 0.5}, None),
        ({"expected_overlap": None, "length_mm": 8.0}, None),
    ],
)
def test_a_contour_of_which_several_signs_expect_little_is_to_be_checked_and_the_worst_is_named(figures, reason):
    signs = (Sign("overlap", 1.0, 0.75), Sign("length", 0.1, 40.0))
    own = structure("artery", trust=Trust(overlap=0.8, estimate=OverlapEstimate(0.7, signs, least=0.6)))
    found = segmentation(bar(5), ("artery",))
    (finding,) = check_vessels((measure(least_certain_slice=7, **figures),), (own,), found)
    if reason is None:
        assert finding.code == "vessel.plausible"
        return
    assert (finding.code, finding.severity, finding.subject) == ("vessel.estimate-low", "warning", "artery")
    assert finding.evidence.keys() == {"overlap", "limit", "slice", "reason"}
    assert (finding.evidence["reason"], finding.evidence["slice"], finding.evidence["limit"]) == (reason, 7, 0.6)


def test_a_vessel_in_two_large_pieces_is_a_warning_with_their_number():
    found = segmentation(bar(5, 30), ("artery",))
    (finding,) = check_vessels((measure(),), (ARTERY,), found)
    assert (finding.code, finding.evidence) == ("vessel.broken", {"pieces": 2})


def test_a_speck_beside_a_vessel_is_no_break():
    assert severities(bar(5, 50, lengths=[30, 1])) == {"vessel.plausible": "pass"}


def test_a_vessel_that_runs_out_of_the_scan_is_noted():
    assert severities(cut_off=True) == {"vessel.cut-off": "note"}


def test_every_vessel_of_the_pack_is_judged_by_its_own_limits():
    labels = bar(5)
    labels[30:40, 2:5, 2:5] = 2
    found = segmentation(labels, ("artery", "vein"))
    measures = (measure("artery"), measure("vein", volume_ml=20.0))
    findings = check_vessels(measures, (ARTERY, structure("vein")), found)
    assert [(f.code, f.subject) for f in findings] == [
        ("vessel.plausible", "artery"),
        ("vessel.volume-implausible", "vein"),
    ]


def test_where_the_answer_does_not_rest_on_the_vessels_a_bad_one_is_a_warning():
    found = segmentation(bar(5), ("artery",))
    (finding,) = check_vessels((measure(volume_ml=0.01),), (ARTERY,), found, part_of_answer=False)
    assert (finding.code, finding.severity) == ("vessel.volume-implausible", "warning")
