"""The self-test: does everything that a result needs work on this computer?"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.language import LANGUAGES, Language
from desktop.pack_library import Listed, PackLibrary
from desktop.places import Places
from inference.engines import EngineProvider, all_candidates
from inference.errors import PrecontrastError
from inference.packs.golden import compare, read_case, run_case
from inference.packs.store import Pack

MOST_DIFFERENCES = 3
"""Figures of a golden case that are named when they are not as expected."""


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the table: what was tested, on what, whether it passed, how long it took."""

    name: str
    subject: str
    passed: bool
    detail: str
    seconds: float


def self_test(library: PackLibrary, places: Places, language: Language, only: str | None = None) -> Iterator[Check]:
    """Run all checks, one result at a time.

    Parameters
    ----------
    language
        Of the details.
    only
        Names a single pack to test.
    """
    packs = [library.open(only)] if only is not None else []
    if only is None:
        for entry in library.all():
            yield _verified(entry, language)
            if entry.pack is not None:
                packs.append(entry.pack)
    yield from _decoders(language)
    for pack in packs:
        for engine in _engines_for(pack):
            yield _timed(
                "golden",
                f"{pack.manifest.id} {engine or ''}".strip(),
                language,
                lambda p=pack, e=engine: _golden(p, e, places, language),
            )
    if not packs:
        yield Check("golden", "-", False, language.text("self-test.no-pack"), 0.0)
    for code in LANGUAGES if packs else ():
        yield _timed("report", code, language, lambda c=code: _report(packs[0], c, language))


def _timed(name: str, subject: str, language: Language, check: Callable[[], str]) -> Check:
    started = time.perf_counter()
    try:
        fault = check()
    except PrecontrastError as error:
        fault = language.error(error)
    return Check(name, subject, not fault, fault, time.perf_counter() - started)


def _verified(entry: Listed, language: Language) -> Check:
    if entry.error is not None:
        return Check("pack", entry.path.stem, False, language.error(entry.error), 0.0)
    signer = entry.pack.signed_by
    detail = language.text("pack.signed-by", signer=signer) if signer else language.text("pack.unsigned")
    return Check("pack", entry.path.stem, True, detail, 0.0)


def _engines_for(pack: Pack) -> list[str | None]:
    """Every engine and device for packs with models, none for the others."""
    if any(name.endswith(".onnx") for name in pack.files):
        return [candidate.name for candidate in all_candidates()]
    return [None]


def _golden(pack: Pack, engine: str | None, places: Places, language: Language) -> str:
    engines = EngineProvider(engine, None, places.compiled_models)
    try:
        case = read_case(pack)
        outcome = run_case(pack, case, engines)
    finally:
        engines.close()
    fallen_back = [use.note for use in outcome.engines if use.note]
    if fallen_back:
        return language.text("self-test.other-engine", detail="; ".join(fallen_back))
    differences = compare(outcome, case.expected)[:MOST_DIFFERENCES]
    return language.text("list.separator").join(
        language.text("self-test.difference", figure=d.path, expected=_exact(d.expected), found=_exact(d.found))
        for d in differences
    )


def _exact(value: float | str | None) -> str:
    """With as many digits as tell small differences."""
    return "-" if value is None else f"{value:.9g}" if isinstance(value, float) else str(value)


def _decoders(language: Language) -> Iterator[Check]:
    from inference.dicom.selfcheck import decode_samples

    for name, fault, seconds in decode_samples():
        detail = language.text("self-test.decoder", detail=fault) if fault else ""
        yield Check("decoder", name, not fault, detail, seconds)


def _report(pack: Pack, code: str, language: Language) -> str:
    from desktop.screening import write_files

    outcome = run_case(pack, read_case(pack), EngineProvider())
    with tempfile.TemporaryDirectory() as folder:
        written = write_files(outcome, Language(code), "A4", Path(folder) / "测试 é")
        whole = written.pdf.read_bytes()
    fonts = b"PrecontrastSans" in whole.replace(b"-", b"")
    return "" if whole.startswith(b"%PDF-1.4") and fonts else language.text("self-test.no-fonts")
