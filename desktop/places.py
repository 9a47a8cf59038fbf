"""Where the program keeps things on this computer."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

import resources

HOME_VARIABLE = "PRECONTRAST_HOME"
"""Names one folder for everything, for tests and for computers without a user profile."""


@dataclass(frozen=True, slots=True)
class Places:
    """Folders of one installation.

    Attributes
    ----------
    packs, keys
        Packs that the user has installed and public keys that the user trusts.
    cache
        Compiled models and engine measurements; may be deleted at any time.
    config
        What the user has set.
    data
        What the user's work leaves: patients' cases and the audit log.
    machine
        What an administrator has set for everyone on this computer; the program never writes there.
    """

    packs: Path
    keys: Path
    cache: Path
    config: Path
    data: Path
    machine: Path

    @property
    def engine_memory(self) -> Path:
        """Measured seconds of each engine on this computer."""
        return self.cache / "engines.json"

    @property
    def compiled_models(self) -> Path:
        """What OpenVINO has made of models; may be deleted at any time."""
        return self.cache / "compiled"

    @property
    def compiled_secret(self) -> Path:
        """Key of the seals of compiled models, away from them; without it they are made anew."""
        return self.data / "compiled.key"

    @property
    def pseudonym_key(self) -> Path:
        """Key of the names that patients have in what is exported for training; lost, they get new ones."""
        return self.data / "pseudonyms.key"

    @property
    def settings(self) -> Path:
        """The window's settings."""
        return self.config / "settings.json"

    @property
    def site(self) -> Path:
        """The user's own site profile."""
        return self.config / "site.toml"

    @property
    def machine_site(self) -> Path:
        """The site profile for everyone on this computer."""
        return self.machine / "site.toml"

    @property
    def machine_packs(self) -> Path:
        """Packs for everyone on this computer."""
        return self.machine / "packs"

    @property
    def machine_keys(self) -> Path:
        """Public keys that everyone on this computer trusts."""
        return self.machine / "keys"

    @property
    def cases(self) -> Path:
        """The case store; two files of the same name with another end lie beside it while it is open."""
        return self.data / "cases.sqlite"

    @property
    def leftovers(self) -> Path:
        """Notes of folders in which reports are being written; see :mod:`desktop.leftovers`."""
        return self.data / "leftovers"

    @property
    def handover(self) -> Path:
        """Where a second start of the program leaves for the first what it was given."""
        return self.data / "handover"

    @property
    def audit(self) -> Path:
        """The audit log."""
        return self.data / "audit.jsonl"


def default_places() -> Places:
    """The user's own folders, or those under ``PRECONTRAST_HOME``."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        root = Path(home)
        return Places(root / "packs", root / "keys", root / "cache", root, root, root / "machine")
    data = Path(platformdirs.user_data_dir("precontrast", appauthor=False))
    cache = Path(platformdirs.user_cache_dir("precontrast", appauthor=False))
    config = Path(platformdirs.user_config_dir("precontrast", appauthor=False))
    machine = Path(platformdirs.site_config_dir("precontrast", appauthor=False))
    return Places(data / "packs", data / "keys", cache, config, data, machine)


def bundled(name: str) -> Path:
    """A folder of data that is shipped with the program, for instance ``packs``."""
    return Path(resources.__file__).parent / name


def guide(language: str) -> Path:
    """The user guide that is shipped with the program, in a language: ``en`` or ``zh``."""
    return bundled("").parent / "docs" / f"user-guide.{language}.md"
