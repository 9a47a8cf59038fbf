"""Predictors: what the console knows or is asked, a number, a choice or a text.

Each kind is a class with what holds for it alone, over what is common to all. In packs and records one form serves all
three (:class:`PredictorEntry`), which is read and written as a :data:`Predictor` wherever a dataclass says so.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Annotated, Any, Literal

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from inference.errors import InputError
from inference.expressions import names_in
from inference.patterns import Decimals
from inference.reading import Fault
from inference.text import cleaned
from inference.vocabulary import STRICT, Text, check_interval, repeated, settled

SAID_UNKNOWN = "unknown"
"""How a sheet says that something is not known, also where the header would have an answer."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a predictor."""

    __pydantic_config__ = STRICT
    value: str
    label: Text


@dataclass(frozen=True, slots=True)
class Strength:
    """How well a factor is supported: shown beside it, never part of the sum."""

    __pydantic_config__ = STRICT
    grade: Literal["consistent", "single-study", "conflicting", "unconfirmed"]
    note: Text
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Derive:
    """How an answer follows from other answers.

    Attributes
    ----------
    formula
        Arithmetic on predictor ids.
    cuts, answers
        The value is put into ``answers[n]`` when it is at least ``cuts[n - 1]`` and below ``cuts[n]``; without cuts
        the value itself is the answer.
    """

    __pydantic_config__ = STRICT
    formula: str
    cuts: tuple[float, ...] = ()
    answers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names_in(self.formula)
        if self.cuts and len(self.answers) != len(self.cuts) + 1:
            raise ValueError("derive needs one answer more than it has cuts")
        if list(self.cuts) != sorted(self.cuts):
            raise ValueError("the cuts of derive must ascend")

    def classify(self, value: float) -> str:
        """The answer for a computed value."""
        return self.answers[sum(settled(value) >= cut for cut in self.cuts)]


@dataclass(frozen=True, slots=True)
class _Common:
    """What holds for every predictor; every one may be left unknown.

    Attributes
    ----------
    dicom, dicom_values
        DICOM keyword whose value is offered as the answer, and how its values translate.
    derive
        How it follows from other answers when it is not entered itself: a choice with cuts, a number without, a text
        not at all.
    modifiable
        Whether staff can change it in time, so that a what-if makes sense.
    caution
        Why changing it may not change the risk, such as reverse causation: printed with its what-if, which is then
        never ranked before those without one.
    aliases
        Ids under which other packs ask the same question with the same unit and answers: an answer is shared between a
        pack and its fallback by id or alias.
    unused
        What a file states of it that only another kind has. Nothing asks for it; it is kept so that what was read is
        written as it was.
    """

    id: str
    label: Text
    group: str = "patient"
    unit: str = ""
    dicom: str | None = None
    dicom_values: dict[str, str] = field(default_factory=dict)
    derive: Derive | None = None
    modifiable: bool = False
    caution: Text | None = None
    aliases: tuple[str, ...] = ()
    help: Text | None = None
    strength: Strength | None = None
    unused: Mapping[str, Any] = field(default_factory=dict)

    @property
    def asked(self) -> bool:
        """Whether people are asked; what a step reads from the images is not."""
        return True

    def answered_like(self, other: _Common) -> bool:
        """Whether an answer to this is, as it stands, one to the other: of the same kind, from the same choices."""
        return type(self) is type(other)

    def _check_derive(self, possible: bool) -> None:
        if self.derive is not None and not possible:
            raise ValueError(f"predictor {self.id}: a choice is derived with cuts, a number without, a text not at all")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberPredictor(_Common):
    """A number, which has a range.

    Attributes
    ----------
    range
        Smallest and largest number that the pack was made for; outside it the pack gives no risk.
    stops_out_of_range
        Whether a number outside the range stops the answer; False for what is only recorded.
    dicom_scale
        What numbers of the DICOM header are multiplied by (metres to centimetres).
    step
        Name of a value that a step gives (its id, or ``STRUCTURE.volume_ml``): a number that comes from the images
        and is never asked.
    whole
        Whether only whole numbers are possible, as of a score that is counted in points; a fraction is refused.
    """

    kind: Literal["number"] = "number"
    range: tuple[float, float]
    decimals: Decimals = 0
    stops_out_of_range: bool = True
    dicom_scale: float = 1.0
    step: str | None = None
    whole: bool = False

    def __post_init__(self) -> None:
        check_interval(f"the range of {self.id}", self.range)
        self._check_derive(self.derive is None or not self.derive.cuts)
        if self.step is not None and (self.dicom is not None or self.derive is not None or self.modifiable):
            raise Fault("step-predictor", predictor=self.id)

    @property
    def asked(self) -> bool:
        """Whether people are asked; what a step reads from the images is not."""
        return self.step is None

    def within(self, value: float) -> bool:
        """Whether it lies in the range, ends included."""
        low, high = self.range
        return low <= value <= high

    def admits(self, answer: str | float) -> bool:
        """Whether it is an answer of this kind; a record may have one out of range."""
        return not isinstance(answer, str)

    def parse(self, value: object) -> float:
        """The answer that was entered.

        Raises
        ------
        InputError
            ``answers.not-a-number`` or ``answers.not-whole``.
        """
        try:
            number = float(str(value))
            if not math.isfinite(number):
                raise ValueError
        except ValueError as error:
            raise InputError("answers.not-a-number", name=self.id, value=str(value)) from error
        if self.whole and number != round(number):
            raise InputError("answers.not-whole", name=self.id, value=str(value))
        return number

    def from_header(self, value: str | float) -> float | None:
        """The answer that a value of the DICOM header gives, in the predictor's unit; None where it is no number."""
        try:
            return float(self.dicom_values.get(str(value), value)) * self.dicom_scale
        except ValueError:
            return None

    def differs(self, entered: str | float, header: str | float) -> bool:
        """Whether what was entered is another answer than the header's."""
        # One year or kilogram is rounding, not another patient; height and weight are often asked or estimated.
        estimated = 0.0 if self.dicom == "PatientAge" else 0.05 * abs(float(header))
        return abs(float(entered) - float(header)) > max(1.0, estimated)

    def agrees(self, entered: str | float, computed: str | float) -> bool:
        """Whether what was entered is what follows from other answers."""
        # People enter what a laboratory printed, rounded.
        rounding = max(0.6 * 10.0**-self.decimals, 0.005 * abs(float(computed)))
        return abs(float(entered) - float(computed)) <= rounding


@dataclass(frozen=True, slots=True)
class _Words(_Common):
    """What holds for answers that are words."""

    def differs(self, entered: str | float, header: str | float) -> bool:
        """Whether what was entered is another answer than the header's."""
        return entered != header

    def agrees(self, entered: str | float, computed: str | float) -> bool:
        """Whether what was entered is what follows from other answers."""
        return entered == computed


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicePredictor(_Words):
    """One of at least two answers; yes-or-no questions are choices."""

    kind: Literal["choice"] = "choice"
    choices: tuple[Choice, ...]

    def __post_init__(self) -> None:
        if len(self.choices) < 2:
            raise ValueError(f"predictor {self.id} is a choice and needs at least two choices")
        twice = repeated(word for c in self.choices for word in {c.value, c.label.en, c.label.zh})
        if twice is not None:
            raise ValueError(f"predictor {self.id}: {twice!r} names two choices")
        named = {*self.dicom_values.values(), *(self.derive.answers if self.derive else ())}
        for answer in sorted(named.difference(self.values)):
            raise ValueError(f"predictor {self.id} has no choice {answer!r}")
        self._check_derive(self.derive is not None and bool(self.derive.cuts))

    @property
    def values(self) -> tuple[str, ...]:
        """The answers as they are stored, in the pack's order."""
        return tuple(choice.value for choice in self.choices)

    def answered_like(self, other: _Common) -> bool:
        """Whether an answer to this is, as it stands, one to the other: of the same kind, from the same choices."""
        return isinstance(other, ChoicePredictor) and other.choices == self.choices

    def named(self, wanted: str) -> Choice | None:
        """The choice of this value, or label in either language; capitals matter only where two differ in them."""
        # As it is written first: two choices may differ in case alone.
        for written in (str, str.casefold):
            for choice in self.choices:
                if written(wanted) in map(written, (choice.value, choice.label.en, choice.label.zh)):
                    return choice
        return None

    def admits(self, answer: str | float) -> bool:
        """Whether it is one of the answers."""
        return answer in self.values

    def parse(self, value: object) -> str:
        """The answer that was entered: by its value or label, or as true and false.

        Raises
        ------
        InputError
            ``answers.not-a-choice``.
        """
        if isinstance(value, bool):
            wanted = "yes" if value else "no"
        else:
            wanted = f"{value:g}" if isinstance(value, float) else str(value).strip()
        choice = self.named(wanted)
        if choice is None:
            choices = ", ".join([*self.values, SAID_UNKNOWN])
            raise InputError("answers.not-a-choice", name=self.id, value=str(value), choices=choices)
        return choice.value

    def from_header(self, value: str | float) -> str | None:
        """The answer that a value of the DICOM header gives; None where it is none of the choices."""
        answer = self.dicom_values.get(str(value), value)
        return next((own for own in self.values if own == answer), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPredictor(_Words):
    """Free words, which are recorded and printed, and never computed with."""

    kind: Literal["text"] = "text"

    def __post_init__(self) -> None:
        self._check_derive(False)

    def admits(self, answer: str | float) -> bool:
        """Whether it is a text."""
        return isinstance(answer, str)

    def parse(self, value: object) -> str:
        """The answer that was entered, without characters that nobody sees."""
        return cleaned(str(value))

    def from_header(self, value: str | float) -> None:
        """Nothing: a header's words are offered as choices only."""


@dataclass(frozen=True, slots=True)
class PredictorEntry:
    """A predictor as it stands in a pack or record: one form for all kinds, in the order in which it is written.

    What the kind does not have is left at its default here. It has always been allowed to be stated all the same,
    records write all of it, and it is checked like the rest.
    """

    __pydantic_config__ = STRICT
    id: str
    label: Text
    kind: Literal["number", "choice", "text"]
    group: str = "patient"
    unit: str = ""
    range: tuple[float, float] | None = None
    decimals: Decimals = 0
    choices: tuple[Choice, ...] = ()
    stops_out_of_range: bool = True
    dicom: str | None = None
    dicom_values: dict[str, str] = field(default_factory=dict)
    dicom_scale: float = 1.0
    derive: Derive | None = None
    step: str | None = None
    modifiable: bool = False
    caution: Text | None = None
    aliases: tuple[str, ...] = ()
    whole: bool = False
    help: Text | None = None
    strength: Strength | None = None


KINDS: dict[str, type[NumberPredictor] | type[ChoicePredictor] | type[TextPredictor]] = {
    "number": NumberPredictor,
    "choice": ChoicePredictor,
    "text": TextPredictor,
}


def predictor_of(entry: PredictorEntry) -> NumberPredictor | ChoicePredictor | TextPredictor:
    """The predictor that an entry states.

    Raises
    ------
    ValueError
        Or :class:`~inference.reading.Fault`: what is stated cannot be.
    """
    form = KINDS[entry.kind]
    known = {part.name for part in fields(form)}
    blank = PredictorEntry(entry.id, entry.label, entry.kind)
    own: dict[str, Any] = {}
    unused: dict[str, Any] = {}
    for part in fields(entry):
        value = getattr(entry, part.name)
        if part.name in known:
            own[part.name] = value
        elif value != getattr(blank, part.name):
            unused[part.name] = value
    if form is NumberPredictor and entry.range is None:
        raise ValueError(f"predictor {entry.id} is a number and needs a range")
    predictor = form(**own, unused=unused)
    if "range" in unused:
        check_interval(f"the range of {entry.id}", unused["range"])
    if "step" in unused:
        raise Fault("step-predictor", predictor=entry.id)
    return predictor


def entry_of(predictor: NumberPredictor | ChoicePredictor | TextPredictor) -> PredictorEntry:
    """How a predictor is written."""
    own = {part.name: getattr(predictor, part.name) for part in fields(predictor) if part.name != "unused"}
    return PredictorEntry(**own, **predictor.unused)


class _AsEntry:
    """Has pydantic read and write a predictor as its entry, so that faults name the fields of the file."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        entry = handler.generate_schema(PredictorEntry)
        writing = core_schema.plain_serializer_function_ser_schema(entry_of, return_schema=entry)
        return core_schema.no_info_after_validator_function(predictor_of, entry, serialization=writing)


Predictor = Annotated[NumberPredictor | ChoicePredictor | TextPredictor, _AsEntry]
"""One thing the console knows or is asked."""
