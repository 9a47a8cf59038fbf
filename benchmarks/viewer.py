"""Speed of the image viewer in software rendering: scrolling, window, slab, brush and the view in space.

    python -m benchmarks.viewer [--repeats 200]

Draws a phantom of 512 x 512 x 191 voxels with four vessels (fill, outline, names), crosshair and all texts in panes of
800 x 800 without a screen (Qt's raster engine, ``offscreen``). Each picture is drawn to its end before the next one
begins. A plain pyqtgraph ``ImageView`` of the same size, without any overlay, is measured beside it where pyqtgraph is
installed; it is no dependency.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from benchmarks.timing import machine
from desktop.language import Language
from inference.phantom.body import VESSELS
from inference.phantom.render import render
from inference.phantom.tubes import inside_tube, tube
from inference.schema import Range, Structure
from inference.segmentation import Segmentation
from inference.vocabulary import Text
from inference.volume import Grid, Volume
from resources.paper.fonts import FAMILY
from ui.theme import LIGHT, apply_theme
from ui.viewer.cutting import Window
from ui.viewer.planes import AXIAL
from ui.viewer.turning import turned
from ui.viewer.viewer import StudyHeader, Viewer

SIZE, PANE = 512, 800
NAMES = {"CCA-R": "#d55e00", "IJV-R": "#56b4e9", "SCA-R": "#f0e442", "SCV-R": "#009e73"}
HEADER = StudyHeader("Test^Patient", "P-1", "F, 63", "2025-11-28", "Hospital", "Thorax 1.0", "1 mm B30f")


def phantom() -> tuple[Volume, Segmentation, tuple[Structure, ...]]:
    """The procedural body on a grid of 512 x 512, with its four vessels of the right side."""
    small = render(slice_mm=1.0)
    grid = small.grid
    labels = np.zeros(grid.shape, np.uint8)
    for value, name in enumerate(NAMES, 1):
        points, radius, flattening = VESSELS[name]
        box, mask = inside_tube(labels.shape, tube(grid.to_index(np.array(points, float)), radius, flattening))
        labels[box][mask] = value
    rim = (grid.shape[2] - grid.shape[1]) // 2
    nearest = (np.arange(SIZE) * grid.shape[2] / SIZE).astype(int)

    def enlarged(array: np.ndarray, outside: int) -> np.ndarray:
        square = np.pad(array, ((0, 0), (rim, rim), (0, 0)), constant_values=outside)
        return np.ascontiguousarray(square[:, nearest][:, :, nearest])

    step = grid.size_mm[2] / SIZE
    large = Grid((grid.origin_mm[0], grid.origin_mm[1] - rim, grid.origin_mm[2]), (1.0, step, step), (191, SIZE, SIZE))
    labels = enlarged(labels, 0)
    box = tuple(slice(int(n.min()), int(n.max()) + 1) for n in np.nonzero(labels))
    part = large.part(box)
    found = Segmentation("ct", labels[box].copy(), np.ones(part.shape, np.float32), part, tuple(NAMES))
    any_value = Range(0, 1e9)
    structures = tuple(
        Structure(name, Text(name, name), name[:3], "vein", colour, "1", any_value, any_value, any_value)
        for name, colour in NAMES.items()
    )
    return Volume(enlarged(small.hu, -1000), large), found, structures


def resident_mib() -> float:
    """Memory of this process."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def timed(work: Callable[[int], object], repeats: int) -> tuple[float, float]:
    """Median seconds of the clock and of the processor."""
    for n in range(5):
        work(n)
    gc.collect()
    clock, processor = [], []
    for n in range(repeats):
        start, begun = time.perf_counter(), time.process_time()
        work(n)
        clock.append(time.perf_counter() - start)
        processor.append(time.process_time() - begun)
    return statistics.median(clock), statistics.median(processor)


def draw() -> None:
    """Draw now what is due, to the end."""
    QApplication.processEvents()


def scroll(viewer: Viewer, n: int) -> None:
    """Another axial slice, back and forth as a hand does."""
    viewer.model.show_slice(AXIAL, 60 + min(n % 80, 80 - n % 80))
    draw()


def everywhere(viewer: Viewer, n: int) -> None:
    """Another slice in each of the three planes."""
    count, step = viewer.volume.grid.shape, min(n % 80, 80 - n % 80)
    numbers = [count[axis] // 2 + step for axis in range(3)]
    viewer.model.move_to(tuple(float(v) for v in viewer.volume.grid.to_patient(np.array(numbers))))
    draw()


def window(viewer: Viewer, n: int) -> None:
    """Another window in all panes."""
    viewer.model.set_window(Window(40 + n % 50, 300 + n % 60))
    draw()


def brush(viewer: Viewer, n: int) -> None:
    """A dab, and its eraser."""
    viewer.tools.paint(AXIAL, (200, 200), (200, 203), n % 2 == 1)
    draw()


def turn(viewer: Viewer, n: int) -> None:
    """The next picture of a drag in space."""
    viewer.solid.turn = turned(viewer.solid.turn, 0.03, 0.004 if n % 50 < 25 else -0.004)
    viewer.solid.draw_moving()
    draw()


def measured(viewer: Viewer, repeats: int) -> dict[str, tuple[float, float]]:
    """Medians of everything that is measured."""
    model, figures = viewer.model, {}

    def take(name: str, work: Callable[[Viewer, int], None]) -> None:
        draw()
        figures[name] = timed(lambda n: work(viewer, n), repeats)

    model.toggle_alone("axial")
    take("scroll one pane", scroll)
    model.set_slab("mip", 10.0)
    take("scroll one pane, MIP of 10 mm", scroll)
    model.set_slab("single")
    take("window of one pane", window)
    model.toggle_alone("axial")
    take("scroll, crosshair moves in the others", scroll)
    take("another slice in all three planes", everywhere)
    model.set_slab("mip", 10.0)
    take("the same, MIP of 10 mm", everywhere)
    model.set_slab("single")
    take("brush, seen in all panes", brush)
    model.toggle_alone("solid")
    take("turn the view in space", turn)
    return figures


def pyqtgraph_scroll(volume: Volume) -> Callable[[int], None]:
    """A plain ImageView of the same size and window."""
    import pyqtgraph as pg

    pg.setConfigOptions(imageAxisOrder="row-major")
    view = pg.ImageView()
    view.ui.graphicsView.setFixedSize(PANE, PANE)
    view.show()
    view.setImage(volume.hu, levels=(-125, 225))
    draw()

    def scroll_plain(n: int) -> None:
        view.setCurrentIndex(60 + min(n % 80, 80 - n % 80))
        draw()

    return scroll_plain


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=200)
    options = parser.parse_args()
    application = QApplication([])
    from desktop.report.fonts import ensure_gui

    ensure_gui()
    apply_theme(application, LIGHT, FAMILY)
    print(machine())
    volume, found, structures = phantom()
    before = resident_mib()
    viewer = Viewer(Language("en"))
    for pane in viewer.panes.values():
        pane.setFixedSize(PANE, PANE)
    viewer.show()
    start = time.perf_counter()
    viewer.show_study(volume, HEADER)
    viewer.show_structures(found, structures)
    viewer.go_to_structure("SCV-R")
    draw()
    first = time.perf_counter() - start
    start = time.perf_counter()
    viewer.solid.stand("front")
    surfaces = time.perf_counter() - start
    figures = measured(viewer, options.repeats)
    used = resident_mib() - before
    if find_spec("pyqtgraph"):
        figures["pyqtgraph ImageView, no overlay"] = timed(pyqtgraph_scroll(volume), options.repeats)
    base = figures["scroll one pane"][1]
    print(f"\n{PANE} x {PANE} pixels a pane, {volume.hu.shape} voxels, 4 structures, median of {options.repeats}")
    print(f"  {'':42} {'clock':>9} {'fps':>7} {'processor':>12} {'ratio':>7}")
    for name, (clock, processor) in figures.items():
        figure = f"{1000 * clock:6.1f} ms {1 / clock:7.0f} {1000 * processor:9.1f} ms"
        print(f"  {name:42} {figure} {processor / base:7.2f}")
    print(f"\n  study, structures and first pictures        {1000 * first:6.0f} ms")
    print(f"  surfaces of vessels and bone, first picture {1000 * surfaces:6.0f} ms")
    print(f"  memory of the viewer beside the scan        {used:6.0f} MiB (the scan: {volume.hu.nbytes / 2**20:.0f})")


if __name__ == "__main__":
    main()
