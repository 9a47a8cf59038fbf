"""What happened afterwards: nothing must be known, nothing impossible is taken, and the pack says what is asked."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.cases import Event
from desktop.cases.prefill import prefilled
from desktop.language import Language
from inference.predicted_event import PredictedEvent
from inference.reading import read_typed
from inference.site import Agent
from inference.vocabulary import Text
from tests.helpers.outcomes import ANSWERS, screen
from tests.helpers.packs import EVENT, text
from ui.dialogs.event import INJURY, EventDialog, Typed, faults_of

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
GROWTH = read_typed(
    PredictedEvent,
    {"name": text("growth"), "question": text("Has it grown?"), "title": text("After a day"), "counted": text("scans")},
    "test",
)
AGENT = Agent("iohexol-350", Text("Iohexol 350", "碘海醇 350"), 350.0)


@pytest.fixture
def asked(qtbot, english):
    def make(event=None, **more):
        dialog = EventDialog(event, english, (AGENT,), **{"asked": EVENT, **more})
        qtbot.addWidget(dialog)
        return dialog

    return make


def faults(**typed):
    known = {"happened": None, "volume": "", "severity": "", "at": ""}
    return faults_of(Typed(**{**known, **typed}), NOW, Language("en"), EVENT)


def test_everything_may_stay_unknown(asked):
    dialog = asked()
    dialog.save_button.click()
    assert dialog.result() == dialog.DialogCode.Accepted
    found = dialog.recorded()
    assert (found.happened, found.volume_ml, found.agent, found.site, found.severity) == (None, None, "", "", "")


@pytest.mark.parametrize("volume", ["30 mL", "abc", "nan", "-1", "501", "1e9"])
def test_a_volume_that_cannot_be_is_told(volume):
    assert "volume" in faults(happened=True, volume=volume)


@pytest.mark.parametrize("volume", ["", "0", "35", "2.5", " 7 "])
def test_a_possible_volume_is_taken(volume):
    assert not faults(happened=True, volume=volume)


@pytest.mark.parametrize("typed", [{"volume": "3"}, {"severity": "mild"}])
def test_an_injury_without_extravasation_is_told(typed):
    assert faults(happened=False, **typed)


def test_no_volume_goes_with_no_extravasation():
    assert not faults(happened=False, volume="0")


def test_a_time_to_come_is_told():
    assert "recorded_at" in faults(at=(NOW + timedelta(minutes=1)).isoformat())


def test_a_fault_stands_at_its_field_and_keeps_the_dialog_open(asked):
    dialog = asked()
    dialog.show()
    dialog.happened["yes"].setChecked(True)
    dialog.volume.setText("many")
    dialog.save_button.click()
    assert dialog.isVisible()
    assert "“many” is not a number" in dialog.fields["volume"].fault.text()


def test_what_was_put_right_is_not_told_any_more(asked):
    dialog = asked()
    dialog.volume.setText("many")
    dialog.save_button.click()
    dialog.volume.setText("30")
    dialog.save_button.click()
    assert not dialog.fields["volume"].fault.text()
    assert dialog.recorded().volume_ml == 30.0


def test_what_was_recorded_before_comes_back_as_it_was(asked):
    before = Event(True, 30.0, "own agent", "forearm", "mild", "seen", "note", "B. Nurse", "2026-01-02T03:04:05+08:00")
    assert asked(before).recorded() == before


def test_an_agent_of_the_site_can_be_chosen(asked):
    dialog = asked()
    dialog.agent.setCurrentIndex(1)
    assert dialog.recorded().agent == "Iohexol 350"


def test_any_other_agent_can_be_typed(asked):
    dialog = asked()
    dialog.agent.setEditText("gadolinium")
    assert dialog.recorded().agent == "gadolinium"


def test_who_works_here_records_it_unless_somebody_had(asked):
    assert asked(user="A. Tester").recorded().recorded_by == "A. Tester"
    assert asked(Event(recorded_by="B. Nurse"), user="A. Tester").recorded().recorded_by == "B. Nurse"


def test_the_time_is_written_with_its_offset(asked):
    assert datetime.fromisoformat(asked().recorded().recorded_at).utcoffset() is not None


def test_what_is_to_be_done_now_is_said_as_soon_as_something_ran_out(asked):
    dialog = asked()
    assert dialog._advice.text() == ""
    dialog.happened["yes"].click()
    assert "ESUR" in dialog._advice.text()
    dialog.happened["no"].click()
    assert dialog._advice.text() == ""


@pytest.mark.parametrize(("code", "site"), [("en", "hand"), ("zh", "手背")])
def test_agent_and_site_are_taken_from_the_answers_and_nothing_is_said_to_have_happened(code, site):
    outcome = screen("cme-literature-prior", {**ANSWERS, "agent": "iohexol"})
    event = prefilled(outcome, Language(code), "A. Tester")
    assert (event.site, event.recorded_by, event.happened, event.severity) == (site, "A. Tester", None, "")
    assert event.agent
    assert prefilled(screen("ich-nag", {}), Language(code), "A. Tester") == Event(recorded_by="A. Tester")


def shown_fields(dialog) -> set[str]:
    return {name for name, field in dialog.fields.items() if not field.isHidden()}


def test_the_pack_says_what_is_asked_about_its_event_and_in_which_words(asked):
    dialog = asked(asked=GROWTH)
    assert (dialog.windowTitle(), dialog._labels["happened"].text()) == ("After a day", "Has it grown?")
    assert shown_fields(dialog) == {"happened", "follow_up", "note", "recorded_by", "recorded_at"}
    dialog.happened["yes"].click()
    assert dialog._advice.text() == ""
    own = asked()
    assert set(INJURY) <= shown_fields(own)
    assert (own.windowTitle(), own._labels["volume"].text()) == (EVENT.title.en, EVENT.volume.label.en)
    assert own.site.itemText(1) == EVENT.site.choices[0].en


@pytest.mark.parametrize("event", [GROWTH, None], ids=["another event", "no event"])
def test_what_was_recorded_is_shown_and_stays_though_the_pack_asks_no_such_thing(asked, event):
    before = Event(True, 30.0, "own agent", "forearm", "mild", "", "", "B. Nurse", "2026-01-02T03:04:05+08:00")
    dialog = asked(before, asked=event)
    assert set(INJURY) <= shown_fields(dialog)
    assert dialog.recorded() == before


def test_another_language_keeps_what_was_typed(asked):
    dialog = asked(Event(True, 30.0, "own agent", "forearm", "severe"))
    before = dialog.recorded()
    dialog.set_language(Language("zh"))
    assert dialog.recorded() == before
    assert dialog.severity.currentText() == "重度"
