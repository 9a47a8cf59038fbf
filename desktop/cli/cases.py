"""``precontrast cases``: list, show, delete, and export what happened for recalibration."""

from __future__ import annotations

import argparse
import dataclasses
from typing import TYPE_CHECKING

from desktop.cases.export import versions_of
from desktop.cases.model import STATES, Case, CaseRow, Event, to_the_minute
from desktop.cli import case_masks, case_store, exits, training
from desktop.cli.audit import count_of
from desktop.cli.console import Console
from desktop.cli.options import Run, Text, add_json_option, path_of
from desktop.cli.trail import own_records
from desktop.demonstration import presentable
from desktop.files import write_whole
from desktop.leftovers import noted
from desktop.pack_library import writing
from desktop.work import operations
from inference.errors import InputError
from inference.text import readable_name

if TYPE_CHECKING:
    from inference.predicted_event import PredictedEvent

SHOWN_ID = 8
"""Digits of an id that the list shows; hardly ever do two cases share them."""
SHOWN = 500
COLUMNS = ("id", "changed", "state", "name", "patient-id", "accession", "study-date", "pack", "tier", "event")


def add_options(parser: argparse.ArgumentParser, text: Text, shared: argparse.ArgumentParser) -> None:
    """Describe the command and its own commands."""
    commands = parser.add_subparsers(dest="cases_command", required=True, metavar="COMMAND")

    def command(name: str, run: Run) -> argparse.ArgumentParser:
        own = commands.add_parser(
            name,
            parents=[shared],
            help=text(f"help.cases.{name}"),
            description=text(f"help.cases.{name}"),
            epilog=text(f"help.cases.{name}-examples"),
        )
        add_json_option(own, text)
        own.set_defaults(run=run)
        return own

    listing = command("list", list_cases)
    listing.add_argument("text", nargs="*", metavar="TEXT", help=text("help.cases.text"))
    listing.add_argument("--state", choices=STATES, help=text("help.cases.state"))
    listing.add_argument("--limit", type=count_of, default=SHOWN, metavar="N", help=text("help.cases.limit"))
    command("show", show).add_argument("case", metavar="CASE", help=text("help.cases.case"))
    signing = command("signed", write_signed)
    signing.add_argument("case", metavar="CASE", help=text("help.cases.case"))
    signing.add_argument("--out", type=path_of, required=True, metavar="DIR", help=text("help.cases.signed-out"))
    exporting = command("export-outcomes", export_outcomes)
    exporting.add_argument("pack", metavar="PACK", help=text("help.cases.pack"))
    exporting.add_argument("--out", type=path_of, required=True, metavar="FILE.csv", help=text("help.cases.out"))
    exporting.add_argument("--version", dest="pack_version", metavar="VERSION", help=text("help.cases.version"))
    case_store.add_commands(command, text)
    case_masks.add_commands(command, text)
    training.add_commands(command, text)
    deleting = command("delete", delete)
    deleting.add_argument("case", metavar="CASE", help=text("help.cases.case"))
    deleting.add_argument("--yes", action="store_true", help=text("help.cases.yes"))


def list_cases(options: argparse.Namespace, console: Console) -> int:
    """One line a case, the last changed first."""
    with own_records() as records:
        found = operations.list_cases(records, " ".join(options.text), options.state, options.limit)
    console.data([dataclasses.asdict(row) for row in found])
    if not found:
        console.text("cases.none")
        return exits.ANSWER
    head = [console.language.text(f"cases.column.{name}") for name in COLUMNS]
    console.table(head, [_row(row, console) for row in found])
    return exits.ANSWER


def _row(row: CaseRow, console: Console) -> list[str]:
    language = console.language
    return [
        row.id[:SHOWN_ID],
        to_the_minute(row.changed),
        language.text(f"cases.state.{row.state}"),
        readable_name(row.patient_name) or "-",
        row.patient_id or "-",
        row.accession or "-",
        row.study_date or "-",
        row.pack,
        language.of(row.tier_title) if row.tier_title else "-",
        "✓" if row.has_event else "-",
    ]


def show(options: argparse.Namespace, console: Console) -> int:
    """All that is stored of a case."""
    from inference.reading import to_plain

    with own_records() as records:
        case, masks = operations.take_up(records, records.store.resolve(options.case))
        event, steps = records.store.event(case.id), list(masks)
    plain = {field.name: getattr(case, field.name) for field in dataclasses.fields(case)}
    plain |= {"sheet": to_plain(case.sheet), "outcome": to_plain(presentable(case.outcome)) if case.outcome else None}
    console.data({**plain, "event": dataclasses.asdict(event) if event else None, "masks": steps})
    for label, value in _facts(case, steps, console):
        console.text("label.value", label=console.language.text(f"cases.column.{label}"), value=value)
    if event is not None:
        _say_event(event, console, case.outcome.pack.manifest.event if case.outcome else None)
    return exits.ANSWER


def _facts(case: Case, steps: list[str], console: Console) -> list[tuple[str, str]]:
    from desktop.report.wording import cuts_of_risk, finding_lines, percent, tier_of

    language, outcome = console.language, case.outcome
    patient = outcome.patient if outcome else case.sheet.patient
    unknown = language.text("value.unknown")
    facts = [
        ("id", case.id),
        ("created", to_the_minute(case.created)),
        ("changed", to_the_minute(case.changed)),
        ("state", language.text(f"cases.state.{case.state}")),
        ("name", readable_name(patient.name) or unknown),
        ("patient-id", patient.id or unknown),
        ("pack", case.pack),
    ]
    outcome = None if outcome is None else presentable(outcome)
    if outcome is not None and outcome.risk is not None:
        tier = tier_of(outcome)
        assert tier is not None
        facts.append(("tier", language.of(tier.title)))
        chance = outcome.risk.estimate.chance
        if chance is not None:
            facts.append(("probability", percent(chance, language, cuts_of_risk(outcome.risk))))
    facts += [("finding", sentence) for _, sentence in (finding_lines(outcome, language) if outcome else ())]
    facts += [("opened", path) for path in case.paths]
    return [*facts, ("masks", language.text("list.comma").join(steps))] if steps else facts


def _say_event(event: Event, console: Console, asked: PredictedEvent | None) -> None:
    language = console.language
    named = {name: getattr(asked, name, None) for name in ("volume", "site")}
    happened = {None: "value.unknown", True: "event.happened", False: "event.not-happened"}[event.happened]
    console.text("label.value", label=language.text("cases.column.event"), value=language.text(happened))
    entered = {
        "event.volume": "" if event.volume_ml is None else f"{event.volume_ml:g} mL",
        "event.agent": event.agent,
        "event.site": event.site,
        "event.severity": language.text(f"event.severity.{event.severity}") if event.severity else "",
        "event.follow-up": event.follow_up,
        "event.note": event.note,
        "event.recorded": f"{event.recorded_by} {to_the_minute(event.recorded_at)}".strip(),
    }
    for label, value in entered.items():
        if value:
            part = named.get(label.removeprefix("event."))
            words = language.text(label) if part is None else language.of(part.name)
            console.text("label.value", label=words, value=value)


def write_signed(options: argparse.Namespace, console: Console) -> int:
    """Write every version of the report that was signed as a record, which ``reprint`` prints."""
    with own_records() as records:
        signed = operations.export_signed(records, records.store.resolve(options.case))
    files = []
    with writing(options.out):
        options.out.mkdir(mode=0o700, parents=True, exist_ok=True)
    for outcome, record in signed:
        files.append(options.out / f"{outcome.pack.manifest.id}-{outcome.version}.json")
        # As it was written when it was signed: that is what the audit log knows.
        with noted(options.out):
            write_whole(files[-1], record)
    console.data([str(file) for file in files])
    console.text("cases.signed", count=len(files), path=options.out)
    return exits.ANSWER


def export_outcomes(options: argparse.Namespace, console: Console) -> int:
    """Write the table that ``precontrast-train recalibrate`` reads."""
    with own_records() as records:
        count = operations.export_outcomes(records, options.pack, options.out, options.pack_version)
        others = sum(versions_of(records.store, options.pack).values()) - count
    console.data({"file": str(options.out), "cases": count, "of_other_versions": others})
    console.text("cases.exported", count=count, path=options.out)
    if others:
        console.text("cases.other-versions", count=others)
    return exits.ANSWER


def delete(options: argparse.Namespace, console: Console) -> int:
    """Remove a case for good."""
    with own_records() as records:
        case_id = records.store.resolve(options.case)
        if not options.yes:
            raise InputError("cases.not-confirmed", case=case_id)
        operations.delete(records, case_id)
    console.data({"id": case_id, "deleted": True})
    console.text("cases.deleted", case=case_id)
    return exits.ANSWER
