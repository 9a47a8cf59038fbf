"""The parts of a recipe, as plain values that a TOML file states.

What a step of the program says of itself in a pack, a recipe says in the same words: ``drawn``, ``measure`` and
``deep-features`` are the program's own parameters. Where a part of them is learnt, as the centroids of sub-regions are,
a recipe has the rest.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Literal, Union

from pydantic import Field

from inference.own_words import OwnWords
from inference.patterns import Slug
from inference.predicted_event import PredictedEvent
from inference.regions import BodyPart
from inference.schema import Gates, Tier
from inference.steps.deep_features import DeepFeaturesStep
from inference.steps.drawn import DrawnStep
from inference.steps.measure import MeasureStep
from inference.steps.radiomics import RadiomicsStep
from inference.steps.shell import ShellStep
from inference.steps.signs import SignsStep
from inference.vocabulary import STRICT, Text, repeated
from inference.voxel_features import Reach, VoxelFeature
from training.learners import AnyModeller, AnyScorer, AnySelector
from training.learners.logistic import Logistic

ANSWERS, MEASURES = "answers", "measures"
"""In a model's predictors: every predictor that people are asked, and every one that a step reads from the images."""


@dataclass(frozen=True, slots=True)
class Binary:
    """An outcome that happens or does not: 1 or 0 in the table, a risk between them from the models.

    Attributes
    ----------
    event
        What happens, as it stands in a sentence: "12 with extravasation".
    id, title
        What ``cohort.toml`` need not say again: the key of a site's rate, and its heading.
    """

    __pydantic_config__ = STRICT
    event: Text
    id: Slug | None = None
    title: Text | None = None
    kind: Literal["binary"] = "binary"

    def __post_init__(self) -> None:
        if not (self.event.en.strip() and self.event.zh.strip()):
            raise ValueError("an outcome says what happens in both languages")


Outcome = Binary
"""What a recipe's models may predict; each kind says which it is in ``kind``."""


@dataclass(frozen=True, slots=True)
class Networks:
    """Structures that the factory's networks find: a coarse one finds the region, a fine one labels a block of it.

    Attributes
    ----------
    id, image
        Of the step, and of the image that it looks at.
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

    __pydantic_config__ = STRICT
    kind: Literal["networks"]
    id: str
    image: str
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
        if len(set(self.angle)) != 2:
            raise ValueError("the block is placed by where two different structures meet")
        if not set(self.angle) <= set(self.classes):
            raise ValueError("the block is placed by structures that it does not have")
        if len(set(self.classes.values())) < len(self.classes):
            raise ValueError("two structures are the same class of the network")

    @property
    def structures(self) -> tuple[str, ...]:
        """What it finds."""
        return tuple(self.classes)


@dataclass(frozen=True, slots=True)
class HabitatPlan:
    """A structure divided into sub-regions by centroids that are learnt from the training cases, without outcomes.

    Attributes
    ----------
    segment, structure, structures, features, reach_mm, border, minimum_voxels
        Of the pack's step, :class:`inference.steps.habitat.HabitatStep`. ``border`` is the sub-region whose voxels lie
        nearest to the surface on average; the others are numbered by their first feature, the highest first.
    voxels
        Of each case, at most, that are clustered: large lesions count no more than small ones.
    """

    __pydantic_config__ = STRICT
    kind: Literal["habitat"]
    id: Slug
    segment: str
    structure: str
    structures: Annotated[tuple[Slug, ...], Field(min_length=2, max_length=20)]
    features: Annotated[tuple[VoxelFeature, ...], Field(min_length=1)]
    reach_mm: Reach
    border: str | None = None
    minimum_voxels: Annotated[int, Field(ge=1)] = 64
    voxels: Annotated[int, Field(ge=10, le=100_000)] = 500

    def __post_init__(self) -> None:
        if repeated(self.structures) or repeated(self.features):
            raise ValueError("a sub-region or a feature is named twice")
        if self.border is not None and self.border not in self.structures:
            raise ValueError(f"the border {self.border!r} is none of its sub-regions")


if TYPE_CHECKING:
    Derived = HabitatPlan | ShellStep
    Source = Networks | DrawnStep | Derived
    FeatureStep = DeepFeaturesStep | MeasureStep | RadiomicsStep | SignsStep
else:
    Derived = (HabitatPlan, ShellStep)
    Source = Annotated[Union[(Networks, DrawnStep, *Derived)], Field(discriminator="kind")]
    FeatureStep = Annotated[
        Union[DeepFeaturesStep, MeasureStep, RadiomicsStep, SignsStep],  # noqa: UP007
        Field(discriminator="kind"),
    ]
"""``Source``: how structures come about; ``Derived``: those made of the structures of an earlier source.
``FeatureStep``: what is made of them; a kind whose step needs no training is added here, and the factory runs it as the
program does. All but networks, and the habitats that are learnt, are the program's steps."""


@dataclass(frozen=True, slots=True)
class ScorePlan:
    """A score: one number that is learnt from feature vectors, and that models take like an answer.

    Attributes
    ----------
    id
        Of the step and of the predictor in the pack, and a column of ``predictions.csv``.
    features
        Steps whose vectors it is made of, one after another.
    selection
        What is chosen of the features before; None: all are given to the learner.
    """

    __pydantic_config__ = STRICT
    id: Slug
    title: Text
    features: Annotated[tuple[str, ...], Field(min_length=1)]
    learner: AnyScorer
    selection: AnySelector | None = None


@dataclass(frozen=True, slots=True)
class ModelPlan:
    """One of the risk models that are fitted to a cohort and compared.

    Attributes
    ----------
    name
        Its column in ``predictions.csv`` and its key in ``model.json``.
    title, noun, short, abbreviation
        In a table of the report, in its sentences ("combined model"), among a pack's figures, and in a row of models.
    predictors
        What its learner may choose from: ``answers``, all that people are asked; ``measures``, all that steps read from
        the images; or ids of single predictors.
    scores
        Ids of scores that it takes.
    """

    __pydantic_config__ = STRICT
    name: str
    title: Text
    noun: Text
    short: Text
    abbreviation: Text
    predictors: tuple[str, ...] = ()
    scores: tuple[str, ...] = ()
    learner: AnyModeller = field(default_factory=Logistic)

    def __post_init__(self) -> None:
        if not (self.predictors or self.scores):
            raise ValueError(f"model {self.name!r} takes neither predictors nor scores: it would know nothing")

    @property
    def answers(self) -> bool:
        """Whether it takes predictors, asked or measured."""
        return bool(self.predictors)

    @property
    def images(self) -> bool:
        """Whether it takes a score of the images."""
        return bool(self.scores)

    def takes(self, predictor: str, asked: bool) -> bool:
        """Whether it takes a predictor, which people are asked or which a step reads from the images."""
        return predictor in self.predictors or (ANSWERS if asked else MEASURES) in self.predictors


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

    __pydantic_config__ = STRICT
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

    __pydantic_config__ = STRICT
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
    title, summary, licence
        Of the manifest.
    limits
        Printed on every result.
    purpose, reach
        Of the card: what it is for, and where its use ends.
    base
        Id of a pack whose intended use, tiers, actions, event and words are taken over where they are not given here,
        and which answers where the images are refused; ``build-pack --base`` names another.
    base_evidence
        Sources of that pack that the tiers and actions rest on.
    intended_use, tiers, actions, event, words, gates
        Of the manifest; the first two are needed where there is no base.
    body_part
        Under which the start page lists it, where that is not the region that its image must have in view.
    segmentation, structure
        Of the card: the first step, and what one of the structures is called.
    licences
        Files of ``licences_of``, a pack that ships, that every pack of this recipe carries.
    credits, start_credits
        Whose images the networks owe something to: always, and where they were trained on from the bundled weights.
    """

    __pydantic_config__ = STRICT
    title: Text
    summary: Text
    licence: Text
    limits: tuple[Text, ...]
    purpose: Text
    reach: Text
    base: str | None = None
    base_evidence: tuple[str, ...] = ()
    intended_use: Text | None = None
    tiers: tuple[Tier, ...] = ()
    actions: tuple[Text, ...] = ()
    event: PredictedEvent | None = None
    words: OwnWords | None = None
    gates: Gates | None = None
    body_part: BodyPart | None = None
    segmentation: Text | None = None
    structure: Text | None = None
    licences_of: str | None = None
    licences: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    start_credits: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.base is None and (self.intended_use is None or not self.tiers):
            raise ValueError("without a base the pack says its intended_use and its tiers")
        if self.licences and self.licences_of is None:
            raise ValueError("licences are files of a pack that licences_of names")
