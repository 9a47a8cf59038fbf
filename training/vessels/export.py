"""From trained weights to the one quantized ONNX file that both engines run.

``python -m training.vessels.export --plan block --weights work/block/last.pt --data work/blocks --out work/models``
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from inference.dicom import load, scan
from inference.steps.window import normalise, on_targets
from training.graphs import quantize, to_onnx
from training.vessels.plans import PLANS, Plan
from training.vessels.weights import read_weights


def calibration_images(plan: Plan, folder: Path, held_out: int, count: int, series: list[Path]) -> list[np.ndarray]:
    """What the network will see: simulated volumes, augmented, and unlabelled parts of real series."""
    rng = np.random.default_rng(7)
    files = [path for path in sorted(folder.glob("[0-9]*.npz")) if int(path.stem) >= held_out]
    images = []
    for path in (files[n] for n in rng.choice(len(files), count, replace=False)):
        with np.load(path) as data:
            image, _ = plan.vary(data["image"], data["truth"], rng)
        images.append(image)
    for path in series:
        images += _parts_of(plan, path, rng)
    return [normalise(image, plan.window_hu)[None, None].astype(np.float32) for image in images]


def _parts_of(plan: Plan, path: Path, rng: np.random.Generator, count: int = 4) -> list[np.ndarray]:
    """Blocks of a real series on the plan's grid, in its upper half and right of the middle."""
    volume = load(scan([str(path)]).series[0]).volume
    size = np.array(plan.size) * plan.spacing_mm
    low, high = volume.grid.to_patient(np.array([[0, 0, 0], np.array(volume.grid.shape) - 1]))[:, ::-1]
    parts = []
    for _ in range(count):
        middle = low + (high - low) * rng.uniform((0.6, 0.35, 0.3), (0.95, 0.6, 0.55))
        start = middle - size / 2
        targets = [s + np.arange(n) * d for s, n, d in zip(start, plan.size, plan.spacing_mm)]
        parts.append(on_targets(volume, targets, plan.spacing_mm))
    return parts


def main() -> None:
    """Command line: writes ``NAME-fp32.onnx`` and ``NAME.onnx`` (INT8)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plan", choices=tuple(PLANS), required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="simulated volumes for calibration")
    parser.add_argument("--held-out", type=int, default=40)
    parser.add_argument("--count", type=int, default=24, help="simulated volumes to calibrate on")
    parser.add_argument("--series", type=Path, nargs="*", default=[], help="real series to calibrate on, unlabelled")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    plan = PLANS[options.plan]
    network = plan.network()
    network.load_state_dict(read_weights(options.weights))
    model = to_onnx(network, (1, 1, *plan.size))
    images = calibration_images(plan, options.data, options.held_out, options.count, options.series)
    name = {"block": "vessels", "locator": "locator"}[plan.name]
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / f"{name}-fp32.onnx").write_bytes(model)
    (options.out / f"{name}.onnx").write_bytes(quantize(model, images, reduce_range=True))


if __name__ == "__main__":
    main()
