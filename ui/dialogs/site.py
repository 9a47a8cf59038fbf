"""The site profile in a window: everything in it, checked against the installed packs while it is typed."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QWidget

from desktop.language import Language
from inference.errors import PrecontrastError
from ui.dialogs.site_agents import AgentsPage
from ui.dialogs.site_draft import Problem, checked, outcomes_of, plain, populations_of
from ui.dialogs.site_pages import GeneralPage, SitePage
from ui.dialogs.site_population import PopulationPage
from ui.dialogs.site_rates import ModulesPage, RatesPage
from ui.dialogs.site_tiers import TiersPage
from ui.dialogs.widgets import Notice, button, column, path_to_open, path_to_save, row, tabs
from ui.icons import icon

if TYPE_CHECKING:
    from inference.packs.manifest import Manifest
    from inference.site import SiteProfile

CHECK_MS = 300
"""So long after the last key the profile is checked."""
GRAVITY = ("danger", "warning", "quiet")
TABS = ("general", "rates", "tiers", "modules", "agents", "population")


class SiteDialog(QDialog):
    """Edits a site profile; once accepted, :meth:`site` is the new one, not yet written to a file.

    Parameters
    ----------
    packs
        Installed packs: their outcomes, tiers, modules and predictors can be set.
    """

    def __init__(
        self, site: SiteProfile, packs: list[Manifest], language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._before, self._site, self._packs = site, site, packs
        self._data = plain(site)
        outcomes = outcomes_of(packs)
        self.general, self.rates = GeneralPage(packs, language), RatesPage(outcomes, language)
        self.tiers, self.modules = TiersPage(outcomes, language), ModulesPage(outcomes, language)
        self.agents, self.population = AgentsPage(language), PopulationPage(populations_of(packs), language)
        self.tabs, self.notice = tabs(), Notice()
        self.import_button, self.export_button = button("file-import"), button("file-export")
        self.save_button, self._cancel = button(role="primary"), button()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_MS)
        self._build()
        self.set_language(language)

    def _build(self) -> None:
        for page in self._pages():
            page.changed.connect(self._timer.start)
            self.tabs.addTab(page, "")
        self._timer.timeout.connect(self.check)
        self.import_button.clicked.connect(self._import)
        self.export_button.clicked.connect(self._export)
        self.save_button.clicked.connect(self._save)
        self._cancel.clicked.connect(self.reject)
        buttons = row(self.import_button, self.export_button, None, self._cancel, self.save_button)
        layout = column(self.tabs, self.notice, buttons)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.resize(1120, 680)

    def set_language(self, language: Language) -> None:
        """Word everything in a language; what was typed stays."""
        if hasattr(self.general, "name"):
            self._collect()
        self._language, text = language, language.text
        self.setWindowTitle(text("ui.site.title"))
        for number, name in enumerate(TABS):
            self.tabs.setTabText(number, text(f"ui.site.tab-{name}"))
        self.import_button.setText(text("ui.site.import"))
        self.export_button.setText(text("ui.site.export"))
        self.save_button.setText(text("ui.dialog.save"))
        self._cancel.setText(text("ui.dialog.cancel"))
        self._show_data()

    def site(self) -> SiteProfile:
        """The profile as it was when it was saved; before that the one that is edited."""
        return self._site

    def check(self) -> list[Problem]:
        """Check what is typed, show what is wrong where it stands, and return it, the gravest first."""
        self._timer.stop()
        self._collect()
        profile, found = checked(self._data, self._before, self._packs, self._language)
        problems = sorted(found, key=lambda problem: GRAVITY.index(problem.severity))
        self._checked = profile
        for number, page in enumerate(self._pages()):
            page.clear_problems()
            own = [problem for problem in problems if page.answers_for(problem.place)]
            for problem in own:
                page.show_problem(problem)
            grave = own[0].severity if own else "quiet"
            sign = {"danger": "alert-octagon", "warning": "alert-triangle"}.get(grave)
            self.tabs.setTabIcon(number, icon(sign) if sign else QIcon())
        unplaced = [p for p in problems if not any(page.answers_for(p.place) for page in self._pages())]
        faults = sum(problem.severity == "danger" for problem in problems)
        if unplaced:
            self.notice.say(unplaced[0].text, unplaced[0].severity)
        else:
            self.notice.say(self._language.text("ui.site.faults", count=faults) if faults else "")
        return problems

    def _pages(self) -> tuple[SitePage, ...]:
        return self.general, self.rates, self.tiers, self.modules, self.agents, self.population

    def _show_data(self) -> None:
        for page in self._pages():
            page.language = self._language
            page.show_data(self._data)
        self.check()

    def _collect(self) -> None:
        data = copy.deepcopy(self._data)
        for page in self._pages():
            page.put_data(data)
        self._data = data

    def _sound(self) -> bool:
        """Check; where something is wrong go there."""
        first = next(iter(self.check()), None)
        if first is None or first.severity != "danger":
            return True
        page = next((page for page in self._pages() if page.answers_for(first.place)), None)
        if page is not None:
            self.tabs.setCurrentWidget(page)
            page.go_to(first.place)
        return False

    def _save(self) -> None:
        if self._sound():
            self._site = self._checked
            self.accept()

    def _import(self) -> None:
        from inference.site import read_site

        path = path_to_open(self, self._language.text("ui.site.import-title"), self._kinds())
        if path is None:
            return
        try:
            self._data = plain(read_site(path))
        except PrecontrastError as error:
            self.notice.say(self._language.error(error))
            return
        self._show_data()
        if not self.notice.text():
            self.notice.say(self._language.text("ui.site.imported", path=path), "quiet")

    def _export(self) -> None:
        from desktop.site_file import write_site

        if not self._sound():
            return
        path = path_to_save(self, self._language.text("ui.site.export-title"), "site.toml", self._kinds())
        if path is None:
            return
        try:
            write_site(self._checked, path)
        except PrecontrastError as error:
            self.notice.say(self._language.error(error))
            return
        self.notice.say(self._language.text("ui.site.exported", path=path), "good")

    def _kinds(self) -> str:
        return self._language.text("ui.site.kind") + " (*.toml)"
