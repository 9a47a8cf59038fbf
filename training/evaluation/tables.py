"""Tables on the patients and on what the models can do."""

from __future__ import annotations

from training.evaluation.cells import counted, heads_of, noted
from training.evaluation.document import Table
from training.evaluation.results import SAMPLES, TESTED, Calibration, Classified, Results
from training.evaluation.risk import ICI_REPEATS
from training.evaluation.thresholds import columns_of, per
from training.evaluation.wording import (
    NONE,
    Words,
    interval_text,
    number_text,
    p_text,
    percent,
    percent_interval,
)
from training.statistics.fewest import FEWEST
from training.statistics.samples import Interval


def populations(results: Results, words: Words) -> Table:
    """How many cases, events and centres each sample has."""
    heads = ("sample", "cases", "patients", "events", "rate", "centres")
    rows = [
        (
            words.sample(p.sample),
            str(p.n),
            str(p.patients),
            str(p.events),
            percent(p.events / p.n),
            ", ".join(p.centres) or NONE,
        )
        for p in results.populations
    ]
    return Table(words("table.populations"), heads_of(words, heads), tuple(rows), words("note.populations"))


def characteristics(results: Results, words: Words) -> Table:
    """Each predictor in each sample."""
    samples = [p for p in results.populations]
    cells = {(c.predictor, c.answer, c.sample): c for c in results.characteristics}
    rows, groups = [], set()
    for predictor in dict.fromkeys(c.predictor for c in results.characteristics):
        answers = list(dict.fromkeys(c.answer for c in results.characteristics if c.predictor == predictor))
        if answers == [None]:
            row = [f"{words.predictor(predictor)}, {words('label.mean-sd')}"]
            rows.append((*row, *(_number_cell(cells[predictor, None, p.sample], words) for p in samples)))
            continue
        groups.add(len(rows))
        rows.append((words.predictor(predictor), *("" for _ in samples)))
        for answer in answers:
            found = [cells[predictor, answer, p.sample] for p in samples]
            counts = [f"{c.count} ({percent(c.count / c.known)})" if c.known else NONE for c in found]
            rows.append((f"  {words.answer(predictor, answer)}", *counts))
        found = [cells[predictor, answers[0], p.sample] for p in samples]
        if any(c.known < c.n for c in found):
            rows.append((f"  {words('label.unknown')}", *(str(c.n - c.known) for c in found)))
    head = (words("head.predictor"), *(f"{words.sample(p.sample)} (n = {p.n})" for p in samples))
    note = words("note.characteristics")
    return Table(words("table.characteristics"), head, tuple(rows), note, groups=frozenset(groups))


def _number_cell(cell, words: Words) -> str:
    if cell.mean is None:
        return NONE
    spread = number_text(cell.sd, 1)
    unknown = cell.n - cell.known
    more = f"; {words('label.unknown-count', count=unknown)}" if unknown else ""
    return f"{number_text(cell.mean, 1)} ± {spread}{more}"


def areas(results: Results, words: Words) -> Table:
    """AUC of each model in each sample, with both intervals."""
    rows: list[tuple[str, ...]] = []
    groups = set()
    for sample in TESTED:
        found = [p for m in results.models if (p := results.performance_of(m, sample)) is not None]
        if found:
            groups.add(len(rows))
            rows.append((words.sample(sample), "", "", "", ""))
        for p in found:
            figures = (words.told(one, p.n, p.events) for one in (p.auc, p.auc_bootstrap))
            rows.append((f"  {words.model(p.model)}", str(p.n), str(p.events), *figures))
    note = noted(words("note.auc", repeats=results.repeats, seed=results.seed), rows, words)
    head = heads_of(words, ("model", "n", "events", "auc-delong", "auc-bootstrap"))
    return Table(words("table.auc"), head, tuple(rows), note, groups=frozenset(groups))


def optimism(results: Results, words: Words) -> Table | None:
    """Apparent AUC in training beside the out-of-fold one."""
    rows = []
    for model in results.models:
        apparent, honest = (results.performance_of(model, sample) for sample in ("apparent", "train"))
        if apparent is None or honest is None or apparent.auc is None or honest.auc is None:
            continue
        gap = number_text(apparent.auc.value - honest.auc.value)
        fitted = results.locked.out_of_fold.get(model)
        single = number_text(fitted.auc_one_run if fitted else None)
        cells = (interval_text(apparent.auc), interval_text(honest.auc), single, gap)
        rows.append((words.model(model), f"{honest.n} / {honest.events}", *cells))
    if not rows:
        return None
    counts = f"n / {words('head.events')}"
    heads = heads_of(words, ("apparent", "out-of-fold", "one-run", "optimism"))
    return Table(words("table.optimism"), (words("head.model"), counts, *heads), tuple(rows), words("note.optimism"))


def comparisons(results: Results, words: Words) -> Table | None:
    """DeLong's tests."""
    if not results.comparisons:
        return None
    rows = [
        (
            words.sample(c.sample),
            words("label.versus", model=words.model(c.model), other=words.model(c.other)),
            f"{c.n} / {c.events}",
            words.told(c.difference, c.n, c.events),
            p_text(c.p),
        )
        for c in results.comparisons
    ]
    head = (
        words("head.sample"),
        words("head.comparison"),
        f"n / {words('head.events')}",
        words("head.difference"),
        "p",
    )
    return Table(words("table.comparisons"), head, tuple(rows), noted(words("note.comparisons"), rows, words))


def published(results: Results, words: Words) -> Table | None:
    """Published areas, each row marked with its study, the shipped model of this cohort last."""
    if not results.published:
        return None
    rows = []
    for study, model in dict.fromkeys((p.study, p.model) for p in results.published):
        found = {p.sample: p for p in results.published if (p.study, p.model) == (study, model)}
        cells = [
            f"{interval_text(f.auc) if f.auc else number_text(f.value)}, n = {f.n}" if (f := found.get(s)) else NONE
            for s in TESTED
        ]
        rows.append((words("label.published-mark", study=words.study(study)), words.model(model), *cells))
    own = [results.performance_of(results.shipped, s) for s in TESTED]
    cells = [NONE if p is None else f"{words.told(p.auc, p.n, p.events)}, n = {p.n}" for p in own]
    rows.append((words("label.this-cohort"), words.model(results.shipped), *cells))
    note = words.text(words.recipe.literature.note)
    head = heads_of(words, ("study", "model", "train", "validation", "external"))
    return Table(words("table.published"), head, tuple(rows), note, strong=frozenset({len(rows) - 1}))


def classification(results: Results, words: Words) -> Table:
    """Accuracy, sensitivity, specificity and predictive values at the locked thresholds."""
    rows: list[tuple[str, ...]] = []
    groups = set()
    for sample in SAMPLES:
        found = [c for m in results.models if (c := results.classified_of(m, sample)) is not None]
        if found:
            groups.add(len(rows))
            rows.append((words.sample_with_n(sample, found[0].n, found[0].events), *[""] * 6))
        rows += [_classification_row(c, words) for c in found]
        careful = results.classified_of(results.shipped, sample, "sensitive")
        if careful is not None:
            rows.append(_classification_row(careful, words))
    rate = percent(results.site_prevalence)
    head = (
        *heads_of(words, ("model", "threshold", "accuracy", "sensitivity", "specificity")),
        words("head.ppv", prevalence=rate),
        words("head.npv", prevalence=rate),
    )
    note = noted(words("note.classification"), rows, words)
    widths = (0.15, 0.09, 0.155, 0.155, 0.155, 0.145, 0.15)
    return Table(words("table.classification"), head, tuple(rows), note, groups=frozenset(groups), widths=widths)


def _classification_row(c: Classified, words: Words) -> tuple[str, ...]:
    right, others = c.true_positives + c.true_negatives, c.n - c.events
    return (
        f"  {words.model(c.model)}" + ("" if c.rule == "youden" else f", {words(f'rule.{c.rule}')}"),
        number_text(c.threshold),
        counted(c.accuracy, right, c.n),
        counted(c.sensitivity, c.true_positives, c.events),
        counted(c.specificity, c.true_negatives, others),
        *(words.told_percent(value, c.n, c.events) for value in (c.ppv, c.npv)),
    )


def calibration(results: Results, words: Words) -> Table:
    """Slope, intercept, O:E, ICI and Brier at the training and at the site's event rate."""
    rows, groups = [], set()
    for at_site in (False, True):
        for sample in TESTED:
            found = [c for c in results.calibration if (c.sample, c.at_site) == (sample, at_site)]
            if found:
                where = words("label.at-prevalence", prevalence=percent(found[0].prevalence))
                title = words.sample_with_n(sample, found[0].n, found[0].events)
                groups.add(len(rows))
                rows.append((f"{title}, {where}", *[""] * 6))
            rows += [_calibration_row(c, c.model == results.shipped, words) for c in found]
    head = heads_of(words, ("model", "slope", "intercept", "oe", "ici", "brier", "scaled-brier"))
    note = noted(words("note.calibration", ici_repeats=min(ICI_REPEATS, results.repeats)), rows, words)
    widths = (0.135, 0.14, 0.155, 0.125, 0.15, 0.17, 0.14)
    return Table(words("table.calibration"), head, tuple(rows), note, groups=frozenset(groups), widths=widths)


def _calibration_row(c: Calibration, thorough: bool, words: Words) -> tuple[str, ...]:
    """``thorough``: whether its ICI was looked for."""
    few = words.missing(c.n, c.events)
    mean_error = percent_interval(c.ici) if c.at_site else interval_text(c.ici)
    return (
        f"  {words.model(c.model)}",
        words.told(c.slope, c.n, c.events, 2),
        words.told(c.intercept, c.n, c.events, 2),
        words.told(c.observed_expected, c.n, c.events, 2),
        few if thorough and c.ici is None else mean_error,
        words.told(c.brier, c.n, c.events, 4 if c.at_site else 3),
        words.told(c.brier_scaled, c.n, c.events, 2),
    )


def decision(results: Results, words: Words) -> Table | None:
    """Net benefit of the shipped model and of treating all, at some of the thresholds."""
    curves = [d for d in results.decisions if d.model == results.shipped]
    if not curves:
        return None
    thresholds = curves[0].thresholds
    places, count = columns_of(thresholds, curves[0].prevalence), per(thresholds)
    rows = []
    for curve in curves:
        title = words.sample_with_n(curve.sample, curve.n, curve.events)
        rows.append((title, *(interval_text(_times(count, curve.benefit[n]), 1) for n in places)))
    rows.append((words("head.treat-all"), *(number_text(count * curves[0].treat_all[n], 1) for n in places)))
    head = (words("head.net-benefit", per=words(f"label.per-{count}")), *(percent(thresholds[n]) for n in places))
    return Table(words("table.decision"), head, tuple(rows), words("note.decision"))


def _times(count: int, interval: Interval) -> Interval:
    return Interval(count * interval.value, count * interval.low, count * interval.high)


def subgroups(results: Results, words: Words) -> Table | None:
    """The shipped model in each subgroup of training and of the other samples."""
    samples = list(dict.fromkeys(g.sample for g in results.subgroups))
    if not samples:
        return None
    rows, groups = [], set()
    for sample in samples:
        groups.add(len(rows))
        rows.append((words.sample(sample), *[""] * 5))
        for g in (g for g in results.subgroups if g.sample == sample):
            figures = (interval_text(g.auc), interval_text(g.sensitivity, 2), interval_text(g.specificity, 2))
            if g.auc is None:
                figures = (words("note.too-few"), NONE, NONE)
            level = words.level(g.factor, words.text(g.level))
            rows.append((f"  {level}", str(g.n), str(g.events), *figures))
    head = heads_of(words, ("subgroup", "n", "events", "auc", "sensitivity", "specificity"))
    note = words("note.subgroups", fewest=FEWEST)
    return Table(words("table.subgroups"), head, tuple(rows), note, groups=frozenset(groups))
