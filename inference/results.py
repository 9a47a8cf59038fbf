"""What steps of a pack give: measures, pictures, figures and risks. Plain data, no language."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from annotated_types import MaxLen

from inference.findings import Finding
from inference.risk.estimate import Estimate
from inference.risk.explanation import AnyExplanation
from inference.risk.logistic import Answer
from inference.risk.reference import TierMeaning
from inference.schema import SOFT_TISSUE, DisplayWindow
from inference.text import Words

Uid = Annotated[str, MaxLen(64)]
"""PS3.5 section 9.1."""
MOST_IMAGES = 50_000
"""Of one series: as many as files are looked at in one scan."""


def uid_of(text: str) -> Uid:
    """The text where it can be a UID, else nothing."""
    return text if re.fullmatch(r"[0-9.]{1,64}", text) else ""


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """One predictor as it was answered.

    Attributes
    ----------
    value
        None: unknown.
    origin
        Typed in, taken from the DICOM header, computed from other answers, or given by a step that read the images.
    """

    predictor: str
    value: Answer | None
    origin: Literal["entered", "dicom", "computed", "image", "unknown"]


@dataclass(frozen=True, slots=True)
class Patient:
    """Who was examined, as the images or the answers say."""

    name: Words = ""
    id: Words = ""
    birth_date: Words = ""
    sex: Words = ""
    age_years: float | None = None


@dataclass(frozen=True, slots=True)
class UsedSeries:
    """The series that was read for one image role, and why it was chosen.

    What follows ``simulated`` is for other systems and is not printed; records of before do not have it.

    Attributes
    ----------
    study_time
        As in DICOM, HHMMSS.
    referring_physician
        As in DICOM, with carets.
    sop_instance_uids
        Of the images whose pixels were used, in the order of the stack; empty where none was read, and an empty text
        for what is no UID.
    frame_numbers
        Of each image in a multi-frame file, counted from 1 (PS3.3 section 10.3); empty for files of one image.
    """

    role: str
    study_uid: str
    series_uid: str
    frame_of_reference_uid: str
    accession: Words
    study_date: Words
    description: Words
    manufacturer: Words
    kernel: Words
    slices: int
    spacing_mm: tuple[float, float, float]
    thickness_mm: float | None
    overridden: bool
    reasons: tuple[Finding, ...]
    simulated: bool = False
    study_id: Words = ""
    study_time: Words = ""
    issuer_of_patient_id: Words = ""
    referring_physician: Words = ""
    sop_instance_uids: Annotated[tuple[Uid, ...], MaxLen(MOST_IMAGES)] = ()
    frame_numbers: Annotated[tuple[int, ...], MaxLen(MOST_IMAGES)] = ()

    @property
    def as_printed(self) -> UsedSeries:
        """The same without what is for other systems: two that are alike in this say the same."""
        return replace(
            self,
            study_id="",
            study_time="",
            issuer_of_patient_id="",
            referring_physician="",
            sop_instance_uids=(),
            frame_numbers=(),
        )


@dataclass(frozen=True, slots=True)
class Measure:
    """Figures of one structure; None where it could not be measured.

    Attributes
    ----------
    mean_diameter_mm, min_diameter_mm, max_diameter_mm
        Of circles with the area of the cross-sections along the centreline.
    flattening
        Mean ratio of long to short axis of the cross-sections.
    calcification_ml
        Volume of voxels above the calcium threshold inside and at the wall.
    certainty
        Mean probability of the segmented voxels, 0.5 to 1.
    expected_overlap
        Dice that is to be expected of the contour, by the network's own chances.
    agreement
        Dice between what two placements of the network's block label.
    least_certain_slice
        Axial slice of the series in which the contour is least certain, from 1.
    """

    structure: str
    found: bool
    volume_ml: float | None = None
    length_mm: float | None = None
    mean_diameter_mm: float | None = None
    min_diameter_mm: float | None = None
    max_diameter_mm: float | None = None
    mean_hu: float | None = None
    sd_hu: float | None = None
    flattening: float | None = None
    calcification_ml: float | None = None
    certainty: float | None = None
    cut_off: bool = False
    expected_overlap: float | None = None
    agreement: float | None = None
    least_certain_slice: int | None = None


@dataclass(frozen=True, slots=True)
class Contour:
    """Outline of a structure on a picture: closed polygons in picture pixels (x, y)."""

    structure: str
    polygons: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A key slice, ready to print.

    Attributes
    ----------
    png
        Grey picture, base64 of a PNG, windowed; patient's right is on the left.
    pixel_mm
        Size of a pixel (rows, columns).
    place
        What it shows: plane and patient coordinate of the slice, mm.
    window
        In which it is shown; earlier records have one and do not name it.
    """

    png: str
    pixel_mm: tuple[float, float]
    plane: Literal["axial", "coronal", "sagittal"]
    place_mm: float
    slice_number: int
    contours: tuple[Contour, ...] = ()
    window: DisplayWindow = SOFT_TISSUE


@dataclass(frozen=True, slots=True)
class Population:
    """What is known of the people that a risk is read against.

    Attributes
    ----------
    tiers
        What each tier means among them; empty in records of before, and where nothing was counted.
    share_at_or_above
        Share of them with at least this risk, 0 to 1; None where nothing was counted.
    site_prevalence
        The site's event rate; None where it has set none.
    trained_prevalence
        Share of events that the model was fitted to; None for one from the literature.
    raw_probability
        What the model gave before the shift to the site's prevalence; None when it has no prevalence of its own.
    """

    tiers: tuple[TierMeaning, ...] = ()
    share_at_or_above: float | None = None
    site_prevalence: float | None = None
    trained_prevalence: float | None = None
    raw_probability: float | None = None


@dataclass(frozen=True, slots=True)
class Risk:
    """A risk, what makes it up, and whom it is read against; None where it is read against nobody."""

    estimate: Estimate
    explanation: AnyExplanation
    population: Population | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A computed figure, score or class that is not a risk.

    Attributes
    ----------
    id
        Names the wording in the pack's step.
    step
        Id of the step that gave it.
    value
        Number or class id; None when an input is unknown.
    low, high
        Interval or bounds, where there is one.
    missing
        Predictors that were unknown and would be needed.
    """

    id: str
    step: str
    value: Answer | None
    low: float | None = None
    high: float | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SignFigure:
    """A number that a sign rests on, and what it is held against; None where it only tells more."""

    name: str
    value: float
    limit: float | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """Whether a structure shows a sign.

    Attributes
    ----------
    id
        Names its wording.
    structure, step
        What is looked at, and id of the step that looked.
    by
        Whether a rule decides or a network that was trained on readers' calls.
    seen
        None: it cannot be told, and ``reason`` names the wording of why.
    figures
        What that rests on.
    slice_number
        Axial slice of the series, from 1, in which it is, or comes closest; None where there is none.
    place_mm
        Where that is in the patient, LPS.
    source
        Id of the evidence that the rule is from; empty for a network.
    """

    id: str
    structure: str
    step: str
    by: Literal["rule", "network"]
    seen: bool | None
    figures: tuple[SignFigure, ...] = ()
    slice_number: int | None = None
    place_mm: tuple[float, float, float] | None = None
    reason: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class EngineUse:
    """What really ran a model."""

    model: str
    sha256: str
    engine: str
    device: str
    precision: str
    note: str = ""
