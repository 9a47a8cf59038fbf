"""``precontrast screen``: images and answers in, a report out."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

from desktop.cli import exits
from desktop.cli.console import MARKS, Console
from desktop.cli.options import (
    Text,
    add_engine_options,
    add_json_option,
    add_pack_options,
    add_paper_option,
    add_pictures_option,
    engines_of,
    library_of,
    path_of,
)
from desktop.cli.trail import own_records, reader, standing_here
from desktop.demonstration import is_demonstration, presentable
from desktop.jobs.messages import Screened
from desktop.language import language_of
from desktop.pack_library import DEFAULT_PACK
from desktop.places import default_places
from desktop.report.files import Written, write_files
from desktop.report.frequency import frequency_of
from desktop.report.results import result_text
from desktop.report.standing import Standing
from desktop.report.wording import (
    average_note,
    cuts_of_risk,
    fallback_title,
    finding_lines,
    image_part,
    interval_text,
    needs_answers,
    needs_drawing,
    percent,
    shown_results,
    status_note,
    tier_meaning,
    tier_of,
    times_average,
    within,
)
from desktop.screening import Order, screen, series_by_role
from desktop.site_file import current_site
from desktop.work import operations
from inference.outcome import Outcome
from inference.reading import to_plain
from inference.site import read_site


def add_options(parser: argparse.ArgumentParser, text: Text, shared: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("paths", nargs="*", type=path_of, metavar="PATH", help=text("help.screen.path"))
    parser.add_argument("--pack", metavar="ID", help=text("help.screen.pack"))
    parser.add_argument("--answers", type=path_of, metavar="FILE", help=text("help.screen.answers"))
    parser.add_argument("--site", type=path_of, metavar="FILE", help=text("help.screen.site"))
    parser.add_argument("--series", action="append", default=[], metavar="[ROLE=]UID", help=text("help.screen.series"))
    parser.add_argument(
        "--mask", action="append", default=[], metavar="STRUCTURE=FILE[#PART]", help=text("help.screen.mask")
    )
    parser.add_argument(
        "--out", type=path_of, metavar="DIR", default=Path("precontrast-report"), help=text("help.screen.out")
    )
    add_paper_option(parser, text)
    add_pictures_option(parser, text)
    parser.add_argument("--store", action="store_true", help=text("help.screen.store"))
    parser.add_argument("--no-fallback", action="store_true", help=text("help.screen.no-fallback"))
    add_pack_options(parser, text)
    add_engine_options(parser, text)
    add_json_option(parser, text)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, console: Console) -> int:
    """Screen one patient, in the language that the site sets where none was asked for."""
    site = read_site(options.site) if options.site is not None else current_site(default_places())[0]
    if site.language and "lang" not in options:
        console.language = language_of(site.language)
    order = Order(
        options.pack or site.default_pack or DEFAULT_PACK,
        tuple(options.paths),
        options.answers,
        site,
        tuple(options.series),
        not options.no_fallback,
        tuple(options.mask),
        reader(),
    )
    return screen_and_show(order, options, console, options.store)


def screen_and_show(order: Order, options: argparse.Namespace, console: Console, store: bool = False) -> int:
    """Run an order, write its files and say what came out; returns the exit code.

    Parameters
    ----------
    store
        Whether it is stored as a case, as the window does with every screening.
    """
    engines = engines_of(options)
    try:
        screened = screen(order, library_of(options), engines, console.progress)
    finally:
        engines.close()
        console.close_bars()
    outcome, case = screened.outcome, _stored(order, screened) if store else ""
    if not store:
        digests = {"mask_sha256": [edit.sha256 for edit in outcome.edits]} if outcome.edits else {}
        operations.log_screening(own_records(), outcome, by="command line", **digests)
    paper = options.paper or order.site.paper
    write_and_show(outcome, paper, options.out, console, case=case, pictures=options.png)
    return exits.ANSWER if outcome.kind == "answer" else exits.REFUSED


def _stored(order: Order, screened: Screened) -> str:
    """Store a screening as a case that is closed; returns its id."""
    from desktop.cases.model import new_case
    from desktop.cases.states import stored_state

    outcome = screened.outcome
    case = dataclasses.replace(
        new_case(outcome.pack.manifest.id, tuple(str(path.absolute()) for path in order.paths)),
        state=stored_state(outcome),
        sheet=screened.sheet,
        series=series_by_role(order.series, outcome.pack.manifest),
        outcome=outcome,
        edited=bool(outcome.edits),
        closed=True,
    )
    with own_records() as records:
        records.settle()
        operations.store_screening(records, case, screened.found, outcome.edits, by="command line")
    return case.id


def write_and_show(
    outcome: Outcome,
    paper: str,
    folder: Path,
    console: Console,
    data: bytes | None = None,
    case: str = "",
    pictures: bool = False,
) -> None:
    """Write the report and print the outcome in brief.

    Parameters
    ----------
    data
        The record that the outcome was read from, whose signatures must stand in the audit log.
    case
        Id of the case that it was stored as, if it was.
    pictures
        Whether each page is written as a PNG, too.
    """
    standing = standing_here(outcome, data)
    written = write_files(outcome, console.language, paper, folder, standing=standing, pictures=pictures)
    _show(outcome, written, standing, console, case)


def _show(outcome: Outcome, written: Written, standing: Standing, console: Console, case: str) -> None:
    language, outcome = console.language, presentable(outcome)
    files = {"pdf": str(written.pdf), "json": str(written.json), "pages": [str(p) for p in written.pages]}
    signature = {"signature_confirmed": standing.confirmed} if outcome.signatures else {}
    stored = {"case": case} if case else {}
    console.data({"files": files, **stored, **signature, "outcome": to_plain(outcome)})
    console.say(language.text("report.research-use"))
    if not standing.confirmed:
        console.say(f"{MARKS['blocking']} {language.text('report.not-confirmed-note')}")
    _brief(outcome, console)
    if outcome.fallback is not None:
        console.say()
        console.say(fallback_title(outcome, language))
        _brief(outcome.fallback, console)
    console.say()
    console.text("cli.written", pdf=written.pdf, json=written.json)
    if written.pages:
        console.text("cli.written-pages", count=len(written.pages))
    if case:
        console.text("cli.stored", case=case)


def _brief(outcome: Outcome, console: Console) -> None:
    """Pack and what its status means, headline and findings."""
    language, pack = console.language, outcome.pack
    if pack.signed_by is None:
        console.text("cli.unsigned-pack")
    console.say(f"{language.of(pack.manifest.title)} [{language.text(f'status.{pack.manifest.status}')}]")
    _say_if_any(console, status_note(pack.manifest, language))
    _headline(outcome, console)
    _say_if_any(console, image_part(outcome, language))
    if outcome.risk is not None:
        counts = frequency_of(outcome.risk, language)
        _say_if_any(console, counts.text if counts else "")
        _say_if_any(console, tier_meaning(outcome, language))
        _say_if_any(console, average_note(outcome, language))
    for severity, sentence in finding_lines(outcome, language):
        console.say(f"  {MARKS[severity]} {sentence}")


def _say_if_any(console: Console, line: str) -> None:
    if line:
        console.say(f"  {line}")


def _headline(outcome: Outcome, console: Console) -> None:
    language = console.language
    if needs_drawing(outcome):
        console.text("banner.to-draw")
        return
    if needs_answers(outcome):
        console.text("banner.unfinished")
        return
    if is_demonstration(outcome):
        console.text("banner.demonstration")
        console.text("banner.demonstration-note")
        return
    if outcome.kind == "refusal":
        console.text("banner.refused-image" if outcome.pack.manifest.images else "banner.refused")
        return
    for result in shown_results(outcome, information=False):
        title, value, _ = result_text(outcome, result, language)
        console.text("label.value", label=title, value=value)
    risk = outcome.risk
    if risk is None:
        return
    estimate = risk.estimate
    parts = [] if estimate.relative is None else [times_average(risk, estimate.relative.value, language)]
    if estimate.probability is not None:
        chance = estimate.probability
        parts.append(percent(chance.value, language, cuts_of_risk(risk)))
        parts.append(interval_text(chance, lambda share: percent(share, language), language))
    else:
        parts += [language.text("banner.no-prevalence")]
    parts.append(within(estimate.at, language))
    value = language.text("list.separator").join(part for part in parts if part)
    tier = tier_of(outcome)
    assert tier is not None
    console.text("label.value", label=language.of(tier.title), value=value)
