"""One screening from files to files: scan, run the pack, write report and record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.language import Language
from desktop.pack_library import PackLibrary
from inference.answers import AnswerSheet, read_answers
from inference.engines import EngineProvider
from inference.errors import InputError
from inference.outcome import Outcome
from inference.pipeline import Request, run
from inference.site import SiteProfile, read_site

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asked for; paths as typed."""

    pack: str
    paths: tuple[Path, ...] = ()
    answers: Path | None = None
    site: Path | None = None
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
) -> Outcome:
    """Run one order."""
    pack = library.open(order.pack)
    sheet = read_answers(order.answers) if order.answers else AnswerSheet()
    site = read_site(order.site) if order.site else SiteProfile()
    fallback = None
    if order.with_fallback and pack.manifest.fallback:
        fallback = library.open(pack.manifest.fallback)
    scan = None
    if order.paths:
        from inference import dicom

        scan = dicom.scan([str(p) for p in order.paths], lambda share: progress("scan", share), cancelled)
    elif any(role.required for role in pack.manifest.images):
        raise InputError("screen.no-path", pack=pack.manifest.id)
    series = series_by_role(order.series, [role.id for role in pack.manifest.images])
    request = Request(pack, sheet, site, scan, series=series, fallback=fallback)
    return run(request, engines, progress, cancelled)


def series_by_role(given: tuple[str, ...], roles: list[str]) -> dict[str, str]:
    """Read ``--series`` options: ``ROLE=UID``, or ``UID`` alone for a pack with one image.

    Raises
    ------
    InputError
        ``screen.series-role`` when the role is not the pack's.
    """
    chosen = {}
    for entry in given:
        role, equals, wanted = entry.partition("=")
        if not equals:
            role, wanted = (roles or [""])[0], entry
        if role not in roles:
            raise InputError("screen.series-role", role=role, roles=", ".join(roles))
        chosen[role] = wanted
    return chosen


def write_files(outcome: Outcome, language: Language, paper: str, folder: Path, stem: str = "report") -> Written:
    """Write PDF, PNG pages and JSON of an outcome into a folder, which is made if needed."""
    from desktop.report.build import build_content
    from desktop.report.document import write_json, write_pages, write_pdf

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError("file.unwritable", path=str(folder)) from error
    content = build_content(outcome, language, paper)
    pdf, record = folder / f"{stem}.pdf", folder / f"{stem}.json"
    write_json(outcome, record)
    write_pdf(content, pdf)
    return Written(pdf, record, tuple(write_pages(content, folder, stem)))
