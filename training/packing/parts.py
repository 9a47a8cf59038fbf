"""What each step of a pack writes into its manifest: itself, what it asks, what it computes, finds and needs.

Only what the shipped model takes, and what the recipe has shown, gets into a pack. A further kind of locked model is a
further function in :data:`RISKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from inference.reading import to_plain
from inference.steps.drawn import DrawnStep
from inference.steps.habitat import HabitatStep
from inference.steps.shell import ShellStep
from training.cohort.settings import CohortSettings
from training.cohort.table import Case
from training.packing.entries import asked_entries, predictor_entry, score_entry, step_entry
from training.packing.held_out import held_out_part
from training.packing.learnt import learnt_part
from training.packing.risk import logistic_part
from training.recipes import FeatureStep, HabitatPlan, ModelPlan, Networks, Recipe, ScorePlan, Source
from training.risk.model import RiskModel

SIMULATED = "simulation-trained"
"""Status of a pack whose patients are all simulated."""


@dataclass(frozen=True, slots=True)
class Made:
    """What the other commands left in the work folder, and of which cohort.

    Attributes
    ----------
    training
        Training cases with a known outcome, measures among their answers: numbers outside their range are refused.
    scores
        By score: out of fold by case; NaN where there is none.
    predictions
        Rows of ``predictions.csv``.
    segment
        The segment step as ``train-vessels`` wrote it; None where the recipe has none.
    habitats
        Sub-regions that ``features`` learnt, by source.
    """

    recipe: Recipe
    settings: CohortSettings
    status: str
    training: Sequence[Case]
    scores: Mapping[str, Mapping[str, float]]
    predictions: Sequence[Mapping[str, str]]
    model: RiskModel
    segment: Mapping[str, object] | None = None
    habitats: Mapping[str, HabitatStep] = field(default_factory=dict)

    @property
    def shipped(self) -> ModelPlan:
        """The model that the pack runs."""
        return self.recipe.model(self.recipe.shipped)

    @property
    def simulated(self) -> bool:
        """Whether all patients are."""
        return self.status == SIMULATED


@dataclass(frozen=True, slots=True)
class Part:
    """One step's share of a manifest.

    Attributes
    ----------
    asks, gives
        Predictors that the form asks for it, and that it computes.
    structures
        What it finds.
    files
        Of the pack that it needs, each with where ``train-risk`` or another command left it in the work folder.
    data
        Further files of the pack, each with what is in it.
    """

    step: Mapping[str, object]
    asks: tuple[Mapping[str, object], ...] = ()
    gives: tuple[Mapping[str, object], ...] = ()
    structures: tuple[Mapping[str, object], ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, bytes] = field(default_factory=dict)


def parts_of(made: Made) -> list[Part]:
    """All that the pack needs, in the order in which it runs: what the shipped model takes and what is shown."""
    return [
        *(_step(step, made) for step in made.recipe.packed),
        *(_score(made.recipe.score(name), made) for name in made.shipped.scores),
        RISKS[made.model.models[made.model.shipped].kind](made),
    ]


def _step(step: Source | FeatureStep, made: Made) -> Part:
    """How structures come about, and what is made of them: the program's step as the recipe states it."""
    if isinstance(step, Networks):
        assert made.segment is not None
        # Small ones are there only where an encoder judges them.
        end = "" if made.recipe.encoded is not None else "-fp32"
        files = {f"models/{name}.onnx": f"models/{name}{end}.onnx" for name in ("locator", "vessels")}
        return Part(made.segment, structures=_structures(step, made), files=files)
    if isinstance(step, HabitatPlan):
        return Part(step_entry(made.habitats[step.id]), structures=_structures(step, made))
    files = {name: name for name, _ in step.networks()}
    if isinstance(step, (DrawnStep, ShellStep)):
        return Part(step_entry(step), structures=_structures(step, made), files=files)
    return Part(step_entry(step), gives=tuple(_measured(step, made)), files=files)


def _structures(source: Source, made: Made) -> tuple[Mapping[str, object], ...]:
    return tuple(to_plain(one) for one in made.recipe.structures if one.id in source.structures)


def _measured(step: FeatureStep, made: Made) -> Iterator[Mapping[str, object]]:
    """Predictors of the shipped model that are values of this step."""
    values = step.provides(made.recipe.source(step.segment).structures).of_images
    used = made.model.models[made.model.shipped].predictors
    for predictor in made.settings.predictors:
        if predictor.id in used and getattr(predictor, "step", None) in values:
            yield predictor_entry(predictor, made.training)


def _score(plan: ScorePlan, made: Made) -> Part:
    """What makes a score of features, and refuses images unlike those that it was trained on."""
    step = {
        "kind": "classify",
        "id": plan.id,
        "title": to_plain(plan.title),
        "features": plan.features[0] if len(plan.features) == 1 else list(plan.features),
        "model": f"models/{plan.id}.onnx",
        "distance_limit": made.model.distances[plan.id].limit,
    }
    known = [made.scores[plan.id].get(case.id, float("nan")) for case in made.training]
    return Part(step, gives=(score_entry(plan, known),), files={step["model"]: f"risk/{plan.id}.onnx"})


def logistic(made: Made) -> Part:
    """The shipped model as a sum of log-odds."""
    own = {name: made.scores[name] for name in made.shipped.scores}
    risk = logistic_part(made.model, made.settings, made.training, own)
    rate, trained = made.settings.site_prevalence, made.model.trained_prevalence
    step = {
        "kind": "logistic",
        "id": "risk",
        "outcomes": "simulated" if made.simulated else "patients",
        **risk,
        **held_out_part(made.predictions, made.model.shipped, trained, rate, made.simulated),
    }
    used = {term["predictor"] for term in risk["terms"]}
    return Part(step, asks=tuple(asked_entries(made.settings, used, made.training)))


def learnt(made: Made) -> Part:
    """The shipped model as weights, support vectors or trees."""
    own, model = made.model.models[made.model.shipped], made.model
    risk, data = learnt_part(own, model.trained_prevalence, model.cases, model.events)
    rate = made.settings.site_prevalence
    step = {
        "id": "risk",
        "outcomes": "simulated" if made.simulated else "patients",
        **risk,
        **held_out_part(made.predictions, model.shipped, model.trained_prevalence, rate, made.simulated),
    }
    return Part(step, asks=tuple(asked_entries(made.settings, set(own.predictors), made.training)), data=data)


RISKS: Mapping[str, Callable[[Made], Part]] = {"logistic": logistic, "linear": learnt, "svm": learnt, "trees": learnt}
"""By kind of locked model: the step that runs it. A new learner of risks is a function here."""
