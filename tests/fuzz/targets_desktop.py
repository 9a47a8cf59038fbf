"""Answers, profiles, settings, records, the case store and the audit log: what lies on the computer."""

from __future__ import annotations

import base64
import dataclasses
import json
import tempfile
from functools import cache
from pathlib import Path

from desktop.audit import AuditLog, verify
from desktop.audit_file import seal_file
from desktop.cases import CaseStore, new_case
from desktop.language import Language
from desktop.record import record_of
from desktop.report.build import build_content
from desktop.report.document import draw_pages, read_outcome
from desktop.settings import Settings, read_settings, write_settings
from inference.answers import complete, read_answers
from inference.site import read_site
from inference.site_check import check_site
from tests.fuzz.target import Target
from tests.helpers.manifests import RISK
from tests.helpers.nodule import screen_nodule
from tests.helpers.packs import RESOURCES, bundled, make_pack, screen, sheet
from tests.helpers.vessels import screen_vessels

PACK = make_pack(**RISK)
PRIOR = bundled("cme-literature-prior")


def _demo(name: str) -> bytes:
    return (RESOURCES / "demo" / name).read_bytes()


def answers(data: bytes, folder: Path) -> None:
    path = folder / "answers.json"
    path.write_bytes(data)
    complete(PRIOR.manifest, read_answers(path), {"PatientAge": 63.0, "PatientSex": "F"})


def answer_sheets() -> list[bytes]:
    whole = {"answers": {"age": 63, "sex": "female"}, "patient": {"name": "张伟", "id": "1"}}
    return [_demo("answers.json"), json.dumps(whole).encode()]


def site(data: bytes, folder: Path) -> None:
    path = folder / "site.toml"
    path.write_bytes(data)
    check_site(read_site(path), PRIOR.manifest)


def settings(data: bytes, folder: Path) -> None:
    path = folder / "settings.json"
    path.write_bytes(data)
    found = read_settings(path)
    write_settings(found, path)
    assert read_settings(path) == found


def some_settings() -> list[bytes]:
    full = Settings(language="zh", user="a", recent=("/a", "/b"), viewer={"slab": 3.0, "grid": True})
    return [json.dumps(dataclasses.asdict(one)).encode() for one in (Settings(), full)]


def record(data: bytes, folder: Path) -> None:
    """What is read must give a report."""
    path = folder / "report.json"
    path.write_bytes(data)
    outcome = read_outcome(path)
    for language in ("en", "zh"):
        build_content(outcome, Language(language))


FIXED = "2026-01-31T10:00:00+01:00"


@cache
def vessels():
    """With measures and pictures."""
    return dataclasses.replace(screen_vessels(), created=FIXED, seconds={"load": 1.0})


@cache
def outcomes() -> list:
    made = [screen(PACK, {"c": "yes"}), screen(PACK), screen(make_pack(), {"a": 1, "b": 2})]
    return [dataclasses.replace(one, created=FIXED) for one in made]


def drawn(data: bytes, folder: Path) -> None:
    """What is read must come onto paper."""
    path = folder / "report.json"
    path.write_bytes(data)
    draw_pages(build_content(read_outcome(path), Language("zh")))


@cache
def records() -> list[bytes]:
    nodule = dataclasses.replace(screen_nodule(), created=FIXED, seconds={}, pictures=())
    before = sorted((Path(__file__).parents[1] / "desktop" / "version-0.1").glob("*.json"))
    made = [record_of(one).encode() for one in (*outcomes(), vessels(), nodule)]
    return made + [path.read_bytes() for path in before]


def store(data: bytes, folder: Path) -> None:
    """Everything that can be read of a store, then one more case."""
    path = folder / "cases.sqlite"
    path.write_bytes(data)
    with CaseStore(path, 0.1) as opened:
        for row in opened.search():
            opened.get(row.id)
            opened.signed(row.id)
            opened.masks(row.id)
            opened.event(row.id)
        opened.predictions("test-pack")
        opened.save(new_case("test-pack", ("/a",)))


@cache
def stores() -> list[bytes]:
    """A store with two cases, made anew: its times are not fixed, its structure is."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cases.sqlite"
        with CaseStore(path) as opened:
            for outcome in outcomes()[::2]:
                case = dataclasses.replace(new_case("test-pack", ("/a",)), outcome=outcome, sheet=sheet(), closed=True)
                opened.save(dataclasses.replace(case, id="0" * 31 + str(len(opened.search()))))
        return [path.read_bytes()]


def audit(data: bytes, folder: Path) -> None:
    """The first line is the seal, what follows the log."""
    path = folder / "audit.jsonl"
    seal, _, log = data.partition(b"\n")
    path.write_bytes(log)
    seal_file(path).write_bytes(seal)
    verify(path)
    AuditLog(path, "a").entries()
    AuditLog(path, "a").append("printed", pack="x")
    verify(path)


@cache
def logs() -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "audit.jsonl"
        for pack in ("a", "b", "c"):
            AuditLog(path, "张伟").append("printed", pack=pack)
        return [seal_file(path).read_bytes() + b"\n" + path.read_bytes()]


PNG = base64.b64encode(b"\x89PNG")
TARGETS = [
    Target("answers", answers, answer_sheets, (b'"age"', b'"unknown"', b'"regions"', b'"centre_mm"')),
    Target("site", site, lambda: [_demo("site.toml")], (b"[prevalence.cme]", b'"""', b"'", b"= nan", b"2026-01-01")),
    Target("settings", settings, some_settings, (b'"schema"', b'"recent"')),
    Target("record", record, records, (b'"kind"', b'"risk"', PNG)),
    Target("report", drawn, records, (b'"kind"', b'"risk"', PNG), 0.1),
    Target("store", store, stores, (b"SQLite format 3\0", b"CREATE TABLE", b"test-pack"), 0.3),
    Target("audit", audit, logs, (b'"count"', b'"pending"', b'"size"'), 0.3),
]
