"""What is uploaded into conversations is what its content says, is fetched by its people alone, and has a name that nobody can bend."""

import io
import re
import uuid
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

from tests.actors import Database, Person, Server, code, sign_up
from tests.concerts import send
from tests.strange import EVIL
from tests.talkers import Talker, as_owner, begin, messages, say, tell, with_roles

MEGABYTE = 1024 * 1024
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("house")


@pytest.fixture(scope="module")
def server(database: Database, place: Path) -> Iterator[Server]:
    with Server(database, settings={"SALEROOM_DATA_DIR": str(place)}) as running:
        yield running


@pytest.fixture(scope="module")
def stranger(server: Server) -> Person:
    return sign_up(server.url)


def upload(person: Person, kind: str, content: bytes, name: str = "it", key: str | None = None) -> httpx.Response:
    headers = person.headers | ({"Idempotency-Key": key} if key else {})
    return httpx.post(f"{person.base}/upload/{kind}", files={"file": (name, content)}, headers=headers, timeout=60)


def a_picture(kind: str = "PNG", size: tuple[int, int] = (900, 600), **more: Any) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size, "teal").save(written, kind, **more)
    return written.getvalue()


def a_zip(*names: str, **contents: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
        for name in names:
            archive.writestr(name, "x")
    return written.getvalue()


def get(person: Person, url: str, **headers: str) -> httpx.Response:
    return httpx.get(person.base + url, headers={**person.headers, **headers}, timeout=30)


async def test_a_picture_is_encoded_anew_and_shown_to_the_people_of_its_conversation_alone(
    server: Server, database: Database, anna: Person, bert: Person, stranger: Person, administrator: Person
) -> None:
    exif = Image.Exif()
    exif[0x010E] = "taken at 1 Secret Lane"
    answer = upload(anna, "image", a_picture("JPEG", exif=exif), "C:\\photos\\the frame.jpg")
    assert answer.status_code == 201
    made = answer.json()
    assert re.fullmatch(r"/media/private/[0-9a-f]{32}", made["url"])
    assert (made["filename"], made["file_type"], made["width"], made["height"]) == ("the frame.jpg", "image/webp", 900, 600)
    assert code(get(bert, made["url"])) == (404, "unknown_upload"), "it was not sent to anybody yet"
    talk = begin(anna, bert)
    async with Talker(server.url, bert) as his:
        sent = tell(anna, talk, made["url"], message_type="image")
        frame = await his.until("message")
        assert (frame["content"], frame["message_type"], frame["filename"]) == (made["url"], "image", "the frame.jpg")
    assert (sent["content"], messages(bert, talk)[-1]["message_type"]) == (made["url"], "image")
    for person in (anna, bert, administrator):
        shown = get(person, made["url"])
        assert (shown.status_code, shown.headers["content-type"]) == (200, "image/webp")
        assert b"Secret Lane" not in shown.content
    headers = shown.headers
    assert headers["cache-control"].startswith("private") and headers["x-content-type-options"] == "nosniff"
    assert headers["content-disposition"].startswith("inline") and "sandbox" in headers["content-security-policy"]
    assert [Image.open(io.BytesIO(get(bert, f"{made['url']}?size={size}").content)).width for size in (400, 800)] == [400, 800]
    assert get(bert, "/api" + made["url"]).status_code == 200
    assert code(httpx.get(server.url + made["url"])) == (401, "not_signed_in")
    agent = with_roles(database, server.url, "agent")
    assert (code(get(stranger, made["url"])), get(agent, made["url"]).status_code) == ((404, "unknown_upload"), 200), "staff read along"
    assert code(get(bert, f"{made['url']}?size=4000")) == (422, "malformed")
    send(anna, "DELETE", f"/messages/{sent['id']}")
    assert (get(bert, made["url"]).status_code, get(anna, made["url"]).status_code) == (404, 200)


def test_a_file_goes_to_the_help_desk_as_a_download_of_the_kind_that_it_is(
    server: Server, database: Database, anna: Person, stranger: Person
) -> None:
    agent, talk = with_roles(database, server.url, "agent"), begin(anna, to="help")
    for content, name, kind in [
        (PDF, "bill.exe", "application/pdf"), (b"<script>alert(1)</script>", "page.html", "text/plain; charset=utf-8"),
        (b"<svg onload='alert(1)'/>", "art.svg", "text/plain; charset=utf-8"), ("größe".encode(), "a.txt", "text/plain; charset=utf-8"),
        (a_zip("a.txt"), "x.pdf", "application/zip"),
        (a_zip("word/document.xml", **{"[Content_Types].xml": "x"}), "x.zip",
         "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (a_zip(mimetype="application/vnd.oasis.opendocument.text"), "x", "application/vnd.oasis.opendocument.text"),
        (a_zip(mimetype="text/html\r\nX-Evil: 1"), "x", "application/zip"),
    ]:
        made = upload(anna, "file", content, name).json()
        assert (made["file_type"], made["filename"], made["width"]) == (kind, name, None), name
        tell(anna, talk, made["url"], message_type="file")
        shown = get(agent, made["url"])
        assert (shown.content, shown.headers["content-type"]) == (content, kind)
        assert shown.headers["content-disposition"].startswith("attachment") and shown.headers["x-content-type-options"] == "nosniff"
        assert code(get(stranger, made["url"])) == (404, "unknown_upload")


DISGUISED = [
    ("image", b"", (415, "unsupported_media_type")), ("image", b"GIF89a but no more", (415, "unsupported_media_type")),
    ("image", PDF, (415, "unsupported_media_type")), ("image", b"<svg/>", (415, "unsupported_media_type")),
    ("image", a_picture()[:200], (422, "malformed")), ("file", b"", (422, "malformed")),
    ("file", b"MZ\x90\x00" + b"\x00" * 60, (415, "unsupported_media_type")),
    ("file", b"\x7fELF\x02\x01\x01" + b"\x00" * 9, (415, "unsupported_media_type")),
    ("file", a_picture(), (415, "unsupported_media_type")), ("file", b"\xff\xfet\x00e\x00", (415, "unsupported_media_type")),
    ("file", a_zip("a")[:-30], (422, "malformed")), ("file", b"PK\x03\x04" + b"\x00" * 50, (422, "malformed")),
]


@pytest.mark.parametrize(("kind", "content", "expected"), DISGUISED, ids=range(len(DISGUISED)))
def test_a_file_in_disguise_or_in_pieces_is_refused(
    anna: Person, place: Path, kind: str, content: bytes, expected: tuple[int, str]
) -> None:
    before = sorted(place.rglob("*"))
    for name in ("it.png", "it.pdf", "it"):
        assert code(upload(anna, kind, content, name)) == expected
    assert sorted(place.rglob("*")) == before


def test_too_much_and_what_is_no_form_is_refused(anna: Person, server: Server) -> None:
    assert code(upload(anna, "file", b"x" * (10 * MEGABYTE + 1))) == (413, "too_large")
    assert code(upload(anna, "file", b"x" * (12 * MEGABYTE))) == (413, "too_large")
    assert code(upload(anna, "image", a_picture(size=(9_000, 9_000)))) == (413, "too_many_pixels")
    assert code(anna.post("/upload/file", {"file": "x"})) == (415, "unsupported_media_type")
    for files in ({}, {"picture": ("x", b"x")}):
        answer = httpx.post(f"{server.url}/upload/file", files=files or {"file": (None, "x")}, headers=anna.headers, timeout=30)
        assert code(answer) == (422, "malformed")
    two = [("file", ("a", b"a")), ("file", ("b", b"b"))]
    assert httpx.post(f"{server.url}/upload/file", files=two, headers=anna.headers, timeout=30).json()["code"] == "malformed"
    assert code(httpx.post(f"{server.url}/upload/file", files={"file": ("x", b"x")})) == (401, "not_signed_in")


def test_a_retry_finds_the_same_upload_and_anothers_key_is_a_conflict(anna: Person, bert: Person) -> None:
    for kind, content in (("file", PDF), ("image", a_picture())):
        key = str(uuid.uuid4())
        first = upload(anna, kind, content, key=key)
        assert upload(anna, kind, content, key=key).json() == first.json() and first.headers["idempotency-key"] == key
        assert code(upload(bert, kind, content, key=key)) == (409, "command_conflict")
    assert code(upload(anna, "file", PDF, key="7")) == (422, "malformed")


def test_nobody_sends_what_another_uploaded_or_as_what_it_is_not(anna: Person, bert: Person) -> None:
    talk, made = begin(anna, bert), upload(anna, "file", PDF).json()
    for person, content, kind in (
        (bert, made["url"], "file"), (anna, made["url"], "image"), (anna, "/media/private/" + "0" * 32, "file"),
        (anna, "/etc/passwd", "file"), (anna, "http://evil.example/" + made["url"], "image"),
    ):
        assert code(say(person, talk, content, message_type=kind)) == (404, "unknown_upload")
    assert tell(anna, talk, made["url"])["message_type"] == "text", "an address is also just words"
    assert get(bert, made["url"]).status_code == 404, "and words open no door"
    reply = anna.post("/quick-replies", {"content": "Our terms", "upload": made["url"]})
    assert (reply.json()["upload_url"], reply.json()["filename"]) == (made["url"], "it")
    assert code(bert.post("/quick-replies", {"content": "Our terms", "upload": made["url"]})) == (404, "unknown_upload")


def test_a_file_of_the_teams_replies_is_the_teams_and_of_those_who_got_it_and_of_nobody_else(
    server: Server, database: Database, anna: Person, bert: Person, stranger: Person
) -> None:
    agnes, albert = with_roles(database, server.url, "agent"), with_roles(database, server.url, "agent")
    made, own = upload(agnes, "file", PDF, "terms.pdf").json(), upload(agnes, "file", PDF, "mine.pdf").json()
    assert code(get(albert, made["url"])) == (404, "unknown_upload"), "it is hers until it is the team's"
    kept = agnes.post("/quick-replies", {"content": "Our terms", "code": "terms", "is_team": True, "upload": made["url"]}).json()
    agnes.post("/quick-replies", {"content": "My own", "upload": own["url"]})
    (found,) = [one for one in albert.get("/quick-replies/user/me?q=terms").json() if one["is_team"]]
    assert (found["upload_url"], found["filename"], get(albert, made["url"]).status_code) == (made["url"], "terms.pdf", 200)
    assert code(get(albert, own["url"])) == (404, "unknown_upload"), "what goes with an own reply is one's own"
    people = (anna, bert, stranger)
    assert [code(get(person, made["url"])) for person in people] == [(404, "unknown_upload")] * 3
    talk, between = begin(anna, to="help"), begin(anna, bert)
    assert code(say(albert, talk, own["url"], message_type="file")) == (404, "unknown_upload")
    sent = tell(albert, talk, made["url"], message_type="file")
    assert [get(person, made["url"]).status_code for person in people] == [200, 404, 404]
    assert code(say(anna, between, made["url"], message_type="file")) == (404, "unknown_upload"), "who got it does not hand it on as his"
    assert send(agnes, "DELETE", f"/quick-replies/{kept['id']}").status_code == 204
    assert get(anna, made["url"]).content == PDF, "what was sent stays"
    assert code(say(albert, talk, made["url"], message_type="file")) == (404, "unknown_upload"), "the team has it no more"
    send(albert, "DELETE", f"/messages/{sent['id']}")
    assert [get(person, made["url"]).status_code for person in (anna, agnes)] == [404, 200]


def test_a_teams_reply_outlives_the_agent_who_wrote_it_but_not_his_file(server: Server, database: Database) -> None:
    agnes, albert = with_roles(database, server.url, "agent"), with_roles(database, server.url, "agent")
    made = upload(agnes, "file", PDF, "terms.pdf").json()
    agnes.post("/quick-replies", {"content": "The terms of old", "is_team": True, "upload": made["url"]})
    assert send(agnes, "DELETE", "/users/me").status_code == 204
    (found,) = albert.get("/quick-replies/user/me?q=terms of old").json()
    assert (found["content"], found["upload_url"], found["filename"]) == ("The terms of old", None, None)
    assert code(get(albert, made["url"])) == (404, "unknown_upload")


@pytest.mark.parametrize("name", [
    "../secret", "..%2fsecret", "%2e%2e%2fsecret", "....//secret", "..%5csecret", "%00", "a%00.png", "secret", ".", "..", "~root",
    "x" * 4_000,
    "{0}-400.webp", "{0}.webp", "{0}%00", "{0}/", "{0}/..", "{0}%2f..%2fsecret", "/{0}", "file:///etc/passwd", "{1}", " {0}", "{0}%0a",
])
def test_tricks_with_paths_find_nothing(anna: Person, place: Path, name: str) -> None:
    (place / "secret").write_text("the house's own")
    made = upload(anna, "image", a_picture(size=(60, 40))).json()["url"].rpartition("/")[2]
    asked = name.format(made, made.upper())
    answer = httpx.get(f"{anna.base}/media/private/{asked}", headers=anna.headers, timeout=30)
    if asked != f"{made}/":  # a slash at the end is the same address
        assert answer.status_code in (404, 405, 422) and answer.json()["code"] in (
            "unknown_upload", "unknown_path", "unknown_picture", "malformed",
        )
    assert "the house's own" not in answer.text


@pytest.mark.parametrize(("name", "kept"), [
    ("../../etc/passwd", "passwd"), ("..", "file"), ("", "file"), (".htaccess", "htaccess"), ("a" * 300 + ".txt", "a" * 116 + ".txt"),
    ("naïve übung 東京.txt", "naïve übung 東京.txt"), ("<img src=x onerror=alert(1)>.txt", "_img src=x onerror=alert(1)_.txt"),
])
def test_the_name_of_a_download_is_made_harmless(anna: Person, name: str, kept: str) -> None:
    answer = upload(anna, "file", PDF, name)
    if name == "":  # a part without a name is no file
        assert code(answer) == (422, "malformed")
        return
    assert answer.json()["filename"] == kept
    told = get(anna, answer.json()["url"]).headers["content-disposition"]
    assert told.isascii() and '"' not in told and "\n" not in told and told.count(";") == 1


async def test_erasing_a_person_takes_his_words_and_files_and_leaves_the_log_whole(
    server: Server, database: Database, place: Path, bert: Person, administrator: Person
) -> None:
    leaver = sign_up(server.url)
    talk = begin(leaver, bert)
    picture, file = upload(leaver, "image", a_picture()).json(), upload(leaver, "file", PDF, "my bill.pdf").json()
    tell(leaver, talk, EVIL + "my own words")
    tell(leaver, talk, picture["url"], message_type="image")
    tell(leaver, talk, file["url"], message_type="file")
    tell(bert, talk, "Goodbye")
    leaver.post("/quick-replies", {"content": "my phrase"})
    names = [made["url"].rpartition("/")[2] for made in (picture, file)]
    assert all(any(name in path.name for path in place.rglob("*")) for name in names)
    assert send(leaver, "DELETE", "/users/me").status_code == 204
    assert [(one["content"], one["filename"]) for one in messages(bert, talk)] == [("", None)] * 3 + [("Goodbye", None)]
    assert messages(bert, talk)[0]["sender"]["username"] == "somebody who left"
    for made in (picture, file):
        assert [code(get(person, made["url"])) for person in (bert, administrator)] == [(404, "unknown_upload")] * 2
    assert not any(name in path.name for path in place.rglob("*") for name in names)
    async with Talker(server.url, bert) as his:
        await his.resume((talk, 0))
        assert await his.heard(talk, 5) == [(2, ""), (3, ""), (4, ""), (5, "Goodbye")]
    for table in ("message_texts", "quick_replies", "uploads", "users"):
        dumped = str(as_owner(database, f"SELECT t::text FROM public.{table} t"))
        assert not any(words in dumped for words in ("my own words", "my bill", "my phrase")), table
    facts = str(as_owner(database, "SELECT convert_from(data, 'UTF8') FROM log.event"))
    assert "my own words" not in facts and "my bill" not in facts
