"""The report as one HTML file: figures inside, no scripts, nothing loaded from elsewhere, made to be printed too."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from training.evaluation.document import Block, Document, Paragraph, Picture, Section, Table
from training.evaluation.wording import text_of
from training.workspace import write_text

CODES = {"en": "en", "zh": "zh-CN"}
CSS = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1b1f24; overflow-wrap: break-word;
  font: 15px/1.55 "Precontrast Sans", "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC",
  "Microsoft YaHei", "Segoe UI", system-ui, sans-serif; }
.frame { width: 100%; border-collapse: collapse; }
.frame > thead th { position: sticky; top: 0; padding: .5rem 1.5rem; background: #fff; border-bottom: 2px solid #b3261e;
  color: #b3261e; font-size: .8rem; letter-spacing: .03em; text-align: center; z-index: 1; }
.frame > thead span { display: inline-block; margin: 0 .8rem; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1.5rem 3rem; text-align: left; }
article + article { margin-top: 4rem; padding-top: 2rem; border-top: 1px solid #d5d9de; }
h1 { margin: 0; font-size: 1.8rem; line-height: 1.25; }
.subtitle { margin: .2rem 0 1.2rem; color: #5f6873; font-size: 1.1rem; }
h2 { margin: 2.4rem 0 .6rem; font-size: 1.25rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.2rem; margin: 0; font-size: .87rem; }
dt { color: #5f6873; } dd { margin: 0; overflow-wrap: anywhere; }
p { margin: .5rem 0; max-width: 46rem; }
.note { color: #5f6873; font-size: .8rem; max-width: none; }
figure { margin: 1.2rem 0; break-inside: avoid; }
figure svg { width: 100%; height: auto; }
figcaption { color: #5f6873; font-size: .8rem; }
.scroll { overflow-x: auto; margin-top: 1.2rem; }
.scroll table { width: 100%; border-collapse: collapse; font-size: .8rem; line-height: 1.35;
  font-variant-numeric: tabular-nums; }
caption { padding-bottom: .35rem; font-weight: 600; font-size: .87rem; text-align: left; }
.scroll th, .scroll td { padding: .28rem .6rem .28rem 0; text-align: left; vertical-align: top; }
.scroll thead th { border-top: 1.5px solid #1b1f24; border-bottom: 1px solid #1b1f24; }
.scroll tbody tr:last-child > * { border-bottom: 1.5px solid #1b1f24; }
.scroll tbody th { font-weight: normal; }
.scroll tr.group th { padding-top: .55rem; font-weight: 600; }
.scroll tr.strong > * { font-weight: 600; }
.scroll .in { padding-left: 1rem; }
@page { size: A4; margin: 12mm 14mm 14mm; }
@media print {
  body { font-size: 9.5pt; }
  .frame > thead th { position: static; padding: 0 0 2mm; }
  main { max-width: none; padding: 3mm 0 0; }
  article + article { break-before: page; border: 0; margin: 0; padding: 0; }
  h2 { break-after: avoid; } tr { break-inside: avoid; } .scroll { overflow: visible; }
}
"""


def write_html(documents: Sequence[Document], path: Path) -> None:
    """Write the report; several languages follow each other in one file."""
    write_text(path, page(documents))


def page(documents: Sequence[Document]) -> str:
    """The whole file."""
    first = documents[0]
    headline = "".join(f"<span>{escape(line)}</span>" for line in first.headline)
    articles = "\n".join(_article(document, len(documents) > 1) for document in documents)
    return (
        f'<!DOCTYPE html>\n<html lang="{CODES[first.language]}">\n<head>\n<meta charset="utf-8"/>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        f"<title>{escape(first.title)} – {escape(first.subtitle)}</title>\n<style>{CSS}</style>\n</head>\n<body>\n"
        # The head of a table is the one thing that browsers repeat on every printed page.
        f'<table class="frame" role="presentation"><thead><tr><th>{headline}</th></tr></thead>\n'
        f"<tbody><tr><td><main>\n{articles}\n</main></td></tr></tbody></table>\n</body>\n</html>\n"
    )


def _article(document: Document, several: bool) -> str:
    code = CODES[document.language]
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in document.facts)
    other = "zh" if document.language == "en" else "en"
    # The link to the other part is named in the language of those who look for it.
    link = f'<p class="note"><a href="#{other}">{text_of("label.other-part", document.language)}</a></p>'
    return "\n".join(
        [
            f'<article id="{document.language}" lang="{code}">',
            f"<h1>{escape(document.title)}</h1>",
            f'<p class="subtitle">{escape(document.subtitle)}</p>',
            link if several else "",
            f"<dl>{facts}</dl>",
            *(_section(section) for section in document.sections),
            "</article>",
        ]
    )


def _section(section: Section) -> str:
    return "\n".join([f"<section><h2>{escape(section.title)}</h2>", *map(_block, section.blocks), "</section>"])


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        style = ' class="note"' if block.note else ""
        return f"<p{style}>{escape(block.text)}</p>"
    if isinstance(block, Picture):
        return _picture(block)
    return _table(block)


def _picture(picture: Picture) -> str:
    svg = picture.svg.read_text(encoding="utf-8").rstrip()
    label = escape(picture.caption)
    svg = svg.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)
    return f"<figure>{svg}<figcaption>{label}</figcaption></figure>"


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{_cell(cell)}</th>' for cell in table.head)
    rows = "\n".join(_row(n, row, table) for n, row in enumerate(table.rows))
    note = f'<p class="note">{escape(table.note)}</p>' if table.note else ""
    return (
        f'<div class="scroll"><table><caption>{escape(table.title)}</caption>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody></table>{note}</div>"
    )


def _row(n: int, row: tuple[str, ...], table: Table) -> str:
    if n in table.groups:
        return f'<tr class="group"><th scope="rowgroup" colspan="{len(row)}">{_cell(row[0])}</th></tr>'
    inner = ' class="in"' if row[0].startswith(" ") else ""
    cells = "".join(f"<td>{_cell(cell)}</td>" for cell in row[1:])
    strong = ' class="strong"' if n in table.strong else ""
    return f'<tr{strong}><th scope="row"{inner}>{_cell(row[0].strip())}</th>{cells}</tr>'


def _cell(text: str) -> str:
    return escape(text).replace("\n", "<br/>")
