"""What ``train-risk`` prints."""

from __future__ import annotations

from training.console import say, table
from training.learners import AnyLocked
from training.learners.logistic import LockedLogistic
from training.risk.model import Estimate, RiskModel, Univariable
from training.statistics.estimable import known_ratio
from training.statistics.samples import Interval


def print_model(model: RiskModel) -> None:
    """Print the tables of a locked model."""
    say(f"Training: {model.cases} cases, {model.events} events ({100 * model.trained_prevalence:.1f} %)")
    _print_screening(model)
    for name, locked in model.models.items():
        _print_terms(name, locked)
    _print_scores(model)
    _print_out_of_fold(model)
    _print_comparison(model)
    _print_distance(model)
    say()
    for note in model.notes:
        say(f"Note: {note}")


def _print_screening(model: RiskModel) -> None:
    screening = model.screening
    if screening.univariable:
        say()
        chosen = "" if screening.most_p is None else f" (p < {screening.most_p:g} goes into the elimination)"
        say(f"Univariable logistic regression{chosen}")
        rows = [
            (
                _term(u.predictor, u.answer, u.reference),
                _ratio(u),
                f"{u.p:.2g}",
                u.cases,
                u.unknown,
                u.method,
            )
            for u in screening.univariable
        ]
        table(("predictor", "odds ratio (95 %)", "p", "cases", "unknown", "method"), rows)
    for left_out in screening.not_offered:
        say(f"Not used: {left_out.predictor} ({left_out.reason})")


def _print_terms(name: str, logistic: AnyLocked) -> None:
    say()
    if not isinstance(logistic, LockedLogistic):
        say(f"Model {name}: {logistic.kind} of {', '.join(logistic.predictors)}")
        return
    say(
        f"Model {name}: {logistic.cases} cases, {logistic.events} events, {logistic.left_out} left out, "
        f"shrinkage {logistic.shrinkage:.3f}, {logistic.method}"
    )
    rows = [
        (
            _term(t.predictor, t.answer, logistic.references.get(t.predictor)),
            f"{t.coefficient:.4f}",
            f"{t.standard_error:.4f}",
        )
        for t in logistic.terms
    ]
    table(("term", "coefficient", "standard error"), [("intercept", f"{logistic.intercept:.4f}", ""), *rows])


def _print_scores(model: RiskModel) -> None:
    for name, own in model.scores.items():
        say()
        inputs = (
            f", on {own.components} {'taught directions' if own.taught else 'principal components'}"
            if own.components
            else ""
        )
        strength = "" if own.strength is None else f", strength {own.strength:.4g}"
        say(f"Score {name}: {own.head}{inputs}{strength}, {own.used} of {own.features} features")
        table(("feature", "weight per SD"), [(s.name, f"{s.weight:+.4f}") for s in own.selected[:10]])


def _print_out_of_fold(model: RiskModel) -> None:
    say()
    say("Out of fold, on the training cases")
    rows = []
    for name in model.models:
        own, threshold = model.out_of_fold[name], model.thresholds[name]
        one = "-" if own.auc_one_run is None else f"{own.auc_one_run:.3f}"
        figures = (_shown(own.auc), one, _shown(own.intercept), _shown(own.slope))
        rows.append((name, own.cases, *figures, f"{threshold.youden:.3f}", f"{threshold.sensitive:.3f}"))
    head = ("model", "cases", "AUC", "AUC, one run", "intercept", "slope", "Youden", "sensitivity .90")
    table(head, rows)


def _print_comparison(model: RiskModel) -> None:
    if model.comparison:
        say()
        say("Alternatives on the same folds")
        rows = [(c.score, c.name, _shown(c.auc), _shown(c.slope), "yes" if c.shipped else "") for c in model.comparison]
        table(("score", "method", "AUC", "slope", "used"), rows)


def _print_distance(model: RiskModel) -> None:
    for name, own in model.distances.items():
        within = f"{100 * own.quantile:g} % of left-out cases"
        say()
        say(f"Distance of {name}: limit {own.limit:.3f} ({within}), {own.components} components")
        table(("split", "refused", "cases"), [(split, own.refused[split], own.cases[split]) for split in own.cases])


def _term(predictor: str, answer: str | None, reference: str | None) -> str:
    return predictor if answer is None else f"{predictor}: {answer} (against {reference})"


def _ratio(one: Univariable) -> str:
    """Its odds ratio; of an answer that all but separates the outcomes there is none."""
    ratio = one.odds_ratio
    if one.answer is not None and ratio.low is not None and ratio.high is not None:
        interval = Interval(ratio.value, ratio.low, ratio.high)
        return "not estimable" if known_ratio(interval) is None else _shown(ratio)
    return _shown(ratio)


def _shown(estimate: Estimate | None) -> str:
    if estimate is None:
        return "-"
    if estimate.low is None or estimate.high is None:
        return f"{estimate.value:.3f}"
    return f"{estimate.value:.3f} ({estimate.low:.3f} to {estimate.high:.3f})"
