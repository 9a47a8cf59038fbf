"""What a record keeps of its images for other systems: it comes back, older records lack it, and nobody prints it."""

from dataclasses import replace

import pytest

from desktop.language import Language
from desktop.record import record_of
from desktop.report.build import build_content
from desktop.report.document import read_outcome, write_json
from desktop.report.signing import same_result
from inference.errors import InputError
from inference.outcome import Outcome
from inference.reading import read_typed, to_plain
from inference.results import UsedSeries

UIDS = tuple(f"1.2.826.0.1.3680043.8.498.{10**37 + n}" for n in range(1000))
PLAIN = UsedSeries(
    "ct", "1.2", "1.2.3", "1.2.4", "A1", "20260203", "Thorax", "Maker", "B30f", 1000, (0.5, 0.5, 1.0), 1.0, True, ()
)
FOR_OTHERS = {
    "study_id": "S-77",
    "study_time": "081000.5",
    "issuer_of_patient_id": "某医院",
    "referring_physician": "Zuweiser^Karl=卫^卡",
    "sop_instance_uids": UIDS,
    "frame_numbers": tuple(range(1, 1001)),
}


@pytest.fixture(scope="module")
def outcome(clinical_outcome) -> Outcome:
    return replace(clinical_outcome, series=(replace(PLAIN, **FOR_OTHERS),))


def test_a_record_names_the_images_that_were_used_and_stays_small(outcome, clinical_outcome, tmp_path):
    write_json(outcome, tmp_path / "report.json")
    assert read_outcome(tmp_path / "report.json").series == outcome.series
    assert len(record_of(outcome)) - len(record_of(clinical_outcome)) < 100_000


def test_a_record_of_before_is_read_and_says_the_same_result(outcome, tmp_path):
    data = to_plain(outcome)
    for name in FOR_OTHERS:
        del data["series"][0][name]
    before = read_typed(Outcome, data, "record")
    assert before.series == (PLAIN,)
    assert same_result(before, outcome) and same_result(outcome, before)
    assert not same_result(before, replace(outcome, series=(replace(PLAIN, study_date="20260204"),)))


@pytest.mark.parametrize("code", ["en", "zh"])
def test_what_is_for_other_systems_is_not_printed(outcome, code):
    printed = replace(outcome, series=(PLAIN,))
    assert build_content(outcome, Language(code)) == build_content(printed, Language(code))


@pytest.mark.parametrize(
    "change",
    [
        {"sop_instance_uids": UIDS[:1]},
        {"sop_instance_uids": (*UIDS, "1.2.3"), "frame_numbers": ()},
        {"frame_numbers": (0, *range(2, 1001))},
        {"frame_numbers": (*range(1, 1000), 2**40)},
    ],
    ids=["fewer than frames", "more than slices", "frame 0", "no frame"],
)
def test_images_that_cannot_be_are_refused(outcome, tmp_path, change):
    write_json(replace(outcome, series=(replace(outcome.series[0], **change),)), tmp_path / "report.json")
    with pytest.raises(InputError) as caught:
        read_outcome(tmp_path / "report.json")
    assert (caught.value.code, caught.value.parameters["field"]) == ("record.damaged", "series: ct")


@pytest.mark.parametrize("change", [{"sop_instance_uids": ["1." * 40]}, {"referring_physician": "x" * 3000}])
def test_longer_texts_than_dicom_has_are_refused(outcome, change):
    data = to_plain(outcome)
    data["series"][0].update(change)
    with pytest.raises(InputError):
        read_typed(Outcome, data, "record")
