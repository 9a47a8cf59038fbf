"""``precontrast-train recalibrate``: from a pack and a site's outcomes to the next signed version."""

import json
import re
import shutil
from pathlib import Path

import numpy as np
import pytest
from scipy.special import expit, logit

from inference.engines import EngineProvider
from inference.golden import CASE, compare, read_case, run_case
from inference.packs.files import SIGNATURE, SUMS, read_files, zip_bytes
from inference.packs.signing import new_key, read_trusted_keys
from inference.packs.store import MANIFEST, Pack, load_pack
from tests.helpers.packs import RESOURCES
from tests.helpers.risk import TRAINED, draw_answers, predicted_log_odds, trained_pack
from training.cli import BAD_INPUT, DONE, main
from training.risk.repacking import CARD, HISTORY, read_history

COUNT = 40_000


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """A folder with the hospital's keys, its signed pack and what happened to its patients."""
    folder = tmp_path_factory.mktemp("site")
    new_key(folder / "hospital.pem", folder / "hospital.pub")
    trained_pack(folder / "pack", folder / "hospital.pem")
    write_outcomes(folder / "slope.csv", -6.3, 0.6)
    write_outcomes(folder / "intercept.csv", -6.8, 1.0)
    write_outcomes(folder / "few.csv", -6.8, 1.0, 1500)
    return folder


def write_outcomes(path: Path, intercept: float, slope: float, count: int = COUNT, version: str = "1.0.0") -> None:
    rng = np.random.default_rng(1)
    predicted = rng.normal(1.2, 0.95, count).round(4)
    event = rng.random(count) < expit(intercept + slope * predicted)
    rows = [f"i{n},{int(event[n])},{predicted[n]},cme-site,{version}" for n in range(count)]
    path.write_text("\n".join(["case,outcome,log_odds,pack,version", *rows]) + "\n", encoding="utf-8")


def recalibrate(site: Path, table: str, out: Path, *options: str, pack: Path | None = None) -> int:
    given = ["recalibrate", str(pack or site / "pack"), str(site / table), "--out", str(out), "--keys", str(site)]
    return main([*given, "--key", str(site / "hospital.pem"), *options])


def load(site: Path, folder: Path) -> Pack:
    return load_pack(folder, read_trusted_keys([site]))


def risk_step(pack: Pack):
    return next(step for step in pack.manifest.steps if step.kind == "logistic")


@pytest.fixture(scope="module")
def new(site):
    """The version with a new slope, as the installed program loads it."""
    assert recalibrate(site, "slope.csv", site / "new", "--author", "Dr Li, physics") == DONE
    return load(site, site / "new")


def test_the_new_version_is_signed_and_passes_its_golden_case(new):
    assert (new.manifest.version, new.signed_by) == ("1.1.0", "hospital")
    assert compare(run_case(new, read_case(new), EngineProvider()), read_case(new).expected) == []


def test_its_golden_case_is_not_that_of_the_old_version(site, new):
    old = load(site, site / "pack")
    outcome = run_case(old, read_case(old), EngineProvider())
    wrong = {difference.path for difference in compare(outcome, read_case(new).expected)}
    assert {"risk.log_odds", "risk.probability"} <= wrong


def test_its_risks_are_the_recalibrated_ones(site, new):
    old, rng = load(site, site / "pack"), np.random.default_rng(3)
    history = read_history(new)[0].note.en
    slope = float(re.search(r"times (\d\.\d+)", history)[1])
    assert slope == pytest.approx(0.6, abs=0.1)
    rates, given = [], [draw_answers(rng) for _ in range(12)]
    for answers in given:
        before, after = predicted_log_odds(old, answers), predicted_log_odds(new, answers)
        rates.append(after - slope * before)
    # One intercept for everybody: -6.3 at the event rate of the table.
    share = risk_step(new).trained_prevalence
    assert np.ptp(rates) < 0.01
    assert np.mean(rates) + logit(share) == pytest.approx(-6.3, abs=0.25)


def test_history_card_and_limits_say_what_was_done(new):
    (entry,) = read_history(new)
    assert (entry.version, entry.author) == ("1.1.0", "Dr Li, physics")
    assert f"on {COUNT} injections" in entry.note.en
    assert f"{COUNT} 次注射" in entry.note.zh
    card = new.file(CARD).decode()
    assert entry.note.en in card
    assert entry.note.zh in card
    assert new.manifest.limits[-1] == entry.note


def test_only_what_must_change_changes(site, new):
    old = load(site, site / "pack")
    names = {name for name in {*old.files, *new.files} if old.files.get(name) != new.files.get(name)}
    assert names == {MANIFEST, CASE, CARD, HISTORY, SUMS, SIGNATURE}
    first, second = (json.loads(pack.file(MANIFEST)) for pack in (old, new))
    assert {key for key in first if first[key] != second[key]} == {"version", "steps", "limits"}
    assert risk_step(old).trained_prevalence == TRAINED
    assert risk_step(new).trained_prevalence == pytest.approx(0.004, abs=0.002)
    assert risk_step(new).population == risk_step(old).population


def test_a_second_recalibration_goes_on_from_the_first(site, new, tmp_path):
    write_outcomes(site / "later.csv", logit(risk_step(new).trained_prevalence) - 1, 1.0, version="1.1.0")
    assert recalibrate(site, "later.csv", tmp_path / "third", pack=site / "new") == DONE
    third = load(site, tmp_path / "third")
    assert [entry.version for entry in read_history(third)] == ["1.1.0", "1.2.0"]
    assert third.manifest.limits[:-1] == new.manifest.limits[:-1]
    assert "Recalibrated from 1.1.0" in third.manifest.limits[-1].en
    assert compare(run_case(third, read_case(third), EngineProvider()), read_case(third).expected) == []


def test_a_pack_file_is_recalibrated_as_its_folder(site, tmp_path):
    file = tmp_path / "site.pack"
    file.write_bytes(zip_bytes(read_files(site / "pack")))
    assert recalibrate(site, "intercept.csv", tmp_path / "new", "--prevalence", "0.01", pack=file) == DONE
    old, new = (risk_step(load(site, folder)).terms for folder in (site / "pack", tmp_path / "new"))
    assert [term.coefficient for term in new] == pytest.approx([term.coefficient for term in old])


def test_what_was_validated_elsewhere_is_so_no_more(site, tmp_path):
    folder = tmp_path / "validated"
    shutil.copytree(site / "pack", folder)
    for name in (SUMS, SIGNATURE):
        (folder / name).unlink()
    text = (folder / MANIFEST).read_text(encoding="utf-8")
    (folder / MANIFEST).write_text(text.replace('"site-trained"', '"externally-validated"'), encoding="utf-8")
    assert recalibrate(site, "slope.csv", tmp_path / "new", pack=folder) == DONE
    assert load(site, tmp_path / "new").manifest.status == "site-trained"


def test_it_prints_what_a_physicist_asks(site, tmp_path, capsys):
    assert recalibrate(site, "slope.csv", tmp_path / "new") == DONE
    printed = capsys.readouterr().out
    lines = printed.splitlines()
    events = int(re.search(r"injections, (\d+) with the event", lines[0])[1])
    whole = next(line.split() for line in lines if line.startswith("all "))
    assert (int(whole[1]), int(whole[2])) == (COUNT, events)
    assert float(whole[4]) == pytest.approx(events, abs=0.1)
    assert float(whole[3]) != pytest.approx(events, rel=0.1)
    quarters = [line.split() for line in lines if re.match(r"\d of 4 ", line)]
    assert sum(int(row[4]) for row in quarters) == events
    for sentence in ("all coefficients are multiplied by the slope", f"events = {events}, injections = {COUNT}"):
        assert sentence in printed


def test_a_pack_that_fits_is_left_as_it_is(site, tmp_path, capsys):
    write_outcomes(tmp_path / "fits.csv", -5.5, 1.0, 20_000)
    rate = str(expit(-5.5))
    assert recalibrate(site, str(tmp_path / "fits.csv"), tmp_path / "new", "--prevalence", rate) == DONE
    assert "Nothing is changed" in capsys.readouterr().out
    assert not (tmp_path / "new").exists()


def spoilt_golden(folder: Path) -> None:
    case = json.loads((folder / CASE).read_text(encoding="utf-8"))
    case["expected"]["numbers"]["risk.log_odds"] += 0.5
    (folder / CASE).write_text(json.dumps(case), encoding="utf-8")


def odd_version(folder: Path) -> None:
    text = (folder / MANIFEST).read_text(encoding="utf-8")
    (folder / MANIFEST).write_text(text.replace('"version": "1.0.0"', '"version": "spring"'), encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (spoilt_golden, "does not reproduce its golden case"),
        (odd_version, "not of the form 1.2.3"),
        (lambda folder: (folder / HISTORY).write_text("{}"), HISTORY),
        (lambda folder: (folder / MANIFEST).write_text("{}"), MANIFEST),
        (lambda folder: (folder / MANIFEST).unlink(), MANIFEST),
    ],
)
def test_a_spoilt_pack_is_refused(site, tmp_path, capsys, spoil, sentence):
    folder = tmp_path / "spoilt"
    shutil.copytree(site / "pack", folder)
    for name in (SUMS, SIGNATURE):
        (folder / name).unlink()
    spoil(folder)
    table = tmp_path / "table.csv"
    write_outcomes(table, -6.3, 0.6)
    table.write_text(re.sub(",cme-site,1.0.0|,pack,version", "", table.read_text()), encoding="utf-8")
    assert recalibrate(site, str(table), tmp_path / "new", pack=folder) == BAD_INPUT
    assert sentence in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["spoilt", "table.csv"]


def test_a_changed_file_and_a_strangers_signature_are_refused(site, tmp_path, capsys):
    shutil.copytree(site / "pack", tmp_path / "changed")
    (tmp_path / "changed" / CARD).write_text("other", encoding="utf-8")
    assert recalibrate(site, "slope.csv", tmp_path / "new", pack=tmp_path / "changed") == BAD_INPUT
    assert "was changed after it was signed" in capsys.readouterr().err
    given = ["recalibrate", str(site / "pack"), str(site / "slope.csv"), "--out", str(tmp_path / "new")]
    assert main([*given, "--key", str(site / "hospital.pem")]) == BAD_INPUT
    assert "with --keys" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("pack", "sentence"),
    [
        ("cme-literature-prior", "has no intercept to recalibrate"),
        ("cme-vessels-demo", "[prevalence.cme] events"),
        ("ich-bat", "0 logistic steps"),
        ("none", "not a pack"),
    ],
)
def test_packs_without_a_trained_risk_are_refused(site, tmp_path, capsys, pack, sentence):
    assert recalibrate(site, "slope.csv", tmp_path / "new", pack=RESOURCES / "packs" / pack) == BAD_INPUT
    assert sentence in capsys.readouterr().err


def test_too_few_events_are_refused(site, tmp_path, capsys):
    assert recalibrate(site, "few.csv", tmp_path / "new") == BAD_INPUT
    assert "at least 10 are needed" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("none.pem", "precontrast packs keygen"),
        (".", "is no key file"),
        ("slope.csv", "slope.csv"),
        ("hospital.pub", ".pub"),
    ],
)
def test_without_a_usable_key_nothing_is_written(site, tmp_path, capsys, key, sentence):
    assert recalibrate(site, "slope.csv", tmp_path / "new", "--key", str(site / key)) == BAD_INPUT
    shown = capsys.readouterr().err
    assert sentence in shown
    assert not list(tmp_path.iterdir())


def test_a_key_is_asked_for(site, tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["recalibrate", str(site / "pack"), str(site / "slope.csv"), "--out", str(tmp_path / "new")])
    assert "--key" in capsys.readouterr().err


def test_nothing_is_written_over(site, tmp_path, capsys):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", encoding="utf-8")
    assert recalibrate(site, "slope.csv", tmp_path / "full") == BAD_INPUT
    assert "exists; name a new folder" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    assert recalibrate(site, "slope.csv", tmp_path / "empty") == DONE
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert recalibrate(site, "slope.csv", tmp_path / "file" / "new") == BAD_INPUT
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("rate", ["0", "1", "0.27%", "-0.1", "nan"])
def test_a_rate_is_above_0_and_below_1(site, tmp_path, capsys, rate):
    with pytest.raises(SystemExit):
        recalibrate(site, "slope.csv", tmp_path / "new", f"--prevalence={rate}")
    assert "0.27 % is 0.0027" in capsys.readouterr().err


def test_the_help_shows_the_table(capsys):
    with pytest.raises(SystemExit):
        main(["recalibrate", "--help"])
    shown = capsys.readouterr().out
    assert "log_odds" in shown
    assert "``" not in shown
