"""Hands one letter to the mail server and tells what the server said.

Law 8, at the wire: a letter counts as sent when the server answered 250 to the message, and not before; what happens after
that (a dropped or silent goodbye) changes nothing. fastapi-mail builds the message. It is not asked to send it, since it
keeps neither the server's reply nor its code, and takes a failed QUIT after the 250 for a failed letter: aiosmtplib,
the client inside fastapi-mail, speaks here itself.
"""

import asyncio
import contextlib
import re
from dataclasses import dataclass, field
from email.charset import Charset
from email.encoders import encode_base64
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.policy import compat32
from email.utils import parseaddr
from typing import Final, Literal, cast

import aiosmtplib
from fastapi_mail import ConnectionConfig, FastMail, MessageSchema, MessageType, MultipartSubtypeEnum
from pydantic import NameEmail

from saleroom.mail.letters import NAME_CHARACTERS_MAX, Enclosure, Letter, Recipient
from saleroom.mail.wording import one_line

SEND_SECONDS_MAX: Final = 30.0  # half of the outbox's lease: a sender that waits never meets another with the same row
GOODBYE_SECONDS_MAX: Final = 1.0  # QUIT is only politeness, and the 250 is not noted yet
HEADER_BYTES_MAX: Final = 240  # keeps the link of List-Unsubscribe on one line
LINE_BYTES_MAX: Final = 900  # RFC 5322 allows 998; longer lines are sent as base64

# Stricter than RFC 5321 (no quoted local part), as aiosmtplib finds an address in almost any words.
_ADDRESS: Final = re.compile(r"[^\s\x00-\x1f<>\"@,;:()\[\]\\]{1,64}@[^\s\x00-\x1f<>\"@,;:()\\]{1,190}")


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where letters are handed in. `sender` is a From address, with or without a name; an empty `user` does not sign in."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    tls: Literal["none", "starttls", "tls"] = "none"


class NotNowError(Exception):
    """The server did not take the letter this time, or could not be asked. The text is its reply."""


class NeverError(Exception):
    """The server will never take this letter for this reader. The text is its reply."""


class Mailer:
    """Sends letters, each in a conversation of its own.

    Args:
        server: the mail server.
        send_seconds_max: the bound of one conversation.
    """

    def __init__(self, server: MailServer, send_seconds_max: float = SEND_SECONDS_MAX) -> None:
        self._server = server
        self._seconds_max = send_seconds_max
        name, self._sender = parseaddr(server.sender)
        # model_construct: settings come from ours alone (the class would read the environment), and pydantic would refuse
        # local senders.
        self._builder = FastMail(ConnectionConfig.model_construct(MAIL_FROM=self._sender, MAIL_FROM_NAME=name or None))

    async def send(self, letter: Letter, to: Recipient, message_id: str) -> str:
        """Hand in one letter.

        Args:
            message_id: with its angle brackets; the same for every try of the same letter.

        Returns:
            The server's reply to the message, such as `250 OK`.

        Raises:
            NotNowError: refused for now (4xx), unreachable, silent, or the connection broke before the 250.
            NeverError: this reader or this message was refused for good (5xx), or the address cannot be one.
        """
        if not _ADDRESS.fullmatch(to.address):
            raise NeverError("this is not a mail address")
        message = await self._message(letter, to, message_id)
        client = aiosmtplib.SMTP(
            hostname=self._server.host, port=self._server.port, timeout=self._seconds_max,
            use_tls=self._server.tls == "tls", start_tls=self._server.tls == "starttls",
            local_hostname=self._sender.rpartition("@")[2] or "localhost",
        )
        try:
            async with asyncio.timeout(self._seconds_max):
                await self._greet(client)
                reply = await self._hand_in(client, message, to.address)
            with contextlib.suppress(Exception):
                await client.quit(timeout=GOODBYE_SECONDS_MAX)
            return reply
        except TimeoutError as error:
            raise NotNowError(f"no reply within {self._seconds_max:g} s") from error
        except (aiosmtplib.SMTPException, OSError) as error:
            raise NotNowError(_told(error)) from error
        finally:
            client.close()

    async def _greet(self, client: aiosmtplib.SMTP) -> None:
        """Connect and sign in. A refusal here is about the house, not about the letter, so it is never for good."""
        await client.connect()
        if self._server.user:
            await client.login(self._server.user, self._server.password)
        if client.is_ehlo_or_helo_needed:
            try:
                await client.ehlo()
            except aiosmtplib.SMTPHeloError:
                await client.helo()

    async def _hand_in(self, client: aiosmtplib.SMTP, message: Message, address: str) -> str:
        options = ["BODY=8BITMIME"] if client.supports_extension("8bitmime") else []
        encoding = "ascii" if address.isascii() and self._sender.isascii() else "utf-8"
        policy = compat32.clone(linesep="\r\n", max_line_length=HEADER_BYTES_MAX, cte_type="8bit" if options else "7bit")
        if encoding == "utf-8":
            if not client.supports_extension("smtputf8"):
                raise NeverError("the server does not take addresses outside ASCII")
            options.append("SMTPUTF8")
        await client.mail(self._sender, options=options, encoding=encoding)
        try:
            await client.rcpt(address, encoding=encoding)
            said = await client.data(message.as_bytes(policy=policy))
        except aiosmtplib.SMTPResponseException as error:
            if error.code >= 500:
                raise NeverError(_told(error)) from error
            raise
        return f"{said.code} {said.message}"

    async def _message(self, letter: Letter, to: Recipient, message_id: str) -> Message:
        """The message that fastapi-mail builds, with our Message-ID, readable parts, and what is enclosed."""
        name = one_line(to.name, NAME_CHARACTERS_MAX) if to.address.isascii() else ""  # a header holds no such pair
        schema = MessageSchema(
            recipients=[NameEmail(name, to.address)], subject=letter.subject, headers=dict(letter.headers),
            body=letter.text, alternative_body=letter.html,
            subtype=MessageType.plain, multipart_subtype=MultipartSubtypeEnum.alternative,
        )
        built = cast(Message, await self._builder.get_message(schema))
        alternative = cast("list[Message]", built.get_payload())[0]
        text, html = cast("list[Message]", alternative.get_payload())
        message = _assembled(_readable(text, letter.text), _readable(html, letter.html), letter.enclosures)
        for header, value in built.items():
            if header.lower() not in ("content-type", "mime-version", "content-transfer-encoding", "message-id"):
                message[header] = value
        message["Message-ID"] = message_id
        return message


def _assembled(text: Message, html: Message, enclosures: tuple[Enclosure, ...]) -> Message:
    """Text, or else HTML with the pictures it shows; and beside both, in multipart/mixed, the files."""
    pictures, files = [one for one in enclosures if one.content_id], [one for one in enclosures if not one.content_id]
    shown = _multipart("related", html, *map(_enclosed, pictures)) if pictures else html
    body = _multipart("alternative", text, shown)
    return _multipart("mixed", body, *map(_enclosed, files)) if files else body


def _multipart(kind: str, *parts: Message) -> Message:
    whole = MIMEMultipart(kind)
    for part in parts:
        whole.attach(part)
    return whole


def _enclosed(enclosure: Enclosure) -> Message:
    kind, *parameters = (part.strip() for part in enclosure.media_type.split(";"))
    part = MIMEBase(*kind.split("/"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        part.set_param(name, value)
    part.set_payload(enclosure.content)
    encode_base64(part)
    if enclosure.content_id:
        part["Content-ID"] = f"<{enclosure.content_id}>"
    part.add_header("Content-Disposition", "inline" if enclosure.content_id else "attachment", filename=enclosure.file_name)
    return part


def _readable(part: Message, text: str) -> Message:
    """The part as 7bit or 8bit text instead of fastapi-mail's base64, when its lines are short enough."""
    if max(len(line.encode()) for line in text.splitlines()) <= LINE_BYTES_MAX:
        del part["Content-Transfer-Encoding"]
        plain = Charset("utf-8")
        plain.body_encoding = None  # type: ignore[assignment]
        part.set_payload(text, plain)
    return part


def _told(error: Exception) -> str:
    """What the server said, with its code, or what happened to the connection."""
    if isinstance(error, aiosmtplib.SMTPResponseException):
        return f"{error.code} {error.message}"
    return str(error) or type(error).__name__
