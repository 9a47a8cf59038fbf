"""What the window works with: settings, site profile, packs, cases, audit log. One value that is handed around."""

from __future__ import annotations

import dataclasses
import os
import time
from collections import deque
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.account import account_name, full_name
from desktop.audit import AuditLog, details_of
from desktop.files import locked
from desktop.language import Language, language_of
from desktop.leftovers import sweep
from desktop.permissions import tighten
from desktop.places import Places
from desktop.settings import Settings, read_settings, update_settings, with_recent
from inference.errors import InputError, PrecontrastError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.cases import Case, CaseStore
    from desktop.cases.store import Log
    from desktop.pack_library import PackLibrary
    from desktop.report.standing import Standing
    from desktop.standing import SignedRecords
    from inference.outcome import Outcome, Tick
    from inference.packs.manifest import Manifest
    from inference.segmentation import Segmentation
    from inference.site import SiteProfile


WAIT_S = 0.3
"""The window waits for another program so long; then it goes on and tries again later."""
BUSY = frozenset({"cases.busy", "file.locked"})
OVERTAKEN = frozenset({"cases.conflict", "cases.gone"})


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
    warn: Callable[[PrecontrastError], None] | None = None
    alone: bool = True
    _site: SiteProfile | None = None
    _held: ExitStack = field(default_factory=ExitStack)
    _store: CaseStore | None = None
    _site_state: tuple[object, ...] = ()
    _revisions: dict[str, int] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)
    _signed: SignedRecords | None = None
    _waiting: deque[Callable[[], None]] = field(default_factory=deque)

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
        return AuditLog(self.places.audit, self.settings.user, self.places.cases, WAIT_S)

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
        """The cases.

        Raises
        ------
        InputError
            When the store cannot be opened; its message names file and fix.
        """
        from desktop.cases import CaseStore

        if self._store is None:
            self._store = CaseStore(self.places.cases, WAIT_S)
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
        known = (manifest for manifest in self.library.manifests() if manifest.id == self.default_pack)
        return next(known, None) or self.library.open(self.default_pack).manifest

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
        return sorted(self.library.manifests(), key=lambda manifest: manifest.id != self.default_pack)

    def change_settings(self, **changes: object) -> None:
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
        """Write the site profile and log that it changed.

        Parameters
        ----------
        seen
            The profile when its editing began: what others have changed since stays.

        Raises
        ------
        InputError
            ``site.conflict`` when others have changed the same; when it cannot be written. The one before then still
            holds.
        """
        from desktop.site_file import merged_site, state_of_site, write_site

        with locked(self.places.site.with_name(f"{self.places.site.name}.lock"), WAIT_S):
            if seen is not None:
                site = merged_site(seen, site, self.site)
            self._site = write_site(site, self.places.site)
            self._site_state = state_of_site(self.places)
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

    # --- cases

    def take_up(self, case_id: str) -> tuple[Case, dict[str, Segmentation]]:
        """A stored case with its masks; that it was looked at is logged.

        Raises
        ------
        InputError
            As of the store and the log.
        """
        case, masks = self.store.get(case_id), self.store.masks(case_id)
        self.audit.append("case-viewed", case=case_id)
        self._revisions[case_id] = case.revision
        self._told.discard(case_id)
        return case, masks

    def keep(self, case: Case, masks: Mapping[str, Segmentation], log: Log | None = None) -> None:
        """Store a case with its masks and write the log; while another program keeps either, that waits.

        Parameters
        ----------
        log
            As :meth:`line` gives it.

        Raises
        ------
        InputError
            When store or log cannot be written. ``cases.conflict`` and ``cases.gone`` are told once for a case.
        """
        self._write(lambda: self._keep(case, masks, log))

    def _keep(self, case: Case, masks: Mapping[str, Segmentation], log: Log | None) -> None:
        known = self._revisions.get(case.id, case.revision)
        if log is None and not known:
            log = self.line("case-opened", case=case.id, pack=case.pack)
        try:
            saved = self.store.save(dataclasses.replace(case, revision=known), masks or None, log)
        except InputError as error:
            if error.code not in OVERTAKEN or case.id not in self._told:
                self._told.update([case.id] if error.code in OVERTAKEN else [])
                raise
            return
        self._revisions[case.id] = saved.revision

    def line(self, action: str, outcome: Outcome | None = None, **details: object) -> Log:
        """What writes a line of the log, with the details of this moment."""
        given = {**(details_of(outcome) if outcome is not None else {}), **details}
        return lambda: self.audit.append(action, **given)

    @property
    def waiting(self) -> int:
        """How many changes wait for another program to let go of the store or the log."""
        return len(self._waiting)

    def retry(self) -> bool:
        """Try again to write what waits, in its order; returns whether all is written."""
        while self._waiting:
            try:
                self._waiting[0]()
            except InputError as error:
                if error.code in BUSY:
                    return False
                self.warn(error)
            self._waiting.popleft()
        return True

    def finish(self, seconds: float) -> None:
        """Write what waits before the program ends, for so long; what is then still waiting is told."""
        until = time.monotonic() + seconds
        while not self.retry():
            if time.monotonic() >= until:
                self.warn(InputError("cases.busy", path=str(self.places.cases)))
                return
            time.sleep(0.05)

    def _write(self, change: Callable[[], None]) -> None:
        if self._waiting and not self.retry():
            self._waiting.append(change)
            return
        try:
            change()
        except InputError as error:
            if error.code not in BUSY:
                raise
            self._waiting.append(change)

    def reconcile(self) -> None:
        """Finish what a program that was ended had begun, and remove what it left.

        Raises
        ------
        InputError
            As of the store and the log.
        """
        from desktop.reconcile import finish_deletions, mark_unstored

        sweep(self.places)
        if changed := tighten(self.places):
            self.audit.append("permissions-tightened", **changed)
        if os.path.exists(self.places.cases):  # false where it may not be looked at
            self._write(lambda: finish_deletions(self.store, self.audit))
            self._write(lambda: mark_unstored(self.store, self.audit))

    def log_outcome(self, action: str, outcome: Outcome, **details: object) -> None:
        """Write an action on an outcome to the audit log.

        Raises
        ------
        InputError
            When the log cannot be written.
        """
        self.audit.append(action, **details_of(outcome), **details)

    def identity_check(self, case_id: str) -> Tick | None:
        """Who has compared the patient of a case with wristband or order, as the audit log knows it; None: nobody.

        Raises
        ------
        InputError
            When the log cannot be read.
        """
        from inference.outcome import Tick

        for entry in reversed(self.audit.entries()):
            if entry.action in ("identity-checked", "identity-withdrawn") and entry.details.get("case") == case_id:
                if entry.action == "identity-withdrawn":
                    return None
                return Tick(0, str(entry.details.get("initials", "")), entry.time)
        return None

    def log_identity(self, case_id: str, check: Tick | None) -> None:
        """Log that the patient was compared with wristband or order, or that this no longer holds.

        Raises
        ------
        InputError
            When the log cannot be written.
        """
        initials = {} if check is None else {"initials": check.initials}
        self.audit.append("identity-checked" if initials else "identity-withdrawn", case=case_id, **initials)

    def standing(self, outcome: Outcome, case: str = "") -> Standing:
        """How an outcome stands with the audit log; where the log cannot be read, no signature is confirmed.

        Parameters
        ----------
        case
            Id of the case that it belongs to.
        """
        from desktop.report.standing import Standing
        from desktop.standing import SignedRecords, standing_of

        try:
            records = self.store.records(case) if case and outcome.signatures else []
            self._signed = self._signed or SignedRecords(self.places.audit)
            found = standing_of(self._signed, outcome, records)
            return dataclasses.replace(found, identity=self._signed.identities.get(case))
        except InputError as error:
            self.warn(error)
            return Standing(confirmed=not outcome.signatures)

    def close(self) -> None:
        """Close the store, and let another window be the first."""
        if self._store is not None:
            self._store.close()
            self._store = None
        self._held.close()
