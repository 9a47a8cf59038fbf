"""The choice of a series: by rules whose reasons are shown, the same for any order of the input."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from inference import dicom
from inference.dicom import Role, choose
from inference.dicom.kernels import softness
from inference.errors import InputError
from inference.quality.examination import check_which
from tests.helpers.dicom_files import stack_positions, write_series
from tests.helpers.images import NO_CONTRAST

ROLE = Role(min_slices=5, max_spacing_mm=5, thickness_mm=(1, 3), contrast="none", region_words=("chest", "胸"))


@pytest.fixture
def study(tmp_path):
    """Write one series for each set of attributes, numbered from 1, and scan them."""

    def make(*attributes: dict) -> tuple[dicom.Series, ...]:
        for number, one in enumerate(attributes, start=1):
            positions = one.pop("positions", stack_positions(8))
            orientation = one.pop("orientation", (1, 0, 0, 0, 1, 0))
            write_series(tmp_path / str(number), positions, orientation, series=str(number), SeriesNumber=number, **one)
        return dicom.scan(tmp_path).series

    return make


def codes(candidate) -> list[str]:
    return [reason.code.removeprefix("dicom.choice-") for reason in candidate.reasons]


@pytest.mark.parametrize(
    ("worse", "reason"),
    [
        ({"ImageType": ["DERIVED", "SECONDARY"]}, "derived"),
        ({"ContrastBolusAgent": "Iohexol"}, "contrast-agent"),
        ({"BodyPartExamined": "HEAD", "SeriesDescription": "Brain"}, "region-unnamed"),
        ({"positions": stack_positions(9)[[0, 1, 2, 4, 5, 6, 7, 8]]}, "missing-slices"),
        ({"SliceThickness": 5}, "thickness-outside"),
        ({"ConvolutionKernel": "B70f"}, "kernel-sharp"),
        ({"ConvolutionKernel": None}, "kernel-unknown"),
    ],
)
def test_each_preference_decides_between_series_that_are_equal_otherwise(study, worse, reason):
    choice = choose(study(worse, {}), ROLE)
    assert choice.series.number == 2
    assert choice.candidates[1].suitable
    assert reason in codes(choice.candidates[1])
    assert reason not in codes(choice.candidates[0])


def test_the_newest_suitable_examination_comes_first_and_several_are_a_question(study):
    old = {"StudyInstanceUID": "1.1", "StudyDate": "20191128"}
    series = study({**old, "ConvolutionKernel": "B30f"}, {"StudyInstanceUID": "1.3", "ConvolutionKernel": "B70f"})
    choice = choose(series, ROLE)
    assert [s.study_uid for s in choice.examinations] == ["1.3", "1.1"]
    assert choice.series.study_uid == "1.3"
    assert [f.severity for f in check_which(choice, NO_CONTRAST)] == ["blocking"]
    assert check_which(choose(series, ROLE, override="1"), NO_CONTRAST) == []


@pytest.mark.parametrize(
    "earlier",
    [
        {"StudyDate": "20240130"},
        {"StudyDate": ""},
        {"StudyTime": "0900"},
        {"StudyDate": "20240130", "StudyTime": "235959.9"},
    ],
)
def test_examinations_are_ordered_by_date_and_time_before_numbers_and_uids(study, earlier):
    series = study({"StudyInstanceUID": "1.1", **earlier}, {"StudyInstanceUID": "1.3"})
    assert choose(series, ROLE).series.study_uid == "1.3"


def test_an_examination_without_a_suitable_series_is_no_question(study):
    series = study({"StudyInstanceUID": "1.1", "Modality": "MR", "StudyDate": "20250101"}, {"StudyInstanceUID": "1.3"})
    choice = choose(series, ROLE)
    assert (choice.series.study_uid, len(choice.examinations)) == ("1.3", 1)


@pytest.mark.parametrize(
    "bad",
    [
        {"SamplesPerPixel": 3, "PhotometricInterpretation": "RGB"},
        {"RescaleSlope": None, "RescaleIntercept": None},
        {"RescaleType": "US"},
        {"BitsStored": 17},
    ],
)
def test_an_equal_series_that_can_be_read_goes_before_one_that_cannot(study, bad):
    series = study({"positions": stack_positions(30), **bad}, {"ConvolutionKernel": "B70f"})
    choice = choose(series, ROLE)
    assert choice.series.number == 2
    assert codes(choice.candidates[1])[0] in ("unreadable", "unscaled")


def test_the_longer_series_is_taken_where_nothing_else_decides(study):
    assert choose(study({}, {"positions": stack_positions(30)}), ROLE).series.number == 2


def test_the_lower_number_is_taken_where_nothing_decides(study):
    assert choose(study({}, {}), ROLE).series.number == 1


def test_weightier_preferences_come_first(study):
    series = study({"ImageType": ["DERIVED", "SECONDARY"]}, {"ConvolutionKernel": "LUNG", "SliceThickness": 5})
    assert choose(series, ROLE).series.number == 2


@pytest.mark.parametrize(
    ("attributes", "reason"),
    [
        ({"Modality": "MR"}, "wrong-modality"),
        ({"ImageType": ["ORIGINAL", "PRIMARY", "LOCALIZER"]}, "localizer"),
        ({"orientation": (1, 0, 0, 0, 0, -1), "positions": stack_positions(8, (0, 2, 0))}, "wrong-plane"),
        ({"positions": stack_positions(4)}, "few-slices"),
        ({"positions": stack_positions(8, (0, 0, 7))}, "wide-spacing"),
        ({"ImagePositionPatient": None}, "no-volume"),
    ],
)
def test_a_series_that_misses_a_condition_is_not_chosen_and_says_why(study, attributes, reason):
    choice = choose(study(attributes), ROLE)
    assert choice.series is None
    assert codes(choice.candidates[0]) == [reason]


def test_words_that_a_map_must_carry_are_a_condition(study):
    role = Role(words=("VNC",))
    choice = choose(study({"SeriesDescription": "Iodine map"}, {"SeriesDescription": "Head vnc 1.0"}), role)
    assert choice.series.number == 2
    assert codes(choice.candidates[1]) == ["wrong-kind"]


def test_the_region_may_be_named_in_chinese(study):
    series = study({"BodyPartExamined": ""}, {"SpecificCharacterSet": "GB18030", "SeriesDescription": "胸部平扫"})
    assert choose(series, Role(region_words=("胸",))).series.number == 2


def test_a_series_named_by_the_user_is_taken_even_against_the_rules(study):
    series = study({}, {"Modality": "MR"})
    for name in (2, "2", series[1].uid, series[1].key):
        choice = choose(series, ROLE, override=name)
        assert choice.series.number == 2
        assert choice.overridden
    assert codes(choice.candidates[1]) == ["wrong-modality"]


def test_a_series_that_is_not_there_cannot_be_taken(study):
    with pytest.raises(InputError, match=r"dicom\.override-not-found wanted=7"):
        choose(study({}), ROLE, override=7)


def test_a_series_number_that_two_examinations_have_names_none(study):
    series = study({"SeriesInstanceUID": "1.7", "StudyInstanceUID": "1.1"}, {"StudyInstanceUID": "1.3"})
    series = tuple(replace(one, number=2) for one in series)
    with pytest.raises(InputError, match=r"dicom\.override-ambiguous wanted=2 count=2") as caught:
        choose(series, ROLE, override="2")
    for key in caught.value.parameters["keys"].split(", "):
        assert choose(series, ROLE, override=key).series.key == key


def test_the_choice_does_not_depend_on_the_order_of_the_series(study):
    series = study({"ConvolutionKernel": "B70f"}, {}, {"SliceThickness": 5}, {"Modality": "MR"})
    ranked = {tuple(one.series.number for one in choose(order, ROLE).candidates) for order in permutations(series)}
    assert ranked == {(2, 1, 3, 4)} or len(ranked) == 1


def test_nothing_is_chosen_from_nothing():
    assert choose((), ROLE).series is None


@pytest.mark.parametrize(
    ("kernel", "kind"),
    [
        ("B30f", "soft"),
        ("Br40d", "soft"),
        ("B50f", "medium"),
        ("B70f", "sharp"),
        ("Bl57d", "sharp"),
        ("I31f", "soft"),
        ("STANDARD", "soft"),
        ("STD+", "soft"),
        ("LUNG", "sharp"),
        ("BONEPLUS", "sharp"),
        ("CHST", "medium"),
        ("FC08", "soft"),
        ("FC51", "sharp"),
        ("B", "soft"),
        ("YC", "sharp"),
        ("B_SOFT_B", "soft"),
        ("B_SHARP_C", "sharp"),
        ("", ""),
        ("XYZ", ""),
    ],
)
def test_kernels_are_soft_or_sharp_by_their_names(kernel, kind):
    assert softness(kernel) == kind
