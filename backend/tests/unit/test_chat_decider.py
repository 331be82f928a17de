"""Conversations by example: who may speak, what reopens, how cursors grow, and what the clock does."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from saleroom.domain.chat import commands as c
from saleroom.domain.chat import events as e
from saleroom.domain.chat.decider import CONVERSATION, REST, STAFF, summary
from tests.given import Given, at

ANNA, BERT, AGENT, STRANGER = 1, 2, 8, 9
TEXT = UUID(int=5)
PAIR = (0, e.ConversationOpened(ANNA, BERT, None))
HELP = (0, e.ConversationOpened(ANNA, None, c.Context("lot", 7, 3)))


def said(by: int, *, is_staff: bool = False) -> e.MessageSent:
    return e.MessageSent(by, is_staff, str(TEXT), "text")


def say(by: int, *, is_staff: bool = False) -> c.SendMessage:
    return c.SendMessage(by, is_staff, TEXT)


def pair(*past: tuple[float, Any]) -> Given:
    return Given(CONVERSATION, (PAIR, *past))


def help_desk(*past: tuple[float, Any]) -> Given:
    return Given(CONVERSATION, (HELP, *past))


def test_two_people_begin_to_talk_once_and_nobody_with_himself() -> None:
    Given(CONVERSATION).when(c.OpenConversation(ANNA, BERT), 0).then(PAIR[1])
    pair().when(c.OpenConversation(ANNA, BERT), 1).then_refused("command_conflict")
    Given(CONVERSATION).when(c.OpenConversation(ANNA, ANNA), 0).then_refused("talks_to_himself")


@pytest.mark.parametrize("command", [
    say(ANNA), c.HideMessage(ANNA, False, 1), c.MoveCursor(ANNA, 1, 1), c.Resolve(ANNA, False), c.Mute(AGENT, True), c.Block(ANNA),
    c.Report(ANNA, False, 1, "spam"), c.DismissReport(AGENT, 1), c.LookInto(AGENT),
])
def test_nothing_happens_in_a_conversation_that_was_never_opened(command: c.Command) -> None:
    Given(CONVERSATION).when(command, 0).then_refused("unknown_conversation")


@pytest.mark.parametrize("command", [
    say(STRANGER), say(AGENT, is_staff=True), c.MoveCursor(STRANGER, 2, 2), c.Resolve(STRANGER, False), c.Reopen(AGENT, True),
    c.Block(STRANGER), c.Report(STRANGER, False, 2, "spam"),
])
def test_a_stranger_and_even_staff_find_no_conversation_of_two_others(command: c.Command) -> None:
    pair((1, said(ANNA))).when(command, 2).then_refused("unknown_conversation")


def test_a_message_is_unread_for_the_other_and_answering_reads_everything_before() -> None:
    talk = pair().when(say(ANNA), 1).then(said(ANNA)).when(say(ANNA), 2)
    assert summary(talk.state)["unread"] == [0, 2]
    talk.when(say(BERT), 3)
    assert summary(talk.state)["unread"] == [1, 0]
    assert summary(talk.state)["read"] == [3, 4]


def test_a_cursor_never_goes_back_and_never_beyond_the_newest_message() -> None:
    talk = pair((1, said(ANNA)), (2, said(ANNA))).when(c.MoveCursor(BERT, 3, 2), 3).then(e.CursorMoved(BERT, 3, 2))
    assert summary(talk.state)["unread"] == [0, 1]
    talk.when(c.MoveCursor(BERT, 1, 1), 4).then()
    talk.when(c.MoveCursor(BERT, 0, 99), 5).then(e.CursorMoved(BERT, 3, 3))
    assert summary(talk.state)["unread"] == [0, 0]


def test_the_help_desk_reads_with_one_cursor_whoever_answers() -> None:
    talk = help_desk((1, said(ANNA))).when(c.MoveCursor(AGENT, 2, 2), 2).then(e.CursorMoved(STAFF, 2, 2))
    talk.when(say(AGENT, is_staff=True), 3).then(e.MessageSent(AGENT, True, str(TEXT), "text"))
    assert (talk.state.status, summary(talk.state)["unread"]) == ("open", [1, 0])


def test_a_customers_message_reopens_what_was_resolved_or_snoozed_unless_he_is_muted() -> None:
    reopened = e.ConversationReopened(ANNA, "message")
    for set_aside in (e.ConversationResolved(AGENT), e.ConversationSnoozed(AGENT, None), e.ConversationSnoozed(AGENT, at(900))):
        help_desk((1, set_aside)).when(say(ANNA), 2).then(said(ANNA), reopened)
        muted = help_desk((1, e.ConversationMuted(AGENT, True)), (1, set_aside)).when(say(ANNA), 2).then(said(ANNA))
        assert muted.state.status != "open"


def test_staff_may_speak_while_it_is_snoozed_and_reopen_what_was_resolved_by_speaking() -> None:
    staff = e.MessageSent(AGENT, True, str(TEXT), "text")
    help_desk((1, e.ConversationSnoozed(AGENT, at(900)))).when(say(AGENT, is_staff=True), 2).then(staff)
    help_desk((1, e.ConversationResolved(AGENT))).when(say(AGENT, is_staff=True), 2).then(staff, e.ConversationReopened(AGENT, "message"))


def test_a_snooze_ends_at_its_time_and_one_without_a_time_waits_for_the_customer() -> None:
    help_desk((1, e.ConversationSnoozed(AGENT, at(60)))).when(c.MoveCursor(ANNA, 0, 0), 60).then(e.SnoozeEnded())
    help_desk((1, e.ConversationSnoozed(AGENT, None))).when(c.MoveCursor(ANNA, 0, 0), 9_999).then()


def test_snooze_and_mute_are_staffs_and_need_a_future_and_something_open() -> None:
    help_desk().when(c.Snooze(AGENT, True, at(60)), 1).then(e.ConversationSnoozed(AGENT, at(60)))
    help_desk().when(c.Snooze(AGENT, True, at(0)), 1).then_refused("times_in_wrong_order")
    help_desk((1, e.ConversationResolved(AGENT))).when(c.Snooze(AGENT, True), 2).then_refused("conversation_resolved")
    help_desk().when(c.Snooze(ANNA, False, at(60)), 1).then_refused("forbidden")
    pair().when(c.Mute(AGENT, True), 1).then_refused("forbidden")
    help_desk().when(c.Mute(AGENT, True), 1).then(e.ConversationMuted(AGENT, True)).when(c.Mute(AGENT, True), 2).then()


def test_resolving_and_reopening_twice_is_once() -> None:
    talk = pair().when(c.Resolve(BERT, False), 1).then(e.ConversationResolved(BERT)).when(c.Resolve(ANNA, False), 2).then()
    talk.when(c.Reopen(ANNA, False), 3).then(e.ConversationReopened(ANNA, "asked")).when(c.Reopen(ANNA, False), 4).then()


def test_it_rests_after_long_silence_only_when_nobody_waits_for_the_house() -> None:
    silence = REST.total_seconds()
    answered = help_desk((1, said(ANNA)), (2, said(AGENT, is_staff=True)))
    answered.when(c.MoveCursor(ANNA, 0, 0), 2 + silence).then(e.ConversationRested())
    help_desk((1, said(ANNA))).when(c.MoveCursor(ANNA, 0, 0), 1 + silence).then()
    assert CONVERSATION.due_at(pair((1, said(ANNA))).state) is None
    assert CONVERSATION.due_at(help_desk((1, said(ANNA)), (2, said(AGENT, is_staff=True))).state) == at(2) + timedelta(seconds=silence)


def test_one_hides_his_own_message_staff_any_and_a_hidden_one_is_unread_no_more() -> None:
    talk = pair((1, said(ANNA))).when(c.HideMessage(ANNA, False, 2), 2).then(e.MessageHidden(ANNA, 2))
    assert summary(talk.state)["unread"] == [0, 0]
    talk.when(c.HideMessage(ANNA, False, 2), 3).then()
    pair((1, said(ANNA))).when(c.HideMessage(BERT, False, 2), 2).then_refused("not_yours")
    pair((1, said(ANNA))).when(c.HideMessage(AGENT, True, 2), 2).then(e.MessageHidden(AGENT, 2))
    pair((1, said(ANNA))).when(c.HideMessage(ANNA, False, 9), 2).then_refused("unknown_message")
    pair((1, said(ANNA))).when(c.HideMessage(STRANGER, False, 2), 2).then_refused("unknown_message")


def test_who_blocks_another_gets_no_messages_until_he_lifts_it() -> None:
    talk = pair().when(c.Block(BERT), 1).then(e.PersonBlocked(BERT, True)).when(c.Block(BERT), 2).then()
    talk.when(say(ANNA), 3).then_refused("blocked").when(say(BERT), 4).then(said(BERT))
    talk.when(c.Block(BERT, False), 5).then(e.PersonBlocked(BERT, False)).when(say(ANNA), 6).then(said(ANNA))
    help_desk().when(c.Block(ANNA), 1).then_refused("forbidden")


def test_a_participant_reports_the_others_message_never_his_own() -> None:
    talk = pair((1, said(ANNA))).when(c.Report(BERT, False, 2, "insult"), 2).then(e.MessageReported(BERT, 2, "insult"))
    talk.when(c.Report(ANNA, False, 2, "insult"), 3).then_refused("not_yours")
    talk.when(c.Report(BERT, False, 7, "spam"), 4).then_refused("unknown_message")


def test_staff_report_what_they_read_along_and_what_customers_write_never_what_the_desk_wrote() -> None:
    pair((1, said(ANNA))).when(c.Report(AGENT, True, 2, "fraud"), 2).then(e.MessageReported(AGENT, 2, "fraud"))
    desk = help_desk((1, said(ANNA)), (2, said(AGENT, is_staff=True)))
    desk.when(c.Report(STRANGER, True, 2, "insult"), 3).then(e.MessageReported(STRANGER, 2, "insult"))
    desk.when(c.Report(STRANGER, True, 3, "insult"), 4).then_refused("not_yours")


def test_a_complaint_is_put_aside_once_and_may_come_again() -> None:
    talk = pair((1, said(ANNA))).when(c.DismissReport(AGENT, 2), 2).then()
    talk.when(c.DismissReport(AGENT, 9), 2).then_refused("unknown_message")
    talk.when(c.Report(BERT, False, 2, "spam"), 3).when(c.DismissReport(AGENT, 2), 4).then(e.ReportDismissed(AGENT, 2))
    talk.when(c.DismissReport(AGENT, 2), 5).then().when(c.Report(BERT, False, 2, "spam"), 6).then(e.MessageReported(BERT, 2, "spam"))
    talk.when(c.DismissReport(AGENT, 2), 7).then(e.ReportDismissed(AGENT, 2))


def test_who_reads_along_with_two_others_is_noted_and_who_belongs_there_is_not() -> None:
    pair().when(c.LookInto(AGENT), 1).then(e.ConversationLookedInto(AGENT)).when(c.LookInto(ANNA), 2).then()
    help_desk().when(c.LookInto(AGENT), 1).then().when(c.LookInto(ANNA), 2).then()
