"""``precontrast``: the command line. Same pipeline and same reports as the window."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence

from desktop.cli import exits
from desktop.cli.console import Console
from desktop.cli.parser import Parser
from desktop.language import Language, language_of
from inference import __version__
from inference.errors import Cancelled, EngineError, InputError, PackError, PrecontrastError

COMMANDS = ("screen", "inspect", "reprint", "packs", "self-test", "demo")
LANGUAGE_VARIABLES = ("PRECONTRAST_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    language = spoken_language(arguments)
    options = build_parser(language).parse_args(arguments)
    given = vars(options)
    level = logging.INFO if given.get("verbose") else logging.ERROR
    logging.basicConfig(level=level, format="%(levelname)s %(message)s")
    console = Console(language, given.get("json", False), given.get("quiet", False))
    try:
        return options.run(options, console)
    except (InputError, Cancelled) as error:
        console.error(error)
        return exits.STOPPED if isinstance(error, Cancelled) else exits.BAD_INPUT
    except (PackError, EngineError) as error:
        console.error(error)
        return exits.UNTRUSTED
    except PrecontrastError as error:
        console.error(error)
        return exits.INTERNAL
    except KeyboardInterrupt:
        console.error(Cancelled())
        return exits.STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return exits.ANSWER
    except Exception as error:
        # The last funnel: a fault of the program is said in one line; the details go to the log on request.
        logging.getLogger(__name__).info("internal error", exc_info=True)
        console.error(PrecontrastError("internal", kind=type(error).__name__, detail=str(error)[:300]))
        return exits.INTERNAL


def spoken_language(arguments: Sequence[str]) -> Language:
    """The language of ``--lang``, else of the environment; needed before the options are parsed, for their help."""
    for n, argument in enumerate(arguments):
        if argument == "--lang" and n + 1 < len(arguments):
            return language_of(arguments[n + 1])
        if argument.startswith("--lang="):
            return language_of(argument.partition("=")[2])
    return language_of(next((os.environ[name] for name in LANGUAGE_VARIABLES if os.environ.get(name)), None))


def build_parser(language: Language) -> argparse.ArgumentParser:
    """The parser with its help in one language."""
    from desktop.cli import demo, inspect, packs, reprint, screen, self_test

    text = language.text
    # Suppressed defaults: the same option may stand before or behind the command.
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--lang", choices=("zh", "en"), help=text("help.lang"))
    shared.add_argument("--quiet", action="store_true", help=text("help.quiet"))
    shared.add_argument("--verbose", action="store_true", help=text("help.verbose"))
    parser = Parser(
        prog="precontrast",
        language=language,
        parents=[shared],
        description=text("help.program"),
        epilog=text("help.program-examples"),
    )
    parser.add_argument("--version", action="version", version=f"Precontrast {__version__}", help=text("help.version"))
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    modules = (screen, inspect, reprint, packs, self_test, demo)
    for name, module in zip(COMMANDS, modules):
        key = name.replace("-", "_")
        command = commands.add_parser(
            name,
            parents=[shared],
            help=text(f"help.{key}"),
            description=text(f"help.{key}"),
            epilog=text(f"help.{key}-examples"),
        )
        module.add_options(command, text, shared)
    return parser


if __name__ == "__main__":
    sys.exit(main())
