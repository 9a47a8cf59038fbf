"""The licence in a Debian package's statement, where that is written for machines.

The format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/.
"""

from __future__ import annotations

import re

SPDX = {
    "Apache-2": "Apache-2.0",
    "BSD-2-clause": "BSD-2-Clause",
    "BSD-2-Clause": "BSD-2-Clause",
    "BSD-3-clause": "BSD-3-Clause",
    "Expat": "MIT",
    "expat": "MIT",
    "MIT/X": "MIT",
    "MIT/X11": "X11",
    "MIT/X Consortium License": "X11",
    "libpng": "Libpng",
    "public-domain": "LicenseRef-public-domain",
    "PD": "LicenseRef-public-domain",
    "zlib": "Zlib",
}
"""Debian's short names that differ from those of SPDX; versions are translated by rule."""
_OR_LATER = re.compile(r"^(A?L?GPL|GFDL)-(\d+(?:\.\d+)?)(\+?)$")
_SPLIT = re.compile(r"\s+(and|or)\s+|,\s*")


def stated_licence(words: str) -> str:
    """The licence of all that is not excepted (``Files: *``), as SPDX; empty where no machine could tell."""
    if "copyright-format" not in words[:500]:
        return ""
    for paragraph in re.split(r"\n\s*\n", words):
        if re.search(r"^Files:\s*\*\s*$", paragraph, re.MULTILINE):
            found = re.search(r"^License:[ \t]*(\S.*)$", paragraph, re.MULTILINE)
            return spdx_of(found.group(1)) if found else ""
    return ""


def spdx_of(stated: str) -> str:
    """An SPDX expression for one of Debian's; what is not known stays as it is, and is then refused by the policy.

    Debian's comma binds weaker than ``and`` and ``or``, for which SPDX has no sign: such statements are for review.
    """
    if "," in stated:
        return ""
    tokens = _SPLIT.split(stated.strip())
    return " ".join(token.upper() if token in ("and", "or") else _name(token.strip()) for token in tokens if token)


def _name(short: str) -> str:
    versioned = _OR_LATER.match(short)
    if versioned is None:
        return SPDX.get(short, short.replace(" ", "-"))
    family, number, later = versioned.groups()
    number = number if "." in number else f"{number}.0"
    return f"{family}-{number}-{'or-later' if later else 'only'}"
