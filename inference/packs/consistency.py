"""References inside a manifest: every id that one part names exists in another.

What is let through here would be a traceback in front of a patient, or a coefficient that silently never applies.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, pairwise

from inference.errors import InputError
from inference.expressions import names_in
from inference.packs.bounds import check_bounds
from inference.packs.manifest import Manifest
from inference.predictors import ChoicePredictor, NumberPredictor, Predictor
from inference.regions import ANY
from inference.steps import kind_of
from inference.steps.kind import Step
from inference.vocabulary import HIGHEST_TIMES, RAISED_TIMES, least_times, repeated

Known = dict[str, set[str]]
"""What can be named, by kind."""
Link = tuple[Collection[str], str, str, str]
"""What exists, what it is called, the field that names one of it, and the id it names."""


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
    # Steps come last: they add to what is known.
    parts = (_of_images(manifest), _of_structures(manifest, known), _of_predictors(manifest, known))
    _follow(chain(*parts, _of_steps(manifest, known)), source)
    for field, predictor, answers in _tables(manifest):
        for answer in (value for value in _values(manifest.predictor(predictor)) if value not in answers):
            raise InputError("schema.incomplete", source=source, field=field, wanted=answer)


def _follow(links: Iterable[Link], source: str) -> None:
    for exists, kind, field, wanted in links:
        if wanted not in exists:
            raise InputError("schema.reference", source=source, field=field, wanted=wanted, kind=kind)


def _ids(manifest: Manifest) -> dict[str, list[str]]:
    """Ids that must differ, by field; a value has one name, whether it is an answer or comes from a step."""
    listed = ("evidence", "groups", "structures", "images", "regions", "predictors", "tiers")
    ids = {field: [part.id for part in getattr(manifest, field)] for field in listed}
    asked = (predictor.id for predictor in manifest.predictors if _step_of(predictor) != predictor.id)
    return {**ids, "steps": [*asked, *(step.id for step in manifest.steps)]}


def _step_of(predictor: Predictor) -> str | None:
    """The value of a step that it takes, if it is a number that comes from the images."""
    return predictor.step if isinstance(predictor, NumberPredictor) else None


def _values(predictor: Predictor) -> tuple[str, ...]:
    """The answers that can be named."""
    return predictor.values if isinstance(predictor, ChoicePredictor) else ()


def _known(manifest: Manifest) -> Known:
    """What exists before the first step; steps add their values, and predictors that take one of them."""
    predictors = [predictor for predictor in manifest.predictors if predictor.asked]
    numbers = {p.id for p in predictors if isinstance(p, NumberPredictor)}
    answers = {f"answers of {p.id}": set(_values(p)) for p in predictors}
    return {
        "evidence": {e.id for e in manifest.evidence},
        "predictors": {p.id for p in predictors},
        "choices": {p.id for p in predictors if isinstance(p, ChoicePredictor)},
        "number predictors": numbers,
        "numbers": set(numbers),
        "groups": {g.id for g in manifest.groups},
        "structures": {s.id for s in manifest.structures},
        "images": {i.id for i in manifest.images},
        "required images": {i.id for i in manifest.images if i.required},
        "segmentations": set(),
        "feature vectors": set(),
        **answers,
    }


def _of_images(manifest: Manifest) -> Iterator[Link]:
    regions = {ANY, *(region.id for region in manifest.regions)}
    for role in manifest.images:
        yield regions, "regions", f"images.{role.id}.region", role.region
        region = manifest.region_of(role)
        if region is not None and region.seen_by == "skull":
            yield ("CT",), "modalities that show a skull", f"images.{role.id}.modality", role.modality


def _of_structures(manifest: Manifest, known: Known) -> Iterator[Link]:
    for structure in manifest.structures:
        for n, neighbour in enumerate(structure.neighbours):
            others = known["structures"] - {structure.id}
            field = f"structures.{structure.id}.neighbours[{n}].structure"
            yield others, "other structures", field, neighbour.structure


def _of_predictors(manifest: Manifest, known: Known) -> Iterator[Link]:
    computed = known["numbers"] - {p.id for p in manifest.predictors if p.derive is not None}
    of_images = set().union(*(step.provides(known["structures"]).of_images for step in manifest.steps))
    for predictor in manifest.predictors:
        place = f"predictors.{predictor.id}"
        if manifest.groups:
            yield known["groups"], "groups", f"{place}.group", predictor.group
        for evidence in predictor.strength.evidence if predictor.strength else ():
            yield known["evidence"], "evidence", f"{place}.strength.evidence", evidence
        if predictor.derive is not None:
            for name in sorted(names_in(predictor.derive.formula)):
                yield computed, "numbers known by then", f"{place}.derive", name
            if isinstance(predictor, NumberPredictor):
                computed.add(predictor.id)
        step = _step_of(predictor)
        if step is not None:
            yield of_images, "values that steps read from images", f"{place}.step", step
    for n, figure in enumerate(manifest.figures):
        if figure.evidence is not None:
            yield known["evidence"], "evidence", f"figures[{n}].evidence", figure.evidence


def _of_steps(manifest: Manifest, known: Known) -> Iterator[Link]:
    for step in manifest.steps:
        place = f"steps.{step.id}"
        for kind, field, wanted in step.references():
            yield known.get(kind, ()), kind, f"{place}.{field}", wanted
        for exists, kind, field, wanted in step.inner_references():
            yield exists, kind, f"{place}.{field}", wanted
        _add_provided(step, manifest, known)


def _add_provided(step: Step, manifest: Manifest, known: Known) -> None:
    """What later steps may use; a step sees only those before it."""
    given = step.provides(known["structures"])
    values = given.of_images | given.numbers
    taken = {predictor.id for predictor in manifest.predictors if _step_of(predictor) in values}
    known["numbers"] |= values | taken
    known["predictors"] |= taken
    known["number predictors"] |= taken
    if given.structures is not None:
        known["segmentations"].add(step.id)
        known[f"structures of {step.id}"] = set(given.structures)
    if given.vector:
        known["feature vectors"].add(step.id)


def _tables(manifest: Manifest) -> Iterator[tuple[str, str, Collection[str]]]:
    for step in manifest.steps:
        yield from ((f"steps.{step.id}.{field}", name, answers) for field, name, answers in step.answer_tables())


def check_regions(manifest: Manifest, source: str) -> None:
    """Refuse regions, and what must be seen in them, that nothing looks for.

    Not for records, which keep what was printed.

    Raises
    ------
    InputError
        ``schema.reference``
    """
    _follow(_of_regions(manifest), source)


def _of_regions(manifest: Manifest) -> Iterator[Link]:
    for role in manifest.images:
        region = manifest.region_of(role)
        if region is None:
            continue
        readers = (step.region_classes() for step in manifest.steps if role.id in step.images_read)
        finders = [classes for classes in readers if classes is not None]
        if region.seen_by == "network" and not finders:
            yield (), "regions that a step finds in this image", f"images.{role.id}.region", role.region
        for classes in filter(None, finders):
            for needed in region.content:
                yield classes, "classes of the network", f"regions.{region.id}.content", needed.of


def check_tiers(manifest: Manifest, source: str) -> None:
    """Refuse tiers whose word would contradict the figure beside it; not for records, which keep what was printed.

    Raises
    ------
    InputError
        ``schema.invalid`` unless tiers begin at falling multiples of the average, the highest at
        :data:`~inference.vocabulary.HIGHEST_TIMES` at least, others above the lowest at the average at least, and
        the lowest at 0.
    """
    if not any(kind_of(step).answers == "risk" for step in manifest.steps):
        return
    times = [tier.times for tier in manifest.tiers if tier.times is not None]
    good = 0 < len(manifest.tiers) == len(times) and times[-1] == 0
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
