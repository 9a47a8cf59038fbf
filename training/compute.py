"""Where networks are trained: on a GPU where there is one, in bfloat16 where that is multiplied in hardware.

Master weights, losses and running statistics stay in single precision. With AMX (Intel processors since 2023) a step of
the vessel network takes 0.4 of the time that it takes without, with AVX512-BF16 alone (AMD since 2022) 0.5 to 0.6;
processors that lack both would be slower in bfloat16.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch


@dataclass(frozen=True, slots=True)
class Compute:
    """A device and whether its convolutions run in bfloat16."""

    device: torch.device
    mixed: bool

    def autocast(self) -> torch.autocast:
        """Context in which a network is run forward."""
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.mixed)

    def __str__(self) -> str:
        return f"{self.device.type}, {'bfloat16' if self.mixed else 'float32'}"


def best_compute() -> Compute:
    """The fastest that this machine has."""
    if torch.cuda.is_available():
        return Compute(torch.device("cuda"), torch.cuda.is_bf16_supported(including_emulation=False))
    has = torch.cpu.get_capabilities()
    return Compute(torch.device("cpu"), any(has.get(name, False) for name in ("amx_bf16", "avx512_bf16")))
