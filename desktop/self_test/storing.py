"""Checks of what is kept: cases, masks, the audit log. In a temporary folder; the user's store is only looked at."""

from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.language import Language
from desktop.pack_checks.check import Found, Planned
from desktop.places import Places
from inference.packs.store import Pack

if TYPE_CHECKING:
    from inference.segmentation import Segmentation

CERTAINTY_STEP = 1 / 255
"""Certainties are stored in steps of this size."""


def stored(pack: Pack | None, places: Places, language: Language) -> list[Planned]:
    """The checks; without a pack there is no outcome to store."""
    checks = [Planned("case", language.text("self-test.own-store"), lambda: _own_store(places, language))]
    if pack is not None:
        checks.insert(0, Planned("case", pack.manifest.id, lambda: _written_and_read(pack, language)))
    return [*checks, Planned("audit", language.text("self-test.audit-log"), lambda: _logged(language))]


def _written_and_read(pack: Pack, language: Language) -> Found:
    """A case with its outcome and a mask, read by another connection than the one that wrote it."""
    from desktop.cases import CaseStore, new_case
    from inference.engines import EngineProvider
    from inference.golden import read_case, run_case

    golden, mask = read_case(pack), _mask()
    outcome = run_case(pack, golden, EngineProvider())
    case = dataclasses.replace(new_case(pack.manifest.id, ("/测试 é",)), sheet=golden.sheet, outcome=outcome)
    case = dataclasses.replace(case, state="answered" if outcome.kind == "answer" else "refused", closed=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "测试 é" / "cases.sqlite"
        with CaseStore(path) as store:
            case = store.save(case)
            store.save_masks(case.id, {"step": mask})
        with CaseStore(path) as store:
            read, masks = store.get(case.id), store.masks(case.id)
    same = read == case and list(masks) == ["step"] and _same_mask(masks["step"], mask)
    return Found(same, "" if same else language.text("self-test.not-kept"))


def _mask() -> Segmentation:
    import numpy as np

    from inference.segmentation import Segmentation
    from inference.volume import Grid

    labels = (np.arange(60).reshape(3, 4, 5) % 3).astype(np.uint8)
    certainty = np.linspace(0, 1, 60, dtype=np.float32).reshape(3, 4, 5)
    return Segmentation("ct", labels, certainty, Grid((-31.5, 12.25, 0.0), (1.5, 0.7, 0.7), (3, 4, 5)), ("a", "b"))


def _same_mask(read: Segmentation, written: Segmentation) -> bool:
    import numpy as np

    return (
        np.array_equal(read.labels, written.labels)
        and np.allclose(read.certainty, written.certainty, atol=CERTAINTY_STEP)
        and (read.grid, read.structures, read.image) == (written.grid, written.structures, written.image)
    )


def _own_store(places: Places, language: Language) -> Found:
    from desktop.cases.looking import look

    if not places.cases.exists():
        return Found(True, language.text("self-test.no-store"))
    facts = look(places.cases)
    message = "self-test.store-outdated" if facts.outdated else "self-test.store"
    said = language.text(message, version=facts.version, count=facts.cases)
    if facts.copies:
        names = language.text("list.comma").join(copy.name for copy in facts.copies)
        said += language.text("list.separator") + language.text("self-test.copies", names=names)
    return Found(True, said)


def _logged(language: Language) -> Found:
    """An entry that verifies, and a change to it that does not go unnoticed."""
    from desktop.audit import AuditLog, verify

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "测试 é" / "audit.jsonl"
        AuditLog(path, "self-test").append("screened", pack="self-test")
        good = verify(path)
        path.write_bytes(path.read_bytes().replace(b"screened", b"signed__"))
        changed = verify(path)
    works = good.ok and good.count == 1 and not changed.ok
    return Found(works, "" if works else language.text("self-test.not-logged"))
