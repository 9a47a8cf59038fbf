"""What the window works with: settings, site profile, packs, cases, audit log. One value that is handed around."""

from __future__ import annotations

import dataclasses
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.audit import AuditLog, details_of
from desktop.files import locked
from desktop.language import Language, language_of
from desktop.places import Places
from desktop.settings import Settings, read_settings, with_recent, write_settings
from inference.errors import InputError, PrecontrastError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.cases import Case, CaseStore
    from desktop.pack_library import PackLibrary
    from desktop.standing import Standing
    from inference.outcome import Outcome
    from inference.packs.manifest import Manifest
    from inference.site import SiteProfile
    from inference.steps.context import Segmentation


@dataclass(slots=True)
class Office:
    """Services of one installation. What is heavy is opened when it is first needed.

    Attributes
    ----------
    warn
        Told what went wrong with the settings; until there is a window, ``warnings`` keeps it.
    alone
        Whether no other window is open: cases that are open there must not be taken for those of a crash.
    """

    places: Places
    system_language: str = ""
    settings: Settings = field(default_factory=Settings)
    warnings: list[PrecontrastError] = field(default_factory=list)
    warn: Callable[[PrecontrastError], None] | None = None
    alone: bool = True
    _site: SiteProfile | None = None
    _held: ExitStack = field(default_factory=ExitStack)
    _store: CaseStore | None = None

    def __post_init__(self) -> None:
        self.warn = self.warn or self.warnings.append
        self.settings = read_settings(self.places.settings, self.warn)
        try:
            self._held.enter_context(locked(self.places.data / "window.lock", wait_s=0))
        except InputError:
            self.alone = False

    @property
    def language(self) -> Language:
        """The user's language, else the system's."""
        return language_of(self.settings.language or self.system_language)

    @property
    def audit(self) -> AuditLog:
        """The log, in the name of who works here."""
        return AuditLog(self.places.audit, self.settings.user)

    @property
    def library(self) -> PackLibrary:
        """Packs that were shipped and installed."""
        from desktop.pack_library import PackLibrary

        return PackLibrary(self.places)

    @property
    def site(self) -> SiteProfile:
        """The site profile; one that cannot be read is told and not passed over in silence.

        Raises
        ------
        InputError
            As of :func:`desktop.site_file.current_site`.
        """
        from desktop.site_file import current_site

        if self._site is None:
            self._site, _ = current_site(self.places)
        return self._site

    @property
    def store(self) -> CaseStore:
        """The cases.

        Raises
        ------
        InputError
            When the store cannot be opened; its message names file and fix.
        """
        from desktop.cases import CaseStore

        if self._store is None:
            self._store = CaseStore(self.places.cases)
        return self._store

    @property
    def default_pack(self) -> str:
        """The pack to begin with: the user's choice, else the site's, else the one shipped for this purpose."""
        from desktop.pack_library import DEFAULT_PACK

        return self.settings.default_pack or self.site.default_pack or DEFAULT_PACK

    def default_manifest(self) -> Manifest:
        """The manifest of the pack to begin with.

        Raises
        ------
        PrecontrastError
            When it cannot be used.
        """
        return self.library.open(self.default_pack).manifest

    def form_manifest(self) -> Manifest:
        """The manifest of the pack to begin with where there are no images: the usual one, or what stands in for it.

        Raises
        ------
        PrecontrastError
            ``pack.all-need-images``, or as of :meth:`default_manifest`.
        """
        usual = self.default_manifest()
        if not usual.images:
            return usual
        without = [manifest for manifest in self.manifests() if not manifest.images]
        if not without:
            raise InputError("pack.all-need-images")
        return next((manifest for manifest in without if manifest.id == usual.fallback), without[0])

    def manifests(self) -> list[Manifest]:
        """Manifests of all packs that verify; the one to begin with is first, so that its figures are shown."""
        found = [listed.pack.manifest for listed in self.library.all() if listed.pack is not None]
        return sorted(found, key=lambda manifest: manifest.id != self.default_pack)

    def change_settings(self, **changes: object) -> None:
        """Set and write; a file that cannot be written is a warning, for the choice holds until the program ends."""
        self.settings = dataclasses.replace(self.settings, **changes)
        try:
            write_settings(self.settings, self.places.settings)
        except InputError as error:
            self.warn(error)

    def remember_opened(self, path: Path) -> None:
        """Put a path first among the recent ones."""
        self.change_settings(recent=with_recent(self.settings, path).recent)

    def change_site(self, site: SiteProfile) -> SiteProfile:
        """Write the site profile and log that it changed.

        Raises
        ------
        InputError
            When it cannot be written; the one before then still holds.
        """
        from desktop.site_file import write_site

        self._site = write_site(site, self.places.site)
        self.audit.append("site-changed", site_sha256=self._site.digest)
        return self._site

    def put_site_aside(self) -> Path:
        """Rename a site profile that cannot be read, so that another can be made; returns the new name.

        Raises
        ------
        InputError
            ``file.unwritable``, also for the profile of an administrator.
        """
        from desktop.pack_library import writing

        path = self.places.site
        aside = next(p for n in range(1, 1000) if not (p := path.with_name(f"{path.stem}.aside-{n}.toml")).exists())
        with writing(path):
            path.rename(aside)
        return aside

    def keep(self, case: Case, masks: Mapping[str, Segmentation]) -> None:
        """Store a case with its masks.

        Raises
        ------
        InputError
            When the store cannot be written.
        """
        self.store.save(case)
        if masks:
            self.store.save_masks(case.id, masks)

    def log_outcome(self, action: str, outcome: Outcome, **details: object) -> None:
        """Write an action on an outcome to the audit log.

        Raises
        ------
        InputError
            When the log cannot be written.
        """
        self.audit.append(action, **details_of(outcome), **details)

    def standing(self, outcome: Outcome) -> Standing:
        """How an outcome stands with the audit log; where the log cannot be read, no signature is confirmed."""
        from desktop.standing import Standing, standing_of

        try:
            return standing_of(self.places.audit, outcome)
        except InputError as error:
            self.warn(error)
            return Standing(confirmed=not outcome.signatures)

    def close(self) -> None:
        """Close the store, and let another window be the first."""
        if self._store is not None:
            self._store.close()
            self._store = None
        self._held.close()
