"""What is otherwise on Windows."""

from __future__ import annotations

import os
import sys

CHINESE = 0x04
"""Primary language of all Chinese ones in Windows' language identifiers."""


def ensure_streams() -> None:
    """Give what is printed somewhere to go: a program without a console has no standard streams there, but None."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - until the program ends


def system_language() -> str | None:
    """The language of Windows' own texts, whose consoles have no LANG; None on other systems."""
    if sys.platform != "win32":
        return None
    import ctypes

    identifier = ctypes.windll.kernel32.GetUserDefaultUILanguage()
    return "zh" if identifier & 0x3FF == CHINESE else "en"
