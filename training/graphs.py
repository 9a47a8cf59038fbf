"""From a torch network to the one quantized ONNX file that both engines run."""

from __future__ import annotations

import logging
import tempfile
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch

from inference.engines.onnxruntime_engine import quiet_runtime


def to_onnx(network: torch.nn.Module, shape: tuple[int, ...], given: str = "image", result: str = "logits") -> bytes:
    """Export a network of one input, of that shape, and one output; batch normalisation is folded in."""
    network = network.eval().to(memory_format=torch.contiguous_format)
    image = torch.zeros(shape)
    # It would name every operator of torchvision that it does without.
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        # torch 2.13 calls one of its own deprecated functions.
        warnings.simplefilter("ignore", FutureWarning)
        program = torch.onnx.export(
            network, (image,), input_names=[given], output_names=[result], opset_version=18, verbose=False
        )
    model = program.model_proto
    # The exporter notes class names and source lines of this machine.
    for node in model.graph.node:
        node.ClearField("metadata_props")
        node.ClearField("doc_string")
    model.graph.ClearField("metadata_props")
    return model.SerializeToString()


class _Calibration:
    """Feeds calibration images to ONNX Runtime's quantizer."""

    def __init__(self, given: str, images: Iterable[np.ndarray]) -> None:
        self._given, self._images = given, iter(images)

    def get_next(self) -> dict[str, np.ndarray] | None:
        image = next(self._images, None)
        return None if image is None else {self._given: image}

    def set_range(self, start_index: int, end_index: int) -> None:
        """Part of the quantizer's interface; images are few enough to go in one piece."""


def quantize(
    model: bytes, images: Iterable[np.ndarray], reduce_range: bool, given: str = "image", kept: Sequence[str] = ()
) -> bytes:
    """Quantize to INT8 in QDQ form: unsigned activations, signed weights by channel.

    Parameters
    ----------
    images : float32 arrays of the input's shape
        What the network will see, unlabelled.
    reduce_range
        7-bit weights. Processors without VNNI add pairs of products in 16 bits, which 8-bit weights overflow
        silently; 7-bit ones cannot.
    given
        Name of the input.
    kept
        Nodes that stay in full precision.
    """
    # Before anything of the runtime is loaded: it would report to the internet.
    quiet_runtime()
    from onnxruntime.quantization import CalibrationMethod, QuantFormat, QuantType, quantize_static
    from onnxruntime.quantization.shape_inference import quant_pre_process

    with tempfile.TemporaryDirectory() as folder:
        plain, prepared, quantized = (Path(folder) / name for name in ("plain.onnx", "prepared.onnx", "int8.onnx"))
        plain.write_bytes(model)
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_static(
            str(prepared),
            str(quantized),
            _Calibration(given, images),
            quant_format=QuantFormat.QDQ,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=reduce_range,
            nodes_to_exclude=list(kept),
            calibrate_method=CalibrationMethod.MinMax,
            extra_options={"CalibMovingAverage": True},
        )
        return quantized.read_bytes()
