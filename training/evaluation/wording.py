"""Words and numbers of the report in one of its two languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inference.predictors import ChoicePredictor, Predictor
from inference.vocabulary import Text
from training.evaluation.tabular import REPORT, STRUCTURES
from training.evaluation.texts import TEXTS
from training.recipes import Recipe
from training.statistics.fewest import FEWEST
from training.statistics.samples import Interval

UNITS = {"a": Text("years", "岁"), "d": Text("days", "天"), "h": Text("hours", "小时")}
"""UCUM codes that nobody reads as words."""
NONE = "–"
VESSELS = ("artery", "vein")
"""Kinds of structures that are vessels."""
PERCENT = "\u00a0%"
"""With a space that no line is broken at."""


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that a figure or a table says.

    Attributes
    ----------
    language
        ``en`` or ``zh``.
    predictors
        Of the cohort, by id.
    recipe
        Whose models and structures are named.
    """

    language: str
    predictors: Mapping[str, Predictor]
    recipe: Recipe

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of that key with its placeholders filled in; ``{shipped}`` is the model that goes into the pack."""
        own = TEXTS if self.recipe.scores else TEXTS | REPORT
        if not any(structure.kind in VESSELS for structure in self.recipe.structures):
            own = own | STRUCTURES
        return Text(*own[key]).of(self.language).format(**self.shipped_names, **values)

    @property
    def shipped_names(self) -> dict[str, str]:
        """The model that goes into the pack, inside a sentence and at its beginning."""
        noun = self.recipe.model(self.recipe.shipped).noun.of(self.language)
        return {"shipped": noun, "Shipped": noun[:1].upper() + noun[1:]}

    def has(self, key: str) -> bool:
        """Whether there is a text of that key."""
        return key in TEXTS

    def text(self, text: Text) -> str:
        """A text of the cohort in this language."""
        return text.of(self.language)

    def model(self, model: str) -> str:
        """Name of a model, of the recipe or of others only."""
        literature = self.recipe.literature
        others = literature.models if literature else {}
        return self.text(others[model] if model in others else self.recipe.model(model).title)

    def kinds_of_models(self) -> str:
        """What kinds of models there are: "clinical, deep-learning and combined"."""
        ending, last = ("模型", "和") if self.language == "zh" else (" model", " and ")
        kinds = [model.noun.of(self.language).removesuffix(ending) for model in self.recipe.models]
        comma = "、" if self.language == "zh" else ", "
        return last.join([comma.join(kinds[:-1]), kinds[-1]] if len(kinds) > 1 else kinds)

    def noun(self, model: str) -> str:
        """A model inside a sentence."""
        return self.text(self.recipe.model(model).noun)

    def study(self, study: str) -> str:
        """Name of a study of others."""
        return self.text(self.recipe.literature.studies[study])

    def sample(self, sample: str) -> str:
        """Name of a sample."""
        return self(f"sample.{sample}")

    def group(self, sample: str) -> str:
        """Name of a sample by its patients and not by how they were predicted; readers are named as they are."""
        key = {"train": "head.train", "all": "label.all-cases"}.get(sample, f"sample.{sample}")
        return self(key) if self.has(key) else sample

    @property
    def between(self) -> str:
        """What stands between two sentences."""
        return "" if self.language == "zh" else " "

    def told(self, interval: Interval | None, n: int, events: int, decimals: int = 3) -> str:
        """An estimate and its limits, or why there is none."""
        return self.missing(n, events) if interval is None else interval_text(interval, decimals)

    def told_percent(self, interval: Interval | None, n: int, events: int) -> str:
        """A share in percent and its limits, or why there is none."""
        return self.missing(n, events) if interval is None else percent_interval(interval)

    def missing(self, n: int, events: int) -> str:
        """In place of a figure that a sample does not tell: why."""
        return self("note.too-few" if min(events, n - events) < FEWEST else "note.not-estimable")

    def events(self, count: int) -> str:
        """So many events."""
        return self("label.event" if count == 1 else "label.events", count=count)

    def sample_with_n(self, sample: str, n: int, events: int) -> str:
        """Name of a sample and how many are in it."""
        return f"{self.sample(sample)} (n = {n}, {self.events(events)})"

    def sample_over_n(self, sample: str, n: int, events: int) -> str:
        """The same in two lines, for a narrow panel."""
        return f"{self.sample(sample)}\nn = {n}, {self.events(events)}"

    def structure(self, structure: str) -> str:
        """Name of a structure."""
        named = {one.id: one.title for one in self.recipe.structures}
        return self.text(named[structure]) if structure in named else structure

    def predictor(self, predictor: str, unit: bool = True) -> str:
        """Label of a predictor with its unit."""
        found = self.predictors.get(predictor)
        if found is None:
            if predictor in self.recipe.score_ids:
                return f"{self.score(predictor)}{self('label.log-odds')}"
            key = f"predictor.{predictor}"
            return self(key) if key in TEXTS else predictor
        label = self.text(found.label)
        return f"{label} ({self.unit(found.unit)})" if unit and found.unit else label

    def quantity(self, name: str, unit: bool = True) -> str:
        """A predictor, a score or the probability of a model."""
        if name in self.recipe.names and name not in self.predictors:
            return self("label.probability", model=self.model(name))
        return self.predictor(name, unit)

    def unit_of(self, name: str) -> str:
        """Unit behind a number of a predictor, with the space before it; nothing where it has none."""
        code = getattr(self.predictors.get(name), "unit", "")
        return f"\u00a0{self.unit(code)}" if code else ""

    def score(self, score: str) -> str:
        """Name of a score."""
        return self.text(self.recipe.score(score).title)

    def unit(self, code: str) -> str:
        """A unit as people write it."""
        return self.text(UNITS[code]) if code in UNITS else code

    def answer(self, predictor: str, answer: str | float) -> str:
        """An answer as people write it."""
        found = self.predictors.get(predictor)
        if isinstance(answer, str):
            choices = found.choices if isinstance(found, ChoicePredictor) else ()
            return next((self.text(c.label) for c in choices if c.value == answer), answer)
        return f"{answer:g}".replace("-", "−")

    def level(self, factor: str, level: str) -> str:
        """A subgroup."""
        return level if factor == "all" else f"{self(f'factor.{factor}')}{self('label.colon')}{level}"


def text_of(key: str, language: str) -> str:
    """The text of a key as it stands, placeholders and all."""
    return Text(*TEXTS[key]).of(language)


def number_text(value: float | None, decimals: int = 3) -> str:
    """A number, with a true minus sign and none before zero."""
    if value is None:
        return NONE
    text = f"{value:.{decimals}f}"
    return text.lstrip("-") if float(text) == 0 else text.replace("-", "−")


def interval_text(interval: Interval | None, decimals: int = 3) -> str:
    """An estimate and its limits."""
    if interval is None:
        return NONE
    value, low, high = (number_text(v, decimals) for v in (interval.value, interval.low, interval.high))
    # A dash beside a minus sign cannot be read.
    return f"{value} ({low}, {high})" if "−" in low + high else f"{value} ({low}–{high})"


def percent(share: float) -> str:
    """A share in percent with two digits that count, near 100 % as near 0."""
    value = 100 * share
    distance = min(value, 100 - value)
    if distance <= 0 or distance >= 9.95:
        return f"{value:.0f}{PERCENT}"
    digits = 1 if distance >= 0.995 else 2 if distance >= 0.0995 else 3
    text = f"{value:.{digits}f}"
    return f"{text.rstrip('0').rstrip('.')}{PERCENT}"


def percent_interval(interval: Interval | None) -> str:
    """A share and its limits in percent, all with as many decimals as the share needs; near 1 as near 0."""
    if interval is None:
        return NONE
    distance = 100 * min(interval.value, 1 - interval.value)
    decimals = 1 if distance >= 10 else 2 if distance >= 0.1 or not distance else 3
    value, low, high = (f"{100 * v:.{decimals}f}" for v in (interval.value, interval.low, interval.high))
    return f"{value}{PERCENT} ({low}–{high})"


def p_text(p: float | None) -> str:
    """A p-value as it is printed."""
    if p is None:
        return NONE
    return "< 0.001" if p < 0.0005 else f"{p:.3f}"
