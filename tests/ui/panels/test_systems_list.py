"""The list of systems: by touch, by keys and by a screen reader, with three of them or forty."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.language import LANGUAGES, Language
from inference.regions import BodyPart
from inference.vocabulary import Text
from ui.panels.systems import MOST_UNFOLDED, SystemsList
from ui.theme import GLOVED_PX

PARTS = ("head", "heart", "liver", "pelvis", "knee")


@pytest.fixture
def usable(installation):
    return installation.usable()


@pytest.fixture
def shown(usable, qtbot):
    made = SystemsList(Language("en"))
    qtbot.addWidget(made)
    made.resize(420, 560)
    made.show()
    made.show_systems(usable, ("ich-nag",), "cme-vessels-demo")
    made.heard = []
    made.chosen.connect(made.heard.append)
    return made


def forty(usable):
    """Many packs of five parts of the body."""
    named = [BodyPart(part, Text(part, f"{part}部")) for part in PARTS]
    return [
        replace(pack, manifest=replace(pack.manifest, id=f"{pack.manifest.id}-{n}", body_part=named[n % len(named)]))
        for n, pack in ((n, usable[n % len(usable)]) for n in range(40))
    ]


def line_of(tree, pack_id):
    found = [item for item in lines(tree) if item.data(0, Qt.ItemDataRole.UserRole) == pack_id]
    return found[0]


def lines(tree):
    heads = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    return [head.child(n) for head in heads for n in range(head.childCount())]


def touch(tree, item):
    tree.scrollToItem(item)
    QTest.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, tree.visualItemRect(item).center()
    )


def test_every_line_can_be_hit_with_a_glove_and_is_read_out_with_its_state(shown, usable):
    assert len(lines(shown.tree)) == len(usable)
    for item in lines(shown.tree):
        assert shown.tree.visualItemRect(item).height() >= GLOVED_PX
        read = item.data(0, Qt.ItemDataRole.AccessibleTextRole)
        assert "\n" not in read
        assert "precontrast" in read
        assert any(status in read for status in ("SIMULATION-TRAINED", "LITERATURE PRIOR", "FORMULA"))
    assert shown.tree.accessibleName() == "What to assess"


def test_the_last_used_is_the_first_line_and_a_touch_takes_it(shown):
    first = shown.tree.topLevelItem(0).child(0)
    assert first.text(0).startswith("NAG score")
    touch(shown.tree, first)
    assert shown.heard == ["ich-nag"]


def test_typing_finds_and_enter_takes_what_was_found(shown):
    shown.tree.setFocus()
    QTest.keyClicks(shown.tree, "brain")
    assert shown.search.text() == "brain"
    assert shown.ids() == ["ich-brain"]
    QTest.keyClick(shown.search, Qt.Key.Key_Return)
    assert shown.heard == ["ich-brain"]
    assert shown.search.text() == ""
    assert len(shown.ids()) == len(lines(shown.tree)) > 1
    QTest.keyClicks(shown.search, "nothing of the kind")
    QTest.keyClick(shown.search, Qt.Key.Key_Return)
    assert shown.heard == ["ich-brain"]
    assert shown.none.text() == "Nothing is found."
    QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    assert not shown.none.isVisible()


def test_without_a_mouse_the_arrow_keys_lead_to_a_system_and_enter_takes_it(shown):
    shown.search.setFocus()
    QTest.keyClick(shown.search, Qt.Key.Key_Down)
    assert shown.tree.hasFocus()
    QTest.keyClick(shown.tree, Qt.Key.Key_Down)
    current = shown.tree.currentItem()
    QTest.keyClick(shown.tree, Qt.Key.Key_Return)
    assert shown.heard == [current.data(0, Qt.ItemDataRole.UserRole)]


def test_of_forty_systems_each_is_two_touches_away_and_nothing_has_to_be_scrolled_for_the_first(shown, usable):
    many = forty(usable)
    assert len(many) > MOST_UNFOLDED
    shown.show_systems(many)
    heads = [shown.tree.topLevelItem(n) for n in range(shown.tree.topLevelItemCount())]
    assert len(heads) == len(PARTS)
    assert [head.isExpanded() for head in heads] == [True] + [False] * (len(PARTS) - 1)
    touch(shown.tree, heads[3])
    assert heads[3].isExpanded()
    assert shown.heard == []
    touch(shown.tree, heads[3].child(2))
    assert shown.heard == [heads[3].child(2).data(0, Qt.ItemDataRole.UserRole)]
    shown.set_language(Language("zh"))
    assert shown.tree.topLevelItem(3).isExpanded()
    shown.search.setText("knee")
    assert [shown.tree.topLevelItem(n).isExpanded() for n in range(shown.tree.topLevelItemCount())] == [True]


def test_the_chosen_one_is_marked_and_stays_so_when_a_group_is_folded_and_unfolded(shown):
    shown.mark("ich-bat")
    assert shown.tree.currentItem().data(0, Qt.ItemDataRole.UserRole) == "ich-bat"
    touch(shown.tree, line_of(shown.tree, "ich-bat").parent())
    touch(shown.tree, line_of(shown.tree, "ich-bat").parent())
    assert [item.data(0, Qt.ItemDataRole.UserRole) for item in shown.tree.selectedItems()] == ["ich-bat"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_before_and_after_packs_are_looked_up_the_list_says_why_it_is_empty(code, qtbot):
    empty, text = SystemsList(Language(code)), Language(code).text
    qtbot.addWidget(empty)
    assert empty.none.text() == text("systems.checking")
    empty.show_systems([])
    assert empty.none.text() == text("systems.none")
