"""What steps of a pack give: measures, pictures, figures and risks. Plain data, no language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from inference.findings import Finding
from inference.risk.logistic import Answer, Contribution
from inference.risk.nomogram import Nomogram
from inference.risk.reference import TierMeaning
from inference.schema import SOFT_TISSUE, DisplayWindow
from inference.text import Words


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
    """The series that was read for one image role, and why it was chosen."""

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
