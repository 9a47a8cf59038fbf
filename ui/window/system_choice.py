"""Which system is next: the list of the start page, that of a case, and what a touch on it does."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inference.errors import PrecontrastError
from ui.dialogs.widgets import run_dialog
from ui.window.window_thread import WindowThread

if TYPE_CHECKING:
    from desktop.pack_library import Usable
    from ui.window.main_window import MainWindow

SEEN = 200
"""Of so many cases the packs are those that were used last."""


class SystemChoice(QObject):
    """Looks packs up away from the window's thread, as they are verified then, and passes on what is chosen.

    Attributes
    ----------
    usable
        What was found last; the pack to begin with is first.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.usable: list[Usable] = []
        self._thread: Thread | None = None
        self._closed = False
        self._found = WindowThread(self._take)
        window.start.system_wanted.connect(self.take)

    def refresh(self) -> None:
        """Look again, and list what there is then."""
        if self._thread is None and not self._closed:
            self._thread = Thread(target=self._look, daemon=True)
            self._thread.start()

    def close(self) -> None:
        """List nothing any more."""
        self._closed = True
        if self._thread is not None:
            self._thread.join()

    def _look(self) -> None:
        try:
            self._found(self._window.installation.usable())
        except (PrecontrastError, OSError):
            self._found([])  # the pack manager says why

    def _take(self, found: object) -> None:
        assert isinstance(found, list)
        self._thread = None
        if not self._closed:
            self.usable = found
            self.show()

    def show(self) -> None:
        """List what was found, the last used first, and say which is next."""
        window = self._window
        try:
            used, usual = self._used(), window.installation.default_pack
        except PrecontrastError:
            used, usual = (), ""  # told where cases and site are asked for
        window.start.systems.show_systems(self.usable, used, usual)
        shown = window.open_cases.next_pack or usual
        titles = {pack.manifest.id: window.language.of(pack.manifest.title) for pack in self.usable}
        window.start.show_next(shown if shown in titles else "", titles.get(shown, ""))

    def _used(self) -> tuple[str, ...]:
        from desktop.systems import used_last

        return used_last(self._window.installation.store.search(limit=SEEN))

    def take(self, pack_id: str) -> None:
        """A system was touched: its form is opened, or it waits for its images."""
        window = self._window
        images = {pack.manifest.id: bool(pack.manifest.images) for pack in self.usable}
        if not images.get(pack_id, False):
            window.open_cases.open_form(pack_id)
            return
        window.open_cases.next_pack = pack_id
        self.show()

    def open_form(self) -> None:
        """Go on without images: with the system that was chosen, where it can do without."""
        waiting = self._window.open_cases.next_pack
        chosen = next((pack.manifest for pack in self.usable if pack.manifest.id == waiting), None)
        able = chosen is not None and not any(role.required for role in chosen.images)
        self._window.open_cases.open_form(waiting if able else "")

    def ask(self) -> None:
        """Let the user choose another for the case in hand."""
        from ui.dialogs.systems import SystemsDialog

        page, window = self._window.case_page, self._window
        if window.open_cases.work is None:
            return
        dialog = SystemsDialog(page.offered(), window.open_cases.work.manifest.id, window.language, window)
        if run_dialog(dialog):
            self.use(dialog.pack)

    def use(self, pack_id: str) -> None:
        """Ask another pack about the case in hand."""
        window, work = self._window, self._window.open_cases.work
        if work is not None:
            window.open_cases.use_pack(pack_id)
            window.case_page.show_work(work)

    def offer(self) -> None:
        """Offer on the page of a case what there is now."""
        self._window.case_page.show_packs(self._window.installation.usable())
