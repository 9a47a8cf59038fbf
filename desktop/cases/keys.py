"""The key of an encrypted store, in the keychain of the operating system."""

from __future__ import annotations

import base64
import binascii
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop.cases.pieces import read_meta
from desktop.cases.schema import transaction
from desktop.cases.sealing import KEY_BYTES, Damaged, Digested, Encrypted, Sealer
from inference.errors import InputError

SERVICE = "precontrast"
CHECK = b"precontrast"
"""What is sealed beside a key's name, so that another key is known before anything is read with it."""


def key_of(key_id: str) -> bytes:
    """The key of that name from the keychain.

    Raises
    ------
    InputError
        ``cases.key-missing``; ``cases.no-keychain`` where there is none, or one that does not open.
    """
    found = _asked(lambda keychain: keychain.get_password(SERVICE, key_id))
    if found is None:
        raise InputError("cases.key-missing", key=key_id)
    return key_from(found)


def keep_key(key_id: str, key: bytes) -> None:
    """Put a key into the keychain.

    Raises
    ------
    InputError
        ``cases.no-keychain``.
    """
    _asked(lambda keychain: keychain.set_password(SERVICE, key_id, text_of(key)))


def forget_key(key_id: str) -> None:
    """Take a key out of the keychain; one that is not there is no fault."""
    _asked(lambda keychain: keychain.get_password(SERVICE, key_id) and keychain.delete_password(SERVICE, key_id))


def text_of(key: bytes) -> str:
    """A key as it is kept and written down."""
    return base64.b64encode(key).decode()


def key_from(text: str) -> bytes:
    """A key as it was written down.

    Raises
    ------
    InputError
        ``cases.no-key`` for what is none.
    """
    try:
        key = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise InputError("cases.no-key") from error
    if len(key) != KEY_BYTES:
        raise InputError("cases.no-key")
    return key


def sealer_of(connection: sqlite3.Connection, path: Path, keys: Callable[[str], bytes]) -> Sealer:
    """How the pieces of a store are sealed.

    Raises
    ------
    InputError
        ``cases.key-wrong`` where the keychain has another key of that name; ``cases.damaged``; as of ``keys``.
    """
    try:
        named = read_meta(connection, "key")
    except Damaged as error:
        raise InputError("cases.damaged", path=str(path), detail=str(error)) from error
    if named is None:
        return Digested()
    sealer = Encrypted(keys(named["id"]), named["id"])
    try:
        sealer.open(base64.b64decode(named["check"]), named["id"])
    except Damaged as error:
        raise InputError("cases.key-wrong", path=str(path), key=named["id"]) from error
    return sealer


@contextmanager
def sealed_transaction(
    connection: sqlite3.Connection, path: Path, sealer: Sealer, kind: str = "IMMEDIATE"
) -> Iterator[None]:
    """A transaction in a store that is sealed as it was when it was opened.

    Another program may have encrypted or decrypted it since: then what is written here would stay legible in an
    encrypted store, or be lost in a legible one.

    Raises
    ------
    InputError
        ``cases.sealed-anew``.
    """
    with transaction(connection, kind):
        named = read_meta(connection, "key")
        if (named["id"] if named else "") != sealer.key_id:
            raise InputError("cases.sealed-anew", path=str(path))
        yield


def _asked(question: Callable[[Any], str | None]) -> str | None:
    """Ask the keychain; what goes wrong there is none of the program's faults."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError as error:
        raise InputError("cases.no-keychain", detail=type(error).__name__) from error
    try:
        return question(keyring)
    except (KeyringError, RuntimeError, OSError) as error:
        raise InputError("cases.no-keychain", detail=type(error).__name__) from error
