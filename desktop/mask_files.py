"""Mask files that were named on the command line, as masks of the steps whose structures they are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.work.question import chosen
from inference.errors import InputError
from inference.text import cleaned

if TYPE_CHECKING:
    from inference.dicom import Scan, Series
    from inference.kept_results import KeptResults
    from inference.outcome import Edit
    from inference.packs.manifest import Manifest
    from inference.segmentation import Segmentation
    from inference.steps.kind import Step
    from inference.volume import Grid

Named = Mapping[str, tuple[Path, str]]
"""By structure its file and the part of the file; empty where none is named."""


def masks_from_files(
    given: tuple[str, ...],
    reader: str,
    manifest: Manifest,
    scan: Scan | None,
    series: Mapping[str, str],
    kept: KeptResults,
) -> tuple[dict[str, Segmentation], tuple[Edit, ...]]:
    """Read masks on the series that will be screened.

    Parameters
    ----------
    given
        As they were typed; see :func:`masks_by_structure`.
    reader
        Who brings them.
    series
        By image role a series of the user's choice.
    kept
        Takes up what is read of a series, so that it is read once.

    Returns
    -------
    masks
        By step id; none for a step whose image has no suitable series, which the screening says.
    edits
        Who brought what.

    Raises
    ------
    InputError
        As of :func:`masks_by_structure` and :func:`inference.masks.bringing.bring`; ``mask.incomplete`` where a step
        that finds several structures by itself gets some of them.
    """
    named = masks_by_structure(given, manifest)
    if not named or scan is None:
        return {}, ()

    from desktop.cases.model import time_now
    from inference.identity import refuse_mixed_patients
    from inference.masks.bringing import Owner, bring, segmentation_of
    from inference.outcome import Edit

    refuse_mixed_patients(scan.series)
    choices = chosen(scan, manifest, series)
    structures = {structure.id: structure for structure in manifest.structures}
    masks, edits = {}, []
    for step, own in _by_step(named, manifest):
        role = min(step.images_read, default="")
        used = choices[role].series if role in choices else None
        if used is None:
            continue
        grid, owner = _grid(used, kept), Owner(used.patient.id, used.frame_of_reference_uid)
        brought = {name: bring(path, grid, structures[name], owner, part) for name, (path, part) in own.items()}
        files = {name: str(path) for name, (path, _) in own.items()}
        masks[step.id] = segmentation_of(role, _structures_of(step, manifest), brought, grid, files)
        for name, one in brought.items():
            edits.append(Edit(name, cleaned(reader), time_now(), "imported", cleaned(one.file), one.sha256))
    return masks, tuple(edits)


def masks_by_structure(given: tuple[str, ...], manifest: Manifest) -> dict[str, tuple[Path, str]]:
    """Read ``--mask`` options: ``STRUCTURE=FILE``, or ``STRUCTURE=FILE#PART`` for a file with several structures.

    Raises
    ------
    InputError
        ``mask.option`` for another form, ``mask.no-structure`` when the pack has no such structure, ``mask.twice``.
    """
    known = {name for step in manifest.steps for name in _structures_of(step, manifest)}
    named: dict[str, tuple[Path, str]] = {}
    for entry in given:
        structure, equals, rest = entry.partition("=")
        if not equals or not rest:
            raise InputError("mask.option", given=entry)
        if structure not in known:
            raise InputError("mask.no-structure", structure=structure, known=", ".join(sorted(known)) or "-")
        if structure in named:
            raise InputError("mask.twice", structure=structure)
        path, mark, part = rest.rpartition("#")
        # A name may have the sign in it.
        named[structure] = (Path(path), part) if mark and not Path(rest).exists() else (Path(rest), "")
    return named


def _by_step(named: Named, manifest: Manifest) -> list[tuple[Step, dict[str, tuple[Path, str]]]]:
    """For each step the files of its structures."""
    from inference.steps import kind_of

    found = []
    for step in manifest.steps:
        own = _structures_of(step, manifest)
        files = {name: named[name] for name in own if name in named}
        missing = [name for name in own if name not in named]
        if files and missing and not kind_of(step).by_hand:
            raise InputError("mask.incomplete", given=", ".join(files), missing=", ".join(missing))
        if files:
            found.append((step, files))
    return found


def _structures_of(step: Step, manifest: Manifest) -> tuple[str, ...]:
    """What may be brought of a step: nothing where it makes its structures of others."""
    if step.segmentations_read:
        return ()
    return step.provides([structure.id for structure in manifest.structures]).structures or ()


def _grid(series: Series, kept: KeptResults) -> Grid:
    """Where the voxels of a series lie; it is read, unless it was."""
    from inference.dicom import load

    loaded = kept.read_from(series) or load(series)
    kept.loaded[series.key] = (series, loaded)
    return loaded.volume.grid
