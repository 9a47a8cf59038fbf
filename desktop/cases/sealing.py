"""How what is stored is told from what it was not: each piece carries a digest, or is encrypted under a key.

A piece is sealed together with the words that say what it is (``masks/<case>/<step>``), so that one cannot be put in
the place of another. Both kinds of seal notice a single bit that has changed.
"""

from __future__ import annotations

import hashlib
import os
from typing import Protocol

DIGEST_BYTES = 32
NONCE_BYTES = 12
KEY_BYTES = 32


class Damaged(ValueError):
    """A piece that is not as it was written."""


class Sealer(Protocol):
    """Seals pieces of a store, and opens them again.

    Attributes
    ----------
    key_id
        Name of the key; empty where there is none.
    """

    key_id: str

    def seal(self, data: bytes, about: str) -> bytes:
        """The piece as it is stored."""

    def open(self, sealed: bytes, about: str) -> bytes:
        """What was sealed.

        Raises
        ------
        Damaged
        """


class Digested:
    """A SHA-256 before the piece, which itself stays legible."""

    key_id = ""

    def seal(self, data: bytes, about: str) -> bytes:
        """The piece as it is stored."""
        return _digest(data, about) + data

    def open(self, sealed: bytes, about: str) -> bytes:
        """What was sealed."""
        data = sealed[DIGEST_BYTES:]
        if sealed[:DIGEST_BYTES] != _digest(data, about):
            raise Damaged(about)
        return data


class Encrypted:
    """AES-256 in Galois/counter mode (NIST SP 800-38D), a fresh random nonce before each piece.

    Parameters
    ----------
    key
        32 bytes.
    key_id
        Its name.
    """

    def __init__(self, key: bytes, key_id: str) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self.key_id = key_id
        self._cipher = AESGCM(key)

    def seal(self, data: bytes, about: str) -> bytes:
        """The piece as it is stored."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, data, about.encode())

    def open(self, sealed: bytes, about: str) -> bytes:
        """What was sealed."""
        from cryptography.exceptions import InvalidTag

        try:
            return self._cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], about.encode())
        except (InvalidTag, ValueError) as error:
            raise Damaged(about) from error


def tag_of(sealed: bytes) -> str:
    """What a case remembers of each piece that belongs to it, so that none can go missing or come back."""
    return hashlib.sha256(sealed).hexdigest()[:32]


def _digest(data: bytes, about: str) -> bytes:
    return hashlib.sha256(about.encode() + b"\0" + data).digest()
