"""From a manifest to the report of a patient about whom everything is known, or nothing."""

from __future__ import annotations

from desktop.language import Language
from desktop.report.build import build_content
from desktop.report.record import check_record
from inference.errors import InputError
from inference.packs.manifest import Manifest
from inference.packs.store import MANIFEST, Pack, read_manifest
from inference.predictors import ChoicePredictor, NumberPredictor, TextPredictor
from tests.helpers.packs import screen


def report(manifest: bytes) -> None:
    """Answer and word in both languages what the pack gives; a refusal is an answer.

    Raises
    ------
    InputError
        Of the manifest, never of the record.
    """
    pack = Pack(read_manifest(manifest, "pack.json"), {MANIFEST: manifest}, "0" * 64, None)
    for answers in ({}, _answers(pack.manifest)):
        outcome = screen(pack, answers)
        for language in ("en", "zh"):
            build_content(outcome, Language(language))
        try:
            check_record(outcome, "record")
        except InputError as error:
            raise AssertionError(f"a record of its own that cannot be read again: {error}") from error


def _answers(manifest: Manifest) -> dict[str, object]:
    """The last choice, or a number in the middle."""
    answers: dict[str, object] = {}
    for predictor in manifest.predictors:
        if predictor.asked and predictor.derive is None:
            match predictor:
                case NumberPredictor():
                    answers[predictor.id] = sum(predictor.range) / 2
                case ChoicePredictor():
                    answers[predictor.id] = predictor.values[-1]
                case TextPredictor():
                    answers[predictor.id] = "x"
    return answers
