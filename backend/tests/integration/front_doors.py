"""The example files of deploy/ filled in for a test, and the proxies that run them on loopback ports."""

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar, Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.actors import REPOSITORY
from tests.ports import free_port

DEPLOY = REPOSITORY / "deploy"
NAME = "localhost"
READY_SECONDS_MAX = 10.0


def program(name: str) -> str | None:
    """Where a program is: beside our Python, on the path, or where Debian puts servers."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def filled(file: Path, places: dict[str, str]) -> str:
    """An example file with every place of an operator filled in; one that is not in the file fails."""
    text = file.read_text()
    for place, value in places.items():
        assert place in text, f"{file.name} does not have {place!r} any more"
        text = text.replace(place, value)
    return text


def make_certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for localhost that nobody but us has signed, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False).sign(key, hashes.SHA256())
    )
    certificate, secret = folder / "certificate.pem", folder / "key.pem"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return certificate, secret


@dataclass
class Place:
    """Everything an operator fills in, on this machine and for this test."""

    folder: Path
    https: int = field(default_factory=free_port)
    http: int = field(default_factory=free_port)
    inner: int = field(default_factory=free_port)
    pages: int = field(default_factory=free_port)
    workers: tuple[int, int] = field(default_factory=lambda: (free_port(), free_port()))

    def __post_init__(self) -> None:
        self.certificate, self.key = make_certificate(self.folder)
        self.data_dir = self.folder / "house"
        (self.data_dir / "media").mkdir(parents=True)

    @property
    def url(self) -> str:
        return f"https://{NAME}:{self.https}"

    @property
    def log(self) -> Path:
        return self.folder / "access.log"


def nginx_command(place: Place) -> list[str]:
    """Write nginx's files into the place; the command that serves them."""
    ours = filled(DEPLOY / "nginx" / "saleroom.conf", {
        "    listen [::]:443 ssl http2;\n": "", "    listen [::]:80;\n": "",
        "listen 443 ssl": f"listen 127.0.0.1:{place.https} ssl", "listen 80;": f"listen 127.0.0.1:{place.http};",
        "listen 127.0.0.1:8000;": f"listen 127.0.0.1:{place.inner};", "127.0.0.1:3000": f"127.0.0.1:{place.pages}",
        "127.0.0.1:8001": f"127.0.0.1:{place.workers[0]}", "127.0.0.1:8002": f"127.0.0.1:{place.workers[1]}",
        "/etc/letsencrypt/live/saleroom.example/fullchain.pem": str(place.certificate),
        "/etc/letsencrypt/live/saleroom.example/privkey.pem": str(place.key),
        "saleroom.example": NAME, "root /var/lib/saleroom;": f"root {place.data_dir};", "/var/log/nginx/saleroom.log": str(place.log),
        "https://$host$request_uri": f"https://$host:{place.https}$request_uri",
    })
    (place.folder / "saleroom.conf").write_text(ours)
    scratch = "\n".join(f"{kind}_temp_path {place.folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;\n" if os.geteuid() == 0 else ""  # a test's folder is open to its owner only
    main = f"{user}daemon off;\nworker_processes 1;\npid {place.folder}/nginx.pid;\nevents {{ worker_connections 512; }}\n"
    (place.folder / "nginx.conf").write_text(f"{main}http {{\n{scratch}\ninclude {place.folder}/saleroom.conf;\n}}\n")
    return [program("nginx") or "nginx", "-e", "stderr", "-p", str(place.folder), "-c", str(place.folder / "nginx.conf")]


def caddy_command(place: Place) -> list[str]:
    """Write Caddy's file into the place; the command that serves it."""
    options = (
        f"{{\n\tadmin off\n\tskip_install_trust\n\thttp_port {place.http}\n\thttps_port {place.https}\n\tdefault_bind 127.0.0.1\n"
        f"\tpersist_config off\n\tstorage file_system {place.folder / 'caddy'}\n\tgrace_period 1s"
    )
    ours = filled(DEPLOY / "caddy" / "Caddyfile", {
        "saleroom.example {": f"saleroom.example {{\n\ttls {place.certificate} {place.key}\n\tlog {{\n\t\toutput file {place.log}\n"
        '\t\tformat filter {\n\t\t\trequest>uri regexp "\\?.*|/(reset-password|verify|confirm-email|unsubscribe)/[^?]+" "/-"\n\t\t}\n\t}',
        "saleroom.example": NAME, "{\n\tgrace_period 10s": options, "http://127.0.0.1:8000": f"http://127.0.0.1:{place.inner}",
        "127.0.0.1:3000": f"127.0.0.1:{place.pages}", "127.0.0.1:8001": f"127.0.0.1:{place.workers[0]}",
        "127.0.0.1:8002": f"127.0.0.1:{place.workers[1]}", "root * /var/lib/saleroom": f"root * {place.data_dir}",
        "lb_try_duration 2s": "lb_try_duration 500ms",
    })
    (place.folder / "Caddyfile").write_text(ours)
    return [program("caddy") or "caddy", "run", "--adapter", "caddyfile", "--config", str(place.folder / "Caddyfile")]


COMMANDS = {"nginx": nginx_command, "caddy": caddy_command}


class FrontDoor:
    """One proxy in a process of its own, stopped by its own pid."""

    def __init__(self, kind: str, place: Place) -> None:
        self.kind, self.place = kind, place
        self._command = COMMANDS[kind](place)

    def __enter__(self) -> Self:
        home = {**os.environ, "HOME": str(self.place.folder), "XDG_DATA_HOME": str(self.place.folder / "share")}
        self._said = (self.place.folder / f"{self.kind}.said").open("w")
        self._process = subprocess.Popen(self._command, env=home, stdout=self._said, stderr=self._said, start_new_session=True)
        deadline = time.monotonic() + READY_SECONDS_MAX
        while not all(map(listens, (self.place.https, self.place.http, self.place.inner))):
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{self.kind} does not serve:\n" + (self.place.folder / f"{self.kind}.said").read_text())
            time.sleep(0.02)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._said.close()


def listens(port: int) -> bool:
    """Whether somebody listens on a loopback port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Pages(BaseHTTPRequestHandler):
    """In place of the frontend: every page is its own request's headers, so that a test sees what the frontend is told."""

    protocol_version = "HTTP/1.1"
    seen: ClassVar[list[tuple[str, dict[str, Any]]]] = []

    def do_GET(self) -> None:
        Pages.seen.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        body = b"<!doctype html><title>Saleroom</title>" + b" a page of the frontend" * 100
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Frontend:
    """The stand-in, served by a thread."""

    def __init__(self, port: int) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", port), Pages)
        self._server.daemon_threads = True

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
