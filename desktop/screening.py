"""One screening as the command line asks for it: what was typed is read, the headers are scanned, the pack is run."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from desktop.jobs.messages import Screen, Screened
from desktop.jobs.session import screen_with
from desktop.mask_files import masks_from_files
from desktop.pack_library import PackLibrary
from inference.answers import AnswerSheet, read_answers
from inference.engines import EngineProvider
from inference.errors import InputError
from inference.kept_results import KeptResults
from inference.packs.manifest import Manifest
from inference.site import SiteProfile

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asked for; paths, series and masks as typed.

    Attributes
    ----------
    masks
        ``STRUCTURE=FILE`` or ``STRUCTURE=FILE#PART``.
    reader
        Who brings them.
    """

    pack: str
    paths: tuple[Path, ...] = ()
    answers: Path | None = None
    site: SiteProfile = field(default_factory=SiteProfile)
    series: tuple[str, ...] = ()
    with_fallback: bool = True
    masks: tuple[str, ...] = ()
    reader: str = ""


def screen(
    order: Order,
    library: PackLibrary,
    engines: EngineProvider,
    progress: Progress = lambda stage, share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Screened:
    """Run one order; the time for reading the headers is added to the outcome's."""
    pack = library.open(order.pack)
    series = series_by_role(order.series, pack.manifest)
    sheet = read_answers(order.answers) if order.answers else AnswerSheet()
    fallback = None
    if order.with_fallback and pack.manifest.fallback:
        fallback = library.open(pack.manifest.fallback)
    scan, seconds = None, {}
    if order.paths:
        from inference import dicom

        started = time.perf_counter()
        scan = dicom.scan([str(p) for p in order.paths], lambda share: progress("scan", share), cancelled)
        seconds["scan"] = time.perf_counter() - started
    elif any(role.required for role in pack.manifest.images):
        raise InputError("screen.no-path", pack=pack.manifest.id)
    kept = KeptResults(keeps_scans=False)
    corrected, edits = masks_from_files(order.masks, order.reader, pack.manifest, scan, series, kept)
    job = Screen(order.pack, sheet, order.site, scan, series, corrected, edits)
    done = screen_with(pack, fallback, job, engines, kept, progress, cancelled)
    outcome = dataclasses.replace(done.outcome, seconds={**seconds, **done.outcome.seconds})
    return dataclasses.replace(done, outcome=outcome, found={**done.found, **corrected})


def series_by_role(given: tuple[str, ...], manifest: Manifest) -> dict[str, str]:
    """Read ``--series`` options: ``ROLE=UID``, or ``UID`` alone for a pack with one image.

    Raises
    ------
    InputError
        ``screen.no-images`` when the pack needs none, ``screen.series-which`` when it needs several and no role is
        named, ``screen.series-role`` when the role is not the pack's, ``screen.series-twice`` for a role named twice.
    """
    roles = [role.id for role in manifest.images]
    if given and not roles:
        raise InputError("screen.no-images", pack=manifest.id)
    chosen: dict[str, str] = {}
    for entry in given:
        role, equals, wanted = entry.partition("=")
        if not equals:
            if len(roles) > 1:
                raise InputError("screen.series-which", series=entry, roles=", ".join(roles))
            role, wanted = roles[0], entry
        if role not in roles:
            raise InputError("screen.series-role", role=role, roles=", ".join(roles))
        if role in chosen:
            raise InputError("screen.series-twice", role=role)
        chosen[role] = wanted
    return chosen
