"""Signatures of packs: Ed25519 over ``SHA256SUMS``, which names every other file.

``SIGNATURE`` holds the 64 bytes and nothing else, so that no byte of a pack is outside the check.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from inference.errors import InputError, PackError

SUMS, SIGNATURE = "SHA256SUMS", "SIGNATURE"


@dataclass(frozen=True, slots=True)
class TrustedKey:
    """A public key that this installation trusts; the file's name is the signer's name."""

    signer: str
    raw: bytes


def new_key(private_path: Path, public_path: Path) -> None:
    """Make a key pair: PKCS #8 PEM (readable by the owner only) and SubjectPublicKeyInfo PEM."""
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
    public_path.write_bytes(
        key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )


def read_trusted_keys(folders: list[Path]) -> list[TrustedKey]:
    """Public keys (``NAME.pub``) of the given folders; a folder that does not exist holds none."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    keys = []
    for path in (p for folder in folders if folder.is_dir() for p in sorted(folder.glob("*.pub"))):
        try:
            key = serialization.load_pem_public_key(path.read_bytes())
        except ValueError as error:
            raise InputError("key.invalid", path=str(path)) from error
        if not isinstance(key, Ed25519PublicKey):
            raise InputError("key.invalid", path=str(path))
        raw = key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        keys.append(TrustedKey(path.stem, raw))
    return keys


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
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from inference.packs.store import read_files

    try:
        key = serialization.load_pem_private_key(private_path.read_bytes(), None)
    except FileNotFoundError as error:
        raise InputError("file.not-found", path=str(private_path)) from error
    except (ValueError, TypeError) as error:
        raise InputError("key.invalid", path=str(private_path)) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise InputError("key.invalid", path=str(private_path))
    files = {name: data for name, data in read_files(folder).items() if name not in (SUMS, SIGNATURE)}
    sums = list_sums(files)
    (folder / SUMS).write_bytes(sums)
    (folder / SIGNATURE).write_bytes(key.sign(sums))


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


def find_signer(files: dict[str, bytes], keys: list[TrustedKey], source: str) -> str | None:
    """Who signed the pack; None when it carries no signature.

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
        return key.signer
    raise PackError("pack.signature", pack=source)
