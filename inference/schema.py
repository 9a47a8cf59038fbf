"""Parts of a pack's manifest that every layer reads: evidence, images, structures and tiers.

The manifest itself, which also holds the steps, is :class:`inference.packs.manifest.Manifest`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, Protocol

from pydantic import Field

from inference.patterns import Colour, Modality, Share, Slug, Word
from inference.predictors import Predictor
from inference.reading import Fault
from inference.regions import ANY, Region
from inference.vocabulary import STRICT, Text, check_interval, repeated

Status = Literal["formula", "literature-prior", "simulation-trained", "site-trained", "externally-validated"]
Certainty = Literal["source", "verified", "computed", "unconfirmed"]
"""How sure a number is: read in the source's abstract, read on a public page, computed from those, not confirmed."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A source, and what to know about its numbers."""

    __pydantic_config__ = STRICT
    id: str
    citation: str
    certainty: Certainty
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class DisplayWindow:
    """Values that are shown from black to white: their middle and their width."""

    __pydantic_config__ = STRICT
    level: float
    width: Annotated[float, Field(gt=0)]

    def __post_init__(self) -> None:
        # In single precision, in which images are shown, black and white must be two numbers.
        least = max(1e-6, abs(self.level) * 1e-5)
        if self.width < least:
            raise Fault("greater_than_equal", ".width", ge=f"{least:g}")

    @property
    def ends(self) -> tuple[float, float]:
        """What is black and what is white."""
        return self.level - self.width / 2, self.level + self.width / 2


SOFT_TISSUE = DisplayWindow(50, 350)
"""For the neck and chest without contrast medium."""


@dataclass(frozen=True, slots=True)
class Gates:
    """Limits of what the program looks at before an answer; engineering limits unless a source is named.

    Attributes
    ----------
    least_age_years
        Younger patients get no answer; the cohorts and sources of most packs are of adults.
    dense_blood_hu, enhanced_blood_hu
        Blood without contrast medium has 30 to 65 HU, rising with haematocrit; even late phases lie above 90 HU. From
        the first of the two on a header that names an agent is believed, from the second on contrast medium is present
        whatever the header says.
    noisy_hu, too_noisy_hu
        Standard deviation inside arteries and veins that is worth a warning, and that stops the answer. Muscle and
        blood differ by 10 to 20 HU; simulated training scans of the vessels reach 60 HU after averaging to the
        network's voxel, which is about 90 HU in the scan's own.
    """

    __pydantic_config__ = STRICT
    least_age_years: Annotated[float, Field(ge=0, le=150)] = 18
    dense_blood_hu: float = 70.0
    enhanced_blood_hu: float = 90.0
    noisy_hu: float = 30.0
    too_noisy_hu: float = 90.0

    def __post_init__(self) -> None:
        check_interval("dense_blood_hu to enhanced_blood_hu", (self.dense_blood_hu, self.enhanced_blood_hu))
        check_interval("noisy_hu to too_noisy_hu", (self.noisy_hu, self.too_noisy_hu))


@dataclass(frozen=True, slots=True)
class ImageRole:
    """One image series that a pack needs.

    Attributes
    ----------
    modality
        As DICOM abbreviates it: CT, MR, ...
    contrast
        ``none`` refuses an enhanced series, ``any`` does not care.
    region
        Id of the region that must be in view, which only a segmentation can confirm; ``any``: nothing is asked.
    max_spacing_mm
        Largest distance between slices that the pack accepts.
    thickness_mm
        Preferred slice thickness, from and to, for choosing among series.
    words
        Words in the series description or image type that the series must carry (any of them); for maps.
    window
        In which it is printed, and shown at first.
    """

    __pydantic_config__ = STRICT
    id: str
    title: Text
    modality: Modality
    contrast: Literal["none", "any"] = "any"
    region: Slug = ANY
    max_spacing_mm: float = 10.0
    min_slices: int = 1
    thickness_mm: tuple[float, float] = (0.5, 5.0)
    words: tuple[Word, ...] = ()
    required: bool = True
    window: DisplayWindow = SOFT_TISSUE

    def __post_init__(self) -> None:
        check_interval("thickness_mm", self.thickness_mm)


@dataclass(frozen=True, slots=True)
class PredictorGroup:
    """A heading of the form."""

    __pydantic_config__ = STRICT
    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Range:
    """Plausible values of a measure; outside it the finding says so."""

    __pydantic_config__ = STRICT
    low: float
    high: float

    def __post_init__(self) -> None:
        check_interval("low to high", (self.low, self.high))


@dataclass(frozen=True, slots=True)
class Excluded:
    """What a structure holds little of: more of it, and it was probably drawn beside its place.

    Attributes
    ----------
    of
        What lies in that range of densities.
    most
        Share of the structure's voxels above which it is worth a warning; half of them stop the answer.
    """

    __pydantic_config__ = STRICT
    of: Literal["air", "fat", "soft-tissue", "bone", "metal"]
    hu: Range
    most: Share


SignOfError = Literal["certainty", "overlap", "agreement", "volume", "length", "diameter"]
"""Figures of a contour that tell something of its error: chances as in :class:`Trust`, mL and mm."""
SIZES = ("volume", "length", "diameter")


@dataclass(frozen=True, slots=True)
class Sign:
    """What one figure of a contour adds to the overlap that is estimated.

    Attributes
    ----------
    weight
        Times what the figure is above the usual; of a size times the natural logarithm of its ratio to the usual.
    usual
        Mean over the contours that the estimate was learnt from; of a size the geometric mean.
    """

    __pydantic_config__ = STRICT
    of: SignOfError
    weight: Annotated[float, Field(ge=-100, le=100)]
    usual: Annotated[float, Field(gt=0)]


@dataclass(frozen=True, slots=True)
class OverlapEstimate:
    """Dice with the true contour, as it follows from several signs of error.

    Attributes
    ----------
    usual
        Where all signs are as usual: the mean over the contours that the estimate was learnt from.
    least
        Below this the contour is to be checked by eye.
    """

    __pydantic_config__ = STRICT
    usual: Share
    signs: Annotated[tuple[Sign, ...], Field(min_length=1)]
    least: Share

    def __post_init__(self) -> None:
        twice = repeated(sign.of for sign in self.signs)
        if twice is not None:
            raise Fault("named-twice", ".signs", name=twice)


@dataclass(frozen=True, slots=True)
class Trust:
    """How sure the network must be of a structure; engineering limits unless the card of the pack names how they came.

    Below the first of each pair of limits the contour is to be checked by eye; below the second there is no answer.

    Attributes
    ----------
    certainty, least_certainty
        Mean chance of the labelled voxels.
    overlap, least_overlap
        Dice that is to be expected of the label, :func:`inference.certainty.expected_overlap`.
    agreement
        Dice between what two placements of the block label.
    estimate
        What overlap with the true contour such figures together let one expect, learnt from masks drawn by hand. Where
        there is one it speaks in place of ``certainty``, ``overlap`` and ``agreement``; the second limits stay.
    """

    __pydantic_config__ = STRICT
    certainty: Share = 0.75
    least_certainty: Share = 0.6
    overlap: Share = 0.65
    least_overlap: Share = 0.0
    agreement: Share = 0.6
    estimate: OverlapEstimate | None = None

    def __post_init__(self) -> None:
        check_interval("least_certainty to certainty", (self.least_certainty, self.certainty))
        check_interval("least_overlap to overlap", (self.least_overlap, self.overlap))


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another structure that lies where it must, or one of the two is not what it is taken for.

    Attributes
    ----------
    course
        ``beside``: half of this structure lies within the distance of the other; ``joined``: they come as near as that
        at one place.
    side
        Where the other lies, seen from most of this one.
    """

    __pydantic_config__ = STRICT
    structure: str
    course: Literal["beside", "joined"]
    within_mm: Annotated[float, Field(gt=0, le=500)]
    side: Literal["front", "back"] | None = None


@dataclass(frozen=True, slots=True)
class Structure:
    """Something that is segmented and measured.

    Attributes
    ----------
    kind
        What it is, in a word. Of arteries and veins the density tells whether contrast medium is present.
    code
        SNOMED CT concept of the anatomy, for DICOM objects.
    volume_ml, diameter_mm, hu
        What is plausible for the part in view; a structure outside is not trusted. Growing and painting by density
        begin with the range of ``hu``.
    excluded
        What it holds little of; looked at where it was drawn or brought as a file.
    trust
        How sure the network must be of it.
    neighbours
        What must lie near it; where nothing is said, of an artery some vein and of a vein some artery.
    scattered
        Whether it may lie in several pieces, as a part of a lesion does; of others that is worth a warning.
    """

    __pydantic_config__ = STRICT
    id: str
    title: Text
    short: str
    kind: Slug
    colour: Colour
    code: str
    volume_ml: Range
    diameter_mm: Range
    hu: Range
    excluded: tuple[Excluded, ...] = ()
    trust: Trust = Trust()
    neighbours: tuple[Neighbour, ...] = ()
    scattered: bool = False


@dataclass(frozen=True, slots=True)
class Tier:
    """One level of risk.

    Attributes
    ----------
    times
        From how many times the average risk on the tier begins (risk ratio; odds ratio where the site has set no rate).
        The lowest begins at 0. A site's own cut-offs replace it.
    share
        In manifests of before, which only old records hold: share of the reference population, counted from the highest
        risk, down to which the tier reaches.
    shape
        Drawn beside the word, so that colour is never alone.
    """

    __pydantic_config__ = STRICT
    id: str
    title: Text
    colour: Colour
    shape: Literal["triangle", "diamond", "circle"]
    times: Annotated[float, Field(ge=0)] | None = None
    share: Share | None = None
    actions: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Module:
    """A part of a model that was not estimated together with the rest; a site may switch it on."""

    __pydantic_config__ = STRICT
    id: str
    title: Text
    evidence: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One reported validation figure."""

    __pydantic_config__ = STRICT
    title: Text
    value: str
    evidence: str | None = None


class System(Protocol):
    """What a step may know of the pack that it stands in."""

    @property
    def outcome(self) -> str:
        """What is predicted."""
        ...

    @property
    def images(self) -> tuple[ImageRole, ...]:
        """Series that it needs."""
        ...

    @property
    def gates(self) -> Gates:
        """Limits of what is looked at."""
        ...

    def region_of(self, role: ImageRole) -> Region | None:
        """The region that must be in view in an image; None where nothing is asked."""
        ...

    @property
    def predictors(self) -> tuple[Predictor, ...]:
        """What is asked."""
        ...

    @property
    def structures(self) -> tuple[Structure, ...]:
        """What is segmented."""
        ...

    @property
    def tiers(self) -> tuple[Tier, ...]:
        """Levels of risk, the highest first."""
        ...

    def predictor(self, predictor_id: str) -> Predictor:
        """The predictor of that id."""
        ...
