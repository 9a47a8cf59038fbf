"""The window's settings: one JSON file that never stops the program.

They are checked by hand: the window needs them before anything heavy is loaded, and pydantic is heavy.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from desktop.files import locked, write_whole
from inference.errors import InputError
from inference.reading import os_reason, read_json

SCHEMA = 1
MOST_RECENT = 10
LOCK_WAIT_S = 1.0
"""The window waits for this."""
LEAST_QUIET_S, MOST_QUIET_S = 5.0, 3600.0

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has set, or the window remembers.

    Attributes
    ----------
    language
        None: the site profile's, else the system's.
    engine
        ``name:device`` that is used instead of the fastest; None: measured.
    user
        Who works here, as reports and the audit log call them.
    recent
        Paths of studies that were opened, the newest first.
    watched
        Folder that is watched for incoming studies.
    watched_quiet_s
        Time without a new or growing file after which a study in it is taken to be whole, s.
    default_pack
        Instead of the site profile's.
    guide_seen
        Whether the guided first start is over.
    geometry
        Place and size of the window, base64.
    viewer
        Simple options of the viewer, by name.
    """

    schema: int = SCHEMA
    language: Literal["zh", "en"] | None = None
    theme: Literal["light", "dark", "system"] = "system"
    engine: str | None = None
    user: str = ""
    recent: tuple[str, ...] = ()
    watched: str | None = None
    watched_quiet_s: float = 30.0
    default_pack: str | None = None
    guide_seen: bool = False
    geometry: str = ""
    viewer: Mapping[str, str | float | bool] = field(default_factory=dict)


def _is_text_or_none(value: object) -> bool:
    return value is None or isinstance(value, str)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_CHECKS: dict[str, Callable[[object], bool]] = {
    "schema": lambda value: value == SCHEMA,
    "language": lambda value: value in (None, "zh", "en"),
    "theme": lambda value: value in ("light", "dark", "system"),
    "engine": _is_text_or_none,
    "user": lambda value: isinstance(value, str),
    "recent": lambda value: isinstance(value, list) and all(isinstance(path, str) for path in value),
    "watched": _is_text_or_none,
    "watched_quiet_s": lambda value: _is_number(value) and LEAST_QUIET_S <= float(str(value)) <= MOST_QUIET_S,
    "default_pack": _is_text_or_none,
    "guide_seen": lambda value: isinstance(value, bool),
    "geometry": lambda value: isinstance(value, str),
    "viewer": lambda value: isinstance(value, dict) and all(isinstance(v, str | int | float) for v in value.values()),
}


def _log_warning(warning: InputError) -> None:
    log.warning("%s", warning)


def read_settings(path: Path, warn: Callable[[InputError], None] = _log_warning) -> Settings:
    """Read the settings; where there are none, or none that can be used, those of a first start.

    A file that is damaged, or of a later version of the program, is renamed and kept.

    Parameters
    ----------
    warn
        Told ``settings.put-aside`` with the new name, or ``settings.unreadable`` when the file could not be renamed.
    """
    data: Any
    try:
        data = read_json(path)
    except InputError as error:
        if error.code == "file.not-found":
            return Settings()
        if error.code == "file.unreadable":
            warn(InputError("settings.unreadable", path=str(path), reason=error.parameters["reason"]))
            return Settings()
        data = None
    reason = _fault(data)
    if reason is None:
        assert isinstance(data, dict)
        return Settings(**{**data, "recent": tuple(data.get("recent", ()))})
    warn(_put_aside(path, reason))
    return Settings()


def _fault(data: object) -> str | None:
    """Why the content of the file cannot be used, as the key of a wording."""
    if not isinstance(data, dict):
        return "settings.damaged"
    schema = data.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        return "settings.newer"
    good = "schema" in data and all(name in _CHECKS and _CHECKS[name](value) for name, value in data.items())
    return None if good else "settings.damaged"


def _put_aside(path: Path, reason: str) -> InputError:
    """Rename the file to a name that is free; returns what to tell the user."""
    names = (path.with_name(f"{path.stem}.aside-{n}{path.suffix}") for n in range(1, 1000))
    aside = next(name for name in names if not name.exists())
    try:
        os.replace(path, aside)
    except OSError as error:
        return InputError("settings.unreadable", path=str(path), reason=os_reason(error))
    return InputError("settings.put-aside", path=str(path), aside=str(aside), reason=reason)


def update_settings(
    path: Path, known: Settings, change: Callable[[Settings], Settings], warn: Callable[[InputError], None]
) -> Settings:
    """Change what is in the file now, which another window may have written; returns what is in it then.

    Parameters
    ----------
    known
        Taken instead where the file cannot be used.
    warn
        As of :func:`read_settings`; that the file cannot be read has been told when it was first tried.

    Raises
    ------
    InputError
        ``file.unwritable``, or ``file.locked`` when another program keeps the file.
    """
    with locked(path.with_name(f"{path.name}.lock"), LOCK_WAIT_S):
        warnings: list[InputError] = []
        found = read_settings(path, warnings.append)
        for warning in warnings:
            if warning.code != "settings.unreadable":
                warn(warning)
        changed = change(known if warnings else found)
        write_settings(changed, path)
    return changed


def write_settings(settings: Settings, path: Path) -> None:
    """Write the settings, whole or not at all.

    Raises
    ------
    InputError
        ``file.unwritable``.
    """
    write_whole(path, json.dumps(dataclasses.asdict(settings), ensure_ascii=False, indent=1).encode())


def with_recent(settings: Settings, path: Path | str) -> Settings:
    """The settings with a study at the head of the recent ones."""
    newest = str(path)
    try:
        newest.encode()
    except UnicodeEncodeError:  # a name that is no text cannot be written down
        return settings
    others = [other for other in settings.recent if other != newest]
    return dataclasses.replace(settings, recent=(newest, *others)[:MOST_RECENT])
