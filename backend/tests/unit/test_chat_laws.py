"""Laws of conversations and of the help desk that hold whatever people do and whenever."""

from itertools import pairwise
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from saleroom.domain.chat import commands as c
from saleroom.domain.chat import events as e
from saleroom.domain.chat.decider import CONVERSATION, STAFF, Conversation, summary
from saleroom.domain.help_desk import commands as h
from saleroom.domain.help_desk.decider import HELP_DESK, HelpDesk
from tests.given import Given, at

ANNA, BERT, AGENT = 1, 2, 8
SEQS = st.integers(0, 25)

acts = st.one_of(
    st.builds(lambda by: c.SendMessage(by, by == AGENT, UUID(int=1)), st.sampled_from([ANNA, BERT, AGENT])),
    st.builds(c.MoveCursor, st.sampled_from([ANNA, BERT, AGENT]), SEQS, SEQS),
    st.builds(lambda by, seq: c.HideMessage(by, by == AGENT, seq), st.sampled_from([ANNA, BERT, AGENT]), SEQS),
    st.builds(lambda by: c.Resolve(by, by == AGENT), st.sampled_from([ANNA, BERT, AGENT])),
    st.builds(lambda by: c.Reopen(by, by == AGENT), st.sampled_from([ANNA, BERT, AGENT])),
    st.builds(lambda seconds: c.Snooze(AGENT, True, at(seconds)), st.integers(1, 400)),
    st.builds(lambda is_muted: c.Mute(AGENT, True, is_muted), st.booleans()),
    st.builds(c.Block, st.sampled_from([ANNA, BERT]), st.booleans()),
)
histories = st.lists(st.tuples(st.integers(0, 30), acts), max_size=20)


def lived(with_id: int | None, history: list[tuple[int, Any]]) -> tuple[list[e.Fact], list[Conversation]]:
    """Every fact of a conversation, and the conversation after each."""
    talk, second = Given(CONVERSATION).when(c.OpenConversation(ANNA, with_id), 0), 0
    facts, states, state = list(talk.facts), [talk.state], talk.state
    for pause, command in history:
        second += pause
        talk.when(command, second)
        for fact in talk.facts:
            state = CONVERSATION.evolve(state, fact, at(second))
            facts.append(fact)
            states.append(state)
        assert state == talk.state
    return facts, states


@given(st.sampled_from([BERT, None]), histories)
def test_cursors_only_grow_and_unread_is_what_others_said_above_them(with_id: int | None, history: list[tuple[int, Any]]) -> None:
    facts, states = lived(with_id, history)
    for before, after in pairwise(states):
        for side in after.sides:
            assert after.read.get(side, 0) >= before.read.get(side, 0)
            assert after.delivered.get(side, 0) >= before.delivered.get(side, 0)
            assert after.last_seq >= after.delivered.get(side, 0) >= after.read.get(side, 0)
    last = states[-1]
    for place, side in enumerate(last.sides):
        unread = [
            seq for seq, fact in enumerate(facts, start=1)
            if isinstance(fact, e.MessageSent) and (STAFF if fact.is_staff else fact.by) != side
            and seq > last.read.get(side, 0) and seq not in last.hidden
        ]
        assert summary(last)["unread"][place] == len(unread)


@given(st.sampled_from([BERT, None]), histories)
def test_only_who_belongs_there_speaks_and_a_blocked_one_is_silent(with_id: int | None, history: list[tuple[int, Any]]) -> None:
    facts, states = lived(with_id, history)
    for fact, before in zip(facts[1:], states, strict=False):
        if isinstance(fact, e.MessageSent):
            assert fact.is_staff == (with_id is None and fact.by == AGENT)
            assert fact.by in (ANNA, with_id) or fact.is_staff
            assert not before.blocked_by - {STAFF if fact.is_staff else fact.by}


CUSTOMERS = {1: ANNA, 2: ANNA, 3: 11, 4: 12, 5: 13, 6: BERT}  # agents ask too
maybe_agents = st.one_of(st.none(), st.integers(11, 13))
desk_acts = st.one_of(
    st.builds(h.ComeOnline, st.integers(11, 13), st.integers(1, 3)), st.builds(h.GoOffline, st.integers(11, 13)),
    st.builds(lambda number: h.AskHelp(number, CUSTOMERS[number]), st.integers(1, 6)),
    st.builds(h.NoteReply, st.integers(1, 6), st.integers(11, 13)),
    st.builds(h.Leave, st.integers(1, 6)),
    st.builds(h.Assign, st.just(99), st.integers(1, 6), maybe_agents, maybe_agents),
)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 300), desk_acts), max_size=25))
def test_nobody_waits_while_an_agent_has_room_and_a_conversation_is_in_one_place(history: list[tuple[int, Any]]) -> None:
    desk, second = Given(HELP_DESK), 0
    for pause, command in history:
        second += pause
        state: HelpDesk = desk.when(command, second).state
        assert state.next_handout() is None
        free = {number for number, agent in state.agents.items() if agent.is_online and state.load(number) < agent.capacity}
        assert not any(free - {customer} for customer in state.queue.values()), "only who asked himself could take what waits"
        assert all(case.agent_id != CUSTOMERS[number] for number, case in state.cases.items()), "nobody has his own question"
        assert not set(state.queue) & set(state.cases)
        due = HELP_DESK.due_at(state)
        assert due is None or due > at(second)
