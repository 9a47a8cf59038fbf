"""Every text that a user reads, in English and Chinese.

The catalogues are Qt Linguist files with one id a message. They are read here rather than through QTranslator, so
that the command line needs no Qt and a report can be printed in the language that the window is not in.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from inference.errors import PrecontrastError
from inference.text import isolated, joined, shown, turns
from inference.vocabulary import Text
from resources.messages import Filled, catalogue

LANGUAGES = ("en", "zh")

DAYS_A_MONTH = 365.2425 / 12
OF_DAYS = {"series.old-images": ("days", "limit")}
"""Numbers of days in findings, which are read as months and years where they are many."""

log = logging.getLogger(__name__)


class _Shown(Filled):
    """Gives each value a direction of its own."""

    def format_field(self, value: Any, format_spec: str) -> str:
        text = super().format_field(value, format_spec)
        return text if "|" in format_spec else isolated(text)


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
        """The message of that id with its placeholders filled in.

        A value is put in as plain text without what controls or turns; beside one that runs from right to left, each
        has a direction of its own.
        """
        template = catalogue(self.code).get(message)
        if template is None:
            log.error("no text for %s", message)
            return message + "".join(f" {name}={value}" for name, value in values.items())
        return self._filled(template, values)

    def filled(self, text: Text, /, **values: object) -> str:
        """A pack's own wording with its placeholders filled in, as :meth:`text` fills a message."""
        return self._filled(text.of(self.code), values)

    def _filled(self, template: str, values: Mapping[str, object]) -> str:
        values = {name: shown(value) if isinstance(value, str) else value for name, value in values.items()}
        isolates = any(isinstance(value, str) and turns(value) for value in values.values())
        return (_Shown() if isolates else Filled()).vformat(template, (), values)

    def joined(self, separator: str, parts: Iterable[str]) -> str:
        """Parts with a message of the catalogue between them, such as ``list.comma``; none turns another round."""
        return joined(self.text(separator), map(shown, parts))

    def known(self, message: str) -> bool:
        """Whether there is a message of that id."""
        return message in catalogue(self.code)

    def of(self, text: Text) -> str:
        """A pack's text in this language."""
        return text.of(self.code)

    def unit(self, code: str) -> str:
        """A unit as people write it: packs name years, days and hours by their UCUM codes."""
        message = f"unit.{code}"
        return self.text(message) if self.known(message) else code

    def percent(self, figure: str) -> str:
        """A figure with its sign: with a space in English (ISO 80000-1), without one in Chinese (GB/T 15835)."""
        return self.text("value.percent", figure=figure)

    def span(self, days: object) -> str:
        """A number of days as people say it: in months from three of them on, in years and months from two years."""
        if not isinstance(days, int) or days < 3 * DAYS_A_MONTH:
            return self.text("span.days", count=days)
        months = int(days / DAYS_A_MONTH)
        if months < 24:
            return self.text("span.months", count=months)
        whole = self.text("span.years", count=months // 12)
        return f"{whole} {self.text('span.months', count=months % 12)}" if months % 12 else whole

    def error(self, error: PrecontrastError) -> str:
        """What an error says to the user."""
        if error.code == "schema.invalid":
            return self._invalid(error.parameters)
        return self._coded("error", error.code, dict(error.parameters))

    def finding(self, code: str, values: Mapping[str, object], subject: str = "") -> str:
        """What a finding, or a note of reading, says to the user."""
        if values.get("unit"):
            values = {**values, "unit": " " + self.unit(str(values["unit"]))}
        if code in OF_DAYS:
            values = {**values, **{name: self.span(values[name]) for name in OF_DAYS[code] if name in values}}
        return self._coded("finding", code, {"subject": subject, **values})

    def _invalid(self, values: Mapping[str, object]) -> str:
        """The text of a fault in a file: which field, what is wrong with it, and how many more faults there are."""
        kind = f"schema.problem.{values.get('problem_kind')}"
        problem = self.text(kind if self.known(kind) else "schema.problem.value_error", **values)
        count = int(str(values.get("count", 1)))
        others = values.get("others", "")
        more = self.text("schema.more-fields" if others else "schema.more", count=count, others=others)
        message = "error.schema.invalid" if values.get("field") else "error.schema.invalid-whole"
        return self.text(message, **{**values, "problem": problem, "more": more if count > 1 else ""})

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
