"""``precontrast screen``: images and answers in, a report out."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli import exits
from desktop.cli.console import MARKS, Console
from desktop.cli.options import add_engine_options, add_json_option, add_pack_options, engines_of, library_of
from desktop.report.wording import finding_lines, percent, ratio_text, result_text, shown_results
from desktop.screening import Order, Written, screen, write_files
from inference.outcome import Outcome
from inference.reading import to_plain
from inference.site import read_site

DEFAULT_PACK = "cme-vessels-demo"


def add_options(parser: argparse.ArgumentParser, text, shared) -> None:
    """Describe the command."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=text("help.screen.path"))
    parser.add_argument("--pack", default=DEFAULT_PACK, metavar="ID", help=text("help.screen.pack"))
    parser.add_argument("--answers", type=Path, metavar="FILE", help=text("help.screen.answers"))
    parser.add_argument("--site", type=Path, metavar="FILE", help=text("help.screen.site"))
    parser.add_argument("--series", action="append", default=[], metavar="[ROLE=]UID", help=text("help.screen.series"))
    parser.add_argument(
        "--out", type=Path, metavar="DIR", default=Path("precontrast-report"), help=text("help.screen.out")
    )
    parser.add_argument("--paper", choices=("A4", "Letter"), help=text("help.screen.paper"))
    parser.add_argument("--no-fallback", action="store_true", help=text("help.screen.no-fallback"))
    add_pack_options(parser, text)
    add_engine_options(parser, text)
    add_json_option(parser, text)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Screen one patient."""
    site = read_site(options.site) if options.site else None
    order = Order(
        options.pack,
        tuple(options.paths),
        options.answers,
        options.site,
        tuple(options.series),
        not options.no_fallback,
    )
    engines = engines_of(options)
    try:
        outcome = screen(order, library_of(options), engines, console.progress)
    finally:
        engines.close()
        console.close_bars()
    paper = options.paper or (site.paper if site else "A4")
    written = write_files(outcome, console.language, paper, options.out)
    show(outcome, written, console)
    return exits.ANSWER if outcome.kind == "answer" else exits.REFUSED


def show(outcome: Outcome, written: Written, console: Console) -> None:
    """Print the outcome in brief and where the files are."""
    language = console.language
    files = {"pdf": str(written.pdf), "json": str(written.json), "pages": [str(p) for p in written.pages]}
    console.data({"files": files, "outcome": to_plain(outcome)})
    console.say(language.text("report.research-use"))
    console.say(
        f"{language.of(outcome.pack.manifest.title)} [{language.text(f'status.{outcome.pack.manifest.status}')}]"
    )
    _headline(outcome, console)
    for severity, sentence in finding_lines(outcome, language):
        console.say(f"  {MARKS[severity]} {sentence}")
    if outcome.fallback is not None:
        console.say()
        console.text("report.fallback")
        _headline(outcome.fallback, console)
    console.say()
    console.text("cli.written", pdf=written.pdf, json=written.json, count=len(written.pages))


def _headline(outcome: Outcome, console: Console) -> None:
    language = console.language
    if outcome.kind == "refusal":
        console.text("banner.refused-image" if outcome.pack.manifest.images else "banner.refused")
        return
    for result in shown_results(outcome, information=False):
        title, value, _ = result_text(outcome, result, language)
        console.say(f"{title}: {value}")
    risk = outcome.risk
    if risk is None:
        return
    tier = next(t for t in outcome.pack.manifest.tiers if t.id == risk.tier)
    kind = "banner.times-average" if risk.site_prevalence is not None else "banner.times-average-odds"
    line = f"{language.of(tier.title)}: {language.text(kind, ratio=ratio_text(risk.ratio))}"
    if risk.probability is not None:
        low, high = percent(risk.probability_low), percent(risk.probability_high)
        line += f"; {percent(risk.probability)} ({language.text('banner.interval', low=low, high=high)})"
    else:
        line += f"; {language.text('banner.no-prevalence')}"
    console.say(line)
