"""``precontrast audit``: who did what, and whether the log is as it was written."""

from __future__ import annotations

import argparse
import dataclasses
import json
import re
from pathlib import Path

from desktop.audit import AuditLog, verify
from desktop.audit_file import Entry
from desktop.cli import exits
from desktop.cli.console import Console
from desktop.cli.options import Text, add_json_option, path_of
from desktop.cli.trail import own_records
from desktop.places import default_places
from desktop.work import operations
from inference.errors import InputError

SHOWN = 50
DIGEST = re.compile("[0-9a-f]{64}")
SHOWN_DIGITS = 12
COLUMNS = ("number", "time", "user", "action", "details")


def add_options(parser: argparse.ArgumentParser, text: Text, shared: argparse.ArgumentParser) -> None:
    """Describe the command and its own commands."""
    commands = parser.add_subparsers(dest="audit_command", required=True, metavar="COMMAND")
    for name, run in (("show", show), ("verify", verify_log)):
        own = commands.add_parser(
            name,
            parents=[shared],
            help=text(f"help.audit.{name}"),
            description=text(f"help.audit.{name}"),
            epilog=text(f"help.audit.{name}-examples"),
        )
        own.add_argument("file", nargs="?", type=path_of, metavar="FILE", help=text("help.audit.file"))
        if name == "show":
            own.add_argument("--last", type=count_of, default=SHOWN, metavar="N", help=text("help.audit.last"))
        add_json_option(own, text)
        own.set_defaults(run=run)


def show(options: argparse.Namespace, console: Console) -> int:
    """The last lines of the log; that this installation's own was read stands in it, too."""
    path = _file(options)
    entries = AuditLog(path).entries()[-options.last :]
    if _is_own(path):
        operations.log_view(own_records(), entries)
    console.data([dataclasses.asdict(entry) for entry in entries])
    if not entries:
        console.text("audit.empty")
        return exits.ANSWER
    head = [console.language.text(f"audit.column.{name}") for name in COLUMNS]
    console.table(head, [_row(entry, console) for entry in entries])
    return exits.ANSWER


def _row(entry: Entry, console: Console) -> list[str]:
    message = f"audit.action.{entry.action}"
    action = console.language.text(message) if console.language.known(message) else entry.action
    given = {name: value for name, value in entry.details.items() if value not in (None, "", [])}
    details = "; ".join(f"{name}={_brief(value)}" for name, value in given.items())
    return [str(entry.number), entry.time, entry.user, action, details]


def _brief(value: object) -> str:
    """A value for people: of a digest its beginning is enough, the whole stands in the JSON."""
    if isinstance(value, str):
        return f"{value[:SHOWN_DIGITS]}…" if DIGEST.fullmatch(value) else value
    return json.dumps(value, ensure_ascii=False)


def verify_log(options: argparse.Namespace, console: Console) -> int:
    """Whether the log is whole; the exit code says so, too.

    This leaves no line: it shows nobody's work, and what it has just vouched for must stay the log's last line.
    """
    path = _file(options)
    # A log from elsewhere has another store beside it.
    witness = default_places().cases if options.file is None else None
    verdict = verify(path, witness)
    console.data(dataclasses.asdict(verdict))
    if verdict.ok:
        console.text("audit.sound", path=path, count=verdict.count, last=verdict.last)
        return exits.ANSWER
    reason = console.language.text(f"audit.reason.{verdict.reason_code}")
    if verdict.first_bad_line is None:
        console.text("audit.broken", path=path, reason=reason)
    else:
        console.text("audit.broken-at", path=path, reason=reason, line=verdict.first_bad_line)
    return exits.UNTRUSTED


def _file(options: argparse.Namespace) -> Path:
    """The log that was named, which must be there, or this installation's own."""
    if options.file is None:
        return default_places().audit
    if not options.file.exists():
        raise InputError("file.not-found", path=str(options.file))
    return options.file


def _is_own(path: Path) -> bool:
    own = default_places().audit
    return own.exists() and path.samefile(own)


def count_of(given: str) -> int:
    """A number of lines, at least 1.

    Raises
    ------
    InputError
        ``option.count``.
    """
    if not (given.isascii() and given.isdecimal() and len(given) < 10 and int(given) > 0):
        raise InputError("option.count", value=given)
    return int(given)
