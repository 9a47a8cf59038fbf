"""How long ago the images were made, and how old the patient is today."""

from dataclasses import replace
from datetime import date

import pytest

from inference.dicom import PatientIdentity
from inference.identity import age_contradicts, age_on, as_of
from inference.quality.examination import check_age
from tests.helpers.images import NO_CONTRAST, read_series

TODAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def series(tmp_path_factory):
    return read_series(tmp_path_factory.mktemp("series"), 3)


@pytest.mark.parametrize(
    ("day", "limit", "code"),
    [
        ("20261130", 0, None),
        ("20261129", 0, "series.old-images"),
        ("20261031", 30, None),
        ("20261030", 30, "series.old-images"),
        ("2026.10.30", 30, "series.old-images"),
        ("20191128", 30, "series.old-images"),
        ("20191128", 3650, None),
        ("20261201", 30, None),
        ("20261202", 30, "series.date-in-future"),
        ("", 30, "series.date-unknown"),
        ("20261350", 30, "series.date-unknown"),
    ],
)
def test_images_older_than_the_site_allows_are_a_warning(series, day, limit, code):
    found = check_age(replace(series, study_date=day, series_date=""), NO_CONTRAST, limit, TODAY)
    assert [(f.code, f.severity) for f in found] == ([(code, "warning")] if code else [])


@pytest.mark.parametrize("made", ["AcquisitionDate", "SeriesDate"])
def test_the_day_of_the_images_counts_and_not_that_of_their_import(tmp_path, made):
    series = read_series(tmp_path, 3, StudyDate="20261130", **{made: "20191128"})
    (finding,) = check_age(series, NO_CONTRAST, 30, TODAY)
    assert (finding.code, finding.evidence["date"]) == ("series.old-images", "2019-11-28")
    assert series.examined == "20191128101500"


@pytest.mark.parametrize(
    ("born", "header", "examined", "years"),
    [
        ("19621202", 57.0, "20191228", 63.0),
        ("19621130", 57.0, "20191228", 64.0),
        ("19621201", 57.0, "20191228", 63.0),
        ("19621202", None, "20191228", 63.0),
        ("", 57.0, "20191228", 57.0),
        ("19000101", 57.0, "20191228", 57.0),
        ("20270101", 57.0, "20191228", 57.0),
        ("", None, "20191228", None),
    ],
)
def test_the_age_is_that_of_today_where_the_birth_date_can_be_believed(series, born, header, examined, years):
    known = replace(series, patient=PatientIdentity(birth_date=born, age_years=header), study_date=examined)
    assert age_on(known, TODAY) == years
    assert as_of(known, TODAY).dicom_values.get("PatientAge") == years
    assert age_contradicts(known) == (born in ("19000101", "20270101") and header is not None)
