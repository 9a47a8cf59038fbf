"""What can be assessed here, as a person looks for it: by the part of the body, the last used first, or by typing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.signer import signature_text, signer_name
from inference.text import joined

if TYPE_CHECKING:
    from desktop.cases import CaseRow
    from desktop.language import Language
    from desktop.pack_library import Usable

ANYWHERE, WITHOUT_IMAGES = "anywhere", "without-images"
"""Groups of systems that name no part of the body: with images of whatever is in view, and without any."""


@dataclass(frozen=True, slots=True)
class Group:
    """Systems of one part of the body.

    Attributes
    ----------
    id
        Of the part of the body, in the manifests; or one of the two groups without.
    """

    id: str
    title: str
    systems: tuple[Usable, ...]


def grouped(systems: Iterable[Usable], language: Language, used: Sequence[str] = ()) -> list[Group]:
    """Systems by the part of the body.

    Parameters
    ----------
    used
        Ids, the last used first: so are the groups and what is in them. What was never used stays in its order, and the
        groups without a part of the body come last.
    """
    order = {pack_id: n for n, pack_id in reversed([*enumerate(used)])}
    ranked = sorted(systems, key=lambda system: order.get(system.manifest.id, len(order)))
    groups: dict[str, Group] = {}
    for system in ranked:
        key, title = _part(system, language)
        group = groups.get(key, Group(key, title, ()))
        groups[key] = replace(group, systems=(*group.systems, system))
    never = len(used)

    def rank(group: Group) -> tuple[int, int]:
        first = order.get(group.systems[0].manifest.id, never)
        return first, (ANYWHERE, WITHOUT_IMAGES).index(group.id) + 1 if group.id in (ANYWHERE, WITHOUT_IMAGES) else 0

    return sorted(groups.values(), key=rank)


def _part(system: Usable, language: Language) -> tuple[str, str]:
    part = system.manifest.listed_under
    if part is not None:
        title = language.of(part.title)
        return part.id, title[:1].upper() + title[1:]
    key = ANYWHERE if system.manifest.images else WITHOUT_IMAGES
    return key, language.text(f"systems.{key}")


def matching(groups: Iterable[Group], typed: str, language: Language) -> list[Group]:
    """What is left of the groups when all words that were typed have to be found, in either language."""
    words = typed.casefold().split()
    left = (
        replace(group, systems=tuple(s for s in group.systems if _has(s, group, words, language))) for group in groups
    )
    return [group for group in left if group.systems]


def _has(system: Usable, group: Group, words: Sequence[str], language: Language) -> bool:
    manifest, part = system.manifest, system.manifest.listed_under
    texts = [manifest.title, manifest.summary, *([part.title] if part else [])]
    said = [
        manifest.id,
        group.title,
        marks_of(system, language),
        *(word for text in texts for word in (text.en, text.zh)),
    ]
    everything = "\n".join(said).casefold()
    return all(word in everything for word in words)


def marks_of(system: Usable, language: Language, usual: str = "") -> str:
    """What it needs, what its numbers rest on, and who signed it, in one line.

    Parameters
    ----------
    usual
        Id of the pack that a study is opened with where no other is chosen.
    """
    manifest = system.manifest
    default = [language.text("ui.packs.is-default")] if manifest.id == usual else []
    status, signer = (
        language.text(f"status.{manifest.status}"),
        signer_name(system.signed_by, system.signer_key, language),
    )
    return joined(" · ", [*default, _needs(system, language), status, signer])


def _needs(system: Usable, language: Language) -> str:
    images = system.manifest.images
    if not images:
        return language.text("systems.answers")
    modality = "/".join(dict.fromkeys(role.modality for role in images))
    needed = "images" if any(role.required for role in images) else "images-or-answers"
    return language.text(f"systems.{needed}", modality=modality)


def note_of(system: Usable, language: Language) -> str:
    """What there is to know of it before it is chosen, in a few lines."""
    manifest = system.manifest
    signature = signature_text(system.signed_by, system.signer_key, language)
    named = joined(" · ", [f"{manifest.id} {manifest.version}", language.text(f"status.{manifest.status}"), signature])
    return "\n".join([language.of(manifest.title), language.of(manifest.summary), named])


def used_last(rows: Iterable[CaseRow]) -> tuple[str, ...]:
    """Ids of packs of stored cases, in their order; each once."""
    return tuple(dict.fromkeys(row.pack for row in rows if row.pack))
