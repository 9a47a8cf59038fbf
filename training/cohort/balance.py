"""Whether the table as a whole can carry a model: outcomes, splits, centres, gaps, sample size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from inference.schema import Predictor
from training.cohort.faults import Fault
from training.cohort.samplesize import SampleSize, assumed_r2, minimum_sample_size, most_parameters, r2_of_auc
from training.cohort.splits import SPLITS
from training.cohort.table import Case, Cohort, CohortSettings
from training.cohort.tells import find_tells

LEAST_EVENTS = 12
"""Events and non-events in a test below which its sensitivity or specificity has an interval wider than half the scale
(Wilson, at a proportion of one half)."""
MUCH_MISSING = 0.2


@dataclass(frozen=True, slots=True)
class Group:
    """Counts of a part of the cohort."""

    title: str
    cases: int
    patients: int
    known: int
    events: int
    masks: int


@dataclass(frozen=True, slots=True)
class Known:
    """How well a predictor is known.

    Attributes
    ----------
    summary
        Smallest, middle and largest number, or the count of each choice.
    """

    predictor: str
    known: int
    missing_share: float
    summary: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The sample and what it would take.

    Attributes
    ----------
    basis
        Which cases were counted, and where the assumed R2 comes from.
    allowed
        Parameters that the present sample allows.
    """

    patients: int
    events: int
    parameters: int
    needed: SampleSize
    allowed: int
    basis: str


def groups(cohort: Cohort) -> list[Group]:
    """Counts of the cohort, of each split and of each centre."""
    parts: list[tuple[str, Sequence[Case]]] = [("all", cohort.cases)]
    for split in (*SPLITS, None):
        parts.append((f"split {split or 'not decided'}", [c for c in cohort.cases if c.split == split]))
    for centre in sorted({case.centre for case in cohort.cases}):
        parts.append((f"centre {centre or 'not named'}", [c for c in cohort.cases if c.centre == centre]))
    return [_group(title, cases) for title, cases in parts if cases]


def _group(title: str, cases: Sequence[Case]) -> Group:
    known = [case for case in cases if case.outcome is not None]
    return Group(
        title,
        len(cases),
        len({case.patient for case in cases}),
        len(known),
        sum(case.outcome for case in known),
        sum(bool(case.masks) for case in cases),
    )


def how_known(cohort: Cohort) -> list[Known]:
    """What is known of each predictor."""
    return [_known(predictor, cohort.cases) for predictor in cohort.settings.predictors]


def _known(predictor: Predictor, cases: Sequence[Case]) -> Known:
    values = [case.answers[predictor.id] for case in cases if case.answers[predictor.id] is not None]
    if not values:
        summary = "-"
    elif predictor.kind == "number":
        summary = f"{min(values):g} / {np.median(values):g} / {max(values):g} {predictor.unit}".rstrip()
    else:
        summary = ", ".join(f"{c.value} {values.count(c.value)}" for c in predictor.choices if c.value in values)
    return Known(predictor.id, len(values), 1 - len(values) / len(cases), summary)


def plan_of(cohort: Cohort) -> Plan | None:
    """The sample size that the planned model needs; None where only one outcome is known."""
    settings = cohort.settings
    known = [case for case in cohort.cases if case.outcome is not None]
    training = [case for case in known if case.split == "train"]
    counted, where = (training, "split train") if training else (known, "all cases, as no split is decided")
    patients = {case.patient: 0 for case in counted}
    for case in counted:
        patients[case.patient] = max(patients[case.patient], case.outcome)
    events = sum(patients.values())
    if not 0 < events < len(patients):
        return None
    share = events / len(patients)
    r2, why = _expected_r2(settings, share)
    return Plan(
        len(patients),
        events,
        settings.planned_parameters,
        minimum_sample_size(settings.planned_parameters, share, r2),
        most_parameters(len(patients), share, r2),
        f"{where}; Cox-Snell R2 {r2:.3f} {why}",
    )


def _expected_r2(settings: CohortSettings, share: float) -> tuple[float, str]:
    if settings.anticipated_auc is None:
        return assumed_r2(share), "assumed as 15 % of its maximum"
    return r2_of_auc(settings.anticipated_auc, share), f"from the anticipated AUC {settings.anticipated_auc:g}"


def check_balance(cohort: Cohort) -> list[Fault]:
    """What is wrong with the table as a whole."""
    return [
        *_outcomes(cohort),
        *_centres(cohort),
        *_gaps(cohort),
        *find_tells(cohort),
        *_ranges(cohort),
        *_size(cohort),
    ]


def _outcomes(cohort: Cohort) -> Iterable[Fault]:
    whole = _group("all", cohort.cases)
    if not whole.known:
        yield Fault(
            None, "", "outcome", "is known of no case", "give it: without it, only vessels are learnt", "warning"
        )
        return
    if whole.events in (0, whole.known):
        yield Fault(None, "", "outcome", f"is {whole.events and 1} in every case", "a model needs cases of both kinds")
        return
    for split in SPLITS:
        part = _group(split, [case for case in cohort.cases if case.split == split])
        fewest = min(part.events, part.known - part.events)
        counts = f"{part.events} events among {part.known} cases"
        if part.known and not fewest:
            yield Fault(None, "", "split", f"{split} has {counts}", "divide the patients so that it has both outcomes")
        elif part.known and fewest < LEAST_EVENTS:
            mend = "expect wide intervals, or gather more cases"
            yield Fault(None, "", "split", f"{split} has {counts}", mend, "warning")


def _centres(cohort: Cohort) -> Iterable[Fault]:
    shared = {c.centre for c in cohort.cases if c.split == "external"} & {
        c.centre for c in cohort.cases if c.split == "train"
    }
    if shared:
        named = ", ".join(sorted(centre or "not named" for centre in shared))
        problem = f"the external test shares a centre with training ({named})"
        yield Fault(None, "", "centre", problem, "keep a centre apart, or call it a test of other patients", "warning")


def _gaps(cohort: Cohort) -> Iterable[Fault]:
    for known in how_known(cohort):
        if not known.known:
            yield Fault(
                None, "", known.predictor, "is unknown in every case", "fill it in, or take it out of cohort.toml"
            )
            continue
        if known.missing_share > MUCH_MISSING:
            problem = f"is unknown in {100 * known.missing_share:.0f} % of cases"
            yield Fault(None, "", known.predictor, problem, "fill it in, or leave the predictor out", "warning")
        values = {case.answers[known.predictor] for case in cohort.cases} - {None}
        if len(values) == 1:
            problem = f"is {next(iter(values))} wherever it is known"
            yield Fault(None, "", known.predictor, problem, "leave it out: it tells nothing", "warning")


def _ranges(cohort: Cohort) -> Iterable[Fault]:
    """Numbers outside a range that does not stop an answer; others were refused when the table was read."""
    for predictor in cohort.settings.predictors:
        if predictor.kind != "number" or predictor.stops_out_of_range:
            continue
        low, high = predictor.range
        for case in cohort.cases:
            value = case.answers[predictor.id]
            if value is not None and not low <= value <= high:
                problem = f"is {value:g}, outside {low:g} to {high:g}"
                yield Fault(case.row, case.id, predictor.id, problem, "make sure of its unit", "warning")


def _size(cohort: Cohort) -> Iterable[Fault]:
    plan = plan_of(cohort)
    if plan is not None and plan.patients < plan.needed.patients:
        problem = (
            f"{plan.patients} patients with {plan.events} events are too few for {plan.parameters} parameters: "
            f"Riley's criteria ask for {plan.needed.patients}"
        )
        fewer = f"plan at most {plan.allowed} parameters" if plan.allowed < plan.parameters else "gather more patients"
        mend = f"{fewer}, penalise, and report the optimism"
        if not plan.allowed:
            mend = "gather more cases: not even one parameter is supported"
        yield Fault(None, "", "", problem, mend, "warning")
