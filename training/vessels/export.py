"""From trained weights to the one quantized ONNX file that both engines run."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch


def to_onnx(network: torch.nn.Module, size: tuple[int, int, int]) -> bytes:
    """Export a network with batch normalisation folded in; input ``image`` (1, 1, k, j, i), output ``logits``."""
    network = network.eval().to(memory_format=torch.contiguous_format)
    image = torch.zeros(1, 1, *size)
    buffer = io.BytesIO()
    torch.onnx.export(
        network, (image,), buffer, input_names=["image"], output_names=["logits"], opset_version=17, dynamo=False
    )
    model = onnx.load_from_string(buffer.getvalue())
    model.doc_string = ""
    return model.SerializeToString()


class _Calibration:
    """Feeds calibration images to ONNX Runtime's quantizer."""

    def __init__(self, images: list[np.ndarray]) -> None:
        self._images: Iterator[np.ndarray] = iter(images)

    def get_next(self) -> dict[str, np.ndarray] | None:
        image = next(self._images, None)
        return None if image is None else {"image": image}

    def set_range(self, start_index: int, end_index: int) -> None:
        """Part of the quantizer's interface; images are few enough to go in one piece."""


def quantize(model: bytes, images: list[np.ndarray], reduce_range: bool) -> bytes:
    """Quantize to INT8 in QDQ form: unsigned activations, signed weights by channel.

    Parameters
    ----------
    images : list of float32 arrays (1, 1, k, j, i)
        What the network will see: simulated and real, unlabelled.
    reduce_range
        7-bit weights. Processors without VNNI add pairs of products in 16 bits, which 8-bit weights overflow
        silently; 7-bit ones cannot.
    """
    from onnxruntime.quantization import CalibrationMethod, QuantFormat, QuantType, quantize_static
    from onnxruntime.quantization.shape_inference import quant_pre_process

    with tempfile.TemporaryDirectory() as folder:
        plain, prepared, quantized = (Path(folder) / name for name in ("plain.onnx", "prepared.onnx", "int8.onnx"))
        plain.write_bytes(model)
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_static(
            str(prepared),
            str(quantized),
            _Calibration(images),
            quant_format=QuantFormat.QDQ,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=reduce_range,
            calibrate_method=CalibrationMethod.MinMax,
            extra_options={"CalibMovingAverage": True},
        )
        return quantized.read_bytes()
