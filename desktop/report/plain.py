"""A report as plain text, to be pasted into a letter or the radiology information system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.language import Language
from desktop.report.build import build_content
from desktop.report.content import Content
from desktop.report.sections import Advice, Fallback, Results, Signatures, Warnings
from desktop.report.standing import UNQUESTIONED, Standing
from inference.text import joined

if TYPE_CHECKING:
    from inference.outcome import Outcome


def plain_text(outcome: Outcome, language: Language, standing: Standing = UNQUESTIONED) -> str:
    """Whose result it is, what came out, what it rests on, and who has signed it."""
    content, text = build_content(outcome, language, "A4", standing), language.text
    signatures, fallback = content.find(Signatures), content.find(Fallback)
    signed = [(title, joined("  ", line)) for title, line in (signatures.lines if signatures else ()) if line]
    lines = [
        content.research_use,
        *(text("label.value", label=label, value=value) for label, value in content.patient),
        "",
        *_part(content, language),
    ]
    if fallback is not None:
        lines += ["", fallback.title, *_part(fallback.content, language)]
    lines += ["", *(text("label.value", label=title, value=line) for title, line in signed), content.footer]
    return "\n".join(lines)


def _part(content: Content, language: Language) -> list[str]:
    """What one pack says."""
    banner, warnings, advice = content.banner, content.find(Warnings), content.find(Advice)
    about = language.text("list.comma").join(part for part in (banner.when, banner.figure_note) if part)
    figures = [
        language.text("label.value", label=label, value=f"{figure} ({note})" if note else figure)
        for label, figure, note in (
            (banner.word, banner.figure, about),
            (banner.ratio_title, banner.ratio, banner.ratio_note),
        )
        if figure
    ]
    return [
        f"{content.title} · {content.status}",
        *(figures or [banner.word]),
        *banner.lines,
        *(language.text("label.value", label=title, value=value) for title, value in _results(content)),
        *(f"! {line.text}" for line in (warnings.lines if warnings else ())),
        *(f"! {sentence}" for sentence, _ in (advice.lines if advice else ())),
    ]


def _results(content: Content) -> list[tuple[str, str]]:
    """Titles and values of what is no risk."""
    results = content.find(Results)
    return [(title, value) for title, value, _ in results.rows] if results else []


def headline(outcome: Outcome, language: Language) -> str:
    """The result in one sentence, as a screen reader tells that there is another one."""
    content = build_content(outcome, language)
    banner = content.banner
    said = [banner.word, banner.figure, banner.when, *(f"{title} {value}" for title, value in _results(content))]
    return language.text("label.value", label=content.title, value=", ".join(part for part in said if part))
