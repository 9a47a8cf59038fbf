"""Tables on the shipped model, the vessels, the readers, the 8-bit models and the simulated truth."""

from __future__ import annotations

from training.evaluation.cells import noted
from training.evaluation.document import Table
from training.evaluation.facts import Method, Truth, VesselFigure
from training.evaluation.quantization import Quantization
from training.evaluation.results import TESTED, Results
from training.evaluation.wording import NONE, Words, interval_text, number_text, p_text, percent, percent_interval
from training.learners.logistic import LockedLogistic
from training.risk.model import Estimate, Univariable
from training.statistics.estimable import known_log, known_ratio
from training.statistics.proportions import wilson
from training.statistics.samples import Interval


def effects(results: Results, words: Words) -> Table | None:
    """Odds ratios of the shipped model."""
    if results.model is None or not results.model.effects:
        return None
    rows = []
    for effect in results.model.effects:
        per = words("label.per-unit") if effect.answer is None else words.answer(effect.predictor, effect.answer)
        ratio = interval_text(effect.odds_ratio, 2) if effect.odds_ratio else words("note.not-estimable")
        rows.append((words.predictor(effect.predictor), per, ratio))
    head = (words("head.predictor"), "", words("head.odds-ratio"))
    locked = results.locked.models[results.shipped]
    assert isinstance(locked, LockedLogistic)
    note = words(
        "note.effects", n=locked.cases, events=words.events(locked.events), shrinkage=f"{locked.shrinkage:.2f}"
    )
    return Table(words("table.effects"), head, tuple(rows), noted(note, rows, words))


def screening(results: Results, words: Words) -> Table | None:
    """Each clinical predictor by itself: the first step of the clinical model."""
    found = results.locked.screening
    if not found.univariable:
        return None
    rows = [
        (
            words.predictor(one.predictor),
            words("label.per-unit") if one.answer is None else _against(one, words),
            str(one.cases),
            _ratio_text(one, results, words),
            p_text(one.p),
            words("label.yes" if one.predictor in found.kept else "label.no"),
        )
        for one in found.univariable
    ]
    head = (words("head.predictor"), "", *(words(f"head.{key}") for key in ("n", "odds-ratio", "p", "kept")))
    note = words("note.screening-all") if found.most_p is None else words("note.screening", most_p=f"{found.most_p:g}")
    if found.not_offered:
        left_out = ", ".join(words.predictor(one.predictor, unit=False) for one in found.not_offered)
        note += " " + words("note.not-offered", predictors=left_out)
    return Table(words("table.screening"), head, tuple(rows), noted(note, rows, words))


def _against(one: Univariable, words: Words) -> str:
    answer, reference = (words.answer(one.predictor, a) for a in (one.answer, one.reference or ""))
    return words("label.against", answer=answer, reference=reference)


def _ratio_text(one: Univariable, results: Results, words: Words) -> str:
    """Odds ratio of a predictor by itself, where the training cases tell it; a number's is judged per SD."""
    own = [c.sd for c in results.characteristics if (c.predictor, c.sample) == (one.predictor, "train")]
    spread = (own[0] if own else None) or 1.0
    interval = _interval(one.odds_ratio)
    ratio = known_ratio(interval, spread if one.answer is None else 1.0) if interval else None
    return interval_text(ratio, 2) if ratio else words("note.not-estimable")


def _interval(estimate: Estimate | None) -> Interval | None:
    if estimate is None or estimate.low is None or estimate.high is None:
        return None
    return Interval(estimate.value, estimate.low, estimate.high)


def alternatives(results: Results, words: Words) -> Table | None:
    """What else was tried on the same folds."""
    if not results.locked.comparison:
        return None
    rows = [
        (
            words.score(one.score) if one.score else words("kind.clinical"),
            words(f"head-name.{one.name}") if words.has(f"head-name.{one.name}") else one.name,
            interval_text(_interval(one.auc)),
            _slope_text(one.slope, words),
            words("label.yes" if one.shipped else "label.no"),
        )
        for one in results.locked.comparison
    ]
    head = (words("head.kind"), words("head.name"), words("head.auc"), words("head.slope"), words("head.shipped"))
    fitted = results.locked
    note = words("note.alternatives", n=fitted.cases, events=words.events(fitted.events))
    return Table(words("table.alternatives"), head, tuple(rows), noted(note, rows, words))


def _slope_text(slope: Estimate | None, words: Words) -> str:
    interval = _interval(slope)
    if interval is None:
        return NONE
    return interval_text(interval, 2) if known_log(interval) else words("note.not-estimable")


def refused(results: Results, words: Words) -> Table | None:
    """How many images lie too far from the training cases for an image risk."""
    shipped = words.recipe.model(results.shipped).scores
    distances = {name: one for name, one in results.locked.distances.items() if name in shipped}
    rows = []
    for name, distance in distances.items():
        for split in [split for split in TESTED if distance.cases.get(split)]:
            beyond, cases = distance.refused.get(split, 0), distance.cases[split]
            where = words.sample(split) if len(distances) == 1 else f"{words.score(name)}, {words.sample(split)}"
            rows.append((where, f"{beyond} / {cases}", percent_interval(wilson(beyond, cases))))
    if not rows:
        return None
    head = (words("head.sample"), words("head.refused"), words("head.share"))
    limits = ", ".join(f"{distance.limit:.3g}" for distance in distances.values())
    quantile = percent(next(iter(distances.values())).quantile)
    note = words("note.refused", limit=limits, quantile=quantile)
    return Table(words("table.refused"), head, tuple(rows), note)


def learning(results: Results, words: Words) -> Table | None:
    """AUC by number of training cases."""
    if results.model is None or not results.model.learning:
        return None
    points = results.model.learning
    samples = list(dict.fromkeys(p.sample for p in points))
    rows = []
    for size in dict.fromkeys(p.cases for p in points):
        own = {p.sample: p for p in points if p.cases == size}
        first = next(iter(own.values()))
        cells = [interval_text(own[s].auc) if s in own else NONE for s in samples]
        rows.append((str(size), str(first.events), str(first.repeats), *cells))
    firsts = [next(p for p in points if p.sample == s) for s in samples]
    heads = [words.sample_with_n(p.sample, p.tested, p.tested_events) for p in firsts]
    head = (words("head.patients-used"), words("head.events"), words("head.repeats"), *heads)
    return Table(words("table.learning"), head, tuple(rows), words("figure.learning"))


def vessels(results: Results, words: Words) -> Table | None:
    """Dice, IoU, distance and volume error of each vessel."""
    if not results.vessels:
        return None
    metrics = list(dict.fromkeys(v.metric for v in results.vessels))
    rows = []
    for structure, sample in dict.fromkeys((v.structure, v.sample) for v in results.vessels):
        own = {v.metric: v for v in results.vessels if (v.structure, v.sample) == (structure, sample)}
        most = max(v.n for v in own.values())
        cells = [_vessel_cell(own.get(metric), most, words) for metric in metrics]
        rows.append((words.structure(structure), words.sample(sample), str(most), *cells))
    head = (
        words("head.vessel"),
        words("head.sample"),
        words("head.n"),
        *(words(f"metric.{metric}") for metric in metrics),
    )
    literature = words.recipe.literature
    own, between = words("note.vessels"), "" if words.language == "zh" else " "
    note = f"{own}{between}{words.text(literature.masks)}" if literature else own
    return Table(words("table.vessels"), head, tuple(rows), note)


def _vessel_cell(figure: VesselFigure | None, most: int, words: Words) -> str:
    if figure is None:
        return NONE
    scale, decimals = {"volume_error": (100, 1), "hd95_mm": (1, 2)}.get(figure.metric, (1, 3))
    mean = figure.mean
    if mean is None:
        return words("note.too-few-short", count=f"n = {figure.n}")
    scaled = Interval(scale * mean.value, scale * mean.low, scale * mean.high)
    return interval_text(scaled, decimals) + (f"\nn = {figure.n}" if figure.n < most else "")


def readers(results: Results, words: Words) -> Table | None:
    """Intraclass correlation of two readers' volumes and diameters."""
    if not results.readers:
        return None
    rows = [
        (
            words.structure(a.structure),
            words(f"metric.{a.metric}"),
            " / ".join(a.readers),
            str(a.n),
            interval_text(a.icc, 3) if a.icc is not None else words("note.too-few"),
            interval_text(a.mean_difference, 2),
        )
        for a in results.readers
    ]
    keys = ("vessel", "measure", "readers", "n", "icc", "mean-difference")
    head = tuple(words(f"head.{key}") for key in keys)
    note = words("note.readers") + (" " + words("note.simulated-readers") if results.simulated else "")
    return Table(words("table.readers"), head, tuple(rows), note)


def truth(results: Results, words: Words) -> list[Table]:
    """What the simulation knows: best possible AUC, large sample, coverage, goals."""
    if results.truth is None:
        return []
    known = results.truth
    found = [_truth_table(known, words)]
    if known.repeated is not None:
        found.append(_method_table(known.repeated, words))
    if known.nulls:
        found.append(_null_table(known, words))
    if known.untaught:
        found.append(_untaught_table(known, words))
    if known.coverage:
        rows = [(words.text(c.title), str(c.n), str(c.repeats), percent_interval(c.covered)) for c in known.coverage]
        head = tuple(words(f"head.{key}") for key in ("interval", "n", "repeats-drawn", "coverage"))
        found.append(Table(words("table.coverage"), head, tuple(rows), words("note.coverage")))
    if known.goals:
        rows = [
            (words.text(title), words.text(wanted), value, words("label.yes" if met else "label.no"))
            for title, wanted, value, met in known.goals
        ]
        head = tuple(words(f"head.{key}") for key in ("quantity", "wanted", "found", "met"))
        found.append(Table(words("table.goals"), head, tuple(rows)))
    return found


def _truth_table(known: Truth, words: Words) -> Table:
    rows = [
        (
            words.model(model),
            number_text(known.bayes_auc.get(model)),
            interval_text(known.large_auc.get(model)),
            NONE if model != words.recipe.shipped or known.gap is None else interval_text(known.gap),
        )
        for model in words.recipe.names
        if model in known.bayes_auc or model in known.large_auc
    ]
    head = (
        words("head.model"),
        words("head.best"),
        words("head.large") if known.large_n is None else f"{words('head.large')}, n = {known.large_n}",
        words("head.gap"),
    )
    notes = []
    if known.large_features_from is not None:
        source = words(f"label.{known.large_features_from}")
        more = words.text(known.large_note) if known.large_note else ""
        notes.append(words("note.truth", source=source, note=more).strip())
    if known.bayes_n is not None:
        notes.append(words("note.bayes", n=f"{known.bayes_n:,}"))
    if known.calibration_slope is not None and known.calibration_prevalence is not None:
        figures = [f"{words('label.slope')} {interval_text(known.calibration_slope, 2)}"]
        if known.calibration_intercept is not None:
            figures.append(f"{words('label.intercept')} {interval_text(known.calibration_intercept, 2)}")
        where = words("label.at-prevalence", prevalence=percent(known.calibration_prevalence))
        notes.append(words("note.truth-calibration", where=where, figures=", ".join(figures)))
    return Table(words("table.truth"), head, tuple(rows), " ".join(notes))


def _method_table(method: Method, words: Words) -> Table:
    rows = [
        (words.model(model), interval_text(figures["auc"]), interval_text(figures["slope"], 2))
        for model, figures in method.models.items()
    ]
    head = tuple(words(f"head.{key}") for key in ("model", "auc", "slope"))
    note = words(
        "note.repeated",
        cohorts=method.cohorts,
        n=method.n,
        events=words.events(method.events),
        tested=f"{method.tested:,}",
        spread=interval_text(method.true_slope, 2),
        own=number_text(method.own_true_slope, 2),
    )
    return Table(words("table.repeated"), head, tuple(rows), note)


def _null_table(known: Truth, words: Words) -> Table:
    models = words.recipe.names
    rows = [
        (words(f"label.null-{where}"), str(cohorts), *(interval_text(areas.get(model), 3) for model in models))
        for where, cohorts, areas in known.nulls
    ]
    head = (words("head.sample"), words("head.repeats-drawn"), *map(words.model, models))
    return Table(words("table.null"), head, tuple(rows), words("note.null"))


def _untaught_table(known: Truth, words: Words) -> Table:
    sighted = [model.name for model in words.recipe.models if model.images]

    def of_sighted(found, best) -> tuple[str, ...]:
        return tuple(f"{interval_text(found(m), 3)}\n({number_text(best(m))})" for m in sighted)

    rows = [
        (
            words("label.untaught", rank=u.rank, share=percent(u.share)),
            str(u.cohorts),
            *of_sighted(u.auc.get, lambda m, best=u.best: best[m] and best[m].value),
        )
        for u in known.untaught
    ]
    if known.repeated is not None:
        models = known.repeated.models
        taught = of_sighted(lambda m: models.get(m, {}).get("auc"), known.bayes_auc.get)
        rows.insert(0, (words("label.taught"), str(known.repeated.cohorts), *taught))
    head = (words("head.effect"), words("head.repeats-drawn"), *map(words.model, sighted))
    return Table(words("table.untaught"), head, tuple(rows), words("note.untaught"))


def quantization(results: Results, words: Words) -> list[Table]:
    """Each network in full precision and as shipped, and what the whole chain loses by it."""
    found = results.quantization
    if found is None:
        return []
    return [_networks(found, words), _chain(found, words)]


def _networks(found: Quantization, words: Words) -> Table:
    rows = []
    for one in found.models:
        before, after = (one.milliseconds.get(kind, {}) for kind in ("fp32", "shipped"))
        times = [f"{engine}: {before[engine]:g} → {after[engine]:g}" for engine in before if engine in after]
        size = " → ".join(f"{one.bytes[kind] / 1e6:.1f}" for kind in ("fp32", "shipped"))
        tried = [f"{t.precision}: {', '.join(t.shortfalls) or words('label.passes')}" for t in one.tried]
        rows.append((one.model, one.precision, size, "\n".join(times), "\n".join(tried)))
    head = tuple(words(f"head.{key}") for key in ("network", "shipped-as", "megabytes", "milliseconds", "gates"))
    gates = {"dice": f"{found.gates['dice']:g}", "auc": f"{found.gates['auc']:g}"}
    return Table(words("table.quantization"), head, tuple(rows), words("note.quantization", **gates))


def _chain(found: Quantization, words: Words) -> Table:
    full, shipped = found.chain["fp32"], found.chain["shipped"]
    pairs = [(f"Dice, {words.structure(name)}", full.dice[name], shipped.dice.get(name)) for name in full.dice]
    pairs.append((words("label.auc-dl"), full.auc, shipped.auc))
    rows = [(words("label.region-found"), f"{full.found} / {full.cases}", f"{shipped.found} / {shipped.cases}", "")]
    for name, before, after in pairs:
        change = None if before is None or after is None else after - before
        rows.append((name, number_text(before), number_text(after), number_text(change, 4)))
    head = (words("head.quantity"), "fp32", words("head.shipped-as"), words("head.difference-plain"))
    return Table(words("table.chain"), head, tuple(rows), words("note.chain", n=found.cases))
