"""Peak memory of a screening of many thin slices, beside what merely reading them takes elsewhere.

    python -m benchmarks.peak_memory [--slices 600]

The scan is the phantom with noise, 512 x 512, which in 16 bits is half a MiB a slice. The rival is what programs do
that hand a scan to a network: SimpleITK's series reader, and one copy in 32 bits.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from benchmarks.end_to_end import ROOT
from benchmarks.timing import machine
from desktop.phantom_study import write_study
from inference.phantom.render import render
from inference.volume import Grid, Volume

SIDE = 512
NOISE_HU = 10.0
MEASURED = (
    "import sys; {work}; "
    "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')), file=sys.stderr)"
)
SCREEN = "from desktop.cli.main import main; main(sys.argv[1:])"
READ = (
    "import SimpleITK as sitk, numpy as np; reader = sitk.ImageSeriesReader(); "
    "reader.SetFileNames(reader.GetGDCMSeriesFileNames(sys.argv[1])); "
    "scan = sitk.GetArrayFromImage(reader.Execute()).astype(np.float32)"
)


def thin_slices(count: int) -> Volume:
    """The phantom on so many slices, drawn between its own, with noise."""
    whole = render()
    grid, chance = whole.grid, np.random.default_rng(0)
    hu = np.full((count, SIDE, SIDE), -1000, np.int16)
    rows, columns = ((SIDE - n) // 2 for n in grid.shape[1:])
    inside = (slice(rows, rows + grid.shape[1]), slice(columns, columns + grid.shape[2]))
    for plane, place in zip(hu, np.linspace(0, grid.shape[0] - 1, count)):
        low = min(int(place), grid.shape[0] - 2)
        plane[inside] = whole.hu[low] * (low + 1 - place) + whole.hu[low + 1] * (place - low)
        plane += chance.normal(0, NOISE_HU, plane.shape).round().astype(np.int16)
    step = grid.spacing_mm[0] * (grid.shape[0] - 1) / (count - 1)
    origin = tuple(float(v) for v in grid.to_patient(-np.array((0, rows, columns))))
    return Volume(hu, Grid(origin, (step, *grid.spacing_mm[1:]), hu.shape))


def peak_mib(work: str, arguments: list[str], home: str) -> int:
    """Of a process of its own, as Linux counts it: without what this process had when it began the other."""
    code = MEASURED.format(work=work)
    environment = {**os.environ, "PRECONTRAST_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return int(done.stderr.split()[-1]) // 1024


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slices", type=int, default=600)
    parser.add_argument("--pack", default="cme-vessels-demo")
    options = parser.parse_args()
    print(machine())
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as home:
        write_study(thin_slices(options.slices), Path(folder))
        screen = ["screen", folder, "--pack", options.pack, "--out", f"{home}/out", "--quiet"]
        peaks = {"screening, first": peak_mib(SCREEN, screen, home), "screening": peak_mib(SCREEN, screen, home)}
        peaks["read by SimpleITK, in 32 bits"] = peak_mib(READ, [folder], home)
    scan = options.slices * SIDE * SIDE * 2 / 2**20
    print(f"\n{options.slices} slices, {scan:.0f} MiB in 16 bits")
    for name, peak in peaks.items():
        print(f"  {name:32} {peak:6} MiB  {peak / scan:5.2f} x the scan")


if __name__ == "__main__":
    main()
