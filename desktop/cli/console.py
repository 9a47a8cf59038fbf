"""What the command line prints: text, tables, progress, JSON, errors."""

from __future__ import annotations

import json
import sys
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from desktop.language import Language
from inference.errors import PrecontrastError

MARKS = {"pass": "✓", "note": "·", "warning": "!", "blocking": "✗"}


@dataclass(slots=True)
class Console:
    """Writes to the terminal in one language.

    Attributes
    ----------
    as_json
        Results go to standard output as one JSON value and nothing else does.
    quiet
        No progress bars.
    """

    language: Language
    as_json: bool = False
    quiet: bool = False
    _bars: dict[str, Any] = field(default_factory=dict)

    def say(self, line: str = "") -> None:
        """Print a line for people; silent with ``--json``."""
        if not self.as_json:
            print(line)

    def text(self, message: str, /, **values: object) -> None:
        """Print a message of the catalogue."""
        self.say(self.language.text(message, **values))

    def data(self, value: object) -> None:
        """Print the result for programs; silent without ``--json``."""
        if self.as_json:
            print(json.dumps(value, ensure_ascii=False, indent=1))

    def table(self, head: list[str], rows: list[list[str]]) -> None:
        """Print columns, wide Chinese characters counted as two."""
        widths = [max(_width(row[n]) for row in [head, *rows]) for n in range(len(head))]
        for row in [head, ["─" * w for w in widths], *rows]:
            self.say("  ".join(cell + " " * (w - _width(cell)) for cell, w in zip(row, widths)).rstrip())

    def error(self, error: PrecontrastError) -> None:
        """Print an error, in words on standard error or as JSON on standard output."""
        self.close_bars()
        sentence = self.language.error(error)
        if self.as_json:
            parameters = {name: str(value) for name, value in error.parameters.items()}
            self.data({"error": {"code": error.code, "parameters": parameters, "message": sentence}})
        print(self.language.text("cli.error", message=sentence), file=sys.stderr)

    def progress(self, stage: str, share: float) -> None:
        """Show how far a stage is, on a terminal only."""
        if self.quiet or self.as_json or not sys.stderr.isatty():
            return
        from tqdm import tqdm

        if stage not in self._bars:
            self.close_bars()
            label = self.language.text(f"progress.{stage}")
            self._bars[stage] = tqdm(
                total=100, desc=label, bar_format="{desc} {bar} {percentage:3.0f} %", leave=False, file=sys.stderr
            )
        bar = self._bars[stage]
        bar.update(max(0.0, 100 * share - bar.n))

    def close_bars(self) -> None:
        """Take progress bars off the terminal."""
        for bar in self._bars.values():
            bar.close()
        self._bars.clear()


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
