"""How long the installed program takes to start, against the same program run by Python.

``python -m benchmarks.frozen_start dist/precontrast``. Both take turns; the first turn, which fills the disk's cache,
does not count. The window has started when the first line of its picture is on a screen (Xvfb).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from benchmarks.timing import machine, medians
from installer.display import display

REPEATS = 7
MOST_SECONDS = 60
COMMANDS = {"precontrast --version": ["--version"], "precontrast packs list": ["packs", "list"]}
RESULT = Path(__file__).with_suffix(".json")


def run(command: list[str], environment: dict[str, str]) -> None:
    """Run a command to its end."""
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)


def open_window(command: list[str], environment: dict[str, str], shown) -> None:
    """Start a window, wait until it can be seen, and end it; the screen is empty afterwards."""
    window = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(lambda: any(shown.middle_line()))
    finally:
        window.kill()
        window.wait()


def _wait(reached) -> None:
    start = time.perf_counter()
    while not reached():
        if time.perf_counter() - start > MOST_SECONDS:
            raise TimeoutError
        time.sleep(0.002)


def measure(folder: Path) -> dict[str, dict[str, float]]:
    """Median seconds of each, frozen and unfrozen."""
    results = {}
    with tempfile.TemporaryDirectory() as home, display() as shown:
        environment = {**os.environ, "PRECONTRAST_HOME": home, "DISPLAY": shown.name}
        environment.pop("QT_QPA_PLATFORM", None)
        for name, arguments in COMMANDS.items():
            frozen, unfrozen = [str(folder / "precontrast")], [sys.executable, "-m", "desktop.cli.main"]
            results[name] = _pair(
                lambda start, rest=arguments: partial(run, [*start, *rest], environment), frozen, unfrozen
            )
        frozen, unfrozen = [str(folder / "precontrast-window")], [sys.executable, "-m", "ui.app"]
        results["first window"] = _pair(lambda start: partial(open_window, start, environment, shown), frozen, unfrozen)
    return results


def _pair(work, frozen: list[str], unfrozen: list[str]) -> dict[str, float]:
    return medians({"frozen": work(frozen), "unfrozen": work(unfrozen)}, REPEATS)


def main() -> None:
    """Print the medians and keep them beside this file."""
    parser = argparse.ArgumentParser(prog="benchmarks.frozen_start", description=__doc__)
    parser.add_argument("folder", type=Path)
    results = measure(parser.parse_args().folder.resolve())
    print(machine())
    for name, seconds in results.items():
        ratio = seconds["frozen"] / seconds["unfrozen"]
        print(f"  {name:24} {1000 * seconds['frozen']:8.0f} ms {1000 * seconds['unfrozen']:8.0f} ms  {ratio:5.2f} x")
    RESULT.write_text(json.dumps({"machine": machine(), "seconds": results}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
