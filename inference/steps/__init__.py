"""The steps of packs: one module a kind, with its parameters and one function ``run``.

A new kind of step is a new module and one line in each of the two tables here.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from inference.steps import formula, logistic, lookup, measure, region, rules, score, segment

StepParameters = Annotated[
    formula.FormulaStep
    | logistic.LogisticStep
    | lookup.LookupStep
    | measure.MeasureStep
    | region.RegionStep
    | rules.RulesStep
    | score.ScoreStep
    | segment.SegmentStep,
    Field(discriminator="kind"),
]

RUNNERS = {
    "formula": formula.run,
    "logistic": logistic.run,
    "lookup": lookup.run,
    "measure": measure.run,
    "region": region.run,
    "rules": rules.run,
    "score": score.run,
    "segment": segment.run,
}
