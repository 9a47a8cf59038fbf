"""``precontrast demo``: the main job on a patient that the program makes itself, for any pack."""

from __future__ import annotations

import argparse
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
from desktop.demo_patient import write_patient
from desktop.pack_library import DEFAULT_PACK
from desktop.places import bundled
from desktop.screening import Order
from inference.errors import InputError
from inference.site import read_site

READER = "Precontrast"
"""Who has drawn the masks of the demonstration."""


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
    """Write the patient that the pack needs, screen it, and say where everything is."""
    pack = library_of(options).open(options.pack)
    if options.study_only and not pack.manifest.images:
        raise InputError("demo.no-study", pack=pack.manifest.id)
    patient = write_patient(pack, options.out)
    if patient.studies:
        console.text("demo.study", count=patient.images, path=options.out / "study")
    if options.study_only:
        console.data({"study": str(options.out / "study")})
        return exits.ANSWER
    site = read_site(bundled("demo") / "site.toml")
    order = Order(options.pack, patient.studies, patient.answers, site, masks=patient.masks, reader=READER)
    return screen_and_show(order, options, console)
