"""In which encoding a table was written: UTF-8, what Excel calls Unicode, or what a Chinese Excel writes."""

from __future__ import annotations

import codecs

from inference.dicom.text import in_gb2312
from inference.errors import InputError
from inference.reading import decode_text

LEAST_COMMON = 0.9
"""Share of the characters that must stand in GB 2312, the common ones, before bytes are believed to be Chinese.

A Western table becomes rare characters of the extensions when it is read so.
"""


def decode_table(data: bytes, source: str) -> tuple[str, str]:
    """Text of a table and the name of its encoding.

    Raises
    ------
    InputError
        ``file.not-utf8`` where it is none of the three.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), "UTF-16"
        except UnicodeDecodeError as error:
            raise InputError("file.not-utf8", path=source) from error
    try:
        return decode_text(data, source), "UTF-8"
    except InputError:
        text = _chinese(data)
        if text is None:
            raise
        return text, "GB18030"


def _chinese(data: bytes) -> str | None:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    foreign = [character for character in text if not character.isascii()]
    common = sum(in_gb2312(character) for character in foreign)
    return text if common >= LEAST_COMMON * len(foreign) else None
