"""``precontrast-train check``: everything that is wrong with a cohort, before any work begins.

Faults end in exit code 2; warnings are for the person who judges what comes out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from training.cohort.balance import Group, Plan, check_balance, groups, how_known, plan_of
from training.cohort.faults import CohortFaults, Fault
from training.cohort.inspection import Inspected, inspect_case
from training.cohort.leaks import find_leaks
from training.cohort.samplesize import MARGIN, OPTIMISM, SHRINKAGE
from training.cohort.table import Cohort, parse_cohort
from training.console import say, table, track
from training.options import add_cohort

FOUND, CLEAN = 2, 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_cohort(parser)
    parser.add_argument("--fast", action="store_true", help="read headers and masks, but not the pixels of the studies")
    parser.add_argument("--json", action="store_true", help="print the result as JSON and nothing else")


def run(options: argparse.Namespace) -> int:
    """Check a cohort and print what was found."""
    try:
        parsed = parse_cohort(options.cohort)
    except CohortFaults as error:
        # The header alone is wrong enough that no row can be read.
        cohort, faults, inspected = None, list(error.faults), {}
    else:
        cohort = parsed.cohort
        if parsed.encoding != "UTF-8" and not options.json:
            say(f"{options.cohort} was read as {parsed.encoding}; make sure that its names are right")
        inspected = _inspect(cohort, options)
        faults = [*parsed.faults, *(fault for found in inspected.values() for fault in found.faults)]
        faults += find_leaks(cohort.cases, {name: found for name, found in inspected.items() if found.series_uid})
        faults += check_balance(cohort) if cohort.cases else []
    faults.sort(key=lambda fault: (fault.severity != "fault", fault.row is None, fault.row or 0))
    if options.json:
        print(json.dumps(_plain(cohort, inspected, faults), ensure_ascii=False, indent=1))
    else:
        _print(cohort, inspected, faults)
    return FOUND if any(fault.severity == "fault" for fault in faults) else CLEAN


def _inspect(cohort: Cohort, options: argparse.Namespace) -> dict[str, Inspected]:
    cases = track(cohort.cases, "cases", options.quiet or options.json)
    return {case.id: inspect_case(case, cohort.settings, options.fast) for case in cases}


def _print(cohort: Cohort | None, inspected: dict[str, Inspected], faults: Sequence[Fault]) -> None:
    if cohort is not None and cohort.cases:
        _print_summary(cohort, inspected)
    for severity, title in (("fault", "Faults"), ("warning", "Warnings")):
        listed = [fault for fault in faults if fault.severity == severity]
        if listed:
            say(f"{title}: {len(listed)}")
            head = ("row", "case", "column", "what is wrong", "how to mend it")
            table(head, [(f.row or "", f.case, f.column, f.problem, f.mend) for f in listed])
            say()
    if not any(fault.severity == "fault" for fault in faults):
        say("No fault was found.")


def _print_summary(cohort: Cohort, inspected: dict[str, Inspected]) -> None:
    head = ("", "cases", "patients", "outcome known", "events", "event share", "with mask")
    table(head, [_group_row(group) for group in groups(cohort)])
    say()
    head = ("predictor", "known", "unknown", "smallest / middle / largest, or counts")
    table(head, [(k.predictor, k.known, f"{100 * k.missing_share:.1f} %", k.summary) for k in how_known(cohort)])
    say()
    seen = [found for found in inspected.values() if found.spacing_mm]
    if seen:
        spacings = sorted(found.spacing_mm[0] for found in seen)
        masks = sum(found.masks for found in seen)
        say(
            f"Studies read: {len(seen)} of {len(cohort.cases)}; masks on their series: {masks}; "
            f"distance between slices {spacings[0]:.3g} to {spacings[-1]:.3g} mm"
        )
    plan = plan_of(cohort)
    if plan is not None:
        _print_plan(plan)
    say()


def _group_row(group: Group) -> tuple[object, ...]:
    share = f"{100 * group.events / group.known:.1f} %" if group.known else "-"
    return group.title, group.cases, group.patients, group.known, group.events, share, group.masks


def _print_plan(plan: Plan) -> None:
    needed = plan.needed
    say(
        f"Sample size for {plan.parameters} parameters (Riley 2019; {plan.basis}): {needed.patients} patients needed, "
        f"{plan.patients} there with {plan.events} events, which allow {plan.allowed} parameters"
    )
    say(
        f"  shrinkage of {SHRINKAGE:g}: {needed.shrinkage}; optimism of R2 within {OPTIMISM:g}: {needed.optimism}; "
        f"overall risk within {MARGIN:g}: {needed.precision}"
    )


def _plain(cohort: Cohort | None, inspected: dict[str, Inspected], faults: Sequence[Fault]) -> dict[str, Any]:
    found: dict[str, Any] = {
        severity: [asdict(fault) for fault in faults if fault.severity == severity] for severity in ("fault", "warning")
    }
    result = {"faults": found["fault"], "warnings": found["warning"]}
    if cohort is None or not cohort.cases:
        return result
    plan = plan_of(cohort)
    return result | {
        "groups": [asdict(group) for group in groups(cohort)],
        "predictors": [asdict(known) for known in how_known(cohort)],
        "sample_size": asdict(plan) | {"patients_needed": plan.needed.patients} if plan else None,
        "studies": {name: _study(one) for name, one in inspected.items() if one.series_uid},
    }


def _study(found: Inspected) -> dict[str, Any]:
    return {name: value for name, value in asdict(found).items() if name not in ("faults", "patient_id")}
