"""The self-test: does everything that a result needs work on this computer?"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.language import LANGUAGES, Language
from desktop.pack_library import PackLibrary
from desktop.places import Places
from inference.engines import EngineProvider, all_candidates
from inference.errors import PrecontrastError
from inference.packs.golden import compare, read_case, run_case
from inference.packs.store import Pack


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the table: what was tested, on what, whether it passed, how long it took."""

    name: str
    subject: str
    passed: bool
    detail: str
    seconds: float


def self_test(library: PackLibrary, places: Places, only: str | None = None) -> Iterator[Check]:
    """Run all checks, one result at a time; ``only`` names a single pack to test."""
    packs = [library.open(only)] if only else []
    if not only:
        for entry in library.all():
            yield _verified(entry)
            if entry.pack is not None:
                packs.append(entry.pack)
    yield from _decoders()
    for pack in packs:
        for engine in _engines_for(pack):
            yield _timed(
                "golden", f"{pack.manifest.id} {engine or ''}".strip(), lambda p=pack, e=engine: _golden(p, e, places)
            )
    for language in LANGUAGES if packs else ():
        yield _timed("report", language, lambda code=language: _report(packs[0], code))


def _timed(name: str, subject: str, check: Callable[[], str]) -> Check:
    started = time.perf_counter()
    try:
        fault = check()
    except PrecontrastError as error:
        fault = str(error)
    return Check(name, subject, not fault, fault, time.perf_counter() - started)


def _verified(entry) -> Check:
    fault = "" if entry.error is None else str(entry.error)
    detail = fault or (entry.pack.signed_by or "unsigned")
    return Check("pack", entry.path.stem, not fault, detail, 0.0)


def _engines_for(pack: Pack) -> list[str | None]:
    """Every engine and device for packs with models, none for the others."""
    if any(step.kind == "segment" for step in pack.manifest.steps):
        return [candidate.name for candidate in all_candidates()]
    return [None]


def _golden(pack: Pack, engine: str | None, places: Places) -> str:
    engines = EngineProvider(engine, None, places.compiled_models)
    try:
        case = read_case(pack)
        outcome = run_case(pack, case, engines)
    finally:
        engines.close()
    fallen_back = [use.note for use in outcome.engines if use.note]
    if fallen_back:
        return "; ".join(fallen_back)
    differences = compare(outcome, case.expected)
    return "; ".join(f"{d.path}: {d.expected} expected, {d.found} found" for d in differences[:3])


def _decoders() -> Iterator[Check]:
    from inference.dicom.selfcheck import decode_samples

    for name, fault, seconds in decode_samples():
        yield Check("decoder", name, not fault, fault, seconds)


def _report(pack: Pack, language: str) -> str:
    from desktop.screening import write_files

    outcome = run_case(pack, read_case(pack), EngineProvider())
    with tempfile.TemporaryDirectory() as folder:
        written = write_files(outcome, Language(language), "A4", Path(folder) / "测试 é")
        whole = written.pdf.read_bytes()
    fonts = b"PrecontrastSans" in whole.replace(b"-", b"")
    return "" if whole.startswith(b"%PDF-1.4") and fonts else "fonts are not embedded"
