"""``precontrast``: the command line. Same pipeline and same reports as the window.

Only what Python has loaded by itself is imported above the functions: Ctrl-C must end the program quietly from its
first moment on.
"""

from __future__ import annotations

import os
import sys

from desktop.cli import exits

TYPE_CHECKING = False  # the one of typing takes milliseconds to import
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from types import ModuleType
    from typing import NoReturn

    from desktop.cli.console import Console
    from desktop.language import Language

COMMANDS = ("screen", "inspect", "reprint", "cases", "audit", "packs", "self-test", "demo")
LANGUAGE_VARIABLES = ("PRECONTRAST_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


OBJECTS_BETWEEN_SWEEPS = 50_000
"""Python looks for circles of unused objects each time it has made so many; by itself 700, and what a command loads is
some 300,000 objects of which nearly none are unused."""


def start() -> NoReturn:
    """Run one command as a program of its own, which ends with it.

    Everything is written and closed by then. To take engines and libraries to pieces would cost a tenth of a screening.
    """
    import atexit
    import gc

    gc.set_threshold(OBJECTS_BETWEEN_SWEEPS)
    code = main()
    atexit._run_exitfuncs()  # temporary files, logs, workers
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):  # none, gone or closed
            continue
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    try:
        from desktop.threads import one_for_arrays

        one_for_arrays()
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        # While still starting, or a second time while saying that the work has stopped.
        return exits.STOPPED


def _run(arguments: list[str]) -> int:
    import logging

    from desktop.cli.console import Console
    from desktop.leftovers import sweep
    from desktop.microsoft_windows import ensure_streams
    from desktop.places import default_places
    from inference.errors import Cancelled, EngineError, InputError, PackError, PrecontrastError
    from inference.reading import os_reason

    ensure_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    console = Console(spoken_language(arguments), "--json" in arguments)
    try:
        options = build_parser(console.language, [n for n in COMMANDS if n in arguments]).parse_args(arguments)
        _adopt(options, console)
        sweep(default_places())
        _tighten()
        code = options.run(options, console)
        sys.stdout.flush()  # here it is still known what cannot be written
        return code
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
        _write_no_more()
        return exits.ANSWER
    except OSError as error:
        # A disk that is full, a connection that broke: of the computer and not of the program.
        reason = os_reason(error)
        logging.getLogger(__name__).info("refused by the operating system", exc_info=True)
        if error.filename is None:
            _write_no_more()
        path = str(error.filename or console.language.text("cli.output"))
        console.error(InputError("system.refused", path=path, reason=reason, detail=str(error)))
        return exits.BAD_INPUT
    except Exception as error:
        # The last funnel: a fault of the program is said in one line; the details go to the log on request.
        logging.getLogger(__name__).info("internal error", exc_info=True)
        console.error(PrecontrastError("internal", kind=type(error).__name__, detail=str(error)))
        return exits.INTERNAL


def _write_no_more() -> None:
    """Let what is still to be written to standard output go nowhere, or the end of the program would fail on it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tighten() -> None:
    """Take an open data folder from others; that it was open stands in the audit log."""
    from desktop.cli.trail import own_log
    from desktop.permissions import tighten
    from desktop.places import default_places

    if changed := tighten(default_places()):
        own_log().append("permissions-tightened", **changed)


def _adopt(options: argparse.Namespace, console: Console) -> None:
    """Let the options that every command has take effect."""
    import logging

    from inference.terminal import visible

    class Formatter(logging.Formatter):
        def format(self, record: logging.LogRecord) -> str:
            return visible(super().format(record), keep="\n")

    given = vars(options)
    console.as_json, console.quiet = given.get("json", False), given.get("quiet", False)
    handler = logging.StreamHandler()
    handler.setFormatter(Formatter("%(levelname)s %(message)s"))
    logging.basicConfig(level=logging.INFO if given.get("verbose") else logging.ERROR, handlers=[handler])


def spoken_language(arguments: Sequence[str]) -> Language:
    """The language of ``--lang``, else of the environment or of Windows; the help of the options needs it first."""
    from desktop.language import language_of
    from desktop.microsoft_windows import system_language

    for n, argument in enumerate(arguments):
        if argument == "--lang" and n + 1 < len(arguments):
            return language_of(arguments[n + 1])
        if argument.startswith("--lang="):
            return language_of(argument.partition("=")[2])
    set_by_user = (os.environ[name] for name in LANGUAGE_VARIABLES if os.environ.get(name))
    return language_of(next(set_by_user, system_language()))


def build_parser(language: Language, used: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """The parser with its help in one language.

    Parameters
    ----------
    used
        Commands whose options are needed; the modules of the others are not loaded.
    """
    import argparse

    from desktop.cli.parser import Parser
    from inference import __version__

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
    for name in COMMANDS:
        key = name.replace("-", "_")
        command = commands.add_parser(
            name,
            parents=[shared],
            help=text(f"help.{key}"),
            description=text(f"help.{key}"),
            epilog=text(f"help.{key}-examples"),
        )
        if name in used:
            _module(name).add_options(command, text, shared)
    return parser


def _module(command: str) -> ModuleType:
    """The module of a command: named one by one, so that the build for installers finds them."""
    match command:
        case "screen":
            from desktop.cli import screen

            return screen
        case "inspect":
            from desktop.cli import inspect

            return inspect
        case "reprint":
            from desktop.cli import reprint

            return reprint
        case "cases":
            from desktop.cli import cases

            return cases
        case "audit":
            from desktop.cli import audit

            return audit
        case "packs":
            from desktop.cli import packs

            return packs
        case "self-test":
            from desktop.cli import self_test

            return self_test
        case "demo":
            from desktop.cli import demo

            return demo
        case _:
            raise ValueError(command)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # The self-test's worker process is this executable once more.
        import multiprocessing

        multiprocessing.freeze_support()
    start()
