"""What the window works with: settings, site profile, packs, cases, audit log. One value that is handed around."""

from __future__ import annotations

import dataclasses
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.account import account_name, full_name
from desktop.case_records import CaseRecords
from desktop.files import locked
from desktop.language import Language, language_of
from desktop.leftovers import sweep
from desktop.permissions import tighten
from desktop.places import Places
from desktop.settings import Settings, read_settings, update_settings, with_recent
from inference.errors import InputError, PrecontrastError

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.audit import AuditLog
    from desktop.cases import CaseStore
    from desktop.pack_library import PackLibrary, Usable
    from inference.packs.manifest import Manifest
    from inference.site import SiteProfile


WAIT_S = 0.3
"""The window waits for another program so long; then it goes on and tries again later."""


def _unheard(error: PrecontrastError) -> None:
    """Stands for ``warnings``, until there is somebody to tell."""


@dataclass(slots=True)
class Installation:
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
    warn: Callable[[PrecontrastError], None] = field(default=_unheard)
    alone: bool = True
    _site: SiteProfile | None = None
    _held: ExitStack = field(default_factory=ExitStack)
    _site_state: tuple[object, ...] = ()
    records: CaseRecords = field(init=False)

    def __post_init__(self) -> None:
        if self.warn is _unheard:
            self.warn = self.warnings.append
        self.settings = read_settings(self.places.settings, self.warn)
        self.records = CaseRecords(
            self.places.cases, self.places.audit, lambda: self.settings.user, WAIT_S, lambda error: self.warn(error)
        )
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
        return self.records.audit

    @property
    def signer(self) -> str:
        """The name that is offered for signatures: as set, else that of the computer's account."""
        return self.settings.user or full_name() or account_name()

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
        from desktop.site_file import current_site, state_of_site

        state = state_of_site(self.places)
        if self._site is None or state != self._site_state:
            # Another window, or an administrator, may have changed it.
            self._site, _ = current_site(self.places)
            self._site_state = state
        return self._site

    @property
    def store(self) -> CaseStore:
        """The cases; raises as of :attr:`desktop.case_records.CaseRecords.store`."""
        return self.records.store

    @property
    def default_pack(self) -> str:
        """The pack to begin with: the user's choice, else the site's, else the one shipped for this purpose."""
        from desktop.pack_library import DEFAULT_PACK

        return self.settings.default_pack or self.site.default_pack or DEFAULT_PACK

    def default_manifest(self, chosen: str = "") -> Manifest:
        """The manifest of the pack that was chosen, or of the one to begin with.

        Raises
        ------
        PrecontrastError
            When it cannot be used.
        """
        wanted = chosen or self.default_pack
        known = (manifest for manifest in self.library.manifests() if manifest.id == wanted)
        return next(known, None) or self.library.open(wanted).manifest

    def form_manifest(self, chosen: str = "") -> Manifest:
        """The same where there are no images: the one to begin with is the usual one, or what stands in for it.

        Raises
        ------
        PrecontrastError
            ``pack.all-need-images``, or as of :meth:`default_manifest`.
        """
        usual = self.default_manifest(chosen)
        if chosen or not usual.images:
            return usual
        without = [manifest for manifest in self.manifests() if not manifest.images]
        if not without:
            raise InputError("pack.all-need-images")
        return next((manifest for manifest in without if manifest.id == usual.fallback), without[0])

    def manifests(self) -> list[Manifest]:
        """Manifests of all packs that verify; the one to begin with is first, so that its figures are shown."""
        return [pack.manifest for pack in self.usable()]

    def usable(self) -> list[Usable]:
        """All packs that verify; the one to begin with is first."""
        return sorted(self.library.usable(), key=lambda pack: pack.manifest.id != self.default_pack)

    def change_settings(self, **changes: Any) -> None:
        """Set and write, over what another window has set meanwhile; nothing else is touched.

        A file that cannot be written is a warning, for the choice holds until the program ends.
        """
        self._change_settings(lambda settings: dataclasses.replace(settings, **changes))

    def remember_opened(self, path: Path) -> None:
        """Put a path first among the recent ones."""
        self._change_settings(lambda settings: with_recent(settings, path))

    def _change_settings(self, change: Callable[[Settings], Settings]) -> None:
        try:
            self.settings = update_settings(self.places.settings, self.settings, change, self.warn)
        except InputError as error:
            self.settings = change(self.settings)
            self.warn(error)

    def change_site(self, site: SiteProfile, seen: SiteProfile | None = None) -> SiteProfile:
        """Log that the site profile changes, and write it.

        Parameters
        ----------
        seen
            The profile when its editing began: what others have changed since stays.

        Raises
        ------
        InputError
            ``site.conflict`` when others have changed the same; when it cannot be logged or written. The one before
            then still holds.
        """
        from desktop.site_file import merged_site, state_of_site, write_site

        with locked(self.places.site.with_name(f"{self.places.site.name}.lock"), WAIT_S):
            if seen is not None:
                site = merged_site(seen, site, self.site)
            self._site = write_site(site, self.places.site, self._log_site)
            self._site_state = state_of_site(self.places)
        return self._site

    def _log_site(self, site: SiteProfile) -> None:
        self.audit.append("site-changed", site_sha256=site.digest)

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

    def reconcile(self) -> None:
        """Finish what a program that was ended had begun, and remove what it left.

        Raises
        ------
        InputError
            As of the store and the log.
        """
        sweep(self.places)
        if changed := tighten(self.places):
            self.audit.append("permissions-tightened", **changed)
        self.records.settle()

    def close(self) -> None:
        """Close the store, and let another window be the first."""
        self.records.close()
        self._held.close()
