"""``precontrast demo``: the main job on a study that the program makes itself."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from desktop.cli import exits
from desktop.cli.console import Console
from desktop.cli.options import (
    Text,
    add_engine_options,
    add_json_option,
    add_pack_options,
    add_paper_option,
    add_pictures_option,
    library_of,
    path_of,
)
from desktop.cli.screen import screen_and_show
from desktop.pack_library import DEFAULT_PACK, writing
from desktop.phantom_study import write_study
from desktop.places import bundled
from desktop.screening import Order
from inference.answers import read_answers
from inference.packs.manifest import Manifest
from inference.phantom.render import render
from inference.site import read_site

OUTCOME = "cme"
"""Outcome that the answers are about, as packs call it."""


def add_options(parser: argparse.ArgumentParser, text: Text, shared: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument(
        "--out", type=path_of, metavar="DIR", default=Path("precontrast-demo"), help=text("help.screen.out")
    )
    parser.add_argument("--pack", default=DEFAULT_PACK, metavar="ID", help=text("help.screen.pack"))
    add_paper_option(parser, text)
    add_pictures_option(parser, text)
    parser.add_argument("--study-only", action="store_true", help=text("help.demo.study-only"))
    add_pack_options(parser, text)
    add_engine_options(parser, text)
    add_json_option(parser, text)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Write the study, screen it, and say where everything is."""
    study = options.out / "study"
    with writing(study):
        files = write_study(render(), study)
    console.text("demo.study", count=len(files), path=study)
    if options.study_only:
        console.data({"study": str(study)})
        return exits.ANSWER
    answers = options.out / "answers.json"
    _write_answers(library_of(options).open(options.pack).manifest, answers)
    order = Order(options.pack, (study,), answers, read_site(bundled("demo") / "site.toml"))
    return screen_and_show(order, options, console)


def _write_answers(manifest: Manifest, target: Path) -> None:
    """What is known of the demonstration patient and the pack asks for, beside the study for another try.

    A pack of another outcome may mean something else by the same name: a volume of blood by that of contrast medium.
    """
    asked = {predictor.id for predictor in manifest.predictors} if manifest.outcome == OUTCOME else set()
    known = read_answers(bundled("demo") / "answers.json").answers
    sheet = {"answers": {name: value for name, value in known.items() if name in asked}}
    with writing(target.parent):
        target.write_text(json.dumps(sheet, indent=1) + "\n", encoding="utf-8")
