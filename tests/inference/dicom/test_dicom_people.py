"""Who is who: identities compared as DICOM compares them, with birth date, sex and study."""

from __future__ import annotations

from itertools import permutations

import pytest

from inference.dicom.people import comparable_name, gather, identity_of

KNOWN = ("A^B", "1", "19500101", "F", "s1")
NOBODY = ("", "", "", "", "s1")


def people(*headers: tuple[str, ...]) -> int:
    """Number of people, the same for every order of the headers."""
    identities = [identity_of(*header) for header in headers]
    counted = {len(set(gather(order).values())) for order in permutations(identities)}
    (number,) = counted
    return number


@pytest.mark.parametrize(
    "name",
    ["A^B^^^", "a^b", "A ^ B", "A^B=甲^乙", "A^B==ｺｳ^ｵﾂ", "A^B=甲^乙=こう^おつ", "=甲^乙", "Ａ^Ｂ", "", "ANONYMOUS"],
)
def test_one_person_whose_name_is_written_otherwise_stays_one(name):
    assert people(KNOWN, (name, *KNOWN[1:4], "s2")) == 1


def test_what_is_left_out_in_one_header_does_not_make_another_person():
    for n in range(1, 4):
        other = [*KNOWN[:4], "s2" if n != 1 else "s1"]
        other[n] = ""
        assert people(KNOWN, tuple(other)) == 1
    assert people(KNOWN, ("A^B", "", "19500101", "", "s2")) == 1
    assert people(("王^小东", *KNOWN[1:]), ("Wang^Xiaodong=王^小东", *KNOWN[1:])) == 1


@pytest.mark.parametrize(
    "other",
    [
        ("A^C", "1", "19500101", "F", "s1"),
        ("A^B", "2", "19500101", "F", "s1"),
        ("A^B", "1", "19500102", "F", "s1"),
        ("A^B", "1", "19500101", "M", "s1"),
        ("A^B=甲^丙", "1", "19500101", "F", "s1"),
    ],
)
def test_whatever_differs_is_another_person_even_in_one_study(other):
    assert people(("A^B=甲^乙", *KNOWN[1:]), other) == 2


@pytest.mark.parametrize("word", ["", "ANONYMOUS", "anonymized", "Unknown", "NONE", "0000", "N/A", "XXXX", "匿名"])
def test_headers_that_name_nobody_are_of_one_person_in_one_study_only(word):
    blank = (word, word, "", "", "s1")
    assert people(blank, NOBODY) == 1
    assert people(blank, (word, word, "", "", "s2")) == 2
    assert people(blank, (word, word, "19500101", "", "s2")) == 2
    assert people((word, word, "19500101", "F", "s1"), (word, word, "19500101", "F", "s2")) == 2
    assert people((word, word, "", "F", "s1"), (word, word, "", "M", "s1")) == 2


def test_a_name_alone_is_no_proof_over_two_studies():
    assert people(("A^B", "", "", "", "s1"), ("A^B", "", "", "", "s2")) == 2
    assert people(("A^B", "", "19500101", "", "s1"), ("A^B", "", "19500101", "", "s2")) == 1


def test_names_are_compared_by_components_and_not_by_letters_alone():
    assert comparable_name("Ab^C") != comparable_name("A^bC")
    assert comparable_name("A^^B") != comparable_name("A^B")
