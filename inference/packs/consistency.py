"""References inside a manifest: every id that one part names exists in another.

What is let through here would be a traceback in front of a patient, or a coefficient that silently never applies.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain, pairwise
from typing import get_type_hints

from inference.errors import InputError
from inference.expressions import names_in
from inference.packs.bounds import check_bounds
from inference.packs.manifest import Manifest
from inference.results import Measure
from inference.steps.classify import ClassifyStep
from inference.steps.deep_features import DeepFeaturesStep
from inference.steps.formula import FormulaStep
from inference.steps.logistic import LogisticStep
from inference.steps.lookup import LookupStep
from inference.steps.measure import MeasureStep
from inference.steps.region import RegionStep
from inference.steps.score import ScoreStep
from inference.steps.segment import SegmentStep
from inference.steps.tiles import TilesStep
from inference.vocabulary import HIGHEST_TIMES, RAISED_TIMES, least_times, repeated

Known = dict[str, set[str]]
"""What can be named, by kind."""
Link = tuple[Collection[str], str, str, str]
"""What exists, what it is called, the field that names one of it, and the id it names."""
MEASURED = tuple(name for name, kind in get_type_hints(Measure).items() if kind == float | None)
"""Figures of a structure."""


def check_references(manifest: Manifest, source: str) -> None:
    """Find the first reference that leads nowhere.

    Raises
    ------
    InputError
        ``schema.duplicate`` with an id that stands twice, ``schema.reference`` with the field and the id that does not
        exist, ``schema.incomplete`` with the answer that a table leaves out, or ``schema.invalid`` for what is beyond
        the bounds of any part (:mod:`inference.packs.bounds`).
    """
    check_bounds(manifest, source)
    for field, ids in _ids(manifest).items():
        twice = repeated(ids)
        if twice is not None:
            raise InputError("schema.duplicate", source=source, field=field, wanted=twice)
    known = _known(manifest)
    for exists, kind, field, wanted in chain(_of_predictors(manifest, known), _of_steps(manifest, known)):
        if wanted not in exists:
            raise InputError("schema.reference", source=source, field=field, wanted=wanted, kind=kind)
    for field, predictor, answers in _tables(manifest):
        for answer in (c.value for c in manifest.predictor(predictor).choices if c.value not in answers):
            raise InputError("schema.incomplete", source=source, field=field, wanted=answer)


def _ids(manifest: Manifest) -> dict[str, list[str]]:
    """Ids that must differ, by field; a value has one name, whether it is an answer or comes from a step."""
    listed = ("evidence", "groups", "structures", "images", "predictors", "tiers")
    ids = {field: [part.id for part in getattr(manifest, field)] for field in listed}
    asked = (predictor.id for predictor in manifest.predictors if predictor.step != predictor.id)
    return {**ids, "steps": [*asked, *(step.id for step in manifest.steps)]}


def _known(manifest: Manifest) -> Known:
    """What exists before the first step; steps add their values, and predictors that take one of them."""
    predictors = [predictor for predictor in manifest.predictors if predictor.step is None]
    numbers = {p.id for p in predictors if p.kind == "number"}
    answers = {f"answers of {p.id}": {c.value for c in p.choices} for p in predictors}
    return {
        "evidence": {e.id for e in manifest.evidence},
        "predictors": {p.id for p in predictors},
        "choices": {p.id for p in predictors if p.kind == "choice"},
        "number predictors": numbers,
        "numbers": set(numbers),
        "groups": {g.id for g in manifest.groups},
        "structures": {s.id for s in manifest.structures},
        "images": {i.id for i in manifest.images},
        "required images": {i.id for i in manifest.images if i.required},
        "images of any region": {i.id for i in manifest.images if i.region == "any"},
        "segmentations": set(),
        "feature vectors": set(),
        **answers,
    }


def _of_predictors(manifest: Manifest, known: Known) -> Iterator[Link]:
    computed = {p.id for p in manifest.predictors if p.kind == "number" and p.derive is None and p.step is None}
    of_images = set().union(*(_image_values_of(step, known) for step in manifest.steps))
    for predictor in manifest.predictors:
        place = f"predictors.{predictor.id}"
        if manifest.groups:
            yield known["groups"], "groups", f"{place}.group", predictor.group
        for evidence in predictor.strength.evidence if predictor.strength else ():
            yield known["evidence"], "evidence", f"{place}.strength.evidence", evidence
        if predictor.derive is not None:
            for name in sorted(names_in(predictor.derive.formula)):
                yield computed, "numbers known by then", f"{place}.derive", name
            if predictor.kind == "number":
                computed.add(predictor.id)
        if predictor.step is not None:
            yield of_images, "values that steps read from images", f"{place}.step", predictor.step
    for n, figure in enumerate(manifest.figures):
        if figure.evidence is not None:
            yield known["evidence"], "evidence", f"figures[{n}].evidence", figure.evidence


def _of_steps(manifest: Manifest, known: Known) -> Iterator[Link]:
    for step in manifest.steps:
        place = f"steps.{step.id}"
        for kind, field, wanted in step.references():
            yield known.get(kind, ()), kind, f"{place}.{field}", wanted
        for exists, kind, field, wanted in _of_step(step, known):
            yield exists, kind, f"{place}.{field}", wanted
        _add_values(step, manifest, known)


def _of_step(step, known: Known) -> Iterator[Link]:
    """What a step refers to inside itself, and which steps and images must come before it."""
    match step:
        case LogisticStep():
            population = {distribution.predictor for distribution in step.population}
            modules = {module.id for module in step.modules}
            for term in step.terms:
                yield population, "population", "terms", term.predictor
                if term.module is not None:
                    yield modules, "modules", "terms", term.module
        case SegmentStep():
            yield known["required images"], "required images", "image", step.image
            yield step.locator.classes, "classes", "locator.target", step.locator.target
            for name in step.block.structures.values():
                yield step.block.classes, "classes", "block.structures", name
        case TilesStep():
            yield known["required images"], "required images", "image", step.image
            if step.angle is None:
                # Only the venous angle tells that a named region is in view.
                yield known["images of any region"], "images of any region", "image", step.image
            yield from ((step.structures, "structures of the step", "angle", name) for name in step.angle or ())
            yield from ((step.classes[1:], "classes", "structures", name) for name in step.structures.values())
        case MeasureStep():
            yield known["segmentations"], "segmentations", "segment", step.segment


def _add_values(step, manifest: Manifest, known: Known) -> None:
    """What later steps may use; a step sees only those before it."""
    values = _image_values_of(step, known)
    if isinstance(step, FormulaStep | RegionStep | ScoreStep):
        values.add(step.id)
    taken = {predictor.id for predictor in manifest.predictors if predictor.step in values}
    known["numbers"] |= values | taken
    known["predictors"] |= taken
    known["number predictors"] |= taken
    match step:
        case SegmentStep():
            known["segmentations"].add(step.id)
            known[f"structures of {step.id}"] = set(step.block.structures)
        case TilesStep():
            known["segmentations"].add(step.id)
            known[f"structures of {step.id}"] = set(step.structures)
        case DeepFeaturesStep():
            known["feature vectors"].add(step.id)


def _image_values_of(step, known: Known) -> set[str]:
    """Names of the numbers that a step reads from images and from nothing else."""
    match step:
        case ClassifyStep():
            return {step.id, step.distance}
        case MeasureStep():
            return {f"{structure}.{name}" for structure in known["structures"] for name in MEASURED}
    return set()


def _tables(manifest: Manifest) -> Iterator[tuple[str, str, Collection[str]]]:
    for step in manifest.steps:
        if isinstance(step, LogisticStep | LookupStep | ScoreStep):
            yield from ((f"steps.{step.id}.{field}", name, answers) for field, name, answers in step.tables())


def check_tiers(manifest: Manifest, source: str) -> None:
    """Refuse tiers whose word would contradict the figure beside it; not for records, which keep what was printed.

    Raises
    ------
    InputError
        ``schema.invalid`` unless tiers begin at falling multiples of the average, the highest at
        :data:`~inference.vocabulary.HIGHEST_TIMES` at least, others above the lowest at the average at least, and
        the lowest at 0.
    """
    if not any(step.kind == "logistic" for step in manifest.steps):
        return
    times = [tier.times for tier in manifest.tiers]
    good = bool(times) and None not in times and times[-1] == 0
    if good:
        falling = all(higher > lower for higher, lower in pairwise(times))
        good = falling and all(begin >= least_times(n) for n, begin in enumerate(times[:-1]))
    if not good:
        raise InputError(
            "schema.invalid",
            source=source,
            field="tiers",
            problem=f"times fall from the highest tier, at least {HIGHEST_TIMES:g}, to the lowest, 0; others between "
            f"are at least {RAISED_TIMES:g}",
            problem_kind="tiers",
            highest=HIGHEST_TIMES,
            raised=RAISED_TIMES,
            count=1,
        )
