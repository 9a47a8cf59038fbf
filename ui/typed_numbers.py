"""Numbers as people type them into a field, and as a field shows them."""

from __future__ import annotations

import unicodedata


def parse_number(text: str) -> float | None:
    """A number as people type it: 1.5, 1,5, full-width digits; None where it is none (yet)."""
    try:
        number = float(plain_number(text).replace(",", "."))
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None


def plain_number(text: str) -> str:
    """Digits, signs and points of a Chinese input method as their plain forms."""
    return unicodedata.normalize("NFKC", text).replace("。", ".").replace("、", ",").strip()


def shown_number(value: float) -> str:
    """A number as a field shows it: as short as it can be."""
    return f"{value:.6g}"
