"""Which checks there are, in their order."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.language import Language
from desktop.pack_checks import Check, Planned, checks_of, packs
from desktop.pack_library import PackLibrary
from desktop.places import Places
from desktop.self_test import computer, figures, network, storing, worker


def plan(library: PackLibrary, places: Places, language: Language, only: str | None = None) -> list[Planned]:
    """All checks, none of which has been run.

    Parameters
    ----------
    language
        Of the details.
    only
        Names a single pack: what has nothing to do with it is left out.
    """
    if only is not None:
        return checks_of([library.open(only)], places, language)
    network.watch()
    listed = library.all()
    usable = [entry.pack for entry in listed if entry.pack is not None]
    simple = next((pack for pack in usable if not packs.has_models(pack)), None)
    return [
        *computer.versions(language),
        *computer.folders(places, language),
        *packs.skipped_keys(library.keys().refused, language),
        *(packs.verified(entry, language) for entry in listed),
        *checks_of(usable, places, language),
        *figures.published(language),
        *storing.stored(simple, places, language),
        *worker.answers(library, simple, language),
        network.silence(language),
    ]


def self_test(library: PackLibrary, places: Places, language: Language, only: str | None = None) -> Iterator[Check]:
    """Run the checks of :func:`plan`, one result at a time."""
    for planned in plan(library, places, language, only):
        yield planned.done(language)
