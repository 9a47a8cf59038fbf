"""The pack manager: what is installed, what each pack is for, and whether it works here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QSplitter, QWidget

from desktop.jobs.messages import Timing
from desktop.language import Language
from desktop.signer import signature_text, signer_name
from inference.errors import PrecontrastError
from ui.dialogs.engine_times import models_of, remembered_times
from ui.dialogs.pack_pages import ChecksPage, EnginesPage, Page, overview
from ui.dialogs.widgets import Notice, button, column, confirmed, label, path_to_open, row, row_icon, tabs

if TYPE_CHECKING:
    from desktop.pack_checks import Check
    from desktop.pack_library import Listed, PackLibrary

ROW_HEIGHT = 58
ORIGIN = {"program": "ui.packs.shipped", "machine": "ui.packs.for-everyone", "user": "ui.packs.added"}
"""What is said of where a pack is from."""


class PackDialog(QDialog):
    """All packs of a library.

    Attributes
    ----------
    default_wanted
        Id of the pack that shall be the default from now on.
    test_wanted
        Id of the pack to test and to time on every engine; answered with :meth:`show_checks` and :meth:`show_engines`,
        or with :meth:`show_failure`.
    installed, removed
        Id of the pack that was.
    """

    default_wanted = Signal(str)
    test_wanted = Signal(str)
    installed = Signal(str)
    removed = Signal(str)

    def __init__(
        self, library: PackLibrary, language: Language, default: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._default = library, default
        self._listed: list[Listed] = []
        self.list, self.notice, self.skipped = QListWidget(), Notice(), Notice()
        self._title, self._about, self._fault = label("heading", wrap=True), label("quiet", wrap=True), Notice()
        self.overview, self.card = Page(), Page()
        self.checks, self.engines = ChecksPage(language), EnginesPage(language)
        self._pages, self._close = tabs(), button()
        self.install_button, self.remove_button = button("package-import"), button("trash")
        self.default_button = button("star")
        self._build()
        self.set_language(language)
        self.list.setCurrentRow(self._row_of(default))
        self.list.setFocus()

    def _build(self) -> None:
        for page in (self.overview, self.card, self.checks, self.engines):
            self._pages.addTab(page, "")
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(24, 24))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown = QWidget()
        details = column(
            self._title, self._about, self._fault, row(self.default_button, self.remove_button, None), self._pages
        )
        details.setContentsMargins(8, 0, 0, 0)
        details.setStretch(4, 1)
        shown.setLayout(details)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.list)
        both.addWidget(shown)
        both.setSizes([380, 760])
        both.setStretchFactor(1, 1)
        both.setChildrenCollapsible(False)
        layout = column(self.notice, self.skipped, both, row(self.install_button, None, self._close))
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.resize(1160, 680)
        self.list.currentRowChanged.connect(self._show)
        self.install_button.clicked.connect(self._install)
        self.remove_button.clicked.connect(self._remove)
        self.default_button.clicked.connect(self._choose_default)
        self.checks.start.clicked.connect(self._test)
        self.engines.start.clicked.connect(self._test)
        self._close.clicked.connect(self.accept)

    def set_language(self, language: Language) -> None:
        """Word everything in a language."""
        self._language, text = language, language.text
        self.setWindowTitle(text("ui.packs.title"))
        self.list.setAccessibleName(text("ui.packs.list"))
        for number, name in enumerate(("overview", "card", "test", "engines")):
            self._pages.setTabText(number, text(f"ui.packs.tab-{name}"))
        self.overview.setAccessibleName(text("ui.packs.tab-overview"))
        self.card.setAccessibleName(text("ui.packs.tab-card"))
        self.install_button.setText(text("ui.packs.install"))
        self.remove_button.setText(text("ui.packs.remove"))
        self.default_button.setText(text("ui.packs.make-default"))
        self._close.setText(text("ui.dialog.close"))
        self.checks.set_language(language)
        self.engines.set_language(language)
        self._fill(self.list.currentRow())

    def show_checks(self, checks: Sequence[Check]) -> None:
        """What the self-test of the shown pack found."""
        self.checks.show_checks(checks)

    def show_engines(self, rows: Sequence[Timing]) -> None:
        """What was measured of the shown pack's models."""
        self.engines.show_engines(rows, self._has_models())

    def show_failure(self, text: str) -> None:
        """Why a self-test or a measurement gave nothing."""
        for page in (self.checks, self.engines):
            if page.busy:
                page.show_failure(text)

    def _fill(self, shown: int) -> None:
        """Read the library again; a pack stays shown though its line may have moved."""
        self._listed = self._library.all()
        self.list.blockSignals(True)
        self.list.clear()
        for entry in self._listed:
            item = QListWidgetItem(row_icon(self._sign(entry)), "\n".join(self._lines(entry)))
            item.setToolTip("\n".join(self._lines(entry)))
            item.setSizeHint(QSize(0, ROW_HEIGHT))
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(shown, 0), len(self._listed) - 1))
        self.list.blockSignals(False)
        reasons = [self._language.error(error) for error in self._library.keys().refused]
        lines = [self._language.text("packs.key-skipped", reason=reason) for reason in reasons]
        self.skipped.say("\n".join(lines), "warning")
        self._show()

    def _sign(self, entry: Listed) -> str:
        if entry.pack is None:
            return "alert-octagon"
        if entry.pack.signed_by is None:
            return "alert-triangle"
        return "star" if entry.pack.manifest.id == self._default else "shield-check"

    def _lines(self, entry: Listed) -> list[str]:
        text = self._language.text
        if entry.pack is None:
            return [entry.path.stem, text("packs.unusable")]
        manifest = entry.pack.manifest
        signer = signer_name(entry.pack.signed_by, entry.pack.signer_key, self._language)
        marks = [manifest.version, text(f"status.{manifest.status}"), signer]
        if manifest.id == self._default:
            marks.insert(0, text("ui.packs.is-default"))
        return [self._language.of(manifest.title), " · ".join(marks)]

    def _signature(self, entry: Listed) -> str:
        return signature_text(entry.pack.signed_by, entry.pack.signer_key, self._language)

    def _row_of(self, pack_id: str | None) -> int:
        ids = [entry.pack.manifest.id if entry.pack else entry.path.stem for entry in self._listed]
        return ids.index(pack_id) if pack_id in ids else 0

    def _entry(self) -> Listed | None:
        number = self.list.currentRow()
        return self._listed[number] if 0 <= number < len(self._listed) else None

    def _id(self) -> str:
        entry = self._entry()
        return entry.pack.manifest.id if entry.pack else entry.path.stem

    def _has_models(self) -> bool:
        entry = self._entry()
        return entry is not None and entry.pack is not None and bool(models_of(entry.pack))

    def _show(self) -> None:
        entry = self._entry()
        usable = entry is not None and entry.pack is not None
        self._pages.setVisible(usable)
        self.default_button.setEnabled(usable and self._id() != self._default)
        origin = self._language.text(ORIGIN[entry.place]) if entry else ""
        own = entry is not None and entry.place == "user"
        self.remove_button.setEnabled(own)
        self.remove_button.setToolTip("" if own else origin)
        self.checks.clear()
        if entry is None:
            return
        self._title.setText(self._lines(entry)[0])
        self._fault.say("" if usable else self._language.error(entry.error))
        if not usable:
            self._about.setText(origin)
            return
        marks = [entry.pack.manifest.id, self._signature(entry), origin, f"SHA-256 {entry.pack.digest[:12]}…"]
        self._about.setText(" · ".join(marks))
        self._about.setToolTip(f"SHA-256 {entry.pack.digest}")
        self.overview.setHtml(overview(entry.pack.manifest, self._language))
        self.card.show_card(entry.pack, self._language)
        self.show_engines(remembered_times(entry.pack, self._library.places.engine_memory))

    def _test(self) -> None:
        self.checks.show_busy(self._language.text("ui.packs.testing"))
        if self._has_models():
            self.engines.show_busy(self._language.text("ui.packs.measuring"))
        self.test_wanted.emit(self._id())

    def _choose_default(self) -> None:
        self._default = self._id()
        self._fill(self.list.currentRow())
        self.default_wanted.emit(self._default)

    def _install(self) -> None:
        text = self._language.text
        path = path_to_open(self, text("ui.packs.install-title"), text("ui.packs.kind") + " (*.pack)")
        if path is None:
            return
        self.notice.say("")
        try:
            pack = self._library.offered(path)
            doubts = self._library.doubts(pack)
            if not self._replacing_agreed(pack.manifest.id, pack.manifest.version, doubts):
                return
            # What was asked about is what is installed: the file is not read again.
            self._library.keep(pack, replace=bool(doubts))
        except PrecontrastError as error:
            self.notice.say(self._language.error(error))
            return
        self._fill(0)
        self.list.setCurrentRow(self._row_of(pack.manifest.id))
        self.notice.say(text("packs.installed", pack=f"{pack.manifest.id} {pack.manifest.version}"), "good")
        self.installed.emit(pack.manifest.id)

    def _replacing_agreed(self, pack_id: str, version: str, doubts: Sequence[PrecontrastError]) -> bool:
        known = [e.pack.manifest for e in self._listed if e.pack and e.place == "user"]
        present = next((manifest.version for manifest in known if manifest.id == pack_id), None)
        if present is None:
            return True
        question = self._language.text("ui.packs.replace-question", pack=pack_id, present=present, offered=version)
        reasons = [self._language.error(doubt) for doubt in doubts]
        return confirmed(
            self, self._language, "\n\n".join([*reasons, question]), self._language.text("ui.packs.replace")
        )

    def _remove(self) -> None:
        pack_id, text = self._id(), self._language.text
        if not confirmed(self, self._language, text("ui.packs.remove-question", pack=pack_id), text("ui.packs.remove")):
            return
        try:
            self._library.remove(pack_id)
        except PrecontrastError as error:
            self.notice.say(self._language.error(error))
            return
        self._fill(self.list.currentRow())
        self.notice.say(text("packs.removed", pack=pack_id), "good")
        self.removed.emit(pack_id)
