"""An argument parser that speaks the user's language."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

from desktop.cli import exits
from desktop.language import Language


class Parser(argparse.ArgumentParser):
    """Standard argument parsing with headings and errors of the catalogue."""

    def __init__(self, *args, language: Language, **kwargs) -> None:
        kwargs.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(*args, add_help=False, **kwargs)
        self.language = language
        self._positionals.title = language.text("help.positionals")
        self._optionals.title = language.text("help.options")
        self.add_argument("-h", "--help", action="help", help=language.text("help.help"))

    def add_subparsers(self, **kwargs):
        """Commands below this one, with the same manners."""
        language = self.language

        class Command(Parser):
            def __init__(self, *args, **inner) -> None:
                super().__init__(*args, language=language, **inner)

        return super().add_subparsers(parser_class=Command, title=language.text("help.commands"), **kwargs)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line and how to see the options."""
        print(self.language.text("cli.usage", message=message, program=self.prog), file=sys.stderr)
        sys.exit(exits.BAD_INPUT)
