"""The contrast agents that the site stocks: choosing one fills in what its label says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from desktop.language import Language
from ui.panels.fields import ListField
from ui.text import Label
from ui.theme import TOUCH_PX
from ui.typed_numbers import shown_number

if TYPE_CHECKING:
    from inference.site import Agent


class AgentRow(QWidget):
    """A list of the site's agents; ``chosen`` carries the agent, or None."""

    chosen = Signal(object)

    def __init__(self, agents: tuple[Agent, ...], language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agents = {agent.id: agent for agent in agents}
        words = Label(language.text("ui.form.agent"))
        words.setWordWrap(True)
        options = [(agent.id, self._name(agent, language)) for agent in agents]
        self.list: QComboBox = ListField(options, language.text("ui.form.agent-none"))
        self.list.setMinimumHeight(TOUCH_PX)
        self.list.name(words.text(), language.text("ui.form.agent-help"))
        self.list.setToolTip(language.text("ui.form.agent-help"))
        self.list.answered.connect(lambda: self.chosen.emit(self._agents.get(self.list.value())))
        words.setBuddy(self.list)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.addWidget(words, 0, 0)
        layout.addWidget(self.list, 1, 0)

    def show_agent(self, agent: Agent | None) -> None:
        """Show which agent is chosen."""
        self.list.show_answer(agent.id if agent else None)

    @staticmethod
    def _name(agent: Agent, language: Language) -> str:
        name = language.of(agent.label)
        figure = shown_number(agent.iodine_mg_ml)
        return name if figure in name else f"{name} {figure} mgI/mL"
