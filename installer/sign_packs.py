"""Signs the packs that ship, with the one key whose public half is pinned in ``resources/keys``.

Only packs that have changed since they were signed are signed anew, so that a signature in the history stays what it
was. How the key is kept, and what to do when it is lost, stands in CONTRIBUTING.
"""

from __future__ import annotations

import argparse
import os
import stat
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from inference.errors import PrecontrastError
from inference.files import unfinished
from inference.packs.files import read_files
from inference.packs.signing import TrustedKey, check_sums, find_signer, new_key, public_half, read_trusted_keys, sign
from inference.packs.store import MANIFEST, read_manifest
from installer.tools import ROOT, BuildError, ended

PACKS, PINNED = Path("resources/packs"), Path("resources/keys/precontrast.pub")


def sign_changed(private: Path, root: Path = ROOT) -> list[str]:
    """Sign the packs that have changed; returns their names.

    Raises
    ------
    BuildError
        For a key that others can read, that lies in the source tree, or that is not the pinned one; for a folder that
        is no pack. Then nothing was signed.
    """
    key, pinned = _public_half(_guarded(private, root)), pinned_key(root)
    if key.raw != pinned.raw:
        raise BuildError(
            f"{private} is not the key that ships: its fingerprint is {key.fingerprint}, that of {PINNED} is "
            f"{pinned.fingerprint}. No pack was signed. Use the pinned key; where it is lost, see CONTRIBUTING, "
            f"'The signing key'"
        )
    changed = [folder for folder in sorted((root / PACKS).iterdir()) if folder.is_dir() and not is_signed(folder, key)]
    for folder in changed:
        _refuse_no_pack(folder)
    for folder in changed:
        sign(folder, private)
    return [folder.name for folder in changed]


def _refuse_no_pack(folder: Path) -> None:
    """The signature would say of anything that it is a pack of ours."""
    try:
        read_manifest(read_files(folder).get(MANIFEST, b""), str(folder / MANIFEST))
    except PrecontrastError as error:
        raise BuildError(f"{folder} is no pack that can be used: {error}. No pack was signed") from error


def is_signed(folder: Path, key: TrustedKey) -> bool:
    """Whether a pack's signature is of this key and of what the pack holds now."""
    try:
        files = read_files(folder)
        check_sums(files, folder.name)
        return find_signer(files, [key], folder.name) is not None
    except PrecontrastError:
        return False


def pin_new(private: Path, root: Path = ROOT) -> str:
    """Make a new key pair and pin its public half; returns the line that CHANGELOG must have.

    Raises
    ------
    BuildError
        Where the file exists, would lie in the source tree, or its public half cannot be pinned; then there is no new
        key, and the earlier one is still pinned.
    """
    _refuse_inside(private, root)
    with tempfile.TemporaryDirectory() as folder:
        public = Path(folder) / PINNED.name
        try:
            fingerprint = new_key(private, public)
        except (PrecontrastError, OSError) as error:
            raise BuildError(f"no key was made: {error}") from error
        try:
            (root / PINNED).parent.mkdir(parents=True, exist_ok=True)
            with unfinished(root / PINNED) as beside:
                beside.write_bytes(public.read_bytes())
                beside.chmod(0o644)
        except OSError as error:
            private.unlink()
            raise BuildError(f"no key was made: {PINNED} cannot be written ({error})") from error
    return f"- Packs that ship are signed with a new key, SHA-256 fingerprint `{fingerprint}`."


def pinned_key(root: Path = ROOT) -> TrustedKey:
    """The key that signs the packs that ship.

    Raises
    ------
    BuildError
        Where none is pinned.
    """
    keys = [key for key in read_trusted_keys([(root / PINNED).parent]) if key.signer == PINNED.stem]
    if not keys:
        raise BuildError(f"{PINNED} is no public key; take it from the last release, or make one: make signing-key")
    return keys[0]


def _public_half(private: Path) -> TrustedKey:
    try:
        return public_half(private)
    except PrecontrastError as error:
        raise BuildError(f"{private} cannot be used as a key: {error}") from error


def _guarded(private: Path, root: Path) -> Path:
    """The key, where only its owner can read it and no commit can take it up."""
    _refuse_inside(private, root)
    if not private.is_file():
        raise BuildError(f"there is no file {private}; name the private key: make sign-packs KEY=path/to/key.pem")
    if os.name == "posix" and stat.S_IMODE(private.stat().st_mode) & 0o077:
        raise BuildError(f"others can read {private}; run: chmod 600 {private}")
    return private


def _refuse_inside(private: Path, root: Path) -> None:
    if root.resolve() in private.resolve().parents:
        raise BuildError(f"{private} lies in the source tree, where a commit could take it up; keep it elsewhere")


def main(arguments: Sequence[str] | None = None) -> int:
    """Sign, or make a key, and return the exit code."""
    parser = argparse.ArgumentParser(prog="installer.sign_packs", description=__doc__)
    parser.add_argument("--key", type=Path, required=True, help="private key (PKCS #8 PEM), outside the source tree")
    parser.add_argument("--new", action="store_true", help="make a new pair there and pin its public half")
    options = parser.parse_args(arguments)

    def work() -> None:
        if options.new:
            line = pin_new(options.key)
            print(f"The private key is {options.key}; keep two copies of it. Add to CHANGELOG.md:\n{line}")
            return
        names = sign_changed(options.key)
        print("signed: " + ", ".join(names) if names else "no pack has changed since it was signed")

    return ended(work)


if __name__ == "__main__":
    sys.exit(main())
