"""The 3-D U-Net of the vessel model (Ronneberger et al. 2015, in 3-D as Cicek et al. 2016)."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import nn


class ConvUnit(nn.Sequential):
    """Convolution, batch normalisation (folds into the convolution on export), ReLU."""

    def __init__(self, inputs: int, outputs: int, kernel: Sequence[int], stride: Sequence[int] = (1, 1, 1)) -> None:
        padding = tuple(n // 2 for n in kernel)
        super().__init__(
            nn.Conv3d(inputs, outputs, tuple(kernel), stride=tuple(stride), padding=padding, bias=False),
            nn.BatchNorm3d(outputs),
            nn.ReLU(inplace=True),
        )


class UNet(nn.Module):
    """U-Net with strided convolutions down and nearest-neighbour enlargement up.

    Parameters
    ----------
    classes : int
        Output channels (logits).
    features : sequence of int
        Channels of each level, full resolution first.
    strides : sequence of (k, j, i)
        Reduction between one level and the next; one fewer than ``features``.
    kernel : (k, j, i)
        Of the convolutions.
    """

    def __init__(
        self,
        classes: int,
        features: Sequence[int],
        strides: Sequence[Sequence[int]],
        kernel: Sequence[int] = (3, 3, 3),
    ) -> None:
        super().__init__()
        if len(strides) != len(features) - 1:
            raise ValueError("a U-Net of n levels has n - 1 strides")
        self.down = nn.ModuleList(
            [nn.Sequential(ConvUnit(1, features[0], kernel), ConvUnit(features[0], features[0], kernel))]
        )
        for above, below, stride in zip(features, features[1:], strides):
            self.down.append(nn.Sequential(ConvUnit(above, below, kernel, stride), ConvUnit(below, below, kernel)))
        self.narrow, self.enlarge, self.up = nn.ModuleList(), nn.ModuleList(), nn.ModuleList()
        for level in reversed(range(len(strides))):
            above, below = features[level], features[level + 1]
            self.narrow.append(ConvUnit(below, above, (1, 1, 1)))
            self.enlarge.append(nn.Upsample(scale_factor=tuple(float(s) for s in strides[level]), mode="nearest"))
            self.up.append(ConvUnit(2 * above, above, kernel))
        self.head = nn.Conv3d(features[0], classes, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Logits (n, classes, k, j, i) of images (n, 1, k, j, i)."""
        skips = []
        for block in self.down:
            x = block(x)
            skips.append(x)
        skips.pop()
        for narrow, enlarge, merge in zip(self.narrow, self.enlarge, self.up):
            x = merge(torch.cat([skips.pop(), enlarge(narrow(x))], dim=1))
        return self.head(x)
