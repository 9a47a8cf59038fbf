"""Checks of decoders, engines and packs: what a result is computed from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.language import Language
from desktop.pack_checks.check import Found, Planned
from desktop.pack_library import Listed
from desktop.places import Places
from desktop.signer import signature_text
from inference.engines import Candidate, EngineProvider, all_candidates
from inference.errors import InputError
from inference.golden import compare, read_case, run_case
from inference.packs.store import Pack

if TYPE_CHECKING:
    from inference.dicom.samples import Sample

MOST_DIFFERENCES = 3
"""Figures of a golden case that are named when they are not as expected."""


def has_models(pack: Pack) -> bool:
    """Whether an engine is needed to run it."""
    return any(name.endswith(".onnx") for name in pack.files)


def verified(entry: Listed, language: Language) -> Planned:
    """Whether a pack of the library may be used."""

    def run() -> Found:
        if entry.error is not None:
            # Another pack of the same id comes first: nothing is wrong with the computer.
            return Found(entry.error.code == "pack.hidden", language.error(entry.error))
        assert entry.pack is not None
        return Found(True, signature_text(entry.pack.signed_by, entry.pack.signer_key, language))

    return Planned("pack", entry.path.stem, run)


def skipped_keys(refused: Iterable[InputError], language: Language) -> list[Planned]:
    """Files among the trusted keys that are none: each a fault of its own."""

    def planned(error: InputError) -> Planned:
        path = error.parameters.get("path") or error.parameters["name"]
        return Planned("key", Path(str(path)).name, lambda: Found(False, language.error(error)))

    return [planned(error) for error in refused]


def decoders(language: Language) -> list[Planned]:
    """One image in each transfer syntax."""
    from inference.dicom import samples, selfcheck

    def run(sample: Sample) -> Found:
        fault = selfcheck.decode_sample(sample)
        return Found(not fault, language.text("self-test.decoder", detail=fault) if fault else "")

    return [Planned("decoder", sample.name, partial(run, sample)) for sample in samples.SAMPLES]


def engines(language: Language) -> list[Planned]:
    """Whether both engines can be loaded, and on what they run."""

    def run(name: str) -> Found:
        version, devices = _described(name)
        if not devices:
            return Found(False, language.text("self-test.no-device", engine=name))
        return Found(True, f"{version}{language.text('list.separator')}{language.text('list.comma').join(devices)}")

    return [Planned("engine", name, partial(run, name)) for name in ("openvino", "onnxruntime")]


def _described(name: str) -> tuple[str, list[str]]:
    from importlib.metadata import version

    from inference.engines import onnxruntime_engine, openvino_engine

    module = {"openvino": openvino_engine, "onnxruntime": onnxruntime_engine}[name]
    return version(name), [candidate.device for candidate in module.candidates()]


def golden(pack: Pack, places: Places, language: Language) -> Iterator[Planned]:
    """The pack's own case on every engine and device, or once where it needs none."""
    for candidate in _offered() if has_models(pack) else [None]:
        engine = candidate.name if candidate else None
        subject = f"{pack.manifest.id} {engine or ''}".strip()
        yield Planned("golden", subject, partial(_golden, pack, engine, places, language))


def _offered() -> list[Candidate]:
    try:
        return all_candidates()
    except Exception:  # which engine cannot be loaded, and why, is said by the check of the engines
        return []


def _golden(pack: Pack, engine: str | None, places: Places, language: Language) -> Found:
    provider = EngineProvider(engine, None, places.compiled_models, places.compiled_secret)
    try:
        case = read_case(pack)
        outcome = run_case(pack, case, provider)
    finally:
        provider.close()
    fallen_back = [use.note for use in outcome.engines if use.note]
    if fallen_back:
        return Found(False, language.text("self-test.other-engine", detail="; ".join(fallen_back)))
    differences = compare(outcome, case.expected)[:MOST_DIFFERENCES]
    wrong = language.text("list.separator").join(
        language.text("self-test.difference", figure=d.path, expected=_exact(d.expected), found=_exact(d.found))
        for d in differences
    )
    if not wrong:
        return Found(True, "")
    if engine is None:  # nothing was compiled, and no driver had a part in it
        return Found(False, language.text("self-test.differs-without-model", differences=wrong))
    return Found(False, language.text("self-test.differs", differences=wrong, folder=places.compiled_models))


def _exact(value: float | str | None) -> str:
    """With as many digits as tell small differences."""
    return "-" if value is None else f"{value:.9g}" if isinstance(value, float) else str(value)
