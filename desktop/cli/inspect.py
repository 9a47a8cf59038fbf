"""``precontrast inspect``: what is in a folder, and which series a pack would take."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

from desktop.cli import exits
from desktop.cli.console import Console
from desktop.cli.options import add_json_option, add_pack_options, library_of
from desktop.cli.screen import DEFAULT_PACK
from inference.dicom import Note, Series, choose, scan
from inference.pipeline import wanted_role


def add_options(parser: argparse.ArgumentParser, text, shared) -> None:
    """Describe the command."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=text("help.screen.path"))
    parser.add_argument("--pack", default=DEFAULT_PACK, metavar="ID", help=text("help.inspect.pack"))
    add_pack_options(parser, text)
    add_json_option(parser, text)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """List the series and the choice."""
    found = scan([str(p) for p in options.paths], lambda share: console.progress("scan", share))
    console.close_bars()
    roles = library_of(options).open(options.pack).manifest.images
    rows = [_row(series, console) for series in found.series]
    console.table([console.language.text(f"inspect.{name}") for name in COLUMNS], rows)
    for series in found.series:
        for note in series.notes:
            console.say(f"  {series.number if series.number is not None else '-'}: {_sentence(note, console)}")
    for note in found.notes:
        console.say(f"  {_sentence(note, console)}")
    choices = {}
    for role in roles:
        choice = choose(found.series, wanted_role(role))
        choices[role.id] = choice.series.key if choice.series else None
        console.say()
        title = console.language.of(role.title)
        if choice.series is None:
            console.text("inspect.none", role=title)
        else:
            console.text("inspect.chosen", role=title, series=choice.series.description or choice.series.key)
        for candidate in choice.candidates[:5]:
            reasons = "; ".join(_sentence(note, console) for note in candidate.reasons)
            mark = "→" if candidate.series is choice.series else " "
            console.say(f"  {mark} {candidate.series.description or '-'}: {reasons}")
    console.data(
        {
            "series": [_plain(series) for series in found.series],
            "chosen": choices,
            "notes": [dataclasses.asdict(note) for note in found.notes],
        }
    )
    return exits.ANSWER


COLUMNS = ("number", "description", "modality", "plane", "slices", "spacing", "thickness", "kernel", "contrast")


def _row(series: Series, console: Console) -> list[str]:
    stack = series.stack
    return [
        "-" if series.number is None else str(series.number),
        series.description or "-",
        series.modality,
        console.language.text(f"plane.{stack.plane}") if stack else "-",
        str(len(series.slices)),
        f"{series.spacing_mm:.2f}" if series.spacing_mm else "-",
        f"{series.thickness_mm:g}" if series.thickness_mm else "-",
        series.kernel or "-",
        series.contrast_agent or "-",
    ]


def _sentence(note: Note, console: Console) -> str:
    return console.language.finding(note.code, note.parameters)


def _plain(series: Series) -> dict[str, object]:
    return {
        "key": series.key,
        "uid": series.uid,
        "study_uid": series.study_uid,
        "patient_name": series.patient.display_name,
        "patient_id": series.patient.id,
        "number": series.number,
        "description": series.description,
        "modality": series.modality,
        "slices": len(series.slices),
        "spacing_mm": series.spacing_mm,
        "thickness_mm": series.thickness_mm,
        "tilt_deg": series.stack.tilt_deg if series.stack else None,
        "plane": series.stack.plane if series.stack else None,
        "kernel": series.kernel,
        "contrast_agent": series.contrast_agent,
        "transfer_syntax": series.transfer_syntax,
        "notes": [dataclasses.asdict(note) for note in series.notes],
    }
