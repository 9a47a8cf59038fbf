"""What a table is computed from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from inference.predictors import Predictor
from training.evaluation.facts import VesselFigure
from training.evaluation.inputs import Sample, joined
from training.evaluation.locked import answers_of
from training.evaluation.results import TESTED
from training.recipes import Recipe
from training.risk.model import RiskModel


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that was read of an evaluation.

    Attributes
    ----------
    samples
        By id.
    overlaps
        Measures of the structures that a network found.
    site
        Event rate of the site.
    """

    recipe: Recipe
    locked: RiskModel
    samples: Mapping[str, Sample]
    predictors: Mapping[str, Predictor]
    overlaps: Sequence[VesselFigure]
    site: float

    @property
    def tested(self) -> list[Sample]:
        """Samples in which no case was predicted by a model that had seen it."""
        return [self.samples[name] for name in TESTED if name in self.samples]

    @property
    def all(self) -> Sample:
        """All cases."""
        return joined("all", self.tested)

    @property
    def tests(self) -> Sample | None:
        """Cases that no model was fitted to, validation and external test together; None where there are none."""
        found = [self.samples[name] for name in TESTED[1:] if name in self.samples]
        return joined("tests", found) if len(found) > 1 else next(iter(found), None)


def quantity(sample: Sample, name: str, predictors: Mapping[str, Predictor]) -> np.ndarray:
    """A predictor that is a number, a score or a model's probability by case; NaN where it is not known.

    A name that a predictor shares with a model is the predictor's.
    """
    if name in sample.scores and name not in predictors:
        return sample.scores[name]
    return np.array([np.nan if value is None else value for value in answers_of(sample, name)], float)
