"""Medians and tables for the benchmarks."""

from __future__ import annotations

import gc
import os
import platform
import statistics
import time
from collections.abc import Callable
from pathlib import Path


def machine() -> str:
    """Processor, cores, system and Python, for the head of a result."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    flags = next((line for line in lines if line.startswith("flags")), "")
    vnni = "with" if "vnni" in flags else "without"
    return (
        f"{model or platform.processor()}, {os.cpu_count()} cores, {vnni} VNNI; {platform.system()}; "
        f"Python {platform.python_version()}"
    )


def medians(works: dict[str, Callable[[], object]], repeats: int, warm: bool = True) -> dict[str, float]:
    """Median seconds of each; all take turns, so that a busy moment of the machine does not fall on one of them."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for round_number in range(repeats + warm):
        for name, work in works.items():
            gc.collect()
            start = time.perf_counter()
            work()
            if round_number >= warm:  # the first fills caches and imports
                times[name].append(time.perf_counter() - start)
    return {name: statistics.median(each) for name, each in times.items()}


def table(title: str, seconds: dict[str, float], base: str, remarks: dict[str, str] | None = None) -> None:
    """Print times and how many times faster than ``base`` each is."""
    print(f"\n{title}")
    for name, value in seconds.items():
        remark = (remarks or {}).get(name, "")
        print(f"  {name:36} {1000 * value:10.1f} ms  {seconds[base] / value:6.2f} x  {remark}".rstrip())
