"""The part of a pack's model card that is in the reader's language."""

from __future__ import annotations

import re

ENGLISH, CHINESE = re.compile(r"^## English\s*$", re.MULTILINE), re.compile(r"^## 中文\s*$", re.MULTILINE)
RULE = re.compile(r"^---\s*$", re.MULTILINE)
HAN = re.compile(r"[一-鿿]")
ENDS_IN_CHINESE, BEGINS_IN_CHINESE = re.compile(r"[一-鿿，。；：、）”]$"), re.compile(r"[一-鿿（“]")


def card_in(markdown: str, language: str) -> str:
    """One language of a card.

    Cards have a head for both languages and a section ``## English`` and ``## 中文``, or a whole card in each language
    with a rule between them. Any other card is given whole.

    Parameters
    ----------
    language
        ``en`` or ``zh``.
    """
    english, chinese = ENGLISH.search(markdown), CHINESE.search(markdown)
    if english and chinese and english.start() < chinese.start():
        head = markdown[: english.start()]
        part = markdown[chinese.end() :] if language == "zh" else markdown[english.end() : chinese.start()]
        return unwrapped(head + part)
    halves = RULE.split(markdown)
    if len(halves) == 2 and not _is_chinese(halves[0]) and _is_chinese(halves[1]):
        return unwrapped(halves[language == "zh"].strip())
    return unwrapped(markdown)


def unwrapped(markdown: str) -> str:
    """Join the lines of a Chinese paragraph, whose line breaks would be shown as spaces."""
    lines: list[str] = []
    for line in markdown.split("\n"):
        before = lines[-1] if lines else ""
        goes_on = ENDS_IN_CHINESE.search(before) and BEGINS_IN_CHINESE.match(line.lstrip())
        if goes_on and not before.startswith("#"):
            lines[-1] += line.lstrip()
        else:
            lines.append(line)
    return "\n".join(lines)


def _is_chinese(text: str) -> bool:
    return len(HAN.findall(text)) > 0.1 * len(text)
