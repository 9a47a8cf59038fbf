"""How the results of each kind of step read, on paper and in the window, and what a record of them may hold.

A kind of step that gives results has its line in :data:`PRESENTATIONS`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.language import Language
from desktop.report.wording import deciding, names_of
from inference.packs.cuts import cuts_of
from inference.vocabulary import settled

if TYPE_CHECKING:
    from inference.outcome import Outcome
    from inference.packs.manifest import Manifest
    from inference.results import Result

GREY = "#37424f"
"""Of a result that warns of nothing."""


@dataclass(frozen=True, slots=True)
class Presentation:
    """How results of one kind of step read.

    Attributes
    ----------
    fits
        Whether a step can have given a result; what does not fit is a damaged record.
    value
        A known result as (value, colour); called with the step, the result, the cuts of the step's value, the language.
    title
        What a result is called.
    marks_doubt
        Whether figures that rest on an unconfirmed source are marked so; not where a step rests on several at once.
    """

    fits: Callable[[Any, Result], bool]
    value: Callable[[Any, Result, Sequence[float], Language], tuple[str, str]]
    title: Callable[[Any, Result, Language], str] = lambda step, result, language: language.of(step.title)
    marks_doubt: bool = True


def result_text(outcome: Outcome, result: Result, language: Language) -> tuple[str, str, str]:
    """A result as (title, value, colour)."""
    manifest = outcome.pack.manifest
    step = step_of(manifest, result.step)
    how = PRESENTATIONS[step.kind]
    title = how.title(step, result, language)
    if not result.missing:
        return title, *how.value(step, result, cuts_of(manifest).get(step.id, ()), language)
    known = names_of(manifest, language)
    names = language.joined("list.comma", (known.get(name, name) for name in result.missing))
    if result.low is None or result.low == result.high:
        return title, language.text("result.needs", names=names), GREY
    bounds = {"low": f"{result.low:g}", "high": f"{result.high:g}"}
    return title, language.text("result.needs-between", names=names, **bounds), GREY


def step_of(manifest: Manifest, step_id: str) -> Any:
    """The step of that id."""
    return next(step for step in manifest.steps if step.id == step_id)


def can_be_of(manifest: Manifest, result: Result) -> bool:
    """Whether a step of the pack can have given the result."""
    step = next((step for step in manifest.steps if step.id == result.step), None)
    if step is None or (result.low is None) != (result.high is None):
        return False
    how = PRESENTATIONS.get(step.kind)
    return how is not None and how.fits(step, result)


def _is_number(result: Result) -> bool:
    return isinstance(result.value, int | float)


def _is_number_or_missing(_: object, result: Result) -> bool:
    return _is_number(result) or bool(result.missing)


def _figure(shown: Callable[[Any, float], str]) -> Callable[..., tuple[str, str]]:
    """A number with its interval and unit, with more decimals where rounding would take it across a cut."""

    def value(step: Any, result: Result, cuts: Sequence[float], language: Language) -> tuple[str, str]:
        def text_of(number: Any) -> str:
            text = shown(step, number)
            rounded, exact = float(text), settled(number)
            if all((rounded > cut) - (rounded < cut) == (exact > cut) - (exact < cut) for cut in cuts):
                return text
            return deciding(number, step.decimals, cuts)

        text = text_of(result.value)
        if result.low is not None:
            text += f" ({text_of(result.low)}–{text_of(result.high)})"
        return f"{text} {language.unit(step.unit)}".strip(), GREY

    return value


def _fits_rules(step: Any, result: Result) -> bool:
    return result.id == "class" and result.value in {None, *(rule.id for rule in step.rules)}


def _rule_value(step: Any, result: Result, _: object, language: Language) -> tuple[str, str]:
    rule = next((rule for rule in step.rules if rule.id == result.value), None)
    return (language.of(rule.title), rule.colour) if rule else ("–", GREY)


def _fits_score(step: Any, result: Result) -> bool:
    if result.id == "band":
        return result.value in {None, *(band.id for band in step.bands)}
    return result.id == "sum" and (_is_number(result) or bool(result.missing))


def _score_title(step: Any, result: Result, language: Language) -> str:
    return language.of(step.band_title if result.id == "band" else step.title)


def _score_value(step: Any, result: Result, _: object, language: Language) -> tuple[str, str]:
    if result.id == "sum":
        return language.text("result.points", points=f"{result.value:g}"), GREY
    band = next((band for band in step.bands if band.id == result.value), None)
    return (language.of(band.title), band.colour) if band else (language.of(step.no_band), GREY)


def _fits_lookup(step: Any, result: Result) -> bool:
    return result.id in {column.id for column in step.columns} and (_is_number(result) or result.value is None)


def _column(step: Any, result: Result) -> Any:
    return next(column for column in step.columns if column.id == result.id)


def _lookup_title(step: Any, result: Result, language: Language) -> str:
    title = language.of(_column(step, result).title)
    return language.text("label.value", label=language.of(step.title), value=title)


def _lookup_value(step: Any, result: Result, _: object, language: Language) -> tuple[str, str]:
    column = _column(step, result)
    if result.value is None:
        return "–", GREY
    return f"{result.value:.{column.decimals}f} {language.unit(column.unit)}".strip(), GREY


PRESENTATIONS = {
    "formula": Presentation(_is_number_or_missing, _figure(lambda step, value: step.shown(value))),
    "lookup": Presentation(_fits_lookup, _lookup_value, _lookup_title, marks_doubt=False),
    "region": Presentation(_is_number_or_missing, _figure(lambda step, value: f"{value:.{step.decimals}f}")),
    "rules": Presentation(_fits_rules, _rule_value),
    "score": Presentation(_fits_score, _score_value, _score_title),
}
"""By kind of step."""
