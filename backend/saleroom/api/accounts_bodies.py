"""The shapes of accounts on the wire: what their doors take and what they answer.

Fields that nobody named are ignored, so that no registration can make itself an administrator. Addresses are what a browser
takes in an <input type=email> (HTML standard), which lets a house use names of its own network, such as `.test`.
"""

import unicodedata
from datetime import datetime
from typing import Annotated, Any, Final, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, StringConstraints, model_validator

from saleroom.accounts.sessions import Session
from saleroom.accounts.users import User

_LABEL: Final = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_EMAIL: Final = rf"^[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]{{1,64}}@{_LABEL}(?:\.{_LABEL})*$"


def _without_controls(text: str) -> str:
    if any(unicodedata.category(sign) in ("Cc", "Cs") for sign in text):
        raise ValueError("must not contain control characters")
    return text


Email = Annotated[str, StringConstraints(strip_whitespace=True, pattern=_EMAIL, max_length=254)]
Username = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[A-Za-z0-9._-]{1,64}$")]
Name = Annotated[str, StringConstraints(strip_whitespace=True, max_length=100), AfterValidator(_without_controls)]
Password = Annotated[str, StringConstraints(min_length=1, max_length=256)]
Login = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=254), AfterValidator(_without_controls)]
Token = Annotated[str, StringConstraints(min_length=1, max_length=4096)]
Role = Literal["buyer", "merchant", "agent", "scanner", "admin"]


def _either(*fields: str) -> dict[str, Any]:
    return {"anyOf": [{"required": [field]} for field in fields]}


class Registration(BaseModel):
    """At least one of email and username; a user name has letters, digits and . - _"""

    model_config = ConfigDict(json_schema_extra=_either("email", "username"))

    email: Email | None = None
    username: Username | None = None
    name: Name | None = None
    password: Password

    @model_validator(mode="after")
    def _can_sign_in(self) -> Self:
        if self.email is None and self.username is None:
            raise ValueError("give an email or a username")
        return self


class Credentials(BaseModel):
    """A mail address or a user name, in either field, and the password."""

    email: Login | None = None
    username: Login | None = None
    password: Password

    @property
    def login(self) -> str:
        return self.email or self.username or ""

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        if not self.login:
            raise ValueError("give an email or a username")
        return self


class AddressOnly(BaseModel):
    """Somebody's mail address."""

    email: Login


class NewPassword(BaseModel):
    """The token of a letter, and the new password under either name."""

    model_config = ConfigDict(json_schema_extra=_either("new_password", "password"))

    token: Token
    new_password: Password | None = None
    password: Password | None = None

    @property
    def chosen(self) -> str:
        return self.new_password or self.password or ""

    @model_validator(mode="after")
    def _has_one(self) -> Self:
        if not self.chosen:
            raise ValueError("give a new_password")
        return self


class TokenOnly(BaseModel):
    """The token of a letter."""

    token: Token


class ProfileChange(BaseModel):
    """What is not named stays. A new password or mail address needs the current password."""

    name: Name | None = None
    username: Username | None = None
    email: Email | None = None
    password: Password | None = None
    current_password: Password | None = None


class MailPreferences(BaseModel):
    """Which of the unessential letters somebody gets."""

    outbid: bool
    lost: bool
    away: bool


class MailPreferencesChange(BaseModel):
    """What is not named stays."""

    outbid: StrictBool | None = None
    lost: StrictBool | None = None
    away: StrictBool | None = None


class RightsChange(BaseModel):
    """What an administrator changes; what is not named stays. Everyone stays a buyer."""

    roles: Annotated[list[Role], Field(max_length=5)] | None = None
    is_active: StrictBool | None = None


class Account(BaseModel):
    """A person as an administrator sees him."""

    id: int
    email: str | None
    username: str | None
    name: str
    roles: list[Role]
    is_active: bool
    is_superuser: bool
    is_verified: bool

    @classmethod
    def of(cls, user: User, **more: Any) -> Self:
        """The shape of a row."""
        return cls.model_validate({
            "id": user.id, "email": user.email, "username": user.username, "name": user.name, "roles": user.roles_in_order,
            "is_active": user.is_active, "is_superuser": user.is_superuser, "is_verified": user.is_verified, **more,
        })


class OwnAccount(Account):
    """A person as he sees himself. `external_id` is what other systems call him; in the chat he is named by it, else by his number."""

    external_id: str | None
    favorite_lots: list[int]

    @classmethod
    def of(cls, user: User, **more: Any) -> Self:
        """The shape of a row."""
        return super().of(user, external_id=user.external_id, **more)


class ListedAccount(Account):
    """A row of the administrator's list."""

    created_at: datetime


class ListedAccounts(BaseModel):
    """A page of the administrator's list, and how many there are in all."""

    items: list[ListedAccount]
    total: int


class Bearer(BaseModel):
    """A sign-in for programs: the token goes into `Authorization: Bearer …`."""

    access_token: str
    token_type: Literal["bearer"] = "bearer"
    user: OwnAccount


class SignedInAnswer(BaseModel):
    """A sign-in for pages: the tokens are in cookies."""

    user: OwnAccount


class Done(BaseModel):
    """It is done, and there is nothing more to say."""

    status: Literal["ok"] = "ok"


class SessionAnswer(BaseModel):
    """One device that somebody is signed in on."""

    id: UUID
    device: str
    address: str
    created_at: datetime
    last_used_at: datetime
    expires_at: datetime
    is_current: bool

    @classmethod
    def of(cls, session: Session, current: UUID) -> Self:
        """The shape of a row, told whether it is the one that asks."""
        return cls(
            id=session.id, device=session.device, address=session.address, created_at=session.created_at,
            last_used_at=session.rotated_at, expires_at=session.expires_at, is_current=session.id == current,
        )
