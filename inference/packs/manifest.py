"""The manifest of a pack: everything the program knows about one risk.

``pack.json`` is read into these values once (:func:`inference.packs.store.load_pack`); a wrong field is named.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from inference.own_words import OwnWords
from inference.packs.schema_1 import as_schema_2
from inference.patterns import Slug
from inference.predicted_event import PredictedEvent
from inference.predictors import Predictor
from inference.regions import BodyPart, Region
from inference.schema import Evidence, Figure, Gates, ImageRole, PredictorGroup, Status, Structure, Tier
from inference.steps import StepParameters
from inference.vocabulary import STRICT, Text


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything the program knows about one risk.

    Attributes
    ----------
    status
        What the pack's numbers rest on; shown on every result.
    outcome
        What is predicted (``cme``, ``ich-expansion``, ...): the key of the site's prevalence and cut-offs.
    steps
        What is computed, in order; each kind is one module of :mod:`inference.steps`.
    regions
        Parts of the body that images must have in view.
    gates
        Limits of what is looked at before an answer.
    event
        What is predicted, as it is recorded afterwards; None: it has no name of its own.
    words
        What the program says of a result, in the pack's own words.
    fallback
        Pack that answers from the console's knowledge alone when the images are refused.
    body_part
        Under which it is listed; None: the region that an image must have in view.
    """

    __pydantic_config__ = STRICT
    schema: Literal[2]
    id: Slug
    version: str
    title: Text
    summary: Text
    status: Status
    intended_use: Text
    limits: tuple[Text, ...]
    evidence: tuple[Evidence, ...]
    licence: Text
    outcome: str
    steps: tuple[StepParameters, ...]
    images: tuple[ImageRole, ...] = ()
    regions: tuple[Region, ...] = ()
    gates: Gates = field(default_factory=Gates)
    groups: tuple[PredictorGroup, ...] = ()
    predictors: tuple[Predictor, ...] = ()
    structures: tuple[Structure, ...] = ()
    tiers: tuple[Tier, ...] = ()
    actions: tuple[Text, ...] = ()
    event: PredictedEvent | None = None
    words: OwnWords = field(default_factory=OwnWords)
    figures: tuple[Figure, ...] = ()
    fallback: str | None = None
    attribution: tuple[str, ...] = field(default=())
    body_part: BodyPart | None = None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Manifests of an earlier schema are read as what they meant."""
        return core_schema.no_info_before_validator_function(as_schema_2, handler(source))

    @property
    def learnt_from_simulation(self) -> bool:
        """Whether the pack's probability was learnt from simulated outcomes, so that it holds for no patient.

        A simulation-trained pack need not be of that kind: one whose networks alone were trained on simulations takes
        its odds ratios from the literature. But where it has a classifier, or coefficients that were fitted to a
        cohort, those were simulated, whatever the step says of itself.
        """
        learnt = {step.learnt_from for step in self.steps}
        return "simulated outcomes" in learnt or ("a cohort" in learnt and self.status == "simulation-trained")

    @property
    def listed_under(self) -> BodyPart | None:
        """The part of the body that it is about, as stated or as its images must show it; None: nothing says so."""
        seen = (self.region_of(role) for role in self.images)
        shown = next((BodyPart(region.id, region.title) for region in seen if region is not None), None)
        return self.body_part or shown

    def predictor(self, predictor_id: str) -> Predictor:
        """The predictor of that id; a KeyError is a fault of the pack and is caught when it is loaded."""
        return {p.id: p for p in self.predictors}[predictor_id]

    def region_of(self, role: ImageRole) -> Region | None:
        """The region that must be in view in an image; None where nothing is asked."""
        return next((region for region in self.regions if region.id == role.region), None)

    def unit_of(self, role: ImageRole) -> str | None:
        """The unit in which an image must come: that of the step which measures it, or Hounsfield units in CT.

        None where it is not known: the values of MR have no unit of their own, and a step with a scale makes its own.
        """
        for step in self.steps:
            units = step.image_units()
            if role.id in units:
                return units[role.id]
        return "HU" if role.modality == "CT" else None
