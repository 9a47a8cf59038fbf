"""Files from outside become typed values here, once, with an error that names the field."""

from __future__ import annotations

import errno
import functools
import json
import os
import re
import stat
import tomllib
from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, TypeVar, cast

from inference.errors import InputError
from inference.text import cleaned_data
from inference.vocabulary import repeated

T = TypeVar("T")

MAX_TEXT_BYTES = 8 * 2**20
"""Manifests, answers and profiles are kilobytes; anything far larger is not one."""

MAX_KEY_PARTS = 50
"""Of a dotted key in TOML; profiles have three."""

MOST_OTHERS = 8
"""Fields with a fault that are named beside the first; of a file of another kind nearly all would be."""

_OS_REASONS = {
    errno.EISDIR: "file.is-folder",
    errno.ENOTDIR: "file.not-a-folder",
    errno.EACCES: "file.no-permission",
    errno.EPERM: "file.no-permission",
    errno.ENAMETOOLONG: "file.name-too-long",
    errno.ELOOP: "file.link-loop",
    errno.ENOSPC: "file.disk-full",
    errno.EROFS: "file.read-only",
    errno.EIO: "file.input-output",
}
OF_EVERY_FAULT = frozenset({"source", "field", "problem", "problem_kind", "count", "others"})
"""Parameters of each ``schema.invalid``; a :class:`Fault` calls its own otherwise."""
_KEY_PART = re.compile(r"""[ \t[]*(?:[\w-]+|"[^"]*"|'[^']*')[ \t\]]*""")
_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")


class Fault(ValueError):
    """What a dataclass's own check found wrong; :func:`read_typed` makes it an error of the field.

    Parameters
    ----------
    kind : str
        Key of the wording, ``schema.problem.<kind>``.
    part : str
        Where inside the dataclass it is, as it is added to the field's name.
    **parameters
        Values that the wording names; none of :data:`OF_EVERY_FAULT`, which would take its place.
    """

    def __init__(self, kind: str, /, part: str = "", **parameters: object) -> None:
        self.kind, self.part, self.parameters = kind, part, parameters
        super().__init__(kind + "".join(f" {name}={value}" for name, value in parameters.items()))


@functools.cache
def _adapter(kind: Hashable) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter[Any](cast(Any, kind))


def read_typed(kind: type[T], data: object, source: str) -> T:
    """Check plain data (as from JSON or TOML) against a dataclass; its texts are cleaned as those of images are.

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
        ``schema.invalid`` with the field (empty: the whole file), what is wrong, how many faults there are in all, and
        the other fields that have one;
        ``json.too-deep``.
    """
    from pydantic import ValidationError

    try:
        return _adapter(cast(Hashable, kind)).validate_python(cleaned_data(data))
    except RecursionError as error:
        raise InputError("json.too-deep", source=source) from error
    except ValidationError as error:
        faults = error.errors(include_url=False)
        told = {**_described(faults[0]), "source": source, "count": len(faults), "others": _others(faults)}
        raise InputError("schema.invalid", **told) from error


def _others(faults: Sequence[Mapping[str, Any]]) -> str:
    """Fields of the faults behind the first, so that all are mended at once; empty where it is one."""
    first, *rest = (str(_described(fault)["field"]) for fault in faults)
    named = [field for field in dict.fromkeys(rest) if field not in ("", first)]
    return ", ".join(named[:MOST_OTHERS]) + (", ..." if len(named) > MOST_OTHERS else "")


def _described(fault: Mapping[str, Any]) -> dict[str, object]:
    """Field, kind and parameters of one of pydantic's errors, or of the :class:`Fault` behind it."""
    context = dict(fault.get("ctx", {}))
    field, own = _field_name(fault["loc"]), context.pop("error", None)
    if isinstance(own, Fault):
        part = own.part if field else own.part.removeprefix(".")
        return {**own.parameters, "field": field + part, "problem": str(own), "problem_kind": own.kind}
    if "expected" in context:
        context["expected"] = context["expected"].replace("'", "").replace(" or ", ", ")
    problem = fault["msg"] if own is None else str(own)
    return {**context, "field": field, "problem": problem, "problem_kind": fault["type"]}


def to_plain(value: object) -> Any:
    """Turn a dataclass into JSON-ready plain data; the inverse of :func:`read_typed`."""
    return _adapter(cast(Hashable, type(value))).dump_python(value, mode="json")


def read_json(path: Path) -> object:
    """Read a JSON file (UTF-8).

    Raises
    ------
    InputError
        ``file.not-found``, ``file.too-large``, ``file.unreadable`` or ``json.invalid`` (with line and column).
    """
    text = read_text(path)
    return parse_json(text, str(path))


def parse_json(text: str, source: str) -> Any:
    """Parse JSON text; duplicate keys and NaN are refused, for they hide mistakes, and so is half a character.

    Raises
    ------
    InputError
        ``json.invalid`` (with line and column), ``json.duplicate-key``, ``json.not-finite``, ``json.half-character``,
        ``json.too-deep`` or ``json.number-too-long``.
    """
    unique, no_constant = functools.partial(_unique, source), functools.partial(_no_constant, source)
    try:
        value = json.loads(text, object_pairs_hook=unique, parse_constant=no_constant)
        # An escaped half of a surrogate pair is a string that can never be written to a file again.
        json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise InputError("json.invalid", source=source, line=error.lineno, column=error.colno) from error
    except UnicodeEncodeError as error:
        detail = ascii(error.object[error.start : error.end])
        raise InputError("json.half-character", source=source, character=detail) from error
    except RecursionError as error:
        raise InputError("json.too-deep", source=source) from error
    except ValueError as error:
        raise InputError("json.number-too-long", source=source) from error
    return value


def parse_toml(text: str, source: str) -> dict[str, Any]:
    """Parse TOML text.

    Raises
    ------
    InputError
        ``toml.invalid`` (with line and column), ``toml.too-deep`` or ``toml.number-too-long``.
    """
    if any(map(_is_deep_key, text.splitlines())):
        raise InputError("toml.too-deep", source=source)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_PLACE.search(str(error))
        last = text.rpartition("\n")[2]
        # Without a place it is the end of the text that came too early.
        line, column = map(int, found.groups()) if found else (text.count("\n") + 1, len(last) + 1)
        raise InputError("toml.invalid", source=source, line=line, column=column) from error
    except RecursionError as error:
        raise InputError("toml.too-deep", source=source) from error
    except ValueError as error:
        raise InputError("toml.number-too-long", source=source) from error


def _is_deep_key(line: str) -> bool:
    """Whether a line has a key of very many parts, for each of which the parser goes through all the others."""
    if line.count(".") < MAX_KEY_PARTS:
        return False
    keys = (key.split(".") for key in re.split("[={,]", line))
    return any(len(parts) > MAX_KEY_PARTS and all(map(_KEY_PART.fullmatch, parts)) for parts in keys)


def read_text(path: Path, most: int = MAX_TEXT_BYTES) -> str:
    """Read a small UTF-8 text file of at most so many bytes, a byte order mark allowed."""
    return decode_text(read_bytes(path, most), str(path))


def read_bytes(path: Path, most: int, follow: bool = True) -> bytes:
    """Content of an ordinary file of at most so many bytes.

    Raises
    ------
    InputError
        ``file.too-large``, or as :func:`open_ordinary`.
    """
    with open_ordinary(path, follow) as file:
        size = os.fstat(file.fileno()).st_size
        # Room for what is asked for is taken at once. What is larger than it says, or grows, is no file of ours.
        data = file.read(min(size, most) + 1)
        if max(size, len(data)) > most:
            raise InputError("file.too-large", path=str(path), limit_mb=most / 2**20)
        return data


@contextmanager
def open_ordinary(path: Path, follow: bool = True) -> Iterator[BinaryIO]:
    """Open an ordinary file for reading, and nothing else: a pipe would make the program wait for ever.

    Parameters
    ----------
    follow
        Whether the name may be a symbolic link.

    Raises
    ------
    InputError
        ``file.not-found``, or ``file.unreadable`` with the reason.
    """
    try:
        _refuse_special(path, os.stat(path, follow_symlinks=follow))
        with open(path, "rb", opener=functools.partial(_opened_at_once, follow)) as file:
            # Something else may have taken the name in the meantime.
            _refuse_special(path, os.fstat(file.fileno()))
            yield file
    except FileNotFoundError as error:
        raise InputError("file.not-found", path=str(path)) from error
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        raise InputError("file.unreadable", path=str(path), reason=os_reason(error), detail=str(error)) from error


def _opened_at_once(follow: bool, path: str, flags: int) -> int:
    wanted = ("O_NONBLOCK",) if follow else ("O_NONBLOCK", "O_NOFOLLOW")
    for name in wanted:
        flags |= getattr(os, name, 0)  # Windows has neither
    return os.open(path, flags)


def _refuse_special(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(status.st_mode):
        raise InputError("file.unreadable", path=str(path), reason="file.special", detail="not an ordinary file")


def os_reason(error: Exception) -> str:
    """Why the operating system refused, as the key of a wording (``reason.file.is-folder``, for instance)."""
    return _OS_REASONS.get(getattr(error, "errno", None) or 0, "file.system")


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


def _unique(source: str, pairs: list[tuple[str, object]]) -> dict[str, object]:
    twice = repeated(name for name, _ in pairs)
    if twice is not None:
        raise InputError("json.duplicate-key", source=source, key=twice)
    return dict(pairs)


def _no_constant(source: str, word: str) -> None:
    raise InputError("json.not-finite", source=source, word=word)


def _field_name(location: tuple[str | int, ...]) -> str:
    name = ""
    for part in location:
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else str(part)
    return name
