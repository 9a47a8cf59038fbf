"""What the command line prints: text, tables, progress, JSON, errors."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from typing import Any, TextIO

from desktop.language import Language
from inference.errors import PrecontrastError
from inference.terminal import columns_of, visible
from inference.text import ISOLATE, POP, is_balanced, isolated, turns, without_isolates

MARKS = {"pass": "✓", "note": "·", "warning": "!", "blocking": "✗"}
LONGEST_VALUE = 200
"""Longer values in an error are shortened in the middle."""


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
            print(on_terminal(line))

    def text(self, message: str, /, **values: object) -> None:
        """Print a message of the catalogue, which may have several lines; its values may not."""
        for line in self.language.text(message, **_visible_values(values)).split("\n"):
            self.say(line)

    def warning(self, message: str, /, **values: object) -> None:
        """Print a message of the catalogue on standard error, with ``--json``, too."""
        print(visible(self.language.text(message, **_visible_values(values)), keep="\n"), file=sys.stderr)

    def data(self, value: object) -> None:
        """Print the result for programs; silent without ``--json``."""
        if self.as_json:
            print(visible(json.dumps(value, ensure_ascii=False, indent=1), keep="\n", escape=_json_escape))

    def table(self, head: list[str], rows: list[list[str]]) -> None:
        """Print columns, wide Chinese characters counted as two."""
        lines = [[visible(cell) for cell in row] for row in [head, *rows]]
        widths = [max(columns_of(cell) for cell in column) for column in zip(*lines)]
        lines.insert(1, ["─" * columns for columns in widths])
        for line in lines:
            isolate = isolated if any(map(turns, line)) else str
            padded = (isolate(cell) + " " * (columns - columns_of(cell)) for cell, columns in zip(line, widths))
            self.say("  ".join(padded).rstrip())

    def error(self, error: PrecontrastError) -> None:
        """Print an error, in words on standard error or as JSON on standard output."""
        self.close_bars()
        short = {name: shortened(value) for name, value in _visible_values(error.parameters).items()}
        sentence = self.language.error(PrecontrastError(error.code, **short))
        if self.as_json:
            parameters = {name: str(value) for name, value in error.parameters.items()}
            self.data({"error": {"code": error.code, "parameters": parameters, "message": sentence}})
        print(on_terminal(self.language.text("cli.error", message=sentence), sys.stderr, keep="\n"), file=sys.stderr)

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


def on_terminal(text: str, stream: TextIO | None = None, keep: str = "") -> str:
    """A text as it is printed; isolates, which keep a number behind an Arabic name in order, go to terminals only."""
    if is_balanced(text) and not (stream or sys.stdout).isatty():
        text = without_isolates(text)
    return visible(text, keep + _isolates_of(text))


def _json_escape(character: str) -> str:
    return json.dumps(character)[1:-1]


def _visible_values(values: dict[str, object]) -> dict[str, object]:
    return {
        name: value if isinstance(value, int | float) else visible(str(value), _isolates_of(str(value)))
        for name, value in values.items()
    }


def _isolates_of(text: str) -> str:
    """The characters that may stay where a text is a sentence with isolated parts."""
    return ISOLATE + POP if is_balanced(text) else ""


def shortened(value: object) -> object:
    """A text of at most about ``LONGEST_VALUE`` characters, without its middle; anything else as it is."""
    if not isinstance(value, str) or len(value) <= LONGEST_VALUE:
        return value
    half = LONGEST_VALUE // 2
    return f"{value[:half]}…{value[-half:]}"
