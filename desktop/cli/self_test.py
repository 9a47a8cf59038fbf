"""``precontrast self-test``: a table of what works on this computer."""

from __future__ import annotations

import argparse
import dataclasses

from desktop.cli import exits
from desktop.cli.console import Console
from desktop.cli.options import add_json_option, add_pack_options, library_of
from desktop.self_test import self_test


def add_options(parser: argparse.ArgumentParser, text, shared) -> None:
    """Describe the command."""
    parser.add_argument("pack", nargs="?", metavar="PACK", help=text("help.self_test.pack"))
    add_pack_options(parser, text)
    add_json_option(parser, text)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Run the checks; the exit code is 0 only when all pass."""
    library = library_of(options)
    checks = []
    for check in self_test(library, library.places, console.language, options.pack):
        checks.append(check)
        mark = "✓" if check.passed else "✗"
        name = console.language.text(f"check.{check.name}")
        console.say(f"{mark} {name}  {check.subject}  {check.seconds:.2f} s  {check.detail}".rstrip())
    console.data([dataclasses.asdict(check) for check in checks])
    failed = sum(not check.passed for check in checks)
    console.text("check.summary", count=len(checks), failed=failed)
    return exits.ANSWER if not failed else exits.UNTRUSTED
