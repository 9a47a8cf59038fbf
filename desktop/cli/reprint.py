"""``precontrast reprint``: the report of an earlier outcome again, in either language, without its images."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli import exits
from desktop.cli.console import Console
from desktop.cli.options import add_json_option
from desktop.cli.screen import show
from desktop.screening import write_files


def add_options(parser: argparse.ArgumentParser, text, shared) -> None:
    """Describe the command."""
    parser.add_argument("record", type=Path, metavar="REPORT.json", help=text("help.reprint.record"))
    parser.add_argument("--out", type=Path, metavar="DIR", required=True, help=text("help.screen.out"))
    parser.add_argument("--paper", choices=("A4", "Letter"), default="A4", help=text("help.screen.paper"))
    add_json_option(parser, text)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Print an outcome again."""
    from desktop.report.document import read_outcome

    outcome = read_outcome(options.record)
    show(outcome, write_files(outcome, console.language, options.paper, options.out), console)
    return exits.ANSWER
