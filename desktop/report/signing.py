"""Who ticked, signed and edited: how it is added to an outcome, and how it is worded.

What is signed stays as it is. A tick can be taken back until someone has signed after it; after that only the next
version of the report can say something else.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop.demonstration import presentable
from desktop.language import Language
from desktop.report.wording import tier_of
from inference.text import cleaned

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inference.outcome import Outcome, SignOff, Tick
    from inference.vocabulary import Text

ROLES = ("radiographer", "nurse", "radiologist")
"""In the order in which they sign, which is that of the lines on the report."""
SignatureField = tuple[str, tuple[str, ...]]
"""Title of a role; name and time where it has signed."""


def checked_part(outcome: Outcome) -> Outcome:
    """The outcome whose checklist is printed: beside a refusal, the fallback's."""
    return presentable(outcome.fallback or outcome)


def with_tick(outcome: Outcome, tick: Tick) -> Outcome:
    """The outcome with an item of its printed checklist done."""
    others = tuple(t for t in checked_part(outcome).ticks if t.item != tick.item)
    tick = replace(tick, initials=cleaned(tick.initials))
    return _with_ticks(outcome, tuple(sorted((*others, tick), key=lambda t: t.item)))


def without_tick(outcome: Outcome, item: int) -> Outcome:
    """The outcome with an item not done; as it was where the item is locked."""
    if is_locked(outcome, item):
        return outcome
    return _with_ticks(outcome, tuple(t for t in checked_part(outcome).ticks if t.item != item))


def is_locked(outcome: Outcome, item: int) -> bool:
    """Whether someone has signed after the item was ticked."""
    ticked = [_moment(tick.time) for tick in checked_part(outcome).ticks if tick.item == item]
    return any(_moment(signature.time) >= time for signature in outcome.signatures for time in ticked)


def with_signature(outcome: Outcome, signature: SignOff) -> Outcome:
    """The outcome signed by one more; as it was where that role has signed already."""
    if any(given.role == signature.role for given in outcome.signatures):
        return outcome
    signature = replace(signature, name=cleaned(signature.name))
    return replace(outcome, signatures=(*outcome.signatures, signature))


def next_version(outcome: Outcome) -> Outcome:
    """The same report unsigned, to be signed anew; the checklist stays ticked and can be changed again."""
    return replace(outcome, signatures=(), version=outcome.version + 1)


def succeeding(fresh: Outcome, before: Outcome) -> Outcome:
    """A newly computed outcome of the same screening, numbered after the one before if that was signed."""
    return replace(fresh, version=before.version + bool(before.signatures))


def same_result(one: Outcome, other: Outcome) -> bool:
    """Whether two outcomes say the same, so that what was ticked and signed on one holds for the other.

    When and how quickly they were computed, by which version of the program and on what engine, is no difference, and
    neither is what other systems know the images by.
    """
    return _said(one) == _said(other)


def _said(outcome: Outcome) -> Outcome:
    """An outcome without what does not matter to whoever signs it."""
    return replace(
        outcome,
        created="",
        software="",
        seconds={},
        engines=(),
        signatures=(),
        ticks=(),
        version=1,
        site=replace(outcome.site, digest=""),
        series=tuple(series.as_printed for series in outcome.series),
        fallback=None if outcome.fallback is None else _said(outcome.fallback),
    )


def checklist_items(outcome: Outcome) -> tuple[Text, ...]:
    """What is to be done: for the tier, as the site or else the pack says, then for everyone."""
    tier = tier_of(outcome)
    return (*(outcome.site.actions or (tier.actions if tier else ())), *outcome.pack.manifest.actions)


def ticks_by_item(outcome: Outcome) -> dict[Text, Tick]:
    """What was ticked on the printed checklist, by its words: its place changes with the tier."""
    part = checked_part(outcome)
    items = checklist_items(part)
    return {items[tick.item]: tick for tick in part.ticks if tick.item < len(items)}


def with_ticks_by_item(outcome: Outcome, ticks: Mapping[Text, Tick]) -> Outcome:
    """The outcome with those items of its printed checklist done that were ticked by these words."""
    items = checklist_items(checked_part(outcome))
    return _with_ticks(outcome, tuple(replace(ticks[item], item=n) for n, item in enumerate(items) if item in ticks))


def signature_fields(outcome: Outcome, language: Language, confirmed: bool = True) -> tuple[SignatureField, ...]:
    """For each role what stands under its line, and the name and time on it where it has signed.

    Parameters
    ----------
    confirmed
        Whether the audit log knows the record as signed; if not, no name stands on a line.
    """
    given = {signature.role: signature for signature in outcome.signatures}

    def on_line(role: str) -> tuple[str, ...]:
        if role not in given:
            return ()
        if not confirmed:
            return (language.text("report.not-confirmed"),)
        return given[role].name, minute_text(given[role].time)

    return tuple((language.text(f"report.{role}"), on_line(role)) for role in ROLES)


def tick_fields(outcome: Outcome) -> dict[int, tuple[str, str]]:
    """Initials and time of the items that were ticked; the time alone where it is of the report's own day."""
    return {tick.item: (tick.initials, _short(tick.time, outcome.created)) for tick in outcome.ticks}


def identity_field(check: Tick | None, outcome: Outcome) -> tuple[str, ...]:
    """Initials and time of who compared the patient; not of a check that came after this version was signed."""
    signed = [_moment(signature.time) + timedelta(minutes=1) for signature in outcome.signatures]
    if check is None or (signed and _moment(check.time) >= min(signed)):
        return ()
    return check.initials, _short(check.time, outcome.created)


def edits_text(outcome: Outcome, language: Language) -> str:
    """Which outlines were drawn, edited or brought as files, by whom and when; empty where none was."""
    titles = {structure.id: language.of(structure.title) for structure in outcome.pack.manifest.structures}
    unnamed = language.text("value.unknown")
    edits = [
        language.text(
            f"report.{edit.origin}-by",
            structure=titles.get(edit.structure, edit.structure),
            by=edit.by or unnamed,
            time=minute_text(edit.time),
            file=edit.file,
            digest=edit.sha256[:12],
        )
        for edit in outcome.edits
    ]
    return language.joined("list.separator", edits)


def minute_text(time: str) -> str:
    """An ISO 8601 time to the minute, as people write it, in the time zone it was recorded in."""
    return _moment(time).strftime("%Y-%m-%d %H:%M")


def moment_text(time: str) -> str:
    """An ISO 8601 time to the second, as people write it, with its distance from universal time."""
    moment = _moment(time)
    return f"{moment:%Y-%m-%d %H:%M:%S} (UTC{moment.isoformat()[-6:]})"


def initials_of(name: str) -> str:
    """What someone would write into a small field: initials of a Latin name, a Chinese name whole."""
    words = name.split()
    if not name.isascii() or len(words) < 2:
        return name.strip()[:6]
    return "".join(word[0].upper() for word in words)[:6]


def _with_ticks(outcome: Outcome, ticks: tuple[Tick, ...]) -> Outcome:
    if outcome.fallback is None:
        return replace(outcome, ticks=ticks)
    return replace(outcome, fallback=replace(outcome.fallback, ticks=ticks))


def _short(time: str, created: str) -> str:
    """Hours and minutes, with month and day where it is not the day of the report."""
    shown = minute_text(time)
    return shown[11:] if shown[:10] == minute_text(created)[:10] else shown[5:]


def _moment(time: str) -> datetime:
    """A time that knows its zone; one without is of this computer's."""
    moment = datetime.fromisoformat(time)
    return moment if moment.tzinfo else moment.astimezone()
