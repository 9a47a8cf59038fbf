"""Numbers as people type them."""

import pytest

from ui.typed_numbers import parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.5", 1.5),
        ("1,5", 1.5),
        ("１．５", 1.5),
        ("1。5", 1.5),
        (" 7 ", 7.0),
        ("-2", -2.0),
        ("", None),
        (".", None),
        ("nan", None),
    ],
)
def test_numbers_are_read_as_people_type_them(text, value):
    assert parse_number(text) == value
