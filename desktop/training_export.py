"""Contours that a reader has corrected, for the site's own training: with its consent, and without a patient's name.

A folder that grows case by case: ``masks`` (NIfTI), ``cohort.csv`` in the form that ``precontrast-train`` reads, and
``images.csv``, which says what images the masks are of. The images themselves are not copied: de-identified by the PACS
they go to ``ct/CASE``, where the table looks for them.
"""

from __future__ import annotations

import csv
import hashlib
import hmac
import io
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.files import locked, write_whole
from desktop.leftovers import noted
from inference.errors import InputError
from inference.reading import MAX_TEXT_BYTES, read_bytes

if TYPE_CHECKING:
    from desktop.cases.model import Case, Event
    from desktop.language import Language
    from inference.outcome import Edit, Outcome
    from inference.packs.manifest import Manifest
    from inference.segmentation import Segmentation
    from inference.site import SiteProfile
    from inference.volume import Grid

COHORT, IMAGES, MASKS, STUDIES = "cohort.csv", "images.csv", "masks", "ct"
LOCK = ".precontrast.lock"
SECRET_BYTES = 32
DIGITS = 12
"""Of a pseudonym: two patients of a million share one with a chance of one in 500."""
ORIGINS = {"edited": "corrected from", "drawn": "drawn beside", "imported": "read from a file beside"}
OF_CASE = ("patient", "study", "outcome", "centre")
FORMULA = "=+-@\t\r"
"""With which a spreadsheet takes a text for a formula."""


@dataclass(frozen=True, slots=True)
class CohortRow:
    """A line of ``cohort.csv``: one mask of one reader.

    Attributes
    ----------
    case, patient
        Pseudonyms of this site, of the examination with the step of the pack, and of the patient.
    study
        Where the de-identified images are looked for, beside the table.
    outcome
        1 where the event happened, 0 where not, empty where it is not known.
    origin
        What the reader did to which structures, and of which model; the others are as that found them.
    """

    case: str
    patient: str
    study: str
    mask: str
    outcome: str
    split: str
    centre: str
    reader: str
    origin: str


@dataclass(frozen=True, slots=True)
class ImageRow:
    """A line of ``images.csv``: which series a mask lies on. It leads back to the patient, and stays in the house."""

    case: str
    study_uid: str
    series_uid: str
    slices: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a case gives to the training: its rows, and the mask of each."""

    rows: tuple[CohortRow, ...]
    images: tuple[ImageRow, ...]
    masks: Mapping[str, Segmentation]


def prepare(
    case: Case, masks: Mapping[str, Segmentation], event: Event | None, site: SiteProfile, secret: Path
) -> Prepared:
    """What may leave the program of a case.

    Parameters
    ----------
    masks
        By step of the pack.
    secret
        File with the key of this site's pseudonyms; made where there is none.

    Raises
    ------
    InputError
        ``training.not-allowed`` without the consent of the site profile, ``training.not-corrected`` for a case in which
        no reader has drawn, ``training.simulated`` for images of nobody, or as of the file.
    """
    if site.training_export is None or not site.training_export.allowed:
        raise InputError("training.not-allowed")
    outcome = case.outcome
    corrected = {} if outcome is None else {step: own for step, m in masks.items() if (own := _edits(outcome, m))}
    if outcome is None or not corrected:
        raise InputError("training.not-corrected", case=case.id)
    if outcome.simulated or any(series.simulated for series in outcome.series):
        raise InputError("training.simulated", case=case.id)
    key = site_key(secret)
    rows, images = [], []
    for step, edits in corrected.items():
        used = next(series for series in outcome.series if series.role == masks[step].image)
        name = pseudonym(key, "C", used.series_uid or case.id, outcome.pack.manifest.id, step)
        reader = _plain(" + ".join(sorted({edit.by for edit in edits if edit.by})))
        rows.append(
            CohortRow(
                case=name,
                patient=pseudonym(key, "P", *_person(outcome, case.id)),
                study=f"{STUDIES}/{name}",
                mask=f"{MASKS}/{name}-{pseudonym(key, 'R', reader)[:5]}-{step}.nii.gz",
                outcome="" if event is None or event.happened is None else str(int(event.happened)),
                split="",
                centre=_plain(site.name),
                reader=reader,
                origin=_origin(outcome, edits),
            )
        )
        images.append(ImageRow(name, used.study_uid, used.series_uid, used.slices))
    return Prepared(tuple(rows), tuple(images), {step: masks[step] for step in corrected})


def write(
    prepared: Prepared, manifest: Manifest, language: Language, folder: Path, whole: Mapping[str, Grid]
) -> list[Path]:
    """Write masks and rows; a row of the same case and reader is replaced.

    Parameters
    ----------
    whole
        As of :func:`desktop.masks.nifti.write_masks`.

    Returns
    -------
    list of Path
        Every file that was written.

    Raises
    ------
    InputError
        ``training.other-table`` where a table of the folder lacks columns, and then nothing was written;
        ``file.locked``, ``file.unwritable``.
    """
    from desktop.masks.nifti import write_masks

    with locked(folder / LOCK), noted(folder):
        tables = {
            COHORT: _merged(folder / COHORT, prepared.rows, ("case", "reader")),
            IMAGES: _merged(folder / IMAGES, prepared.images, ("case",)),
        }
        files: list[Path] = []
        for row, (step, mask) in zip(prepared.rows, prepared.masks.items()):
            stem = Path(row.mask).name.removesuffix(f"-{step}.nii.gz")
            files += write_masks({step: mask}, manifest, language, folder / MASKS, stem, whole)
        for name, text in tables.items():
            # With a byte order mark, without which spreadsheets take it for another encoding.
            write_whole(folder / name, text.encode("utf-8-sig"))
    return [*files, *(folder / name for name in tables)]


def pseudonym(key: bytes, kind: str, *parts: str) -> str:
    """A name that only who has the key can lead back to anybody, and that is the same every time."""
    told = "\0".join((kind, *parts)).encode()
    return kind + hmac.new(key, told, hashlib.sha256).hexdigest()[:DIGITS]


def site_key(path: Path) -> bytes:
    """The key of this site's pseudonyms; made where there is none.

    Raises
    ------
    InputError
        ``training.key-damaged`` for a file that is no key: with another one patients would get new names. Also as of
        the file.
    """
    with locked(path.with_name(f"{path.name}.lock")):
        if not path.exists():
            write_whole(path, secrets.token_bytes(SECRET_BYTES))
        key = read_bytes(path, SECRET_BYTES + 1)
    if len(key) != SECRET_BYTES:
        raise InputError("training.key-damaged", path=str(path))
    return key


def _edits(outcome: Outcome, mask: Segmentation) -> list[Edit]:
    return [edit for edit in outcome.edits if edit.structure in mask.structures]


def _person(outcome: Outcome, case_id: str) -> tuple[str, ...]:
    """What tells one patient from another; where nothing is known, the case alone."""
    patient = outcome.patient
    if patient.id:
        return (patient.id,)
    return (patient.name, patient.birth_date) if patient.name and patient.birth_date else ("case", case_id)


def _origin(outcome: Outcome, edits: Sequence[Edit]) -> str:
    manifest = outcome.pack.manifest
    done = dict.fromkeys((edit.origin, edit.structure) for edit in edits)
    parts = []
    for origin in ORIGINS:
        structures = [structure for how, structure in done if how == origin]
        if structures:
            parts.append(f"{ORIGINS[origin]} {manifest.id} {manifest.version}: {' '.join(structures)}")
    return "; ".join(parts)


def _plain(text: str) -> str:
    return " ".join(text.split()).lstrip(FORMULA)


def _merged(path: Path, rows: Sequence[CohortRow] | Sequence[ImageRow], key: tuple[str, ...]) -> str:
    """The text of a table with these rows in it; columns that the site has added stay, empty in new rows."""
    own = [field.name for field in fields(rows[0])]
    columns, lines = _read(path, own)
    named = {tuple(line[name] for name in key): line for line in lines}
    for row in rows:
        line = dict(zip(own, map(str, astuple(row))))
        at = tuple(line[name] for name in key)
        named[at] = {**dict.fromkeys(columns, ""), **named.get(at, {}), **line}
        # What is known of the examination is the same for every reader, also where it was learnt since.
        for other in (other for other in named.values() if other["case"] == row.case):
            other.update({name: line[name] for name in OF_CASE if name in line})
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(named.values())
    return text.getvalue()


def _read(path: Path, own: list[str]) -> tuple[list[str], list[dict[str, str]]]:
    """Columns and lines of a table that is there."""
    if not path.exists():
        return own, []
    other = InputError("training.other-table", path=str(path), columns=", ".join(own))
    try:
        text = read_bytes(path, MAX_TEXT_BYTES).decode("utf-8-sig")
        rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        lines = list(rows)
    except (UnicodeDecodeError, csv.Error) as error:
        raise other from error
    columns = list(rows.fieldnames or ())
    even = all(None not in line and None not in line.values() for line in lines)
    if not set(own) <= set(columns) or len(set(columns)) < len(columns) or not even:
        raise other
    return columns, lines
