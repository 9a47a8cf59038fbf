"""The site profile in its window: all of it is shown, kept, checked and given back."""

import pytest

from desktop.language import Language
from desktop.site_file import write_site
from inference.site import Agent, Prevalence, SiteProfile, TrainingExport, read_site
from inference.vocabulary import Text
from ui.dialogs.site import SiteDialog

pytestmark = pytest.mark.slow

FULL = SiteProfile(
    name="中心医院",
    prevalence={"cme": Prevalence("register", events=388, injections=143556), "other": Prevalence("r", rate=0.1)},
    cut_offs={"cme": {"high": 0.01, "medium": 0.004}, "other": {"a": 0.5}},
    modules={"cme": ("anticancer",), "other": ("m",)},
    population={
        "age": {"mean": 59.0, "sd": 14.0},
        "diabetes": {"no": 0.86, "yes": 0.14},
        "unknown": {"x": 0.123456789},
    },
    agents=(Agent("iohexol-350", Text("Iohexol 350", "碘海醇 350"), 350.0, 10.4, "label 2023"),),
    default_pack="not-installed",
    actions={"cme": {"high": (Text("Call", "呼叫"), Text("Wait", "等待"))}, "other": {"a": (Text("do", "做"),)}},
    protocol=Text("18G, 4 mL/s", "18G，4 mL/s"),
    language="zh",
    paper="Letter",
    max_image_age_days=7,
    cover_after_minutes=10,
    training_export=TrainingExport(True, "Ethics 14", "2026-02-01"),
    digest="d" * 64,
)
KEPT_EMPTY = SiteProfile(modules={"cme": ()}, cut_offs={"cme": {"high": 0.01, "medium": 0.004, "low": 0.0}})


@pytest.fixture
def opened(qtbot, english, shipped):
    def make(site=None):
        dialog = SiteDialog(site or SiteProfile(), shipped, english)
        qtbot.addWidget(dialog)
        return dialog

    return make


def saved(dialog):
    dialog.save_button.click()
    assert dialog.result() == dialog.DialogCode.Accepted, dialog.check()
    return dialog.site()


def chosen(box, value):
    box.setCurrentIndex(box.findData(value))


@pytest.mark.parametrize("site", [SiteProfile(), FULL, KEPT_EMPTY], ids=["empty", "full", "empty parts"])
def test_nothing_is_lost_or_added_where_nothing_is_touched(opened, site):
    dialog = opened(site)
    assert saved(dialog) == site


def test_nothing_is_lost_by_a_change_of_language(opened):
    dialog = opened(FULL)
    dialog.set_language(Language("zh"))
    dialog.set_language(Language("en"))
    assert saved(dialog) == FULL


def test_without_saving_the_profile_stays(opened):
    dialog = opened(FULL)
    dialog.general.name.setText("another")
    dialog.reject()
    assert dialog.site() is FULL


def test_general_settings_are_given(opened, shipped):
    dialog = opened()
    dialog.general.name.setText("  Site ")
    chosen(dialog.general.report_language, "zh")
    chosen(dialog.general.paper, "Letter")
    chosen(dialog.general.pack, shipped[0].id)
    dialog.general.protocol["zh"].setPlainText("方案")
    dialog.general.protocol["en"].setPlainText("Protocol")
    wanted = SiteProfile(
        name="Site", language="zh", paper="Letter", default_pack=shipped[0].id, protocol=Text("Protocol", "方案")
    )
    assert saved(dialog) == wanted


def test_a_rate_is_given_by_counts(opened):
    dialog = opened()
    panel = dialog.rates.panels["cme"]
    chosen(panel.kind, "counts")
    panel.events.setText("388")
    panel.injections.setText("143,556")
    panel.source.setText("register")
    assert panel._summary.text() == "Rate 0.27 %, 95 % interval 0.24 % to 0.30 %."
    assert saved(dialog).prevalence == {"cme": Prevalence("register", events=388, injections=143556)}


def test_a_rate_is_given_in_percent(opened):
    dialog = opened()
    chosen(dialog.rates.panels["cme"].kind, "share")
    dialog.rates.panels["cme"].rate.setText("0.27")
    assert saved(dialog).prevalence == {"cme": Prevalence("", rate=0.0027)}


def test_a_rate_can_be_unset(opened):
    dialog = opened(SiteProfile(prevalence={"cme": Prevalence("r", rate=0.01)}))
    chosen(dialog.rates.panels["cme"].kind, "unknown")
    assert saved(dialog) == SiteProfile()


def test_cut_offs_are_given_in_percent(opened):
    dialog = opened(SiteProfile(prevalence={"cme": Prevalence("r", rate=0.004)}))
    panel = dialog.tiers.panels["cme"]
    panel.own.setChecked(True)
    panel.rows["high"].begins.setText("1")
    panel.rows["medium"].begins.setText("0.4")
    assert saved(dialog).cut_offs == {"cme": {"high": 0.01, "medium": 0.004}}


def test_own_cut_offs_can_be_given_up(opened):
    dialog = opened(KEPT_EMPTY)
    dialog.tiers.panels["cme"].own.setChecked(False)
    assert saved(dialog).cut_offs == {}
    assert not dialog.tiers.panels["cme"].rows["high"].begins.isEnabled()


def test_everyone_else_belongs_to_the_lowest_tier(opened):
    assert opened().tiers.panels["cme"].rows["low"].begins is None


def test_actions_are_one_a_line_in_both_languages(opened):
    dialog = opened()
    row = dialog.tiers.panels["cme"].rows["high"]
    row.actions["zh"].setPlainText("呼叫\n\n等待")
    row.actions["en"].setPlainText("Call\nWait\n")
    assert saved(dialog).actions == {"cme": {"high": (Text("Call", "呼叫"), Text("Wait", "等待"))}}


def test_the_actions_of_the_pack_are_shown_and_can_be_taken(opened, shipped):
    dialog = opened()
    row = dialog.tiers.panels["cme"].rows["high"]
    own = next(m for m in shipped if m.outcome == "cme").tiers[0].actions
    assert row.actions["en"].placeholderText().splitlines() == [action.en for action in own]
    button = next(b for b in dialog.tiers.findChildren(type(dialog.save_button)) if "HIGH" in b.toolTip())
    button.click()
    assert saved(dialog).actions == {"cme": {"high": own}}


def test_modules_are_switched_on(opened):
    dialog = opened()
    dialog.modules.boxes["cme"]["anticancer"].setChecked(True)
    assert saved(dialog).modules == {"cme": ("anticancer",)}


def test_an_entry_of_no_pack_can_be_removed(opened):
    dialog = opened(SiteProfile(modules={"cem": ("m",)}))
    assert "modules.cem" in [problem.place for problem in dialog.check()]
    dialog.modules.boxes["cem"]["m"].setChecked(False)
    assert saved(dialog) == SiteProfile()


def test_agents_are_typed_into_a_table(opened):
    dialog = opened()
    dialog.agents.add.click()
    for place, text in enumerate(("a-1", "甲", "A", "350", "", "label")):
        dialog.agents.table.item(0, place).setText(text)
    dialog.agents.add.click()
    assert saved(dialog).agents == (Agent("a-1", Text("A", "甲"), 350.0, None, "label"),)


def test_an_agent_can_be_removed(opened):
    dialog = opened(FULL)
    dialog.agents.table.setCurrentCell(0, 0)
    dialog.agents.remove.click()
    assert saved(dialog).agents == ()


def test_own_patients_are_given(opened):
    dialog = opened()
    for name, typed in {"age": ("59", "14"), "diabetes": ("86", "14")}.items():
        spread = dialog.population.spreads[name]
        spread.own.setChecked(True)
        for line, text in zip(spread.lines.values(), typed, strict=True):
            line.setText(text)
    assert saved(dialog).population == {"age": {"mean": 59.0, "sd": 14.0}, "diabetes": {"no": 0.86, "yes": 0.14}}


def test_shares_are_added_up_while_they_are_typed(opened):
    spread = (dialog := opened()).population.spreads["diabetes"]
    spread.own.setChecked(True)
    spread.lines["no"].setText("86")
    assert spread._sum.text() == "Sum 86 %; it must be 100 %."
    spread.lines["yes"].setText("14")
    assert spread._sum.text() == "Sum 100 %"
    assert dialog is not None


def test_the_pack_s_population_is_shown_beside(opened):
    dialog = opened()
    from PySide6.QtWidgets import QLabel

    assert "pack: 57" in [label.text() for label in dialog.population.spreads["age"].findChildren(QLabel)]


@pytest.mark.parametrize(("typed", "said"), [("-1", True), ("3651", True), ("soon", True), ("0", False), ("", False)])
def test_how_old_images_may_be_is_a_number_of_days(opened, typed, said):
    dialog = opened(FULL)
    dialog.general.image_age.setText(typed)
    problems = [problem.place for problem in dialog.check() if problem.severity == "danger"]
    assert problems == (["max_image_age_days"] if said else [])


def test_when_the_window_is_covered_is_a_number_of_minutes_or_never(opened):
    dialog = opened(FULL)
    for typed, said in (("0", True), ("99999", True), ("soon", True), ("", False), ("5", False)):
        dialog.general.cover.setText(typed)
        problems = [problem.place for problem in dialog.check() if problem.severity == "danger"]
        assert problems == (["cover_after_minutes"] if said else []), typed
    saved(dialog)
    assert dialog.site().cover_after_minutes == 5


def test_a_mistake_is_told_beside_its_field_and_at_its_tab(opened):
    dialog = opened()
    chosen(dialog.rates.panels["cme"].kind, "share")
    dialog.rates.panels["cme"].rate.setText("none")
    dialog.save_button.click()
    assert dialog.result() != dialog.DialogCode.Accepted
    assert dialog.rates.panels["cme"].fault.text() == "The entry must be a number."
    assert dialog.tabs.currentWidget() is dialog.rates
    assert not dialog.tabs.tabIcon(1).isNull()
    assert "1 entry to correct" in dialog.notice.text()


def test_a_mistake_is_told_shortly_after_it_was_typed(qtbot, opened):
    dialog = opened(KEPT_EMPTY)
    dialog.tiers.panels["cme"].rows["high"].begins.setText("0.1")
    fault = dialog.tiers.fields["cut_offs.cme.high"].fault
    qtbot.waitUntil(lambda: "must begin at a higher risk" in fault.text())


def test_what_was_put_right_is_not_told_any_more(opened):
    dialog = opened(KEPT_EMPTY)
    begins = dialog.tiers.panels["cme"].rows["high"].begins
    begins.setText("0.1")
    dialog.check()
    begins.setText("1")
    dialog.check()
    assert not dialog.tiers.fields["cut_offs.cme.high"].fault.text()
    assert not dialog.notice.text()


def test_a_warning_is_told_and_does_not_stop(opened):
    dialog = opened()
    chosen(dialog.rates.panels["cme"].kind, "share")
    dialog.rates.panels["cme"].rate.setText("27")
    assert saved(dialog).prevalence["cme"].rate == 0.27
    assert "Please check" in dialog.rates.panels["cme"].fault.text()


def test_a_missing_line_is_told_at_the_language_that_lacks_it(opened):
    dialog = opened()
    dialog.tiers.panels["cme"].rows["high"].actions["zh"].setPlainText("呼叫")
    dialog.check()
    assert dialog.tiers.fields["actions.cme.high.en"].fault.text()
    assert not dialog.tiers.fields["actions.cme.high.zh"].fault.text()


def test_a_mistake_in_the_table_of_agents_is_marked_in_its_cell(opened):
    dialog = opened(FULL)
    dialog.agents.table.item(0, 3).setText("much")
    dialog.save_button.click()
    assert not dialog.agents.table.item(0, 3).icon().isNull()
    assert dialog.agents.table.currentColumn() == 3
    dialog.agents.table.item(0, 3).setText("300")
    dialog.check()
    assert dialog.agents.table.item(0, 3).icon().isNull()


def test_a_profile_is_imported_from_a_file(opened, tmp_path, monkeypatch):
    path = tmp_path / "机构.toml"
    written = write_site(FULL, path)
    monkeypatch.setattr("ui.dialogs.site.path_to_open", lambda *_: path)
    dialog = opened()
    dialog.import_button.click()
    assert "It is used once it is saved." in dialog.notice.text()
    assert saved(dialog) == SiteProfile(**{**_fields(written), "digest": ""})


def test_a_file_that_is_no_profile_changes_nothing(opened, tmp_path, monkeypatch):
    path = tmp_path / "site.toml"
    path.write_text("paper = 'A5'")
    monkeypatch.setattr("ui.dialogs.site.path_to_open", lambda *_: path)
    dialog = opened(FULL)
    dialog.import_button.click()
    assert "the field paper must be one of" in dialog.notice.text()
    assert saved(dialog) == FULL


def test_a_profile_is_exported_to_a_file(opened, tmp_path, monkeypatch):
    path = tmp_path / "site.toml"
    monkeypatch.setattr("ui.dialogs.site.path_to_save", lambda *_: path)
    dialog = opened(FULL)
    dialog.general.name.setText("new")
    dialog.export_button.click()
    assert read_site(path).name == "new"
    assert read_site(path).prevalence == FULL.prevalence


def test_a_profile_with_a_mistake_is_not_exported(opened, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr("ui.dialogs.site.path_to_save", lambda *_: asked.append(1))
    dialog = opened()
    dialog.general.protocol["zh"].setPlainText("方案")
    dialog.export_button.click()
    assert not asked
    assert dialog.tabs.currentWidget() is dialog.general


def _fields(site):
    return {name: getattr(site, name) for name in SiteProfile.__dataclass_fields__}
