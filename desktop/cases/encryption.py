"""Encrypting a case store, and back: every piece is sealed anew in one transaction."""

from __future__ import annotations

import base64
import dataclasses
import os
import uuid
from collections.abc import Callable
from pathlib import Path

from desktop.cases.copies import delete_legible_copies
from desktop.cases.keys import CHECK, forget_key, keep_key, key_of
from desktop.cases.pieces import KEYS, Line, Pieces, write_meta
from desktop.cases.sealing import KEY_BYTES, Damaged, Digested, Encrypted, Sealer
from desktop.cases.store import CaseStore, Log
from inference.errors import InputError

Progress = Callable[[float], None]
"""Told which share of the cases is sealed anew, 0 to 1."""


def key_id_of(store: CaseStore) -> str:
    """Name of the key of a store; empty where it is not encrypted."""
    named = store.read_meta("key")
    return named["id"] if named else ""


def encrypt(
    store: CaseStore,
    log: Log | None = None,
    keep: Callable[[str, bytes], None] = keep_key,
    progress: Progress = lambda share: None,
) -> bytes:
    """Encrypt a store with a new key, which is put into the keychain first; returns it, to be written down.

    Copies that an upgrade left beside the store hold the same patients in clear, and are removed.

    Raises
    ------
    InputError
        ``cases.encrypted`` for one that is; ``cases.no-keychain``; as of the store. Then nothing was changed.
    """
    if key_id_of(store):
        raise InputError("cases.encrypted", path=str(store.path))
    key_id, key = f"cases-{uuid.uuid4().hex[:8]}", os.urandom(KEY_BYTES)
    sealer = Encrypted(key, key_id)
    keep(key_id, key)
    check = base64.b64encode(sealer.seal(CHECK, key_id)).decode()
    _seal_anew(store, sealer, {"id": key_id, "check": check}, log, progress)
    delete_legible_copies(store.path)
    return key


def decrypt(
    store: CaseStore,
    log: Log | None = None,
    forget: Callable[[str], None] = forget_key,
    progress: Progress = lambda share: None,
) -> None:
    """Store everything in clear again, and take the key out of the keychain.

    Raises
    ------
    InputError
        ``cases.not-encrypted``; as of the store. Then nothing was changed.
    """
    key_id = key_id_of(store)
    if not key_id:
        raise InputError("cases.not-encrypted", path=str(store.path))
    _seal_anew(store, Digested(), None, log, progress)
    forget(key_id)


def recover(path: Path, key: bytes, keep: Callable[[str, bytes], None] = keep_key) -> None:
    """Put a key that was written down into the keychain again, if it is the key of this store.

    Raises
    ------
    InputError
        ``cases.key-wrong``, ``cases.not-encrypted``; as of the store and the keychain.
    """
    asked = []

    def given(key_id: str) -> bytes:
        asked.append(key_id)
        return key

    CaseStore(path, keys=given).close()
    if not asked:
        raise InputError("cases.not-encrypted", path=str(path))
    keep(asked[0], key)


def written_key(store: CaseStore, keys: Callable[[str], bytes] = key_of) -> bytes:
    """The key of a store, to be written down.

    Raises
    ------
    InputError
        ``cases.not-encrypted``; as of the keychain.
    """
    key_id = key_id_of(store)
    if not key_id:
        raise InputError("cases.not-encrypted", path=str(store.path))
    return keys(key_id)


def _seal_anew(
    store: CaseStore, sealer: Sealer, named: dict[str, str] | None, log: Log | None, progress: Progress
) -> None:
    with store.rewriting(log) as (connection, before):
        after = Pieces(connection, sealer)
        lines = list(before.lines())
        for done, line in enumerate(lines, start=1):
            if not isinstance(line, Line):
                raise Damaged(f"cases/{line}")
            tags: dict[str, str] = {}
            for table in KEYS:
                for key, data in before.take(table, line):
                    after.put(tags, table, line.id, data, *key)
            after.write_line(dataclasses.replace(line, tags=tags), renewed=False)
            progress(done / len(lines))
        if named is None:
            connection.execute("DELETE FROM meta WHERE name = 'key'")
        else:
            write_meta(connection, "key", named)
        # Read once more, as the next start will.
        if not all(isinstance(line, Line) for line in after.lines()):
            raise Damaged("meta/cases")
    store.use(sealer)
