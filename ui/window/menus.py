"""Menus, shortcuts and the buttons of the bar: everything the window can be told to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.language import LANGUAGES, Language
from desktop.masks.changes import begun
from ui.icons import icon

if TYPE_CHECKING:
    from ui.viewer.viewer import Viewer
    from ui.window.main_window import MainWindow


class Menus:
    """The window's menu bar and the two switches in its corner."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self.language = window, window.language
        self.actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._viewer: Viewer | None = None
        dialogs, open_cases = window.dialogs, window.open_cases
        self._menu("file")
        self._add("file", "open-folder", "folder-open", window.ask_for_folder, QKeySequence.StandardKey.Open)
        self._add("file", "open-files", "file-zip", window.ask_for_files, "Ctrl+Shift+O")
        self._add("file", "demo", "sparkles", window.open_demo)
        self._add("file", "form", "clipboard-text", open_cases.open_form, QKeySequence.StandardKey.New)
        self._menus["file"].addSeparator()
        self._add("file", "cases", "database", dialogs.show_cases, "Ctrl+L")
        self._add("file", "close", "x", lambda: open_cases.close_case(open_cases.work), QKeySequence.StandardKey.Close)
        self._menus["file"].addSeparator()
        self._add("file", "quit", "", window.close, QKeySequence.StandardKey.Quit)
        self._menu("case")
        self._add("case", "report", "file-report", dialogs.show_report, QKeySequence.StandardKey.Print)
        self._add("case", "series", "list-search", window.show_browser, "Ctrl+B")
        self._add("case", "again", "refresh", lambda: open_cases.work.retry(), QKeySequence.StandardKey.Refresh)
        self._add("case", "stop", "player-stop", lambda: open_cases.work.stop(), "Ctrl+.")
        self._add("case", "copy", "copy", dialogs.copy_result, "Ctrl+Shift+C")
        self._add("case", "open-mask", "file-import", window.masks_in.ask, "Ctrl+M")
        self._add("case", "masks", "file-export", window.masks_out.ask)
        self._add("case", "training", "file-export", window.training_out.ask)
        self._add("case", "undo-answer", "arrow-back-up", lambda: open_cases.work.undo_answer(), "Ctrl+Alt+Z")
        self._add("case", "redo-answer", "arrow-forward-up", lambda: open_cases.work.redo_answer(), "Ctrl+Alt+Y")
        self._add("case", "outcome", "vaccine", dialogs.enter_outcome, "Ctrl+E")
        self._add("case", "undo-outcome", "arrow-back-up", dialogs.undo_outcome)
        self._menu("view")
        self._add_choices("language", LANGUAGES, window.use_language)
        self._add_choices("theme", ("light", "dark", "system"), window.use_theme)
        self._menus["view"].addSeparator()
        view_options = window.view_options
        self._add("view", "panel-form", "clipboard-text", lambda: view_options.toggle_part("form"), "F8")
        self._add("view", "panel-result", "report-medical", lambda: view_options.toggle_part("result"), "F9")
        self._add("view", "next-part", "", lambda: view_options.next_part(1), "F6")
        self._add("view", "previous-part", "", lambda: view_options.next_part(-1), "Shift+F6")
        self._add("view", "next-case", "", lambda: view_options.next_case(1), "Ctrl+Tab")
        self._add("view", "previous-case", "", lambda: view_options.next_case(-1), "Ctrl+Shift+Tab")
        self._menus["view"].addSeparator()
        self._add("view", "text-larger", "zoom-in", lambda: view_options.step_text(1), "Ctrl++")
        self._add("view", "text-smaller", "zoom-out", lambda: view_options.step_text(-1), "Ctrl+-")
        self._add("view", "text-usual", "", lambda: view_options.step_text(0), "Ctrl+0")
        self._add("view", "full-screen", "arrows-maximize", view_options.toggle_full_screen, "F11")
        self._menus["view"].addSeparator()
        self._menu("tools")
        self._add("tools", "packs", "package", dialogs.show_packs)
        self._add("tools", "site", "adjustments", dialogs.edit_site)
        self._add("tools", "settings", "settings", dialogs.edit_settings, QKeySequence.StandardKey.Preferences)
        self._add("tools", "encryption", "lock", dialogs.show_encryption)
        self._add("tools", "audit", "shield-check", dialogs.show_audit)
        self._menu("help")
        self._add("help", "user-guide", "report-medical", dialogs.show_user_guide)
        self._add("help", "shortcuts", "keyboard", dialogs.show_shortcuts, QKeySequence.StandardKey.HelpContents)
        self._add("help", "guide", "help", dialogs.show_guide)
        self._add("help", "about", "info-circle", dialogs.show_about)
        self._corner()

    def set_language(self, language: Language) -> None:
        """Word everything anew."""
        self.language, text = language, language.text
        for name, menu in self._menus.items():
            menu.setTitle(text(f"ui.menu.{name}"))
        for name, action in self.actions.items():
            action.setText(text(f"ui.action.{name}"))
        other = next(code for code in LANGUAGES if code != language.code)
        self.switch_language.setText(text(f"ui.language.{other}"))
        self.switch_language.setToolTip(text("ui.language.tip"))
        self.switch_theme.setToolTip(text("ui.theme.tip"))
        self.switch_theme.setAccessibleName(text("ui.theme.tip"))
        self.refresh()

    def refresh(self) -> None:
        """Enable what makes sense now."""
        work = self._window.open_cases.work
        able = {
            "report": work is not None and work.current and work.state == "ready",
            "outcome": work is not None and work.outcome is not None,
            "undo-outcome": work is not None and self._window.dialogs.outcomes.can_undo(work.id),
            "copy": work is not None and work.current,
            "training": self._window.training_out.possible,
            "masks": work is not None and work.current and bool(begun(work.masks)),
            "open-mask": self._window.masks_in.possible,
            "undo-answer": work is not None and work.can_undo_answer,
            "redo-answer": work is not None and work.can_redo_answer,
            "series": work is not None and work.scan is not None,
            "close": work is not None,
            "again": work is not None and not work.busy,
            "stop": work is not None and work.busy,
            "panel-form": work is not None,
            "panel-result": work is not None,
            "next-part": work is not None,
            "previous-part": work is not None,
            "next-case": len(self._window.open_cases.works) > 1,
            "previous-case": len(self._window.open_cases.works) > 1,
        }
        for name, possible in able.items():
            self.actions[name].setEnabled(possible)

    def add_viewer(self, viewer: Viewer) -> None:
        """Put the viewer's actions into the menus; they work while it is on screen."""
        self._viewer = viewer
        for group, actions in viewer.actions_by_group().items():
            menu = self._menus.get(f"viewer-{group}") or self._menu(f"viewer-{group}", self._menus["view"])
            menu.addActions(actions)
        self.set_language(self.language)

    def by_group(self) -> dict[str, list[QAction]]:
        """All actions with a shortcut, by the title of their menu: the cheat sheet."""
        groups = {
            menu.title(): [a for a in menu.actions() if not a.shortcut().isEmpty()] for menu in self._menus.values()
        }
        return {title: actions for title, actions in groups.items() if actions}

    def _menu(self, name: str, parent: QMenu | None = None) -> QMenu:
        menu = QMenu(self._window)
        if parent is None:
            self._window.menuBar().addMenu(menu)
        else:
            parent.addMenu(menu)
        self._menus[name] = menu
        return menu

    def _add(self, menu: str, name: str, picture: str, do: Callable[[], object], shortcut="") -> QAction:
        action = QAction(self._window)
        if picture:
            action.setIcon(icon(picture))
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(lambda: do())
        self._menus[menu].addAction(action)
        self.actions[name] = action
        return action

    def _add_choices(self, name: str, values: tuple[str, ...], choose: Callable[[str], None]) -> None:
        menu = self._menu(name, self._menus["view"])
        group = QActionGroup(self._window)
        now = {"language": self._window.language.code, "theme": self._window.installation.settings.theme}[name]
        for value in values:
            action = QAction(self._window)
            action.setCheckable(True)
            action.setChecked(value == now)
            action.triggered.connect(lambda checked, v=value: choose(v))
            group.addAction(action)
            menu.addAction(action)
            self.actions[f"{name}-{value}"] = action

    def _corner(self) -> None:
        """Language and theme at one click, whatever is on screen."""
        self._corner_widget = corner = QWidget(self._window.menuBar())
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, 6, 0)
        self.switch_language, self.switch_theme = QToolButton(), QToolButton()
        self.switch_language.clicked.connect(self._switch_language)
        self.switch_language.setMinimumWidth(76)  # for either word; a bar gives its corner no new room
        self.switch_theme.setIcon(icon("contrast"))
        self.switch_theme.clicked.connect(self._window.toggle_theme)
        for button in (self.switch_language, self.switch_theme):
            button.setIconSize(QSize(20, 20))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self._window.menuBar().setCornerWidget(corner)

    def _switch_language(self) -> None:
        code = next(code for code in LANGUAGES if code != self.language.code)
        self.actions[f"language-{code}"].setChecked(True)
        self._window.use_language(code)
