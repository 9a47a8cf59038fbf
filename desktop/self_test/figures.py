"""Whether figures come out on this computer as they are published: radiomics features of IBSI's digital phantom."""

from __future__ import annotations

from functools import partial

from desktop.language import Language
from desktop.pack_checks.check import Found, Planned


def published(language: Language) -> list[Planned]:
    """The check; a packaged program may bring other libraries than the one that the tests ran with."""
    return [Planned("radiomics", "IBSI", partial(_radiomics, language))]


def _radiomics(language: Language) -> Found:
    from inference.radiomics import ibsi

    wrong = ibsi.disagreements()
    if not wrong:
        return Found(True, language.text("self-test.radiomics", count=len(ibsi.REFERENCE)))
    name, (found, wanted) = next(iter(wrong.items()))
    detail = {"count": len(wrong), "name": name, "found": f"{found:.4g}", "wanted": f"{wanted:g}"}
    return Found(False, language.text("self-test.radiomics-differs", **detail))
