"""The version resource of the two executables: what Windows shows under Properties, Details."""

from __future__ import annotations

import re
from pathlib import Path

from inference import __version__

WINDOW, CONSOLE = "precontrast-window.exe", "precontrast.exe"
PUBLISHER = "Precontrast developers"
DESCRIPTIONS = {
    WINDOW: "Precontrast (research use only)",
    CONSOLE: "Precontrast command line (research use only)",
}
ENGLISH, UNICODE = 0x0409, 1200


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """A version as Windows wants it: ``0.2.1rc3`` is 0, 2, 1, 0."""
    release = re.match(r"\d+(\.\d+)*", version)
    numbers = [int(part) for part in release.group().split(".")] if release else []
    first, second, third, fourth = (*numbers, 0, 0, 0, 0)[:4]
    return first, second, third, fourth


def version_resource(name: str, version: str = __version__) -> str:
    """The resource of one executable, as the text that PyInstaller reads."""
    numbers = four_numbers(version)
    texts = {
        "CompanyName": PUBLISHER,
        "FileDescription": DESCRIPTIONS[name],
        "FileVersion": version,
        "InternalName": name.removesuffix(".exe"),
        "LegalCopyright": PUBLISHER,
        "OriginalFilename": name,
        "ProductName": "Precontrast",
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in texts.items())
    # Kind 0x4: Windows 32 and 64 bit; 0x1: an application.
    return f"""VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable('{ENGLISH:04x}{UNICODE:04x}', [{strings}])]),
    VarFileInfo([VarStruct('Translation', [{ENGLISH}, {UNICODE}])]),
  ],
)
"""


def version_file(name: str, folder: Path) -> Path:
    """Write the resource of one executable into a folder, which is made if needed."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.version.txt"
    path.write_text(version_resource(name), encoding="utf-8")
    return path
