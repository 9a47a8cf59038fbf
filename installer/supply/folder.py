"""The finished program: which file belongs to whom."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from installer.supply.model import OWN_PART, Ledger, Part, Shipped, digest_of

INSIDE = "_internal"
LIST = "sbom.cdx.json"
TEXTS = "resources/licences/parts"

Claimant = Callable[[Shipped], Part | None]
ModuleClaimant = Callable[[str], Part | None]


class SupplyError(Exception):
    """The folder cannot be read as a finished program."""


def noted_origins(toc: Path | None) -> dict[str, Path]:
    """Where the build took each file from, as PyInstaller's list of the folder says.

    Raises
    ------
    SupplyError
        If it is no such list.
    """
    if toc is None:
        return {}
    try:
        (entries,) = ast.literal_eval(toc.read_text(encoding="utf-8"))
        return {name.replace("\\", "/"): Path(source).absolute() for name, source, kind in entries if kind != "SYMLINK"}
    except (OSError, ValueError, SyntaxError) as error:
        raise SupplyError(f"{toc} is not PyInstaller's list of a folder: {error}") from error


def forget(folder: Path) -> None:
    """Remove what an earlier run of this tool wrote."""
    (folder / INSIDE / LIST).unlink(missing_ok=True)
    shutil.rmtree(folder / INSIDE / TEXTS, ignore_errors=True)


def attribute(
    folder: Path,
    origins: dict[str, Path],
    claimants: Sequence[Claimant],
    modules: Callable[[Path], list[str] | None],
    module_claimants: Sequence[ModuleClaimant],
    start_program: Callable[[], Part],
) -> Ledger:
    """Find out whose each file and each packed module is.

    Parameters
    ----------
    folder
        The finished program.
    origins
        Where files were taken from, as far as the build noted it.
    claimants
        Asked one after the other whose a file is.
    modules
        Names of the modules inside an executable; None for another file.
    module_claimants
        Asked whose a module is.
    start_program
        The part that every executable is made of besides its modules.
    """
    ledger = Ledger()
    for path in sorted(folder.rglob("*")):
        name = _name_of(path, folder)
        if path.is_symlink():
            if not path.exists() or not path.resolve().is_relative_to(folder.resolve()):
                ledger.unknown.append(f"{name}: a link that leads nowhere in the folder")
        elif path.is_file():
            file = Shipped(name, path, digest_of(path), origins.get(name))
            packed = modules(path) if path.parent == folder else None
            if packed is None:
                _claim(ledger, file, claimants)
            else:
                _claim_executable(ledger, file, packed, module_claimants, start_program())
    return ledger


def _name_of(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix().removeprefix(f"{INSIDE}/")


def _claim(ledger: Ledger, file: Shipped, claimants: Sequence[Claimant]) -> None:
    part = _first(claim(file) for claim in claimants)
    if part is None:
        ledger.unknown.append(f"{file.path}: no part known that it is from")
    else:
        ledger.files[file.path] = (ledger.add(part), file.digest)


def _claim_executable(
    ledger: Ledger, file: Shipped, packed: list[str], claimants: Sequence[ModuleClaimant], start_program: Part
) -> None:
    ledger.add(start_program)
    ledger.files[file.path] = (ledger.add(OWN_PART), file.digest)
    for module in packed:
        part = _first(claim(module) for claim in claimants)
        if part is None:
            ledger.unknown.append(f"{file.path}: no part known that its module {module} is from")
        else:
            ledger.add(part)


def _first(found: Iterator[Part | None]) -> Part | None:
    return next((part for part in found if part is not None), None)


def write_texts(folder: Path, parts: Sequence[Part]) -> dict[str, list[str]]:
    """Write all licence texts into the folder; returns their paths from the inner folder, by part."""
    written: dict[str, list[str]] = {}
    for part in parts:
        for number, text in enumerate(part.texts, 1):
            path = f"{TEXTS}/{part.slug}/{number:02d}-{text.name}"
            place = folder / INSIDE / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text.data)
            written.setdefault(part.name, []).append(path)
    return written
