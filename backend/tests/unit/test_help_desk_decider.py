"""The help desk by example: who gets which conversation, who waits in which place, and what comes back to the queue."""

from saleroom.domain.help_desk import commands as c
from saleroom.domain.help_desk import events as e
from saleroom.domain.help_desk.decider import HELP_DESK, QUEUE_MAX, REPLY, HelpDesk, summary
from tests.given import Given

AGNES, ALBERT, ADMIN = 11, 12, 99
CUSTOMER = 1


def staffed(**capacities: int) -> Given:
    desk = Given(HELP_DESK)
    for name, capacity in capacities.items():
        desk.when(c.ComeOnline({"agnes": AGNES, "albert": ALBERT}[name], capacity), desk.version)
    return desk


def ask(conversation: int) -> c.AskHelp:
    return c.AskHelp(conversation, CUSTOMER)


def waiting(desk: Given) -> list[int]:
    state: HelpDesk = desk.state
    return list(state.queue)


def test_a_new_conversation_goes_to_the_least_busy_and_of_two_to_the_longest_idle() -> None:
    desk = staffed(agnes=2, albert=2)
    desk.when(ask(1), 10).then(e.HelpAsked(1, CUSTOMER), e.ConversationAssigned(1, AGNES))
    desk.when(ask(2), 11).then(e.HelpAsked(2, CUSTOMER), e.ConversationAssigned(2, ALBERT))
    desk.when(c.Leave(1), 12).then(e.ConversationLeft(1)).when(ask(3), 13).then(e.HelpAsked(3, CUSTOMER), e.ConversationAssigned(3, AGNES))


def test_when_all_are_busy_they_wait_in_order_and_a_freed_place_takes_the_head() -> None:
    desk = staffed(agnes=1).when(ask(1), 10).when(ask(2), 11).then(e.HelpAsked(2, CUSTOMER)).when(ask(3), 12)
    assert waiting(desk) == [2, 3]
    assert summary(desk.state)["queue"] == [2, 3]
    desk.when(ask(2), 13).then()
    desk.when(c.Leave(1), 14).then(e.ConversationLeft(1), e.ConversationAssigned(2, AGNES))
    assert waiting(desk) == [3]


def test_what_came_while_all_were_away_is_handed_out_when_one_comes() -> None:
    desk = Given(HELP_DESK).when(ask(1), 0).when(ask(2), 1).when(ask(3), 2)
    desk.when(c.ComeOnline(AGNES, 2), 3)
    desk.then(e.AgentOnline(AGNES, 2), e.ConversationAssigned(1, AGNES), e.ConversationAssigned(2, AGNES))
    desk.when(c.ComeOnline(AGNES, 2), 4).then()
    desk.when(c.ComeOnline(AGNES, 3), 5).then(e.AgentOnline(AGNES, 3), e.ConversationAssigned(3, AGNES))


def test_a_capacity_is_from_one_to_fifty() -> None:
    Given(HELP_DESK).when(c.ComeOnline(AGNES, 0), 0).then_refused("malformed").when(c.ComeOnline(AGNES, 51), 0).then_refused("malformed")


def test_no_answer_in_time_goes_back_to_the_head_and_an_answer_stops_the_clock() -> None:
    late = 10 + REPLY.total_seconds()
    desk = staffed(agnes=1).when(ask(1), 10).when(ask(2), 11)
    desk.when(ask(2), late).then(e.ReplyMissed(1, AGNES), e.ConversationAssigned(1, AGNES))
    desk = staffed(agnes=1).when(ask(1), 10).when(c.NoteReply(1, AGNES), 20).then(e.ReplyNoted(1, AGNES))
    desk.when(c.NoteReply(1, AGNES), 21).then().when(ask(1), late).then()


def test_what_nobody_answered_in_time_goes_to_another_and_to_the_same_only_where_he_is_alone() -> None:
    late = REPLY.total_seconds()
    desk = staffed(agnes=2, albert=2).when(ask(1), 10).then(e.HelpAsked(1, CUSTOMER), e.ConversationAssigned(1, AGNES))
    desk.when(ask(2), 11).when(c.NoteReply(2, ALBERT), 12).when(ask(3), 13).when(c.NoteReply(3, ALBERT), 14)
    assert summary(desk.state)["cases"] == {"1": AGNES, "2": ALBERT, "3": AGNES}, "Agnes has more to do"
    desk.when(c.Leave(3), 15).when(ask(9), 10 + late).then(
        e.ReplyMissed(1, AGNES), e.ConversationAssigned(1, ALBERT), e.HelpAsked(9, CUSTOMER), e.ConversationAssigned(9, AGNES)
    )
    desk.when(c.NoteReply(1, ALBERT), 11 + late)
    assert dict(desk.state.missed) == {}


def test_an_agents_own_question_goes_to_a_colleague_or_waits_and_stands_in_nobodys_way() -> None:
    own = e.HelpAsked(1, AGNES)
    desk = staffed(agnes=1).when(c.AskHelp(1, AGNES), 10).then(own)
    desk.when(ask(2), 11).then(e.HelpAsked(2, CUSTOMER), e.ConversationAssigned(2, AGNES))
    desk.when(c.Assign(ADMIN, 1, AGNES, None), 12).then_refused("own_question").when(c.NoteReply(1, AGNES), 13).then()
    desk.when(c.ComeOnline(ALBERT, 1), 14).then(e.AgentOnline(ALBERT, 1), e.ConversationAssigned(1, ALBERT))
    desk.when(c.Assign(ADMIN, 1, AGNES, ALBERT), 15).then_refused("own_question")


def test_who_answers_a_waiting_conversation_has_taken_it() -> None:
    desk = Given(HELP_DESK).when(ask(1), 0)
    desk.when(c.NoteReply(1, ALBERT), 1).then(e.ConversationHanded(1, ALBERT, ALBERT), e.ReplyNoted(1, ALBERT))
    desk.when(c.NoteReply(7, ALBERT), 2).then()


def test_a_customer_who_writes_to_an_agent_that_left_is_queued_anew() -> None:
    desk = staffed(agnes=1).when(ask(1), 10).when(c.GoOffline(AGNES), 11).then(e.AgentOffline(AGNES)).when(c.GoOffline(AGNES), 12).then()
    desk.when(ask(1), 13).then(e.ConversationReturned(1, None))
    desk.when(c.ComeOnline(ALBERT, 1), 14).then(e.AgentOnline(ALBERT, 1), e.ConversationAssigned(1, ALBERT))


def test_of_two_who_assign_at_once_the_later_is_told_who_has_it() -> None:
    desk = Given(HELP_DESK).when(ask(1), 0)
    desk.when(c.Assign(ADMIN, 1, AGNES, None), 1).then(e.ConversationHanded(1, AGNES, ADMIN))
    desk.when(c.Assign(ADMIN, 1, ALBERT, None), 1).then_refused("assigned_meanwhile", assignee_id=AGNES)
    desk.when(c.Assign(ADMIN, 1, AGNES, AGNES), 2).then().when(c.Assign(ADMIN, 1, ALBERT, AGNES), 3)
    desk.then(e.ConversationHanded(1, ALBERT, ADMIN)).when(c.Assign(ADMIN, 1, None, ALBERT), 4).then(e.ConversationReturned(1, ADMIN))
    desk.when(c.Assign(ADMIN, 9, AGNES, None), 5).then_refused("not_waiting")


def test_by_hand_an_agent_may_have_more_than_his_capacity() -> None:
    desk = staffed(agnes=1).when(ask(1), 10).when(ask(2), 11).when(c.Assign(ADMIN, 2, AGNES, None), 12)
    assert summary(desk.state)["cases"] == {"1": AGNES, "2": AGNES}


def test_leaving_twice_is_once_and_a_full_queue_says_so() -> None:
    desk = Given(HELP_DESK, [(0, e.HelpAsked(n, CUSTOMER)) for n in range(1, QUEUE_MAX + 1)])
    desk.when(ask(QUEUE_MAX + 1), 1).then_refused("help_desk_full")
    desk.when(c.Leave(1), 2).then(e.ConversationLeft(1)).when(c.Leave(1), 3).then()
