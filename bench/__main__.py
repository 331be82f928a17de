"""`make bench`: measure, check, print, write; exit code 1 when a target is missed or the log and the answers differ."""

import asyncio
import os
import sys
import time

from bench import report
from bench.bidders import Bidders
from bench.fan_out import fill
from bench.grabbers import Grabbers
from bench.house import open_house
from bench.machine import describe
from bench.on_sale import sell
from bench.peer import Peer
from bench.punctual import Listeners, watch_the_clock
from bench.remote import Remote
from bench.rounds import play, say
from bench.ticket_peer import TicketPeer
from bench.watchers import Watchers


def main() -> int:
    """Run the whole bench."""
    begin, load_before = time.monotonic(), os.getloadavg()[0]
    say("starting a house: Postgres, two workers, an echo, fifty bidders …")
    with open_house() as house, Remote(Bidders) as bidders, Remote(Peer) as peer, Remote(Watchers) as watchers:
        machine = asyncio.run(describe(house.database.owner, load_before))
        peer.call("open", house.database.owner)
        played = play(house, bidders, peer)
        say("filling the hall …")
        hall = fill(house, bidders, watchers)
        say("watching the clock …")
        with Remote(Listeners) as listeners:
            punctual = watch_the_clock(house, bidders, listeners)
        say("opening a box office …")
        with Remote(Grabbers) as grabbers, Remote(TicketPeer) as tickets:
            tickets.call("open", house.database.owner)
            on_sale = sell(house, bidders, grabbers, tickets)
    results = report.Results(machine, played, hall, punctual, on_sale)
    path = report.write(results)
    say(f"\n{report.page(results)}\nwritten to {path} in {time.monotonic() - begin:.0f} s")
    is_well = not (played.wrong or hall.wrong or on_sale.wrong) and all(target.is_met for target in report.targets(results))
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())
