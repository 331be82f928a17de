"""The development mailbox takes every letter, delivers none, and shows them in MailHog's shape: the program itself, on real ports."""

import signal
import smtplib
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.ports import free_port

PROGRAM = Path(__file__).resolve().parents[3] / "mailhog" / "mailbox.py"
READY_SECONDS_MAX = 10.0


@dataclass
class Mailbox:
    """A running mailbox."""

    smtp_port: int
    http: httpx.Client
    process: "subprocess.Popen[bytes]"

    def send(self, subject: str, *, to: str = "anna@saleroom.test", text: str = "Good day", html: str = "") -> None:
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = "Saleroom <saleroom@localhost.localdomain>", to, subject
        message.set_content(text)
        if html:
            message.add_alternative(html, subtype="html")
        with smtplib.SMTP("127.0.0.1", self.smtp_port) as client:
            client.send_message(message)

    def messages(self, **asked: Any) -> dict[str, Any]:
        answer = self.http.get("/api/v2/messages", params=asked)
        assert answer.status_code == 200
        told: dict[str, Any] = answer.json()
        return told

    def found(self, kind: str, query: str) -> list[str]:
        told = self.http.get("/api/v2/search", params={"kind": kind, "query": query}).json()
        return [item["Decoded"]["Subject"] for item in told["items"]]


def _start(smtp_port: int, http_port: int) -> "subprocess.Popen[bytes]":
    ports = ("--smtp-port", str(smtp_port), "--http-port", str(http_port))
    return subprocess.Popen(
        [sys.executable, str(PROGRAM), "--host", "127.0.0.1", *ports], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


@pytest.fixture(scope="module")
def running() -> Iterator[Mailbox]:
    smtp_port, http_port = free_port(), free_port()
    process = _start(smtp_port, http_port)
    with httpx.Client(base_url=f"http://127.0.0.1:{http_port}") as http:
        deadline = time.monotonic() + READY_SECONDS_MAX
        while True:
            try:
                http.get("/")
                break
            except httpx.TransportError:
                assert process.poll() is None and time.monotonic() < deadline, "the mailbox did not start"
                time.sleep(0.05)
        yield Mailbox(smtp_port, http, process)
    if process.poll() is None:
        process.kill()
    process.communicate()


@pytest.fixture
def box(running: Mailbox) -> Mailbox:
    assert running.http.delete("/api/v1/messages").status_code == 200
    return running


def test_letters_are_listed_newest_first(box: Mailbox) -> None:
    for number in range(5):
        box.send(f"Letter {number}")
    told = box.messages(limit=2, start=1)
    assert (told["total"], told["count"], told["start"]) == (5, 2, 1)
    assert [item["Content"]["Headers"]["Subject"][0] for item in told["items"]] == ["Letter 3", "Letter 2"]


def test_a_message_has_mailhogs_shape(box: Mailbox) -> None:
    box.send("Hammer price", text="Your link:\nhttp://localhost:3000/lots/7", html="<p>Your <b>link</b></p>")
    [item] = box.messages()["items"]
    assert set(item) == {"ID", "From", "To", "Content", "Created", "MIME", "Raw", "Decoded"}
    assert item["To"] == [{"Relays": None, "Mailbox": "anna", "Domain": "saleroom.test", "Params": ""}]
    assert item["From"]["Mailbox"] == "saleroom"
    assert "http://localhost:3000/lots/7" in item["Content"]["Body"]
    assert [part["Headers"]["Content-Type"][0].partition(";")[0] for part in item["MIME"]["Parts"]] == ["text/plain", "text/html"]
    assert item["Raw"]["To"] == ["anna@saleroom.test"] and "Subject: Hammer price" in item["Raw"]["Data"]
    assert box.http.get(f"/api/v1/messages/{item['ID']}").json() == item
    assert box.http.get("/api/v1/messages").json() == [item]


def test_words_beyond_ascii_are_shown_as_people_read_them(box: Mailbox) -> None:
    box.send("Häfen, 帆船", text="Zoë grüßt", html="<p>Zoë grüßt</p>")
    decoded = box.messages()["items"][0]["Decoded"]
    assert (decoded["Subject"], decoded["Text"].strip()) == ("Häfen, 帆船", "Zoë grüßt")
    assert "Zoë grüßt" in decoded["HTML"]


def test_letters_are_found_by_sender_reader_and_words(box: Mailbox) -> None:
    box.send("To Anna", text="about a heron")
    box.send("To Bert", to="bert@saleroom.test")
    assert box.found("to", "BERT@") == ["To Bert"]
    assert box.found("from", "saleroom@localhost") == ["To Bert", "To Anna"]
    assert box.found("containing", "heron") == ["To Anna"]
    assert box.found("containing", "nothing like it") == []
    assert box.http.get("/api/v2/search", params={"kind": "colour", "query": "x"}).status_code == 400


def test_one_letter_is_deleted_and_the_others_stay(box: Mailbox) -> None:
    box.send("One")
    box.send("Two")
    id = box.messages()["items"][0]["ID"]
    assert box.http.delete(f"/api/v1/messages/{id}").status_code == 200
    assert box.http.delete(f"/api/v1/messages/{id}").status_code == 404
    assert box.http.get(f"/api/v1/messages/{id}").status_code == 404
    assert [item["Decoded"]["Subject"] for item in box.messages()["items"]] == ["One"]


def test_broken_letters_are_kept_as_they_came(box: Mailbox) -> None:
    with smtplib.SMTP("127.0.0.1", box.smtp_port) as client:
        head = b"Subject: =?utf-9?Q?=FF?=\r\nContent-Type: text/plain; charset=nonsense\r\nTo: <<>>\r\n\r\n"
        client.sendmail("a@b.test", ["c@d.test"], head + b"\xff\xfe")
        client.sendmail("", ["c@d.test"], b"no header at all")
    assert box.messages()["total"] == 2
    assert box.http.get("/page/letters").status_code == 200


def test_the_box_is_bounded_and_drops_the_oldest(box: Mailbox) -> None:
    with smtplib.SMTP("127.0.0.1", box.smtp_port) as client:
        for number in range(503):
            client.sendmail("a@b.test", ["c@d.test"], f"Subject: {number}\r\n\r\nx".encode())
    told = box.messages(limit=500)
    assert told["total"] == 500
    assert told["items"][-1]["Decoded"]["Subject"] == "3"


def test_the_page_fetches_nothing_foreign_and_runs_no_script_of_a_letter(box: Mailbox) -> None:
    page = box.http.get("/")
    assert page.status_code == 200 and "sandbox=" in page.text
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src 'self';" in policy
    for file in ("/page.css", "/page.js", "/favicon.svg"):
        answer = box.http.get(file)
        assert answer.status_code == 200 and "https://" not in answer.text
    assert "allow-scripts" not in page.text and "allow-same-origin" not in page.text


def test_the_list_of_the_page_says_when_nothing_changed(box: Mailbox) -> None:
    box.send("One")
    first = box.http.get("/page/letters")
    assert [letter["subject"] for letter in first.json()["letters"]] == ["One"]
    assert box.http.get("/page/letters", headers={"If-None-Match": first.headers["etag"]}).status_code == 304
    box.send("Two")
    assert box.http.get("/page/letters", headers={"If-None-Match": first.headers["etag"]}).json()["total"] == 2


def test_a_taken_port_is_a_clear_message(box: Mailbox) -> None:
    second = _start(box.smtp_port, free_port())
    said = second.communicate(timeout=10)[0].decode()
    assert second.returncode == 1
    assert said.strip() == f"The mailbox cannot listen on 127.0.0.1 port {box.smtp_port}: Address already in use."


def test_it_stops_within_a_second_while_a_client_is_connected(running: Mailbox) -> None:
    with smtplib.SMTP("127.0.0.1", running.smtp_port):
        running.http.get("/")
        running.process.send_signal(signal.SIGTERM)
        started = time.monotonic()
        assert running.process.wait(5) == 0
        assert time.monotonic() - started < 3  # a second where nothing else runs
    assert running.process.stdout is not None and running.process.stdout.read() == b""
