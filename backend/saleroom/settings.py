"""Every environment variable Saleroom reads: typed, frozen, documented, with its bounds.

Nothing else in the package reads the environment. Only `wiring`, `main` and `cli` may import this module
(a contract of the house); everybody else is handed plain values. The docstring under each field is the text of
`.env.example` and of `docs/running.md`; a test compares the three.
"""

import os
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AliasChoices, Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

REPOSITORY = Path(__file__).resolve().parents[2]

CommaList = Annotated[tuple[str, ...], NoDecode]
ODD_CURRENCIES = (
    "BHD", "BIF", "CLF", "CLP", "DJF", "GNF", "IQD", "ISK", "JOD", "JPY", "KMF", "KRW", "KWD", "LYD", "OMR", "PYG", "RWF", "TND", "UGX",
    "UYI", "UYW", "VND", "VUV", "XAF", "XOF", "XPF",
)
"""Those of ISO 4217 that have no decimals, or three or four: a house counts in hundredths, so it would show them wrong."""

Port = Annotated[int, Field(ge=1, le=65535)]


def _named(name: str) -> AliasChoices:
    """A variable whose name carries no SALEROOM_ prefix, since other programs know it by this name."""
    return AliasChoices(name)


class Settings(BaseSettings):
    """The whole configuration of one house."""

    model_config = SettingsConfigDict(
        env_prefix="SALEROOM_",
        env_file=REPOSITORY / ".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        use_attribute_docstrings=True,
    )

    env: Literal["development", "test", "production"] = "development"
    """What this house is for. `production` refuses to start without secrets, sets Secure cookies, refuses demo and test users."""

    host: str = "127.0.0.1"
    """The address every part listens on. The default is reachable from this machine only."""

    backend_port: Port = 8000
    """REST and WebSockets of the backend."""

    frontend_port: Port = 3000
    """The pages; REST (below /api) and WebSockets are passed on from here to the backend."""

    smtp_port: Port = 1025
    """The mail server's port. Without `SALEROOM_SMTP_HOST` the development mailbox listens here and takes all mail."""

    mailbox_port: Port = 8025
    """The page and REST of the development mailbox."""

    backend_url: str = ""
    """Where the pages pass REST and WebSockets on to, when they run apart from the backend. Empty: http://HOST:BACKEND_PORT."""

    public_url: str = ""
    """The address people type, used in mails and for the Origin check. Empty: http://localhost:FRONTEND_PORT."""

    allowed_origins: CommaList = ()
    """Further origins whose pages may act with a cookie, separated by commas, such as https://shop.example."""

    trusted_proxies: CommaList = ("127.0.0.1", "::1")
    """Addresses or networks whose X-Forwarded-For is believed, separated by commas. Our own frontend is one."""

    data_dir: Path = REPOSITORY / ".data"
    """Where the embedded Postgres, pictures and the development secret live. Kept between runs."""

    workers: Annotated[int, Field(ge=1, le=64)] = 2
    """Backend processes that share the port. Any number may write the same lot: the log's row lock orders them."""

    secret: SecretStr = SecretStr("")
    """Signs cookies and derives the database login's password; at least 32 characters. Empty: made once and kept in DATA_DIR."""

    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "EUR"
    """The one currency of this house, an ISO 4217 code with two decimals."""

    rate_limits: bool = True
    """0 lifts every rate and connection limit, for load tests only."""

    demo: bool | None = None
    """Load the demo evening and its accounts. Empty: yes with the embedded Postgres, no with DATABASE_URL."""

    demo_bidders: Annotated[int, Field(ge=0, le=50)] = 4
    """How many demo bidders keep some demo lots lively; 0 is a quiet house."""

    test_users: bool = False
    """Allow POST /users/ensure to make users for tests. Refused in production."""

    file_bytes_max: Annotated[int, Field(ge=1024, le=10 * 1024 * 1024)] = 10 * 1024 * 1024
    """How large an image or file in a conversation may be, in bytes; at most 10 MB."""

    sellers_need_approval: bool = False
    """1: only merchants and administrators may list lots. 0: every signed-in person may."""

    require_verified: bool = False
    """1: bidding and selling need a verified mail address. 0: verification blocks nothing."""

    smtp_host: str = ""
    """The mail server. Empty: the development mailbox of this house at SMTP_PORT."""

    smtp_user: str = ""
    """User name at the mail server; empty sends without signing in."""

    smtp_password: SecretStr = SecretStr("")
    """Password at the mail server."""

    smtp_tls: Literal["none", "starttls", "tls"] = "none"
    """How the connection to the mail server is protected: none, starttls (port 587) or tls (port 465)."""

    mail_sender: str = "Saleroom <saleroom@localhost.localdomain>"
    """The From address of every letter."""

    password_length_min: Annotated[int, Field(ge=1, le=128)] = Field(8, validation_alias=_named("PASSWORD_LENGTH_MIN"))
    """The shortest password a registration or change may choose; `make run` sets 6."""

    database_url: SecretStr = Field(SecretStr(""), validation_alias=_named("DATABASE_URL"))
    """A Postgres (15 or newer) whose login owns the database; migrations run as it. Empty: the embedded Postgres is started."""

    app_database_url: SecretStr = SecretStr("")
    """The unprivileged login the backend itself uses. Empty: role `saleroom_app` is made with a password derived from SECRET."""

    payments: Literal["", "practice", "none"] = ""
    """Who takes payments: practice, a till without money, or none, which sells free tickets only. Empty: practice, in production none."""

    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """How much the backend tells."""

    @field_validator("allowed_origins", "trusted_proxies", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip().rstrip("/") for part in value.split(",") if part.strip())
        return value

    @field_validator("trusted_proxies")
    @classmethod
    def _are_networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for part in value:
            ip_network(part, strict=False)
        return value

    @field_validator("currency")
    @classmethod
    def _has_two_decimals(cls, value: str) -> str:
        if value in ODD_CURRENCIES:
            raise ValueError("has not two decimals, and this house counts in hundredths")
        return value

    @field_validator("public_url")
    @classmethod
    def _is_an_address(cls, value: str) -> str:
        if value and not value.startswith(("http://", "https://")):
            raise ValueError("must start with http:// or https://, such as https://saleroom.example")
        return value.rstrip("/")

    @field_validator("data_dir")
    @classmethod
    def _is_a_folder(cls, value: Path) -> Path:
        folder = value if value.is_absolute() else REPOSITORY / value
        if a_file := next((path for path in (folder, *folder.parents) if os.path.isfile(path)), None):
            raise ValueError(f"must be a folder, or one that can be made; {a_file} is a file")
        return folder

    @model_validator(mode="after")
    def _is_safe(self) -> Self:
        """In production nothing has a default that an outsider could know.

        Raises:
            ValueError: names every missing or forbidden variable at once.
        """
        is_short = 0 < len(self.secret.get_secret_value()) < 32
        wrong = ["SALEROOM_SECRET must have at least 32 characters"] if is_short else []
        if self.env == "production":
            wrong += [told for is_wrong, told in self._faults_in_production() if is_wrong]
        if wrong:
            raise ValueError("; ".join(wrong))
        return self

    def _faults_in_production(self) -> tuple[tuple[object, str], ...]:
        has_database = self.database_url.get_secret_value() or self.app_database_url.get_secret_value()
        return (
            (not self.secret.get_secret_value(), "SALEROOM_SECRET is missing: set at least 32 random characters (openssl rand -hex 32)"),
            (not has_database, "DATABASE_URL is missing: production does not run on the embedded Postgres"),
            (not self.public_url, "SALEROOM_PUBLIC_URL is missing: set the address that people type"),
            (self.demo, "SALEROOM_DEMO=1 is refused: demo accounts have known passwords"),
            (self.test_users, "SALEROOM_TEST_USERS=1 is refused"),
            (self.payments == "practice", "SALEROOM_PAYMENTS=practice is refused: tickets would be had without money"),
            (not self.rate_limits, "SALEROOM_RATE_LIMITS=0 is refused"),
        )

    @property
    def is_production(self) -> bool:
        return self.env == "production"

    @property
    def is_embedded(self) -> bool:
        """True when Saleroom runs its own Postgres."""
        return not self.database_url.get_secret_value()

    @property
    def shows_demo(self) -> bool:
        if self.is_production:
            return False
        return self.is_embedded if self.demo is None else self.demo

    @property
    def takes_payments(self) -> bool:
        """Whether the practice till stands here; without it only free tickets can be sold."""
        return (self.payments or ("none" if self.is_production else "practice")) == "practice"

    @property
    def backend_address(self) -> str:
        """Where this house reaches its own backend, without a slash at its end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.backend_url.rstrip("/") or f"http://{host}:{self.backend_port}"

    @property
    def address(self) -> str:
        """The public address, without a slash at its end."""
        return self.public_url or f"http://localhost:{self.frontend_port}"

    @property
    def origins(self) -> frozenset[str]:
        """Every Origin whose pages may act with a cookie."""
        ports = (self.frontend_port, self.backend_port)
        own = {f"http://{host}:{port}" for host in ("localhost", "127.0.0.1", self.host) for port in ports}
        return frozenset({self.address, *own, *self.allowed_origins})


def load() -> Settings:
    """Read the environment and `.env`.

    Raises:
        SystemExit: with one line per wrong variable, so that an operator sees all of them at once.
    """
    from pydantic import ValidationError

    try:
        return Settings()  # type: ignore[call-arg]  # aliases hide the defaults from the type checker
    except ValidationError as error:
        lines = []
        for fault in error.errors():
            where = str(fault["loc"][0]) if fault["loc"] else ""
            name = where if where.isupper() else f"SALEROOM_{where.upper()}"
            told = fault["msg"].removeprefix("Value error, ")
            lines += told.split("; ") if not where else [f"{name}={os.environ.get(name, '')!r}: {told}"]
        raise SystemExit("Saleroom cannot start:\n  - " + "\n  - ".join(lines)) from None
