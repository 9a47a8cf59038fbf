"""How long the answer takes from the open window, whose worker is warm: headers, pictures, voxels, result.

    python -m benchmarks.warm_answer [FOLDER ...] [--repeats 5] [--pack ID]

The jobs are those of the window, through its own worker process. What the user would pick instead, measured in the same
run by turns: a fresh process for each patient, ``precontrast screen``.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

from benchmarks.end_to_end import once
from benchmarks.timing import machine
from desktop.demonstration import demo_answers
from desktop.jobs.client import Worker
from desktop.jobs.messages import Done, Failed, Job, Message, ScanPaths, Screen, ShowSeries, WarmUp, WorkerSettings
from desktop.phantom_study import write_study
from desktop.places import bundled
from desktop.threads import one_for_arrays
from inference.phantom.render import render
from inference.site import read_site

Spent = tuple[float, float]
"""Seconds of the clock and of the processor."""


def main() -> None:
    """Command line."""
    one_for_arrays()  # as the window does before it starts its worker
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--pack", default="cme-vessels-demo")
    options = parser.parse_args()
    print(machine())
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as home:
        if not options.folders:
            write_study(render(), Path(folder))
        os.environ["PRECONTRAST_HOME"] = home
        for study in options.folders or [Path(folder)]:
            show(study, options, Path(home))


@contextmanager
def warm_worker(pack: str) -> Iterator[tuple[Worker, Queue[Message]]]:
    """A worker that has loaded a pack and knows no patient: of one that it knows it keeps the results."""
    received: Queue[Message] = Queue()
    worker = Worker(WorkerSettings(), received.put)
    try:
        ask(worker, received, WarmUp(pack))
        yield worker, received
    finally:
        worker.close()


def show(study: Path, options: argparse.Namespace, home: Path) -> None:
    """Print the figures of one study; the least of the turns, as a busy machine only adds to them."""
    stages: dict[str, list[Spent]] = {"headers and pictures": [], "voxels for the viewer": [], "result": []}
    fresh = []
    for _ in range(options.repeats):
        with warm_worker(options.pack) as (worker, received):
            found = timed(stages["headers and pictures"], worker, received, ScanPaths((study,)))
            series = max(found.scan.series, key=lambda one: len(one.slices))
            timed(stages["voxels for the viewer"], worker, received, ShowSeries(series))
            job = Screen(options.pack, demo_answers(), read_site(bundled("demo") / "site.toml"), found.scan)
            screened = timed(stages["result"], worker, received, job)
        for process in multiprocessing.active_children():
            process.join()  # or its time would be counted to the fresh process
        run = once(study, options.pack, home)
        fresh.append((run["total"], run["cpu"]))
    print(f"\n{study.name}: {screened.outcome.kind}; least of {options.repeats}: clock and processor")
    warm = [tuple(map(sum, zip(*turn))) for turn in zip(*stages.values())]
    for name, spent in {**stages, "worker warm, all": warm, "fresh process, with report": fresh}.items():
        clock, processor = map(min, zip(*spent))
        print(f"  {name:32} {clock:6.2f} s  {processor:6.2f} s")


def ask(worker: Worker, received: Queue[Message], job: Job):
    """Do a job and wait for its result."""
    number = worker.submit(job)
    while True:
        message = received.get()
        if isinstance(message, Failed) and message.number == number:
            raise SystemExit(f"{message.code} {dict(message.parameters)}")
        if isinstance(message, Done) and message.number == number:
            return message.result


def timed(spent: list[Spent], worker: Worker, received: Queue[Message], job: Job):
    """The result of a job; how long it took, and how much of the processor, is added to the list."""
    started, before = time.perf_counter(), cpu_seconds(worker.process_id)
    result = ask(worker, received, job)
    spent.append((time.perf_counter() - started, cpu_seconds(worker.process_id) - before))
    return result


def cpu_seconds(process: int | None) -> float:
    """Processor time of a process so far (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
