"""``precontrast cases masks``: the masks of a stored case for other programs."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cases.model import Case
from desktop.cli import exits
from desktop.cli.console import Console
from desktop.cli.options import Run, Text, path_of
from desktop.cli.trail import own_records
from desktop.work import operations
from inference.errors import InputError

if TYPE_CHECKING:
    from inference.volume import Grid


def add_commands(command: Callable[[str, Run], argparse.ArgumentParser], text: Text) -> None:
    """Describe the command."""
    masks = command("masks", write)
    masks.add_argument("case", metavar="CASE", help=text("help.cases.case"))
    masks.add_argument("--out", type=path_of, required=True, metavar="DIR", help=text("help.cases.masks-out"))
    masks.add_argument("--whole", action="store_true", help=text("help.cases.masks-whole"))


def write(options: argparse.Namespace, console: Console) -> int:
    """Write every mask that the report of a case rests on, as NIfTI."""
    from desktop.masks.changes import begun
    from desktop.masks.nifti import write_masks
    from desktop.report.document import file_stem

    with own_records() as records:
        case = records.store.get(records.store.resolve(options.case))
        masks = begun(records.store.masks(case.id))
    if case.outcome is None or not masks:
        raise InputError("cases.no-masks", case=case.id)
    whole = grids_of(case, console) if options.whole else {}
    manifest, stem = case.outcome.pack.manifest, file_stem(case.outcome)
    operations.log_masks_out(records, case.id, case.outcome, len(masks))
    files = write_masks(masks, manifest, console.language, options.out, stem, whole)
    console.data([str(file) for file in files])
    console.text("cases.masks", count=len(masks), path=options.out)
    return exits.ANSWER


def grids_of(case: Case, console: Console) -> dict[str, Grid]:
    """By image role the grid of the image, which is read again for that."""
    from desktop.cases.relocation import relocated
    from inference.dicom import load, scan

    found = scan(case.paths, lambda share: console.progress("scan", share))
    relocated(case, tuple(map(Path, case.paths)), found)  # the images may have been moved, and others be there now
    grids = {}
    assert case.outcome is not None
    for used in case.outcome.series:
        same = [s for s in found.series if s.uid == used.series_uid and len(s.slices) == used.slices]
        if not same:
            raise InputError("cases.other-images", case=case.id, path=", ".join(case.paths))
        grids[used.role] = load(same[0], lambda share: console.progress("load", share)).volume.grid
    console.close_bars()
    return grids
