"""``precontrast cases``: moved images, and the encryption of the store."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from desktop.cases.store import CaseStore
from desktop.cli import exits
from desktop.cli.console import Console
from desktop.cli.options import Run, Text, path_of
from desktop.cli.trail import own_log, own_records
from desktop.places import default_places
from desktop.work import operations


def add_commands(command: Callable[[str, Run], argparse.ArgumentParser], text: Text) -> None:
    """Describe the commands.

    Parameters
    ----------
    command
        Makes the parser of one, of its name and what it runs.
    """
    relocating = command("relocate", relocate)
    relocating.add_argument("case", metavar="CASE", help=text("help.cases.case"))
    relocating.add_argument("paths", nargs="+", type=path_of, metavar="PATH", help=text("help.screen.path"))
    command("encrypt", encrypt)
    command("decrypt", decrypt)
    command("recovery-key", recovery_key)
    command("recover", recover)


def relocate(options: argparse.Namespace, console: Console) -> int:
    """Point a case to where its images are now."""
    from inference.dicom import scan

    paths = tuple(options.paths)
    with own_records() as records:
        case = records.store.get(records.store.resolve(options.case))
        found = scan([str(path) for path in paths], lambda share: console.progress("scan", share))
        console.close_bars()
        case = operations.move_images(records, case, paths, found)
    console.data({"id": case.id, "paths": list(case.paths)})
    console.text("cases.relocated", case=case.id, path=", ".join(case.paths))
    return exits.ANSWER


def encrypt(options: argparse.Namespace, console: Console) -> int:
    """Encrypt the store; the key is shown once, to be written down."""
    from desktop.work.encryption import seal_anew

    path = default_places().cases
    key = seal_anew(path, own_log(), encrypted=True)
    console.data({"encrypted": True, "recovery_key": key})
    console.text("cases.encrypted", path=path, key=key)
    return exits.ANSWER


def decrypt(options: argparse.Namespace, console: Console) -> int:
    """Store everything in clear again."""
    from desktop.work.encryption import seal_anew

    path = default_places().cases
    seal_anew(path, own_log(), encrypted=False)
    console.data({"encrypted": False})
    console.text("cases.decrypted", path=path)
    return exits.ANSWER


def recovery_key(options: argparse.Namespace, console: Console) -> int:
    """Show the key again."""
    from desktop.cases import encryption
    from desktop.cases.keys import text_of

    with _store() as store:
        key = text_of(encryption.written_key(store))
        own_log().append("exported", what="recovery-key")
    console.data({"recovery_key": key})
    console.say(key)
    return exits.ANSWER


def recover(options: argparse.Namespace, console: Console) -> int:
    """Put a key that was written down into the keychain; it is read from standard input, not from the command line."""
    from desktop.cases import encryption
    from desktop.cases.keys import key_from

    if sys.stdin.isatty():
        import getpass

        given = getpass.getpass(console.language.text("cases.recover-prompt"))
    else:
        given = sys.stdin.readline()
    encryption.recover(default_places().cases, key_from(given))
    console.data({"recovered": True})
    console.text("cases.recovered")
    return exits.ANSWER


def _store() -> CaseStore:
    return CaseStore(default_places().cases)
