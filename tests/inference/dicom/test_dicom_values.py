"""Numbers and dates of the header: right, or unknown."""

from __future__ import annotations

import pytest

from inference.dicom import values as value


@pytest.mark.parametrize(
    ("age", "birth_date", "on", "years"),
    [
        ("045Y", "", "", 45.0),
        ("018M", "", "", 1.5),
        ("014D", "", "", 14 / 365.25),
        ("052W", "", "", 52 * 7 / 365.25),
        ("", "19600131", "20240131", 64.0),
        ("", "1960.01.31", "20240131", 64.0),
        ("000Y", "19600131", "20240131", 64.0),
    ],
)
def test_age_comes_from_the_age_string_or_else_from_the_dates(age, birth_date, on, years):
    assert value.age_years(age, birth_date, on) == pytest.approx(years, abs=0.01)


@pytest.mark.parametrize(
    ("age", "birth_date", "on"),
    [
        ("", "", "20240131"),
        ("", "19600131", ""),
        ("000Y", "", ""),
        ("45", "", ""),
        ("²²²Y", "", ""),
        ("", "19601331", "20240131"),
        ("", "20250101", "20240131"),
        ("", "18000101", "20240131"),
        ("", "20240131", "20240131"),
    ],
)
def test_an_age_that_cannot_be_known_is_unknown(age, birth_date, on):
    assert value.age_years(age, birth_date, on) is None


@pytest.mark.parametrize("raw", [None, b"", b"  ", b"one", b"1,5", b"nan", b"inf", b"1\\x"])
def test_a_malformed_number_is_unknown(raw):
    assert value.number(raw) is None


def test_the_first_of_several_numbers_is_taken():
    assert value.number(b"1.5\\2.5 ") == 1.5


def test_an_underscore_makes_no_number():
    assert value.numbers(b"1_0") is value.numbers(b"1\\1_024") is None


def test_a_wrong_count_of_numbers_is_unknown():
    assert value.numbers(b"1\\2", 3) is None


def test_integers_may_be_written_with_a_decimal_point():
    assert value.integer(b"12.0") == 12


def test_control_characters_in_coded_text_are_dropped():
    assert value.plain(b"C\x1b[2JT") == "C[2JT"


def test_characters_outside_ascii_in_coded_text_become_question_marks():
    assert value.plain(b"CT\xff\0") == "CT?"
