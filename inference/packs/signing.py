"""Signatures of packs: Ed25519 over ``SHA256SUMS``, which names every other file.

``SIGNATURE`` holds the 64 bytes and nothing else, so that no byte of a pack is outside the check.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inference.errors import InputError, PackError
from inference.packs.files import SIGNATURE, SUMS, read_files
from inference.reading import os_reason, read_bytes

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

MAX_KEY_BYTES = 2**14
"""An Ed25519 key is 113 bytes of PEM, a certificate's worth of other keys a few thousand."""
PROGRAM = "precontrast"
"""The program's own key is called so, and no other one may be."""
LABEL = re.compile(r"\w[\w .+@-]{0,62}\w|\w")
"""Letters, digits and a few signs: none that could pass for what the program says of a key."""
LOOKALIKES = frozenset({"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC"})
"""Scripts some of whose letters look like Latin ones."""


@dataclass(frozen=True, slots=True)
class TrustedKey:
    """A public key that this installation trusts.

    Attributes
    ----------
    signer
        Name of its file: what people call the signer. Anyone may call a file anything.
    raw
        Its 32 bytes.
    """

    signer: str
    raw: bytes

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the 32 bytes in hexadecimal digits: who signed."""
        return hashlib.sha256(self.raw).hexdigest()


@dataclass(frozen=True, slots=True)
class Keys:
    """What was found in folders of keys: those that are trusted, and why each other file is not."""

    trusted: tuple[TrustedKey, ...] = ()
    refused: tuple[InputError, ...] = ()


def new_key(private_path: Path, public_path: Path) -> str:
    """Make a key pair: PKCS #8 PEM (readable by the owner only) and SubjectPublicKeyInfo PEM.

    Returns
    -------
    str
        The fingerprint of the public key.
    """
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    for path in (private_path, public_path):
        if path.exists():
            raise InputError("file.exists", path=str(path))
    key = Ed25519PrivateKey.generate()
    private_path.touch(mode=0o600)
    private_path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    public = key.public_key()
    public_path.write_bytes(
        public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    return TrustedKey(public_path.stem, public.public_bytes_raw()).fingerprint


def read_keys(folders: Iterable[Path], program: Path | None = None) -> Keys:
    """Public keys (``NAME.pub``) of the given folders; a folder that does not exist holds none.

    A file that is no such key costs only itself. Of two keys of one name the first is trusted, so that no later folder
    can give its key the name of another.

    Parameters
    ----------
    program
        The one of the folders whose keys may bear the program's name; None: any.
    """
    trusted: list[TrustedKey] = []
    refused: list[InputError] = []
    for folder in folders:
        try:
            names = sorted(os.listdir(folder))
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            reason = os_reason(error)
            refused.append(InputError("file.unreadable", path=str(folder), reason=reason, detail=str(error)))
            continue
        for path in (folder / name for name in names if name.endswith(".pub")):
            try:
                key = TrustedKey(path.stem, _public_bytes(path))
                _check_name(key, path, trusted, program in (None, folder))
            except InputError as error:
                refused.append(error)
            else:
                trusted.append(key)
    return Keys(tuple(trusted), tuple(refused))


def read_trusted_keys(folders: Iterable[Path]) -> list[TrustedKey]:
    """The keys of :func:`read_keys` without the files that are none."""
    return list(read_keys(folders).trusted)


def is_program_name(name: str) -> bool:
    """Whether a key of that name could be taken for the program's own."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return re.sub(r"[\W\d_]", "", folded) == PROGRAM


def is_label(name: str) -> bool:
    """Whether a name can stand for a signer: letters of scripts that look alike are not mixed."""
    scripts = {unicodedata.name(letter, "-").split()[0] for letter in name if letter.isalpha()}
    return LABEL.fullmatch(name) is not None and not ("LATIN" in scripts and scripts & LOOKALIKES)


def _public_bytes(path: Path) -> bytes:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = serialization.load_pem_public_key(read_bytes(path, MAX_KEY_BYTES))
    except (ValueError, TypeError, OverflowError, UnsupportedAlgorithm) as error:
        raise InputError("key.invalid", path=str(path)) from error
    if not isinstance(key, Ed25519PublicKey):
        raise InputError("key.invalid", path=str(path))
    return key.public_bytes_raw()


def _check_name(key: TrustedKey, path: Path, known: list[TrustedKey], may_be_program: bool) -> None:
    if not is_label(key.signer):
        raise InputError("key.name", name=str(path))
    if is_program_name(key.signer) and not may_be_program and key not in known:
        raise InputError("key.reserved", name=str(path), reserved=PROGRAM)
    for other in known:
        if other.signer.casefold() == key.signer.casefold() and other.raw != key.raw:
            raise InputError("key.name-taken", path=str(path), name=key.signer)


def list_sums(files: dict[str, bytes]) -> bytes:
    """The text of ``SHA256SUMS``: one line a file, sorted, in the format of ``sha256sum``."""
    lines = [f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())]
    return "".join(lines).encode()


def sign(folder: Path, private_path: Path) -> None:
    """Write ``SHA256SUMS`` and ``SIGNATURE`` into a pack folder.

    Raises
    ------
    InputError
        ``key.invalid`` when the private key cannot be used.
    """
    key = _private_key(private_path)
    files = {name: data for name, data in read_files(folder).items() if name not in (SUMS, SIGNATURE)}
    sums = list_sums(files)
    (folder / SUMS).write_bytes(sums)
    (folder / SIGNATURE).write_bytes(key.sign(sums))


def public_half(private_path: Path) -> TrustedKey:
    """The public half of a private key, under the name of its file.

    Raises
    ------
    InputError
        ``key.invalid`` when the private key cannot be used.
    """
    return TrustedKey(private_path.stem, _private_key(private_path).public_key().public_bytes_raw())


def _private_key(path: Path) -> Ed25519PrivateKey:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    try:
        key = serialization.load_pem_private_key(read_bytes(path, MAX_KEY_BYTES), None)
    except (ValueError, TypeError, OverflowError, UnsupportedAlgorithm) as error:
        raise InputError("key.invalid", path=str(path)) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise InputError("key.invalid", path=str(path))
    return key


def check_sums(files: dict[str, bytes], source: str) -> None:
    """Compare every file with ``SHA256SUMS``.

    Raises
    ------
    PackError
        ``pack.no-sums``, or ``pack.changed`` naming the first file that is changed, missing or not listed.
    """
    if SUMS not in files:
        raise PackError("pack.no-sums", pack=source)
    present = {name: data for name, data in files.items() if name not in (SUMS, SIGNATURE)}
    expected = list_sums(present)
    if files[SUMS] == expected:
        return
    # Of the lines that only one of the two has, the first name; without any the lines are in another order.
    differing = set(files[SUMS].splitlines()) ^ set(expected.splitlines())
    names = sorted(line[66:].decode(errors="replace") for line in differing if len(line) > 66)
    raise PackError("pack.changed", pack=source, file=(*names, SUMS)[0])


def find_signer(files: dict[str, bytes], keys: Iterable[TrustedKey], source: str) -> TrustedKey | None:
    """The key that signed the pack; None when it carries no signature.

    Raises
    ------
    PackError
        ``pack.signature`` when there is a signature that no trusted key made.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    signature = files.get(SIGNATURE)
    if signature is None:
        return None
    for key in keys:
        try:
            Ed25519PublicKey.from_public_bytes(key.raw).verify(signature, files[SUMS])
        except InvalidSignature:
            continue
        return key
    raise PackError("pack.signature", pack=source)
