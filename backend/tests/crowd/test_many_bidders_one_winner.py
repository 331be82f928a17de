"""However many people bid at once, through whichever worker: one wins, and log, answers and what each one saw agree."""

import json
import time

import websockets.sync.client

from tests.actors import Database, Person, Server, admin, make_lot
from tests.crowd.parties import bid_count, people, seat, seated

SEED = 20260504
BIDS_MIN = 500
PATIENCE_SECONDS = 60


def test_two_hundred_sockets_over_two_workers_one_winner(server: Server, database: Database, seller: Person) -> None:
    print("seed", SEED)
    with Server(database) as other:
        administrator = admin(database, server.url)
        lot = make_lot(seller, start_price=1, increments="flat:0.01")
        bidders = people(server.url, 20)
        bases = (server.url, other.url)
        tables = [
            [seat(bidders[(4 * n + table) % 20] if n < 48 else None, bases[(n + table) % 2], -1 if n < 48 else 0) for n in range(50)]
            for table in range(4)
        ]
        with seated(lot["id"], tables, SEED) as crowd:
            crowd.go()
            deadline = time.monotonic() + PATIENCE_SECONDS
            while bid_count(server.url, lot["id"]) < BIDS_MIN and time.monotonic() < deadline:
                time.sleep(0.1)
            address = f"{other.url.replace('http', 'ws')}/ws/lots/{lot['id']}?token={administrator.token}"
            with websockets.sync.client.connect(address, max_size=2**24) as socket:
                socket.send(json.dumps({"type": "CLOSE_AUCTION"}))
                while json.loads(socket.recv(timeout=10))["type"] != "AUCTION_ENDED":
                    pass
            assert crowd.broken_promises(database.owner) == []
        taken = bid_count(server.url, lot["id"])
        print("bids taken", taken)
        assert taken >= BIDS_MIN
