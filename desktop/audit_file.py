"""The files of the audit log: lines, and the seal beside them.

The digest of what is about to be written stands in the seal first, so that after a power cut the next one who writes
knows what is there for sure and takes back the rest. Callers hold the lock.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from desktop.files import write_whole
from inference.errors import InputError
from inference.files import sync_folder
from inference.reading import open_ordinary, parse_json

FIRST = "0" * 64
"""Stands in the first line for the hash of the line before it."""
UNSEALED = "unsealed"
"""Stands for it in a line that was written when the log had lines and no seal any more."""

MAX_SEAL_BYTES = 2**20
"""Of a seal, in which an earlier version kept a whole line; what goes on behind is none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log.

    Attributes
    ----------
    time
        ISO 8601 with the offset from UTC.
    previous
        SHA-256 of the line before.
    """

    number: int
    time: str
    user: str
    action: str
    details: Mapping[str, object]
    previous: str


@dataclass(frozen=True, slots=True)
class Seal:
    """What the log should be.

    Attributes
    ----------
    count
        Lines that were ever written.
    last
        SHA-256 of the last one.
    pending, size
        Digest and length of what is about to be added to the log, and the log's length in bytes before it.
    """

    count: int = 0
    last: str = FIRST
    pending: str = ""
    size: int = 0


def seal_to_extend(path: Path) -> Seal:
    """The seal of the log; where it was lost and lines are there, one whose next line says so for ever."""
    seal = read_seal(path)
    if seal is not None:
        return _finished(path, seal)
    lines = lines_of(read(path))
    return Seal(len(lines), UNSEALED) if lines else Seal()


def add(path: Path, seal: Seal, entry: Entry) -> None:
    """Add a line to the log.

    Raises
    ------
    InputError
        ``file.unwritable`` for the seal.
    OSError
        For the log. In both cases nothing was added.
    """
    size = path.stat().st_size if path.exists() else 0
    # What somebody else left at the end without a line break must not swallow the new line.
    mended = b"" if size == 0 or _ends_a_line(path) else b"\n"
    line = line_of(entry).encode()
    try:
        write_seal(path, replace(seal, pending=f"{sha256(line)} {len(mended + line)}", size=size))
        _append(path, mended + line)
        write_seal(path, Seal(seal.count + 1, sha256(line)))
    except (OSError, InputError):
        # The disk may be full: what could not be written whole is taken back.
        with contextlib.suppress(OSError, InputError):
            os.truncate(path, size)
            write_seal(path, seal)
        raise


def line_of(entry: Entry) -> str:
    """The line of an entry, with its end."""
    return json.dumps(asdict(entry), ensure_ascii=False, allow_nan=False) + "\n"


def digest_of(entry: Entry) -> str:
    """The digest of an entry's line, which the next line will hold."""
    return sha256(line_of(entry).encode())


def read_both(path: Path) -> tuple[bytes, Seal | None]:
    """Log and seal of one moment; what a program has only begun to write is not yet there."""
    while True:
        seal = read_seal(path)
        data = read(path)
        if read_seal(path) == seal:
            break
    return (data, seal) if seal is None else _settled(data, seal)


def _finished(path: Path, seal: Seal) -> Seal:
    """Settle what was about to be written when a program or the computer stopped."""
    if not seal.pending:
        return seal
    data = read(path)
    kept, settled = _settled(data, seal)
    if len(kept) < len(data):
        os.truncate(path, len(kept))
    write_seal(path, settled)
    return settled


def _settled(data: bytes, seal: Seal) -> tuple[bytes, Seal]:
    """Log and seal without anything pending: the line is there whole, or nobody was told that it was written.

    The seal holds only the digest of that line. A line that somebody puts there instead is not taken for it.
    """
    if not seal.pending:
        return data, seal
    digest, length = _pending(seal)
    tail = data[seal.size :]
    if sha256(tail.removeprefix(b"\n")) == digest:
        return data, Seal(seal.count + 1, digest)
    return data[: seal.size] if len(tail) <= length else data, Seal(seal.count, seal.last)


def _pending(seal: Seal) -> tuple[str, int]:
    """Digest of the line that is about to be written, and how many bytes are."""
    digest, _, length = seal.pending.partition(" ")
    if length.isdecimal() and len(length) < 10:
        return digest, int(length)
    # An earlier version of the program kept the line itself.
    return sha256(seal.pending.removeprefix("\n").encode()), len(seal.pending.encode())


def _append(path: Path, data: bytes) -> None:
    is_new = not path.exists()
    with open(path, "ab", opener=partial(os.open, mode=0o600)) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if is_new:
        sync_folder(path.parent)


def seal_file(path: Path) -> Path:
    """Where the seal of a log is."""
    return path.with_name(f"{path.name}.seal")


def write_seal(path: Path, seal: Seal) -> None:
    """Write the seal of a log."""
    write_whole(seal_file(path), json.dumps(asdict(seal), ensure_ascii=False).encode())


def read_seal(path: Path) -> Seal | None:
    """The seal of a log; None where there is none, or one that is damaged."""
    try:
        seal = Seal(**parse_json(read(seal_file(path), MAX_SEAL_BYTES).decode(), ""))
    except (InputError, UnicodeDecodeError, TypeError):
        return None
    kinds = (seal.count, int), (seal.last, str), (seal.pending, str), (seal.size, int)
    return seal if all(isinstance(value, kind) for value, kind in kinds) else None


def entry_of(line: bytes) -> Entry | None:
    """What a line says; None where it cannot be read."""
    try:
        entry = Entry(**parse_json(line.decode(), ""))
    except (InputError, UnicodeDecodeError, TypeError):
        return None
    texts = (entry.time, entry.user, entry.action, entry.previous)
    good = isinstance(entry.number, int) and isinstance(entry.details, dict) and all(isinstance(t, str) for t in texts)
    return entry if good else None


def lines_of(data: bytes) -> list[bytes]:
    """Lines with their ends; the last may have none."""
    return io.BytesIO(data).readlines()


def read(path: Path, most: int = -1) -> bytes:
    """The content of a file, up to so many bytes, nothing where there is none.

    Raises
    ------
    InputError
        ``file.unreadable``.
    """
    try:
        with open_ordinary(path) as file:
            return file.read(most)
    except InputError as error:
        if error.code == "file.not-found":
            return b""
        raise


def sha256(data: bytes) -> str:
    """Digest of bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _ends_a_line(path: Path) -> bool:
    with open_ordinary(path) as file:
        file.seek(-1, os.SEEK_END)
        return file.read() == b"\n"
