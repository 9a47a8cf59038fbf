"""Words that manifests and step parameters share."""

from __future__ import annotations

from dataclasses import dataclass

STRICT = {"extra": "forbid", "allow_inf_nan": False, "strict": False}
"""Unknown fields are mistakes, and so are numbers that are not numbers."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in both languages."""

    __pydantic_config__ = STRICT
    en: str
    zh: str

    def of(self, language: str) -> str:
        """The text in ``en`` or ``zh``."""
        return self.zh if language.startswith("zh") else self.en
