"""Asks windows to close, as the button in a title bar does: the message WM_DELETE_WINDOW (ICCCM, section 4.2.8.1)."""

from __future__ import annotations

import ctypes
from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p

CLIENT_MESSAGE, NO_MASK = 33, 0


class ClientMessage(ctypes.Structure):
    """``XClientMessageEvent``, filled up to the size of ``XEvent``."""

    _fields_ = (
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("window", c_ulong),
        ("message_type", c_ulong),
        ("format", c_int),
        ("data", c_long * 5),
        ("filling", c_long * 12),
    )


def ask_to_close(screen: str) -> int:
    """Ask every window of a screen that understands it to close; returns how many were asked.

    Parameters
    ----------
    screen
        Name of the display, such as ``:1``. Without a window manager all windows lie directly on its root.
    """
    x11 = _library()
    display = x11.XOpenDisplay(screen.encode())
    if not display:
        raise OSError(f"no X server at {screen}")
    try:
        protocols = x11.XInternAtom(display, b"WM_PROTOCOLS", 0)
        delete = x11.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
        windows = [window for window in _windows(x11, display) if delete in _protocols(x11, display, window)]
        for window in windows:
            message = ClientMessage(CLIENT_MESSAGE, 0, 1, display, window, protocols, 32, (c_long * 5)(delete))
            x11.XSendEvent(display, window, 0, NO_MASK, byref(message))
    finally:
        x11.XCloseDisplay(display)  # also sends what is waiting
    return len(windows)


def _library() -> ctypes.CDLL:
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype, x11.XOpenDisplay.argtypes = c_void_p, [c_char_p]
    x11.XInternAtom.restype, x11.XInternAtom.argtypes = c_ulong, [c_void_p, c_char_p, c_int]
    x11.XDefaultRootWindow.restype, x11.XDefaultRootWindow.argtypes = c_ulong, [c_void_p]
    pointer = POINTER(c_ulong)
    x11.XQueryTree.argtypes = [c_void_p, c_ulong, pointer, pointer, POINTER(pointer), POINTER(c_uint)]
    x11.XGetWMProtocols.argtypes = [c_void_p, c_ulong, POINTER(pointer), POINTER(c_int)]
    x11.XSendEvent.argtypes = [c_void_p, c_ulong, c_int, c_long, POINTER(ClientMessage)]
    x11.XFree.argtypes = x11.XCloseDisplay.argtypes = [c_void_p]
    return x11


def _windows(x11: ctypes.CDLL, display: int) -> list[int]:
    root, parent, found, count = c_ulong(), c_ulong(), POINTER(c_ulong)(), c_uint()
    x11.XQueryTree(display, x11.XDefaultRootWindow(display), byref(root), byref(parent), byref(found), byref(count))
    return _taken(x11, found, count.value)


def _protocols(x11: ctypes.CDLL, display: int, window: int) -> list[int]:
    found, count = POINTER(c_ulong)(), c_int()
    return _taken(x11, found, count.value) if x11.XGetWMProtocols(display, window, byref(found), byref(count)) else []


def _taken(x11: ctypes.CDLL, found, count: int) -> list[int]:
    values = list(found[:count])
    if found:
        x11.XFree(found)
    return values
