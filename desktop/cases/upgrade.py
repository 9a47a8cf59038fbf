"""From the tables of version 3 of the store, with a column for each thing, to sealed pieces."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from desktop.cases import pieces
from desktop.cases.masks import joined
from desktop.cases.sealing import Digested
from desktop.cases.searching import searched_text

_LISTED = (
    "created, changed, state, patient_name, patient_id, accession, study_date, pack, tier, tier_en, tier_zh, "
    "tier_colour, tier_shape, probability, edited, closed"
)
_TIER = ("tier", "tier_en", "tier_zh", "tier_colour", "tier_shape", "probability")
_EVENT = "extravasated, volume_ml, agent, site, severity, follow_up, note, recorded_by, recorded_at"
_PREDICTION = "version, log_odds, tier, probability, prevalence"


def copy_sealed(connection: sqlite3.Connection) -> None:
    """Copy everything from the tables ``old_*`` into those of this version."""
    into = pieces.Pieces(connection, Digested())
    ids = [case_id for (case_id,) in connection.execute("SELECT id FROM old_cases ORDER BY changed, id DESC")]
    for case_id in ids:
        statement = f"SELECT {_LISTED} FROM old_cases WHERE id = ?"
        columns = dict(zip(_LISTED.split(", "), connection.execute(statement, [case_id]).fetchone()))
        names = ("patient_name", "patient_id", "accession", "study_date", "created")
        columns["searched"] = searched_text(*(columns[name] for name in names))
        told = _told(connection, case_id)
        if not next(iter(told.values()), True):
            columns |= dict.fromkeys(_TIER)
        into.write_line(pieces.Line(case_id, 0, 0, columns, _copy_pieces(into, case_id, told)))
    pieces.write_meta(connection, "cases", len(ids))


def _told(connection: sqlite3.Connection, case_id: str) -> dict[str, bool]:
    """By pack, the case's own first, whether what it predicted may be told.

    Earlier versions told patients probabilities that were learnt from simulated outcomes (see
    :mod:`desktop.demonstration`). The record stays as it was; lists and exports know them no longer.
    """
    from inference.errors import PrecontrastError
    from inference.packs.manifest import Manifest
    from inference.reading import read_typed

    told: dict[str, bool] = {}
    for (text,) in connection.execute("SELECT json FROM old_outcomes WHERE case_id = ?", [case_id]):
        try:
            record = json.loads(text)
            for part in filter(None, (record, record.get("fallback"))):
                manifest = read_typed(Manifest, part["pack"]["manifest"], case_id)
                told[manifest.id] = bool(part.get("simulated")) or not manifest.learnt_from_simulation
        except (ValueError, KeyError, TypeError, AttributeError, PrecontrastError):
            pass  # a damaged record is told when its case is opened
    return told


def _copy_pieces(into: pieces.Pieces, case_id: str, told: dict[str, bool]) -> dict[str, str]:
    """Copy what belongs to a case; returns the tags."""
    tags: dict[str, str] = {}

    def old(columns: str, table: str) -> list[Any]:
        condition = "id" if table == "cases" else "case_id"
        statement = f"SELECT {columns} FROM old_{table} WHERE {condition} = ?"
        return into.connection.execute(statement, [case_id]).fetchall()

    for (entered,) in old("entered", "cases"):
        into.put(tags, "sheets", case_id, entered.encode())
    for (text,) in old("json", "outcomes"):
        into.put(tags, "outcomes", case_id, text.encode())
    for values in old(_EVENT, "events"):
        into.put(tags, "events", case_id, _json(_EVENT, values))
    for step, *parts in old("step, description, labels, certainty", "masks"):
        into.put(tags, "masks", case_id, joined(*parts), step)
    for pack, *values in old(f"pack, {_PREDICTION}", "predictions"):
        if told.get(pack, True):
            into.put(tags, "predictions", case_id, _json(_PREDICTION, values), pack)
    for pack, version, text in old("pack, version, json", "signed"):
        into.put(tags, "signed", case_id, text.encode(), pack, version)
    return tags


def _json(names: str, values: Iterable[object]) -> bytes:
    return json.dumps(dict(zip(names.split(", "), values))).encode()
