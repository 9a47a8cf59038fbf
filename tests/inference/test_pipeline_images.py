"""Which images a result names, for systems that file it beside them."""

from datetime import date
from pathlib import Path

from inference.dicom import scan
from inference.engines import EngineProvider
from inference.pipeline import Request, run
from inference.results import uid_of
from tests.helpers.dicom_files import enhanced_dataset, save, stack_positions, write_series
from tests.helpers.packs import make_pack, number, sheet, text

IMAGE = {"id": "ct", "title": text(), "modality": "CT", "max_spacing_mm": 5}
MEAN = {
    "kind": "region",
    "id": "mean",
    "title": text(),
    "image": "ct",
    "region": "lesion",
    "predictor": "a",
    "unit": "HU",
}
LESION = {"lesion": {"centre_mm": [0, 0, 0], "radius_mm": 5}}


def ran(found, image=None, chosen=None):
    """The mean in a sphere of the phantom."""
    pack = make_pack(predictors=[number("a")], images=[{**IMAGE, **(image or {})}], steps=[MEAN])
    request = Request(pack, sheet(regions=LESION), scan=found, series=chosen or {}, today=date(2024, 1, 31))
    return run(request, EngineProvider())


def test_what_other_systems_know_the_images_by_is_kept_in_the_order_of_the_stack(tmp_path):
    tags = {
        "StudyID": "S7",
        "IssuerOfPatientID": "某医院",
        "ReferringPhysicianName": "Zuweiser^Karl=卫^卡",
        "SpecificCharacterSet": "ISO_IR 192",
    }
    folder = write_series(tmp_path, 12, PatientPosition="HFS", PatientBirthDate="19600601", **tags)
    found = scan(folder)
    images = sorted(found.series[0].slices, key=lambda image: image.position_mm[2])
    damaged = Path(images[4].path)
    damaged.write_bytes(damaged.read_bytes()[:-500])
    outcome = ran(found)
    (used,) = outcome.series
    assert (used.study_id, used.study_time, used.issuer_of_patient_id) == ("S7", "101500", "某医院")
    assert used.referring_physician == "Zuweiser^Karl=卫^卡"
    # An image that could not be read was not used.
    assert used.sop_instance_uids == tuple(image.sop_instance_uid for image in images if image is not images[4])
    assert (len(used.sop_instance_uids), used.frame_numbers) == (11, ())


def test_frames_are_named_by_their_numbers_and_what_is_no_uid_by_nothing(tmp_path):
    one = enhanced_dataset(stack_positions(12)[[*range(6, 12), *range(6)]])
    one.PatientPosition, one.PatientBirthDate = "HFS", "19600601"
    save(one, tmp_path / "frames.dcm")
    (used,) = ran(scan(tmp_path)).series
    assert used.frame_numbers == (*range(7, 13), *range(1, 7))
    assert used.sop_instance_uids == (str(one.SOPInstanceUID),) * 12
    assert [uid_of(text) for text in ("1.2.3", "", "1.2.x", "1." * 40, "1.2\n")] == ["1.2.3", "", "", "", ""]


def test_what_a_header_does_not_say_and_images_that_were_not_read_stay_empty(tmp_path):
    found = scan(write_series(tmp_path, 12, PatientPosition="HFS", PatientBirthDate="19600601"))
    for outcome, count in ((ran(found), 12), (ran(found, {"max_spacing_mm": 1.5}, {"ct": found.series[0].key}), 0)):
        (used,) = outcome.series
        assert (used.study_id, used.issuer_of_patient_id, used.referring_physician) == ("", "", "")
        assert (outcome.kind, len(used.sop_instance_uids)) == ("answer" if count else "refusal", count)
