"""References inside a manifest: every id that one part names exists in another.

What is let through here would be a traceback in front of a patient, or a coefficient that silently never applies.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields

from inference.errors import InputError
from inference.expressions import names_in
from inference.packs.manifest import Manifest
from inference.packs.vocabulary import repeated
from inference.results import Measure
from inference.steps import StepParameters
from inference.steps.formula import FormulaStep
from inference.steps.logistic import LogisticStep
from inference.steps.lookup import LookupStep
from inference.steps.measure import MeasureStep
from inference.steps.region import RegionStep
from inference.steps.score import ScoreStep
from inference.steps.segment import SegmentStep

Reference = tuple[str, str, str]
"""Kind, field and wanted id."""


def check_references(manifest: Manifest, source: str) -> None:
    """Find the first reference that leads nowhere.

    Raises
    ------
    InputError
        ``schema.reference`` with the field and the id that does not exist, ``schema.incomplete`` with the answer that
        a table leaves out, ``schema.duplicate`` with an id that stands twice, or ``schema.invalid`` for the tiers.
    """
    for field, ids in _ids(manifest).items():
        twice = repeated(ids)
        if twice is not None:
            raise InputError("schema.duplicate", source=source, field=field, wanted=twice)
    names = _Names(manifest, source)
    names.find(_of_derivations(manifest))
    names.find(_outside_steps(manifest))
    for step in manifest.steps:
        place = f"steps.{step.id}"
        names.find((kind, f"{place}.{field}", wanted) for kind, field, wanted in _of_step(step))
        _check_tables(step, names, place)
        names.add(step)
    _check_tiers(manifest, source)


def _ids(manifest: Manifest) -> dict[str, list[str]]:
    """Ids that must differ, by field; a value has one name, whether it is an answer or comes from a step."""
    listed = ("evidence", "groups", "structures", "images", "predictors", "tiers")
    ids = {field: [part.id for part in getattr(manifest, field)] for field in listed}
    ids["steps"] = [*(step.id for step in manifest.steps), *ids["predictors"]]
    return ids


class _Names:
    """What may be named, by kind; steps add to it as they are reached, since a step sees only earlier ones."""

    def __init__(self, manifest: Manifest, source: str) -> None:
        self._source = source
        self._structures = tuple(s.id for s in manifest.structures)
        predictors = manifest.predictors
        self._known: dict[str, set[str]] = {
            "evidence": {e.id for e in manifest.evidence},
            "predictors": {p.id for p in predictors},
            "numbers": {p.id for p in predictors if p.kind == "number"},
            "words": {p.id for p in predictors if p.kind != "number"},
            "groups": {g.id for g in manifest.groups},
            "structures": set(self._structures),
            "images": {i.id for i in manifest.images},
            "required images": {i.id for i in manifest.images if i.required},
            "segmentations": set(),
        }
        self._answers = {p.id: tuple(c.value for c in p.choices) for p in predictors if p.kind == "choice"}

    def find(self, references: Iterator[Reference]) -> None:
        for kind, field, wanted in references:
            if not self._exists(kind, wanted):
                raise InputError("schema.reference", source=self._source, field=field, wanted=wanted, kind=kind)

    def _exists(self, kind: str, wanted: str) -> bool:
        if kind.startswith(ANSWERS_OF):
            predictor = kind.removeprefix(ANSWERS_OF)
            return 
        return wanted in self._known[kind]
