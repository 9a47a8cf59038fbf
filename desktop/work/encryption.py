"""Encrypting the case store and back, for the window and the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.audit import AuditLog


def seal_anew(
    cases: Path, audit: AuditLog, encrypted: bool, progress: Callable[[float], None] = lambda share: None
) -> str:
    """Encrypt the case store under a new key, or store it in clear again, and log that; both or neither.

    It opens a store of its own, so that any thread may do it; no other may be open in this program.

    Parameters
    ----------
    encrypted
        What the store is to be.
    progress
        Told which share of the cases is done, 0 to 1.

    Returns
    -------
    str
        The recovery key as it is written down; empty for a store in clear.

    Raises
    ------
    InputError
        As of :func:`desktop.cases.encryption.encrypt` and ``decrypt``; then nothing was changed.
    """
    from desktop.cases import encryption
    from desktop.cases.keys import text_of
    from desktop.cases.store import CaseStore

    with CaseStore(cases) as store:
        if not encrypted:
            encryption.decrypt(store, lambda: audit.append("store-decrypted"), progress=progress)
            return ""
        return text_of(encryption.encrypt(store, lambda: audit.append("store-encrypted"), progress=progress))
