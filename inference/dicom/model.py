"""What a scan finds and a load gives: plain, frozen, picklable values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from inference.dicom.stack import Stack
from inference.dicom.values import day_of
from inference.text import readable_name
from inference.volume import Volume

Parameter = str | int | float


@dataclass(frozen=True, slots=True)
class Note:
    """An observation that does not stop the work.

    Attributes
    ----------
    code
        ``dicom.what``, the key of the wording.
    parameters
        What the wording names.
    """

    code: str
    parameters: dict[str, Parameter] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class PatientIdentity:
    """Who was examined, as the header says; empty or None where it does not.

    Attributes
    ----------
    name
        Person name as in DICOM, ``alphabetic=ideographic=phonetic`` with carets.
    birth_date
        YYYYMMDD.
    sex
        ``M``, ``F``, ``O`` or empty.
    age_years
        From Patient's Age, or from the birth date and the date of the study.
    age_from
        Where an age of today comes from: ``birth-date`` or, for want of one to be believed, ``header``; empty for the
        age on the day of the study.
    """

    name: str = ""
    id: str = ""
    birth_date: str = ""
    sex: str = ""
    age_years: float | None = None
    age_from: str = ""
    size_m: float | None = None
    weight_kg: float | None = None

    @property
    def display_name(self) -> str:
        """The name to show, as :func:`inference.text.readable_name` words it."""
        return readable_name(self.name)


@dataclass(frozen=True, slots=True)
class PixelFormat:
    """How the stored values of a file are encoded; files of one series share the object.

    Attributes
    ----------
    syntax
        Transfer Syntax UID.
    padding
        Lowest and highest stored value that mean "not scanned", or None.
    """

    syntax: str
    explicit: bool
    big_endian: bool
    rows: int
    columns: int
    frames: int
    samples: int
    photometric: str
    bits_allocated: int
    bits_stored: int
    high_bit: int
    signed: bool
    padding: tuple[int, int] | None
    modality_lut: bool


@dataclass(frozen=True, slots=True)
class Slice:
    """One image of a series and where its pixels are.

    Attributes
    ----------
    path, member
        File, and the name inside it where it is a zip archive.
    frame
        Index in a multi-frame file, else 0.
    position_mm
        LPS position of the centre of the first pixel, or None.
    slope, intercept
        Value in the unit of the series = slope * stored value + intercept.
    resume_at
        Byte at which to look for the pixel data.
    """

    path: str
    member: str | None
    frame: int
    position_mm: tuple[float, float, float] | None
    sop_instance_uid: str
    instance_number: int | None
    slope: float
    intercept: float
    format: PixelFormat
    resume_at: int

    @property
    def name(self) -> str:
        """The file, as a message names it."""
        return self.path if self.member is None else f"{self.path}!{self.member}"


@dataclass(frozen=True, slots=True)
class Rival:
    """Another image at the place of a slice: a copy of it, if its pixels are the same.

    Attributes
    ----------
    index
        Of the slice in its series.
    slice
        The other image.
    """

    index: int
    slice: Slice


@dataclass(frozen=True, slots=True)
class Series:
    """Slices that belong together: one DICOM series, or one part of a series that held several.

    Text is decoded and stripped, and empty where the header lacks it; numbers are then None. Attributes of the header
    are those of the first slice; who the patient is, and what was injected, is asked of every image.

    Attributes
    ----------
    part
        Counts the parts of a split series from 1; 0 where it was not split.
    slices
        In the order of their position along the normal of the stack, one for each position.
    unit
        Of the values: ``HU``, ``mg/mL``, another Rescale Type as it stands, or empty where nothing is known.
    stack
        Their geometry, or None where positions or orientation are absent or contradictory.
    pixel_spacing_mm
        Distance between rows and between columns, or None.
    contrast_agent
        What the header says was injected; ``yes`` where it names a sequence only.
    localizer
        Whether it is a scout view.
    notes
        What was observed; the gates decide what it means.
    acquisition_date
        Of the images themselves, the latest where they are of several days.
    derived
        What kind of derived image it is, as of :func:`inference.dicom.derived.derived_kind`.
    rivals
        Other images at the places of its slices, which only their pixels can prove to be copies.
    simulated
        Whether every image carries the mark of this program's simulator (:data:`inference.dicom.tags.SIMULATION`).
    study_id, issuer_of_patient_id, referring_physician
        What other systems file the study under; the program itself makes no use of them. The physician's name is as in
        DICOM, with carets.
    """

    uid: str
    part: int
    study_uid: str
    number: int | None
    modality: str
    patient: PatientIdentity
    description: str
    study_description: str
    protocol: str
    body_part: str
    image_type: tuple[str, ...]
    localizer: bool
    kernel: str
    contrast_agent: str
    thickness_mm: float | None
    kvp: float | None
    manufacturer: str
    model: str
    station: str
    institution: str
    patient_position: str
    study_date: str
    study_time: str
    series_date: str
    accession: str
    frame_of_reference_uid: str
    transfer_syntax: str
    rows: int
    columns: int
    unit: str
    pixel_spacing_mm: tuple[float, float] | None
    orientation: tuple[float, ...] | None
    slices: tuple[Slice, ...]
    stack: Stack | None
    notes: tuple[Note, ...]
    acquisition_date: str = ""
    derived: str = ""
    rivals: tuple[Rival, ...] = ()
    simulated: bool = False
    study_id: str = ""
    issuer_of_patient_id: str = ""
    referring_physician: str = ""

    @property
    def key(self) -> str:
        """Names the series uniquely within a scan: its UID, and the part where it was split."""
        return f"{self.uid}#{self.part}" if self.part else self.uid

    @property
    def image_date(self) -> str:
        """Day on which the images were made: an examination of elsewhere may stand under the day of its import."""
        if self.acquisition_date:
            return self.acquisition_date
        dated = {day: text for text in (self.series_date, self.study_date) if (day := day_of(text)) is not None}
        return dated[min(dated)] if dated else self.study_date or self.series_date

    @property
    def examined(self) -> str:
        """Date and time of the examination as 14 digits, which sort; empty where the header gives no date."""
        day = re.sub(r"[.-]", "", self.image_date)
        time = self.study_time.replace(":", "")
        if not re.fullmatch(r"\d{8}", day, re.ASCII):
            return ""
        return day + (re.sub(r"[^0-9].*", "", time, flags=re.DOTALL) + "000000")[:6]

    @property
    def why_split(self) -> tuple[Note, ...]:
        """What sets this part apart from the other parts of its series; empty where it was not split."""
        return tuple(note for note in self.notes if note.code.startswith("dicom.split-by-"))

    @property
    def spacing_mm(self) -> float | None:
        """Distance between slices along their normal."""
        return self.stack.spacing_mm if self.stack and self.stack.spacing_mm else None

    @property
    def dicom_values(self) -> dict[str, Parameter]:
        """Known values by DICOM keyword, for filling in a form: numbers in the unit of the attribute, ages in years.

        ``PatientAgeFrom`` is no attribute: it says where the age comes from.
        """
        known = {
            "Modality": self.modality,
            "PatientName": self.patient.name,
            "PatientID": self.patient.id,
            "PatientBirthDate": self.patient.birth_date,
            "PatientSex": self.patient.sex,
            "PatientAge": self.patient.age_years,
            "PatientAgeFrom": self.patient.age_from,
            "PatientSize": self.patient.size_m,
            "PatientWeight": self.patient.weight_kg,
            "BodyPartExamined": self.body_part,
            "ContrastBolusAgent": self.contrast_agent,
            "ConvolutionKernel": self.kernel,
            "SliceThickness": self.thickness_mm,
            "KVP": self.kvp,
            "Manufacturer": self.manufacturer,
            "ManufacturerModelName": self.model,
            "StudyDate": self.study_date,
            "AccessionNumber": self.accession,
            "PatientPosition": self.patient_position,
        }
        return {keyword: value for keyword, value in known.items() if value not in ("", None)}


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was left out, and why."""

    name: str
    reason: Note


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found in the given paths.

    Attributes
    ----------
    series
        Ordered by study, series number, UID and part.
    notes
        Observations about the whole, among them the number of skipped files for each reason.
    files_seen
        Files and archive members looked at.
    files_skipped
        Those left out, at most ``MAX_NAMED_SKIPS`` of them for each reason; the notes count all.
    """

    series: tuple[Series, ...]
    notes: tuple[Note, ...]
    files_seen: int
    files_skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class LoadedSeries:
    """The voxels of a series, and what was done to bring them onto the grid.

    Attributes
    ----------
    read
        The images whose pixels are in the volume, in the order of :attr:`Series.slices`; those that could not be read
        are left out.
    """

    volume: Volume
    notes: tuple[Note, ...]
    read: tuple[Slice, ...] = ()
