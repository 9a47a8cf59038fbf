"""The site profile that the window uses and edits."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.files import write_whole
from inference.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.places import Places
    from inference.site import SiteProfile


def current_site(places: Places) -> tuple[SiteProfile, Path | None]:
    """The user's own site profile, else the one that an administrator set for this computer, else an empty one.

    Returns
    -------
    SiteProfile
    Path or None
        The file that it is from.

    Raises
    ------
    InputError
        As of :func:`inference.site.read_site`. A profile that cannot be used is never passed over: risks would change.
    """
    from inference.site import SiteProfile, read_site

    for path in (places.site, places.machine_site):
        try:
            return read_site(path), path
        except InputError as error:
            if error.code != "file.not-found":
                raise
    return SiteProfile(), None


def state_of_site(places: Places) -> tuple[object, ...]:
    """What tells whether the files of the profile are still those that were read."""
    found: list[tuple[int, int, int] | None] = []
    for path in (places.site, places.machine_site):
        try:
            facts = path.stat()
        except OSError:
            found.append(None)
        else:
            found.append((facts.st_ino, facts.st_mtime_ns, facts.st_size))
    return tuple(found)


def merged_site(seen: SiteProfile, wanted: SiteProfile, now: SiteProfile) -> SiteProfile:
    """What someone changed in the profile that they saw, done to the one that is there now.

    Parameters
    ----------
    seen
        The profile when its editing began.
    wanted
        The profile as it was edited.
    now
        The profile as another window or an editor may have left it meanwhile.

    Raises
    ------
    InputError
        ``site.conflict`` with the field that both have changed, each otherwise.
    """
    changes = {}
    for field in fields(seen):
        before, after, there = (getattr(site, field.name) for site in (seen, wanted, now))
        if field.name == "digest" or after == before:
            continue
        if there not in (before, after):
            raise InputError("site.conflict", field=field.name)
        changes[field.name] = after
    return replace(now, **changes)


def write_site(
    site: SiteProfile, path: Path, log: Callable[[SiteProfile], object] = lambda written: None
) -> SiteProfile:
    """Write a profile as TOML; comments that a file at that place had are lost.

    Parameters
    ----------
    log
        Logs the profile, with its digest, before the file is written; what cannot be logged is not done.

    Returns
    -------
    SiteProfile
        As :func:`inference.site.read_site` will read it, with the digest of the new file.

    Raises
    ------
    InputError
        ``schema.invalid`` for a profile that could not be read again, ``site.not-kept`` for one that would be read as
        another, ``file.unwritable``, or as of the log; what was there before is then still there.
    """
    import tomli_w

    from inference.reading import to_plain
    from inference.site import parse_site

    text = tomli_w.dumps(_without_nothing({**to_plain(site), "digest": None}))
    written = parse_site(text, str(path))
    if replace(written, digest="") != replace(site, digest=""):
        raise InputError("site.not-kept", path=str(path))
    log(written)
    write_whole(path, text.encode())
    return written


def _without_nothing(value: Any) -> Any:
    """The same without what is not set, which TOML has no word for."""
    if isinstance(value, dict):
        return {name: _without_nothing(part) for name, part in value.items() if part is not None}
    if isinstance(value, list):
        return [_without_nothing(part) for part in value]
    return value
