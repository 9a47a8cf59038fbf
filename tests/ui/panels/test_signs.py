"""Signs in the window: each says what rule and network see, and leads to its slice."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from desktop.language import Language
from inference.results import Sign, SignFigure
from tests.helpers.outcomes import ANSWERS, screen
from ui.panels.marks import CardButton
from ui.panels.result import ResultPanel


@pytest.fixture
def panel(qtbot):
    made = ResultPanel(Language("en"))
    qtbot.addWidget(made)
    return made


@pytest.fixture(scope="module")
def answered():
    return screen("cme-literature-prior", {**ANSWERS, "agent": "iohexol"})


def test_a_sign_with_its_slice_leads_there(qtbot, panel, answered):
    place = (1.0, -2.0, 30.0)
    signs = (
        Sign("blend", "vein", "m", "rule", True, (SignFigure("difference", 22.0, 18.0),), 7, place),
        Sign("blend", "vein", "m", "network", False, (SignFigure("chance", 0.2),)),
        Sign("swirl", "vein", "m", "rule", None, reason="noisy"),
    )
    panel.show_outcome(replace(answered, signs=signs))
    body = panel.body.sections["signs"].body
    (card,) = body.findChildren(CardButton)
    for part in ("Blend sign", "present", "absent", "22 HU", "Slice 7", "disagree"):
        assert part in card.accessibleName(), part
    assert "too noisy" in " ".join(label.text() for label in body.findChildren(QLabel))
    with qtbot.waitSignal(panel.place_wanted) as wanted:
        card.click()
    assert wanted.args == [place]
