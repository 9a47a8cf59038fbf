"""Which licences may be shipped: the one table to look at, and to change after thought.

Everything here may be passed on inside a program whose own licence is another one, without that program having to be
put under it. What is not named here stops the build.
"""

from __future__ import annotations

from collections.abc import Iterable

from license_expression import AND, OR, ExpressionError, LicenseWithExceptionSymbol, get_spdx_licensing

from installer.supply.model import Ledger, Part

ALLOWED = {
    # Do what you like, keep the notice.
    "0BSD", "AFL-2.1", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSD-3-Clause-Open-MPI", "BSL-1.0", "FTL", "HPND",
    "HPND-sell-variant", "ICU", "IJG", "ISC", "Libpng", "libpng-2.0", "MIT", "MIT-0", "NTP", "PSF-2.0",
    "Python-2.0", "TCL", "Unicode-3.0", "Unicode-DFS-2016", "Unlicense", "X11", "Zlib", "bzip2-1.0.6",
    # Nobody's.
    "CC0-1.0", "blessing", "libselinux-1.0", "LicenseRef-public-domain",
    # Changes to the library itself stay free; it lies in a file of its own that users can replace.
    "LGPL-2.0-or-later", "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later",
    "MPL-1.1", "MPL-2.0",
    # Fonts, drawings, atlases, images: with the name of whoever made them, some share-alike, never program code.
    "OFL-1.1", "3D-Slicer-1.0", "CC-BY-3.0", "CC-BY-4.0", "CC-BY-SA-2.1-JP", "CC-BY-SA-4.0",
    # Microsoft's runtime, which its terms allow to be passed on beside programs that need it (Windows only).
    "LicenseRef-Microsoft-Visual-Cpp-Runtime",
}  # fmt: skip

EXCEPTIONS = {
    ("GPL-2.0-or-later", "Bootloader-exception"): "PyInstaller: what it starts may have any licence",
    ("GPL-3.0-or-later", "GCC-exception-3.1"): "the compiler's runtime: programs built with it may have any licence",
    ("Apache-2.0", "LLVM-exception"): "gives more than Apache-2.0 alone",
    ("BSD-3-Clause", "PCRE2-exception"): "gives more than BSD-3-Clause alone",
    ("Apache-2.0", "GPL-CC-1.0"): "gives more than Apache-2.0 alone",
}
"""Licences that may be shipped only together with an exception, and why."""

_SPDX = get_spdx_licensing()


def refusal(expression: str) -> str:
    """Why a licence may not be shipped; empty where it may.

    Of licences to choose from, one that is allowed is enough; of several that hold together, each must be.
    """
    if not expression:
        return "no licence known"
    try:
        parsed = _SPDX.parse(expression, strict=True)
    except ExpressionError as error:
        return f"not an SPDX expression: {expression} ({error})"
    return _refusal(parsed)


def _refusal(node) -> str:
    if isinstance(node, OR):
        reasons = [_refusal(one) for one in node.args]
        return "" if not all(reasons) else "; ".join(reasons)
    if isinstance(node, AND):
        return "; ".join(filter(None, map(_refusal, node.args)))
    if isinstance(node, LicenseWithExceptionSymbol):
        pair = (node.license_symbol.key, node.exception_symbol.key)
        return "" if pair in EXCEPTIONS else f"not allowed: {pair[0]} WITH {pair[1]}"
    return "" if node.key in ALLOWED else f"not allowed: {node.key}"


def faults(parts: Iterable[Part], ledger: Ledger) -> list[str]:
    """What keeps parts from being shipped, one line each, with the first file of the part."""
    found = []
    for part in parts:
        file = next(iter(ledger.files_of(part.name)), "inside the executables")
        called = f"{file}: {part.name} {part.version}".rstrip()
        if reason := refusal(part.licence):
            found.append(f"{called}: {reason}")
        if not any(text.data.strip() for text in part.texts):
            found.append(f"{called}: no licence text")
        for inner in part.inside:
            if reason := refusal(inner.licence):
                found.append(f"{called}, inside it {inner.name}: {reason}")
    return found
