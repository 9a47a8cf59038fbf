"""References inside a manifest: every id that one part names exists in another."""

from __future__ import annotations

from collections.abc import Iterator

from inference.errors import InputError
from inference.packs.manifest import Manifest


def check_references(manifest: Manifest, source: str) -> None:
    """Find the first reference that leads nowhere.

    Raises
    ------
    InputError
        ``schema.reference`` with the field and the id that does not exist.
    """
    known = {
        "evidence": {e.id for e in manifest.evidence},
        "predictors": {p.id for p in manifest.predictors},
        "groups": {g.id for g in manifest.groups},
        "structures": {s.id for s in manifest.structures},
        "images": {i.id for i in manifest.images},
    }
    for kind, field, wanted in _references(manifest):
        if wanted not in known[kind]:
            raise InputError("schema.reference", source=source, field=field, wanted=wanted, kind=kind)
    for kind, ids in (
        ("predictors", [p.id for p in manifest.predictors]),
        ("steps", [s.id for s in manifest.steps]),
        ("tiers", [t.id for t in manifest.tiers]),
    ):
        twice = next((i for i in ids if ids.count(i) > 1), None)
        if twice is not None:
            raise InputError("schema.duplicate", source=source, field=kind, wanted=twice)
    _check_tiers(manifest, source)


def _references(manifest: Manifest) -> Iterator[tuple[str, str, str]]:
    for predictor in manifest.predictors:
        if manifest.groups:
            yield "groups", f"predictors.{predictor.id}.group", predictor.group
        for evidence in predictor.strength.evidence if predictor.strength else ():
            yield "evidence", f"predictors.{predictor.id}.strength.evidence", evidence
    for step in manifest.steps:
        yield from ((kind, f"steps.{step.id}.{field}", wanted) for kind, field, wanted in step.references())


def _check_tiers(manifest: Manifest, source: str) -> None:
    if not any(step.kind == "logistic" for step in manifest.steps):
        return
    shares = [tier.share for tier in manifest.tiers]
    if not shares or shares[-1] != 1 or shares != sorted(shares):
        raise InputError(
            "schema.invalid",
            source=source,
            field="tiers",
            problem="shares ascend from the highest tier to the lowest, and the last is 1",
            problem_kind="tiers",
            count=1,
        )
