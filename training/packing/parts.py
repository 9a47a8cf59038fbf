"""What each kind of step writes into a manifest: itself, what it asks, what it computes, and what it finds.

A further kind of step is a further function in :data:`PARTS`; a recipe names the kinds of its packs in their order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from inference.reading import to_plain
from training.cohort.settings import CohortSettings
from training.cohort.table import Case
from training.packing.entries import asked_entries, both, signature_entry
from training.packing.held_out import held_out_part
from training.packing.risk import logistic_part
from training.recipes import Recipe
from training.risk.design import SIGNATURE
from training.risk.model import RiskModel

FEATURES = "features"
"""Id of the step that computes image features."""
SIMULATED = "simulation-trained"
"""Status of a pack whose patients are all simulated."""


@dataclass(frozen=True, slots=True)
class Made:
    """What the other commands left in the work folder, and of which cohort.

    Attributes
    ----------
    training
        Training cases with a known outcome: numbers outside their range are refused.
    signatures
        Out-of-fold signatures by case; NaN where there is none.
    predictions
        Rows of ``predictions.csv``.
    segment
        The segment step as ``train-vessels`` wrote it.
    crop
        How ``features`` cut its crops.
    distance_limit
        Images farther away from the training cases are refused.
    """

    recipe: Recipe
    settings: CohortSettings
    status: str
    training: Sequence[Case]
    signatures: Mapping[str, float]
    predictions: Sequence[Mapping[str, str]]
    model: RiskModel
    segment: Mapping[str, object]
    crop: Mapping[str, object]
    distance_limit: float

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
    """

    step: Mapping[str, object]
    asks: tuple[Mapping[str, object], ...] = ()
    gives: tuple[Mapping[str, object], ...] = ()
    structures: tuple[Mapping[str, object], ...] = ()


def segment(made: Made) -> Part:
    """The networks that find the structures."""
    return Part(made.segment, structures=tuple(to_plain(one) for one in made.recipe.structures))


def measure(made: Made) -> Part:
    """Volumes and diameters of the structures."""
    return Part({"kind": "measure", "id": "measures", "segment": made.segment["id"]})


def deep_features(made: Made) -> Part:
    """The image encoder on crops of every structure."""
    step = {
        "kind": "deep-features",
        "id": FEATURES,
        "segment": made.segment["id"],
        "model": "models/encoder.onnx",
        "structures": list(made.recipe.structure_ids),
        "crop": dict(made.crop),
    }
    return Part(step)


def classify(made: Made) -> Part:
    """The head that makes the signature of the features, and refuses images unlike those that it was trained on."""
    step = {
        "kind": "classify",
        "id": SIGNATURE,
        "title": both("Image signature", "影像评分"),
        "features": FEATURES,
        "model": "models/head.onnx",
        "distance_limit": made.distance_limit,
    }
    known = [made.signatures.get(case.id, float("nan")) for case in made.training]
    return Part(step, gives=(signature_entry(known),))


def logistic(made: Made) -> Part:
    """The shipped model as a sum of log-odds."""
    risk = logistic_part(made.model, made.settings, made.training, made.signatures)
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


PARTS: Mapping[str, Callable[[Made], Part]] = {
    "segment": segment,
    "measure": measure,
    "deep-features": deep_features,
    "classify": classify,
    "logistic": logistic,
}
"""By kind of step."""
