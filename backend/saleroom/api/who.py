"""Who is asking, as dependencies of routes: maybe somebody, somebody signed in, somebody with a role; and from which address.

The acting person always comes from the session. On a `GuardedRoute` the order is fixed: who (401), Origin (403), whether that
is who the page believes (403), rights (403), kind of body (415), and only then is the body read and validated; so nobody
learns from an error what he may not ask. What a route answers is kept by no cache unless the route says otherwise.
"""

from collections.abc import Awaitable, Callable, Coroutine, Iterator
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Annotated, Any, Final

from fastapi import Depends, Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.openapi.models import HTTPBearer
from fastapi.params import Form
from fastapi.routing import APIRoute
from fastapi.security.base import SecurityBase
from starlette.requests import HTTPConnection

from saleroom.accounts.sign_in import Person
from saleroom.api.deps import house
from saleroom.api.origin import SAFE_METHODS, check_origin, is_foreign
from saleroom.api.problems import with_codes
from saleroom.domain.decider import RefusedError

COOKIE: Final = "auth"
ACTING: Final = "acting-user"
"""The header in which a page says for whom it acts, for what it sends long after the press: somebody else may have signed in since."""

_Network = IPv4Network | IPv6Network
_Address = IPv4Address | IPv6Address


def bearer_token(connection: HTTPConnection) -> str | None:
    """The token of `Authorization: Bearer …`, and for a socket also of `?token=`, since browsers cannot send it a header."""
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and token.strip():
        return token.strip()
    return connection.query_params.get("token") if connection.scope["type"] == "websocket" else None


async def identify(connection: HTTPConnection) -> Person | None:
    """Who asks, looked up once a request. A foreign page's socket is nobody's, whatever cookie the browser sent along.

    Raises:
        RefusedError: session_ended.
    """
    known = connection.scope.setdefault("saleroom.person", [])
    if not known:
        is_socket = connection.scope["type"] == "websocket"
        cookie = None if is_socket and is_foreign(connection) else connection.cookies.get(COOKIE)
        known.append(await house(connection).accounts.identify(bearer_token(connection), cookie))
    person: Person | None = known[0]
    return person


async def maybe_person(connection: HTTPConnection) -> Person | None:
    """Who asks, if anybody. For doors that are open to everyone: there an ended session is nobody, not an error."""
    try:
        return await identify(connection)
    except RefusedError:
        return None


class Needs(SecurityBase):
    """A dependency that lets through somebody signed in who holds one of these roles; an administrator holds all.

    Args:
        roles: none given: everybody signed in.

    Raises:
        RefusedError: not_signed_in, session_ended, forbidden.
    """

    def __init__(self, *roles: str) -> None:
        self.roles = frozenset(roles)
        self.scheme_name = "session"
        self.model = HTTPBearer(bearerFormat="JWT", description="The access token of a sign-in; the cookie `auth` does as well.")

    async def __call__(self, connection: HTTPConnection) -> Person:
        person = await identify(connection)
        if person is None:
            raise RefusedError("not_signed_in")
        if self.roles and not person.is_admin and not self.roles & person.roles:
            raise RefusedError("forbidden")
        return person


SIGNED_IN: Final = Needs()


def roles(*names: str) -> Any:
    """The dependency on any of these roles: `Annotated[Person, roles("scanner", "agent")]`."""
    return Depends(Needs(*names))


MaybePerson = Annotated[Person | None, Depends(maybe_person)]
SignedIn = Annotated[Person, Depends(SIGNED_IN)]
Admin = Annotated[Person, roles("admin")]


def _needs(dependant: Dependant) -> Iterator[Needs]:
    for part in dependant.dependencies:
        if isinstance(part.call, Needs):
            yield part.call
        yield from _needs(part)


class GuardedRoute(APIRoute):
    """A route that asks who is there before it reads the body. Every router of the house uses it: `route_class=GuardedRoute`.

    It guards by the dependencies of its own path function; FastAPI alone would parse the body first and answer 422 to nobody.
    What it answers itself it documents itself, beside the codes of the door.
    """

    def __init__(self, path: str, endpoint: Callable[..., Any], **given: Any) -> None:
        super().__init__(path, endpoint, **given)
        self.responses = with_codes(self.responses, self._codes())

    def _codes(self) -> Iterator[str]:
        """What somebody can be told before the path function is asked."""
        needs = tuple(_needs(self.dependant))
        if needs:
            yield from ("not_signed_in", "session_ended", "not_you")
        if any(need.roles for need in needs):
            yield "forbidden"
        if not (self.methods or set()) <= SAFE_METHODS:
            yield "foreign_origin"
        if self.body_field is not None:
            yield from ("malformed", "unsupported_media_type", "too_large")

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        answer: Callable[[Request], Awaitable[Response]] = super().get_route_handler()
        needs = tuple(_needs(self.dependant))
        takes_json = self.body_field is not None and not isinstance(self.body_field.field_info, Form)

        async def guarded(request: Request) -> Response:
            person = await SIGNED_IN(request) if needs else None
            check_origin(request)
            if person is not None and request.headers.get(ACTING, str(person.id)) != str(person.id):
                raise RefusedError("not_you")
            for need in needs:
                await need(request)
            if takes_json and not _is_json(request):
                raise RefusedError("unsupported_media_type", supported="application/json")
            response = await answer(request)
            response.headers.setdefault("Cache-Control", "no-store")
            return response

        return guarded


def _is_json(request: Request) -> bool:
    """Whether the body says it is JSON; no body at all passes, and is then malformed for want of fields."""
    if "content-type" not in request.headers and request.headers.get("content-length", "0") == "0":
        return "transfer-encoding" not in request.headers
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json"))


@lru_cache(maxsize=8)
def _networks(trusted: tuple[str, ...]) -> tuple[_Network, ...]:
    return tuple(ip_network(name, strict=False) for name in trusted)


def _read_address(text: str) -> _Address | None:
    """An address as proxies write it: bare, in brackets, with a port; an IPv4 address in IPv6 clothes is the IPv4 one."""
    bare = text.strip().strip('"')
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        address = ip_address(bare.partition("%")[0])
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address


def client_address(connection: HTTPConnection) -> str:
    """The address of the client, for limits and the list of devices.

    It is the peer's, unless the peer is a trusted proxy: then the newest entry of X-Forwarded-For that is no trusted proxy
    itself. What a client wrote into the header before a trusted proxy added to it is never reached.
    """
    peer = connection.client.host if connection.client else ""
    found = _read_address(peer)
    networks = _networks(house(connection).policy.trusted_proxies)
    hops = ",".join(connection.headers.getlist("x-forwarded-for")).split(",")
    while found is not None and hops and any(found in network for network in networks):
        hop = _read_address(hops.pop())
        if hop is None:
            break
        found = hop
    return str(found) if found is not None else peer


def limited_address(connection: HTTPConnection) -> str:
    """What limits per address count: the IPv4 address, or the /64 network that one IPv6 customer has to himself."""
    address = client_address(connection)
    is_wide = isinstance(_read_address(address), IPv6Address)
    return str(ip_network(f"{address}/64", strict=False)) if is_wide else address
