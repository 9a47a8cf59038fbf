"""Which part of a model card is shown."""

import pytest

from tests.helpers.packs import BUNDLED, RESOURCES
from ui.dialogs.card import card_in


def card(pack: str) -> str:
    return (RESOURCES / "packs" / pack / "card.md").read_text(encoding="utf-8")


def han(text: str) -> float:
    return sum("一" <= character <= "鿿" for character in text) / len(text)


@pytest.mark.parametrize("pack", BUNDLED)
def test_every_shipped_card_is_split_by_language(pack):
    assert han(card_in(card(pack), "en")) < 0.05 < 0.2 < han(card_in(card(pack), "zh"))


def test_what_stands_before_both_languages_is_kept():
    text = "# Title\n\nstatus\n\n## English\nwords\n## 中文\n文字\n"
    assert card_in(text, "zh") == "# Title\n\nstatus\n\n\n文字\n"


def test_a_card_in_one_language_is_shown_whole():
    assert card_in("# Only English\n\ntext\n", "zh") == "# Only English\n\ntext\n"


def test_a_rule_inside_one_language_does_not_split_a_card():
    assert card_in("first\n\n---\n\nsecond\n", "en") == "first\n\n---\n\nsecond\n"


def test_a_chinese_sentence_is_not_torn_by_a_line_break():
    assert card_in("# 标题\n一句话，\n分两行。\n", "zh") == "# 标题\n一句话，分两行。\n"
