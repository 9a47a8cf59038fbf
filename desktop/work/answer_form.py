"""The answers of one patient while they are being given: entered, from the header, computed, or unknown.

The form shows what this says; it knows no window. What is entered is checked as the pipeline will check it, by the same
function, so that nothing that the form accepts is refused afterwards.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from inference.errors import InputError

if TYPE_CHECKING:
    from desktop.language import Language
    from inference.answers import AnswerSheet
    from inference.findings import Finding
    from inference.outcome import Outcome
    from inference.packs.manifest import Manifest
    from inference.predictors import Predictor
    from inference.results import GivenAnswer
    from inference.site import Agent
    from inference.vocabulary import Text

    Answer = str | float

AGENT_UNITS = {"mPa s": "viscosity_mpa_s", "mgI/mL": "iodine_mg_ml"}
"""What an agent's label says, by the unit of the predictor that asks for it."""


@dataclass(frozen=True, slots=True)
class Review:
    """What is known now.

    Attributes
    ----------
    given
        By predictor, everything that is asked.
    findings
        By predictor, what is wrong or doubtful about its answer.
    figures
        By predictor, the number behind an answer that was computed and put into a class.
    fault
        Why the answers cannot be read at all; then there are neither computed answers nor findings.
    age_from
        Where the age of the header comes from (:attr:`inference.dicom.model.PatientIdentity.age_from`).
    """

    given: Mapping[str, GivenAnswer]
    findings: Mapping[str, tuple[Finding, ...]]
    figures: Mapping[str, float]
    fault: InputError | None = None
    age_from: str = ""

    @property
    def unknown(self) -> tuple[str, ...]:
        """Predictors without an answer, in the order of the form."""
        return tuple(name for name, answer in self.given.items() if answer.value is None)


@dataclass(slots=True)
class AnswerForm:
    """What was entered for a pack, and what came with the images."""

    manifest: Manifest
    base: AnswerSheet
    header: Mapping[str, str | float | None] = field(default_factory=dict)
    entered: dict[str, Answer | None] = field(default_factory=dict)
    taken: dict[str, GivenAnswer] = field(default_factory=dict)

    def asked(self) -> tuple[Predictor, ...]:
        """Predictors that are asked; what a step reads from the images is not."""
        return tuple(p for p in self.manifest.predictors if p.asked)

    def sections(self) -> list[tuple[Text | None, list[Predictor]]]:
        """What is asked under each heading, in the pack's order; under none what belongs to no group of the pack."""
        titles = {group.id: group.title for group in self.manifest.groups}
        groups: dict[str, list[Predictor]] = {name: [] for name in ("", *titles)}
        for predictor in self.asked():
            groups[predictor.group if predictor.group in titles else ""].append(predictor)
        return [(titles.get(name), listed) for name, listed in groups.items() if listed]

    def figure(self, modules: Collection[str] = ()) -> tuple[str, ...]:
        """Of what is asked, what the pack's figure is made of (:func:`makes_figure`)."""
        wanted = makes_figure(self.manifest, modules)
        return tuple(predictor.id for predictor in self.asked() if predictor.id in wanted)

    def sources(self, names: Iterable[str]) -> frozenset[str]:
        """What is asked and answers these when they are not entered themselves: height and weight, for a BMI."""
        from inference.expressions import names_in

        rules = [self.manifest.predictor(name).derive for name in names]
        found = {source for rule in rules if rule is not None for source in names_in(rule.formula)}
        return frozenset(predictor.id for predictor in self.asked() if predictor.id in found)

    def enter(self, predictor_id: str, value: Answer | None) -> bool:
        """Take an answer, None for unknown; returns whether anything changed.

        Unknown is kept as it was said where header or other answers would give a value; elsewhere nothing is entered.
        """
        before = dict(self.entered)
        self.entered.pop(predictor_id, None)
        if value is not None or self.review().given[predictor_id].value is not None:
            self.entered[predictor_id] = value
        if self.entered == before:
            return False
        # What the pipeline computed from the answers before no longer holds.
        self.taken = {name: given for name, given in self.taken.items() if given.origin != "computed"}
        return True

    def read(self, sheet: AnswerSheet) -> None:
        """Take a whole sheet instead of what was entered.

        Raises
        ------
        InputError
            As of :func:`inference.answers.complete`, for an answer that is none of the pack's; nothing is then taken.
        """
        from inference.answers import complete, is_declined

        given, _ = complete(self.manifest, sheet, {})
        said = {name for name, value in sheet.answers.items() if is_declined(value)}
        self.entered = {a.predictor: a.value for a in given if a.origin == "entered" or a.predictor in said}
        self.base = sheet

    def take(self, given: Iterable[GivenAnswer]) -> None:
        """Remember what the pipeline took from the images and computed, for what is not known here."""
        self.taken = {answer.predictor: answer for answer in given if answer.origin in ("dicom", "computed")}

    def sheet(self) -> AnswerSheet:
        """What was entered, with the patient and the regions of the sheet that was read."""
        from inference.predictors import SAID_UNKNOWN

        answers: dict[str, object] = {
            name: SAID_UNKNOWN if value is None else value for name, value in self.entered.items()
        }
        return replace(self.base, answers=answers)

    def review(self) -> Review:
        """Complete the answers as the pipeline will and say what is doubtful."""
        from inference.answers import complete
        from inference.results import GivenAnswer

        names, entered = [predictor.id for predictor in self.asked()], self.entered
        fault = None
        try:
            answers, found = complete(self.manifest, self.sheet(), self.header)
        except InputError as error:
            answers = tuple(GivenAnswer(n, entered.get(n), "entered" if n in entered else "unknown") for n in names)
            found, fault = [], error
        given = {answer.predictor: answer for answer in answers if answer.predictor in names}
        for name, answer in given.items():
            if answer.value is None and name in self.taken and name not in entered:
                given[name] = self.taken[name]
        findings = {name: tuple(finding for finding in found if finding.subject == name) for name in names}
        return Review(given, findings, self._figures(given), fault, str(self.header.get("PatientAgeFrom", "")))

    def _figures(self, given: Mapping[str, GivenAnswer]) -> dict[str, float]:
        from inference.expressions import evaluate, names_in

        figures = {}
        for predictor in self.asked():
            rule = predictor.derive
            if rule is None or not rule.cuts or given[predictor.id].origin != "computed":
                continue
            names = names_in(rule.formula)
            known = {name: given[name].value for name in names if name in given}
            values = {name: float(value) for name, value in known.items() if value is not None}
            if len(values) == len(names):
                figures[predictor.id] = evaluate(rule.formula, values)
        return figures

    def of_agent(self, agent: Agent) -> dict[str, Answer]:
        """Answers that an agent of the site's list gives: what its label says, and its name where the pack has it."""
        from inference.predictors import ChoicePredictor, NumberPredictor

        answers: dict[str, Answer] = {}
        for predictor in self.asked():
            if isinstance(predictor, NumberPredictor):
                attribute = AGENT_UNITS.get(predictor.unit)
                value = getattr(agent, attribute) if attribute else None
                if value is not None:
                    answers[predictor.id] = float(value)
            elif isinstance(predictor, ChoicePredictor) and predictor.admits(agent.id):
                answers[predictor.id] = agent.id
        return answers

    def viscosity_predictor(self) -> str | None:
        """The predictor that an agent's viscosity answers, if the pack has one."""
        return next((p.id for p in self.asked() if AGENT_UNITS.get(p.unit) == "viscosity_mpa_s"), None)


def makes_figure(manifest: Manifest, modules: Collection[str] = ()) -> frozenset[str]:
    """Predictors that the pack's risk or score is made of; other answers are for checks, and are recorded.

    Parameters
    ----------
    modules
        Optional groups of factors that the site has switched on.
    """
    from inference.steps import kind_of

    risks = [step for step in manifest.steps if kind_of(step).answers == "risk"]
    return frozenset().union(*(step.makes_figure(modules) for step in risks or manifest.steps))


def missing_answers(outcome: Outcome, language: Language) -> list[tuple[str, str]]:
    """What makes the figure at every site and is unknown, as (predictor, label), in the order of the form."""
    manifest = outcome.pack.manifest
    wanted = makes_figure(manifest)
    unknown = {answer.predictor for answer in outcome.answers if answer.value is None}
    asked = [predictor for predictor in manifest.predictors if predictor.asked]
    return [(p.id, language.of(p.label)) for p in asked if p.id in wanted & unknown]
