"""Pages of a report: what they say, and as pictures, compared as an eye would."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pypdfium2
from PySide6.QtGui import QImage

UNSEEN = 16
"""Of 255: Qt smooths the edges of large letters a little differently, by what it drew before (its caches of fonts)."""


def texts(report: Path) -> list[str]:
    """What each page of a PDF says."""
    with pypdfium2.PdfDocument(report) as document:
        return [page.get_textpage().get_text_range() for page in document]


def pixels(page: QImage | Path) -> np.ndarray:
    """Colours of a page, shape (height, width, 3)."""
    image = page if isinstance(page, QImage) else QImage(str(page))
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)[..., :3].astype(np.int16)


def look_alike(first: QImage | Path, second: QImage | Path) -> bool:
    """Whether no eye could tell two pages apart; a letter more or less differs by the whole range."""
    one, other = pixels(first), pixels(second)
    return one.shape == other.shape and np.abs(one - other).max() <= UNSEEN


def rightmost(report: Path) -> float:
    """Where the last letter of all pages ends, mm from the left edge."""
    with pypdfium2.PdfDocument(report) as document:
        pages = [page.get_textpage() for page in document]
        boxes = [page.get_charbox(n) for page in pages for n in range(page.count_chars())]
        # Line ends have a place, but no width.
        return max(right for left, _, right, _ in boxes if right > left) / 72 * 25.4
