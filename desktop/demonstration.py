"""What a pack taught by simulated outcomes may show of a patient: masks and measures, and no probability."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inference.answers import AnswerSheet
    from inference.outcome import Outcome

CODE = "demonstration.simulated-outcomes"


def is_demonstration(outcome: Outcome) -> bool:
    """Whether nothing stands against an answer but that the pack knows simulated patients only."""
    return {finding.code for finding in outcome.findings if finding.severity == "blocking"} == {CODE}


def presentable(outcome: Outcome) -> Outcome:
    """The outcome without a probability that holds for no patient, as records of before may still hold one.

    The same holds for its fallback. What a network taught by simulations gave as an answer is left out, too, and so are
    the actions and ticks of the tier.
    """
    fallback = None if outcome.fallback is None else presentable(outcome.fallback)
    if fallback is not outcome.fallback:
        outcome = replace(outcome, fallback=fallback)
    if outcome.risk is None or outcome.simulated or not outcome.pack.manifest.learnt_from_simulation:
        return outcome
    from inference.findings import Finding

    findings = (*outcome.findings, Finding(CODE, "blocking"))
    answers = tuple(given for given in outcome.answers if given.origin != "image")
    site = replace(outcome.site, actions=())
    told = replace(outcome, kind="refusal", site=site, answers=answers, findings=findings)
    return replace(told, risk=None, results=(), ticks=())


def demo_answers() -> AnswerSheet:
    """What the console knows of the demonstration's patient."""
    from desktop.places import bundled
    from inference.answers import read_answers

    return read_answers(bundled("demo") / "answers.json")
