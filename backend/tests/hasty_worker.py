"""A worker whose help desk waits a second for an agent's answer, and lets a settled talk rest after one: for tests of what the clock does.

Everything else is the house's own: the database's time, the alarms, the gate of the log.
"""

from datetime import timedelta

from saleroom import main
from saleroom.domain.chat import decider as chat
from saleroom.domain.help_desk import decider as help_desk

HASTE = timedelta(seconds=1)

if __name__ == "__main__":
    setattr(help_desk, "REPLY", HASTE)  # noqa: B010 - Final in a house
    setattr(chat, "REST", HASTE)  # noqa: B010
    main.main()
