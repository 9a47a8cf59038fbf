"""What steps of a pack give: measures, pictures, figures and risks. Plain data, no language."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from annotated_types import MaxLen

from inference.findings import Finding
from inference.risk.logistic import Answer, Contribution
from inference.risk.nomogram import Nomogram
from inference.risk.reference import TierMeaning
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
    """

    png: str
    pixel_mm: tuple[float, float]
    plane: Literal["axial", "coronal", "sagittal"]
    place_mm: float
    slice_number: int
    contours: tuple[Contour, ...] = ()


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The same patient with one answer changed that staff can change."""

    predictor: str
    value: Answer
    log_odds: float
    probability: float | None


@dataclass(frozen=True, slots=True)
class Risk:
    """A risk against the site's average, with what makes it up.

    Attributes
    ----------
    log_odds, spread
        Relative to the average odds, and its standard deviation.
    ratio, ratio_low, ratio_high
        Times the average: risk ratio where the site's rate is known, odds ratio otherwise; 95 % interval.
    probability, probability_low, probability_high
        Absolute risk at the site's prevalence; None when the site has set none.
    raw_probability
        What the model gave before the shift to the site's prevalence; None when it has no prevalence of its own.
    offset
        What a trained model's intercept adds: ``log_odds`` is the sum of the contributions and this.
    recentring
        The part of the offset that makes the mean probability of the reference people the site's rate.
    share_at_or_above
        Share of the reference people with at least this risk.
    average_of
        Whose case mix the average is of: the site's where it has told all of it, else the pack's reference people.
    tier_low, tier_high
        Tiers of the ends of the interval.
    tier_basis
        Whether the tier comes from multiples of the average (``share`` in records of before: from shares of the
        population) or from the site's cut-offs.
    tiers
        What each tier means among the reference people; empty in records of before.
    """

    log_odds: float
    spread: float
    ratio: float
    ratio_low: float
    ratio_high: float
    contributions: tuple[Contribution, ...]
    unknown: tuple[str, ...]
    tier: str
    tier_low: str
    tier_high: str
    tier_basis: Literal["times", "site", "share"]
    share_at_or_above: float
    what_if: tuple[WhatIf, ...]
    nomogram: Nomogram
    site_prevalence: float | None = None
    trained_prevalence: float | None = None
    raw_probability: float | None = None
    probability: float | None = None
    probability_low: float | None = None
    probability_high: float | None = None
    offset: float = 0.0
    recentring: float = 0.0
    average_of: Literal["site", "pack"] = "pack"
    tiers: tuple[TierMeaning, ...] = ()


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
class EngineUse:
    """What really ran a model."""

    model: str
    sha256: str
    engine: str
    device: str
    precision: str
    note: str = ""
