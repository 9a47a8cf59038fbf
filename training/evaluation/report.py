"""The report: which tables, figures and sentences stand in which section."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from training.evaluation import tables, tables_model
from training.evaluation.asked import asked_blocks, asked_references
from training.evaluation.document import Block, Document, Paragraph, Picture, Section, Table
from training.evaluation.explanations import REFERENCES
from training.evaluation.results import TESTED, Results
from training.evaluation.wording import Words, interval_text, percent, percent_interval, text_of
from training.statistics.fewest import FEWEST


def build_document(results: Results, words: Words, pictures: Mapping[str, Picture]) -> Document:
    """The report in one language; tables and figures are numbered in the order in which they stand.

    Parameters
    ----------
    pictures
        Figures by name; one that is missing had nothing to show.
    """
    asked = asked_blocks(results, words, pictures)
    drafts: tuple[tuple[str, list[Block | None]], ...] = (
        ("summary", _summary(results, words)),
        (
            "patients",
            [tables.populations(results, words), _characteristics(results, words), *_cautions(results, words)],
        ),
        (
            "discrimination",
            [
                tables.areas(results, words),
                pictures.get("roc"),
                tables.optimism(results, words),
                tables.comparisons(results, words) if not asked["discrimination"] else None,
                pictures.get("auc"),
                tables.published(results, words),
            ],
        ),
        ("threshold", [tables.classification(results, words)]),
        ("calibration", [pictures.get("calibration"), _calibration(results, words)]),
        ("usefulness", [pictures.get("decision"), tables.decision(results, words)]),
        ("reader-comparison", []),
        (
            "model",
            [
                *(Paragraph(_score(name, results, words)) for name in results.locked.scores),
                tables_model.effects(results, words),
                pictures.get("nomogram"),
                pictures.get("contributions"),
                tables_model.screening(results, words),
                tables_model.alternatives(results, words),
                tables_model.refused(results, words),
            ],
        ),
        ("subgroups", [pictures.get("subgroups"), tables.subgroups(results, words)]),
        ("learning", [pictures.get("learning"), tables_model.learning(results, words)]),
        ("vessels", [*_regions(results, words), pictures.get("vessels"), tables_model.vessels(results, words)]),
        ("overlap", []),
        ("readers", [tables_model.readers(results, words)]),
        ("quantization", [*tables_model.quantization(results, words)]),
        ("truth", [*_generator(results, words), *tables_model.truth(results, words)]),
        ("limits", _limits(results, words)),
        ("references", [Paragraph("; ".join(_references(results, words)) + ".", note=True)]),
    )
    sections = [
        Section(words(f"section.{name}"), tuple(block for block in (*blocks, *asked[name]) if block is not None))
        for name, blocks in drafts
    ]
    return Document(
        language=words.language,
        title=words("title"),
        subtitle=words.text(results.title),
        headline=headline(results, words.language),
        facts=_facts(results, words),
        sections=_numbered([section for section in sections if section.blocks], words),
    )


def headline(results: Results, language: str) -> tuple[str, ...]:
    """What stands on every page, in both languages whatever the report's."""
    order = ("en", "zh") if language == "en" else ("zh", "en")
    keys = ("headline.research", "headline.simulated") if results.simulated else ("headline.research",)
    return tuple(" / ".join(text_of(key, one) for one in order) for key in keys)


def _numbered(sections: list[Section], words: Words) -> tuple[Section, ...]:
    counts = {Table: 0, Picture: 0}
    numbered = []
    for section in sections:
        blocks: list[Block] = []
        for block in section.blocks:
            if isinstance(block, Table):
                counts[Table] += 1
                title = words("label.table", number=counts[Table], title=block.title)
                blocks.append(dataclasses.replace(block, title=title))
            elif isinstance(block, Picture):
                counts[Picture] += 1
                caption = words("label.figure", number=counts[Picture], caption=block.caption)
                blocks.append(dataclasses.replace(block, caption=caption))
            else:
                blocks.append(block)
        numbered.append(dataclasses.replace(section, blocks=tuple(blocks)))
    return tuple(numbered)


def _facts(results: Results, words: Words) -> tuple[tuple[str, str], ...]:
    sources = ", ".join(f"{name} {digest[:12]}" for name, digest in results.sources.items())
    return (
        (words("fact.outcome"), words.text(results.outcome)),
        (words("fact.origin"), words("fact.simulated" if results.simulated else "fact.real")),
        (words("fact.training-prevalence"), percent(results.training_prevalence)),
        (words("fact.site-prevalence"), f"{percent(results.site_prevalence)} ({results.prevalence_source})"),
        (words("fact.intervals"), words("fact.intervals-text")),
        (words("fact.sources"), sources),
    )


def _summary(results: Results, words: Words) -> list[Block]:
    lines = []
    for sample in TESTED:
        found = results.performance_of(results.shipped, sample)
        if found is not None and found.auc is not None:
            values = {"sample": words.sample(sample), "n": found.n, "events": words.events(found.events)}
            lines.append(words("text.summary-shipped", auc=interval_text(found.auc), **values))
    judged = [results.classified_of(results.shipped, sample) for sample in reversed(TESTED)]
    told = [c for c in judged if c is not None and min(c.events, c.n - c.events) >= FEWEST]
    last = next((c for c in told if c.ppv and c.npv), None)
    if last is not None:
        missed = dataclasses.replace(last.npv, value=1 - last.npv.value, low=1 - last.npv.high, high=1 - last.npv.low)
        values = {"ppv": percent_interval(last.ppv), "missed": percent_interval(missed)}
        lines.append(words("text.summary-ppv", sample=words.sample(last.sample), **values))
    rates = {"rate": percent(results.training_prevalence), "site": percent(results.site_prevalence)}
    lines.append(words("text.summary-site", source=results.prevalence_source, **rates))
    if results.simulated:
        lines.insert(0, words("limit.simulated"))
    return [Paragraph(line) for line in lines]


def _score(name: str, results: Results, words: Words) -> str:
    image = results.locked.scores[name]
    key = "text.signature"
    if image.components:
        key = "text.signature-taught" if image.taught else "text.signature-components"
    known = words.has(f"head-name.{image.head}")
    head = words(f"head-name.{image.head}") if known else image.head
    values = {"used": image.used, "features": image.features, "components": image.components}
    return words(key, score=words.score(name), head=head, **values)


def _characteristics(results: Results, words: Words) -> Table | None:
    return tables.characteristics(results, words) if results.characteristics else None


def _calibration(results: Results, words: Words) -> Table | None:
    return tables.calibration(results, words) if results.calibration else None


def _cautions(results: Results, words: Words) -> list[Block]:
    """What about these samples keeps figures from being computed or trusted."""
    lines = []
    for population in results.populations:
        if population.events in (0, population.n):
            name = words.sample(population.sample)
            lines.append(words("text.one-class", sample=name, n=population.n))
        elif min(population.events, population.n - population.events) < FEWEST:
            name, events = words.sample(population.sample), words.events(population.events)
            lines.append(words("text.few", sample=name, n=population.n, events=events, fewest=FEWEST))
    cases, patients = (sum(getattr(p, name) for p in results.populations) for name in ("n", "patients"))
    if patients < cases:
        lines.append(words("text.clustered", cases=cases, patients=patients))
    if results.population("external") is None:
        lines.append(words("text.no-external"))
    return [Paragraph(line) for line in lines]


def _regions(results: Results, words: Words) -> list[Block]:
    if results.regions is None:
        return []
    found, cases = results.regions
    return [Paragraph(words("text.regions", found=found, cases=cases))]


def _generator(results: Results, words: Words) -> list[Block]:
    if results.truth is None or results.truth.generator is None:
        return []
    return [Paragraph(words("text.generator", text=words.text(results.truth.generator)))]


def _references(results: Results, words: Words) -> tuple[str, ...]:
    literature = words.recipe.literature
    return (*(literature.references if literature else ()), *REFERENCES, *asked_references(results))


def _limits(results: Results, words: Words) -> list[Block]:
    keys = ["small", "prevalence", "use", "checklists"]
    if results.simulated:
        keys.insert(0, "simulated")
    return [Paragraph(words(f"limit.{key}")) for key in keys]
