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
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.timing import machine
from desktop.language import Language
from desktop.report.fonts import FAMILY
from inference.packs.manifest import Range, Structure
from inference.packs.vocabulary import Text
from inference.phantom.body import VESSELS
from inference.phantom.render import render
from inference.phantom.tubes import inside_tube, tube
from inference.steps.context import Segmentation
from inference.volume import Grid, Volume
from ui.theme import LIGHT, apply_theme
from ui.viewer.cutting import Window
from ui.viewer.planes import AXIAL, CORONAL, PLANES, SAGITTAL
from ui.viewer.turning import STANDARD, turned
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


def spread(work: Callable[[int], object], repeats: int) -> tuple[float, float]:
    """Median and 95th percentile, seconds."""
    for n in range(5):
        work(n)
    gc.collect()
    times = []
    for n in range(repeats):
        start = time.perf_counter()
        work(n)
        times.append(time.perf_counter() - start)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def paint(*widgets: QWidget) -> None:
    """Draw now, to the end."""
    for widget in widgets:
        (widget.viewport() if hasattr(widget, "viewport") else widget).repaint()


def works(viewer: Viewer) -> dict[str, Callable[[int], None]]:
    """What is measured; each call shows another picture than the one before."""
    model, panes = viewer.model, [viewer.panes[name] for name in PLANES]
    axial, solid = viewer.panes["axial"], viewer.solid
    count = viewer.volume.grid.shape

    def scroll(n: int, *seen: QWidget) -> None:
        model.show_slice(AXIAL, 60 + n % 80)
        paint(*seen)

    def everywhere(n: int) -> None:
        for plane in (AXIAL, CORONAL, SAGITTAL):
            model.show_slice(plane, count[plane.axis] // 2 + n % 40)
        paint(*panes)

    def window(n: int) -> None:
        model.set_window(Window(40 + n % 50, 300 + n % 60))
        paint(axial)

    def slab(n: int) -> None:
        model.set_slab("mip" if n % 2 else "mean", 10.0)
        scroll(n, axial)

    def dab(n: int) -> None:
        viewer.tools.paint(AXIAL, (200, 200), (200, 203), n % 2 == 1)  # painted, and erased again
        paint(*panes)

    def turn(n: int) -> None:
        solid.turn = turned(solid.turn, 0.03, 0.004 if n % 50 < 25 else -0.004)
        solid._draw_moving()
        paint(solid)

    return {
        "scroll one pane": lambda n: scroll(n, axial),
        "scroll one pane, crosshair in the others": lambda n: scroll(n, *panes),
        "all three panes show another slice": everywhere,
        "window of one pane": window,
        "scroll one pane, slab of 10 mm": slab,
        "brush, all panes": dab,
        "turn the view in space": turn,
    }


def pyqtgraph_scroll(volume: Volume) -> Callable[[int], None]:
    """A plain ImageView of the same size and window."""
    import pyqtgraph as pg

    pg.setConfigOptions(imageAxisOrder="row-major")
    view = pg.ImageView()
    view.ui.graphicsView.setFixedSize(PANE, PANE)
    view.show()
    view.setImage(volume.hu, levels=(-125, 225))
    QApplication.processEvents()

    def scroll(n: int) -> None:
        view.setCurrentIndex(60 + n % 80)
        view.ui.graphicsView.viewport().repaint()

    scroll.view = view
    return scroll


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
    paint(*viewer.panes.values())
    first = time.perf_counter() - start
    start = time.perf_counter()
    viewer.solid.turn = STANDARD["front"]
    viewer.solid._draw_fine()
    surfaces = time.perf_counter() - start
    figures = {}
    for name, work in works(viewer).items():
        viewer.model.set_slab("single")
        figures[name] = spread(work, options.repeats)
    used = resident_mib() - before
    if find_spec("pyqtgraph"):
        figures["pyqtgraph ImageView, no overlay"] = spread(pyqtgraph_scroll(volume), options.repeats)
    base = figures["scroll one pane"][0]
    print(f"\n{PANE} x {PANE} pixels a pane, {volume.hu.shape} voxels, 4 structures, median of {options.repeats}")
    for name, (median, late) in figures.items():
        print(
            f"  {name:42} {1000 * median:6.1f} ms (95 %: {1000 * late:5.1f}) {1 / median:6.0f} fps {median / base:6.2f}"
        )
    print(f"\n  study, structures and first pictures        {1000 * first:6.0f} ms")
    print(f"  surfaces of vessels and bone, first picture {1000 * surfaces:6.0f} ms")
    print(f"  memory of the viewer beside the scan        {used:6.0f} MiB (the scan: {volume.hu.nbytes / 2**20:.0f})")


if __name__ == "__main__":
    main()
