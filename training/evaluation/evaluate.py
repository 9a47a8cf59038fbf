"""``precontrast-train evaluate``: tables, figures, report and checklists from the predictions of the locked models."""

from __future__ import annotations

import argparse
from pathlib import Path

from inference.reading import to_plain
from training.cohort.table import Cohort, read_cohort
from training.console import say, table
from training.evaluation.checklists import claim, tripod
from training.evaluation.compute import Settings, compute
from training.evaluation.figures import draw_all
from training.evaluation.html import write_html
from training.evaluation.pdf import write_pdf
from training.evaluation.report import build_document
from training.evaluation.results import TESTED, Results
from training.evaluation.wording import NONE, Words, interval_text
from training.options import add_cohort, add_seed, add_work
from training.workspace import Workspace, write_json, write_text

LANGUAGES = {"en": ("en",), "zh": ("zh",), "both": ("en", "zh")}
BY_OPTION = "--prevalence"
"""Source of an event rate that cohort.toml does not give."""
REPEATS = 2000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_cohort(parser)
    add_work(parser)
    add_seed(parser)
    parser.add_argument(
        "--prevalence",
        type=_share,
        metavar="RATE",
        help="event rate of the site, 0 to 1; cohort.toml's site_prevalence unless given",
    )
    parser.add_argument("--report-lang", choices=tuple(LANGUAGES), default="both", help="language of the report")
    parser.add_argument(
        "--repeats", type=_repeats, default=REPEATS, metavar="N", help=f"bootstrap samples; {REPEATS} unless given"
    )


def run(options: argparse.Namespace) -> int:
    """Compute, write and print where it is."""
    cohort, work = read_cohort(options.cohort, options.recipe), Workspace(options.work)
    told = (lambda _: None) if options.quiet else (lambda what: say(f"{what} ..."))
    results = compute(cohort, work, settings_of(options, cohort), told)
    write_json(work.evaluation / "results.json", to_plain(results))
    predictors = {predictor.id: predictor for predictor in cohort.settings.predictors}
    documents, reports = [], []
    for language in LANGUAGES[options.report_lang]:
        words = Words(language, predictors, cohort.recipe)
        told(f"figures ({language})")
        pictures = draw_all(results, words, work.evaluation / "figures")
        documents.append(build_document(results, words, pictures))
        reports.append(words)
    write_html(documents, work.evaluation / "report.html")
    write_pdf(documents, work.evaluation / "report.pdf")
    for name, checklist in (("tripod-ai.md", tripod), ("claim.md", claim)):
        write_text(work.evaluation / name, "\n".join(checklist(results, cohort, words) for words in reports))
    print_results(results, Words("en", predictors, cohort.recipe), work.evaluation)
    return 0


def settings_of(options: argparse.Namespace, cohort: Cohort) -> Settings:
    """How it is done: by the options, else by ``cohort.toml``."""
    given = options.prevalence is not None
    prevalence = options.prevalence if given else cohort.settings.site_prevalence
    source = BY_OPTION if given else cohort.settings.prevalence_source
    return Settings(prevalence, source, options.seed, options.repeats)


def print_results(results: Results, words: Words, folder: Path) -> None:
    """AUC of each model in each sample, and where the report is."""
    samples = [p for s in TESTED if (p := results.population(s)) is not None]
    head = ("AUC (95 % interval)", *(words.sample_with_n(p.sample, p.n, p.events) for p in samples))
    rows = []
    for model in results.models:
        found = [results.performance_of(model, p.sample) for p in samples]
        rows.append((words.model(model), *(NONE if one is None else interval_text(one.auc) for one in found)))
    table(head, rows)
    say(f"{folder / 'report.html'}, report.pdf, results.json, tripod-ai.md, claim.md and figures are written.")


def _share(given: str) -> float:
    try:
        value = float(given)
    except ValueError:
        value = -1.0
    if not 0 < value < 1:
        raise argparse.ArgumentTypeError(f"{given!r} is no rate above 0 and below 1; 0.27 % is 0.0027")
    return value


def _repeats(given: str) -> int:
    if not given.isdecimal() or int(given) < 1:
        raise argparse.ArgumentTypeError(f"{given!r} is no number of samples of 1 or more")
    return int(given)
