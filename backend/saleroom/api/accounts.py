"""The doors of accounts: registering, signing in and out, staying signed in, forgotten passwords, confirmed addresses.

Paths, bodies and answers are PROTOCOL.md's, kept word for word for existing clients. All of these are open to everyone; what
somebody signed in may do with his own account is in `accounts_me`, what administrators may do with others' in `accounts_admin`.
"""

from typing import Annotated, Any, Final

import orjson
from fastapi import APIRouter, BackgroundTasks, Depends, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from saleroom.accounts.limits import (
    FORGOT_PER_ACCOUNT,
    LOGIN_PER_ACCOUNT,
    LOGIN_PER_ADDRESS,
    REGISTER_PER_ADDRESS,
    VERIFY_PER_ACCOUNT,
    Limit,
)
from saleroom.accounts.manager import Joining
from saleroom.accounts.sessions import RENEWABLE_DAYS, Device
from saleroom.accounts.sign_in import SignedInUser
from saleroom.accounts.tokens import ACCESS_SECONDS
from saleroom.accounts.users import User
from saleroom.api import accounts_admin, accounts_me
from saleroom.api.accounts_bodies import (
    AddressOnly,
    Bearer,
    Credentials,
    Done,
    NewPassword,
    OwnAccount,
    Registration,
    SignedInAnswer,
    TokenOnly,
)
from saleroom.api.deps import House, TheHouse
from saleroom.api.origin import refuse_foreign
from saleroom.api.problems import documented
from saleroom.api.who import GuardedRoute, bearer_token, client_address, limited_address
from saleroom.domain.decider import RefusedError

router = APIRouter(tags=["accounts"], route_class=GuardedRoute)

REFRESH_SECONDS: Final = RENEWABLE_DAYS * 86_400

_LOGIN: Final = documented("unsupported_media_type", "malformed", "login_bad_credentials", "rate_limited", "busy")

_FIELDS: Final = {
    "username": {"type": "string", "minLength": 1, "maxLength": 254, "description": "A user name or a mail address"},
    "email": {"type": "string", "minLength": 1, "maxLength": 254},
    "password": {"type": "string", "minLength": 1, "maxLength": 256},
}
_EITHER: Final = {
    "type": "object", "required": ["password"], "properties": _FIELDS, "anyOf": [{"required": ["username"]}, {"required": ["email"]}],
}
_FORM: Final = {
    "type": "object", "required": ["username", "password"], "properties": {name: _FIELDS[name] for name in ("username", "password")},
}
_TAKES_CREDENTIALS: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {"application/x-www-form-urlencoded": {"schema": _FORM}, "application/json": {"schema": _EITHER}},
    }
}


async def own_account(house: House, user: User) -> OwnAccount:
    """A person as he sees himself, with the lots he has starred."""
    return OwnAccount.of(user, favorite_lots=await house.accounts.favorites_of(user.id))


async def count(house: House, limit: Limit, who: str) -> None:
    """Count a knock at a door, unless the limits are lifted."""
    if house.policy.rate_limits:
        await house.accounts.limits.count(limit, who)


async def credentials(request: Request) -> Credentials:
    """Read a sign-in from a form or from JSON.

    Raises:
        RefusedError: unsupported_media_type for anything else.
        RequestValidationError: it is neither, whatever it says it is.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    told: Any
    if kind == "application/json":
        try:
            told = orjson.loads(await request.body())
        except orjson.JSONDecodeError as error:
            raise RequestValidationError([{"loc": ("body",), "msg": str(error), "type": "json_invalid"}]) from error
    elif kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        told = dict(await request.form())
    else:
        raise RefusedError("unsupported_media_type", supported="application/x-www-form-urlencoded, application/json")
    try:
        return Credentials.model_validate(told)
    except ValidationError as error:
        faults = [{**fault, "loc": ("body", *fault["loc"])} for fault in error.errors(include_url=False)]
        raise RequestValidationError(faults) from error


TheCredentials = Annotated[Credentials, Depends(credentials)]


@router.post("/auth/register", status_code=201, responses=documented("user_exists", "password_too_short", "rate_limited", "busy"))
async def register(body: Registration, request: Request, house: TheHouse) -> OwnAccount:
    """Join. Whoever gives a mail address gets a letter to confirm it."""
    await count(house, REGISTER_PER_ADDRESS, limited_address(request))
    user = await house.accounts.people.create(Joining(body.email, body.username, body.name, body.password))
    return await own_account(house, user)


async def _sign_in(request: Request, house: House, told: Credentials, *, is_renewable: bool = False) -> SignedInUser:
    await count(house, LOGIN_PER_ADDRESS, limited_address(request))
    found = await house.accounts.people.find(told.login)
    await count(house, LOGIN_PER_ACCOUNT, str(found.id) if found else f"unknown {told.login.lower()}")
    device = Device(client_address(request), request.headers.get("user-agent", ""))
    return await house.accounts.sign_in(told.login, told.password, device, is_renewable=is_renewable)


def _set_cookie(house: House, response: Response, name: str, value: str, seconds: int) -> None:
    response.set_cookie(
        name, value, max_age=seconds, path="/", httponly=True, samesite="lax", secure=house.policy.is_production
    )


@router.post("/auth/login", responses=_LOGIN, openapi_extra=_TAKES_CREDENTIALS)
async def login(request: Request, house: TheHouse, told: TheCredentials) -> Bearer:
    """Sign in by mail address or user name and get a token for an hour."""
    signed_in = await _sign_in(request, house, told)
    return Bearer(access_token=signed_in.access_token, user=await own_account(house, signed_in.user))


@router.post("/auth/cookie/login", status_code=204, responses=_LOGIN, openapi_extra=_TAKES_CREDENTIALS)
async def cookie_login(request: Request, response: Response, house: TheHouse, told: TheCredentials) -> None:
    """Sign in for an hour, with a cookie that scripts cannot read."""
    refuse_foreign(request)
    signed_in = await _sign_in(request, house, told)
    _set_cookie(house, response, "auth", signed_in.access_token, ACCESS_SECONDS)


@router.post("/auth/cookie/login-refresh", responses=_LOGIN, openapi_extra=_TAKES_CREDENTIALS)
async def cookie_login_refresh(request: Request, response: Response, house: TheHouse, told: TheCredentials) -> SignedInAnswer:
    """Sign in and stay signed in for 30 days after the last visit."""
    refuse_foreign(request)
    signed_in = await _sign_in(request, house, told, is_renewable=True)
    assert signed_in.refresh_token is not None
    _set_cookie(house, response, "auth", signed_in.access_token, ACCESS_SECONDS)
    _set_cookie(house, response, "refresh", signed_in.refresh_token, REFRESH_SECONDS)
    return SignedInAnswer(user=await own_account(house, signed_in.user))


@router.post("/auth/cookie/refresh", responses=documented("not_signed_in", "session_ended"))
async def cookie_refresh(request: Request, response: Response, house: TheHouse) -> Done:
    """Renew both cookies. A refresh token is good once; the one just used gets the same successor for ten seconds."""
    renewed = await house.accounts.refresh(request.cookies.get("refresh"))
    _set_cookie(house, response, "auth", renewed.access_token, ACCESS_SECONDS)
    _set_cookie(house, response, "refresh", renewed.refresh_token, REFRESH_SECONDS)
    return Done()


@router.post("/auth/cookie/logout")
async def cookie_logout(request: Request, response: Response, house: TheHouse) -> Done:
    """Sign out on this device: the session ends, for its open sockets too, and the cookies go."""
    await house.accounts.sign_out(bearer_token(request) or request.cookies.get("auth"), request.cookies.get("refresh"))
    for name in ("auth", "refresh"):
        response.delete_cookie(name, path="/", httponly=True, samesite="lax", secure=house.policy.is_production)
    return Done()


async def _write_reset(house: House, email: str) -> None:
    user = await house.accounts.table.get_by_email(email)
    if user is not None:
        await house.accounts.people.forgot_password(user)


async def _write_verification(house: House, email: str) -> None:
    user = await house.accounts.table.get_by_email(email)
    if user is not None:
        await house.accounts.people.request_verify(user)


@router.post("/email/forgot-password", status_code=202, responses=documented("rate_limited"))
@router.post("/auth/forgot-password", status_code=202, responses=documented("rate_limited"))
async def forgot_password(body: AddressOnly, house: TheHouse, later: BackgroundTasks) -> Done:
    """Ask for a letter to choose a new password. The answer is the same, and as fast, whether there is such a person."""
    await count(house, FORGOT_PER_ACCOUNT, body.email.lower())
    later.add_task(_write_reset, house, body.email)
    return Done()


@router.post("/email/reset-password", responses=documented("reset_password_bad_token", "password_too_short", "busy"))
@router.post("/auth/reset-password", responses=documented("reset_password_bad_token", "password_too_short", "busy"))
async def reset_password(body: NewPassword, house: TheHouse) -> Done:
    """Choose a new password with the token of a letter. All sessions end."""
    await house.accounts.people.reset_password(body.token, body.chosen)
    return Done()


@router.post("/auth/request-verify-token", status_code=202, responses=documented("rate_limited"))
async def request_verify_token(body: AddressOnly, house: TheHouse, later: BackgroundTasks) -> Done:
    """Ask for another letter to confirm an address. The answer tells nothing."""
    await count(house, VERIFY_PER_ACCOUNT, body.email.lower())
    later.add_task(_write_verification, house, body.email)
    return Done()


@router.post("/auth/verify", responses=documented("verify_user_bad_token", "verify_user_already_verified", "user_exists"))
async def verify(body: TokenOnly, house: TheHouse) -> OwnAccount:
    """Confirm an address, the account's own or a new one, with the token of a letter."""
    return await own_account(house, await house.accounts.people.verify(body.token))


router.include_router(accounts_me.router)
router.include_router(accounts_admin.router)
