"""Message boxes in the user's language."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.language import Language
from inference.errors import PrecontrastError
from ui.dialogs.widgets import run_dialog
from ui.text import breakable


def tell(parent: QWidget, language: Language, error: PrecontrastError) -> None:
    """Say what went wrong and how to mend it; work goes on behind the message."""
    words = breakable(language.error(error))
    if any(box.isVisible() and box.text() == words for box in parent.findChildren(QMessageBox)):
        return  # said already
    box = QMessageBox(QMessageBox.Icon.Warning, "Precontrast", words, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.addButton(language.text("ui.button.close"), QMessageBox.ButtonRole.AcceptRole)
    box.setModal(False)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def ask(parent: QWidget, language: Language, question: str, action: str) -> bool:
    """Ask whether something may be done; Enter and Escape mean no.

    Parameters
    ----------
    question, action
        Messages; the action is what the button does, so that it can be answered without reading the question twice.
    """
    box = QMessageBox(QMessageBox.Icon.Question, "Precontrast", language.text(question), parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    yes = box.addButton(language.text(action), QMessageBox.ButtonRole.DestructiveRole)
    no = box.addButton(language.text("ui.dialog.cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    run_dialog(box)
    return box.clickedButton() is yes
