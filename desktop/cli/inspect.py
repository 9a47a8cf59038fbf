"""``precontrast inspect``: what is in a folder, and which series a pack would take."""

from __future__ import annotations

import argparse
import dataclasses

from desktop.cli import exits
from desktop.cli.console import MARKS, Console
from desktop.cli.options import Text, add_json_option, add_pack_options, library_of, path_of
from desktop.cli.trail import own_records
from desktop.pack_library import DEFAULT_PACK
from desktop.report.wording import date_text, not_known
from desktop.work import operations
from inference.dicom import Choice, Note, Series, choose, patients_of, scan
from inference.quality.examination import check_which
from inference.roles import wanted_role
from inference.schema import ImageRole
from inference.text import isolated, turns

COLUMNS = (
    "row",
    "number",
    "description",
    "modality",
    "plane",
    "slices",
    "spacing",
    "thickness",
    "kernel",
    "contrast",
)
MOST_CANDIDATES = 5
"""Series whose reasons are printed for a role, the best first."""


def add_options(parser: argparse.ArgumentParser, text: Text, shared: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("paths", nargs="+", type=path_of, metavar="PATH", help=text("help.screen.path"))
    parser.add_argument("--pack", default=DEFAULT_PACK, metavar="ID", help=text("help.inspect.pack"))
    add_pack_options(parser, text)
    add_json_option(parser, text)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """List the series and the choice."""
    manifest = library_of(options).open(options.pack).manifest
    found = scan([str(p) for p in options.paths], lambda share: console.progress("scan", share))
    console.close_bars()
    studies = sorted({series.study_uid for series in found.series})
    operations.log_inspection(own_records(), manifest.id, studies)
    _list_series(found.series, console)
    for note in found.notes:
        console.say(f"  {_sentence(note, console)}")
    if not manifest.images:
        console.text("inspect.no-images", pack=manifest.id)
    chosen = {}
    for role in manifest.images:
        choice = choose(found.series, wanted_role(role, manifest.region_of(role)))
        chosen[role.id] = choice.series.key if choice.series else None
        _explain(role, choice, found.series, console)
    console.data(
        {
            "series": [_plain(row, series) for row, series in enumerate(found.series, start=1)],
            "chosen": chosen,
            "notes": [dataclasses.asdict(note) for note in found.notes],
        }
    )
    return exits.ANSWER


def _list_series(listed: tuple[Series, ...], console: Console) -> None:
    """A table for each examination, under the patient's name; rows are counted through, as numbers repeat."""
    head = [console.language.text(f"inspect.{name}") for name in COLUMNS]
    for rows in _by_examination(listed):
        first = rows[0][1]
        console.text(
            "inspect.study",
            name=first.patient.display_name or not_known("name", console.language),
            id=first.patient.id or not_known("id", console.language),
            date=date_text(first.study_date) or not_known("date", console.language),
        )
        console.table(head, [_row(row, series, console) for row, series in rows])
        for row, series in rows:
            for note in series.notes:
                console.say(f"  {row}: {_sentence(note, console)}")
        console.say()


def _by_examination(listed: tuple[Series, ...]) -> list[list[tuple[int, Series]]]:
    """Numbered series of each examination of each patient."""
    person = {series.key: n for n, own in enumerate(patients_of(listed)) for series in own}
    together: dict[tuple[int, str], list[tuple[int, Series]]] = {}
    for row, series in enumerate(listed, start=1):
        together.setdefault((person[series.key], series.study_uid), []).append((row, series))
    return list(together.values())


def _row(row: int, series: Series, console: Console) -> list[str]:
    stack = series.stack
    return [
        str(row),
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


def _explain(role: ImageRole, choice: Choice, listed: tuple[Series, ...], console: Console) -> None:
    """Which series a role gets, and what speaks for and against the best ones."""
    rows = {series.key: row for row, series in enumerate(listed, start=1)}
    title = console.language.of(role.title)
    console.say()
    if choice.series is None:
        console.text("inspect.none", role=title)
    else:
        named = choice.series.description or choice.series.key
        console.text("inspect.chosen", role=title, row=rows[choice.series.key], series=named)
        if role.contrast == "none" and choice.series.contrast_agent:
            agent = choice.series.contrast_agent
            console.say(f"  {MARKS['warning']} {console.language.text('inspect.enhanced', agent=agent)}")
    for finding in check_which(choice, role):
        console.text("inspect.several-examinations", **finding.evidence)
    for candidate in choice.candidates[:MOST_CANDIDATES]:
        reasons = " ".join(_sentence(note, console) for note in candidate.reasons)
        mark = "→" if candidate.series is choice.series else " "
        row, named = rows[candidate.series.key], candidate.series.description or "-"
        named = isolated(named) if turns(named) else named
        console.say(f"  {mark} {row} {named}: {reasons}")


def _sentence(note: Note, console: Console) -> str:
    return console.language.finding(note.code, note.parameters)


def _plain(row: int, series: Series) -> dict[str, object]:
    return {
        "row": row,
        "key": series.key,
        "uid": series.uid,
        "study_uid": series.study_uid,
        "study_date": series.study_date,
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
