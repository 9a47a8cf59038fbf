"""ResNet50 (He et al., CVPR 2016) without its classifier: 2048 features of a picture.

Written out because the builds of torchvision on the package index do not load beside the CPU build of torch. Layers
carry torchvision's names (stride on the 3 x 3 convolution, "v1.5"), so its weight files fit.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn

from training.features.weights import load_weights

FEATURES = 2048
EXPANSION = 4
BLOCKS = ((64, 3), (128, 4), (256, 6), (512, 3))


class Bottleneck(nn.Module):
    """1 x 1, 3 x 3 and 1 x 1 convolutions around a shortcut."""

    def __init__(self, inputs: int, width: int, stride: int) -> None:
        super().__init__()
        outputs = width * EXPANSION
        self.conv1 = nn.Conv2d(inputs, width, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, stride=stride, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(width)
        self.conv3 = nn.Conv2d(width, outputs, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(outputs)
        self.relu = nn.ReLU(inplace=True)
        self.downsample = None
        if stride != 1 or inputs != outputs:
            self.downsample = nn.Sequential(
                nn.Conv2d(inputs, outputs, 1, stride=stride, bias=False), nn.BatchNorm2d(outputs)
            )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Features (n, outputs, h, w)."""
        kept = x if self.downsample is None else self.downsample(x)
        x = self.relu(self.bn1(self.conv1(x)))
        x = self.relu(self.bn2(self.conv2(x)))
        return self.relu(self.bn3(self.conv3(x)) + kept)


class ResNet50(nn.Module):
    """Pictures (n, 3, h, w) to features (n, 2048)."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(3, stride=2, padding=1)
        inputs = 64
        for n, (width, count) in enumerate(BLOCKS, 1):
            blocks = [Bottleneck(inputs, width, 1 if n == 1 else 2)]
            inputs = width * EXPANSION
            blocks += [Bottleneck(inputs, width, 1) for _ in range(count - 1)]
            setattr(self, f"layer{n}", nn.Sequential(*blocks))
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
            if isinstance(module, Bottleneck):
                # Each block begins as its shortcut (Goyal et al. 2017), which makes short training from scratch easier.
                nn.init.zeros_(module.bn3.weight)

    def maps(self, x: torch.Tensor) -> torch.Tensor:
        """Features where they are, (n, 2048, h / 32, w / 32)."""
        x = self.maxpool(self.relu(self.bn1(self.conv1(x))))
        return self.layer4(self.layer3(self.layer2(self.layer1(x))))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Features (n, 2048)."""
        return self.maps(x).mean(dim=(2, 3))


def load_torchvision(network: ResNet50, path: Path) -> None:
    """Put the weights of a torchvision file (``resnet50-*.pth``) into a network; its classifier is left out.

    Raises
    ------
    BadInput
        When the file cannot be read or holds another network.
    """
    load_weights(network, path, "ResNet50 of torchvision", ("fc.",))
