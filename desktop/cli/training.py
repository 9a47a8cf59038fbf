"""``precontrast cases export-training``: what readers have corrected, for the site's own training."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from desktop.cli import exits
from desktop.cli.case_masks import grids_of
from desktop.cli.console import Console
from desktop.cli.options import Run, Text, path_of
from desktop.cli.trail import own_records
from desktop.places import default_places
from desktop.site_file import current_site
from desktop.work import operations


def add_commands(command: Callable[[str, Run], argparse.ArgumentParser], text: Text) -> None:
    """Describe the command."""
    exporting = command("export-training", write)
    exporting.add_argument("case", metavar="CASE", help=text("help.cases.case"))
    exporting.add_argument("--out", type=path_of, required=True, metavar="DIR", help=text("help.cases.training-out"))
    exporting.add_argument("--site", type=path_of, metavar="FILE.toml", help=text("help.screen.site"))


def write(options: argparse.Namespace, console: Console) -> int:
    """Write the masks that a reader has corrected and their row of the cohort, as large as the images."""
    from desktop import training_export
    from inference.site import read_site

    places = default_places()
    site = read_site(options.site) if options.site is not None else current_site(places)[0]
    with own_records() as records:
        case = records.store.get(records.store.resolve(options.case))
        masks, event = records.store.masks(case.id), records.store.event(case.id)
        prepared = training_export.prepare(case, masks, event, site, places.pseudonym_key)
        assert case.outcome is not None
        whole = grids_of(case, console)
        operations.log_training_out(records, case.id, case.outcome, prepared)
    manifest = case.outcome.pack.manifest
    files = training_export.write(prepared, manifest, console.language, options.out, whole)
    console.data({"files": [str(file) for file in files], "cases": [row.case for row in prepared.rows]})
    console.text("training.written", path=options.out)
    return exits.ANSWER
