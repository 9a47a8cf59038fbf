"""Who is who: identities of headers compared as DICOM compares them, and gathered into people.

A wrong merge puts two people into one report, a wrong split only asks a question: two headers are of one person where
something that identifies is the same and nothing is contradicted. What is blank contradicts nothing and proves nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from inference.dicom.model import PatientIdentity, Series

_PLACEHOLDERS = re.compile(
    r"anon(ym(ous|i[sz]ed?)?)?|de ?identified|unknown|unnamed|none?|null|nil|n ?a|no ?(id|name)|not ?known|removed"
    r"|redacted|withheld|hidden|masked|confidential|patient ?(id|name)?|name|id|dummy|default|test|x+|0+"
    r"|匿名|未知|无名氏?|不详"
)
"""What tools that remove identities, and people in a hurry, write where a name or a number is due."""

MAX_COMPARED = 50
"""People with whom a header is compared; more of one study or one number are no real ones."""

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")


@dataclass(frozen=True, slots=True)
class Identity:
    """What a header says about who was examined, in the form in which it is compared.

    Attributes
    ----------
    id
        Patient ID without the spaces around it; empty where it is a placeholder.
    alphabetic, ideographic
        Groups of the name as :func:`comparable_name` gives them.
    birth_date
        Digits only; empty where it is not a date.
    sex
        ``M``, ``F``, ``O`` or empty.
    study
        Study Instance UID: one study is of one patient (PS3.3 section 7.2.1).
    """

    id: str
    alphabetic: str
    ideographic: str
    birth_date: str
    sex: str
    study: str

    @property
    def _completeness(self) -> tuple[object, ...]:
        known = sum(map(bool, (self.id, self.alphabetic, self.ideographic, self.birth_date, self.sex)))
        return -known, self.id, self.alphabetic, self.ideographic, self.birth_date, self.sex, self.study


@dataclass(slots=True)
class _Person:
    """What all headers of one person say together; one value each, as they contradict each other in nothing."""

    id: str = ""
    alphabetic: str = ""
    ideographic: str = ""
    birth_date: str = ""
    sex: str = ""
    members: list[Identity] = field(default_factory=list)

    def contradicts(self, other: Identity) -> bool:
        """Whether something that both know differs."""
        return (
            _differ(self.id, other.id)
            or _differ(self.birth_date, other.birth_date)
            or _differ(self.sex, other.sex)
            or _differ(self.ideographic, other.ideographic)
            or _differ(self.alphabetic, other.alphabetic)
        )

    def take(self, other: Identity) -> None:
        """Add a header."""
        for name in ("id", "alphabetic", "ideographic", "birth_date", "sex"):
            if not getattr(self, name):
                setattr(self, name, getattr(other, name))
        self.members.append(other)


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and one != other


def comparable_name(name: str) -> tuple[str, str]:
    """Alphabetic and ideographic group of a person name, in the form in which they are compared.

    Case, spaces around components, the width of characters and trailing empty components do not count (PS3.5 section
    6.2.1, PS3.4 section C.2.2.2.1); the phonetic group only says how the others sound and is left out. An alphabetic
    group that is written in ideographs, as scanners in China do, is taken for an ideographic one.
    """
    groups = [_group(group) for group in (*name.split("="), "")[:2]]
    alphabetic, ideographic = ("" if _is_placeholder(group) else group for group in groups)
    if not ideographic and _HAN.search(alphabetic):
        return "", alphabetic
    return alphabetic, ideographic


def _is_placeholder(text: str) -> bool:
    return bool(_PLACEHOLDERS.fullmatch(re.sub(r"[\W_]+", " ", text.casefold()).strip()))


def _group(group: str) -> str:
    components = [" ".join(part.split()) for part in unicodedata.normalize("NFKC", group).casefold().split("^")]
    return "^".join(components).rstrip("^")


@lru_cache(maxsize=4096)
def identity_of(name: str, patient_id: str, birth_date: str, sex: str, study: str) -> Identity:
    """The comparable identity of decoded header values."""
    patient_id = " ".join(unicodedata.normalize("NFKC", patient_id).split())
    known = patient_id and not _is_placeholder(patient_id)
    digits = re.sub(r"[.\-/]", "", birth_date)
    return Identity(
        patient_id if known else "",
        *comparable_name(name),
        digits if len(digits) == 8 and digits.isascii() and digits.isdigit() else "",
        sex.upper() if sex.upper() in ("M", "F", "O") else "",
        study,
    )


def gather(identities: Iterable[Identity]) -> dict[Identity, int]:
    """Number of the person that each identity belongs to.

    The most complete come first, so that the result does not depend on the order of the input.
    """
    people: list[_Person] = []
    known: dict[tuple[str, ...], list[int]] = {}
    number: dict[Identity, int] = {}
    for one in sorted(set(identities), key=lambda identity: identity._completeness):
        signs = _signs(one)
        candidates = sorted({n for sign in signs for n in known.get(sign, [])[:MAX_COMPARED]})
        found = next((n for n in candidates if not people[n].contradicts(one)), None)
        if found is None:
            found = len(people)
            people.append(_Person())
        people[found].take(one)
        for sign in signs:
            same = known.setdefault(sign, [])
            if found not in same[-1:]:
                same.append(found)
        number[one] = found
    return number


def _signs(one: Identity) -> list[tuple[str, ...]]:
    """What proves that another header is of the same person, unless something contradicts it."""
    signs: list[tuple[str, ...]] = [("study", one.study)] if one.study else []
    if one.id:
        signs.append(("id", one.id))
    if one.birth_date:
        signs += [("born", one.birth_date, name) for name in (one.alphabetic, one.ideographic) if name]
    return signs


def identity_of_series(series: Series) -> Identity:
    """The comparable identity of a series."""
    patient = series.patient
    return identity_of(patient.name, patient.id, patient.birth_date, patient.sex, series.study_uid)


def patients_of(series: Sequence[Series]) -> list[tuple[Series, ...]]:
    """The series of each person, both in the order in which they are given."""
    number = gather(map(identity_of_series, series))
    people: dict[int, list[Series]] = {}
    for one in series:
        people.setdefault(number[identity_of_series(one)], []).append(one)
    return [tuple(own) for own in people.values()]


def fullest(patients: Iterable[PatientIdentity]) -> PatientIdentity:
    """Of the identities of one person the one that says most; of equals the first."""
    return max(patients, key=lambda one: sum(map(bool, (one.id, one.name, one.birth_date, one.sex, one.age_years))))
