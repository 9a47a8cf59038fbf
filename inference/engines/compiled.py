"""Compiled models, and what was checked of them, that are kept between starts.

What an engine has made of a model is outside the pack's signature and read by native code. So each one is sealed: bound
to its model, engine, device and settings, and checked whole before the engine sees a byte of it. Whatever is not as it
was written is made anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from inference.errors import InputError
from inference.files import write_bytes
from inference.reading import read_bytes

MAX_BYTES = 2**30
"""Twice the largest model: an engine may keep weights in another precision."""
MOST_KEPT = 64
"""Of several packs on several devices; versions of the engine that are gone leave theirs behind."""
SUFFIX = ".blob"
_SEAL_BYTES = hashlib.sha256().digest_size

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CompiledModels:
    """A folder of sealed compiled models.

    Attributes
    ----------
    secret
        File of the key of the seals, made when it is missing. Kept away from the folder, it makes that who may write to
        the folder alone cannot put a model of their own there.
    """

    folder: Path
    secret: Path

    def get(self, identity: Mapping[str, str]) -> bytes | None:
        """What was kept of that model, engine, device and settings; None where there is none as it was written."""
        path = self._path(identity)
        try:
            data = read_bytes(path, MAX_BYTES, follow=False)
            seal, blob = data[:_SEAL_BYTES], data[_SEAL_BYTES:]
            if hmac.compare_digest(seal, self._seal(identity, blob)):
                return blob
            log.warning("a compiled model is not as it was written and is made anew: %s", path.name)
        except InputError as error:
            if error.code == "file.not-found":
                return None
            log.warning("a compiled model cannot be read and is made anew: %s", error)
        except OSError as error:
            log.warning("compiled models are not used: %s", error)
        return None

    def keep(self, identity: Mapping[str, str], blob: bytes) -> None:
        """Seal and write; what cannot be written costs time at the next start, nothing else."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_bytes(self._path(identity), self._seal(identity, blob) + blob)
            self._sweep()
        except (OSError, InputError) as error:
            log.warning("compiled models are not kept: %s", error)

    def _path(self, identity: Mapping[str, str]) -> Path:
        return self.folder / (hashlib.sha256(_named(identity)).hexdigest() + SUFFIX)

    def _seal(self, identity: Mapping[str, str], blob: bytes) -> bytes:
        sealed = hmac.new(self._key(), _named(identity) + b"\n", hashlib.sha256)
        sealed.update(blob)
        return sealed.digest()

    def _key(self) -> bytes:
        try:
            key = read_bytes(self.secret, _SEAL_BYTES, follow=False)
        except InputError:
            key = b""
        if len(key) != _SEAL_BYTES:
            key = secrets.token_bytes(_SEAL_BYTES)
            self.secret.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_bytes(self.secret, key)
        return key

    def _sweep(self) -> None:
        """Take away what is no sealed model, as earlier versions left it, and the longest unused ones of many."""
        files = [path for path in self.folder.iterdir() if path.is_file() or path.is_symlink()]
        own = [path for path in files if len(path.stem) == 2 * _SEAL_BYTES and path.suffix == SUFFIX]
        own.sort(key=lambda path: path.lstat().st_mtime, reverse=True)
        for path in {*files} - {*own[:MOST_KEPT]}:
            with contextlib.suppress(OSError):
                path.unlink()


def _named(identity: Mapping[str, str]) -> bytes:
    return json.dumps(dict(identity), sort_keys=True).encode()
