"""Files from outside become typed values here, once, with an error that names the field."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any, TypeVar

from inference.errors import InputError
from inference.packs.vocabulary import repeated

T = TypeVar("T")

MAX_TEXT_BYTES = 8 * 2**20
"""Manifests, answers and profiles are kilobytes; anything far larger is not one."""


@functools.cache
def _adapter(kind: type) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def read_typed(kind: type[T], data: object, source: str) -> T:
    """Check plain data (as from JSON or TOML) against a dataclass.

    Parameters
    ----------
    kind : type
        The wanted dataclass.
    data : object
        Dicts, lists, strings and numbers.
    source : str
        Where it came from, for the error.

    Raises
    ------
    InputError
        ``schema.invalid`` with the field, what is wrong and how many faults there are in all.
    """
    from pydantic import ValidationError

    try:
        return _adapter(kind).validate_python(data)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False)
        first = faults[0]
        raise InputError(
            "schema.invalid",
            source=source,
            field=_field_name(first["loc"]),
            problem=first["msg"],
            problem_kind=first["type"],
            count=len(faults),
        ) from error


def to_plain(value: object) -> Any:
    """Turn a dataclass into JSON-ready plain data; the inverse of :func:`read_typed`."""
    return _adapter(type(value)).dump_python(value, mode="json")


def read_json(path: Path) -> object:
    """Read a JSON file (UTF-8).

    Raises
    ------
    InputError
        ``file.not-found``, ``file.too-large``, ``file.unreadable`` or ``json.invalid`` (with line and column).
    """
    text = read_text(path)
    return parse_json(text, str(path))


def parse_json(text: str, source: str) -> object:
    """Parse JSON text; duplicate keys and NaN are refused, for they hide mistakes, and so is half a character.

    Raises
    ------
    InputError
        ``json.invalid`` (with line and column) or ``json.refused``.
    """
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
        # An escaped half of a surrogate pair is a string that can never be written to a file again.
        json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise InputError("json.invalid", source=source, line=error.lineno, column=error.colno) from error
    except UnicodeEncodeError as error:
        detail = ascii(error.object[error.start : error.end])
        raise InputError("json.refused", source=source, detail=detail) from error
    except RecursionError as error:
        raise InputError("json.refused", source=source, detail="nesting") from error
    except ValueError as error:
        # A repeated key, a number that is none, or one of thousands of digits.
        raise InputError("json.refused", source=source, detail=str(error)) from error
    return value


def read_text(path: Path) -> str:
    """Read a small UTF-8 text file, a byte order mark allowed."""
    try:
        if path.stat().st_size > MAX_TEXT_BYTES:
            raise InputError("file.too-large", path=str(path), limit_mb=MAX_TEXT_BYTES // 2**20)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError("file.not-found", path=str(path)) from error
    except OSError as error:
        raise InputError("file.unreadable", path=str(path), reason=error.strerror or str(error)) from error
    return decode_text(data, str(path))


def decode_text(data: bytes, source: str) -> str:
    """Text of UTF-8 bytes, a byte order mark allowed.

    Raises
    ------
    InputError
        ``file.not-utf8``.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("file.not-utf8", path=source) from error


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result = dict(pairs)
    if len(result) != len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(repeated(names))
    return result


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _field_name(location: tuple) -> str:
    name = ""
    for part in location:
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else str(part)
    return name or "(whole file)"
