"""How soft a reconstruction kernel is, from its name.

Makers name kernels in their own ways; what is listed here serves as a preference among series only, and any other
name is unknown rather than guessed. The numbers of Siemens are explained in its operating instructions (SOMATOM
Sensation, chapter "Body Kernels": B30 and B40 for soft tissue, B50 to B80 sharper); the rest is common usage and
unconfirmed by a document of the maker.
"""

from __future__ import annotations

import re

SOFT_BELOW, SHARP_FROM = 45, 55
"""Siemens numbers its kernels from 10 (soft) to 90 (sharp); 30 to 44 are used for soft tissue, 60 and more for lung."""

_WORDS = {
    "soft": ("SOFT", "STANDARD", "STND", "STD", "SMOOTH", "BODY", "MEDIASTINUM"),
    "medium": ("DETAIL", "CHST", "CHEST", "MEDIUM"),
    "sharp": ("LUNG", "BONE", "EDGE", "SHARP", "ULTRA", "INNER EAR", "HRCT"),
}
"""Words in the names of GE, United Imaging, Neusoft and others; ``sharp`` ones win: BONEPLUS, LUNG STANDARD."""

_PHILIPS = {"A": "soft", "B": "soft", "C": "medium", "D": "medium", "E": "sharp", "F": "soft", "L": "sharp"}
_PHILIPS |= {"UA": "soft", "UB": "soft", "UC": "medium", "YA": "sharp", "YB": "sharp", "YC": "sharp", "YD": "sharp"}
_SIEMENS = re.compile(r"^[A-Z]{1,2}(\d{2})[A-Z]?(\b|\d)")
_CANON = re.compile(r"^FC(\d{2})")


def softness(kernel: str) -> str:
    """Classify a Convolution Kernel (0018,1210).

    Returns
    -------
    ``soft``, ``medium``, ``sharp``, or empty where the name is unknown.

    Examples
    --------
    >>> softness("Br38f"), softness("LUNG"), softness("FC51"), softness("?")
    ('soft', 'sharp', 'sharp', '')
    """
    name = kernel.strip().upper()
    if found := _CANON.match(name):
        return _canon(int(found[1]))
    if name in _PHILIPS:
        return _PHILIPS[name]
    if found := _SIEMENS.match(name):
        number = int(found[1])
        return "soft" if number < SOFT_BELOW else "sharp" if number >= SHARP_FROM else "medium"
    for kind in ("sharp", "medium", "soft"):
        if any(word in name for word in _WORDS[kind]):
            return kind
    return ""


def _canon(number: int) -> str:
    """Toshiba and Canon: 1 to 19 body, 20 to 29 head, 30 to 39 bone, 50 to 59 and 80 to 89 lung and bone."""
    if number < 30:
        return "soft"
    return "sharp" if number // 10 in (3, 5, 8) else ""
