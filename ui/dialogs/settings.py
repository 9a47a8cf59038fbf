"""The program's settings in a window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QFormLayout, QLineEdit, QWidget

from desktop.language import Language
from desktop.settings import LEAST_QUIET_S, MOST_QUIET_S, Settings
from inference.text import cleaned
from ui.dialogs.widgets import Field, button, column, label, row
from ui.inputs import ListBox, NumberBox
from ui.text import Label

LANGUAGES = {"zh": "中文", "en": "English"}
"""Each in its own words, so that who does not read the present one finds the other."""
THEMES = ("system", "light", "dark")


class SettingsDialog(QDialog):
    """Edits the settings; once accepted, :meth:`settings` are the new ones.

    Parameters
    ----------
    engines
        ``name:device`` of each that this computer has.
    packs
        Titles of the installed packs by id.
    """

    def __init__(
        self,
        settings: Settings,
        language: Language,
        engines: Sequence[str],
        packs: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._before, self._engines, self._packs = settings, engines, packs or {}
        self._intro = label("quiet", wrap=True)
        self.user, self.watched = QLineEdit(settings.user), QLineEdit(settings.watched or "")
        self.watched.setClearButtonEnabled(True)
        self.boxes = {name: ListBox() for name in ("language", "theme", "engine", "default_pack")}
        self.quiet = NumberBox(LEAST_QUIET_S, MOST_QUIET_S, 5, 0)
        self.quiet.setValue(settings.watched_quiet_s)
        self._controls = {"user": self.user, "watched": self.watched, "watched_quiet_s": self.quiet}
        shown = ("user", "language", "theme", "default_pack", "watched", "watched_quiet_s", "engine")
        hinted = ("user", "engine", "watched", "watched_quiet_s", "default_pack")
        self._labels = {name: Label() for name in shown}
        self._hints = {name: label("quiet", wrap=True) for name in hinted}
        self.browse_button, self.save_button, self._cancel = button("folder-open"), button(role="primary"), button()
        self._build()
        self._word_boxes(language, [settings.language, settings.theme, settings.engine, settings.default_pack])
        self.set_language(language)

    def _build(self) -> None:
        folder = QWidget()
        line = row(self.watched, self.browse_button)
        line.setContentsMargins(0, 0, 0, 0)
        folder.setLayout(line)
        self.folder = Field(folder)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        for name, words in self._labels.items():
            control = self._controls.get(name) or self.boxes[name]
            words.setBuddy(control)
            described = column(self.folder if name == "watched" else control, *filter(None, [self._hints.get(name)]))
            described.setSpacing(2)
            form.addRow(words, described)
        self.setLayout(column(self._intro, form, None, row(None, self._cancel, self.save_button)))
        self.browse_button.clicked.connect(self._browse)
        self.save_button.clicked.connect(self._save)
        self._cancel.clicked.connect(self.reject)
        self.resize(660, 540)

    def set_language(self, language: Language) -> None:
        """Word everything in a language; what was chosen stays."""
        self._language, text = language, language.text
        self.setWindowTitle(text("ui.settings.title"))
        self._intro.setText(text("ui.settings.intro"))
        for name, words in self._labels.items():
            words.setText(text(f"ui.settings.{name.replace('_', '-')}"))
        for name, words in self._hints.items():
            words.setText(text(f"ui.settings.{name.replace('_', '-')}-hint"))
        for name, control in {**self._controls, **self.boxes}.items():
            control.setAccessibleName(text(f"ui.settings.{name.replace('_', '-')}"))
        self.quiet.setSuffix(f" {text('ui.settings.seconds')}")
        self.watched.setPlaceholderText(text("ui.settings.watched-none"))
        self.browse_button.setText(text("ui.settings.browse"))
        self.save_button.setText(text("ui.dialog.save"))
        self._cancel.setText(text("ui.dialog.cancel"))
        self._word_boxes(language, [box.currentData() for box in self.boxes.values()])

    def settings(self) -> Settings:
        """The settings as they stand in the window; what it does not show is as it was."""
        chosen = {name: box.currentData() for name, box in self.boxes.items()}
        typed = {"user": cleaned(self.user.text()).strip(), "watched": self._folder()}
        return replace(self._before, **typed, watched_quiet_s=self.quiet.value(), **chosen)

    def _word_boxes(self, language: Language, chosen: list[str | None]) -> None:
        text = language.text
        themes = [(name, text(f"ui.settings.theme-{name}")) for name in THEMES]
        engines = [(None, text("ui.settings.engine-fastest")), *((name, name) for name in self._engines)]
        packs = [(None, text("ui.settings.pack-site")), *self._packs.items()]
        items = ([(None, text("ui.settings.language-system")), *LANGUAGES.items()], themes, engines, packs)
        for box, known, value in zip(self.boxes.values(), items, chosen, strict=True):
            box.clear()
            if value not in [stands_for for stands_for, _ in known]:
                known.append((value, text("ui.settings.missing", name=value)))
            for stands_for, words in known:
                box.addItem(words, stands_for)
            box.setCurrentIndex(box.findData(value))

    def _folder(self) -> str | None:
        return self.watched.text().strip() or None

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self._language.text("ui.settings.watched"), self._folder() or ""
        )
        if chosen:
            self.watched.setText(chosen)

    def _save(self) -> None:
        folder = self._folder()
        there = folder is None or Path(folder).is_dir()
        self.folder.set_fault("" if there else self._language.text("ui.settings.watched-missing", path=folder))
        if there:
            self.accept()
        else:
            self.watched.setFocus()
