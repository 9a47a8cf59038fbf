"""Options that several commands share."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from desktop.pack_library import PackLibrary
from desktop.places import default_places
from inference.engines import EngineProvider

Text = Callable[[str], str]


def add_pack_options(parser: argparse.ArgumentParser, text: Text) -> None:
    """``--allow-unsigned``."""
    parser.add_argument("--allow-unsigned", action="store_true", help=text("help.allow-unsigned"))


def add_engine_options(parser: argparse.ArgumentParser, text: Text) -> None:
    """``--engine`` and ``--threads``."""
    parser.add_argument("--engine", metavar="NAME:DEVICE", help=text("help.engine"))
    parser.add_argument("--threads", type=int, metavar="N", help=text("help.threads"))


def add_json_option(parser: argparse.ArgumentParser, text: Text) -> None:
    """``--json``."""
    parser.add_argument("--json", action="store_true", help=text("help.json"))


def library_of(options: argparse.Namespace) -> PackLibrary:
    """The pack library that the options ask for."""
    return PackLibrary(default_places(), getattr(options, "allow_unsigned", False))


def engines_of(options: argparse.Namespace) -> EngineProvider:
    """The engines that the options ask for, with this user's measurements and caches."""
    places = default_places()
    provider = EngineProvider(options.engine, places.engine_memory, places.compiled_models)
    if options.threads:
        provider.threads = max(1, options.threads)
    return provider


def existing(path: str) -> Path:
    """A path as typed; whether it exists is checked where it is read, with a better message."""
    return Path(path)
