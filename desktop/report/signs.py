"""How signs of a structure read, on paper and in the window, and what a record of one may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.language import Language
from desktop.report.sections import SignRow, Signs
from desktop.report.wording import deciding

if TYPE_CHECKING:
    from inference.outcome import Outcome
    from inference.packs.manifest import Manifest
    from inference.results import Sign, SignFigure

SEEN, NOT_SEEN, NOT_KNOWN = "#b26a00", "#1b6e4f", "#5f6b7a"
DECIMALS = {"share": 2, "chance": 2, "count": 0, "category": 0}
"""Of a figure, by the last word of its name; others are whole HU or mm."""


def signs_section(outcome: Outcome, language: Language) -> Signs | None:
    """What rules and networks see, a row for each sign of a structure."""
    pairs: dict[tuple[str, str], dict[str, Sign]] = {}
    for sign in outcome.signs:
        pairs.setdefault((sign.structure, sign.id), {})[sign.by] = sign
    if not pairs:
        return None
    text, manifest = language.text, outcome.pack.manifest
    rows = tuple(_row(pair.get("rule"), pair.get("network"), manifest, language) for pair in pairs.values())
    looked = {by for pair in pairs.values() for by in pair}
    note = text("signs.note" if "network" not in looked else "signs.note-both")
    return Signs(text("report.signs"), rows, note)


def can_be_told(manifest: Manifest, sign: Sign) -> bool:
    """Whether there are words for a sign of a record, and what it names is in the manifest."""
    language = Language("en")
    worded = [f"sign.{sign.id}", *(f"sign.figure.{figure.name}" for figure in sign.figures)]
    worded += [f"sign.reason.{sign.reason}"] if sign.seen is None else []
    return (
        all(language.known(message) for message in worded)
        and sign.structure in {structure.id for structure in manifest.structures}
        and sign.step in {step.id for step in manifest.steps}
        and sign.source in {"", *(source.id for source in manifest.evidence)}
        and (sign.slice_number is None or sign.slice_number >= 1)
    )


def _row(rule: Sign | None, network: Sign | None, manifest: Manifest, language: Language) -> SignRow:
    text = language.text
    first = rule or network
    assert first is not None  # a pair has one of them
    seen = [sign.seen for sign in (rule, network) if sign is not None]
    differ = {True, False} <= set(seen)
    colour = SEEN if True in seen else NOT_SEEN if False in seen else NOT_KNOWN
    source = next((one for one in manifest.evidence if one.id == first.source), None)
    return SignRow(
        title=text(f"sign.{first.id}"),
        rule=_word(rule, language),
        network=_word(network, language),
        differ=text("signs.differ") if differ else "",
        rests_on=language.joined("list.separator", filter(None, (_basis(s, language) for s in (rule, network) if s))),
        source="" if source is None else f"{source.citation} [{text(f'certainty.{source.certainty}')}]",
        slice_number=first.slice_number,
        place_mm=first.place_mm,
        colour=colour,
    )


def _word(sign: Sign | None, language: Language) -> str:
    if sign is None:
        return ""
    return language.text({True: "signs.seen", False: "signs.not-seen", None: "signs.unknown"}[sign.seen])


def _basis(sign: Sign, language: Language) -> str:
    if sign.seen is None:
        return language.text(f"sign.reason.{sign.reason}")
    return language.joined("list.comma", (_figure(figure, language) for figure in sign.figures))


def _figure(figure: SignFigure, language: Language) -> str:
    """A figure and its limit; with more decimals where rounding would take it across."""
    decimals = DECIMALS.get(figure.name.split("-")[-1], 0)
    cuts = () if figure.limit is None else (figure.limit,)
    said = language.text(f"sign.figure.{figure.name}", value=deciding(figure.value, decimals, cuts))
    if figure.limit is None:
        return said
    return language.text("signs.needed", figure=said, limit=f"{figure.limit:g}")
