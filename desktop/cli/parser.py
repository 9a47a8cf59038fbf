"""An argument parser that speaks the user's language."""

from __future__ import annotations

import argparse
import re
import sys
from functools import partial
from typing import Any, NoReturn

from desktop.cli import exits
from desktop.cli.console import shortened
from desktop.language import Language
from inference.terminal import visible

ERRORS = {
    "label.value": r"argument (?P<label>.+?): (?P<value>.+)",
    "usage.choice": r"invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)",
    "usage.unrecognized": r"unrecognized arguments: (?P<values>.+)",
    "usage.required": r"the following arguments are required: (?P<names>.+)",
    "usage.expected-one": r"expected one argument",
    "usage.expected-some": r"expected at least one argument",
    "usage.ambiguous": r"ambiguous option: (?P<value>.+) could match (?P<options>.+)",
    "usage.explicit": r"ignored explicit argument (?P<value>.+)",
}
"""What argparse says about a command line, and the message of the catalogue that says the same."""


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help whose own words and colons are in the user's language."""

    def __init__(self, language: Language, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._language = language

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """See the base class."""
        super().add_usage(usage, actions, groups, self._language.text("help.usage") if prefix is None else prefix)

    def format_help(self) -> str:
        """See the base class."""
        return re.sub("(?<=[一-鿿]):$", "：", super().format_help(), flags=re.MULTILINE)


class Parser(argparse.ArgumentParser):
    """Standard argument parsing with headings and errors of the catalogue."""

    def __init__(self, *, language: Language, **kwargs: Any) -> None:
        super().__init__(add_help=False, formatter_class=partial(Formatter, language), **kwargs)
        self.language = language
        self._positionals.title = language.text("help.positionals")
        self._optionals.title = language.text("help.options")
        self.add_argument("-h", "--help", action="help", help=language.text("help.help"))

    def add_subparsers(self, **kwargs: Any) -> Any:
        """Commands below this one, with the same manners."""
        language = self.language

        class Command(Parser):
            def __init__(self, **inner: Any) -> None:
                super().__init__(language=language, **inner)

        return super().add_subparsers(parser_class=Command, title=language.text("help.commands"), **kwargs)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line and how to see the options."""
        sentence = visible(self._translated(message))
        print(self.language.text("cli.usage", message=sentence, program=self.prog), file=sys.stderr)
        sys.exit(exits.BAD_INPUT)

    def _translated(self, message: str) -> str:
        for known, pattern in ERRORS.items():
            found = re.fullmatch(pattern, message, re.DOTALL)
            if found is not None:
                values = {name: shortened(value) for name, value in found.groupdict().items()}
                if known == "label.value":
                    values["value"] = self._translated(str(values["value"]))
                return self.language.text(known, **values)
        return message
