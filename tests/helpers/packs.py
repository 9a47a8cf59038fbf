"""Manifests, packs and step contexts small enough to see through."""

from __future__ import annotations

import json
from pathlib import Path

from inference.answers import AnswerSheet
from inference.engines import EngineProvider
from inference.outcome import Outcome
from inference.packs.manifest import Manifest
from inference.packs.signing import read_trusted_keys
from inference.packs.store import MANIFEST, Pack, load_pack, read_manifest
from inference.pipeline import Request, run
from inference.reading import read_typed
from inference.site import SiteProfile
from inference.steps.context import StepContext

RESOURCES = Path(__file__).parents[2] / "resources"
BUNDLED = sorted(path.parent.name for path in (RESOURCES / "packs").glob(f"*/{MANIFEST}"))
WITHOUT_MODELS = [name for name in BUNDLED if not (RESOURCES / "packs" / name / "models").exists()]


def text(en: str = "word", zh: str = "词") -> dict[str, str]:
    return {"en": en, "zh": zh}


def number(name: str, low: float = 0, high: float = 1000, **changes) -> dict:
    return {"id": name, "label": text(name), "kind": "number", "range": [low, high], "decimals": 1, **changes}


def choice(name: str, *values: str, **changes) -> dict:
    values = values or ("no", "yes")
    listed = [{"value": value, "label": text(value, f"{value}的")} for value in values]
    return {"id": name, "label": text(name), "kind": "choice", "choices": listed, **changes}


def formula(name: str = "sum", expression: str = "a + b", **changes) -> dict:
    return {"kind": "formula", "id": name, "title": text(name), "formula": expression, **changes}


def manifest_data(**changes) -> dict:
    """A whole manifest as it would stand in ``pack.json``: two numbers and their sum."""
    return {
        "schema": 1,
        "id": "test-pack",
        "version": "1.0.0",
        "title": text("Test"),
        "summary": text(),
        "status": "formula",
        "intended_use": text(),
        "limits": [],
        "evidence": [{"id": "source", "citation": "A source", "certainty": "verified"}],
        "licence": text("Apache-2.0"),
        "outcome": "thing",
        "predictors": [number("a"), number("b")],
        "steps": [formula()],
        **changes,
    }


def as_bytes(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()


def make_manifest(**changes) -> Manifest:
    return read_manifest(as_bytes(manifest_data(**changes)), "test")


def make_pack(files: dict[str, bytes] | None = None, **changes) -> Pack:
    """A pack in memory, as :func:`inference.packs.store.load_pack` would give it."""
    data = as_bytes(manifest_data(**changes))
    return Pack(read_manifest(data, "test"), {MANIFEST: data, **(files or {})}, "0" * 64, None)


def write_pack(folder: Path, files: dict[str, bytes] | None = None, **changes) -> Path:
    """An unsigned pack folder."""
    for name, data in {MANIFEST: as_bytes(manifest_data(**changes)), **(files or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def bundled(name: str) -> Pack:
    """A pack that is shipped with the program, signed or not."""
    return load_pack(RESOURCES / "packs" / name, read_trusted_keys([RESOURCES / "keys"]), allow_unsigned=True)


EVENT = bundled("cme-literature-prior").manifest.event
"""What the packs that ship ask about their event."""


def sheet(answers: dict | None = None, **parts) -> AnswerSheet:
    return read_typed(AnswerSheet, {"answers": answers or {}, **parts}, "test")


def screen(pack: Pack, answers: dict | None = None, site: SiteProfile | None = None, **request) -> Outcome:
    """Run a pack on answers typed in at the console."""
    engines = request.pop("engines", None) or EngineProvider()
    return run(Request(pack, sheet(answers), site or SiteProfile(), **request), engines)


def result_of(outcome: Outcome, step: str, name: str = "value"):
    """The one result of a step with this id."""
    (found,) = [r for r in outcome.results if r.step == step and r.id == name]
    return found


def context(pack: Pack, answers: dict | None = None, **changes) -> StepContext:
    """What one step is given."""
    return StepContext(
        system=pack.manifest,
        file=pack.file,
        answers=answers or {},
        site=changes.pop("site", SiteProfile()),
        images=changes.pop("images", {}),
        engines=changes.pop("engines", EngineProvider()),
        regions=changes.pop("regions", {}),
        earlier=changes.pop("earlier", {}),
        progress=changes.pop("progress", lambda share: None),
        cancelled=changes.pop("cancelled", lambda: False),
    )
