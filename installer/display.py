"""A screen without a monitor (Xvfb): and its picture."""

from __future__ import annotations

import struct
import subprocess
import tempfile
import time
import zlib
from contextlib import contextmanager
from pathlib import Path

from installer.tools import need

SIZE = (1280, 800)
READY_SECONDS = 20


class Display:
    """One screen; its picture lies in a file that the X server keeps up to date."""

    def __init__(self, number: int, file: Path) -> None:
        self.name, self._file = f":{number}", file

    def picture(self) -> tuple[int, int, bytes]:
        """Width, height and RGB pixels of what is shown now."""
        return decode_xwd(self._file.read_bytes())

    def middle_line(self) -> bytes:
        """One line of pixels across the middle, all zero while nothing is shown; cheap enough to ask all the time."""
        length = 4 * SIZE[0]
        with self._file.open("rb") as file:
            file.seek(-(SIZE[1] // 2) * length, 2)
            return file.read(length)


@contextmanager
def display():
    """Start an X server, and end it."""
    need("Xvfb")
    with tempfile.TemporaryDirectory() as folder:
        screen = ["-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-fbdir", folder, "-nolisten", "tcp"]
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", *screen], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        try:
            yield Display(int(server.stdout.readline()), Path(folder) / "Xvfb_screen0")
        finally:
            server.terminate()
            server.wait(READY_SECONDS)


def still(shown: Display, seconds: float, most: float, running) -> tuple[int, int, bytes]:
    """The picture once something is shown and nothing has changed for some time.

    Parameters
    ----------
    seconds, most
        How long nothing may have changed, and how long to wait for that at most.
    running
        Says whether the program is still there; without it there is nothing to wait for.
    """
    start = changed = time.monotonic()
    last = empty = shown.picture()
    while running() and time.monotonic() - start < most:
        time.sleep(1)
        now = shown.picture()
        if now != last:
            last, changed = now, time.monotonic()
        if now != empty and time.monotonic() - changed >= seconds:
            break
    return last


def decode_xwd(data: bytes) -> tuple[int, int, bytes]:
    """Width, height and RGB pixels of an X window dump of 32 bits a pixel (X11/XWDFile.h)."""
    header, _, _, _, width, height, _, _, _, _, _, bits, line, _, _, _, _, _, _, colours = struct.unpack(
        ">20I", data[:80]
    )
    if bits != 32:
        raise ValueError(f"{bits} bits a pixel")
    start = header + 12 * colours
    rows = [data[start + n * line : start + n * line + 4 * width] for n in range(height)]
    pixels = bytearray(3 * width * height)
    for channel in range(3):  # stored as blue, green, red, nothing
        pixels[channel::3] = b"".join(row[2 - channel :: 4] for row in rows)
    return width, height, bytes(pixels)


def png(width: int, height: int, pixels: bytes) -> bytes:
    """RGB pixels as a PNG file."""
    rows = b"".join(b"\0" + pixels[3 * width * n : 3 * width * (n + 1)] for n in range(height))

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
