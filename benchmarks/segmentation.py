"""Speed of the vessel networks beside torch, and how far quantization moves their labels.

    python -m benchmarks.segmentation [--repeats 5] [--series FOLDER ...]

Needs the ``train`` extra. Everything is measured in one run, in turn, on the same input and the same weights. The rival
is what a reader of the paper would run: torch eager fp32, and for a whole scan a sliding window with half overlap.
"""

from __future__ import annotations

import argparse
from itertools import product
from pathlib import Path

import numpy as np
import torch

from benchmarks.timing import machine, medians, table
from inference.dicom import load, scan
from inference.engines import EngineProvider, LoadedModel, all_candidates
from inference.phantom.render import render
from inference.reading import read_typed
from inference.steps.locate import Place, locate
from inference.steps.segment import SegmentStep, label_block
from inference.steps.window import normalise, on_targets
from inference.volume import Volume
from training.graphs import to_onnx
from training.packing.vessels_demo import PACK_ID, PACKS
from training.recipes.hu2025 import HU2025
from training.vessels.evaluate import dice
from training.vessels.plans import BLOCK, PLANS
from training.vessels.step import segment_step
from training.vessels.weights import read_weights

WEIGHTS = Path(__file__).parents[1] / "training" / "vessels" / "weights"
MODELS = PACKS / PACK_ID / "models"
CPU = [c for c in all_candidates() if c.device == "CPU"]


def torch_network(name: str) -> torch.nn.Module:
    """The trained network in torch."""
    network = PLANS[name].network()
    network.load_state_dict(read_weights(WEIGHTS / f"{name}.npz"))
    return network.eval()


def block_around(volume: Volume, place: Place) -> np.ndarray:
    """The fine network's input at a place, shape (1, 1, k, j, i)."""
    middle = np.array(place.position_mm)[::-1] + HU2025.segmenting.offset_mm
    start = middle - (np.array(BLOCK.size) - 1) / 2 * BLOCK.spacing_mm
    targets = [s + np.arange(n) * d for s, n, d in zip(start, BLOCK.size, BLOCK.spacing_mm)]
    return normalise(on_targets(volume, targets, BLOCK.spacing_mm), BLOCK.window_hu)[None, None]


def sliding_window(network: torch.nn.Module, volume: Volume) -> int:
    """Label a whole scan as is usual: windows with half overlap, probabilities averaged; returns their number."""
    grid = volume.grid
    targets = [
        np.arange(grid.places_mm(axis)[0], grid.places_mm(axis)[-1], step) for axis, step in enumerate(BLOCK.spacing_mm)
    ]
    image = normalise(on_targets(volume, targets, BLOCK.spacing_mm), BLOCK.window_hu)
    padding = [(0, max(0, want - have)) for have, want in zip(image.shape, BLOCK.size)]
    image = torch.from_numpy(np.pad(image, padding, constant_values=-1.0))
    total = torch.zeros(len(BLOCK.names), *image.shape)
    starts = [
        np.unique(np.linspace(0, have - size, max(1, int(np.ceil((have - size) / (size / 2))) + 1)).round().astype(int))
        for have, size in zip(image.shape, BLOCK.size)
    ]
    places = list(product(*starts))
    with torch.no_grad():
        for place in places:
            box = tuple(slice(s, s + n) for s, n in zip(place, BLOCK.size))
            total[(slice(None), *box)] += network(image[box][None, None])[0].softmax(dim=0)
    total.argmax(dim=0)
    return len(places)


def measure_block(image: np.ndarray, network: torch.nn.Module, plain: bytes, small: bytes, repeats: int) -> None:
    """One block: torch, both engines, both precisions; time and Dice to torch's own labels."""
    tensor = torch.from_numpy(image)

    def eager() -> np.ndarray:
        with torch.no_grad():
            return network(tensor).numpy()

    works = {"torch eager fp32": eager}
    provider = EngineProvider(threads=torch.get_num_threads())
    for name, model in (("fp32", plain), ("INT8", small)):
        for candidate in CPU:
            graph = provider.load(model, name).graph
            loaded = LoadedModel(provider.open(candidate, model, graph), graph, None)
            works[f"{candidate.engine} {name}"] = lambda loaded=loaded: loaded.run_single(image)
    reference = eager().argmax(axis=1)
    same = {}
    for name, work in works.items():
        labels = work().argmax(axis=1)
        same[name] = " ".join(f"{dice(labels == v, reference == v):.3f}" for v in BLOCK.wanted)
    title = f"One block of {' x '.join(map(str, BLOCK.size))}; Dice to torch for {', '.join(HU2025.structure_ids)}"
    table(title, medians(works, repeats), "torch eager fp32", same)
    provider.close()


def measure_scan(
    title: str, volume: Volume, network: torch.nn.Module, locator: LoadedModel, block: LoadedModel
) -> None:
    """A whole scan: our locator and one block beside a sliding window in torch, once each."""
    step = read_typed(SegmentStep, segment_step(HU2025), "segment step")
    windows = 0

    def ours() -> None:
        place = locate(step.locator, volume, locator, lambda: False)
        assert isinstance(place, Place), place
        label_block(step, volume, place, block)

    def usual() -> None:
        nonlocal windows
        windows = sliding_window(network, volume)

    figures = {**medians({"locator and one block, INT8": ours}, 3), **medians({"torch": usual}, 1, warm=False)}
    rival = f"torch fp32, {windows} sliding windows"
    table(title, {rival: figures.pop("torch"), **figures}, rival)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--series", type=Path, nargs="*", default=[], help="real series to measure on as well")
    options = parser.parse_args()
    print(machine())
    network = torch_network("block")
    plain, small = to_onnx(torch_network("block"), (1, 1, *BLOCK.size)), (MODELS / "vessels.onnx").read_bytes()
    engines = EngineProvider()
    locator = engines.load((MODELS / "locator.onnx").read_bytes(), "locator")
    block = engines.load(small, "vessels")
    print(f"chosen by measurement: locator {locator.use.engine}, vessels {block.use.engine}")
    volumes = {"demonstration phantom": render()}
    volumes |= {path.name: load(scan([str(path)]).series[0]).volume for path in options.series}
    step = read_typed(SegmentStep, segment_step(HU2025), "segment step")
    for name, volume in volumes.items():
        place = locate(step.locator, volume, locator, lambda: False)
        if not isinstance(place, Place):
            print(f"\n{name}: no inlet found, not measured")
            continue
        print(f"\n== {name}, {volume.grid.shape[0]} slices")
        measure_block(block_around(volume, place), network, plain, small, options.repeats)
        measure_scan("Whole scan", volume, network, locator, block)
    engines.close()


if __name__ == "__main__":
    main()
