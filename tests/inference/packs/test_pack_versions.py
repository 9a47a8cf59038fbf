"""Which of two versions of a pack is the later one."""

import pytest

from inference.packs.versions import is_later


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2.0.0", "1.0.0"),
        ("1.10.0", "1.9.0"),
        ("1.0.1", "1.0"),
        ("1.0.0", "1.0.0-rc.1"),
        ("1.0.0-rc.10", "1.0.0-rc.2"),
        ("1.0.0-beta", "1.0.0-1"),
        ("2026.11.30", "2026.2.1"),
        ("v2", "1.9+build.7"),
    ],
)
def test_the_later_of_two_versions_is_told(one, other):
    assert (is_later(one, other), is_later(other, one)) == (True, False)


@pytest.mark.parametrize(("one", "other"), [("1.0", "1.0.0"), ("1.0.0+a", "1.0.0+b"), ("v1", "1")])
def test_neither_of_two_equal_versions_is_later(one, other):
    assert (is_later(one, other), is_later(other, one)) == (False, False)


@pytest.mark.parametrize("other", ["", "spring", "1.0 beta", "1..0", "1.0-ä", "9" * 20])
def test_what_is_no_version_is_neither(other):
    assert is_later("1.0.0", other) is None is is_later(other, "1.0.0")
