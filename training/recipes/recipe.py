"""What one kind of pack is made of: the parts of a recipe, as plain values.

The commands of the factory know how to segment, extract, fit, judge and pack; a recipe says what: which structures,
which crops around them, which risk models of what, and what the pack says of itself. A cohort names its recipe in
``cohort.toml``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from re import fullmatch
from typing import Literal

from inference.regions import Region
from inference.schema import ImageRole, Structure
from inference.steps import KINDS
from inference.steps.crops import CropPlan
from inference.vocabulary import Text, repeated

NAME = r"[A-Za-z0-9][A-Za-z0-9_-]*"
"""Of a recipe and of a model."""


@dataclass(frozen=True, slots=True)
class Binary:
    """An outcome that happens or does not: 1 or 0 in the table, a risk between them from the models.

    Attributes
    ----------
    event
        What happens, as it stands in a sentence: "12 with extravasation".
    """

    event: Text
    kind: Literal["binary"] = "binary"

    def __post_init__(self) -> None:
        if not (self.event.en.strip() and self.event.zh.strip()):
            raise ValueError("an outcome says what happens in both languages")


Outcome = Binary
"""What a recipe's models may predict; each kind says which it is in ``kind``."""


@dataclass(frozen=True, slots=True)
class Segmenting:
    """How the segment step finds the structures: a coarse network finds the region, a fine one labels a block of it.

    Attributes
    ----------
    classes
        By structure: the class of the fine network that it is, which the plan of that network must have.
    angle
        The two veins, upper and lateral, whose meeting the block is placed by.
    offset_mm
        From there to the middle of the block, along k, j, i.
    target
        The class of the coarse network that is looked for.
    region_ml, least_ml, least_certainty
        Its usual volume, and the least volume and certainty at which it counts as found.
    placements
        Blocks a fraction of a voxel apart that are averaged.
    rest_weight
        Weight of all other classes against the structures when a voxel is given to one.
    """

    classes: Mapping[str, str]
    angle: tuple[str, str]
    offset_mm: tuple[float, float, float]
    target: str
    region_ml: float
    least_ml: float
    least_certainty: float
    placements: int
    rest_weight: float

    def __post_init__(self) -> None:
        if self.placements < 1 or not 0 < self.rest_weight < math.inf:
            raise ValueError("a block is placed once at least, and other classes have a weight")


@dataclass(frozen=True, slots=True)
class ModelPlan:
    """One of the risk models that are fitted to a cohort and compared.

    Attributes
    ----------
    name
        Its column in ``predictions.csv`` and its key in ``model.json``.
    title, noun, short, abbreviation
        In a table of the report, in its sentences ("combined model"), among a pack's figures, and in a row of models.
    answers
        Whether it takes those clinical predictors of the cohort that the selection keeps.
    images
        Whether it takes the image signature, which a head makes of the features of all structures.
    """

    name: str
    title: Text
    noun: Text
    short: Text
    abbreviation: Text
    answers: bool
    images: bool

    def __post_init__(self) -> None:
        if not (self.answers or self.images):
            raise ValueError(f"model {self.name!r} takes neither answers nor images: it would know nothing")


@dataclass(frozen=True, slots=True)
class PublishedArea:
    """An area under the curve that others published for a model like one of these.

    Attributes
    ----------
    study
        Key of its name in :attr:`Literature.studies`.
    model, sample
        As the recipe's own are named; a model that only others have is named in :attr:`Literature.models`.
    low, high
        95 % limits; None where none were printed.
    """

    study: str
    model: str
    sample: Literal["train", "validation", "external"]
    n: int
    auc: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Literature:
    """What others published of the same: shown beside a cohort's own figures, never mixed with them.

    Attributes
    ----------
    outcomes
        Ids of ``cohort.toml`` that it is about.
    studies, models
        Names of the studies, and of models that only they have.
    note, masks
        Below the table of their areas, and below that of the structures' masks.
    references
        For the list at the end.
    """

    outcomes: tuple[str, ...]
    areas: tuple[PublishedArea, ...]
    studies: Mapping[str, Text]
    models: Mapping[str, Text]
    note: Text
    masks: Text
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackTexts:
    """What a pack of this recipe says of itself, and what it takes over.

    Attributes
    ----------
    base
        Id of the pack whose tiers, actions and sources it takes over, and which answers where the images are refused;
        ``build-pack --base`` names another.
    base_evidence
        Sources of that pack that the tiers and actions rest on.
    title, summary, licence
        Of the manifest.
    limits
        Printed on every result.
    purpose, segmentation, structure, reach
        Of the card: what it is for, its first step, what one of the structures is called, and where its use ends.
    licences
        Files of ``licences_of``, a pack that ships, that every pack of this recipe carries.
    credits, start_credits
        Whose images the networks owe something to: always, and where they were trained on from the bundled weights.
    """

    base: str
    base_evidence: tuple[str, ...]
    title: Text
    summary: Text
    licence: Text
    limits: tuple[Text, ...]
    purpose: Text
    segmentation: Text
    structure: Text
    reach: Text
    licences_of: str
    licences: tuple[str, ...]
    credits: tuple[str, ...]
    start_credits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that a kind of pack has of its own.

    Attributes
    ----------
    id
        Name of its module, which ``cohort.toml`` gives.
    about
        One line for people.
    image, region
        The series that its packs ask for, and what it must have in view.
    structures
        In the order of their labels, from 1, in every label array.
    side
        Of the body, where all structures lie on one.
    segmenting
        How they are found.
    crops
        What the image encoder is given of each structure.
    models
        In the order in which they are fitted and listed; the signature is the same for all.
    shipped
        The one that goes into the pack.
    outcome
        What is predicted.
    steps
        Kinds of the pack's steps in their order; each kind writes its own part of the manifest.
    pack
        What the pack says.
    literature
        What others published of it.
    """

    id: str
    about: str
    image: ImageRole
    region: Region
    structures: tuple[Structure, ...]
    side: Literal["right", "left"] | None
    segmenting: Segmenting
    crops: CropPlan
    models: tuple[ModelPlan, ...]
    shipped: str
    outcome: Outcome
    steps: tuple[str, ...]
    pack: PackTexts
    literature: Literature | None = None

    def __post_init__(self) -> None:
        for what, names in (("structure", self.structure_ids), ("model", self.names)):
            twice = repeated(names)
            if twice is not None:
                raise ValueError(f"recipe {self.id}: {what} {twice!r} stands twice")
        if not self.structures:
            raise ValueError(f"recipe {self.id}: it has no structures")
        self._check_names()
        if not isinstance(self.outcome, Outcome):
            raise ValueError(f"recipe {self.id}: it says nothing that may happen")
        if self.shipped not in self.names:
            raise ValueError(f"recipe {self.id}: {self.shipped!r}, which is to be shipped, is none of its models")
        if self.image.region != self.region.id:
            raise ValueError(f"recipe {self.id}: its image is of another region")
        if set(self.segmenting.classes) != set(self.structure_ids):
            raise ValueError(f"recipe {self.id}: every structure needs a class of the network, and only these")
        if not set(self.segmenting.angle) <= set(self.structure_ids):
            raise ValueError(f"recipe {self.id}: the block is placed by structures that it does not have")
        if len(set(self.segmenting.classes.values())) < len(self.segmenting.classes):
            raise ValueError(f"recipe {self.id}: two structures are the same class of the network")
        if len(set(self.segmenting.angle)) != 2:
            raise ValueError(f"recipe {self.id}: the block is placed by where two different structures meet")
        self._check_steps()
        self._check_literature()

    def _check_names(self) -> None:
        """Names of models are columns of one table, beside others, and parts of file names."""
        taken = {"case", "split", "outcome", "signature", *(f"{name}_apparent" for name in self.names)}
        for name in self.names:
            if name in taken or not fullmatch(NAME, name):
                raise ValueError(f"recipe {self.id}: no model may be called {name!r}")
        if not fullmatch(NAME, self.id):
            raise ValueError(f"no recipe may be called {self.id!r}")

    def _check_steps(self) -> None:
        twice = repeated(self.steps)
        if twice is not None:
            raise ValueError(f"recipe {self.id}: step {twice!r} stands twice")
        for unknown in sorted(set(self.steps) - set(KINDS)):
            raise ValueError(f"recipe {self.id}: the program knows no kind of step {unknown!r}")
        if not any(KINDS[kind].answers == "risk" for kind in self.steps):
            raise ValueError(f"recipe {self.id}: none of its steps gives a risk")

    def _check_literature(self) -> None:
        known = self.literature
        if known is None:
            return
        for area in known.areas:
            if area.study not in known.studies or area.model not in (*self.names, *known.models):
                raise ValueError(f"recipe {self.id}: {area.model!r} of {area.study!r} has no name in its literature")

    @property
    def structure_ids(self) -> tuple[str, ...]:
        """Ids in the order of their labels."""
        return tuple(structure.id for structure in self.structures)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the models."""
        return tuple(model.name for model in self.models)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Models that are compared: each with all before it, the last first."""
        return tuple((late, early) for n, late in reversed(list(enumerate(self.names))) for early in self.names[:n])

    def model(self, name: str) -> ModelPlan:
        """The model of that name."""
        return next(model for model in self.models if model.name == name)
