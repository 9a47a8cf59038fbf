"""What one kind of pack is made of: a recipe, as it stands in a TOML file.

The commands of the factory know how to segment, extract, fit, judge and pack; a recipe says what: which images, which
structures in them and how they come about, what is made of these, which scores and models are learnt and compared, and
what the pack says of itself. What a recipe does not have is not run and not packed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from re import fullmatch
from typing import Any, Literal

from inference.predictors import Predictor, TextPredictor
from inference.regions import ANY, Region
from inference.schema import Evidence, ImageRole, Structure
from inference.steps.crops import CropPlan
from inference.steps.deep_features import DeepFeaturesStep
from inference.vocabulary import STRICT, Text, repeated
from training.recipes.evaluation import Evaluation
from training.recipes.parts import (
    ANSWERS,
    MEASURES,
    Derived,
    FeatureStep,
    HabitatPlan,
    Literature,
    ModelPlan,
    Networks,
    Outcome,
    PackTexts,
    ScorePlan,
    Source,
)

NAME = r"[A-Za-z0-9][A-Za-z0-9_-]*"
"""Of a recipe and of a model."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that a kind of pack has of its own.

    Attributes
    ----------
    id
        Name of its file, which ``cohort.toml`` gives.
    about
        One line for people.
    outcome
        What is predicted.
    models
        In the order in which they are fitted and listed.
    shipped
        The one that goes into the pack.
    pack
        What the pack says.
    images, regions
        The series that its packs ask for, and what these must have in view.
    structures
        Those that are marked, in the order of their labels, from 1, in every label array; and those made of them.
    side
        Of the body, where all structures lie on one.
    sources
        How the structures come about: each by one of these.
    features
        What is made of them: vectors for scores, values for predictors.
    shown
        Ids of features that the pack shows beside its answer, whatever the model takes.
    scores
        What is learnt from vectors.
    predictors
        What the cohort's table has a column of, and what a value of the features is; ``cohort.toml`` may state others,
        or the same anew.
    evidence
        Sources of the pack beside its cohort and its base.
    simulation
        ``kind``, one of :mod:`training.simulate.simulators`, and its parameters; empty where nothing simulates it.
    literature
        What others published of it.
    evaluation
        Tables of the report beside those that every report has.
    """

    __pydantic_config__ = STRICT
    id: str
    about: Text
    outcome: Outcome
    models: tuple[ModelPlan, ...]
    shipped: str
    pack: PackTexts
    images: tuple[ImageRole, ...] = ()
    regions: tuple[Region, ...] = ()
    structures: tuple[Structure, ...] = ()
    side: Literal["right", "left"] | None = None
    sources: tuple[Source, ...] = ()
    features: tuple[FeatureStep, ...] = ()
    shown: tuple[str, ...] = ()
    scores: tuple[ScorePlan, ...] = ()
    predictors: tuple[Predictor, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    simulation: dict[str, Any] = field(default_factory=dict)
    literature: Literature | None = None
    evaluation: Evaluation = field(default_factory=Evaluation)

    def __post_init__(self) -> None:
        for what, names in (
            ("structure", (structure.id for structure in self.structures)),
            ("model", self.names),
            ("image", (image.id for image in self.images)),
            ("region", (region.id for region in self.regions)),
            ("step", (step.id for step in (*self.sources, *self.features, *self.scores))),
            ("predictor", (predictor.id for predictor in self.predictors)),
        ):
            twice = repeated(names)
            if twice is not None:
                raise ValueError(f"{what} {twice!r} stands twice")
        self._check_names()
        if self.shipped not in self.names:
            raise ValueError(f"{self.shipped!r}, which is to be shipped, is none of its models")
        self._check_images()
        self._check_features()
        self._check_predictors()
        self._check_models()
        self._check_literature()

    def _check_names(self) -> None:
        """Names of models and scores are columns of one table, beside others, and parts of file names."""
        taken = {"case", "split", "outcome", *(f"{name}_apparent" for name in self.names)}
        for name in (*self.names, *self.score_ids):
            if name in taken or not fullmatch(NAME, name):
                raise ValueError(f"no model or score may be called {name!r}")
            taken.add(name)
        if not fullmatch(NAME, self.id):
            raise ValueError(f"no recipe may be called {self.id!r}")

    def _check_images(self) -> None:
        images = {image.id for image in self.images}
        for image in self.images:
            if image.region != ANY and self.region_of(image) is None:
                raise ValueError(f"image {image.id!r} is of the region {image.region!r}, which it does not have")
        made = [name for source in self.sources for name in source.structures]
        if sorted(made) != sorted(structure.id for structure in self.structures):
            raise ValueError("every structure comes from one source, and a source gives only structures of the recipe")
        earlier: dict[str, tuple[str, ...]] = {}
        for source in self.sources:
            if isinstance(source, Derived):
                if source.structure not in earlier.get(source.segment, ()):
                    raise ValueError(f"{source.id!r} is of {source.structure!r}, which no source before it gives")
                if isinstance(source, HabitatPlan) and isinstance(self.source(source.segment), Derived):
                    raise ValueError(f"{source.id!r} is of {source.segment!r}; sub-regions are of what is marked")
            elif source.image not in images:
                raise ValueError(f"{source.id!r} looks at the image {source.image!r}, which it does not have")
            earlier[source.id] = source.structures
        for image in self.images:
            self._check_found(image)

    def _check_found(self, image: ImageRole) -> None:
        """A pack is refused at the end of the chain if nothing finds what an image must have in view; say it before."""
        region = self.region_of(image)
        if region is None or region.seen_by != "network":
            return
        if not any(isinstance(source, Networks) and source.image == image.id for source in self.sources):
            raise ValueError(
                f"nothing finds the region {region.id!r} in the image {image.id!r}: a source of kind 'networks' does, "
                "or the skull of a head CT (seen_by); leave the image's region out"
            )

    def _check_features(self) -> None:
        sources = {source.id: source for source in self.sources}
        for step in self.features:
            if step.segment not in sources:
                raise ValueError(f"{step.id!r} is of {step.segment!r}, which is none of its sources")
            looked = {name for what, _, name in step.references() if what == f"structures of {step.segment}"}
            if isinstance(step, DeepFeaturesStep) and isinstance(sources[step.segment], Derived):
                raise ValueError(f"{step.id!r} is of {step.segment!r}; crops are cut around what is marked, not made")
            strange = looked - set(sources[step.segment].structures)
            if strange:
                raise ValueError(f"{step.id!r} looks at {', '.join(sorted(strange))}, which {step.segment!r} lacks")
            for possible, what, _, name in step.inner_references():
                if name not in possible:
                    raise ValueError(f"{step.id!r} names {name!r}, which is none of the {what}")
        vectors = {step.id for step in self.features if step.provides(self.structure_ids).vector}
        for name in self.shown:
            if name not in {step.id for step in self.features}:
                raise ValueError(f"{name!r}, which is to be shown, is none of its features")
        for score in self.scores:
            if set(score.features) - vectors:
                raise ValueError(f"score {score.id!r} is of features that give no vector")

    def _check_predictors(self) -> None:
        values = {name for step in self.features for name in self._values_of(step)}
        for predictor in self.predictors:
            if isinstance(predictor, TextPredictor):
                raise ValueError(f"predictor {predictor.id!r} is a text, which no model can use; make it a choice")
            step = getattr(predictor, "step", None)
            if step is not None and step not in values:
                raise ValueError(f"predictor {predictor.id!r} is the value {step!r}, which none of its features gives")

    def _check_models(self) -> None:
        for model in self.models:
            unknown = set(model.scores) - set(self.score_ids)
            if unknown:
                raise ValueError(
                    f"model {model.name!r} takes {', '.join(sorted(unknown))}, which is none of its scores"
                )
            own = {ANSWERS, MEASURES, *(predictor.id for predictor in self.predictors)}
            strange = set(model.predictors) - own
            if strange & set(self.score_ids):
                raise ValueError(f"model {model.name!r} takes a score as a predictor; scores stand in its 'scores'")
            if strange:
                named = ", ".join(map(repr, sorted(strange)))
                raise ValueError(f"model {model.name!r} takes {named}, which is none of its predictors")
        for name in self.evaluation.models():
            if name not in self.names:
                raise ValueError(f"a table of the evaluation is of {name!r}, which is none of its models")

    def _check_literature(self) -> None:
        known = self.literature
        if known is None:
            return
        for area in known.areas:
            if area.study not in known.studies or area.model not in (*self.names, *known.models):
                raise ValueError(f"{area.model!r} of {area.study!r} has no name in its literature")

    @property
    def structure_ids(self) -> tuple[str, ...]:
        """Ids of the structures that readers or networks mark, in the order of their labels."""
        made = {name for source in self.sources if isinstance(source, Derived) for name in source.structures}
        return tuple(structure.id for structure in self.structures if structure.id not in made)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the models."""
        return tuple(model.name for model in self.models)

    @property
    def score_ids(self) -> tuple[str, ...]:
        """Ids of the scores."""
        return tuple(score.id for score in self.scores)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Models that are compared: each with all before it, the last first."""
        return tuple((late, early) for n, late in reversed(list(enumerate(self.names))) for early in self.names[:n])

    def model(self, name: str) -> ModelPlan:
        """The model of that name."""
        return next(model for model in self.models if model.name == name)

    def score(self, name: str) -> ScorePlan:
        """The score of that id."""
        return next(score for score in self.scores if score.id == name)

    def region_of(self, image: ImageRole) -> Region | None:
        """The region that an image must have in view."""
        return next((region for region in self.regions if region.id == image.region), None)

    @property
    def has_networks(self) -> bool:
        """Whether structures are found by the factory's own networks."""
        return any(isinstance(source, Networks) for source in self.sources)

    @property
    def segmenting(self) -> Networks:
        """How the factory's own networks find structures, in a recipe that has them."""
        return next(source for source in self.sources if isinstance(source, Networks))

    @property
    def image(self) -> ImageRole:
        """The first image: that which structures are found in."""
        return self.images[0]

    @property
    def region(self) -> Region:
        """What must be in view in the first image, in a recipe that says it."""
        return next(region for region in self.regions if region.id == self.image.region)

    @property
    def encoded(self) -> DeepFeaturesStep | None:
        """Features by an image encoder; None where there are none."""
        return next((step for step in self.features if isinstance(step, DeepFeaturesStep)), None)

    @property
    def crops(self) -> CropPlan:
        """What the image encoder is given, in a recipe that has one."""
        return next(step.crop for step in self.features if isinstance(step, DeepFeaturesStep))

    def source(self, name: str) -> Source:
        """The source of that id."""
        return next(source for source in self.sources if source.id == name)

    @property
    def vectors(self) -> tuple[FeatureStep, ...]:
        """Features whose vectors scores are made of."""
        used = {name for score in self.scores for name in score.features}
        return tuple(step for step in self.features if step.id in used)

    @property
    def valued(self) -> tuple[FeatureStep, ...]:
        """Features whose values are predictors."""
        values = set(measured(self.predictors).values())
        return tuple(step for step in self.features if values & self._values_of(step))

    def _values_of(self, step: FeatureStep) -> frozenset[str]:
        return step.provides(self.source(step.segment).structures).of_images

    @property
    def packed(self) -> tuple[Source | FeatureStep, ...]:
        """Sources and features that the pack needs: those of the shipped model, and those that it shows."""
        plan = self.model(self.shipped)
        used = {name for score in plan.scores for name in self.score(score).features} | set(self.shown)
        values = {value for name, value in measured(self.predictors).items() if plan.takes(name, asked=False)}
        used |= {step.id for step in self.features if values & self._values_of(step)}
        features = tuple(step for step in self.features if step.id in used)
        return (*self.chain_of(step.segment for step in features), *features)

    def chain_of(self, names: Iterable[str]) -> tuple[Source, ...]:
        """The sources of these ids with all that they are made of, in the order in which they come about."""
        wanted = set(names)
        for source in reversed(self.sources):
            if source.id in wanted and isinstance(source, Derived):
                wanted.add(source.segment)
        return tuple(source for source in self.sources if source.id in wanted)

    @property
    def learnt(self) -> tuple[HabitatPlan, ...]:
        """Sources that are learnt from the training cases, of those that are used."""
        shown = (step for step in self.features if step.id in self.shown)
        used = self.chain_of(step.segment for step in (*self.vectors, *self.valued, *shown))
        return tuple(source for source in used if isinstance(source, HabitatPlan))

    @property
    def made_anew(self) -> tuple[FeatureStep, ...]:
        """Features that models take and that rest on what is learnt: each fold has its own."""
        taken = [step for step in self.features if step in (*self.vectors, *self.valued)]
        learnt = {plan.id for plan in self.learnt}
        return tuple(step for step in taken if learnt & {source.id for source in self.chain_of((step.segment,))})


def measured(predictors: Iterable[Predictor]) -> dict[str, str]:
    """By predictor that steps read from the images: the value that it is."""
    return {one.id: str(value) for one in predictors if (value := getattr(one, "step", None)) is not None}
