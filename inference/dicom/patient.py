"""Text of headers in their character sets, and who was examined."""

from __future__ import annotations

from collections.abc import Iterable

from inference.dicom import values as value
from inference.dicom.model import Note, PatientIdentity
from inference.dicom.text import decode


class HeaderText:
    """Decodes the text of one header and remembers which character sets had to be guessed."""

    def __init__(self, raw: dict[str, bytes]) -> None:
        self._raw = raw
        self._declared = value.plain(raw.get("SpecificCharacterSet"))
        self._guessed: dict[str, None] = {}

    def __call__(self, keyword: str) -> str:
        """Decoded and stripped value of an attribute."""
        text, guessed = decode(self._raw.get(keyword, b""), self._declared)
        if guessed:
            self._guessed[guessed] = None
        return text.strip()

    def reads(self, raw: dict[str, bytes]) -> bool:
        """Whether this is the header it reads."""
        return raw is self._raw

    @property
    def notes(self) -> list[Note]:
        """Which character sets were guessed."""
        return [
            Note("dicom.charset-guessed", {"declared": self._declared or "ISO_IR 6", "used": used})
            for used in self._guessed
        ]


_PATIENT_KEYS = (
    "SpecificCharacterSet",
    "PatientName",
    "PatientID",
    "PatientBirthDate",
    "PatientSex",
    "PatientAge",
    "StudyDate",
    "PatientSize",
    "PatientWeight",
)


def patient_of(headers: Iterable[dict[str, bytes]], first: HeaderText) -> PatientIdentity:
    """Who was examined, by the header that says most; what it leaves out is asked of the others.

    Parameters
    ----------
    headers
        Undecoded attributes of all images of one person.
    first
        The text of the first of them, which remembers what had to be guessed.
    """
    distinct: dict[tuple[bytes | None, ...], dict[str, bytes]] = {}
    for header in headers:
        distinct.setdefault(tuple(map(header.get, _PATIENT_KEYS)), header)
    fullest = sorted(distinct, key=lambda key: sum(map(_says, key[1:])), reverse=True)
    raw: dict[str, bytes] = {}
    for key in reversed(fullest):
        raw |= {keyword: given for keyword, given in zip(_PATIENT_KEYS, key) if given is not None and _says(given)}
    reads = [first if first.reads(distinct[key]) else HeaderText(distinct[key]) for key in fullest]

    def said(keyword: str) -> str:
        return next(filter(None, (read(keyword) for read in reads)), "")

    birth_date, on = value.plain(raw.get("PatientBirthDate")), value.plain(raw.get("StudyDate"))
    return PatientIdentity(
        name=said("PatientName"),
        id=said("PatientID"),
        birth_date=birth_date,
        sex=value.plain(raw.get("PatientSex")),
        age_years=value.age_years(value.plain(raw.get("PatientAge")), birth_date, on),
        size_m=value.positive(raw.get("PatientSize")),
        weight_kg=value.positive(raw.get("PatientWeight")),
    )


def _says(raw: bytes | None) -> bool:
    return bool(raw and raw.strip(b"\0 ^="))
