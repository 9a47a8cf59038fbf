"""The catalogues of messages, Qt Linguist files with one id a message, and how a message is filled in."""

from __future__ import annotations

import functools
import string
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

FILES = {"en": "en.ts", "zh": "zh_CN.ts"}


@functools.cache
def catalogue(language: str) -> Mapping[str, str]:
    """All messages of a language (``en`` or ``zh``) by id."""
    text = (Path(__file__).parent / "translations" / FILES[language]).read_text(encoding="utf-8")
    messages = {}
    for message in ElementTree.fromstring(text).iter("message"):
        translation = message.find("translation")
        messages[message.get("id", "")] = "" if translation is None else "".join(translation.itertext())
    return messages


class Filled(string.Formatter):
    """Formats numbers briefly and survives a placeholder without a value.

    ``{count:slice is|slices are}`` is the first where the value is one, and else the second.
    """

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """The value of a placeholder, or a question mark."""
        return kwargs.get(str(key), "?")

    def format_field(self, value: Any, format_spec: str) -> str:
        """A value as the message shows it."""
        if "|" in format_spec:
            one, several = format_spec.split("|")
            return one if str(value) == "1" else several
        if isinstance(value, str):
            format_spec = ""  # a figure that is not known
        elif isinstance(value, float) and not format_spec:
            format_spec = ".6g"
        return super().format_field(value, format_spec)
