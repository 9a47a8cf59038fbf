"""The steps of packs: one module a kind, with its parameters and one function ``run``.

A new kind of step is a new module and one line in each of the two tables here.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from inference.steps import (
    classify,
    deep_features,
    formula,
    logistic,
    lookup,
    measure,
    region,
    rules,
    score,
    segment,
    tiles,
)

StepParameters = Annotated[
    classify.ClassifyStep
    | deep_features.DeepFeaturesStep
    | formula.FormulaStep
    | logistic.LogisticStep
    | lookup.LookupStep
    | measure.MeasureStep
    | region.RegionStep
    | rules.RulesStep
    | score.ScoreStep
    | segment.SegmentStep
    | tiles.TilesStep,
    Field(discriminator="kind"),
]

RUNNERS = {
    "classify": classify.run,
    "deep-features": deep_features.run,
    "formula": formula.run,
    "logistic": logistic.run,
    "lookup": lookup.run,
    "measure": measure.run,
    "region": region.run,
    "rules": rules.run,
    "score": score.run,
    "segment": segment.run,
    "segment-tiles": tiles.run,
}
OF_IMAGES = frozenset({"classify", "deep-features", "measure", "segment", "segment-tiles"})
"""Kinds that depend on nothing but the images and on each other: neither on answers nor on the site."""
