"""From a folder of DICOM to a printed report in a fresh process: time, share of each stage, peak memory.

    python -m benchmarks.end_to_end [FOLDER ...] [--repeats 3] [--pack ID]

Without a folder the demonstration study is written and used. The first run of each series is shown apart: it measures
the engines and fills OpenVINO's cache, as on a computer that has never run the pack.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.timing import machine
from desktop.phantom_study import write_study
from inference.phantom.render import render

ROOT = Path(__file__).parents[1]


def once(study: Path, pack: str, home: Path) -> dict[str, object]:
    """Run ``precontrast screen`` as a user would."""
    out = home / "out"
    demo = ROOT / "resources" / "demo"
    command = [sys.executable, "-m", "desktop.cli.main", "screen", str(study), "--pack", pack, "--out", str(out)]
    command += ["--answers", str(demo / "answers.json"), "--site", str(demo / "site.toml"), "--json"]
    environment = {**os.environ, "PRECONTRAST_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    started, before = time.perf_counter(), processor_seconds()
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    seconds, processor = time.perf_counter() - started, processor_seconds() - before
    if done.returncode not in (0, 3):
        raise SystemExit(done.stderr)
    record = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return {"kind": record["kind"], "total": seconds, "cpu": processor, "stages": record["seconds"]}


def processor_seconds() -> float:
    """Of all processes that were waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def show(name: str, study: Path, pack: str, repeats: int) -> None:
    """Print one series."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        first = once(study, pack, home)
        rest = [once(study, pack, home) for _ in range(repeats)]
    total = statistics.median(run["total"] for run in rest)
    print(f"\n{name}: {first['kind']}; first run {first['total']:.2f} s, later {total:.2f} s (median of {repeats})")
    print(f"  {'processor, later runs':28} {min(run['cpu'] for run in rest):6.2f} s (least)")
    stages = {stage: statistics.median(run["stages"][stage] for run in rest) for stage in rest[0]["stages"]}
    stages["start and report"] = total - sum(stages.values())
    for stage, seconds in stages.items():
        print(f"  {stage:28} {seconds:6.2f} s  {100 * seconds / total:4.0f} %")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--pack", default="cme-vessels-demo")
    options = parser.parse_args()
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        if not options.folders:
            write_study(render(), Path(folder))
        for study in options.folders or [Path(folder)]:
            show("demonstration study" if not options.folders else study.name, study, options.pack, options.repeats)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"\npeak memory of the largest process: {peak / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
