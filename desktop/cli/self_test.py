"""``precontrast self-test``: a table of what works on this computer."""

from __future__ import annotations

import argparse
import dataclasses

from desktop.cli import exits
from desktop.cli.console import Console
from desktop.cli.options import Text, add_json_option, add_pack_options, library_of
from desktop.pack_checks import Check, Planned
from desktop.self_test import plan
from inference.terminal import columns_of

SECONDS = 9
"""Width of the column of times."""


def add_options(parser: argparse.ArgumentParser, text: Text, shared: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("pack", nargs="?", metavar="PACK", help=text("help.self_test.pack"))
    add_pack_options(parser, text)
    add_json_option(parser, text)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Run the checks; the exit code is 0 only when all pass."""
    library = library_of(options)
    planned = plan(library, library.places, console.language, options.pack)
    table, checks = _Table(planned, console), []
    for one in planned:
        checks.append(one.done(console.language))
        # At once: a library that takes the program down leaves the table up to there.
        table.say(checks[-1])
    failed = [check for check in checks if not check.passed]
    console.data([dataclasses.asdict(check) for check in checks])
    console.text("check.summary", count=len(checks), failed=len(failed))
    return exits.ANSWER if not failed else exits.UNTRUSTED


class _Table:
    """Lines whose columns are as wide as the longest that is to come."""

    def __init__(self, planned: list[Planned], console: Console) -> None:
        self._console = console
        self._names = max(columns_of(self._name(one)) for one in planned)
        self._subjects = max(columns_of(one.subject) for one in planned)

    def say(self, check: Check) -> None:
        mark = "✓" if check.passed else "✗"
        name, subject = _filled(self._name(check), self._names), _filled(check.subject, self._subjects)
        seconds = f"{check.seconds:.2f} s".rjust(SECONDS)
        self._console.say(f"{mark} {name}  {subject}  {seconds}  {check.detail}".rstrip())

    def _name(self, check: Check | Planned) -> str:
        return self._console.language.text(f"check.{check.name}")


def _filled(text: str, columns: int) -> str:
    return text + " " * (columns - columns_of(text))
