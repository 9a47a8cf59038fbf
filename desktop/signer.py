"""How the signer of a pack is named: by the key, which nobody else has; a name alone can be anyone's."""

from __future__ import annotations

from desktop.language import Language

SHOWN_DIGITS = 16
"""Of the fingerprint, where there is no room for all 64: 2 to the power of 64 keys would have to be tried."""


def signature_text(signed_by: str | None, signer_key: str | None, language: Language, whole: bool = False) -> str:
    """Who signed a pack, or that nobody did.

    Parameters
    ----------
    signed_by, signer_key
        As of :class:`inference.packs.store.Pack`; records of earlier versions of the program name no key.
    whole
        Whether all of the fingerprint is said.
    """
    if signed_by is None:
        return language.text("pack.unsigned")
    if signer_key is None:
        return language.text("pack.signed-by", signer=signed_by)
    key = signer_key if whole else signer_key[:SHOWN_DIGITS]
    return language.text("pack.signed-by-key", signer=signed_by, key=key)


def signer_name(signed_by: str | None, signer_key: str | None, language: Language) -> str:
    """The same in few letters, for a column or a row that says what it is."""
    if signed_by is None:
        return language.text("pack.unsigned")
    return f"{signed_by} {signer_key[:SHOWN_DIGITS]}" if signer_key else signed_by
