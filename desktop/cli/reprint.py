"""``precontrast reprint``: the report of an earlier outcome again, in either language, without its images."""

from __future__ import annotations

import argparse

from desktop.cli import exits
from desktop.cli.console import Console
from desktop.cli.options import Text, add_json_option, add_paper_option, add_pictures_option, path_of
from desktop.cli.screen import write_and_show
from desktop.cli.trail import own_records
from desktop.work import operations


def add_options(parser: argparse.ArgumentParser, text: Text, shared: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("record", type=path_of, metavar="REPORT.json", help=text("help.reprint.record"))
    parser.add_argument("--out", type=path_of, metavar="DIR", required=True, help=text("help.screen.out"))
    add_paper_option(parser, text)
    add_pictures_option(parser, text)
    add_json_option(parser, text)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Print an outcome again."""
    from desktop.report.document import read_record

    outcome, data = read_record(options.record)
    operations.log_output(own_records(), "reprinted", outcome)
    write_and_show(outcome, options.paper or "A4", options.out, console, data, pictures=options.png)
    return exits.ANSWER
