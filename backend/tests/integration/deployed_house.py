"""A production house as deploy/ sets it up: two workers on ports of their own, people with browsers at addresses of their own."""

import re
import ssl
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import httpx
import websockets

from tests.actors import Database, Server, Watcher
from tests.integration.front_doors import Place

ANNA, BERT, CLARA, STRANGER = "127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5"  # a worker trusts 127.0.0.1 alone
FORGED = {"X-Forwarded-For": "203.0.113.7", "X-Real-IP": "203.0.113.7", "Forwarded": "for=203.0.113.7", "X-Saleroom-Key": "lots/1"}
PASSWORD = "correct horse"
STILL_SECONDS_MAX = 10.0


def trusting(certificate: Path) -> ssl.SSLContext:
    """TLS that believes this one certificate."""
    return ssl.create_default_context(cafile=str(certificate))


@dataclass
class DeployedHouse:
    """Two workers behind one public address."""

    place: Place
    database: Database
    workers: list[Server] = field(init=False)
    rounds: int = 0  # proxies that have stood in front

    def __post_init__(self) -> None:
        settings = {
            "SALEROOM_ENV": "production", "SALEROOM_PUBLIC_URL": self.place.url, "SALEROOM_DEMO": "0", "SALEROOM_RATE_LIMITS": "1",
            "SALEROOM_DATA_DIR": str(self.place.data_dir), "SALEROOM_TRUSTED_PROXIES": "127.0.0.1,::1",
        }
        self.workers = [Server(self.database, settings=settings, port=port) for port in self.place.workers]
        self.context = trusting(self.place.certificate)

    @property
    def living(self) -> list[Server]:
        return [worker for worker in self.workers if worker.process is not None and worker.process.poll() is None]

    def start(self) -> None:
        """Start the workers that do not run, all at once."""
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(Server.start, [worker for worker in self.workers if worker not in self.living]))

    def stop(self) -> None:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(Server.stop, self.workers))

    def browser(self, address: str = ANNA, **headers: str) -> httpx.Client:
        """Somebody's browser at this address, on a page of this house."""
        way = httpx.HTTPTransport(verify=self.context, local_address=address)
        return httpx.Client(transport=way, base_url=self.place.url, headers={"Origin": self.place.url, **headers}, timeout=10)

    def sign_in(self, name: str, address: str, **headers: str) -> httpx.Client:
        """A browser with the cookies of an account."""
        browser = self.browser(address, **headers)
        answer = browser.post("/api/auth/cookie/login-refresh", json={"username": name, "password": PASSWORD})
        assert answer.status_code == 200, answer.text
        return browser

    def figures(self, name: str) -> list[float]:
        """One figure of each worker, asked at its own port."""
        pages = [httpx.get(f"{worker.url}/metrics").text for worker in self.workers]
        return [float(re.findall(rf"^{name} (\S+)$", page, re.MULTILINE)[0]) for page in pages]

    def decided(self) -> list[float]:
        return self.figures("saleroom_commands_decided")

    def rooms(self) -> list[float]:
        return self.figures("saleroom_rooms")

    def is_still(self) -> bool:
        """Wait until nobody watches anything."""
        deadline = time.monotonic() + STILL_SECONDS_MAX
        while sum(self.rooms()) and time.monotonic() < deadline:
            time.sleep(0.02)
        return not sum(self.rooms())


def make_lot(seller: httpx.Client) -> int:
    """List a lot that is open now, with an increment of a cent."""
    body = {"title": "A still life", "start_price": 10, "increments": "flat:0.01", "soft_close_seconds": 0}
    answer = seller.post("/api/lots", json=body)
    assert answer.status_code == 201, answer.text
    return int(answer.json()["id"])


def bid_by_rest(bidder: httpx.Client, lot_id: int, amount: float) -> dict[str, Any]:
    """Bid without a socket; the answer."""
    answer = bidder.post(f"/api/lots/{lot_id}/bids", json={"amount": amount})
    assert answer.is_success, answer.text
    told: dict[str, Any] = answer.json()
    return told


class SafeWatcher(Watcher):
    """A browser's socket: by TLS, from an address of its own, with its cookies and its Origin."""

    def __init__(
        self, house: DeployedHouse, lot_id: int, address: str, browser: httpx.Client | None = None, after: int | None = None
    ) -> None:
        cookies = "; ".join(f"{name}={value}" for name, value in browser.cookies.items()) if browser else ""
        super().__init__(house.place.url, lot_id, None, after, Origin=house.place.url, **({"Cookie": cookies} if cookies else {}))
        self._way: dict[str, Any] = {"ssl": house.context, "local_addr": (address, 0), "host": "127.0.0.1", "port": house.place.https}

    async def __aenter__(self) -> Self:
        self.socket = await websockets.connect(
            self.url, additional_headers=self.headers, ping_interval=None, proxy=None, server_hostname="localhost", **self._way
        )
        return self
