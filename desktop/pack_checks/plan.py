"""Which checks of packs there are, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop.language import LANGUAGES, Language
from desktop.pack_checks import packs, reports
from desktop.pack_checks.check import Check, Found, Planned

if TYPE_CHECKING:
    from desktop.places import Places
    from inference.packs.store import Pack


def checks_of(usable: Sequence[Pack], places: Places, language: Language) -> list[Planned]:
    """The checks of some packs, and of what they need; none of them has been run.

    Parameters
    ----------
    usable
        Packs that verify.
    language
        Of the details.
    """
    checks = [*packs.decoders(language), *packs.engines(language)]
    if not usable:
        missing = Found(False, language.text("self-test.no-pack"))
        return [*checks, Planned("golden", "-", lambda: missing)]
    golden = [check for pack in usable for check in packs.golden(pack, places, language)]
    fonts = [*(reports.glyphs(usable, name, language) for name in reports.WEIGHTS), reports.scripts(language)]
    # A pack without models is quickest, and its report has the same fonts.
    shown = min(usable, key=packs.has_models)
    return [*checks, *golden, *fonts, *(reports.printed(shown, code, language) for code in LANGUAGES)]


def check_pack(pack: Pack, places: Places, language: Language) -> Iterator[Check]:
    """Run the checks of one pack, one result at a time."""
    for planned in checks_of([pack], places, language):
        yield planned.done(language)
