"""The program's icon in the format of Windows, from the drawing that Linux uses as it is."""

from __future__ import annotations

import os
import struct
from pathlib import Path

DRAWING = Path(__file__).parents[2] / "resources" / "precontrast.svg"
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""Pixels: title bar, task bar and desktop at the usual scales of the screen."""


def icon_file(folder: Path, drawing: Path = DRAWING) -> Path:
    """Write ``precontrast.ico`` into a folder, which is made if needed."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "precontrast.ico"
    path.write_bytes(ico([(size, _png(drawing, size)) for size in SIZES]))
    return path


def ico(pictures: list[tuple[int, bytes]]) -> bytes:
    """Square PNG pictures as one icon: a directory of 16 bytes a picture, then the pictures."""
    offset = 6 + 16 * len(pictures)
    directory, data = [struct.pack("<HHH", 0, 1, len(pictures))], []
    for size, png in pictures:
        # A side of 256 is written as 0, which is all that fits into the byte.
        directory.append(struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), offset))
        data.append(png)
        offset += len(png)
    return b"".join(directory + data)


def _png(drawing: Path, size: int) -> bytes:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.read_bytes())).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return buffer.data().data()
