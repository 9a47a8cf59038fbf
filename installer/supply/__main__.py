"""``python -m installer.supply FOLDER``: where every file of the finished program is from, and under which licence.

Writes all licence texts and the list of parts (``sbom.cdx.json``) into the folder. Ends with 1, and names each fault,
when a file is of nobody known, a licence may not be shipped (``installer/supply/policy.py``) or a text is missing.
Run it with the Python that built the folder.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from installer.supply import policy
from installer.supply.archive import modules_of
from installer.supply.folder import INSIDE, LIST, SupplyError, attribute, forget, noted_origins, write_texts
from installer.supply.interpreter import Interpreter, OwnModules, StartProgram
from installer.supply.model import Ledger, Part
from installer.supply.own import Own, learnt_from
from installer.supply.sbom import sbom_of
from installer.supply.system import System
from installer.supply.wheels import Wheels

ROOT = Path(__file__).parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Look through a folder and return the exit code."""
    parser = argparse.ArgumentParser(prog="installer.supply", description=__doc__)
    parser.add_argument("folder", type=Path, help="the finished program")
    parser.add_argument("--toc", type=Path, help="PyInstaller's list of the folder (COLLECT-00.toc)")
    options = parser.parse_args(arguments)
    try:
        return supply(options.folder, options.toc)
    except SupplyError as error:
        print(f"supply: {error}", file=sys.stderr)
        return 1


def supply(folder: Path, toc: Path | None) -> int:
    """Attribute, judge, and write texts and list; nothing is written when something is wrong.

    Raises
    ------
    SupplyError
        If the folder is no finished program, or the list is no list.
    """
    if not (folder / INSIDE).is_dir():
        raise SupplyError(f"{folder} is no finished program: it has no {INSIDE}")
    forget(folder)
    ledger = look(folder, noted_origins(toc))
    parts = [*ledger.parts.values(), *learnt_from()]
    faults = [*ledger.unknown, *policy.faults(parts, ledger)]
    for fault in faults:
        print(f"supply: {fault}", file=sys.stderr)
    if faults:
        return 1
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
    texts = write_texts(folder, parts)
    (folder / INSIDE / LIST).write_text(sbom_of(ledger, parts, texts, epoch), encoding="utf-8", newline="\n")
    print(summary(ledger, parts))
    return 0


def look(folder: Path, origins: dict[str, Path]) -> Ledger:
    """Whose each file is, in the environment that this runs in."""
    wheels, interpreter, start = Wheels(), Interpreter(), StartProgram()
    claimants = (Own(ROOT).claim, wheels.claim, interpreter.claim, System().claim)
    module_claimants = (
        interpreter.claim_module,
        start.claim_module,
        OwnModules(ROOT).claim_module,
        OwnModules(ROOT / "desktop" / "cli").claim_module,  # the two scripts that the program begins with
        OwnModules(ROOT / "ui").claim_module,
        wheels.claim_module,
    )
    return attribute(folder, origins, claimants, modules_of, module_claimants, start.part)


def summary(ledger: Ledger, parts: Sequence[Part]) -> str:
    """How many files and parts there are, and under which licences."""
    counts = Counter(part.licence for part in parts)
    lines = [f"{len(ledger.files)} files of {len(parts)} parts of others and the program itself"]
    return "\n".join([*lines, *(f"{count:4d}  {licence}" for licence, count in counts.most_common())])


if __name__ == "__main__":
    sys.exit(main())
