"""What the program asks of a step of any kind; a new kind answers it in one module and needs no other.

:class:`Step` is what a manifest says about one step, :class:`StepKind` what is true of all steps of a kind.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args, get_type_hints

if TYPE_CHECKING:
    from inference.engines import Interface
    from inference.findings import Finding
    from inference.risk.estimate import Horizon
    from inference.risk.explanation import Explanation
    from inference.risk.held_out import HeldOut
    from inference.risk.population import Normal, Shares
    from inference.schema import Module
    from inference.steps.context import GateContext, StepResult
    from inference.vocabulary import Text

Reference = tuple[str, str, str]
"""Kind of the part that is named, the field that names it, its id. Kinds are ``numbers`` (answers and values of earlier
steps), ``predictors``, ``number predictors``, ``choices``, ``answers of PREDICTOR``, ``evidence``, ``structures``,
``images``, ``segmentations``, ``structures of STEP``, ``feature vectors``, …: all that
:mod:`inference.packs.consistency` knows. One that it does not know holds nothing, and every id in it is refused."""
Inner = tuple[Collection[str], str, str, str]
"""The same inside a step: what exists, what it is called, the field, the id."""


@dataclass(frozen=True, slots=True)
class Provided:
    """What later steps may use of a step.

    Attributes
    ----------
    numbers
        Names of values that come from answers as well.
    of_images
        Names of values that are read from images and from nothing else; a predictor may take one of them.
    structures
        What a segmentation labels; None where the step gives none.
    vector
        Whether it gives a vector of image features under its id.
    """

    numbers: frozenset[str] = frozenset()
    of_images: frozenset[str] = frozenset()
    structures: tuple[str, ...] | None = None
    vector: bool = False


@dataclass(frozen=True, slots=True)
class SiteTerms:
    """What of a site's profile a step takes up.

    Attributes
    ----------
    modules
        What a site may switch on.
    population
        Distributions of predictors, in place of each of which a site may tell its own.
    highest_rate
        A site's event rate above this draws a warning; None: any is believed.
    """

    modules: tuple[Module, ...] = ()
    population: tuple[Normal | Shares, ...] = ()
    highest_rate: float | None = None


@dataclass(frozen=True, slots=True)
class ReferencePeople:
    """Whom a step reads a risk against, where the site has not told its own case mix.

    Attributes
    ----------
    held_out
        Patients that its model was not fitted to.
    fitted_to
        Who those are that it was fitted to, where no others are known. Without both, people whom the pack supposes.
    assumed
        Whether a part of what is supposed is unconfirmed.
    """

    held_out: HeldOut | None = None
    fitted_to: Text | None = None
    assumed: bool = False


class Step:
    """Parameters of one step. Each kind says what differs from a step that refers to nothing and gives nothing."""

    __slots__ = ()
    kind: str
    id: str

    def references(self) -> Iterator[Reference]:
        """Ids used here that stand elsewhere in the manifest or that earlier steps give."""
        yield from ()

    def inner_references(self) -> Iterator[Inner]:
        """Ids used here that must stand in the step itself."""
        yield from ()

    def answer_tables(self) -> Iterator[tuple[str, str, Collection[str]]]:
        """Where every answer of a predictor needs an entry: field, predictor, answers that have one."""
        yield from ()

    @property
    def images_read(self) -> frozenset[str]:
        """Roles of the images that it reads."""
        return frozenset(name for what, _, name in self.references() if what == "images")

    @property
    def segmentations_read(self) -> frozenset[str]:
        """Steps whose structures it reads: what it gives changes with their masks."""
        return frozenset(name for what, _, name in self.references() if what == "segmentations")

    @property
    def rests_on(self) -> frozenset[str]:
        """Ids of the evidence that it names."""
        return frozenset(name for what, _, name in self.references() if what == "evidence")

    def provides(self, structures: Collection[str]) -> Provided:
        """What later steps may use, in a pack with these structures."""
        return Provided()

    def networks(self) -> Iterator[tuple[str, Interface]]:
        """Files of the pack that an engine runs for it, each with what must go in and come out."""
        yield from ()

    def cuts(self) -> Iterator[tuple[str, float]]:
        """Numbers at which something changes, each with the id of the predictor or value it cuts."""
        yield from ()

    def region_classes(self) -> Collection[str] | None:
        """Classes of its network that it measures around the region that it finds; None: it finds no region."""
        return None

    def image_units(self) -> Mapping[str, str | None]:
        """By image role: the unit in which its values must come; None where the step makes its own of any."""
        return {}

    def site_terms(self) -> SiteTerms:
        """What of a site's profile it takes up."""
        return SiteTerms()

    def makes_figure(self, modules: Collection[str]) -> frozenset[str]:
        """Predictors that its risk or score is made of, with these modules switched on; others it only checks.

        Of these the form says that they are wanted, and a result that they are missing.
        """
        return frozenset()

    def reference_people(self) -> ReferencePeople:
        """Whom its risk is read against."""
        return ReferencePeople()

    def can_explain(self, explanation: Explanation) -> bool:
        """Whether it can have given a risk that is explained so; what it cannot is a damaged record."""
        return False

    @property
    def heading(self) -> Text | None:
        """What its results are called; None where they have no name of their own."""
        return None

    @property
    def is_background(self) -> bool:
        """Whether its results are shown as background only, never as the pack's answer."""
        return False

    @property
    def predicts_within(self) -> Horizon | None:
        """By when the event of its risk happens; None where the question has no other time than this examination."""
        return None

    @property
    def substitute(self) -> str | None:
        """A predictor whose answer does as well as the image; None where nothing does."""
        return None

    @property
    def learnt_from(self) -> Literal["a cohort", "simulated outcomes"] | None:
        """What its probability was learnt from; None for what is published or measured."""
        return None


def no_gates(step: Step, result: StepResult, context: GateContext) -> list[Finding]:
    """Nothing to look at."""
    return []


@dataclass(frozen=True, slots=True)
class StepKind:
    """One kind of step.

    Attributes
    ----------
    parameters
        What a manifest says about a step of this kind: a frozen dataclass whose ``kind`` is its name.
    run
        Computes one step.
    gates
        What is looked at when it has run, before its result may be used.
    answers
        What an answer always has where a pack has such a step: a risk, or results.
    of_images
        Whether it depends on nothing but the images and on other such steps: neither on answers nor on the site.
    locates
        Whether it tells where in its image the region is.
    by_hand
        Whether its structures are drawn by the user or brought as mask files: without them it has nothing to give.
    shown_with_refusal
        Whether it runs on when the answer is already refused, and for patients of whom a demonstration tells nothing
        else: masks and measures.
    cost
        How long it takes, in hundredths of a segmentation.
    """

    parameters: type[Step]
    run: Callable[..., StepResult]
    gates: Callable[..., list[Finding]] = no_gates
    answers: Literal["risk", "results"] | None = None
    of_images: bool = False
    locates: bool = False
    by_hand: bool = False
    shown_with_refusal: bool = False
    cost: int = 1

    @property
    def name(self) -> str:
        """As it stands in a manifest."""
        (name,) = get_args(get_type_hints(self.parameters)["kind"])
        return str(name)
