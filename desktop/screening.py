"""One screening from files to files: scan, run the pack, write report and record."""

from __future__ import annotations

import dataclasses
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from desktop.language import Language
from desktop.leftovers import noted
from desktop.pack_library import PackLibrary
from desktop.placing import place
from desktop.report.standing import UNQUESTIONED, Standing
from inference.answers import AnswerSheet, read_answers
from inference.engines import EngineProvider
from inference.errors import InputError
from inference.files import unfinished_prefix
from inference.kept_results import KeptResults
from inference.outcome import Outcome
from inference.packs.manifest import Manifest
from inference.pipeline import Request, run
from inference.site import SiteProfile

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asked for; paths and series as typed."""

    pack: str
    paths: tuple[Path, ...] = ()
    answers: Path | None = None
    site: SiteProfile = field(default_factory=SiteProfile)
    series: tuple[str, ...] = ()
    with_fallback: bool = True


@dataclass(frozen=True, slots=True)
class Written:
    """Files that a screening left."""

    pdf: Path
    json: Path
    pages: tuple[Path, ...]


def screen(
    order: Order,
    library: PackLibrary,
    engines: EngineProvider,
    progress: Progress = lambda stage, share: None,
    cancelled: Callable[[], bool] = lambda: False,
    kept: KeptResults | None = None,
) -> Outcome:
    """Run one order; the time for reading the headers is added to the outcome's.

    Parameters
    ----------
    kept
        Keeps the masks that were found, for whoever stores them.
    """
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
    request = Request(pack, sheet, order.site, scan, series=series, fallback=fallback)
    outcome = run(request, engines, progress, cancelled, kept)
    return dataclasses.replace(outcome, seconds={**seconds, **outcome.seconds})


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


def write_files(
    outcome: Outcome,
    language: Language,
    paper: str,
    folder: Path,
    stem: str = "report",
    standing: Standing = UNQUESTIONED,
) -> Written:
    """Write PDF, PNG pages and JSON of an outcome into a folder, which is made if needed, for the user's eyes only.

    Everything is made aside first and then takes the place of an earlier report of that name, of which no page is
    left: files side by side are always of one patient.

    Raises
    ------
    InputError
        ``file.unwritable``; what is in the folder is then still of one report only.
    """
    from desktop.report.build import build_content
    from desktop.report.document import write_json, write_pages, write_pdf

    content = build_content(outcome, language, paper, standing)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with noted(folder), tempfile.TemporaryDirectory(prefix=unfinished_prefix(), dir=folder) as aside:
            pdf, record = Path(aside) / f"{stem}.pdf", Path(aside) / f"{stem}.json"
            write_pdf(content, pdf)
            pages = write_pages(content, Path(aside), stem)
            write_json(outcome, record)
            place(Path(aside), stem)
    except (OSError, InputError) as error:
        raise InputError("file.unwritable", path=str(folder)) from error
    return Written(folder / pdf.name, folder / record.name, tuple(folder / page.name for page in pages))
