"""A batch of inputs in a process of its own, with limits; what happened to each fault's input."""

from __future__ import annotations

import faulthandler
import hashlib
import json
import os
import random
import resource
import shutil
import struct
import tempfile
import time
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NoReturn, TextIO

from inference.errors import PrecontrastError
from tests.fuzz.mutate import mutated
from tests.fuzz.target import HERE, Target

MOST_SECONDS = 5.0
"""Of processor time for one input."""
STUCK_SECONDS = 30.0
"""By the clock: only what waits for something takes so long; a loaded computer must not look like it."""
MOST_BYTES = 2**30
"""Memory that one batch may take beyond what it had."""
BROKEN = 70
"""Exit code of a child that failed outside the parser."""
ROOT = HERE.parents[1]


@dataclass(frozen=True)
class Fault:
    """An input that a parser does not stand."""

    target: str
    index: int
    kind: str
    where: str


def input_of(target: Target, seed: int, index: int) -> bytes:
    """The input of that number: what was found once, the good ones, then changed ones without end."""
    first = target.found() + target.seeds()
    if index < len(first):
        return first[index]
    mixed = hashlib.sha256(f"{target.name} {seed} {index}".encode()).digest()
    return mutated(random.Random(mixed), first, target.words)


def run_batch(target: Target, seed: int, indices: range) -> list[Fault]:
    """Feed inputs to a target in child processes; after one that ends its process, another goes on behind it."""
    faults, first = [], indices.start
    while first < indices.stop:
        with tempfile.TemporaryDirectory(prefix="precontrast-fuzz-") as folder:
            told = Path(folder) / "told"
            child = os.fork()
            if child == 0:
                _run_child(target, seed, range(first, indices.stop), Path(folder))  # never returns
            status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            lines = told.read_text().splitlines() if told.exists() else []
            faults += [Fault(**json.loads(line)) for line in lines]
            if status == 0:
                break
            trace = (Path(folder) / "trace").read_text(errors="replace")
            if status == BROKEN:
                raise RuntimeError(f"the harness itself failed in {target.name}, {first}:\n{trace}")
            reached = struct.unpack("q", (Path(folder) / "index").read_bytes())[0]
            kind = "hang" if "Timeout" in trace else f"died of {status}"
            faults.append(Fault(target.name, reached, kind, _deepest(trace)))
            first = reached + 1
    return faults


def _run_child(target: Target, seed: int, indices: range, folder: Path) -> NoReturn:
    with (folder / "trace").open("w") as trace:
        try:
            _feed(target, seed, indices, folder, trace)
            os._exit(0)
        except BaseException:
            traceback.print_exc(file=trace)
            trace.flush()
            os._exit(BROKEN)


def _feed(target: Target, seed: int, indices: range, folder: Path, trace: TextIO) -> None:
    """Feed inputs one by one within limits. What a library prints goes nowhere."""
    silent = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silent, stream)
    faulthandler.enable(trace)
    limit = _pages_of_memory() * resource.getpagesize() + MOST_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    work = folder / "work"
    with (folder / "index").open("wb", buffering=0) as reached, (folder / "told").open("w") as told:
        for index in indices:
            reached.seek(0)
            reached.write(struct.pack("q", index))
            work.mkdir()
            faulthandler.dump_traceback_later(STUCK_SECONDS, exit=True, file=trace)
            if fault := _fault(target, seed, index, work):
                print(json.dumps(asdict(fault)), file=told, flush=True)
            faulthandler.cancel_dump_traceback_later()
            shutil.rmtree(work, ignore_errors=True)


def _fault(target: Target, seed: int, index: int, work: Path) -> Fault | None:
    data = input_of(target, seed, index)
    start = time.process_time()
    try:
        target.run(data, work)
    except PrecontrastError:
        pass
    except BaseException as error:
        kind = "memory" if isinstance(error, MemoryError) else type(error).__name__
        return Fault(target.name, index, kind, _innermost(error))
    took = time.process_time() - start
    return Fault(target.name, index, "slow", f"{took:.0f} s") if took > MOST_SECONDS else None


def _innermost(error: BaseException) -> str:
    """Where the program itself was when it failed: faults of one place are one fault."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [f for f in frames if f.filename.startswith(str(ROOT)) and ".venv" not in f.filename] or frames
    return f"{_short(own[-1].filename)}:{own[-1].lineno}"


def _deepest(trace: str) -> str:
    own = [line for line in trace.splitlines() if f'File "{ROOT}' in line and ".venv" not in line]
    return _short(own[0].split('"')[1]) + " " + own[0].rpartition(", ")[2] if own else "?"


def _short(name: str) -> str:
    return name.removeprefix(f"{ROOT}/")


def _pages_of_memory() -> int:
    return int(Path("/proc/self/statm").read_text().split()[0])
