"""A small house of stand-in parts: real processes on real ports, started by the real supervisor on a real Postgres."""

import contextlib
import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.ports import free_ports

REPOSITORY = Path(__file__).resolve().parents[3]
WAIT_SECONDS_MAX = 30.0

WORKER = '''
import http.server, importlib.util, json, os, signal, socket, sys, time
where = importlib.util.spec_from_file_location("lifeline", os.environ["STAND_IN_LIFELINE"])
lifeline = importlib.util.module_from_spec(where)
where.loader.exec_module(lifeline)
lifeline.end_with_parent()
if os.environ.get("STAND_IN_STUBBORN"):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
for _ in range(int(os.environ.get("STAND_IN_LINES", "0"))):
    print("a talkative worker " * 50)

class Door(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps({"pid": os.getpid(), "environment": dict(os.environ)}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *_):
        pass

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Door, bind_and_activate=False)
server.socket = socket.socket(fileno=int(sys.argv[sys.argv.index("--fd") + 1]))
server.server_name, server.server_port = "worker", 0
print("worker is here", flush=True)
server.serve_forever(poll_interval=0.05)
'''

MAILBOX = '''
import http.server, socket, sys
options = dict(zip(sys.argv[1::2], sys.argv[2::2]))
smtp = socket.create_server((options["--host"], int(options["--smtp-port"])))
class Door(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/api/v2/messages" else 404)
        self.send_header("Content-Length", "0")
        self.end_headers()
    def log_message(self, *_):
        pass
http.server.ThreadingHTTPServer((options["--host"], int(options["--http-port"])), Door).serve_forever()
'''

FRONTEND = """
import http from "node:http";
const server = http.createServer((_, answer) => answer.end(JSON.stringify(process.env)));
server.listen(+process.env.SALEROOM_FRONTEND_PORT, process.env.SALEROOM_HOST);
"""

DRIVER = """
import asyncio, json, os, sys
from pathlib import Path
from saleroom.startup.console import Console
from saleroom.startup.lifeline import Parent
from saleroom.startup.parts import Plan
from saleroom.startup.supervisor import Supervisor
told = json.loads(Path(sys.argv[1]).read_text())
plan = Plan(**{**told, "repository": Path(told["repository"]), "data_dir": Path(told["data_dir"])})
console = Console()
code = asyncio.run(Supervisor(plan, console, Parent(int(sys.argv[2])) if len(sys.argv) > 2 else None).run())
console.flush()
sys.exit(code)
"""


def wait_until(claim: Callable[[], Any], what: str, seconds_max: float = WAIT_SECONDS_MAX) -> Any:
    """Wait for a claim to hold and return what it says."""
    deadline = time.monotonic() + seconds_max
    while time.monotonic() < deadline:
        if told := claim():
            return told
        time.sleep(0.05)
    raise AssertionError(f"{what} did not happen within {seconds_max:.0f} s")


def is_running(pid: int) -> bool:
    from saleroom.startup.leftovers import identify

    return identify(pid) is not None


def get(port: int, path: str = "/") -> Any:
    """GET as JSON, or None when nobody answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path, headers={"Connection": "close"})
        return json.loads(connection.getresponse().read() or "{}")
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def _hear_interrupts() -> None:
    """A shell starts what runs in its background deaf to SIGINT; make would stay so."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class StandInHouse:
    """One repository of stand-ins, its data folder, and the supervisor's process while it runs."""

    def __init__(self) -> None:
        self.place = Path(tempfile.mkdtemp(prefix="saleroom-stand-in-"))
        self.place.chmod(0o755)  # root's Postgres runs as another user, who must come in
        for path, text in {
            "backend/saleroom/__init__.py": "", "backend/saleroom/main.py": WORKER, "mailhog/mailbox.py": MAILBOX,
            "frontend/server.mjs": FRONTEND, "driver.py": DRIVER,
        }.items():
            file = self.place / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        (self.place / "db").symlink_to(REPOSITORY / "db")
        self.data_dir = self.place / "data"
        self.backend, self.frontend, self.smtp, self.mailbox = free_ports(4)
        self.lines: list[str] = []
        self.process: subprocess.Popen[str] | None = None
        (self.place / "plan.json").write_text(json.dumps({
            "repository": str(self.place), "data_dir": str(self.data_dir), "host": "127.0.0.1", "backend_port": self.backend,
            "frontend_port": self.frontend, "smtp_port": self.smtp, "mailbox_port": self.mailbox, "workers": 2,
            "trusted_proxies": ["127.0.0.1"], "address": f"http://localhost:{self.frontend}", "backend_url": "", "database_url": "",
            "app_database_url": "", "secret": "s" * 32, "runs_mailbox": True, "runs_frontend": True, "shows_demo": True,
            "loads_demo": False,
        }))

    @property
    def command(self) -> list[str]:
        return [sys.executable, str(self.place / "driver.py"), str(self.place / "plan.json")]

    @property
    def environment(self) -> dict[str, str]:
        backend = REPOSITORY / "backend"
        return {**os.environ, "PYTHONPATH": str(backend), "STAND_IN_LIFELINE": str(backend / "saleroom/startup/lifeline.py")}

    def start(self, command: list[str] | None = None, **extra: str) -> "StandInHouse":
        """Start the supervisor (or what starts it) and wait until it says that the house is ready."""
        self.launch(command, **extra)
        self.wait_for("Saleroom is ready")
        return self

    def launch(self, command: list[str] | None = None, **extra: str) -> None:
        self.lines = []
        process = subprocess.Popen(
            command or self.command, env={**self.environment, **extra}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, start_new_session=True, cwd=self.place, preexec_fn=_hear_interrupts,
        )
        self.process = process
        assert process.stdout is not None
        self.reader = threading.Thread(target=self.lines.extend, args=(process.stdout,), daemon=True)
        self.reader.start()

    def wait_for(self, text: str) -> None:
        """Wait until the house says this, or has nothing more to say."""
        deadline = time.monotonic() + WAIT_SECONDS_MAX
        while text not in self.said and self.reader.is_alive() and time.monotonic() < deadline:
            time.sleep(0.02)
        assert text in self.said, f"the house did not say {text!r} but:\n{self.said}"

    @property
    def said(self) -> str:
        return "".join(list(self.lines))

    def parts(self) -> dict[str, int]:
        """Name and pid of every part that the supervisor noted."""
        file = self.data_dir / "parts.json"
        return {note["name"]: note["pid"] for note in json.loads(file.read_text())} if file.exists() else {}

    def postgres(self) -> int:
        return int((self.data_dir / "pgdata" / "postmaster.pid").read_text().split()[0])

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Send one signal to the supervisor and wait for its end; the exit code."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(WAIT_SECONDS_MAX)


@contextlib.contextmanager
def stand_in_house() -> Iterator[StandInHouse]:
    house = StandInHouse()
    try:
        yield house
    finally:
        if house.process is not None:
            house.end()
        shutil.rmtree(house.place, ignore_errors=True)
