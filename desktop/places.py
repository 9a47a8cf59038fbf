"""Where the program keeps things on this computer."""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import platformdirs

HOME_VARIABLE = "PRECONTRAST_HOME"
"""Names one folder for everything, for tests and for computers without a user profile."""


@dataclass(frozen=True, slots=True)
class Places:
    """Folders of one installation.

    Attributes
    ----------
    packs, keys
        Installed packs and public keys that the site trusts.
    cache
        Compiled models and engine measurements; may be deleted at any time.
    """

    packs: Path
    keys: Path
    cache: Path

    @property
    def engine_memory(self) -> Path:
        """Measured seconds of each engine on this computer."""
        return self.cache / "engines.json"

    @property
    def compiled_models(self) -> Path:
        """OpenVINO's cache."""
        return self.cache / "compiled"


def default_places() -> Places:
    """The user's own folders, or those under ``PRECONTRAST_HOME``."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        root = Path(home)
        return Places(root / "packs", root / "keys", root / "cache")
    data = Path(platformdirs.user_data_dir("precontrast", appauthor=False))
    cache = Path(platformdirs.user_cache_dir("precontrast", appauthor=False))
    return Places(data / "packs", data / "keys", cache)


def bundled(name: str) -> Path:
    """A folder of data that is shipped with the program, for instance ``packs``."""
    return Path(str(resources.files("resources"))) / name
