"""The files of a report in a folder: of one patient, whole, or none."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from desktop.language import Language
from desktop.leftovers import noted
from desktop.placing import place
from desktop.report.standing import UNQUESTIONED, Standing
from inference.errors import InputError
from inference.files import unfinished_prefix
from inference.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Written:
    """Files that a screening left."""

    pdf: Path
    json: Path
    pages: tuple[Path, ...]


def write_files(
    outcome: Outcome,
    language: Language,
    paper: str,
    folder: Path,
    stem: str = "report",
    standing: Standing = UNQUESTIONED,
    pictures: bool = False,
) -> Written:
    """Write PDF and JSON of an outcome into a folder, which is made if needed, for the user's eyes only.

    Everything is made aside first and then takes the place of an earlier report of that name, of which no page is
    left: files side by side are always of one patient.

    Parameters
    ----------
    pictures
        Whether each page is written as a PNG, too.

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
            pages = write_pages(content, Path(aside), stem) if pictures else []
            write_json(outcome, record)
            place(Path(aside), stem)
    except (OSError, InputError) as error:
        raise InputError("file.unwritable", path=str(folder)) from error
    return Written(folder / pdf.name, folder / record.name, tuple(folder / page.name for page in pages))
