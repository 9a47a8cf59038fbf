"""``precontrast-train check``: everything that is wrong with a cohort, before any work begins.

Faults end in exit code 2; warnings are for the person who judges what comes out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
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
from training.wording import in_language, worded

FOUND, CLEAN = 2, 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_cohort(parser)
    parser.add_argument("--fast", action="store_true", help="read headers and masks, but not the pixels of the studies")
    parser.add_argument("--json", action="store_true", help="print the result as JSON and nothing else")


def run(options: argparse.Namespace) -> int:
    """Check a cohort and print what was found."""
    language = options.lang
    try:
        parsed = parse_cohort(options.cohort, options.recipe)
    except CohortFaults as error:
        # The header alone is wrong enough that no row can be read.
        cohort, faults, inspected = None, list(error.faults), {}
    else:
        cohort = parsed.cohort
        if parsed.encoding != "UTF-8" and not options.json:
            said = worded("factory.check.encoding", path=str(options.cohort), encoding=parsed.encoding)
            say(in_language(said, language))
        inspected = _inspect(cohort, options)
        faults = [*parsed.faults, *(fault for found in inspected.values() for fault in found.faults)]
        faults += find_leaks(cohort.cases, {name: found for name, found in inspected.items() if found.series_uid})
        faults += check_balance(cohort) if cohort.cases else []
    faults.sort(key=lambda fault: (fault.severity != "fault", fault.row is None, fault.row or 0))
    if options.json:
        print(json.dumps(_plain(cohort, inspected, faults), ensure_ascii=False, indent=1))
    else:
        _print(cohort, inspected, faults, language)
    return FOUND if any(fault.severity == "fault" for fault in faults) else CLEAN


def _inspect(cohort: Cohort, options: argparse.Namespace) -> dict[str, Inspected]:
    cases = track(cohort.cases, "cases", options.quiet or options.json)
    return {case.id: inspect_case(case, cohort.settings, options.fast) for case in cases}


def _print(cohort: Cohort | None, inspected: dict[str, Inspected], faults: Sequence[Fault], language: str) -> None:
    if cohort is not None and cohort.cases:
        _print_summary(cohort, inspected, language)
    for severity, title in (("fault", "faults"), ("warning", "warnings")):
        listed = [fault for fault in faults if fault.severity == severity]
        if listed:
            say(in_language(worded(f"factory.check.{title}", count=len(listed)), language))
            rows = [(f.row or "", f.case, f.column, f.problem, f.mend) for f in listed]
            _table(("row", "case", "column", "problem", "mend"), rows, language)
            say()
    if not any(fault.severity == "fault" for fault in faults):
        say(in_language(worded("factory.check.clean"), language))


def _table(head: Sequence[str], rows: Iterable[Sequence[object]], language: str) -> None:
    """A table in a language; the head names messages."""
    said = [in_language(worded(f"factory.check.{name}"), language) if name else "" for name in head]
    table(said, [[in_language(cell, language) for cell in row] for row in rows])


def _print_summary(cohort: Cohort, inspected: dict[str, Inspected], language: str) -> None:
    head = ("", "cases", "patients", "known-outcome", "events", "share", "with-mask")
    _table(head, [_group_row(group) for group in groups(cohort)], language)
    say()
    rows = [(k.predictor, k.known, f"{100 * k.missing_share:.1f} %", k.summary) for k in how_known(cohort)]
    _table(("predictor", "known", "unknown", "summary"), rows, language)
    say()
    seen = [found for found in inspected.values() if found.spacing_mm]
    if seen:
        spacings = sorted(found.spacing_mm[0] for found in seen)
        masks = sum(found.masks for found in seen)
        counts = {"read": len(seen), "cases": len(cohort.cases), "masks": masks}
        said = worded("factory.check.studies", **counts, low=spacings[0], high=spacings[-1])
        say(in_language(said, language))
    plan = plan_of(cohort)
    if plan is not None:
        _print_plan(plan, language)
    say()


def _group_row(group: Group) -> tuple[object, ...]:
    share = f"{100 * group.events / group.known:.1f} %" if group.known else "-"
    return group.title, group.cases, group.patients, group.known, group.events, share, group.masks


def _print_plan(plan: Plan, language: str) -> None:
    needed = plan.needed
    plain = {name: getattr(plan, name) for name in ("parameters", "basis", "patients", "events", "allowed")}
    limits = {"limit": SHRINKAGE, "within": OPTIMISM, "margin": MARGIN}
    found = {name: getattr(needed, name) for name in ("shrinkage", "optimism", "precision")}
    for said in (
        worded("factory.check.plan", **plain, needed=needed.patients),
        worded("factory.check.criteria", **limits, **found),
    ):
        say(in_language(said, language))


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
