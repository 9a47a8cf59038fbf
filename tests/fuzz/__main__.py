"""``python -m tests.fuzz [TARGET ...]``: feed changed inputs to every parser of the program.

Without ``--count`` it goes on for so many minutes. A fault is told with the command that shows it again; its input is
kept in ``--keep``. What was mended goes to ``tests/fuzz/corpus/TARGET``. POSIX only: it forks.
"""

from __future__ import annotations

import argparse
import itertools
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")

from tests.fuzz.batch import Fault, input_of, run_batch
from tests.fuzz.target import Target, targets

BATCH = 250


def main() -> int:
    """Run; 1 when there is a fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.splitlines()[0])
    parser.add_argument("target", nargs="*", help=f"of {', '.join(targets())}; none: all")
    parser.add_argument("--count", type=int, help="inputs for each target")
    parser.add_argument("--minutes", type=float, default=60, help="without --count (default 60)")
    parser.add_argument("--seed", type=int, default=0, help="other inputs for another number (default 0)")
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--keep", type=Path, default=Path("out/fuzz"), help="where inputs with faults go")
    options = parser.parse_args()
    if unknown := set(options.target) - set(targets()):
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    wanted = [targets()[name] for name in options.target or targets()]
    end = time.monotonic() + options.minutes * 60 if options.count is None else None
    done, faults = _all_batches(wanted, options, end)
    print(f"{sum(done.values())} inputs: " + ", ".join(f"{name} {count}" for name, count in done.items()))
    print(f"{len(faults)} faults")
    return 1 if faults else 0


def _all_batches(wanted: list[Target], options, end: float | None) -> tuple[dict[str, int], list[Fault]]:
    done, seen = dict.fromkeys((target.name for target in wanted), 0), {}
    for turn in itertools.count():
        for target in wanted:
            size = max(1, round(BATCH * target.share))
            last = max(1, round(options.count * target.share)) if options.count is not None else None
            start = turn * size
            stop = start + size if last is None else min(last, start + size)
            if stop <= start:
                continue
            indices = range(options.first + start, options.first + stop)
            for fault in run_batch(target, options.seed, indices):
                if (fault.target, fault.kind, fault.where) not in seen:
                    seen[fault.target, fault.kind, fault.where] = fault
                    _tell(target, fault, options)
            done[target.name] += len(indices)
        finished = all(done[t.name] >= max(1, round(options.count * t.share)) for t in wanted) if end is None else False
        if finished or (end is not None and time.monotonic() > end):
            return done, list(seen.values())


def _tell(target: Target, fault: Fault, options) -> None:
    options.keep.mkdir(parents=True, exist_ok=True)
    kept = options.keep / f"{fault.target}-{options.seed}-{fault.index}"
    kept.write_bytes(input_of(target, options.seed, fault.index))
    again = f"python -m tests.fuzz {fault.target} --seed {options.seed} --first {fault.index} --count 1"
    print(f"{fault.target}: {fault.kind} at {fault.where}; input {kept}; again: {again}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
