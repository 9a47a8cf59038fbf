"""Options that several commands share."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.pack_library import PackLibrary
from desktop.places import default_places
from inference.engines import EngineProvider
from inference.errors import EngineError, InputError

Text = Callable[[str], str]
Run = Callable[[argparse.Namespace, Any], int]
"""What a command runs: given its options and the console, it returns the exit code."""


def add_pack_options(parser: argparse.ArgumentParser, text: Text) -> None:
    """``--allow-unsigned``."""
    parser.add_argument("--allow-unsigned", action="store_true", help=text("help.allow-unsigned"))


def add_engine_options(parser: argparse.ArgumentParser, text: Text) -> None:
    """``--engine`` and ``--threads``."""
    parser.add_argument("--engine", metavar="NAME:DEVICE", help=text("help.engine"))
    parser.add_argument("--threads", type=thread_count, metavar="N", help=text("help.threads"))


def add_json_option(parser: argparse.ArgumentParser, text: Text) -> None:
    """``--json``."""
    parser.add_argument("--json", action="store_true", help=text("help.json"))


def add_paper_option(parser: argparse.ArgumentParser, text: Text) -> None:
    """``--paper``; not given is None, and the site profile decides."""
    parser.add_argument("--paper", choices=("A4", "Letter"), help=text("help.screen.paper"))


def add_pictures_option(parser: argparse.ArgumentParser, text: Text) -> None:
    """``--png``."""
    parser.add_argument("--png", action="store_true", help=text("help.png"))


def library_of(options: argparse.Namespace) -> PackLibrary:
    """The pack library that the options ask for."""
    return PackLibrary(default_places(), getattr(options, "allow_unsigned", False))


def engines_of(options: argparse.Namespace) -> EngineProvider:
    """The engines that the options ask for, with this user's measurements and caches.

    Raises
    ------
    EngineError
        ``engine.unknown`` for an engine that this computer does not have, also where the pack would need none.
    """
    if options.engine is not None:
        from inference.engines.provider import all_candidates

        offered = [candidate.name for candidate in all_candidates()]
        if options.engine.lower() not in (name.lower() for name in offered):
            raise EngineError("engine.unknown", engine=options.engine, offered=", ".join(offered))
    places = default_places()
    provider = EngineProvider(options.engine, places.engine_memory, places.compiled_models, places.compiled_secret)
    if options.threads is not None:
        provider.threads = options.threads
    return provider


def path_of(given: str) -> Path:
    """A path as typed; whether it exists is checked where it is read.

    Raises
    ------
    InputError
        ``option.empty-path``: it would stand for the current folder.
    """
    if not given.strip():
        raise InputError("option.empty-path")
    return Path(given)


def thread_count(given: str) -> int:
    """A number of threads, at least 1.

    Raises
    ------
    InputError
        ``option.threads``.
    """
    if not (given.isascii() and given.isdecimal() and len(given) < 5 and int(given) > 0):
        raise InputError("option.threads", value=given)
    return int(given)
