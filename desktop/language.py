"""Every text that a user reads, in English and Chinese.

The catalogues are Qt Linguist files with one id a message. They are read here rather than through QTranslator, so
that the command line needs no Qt and a report can be printed in the language that the window is not in.
"""

from __future__ import annotations

import functools
import logging
import string
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from inference.errors import PrecontrastError
from inference.packs.vocabulary import Text

LANGUAGES = ("en", "zh")
_FILES = {"en": "en.ts", "zh": "zh_CN.ts"}

log = logging.getLogger(__name__)


@functools.cache
def catalogue(language: str) -> Mapping[str, str]:
    """All messages of a language by id."""
    text = resources.files("resources").joinpath("translations", _FILES[language]).read_text(encoding="utf-8")
    messages = {}
    for message in ElementTree.fromstring(text).iter("message"):
        translation = message.find("translation")
        messages[message.get("id", "")] = "" if translation is None else "".join(translation.itertext())
    return messages


class _Shown(string.Formatter):
    """Formats numbers briefly and survives a placeholder without a value."""

    def get_value(self, key, args, kwargs):
        return kwargs.get(key, "?")

    def format_field(self, value, format_spec: str) -> str:
        if isinstance(value, float) and not format_spec:
            return f"{value:.6g}"
        return super().format_field(value, format_spec)


@dataclass(frozen=True, slots=True)
class Language:
    """One of the two languages.

    Attributes
    ----------
    code
        ``en`` or ``zh``.
    """

    code: str

    def text(self, message: str, /, **values: object) -> str:
        """The message of that id with its placeholders filled in."""
        template = catalogue(self.code).get(message)
        if template is None:
            log.error("no text for %s", message)
            return message + "".join(f" {name}={value}" for name, value in values.items())
        return _Shown().vformat(template, (), values)

    def known(self, message: str) -> bool:
        """Whether there is a message of that id."""
        return message in catalogue(self.code)

    def of(self, text: Text) -> str:
        """A pack's text in this language."""
        return text.of(self.code)

    def error(self, error: PrecontrastError) -> str:
        """What an error says to the user."""
        values = dict(error.parameters)
        if error.code == "schema.invalid":
            kind = f"schema.problem.{values.get('problem_kind')}"
            values["problem"] = self.text(kind) if self.known(kind) else values.get("problem")
        return self._coded("error", error.code, values)

    def finding(self, code: str, values: Mapping[str, object], subject: str = "") -> str:
        """What a finding, or a note of reading, says to the user."""
        return self._coded("finding", code, {"subject": subject, **values})

    def _coded(self, kind: str, code: str, values: dict[str, object]) -> str:
        """The text of a code; a reason that is itself a code is put into words first."""
        reason = values.get("reason")
        if isinstance(reason, str):
            rest = {name: value for name, value in values.items() if name != "reason"}
            brief = f"reason.{reason}"
            if self.known(brief):
                values = {**rest, "reason": self.text(brief)}
            elif self.known(_message_id("finding", reason)):
                values = {**rest, "reason": self.text(_message_id("finding", reason), **rest)}
        return self.text(_message_id(kind, code), **values)


def _message_id(kind: str, code: str) -> str:
    """What DICOM reading says is an error or a finding with the same words, depending on whether it goes on."""
    return code if code.startswith("dicom.") else f"{kind}.{code}"


def language_of(code: str | None) -> Language:
    """The language for a code such as ``zh``, ``zh_CN.UTF-8`` or ``en``; English for others."""
    return Language("zh" if (code or "").lower().startswith("zh") else "en")
