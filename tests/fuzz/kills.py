"""``python -m tests.fuzz.kills``: end the program at many places, start it again, and look at what is left.

Each point is a process of its own that does one thing and is killed (SIGKILL) after so many lines of the program, or
after so many microseconds, where a line is too coarse. Then the next start is played: what was finished before must be
there, what was being done must be there whole or not at all, the audit log must be sound beside the store, and no file
that was being written may be left. POSIX only: it forks.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np

from desktop import leftovers
from desktop.audit import AuditLog, verify
from desktop.cases import Case, CaseStore, new_case
from desktop.language import Language
from desktop.leftovers import sweep
from desktop.places import HOME_VARIABLE, Places, default_places
from desktop.reconcile import finish_deletions, mark_unstored
from desktop.report.document import read_outcome
from desktop.report.files import write_files
from inference.errors import PrecontrastError
from inference.results import Patient
from inference.segmentation import Segmentation
from inference.volume import Grid
from tests.helpers.outcomes import ANSWERS, screen

ROOT = str(Path(__file__).parents[2])
TRACED = tuple(f"{ROOT}/{layer}/" for layer in ("desktop", "inference"))
DONE, KILLED, HUNG = 0, -signal.SIGKILL, 99
HANG_SECONDS = 120.0
NAME = "Nemo Nusquam"


@dataclass(frozen=True)
class Base:
    """What there was before: a home with a case, its masks and log, and a report."""

    home: Path
    case: Case
    other: Case
    out: Path


def masks() -> dict[str, Segmentation]:
    """Masks whose content is told by one voxel."""
    grid = Grid((0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (8, 64, 64))
    labels = np.ones(grid.shape, np.uint8)
    return {"vessels": Segmentation("ct", labels, labels.astype(np.float32), grid, ("vein",))}


def prepared(folder: Path) -> Base:
    """Make a home as a finished session leaves it."""
    os.environ[HOME_VARIABLE] = str(folder / "home")
    places, outcome = default_places(), screen("cme-literature-prior", ANSWERS)
    named = replace(outcome, patient=Patient(NAME, "X-99"))
    with CaseStore(places.cases) as store:
        log = AuditLog(places.audit, "a", places.cases)
        saved = []
        for given in (named, outcome):
            case = replace(new_case("cme-literature-prior"), outcome=given, state="answered", closed=True)
            saved.append(store.save(case, masks(), lambda: log.append("screened")))
    # In a process of its own, too: one that has drawn with Qt cannot be forked.
    run(lambda: write_files(named, Language("en"), "A4", folder / "out", pictures=True), None, None)
    return Base(folder / "home", *saved, folder / "out")


def save(base: Base, places: Places, log: AuditLog) -> None:
    """Store a changed case with its masks and a line of the log."""
    with CaseStore(places.cases) as store:
        store.save(replace(base.case, edited=True), masks(), lambda: log.append("mask-edited", case=base.case.id))


def save_masks(base: Base, places: Places, log: AuditLog) -> None:
    """Store other masks."""
    with CaseStore(places.cases) as store:
        store.save_masks(base.case.id, {**masks(), "more": masks()["vessels"]})


def delete(base: Base, places: Places, log: AuditLog) -> None:
    """Delete a case."""
    with CaseStore(places.cases) as store:
        store.delete(base.case.id, lambda: log.append("case-deleted", case=base.case.id))


def append(base: Base, places: Places, log: AuditLog) -> None:
    """Write a line of the log."""
    log.append("printed", case=base.case.id)


def report(base: Base, places: Places, log: AuditLog) -> None:
    """Write another patient's report over one."""
    write_files(base.other.outcome, Language("en"), "A4", base.out, pictures=True)


def install(base: Base, places: Places, log: AuditLog) -> None:
    """Install a pack."""
    from desktop.pack_library import PackLibrary
    from desktop.places import bundled
    from inference.packs.store import load_pack

    library = PackLibrary(places, allow_unsigned=True)
    library.keep(load_pack(bundled("packs") / "ich-nag", library.keys().trusted, allow_unsigned=True))


ACTIONS: dict[str, Callable[[Base, Places, AuditLog], None]] = {
    action.__name__.replace("_", "-"): action for action in (save, save_masks, delete, append, report, install)
}


def faults(name: str, base: Base, places: Places, done: bool) -> list[str]:
    """What is wrong after the next start."""
    found = []
    sweep(places)
    log = AuditLog(places.audit, "a", places.cases)
    with CaseStore(places.cases) as store:
        finish_deletions(store, log)
        mark_unstored(store, log)
        cases = {row.id: store.get(row.id) for row in store.search() if row.state != "damaged"}
        steps = {case: len(store.masks(case)) for case in cases}
    if not verify(places.audit, places.cases).ok:
        found.append("the audit log is not sound")
    logged = [entry.action for entry in log.entries()][2:]
    found += [f"lost: {case.id}" for case in (base.other,) if cases.get(case.id) != case]
    case = cases.get(base.case.id)
    wanted = {
        "save": case is not None and _is_logged(case.edited, logged) and (case.edited or not done),
        "save-masks": steps.get(base.case.id) in ((2,) if done else (1, 2)),
        "delete": (case is None) == ("case-deleted" in logged) and (case is None or not done),
        "append": logged in ([["printed"]] if done else [[], ["printed"]]),
        "report": _report_is_whole(base, done),
        "install": _pack_is_whole(places, done),
    }
    if not wanted[name]:
        found.append(f"neither done nor undone: {name}")
    if name != "delete" and case is None:
        found.append(f"lost: {base.case.id}")
    found += [f"left: {path}" for path in _left(base, places)]
    if name == "delete" and case is None:
        files = [path for path in base.home.rglob("*") if path.is_file()]
        found += [f"a deleted name is in {path.name}" for path in files if NAME.encode() in path.read_bytes()]
    return found


def _is_logged(edited: bool, logged: list[str]) -> bool:
    """Whether the log says what the store shows."""
    return logged in ([["mask-edited"]] if edited else [[], ["mask-edited", "not-stored"]])


def _report_is_whole(base: Base, done: bool) -> bool:
    names = {path.name for path in base.out.iterdir()}
    patient = read_outcome(base.out / "report.json").patient.id if "report.json" in names else None
    new = patient == base.other.outcome.patient.id
    return {"report.pdf", "report.json", "report-1.png"} <= names and (new or not done)


def _pack_is_whole(places: Places, done: bool) -> bool:
    from desktop.pack_library import PackLibrary
    from inference.packs.store import load_pack

    files = list(places.packs.glob("*.pack"))
    for path in files:
        load_pack(path, PackLibrary(places).keys().trusted)
    return bool(files) or not done


def _left(base: Base, places: Places) -> list[Path]:
    folders = (base.home, base.out, places.packs, places.leftovers)
    found = [path for folder in folders if folder.is_dir() for path in folder.iterdir()]
    begun = [path for path in found if path.name.startswith(".unfinished") or path.parent == places.leftovers]
    return begun + list(base.home.glob("*-journal"))


def run(action: Callable[[], None], lines: int | None, microseconds: int | None) -> int:
    """Do something in a process of its own, which ends itself after so many lines or is ended after so long.

    Returns
    -------
    int
        0 where it came to its end before.
    """
    child = os.fork()
    if child == 0:
        if lines is not None:
            sys.settrace(_killer(lines))
        code = 1
        try:
            action()
            code = DONE
        finally:
            os._exit(code)
    if microseconds is not None:
        time.sleep(microseconds / 1e6)
        os.kill(child, signal.SIGKILL)
    until = time.monotonic() + HANG_SECONDS
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > until:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return HUNG
        time.sleep(0.001)


def _killer(lines: int):
    left = lines

    def local(frame, event, argument):
        nonlocal left
        if event == "line":
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return local

    def trace(frame, event, argument):
        return local if frame.f_code.co_filename.startswith(TRACED) else None

    return trace


def count_lines(action: Callable[[], None]) -> int:
    """How many lines of the program something takes."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        counted = [0]

        def local(frame, event, argument):
            counted[0] += event == "line"
            return local

        sys.settrace(lambda frame, *_: local if frame.f_code.co_filename.startswith(TRACED) else None)
        action()
        sys.settrace(None)
        os.write(writer, str(counted[0]).encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        return int(answer.read())


def try_points(name: str, base: Base, points: int, random_: random.Random, tell=print) -> tuple[int, int]:
    """End one thing at so many points; returns how often it was ended in time, and how many points had faults."""
    killed = bad = 0
    kept = base.home.parent / "kept"
    shutil.copytree(base.home, kept / "home")
    shutil.copytree(base.out, kept / "out")

    def action() -> None:
        places = default_places()
        ACTIONS[name](base, places, AuditLog(places.audit, "a", places.cases))

    lines, started = count_lines(action), time.monotonic()
    for number in range(points):
        for folder in (base.home, base.out):
            shutil.rmtree(folder)
            shutil.copytree(kept / folder.name, folder)
        by_line = number % 3 != 2
        at = random_.randint(1, lines) if by_line else None
        longest = 1.2 * (time.monotonic() - started) / (number + 1) if number else 0.02
        after = None if by_line else random_.randint(0, max(int(1e6 * min(longest, 0.5)), 1))
        code = run(action, at, after)
        killed += code == KILLED
        try:
            found = faults(name, base, default_places(), code == DONE)
        except PrecontrastError as error:
            found = [str(error)]
        if found or code not in (DONE, KILLED):
            bad += 1
            tell(f"{name}, point {number} (line {at}, {after} us, exit {code}): {'; '.join(found) or 'failed'}")
    shutil.rmtree(kept)
    for folder in (base.home, base.out):
        shutil.rmtree(folder, ignore_errors=True)
    return killed, bad


def main() -> int:
    """Run; 1 when there is a fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.kills", description=__doc__.splitlines()[0])
    parser.add_argument("action", nargs="*", help=f"of {', '.join(ACTIONS)}; none: all")
    parser.add_argument("--points", type=int, default=400, help="in all (default 400)")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    wanted = options.action or list(ACTIONS)
    if unknown := set(wanted) - set(ACTIONS):
        parser.error(f"no such action: {', '.join(sorted(unknown))}")
    killed = bad = 0
    for name in wanted:
        with tempfile.TemporaryDirectory() as folder:
            leftovers.SHARED_FOLDER = Path(folder) / "shm"
            points = -(-options.points // len(wanted))
            one, faulty = try_points(name, prepared(Path(folder)), points, random.Random(options.seed))
        print(f"{name}: ended {one} of {points} times before its end, {faulty} with a fault", flush=True)
        killed, bad = killed + one, bad + faulty
    print(f"{killed} kills, {bad} with something lost, half done or left")
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
