"""Answers shared between a pack and its fallback: one form serves both, by id or by alias."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from inference.answers import AnswerSheet
from inference.packs.manifest import Manifest
from inference.predictors import ChoicePredictor, Predictor


def own_answers(sheet: AnswerSheet, manifest: Manifest, fallback: Manifest | None) -> AnswerSheet:
    """The sheet without what only the fallback asks; a name that neither knows is left for its error."""
    if fallback is None:
        return sheet
    own = {predictor.id for predictor in manifest.predictors}
    others = {name for predictor in fallback.predictors for name in _names(predictor)} - own
    return replace(sheet, answers={name: value for name, value in sheet.answers.items() if name not in others})


def for_fallback(sheet: AnswerSheet, manifest: Manifest, fallback: Manifest) -> AnswerSheet:
    """The sheet with the names of the fallback; what the two packs understand differently is left out.

    An answer under the fallback's own name stands as it is. One of the pack's is taken over where both ask the same:
    the same kind and unit, and for a choice an answer that both have.
    """
    own = {predictor.id: predictor for predictor in manifest.predictors}
    answers = {}
    for target in fallback.predictors:
        for name in (target.id, *_others(target, manifest)):
            if name not in sheet.answers or not target.asked:
                continue
            if name not in own or _means_the_same(own[name], target, sheet.answers[name]):
                answers[target.id] = sheet.answers[name]
                break
    return replace(sheet, answers=answers)


def _names(predictor: Predictor) -> tuple[str, ...]:
    return (predictor.id, *predictor.aliases)


def _others(target: Predictor, manifest: Manifest) -> Iterator[str]:
    """Other names of a question: its aliases, and predictors of the pack with a name in common."""
    yield from target.aliases
    yield from (p.id for p in manifest.predictors if not set(_names(p)).isdisjoint(_names(target)))


def _means_the_same(own: Predictor, target: Predictor, answer: object) -> bool:
    if own.kind != target.kind or own.unit != target.unit:
        return False
    if not isinstance(own, ChoicePredictor) or not isinstance(target, ChoicePredictor) or not isinstance(answer, str):
        return True
    written = answer.strip().casefold()
    values = {word.casefold(): c.value for c in own.choices for word in (c.value, c.label.en, c.label.zh)}
    return values.get(written, written) in target.values
