"""Who is logged in to the computer."""

from __future__ import annotations

import getpass
import os


def account_name() -> str:
    """Name of the account; ``?`` on a computer without user names."""
    try:
        return getpass.getuser().encode(errors="replace").decode()
    except (KeyError, OSError, ImportError):
        return "?"


def full_name() -> str:
    """What the account's owner is called, as the system knows it; empty where it does not."""
    if os.name == "nt":
        return _windows_display_name()
    import pwd

    try:
        # The first of the fields that ``chfn`` sets.
        name = pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0]
    except (KeyError, OSError):
        return ""
    return name.encode(errors="replace").decode().strip()


def _windows_display_name() -> str:
    """``GetUserNameExW`` with ``NameDisplay``; empty for an account that is of no domain."""
    import ctypes

    display, size = 3, ctypes.c_ulong(256)
    buffer = ctypes.create_unicode_buffer(size.value)
    try:
        known = ctypes.windll.secur32.GetUserNameExW(display, buffer, ctypes.byref(size))  # type: ignore[attr-defined]
    except (AttributeError, OSError):
        return ""
    return buffer.value.strip() if known else ""
