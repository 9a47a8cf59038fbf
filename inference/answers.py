"""Answers of the console: read, completed from the DICOM header, derived, checked against the pack."""

from __future__ import annotations

import difflib
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from inference.errors import InputError
from inference.expressions import evaluate, names_in
from inference.findings import Evidence, Finding, Severity
from inference.packs.manifest import Manifest
from inference.plausibility import contradictions, out_of_range
from inference.predictors import SAID_UNKNOWN, NumberPredictor, Predictor
from inference.reading import Fault, read_json, read_typed
from inference.results import GivenAnswer, Patient
from inference.risk.logistic import Answer
from inference.segmentation import Region
from inference.text import LONGEST
from inference.vocabulary import STRICT

UNKNOWN_WORDS = frozenset({SAID_UNKNOWN, "未知"})
CLASS_ROUNDING = 0.015
"""Height to the centimetre and weight to the kilogram leave a body mass index uncertain by this share of it."""


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """What was typed in at the console, as read from ``answers.json``.

    Attributes
    ----------
    answers
        Text, a number, true, false or null by predictor id; checked here, as a union of types would report one mistake
        as several.
    """

    __pydantic_config__ = STRICT
    answers: dict[str, object] = field(default_factory=dict)
    patient: Patient = field(default_factory=Patient)
    regions: dict[str, Region] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, value in self.answers.items():
            if not isinstance(value, str | int | float | None):
                raise Fault("answer", f".answers.{name}")
            if isinstance(value, str) and len(value) > LONGEST:
                raise Fault("string_too_long", f".answers.{name}", max_length=LONGEST)
            if isinstance(value, float) and not math.isfinite(value):
                raise Fault("finite_number", f".answers.{name}")


def read_answers(path: Path) -> AnswerSheet:
    """Read an answer sheet.

    Raises
    ------
    InputError
        When it is not JSON or has unknown fields.
    """
    return read_typed(AnswerSheet, read_json(path), str(path))


def complete(
    manifest: Manifest, sheet: AnswerSheet, dicom_values: Mapping[str, str | float | None]
) -> tuple[tuple[GivenAnswer, ...], list[Finding]]:
    """Give every predictor of the pack an answer or an honest "unknown".

    What was entered wins over the DICOM header (a disagreement is a finding), and that over what is derived. So does
    the word "unknown", while null and an empty text say nothing. Numbers that contradict each other by more than
    rounding stop the answer: one is wrong, and nothing tells which. What steps give (:func:`from_step`) is unknown
    until they have run.

    Raises
    ------
    InputError
        ``answers.unknown-predictor``, ``answers.foreign-predictor``, ``answers.from-image``, ``answers.not-a-number``,
        ``answers.not-whole``, ``answers.not-a-choice``: a mistake in the sheet.
    """
    _refuse_unknown_names(manifest, sheet)
    given: dict[str, GivenAnswer] = {}
    findings: list[Finding] = []
    declined = {name for name, value in sheet.answers.items() if is_declined(value)}
    for predictor in manifest.predictors:
        entered = _read(predictor, sheet.answers.get(predictor.id))
        header = _from_dicom(predictor, dicom_values)
        if entered is not None and not predictor.asked:
            raise InputError("answers.from-image", name=predictor.id)
        if entered is not None:
            given[predictor.id] = GivenAnswer(predictor.id, entered, "entered")
            if header is not None and predictor.differs(entered, header):
                evidence = {"entered": entered, "dicom": header}
                findings.append(Finding("answers.differs-from-dicom", "warning", evidence, predictor.id))
        elif header is not None and predictor.id not in declined:
            given[predictor.id] = GivenAnswer(predictor.id, header, "dicom")
        else:
            if header is not None:
                findings.append(Finding("answers.left-unknown", "note", {"dicom": header}, predictor.id))
            given[predictor.id] = GivenAnswer(predictor.id, None, "unknown")
    for predictor in manifest.predictors:
        if predictor.derive is not None and predictor.id not in declined:
            findings += _derive(predictor, manifest, given)
    findings += _out_of_range(manifest, given)
    findings += contradictions(given)
    return tuple(given[p.id] for p in manifest.predictors), findings


def is_declined(value: object) -> bool:
    """Whether an answer of a sheet says that it is not known."""
    return isinstance(value, str) and value.strip().casefold() in UNKNOWN_WORDS


def from_step(manifest: Manifest, values: Mapping[str, float]) -> tuple[dict[str, GivenAnswer], list[Finding]]:
    """Answers of the predictors that a step has just given a value, by id, and those out of the pack's range."""
    given = {
        p.id: GivenAnswer(p.id, values[p.step], "image")
        for p in manifest.predictors
        if isinstance(p, NumberPredictor) and p.step is not None and p.step in values
    }
    return given, _out_of_range(manifest, given)


def _refuse_unknown_names(manifest: Manifest, sheet: AnswerSheet) -> None:
    known = [p.id for p in manifest.predictors]
    for name in sheet.answers:
        if name not in known:
            nearest = difflib.get_close_matches(name, known, 1)
            if nearest:
                raise InputError("answers.unknown-predictor", name=name, pack=manifest.id, nearest=nearest[0])
            raise InputError("answers.foreign-predictor", name=name, pack=manifest.id)


def _read(predictor: Predictor, value: object) -> Answer | None:
    if value is None or is_declined(value) or (isinstance(value, str) and not value.strip()):
        return None
    return predictor.parse(value)


def _from_dicom(predictor: Predictor, values: Mapping[str, str | float | None]) -> Answer | None:
    value = None if predictor.dicom is None else values.get(predictor.dicom)
    return None if value is None or value == "" else predictor.from_header(value)


def _derive(predictor: Predictor, manifest: Manifest, given: dict[str, GivenAnswer]) -> list[Finding]:
    """Answer a predictor from others; nothing follows from numbers that are unknown or out of range."""
    rule = predictor.derive
    assert rule is not None
    needed = {name: given[name].value for name in names_in(rule.formula)}
    numbers = {n: float(v) for n, v in needed.items() if v is not None and _in_range(manifest.predictor(n), v)}
    if len(numbers) < len(needed):
        return []
    try:
        value = evaluate(rule.formula, numbers)
    except ValueError as error:
        raise InputError("answers.cannot-derive", name=predictor.id, detail=str(error)) from error
    # Not rounded: a value just below a cut must not be scored as above it.
    answer = rule.classify(value) if rule.cuts else value
    entered = given[predictor.id]
    if entered.origin == "unknown":
        given[predictor.id] = GivenAnswer(predictor.id, answer, "computed")
        return []
    if entered.value is None or predictor.agrees(entered.value, answer):
        return []
    shown = round(value, predictor.decimals) if isinstance(predictor, NumberPredictor) else answer
    evidence: dict[str, Evidence] = {"entered": entered.value, "computed": shown}
    from_header = any(given[name].origin == "dicom" for name in needed)
    by_rounding = rule.cuts and entered.value in {rule.classify(value * (1 + s * CLASS_ROUNDING)) for s in (-1, 1)}
    # The header is overruled here as everywhere; beside a cut either class may be right.
    severity: Severity = "warning" if from_header or by_rounding else "blocking"
    return [Finding("answers.differs-from-computed", severity, evidence, predictor.id)]


def _in_range(predictor: Predictor, value: Answer) -> bool:
    return not isinstance(predictor, NumberPredictor) or predictor.within(float(value))


def _out_of_range(manifest: Manifest, given: Mapping[str, GivenAnswer]) -> list[Finding]:
    findings: list[Finding] = []
    for name, answer in given.items():
        predictor, value = manifest.predictor(name), answer.value
        if isinstance(predictor, NumberPredictor) and value is not None:
            assert not isinstance(value, str)  # NumberPredictor.parse
            findings += out_of_range(predictor, value)
    return findings
