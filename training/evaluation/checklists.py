"""TRIPOD+AI and CLAIM 2024, filled as far as the factory knows; the rest is marked for the site, never invented."""

from __future__ import annotations

from collections.abc import Sequence

from inference import __version__
from inference.predictors import ChoicePredictor
from inference.vocabulary import Text
from training.cohort.samplesize import assumed_r2, minimum_sample_size, r2_of_auc
from training.cohort.table import Cohort
from training.evaluation.checklist_items import CLAIM, TRIPOD, Item
from training.evaluation.checklist_texts import FILLED, FRAME, LEARNT
from training.evaluation.report import headline
from training.evaluation.results import TESTED, Results
from training.evaluation.tabular import TABULAR
from training.evaluation.wording import Words, interval_text, number_text, percent
from training.learners.logistic import LockedLogistic

REFERENCES = {"tripod": "doi.org/10.1136/bmj-2023-078378", "claim": "doi.org/10.1148/ryai.240300"}
PARTIAL = frozenset({"outcome", "predictors", "limits", "centres", "candidates", "annotations", "fairness", "source"})
"""Items of which the factory knows a part only."""


def tripod(results: Results, cohort: Cohort, words: Words) -> str:
    """TRIPOD+AI as Markdown."""
    return _checklist("tripod", TRIPOD, results, cohort, words)


def claim(results: Results, cohort: Cohort, words: Words) -> str:
    """CLAIM 2024 as Markdown."""
    return _checklist("claim", CLAIM, results, cohort, words)


def _checklist(name: str, items: Sequence[Item], results: Results, cohort: Cohort, words: Words) -> str:
    filler = _Filler(results, cohort, words)
    lines = [f"| {_cell(i.number)} | {_cell(words.text(i.asks))} | {_cell(filler.fill(i))} |" for i in items]
    head = " | ".join(_framed(key, words) for key in ("item", "asks", "here"))
    return "\n".join(
        [
            f"# {_framed(name, words)}: {words.text(results.title)}",
            "",
            *(f"**{line}**  " for line in headline(results, words.language)),
            "",
            _framed("intro", words).format(reference=REFERENCES[name]),
            "",
            f"| {head} |",
            "|---|---|---|",
            *lines,
            "",
        ]
    )


def _framed(key: str, words: Words) -> str:
    return words.text(Text(*FRAME[key]))


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


class _Filler:
    """What the factory can say to an item."""

    def __init__(self, results: Results, cohort: Cohort, words: Words) -> None:
        self.results, self.cohort, self.words = results, cohort, words

    def fill(self, item: Item) -> str:
        """The text of an item; where the factory knows nothing of it, that the site has to write it."""
        found = self._known(item.fill) if item.fill else None
        if found is None:
            return _framed("site", self.words)
        return f"{found} {_framed('more', self.words)}" if item.fill in PARTIAL else found

    def _known(self, fill: str) -> str | None:
        if fill == "source":
            return self._say("source-simulated") if self.results.simulated else None
        values = self._values(fill)
        return None if values is None else self._say(fill, **values)

    def _say(self, key: str, **values: object) -> str:
        logistic = isinstance(self.results.locked.models[self.results.shipped], LockedLogistic)
        own = FILLED | ({} if self.words.recipe.scores else TABULAR) | ({} if logistic else LEARNT)
        return self.words.text(Text(*own[key])).format(**self.words.shipped_names, **values)

    def _values(self, fill: str) -> dict[str, object] | None:
        """What stands in the text's placeholders; None where nothing is known."""
        maker = getattr(self, f"_{fill.replace('-', '_')}", None)
        return {} if maker is None else maker()

    def _title(self) -> dict[str, object]:
        results, words = self.results, self.words
        names = {"outcome": words.text(results.outcome), "cohort": words.text(results.title)}
        return {**names, "models": words.kinds_of_models()}

    def _objective(self) -> dict[str, object]:
        return self._title()

    def _outcome(self) -> dict[str, object]:
        return self._title()

    def _centres(self) -> dict[str, object] | None:
        named = [
            f"{self.words.sample(p.sample)}: {', '.join(p.centres)}" for p in self.results.populations if p.centres
        ]
        return {"centres": "; ".join(named)} if named else None

    def _differences(self) -> dict[str, object] | None:
        return self._centres()

    def _candidates(self) -> dict[str, object]:
        words = self.words
        return {"predictors": ", ".join(words.predictor(p.id, unit=False) for p in self.cohort.settings.predictors)}

    def _predictors(self) -> dict[str, object]:
        words, parts = self.words, []
        for predictor in self.cohort.settings.predictors:
            label = words.predictor(predictor.id)
            choices = predictor.choices if isinstance(predictor, ChoicePredictor) else ()
            answers = " / ".join(words.text(choice.label) for choice in choices)
            parts.append(f"{label}: {answers}" if answers else label)
        return {"definitions": "; ".join(parts)}

    def _sample_size(self) -> dict[str, object] | None:
        training = self.results.population("train")
        if training is None:
            return None
        needed = ""
        settings = self.cohort.settings
        if 0 < training.events < training.n:
            share, auc = training.events / training.n, settings.anticipated_auc
            r2 = assumed_r2(share) if auc is None else r2_of_auc(auc, share)
            size = minimum_sample_size(settings.planned_parameters, share, r2)
            basis = self._say("basis-share") if auc is None else self._say("basis-auc", auc=f"{auc:g}")
            needed = self._say("needed", parameters=settings.planned_parameters, patients=size.patients, basis=basis)
        return {"n": training.n, "events": self.words.events(training.events), "needed": needed}

    def _missing(self) -> dict[str, object]:
        unknown: dict[str, int] = {}
        counted = {(c.predictor, c.sample): c.n - c.known for c in self.results.characteristics}
        for (predictor, _), count in counted.items():
            unknown[predictor] = unknown.get(predictor, 0) + count
        named = [f"{self.words.predictor(p, unit=False)} {count}" for p, count in unknown.items() if count]
        text = self._say("missing-some", list=", ".join(named)) if named else self._say("missing-none")
        return {"counts": text + (" " if self.words.language == "en" else "")}

    def _flow(self) -> dict[str, object]:
        named = [self.words.sample_with_n(p.sample, p.n, p.events) for p in self.results.populations]
        return {"samples": "; ".join(named)}

    def _subsets(self) -> dict[str, object]:
        return self._flow()

    def _partition(self) -> dict[str, object]:
        external, training = self.results.population("external"), self.results.population("train")
        if external is None:
            kind = self._say("external-none")
        elif training is not None and set(external.centres).isdisjoint(training.centres) and external.centres:
            kind = self._say("external-centre", centres=", ".join(external.centres))
        else:
            kind = self._say("external-same")
        return {**self._flow(), "external": kind}

    def _building(self) -> dict[str, object]:
        words, locked, scores, models = self.words, self.results.locked, "", []
        for name, image in locked.scores.items():
            known = words.has(f"head-name.{image.head}")
            head = words(f"head-name.{image.head}") if known else image.head
            scores += self._say("building-score", title=words.score(name), head=head, features=image.features)
        for plan in words.recipe.models:
            built = plan.learner.built(bool(plan.predictors))
            models.append(f"{words.text(plan.noun)}{words('label.colon')}{words.text(built)}")
        said = "; ".join(models) if words.language == "en" else "；".join(models)
        return {
            "scores": scores,
            "models": said[:1].upper() + said[1:],
            "folds": locked.folds,
            "repeats": locked.repeats,
        }

    def _uncertainty(self) -> dict[str, object]:
        return {"repeats": self.results.repeats, "seed": self.results.seed}

    def _updating(self) -> dict[str, object]:
        results = self.results
        return {"training": percent(results.training_prevalence), "site": percent(results.site_prevalence)}

    def _imbalance(self) -> dict[str, object]:
        return self._updating()

    def _calculated(self) -> dict[str, object]:
        return {"digest": self.results.sources["model.json"][:16]}

    def _output(self) -> dict[str, object]:
        words, named = self.words, []
        for model in self.results.models:
            found = self.results.locked.thresholds[model]
            both = f"{number_text(found.youden)}, {words('rule.sensitive')} {number_text(found.sensitive)}"
            named.append(f"{words.model(model)} {both}")
        return {"thresholds": "; ".join(named)}

    def _code(self) -> dict[str, object]:
        return {"version": __version__}

    def _specification(self) -> dict[str, object] | None:
        model = self.results.model
        if model is None:
            return None
        words, parts = self.words, []
        for effect in model.effects:
            answer = "" if effect.answer is None else f" = {words.answer(effect.predictor, effect.answer)}"
            ratio = interval_text(effect.odds_ratio, 2) if effect.odds_ratio else words("note.not-estimable")
            parts.append(f"{words.predictor(effect.predictor)}{answer}: OR {ratio}")
        return {"effects": "; ".join(parts)}

    def _areas_of(self, samples: Sequence[str]) -> dict[str, object] | None:
        found = [self.results.performance_of(self.results.shipped, sample) for sample in samples]
        named = [
            f"{self.words.sample_with_n(p.sample, p.n, p.events)} {interval_text(p.auc)}"
            for p in found
            if p is not None and p.auc is not None
        ]
        return {"areas": "; ".join(named)} if named else None

    def _performance(self) -> dict[str, object] | None:
        return self._areas_of(TESTED)

    def _internal(self) -> dict[str, object] | None:
        return self._areas_of(("train", "validation"))

    def _external(self) -> dict[str, object] | None:
        return self._areas_of(("external",))

    def _diagnostic(self) -> dict[str, object] | None:
        found = [self.results.classified_of(self.results.shipped, sample) for sample in TESTED]
        words = self.words
        named = [
            f"{words.sample(p.sample)}: {words('head.sensitivity')} {interval_text(p.sensitivity, 2)}, "
            f"{words('head.specificity')} {interval_text(p.specificity, 2)}"
            for p in found
            if p is not None and p.sensitivity is not None and p.specificity is not None
        ]
        return {"classified": "; ".join(named)} if named else None

    def _failures(self) -> dict[str, object] | None:
        found = [self.results.classified_of(self.results.shipped, sample) for sample in TESTED]
        frame = _framed("false-positive", self.words)
        named = [
            f"{self.words.sample(p.sample)}: {frame.format(fp=p.false_positives, fn=p.false_negatives)}"
            for p in found
            if p is not None
        ]
        return {"errors": "; ".join(named)} if named else None

    def _limits(self) -> dict[str, object]:
        results = self.results
        return {
            "n": results.locked.cases,
            "events": self.words.events(results.locked.events),
            "site": percent(results.site_prevalence),
            "more": self._say("limits-simulated") if results.simulated else "",
        }

    def _acquisition(self) -> dict[str, object] | None:
        named = [f"{name} (n = {count})" for name, count in self.results.scanners.items()]
        return {"scanners": "; ".join(named)} if named else None

    def _annotations(self) -> dict[str, object] | None:
        masked = [case for case in self.cohort.cases if case.masks]
        if not masked:
            return None
        named = dict.fromkeys(reader for case in masked for reader in case.masks)
        return {"masks": len(masked), "cases": len(self.cohort.cases), "readers": ", ".join(named)}

    def _readers(self) -> dict[str, object] | None:
        words = self.words
        named = [
            f"{words.structure(a.structure)}, {words(f'metric.{a.metric}')} {interval_text(a.icc)} (n = {a.n})"
            for a in self.results.readers
            if a.icc is not None
        ]
        return {"figures": "; ".join(named)} if named else None
